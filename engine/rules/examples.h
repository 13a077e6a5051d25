/* The examples in rules are their tests: inline documents with the outcome that each must have. */
#ifndef KIJUN_RULES_EXAMPLES_H
#define KIJUN_RULES_EXAMPLES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/fault.h"
#include "rules/evaluate.h"

struct example_report {
    const struct rule_info *rule;
    const char *name;           /* of the example */
    const char *file;
    uint32_t line;
    const char *expected;       /* "fail:late" or several, joined by ", " */
    const char *got;            /* in the same form */
    const char *text;           /* of the first finding or reason, in English; "" */
    bool good;
};

/* Runs all examples of the rule called `rule` (NULL: of all rules), calling `each` for every one; texts live until it
 * returns. Returns how many are not as expected; -1 with *f set when nothing could be run.
 *
 * `expect` is an outcome, with ":message" when it has one, or a list of them: then each must come about, and nothing
 * else. A single one may come about several times. */
long examples_run(const struct ruleset *r, const char *rule, void (*each)(void *context, const struct example_report *),
                  void *context, struct fault *f);

#endif
