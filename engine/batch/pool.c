#include "batch/pool.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/reason.h"
#include "batch/channel.h"
#include "batch/confine.h"

struct queued {
    char *path;             /* behind its NUL what the names of the note point to */
    bool lone;
    uint64_t number;
    uint32_t serial;
    struct job_note note;
};

/* A place for a worker; the processes in it come and go. */
struct slot {
    pid_t pid;              /* 0: no worker now */
    int socket;
    struct region *region;
    struct queued queue[POOL_QUEUE]; /* a ring: given, not yet answered; the first is in hand */
    unsigned first, count;
    uint32_t serial;        /* of the next job */
    int given;              /* jobs that the present worker was given */
    int64_t since;          /* when the job in hand began, in ms */
};

struct pool {
    struct pool_options o;
    struct confinement confinement;
    struct slot *slots;
    pid_t *leaving;         /* workers that were told to go and are still to be reaped */
    size_t leaving_count, leaving_room;
    bool stopped, prepared;
};

static int64_t now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

struct pool *pool_new(const struct pool_options *o, struct fault *f)
{
    struct pool *p = calloc(1, sizeof *p);
    if (p)
        p->slots = calloc((size_t)o->workers, sizeof *p->slots);
    if (!p || !p->slots) {
        free(p);
        fault_set(f, FAULT_MEMORY);
        return NULL;
    }
    p->o = *o;
    if (!p->o.recycle)
        p->o.recycle = POOL_RECYCLE;
    /* A worker's whole life in CPU seconds cannot be longer than the deadlines of its jobs together. */
    if (confinement_make(&p->confinement, (o->deadline + 1) * p->o.recycle, f) < 0) {
        pool_free(p);
        return NULL;
    }
    p->confinement.extra_bytes = o->extra_bytes;
    return p;
}

static int reap(pid_t pid)
{
    int status = 0;
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
        continue;
    return status;
}

static void forget_queue(struct slot *s)
{
    for (; s->count; s->count--) {
        free(s->queue[s->first].path);
        s->first = (s->first + 1) % POOL_QUEUE;
    }
}

void pool_free(struct pool *p)
{
    if (!p)
        return;
    for (int i = 0; i < p->o.workers; i++) {
        struct slot *s = &p->slots[i];
        if (s->pid) {
            kill(s->pid, SIGKILL);
            close(s->socket);
            reap(s->pid);
        }
        forget_queue(s);
        if (s->region)
            munmap(s->region, sizeof *s->region);
    }
    for (size_t i = 0; i < p->leaving_count; i++) {
        kill(p->leaving[i], SIGKILL);
        reap(p->leaving[i]);
    }
    confinement_free(&p->confinement);
    free(p->leaving);
    free(p->slots);
    free(p);
}

/* ---- giving ---- */

static bool slot_wants(const struct pool *p, const struct slot *s)
{
    return s->count < POOL_QUEUE && (!s->pid || s->given < p->o.recycle);
}

static struct slot *least_busy(const struct pool *p)
{
    struct slot *best = NULL;
    for (int i = 0; i < p->o.workers; i++) {
        struct slot *s = &p->slots[i];
        if (slot_wants(p, s) && (!best || s->count < best->count))
            best = s;
    }
    return best;
}

bool pool_wants(const struct pool *p)
{
    return !p->stopped && least_busy(p);
}

bool pool_idle(const struct pool *p)
{
    for (int i = 0; i < p->o.workers; i++)
        if (p->slots[i].count)
            return false;
    return true;
}

