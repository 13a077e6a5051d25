/* Gathering a pack: what the rows of a run say of risks and audits. */
#include "report/audit_pack.h"

#include <stdlib.h>
#include <string.h>

#include "report/facts.h"

enum { PACK_ARENA = 1024 * 1024 * 1024 };

const char *pack_text(struct audit_pack *p, const char *text)
{
    return text ? arena_copy(p->arena, text, strlen(text)) : NULL;
}

static struct pack_supplier supplier_of(struct audit_pack *p, const struct run_row *row)
{
    return (struct pack_supplier){pack_text(p, row->supplier), pack_text(p, row->name), pack_text(p, row->tier)};
}

/* ---- risks ---- */

static enum pack_risk risk_state(const struct audit_pack *p, const struct pack_risk_row *risk)
{
    if (!risk->impact) return PACK_RISK_NONE;
    if (risk->assessed == DAY_NONE || risk->assessed < p->as_of - PACK_RISK_DAYS) return PACK_RISK_STALE;
    return risk->assessed > p->since ? PACK_RISK_REFRESHED : PACK_RISK_CURRENT;
}

/* What was assessed after the day of the pack is not known on it. */
static void add_risk(struct audit_pack *p, const struct run_row *row, const struct pack_supplier *supplier)
{
    struct pack_risk_row *risk = &p->risks[p->risk_count++];
    struct facts facts = facts_open(row->facts, row->facts_len);
    struct fact f;
    const char *assessor = NULL;
    *risk = (struct pack_risk_row){.supplier = *supplier, .assessed = DAY_NONE, .impact = row->impact, .likelihood = row->likelihood};
    while (facts_next(&facts, &f)) {
        if (f.kind != FACT_RISK || f.day[0] == DAY_NONE || f.day[0] > p->as_of) continue;
        if (risk->assessed != DAY_NONE && f.day[0] <= risk->assessed) continue;
        risk->assessed = f.day[0];
        assessor = f.text[1];
    }
    risk->assessor = pack_text(p, assessor);
    risk->state = risk_state(p, risk);
    p->risk_totals[risk->state]++;
}

/* ---- audits ---- */

static struct pack_audit_row *new_audit(struct audit_pack *p, size_t *room)
{
    if (p->audit_count == *room) {
        size_t more = *room ? *room * 2 : 256;
        struct pack_audit_row *at = realloc(p->audits, more * sizeof *at);
        if (!at) return NULL;
        p->audits = at;
        *room = more;
    }
    return &p->audits[p->audit_count++];
}

/* PACK_AUDITS: not of the period. */
static enum pack_audit audit_class(const struct audit_pack *p, const struct fact *f, day last)
{
    day planned = f->day[0], performed = f->day[1];
    if (performed != DAY_NONE && performed <= p->as_of) {
        if (performed <= p->since) return PACK_AUDITS;
        return planned != DAY_NONE && planned < performed ? PACK_AUDIT_LATE : PACK_AUDIT_HELD;
    }
    if (planned == DAY_NONE) return PACK_AUDITS;
    if (planned >= p->as_of) return PACK_AUDIT_AHEAD;
    /* One that was planned before the period and made up for before it is over. */
    bool made_up = last != DAY_NONE && last >= planned && planned <= p->since;
    return made_up ? PACK_AUDITS : PACK_AUDIT_MISSED;
}

static bool add_audit(struct audit_pack *p, const struct pack_supplier *supplier, const struct fact *f, enum pack_audit state,
                      size_t *room)
{
    struct pack_audit_row *a = state == PACK_AUDITS ? NULL : new_audit(p, room);
    if (!a) return state == PACK_AUDITS;
    bool held = state == PACK_AUDIT_HELD || state == PACK_AUDIT_LATE;
    *a = (struct pack_audit_row){.supplier = *supplier, .state = state, .planned = f->day[0], .performed = held ? f->day[1] : DAY_NONE,
                                 .id = pack_text(p, f->text[1]), .method = pack_text(p, f->text[0]),
                                 .scope = pack_text(p, f->text[2]), .auditor = pack_text(p, f->text[3]),
                                 .found = held && f->number[0] > 0 ? f->number[0] : 0,
                                 .open = held && f->number[1] > 0 ? f->number[1] : 0};
    p->audit_totals[state]++;
    return true;
}

