/* Looking for what will bite later. Private to the rules floor. */
#ifndef KIJUN_RULES_LINTING_H
#define KIJUN_RULES_LINTING_H

#include "rules/coverage.h"
#include "rules/lint.h"
#include "rules/ruleset.h"

struct linting {
    struct lint *out;
    const struct rule *rule;
    struct arena *scratch;      /* reset for every rule */
};

/* Notes a finding at a file and line. */
#define lint_say(l, in_file, in_line, ...)      \
    do {                                        \
        struct fault *fault_ = lint_add(l);     \
        fault_set(fault_, __VA_ARGS__);         \
        fault_where(fault_, in_file, in_line);  \
    } while (0)

/* The declaration of a rule. */
void lint_declaration(struct linting *l);
/* Its code. */
void lint_code(struct linting *l);
/* What its examples reach. */
void lint_coverage(struct linting *l, const struct rule_coverage *c);

#endif
