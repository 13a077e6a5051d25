/* Making a plan: points for everyone, then who must be in it, then room by the month. */
#include "report/plan.h"

#include <stdlib.h>
#include <string.h>

#include "report/facts.h"
#include "report/plan_parts.h"

enum { LOOK_BACK = 365 };

static int at_most(int64_t n, int most)
{
    return n > most ? most : n < 0 ? 0 : (int)n;
}

static void give(struct plan_entry *e, enum plan_reason reason, int64_t count, int points)
{
    if (!count || points <= 0) return;
    e->counts[reason] = count;
    e->points += points - e->reasons[reason];
    e->reasons[reason] = points;
}

static bool is(const char *text, const char *name)
{
    return text && strcmp(text, name) == 0;
}

/* ---- points ---- */

static void by_assets(struct candidate *c, const struct fact *f)
{
    struct plan_entry *e = &c->e;
    bool personal = is(f->text[0], "personal-data"), design = is(f->text[0], "design-data");
    if (personal) give(e, REASON_PERSONAL, f->number[0] > 0 ? f->number[0] : 1, f->number[0] >= 1000 ? 5 : 3);
    if (f->number[1] == 1 || design || is(f->text[0], "credentials")) give(e, REASON_SENSITIVE, 1, 4);
    if (is(f->text[1], "admin") || is(f->text[0], "system-access")) give(e, REASON_ACCESS, 1, 3);
}

static void by_facts(struct candidate *c, const struct run_row *row, day as_of)
{
    struct facts all = facts_open(row->facts, row->facts_len);
    struct fact f;
    int64_t incidents = 0;
    while (facts_next(&all, &f)) {
        if (f.kind == FACT_ASSET) by_assets(c, &f);
        if (f.kind == FACT_PROFILE) c->individual = is(f.text[0], "individual");
        if (f.kind != FACT_INCIDENT || f.day[0] > as_of || f.day[0] < as_of - LOOK_BACK) continue;
        incidents++;
        c->grave = c->grave || is(f.text[0], "high");
    }
    give(&c->e, REASON_INCIDENTS, incidents, at_most(incidents * 3, 9));
}

static void by_audits(struct candidate *c, const struct run_row *row, const struct plan *p)
{
    struct audit_state a = facts_audits(facts_open(row->facts, row->facts_len), p->as_of);
    struct plan_entry *e = &c->e;
    bool matters = is(row->tier, "critical") || is(row->tier, "important");
    bool late = audit_overdue(&a, p->as_of);
    e->last = a.last;
    c->last_method = a.method && is(a.method, "on-site") ? METHOD_ON_SITE : METHOD_PAPER;
    c->planned = a.next;
    e->due = a.missed != DAY_NONE ? a.missed : a.next != DAY_NONE ? a.next : a.promised;
    if (late && a.missed == DAY_NONE) e->due = a.promised;
    c->must = late ? BASIS_OVERDUE
              : a.next != DAY_NONE && a.next <= p->last ? BASIS_PLANNED
              : a.promised != DAY_NONE && a.promised <= p->last ? BASIS_PROMISED
                                                                : BASIS_COUNT;
    give(e, REASON_OVERDUE, late, 15);
    give(e, REASON_NEVER, a.last == DAY_NONE, matters ? 8 : 3);
    give(e, REASON_LONG_AGO, a.last != DAY_NONE && a.last < p->as_of - LOOK_BACK, 4);
    give(e, REASON_AUDIT_OPEN, a.open, at_most(a.open * 2, 6));
}

static enum plan_method method_of(const struct candidate *c)
{
    const struct plan_entry *e = &c->e;
    bool critical = is(e->tier, "critical"), important = is(e->tier, "important");
    bool holds = e->reasons[REASON_PERSONAL] || e->reasons[REASON_SENSITIVE];
    int64_t risk = e->counts[REASON_RISK];
    if (c->individual) return risk > 9 ? METHOD_REMOTE : METHOD_PAPER;
    if (risk > 16 || c->grave || (critical && (holds || c->last_method != METHOD_ON_SITE))) return METHOD_ON_SITE;
    if ((important || critical) && (e->reasons[REASON_AUDIT_OPEN] || e->reasons[REASON_FINDINGS_OVERDUE] >= 6)) return METHOD_ON_SITE;
    return important || critical || risk > 9 || e->reasons[REASON_MAJOR] || e->reasons[REASON_NOT_JUDGED] ? METHOD_REMOTE
                                                                                                         : METHOD_PAPER;
}

