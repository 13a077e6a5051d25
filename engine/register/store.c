/* Opening, migrating and talking to the SQLite file. */
#include "register/store.h"

#include <stdlib.h>
#include <string.h>

enum { SCHEMA_VERSION = 1, APPLICATION = 0x6b696a75 /* "kiju" */, BUSY_MS = 10000 };

/* Dates are days since 1970-01-01, times seconds UTC; absent ones are null. */
static const char *const schema =
    "CREATE TABLE run(id INTEGER PRIMARY KEY, as_of INTEGER NOT NULL, at INTEGER NOT NULL, policy TEXT NOT NULL);"
    "CREATE TABLE supplier(id TEXT PRIMARY KEY, name TEXT, tier TEXT, run INTEGER NOT NULL, digest BLOB NOT NULL)"
    " WITHOUT ROWID;"
    "CREATE TABLE finding(fingerprint TEXT PRIMARY KEY, supplier TEXT NOT NULL, rule TEXT NOT NULL,"
    " message TEXT NOT NULL, clause TEXT, document TEXT, line INTEGER NOT NULL, text_en TEXT, text_ja TEXT,"
    " grade INTEGER NOT NULL, state INTEGER NOT NULL, failing INTEGER NOT NULL, first_seen INTEGER NOT NULL,"
    " first_run INTEGER NOT NULL, last_change INTEGER NOT NULL, due INTEGER, closed INTEGER,"
    " recurrences INTEGER NOT NULL, owner TEXT) WITHOUT ROWID;"
    "CREATE INDEX finding_supplier ON finding(supplier);"
    "CREATE INDEX finding_open ON finding(state, due);"
    "CREATE TABLE event(number INTEGER PRIMARY KEY, at INTEGER NOT NULL, as_of INTEGER NOT NULL, who TEXT NOT NULL,"
    " fingerprint TEXT NOT NULL, action INTEGER NOT NULL, from_state INTEGER NOT NULL, to_state INTEGER NOT NULL,"
    " grade INTEGER NOT NULL, due INTEGER, text TEXT, hash BLOB NOT NULL);"
    "CREATE INDEX event_finding ON event(fingerprint);"
    "PRAGMA user_version = 1; PRAGMA application_id = 1802070645;";

static const char *const statements[SQL_COUNT] = {
    [SQL_RUN_ADD] = "INSERT INTO run(as_of, at, policy) VALUES(?, ?, ?)",
    [SQL_RUN_LAST] = "SELECT id, as_of FROM run ORDER BY id DESC LIMIT 1",
    [SQL_SUPPLIER_GET] = "SELECT digest FROM supplier WHERE id = ?",
    [SQL_SUPPLIER_PUT] = "INSERT OR REPLACE INTO supplier(id, name, tier, run, digest) VALUES(?, ?, ?, ?, ?)",
    [SQL_FINDINGS_OF] = "SELECT fingerprint, rule, state, failing, grade, due FROM finding WHERE supplier = ?"
                        " ORDER BY fingerprint",
    [SQL_FINDING_GET] = "SELECT state, failing, grade, due, first_seen FROM finding WHERE fingerprint = ?",
    [SQL_FINDING_LIKE] = "SELECT fingerprint FROM finding WHERE fingerprint >= ?1 AND fingerprint < ?2 LIMIT 2",
    [SQL_FINDING_ADD] = "INSERT INTO finding(fingerprint, supplier, rule, message, clause, document, line, text_en,"
                        " text_ja, grade, state, failing, first_seen, first_run, last_change, due, recurrences)"
                        " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 1, ?12, ?13, ?12, ?14, 0)",
    [SQL_FINDING_SHOWN] = "UPDATE finding SET clause = ?2, document = ?3, line = ?4, text_en = ?5, text_ja = ?6"
                          " WHERE fingerprint = ?1",
    /* Assigning sets the owner, closing the day of closing; a new due date only where one is given. */
    [SQL_FINDING_MOVED] = "UPDATE finding SET state = ?2, failing = ?3, grade = ?4, last_change = ?5,"
                          " due = coalesce(?6, due), closed = ?7, recurrences = recurrences + ?8,"
                          " owner = coalesce(?9, owner) WHERE fingerprint = ?1",
    [SQL_EVENT_ADD] = "INSERT INTO event(number, at, as_of, who, fingerprint, action, from_state, to_state, grade, due,"
                      " text, hash) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [SQL_EVENT_LAST] = "SELECT number, hash FROM event ORDER BY number DESC LIMIT 1",
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

/* Where the chain of events ends now. */
static int read_chain_end(struct ledger *l, struct fault *f)
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
    if (read_chain_end(l, f) == 0)
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

static int64_t pragma_number(struct ledger *l, const char *sql)
{
    sqlite3_stmt *s = NULL;
    int64_t n = -1;
    if (sqlite3_prepare_v2(l->db, sql, -1, &s, NULL) == SQLITE_OK && sqlite3_step(s) == SQLITE_ROW)
        n = sqlite3_column_int64(s, 0);
    sqlite3_finalize(s);
    return n;
}

/* Makes the tables in an empty file; refuses what is no register or a later kijun's. */
static int migrate(struct ledger *l, enum ledger_mode mode, struct fault *f)
{
    int64_t version = pragma_number(l, "PRAGMA user_version");
    if (version < 0)
        return store_fault(l, f);
    if (version > SCHEMA_VERSION || (version > 0 && pragma_number(l, "PRAGMA application_id") != APPLICATION)) {
        fault_where(f, l->path, 0);
        return fault_set(f, version > SCHEMA_VERSION ? FAULT_LEDGER_NEWER : FAULT_LEDGER_FORMAT);
    }
    if (version == SCHEMA_VERSION)
        return 0;
    if (mode == LEDGER_READ || pragma_number(l, "SELECT count(*) FROM sqlite_schema") != 0) {
        fault_where(f, l->path, 0);
        return fault_set(f, FAULT_LEDGER_FORMAT);
    }
    if (store_exec(l, "PRAGMA journal_mode = WAL; BEGIN EXCLUSIVE", f) != 0)
        return -1;
    if (pragma_number(l, "PRAGMA user_version") == SCHEMA_VERSION) /* another process was first */
        return store_exec(l, "COMMIT", f);
    return store_exec(l, schema, f) != 0 ? -1 : store_exec(l, "COMMIT", f);
}

int ledger_open(const char *path, enum ledger_mode mode, struct ledger **out, struct fault *f)
{
    struct ledger *l = calloc(1, sizeof *l);
    int flags = mode == LEDGER_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    if (!l || !(l->path = strdup(path))) {
        free(l);
        return fault_set(f, FAULT_MEMORY);
    }
    if (sqlite3_open_v2(path, &l->db, flags | SQLITE_OPEN_NOFOLLOW, NULL) != SQLITE_OK)
        goto failed;
    sqlite3_busy_timeout(l->db, BUSY_MS);
    if (sqlite3_exec(l->db, "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;"
                     " PRAGMA cell_size_check = ON", NULL, NULL, NULL) != SQLITE_OK)
        goto failed;
    if (migrate(l, mode, f) != 0)
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