static int map_region(struct slot *s)
{
    if (s->region)
        return 0;
    void *at = mmap(NULL, sizeof *s->region, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (at == MAP_FAILED)
        return -1;
    s->region = at;
    return 0;
}

/* A worker sees its own region and none of another's: whoever took over one could write the answers of all. */
static pid_t fork_with(struct region *region)
{
    pid_t pid = madvise(region, sizeof *region, MADV_DOFORK) == 0 ? fork() : -1;
    if (pid)
        madvise(region, sizeof *region, MADV_DONTFORK);
    return pid;
}

static int start_worker(struct pool *p, struct slot *s, struct fault *f)
{
    int pair[2];
    if (map_region(s) < 0 || socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) < 0)
        return fault_set(f, FAULT_WORKER_START, reason_of(errno));
    pid_t pid = fork_with(s->region);
    if (pid < 0) {
        int why = errno;
        close(pair[0]);
        close(pair[1]);
        return fault_set(f, FAULT_WORKER_START, reason_of(why));
    }
    if (!pid)
        worker_main(&p->o.work, &p->confinement, s->region, pair[1]);
    close(pair[1]);
    s->pid = pid;
    s->socket = pair[0];
    s->given = 0;
    return 0;
}

/* Sends a queued job. A worker that is gone is noticed when its socket is read. */
static void send_job(struct slot *s, struct queued *q)
{
    struct request r = {.serial = q->serial, .lone = q->lone, .folder = q->note.folder, .number = q->number};
    size_t len = strlen(q->path);
    memcpy(r.path, q->path, len + 1);
    ssize_t n;
    do
        n = send(s->socket, &r, offsetof(struct request, path) + len + 1, MSG_NOSIGNAL);
    while (n < 0 && errno == EINTR);
    s->given++;
}

static bool copy_texts(struct queued *q, const struct job *job)
{
    size_t len = strlen(job->path) + 1;
    q->path = malloc(len + job->note.names_len);
    if (!q->path)
        return false;
    memcpy(q->path, job->path, len);
    if (job->note.names_len)
        q->note.names = memcpy(q->path + len, job->note.names, job->note.names_len);
    return true;
}

int pool_give(struct pool *p, const struct job *job, struct fault *f)
{
    struct slot *s = least_busy(p);
    if (!s->pid && start_worker(p, s, f) < 0)
        return -1;
    if (strlen(job->path) >= DISCOVER_PATH)
        return fault_set(f, FAULT_PATH_LENGTH, "4095");
    struct queued *q = &s->queue[(s->first + s->count) % POOL_QUEUE];
    *q = (struct queued){.lone = job->lone, .number = job->number, .serial = ++s->serial, .note = job->note};
    if (!copy_texts(q, job))
        return fault_set(f, FAULT_MEMORY);
    if (!s->count++)
        s->since = now_ms();
    send_job(s, q);
    return 0;
}

/* ---- answers ---- */

/* Hands the first job's answer over and takes it off the queue. */
static void finish_first(struct pool *p, struct slot *s, const struct part *parts, size_t count, const struct fault *why)
{
    struct queued q = s->queue[s->first];
    struct job job = {.path = q.path, .lone = q.lone, .number = q.number, .note = q.note};
    p->o.work.done(p->o.work.shared, &job, parts, count, why);
    free(q.path);
    s->first = (s->first + 1) % POOL_QUEUE;
    s->count--;
    atomic_store(&s->region->taken, q.serial);
    s->since = now_ms();
}

static void finish_with(struct pool *p, struct slot *s, enum fault_id id, const char *a)
{
    struct fault why = {0};
    fault_set(&why, id, a);
    fault_where(&why, s->queue[s->first].path, 0);
    finish_first(p, s, NULL, 0, &why);
}

/* The parts of an answer; false when it does not hold together, which no honest worker sends. */
static bool find_parts(const struct slot *s, const struct reply *r, struct part parts[POOL_PARTS])
{
    if (r->parts > POOL_PARTS)
        return false;
    size_t size = r->large ? sizeof s->region->large : sizeof s->region->slots[0];
    const char *at = r->large ? s->region->large : s->region->slots[r->serial % POOL_QUEUE];
    for (uint32_t i = 0; i < r->parts; i++) {
        if (r->lens[i] > size)
            return false;
        parts[i] = (struct part){at, r->lens[i]};
        at += r->lens[i];
        size -= r->lens[i];
    }
    return true;
}