static bool consider(struct candidate *c, const struct run_row *row, const struct plan *p)
{
    size_t id = strlen(row->supplier) + 1, name = row->name ? strlen(row->name) + 1 : 0;
    size_t tier = row->tier ? strlen(row->tier) + 1 : 0, report = row->report ? strlen(row->report) + 1 : 0;
    *c = (struct candidate){.must = BASIS_COUNT, .planned = DAY_NONE,
                            .e = {.when = DAY_NONE, .due = DAY_NONE, .last = DAY_NONE, .basis = BASIS_COUNT}};
    char *at = c->block = malloc(id + name + tier + report);
    if (!at) return false;
    struct plan_entry *e = &c->e;
    e->supplier = memcpy(at, row->supplier, id);
    if (name) e->name = memcpy(at + id, row->name, name);
    if (tier) e->tier = memcpy(at + id + name, row->tier, tier);
    if (report) e->report = memcpy(at + id + name + tier, row->report, report);
    give(e, REASON_RISK, row->risk_score, at_most(row->risk_score, 25));
    give(e, REASON_TIER, 1, is(row->tier, "critical") ? 10 : is(row->tier, "important") ? 5 : 0);
    give(e, REASON_MAJOR, row->grades[GRADE_MAJOR], at_most((int64_t)row->grades[GRADE_MAJOR] * 3, 15));
    give(e, REASON_FINDINGS_OVERDUE, (int64_t)row->changes.overdue, at_most((int64_t)row->changes.overdue * 2, 10));
    give(e, REASON_NOT_JUDGED, row->incomplete, 3);
    if (row->facts) by_facts(c, row, p->as_of);
    by_audits(c, row, p);
    e->method = method_of(c);
    const char *const parts[] = {p->o.seed, row->supplier};
    c->lot = hash_parts(parts, 2);
    return true;
}

/* ---- all of them ---- */

static int gather(const struct run_report *r, struct plan *p, struct candidate **out)
{
    struct candidate *all = NULL;
    size_t count = 0, room = 0;
    p->considered = r->supplier_count;
    if (r->supplier_count > PLAN_SUPPLIERS) return -1;
    r->rewind(r->rows);
    for (const struct run_row *row; (row = r->next(r->rows)) != NULL;) {
        if (count == room) {
            size_t more = room ? room * 2 : 256;
            struct candidate *grown = realloc(all, more * sizeof *all);
            if (!grown) return candidates_free(all, count), -1;
            all = grown;
            room = more;
        }
        if (!consider(&all[count], row, p)) return candidates_free(all, count), -1;
        count++;
    }
    p->count = count;
    *out = all;
    return 0;
}

void candidates_free(struct candidate *all, size_t count)
{
    for (size_t i = 0; all && i < count; i++) free(all[i].block);
    free(all);
}

/* The plan's days: from the day after the as-of date for so many months. */
static void set_days(struct plan *p)
{
    p->first = p->as_of + 1;
    p->last = day_add_months(p->as_of, p->o.months);
    if (p->last == DAY_NONE) p->last = p->first;
}

int plan_make(const struct run_report *r, const struct plan_options *o, struct plan *out)
{
    struct candidate *all = NULL;
    *out = (struct plan){.as_of = r->as_of, .o = *o};
    set_days(out);
    if (gather(r, out, &all) < 0) return -1;
    size_t count = out->count;
    int failed = plan_choose(out, all, count);
    /* Those chosen gave their texts to the plan: what is left is freed. */
    candidates_free(all, count);
    return failed;
}

void plan_free(struct plan *p)
{
    for (size_t i = 0; p->entries && i < p->count; i++) free((char *)(uintptr_t)p->entries[i].supplier);
    free(p->entries);
    *p = (struct plan){0};
}
