/* One walk over all rows: sums by tier, and each row's facts to those who gather them. */
#include "report/portfolio.h"

#include <string.h>

static const char *const tier_names[TIER_OTHER] = {"critical", "important", "standard", "low"};

enum portfolio_tier portfolio_tier(const char *tier)
{
    for (int i = 0; tier && i < TIER_OTHER; i++)
        if (strcmp(tier_names[i], tier) == 0) return (enum portfolio_tier)i;
    return TIER_OTHER;
}

const char *portfolio_tier_name(enum portfolio_tier t)
{
    return t < TIER_OTHER ? tier_names[t] : NULL;
}

static bool has_findings(const struct run_row *row)
{
    return row->grades[GRADE_OBSERVATION] || row->grades[GRADE_MINOR] || row->grades[GRADE_MAJOR] || row->grades[GRADE_NONE];
}

static void add_tier(struct portfolio *p, const struct run_row *row)
{
    struct tier_sum *t = &p->tiers[portfolio_tier(row->tier)];
    t->suppliers++;
    if (row->incomplete) t->incomplete++;
    else if (has_findings(row)) t->with_findings++;
    else t->clean++;
    for (int g = 0; g < GRADE_COUNT; g++) t->grades[g] += row->grades[g];
}

/* ---- months ---- */

static void init_months(struct portfolio *p)
{
    int year, month, dom;
    day_split(p->as_of, &year, &month, &dom);
    day first = p->as_of - (dom - 1);
    for (int i = 0; i < PORTFOLIO_MONTHS + PORTFOLIO_AHEAD; i++) {
        p->months[i].first = day_add_months(first, i - (PORTFOLIO_MONTHS - 1));
        p->months[i].least = COUNT_NONE;
    }
}

int portfolio_month(const struct portfolio *p, day d)
{
    int found = -1;
    if (d == DAY_NONE) return -1;
    for (int i = 0; i < PORTFOLIO_MONTHS + PORTFOLIO_AHEAD && p->months[i].first <= d; i++)
        if (p->months[i].first != DAY_NONE) found = i;
    int last = PORTFOLIO_MONTHS + PORTFOLIO_AHEAD - 1;
    return found == last && d >= day_add_months(p->months[last].first, 1) ? -1 : found;
}

/* ---- the walk ---- */

static bool add_facts(struct portfolio *p, const struct run_row *row)
{
    struct facts facts = facts_open(row->facts, row->facts_len);
    struct fact f;
    while (facts_next(&facts, &f)) {
        p->facts = true;
        if (f.kind == FACT_MEASURE) portfolio_measure(p, &f);
        else if (f.kind == FACT_INCIDENT) portfolio_incident(p, &f);
    }
    return portfolio_dates(p, row) && chains_add(&p->chains, row);
}

bool portfolio_gather(const struct run_report *r, struct portfolio *out)
{
    memset(out, 0, sizeof *out);
    out->as_of = r->as_of;
    init_months(out);
    controls_init(out, r);
    bool ok = chains_init(&out->chains) && dated_init(&out->expiring, PORTFOLIO_DATES, false) &&
              dated_init(&out->audits, PORTFOLIO_DATES, false) && dated_init(&out->done, PORTFOLIO_DATES, true);
    if (ok) r->rewind(r->rows);
    for (const struct run_row *row; ok && (row = r->next(r->rows)) != NULL;) {
        add_tier(out, row);
        if (row->by_rule) controls_add(out, row->by_rule);
        if (row->facts) ok = add_facts(out, row);
    }
    if (!ok) {
        portfolio_free(out);
        return false;
    }
    dated_finish(&out->expiring);
    dated_finish(&out->audits);
    dated_finish(&out->done);
    return true;
}

void portfolio_free(struct portfolio *p)
{
    dated_free(&p->expiring);
    dated_free(&p->audits);
    dated_free(&p->done);
    chains_free(&p->chains);
}
