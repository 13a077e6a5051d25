#include "cli/inspect.h"

#include <stdlib.h>
#include <string.h>

#include "batch/discover.h"
#include "batch/pool.h"

enum { WAIT_MS = 1000 };

static void *start(void *shared)
{
    struct inspection *i = shared;
    i->loader = loader_new();
    i->arena = arena_new(LOAD_ARENA_BYTES);
    struct fault ignored = {0}; /* a mapping that is wrong was told before */
    return i->loader && i->arena && loader_mapping(i->loader, i->mapping, &ignored) == 0 && (!i->prepare || i->prepare(i)) ? i : NULL;
}

static bool run(void *own, const struct job *job)
{
    struct inspection *i = own;
    arena_reset(i->arena);
    i->subject = NULL;
    i->path = arena_copy(i->arena, job->path, strlen(job->path));
    fault_clear(&i->fault);
    loader_subject(i->loader, i->arena, job->path, job->lone, &i->subject, &i->fault);
    return true;
}

/* The faults of single documents, too: what could not be read is to be seen. */
static void render_faults(const struct inspection *i, struct buffer *out)
{
    if (i->fault.id)
        buffer_add(out, (const char *)&i->fault, sizeof i->fault);
    for (const struct document *d = i->subject ? i->subject->documents : NULL; d; d = d->next)
        if (d->fault.id)
            buffer_add(out, (const char *)&d->fault, sizeof d->fault);
}

static size_t render(void *own, struct buffer *out, uint32_t lens[POOL_PARTS])
{
    struct inspection *i = own;
    i->write(i, out);
    if (i->subject && arena_failed(i->arena)) { /* what was found is shown, and that it is not all */
        fault_set(&i->fault, FAULT_WORKER_MEMORY);
        fault_where(&i->fault, i->subject->id, 0);
    }
    lens[0] = (uint32_t)out->len;
    render_faults(i, out);
    lens[1] = (uint32_t)out->len - lens[0];
    return 2;
}

void inspect_fault(struct inspection *i, const struct fault *f)
{
    int code = fail_with(f, i->c->language);
    i->code = code > i->code ? code : i->code;
}

static void done(void *shared, const struct job *job, const struct part *parts, size_t count, const struct fault *why)
{
    struct inspection *i = shared;
    (void)job;
    if (why) {
        inspect_fault(i, why);
        return;
    }
    if (count != 2)
        return;
    if (i->show)
        i->show(i, parts[0].at, parts[0].len);
    else
        fwrite(parts[0].at, 1, parts[0].len, stdout);
    for (size_t at = 0; at + sizeof(struct fault) <= parts[1].len; at += sizeof(struct fault)) {
        struct fault f;
        memcpy(&f, parts[1].at + at, sizeof f);
        f.file[sizeof f.file - 1] = '\0';
        for (int k = 0; k < FAULT_ARGS; k++)
            f.arg[k][sizeof f.arg[k] - 1] = '\0';
        if (f.id > FAULT_NONE && f.id < FAULT_COUNT)
            inspect_fault(i, &f);
    }
}

/* One worker, one after the other, so that the output is in the order of the arguments. */
static int inspect_all(struct inspection *i, const struct pool_options *o)
{
    struct fault f = {0};
    const char *skipped = NULL;
    struct discovery *d = discovery_new(i->paths, skipped);
    loader_prepare();
    struct pool *p = d ? pool_new(o, &f) : NULL;
    struct found found;
    uint64_t count = 0;
    if (!d)
        fault_set(&f, FAULT_MEMORY);
    while (p && !f.id && discovery_next(d, &found) > 0) {
        struct job job = {.path = found.path, .lone = found.lone, .number = count++};
        if (found.fault.id) {
            inspect_fault(i, &found.fault);
            continue;
        }
        pool_give(p, &job, &f);
        while (!f.id && !pool_idle(p))
            pool_wait(p, WAIT_MS, &f);
    }
    if (!count && !f.id) {
        fault_set(&f, FAULT_NOTHING_FOUND);
        fault_where(&f, i->paths[0], 0);
    }
    pool_free(p);
    discovery_free(d);
    if (f.id)
        inspect_fault(i, &f);
    return i->code;
}

int inspect(struct inspection *i)
{
    struct fault f = {0};
    struct pool_options o = {.workers = 1};
    if (setting_deadline(i->c, &o.deadline, &f) < 0)
        return fail_with(&f, i->c->language);
    o.work = (struct pool_work){.shared = i, .start = start, .run = run, .render = render, .done = done};
    struct sha256 content;
    struct arena *arena = arena_new(MAPPING_ARENA);
    if (!arena || mapping_beside(i->paths, arena, &i->mapping, &content, &f) < 0) {
        fault_set(&f, FAULT_MEMORY); /* keeps the first fault, if there is one */
        arena_free(arena);
        return fail_with(&f, i->c->language);
    }
    int code = inspect_all(i, &o);
    arena_free(arena);
    return code;
}
