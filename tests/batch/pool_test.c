#include "batch/pool.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "support/support.h"

enum { JOBS = 2000 };

/* What the tests see: one entry per job, filled by `done`. */
struct seen {
    int times;
    enum fault_id why;
    char text[64];
    size_t len;
};

static struct seen seen[JOBS];
static const char *in_hand; /* in the worker */
static int mappings;        /* in the worker: shared with another process */

static void *start(void *shared)
{
    mappings = shared_mappings();
    return shared ? shared : &in_hand;
}

static void attempt(const char *path);

static bool run(void *own, const struct job *job)
{
    (void)own;
    in_hand = job->path;
    attempt(job->path);
    return strcmp(job->path, "memory") != 0;
}

static size_t render(void *own, struct buffer *out, uint32_t lens[POOL_PARTS])
{
    (void)own;
    size_t size = strncmp(in_hand, "size ", 5) == 0 ? (size_t)strtoull(in_hand + 5, NULL, 10) : 0;
    if (strcmp(in_hand, "mappings") == 0)
        buffer_int(out, mappings);
    else
        buffer_puts(out, in_hand);
    lens[0] = (uint32_t)out->len;
    for (size_t i = 0; i < size && !out->failed; i++)
        buffer_putc(out, 'x');
    lens[1] = (uint32_t)out->len - lens[0];
    return 2;
}

static void done(void *shared, const struct job *job, const struct part *parts, size_t count, const struct fault *why)
{
    (void)shared;
    struct seen *s = &seen[job->number];
    s->times++;
    s->why = why ? why->id : FAULT_NONE;
    if (why)
        return;
    cr_assert_eq(count, 2);
    size_t n = parts[0].len < sizeof s->text ? parts[0].len : sizeof s->text - 1;
    memcpy(s->text, parts[0].at, n);
    s->len = parts[1].len;
    for (size_t i = 0; i < parts[1].len; i += 4096)
        cr_assert_eq(parts[1].at[i], 'x');
}

/* What a worker does on request. Everything but `loop` and the crashes must be answered or killed by the filter. */
static void attempt(const char *path)
{
    if (strcmp(path, "crash") == 0)
        raise(SIGSEGV); /* refused by the filter: that, too, ends the worker */
    if (strcmp(path, "abort") == 0)
        __builtin_trap();
    if (strcmp(path, "leave") == 0)
        _exit(3);
    if (strcmp(path, "loop") == 0)
        for (;;)
            __asm__ volatile("");
    if (strcmp(path, "exec") == 0)
        execl("/bin/true", "true", (char *)NULL);
    if (strcmp(path, "fork") == 0)
        fork();
    if (strcmp(path, "socket") == 0)
        socket(AF_INET, SOCK_STREAM, 0);
    if (strcmp(path, "ptrace") == 0)
        ptrace(PTRACE_TRACEME, 0, NULL, NULL);
    if (strcmp(path, "unlink") == 0)
        unlink("/nonexistent");
}

static struct pool *make(int workers, int deadline, int recycle)
{
    struct fault f = {0};
    struct pool_options o = {.workers = workers, .deadline = deadline, .recycle = recycle};
    o.work = (struct pool_work){.start = start, .run = run, .render = render, .done = done};
    struct pool *p = pool_new(&o, &f);
    cr_assert_not_null(p);
    return p;
}

static void work_through(struct pool *p, const char *const *paths, uint64_t count)
{
    struct fault f = {0};
    uint64_t given = 0;
    memset(seen, 0, sizeof seen);
    while (given < count || !pool_idle(p)) {
        while (given < count && pool_wants(p)) {
            struct job job = {.path = paths ? paths[given] : "plain", .number = given};
            cr_assert_eq(pool_give(p, &job, &f), 0);
            given++;
        }
        cr_assert_eq(pool_wait(p, 50, &f), 0);
    }
}

static void expect(uint64_t job, enum fault_id why)
{
    cr_assert_eq(seen[job].times, 1, "job %d was answered %d times", (int)job, seen[job].times);
    cr_assert_eq(seen[job].why, why, "job %d: %s instead of %s", (int)job, fault_name(seen[job].why), fault_name(why));
}

Test(pool, every_job_is_answered_once_by_workers_that_are_replaced)
{
    struct pool *p = make(2, 30, 50);
    work_through(p, NULL, JOBS);
    for (uint64_t i = 0; i < JOBS; i++) {
        expect(i, FAULT_NONE);
        same_text(seen[i].text, "plain");
    }
    pool_free(p);
}

Test(pool, a_crash_costs_the_job_in_hand_and_no_other)
{
    static const char *const paths[] = {"a", "b", "abort", "c", "abort", "abort", "d", "leave", "e"};
    struct pool *p = make(1, 30, 0);
    work_through(p, paths, 9);
    for (uint64_t i = 0; i < 9; i++)
        expect(i, strlen(paths[i]) == 1 ? FAULT_NONE : FAULT_WORKER_CRASH);
    same_text(seen[8].text, "e");
    pool_free(p);
}

Test(pool, a_worker_over_its_deadline_is_killed_and_the_jobs_behind_it_go_on)
{
    static const char *const paths[] = {"a", "loop", "b", "c"};
    struct pool *p = make(1, 1, 0);
    work_through(p, paths, 4);
    expect(0, FAULT_NONE);
    expect(1, FAULT_WORKER_DEADLINE);
    expect(2, FAULT_NONE);
    expect(3, FAULT_NONE);
    pool_free(p);
}

Test(pool, running_out_of_memory_is_said_of_the_one_job)
{
    static const char *const paths[] = {"a", "memory", "b"};
    struct pool *p = make(1, 30, 0);
    work_through(p, paths, 3);
    expect(0, FAULT_NONE);
    expect(1, FAULT_WORKER_MEMORY);
    expect(2, FAULT_NONE);
    pool_free(p);
}