static bool take_reply(struct pool *p, struct slot *s, const struct reply *r)
{
    struct part parts[POOL_PARTS];
    if (!s->count || r->serial != s->queue[s->first].serial || !find_parts(s, r, parts))
        return false;
    switch (r->state) {
    case REPLY_DONE: finish_first(p, s, parts, r->parts, NULL); return true;
    case REPLY_MEMORY: finish_with(p, s, FAULT_WORKER_MEMORY, NULL); return true;
    case REPLY_TOO_LARGE: finish_with(p, s, FAULT_REPORT_SIZE, "16 MiB"); return true;
    default: return false;
    }
}

static int note_leaving(struct pool *p, pid_t pid, struct fault *f)
{
    if (p->leaving_count == p->leaving_room) {
        size_t room = p->leaving_room ? p->leaving_room * 2 : 16;
        pid_t *more = reallocarray(p->leaving, room, sizeof *more);
        if (!more)
            return fault_set(f, FAULT_MEMORY);
        p->leaving = more;
        p->leaving_room = room;
    }
    p->leaving[p->leaving_count++] = pid;
    return 0;
}

static void reap_leaving(struct pool *p)
{
    size_t kept = 0;
    for (size_t i = 0; i < p->leaving_count; i++)
        if (waitpid(p->leaving[i], NULL, WNOHANG) == 0)
            p->leaving[kept++] = p->leaving[i];
    p->leaving_count = kept;
}

/* A worker that has done its share goes; its successor starts with the next job. */
static int retire(struct pool *p, struct slot *s, struct fault *f)
{
    close(s->socket);
    pid_t pid = s->pid;
    s->pid = 0;
    return note_leaving(p, pid, f);
}

/* What the end of a worker means for the job that it had in hand. */
static void blame(struct pool *p, struct slot *s, int status)
{
    char number[32];
    struct buffer b;
    buffer_init_fixed(&b, number, sizeof number);
    if (WIFSIGNALED(status)) {
        int signal = WTERMSIG(status);
        const char *name = sigabbrev_np(signal);
        if (signal == SIGSYS)
            finish_with(p, s, FAULT_WORKER_FORBIDDEN, NULL);
        else if (signal == SIGXCPU)
            finish_with(p, s, FAULT_WORKER_DEADLINE, "CPU");
        else
            finish_with(p, s, FAULT_WORKER_CRASH, name ? name : "?");
        return;
    }
    if (WEXITSTATUS(status) == WORKER_EXIT_MEMORY) {
        finish_with(p, s, FAULT_WORKER_MEMORY, NULL);
        return;
    }
    buffer_int(&b, WEXITSTATUS(status));
    finish_with(p, s, FAULT_WORKER_CRASH, number);
}

/* Starts a new worker with the jobs that are left. */
static int restart(struct pool *p, struct slot *s, struct fault *f)
{
    if (!s->count)
        return 0;
    if (start_worker(p, s, f) < 0)
        return -1;
    for (unsigned i = 0; i < s->count; i++)
        send_job(s, &s->queue[(s->first + i) % POOL_QUEUE]);
    s->since = now_ms();
    return 0;
}

/* The worker is dead, or is killed now: `late` says that it was over its deadline. */
static int replace(struct pool *p, struct slot *s, bool late, struct fault *f)
{
    kill(s->pid, SIGKILL);
    close(s->socket);
    int status = reap(s->pid);
    s->pid = 0;
    if (p->stopped && !late && WIFEXITED(status) && WEXITSTATUS(status) == 0) {
        forget_queue(s);
        return 0;
    }
    if (s->count && late) {
        char seconds[32];
        struct buffer b;
        buffer_init_fixed(&b, seconds, sizeof seconds);
        buffer_int(&b, p->o.deadline);
        finish_with(p, s, FAULT_WORKER_DEADLINE, seconds);
    } else if (s->count) {
        blame(p, s, status);
    }
    if (p->stopped) {
        forget_queue(s);
        return 0;
    }
    return restart(p, s, f);
}

