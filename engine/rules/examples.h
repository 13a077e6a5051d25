/* The examples in rules are their tests: inline documents with the outcome that each must have. */
#ifndef KIJUN_RULES_EXAMPLES_H
#define KIJUN_RULES_EXAMPLES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/fault.h"
#include "rules/coverage.h"

struct example_report {
    const struct rule_info *rule;
    const char *name;           /* of the example */
    const char *file;
    uint32_t line;
    const char *expected;       /* "fail:late" or several, joined by ", " */
    const char *got;            /* in the same form */
    const char *text;           /* of the first finding or reason, in English; "" */
    bool good;
    size_t index;               /* among the examples of the rule, from 0 */
    int64_t nanoseconds;        /* to judge it; the least of all rounds */
    size_t memory;              /* bytes that the rule's code took */
};

/* What is run and who is told. */
struct example_run {
    const char *rule;           /* the only one whose examples are run; NULL: every rule that the policy can switch on */
    void (*each)(void *context, const struct example_report *);
    void (*covered)(void *context, const struct rule_coverage *); /* once a rule; NULL: coverage is not measured */
    void *context;
    int rounds;                 /* how often each example is judged, for measuring; 0: once */
};

/* Runs examples, rule by rule, by id; what `each` and `covered` are shown lives until they return. Returns how many are
 * not as expected; -1 with *f set when nothing could be run.
 *
 * `expect` is an outcome, with ":message" when it has one, or a list of them: then each must come about, and nothing
 * else. A single one may come about several times. */
long examples_run(const struct ruleset *r, const struct example_run *run, struct fault *f);

#endif
