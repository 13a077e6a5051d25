/* The history: append-only, each line chained to the one before by a hash. */
#include <stdio.h>
#include <string.h>

#include "register/store.h"

/* A number as text, so that hash_parts can take it: the longest is a sign and 19 digits. */
struct digits {
    char at[24];
};

static struct digits digits(int64_t n)
{
    struct digits d;
    snprintf(d.at, sizeof d.at, "%lld", (long long)n);
    return d;
}

struct hash event_hash(const struct hash *before, int64_t number, const struct event *e)
{
    char link[33];
    struct digits n = digits(number), at = digits(e->at), as_of = digits(e->as_of), due = digits(e->due),
                  action = digits(e->action), from = digits(e->from), to = digits(e->to), grade = digits(e->grade);
    hash_hex(before, link);
    const char *parts[] = { link, n.at, at.at, as_of.at, e->who, e->fingerprint, action.at, from.at, to.at, grade.at,
                            due.at, e->text };
    return hash_parts(parts, sizeof parts / sizeof *parts);
}

struct event event_of(sqlite3_stmt *s)
{
    return (struct event){ .at = sqlite3_column_int64(s, 1), .as_of = (day)sqlite3_column_int64(s, 2),
                           .who = column_text(s, 3), .fingerprint = column_text(s, 4),
                           .action = (enum ledger_action)sqlite3_column_int(s, 5),
                           .from = (enum finding_state)sqlite3_column_int(s, 6),
                           .to = (enum finding_state)sqlite3_column_int(s, 7),
                           .grade = (enum grade)sqlite3_column_int(s, 8), .due = column_day(s, 9),
                           .text = column_text(s, 10) };
}

int event_add(struct ledger *l, const struct event *e, struct fault *f)
{
    sqlite3_stmt *s = store_statement(l, SQL_EVENT_ADD, f);
    if (!s)
        return -1;
    int64_t number = l->last_event + 1;
    struct hash hash = event_hash(&l->chain, number, e);
    sqlite3_bind_int64(s, 1, number);
    sqlite3_bind_int64(s, 2, e->at);
    sqlite3_bind_int64(s, 3, e->as_of);
    store_text(s, 4, e->who);
    store_text(s, 5, e->fingerprint);
    sqlite3_bind_int(s, 6, (int)e->action);
    sqlite3_bind_int(s, 7, (int)e->from);
    sqlite3_bind_int(s, 8, (int)e->to);
    sqlite3_bind_int(s, 9, (int)e->grade);
    if (e->due != DAY_NONE)
        sqlite3_bind_int64(s, 10, e->due);
    store_text(s, 11, e->text);
    sqlite3_bind_blob(s, 12, &hash, sizeof hash, SQLITE_TRANSIENT);
    if (store_done(l, s, f) != 0)
        return -1;
    l->last_event = number;
    l->chain = hash;
    return 0;
}
