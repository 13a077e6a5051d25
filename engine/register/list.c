/* Reading: the list of findings and their history. */
#include <stdio.h>
#include <string.h>

#include "register/store.h"

/* ?1 supplier, ?2 rule, ?3 owner, ?4 grade, ?5 new, ?6 overdue, ?7 recurred, ?8 open, ?9 as-of day. */
static const char *const list_sql =
    "SELECT fingerprint, supplier, rule, message, clause, document, owner, text_en, text_ja, line, grade, state,"
    " failing, first_seen, last_change, due, closed, recurrences,"
    " (state < 5 AND due IS NOT NULL AND due < ?9) AS overdue,"
    " first_run = (SELECT max(id) FROM run) AS fresh"
    " FROM finding WHERE (?1 IS NULL OR supplier = ?1) AND (?2 IS NULL OR rule = ?2) AND (?3 IS NULL OR owner = ?3)"
    " AND (?4 = 0 OR grade = ?4) AND (?5 = 0 OR fresh) AND (?6 = 0 OR overdue) AND (?7 = 0 OR recurrences > 0)"
    " AND (?8 = 0 OR state <> 6) ORDER BY overdue DESC, grade DESC, supplier, rule, fingerprint";

_Static_assert(STATE_ACCEPTED == 5 && STATE_CLOSED == 6, "list_sql names these states by number");

static const char *text(sqlite3_stmt *s, int column)
{
    return (const char *)sqlite3_column_text(s, column);
}

static day date(sqlite3_stmt *s, int column)
{
    return sqlite3_column_type(s, column) == SQLITE_NULL ? DAY_NONE : (day)sqlite3_column_int64(s, column);
}

static struct ledger_entry entry(sqlite3_stmt *s)
{
    return (struct ledger_entry){
        .fingerprint = text(s, 0), .supplier = text(s, 1), .rule = text(s, 2), .message = text(s, 3),
        .clause = text(s, 4), .document = text(s, 5), .owner = text(s, 6), .text = { text(s, 7), text(s, 8) },
        .line = (uint32_t)sqlite3_column_int64(s, 9), .grade = (enum grade)sqlite3_column_int(s, 10),
        .state = (enum finding_state)sqlite3_column_int(s, 11), .failing = sqlite3_column_int(s, 12) != 0,
        .first_seen = date(s, 13), .last_change = date(s, 14), .due = date(s, 15), .closed = date(s, 16),
        .recurrences = sqlite3_column_int64(s, 17), .overdue = sqlite3_column_int(s, 18) != 0,
        .is_new = sqlite3_column_int(s, 19) != 0,
    };
}

static day day_of_last_run(struct ledger *l, struct fault *f)
{
    sqlite3_stmt *s = store_statement(l, SQL_RUN_LAST, f);
    day as_of = DAY_NONE;
    if (s && store_step(l, s, f) == SQLITE_ROW)
        as_of = date(s, 1);
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
    sqlite3_bind_int64(s, 9, as_of);
}

int ledger_list(struct ledger *l, const struct ledger_filter *filter, day as_of,
                bool (*each)(void *context, const struct ledger_entry *e), void *context, struct fault *f)
{
    sqlite3_stmt *s = NULL;
    int code = SQLITE_DONE;
    if (as_of == DAY_NONE)
        as_of = day_of_last_run(l, f);
    if (sqlite3_prepare_v2(l->db, list_sql, -1, &s, NULL) != SQLITE_OK)
        return store_fault(l, f);
    bind_filter(s, filter, as_of);
    while ((code = store_step(l, s, f)) == SQLITE_ROW) {
        struct ledger_entry e = entry(s);
        if (!each(context, &e))
            break;
    }
    sqlite3_finalize(s);
    return code < 0 ? -1 : 0;
}

static struct ledger_event event(sqlite3_stmt *s)
{
    return (struct ledger_event){
        .number = sqlite3_column_int64(s, 0), .at = sqlite3_column_int64(s, 1), .as_of = date(s, 2),
        .who = text(s, 3), .fingerprint = text(s, 4), .action = (enum ledger_action)sqlite3_column_int(s, 5),
        .from = (enum finding_state)sqlite3_column_int(s, 6), .to = (enum finding_state)sqlite3_column_int(s, 7),
        .due = date(s, 8), .text = text(s, 9),
    };
}

int ledger_history(struct ledger *l, const char *finding, bool (*each)(void *context, const struct ledger_event *e),
                   void *context, struct fault *f)
{
    sqlite3_stmt *s = NULL;
    int code = SQLITE_DONE;
    char end[40];
    if (sqlite3_prepare_v2(l->db, "SELECT number, at, as_of, who, fingerprint, action, from_state, to_state, due, text"
                           " FROM event WHERE ?1 IS NULL OR (fingerprint >= ?1 AND fingerprint < ?2) ORDER BY number",
                           -1, &s, NULL) != SQLITE_OK)
        return store_fault(l, f);
    store_text(s, 1, finding);
    snprintf(end, sizeof end, "%.32sg", finding ? finding : "");
    store_text(s, 2, end);
    while ((code = store_step(l, s, f)) == SQLITE_ROW) {
        struct ledger_event e = event(s);
        if (!each(context, &e))
            break;
    }
    sqlite3_finalize(s);
    return code < 0 ? -1 : 0;
}
