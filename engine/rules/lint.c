#include "rules/lint.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rules/examples.h"
#include "rules/linting.h"
#include "rules/rule_source.h"

enum { SCRATCH = 16 * 1024 * 1024 };

/* ---- what was found ---- */

struct fault *lint_add(struct lint *l)
{
    if (l->count == l->room && l->room < LINT_FINDINGS) {
        size_t room = l->room ? l->room * 2 : 32;
        struct fault *more = realloc(l->at, room * sizeof *more);
        if (more) {
            l->at = more;
            l->room = room;
        }
    }
    if (l->count == l->room) {
        l->failed = true;
        fault_clear(&l->spare);
        return &l->spare;
    }
    fault_clear(&l->at[l->count]);
    return &l->at[l->count++];
}

static int by_place(const void *a, const void *b)
{
    const struct fault *x = a, *y = b;
    int order = strcmp(x->file, y->file);
    if (!order)
        order = (x->line > y->line) - (x->line < y->line);
    if (!order)
        order = (x->id > y->id) - (x->id < y->id);
    for (size_t i = 0; !order && i < FAULT_ARGS; i++)
        order = strcmp(x->arg[i], y->arg[i]);
    return order;
}

void lint_sort(struct lint *l)
{
    if (l->count)
        qsort(l->at, l->count, sizeof *l->at, by_place);
    size_t kept = 0;
    for (size_t i = 0; i < l->count; i++)
        if (!kept || by_place(&l->at[kept - 1], &l->at[i]))
            l->at[kept++] = l->at[i];
    l->count = kept;
}

void lint_free(struct lint *l)
{
    free(l->at);
    *l = (struct lint){.at = NULL};
}

/* ---- coverage ---- */

static bool unused(const struct linting *l, const char *message)
{
    for (size_t i = 0; i < l->out->count; i++)
        if (l->out->at[i].id == FAULT_LINT_MESSAGE_UNUSED && !strcmp(l->out->at[i].arg[0], l->rule->info.id) &&
            !strcmp(l->out->at[i].arg[1], message))
            return true;
    return false;
}

void lint_coverage(struct linting *l, const struct rule_coverage *c)
{
    for (size_t i = 0; i < c->outcome_count; i++)
        if (!c->outcomes[i].reached && !unused(l, c->outcomes[i].name))
            lint_say(l->out, c->file, c->outcomes[i].line, FAULT_UNCOVERED_OUTCOME, c->rule->id, c->outcomes[i].name);
    for (size_t i = 0, end; i < c->missed_count; i = end) {
        char first[16], last[16];
        for (end = i + 1; end < c->missed_count && c->missed[end] == c->missed[end - 1] + 1;)
            end++;
        snprintf(first, sizeof first, "%u", c->missed[i]);
        snprintf(last, sizeof last, "%u", c->missed[end - 1]);
        if (end == i + 1)
            lint_say(l->out, c->file, c->missed[i], FAULT_UNCOVERED_LINE, c->rule->id, first);
        else
            lint_say(l->out, c->file, c->missed[i], FAULT_UNCOVERED_LINES, c->rule->id, first, last);
    }
}

static void see_example(void *context, const struct example_report *e)
{
    struct linting *l = context;
    if (!e->good && !e->expected)
        lint_say(l->out, e->file, e->line, FAULT_EXAMPLE_UNEXPECTED, e->rule->id, e->got, e->text[LANGUAGE_EN]);
    else if (!e->good)
        lint_say(l->out, e->file, e->line, FAULT_LINT_EXAMPLE_WRONG, e->rule->id, e->name, e->expected,
                 *e->got ? e->got : e->text[LANGUAGE_EN]);
}

static void see_mistake(void *context, const struct fault *f)
{
    struct linting *l = context;
    *lint_add(l->out) = *f;
}

static void see_coverage(void *context, const struct rule_coverage *c)
{
    struct linting *l = context;
    l->rule = (const struct rule *)c->rule; /* a rule_info of ours is a rule */
    lint_coverage(l, c);
}

