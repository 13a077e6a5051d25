#include "rules/bench.h"

#include <stdlib.h>
#include <string.h>

struct costs {
    struct rule_cost *at;
    size_t count;
};

static void add(void *context, const struct example_report *e)
{
    struct costs *c = context;
    if (!c->count || c->at[c->count - 1].rule != e->rule)
        c->at[c->count++] = (struct rule_cost){.rule = e->rule};
    struct rule_cost *cost = &c->at[c->count - 1];
    cost->examples++;
    cost->nanoseconds += e->nanoseconds;
    cost->slowest = e->nanoseconds > cost->slowest ? e->nanoseconds : cost->slowest;
    cost->memory = e->memory > cost->memory ? e->memory : cost->memory;
}

static int slowest_first(const void *a, const void *b)
{
    const struct rule_cost *x = a, *y = b;
    int order = (x->nanoseconds < y->nanoseconds) - (x->nanoseconds > y->nanoseconds);
    return order ? order : strcmp(x->rule->id, y->rule->id);
}

long bench_run(const struct ruleset *r, const char *rule, struct rule_cost **out, struct fault *f)
{
    const struct rule_info *const *all;
    struct costs c = {.at = calloc(ruleset_rules(r, &all) + 1, sizeof *c.at)};
    const struct example_run run = {.rule = rule, .each = add, .context = &c, .rounds = BENCH_ROUNDS};
    if (!c.at)
        return fault_set(f, FAULT_MEMORY);
    if (examples_run(r, &run, f) < 0) {
        free(c.at);
        return -1;
    }
    for (size_t i = 0; i < c.count; i++)
        c.at[i].nanoseconds /= (int64_t)c.at[i].examples;
    qsort(c.at, c.count, sizeof *c.at, slowest_first);
    *out = c.at;
    return (long)c.count;
}
