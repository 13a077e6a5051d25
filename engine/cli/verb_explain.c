/* `kijun explain RULE [SUPPLIER]`: what a rule read, with which parameters, and why it decided so.
 * `kijun rules`: what is in force under a policy, for all or for one supplier. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "cli/inspect.h"
#include "report/explain.h"

enum { LIST_BYTES = 16 * 1024 * 1024, EXPLAIN_ARENA = 64 * 1024 * 1024 };

struct explanation {
    const struct ruleset *rules;
    const struct rule_info *rule;   /* NULL: all */
    enum language language;
    bool as_json;
    day as_of;
    struct judge *judge;
    struct arena *arena;            /* of what is written about one subject */
};

/* ---- one rule ---- */

static const struct effective *find_effective(const struct explanation *x, const struct effective *all, size_t count)
{
    for (size_t i = 0; all && i < count; i++)
        if (all[i].rule == x->rule)
            return &all[i];
    return NULL;
}

/* Everything about a subject, or about none in particular. */
static void write_about(struct explanation *x, const struct subject *s, const struct result *r, struct buffer *out)
{
    size_t count = 0;
    const struct effective *all = explain_effective(x->rules, s, x->arena, &count), *one = find_effective(x, all, count);
    if (!all || (x->rule && !one))
        out->failed = true;
    else if (x->rule)
        explain_write(one, r, x->language, out);
    else if (x->as_json)
        effective_write_json(all, count, out);
    else
        effective_write_text(all, count, x->language, out);
}

/* ---- in the worker ---- */

static bool prepare(struct inspection *i)
{
    struct explanation *x = i->own;
    struct fault f = {0};
    x->judge = judge_new(x->rules, &f);
    return x->judge != NULL;
}

static void write_subject(struct inspection *i, struct buffer *out)
{
    struct explanation *x = i->own;
    arena_reset(x->arena);
    if (!i->subject)
        return;
    const struct result *r = NULL;
    if (x->rule)
        r = explain_judge(x->judge, x->rules, x->rule, i->subject, i->fault.id ? &i->fault : NULL, i->path, x->as_of,
                          i->arena, x->arena);
    if (x->rule && !r)
        out->failed = true;
    else
        write_about(x, i->subject, r, out);
}

/* ---- the verbs ---- */

static int show_for(const struct command *c, struct explanation *x, const char *path)
{
    const char *const paths[] = {path, NULL};
    struct inspection i = {.c = c, .paths = paths, .own = x, .prepare = prepare, .write = write_subject};
    return inspect(&i);
}

static int show(const struct command *c, struct explanation *x)
{
    struct buffer out;
    struct fault f = {0};
    buffer_init(&out, LIST_BYTES);
    write_about(x, NULL, NULL, &out);
    int code = EXIT_CLEAN;
    if (out.failed) {
        fault_set(&f, FAULT_MEMORY);
        code = fail_with(&f, c->language);
    } else if (out.len)
        fwrite(out.at, 1, out.len, stdout);
    buffer_free(&out);
    return code;
}

static int explain_with(const struct command *c, struct explanation *x, const char *path)
{
    struct fault f = {0};
    x->arena = arena_new(EXPLAIN_ARENA);
    if (!x->arena) {
        fault_set(&f, FAULT_MEMORY);
        return fail_with(&f, c->language);
    }
    int code = path ? show_for(c, x, path) : show(c, x);
    arena_free(x->arena);
    return code;
}

static int no_such_rule(const struct command *c, const char *id, const struct rule_info *const *all, size_t count)
{
    struct fault f = {0};
    const char **ids = calloc(count + 1, sizeof *ids);
    for (size_t i = 0; ids && i < count; i++)
        ids[i] = all[i]->id;
    const char *near = ids ? text_suggest(id, ids, count) : NULL;
    if (near)
        fault_set(&f, FAULT_UNKNOWN_RULE_NEAR, id, near);
    else
        fault_set(&f, FAULT_UNKNOWN_RULE, id);
    free(ids);
    return fail_with(&f, c->language);
}

int verb_explain(const struct command *c)
{
    struct explanation x = {.language = c->language};
    const struct rule_info *const *all;
    struct fault f = {0};
    int code;
    if (setting_as_of(c, &x.as_of, &f) < 0)
        return fail_with(&f, c->language);
    struct ruleset *rules = load_policy(c, &code);
    size_t count = rules ? ruleset_rules(rules, &all) : 0;
    x.rules = rules;
    for (size_t i = 0; i < count; i++)
        if (strcmp(all[i]->id, c->arguments[0]) == 0)
            x.rule = all[i];
    if (rules)
        code = x.rule ? explain_with(c, &x, c->arguments[1]) : no_such_rule(c, c->arguments[0], all, count);
    ruleset_free(rules);
    return code;
}

int verb_rules(const struct command *c)
{
    const char *format = c->values[OPTION_FORMAT] ? c->values[OPTION_FORMAT] : "text";
    struct explanation x = {.language = c->language, .as_json = strcmp(format, "json") == 0};
    struct fault f = {0};
    int code;
    if (!x.as_json && strcmp(format, "text") != 0) {
        fault_set(&f, FAULT_OPTION_CHOICE, "format", format, "text, json");
        return fail_with(&f, c->language);
    }
    struct ruleset *rules = load_policy(c, &code);
    x.rules = rules;
    if (rules)
        code = explain_with(c, &x, c->values[OPTION_SUPPLIER]);
    ruleset_free(rules);
    return code;
}
