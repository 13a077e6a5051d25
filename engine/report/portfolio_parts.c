/* What the facts of one supplier add to a portfolio: controls, service, dates. */
#include <string.h>

#include "report/portfolio.h"

/* ---- controls ---- */

static struct control_sum *control_named(struct portfolio *p, const char *name)
{
    for (size_t i = 0; i < p->control_count; i++)
        if (strcmp(p->controls[i].name, name) == 0) return &p->controls[i];
    return NULL;
}

/* Numbers within a name in the order of their value: A.5.9 before A.5.19. */
static int compare_names(const char *a, const char *b)
{
    while (*a && *b) {
        size_t x = strspn(a, "0123456789"), y = strspn(b, "0123456789");
        if (x && y) {
            if (x != y) return x < y ? -1 : 1;
            int order = strncmp(a, b, x);
            if (order) return order;
            a += x;
            b += y;
        } else {
            if (*a != *b) return (unsigned char)*a < (unsigned char)*b ? -1 : 1;
            a++;
            b++;
        }
    }
    return (*a != 0) - (*b != 0);
}

static void add_control(struct portfolio *p, const char *name)
{
    struct control_sum *known = control_named(p, name);
    if (known) known->rules++;
    if (known || p->control_count == PORTFOLIO_CONTROLS) return;
    size_t at = p->control_count++;
    for (; at > 0 && compare_names(p->controls[at - 1].name, name) > 0; at--) p->controls[at] = p->controls[at - 1];
    p->controls[at] = (struct control_sum){.name = name, .rules = 1};
}

static void add_use(struct portfolio *p, size_t rule, const char *name)
{
    struct control_sum *c = control_named(p, name);
    if (c && p->use_count < PORTFOLIO_USES)
        p->uses[p->use_count++] = (struct control_use){(uint32_t)rule, (uint32_t)(c - p->controls)};
}

void controls_init(struct portfolio *p, const struct run_report *r)
{
    for (size_t i = 0; i < r->rule_count; i++)
        for (size_t k = 0; k < r->rules[i].rule->control_count; k++) add_control(p, r->rules[i].rule->controls[k]);
    for (size_t i = 0; i < r->rule_count; i++)
        for (size_t k = 0; k < r->rules[i].rule->control_count; k++) add_use(p, i, r->rules[i].rule->controls[k]);
}

/* Of two outcomes the one that weighs more for a control. */
static int weight(unsigned outcome)
{
    switch (outcome) {
    case OUTCOME_FAIL: return 5;
    case OUTCOME_ERROR:
    case OUTCOME_INDETERMINATE: return 4;
    case OUTCOME_WAIVED: return 3;
    case OUTCOME_PASS: return 2;
    default: return 1;
    }
}

void controls_add(struct portfolio *p, const unsigned char *by_rule)
{
    unsigned char worst[PORTFOLIO_CONTROLS] = {0};
    for (size_t i = 0; i < p->use_count; i++) {
        unsigned char *w = &worst[p->uses[i].control];
        int now = weight(by_rule[p->uses[i].rule]);
        if (now > *w) *w = (unsigned char)now;
    }
    for (size_t i = 0; i < p->control_count; i++) {
        struct control_sum *c = &p->controls[i];
        switch (worst[i]) {
        case 5: c->fail++; break;
        case 4: c->open++; break;
        case 3: c->waived++; break;
        case 2: c->conform++; break;
        default: c->none++; break;
        }
    }
}

/* ---- service ---- */

static bool named(const struct fact *f, const char *name)
{
    return f->text[0] && strcmp(f->text[0], name) == 0;
}

static day month_end(const struct month_sum *m)
{
    return day_add_months(m->first, 1) - 1;
}

static day least(day a, day b)
{
    return a < b ? a : b;
}

static day most(day a, day b)
{
    return a > b ? a : b;
}

/* A measure over several months counts in each of them, with the days that it shares with it. */
static void measure_month(struct month_sum *m, const struct fact *f, int64_t days)
{
    if (named(f, "uptime") && f->number[0] >= 0 && f->number[0] <= 100 * FIXED_ONE) {
        m->uptime += f->number[0];
        m->uptimes++;
        if (m->least == COUNT_NONE || f->number[0] < m->least) m->least = f->number[0];
        m->down += days * 86400 * (100 * FIXED_ONE - f->number[0]) / (100 * FIXED_ONE);
    }
    int64_t all = (int64_t)f->day[1] - f->day[0] + 1;
    if (named(f, "downtime") && f->number[1] > 0 && f->number[1] < INT64_C(86400) * 36600)
        m->down += f->number[1] * days / all;
}

