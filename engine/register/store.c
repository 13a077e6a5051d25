/* Opening, migrating and talking to the SQLite file. */
#include "register/store.h"

#include <stdlib.h>
#include <string.h>

static const char *const statements[SQL_COUNT] = {
    [SQL_RUN_ADD] = "INSERT INTO run(as_of, at, policy) VALUES(?, ?, ?)",
    [SQL_RUN_LAST] = "SELECT id, as_of FROM run ORDER BY id DESC LIMIT 1",
    [SQL_RUN_STATE] = "SELECT state, grade, due IS NOT NULL AND due < ?1, count(*) FROM finding GROUP BY 1, 2, 3",
    [SQL_RUN_TOTALS] = "UPDATE run SET event = ?2, suppliers = ?3, appeared = ?4, returned = ?5, fixed = ?6,"
                       " accepted = ?7, open_observation = ?8, open_minor = ?9, open_major = ?10, overdue = ?11,"
                       " re_audit = ?12, waived = ?13 WHERE id = ?1",
    [SQL_SUPPLIER_GET] = "SELECT digest, seen FROM supplier WHERE id = ?",
    [SQL_SUPPLIER_PUT] = "INSERT OR REPLACE INTO supplier(id, name, tier, run, digest, seen, seal)"
                         " VALUES(?, ?, ?, ?, ?, ?, ?)",
    [SQL_FINDINGS_OF] = "SELECT fingerprint, rule, state, failing, grade, due, recurrences, first_run,"
                        " last_seen FROM finding WHERE supplier = ?",
    [SQL_FINDING_GET] = "SELECT state, failing, grade, due, recurrences, supplier FROM finding WHERE fingerprint = ?",
    [SQL_FINDING_LIKE] = "SELECT fingerprint FROM finding WHERE fingerprint >= ?1 AND fingerprint < ?2 LIMIT 2",
    [SQL_FINDING_ADD] = "INSERT INTO finding(fingerprint, supplier, rule, message, clause, document, line, text_en,"
                        " text_ja, seal, grade, state, failing, first_seen, first_run, last_change, recurrences)"
                        " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 0, 1, ?12, ?13, ?12, 0)",
    [SQL_FINDING_SHOWN] = "UPDATE finding SET supplier = ?2, rule = ?3, message = ?4, clause = ?5, document = ?6,"
                          " line = ?7, text_en = ?8, text_ja = ?9, seal = ?10, last_seen = NULL WHERE fingerprint = ?1",
    [SQL_FINDING_SEEN] = "UPDATE finding SET last_seen = ?2, seal = seal_finding(fingerprint, supplier, rule, message,"
                         " clause, document, line, text_en, text_ja, first_run, ?2) WHERE fingerprint = ?1",
    /* Assigning sets the owner, closing the day of closing; what is said of a closed finding leaves that day. */
    [SQL_FINDING_MOVED] = "UPDATE finding SET state = ?2, failing = ?3, grade = ?4, last_change = ?5, due = ?6,"
                          " closed = CASE WHEN ?7 IS NOT NULL THEN coalesce(closed, ?7) END, recurrences = ?8,"
                          " owner = coalesce(?9, owner) WHERE fingerprint = ?1",
    [SQL_EVENT_ADD] = "INSERT INTO event(number, at, as_of, who, fingerprint, action, from_state, to_state, grade, due,"
                      " text, hash) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [SQL_EVENT_LAST] = "SELECT number, hash FROM event ORDER BY number DESC LIMIT 1",
    [SQL_WAIVER_LAST] = "SELECT text FROM event WHERE fingerprint = ? AND action = 2 ORDER BY number DESC LIMIT 1",
};

int store_fault(struct ledger *l, struct fault *f)
{
    int code = sqlite3_errcode(l->db);
    l->failed = true;
    fault_where(f, l->path, 0);
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
        return fault_set(f, FAULT_LEDGER_BUSY);
    if (code == SQLITE_NOTADB || code == SQLITE_CORRUPT)
        return fault_set(f, FAULT_LEDGER_FORMAT);
    return fault_set(f, FAULT_LEDGER_SQL, sqlite3_errmsg(l->db));
}

int store_exec(struct ledger *l, const char *sql, struct fault *f)
{
    return sqlite3_exec(l->db, sql, NULL, NULL, NULL) == SQLITE_OK ? 0 : store_fault(l, f);
}

sqlite3_stmt *store_statement(struct ledger *l, enum statement s, struct fault *f)
{
    if (!l->prepared[s] &&
        sqlite3_prepare_v3(l->db, statements[s], -1, SQLITE_PREPARE_PERSISTENT, &l->prepared[s], NULL) != SQLITE_OK) {
        store_fault(l, f);
        return NULL;
    }
    sqlite3_reset(l->prepared[s]);
    sqlite3_clear_bindings(l->prepared[s]);
    return l->prepared[s];
}

