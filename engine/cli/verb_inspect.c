/* `kijun dump` and `kijun recognise`: the documents as the program sees them. They are read in a confined worker, as in
 * a run. `kijun schema`: the format that they are written in. */
#include <stdlib.h>
#include <string.h>

#include "batch/discover.h"
#include "batch/pool.h"
#include "cli/settings.h"
#include "documents/load.h"
#include "language/recognise.h"

enum { WAIT_MS = 1000, SCHEMA_BYTES = 4 * 1024 * 1024 };

struct inspection {
    const struct command *c;
    const struct vocabulary *vocabulary;    /* NULL: dump */
    enum recognise_format format;
    day as_of;
    int code;
    /* In the worker. */
    struct loader *loader;
    struct arena *arena;
    struct subject *subject;
    struct fault fault;
};

static void *start(void *shared)
{
    struct inspection *i = shared;
    i->loader = loader_new();
    i->arena = arena_new(LOAD_ARENA_BYTES);
    return i->loader && i->arena ? i : NULL;
}

static bool run(void *own, const struct job *job)
{
    struct inspection *i = own;
    arena_reset(i->arena);
    i->subject = NULL;
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
    if (i->subject && !i->vocabulary)
        dump_subject(i->subject, out);
    struct reading *r = i->subject && i->vocabulary
                            ? reading_new(i->vocabulary, i->subject, i->as_of, NULL, i->arena) : NULL;
    if (r)
        recognise_write(r, i->subject, i->format, i->c->language, out);
    if (i->subject && arena_failed(i->arena)) { /* what was found is shown, and that it is not all */
        fault_set(&i->fault, FAULT_WORKER_MEMORY);
        fault_where(&i->fault, i->subject->id, 0);
    }
    lens[0] = (uint32_t)out->len;
    render_faults(i, out);
    lens[1] = (uint32_t)out->len - lens[0];
    return 2;
}

static void show_fault(struct inspection *i, const struct fault *f)
{
    int code = fail_with(f, i->c->language);
    i->code = code > i->code ? code : i->code;
}

static void done(void *shared, const struct job *job, const struct part *parts, size_t count, const struct fault *why)
{
    struct inspection *i = shared;
    (void)job;
    if (why) {
        show_fault(i, why);
        return;
    }
    if (count != 2)
        return;
    fwrite(parts[0].at, 1, parts[0].len, stdout);
    for (size_t at = 0; at + sizeof(struct fault) <= parts[1].len; at += sizeof(struct fault)) {
        struct fault f;
        memcpy(&f, parts[1].at + at, sizeof f);
        f.file[sizeof f.file - 1] = '\0';
        for (int k = 0; k < FAULT_ARGS; k++)
            f.arg[k][sizeof f.arg[k] - 1] = '\0';
        if (f.id > FAULT_NONE && f.id < FAULT_COUNT)
            show_fault(i, &f);
    }
}

/* One worker, one after the other, so that the output is in the order of the arguments. */
static int inspect(struct inspection *i, const struct pool_options *o)
{
    struct fault f = {0};
    const char *skipped = NULL;
    struct discovery *d = discovery_new(i->c->arguments, skipped);
    loader_prepare((const char *const *)i->c->arguments);
    struct pool *p = d ? pool_new(o, &f) : NULL;
    struct found found;
    uint64_t count = 0;
    if (!d)
        fault_set(&f, FAULT_MEMORY);
    while (p && !f.id && discovery_next(d, &found) > 0) {
        struct job job = {.path = found.path, .lone = found.lone, .number = count++};
        if (found.fault.id) {
            show_fault(i, &found.fault);
            continue;
        }
        pool_give(p, &job, &f);
        while (!f.id && !pool_idle(p))
            pool_wait(p, WAIT_MS, &f);
    }
    if (!count && !f.id) {
        fault_set(&f, FAULT_NOTHING_FOUND);
        fault_where(&f, i->c->arguments[0], 0);
    }
    pool_free(p);
    discovery_free(d);
    if (f.id)
        show_fault(i, &f);
    return i->code;
}

static int inspect_with(struct inspection *i)
{
    struct fault f = {0};
    struct pool_options o = {.workers = 1};
    if (setting_deadline(i->c, &o.deadline, &f) < 0)
        return fail_with(&f, i->c->language);
    o.work = (struct pool_work){.shared = i, .start = start, .run = run, .render = render, .done = done};
    return inspect(i, &o);
}

int verb_dump(const struct command *c)
{
    struct inspection i = {.c = c};
    return inspect_with(&i);
}

static int recognise_format(const struct command *c, enum recognise_format *out, struct fault *f)
{
    static const char *const names[] = {[RECOGNISE_TEXT] = "text", [RECOGNISE_JSON] = "json", [RECOGNISE_HTML] = "html"};
    const char *name = c->values[OPTION_FORMAT] ? c->values[OPTION_FORMAT] : "text";
    for (int i = RECOGNISE_TEXT; i <= RECOGNISE_HTML; i++)
        if (strcmp(names[i], name) == 0) {
            *out = (enum recognise_format)i;
            return 0;
        }
    return fault_set(f, FAULT_OPTION_CHOICE, "format", name, "text, json, html");
}

int verb_recognise(const struct command *c)
{
    struct inspection i = {.c = c};
    struct fault f = {0};
    if (recognise_format(c, &i.format, &f) < 0 || setting_as_of(c, &i.as_of, &f) < 0)
        return fail_with(&f, c->language);
    int code;
    struct ruleset *rules = load_policy(c, &code);
    if (!rules)
        return code;
    i.vocabulary = ruleset_vocabulary(rules);
    code = inspect_with(&i);
    ruleset_free(rules);
    return code;
}

int verb_schema(const struct command *c)
{
    struct buffer out;
    struct fault f = {0};
    int code = EXIT_CLEAN;
    buffer_init(&out, SCHEMA_BYTES);
    schema_write_xsd(&out);
    if (out.failed) {
        fault_set(&f, FAULT_MEMORY);
        code = fail_with(&f, c->language);
    } else {
        fwrite(out.at, 1, out.len, stdout);
    }
    buffer_free(&out);
    return code;
}
