/* `kijun convert`: a contract as native XML, with what was recognised in it declared. */
#include <string.h>

#include "cli/inspect.h"
#include "cli/pack_verbs.h"
#include "language/convert.h"

struct conversion {
    const struct vocabulary *vocabulary;
    day as_of;
    struct arena *arena;        /* of a copy of the subject, which is changed */
};

static bool prepare(struct inspection *i)
{
    struct conversion *own = i->own;
    own->arena = arena_new((size_t)2 * LOAD_ARENA_BYTES);
    return own->arena != NULL;
}

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static bool is_whole(const struct inspection *i)
{
    bool whole = i->subject && !i->fault.id;
    for (const struct document *d = whole ? i->subject->documents : NULL; d; d = d->next)
        whole &= d->fault.id == FAULT_NONE;
    return whole;
}

/* Nothing is written of what was not read whole: what is kept as the contract must be all of it. */
static void write_converted(struct inspection *i, struct buffer *out)
{
    struct conversion *own = i->own;
    struct subject *copy = NULL;
    struct fault f = {0};
    if (!is_whole(i))
        return;
    arena_reset(own->arena);
    if (loader_subject(i->loader, own->arena, i->path, true, &copy, &f) == 0 &&
        convert_write(own->vocabulary, i->subject, copy, own->as_of, base_name(i->path), i->c->language, own->arena, out))
        return; /* where the output is too small it is written again, into a larger one */
    buffer_clear(out);
    fault_set(&i->fault, f.id ? f.id : FAULT_DOCUMENT_MEMORY);
    fault_where(&i->fault, i->path, 0);
}

/* To the file that is named, which must be new: one that a person has corrected is not written over. */
static void show(struct inspection *i, const char *at, size_t len)
{
    const char *to = i->c->values[OPTION_OUT];
    struct fault f = {0};
    struct buffer b;
    if (len == 0 || !to) {
        fwrite(at, 1, len, stdout);
        return;
    }
    buffer_init(&b, len + 1);
    buffer_add(&b, at, len);
    if (b.failed)
        fault_set(&f, FAULT_MEMORY);
    else
        pack_write_new(to, &b, 0644, &f);
    buffer_free(&b);
    if (f.id)
        inspect_fault(i, &f);
}

int verb_convert(const struct command *c)
{
    struct conversion own = {.vocabulary = NULL};
    struct inspection i = {.c = c, .paths = (const char *const *)c->arguments, .own = &own, .prepare = prepare,
                           .write = write_converted, .show = show};
    struct fault f = {0};
    if (setting_as_of(c, &own.as_of, &f) < 0)
        return fail_with(&f, c->language);
    int code;
    struct ruleset *rules = load_policy(c, &code);
    if (!rules)
        return code;
    own.vocabulary = ruleset_vocabulary(rules);
    code = inspect(&i);
    ruleset_free(rules);
    return code;
}
