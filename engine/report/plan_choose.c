/* Who is in, and on which day. */
#include <stdlib.h>
#include <string.h>

#include "report/plan_parts.h"

static int sign(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

static int by_supplier(const struct candidate *a, const struct candidate *b)
{
    return strcmp(a->e.supplier, b->e.supplier);
}

/* Those that must be in first, by their basis and what they are due; then by points. */
static int by_need(const void *x, const void *y)
{
    const struct candidate *a = x, *b = y;
    int order = sign(a->e.basis, b->e.basis);
    if (!order && a->e.basis < BASIS_TOP_RISK && a->e.basis != BASIS_OVERDUE) order = sign(a->e.due, b->e.due);
    if (!order && a->e.basis == BASIS_SAMPLE) order = memcmp(a->lot.bytes, b->lot.bytes, sizeof a->lot.bytes);
    if (!order) order = sign(b->e.points, a->e.points);
    return order ? order : by_supplier(a, b);
}

static int by_risk(const void *x, const void *y)
{
    const struct candidate *a = x, *b = y;
    int order = sign(b->e.counts[REASON_RISK], a->e.counts[REASON_RISK]);
    if (!order) order = sign(b->e.points, a->e.points);
    return order ? order : by_supplier(a, b);
}

static int by_lot(const void *x, const void *y)
{
    const struct candidate *a = x, *b = y;
    int order = (a->e.basis != BASIS_COUNT) - (b->e.basis != BASIS_COUNT);
    if (!order) order = memcmp(a->lot.bytes, b->lot.bytes, sizeof a->lot.bytes);
    return order ? order : by_supplier(a, b);
}

static int by_points(const void *x, const void *y)
{
    const struct candidate *a = x, *b = y;
    int order = (a->e.basis != BASIS_COUNT) - (b->e.basis != BASIS_COUNT);
    if (!order) order = sign(b->e.points, a->e.points);
    return order ? order : by_supplier(a, b);
}

enum { VERY_HIGH = 17 /* impact x likelihood: from here a risk is very high */ };

/* What must be in, whatever the room: returns how many. */
static size_t take_musts(struct candidate *all, size_t count)
{
    size_t musts = 0, top = 0;
    qsort(all, count, sizeof *all, by_risk);
    for (size_t i = 0; i < count; i++) {
        bool is_top = all[i].e.counts[REASON_RISK] >= VERY_HIGH || (top < PLAN_TOP && all[i].e.counts[REASON_RISK] > 0);
        top += is_top;
        all[i].e.basis = all[i].must != BASIS_COUNT ? all[i].must : is_top ? BASIS_TOP_RISK : BASIS_COUNT;
        musts += all[i].e.basis != BASIS_COUNT;
    }
    return musts;
}

static void take(struct candidate *all, size_t count, size_t most, enum plan_basis basis, int (*order)(const void *, const void *))
{
    qsort(all, count, sizeof *all, order);
    for (size_t i = 0; i < count && most && all[i].e.basis == BASIS_COUNT; i++, most--) all[i].e.basis = basis;
}

/* ---- days ---- */

struct months {
    day first[PLAN_MONTHS_MOST + 1], last[PLAN_MONTHS_MOST + 1];
    int count, used[PLAN_MONTHS_MOST + 1], capacity;
};

/* Months of the calendar; the first and the last may be cut by the days of the plan. */
static struct months months_of(const struct plan *p)
{
    struct months m = {.capacity = p->o.capacity};
    int year, month, dom;
    day_split(p->first, &year, &month, &dom);
    for (day at = p->first - (dom - 1); m.count <= PLAN_MONTHS_MOST && at != DAY_NONE && at <= p->last; at = day_add_months(at, 1)) {
        day end = day_add_months(at, 1) - 1;
        m.first[m.count] = at < p->first ? p->first : at;
        m.last[m.count++] = end > p->last ? p->last : end;
    }
    /* A rest of a month at the end would be a month more than was asked for. */
    if (m.count > p->o.months) m.last[--m.count - 1] = p->last;
    return m;
}

/* Monday to Friday: 1970-01-01 was a Thursday. */
static bool working(day d)
{
    int weekday = (int)(((int64_t)d + 3) % 7 + 7) % 7;
    return weekday < 5;
}

static day near_working(day d, day first, day last)
{
    for (day at = d; at <= last; at++)
        if (working(at)) return at;
    for (day at = d; at >= first; at--)
        if (working(at)) return at;
    return d;
}

static int month_of(const struct months *m, day d)
{
    for (int i = 0; i < m->count; i++)
        if (d >= m->first[i] && d <= m->last[i]) return i;
    return -1;
}

/* Spreads the audits of a month over its days. */
static day slot(const struct months *m, int month)
{
    day first = m->first[month], last = m->last[month];
    int64_t span = (int64_t)last - first + 1;
    day d = first + (day)(span * (2 * m->used[month] - 1) / (2 * m->capacity));
    return near_working(d > last ? last : d, first, last);
}

/* A month with room: for what is due later the last one before that day, else the first. */
static int free_month(const struct months *m, const struct plan_entry *e)
{
    int due = e->basis == BASIS_PROMISED || e->basis == BASIS_PLANNED ? month_of(m, e->due) : -1;
    for (int i = due; i >= 0; i--)
        if (m->used[i] < m->capacity) return i;
    for (int i = 0; i < m->count; i++)
        if (m->used[i] < m->capacity) return i;
    return -1;
}

static void settle_as_planned(struct months *m, struct candidate *c)
{
    int month = c->e.basis == BASIS_PLANNED ? month_of(m, c->planned) : -1;
    if (month < 0 || m->used[month] >= m->capacity) return;
    m->used[month]++;
    c->e.when = c->planned;
}

static void settle(struct months *m, struct candidate *c)
{
    int month = c->e.basis == BASIS_COUNT || c->e.when != DAY_NONE ? -1 : free_month(m, &c->e);
    if (month < 0) return;
    m->used[month]++;
    c->e.when = slot(m, month);
}

/* Days that are agreed keep their room; what finds none on its day competes with the others. */
static void settle_all(struct plan *p, struct candidate *all, size_t count)
{
    struct months m = months_of(p);
    qsort(all, count, sizeof *all, by_need);
    for (size_t i = 0; i < count; i++) settle_as_planned(&m, &all[i]);
    for (size_t i = 0; i < count; i++) settle(&m, &all[i]);
}

/* ---- the plan ---- */

static int by_day(const void *x, const void *y)
{
    const struct plan_entry *a = x, *b = y;
    int order = sign(a->when == DAY_NONE, b->when == DAY_NONE);
    if (!order) order = sign(a->when, b->when);
    if (!order) order = sign(b->points, a->points);
    return order ? order : strcmp(a->supplier, b->supplier);
}

int plan_choose(struct plan *p, struct candidate *all, size_t count)
{
    size_t room = (size_t)p->o.capacity * (size_t)p->o.months, in = 0;
    size_t musts = take_musts(all, count), left = room > musts ? room - musts : 0;
    size_t sample = left * (size_t)p->o.sample / 100;
    if (p->o.sample && left && !sample) sample = 1;
    take(all, count, left - sample, BASIS_POINTS, by_points);
    take(all, count, sample, BASIS_SAMPLE, by_lot);
    settle_all(p, all, count);
    p->entries = calloc(count + 1, sizeof *p->entries);
    p->count = 0;
    if (!p->entries) return -1;
    for (size_t i = 0; i < count; i++) {
        if (all[i].e.basis == BASIS_COUNT) continue;
        p->entries[in++] = all[i].e;
        p->in_time += all[i].e.when != DAY_NONE;
        all[i].block = NULL;
    }
    p->count = in;
    qsort(p->entries, in, sizeof *p->entries, by_day);
    return 0;
}
