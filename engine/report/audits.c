/* When a supplier was audited, and when it should be. */
#include "report/facts.h"

static day later(day a, day b)
{
    return a == DAY_NONE || (b != DAY_NONE && b > a) ? b : a;
}

static day sooner(day a, day b)
{
    return a == DAY_NONE || (b != DAY_NONE && b < a) ? b : a;
}

static void take_audit(struct audit_state *a, const struct fact *f, day as_of)
{
    day planned = f->day[0], performed = f->day[1];
    if (f->number[1] > 0 && f->number[1] < INT32_MAX) a->open += f->number[1];
    if (performed != DAY_NONE && performed <= as_of) {
        if (a->last == DAY_NONE || performed >= a->last) a->method = f->text[0];
        a->last = later(a->last, performed);
    } else if (planned != DAY_NONE && planned >= as_of) {
        a->next = sooner(a->next, planned);
    }
}

/* Where counting begins for a supplier never audited: the start of the business, else of its oldest contract. */
static day start_of(struct facts f)
{
    struct fact fact;
    day engaged = DAY_NONE, effective = DAY_NONE;
    while (facts_next(&f, &fact)) {
        if (fact.kind == FACT_PROFILE) engaged = fact.day[0];
        if (fact.kind == FACT_CONTRACT) effective = sooner(effective, fact.day[1]);
    }
    return engaged != DAY_NONE ? engaged : effective;
}

static day promised(const struct fact *f, day from)
{
    int64_t months = f->number[0], days = f->number[1];
    if (from == DAY_NONE || months < 0 || months > 1200 || days < 0 || days > 36600 || months + days == 0) return DAY_NONE;
    day due = day_add_months(from, (int)months);
    return due == DAY_NONE ? DAY_NONE : due + (day)days;
}

struct audit_state facts_audits(struct facts f, day as_of)
{
    struct audit_state a = {DAY_NONE, DAY_NONE, DAY_NONE, DAY_NONE, 0, NULL};
    struct fact fact, promise = {.kind = FACT_CUT};
    for (struct facts all = f; facts_next(&all, &fact);) {
        if (fact.kind == FACT_AUDIT) take_audit(&a, &fact, as_of);
        if (fact.kind == FACT_AUDIT_PROMISE) promise = fact;
    }
    for (struct facts all = f; facts_next(&all, &fact);) {
        day planned = fact.day[0];
        if (fact.kind == FACT_AUDIT && planned != DAY_NONE && planned < as_of && fact.day[1] == DAY_NONE &&
            (a.last == DAY_NONE || a.last < planned))
            a.missed = sooner(a.missed, planned);
    }
    if (promise.kind == FACT_AUDIT_PROMISE) a.promised = promised(&promise, a.last != DAY_NONE ? a.last : start_of(f));
    return a;
}

bool audit_overdue(const struct audit_state *a, day as_of)
{
    return a->missed != DAY_NONE || (a->promised != DAY_NONE && a->promised < as_of);
}