static bool add_audits(struct audit_pack *p, const struct run_row *row, const struct pack_supplier *supplier, size_t *room)
{
    struct facts facts = facts_open(row->facts, row->facts_len);
    struct audit_state state = facts_audits(facts, p->as_of);
    struct fact f;
    while (facts_next(&facts, &f))
        if (f.kind == FACT_AUDIT && !add_audit(p, supplier, &f, audit_class(p, &f, state.last), room)) return false;
    if (state.promised == DAY_NONE) return true;
    p->promised++;
    if (state.promised >= p->as_of) {
        p->kept++;
        return true;
    }
    f = (struct fact){.kind = FACT_AUDIT, .day = {state.promised, DAY_NONE}};
    return add_audit(p, supplier, &f, PACK_AUDIT_OVERDUE, room);
}

bool audit_pack_rows(struct audit_pack *p, const struct run_report *r)
{
    size_t room = 0;
    p->suppliers = r->supplier_count;
    p->incomplete = r->incomplete;
    p->risks = calloc(r->supplier_count + 1, sizeof *p->risks);
    bool ok = p->risks != NULL;
    r->rewind(r->rows);
    for (const struct run_row *row; ok && p->risk_count < r->supplier_count && (row = r->next(r->rows)) != NULL;) {
        struct pack_supplier supplier = supplier_of(p, row);
        add_risk(p, row, &supplier);
        ok = add_audits(p, row, &supplier, &room) && !arena_failed(p->arena);
    }
    return ok;
}

/* ---- the whole ---- */

static int gather(const struct run_report *r, struct ledger *l, struct audit_pack *p, struct fault *f)
{
    if (!audit_pack_rows(p, r)) return fault_set(f, FAULT_MEMORY);
    if (ledger_hold(l, f) < 0) return -1;
    int failed = audit_pack_findings(p, l, f);
    if (failed == 0 && ledger_head(l, &p->events, &p->head, f) < 0) failed = -1;
    if (failed == 0 && ledger_verify(l, &p->unsound) < 0 && fault_class(p->unsound.id) != FAULT_CLASS_TRUST) {
        *f = p->unsound;
        failed = -1;
    }
    ledger_rollback(l);
    return failed;
}

int audit_pack_make(const struct run_report *r, struct ledger *l, day since, struct audit_pack *p, struct fault *f)
{
    *p = (struct audit_pack){.since = since, .as_of = r->as_of, .arena = arena_new(PACK_ARENA)};
    int failed = p->arena ? 0 : fault_set(f, FAULT_MEMORY);
    if (failed == 0 && r->supplier_count > PACK_SUPPLIERS) failed = fault_set(f, FAULT_LIMIT, "suppliers", "200000");
    if (failed == 0) failed = gather(r, l, p, f);
    if (failed) audit_pack_free(p);
    return failed;
}

void audit_pack_free(struct audit_pack *p)
{
    arena_free(p->arena);
    free(p->risks);
    free(p->audits);
    free(p->findings);
    *p = (struct audit_pack){0};
}

/* ---- names ---- */

static const char *const move_names[PACK_SIDES][PACK_SIDES] = {
    [PACK_ABSENT] = {NULL, "new", "new-accepted", "new-closed"},
    [PACK_OPEN] = {NULL, "still-open", "accepted", "closed"},
    [PACK_ACCEPTED] = {NULL, "acceptance-ended", "still-accepted", "accepted-closed"},
    [PACK_CLOSED] = {NULL, "came-back", "came-back-accepted", "came-back-closed"}};

static const char *const move_words[PACK_SIDES][PACK_SIDES][LANGUAGE_COUNT] = {
    [PACK_ABSENT] = {{NULL, NULL}, {"new", "新規"}, {"new, risk accepted", "新規・リスク受容"}, {"new, closed again", "新規・期間内に完了"}},
    [PACK_OPEN] = {{NULL, NULL}, {"still open", "継続"}, {"risk accepted", "リスク受容"}, {"closed", "完了"}},
    [PACK_ACCEPTED] = {{NULL, NULL}, {"acceptance ended", "受容終了"}, {"still accepted", "受容継続"}, {"accepted, then closed", "受容後に完了"}},
    [PACK_CLOSED] = {{NULL, NULL}, {"came back", "再発"}, {"came back, risk accepted", "再発・リスク受容"},
                     {"came back, closed again", "再発・期間内に完了"}}};

const char *pack_move_name(enum pack_side then, enum pack_side now)
{
    return move_names[then][now] ? move_names[then][now] : "";
}

const char *pack_move_words(enum pack_side then, enum pack_side now, enum language l)
{
    return move_words[then][now][l] ? move_words[then][now][l] : "";
}

const char *pack_risk_name(enum pack_risk r)
{
    static const char *const names[PACK_RISKS] = {"none", "stale", "refreshed", "current"};
    return names[r];
}

const char *pack_audit_name(enum pack_audit a)
{
    static const char *const names[PACK_AUDITS] = {"missed", "overdue", "held-late", "held", "planned"};
    return names[a];
}
