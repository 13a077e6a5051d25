/* The SQLite file behind the register. Private to the register floor. */
#ifndef KIJUN_REGISTER_STORE_H
#define KIJUN_REGISTER_STORE_H

#include <sqlite3.h>

#include "register/ledger.h"

enum { STORE_BUSY_MS = 10000 }; /* how long another process that writes is waited for */

/* Every statement, prepared once for a handle: a row of statements[] in store.c. */
enum statement {
    SQL_RUN_ADD, SQL_RUN_LAST, SQL_RUN_STATE, SQL_RUN_TOTALS,
    SQL_SUPPLIER_GET, SQL_SUPPLIER_PUT,
    SQL_FINDINGS_OF, SQL_FINDING_GET, SQL_FINDING_LIKE, SQL_FINDING_ADD, SQL_FINDING_SHOWN, SQL_FINDING_SEEN,
    SQL_FINDING_MOVED,
    SQL_EVENT_ADD, SQL_EVENT_LAST, SQL_WAIVER_LAST,
    SQL_COUNT
};

struct ledger {
    sqlite3 *db;
    char *path;
    sqlite3_stmt *prepared[SQL_COUNT];
    struct due_terms terms;
    int64_t run;            /* being recorded; 0: none */
    struct ledger_run counts; /* of that run */
    int64_t last_event;     /* number and hash of the newest event */
    struct hash chain;
    bool failed;            /* something in this transaction failed: it must not be committed */
};

/* The statement, reset and ready to bind; NULL with *f set. */
sqlite3_stmt *store_statement(struct ledger *l, enum statement s, struct fault *f);
/* Runs a statement that returns no row. */
int store_done(struct ledger *l, sqlite3_stmt *s, struct fault *f);
/* SQLITE_ROW or SQLITE_DONE, or -1 with *f set. */
int store_step(struct ledger *l, sqlite3_stmt *s, struct fault *f);
int store_exec(struct ledger *l, const char *sql, struct fault *f);
/* The fault for what SQLite last said. Always -1. */
int store_fault(struct ledger *l, struct fault *f);
void store_text(sqlite3_stmt *s, int column, const char *text); /* NULL binds null; the text must live until reset */
void store_day(sqlite3_stmt *s, int column, day d); /* DAY_NONE binds null */
const char *column_text(sqlite3_stmt *s, int column); /* NULL for null */
day column_day(sqlite3_stmt *s, int column); /* DAY_NONE for null */
/* Makes the tables in an empty file and brings those of an older kijun up to date; refuses what is no register or a later
 * kijun's. */
int schema_ready(struct ledger *l, enum ledger_mode mode, struct fault *f);
/* Starts a write transaction and reads the end of the chain. */
int store_begin(struct ledger *l, struct fault *f);
int store_commit(struct ledger *l, struct fault *f);

/* Reads the end of the chain. */
int store_chain_end(struct ledger *l, struct fault *f);

day store_last_day(struct ledger *l, struct fault *f); /* of the last run; DAY_NONE: there is none */

/* One line of history. */
struct event {
    const char *who, *fingerprint, *text;
    enum ledger_action action;
    enum finding_state from, to;
    day as_of, due;
    instant at;
    enum grade grade;       /* of the finding after the event */
};
/* Appends it and moves the chain on. */
int event_add(struct ledger *l, const struct event *e, struct fault *f);
/* The link of the chain: the hash of the one before and everything in the event. */
struct hash event_hash(const struct hash *before, int64_t number, const struct event *e);
/* The event in a row of EVENT_COLUMNS; its texts are the statement's. */
#define EVENT_COLUMNS "number, at, as_of, who, fingerprint, action, from_state, to_state, grade, due, text, hash"
struct event event_of(sqlite3_stmt *s);

/* The run in a row of RUN_COLUMNS; its policy is the statement's. */
#define RUN_COLUMNS "id, run.as_of, run.at, policy, run.event, suppliers, appeared, returned, fixed, accepted," \
                    " open_observation, open_minor, open_major, overdue, re_audit, waived"
enum { RUN_COLUMN_COUNT = 16 };
struct ledger_run ledger_run_of(sqlite3_stmt *s);

/* ---- what the history does not hold: seals (seal.c) ---- */

/* What a finding's row says of it, and what a supplier's does: a change from outside shows in the seal. */
struct sealed_finding {
    const char *fingerprint, *supplier, *rule, *message, *clause, *document, *text[LANGUAGE_COUNT];
    int64_t line, first_run;
    day last_seen;
};
struct sealed_supplier {
    const char *id, *name, *tier;
    int64_t run;
    day seen;
    const void *digest;     /* struct hash */
};
struct hash seal_finding(const struct sealed_finding *x);
struct hash seal_supplier(const struct sealed_supplier *x);
/* Makes them known to SQL: seal_finding(fingerprint, supplier, rule, message, clause, document, line, text_en, text_ja,
 * first_run, last_seen), seal_supplier(id, name, tier, run, seen, digest). */
int seal_functions(struct ledger *l, struct fault *f);
/* The text of the event that ends a run: everything that its row says. */
void ledger_run_text(const struct ledger_run *r, struct buffer *out);

#endif
