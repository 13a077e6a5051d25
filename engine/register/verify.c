/* Holding the register against its own history: the chain of hashes, and that every finding stands where its events
 * lead. */
#include <stdio.h>
#include <string.h>

#include "register/store.h"

static int broken(struct ledger *l, const char *what, struct fault *f)
{
    fault_where(f, l->path, 0);
    return fault_set(f, FAULT_LEDGER_TAMPERED, what);
}

/* Whole numbers are stored as such and fit; texts are texts without a NUL, and absent rather than empty: so that nothing
 * that is stored differently gives the same hash. */
static bool form_is_sound(sqlite3_stmt *s)
{
    static const int numbers[] = { 0, 1, 2, 5, 6, 7, 8 }, texts[] = { 3, 4, 10 };
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (sqlite3_column_type(s, numbers[i]) != SQLITE_INTEGER)
            return false;
    for (int i = 5; i <= 9; i++)
        if (sqlite3_column_int64(s, i) != sqlite3_column_int(s, i))
            return false;
    if (sqlite3_column_int64(s, 2) != sqlite3_column_int(s, 2))
        return false;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const char *text = column_text(s, texts[i]);
        if (text && (strlen(text) != (size_t)sqlite3_column_bytes(s, texts[i]) || (texts[i] == 10 && !*text)))
            return false;
    }
    return sqlite3_column_type(s, 9) == SQLITE_NULL || sqlite3_column_type(s, 9) == SQLITE_INTEGER;
}

static bool link_fits(sqlite3_stmt *s, int64_t number, struct hash *chain)
{
    if (!form_is_sound(s))
        return false;
    struct event e = event_of(s);
    *chain = event_hash(chain, number, &e);
    return sqlite3_column_int64(s, 0) == number && sqlite3_column_type(s, 11) == SQLITE_BLOB &&
           sqlite3_column_bytes(s, 11) == (int)sizeof *chain &&
           memcmp(sqlite3_column_blob(s, 11), chain, sizeof *chain) == 0;
}

static int verify_chain(struct ledger *l, struct fault *f)
{
    sqlite3_stmt *s = NULL;
    struct hash chain = { { 0 } };
    int64_t number = 0;
    int code = SQLITE_DONE;
    if (sqlite3_prepare_v2(l->db, "SELECT " EVENT_COLUMNS " FROM event ORDER BY number", -1, &s, NULL) != SQLITE_OK)
        return store_fault(l, f);
    int result = 0;
    while (result == 0 && (code = store_step(l, s, f)) == SQLITE_ROW) {
        char which[32];
        snprintf(which, sizeof which, "event %lld", (long long)++number);
        if (!link_fits(s, number, &chain))
            result = broken(l, which, f);
    }
    sqlite3_finalize(s);
    return code < 0 ? -1 : result;
}

/* ---- runs and seals ---- */

static bool run_fits(sqlite3_stmt *s)
{
    char text[RUN_TEXT];
    struct buffer b;
    struct ledger_run r = ledger_run_of(s);
    buffer_init_fixed(&b, text, sizeof text);
    if (r.policy)
        ledger_run_text(&r, &b);
    const char *said = column_text(s, RUN_COLUMN_COUNT);
    return r.policy && said && strcmp(text, said) == 0;
}

static bool finding_fits(sqlite3_stmt *s)
{
    struct sealed_finding x = { column_text(s, 0), column_text(s, 1), column_text(s, 2), column_text(s, 3),
                                column_text(s, 4), column_text(s, 5), { column_text(s, 7), column_text(s, 8) },
                                sqlite3_column_int64(s, 6), sqlite3_column_int64(s, 9), column_day(s, 10) };
    struct hash seal = seal_finding(&x);
    return sqlite3_column_bytes(s, 11) == (int)sizeof seal && memcmp(sqlite3_column_blob(s, 11), &seal, sizeof seal) == 0;
}

static bool supplier_fits(sqlite3_stmt *s)
{
    if (sqlite3_column_bytes(s, 5) != (int)sizeof(struct hash))
        return false;
    struct sealed_supplier x = { column_text(s, 0), column_text(s, 1), column_text(s, 2), sqlite3_column_int64(s, 3),
                                 (day)sqlite3_column_int64(s, 4), sqlite3_column_blob(s, 5) };
    struct hash seal = seal_supplier(&x);
    return sqlite3_column_bytes(s, 6) == (int)sizeof seal && memcmp(sqlite3_column_blob(s, 6), &seal, sizeof seal) == 0;
}

/* Rows that must hold together by themselves; the first column names what does not. */
static const struct row_check {
    const char *what, *sql;
    bool (*fits)(sqlite3_stmt *s);
} row_checks[] = {
    { "run", "SELECT " RUN_COLUMNS ", e.text FROM run LEFT JOIN event e ON e.number = run.event AND e.action = 12 AND"
             " e.at = run.at AND e.as_of = run.as_of ORDER BY id", run_fits },
    { "finding", "SELECT fingerprint, supplier, rule, message, clause, document, line, text_en, text_ja,"
                 " first_run, last_seen, seal FROM finding", finding_fits },
    { "supplier", "SELECT id, name, tier, run, seen, digest, seal FROM supplier", supplier_fits },
};

