/* Reading: the list of findings, their history, and the runs. */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/value.h"
#include "register/store.h"

/* ?1 supplier, ?2 rule, ?3 owner, ?4 grade, ?5 new, ?6 overdue, ?7 recurred, ?8 open, ?9 as-of day, ?10 new since,
 * ?11 fingerprint, ?12 state. */
static const char *const list_sql =
    "SELECT fingerprint, supplier, rule, message, clause, document, owner, text_en, text_ja, line, grade, state,"
    " failing, first_seen, last_change, due, closed, recurrences,"
    " (state < 4 AND due IS NOT NULL AND due < ?9) AS overdue,"
    " CASE WHEN ?10 IS NULL THEN first_run = (SELECT max(id) FROM run) ELSE first_seen > ?10 END AS fresh,"
    " s.name, s.tier, coalesce(last_seen, s.seen), CASE WHEN state = 5 THEN (SELECT e.text FROM event e WHERE"
    " e.fingerprint = finding.fingerprint AND e.action = 2 ORDER BY e.number DESC LIMIT 1) END"
    " FROM finding JOIN supplier s ON s.id = supplier"
    " WHERE (?8 = 0 OR state <> 6) AND (?7 = 0 OR recurrences > 0) AND (?6 = 0 OR overdue) AND (?4 = 0 OR grade = ?4)"
    " AND (?5 = 0 OR fresh) AND (?2 IS NULL OR rule = ?2) AND (?3 IS NULL OR owner = ?3) AND (?12 IS NULL OR state = ?12)";

/* How the rows are come by: with an index where the filter names one finding or one supplier. */
static const char *const list_any = " ORDER BY supplier, rule, fingerprint";
static const char *const list_supplier = " AND supplier = ?1 ORDER BY rule, fingerprint";
static const char *const list_one = " AND (?1 IS NULL OR supplier = ?1) AND fingerprint = ?11";

_Static_assert(STATE_RE_AUDIT == 4 && STATE_ACCEPTED == 5 && STATE_CLOSED == 6 && ACTION_WAIVED == 2,
               "list_sql names these by number");

static struct ledger_entry entry(sqlite3_stmt *s, day as_of)
{
    struct ledger_entry e = {
        .fingerprint = column_text(s, 0), .supplier = column_text(s, 1), .rule = column_text(s, 2),
        .message = column_text(s, 3), .clause = column_text(s, 4), .document = column_text(s, 5),
        .owner = column_text(s, 6), .text = { column_text(s, 7), column_text(s, 8) },
        .line = (uint32_t)sqlite3_column_int64(s, 9), .grade = (enum grade)sqlite3_column_int(s, 10),
        .state = (enum finding_state)sqlite3_column_int(s, 11), .failing = sqlite3_column_int(s, 12) != 0,
        .first_seen = column_day(s, 13), .last_change = column_day(s, 14), .due = column_day(s, 15),
        .closed = column_day(s, 16), .recurrences = sqlite3_column_int64(s, 17),
        .overdue = sqlite3_column_int(s, 18) != 0, .is_new = sqlite3_column_int(s, 19) != 0,
        .name = column_text(s, 20), .tier = column_text(s, 21), .last_seen = column_day(s, 22),
        .waiver = column_text(s, 23),
    };
    e.age = finding_age(e.first_seen, e.closed != DAY_NONE ? e.closed : as_of);
    return e;
}

int32_t finding_age(day first_seen, day until)
{
    return first_seen == DAY_NONE || until == DAY_NONE || until < first_seen ? 0 : until - first_seen;
}

bool ledger_waiver(const char *text, struct ledger_waiver *out)
{
    const char *approver = text ? strchr(text, '\t') : NULL, *reason = approver ? strchr(approver + 1, '\t') : NULL;
    *out = (struct ledger_waiver){ .until = DAY_NONE };
    if (!reason)
        return false;
    out->approver = approver + 1;
    out->approver_len = (size_t)(reason - approver - 1);
    out->reason = reason + 1;
    return approver == text || value_parse_date(text, (size_t)(approver - text), &out->until);
}

day store_last_day(struct ledger *l, struct fault *f)
{
    sqlite3_stmt *s = store_statement(l, SQL_RUN_LAST, f);
    day as_of = DAY_NONE;
    if (s && store_step(l, s, f) == SQLITE_ROW)
        as_of = column_day(s, 1);
    if (s)
        sqlite3_reset(s);
    return as_of;
}

static void bind_filter(sqlite3_stmt *s, const struct ledger_filter *q, day as_of)
{
    store_text(s, 1, q->supplier);
    store_text(s, 2, q->rule);
    store_text(s, 3, q->owner);
    sqlite3_bind_int(s, 4, (int)q->grade);
    sqlite3_bind_int(s, 5, q->only_new);
    sqlite3_bind_int(s, 6, q->only_overdue);
    sqlite3_bind_int(s, 7, q->only_recurred);
    sqlite3_bind_int(s, 8, q->only_open);
    store_day(s, 9, as_of);
    store_day(s, 10, q->has_since ? q->since : DAY_NONE);
    store_text(s, 11, q->finding);
    if (q->has_state)
        sqlite3_bind_int(s, 12, (int)q->state);
}

