/* How long a supplier has to correct a nonconformity, and when a correction is audited again: `due` and `re_audit` of a
 * policy. */
#ifndef KIJUN_RULES_DUE_H
#define KIJUN_RULES_DUE_H

#include "rules/evaluate.h"

enum { DUE_TIERS = 8, DUE_MOST = 3650 /* days */, DUE_UNSAID = -1 };

struct due_tier {
    const char *tier;           /* of the supplier */
    int days[GRADE_COUNT];      /* DUE_UNSAID: as for other suppliers */
};

struct due_terms {
    int days[GRADE_COUNT];      /* from the day of finding; 0: no due date */
    size_t tier_count;
    struct due_tier tiers[DUE_TIERS];
    enum grade re_audit;        /* from this grade on a passing check waits for a re-audit; GRADE_NONE: it closes */
};

/* Major 30 days, minor 90; for suppliers of tier critical 14 and 60; observations have no due date. No re-audit. */
struct due_terms due_terms_standard(void);
/* The standard with what the policy's chain says. Borrows from the ruleset. */
const struct due_terms *ruleset_due(const struct ruleset *r);
/* The last day for a finding made on day `found`; DAY_NONE: none. `tier` may be NULL. */
day due_day(const struct due_terms *t, const char *tier, enum grade grade, day found);

struct loading;
struct data;
/* Reads `due` and `re_audit` of one policy over what its base says. Private to the rules floor. */
void due_read(struct loading *l, const struct data *policy, struct due_terms *out);

#endif
