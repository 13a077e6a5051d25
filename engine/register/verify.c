/* Holding the register against its own history: the chain of hashes, and that every finding stands where its events
 * lead. */
#include <stdio.h>
#include <string.h>

#include "register/store.h"

static const char *text(sqlite3_stmt *s, int column)
{
    return (const char *)sqlite3_column_text(s, column);
}

static int broken(struct ledger *l, const char *what, struct fault *f)
{
    fault_where(f, l->path, 0);
    return fault_set(f, FAULT_LEDGER_TAMPERED, what);
}

static struct event event_row(sqlite3_stmt *s)
{
    return (struct event){
        .at = sqlite3_column_int64(s, 1), .as_of = (day)sqlite3_column_int64(s, 2), .who = text(s, 3),
        .fingerprint = text(s, 4), .action = (enum ledger_action)sqlite3_column_int(s, 5),
        .from = (enum finding_state)sqlite3_column_int(s, 6), .to = (enum finding_state)sqlite3_column_int(s, 7),
        .grade = (enum grade)sqlite3_column_int(s, 8),
        .due = sqlite3_column_type(s, 9) == SQLITE_NULL ? DAY_NONE : (day)sqlite3_column_int64(s, 9),
        .text = text(s, 10),
    };
}

static int verify_chain(struct ledger *l, struct fault *f)
{
    sqlite3_stmt *s = NULL;
    struct hash chain = { { 0 } };
    int64_t number = 0;
    int code = SQLITE_DONE;
    if (sqlite3_prepare_v2(l->db, "SELECT number, at, as_of, who, fingerprint, action, from_state, to_state, grade,"
                           " due, text, hash FROM event ORDER BY number", -1, &s, NULL) != SQLITE_OK)
        return store_fault(l, f);
    int result = 0;
    while (result == 0 && (code = store_step(l, s, f)) == SQLITE_ROW) {
        struct event e = event_row(s);
        char which[32];
        chain = event_hash(&chain, ++number, &e);
        snprintf(which, sizeof which, "event %lld", (long long)number);
        if (sqlite3_column_int64(s, 0) != number || sqlite3_column_bytes(s, 11) != (int)sizeof chain ||
            memcmp(sqlite3_column_blob(s, 11), &chain, sizeof chain) != 0)
            result = broken(l, which, f);
    }
    sqlite3_finalize(s);
    return code < 0 ? -1 : result;
}

/* Each query names the findings whose row is not what their events add up to. */
static const char *const standing_checks[] = {
    "SELECT f.fingerprint FROM finding f LEFT JOIN (SELECT fingerprint, max(number) AS last FROM event GROUP BY"
    " fingerprint) x USING(fingerprint) LEFT JOIN event e ON e.number = x.last WHERE e.number IS NULL OR"
    " e.to_state <> f.state OR e.grade <> f.grade OR e.as_of <> f.last_change",
    "SELECT e.fingerprint FROM event e LEFT JOIN finding f USING(fingerprint) WHERE f.fingerprint IS NULL",
    "SELECT f.fingerprint FROM finding f WHERE f.recurrences <> (SELECT count(*) FROM event e WHERE e.fingerprint ="
    " f.fingerprint AND e.action = 0 AND e.from_state = 6)",
    "SELECT f.fingerprint FROM finding f WHERE f.first_seen <> (SELECT e.as_of FROM event e WHERE e.fingerprint ="
    " f.fingerprint ORDER BY e.number LIMIT 1)",
    "SELECT f.fingerprint FROM finding f WHERE f.due IS NOT (SELECT e.due FROM event e WHERE e.fingerprint ="
    " f.fingerprint AND e.due IS NOT NULL ORDER BY e.number DESC LIMIT 1)",
    "SELECT f.fingerprint FROM finding f WHERE f.owner IS NOT (SELECT e.text FROM event e WHERE e.fingerprint ="
    " f.fingerprint AND e.action = 11 ORDER BY e.number DESC LIMIT 1)",
    "SELECT f.fingerprint FROM finding f WHERE f.failing <> (SELECT e.action IN (0, 2) FROM event e WHERE"
    " e.fingerprint = f.fingerprint AND e.action <= 3 ORDER BY e.number DESC LIMIT 1)",
    "SELECT f.fingerprint FROM finding f WHERE (f.state = 6) <> (f.closed IS NOT NULL)",
};

_Static_assert(ACTION_FOUND == 0 && ACTION_WAIVED == 2 && ACTION_WITHDRAWN == 3 && ACTION_ASSIGN == 11 &&
               STATE_CLOSED == 6, "standing_checks name these by number");

static int verify_standing(struct ledger *l, const char *sql, struct fault *f)
{
    sqlite3_stmt *s = NULL;
    if (sqlite3_prepare_v2(l->db, sql, -1, &s, NULL) != SQLITE_OK)
        return store_fault(l, f);
    int code = store_step(l, s, f);
    int result = code < 0 ? -1 : 0;
    if (code == SQLITE_ROW) {
        char which[64];
        snprintf(which, sizeof which, "finding %.32s", text(s, 0) ? text(s, 0) : "");
        result = broken(l, which, f);
    }
    sqlite3_finalize(s);
    return result;
}

static int verify_file(struct ledger *l, struct fault *f)
{
    sqlite3_stmt *s = NULL;
    if (sqlite3_prepare_v2(l->db, "PRAGMA integrity_check(1)", -1, &s, NULL) != SQLITE_OK)
        return store_fault(l, f);
    int code = store_step(l, s, f);
    bool sound = code == SQLITE_ROW && text(s, 0) && strcmp(text(s, 0), "ok") == 0;
    sqlite3_finalize(s);
    if (code < 0)
        return -1;
    fault_where(f, sound ? "" : l->path, 0);
    return sound ? 0 : fault_set(f, FAULT_LEDGER_FORMAT);
}

int ledger_verify(struct ledger *l, struct fault *f)
{
    if (store_exec(l, "BEGIN", f) != 0) /* one view of the file, whoever writes meanwhile */
        return -1;
    int result = verify_file(l, f) != 0 || verify_chain(l, f) != 0 ? -1 : 0;
    for (size_t i = 0; result == 0 && i < sizeof standing_checks / sizeof *standing_checks; i++)
        result = verify_standing(l, standing_checks[i], f);
    ledger_rollback(l);
    return result;
}