int store_step(struct ledger *l, sqlite3_stmt *s, struct fault *f)
{
    int code = sqlite3_step(s);
    return code == SQLITE_ROW || code == SQLITE_DONE ? code : store_fault(l, f);
}

int store_done(struct ledger *l, sqlite3_stmt *s, struct fault *f)
{
    int code = store_step(l, s, f);
    sqlite3_reset(s);
    return code < 0 ? -1 : 0;
}

void store_text(sqlite3_stmt *s, int column, const char *text)
{
    if (text)
        sqlite3_bind_text(s, column, text, -1, SQLITE_STATIC);
    else
        sqlite3_bind_null(s, column);
}

void store_day(sqlite3_stmt *s, int column, day d)
{
    if (d == DAY_NONE)
        sqlite3_bind_null(s, column);
    else
        sqlite3_bind_int64(s, column, d);
}

const char *column_text(sqlite3_stmt *s, int column)
{
    return (const char *)sqlite3_column_text(s, column);
}

day column_day(sqlite3_stmt *s, int column)
{
    return sqlite3_column_type(s, column) == SQLITE_NULL ? DAY_NONE : (day)sqlite3_column_int64(s, column);
}

/* Where the chain of events ends now. */
int store_chain_end(struct ledger *l, struct fault *f)
{
    sqlite3_stmt *s = store_statement(l, SQL_EVENT_LAST, f);
    int code = s ? store_step(l, s, f) : -1;
    l->last_event = 0;
    memset(&l->chain, 0, sizeof l->chain);
    if (code == SQLITE_ROW && sqlite3_column_bytes(s, 1) == (int)sizeof l->chain) {
        l->last_event = sqlite3_column_int64(s, 0);
        memcpy(&l->chain, sqlite3_column_blob(s, 1), sizeof l->chain);
    }
    if (s)
        sqlite3_reset(s);
    return code < 0 ? -1 : 0;
}

int store_begin(struct ledger *l, struct fault *f)
{
    l->failed = false;
    if (store_exec(l, "BEGIN IMMEDIATE", f) != 0)
        return -1;
    if (store_chain_end(l, f) == 0)
        return 0;
    ledger_rollback(l);
    return -1;
}

int store_commit(struct ledger *l, struct fault *f)
{
    if (l->failed || sqlite3_get_autocommit(l->db)) { /* SQLite rolled back by itself, as it does on a full disk */
        ledger_rollback(l);
        fault_where(f, l->path, 0);
        return fault_set(f, FAULT_LEDGER_LOST);
    }
    if (store_exec(l, "COMMIT", f) == 0)
        return 0;
    ledger_rollback(l);
    return -1;
}

void ledger_rollback(struct ledger *l)
{
    if (!sqlite3_get_autocommit(l->db))
        sqlite3_exec(l->db, "ROLLBACK", NULL, NULL, NULL);
    l->run = 0;
    l->failed = false;
}

int ledger_open(const char *path, enum ledger_mode mode, struct ledger **out, struct fault *f)
{
    struct ledger *l = calloc(1, sizeof *l);
    int flags = mode == LEDGER_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    if (!l || !(l->path = strdup(path))) {
        free(l);
        return fault_set(f, FAULT_MEMORY);
    }
    if (sqlite3_open_v2(path, &l->db, flags | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
        goto failed;
    sqlite3_busy_timeout(l->db, STORE_BUSY_MS);
    if (sqlite3_exec(l->db, "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;"
                     " PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536", NULL, NULL, NULL) != SQLITE_OK)
        goto failed;
    if (seal_functions(l, f) != 0 || schema_ready(l, mode, f) != 0)
        goto closed;
    *out = l;
    return 0;
failed:
    store_fault(l, f);
closed:
    ledger_close(l);
    return -1;
}

void ledger_close(struct ledger *l)
{
    if (!l)
        return;
    for (int s = 0; s < SQL_COUNT; s++)
        sqlite3_finalize(l->prepared[s]);
    sqlite3_close(l->db);
    free(l->path);
    free(l);
}

int ledger_backup(struct ledger *l, const char *path, struct fault *f)
{
    sqlite3 *copy = NULL;
    int code = sqlite3_open_v2(path, &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOFOLLOW, NULL);
    sqlite3_backup *backup = code == SQLITE_OK ? sqlite3_backup_init(copy, "main", l->db, "main") : NULL;
    if (backup) {
        sqlite3_backup_step(backup, -1);
        code = sqlite3_backup_finish(backup);
    }
    if (code != SQLITE_OK || !backup) {
        fault_where(f, path, 0);
        fault_set(f, FAULT_LEDGER_SQL, copy ? sqlite3_errmsg(copy) : sqlite3_errstr(code));
    }
    sqlite3_close(copy);
    return code == SQLITE_OK && backup ? 0 : -1;
}
