/* Gathering a pack: what the register says of findings and runs. */
#include <stdlib.h>
#include <string.h>

#include "register/step.h"
#include "report/audit_pack.h"

/* Findings by fingerprint while events are read. */
struct gathering {
    struct audit_pack *p;
    size_t room;
    size_t *order;      /* of p->findings */
    bool failed;
};

static bool take_entry(void *context, const struct ledger_entry *e)
{
    struct gathering *g = context;
    struct audit_pack *p = g->p;
    if (p->finding_count == g->room) {
        size_t more = g->room ? g->room * 2 : 1024;
        struct pack_finding *at = realloc(p->findings, more * sizeof *at);
        if (!at) return !(g->failed = true);
        p->findings = at;
        g->room = more;
    }
    static const struct pack_said nothing = {NULL, NULL, DAY_NONE};
    p->findings[p->finding_count++] = (struct pack_finding){
        .cause = nothing, .plan = nothing, .closed_by = nothing,
        .supplier = {pack_text(p, e->supplier), pack_text(p, e->name), pack_text(p, e->tier)},
        .fingerprint = pack_text(p, e->fingerprint), .rule = pack_text(p, e->rule), .clause = pack_text(p, e->clause),
        .document = pack_text(p, e->document), .owner = pack_text(p, e->owner), .grade = e->grade, .state = STATE_COUNT,
        .text = {pack_text(p, e->text[LANGUAGE_EN]), pack_text(p, e->text[LANGUAGE_JA])},
        .first_seen = DAY_NONE, .due = DAY_NONE, .closed = DAY_NONE};
    g->failed = arena_failed(p->arena);
    return !g->failed;
}

/* ---- finding the row of an event: an open table by fingerprint, twice as large as it need be ---- */

static size_t place_of(const struct gathering *g, const char *fingerprint, size_t mask)
{
    struct hash h = hash_bytes(fingerprint, strlen(fingerprint));
    size_t at;
    memcpy(&at, &h, sizeof at);
    for (at &= mask; g->order[at]; at = (at + 1) & mask)
        if (strcmp(g->p->findings[g->order[at] - 1].fingerprint, fingerprint) == 0) break;
    return at;
}

static size_t table_mask(size_t count)
{
    size_t size = 16;
    while (size < count * 2) size *= 2;
    return size - 1;
}

static bool index_findings(struct gathering *g)
{
    size_t mask = table_mask(g->p->finding_count);
    g->order = calloc(mask + 1, sizeof *g->order);
    for (size_t i = 0; g->order && i < g->p->finding_count; i++)
        g->order[place_of(g, g->p->findings[i].fingerprint, mask)] = i + 1;
    return g->order != NULL;
}

/* ---- events ---- */

static enum pack_side side_of(enum finding_state s)
{
    return s == STATE_COUNT ? PACK_ABSENT : s == STATE_ACCEPTED ? PACK_ACCEPTED : s == STATE_CLOSED ? PACK_CLOSED : PACK_OPEN;
}

static struct pack_said said(struct audit_pack *p, const struct ledger_event *e)
{
    return (struct pack_said){pack_text(p, e->text ? e->text : ""), pack_text(p, e->who), e->as_of};
}

static void close(struct audit_pack *p, struct pack_finding *x, const struct ledger_event *e)
{
    x->closed = e->as_of;
    x->closing = e->action;
    x->closed_by = said(p, e);
}

/* What an event says of its finding on its day. */
static void move(struct audit_pack *p, struct pack_finding *x, const struct ledger_event *e)
{
    bool returns = e->from == STATE_CLOSED && (e->action == ACTION_FOUND || e->action == ACTION_WAIVED);
    if (x->first_seen == DAY_NONE) x->first_seen = e->as_of;
    if (e->due != DAY_NONE) x->due = e->due;
    if (returns) x->cause = x->plan = (struct pack_said){NULL, NULL, DAY_NONE}; /* those of the time before */
    if (e->action == ACTION_CAUSE) x->cause = said(p, e);
    if (e->action == ACTION_PLAN) x->plan = said(p, e);
    if (e->action == ACTION_WAIVED) x->waiver = pack_text(p, e->text);
    if (e->to == STATE_CLOSED && e->from != STATE_CLOSED) close(p, x, e);
    x->state = e->to;
    if (e->as_of <= p->since) {
        x->then = side_of(e->to);
        return;
    }
    x->touched = x->touched || e->from != e->to;
    x->returns += returns;
}

static bool take_event(void *context, const struct ledger_event *e)
{
    struct gathering *g = context;
    struct audit_pack *p = g->p;
    if (e->as_of > p->as_of || e->action >= ACTION_COUNT) return true;
    if (e->as_of > p->since) p->actions[e->action]++;
    if (!*e->fingerprint) return true;
    size_t at = g->order[place_of(g, e->fingerprint, table_mask(p->finding_count))];
    if (at) move(p, &p->findings[at - 1], e);
    g->failed = arena_failed(p->arena);
    return !g->failed;
}

