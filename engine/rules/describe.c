#include "rules/describe.h"

#include <string.h>

#include "rules/example_files.h"
#include "rules/ruleset.h"

enum { DOCUMENTS_ARENA = 64 * 1024 * 1024 };

/* A rule_info of ours is a rule. */
static const struct rule *rule_of(const struct rule_info *r)
{
    return (const struct rule *)r;
}

struct param_range describe_param(const struct rule_info *r, size_t param)
{
    const struct param *p = &rule_of(r)->params[param];
    return (struct param_range){p->has_min, p->has_max, p->min, p->max, p->choice_count, p->choices};
}

size_t describe_examples(const struct rule_info *r)
{
    return data_items(data_get(rule_of(r)->declared, "examples"));
}

struct example_info describe_example(const struct rule_info *r, size_t n)
{
    const struct data *d = data_item(data_get(rule_of(r)->declared, "examples"), n);
    return (struct example_info){data_text(d, "name", ""),  data_text(d, "document", ""), data_text(d, "as_of", "2026-04-01"),
                                 data_get(d, "expect"), data_get(d, "params"), d ? d->line : 0};
}

const char *describe_need(const struct rule_info *r, size_t n, enum language l)
{
    for (int i = 0; rule_needs[i].name; i++)
        if (rule_of(r)->needs & 1u << i && n-- == 0)
            return rule_needs[i].words[l];
    return NULL;
}

const char *describe_alone(const struct rule_info *r, size_t n)
{
    const char *const *kinds = rule_contract_kinds();
    for (size_t i = 0; rule_of(r)->alone != ~0U && kinds[i]; i++)
        if (rule_of(r)->alone & 1u << i && n-- == 0)
            return kinds[i];
    return NULL;
}

const char *describe_file(const struct rule_info *r)
{
    return rule_of(r)->file;
}

static const struct pack *chosen(const struct ruleset *r)
{
    for (size_t i = 0; i < r->pack_count; i++)
        if (r->packs[i].chosen)
            return &r->packs[i];
    return NULL;
}

const struct pack_info *describe_pack(const struct ruleset *r)
{
    const struct pack *p = chosen(r);
    return p ? &p->info : NULL;
}

const struct data *describe_manifest(const struct ruleset *r)
{
    const struct pack *p = chosen(r);
    return p ? p->declared : NULL;
}

const struct data *describe_vocabulary(const struct ruleset *r)
{
    const struct pack *p = chosen(r);
    return p ? p->vocabulary : NULL;
}

void describe_rules(const struct ruleset *r, void (*each)(void *context, const struct rule_info *), void *context)
{
    const struct pack *p = chosen(r);
    for (size_t i = 0; p && i < r->rule_count; i++)
        if (r->rules[i]->pack == p)
            each(context, &r->rules[i]->info);
}

static void describe_document(const struct example_file *e, void (*each)(void *context, const struct document_expectation *),
                              void *context)
{
    struct document_expectation d = {.document = e->name, .as_of = e->as_of};
    if (!e->expected_count)
        each(context, &d);
    for (size_t i = 0; i < e->expected_count; i++) {
        const struct expectation *x = &e->expected[i];
        d.rule = &x->rule->info;
        d.outcome = x->outcome;
        d.line = x->remark->head ? 0 : x->remark->about;
        each(context, &d);
    }
}

bool describe_documents(const struct ruleset *r, void (*each)(void *context, const struct document_expectation *), void *context)
{
    struct example_files files;
    struct fault f = {.id = FAULT_NONE};
    struct arena *arena = arena_new(DOCUMENTS_ARENA);
    bool good = arena && example_files_load(r, arena, NULL, NULL, &files, &f) == 0;
    for (size_t i = 0; good && i < files.count; i++)
        if (files.at[i].pack == chosen(r))
            describe_document(&files.at[i], each, context);
    arena_free(arena);
    return good;
}
