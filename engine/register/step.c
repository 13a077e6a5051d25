#include "register/step.h"

bool state_is_open(enum finding_state s)
{
    return s < STATE_RE_AUDIT;
}

bool is_overdue(enum finding_state s, day due, day as_of)
{
    return state_is_open(s) && due != DAY_NONE && due < as_of;
}

/* Whether the check fails after the action; actions of people leave that as it was. */
static bool failing_after(enum ledger_action action, bool before)
{
    switch (action) {
    case ACTION_FOUND:
    case ACTION_WAIVED:
        return true;
    case ACTION_PASSED:
    case ACTION_WITHDRAWN:
        return false;
    default:
        return before;
    }
}

static bool awaits_re_audit(const struct due_terms *terms, const struct standing *before)
{
    return terms->re_audit != GRADE_NONE && before->grade >= terms->re_audit && before->state != STATE_ACCEPTED &&
           before->state != STATE_CLOSED;
}

struct standing step_after(const struct due_terms *terms, const struct standing *before, const struct step *s)
{
    struct standing after = *before;
    bool returns = s->action == ACTION_FOUND || s->action == ACTION_WAIVED;
    after.failing = failing_after(s->action, before->failing);
    if (returns || s->action == ACTION_REGRADED)
        after.grade = s->grade;
    if (s->due != DAY_NONE)
        after.due = s->due;
    if (before->state == STATE_COUNT) {
        after.state = s->action == ACTION_FOUND ? STATE_OPEN : STATE_COUNT;
        return after;
    }
    after.state = state_after(before->state, s->action, before->failing);
    if (s->action == ACTION_PASSED && awaits_re_audit(terms, before))
        after.state = STATE_RE_AUDIT;
    after.recurrences += returns && before->state == STATE_CLOSED;
    return after;
}

static size_t steps_new(const struct step_run *run, enum grade grade, bool waived, struct step out[STEPS_MOST])
{
    out[0] = (struct step){ACTION_FOUND, grade, due_day(run->terms, run->tier, grade, run->as_of)};
    out[1] = (struct step){ACTION_WAIVED, grade, DAY_NONE};
    return waived ? 2 : 1;
}

/* A finding that weighs more than before leaves less time, unless a date was agreed in a plan. */
static day due_regraded(const struct step_run *run, const struct standing *before, enum grade grade)
{
    day due = due_day(run->terms, run->tier, grade, run->as_of);
    bool sooner = before->due == DAY_NONE || due < before->due;
    bool agreed = before->state != STATE_OPEN && before->state != STATE_CAUSE_GIVEN;
    return due != DAY_NONE && grade > before->grade && sooner && !agreed ? due : DAY_NONE;
}

/* What returns starts anew. What was being corrected although the check passed (a re-audit found it not effective) and now
 * fails again keeps its plan and its date. */
size_t steps_found(const struct step_run *run, const struct standing *before, enum grade grade, bool waived,
                   struct step out[STEPS_MOST])
{
    enum ledger_action action = waived ? ACTION_WAIVED : ACTION_FOUND;
    if (before->state == STATE_COUNT)
        return steps_new(run, grade, waived, out);
    bool moves = state_after(before->state, action, true) != before->state;
    day due = !moves ? due_regraded(run, before, grade)
              : waived ? DAY_NONE : due_day(run->terms, run->tier, grade, run->as_of);
    if (!moves && before->failing)
        action = ACTION_REGRADED;
    out[0] = (struct step){action, grade, due};
    return moves || !before->failing || before->grade != grade;
}

size_t steps_gone(const struct standing *before, enum outcome outcome, struct step out[STEPS_MOST])
{
    if (!before->failing || outcome == OUTCOME_ERROR || outcome == OUTCOME_INDETERMINATE)
        return 0;
    enum ledger_action action = outcome == OUTCOME_NOT_APPLICABLE ? ACTION_WITHDRAWN : ACTION_PASSED;
    out[0] = (struct step){action, before->grade, DAY_NONE};
    return 1;
}