/* ---- what they add up to ---- */

static void add_balance(struct pack_balance *b, const struct pack_finding *x)
{
    bool was = x->then == PACK_OPEN, is = x->now == PACK_OPEN;
    b->start += was;
    b->end += is;
    b->appeared += is && x->then == PACK_ABSENT;
    b->returned += is && (x->then == PACK_CLOSED || x->then == PACK_ACCEPTED);
    b->closed += was && x->now == PACK_CLOSED;
    b->accepted += was && x->now == PACK_ACCEPTED;
    b->settled += x->then == PACK_ABSENT && !is;
    b->overdue += x->overdue;
}

/* False: it stands in no row. */
static bool settle(struct audit_pack *p, struct pack_finding *x)
{
    x->now = side_of(x->state);
    if (x->now == PACK_ABSENT) return false; /* found later */
    if (x->now == PACK_CLOSED && x->then == PACK_CLOSED && !x->touched) {
        p->untouched++;
        return false;
    }
    x->overdue = is_overdue(x->state, x->due, p->as_of);
    x->late = x->now == PACK_CLOSED && x->due != DAY_NONE && x->closed > x->due;
    if (x->now != PACK_CLOSED) x->closed = DAY_NONE;
    if (x->now != PACK_ACCEPTED) x->waiver = NULL;
    p->moves[x->then][x->now]++;
    p->returns += x->returns;
    p->late += x->late;
    add_balance(&p->balance, x);
    add_balance(&p->balances[x->grade < GRADE_COUNT ? x->grade : GRADE_NONE], x);
    return true;
}

static void settle_all(struct audit_pack *p)
{
    size_t kept = 0;
    for (size_t i = 0; i < p->finding_count; i++)
        if (settle(p, &p->findings[i])) p->findings[kept++] = p->findings[i];
    p->finding_count = kept;
}

/* ---- runs ---- */

static void add_policy(struct audit_pack *p, const struct ledger_run *r)
{
    struct pack_policy *last = p->policy_count ? &p->policies[p->policy_count - 1] : NULL;
    if (!last || strcmp(last->name, r->policy) != 0) {
        if (p->policy_count == PACK_POLICIES) return;
        last = &p->policies[p->policy_count++];
        *last = (struct pack_policy){.name = pack_text(p, r->policy), .from = r->as_of};
    }
    last->to = r->as_of;
    last->runs++;
}

/* Runs come in the order in which they were recorded, which need not be that of their days. */
static struct pack_month *month_of(struct audit_pack *p, day d)
{
    int year, month, dom;
    day_split(d, &year, &month, &dom);
    day first = d - (dom - 1);
    for (size_t i = 0; i < p->month_count; i++)
        if (p->months[i].first == first) return &p->months[i];
    if (p->month_count == PACK_MONTHS) return NULL;
    size_t at = p->month_count++;
    for (; at > 0 && p->months[at - 1].first > first; at--) p->months[at] = p->months[at - 1];
    p->months[at] = (struct pack_month){.first = first};
    return &p->months[at];
}

static bool take_run(void *context, const struct ledger_run *r)
{
    struct gathering *g = context;
    struct audit_pack *p = g->p;
    if (r->as_of <= p->since || r->as_of > p->as_of) return true;
    if (r->policy) add_policy(p, r);
    struct pack_month *m = month_of(p, r->as_of);
    if (!m) return true;
    m->runs++;
    m->appeared += r->appeared, m->returned += r->returned, m->fixed += r->fixed, m->accepted += r->accepted;
    if (!r->counted) return true;
    m->suppliers = r->suppliers;
    m->major = r->open[GRADE_MAJOR], m->minor = r->open[GRADE_MINOR], m->observation = r->open[GRADE_OBSERVATION];
    m->overdue = r->overdue;
    return true;
}

int audit_pack_findings(struct audit_pack *p, struct ledger *l, struct fault *f)
{
    static const struct ledger_filter all = {0};
    struct gathering g = {.p = p};
    int failed = ledger_list(l, &all, p->as_of, take_entry, &g, f);
    if (failed == 0 && !g.failed) g.failed = !index_findings(&g);
    if (failed == 0 && !g.failed) failed = ledger_history(l, NULL, take_event, &g, f);
    if (failed == 0 && !g.failed) failed = ledger_runs(l, 0, take_run, &g, f);
    free(g.order);
    if (g.failed) return fault_set(f, FAULT_MEMORY);
    if (failed == 0) settle_all(p);
    return failed;
}
