/* Which rules cost most, measured on their own examples. Times are of this machine and this moment: they go to a person, never
 * into a report. */
#ifndef KIJUN_RULES_BENCH_H
#define KIJUN_RULES_BENCH_H

#include "rules/examples.h"

struct rule_cost {
    const struct rule_info *rule;
    size_t examples;
    int64_t nanoseconds;        /* for one subject, the mean of its examples */
    int64_t slowest;            /* of its examples */
    size_t memory;              /* the most bytes that its code took for one subject */
};

enum { BENCH_ROUNDS = 20 };

/* Measures every rule (or one, `rule`) that has examples; *out is sorted, the slowest first, and freed by the caller.
 * Returns how many; -1 with *f set. */
long bench_run(const struct ruleset *r, const char *rule, struct rule_cost **out, struct fault *f);

#endif
