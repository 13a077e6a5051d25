/* The tables of the register, and how those of older versions become them. */
#include <stdlib.h>

#include "register/store.h"

enum { SCHEMA_VERSION = 2, APPLICATION = 0x6b696a75 /* "kiju" */, RETRY_MS = 5 };

/* Dates are days since 1970-01-01, times seconds UTC; absent ones are null.
 * finding.last_seen: null while the supplier's last run still saw it. run.event: the number of the event that ends it; the
 * counts are null in runs that were recorded by version 1. */
/* The findings of a supplier stand together, as they are recorded and listed. */
#define FINDING_TABLE                                                                                                  \
    "CREATE TABLE finding(supplier TEXT NOT NULL, rule TEXT NOT NULL, fingerprint TEXT NOT NULL,"                       \
    " grade INTEGER NOT NULL, state INTEGER NOT NULL, failing INTEGER NOT NULL, first_seen INTEGER NOT NULL,"           \
    " first_run INTEGER NOT NULL, last_seen INTEGER, last_change INTEGER NOT NULL, due INTEGER, closed INTEGER,"        \
    " recurrences INTEGER NOT NULL, owner TEXT, message TEXT NOT NULL, clause TEXT, document TEXT,"                     \
    " line INTEGER NOT NULL, text_en TEXT, text_ja TEXT, seal BLOB NOT NULL,"                                           \
    " PRIMARY KEY(supplier, rule, fingerprint)) WITHOUT ROWID"

static const char *const schema[] = {
    "CREATE TABLE run(id INTEGER PRIMARY KEY, as_of INTEGER NOT NULL, at INTEGER NOT NULL, policy TEXT NOT NULL,"
    " event INTEGER, suppliers INTEGER, appeared INTEGER, returned INTEGER, fixed INTEGER, accepted INTEGER,"
    " open_observation INTEGER, open_minor INTEGER, open_major INTEGER, overdue INTEGER, re_audit INTEGER,"
    " waived INTEGER)",
    "CREATE TABLE supplier(id TEXT PRIMARY KEY, name TEXT, tier TEXT, run INTEGER NOT NULL, digest BLOB NOT NULL,"
    " seen INTEGER NOT NULL, seal BLOB NOT NULL) WITHOUT ROWID",
    FINDING_TABLE,
    "CREATE UNIQUE INDEX finding_fingerprint ON finding(fingerprint)",
    "CREATE INDEX finding_open ON finding(state, grade, due)",
    "CREATE TABLE event(number INTEGER PRIMARY KEY, at INTEGER NOT NULL, as_of INTEGER NOT NULL, who TEXT NOT NULL,"
    " fingerprint TEXT NOT NULL, action INTEGER NOT NULL, from_state INTEGER NOT NULL, to_state INTEGER NOT NULL,"
    " grade INTEGER NOT NULL, due INTEGER, text TEXT, hash BLOB NOT NULL)",
    "CREATE INDEX event_finding ON event(fingerprint)",
    "PRAGMA application_id = 1802070645",
    "PRAGMA user_version = 2",
    NULL,
};

/* From version 1, whose runs had no event of their own, whose rows had no seals, and which did not know when a finding was
 * last seen. The functions make the seals. */
static const char *const from_1[] = {
    "ALTER TABLE run ADD COLUMN event INTEGER",
    "ALTER TABLE run ADD COLUMN suppliers INTEGER",
    "ALTER TABLE run ADD COLUMN appeared INTEGER",
    "ALTER TABLE run ADD COLUMN returned INTEGER",
    "ALTER TABLE run ADD COLUMN fixed INTEGER",
    "ALTER TABLE run ADD COLUMN accepted INTEGER",
    "ALTER TABLE run ADD COLUMN open_observation INTEGER",
    "ALTER TABLE run ADD COLUMN open_minor INTEGER",
    "ALTER TABLE run ADD COLUMN open_major INTEGER",
    "ALTER TABLE run ADD COLUMN overdue INTEGER",
    "ALTER TABLE run ADD COLUMN re_audit INTEGER",
    "ALTER TABLE run ADD COLUMN waived INTEGER",
    "ALTER TABLE supplier ADD COLUMN seen INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE supplier ADD COLUMN seal BLOB NOT NULL DEFAULT x''",
    "UPDATE supplier SET seen = coalesce((SELECT as_of FROM run WHERE run.id = supplier.run), 0)",
    "UPDATE supplier SET seal = seal_supplier(id, name, tier, run, seen, digest)",
    "ALTER TABLE finding RENAME TO finding_1",
    "DROP INDEX finding_open",
    "DROP INDEX finding_supplier",
    FINDING_TABLE,
    /* A note on a closed finding moved its day of closing; a return under a waiver was no recurrence. */
    "INSERT INTO finding SELECT supplier, rule, fingerprint, grade, state, failing, first_seen, first_run,"
    " CASE WHEN failing = 0 THEN last_change END, last_change, due,"
    " CASE WHEN state = 6 THEN (SELECT e.as_of FROM event e WHERE e.fingerprint = f.fingerprint AND e.to_state = 6 AND"
    " e.from_state <> 6 ORDER BY e.number DESC LIMIT 1) END,"
    " (SELECT count(*) FROM event e WHERE e.fingerprint = f.fingerprint AND e.action IN (0, 2) AND e.from_state = 6),"
    " owner, message, clause, document, line, text_en, text_ja, seal_finding(fingerprint, supplier, rule, message, clause,"
    " document, line, text_en, text_ja, first_run, CASE WHEN failing = 0 THEN last_change END)"
    " FROM finding_1 f ORDER BY supplier, rule, fingerprint",
    "DROP TABLE finding_1",
    "CREATE UNIQUE INDEX finding_fingerprint ON finding(fingerprint)",
    "CREATE INDEX finding_open ON finding(state, grade, due)",
    NULL,
};

