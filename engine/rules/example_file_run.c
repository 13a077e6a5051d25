/* Judging the example documents of a pack, and comparing what came about with what their remarks expect. */
#include <string.h>

#include "rules/example_bench.h"

enum { CAME = 256 };

/* One outcome of the rule. */
struct came {
    const char *outcome;            /* "fail:late" */
    const char *file;               /* NULL: it stands nowhere */
    uint32_t line;                  /* 0: it stands nowhere */
    bool paragraph;
    const char *const *text;
    bool taken;
};

struct comparison {
    struct bench *b;
    const struct rule *rule;
    const struct example_file *file;
    const struct result *result;
    struct came came[CAME];
    size_t count;
    const struct expectation *expected[EXAMPLE_EXPECTED];
    bool met[EXAMPLE_EXPECTED];
    size_t expected_count;
    size_t wrong;
};

/* ---- what came about ---- */

static const char *const no_text[LANGUAGE_COUNT] = {"", ""};

static void add(struct comparison *c, enum outcome o, const char *message, const struct place *place,
                const char *const *text)
{
    const char *outcome = bench_outcome(c->b, o, message);
    if (c->count < CAME && outcome)
        c->came[c->count++] = (struct came){outcome, place ? place->document : NULL, place ? place->line : 0,
                                            place && place->paragraph, text && text[LANGUAGE_EN] ? text : no_text, false};
}

static void gather(struct comparison *c)
{
    const struct result *r = c->result;
    for (size_t i = 0; i < r->judgement_count; i++) {
        const struct judgement *j = &r->judgements[i];
        if (j->rule != &c->rule->info && j->outcome != OUTCOME_ERROR)
            continue;
        for (size_t k = 0; k < r->finding_count; k++)
            if (r->findings[k].judgement == i)
                add(c, r->findings[k].outcome, r->findings[k].message, &r->findings[k].place, r->findings[k].text);
        if (!j->finding_count)
            add(c, j->outcome, j->outcome == OUTCOME_NOT_APPLICABLE ? j->message : NULL, NULL, j->reason);
    }
}

/* ---- comparing ---- */

/* A remark speaks of its own line and of the next; one in the head of the document, of all of it. What stands nowhere, such as
 * a missing clause, may be expected anywhere. */
static bool at_place(const struct expectation *e, const struct came *g)
{
    const struct remark *r = e->remark;
    if (!g->line || !g->file || strcmp(g->file, r->file))
        return false;
    return g->line == r->line || g->line == r->about;
}

static bool anywhere(const struct expectation *e, const struct came *g)
{
    return e->remark->head || !g->line;
}

static void match(struct comparison *c, bool (*place)(const struct expectation *, const struct came *))
{
    for (size_t i = 0; i < c->expected_count; i++)
        for (size_t k = 0; k < c->count && !c->met[i]; k++)
            if (!c->came[k].taken && bench_fits(c->expected[i]->outcome, c->came[k].outcome) &&
                place(c->expected[i], &c->came[k]))
                c->met[i] = c->came[k].taken = true;
}

static bool is_finding(const char *outcome)
{
    return !bench_fits(outcome_name(OUTCOME_PASS), outcome) && !bench_fits(outcome_name(OUTCOME_NOT_APPLICABLE), outcome);
}

/* ---- telling ---- */

static void tell(struct comparison *c, const struct expectation *e, const struct came *g)
{
    const char *path = c->file->path;
    if (e)
        path = example_file_path(c->file, e->remark, c->b->arena);
    else if (g->file && c->file->folder)
        path = arena_format(c->b->arena, "%s/%s", path, g->file);
    const struct example_report report = {
        .rule = &c->rule->info, .name = c->file->name, .file = path ? path : c->file->path, .line = e ? e->remark->line : g->line,
        .expected = e ? e->outcome : NULL, .got = g ? g->outcome : "", .got_at = g ? g->line : 0, .paragraph = g && g->paragraph,
        .expected_at = e && !e->remark->head && is_finding(e->outcome) ? e->remark->about : 0, .text = g ? g->text : no_text, .document = c->file, .expectation = e,
        .nanoseconds = c->b->took, .memory = c->b->memory};
    c->wrong++;
    bench_report(c->b, c->wrong == 1 ? c->result : NULL, &report);
}

/* The next outcome that nobody expected; a pass only when it stands against an expectation. */
static struct came *next_left(struct comparison *c, bool passes)
{
    for (size_t k = 0; k < c->count; k++)
        if (!c->came[k].taken && (passes || is_finding(c->came[k].outcome))) {
            c->came[k].taken = true;
            return &c->came[k];
        }
    return NULL;
}

static void tell_all(struct comparison *c)
{
    for (size_t i = 0; i < c->expected_count; i++)
        if (!c->met[i])
            tell(c, c->expected[i], next_left(c, true));
    for (const struct came *g; (g = next_left(c, false)) != NULL;)
        tell(c, NULL, g);
    if (c->wrong)
        return;
    const struct example_report report = {
        .rule = &c->rule->info, .name = c->file->name, .file = c->file->path, .expected = "", .got = "", .text = no_text,
        .good = true, .document = c->file, .nanoseconds = c->b->took, .memory = c->b->memory};
    bench_report(c->b, c->result, &report);
}

static void compare(struct bench *b, const struct rule *r, const struct example_file *e, const struct result *result)
{
    struct comparison *c = arena_alloc(b->arena, sizeof *c);
    if (!c)
        return;
    *c = (struct comparison){.b = b, .rule = r, .file = e, .result = result};
    while (c->expected_count < EXAMPLE_EXPECTED &&
           (c->expected[c->expected_count] = example_file_expects(e, r, c->expected_count)) != NULL)
        c->expected_count++;
    gather(c);
    match(c, at_place);
    match(c, anywhere);
    tell_all(c);
}

/* ---- running ---- */

static const struct result *judge_file(struct bench *b, const struct rule *r, const struct example_file *e)
{
    struct fault f = {.id = FAULT_NONE};
    struct subject *s = NULL;
    day when;
    arena_reset(b->subject_arena);
    arena_reset(b->arena);
    const struct rule_setting *settings = bench_settings(b, r, NULL, &f);
    if (!settings || !value_parse_date(e->as_of, strlen(e->as_of), &when))
        return NULL;
    int failed = loader_subject(b->loader, b->subject_arena, e->path, !e->folder, &s, &f);
    return bench_judge(b, s, failed ? &f : NULL, e->path, when, settings);
}

void bench_run_files(struct bench *b, const struct rule *r)
{
    for (size_t i = 0; i < b->files.count; i++) {
        const struct example_file *e = &b->files.at[i];
        const struct result *result = NULL;
        b->took = -1;
        if (!example_file_asks(e, r))
            continue;
        for (int round = 0; round < b->run->rounds + !b->run->rounds; round++)
            result = judge_file(b, r, e);
        if (result)
            compare(b, r, e, result);
        else
            b->wrong++; /* memory was out: not a pass */
    }
}
