#include "rules/coverage.h"

#include <string.h>

#include "rules/chunk.h"
#include "rules/coverage_note.h"
#include "rules/rule_source.h"

/* ---- what there is ---- */

static size_t count_lines(const struct rule *r)
{
    size_t n = 2; /* lines count from 1 */
    for (size_t i = 0; i < r->source_len; i++)
        n += r->source[i] == '\n';
    return n;
}

static uint32_t line_of(const struct rule *r, const char *table, const char *key)
{
    const struct data *d = data_get(r->declared, table);
    const struct data *member = key ? data_get(d, key) : d;
    return member ? member->line : r->declared->line;
}

static bool says_pass(const struct chunk_report *code)
{
    for (size_t i = 0; i < code->count; i++)
        if (code->globals[i].nested && !strcmp(code->globals[i].name, "pass"))
            return true;
    return false;
}

static void add(struct coverage_notes *n, const char *name, uint32_t line)
{
    n->outcomes[n->outcome_count++] = (struct covered_outcome){.name = name, .line = line};
}

static void list_outcomes(struct coverage_notes *n, const struct chunk_report *code)
{
    const struct rule *r = n->rule;
    for (size_t i = 0; i < r->info.message_count; i++)
        add(n, r->info.messages[i].id, line_of(r, "messages", r->info.messages[i].id));
    if (says_pass(code))
        add(n, outcome_name(OUTCOME_PASS), line_of(r, "check", NULL));
}

struct coverage_notes *coverage_begin(const struct rule *r, struct sandbox *compiler, struct arena *arena)
{
    struct coverage_notes *n = arena_alloc(arena, sizeof *n);
    char *code = rule_source_code(r->source, r->source_len, arena);
    if (!n || !code)
        return NULL;
    n->rule = r;
    n->line_count = count_lines(r);
    n->runnable = arena_alloc(arena, n->line_count);
    n->reached = arena_alloc(arena, n->line_count);
    n->outcomes = arena_array(arena, r->info.message_count + 1, sizeof *n->outcomes);
    bool good = n->runnable && n->reached && n->outcomes &&
                sandbox_compile(compiler, r->chunk, code, r->source_len) == LUA_OK &&
                chunk_lines(compiler->L, arena, n->runnable, n->line_count);
    struct chunk_report report = {.sound = false};
    if (good)
        report = chunk_globals(compiler->L, arena);
    lua_settop(compiler->L, 0);
    if (!report.sound)
        return NULL;
    list_outcomes(n, &report);
    return n;
}

/* ---- what was reached ---- */

static void reach(struct coverage_notes *n, const char *name)
{
    for (size_t i = 0; name && i < n->outcome_count; i++)
        if (!strcmp(n->outcomes[i].name, name))
            n->outcomes[i].reached = true;
}

void coverage_note(struct coverage_notes *n, const struct result *result)
{
    for (size_t i = 0; i < result->judgement_count; i++) {
        const struct judgement *j = &result->judgements[i];
        if (j->rule != &n->rule->info)
            continue;
        reach(n, j->message);
        if (j->outcome == OUTCOME_PASS)
            reach(n, outcome_name(OUTCOME_PASS));
        for (size_t k = 0; k < result->finding_count; k++)
            if (result->findings[k].judgement == i)
                reach(n, result->findings[k].message);
    }
}

bool coverage_end(const struct coverage_notes *n, struct arena *arena, struct rule_coverage *out)
{
    uint32_t *missed = arena_array(arena, n->line_count, sizeof *missed);
    *out = (struct rule_coverage){.rule = &n->rule->info, .file = n->rule->file, .example_count = n->example_count,
                                  .outcomes = n->outcomes, .outcome_count = n->outcome_count, .missed = missed};
    if (!missed)
        return false;
    for (size_t i = 1; i < n->line_count; i++) {
        out->line_count += n->runnable[i];
        out->lines_reached += n->runnable[i] && n->reached[i];
        if (n->runnable[i] && !n->reached[i])
            missed[out->missed_count++] = (uint32_t)i;
    }
    for (size_t i = 0; i < n->outcome_count; i++)
        out->outcomes_reached += n->outcomes[i].reached;
    return true;
}