static int64_t number_of(struct ledger *l, const char *sql)
{
    sqlite3_stmt *s = NULL;
    int64_t n = -1;
    if (sqlite3_prepare_v2(l->db, sql, -1, &s, NULL) == SQLITE_OK && sqlite3_step(s) == SQLITE_ROW)
        n = sqlite3_column_int64(s, 0);
    sqlite3_finalize(s);
    return n;
}

static int run_all(struct ledger *l, const char *const *sql, struct fault *f)
{
    for (size_t i = 0; sql[i]; i++)
        if (store_exec(l, sql[i], f) != 0)
            return -1;
    return 0;
}

/* ---- runs of version 1 get their events ---- */

static int add_run_event(struct ledger *l, const struct ledger_run *r, struct fault *f)
{
    char text[RUN_TEXT];
    struct buffer b;
    buffer_init_fixed(&b, text, sizeof text);
    ledger_run_text(r, &b);
    struct event e = {.who = "kijun", .fingerprint = "", .text = text, .action = ACTION_RUN, .as_of = r->as_of,
                      .at = r->at, .from = STATE_COUNT, .to = STATE_COUNT, .due = DAY_NONE};
    return b.failed ? fault_set(f, FAULT_MEMORY) : event_add(l, &e, f);
}

static int add_run_events(struct ledger *l, struct fault *f)
{
    sqlite3_stmt *s = NULL, *put = NULL;
    int code = SQLITE_DONE;
    if (sqlite3_prepare_v2(l->db, "SELECT id, as_of, at, policy FROM run ORDER BY id", -1, &s, NULL) != SQLITE_OK ||
        sqlite3_prepare_v2(l->db, "UPDATE run SET event = ?2 WHERE id = ?1", -1, &put, NULL) != SQLITE_OK)
        code = store_fault(l, f);
    while (code >= 0 && (code = store_step(l, s, f)) == SQLITE_ROW) {
        struct ledger_run r = {.number = sqlite3_column_int64(s, 0), .as_of = column_day(s, 1),
                               .at = sqlite3_column_int64(s, 2), .policy = column_text(s, 3)};
        if (add_run_event(l, &r, f) != 0) {
            code = -1;
            break;
        }
        sqlite3_bind_int64(put, 1, r.number);
        sqlite3_bind_int64(put, 2, l->last_event);
        code = store_done(l, put, f);
    }
    sqlite3_finalize(s);
    sqlite3_finalize(put);
    return code < 0 ? -1 : 0;
}

static int migrate_1(struct ledger *l, struct fault *f)
{
    return run_all(l, from_1, f) != 0 || store_chain_end(l, f) != 0 ||
                   add_run_events(l, f) != 0
               ? -1
               : store_exec(l, "PRAGMA user_version = 2", f);
}

/* ---- opening ---- */

static int refuse(struct ledger *l, enum fault_id id, struct fault *f)
{
    fault_where(f, l->path, 0);
    return fault_set(f, id);
}

/* The version of a register, 0 of an empty file; -1: something else, or it cannot be read. Within a transaction, so that all
 * of it is of one moment. */
static int64_t version_of(struct ledger *l, struct fault *f)
{
    int64_t version = number_of(l, "PRAGMA user_version");
    if (version < 0)
        return store_fault(l, f);
    if (version == 0 ? number_of(l, "SELECT count(*) FROM sqlite_schema") != 0
                     : number_of(l, "PRAGMA application_id") != APPLICATION)
        return refuse(l, FAULT_LEDGER_FORMAT, f);
    return version > SCHEMA_VERSION ? refuse(l, FAULT_LEDGER_NEWER, f) : version;
}

static int64_t version_now(struct ledger *l, struct fault *f)
{
    if (store_exec(l, "BEGIN", f) != 0)
        return -1;
    int64_t version = version_of(l, f);
    ledger_rollback(l);
    return version;
}

/* SQLite does not wait for another process that changes the journal at the same moment: both could wait for ever. */
static int write_ahead(struct ledger *l, struct fault *f)
{
    int code;
    for (int waited = 0; waited < STORE_BUSY_MS; waited += RETRY_MS) {
        code = sqlite3_exec(l->db, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);
        if (code != SQLITE_BUSY)
            return code == SQLITE_OK ? 0 : store_fault(l, f);
        sqlite3_sleep(RETRY_MS);
    }
    return store_fault(l, f);
}

/* Within an exclusive transaction, so that of several processes one does it; the version is asked for again. */
static int bring_up(struct ledger *l, struct fault *f)
{
    int64_t version = version_of(l, f);
    int result = version < 0 ? -1 : 0;
    if (version == 0)
        result = run_all(l, schema, f);
    else if (version == 1)
        result = migrate_1(l, f);
    if (result == 0 && store_exec(l, "COMMIT", f) == 0)
        return 0;
    ledger_rollback(l);
    return -1;
}

int schema_ready(struct ledger *l, enum ledger_mode mode, struct fault *f)
{
    int64_t version = version_now(l, f);
    if (version < 0)
        return -1;
    if (version == SCHEMA_VERSION)
        return 0;
    if (mode == LEDGER_READ)
        return refuse(l, version ? FAULT_LEDGER_OLDER : FAULT_LEDGER_FORMAT, f);
    return write_ahead(l, f) != 0 || store_exec(l, "BEGIN EXCLUSIVE", f) != 0 ? -1 : bring_up(l, f);
}
