/* What the examples of a rule reach of it: the lines of its functions, and the outcomes that it can have. */
#ifndef KIJUN_RULES_COVERAGE_H
#define KIJUN_RULES_COVERAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rules/evaluate.h"

/* An outcome that a rule can have: one of its messages, or "pass" when its code says pass. */
struct covered_outcome {
    const char *name;
    uint32_t line;              /* where the rule declares it */
    bool reached;
};

struct rule_coverage {
    const struct rule_info *rule;
    const char *file;
    size_t example_count;
    size_t line_count, lines_reached;   /* of the lines that functions have something to run on */
    const uint32_t *missed;             /* the other lines, ascending */
    size_t missed_count;
    size_t outcome_count, outcomes_reached;
    const struct covered_outcome *outcomes; /* messages by name, then pass */
};

#endif
