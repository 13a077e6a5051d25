/* Worker processes under a supervisor.
 *
 * A worker takes one job after the other, in the order in which they were given, and renders what came of it into
 * memory that it shares with the supervisor; it writes nothing else. A worker that dies, or that is over its deadline and is
 * killed, costs the one job in hand; the jobs behind it go to its successor. Several jobs are queued for each worker, so that
 * it never waits for the supervisor. */
#ifndef KIJUN_BATCH_POOL_H
#define KIJUN_BATCH_POOL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "batch/stamp.h"

enum {
    POOL_QUEUE = 16,                        /* jobs given to one worker and not yet answered */
    POOL_PAUSE = 500000,                    /* nanoseconds in which answers gather */
    POOL_SLOT_BYTES = 512 * 1024,           /* for what most jobs render */
    POOL_LARGE_BYTES = 16 * 1024 * 1024,    /* for the others: the cap on all that is rendered for one job */
    POOL_PARTS = 16,                        /* most parts of a rendering */
    POOL_WORKERS = 256,
    POOL_RECYCLE = 1000                     /* jobs after which a worker is replaced */
};

/* What the caller wants to know again when the job is done. */
struct job_note {
    struct stamp stamp;
    bool folder;
    unsigned char sniffed;
    uint16_t names_len;     /* what lies in the folder, see stamp.h */
    const char *names;
};

struct job {
    const char *path;
    bool lone;
    uint64_t number;        /* of the caller */
    struct job_note note;
};

struct part {
    const char *at;
    size_t len;
};

/* What a worker does. All functions run in the worker but `done` and `prepare`, which run in the supervisor. */
struct pool_work {
    void *shared;           /* given to start and done; what it points to was made before the fork */
    /* Makes what the worker keeps between jobs; NULL: out of memory. */
    void *(*start)(void *shared);
    /* false: out of memory. */
    bool (*run)(void *own, const struct job *job);
    /* True if the last job cannot be done by this worker as it is; NULL: there is no such. */
    bool (*lacks)(void *own);
    /* Makes ready, in the supervisor, what that worker lacked: its successor gets the job again. Called once at most. */
    void (*prepare)(void *shared);
    /* Renders what came of the last job into `out`, and the length of each part into lens; returns the number of parts.
     * Called again with more room when `out` failed. */
    size_t (*render)(void *own, struct buffer *out, uint32_t lens[POOL_PARTS]);
    /* Takes what came of a job: the parts, or why there are none. The bytes are a worker's: untrusted, and gone after
     * the call. */
    void (*done)(void *shared, const struct job *job, const struct part *parts, size_t count, const struct fault *why);
};

struct pool_options {
    int workers;
    int deadline;           /* seconds for one job */
    int recycle;            /* jobs; 0: POOL_RECYCLE */
    size_t extra_bytes;     /* of memory that workers inherit on top of what is usual */
    struct pool_work work;
};

struct pool;
struct pool *pool_new(const struct pool_options *o, struct fault *f);
/* Kills what still runs. */
void pool_free(struct pool *p);
/* True if a job can be given. */
bool pool_wants(const struct pool *p);
/* Gives a job (its path is copied). 0, or -1 with *f set when no worker can be started. */
int pool_give(struct pool *p, const struct job *job, struct fault *f);
/* True when no job is under way. */
bool pool_idle(const struct pool *p);
/* Waits up to `ms` milliseconds for answers, hands them to `done`, and replaces dead and late workers. */
int pool_wait(struct pool *p, int ms, struct fault *f);
/* Asks the workers to finish the job in hand and take no other; the jobs behind it are dropped without an answer. */
void pool_stop(struct pool *p);
/* True if a worker could not be confined by a system call filter, because the kernel refused it. */
bool pool_unconfined(const struct pool *p);

#endif