static int verify_rows(struct ledger *l, const struct row_check *c, struct fault *f)
{
    sqlite3_stmt *s = NULL;
    int code = SQLITE_DONE, result = 0;
    if (sqlite3_prepare_v2(l->db, c->sql, -1, &s, NULL) != SQLITE_OK)
        return store_fault(l, f);
    while (result == 0 && (code = store_step(l, s, f)) == SQLITE_ROW) {
        char which[96];
        if (c->fits(s))
            continue;
        snprintf(which, sizeof which, "%s %.64s", c->what, column_text(s, 0) ? column_text(s, 0) : "");
        result = broken(l, which, f);
    }
    sqlite3_finalize(s);
    return code < 0 ? -1 : result;
}

/* Each query names the findings, or runs, whose row is not what their events add up to. */
static const char *const standing_checks[] = {
    "SELECT f.fingerprint FROM finding f LEFT JOIN (SELECT fingerprint, max(number) AS last FROM event GROUP BY"
    " fingerprint) x USING(fingerprint) LEFT JOIN event e ON e.number = x.last WHERE e.number IS NULL OR"
    " e.to_state <> f.state OR e.grade <> f.grade OR e.as_of <> f.last_change",
    "SELECT e.fingerprint FROM event e LEFT JOIN finding f USING(fingerprint) WHERE f.fingerprint IS NULL AND"
    " e.action <> 12",
    "SELECT 'run ' || e.number FROM event e LEFT JOIN run r ON r.event = e.number WHERE e.action = 12 AND r.id IS NULL",
    "SELECT 'run ' || id FROM run GROUP BY event HAVING count(*) > 1",
    "SELECT f.fingerprint FROM finding f WHERE f.recurrences <> (SELECT count(*) FROM event e WHERE e.fingerprint ="
    " f.fingerprint AND e.action IN (0, 2) AND e.from_state = 6)",
    "SELECT f.fingerprint FROM finding f WHERE f.first_seen <> (SELECT e.as_of FROM event e WHERE e.fingerprint ="
    " f.fingerprint ORDER BY e.number LIMIT 1)",
    "SELECT f.fingerprint FROM finding f WHERE f.due IS NOT (SELECT e.due FROM event e WHERE e.fingerprint ="
    " f.fingerprint AND e.due IS NOT NULL ORDER BY e.number DESC LIMIT 1)",
    "SELECT f.fingerprint FROM finding f WHERE f.owner IS NOT (SELECT e.text FROM event e WHERE e.fingerprint ="
    " f.fingerprint AND e.action = 11 ORDER BY e.number DESC LIMIT 1)",
    "SELECT f.fingerprint FROM finding f WHERE f.failing <> (SELECT e.action IN (0, 2) FROM event e WHERE"
    " e.fingerprint = f.fingerprint AND e.action <= 3 ORDER BY e.number DESC LIMIT 1)",
    "SELECT f.fingerprint FROM finding f WHERE f.closed IS NOT CASE WHEN f.state = 6 THEN (SELECT e.as_of FROM event e"
    " WHERE e.fingerprint = f.fingerprint AND e.to_state = 6 AND e.from_state <> 6 ORDER BY e.number DESC LIMIT 1) END",
    "SELECT f.fingerprint FROM finding f LEFT JOIN supplier s ON s.id = f.supplier WHERE s.id IS NULL",
};

_Static_assert(ACTION_FOUND == 0 && ACTION_WAIVED == 2 && ACTION_WITHDRAWN == 3 && ACTION_ASSIGN == 11 &&
                   ACTION_RUN == 12 && STATE_CLOSED == 6,
               "row_checks and standing_checks name these by number");

static int verify_standing(struct ledger *l, const char *sql, struct fault *f)
{
    sqlite3_stmt *s = NULL;
    if (sqlite3_prepare_v2(l->db, sql, -1, &s, NULL) != SQLITE_OK)
        return store_fault(l, f);
    int code = store_step(l, s, f);
    int result = code < 0 ? -1 : 0;
    if (code == SQLITE_ROW) {
        char which[64];
        snprintf(which, sizeof which, "finding %.40s", column_text(s, 0) ? column_text(s, 0) : "");
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
    bool sound = code == SQLITE_ROW && column_text(s, 0) && strcmp(column_text(s, 0), "ok") == 0;
    sqlite3_finalize(s);
    if (code < 0)
        return -1;
    fault_where(f, sound ? "" : l->path, 0);
    return sound ? 0 : fault_set(f, FAULT_LEDGER_FORMAT);
}

int ledger_hold(struct ledger *l, struct fault *f)
{
    return store_exec(l, "BEGIN", f);
}

int ledger_head(struct ledger *l, int64_t *events, struct hash *head, struct fault *f)
{
    if (store_chain_end(l, f) != 0)
        return -1;
    *events = l->last_event;
    *head = l->chain;
    return 0;
}

int ledger_verify(struct ledger *l, struct fault *f)
{
    bool held = !sqlite3_get_autocommit(l->db);
    if (!held && ledger_hold(l, f) != 0)
        return -1;
    int result = verify_file(l, f) != 0 || verify_chain(l, f) != 0 ? -1 : 0;
    for (size_t i = 0; result == 0 && i < sizeof row_checks / sizeof *row_checks; i++)
        result = verify_rows(l, &row_checks[i], f);
    for (size_t i = 0; result == 0 && i < sizeof standing_checks / sizeof *standing_checks; i++)
        result = verify_standing(l, standing_checks[i], f);
    if (!held)
        ledger_rollback(l);
    return result;
}
