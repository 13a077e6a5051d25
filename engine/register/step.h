/* What a run or a person does to one finding: where it stands after. Nothing here touches the register, so that a report
 * can say what recording the run will come to. */
#ifndef KIJUN_REGISTER_STEP_H
#define KIJUN_REGISTER_STEP_H

#include "register/ledger.h"

struct standing {
    enum finding_state state;   /* STATE_COUNT: not in the register yet */
    bool failing;               /* the check fails */
    enum grade grade;
    day due;                    /* DAY_NONE: none */
    int64_t recurrences;
};

struct step {
    enum ledger_action action;
    enum grade grade;           /* after the step; only ACTION_FOUND, ACTION_WAIVED and ACTION_REGRADED change it */
    day due;                    /* DAY_NONE: leaves it */
};

enum { STEPS_MOST = 2 };

/* What a run found, of one supplier on one day. */
struct step_run {
    const struct due_terms *terms;
    const char *tier;           /* NULL: unknown */
    day as_of;
};

/* The steps of a run that made the finding; none when nothing changes. */
size_t steps_found(const struct step_run *run, const struct standing *before, enum grade grade, bool waived,
                   struct step out[STEPS_MOST]);
/* The steps of a run that did not make it. `outcome`: what its rule came to; OUTCOME_NOT_APPLICABLE when the rule is no
 * longer there. None when the rule could not be judged. */
size_t steps_gone(const struct standing *before, enum outcome outcome, struct step out[STEPS_MOST]);
/* The standing after a step; its state is STATE_COUNT when the step is not possible. */
struct standing step_after(const struct due_terms *terms, const struct standing *before, const struct step *s);

/* In the hands of the supplier: neither accepted, nor closed, nor passing and waiting for a re-audit. */
bool state_is_open(enum finding_state s);
bool is_overdue(enum finding_state s, day due, day as_of);

#endif