static sqlite3_stmt *list_statement(struct ledger *l, const struct ledger_filter *filter, struct fault *f)
{
    char sql[4096];
    struct buffer b;
    sqlite3_stmt *s = NULL;
    buffer_init_fixed(&b, sql, sizeof sql);
    buffer_puts(&b, list_sql);
    buffer_puts(&b, filter->finding ? list_one : filter->supplier ? list_supplier : list_any);
    if (b.failed || sqlite3_prepare_v2(l->db, sql, -1, &s, NULL) != SQLITE_OK) {
        store_fault(l, f);
        return NULL;
    }
    return s;
}

/* The list is in parts: overdue or not, by grade. Within a part it is in the table's own order, so that nothing is sorted:
 * the rows are kept as they come, each at the end of its part. */
enum { LIST_PARTS = 2 * GRADE_COUNT, LIST_BYTES = 1 << 30 };

struct kept {
    struct ledger_entry e;
    struct kept *next;
};

struct keeping {
    struct arena *arena;
    struct kept *first[LIST_PARTS], *last[LIST_PARTS];
};

static const char *own(struct arena *arena, const char *text)
{
    return text ? arena_copy(arena, text, strlen(text)) : NULL;
}

static bool keep(struct keeping *k, const struct ledger_entry *e)
{
    struct kept *n = arena_alloc(k->arena, sizeof *n);
    if (!n)
        return false;
    n->e = *e;
    const char **texts[] = { &n->e.fingerprint, &n->e.supplier, &n->e.rule, &n->e.message, &n->e.clause, &n->e.document,
                             &n->e.owner, &n->e.name, &n->e.tier, &n->e.text[LANGUAGE_EN], &n->e.text[LANGUAGE_JA],
                             &n->e.waiver };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        *texts[i] = own(k->arena, *texts[i]);
    int part = (e->overdue ? GRADE_COUNT : 0) + (e->grade < GRADE_COUNT ? (int)e->grade : 0);
    if (k->last[part])
        k->last[part]->next = n;
    else
        k->first[part] = n;
    k->last[part] = n;
    return !arena_failed(k->arena);
}

static int keep_all(struct ledger *l, sqlite3_stmt *s, day as_of, struct keeping *k, struct fault *f)
{
    int code;
    while ((code = store_step(l, s, f)) == SQLITE_ROW) {
        struct ledger_entry e = entry(s, as_of);
        if (!keep(k, &e))
            return fault_set(f, FAULT_MEMORY);
    }
    return code < 0 ? -1 : 0;
}

int ledger_list(struct ledger *l, const struct ledger_filter *filter, day as_of,
                bool (*each)(void *context, const struct ledger_entry *e), void *context, struct fault *f)
{
    struct keeping k = { .arena = arena_new(LIST_BYTES) };
    if (as_of == DAY_NONE)
        as_of = store_last_day(l, f);
    sqlite3_stmt *s = k.arena ? list_statement(l, filter, f) : NULL;
    int result = k.arena ? -1 : fault_set(f, FAULT_MEMORY);
    if (s) {
        bind_filter(s, filter, as_of);
        result = keep_all(l, s, as_of, &k, f);
    }
    sqlite3_finalize(s);
    bool more = result == 0;
    for (int part = LIST_PARTS - 1; more && part >= 0; part--)
        for (const struct kept *n = k.first[part]; more && n; n = n->next)
            more = each(context, &n->e);
    arena_free(k.arena);
    return result;
}

static struct ledger_event event(sqlite3_stmt *s)
{
    return (struct ledger_event){
        .number = sqlite3_column_int64(s, 0), .at = sqlite3_column_int64(s, 1), .as_of = column_day(s, 2),
        .who = column_text(s, 3), .fingerprint = column_text(s, 4), .action = (enum ledger_action)sqlite3_column_int(s, 5),
        .from = (enum finding_state)sqlite3_column_int(s, 6), .to = (enum finding_state)sqlite3_column_int(s, 7),
        .due = column_day(s, 8), .text = column_text(s, 9),
    };
}

int ledger_history(struct ledger *l, const char *finding, bool (*each)(void *context, const struct ledger_event *e),
                   void *context, struct fault *f)
{
    sqlite3_stmt *s = NULL;
    int code = SQLITE_DONE;
    if (sqlite3_prepare_v2(l->db, "SELECT number, at, as_of, who, fingerprint, action, from_state, to_state, due, text"
                           " FROM event WHERE ?1 IS NULL OR fingerprint = ?1 ORDER BY number",
                           -1, &s, NULL) != SQLITE_OK)
        return store_fault(l, f);
    store_text(s, 1, finding);
    while ((code = store_step(l, s, f)) == SQLITE_ROW) {
        struct ledger_event e = event(s);
        if (!each(context, &e))
            break;
    }
    sqlite3_finalize(s);
    return code < 0 ? -1 : 0;
}

int ledger_runs(struct ledger *l, int64_t after, bool (*each)(void *context, const struct ledger_run *r), void *context,
                struct fault *f)
{
    sqlite3_stmt *s = NULL;
    int code = SQLITE_DONE;
    if (sqlite3_prepare_v2(l->db, "SELECT " RUN_COLUMNS " FROM run WHERE id > ? ORDER BY id", -1, &s, NULL) != SQLITE_OK)
        return store_fault(l, f);
    sqlite3_bind_int64(s, 1, after);
    while ((code = store_step(l, s, f)) == SQLITE_ROW) {
        struct ledger_run r = ledger_run_of(s);
        if (!each(context, &r))
            break;
    }
    sqlite3_finalize(s);
    return code < 0 ? -1 : 0;
}