Test(pool, large_answers_pass_and_too_large_ones_are_said)
{
    static const char *const paths[] = {"size 100", "size 600000", "size 700000", "size 16000000", "size 100", "size 17000000",
                                        "size 800000", "size 5"};
    struct pool *p = make(2, 60, 0);
    work_through(p, paths, 8);
    for (uint64_t i = 0; i < 8; i++) {
        expect(i, i == 5 ? FAULT_REPORT_SIZE : FAULT_NONE);
        if (i != 5)
            cr_assert_eq(seen[i].len, (size_t)strtoull(paths[i] + 5, NULL, 10), "job %d has %zu bytes", (int)i, seen[i].len);
    }
    pool_free(p);
}

Test(pool, what_only_an_attack_calls_ends_the_worker_and_is_named)
{
    static const char *const paths[] = {"exec", "a", "fork", "socket", "ptrace", "unlink", "b", "crash"};
    struct pool *p = make(1, 30, 0);
    work_through(p, paths, 8);
    for (uint64_t i = 0; i < 8; i++)
        expect(i, strlen(paths[i]) == 1 ? FAULT_NONE : FAULT_WORKER_FORBIDDEN);
    cr_assert(!pool_unconfined(p));
    pool_free(p);
}

/* ---- what is refused without ending the worker ---- */

static char refusals[256];

static bool run_refused(void *own, const struct job *job)
{
    (void)own;
    (void)job;
    struct fault f = {0};
    struct buffer b;
    buffer_init_fixed(&b, refusals, sizeof refusals);
    int fd = open("/tmp/kijun-written", O_WRONLY | O_CREAT, 0600);
    buffer_puts(&b, fd < 0 && errno == EPERM ? "write refused, " : "write allowed, ");
    fd = open("/etc/hostname", O_RDWR);
    buffer_puts(&b, fd < 0 && errno == EPERM ? "read-write refused, " : "read-write allowed, ");
    fd = open("/proc/self/stat", O_RDONLY);
    buffer_puts(&b, fd >= 0 ? "read allowed, " : "read refused, ");
    close(fd);
    void *at = mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    buffer_puts(&b, at == MAP_FAILED ? "code refused, " : "code allowed, ");
    for (fd = 0; fd < 64 && (fd == STDERR_FILENO || fcntl(fd, F_GETFD) < 0); fd++)
        continue;
    int more = fd + 1;
    while (more < 64 && (more == STDERR_FILENO || fcntl(more, F_GETFD) < 0))
        more++;
    buffer_puts(&b, fd < 64 && more == 64 ? "one descriptor" : "other descriptors");
    (void)f;
    return true;
}

static size_t render_refused(void *own, struct buffer *out, uint32_t lens[POOL_PARTS])
{
    (void)own;
    buffer_puts(out, refusals);
    lens[0] = (uint32_t)out->len;
    return 1;
}

static char told[256];

static void done_refused(void *shared, const struct job *job, const struct part *parts, size_t count,
                         const struct fault *why)
{
    (void)shared;
    (void)job;
    cr_assert(!why && count == 1 && parts[0].len < sizeof told);
    memcpy(told, parts[0].at, parts[0].len);
}

Test(pool, a_worker_may_read_files_and_nothing_else)
{
    struct fault f = {0};
    struct pool_options o = {.workers = 1, .deadline = 30};
    o.work = (struct pool_work){.start = start, .run = run_refused, .render = render_refused, .done = done_refused};
    struct pool *p = pool_new(&o, &f);
    struct job job = {.path = "x"};
    cr_assert_eq(pool_give(p, &job, &f), 0);
    while (!pool_idle(p))
        pool_wait(p, 100, &f);
    same_text(told, "write refused, read-write refused, read allowed, code refused, one descriptor");
    pool_free(p);
}

/* ---- stopping ---- */

static bool run_slowly(void *own, const struct job *job)
{
    (void)own;
    in_hand = job->path;
    const struct timespec pause = {.tv_nsec = 100000000};
    nanosleep(&pause, NULL);
    return true;
}

Test(pool, stopping_finishes_what_is_in_hand_and_drops_the_rest)
{
    struct fault f = {0};
    struct pool_options o = {.workers = 1, .deadline = 30};
    o.work = (struct pool_work){.start = start, .run = run_slowly, .render = render, .done = done};
    struct pool *p = pool_new(&o, &f);
    memset(seen, 0, sizeof seen);
    for (uint64_t i = 0; i < 10; i++) {
        struct job job = {.path = "plain", .number = i};
        cr_assert_eq(pool_give(p, &job, &f), 0);
    }
    while (!seen[0].times)
        pool_wait(p, 10, &f);
    pool_stop(p);
    cr_assert(!pool_wants(p));
    while (!pool_idle(p))
        cr_assert_eq(pool_wait(p, 100, &f), 0);
    int answered = 0;
    for (int i = 0; i < 10; i++)
        answered += seen[i].times;
    /* One, and what the worker had begun or could not yet know that it need not begin. */
    cr_assert(answered >= 1 && answered <= 3, "%d jobs were answered", answered);
    pool_free(p);
}

Test(pool, a_worker_does_not_see_the_memory_in_which_another_answers)
{
    const char *paths[64];
    char one[32];
    snprintf(one, sizeof one, "%d", shared_mappings() + 1);
    for (size_t i = 0; i < 64; i++)
        paths[i] = "mappings";
    struct pool *p = make(4, 30, 5); /* replaced often */
    work_through(p, paths, 64);
    pool_free(p);
    for (size_t i = 0; i < 64; i++)
        same_text(seen[i].text, one);
}
