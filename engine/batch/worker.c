/* The worker's side: take a job, run it, render it, answer. */
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "batch/channel.h"
#include "batch/confine.h"

#ifdef KIJUN_TEST_FAULTS
#include "e2e/misbehave.h"
#else
#define misbehave(path) ((void)(path))
#endif

struct worker {
    const struct pool_work *work;
    struct region *region;
    int socket;
    void *own;
    bool large_used;
    uint32_t large_serial;  /* the last answer that stands in `large` */
};

/* Serials wrap around. */
static bool taken(const struct worker *w, uint32_t serial)
{
    return (int32_t)(atomic_load(&w->region->taken) - serial) >= 0;
}

static void wait_until_taken(const struct worker *w, uint32_t serial)
{
    const struct timespec pause = {.tv_nsec = 100000};
    while (!taken(w, serial))
        nanosleep(&pause, NULL);
}

static bool render_into(struct worker *w, char *at, size_t size, struct reply *r)
{
    struct buffer out;
    buffer_init_fixed(&out, at, size);
    memset(r->lens, 0, sizeof r->lens);
    r->parts = (uint32_t)w->work->render(w->own, &out, r->lens);
    return !out.failed;
}

/* The slot of this serial is free: a job is only sent when the answer POOL_QUEUE before it was taken. */
static void render(struct worker *w, struct reply *r)
{
    if (render_into(w, w->region->slots[r->serial % POOL_QUEUE], POOL_SLOT_BYTES, r))
        return;
    if (w->large_used)
        wait_until_taken(w, w->large_serial);
    w->large_used = true;
    w->large_serial = r->serial;
    r->large = 1;
    if (!render_into(w, w->region->large, POOL_LARGE_BYTES, r))
        r->state = REPLY_TOO_LARGE;
}

static bool answer(struct worker *w, const struct reply *r)
{
    ssize_t n;
    do
        n = send(w->socket, r, sizeof *r, MSG_NOSIGNAL);
    while (n < 0 && errno == EINTR);
    return n == (ssize_t)sizeof *r;
}

static bool one_job(struct worker *w, const struct request *q)
{
    struct job job = {.path = q->path, .lone = q->lone != 0, .number = q->number,
                      .note.folder = q->folder != 0};
    struct reply r = {.serial = q->serial, .state = REPLY_DONE};
    misbehave(q->path);
    if (!w->work->run(w->own, &job))
        r.state = REPLY_MEMORY;
    else if (w->work->lacks && w->work->lacks(w->own))
        r.state = REPLY_LACKS;
    else
        render(w, &r);
    return answer(w, &r);
}

static bool receive(struct worker *w, struct request *q)
{
    ssize_t n;
    do
        n = recv(w->socket, q, sizeof *q, 0);
    while (n < 0 && errno == EINTR);
    if (n <= (ssize_t)offsetof(struct request, path))
        return false; /* the supervisor has closed: no more work */
    ((char *)q)[n - 1] = '\0';
    return true;
}

_Noreturn void worker_main(const struct pool_work *work, const struct confinement *c, struct region *region, int socket)
{
    /* Interrupting the run is the supervisor's matter: what is in hand is finished. */
    signal(SIGINT, SIG_IGN);
    signal(SIGTERM, SIG_IGN);
    signal(SIGHUP, SIG_IGN);
    struct worker w = {.work = work, .region = region, .socket = socket};
    w.own = work->start(work->shared);
    if (!w.own)
        _exit(WORKER_EXIT_MEMORY);
    atomic_store(&region->confined, confinement_enter(c, socket) ? CONFINED_YES : CONFINED_REFUSED);
    struct request q;
    while (receive(&w, &q) && !atomic_load(&region->stop))
        if (!one_job(&w, &q))
            break;
    _exit(0);
}
