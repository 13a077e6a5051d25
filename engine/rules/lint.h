/* What is no mistake at load time but will bite later: outcomes that nothing shows, texts that nobody translated, parameters
 * that change nothing, comparisons that are never true. */
#ifndef KIJUN_RULES_LINT_H
#define KIJUN_RULES_LINT_H

#include <stddef.h>

#include "base/fault.h"
#include "rules/evaluate.h"

enum { LINT_FINDINGS = 5000 };

/* What was found. Zeroed to start with; lint_free in any case. */
struct lint {
    struct fault *at;
    size_t count, room;
    bool failed;                /* memory or room was out: what was found is not all */
    struct fault spare;         /* takes what has no room */
};

/* A cleared fault to be filled in; never NULL. */
struct fault *lint_add(struct lint *l);
/* Looks at the rules and manifests of the packs that a policy names (of the one pack of ruleset_load_pack), and runs their
 * examples. 0, or -1 with *f set. */
int lint_rules(const struct ruleset *r, struct lint *out, struct fault *f);
/* By file and line. */
void lint_sort(struct lint *l);
void lint_free(struct lint *l);

#endif