void portfolio_measure(struct portfolio *p, const struct fact *f)
{
    if (f->day[0] == DAY_NONE || f->day[1] == DAY_NONE || f->day[1] < f->day[0]) return;
    for (int i = 0; i < PORTFOLIO_MONTHS; i++) {
        struct month_sum *m = &p->months[i];
        if (m->first == DAY_NONE || f->day[0] > month_end(m) || f->day[1] < m->first) continue;
        measure_month(m, f, least(f->day[1], month_end(m)) - most(f->day[0], m->first) + 1);
    }
}

enum { LATE_HOURS = 24 };

void portfolio_incident(struct portfolio *p, const struct fact *f)
{
    int month = portfolio_month(p, f->day[0]);
    if (month < 0 || f->day[0] > p->as_of) return;
    p->months[month].incidents++;
    p->months[month].late += f->number[0] == COUNT_NONE || f->number[0] > LATE_HOURS;
}

/* ---- dates ---- */

static struct dated dated_of(const struct run_row *row, enum dated_kind kind, day when, const char *text)
{
    return (struct dated){.when = when, .other = DAY_NONE, .kind = kind, .supplier = row->supplier, .name = row->name,
                          .report = row->report, .tier = row->tier, .text = text};
}

enum { SOON_DAYS = 90 };

static bool add_expiry(struct portfolio *p, const struct run_row *row, const struct fact *f)
{
    bool contract = f->kind == FACT_CONTRACT;
    day when = f->day[0];
    if (when == DAY_NONE || when > p->as_of + SOON_DAYS) return true;
    bool renews = contract && f->number[0] == 1;
    if (renews && when < p->as_of) return true; /* it goes on */
    int64_t left = (int64_t)when - p->as_of;
    if (left < 0) p->expired++;
    else if (left <= 30) p->within_30++;
    else if (left <= 60) p->within_60++;
    else p->within_90++;
    struct dated d = dated_of(row, contract ? DATED_CONTRACT : DATED_CERTIFICATE, when, f->text[0]);
    d.renews = renews;
    if (contract && f->number[1] >= 0 && f->number[1] < 36600) d.other = when - (day)f->number[1];
    return dated_offer(&p->expiring, &d);
}

static bool add_audit(struct portfolio *p, const struct run_row *row, const struct fact *f)
{
    day planned = f->day[0], performed = f->day[1];
    int month = portfolio_month(p, performed != DAY_NONE ? performed : planned);
    if (performed != DAY_NONE && performed <= p->as_of) {
        if (month >= 0) p->months[month].audits_done++;
        struct dated d = dated_of(row, DATED_AUDIT_DONE, performed, f->text[0]);
        d.number = f->number[1];
        return dated_offer(&p->done, &d);
    }
    if (month >= 0 && planned != DAY_NONE) {
        if (planned >= p->as_of) p->months[month].audits_due++;
        else p->months[month].audits_missed++;
    }
    return true;
}

/* What comes next for a supplier: one row of the calendar. */
static bool add_calendar(struct portfolio *p, const struct run_row *row)
{
    struct audit_state a = facts_audits(facts_open(row->facts, row->facts_len), p->as_of);
    bool late = audit_overdue(&a, p->as_of);
    p->audits_late += late;
    p->never_audited += a.last == DAY_NONE;
    enum dated_kind kind = a.missed != DAY_NONE ? DATED_AUDIT_MISSED : late ? DATED_AUDIT_PROMISED
                         : a.next != DAY_NONE   ? DATED_AUDIT_PLANNED
                                                : DATED_AUDIT_PROMISED;
    day when = kind == DATED_AUDIT_MISSED ? a.missed : kind == DATED_AUDIT_PLANNED ? a.next : a.promised;
    if (when == DAY_NONE) return true;
    struct dated d = dated_of(row, kind, when, a.method);
    d.other = a.last;
    d.number = a.open;
    return dated_offer(&p->audits, &d);
}

enum { RISK_DAYS = 365 /* an assessment older than this wants to be made again */ };

static void add_risk(struct portfolio *p, const struct run_row *row, day assessed)
{
    int month = assessed <= p->as_of ? portfolio_month(p, assessed) : -1;
    if (!row->impact) p->no_risk++;
    else if (assessed == DAY_NONE || assessed < p->as_of - RISK_DAYS) p->stale_risks++;
    if (month >= 0) p->months[month].assessed++;
}

bool portfolio_dates(struct portfolio *p, const struct run_row *row)
{
    struct facts facts = facts_open(row->facts, row->facts_len);
    struct fact f;
    day assessed = DAY_NONE;
    bool ok = true;
    while (ok && facts_next(&facts, &f)) {
        if (f.kind == FACT_CERTIFICATE || f.kind == FACT_CONTRACT) ok = add_expiry(p, row, &f);
        if (f.kind == FACT_AUDIT) ok = add_audit(p, row, &f);
        if (f.kind == FACT_RISK && f.day[0] != DAY_NONE && f.day[0] > assessed) assessed = f.day[0];
    }
    add_risk(p, row, assessed);
    return ok && add_calendar(p, row);
}
