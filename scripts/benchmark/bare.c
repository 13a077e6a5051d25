/* kijun without its defences, to measure what they cost: this stands in for engine/batch/pool.c, and the linker wraps the two
 * calls below. Suppliers are judged in the process itself: no worker processes, no system call filter, no limits of memory, CPU
 * time and files, no deadline, no timer for the instructions of rules, and the Lua state is restored only now and then instead
 * of after every supplier. Everything else is the program as it is. It must never be used on documents of others. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "batch/discover.h"
#include "batch/pool.h"
#include "rules/region.h"

struct pool {
    struct pool_options o;
    void *own;
    struct buffer out;
    bool stopped;
};

struct pool *pool_new(const struct pool_options *o, struct fault *f)
{
    struct pool *p = calloc(1, sizeof *p);
    if (!p) {
        fault_set(f, FAULT_MEMORY);
        return NULL;
    }
    p->o = *o;
    buffer_init(&p->out, POOL_LARGE_BYTES);
    return p;
}

void pool_free(struct pool *p)
{
    if (p)
        buffer_free(&p->out);
    free(p);
}

bool pool_wants(const struct pool *p)
{
    return !p->stopped;
}

static size_t parts_of(struct pool *p, struct part parts[POOL_PARTS])
{
    uint32_t lens[POOL_PARTS];
    buffer_clear(&p->out);
    size_t count = p->o.work.render(p->own, &p->out, lens);
    const char *at = p->out.at;
    for (size_t i = 0; i < count; i++) {
        parts[i] = (struct part){at, lens[i]};
        at += lens[i];
    }
    return count;
}

int pool_give(struct pool *p, const struct job *job, struct fault *f)
{
    struct part parts[POOL_PARTS];
    if (!p->own)
        p->own = p->o.work.start(p->o.work.shared);
    if (!p->own || !p->o.work.run(p->own, job))
        return fault_set(f, FAULT_MEMORY);
    p->o.work.done(p->o.work.shared, job, parts, parts_of(p, parts), NULL);
    return 0;
}

bool pool_idle(const struct pool *p)
{
    (void)p;
    return true;
}

int pool_wait(struct pool *p, int ms, struct fault *f)
{
    (void)p, (void)ms, (void)f;
    return 0;
}

void pool_stop(struct pool *p)
{
    p->stopped = true;
}

bool pool_unconfined(const struct pool *p)
{
    (void)p;
    return false;
}

enum { SUPPLIERS_IN_ONE_STATE = 16 };

void __real_region_restore(struct region *r);
void __wrap_region_restore(struct region *r);
int __wrap_timer_settime(timer_t timer, int flags, const struct itimerspec *to, struct itimerspec *was);

void __wrap_region_restore(struct region *r)
{
    static unsigned int subjects;
    if (subjects++ % SUPPLIERS_IN_ONE_STATE == 0)
        __real_region_restore(r);
}

int __wrap_timer_settime(timer_t timer, int flags, const struct itimerspec *to, struct itimerspec *was)
{
    (void)timer, (void)flags, (void)to, (void)was;
    return 0;
}