/* ---- manifests ---- */

static bool serves(const struct pack *p, const char *control)
{
    for (size_t i = 0; i < p->rule_count; i++)
        for (size_t k = 0; k < p->rules[i].info.control_count; k++)
            if (!strcmp(p->rules[i].info.controls[k], control))
                return true;
    return false;
}

static void check_standards(struct linting *l, const struct pack *p)
{
    const struct data *all = data_get(p->declared, "standards");
    for (size_t i = 0; all && all->type == DATA_TABLE && i < all->as.table.named; i++) {
        const struct data *standard = &all->as.table.members[i];
        for (size_t k = 0; k < data_items(standard); k++) {
            const struct data *item = data_item(standard, k);
            const char *control = item->type == DATA_TEXT
                                      ? arena_format(l->scratch, "%s %s", standard->key, item->as.text.at) : NULL;
            if (control && !serves(p, control))
                lint_say(l->out, item->file, item->line, FAULT_LINT_CONTROL_UNSERVED, control);
        }
    }
}

/* A question counts as asked when the code of a rule says its id as a text. */
static bool asks(struct linting *l, const struct pack *p, const char *question)
{
    char quoted[128];
    snprintf(quoted, sizeof quoted, "\"%.120s\"", question);
    for (size_t i = 0; i < p->rule_count; i++) {
        arena_reset(l->scratch);
        const char *code = rule_source_code(p->rules[i].source, p->rules[i].source_len, l->scratch);
        if (!code || strstr(code, quoted))
            return true;
    }
    return false;
}

static void check_question(struct linting *l, const struct pack *p, const struct data *where, const char *id)
{
    if (!asks(l, p, id))
        lint_say(l->out, where->file, where->line, FAULT_LINT_QUESTION_UNUSED, id);
}

static void check_manifest(struct linting *l, const struct pack *p)
{
    static const char *const wanted[] = {"date", "licence", "jurisdiction"};
    const struct data *questions = data_get(p->declared, "questions");
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        if (!data_get(p->declared, wanted[i]))
            lint_say(l->out, p->file, p->declared->line, FAULT_LINT_MANIFEST, wanted[i]);
    if (p->rule_count && !data_get(p->declared, "standards"))
        lint_say(l->out, p->file, p->declared->line, FAULT_LINT_MANIFEST, "standards");
    if (p->rule_count)
        check_standards(l, p);
    for (size_t i = 0; questions && questions->type == DATA_TABLE && i < questions->as.table.named; i++)
        check_question(l, p, &questions->as.table.members[i], questions->as.table.members[i].key);
    for (size_t i = 0; i < data_items(questions); i++)
        if (data_item(questions, i)->type == DATA_TEXT)
            check_question(l, p, data_item(questions, i), data_item(questions, i)->as.text.at);
}

/* ---- the whole ---- */

static void look_at(struct linting *l, const struct pack *p)
{
    check_manifest(l, p);
    for (size_t i = 0; i < p->rule_count; i++) {
        arena_reset(l->scratch);
        l->rule = &p->rules[i];
        lint_declaration(l);
        lint_code(l);
    }
}

int lint_rules(const struct ruleset *r, struct lint *out, struct fault *f)
{
    struct linting l = {.out = out, .scratch = arena_new(SCRATCH)};
    if (!l.scratch)
        return fault_set(f, FAULT_MEMORY);
    for (size_t i = 0; i < r->pack_count; i++)
        if (r->packs[i].chosen)
            look_at(&l, &r->packs[i]);
    const struct example_run run = {.each = see_example, .mistake = see_mistake, .covered = see_coverage, .context = &l};
    long wrong = examples_run(r, &run, f);
    arena_free(l.scratch);
    if (out->failed)
        return fault_set(f, FAULT_MEMORY);
    return wrong < 0 ? -1 : 0;
}
