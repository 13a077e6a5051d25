/* What a worker and its supervisor share: a socket for small messages, memory for what was rendered. */
#ifndef KIJUN_BATCH_CHANNEL_H
#define KIJUN_BATCH_CHANNEL_H

#include <stdatomic.h>

#include "batch/discover.h"
#include "batch/pool.h"

struct request {
    uint32_t serial;        /* counts up for each worker slot; says which part of the memory is used */
    uint16_t lone, folder;
    uint64_t number;
    char path[DISCOVER_PATH]; /* sent up to its NUL */
};

enum reply_state { REPLY_DONE, REPLY_MEMORY, REPLY_TOO_LARGE, REPLY_LACKS };

struct reply {
    uint32_t serial;
    uint32_t state;
    uint32_t large;         /* rendered in `large`, not in its slot */
    uint32_t parts;
    uint32_t lens[POOL_PARTS];
};

enum confined { CONFINED_UNKNOWN, CONFINED_YES, CONFINED_REFUSED };

/* Lives in memory shared by both. The worker may be hostile: the supervisor reads lengths only from messages and checks
 * them, and takes nothing here for granted. */
struct region {
    _Atomic uint32_t stop;      /* by the supervisor: take no further job */
    _Atomic uint32_t taken;     /* by the supervisor: all answers up to this serial were taken */
    _Atomic uint32_t confined;  /* by the worker */
    char slots[POOL_QUEUE][POOL_SLOT_BYTES];
    char large[POOL_LARGE_BYTES];
};

/* The exit status of a worker that ran out of memory. */
enum { WORKER_EXIT_MEMORY = 77 };

struct confinement;
/* The life of a worker: never returns. */
_Noreturn void worker_main(const struct pool_work *work, const struct confinement *c, struct region *region, int socket);

#endif