/* The worker could not do its job for want of something that only the supervisor can get. */
static int prepare(struct pool *p, struct slot *s, struct fault *f)
{
    p->prepared = true;
    p->o.work.prepare(p->o.work.shared);
    kill(s->pid, SIGKILL);
    close(s->socket);
    reap(s->pid);
    s->pid = 0;
    return restart(p, s, f);
}

/* Takes all answers that are there. */
static int drain(struct pool *p, struct slot *s, struct fault *f)
{
    for (;;) {
        struct reply r;
        ssize_t n = recv(s->socket, &r, sizeof r, MSG_DONTWAIT);
        /* A worker that died with jobs unread resets the socket; the kernel says so once, before the answers that it had
         * sent: these count. */
        if (n < 0 && (errno == EINTR || errno == ECONNRESET))
            continue;
        if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
            return 0;
        if (n == (ssize_t)sizeof r && r.state == REPLY_LACKS && p->o.work.prepare && !p->prepared)
            return prepare(p, s, f);
        if (n != (ssize_t)sizeof r || !take_reply(p, s, &r))
            return replace(p, s, false, f);
        if (!s->count && s->given >= p->o.recycle)
            return retire(p, s, f);
    }
}

static int check_deadline(struct pool *p, struct slot *s, int64_t now, struct fault *f)
{
    if (!s->pid || !s->count || now - s->since < (int64_t)p->o.deadline * 1000)
        return 0;
    /* The answer may have come while the supervisor was busy. */
    if (drain(p, s, f) < 0)
        return -1;
    if (!s->pid || !s->count || now - s->since < (int64_t)p->o.deadline * 1000)
        return 0;
    return replace(p, s, true, f);
}

/* Milliseconds until the first deadline, at most `ms`. */
static int wait_time(const struct pool *p, int ms)
{
    int64_t now = now_ms(), wait = ms;
    for (int i = 0; i < p->o.workers; i++) {
        const struct slot *s = &p->slots[i];
        int64_t left = s->since + (int64_t)p->o.deadline * 1000 - now;
        if (s->pid && s->count && left < wait)
            wait = left < 0 ? 0 : left;
    }
    return (int)wait;
}

/* True if every worker has work for a while: then answers may gather. */
static bool all_busy(const struct pool *p)
{
    for (int i = 0; i < p->o.workers; i++)
        if (p->slots[i].count < POOL_QUEUE / 2)
            return false;
    return !p->stopped;
}

/* A worker whose answer wakes the supervisor pays for that, and the supervisor for being woken. While all queues are at
 * least half full, it looks only once in a while, and finds several answers. */
static void let_answers_gather(const struct pool *p)
{
    const struct timespec pause = {.tv_nsec = POOL_PAUSE};
    if (all_busy(p))
        nanosleep(&pause, NULL);
}

int pool_wait(struct pool *p, int ms, struct fault *f)
{
    let_answers_gather(p);
    struct pollfd fds[POOL_WORKERS];
    struct slot *of[POOL_WORKERS];
    nfds_t n = 0;
    for (int i = 0; i < p->o.workers; i++)
        if (p->slots[i].pid) {
            of[n] = &p->slots[i];
            fds[n++] = (struct pollfd){.fd = p->slots[i].socket, .events = POLLIN};
        }
    if (poll(fds, n, wait_time(p, ms)) > 0)
        for (nfds_t i = 0; i < n; i++)
            if (fds[i].revents && drain(p, of[i], f) < 0)
                return -1;
    int64_t now = now_ms();
    for (int i = 0; i < p->o.workers; i++)
        if (check_deadline(p, &p->slots[i], now, f) < 0)
            return -1;
    if (p->leaving_count)
        reap_leaving(p);
    return 0;
}

void pool_stop(struct pool *p)
{
    p->stopped = true;
    for (int i = 0; i < p->o.workers; i++)
        if (p->slots[i].region)
            atomic_store(&p->slots[i].region->stop, 1);
}

bool pool_unconfined(const struct pool *p)
{
    for (int i = 0; i < p->o.workers; i++)
        if (p->slots[i].region && atomic_load(&p->slots[i].region->confined) == CONFINED_REFUSED)
            return true;
    return false;
}
