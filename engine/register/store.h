/* The SQLite file behind the register. Private to the register floor. */
#ifndef KIJUN_REGISTER_STORE_H
#define KIJUN_REGISTER_STORE_H

#include <sqlite3.h>

#include "register/ledger.h"

/* Every statement, prepared once for a handle: a row of statements[] in store.c. */
enum statement {
    SQL_RUN_ADD, SQL_RUN_LAST,
    SQL_SUPPLIER_GET, SQL_SUPPLIER_PUT,
    SQL_FINDINGS_OF, SQL_FINDING_GET, SQL_FINDING_LIKE, SQL_FINDING_ADD, SQL_FINDING_SHOWN, SQL_FINDING_MOVED,
    SQL_EVENT_ADD, SQL_EVENT_LAST,
    SQL_COUNT
};

struct ledger {
    sqlite3 *db;
    char *path;
    sqlite3_stmt *prepared[SQL_COUNT];
    struct ledger_terms terms;
    day as_of;
    instant at;
    int64_t run;            /* being recorded; 0: none */
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
/* Starts a write transaction and reads the end of the chain. */
int store_begin(struct ledger *l, struct fault *f);
int store_commit(struct ledger *l, struct fault *f);

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

#endif
