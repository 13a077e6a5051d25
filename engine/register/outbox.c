#include "register/outbox.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/reason.h"
#include "register/store.h"

/* The tables stand beside the others and change none of them: the register keeps its version. */
static const char *const tables[] = {
    "CREATE TABLE IF NOT EXISTS outbox(number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, channel TEXT NOT NULL,"
    " made INTEGER NOT NULL, state INTEGER NOT NULL, tries INTEGER NOT NULL DEFAULT 0, tried INTEGER, said TEXT,"
    " body BLOB NOT NULL)",
    "CREATE TABLE IF NOT EXISTS outbox_mark(channel TEXT PRIMARY KEY, event INTEGER NOT NULL, as_of INTEGER) WITHOUT ROWID",
    NULL,
};

static sqlite3_stmt *prepare(struct ledger *l, const char *sql, struct fault *f)
{
    sqlite3_stmt *s = NULL;
    if (sqlite3_prepare_v2(l->db, sql, -1, &s, NULL) == SQLITE_OK)
        return s;
    store_fault(l, f);
    return NULL;
}

/* Runs a statement that returns no row, and frees it. */
static int run_once(struct ledger *l, sqlite3_stmt *s, struct fault *f)
{
    int code = s ? store_step(l, s, f) : -1;
    sqlite3_finalize(s);
    return code < 0 ? -1 : 0;
}

static int make_tables(struct ledger *l, struct fault *f)
{
    for (size_t i = 0; tables[i]; i++)
        if (store_exec(l, tables[i], f) != 0)
            return -1;
    return 0;
}

/* A lock of the file's own: it goes with the process, whatever becomes of that. */
int outbox_hold(struct ledger *l, int *lock, struct fault *f)
{
    size_t size = strlen(l->path) + sizeof ".notify";
    char *path = malloc(size);
    if (!path)
        return fault_set(f, FAULT_MEMORY);
    snprintf(path, size, "%s.notify", l->path);
    *lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
    fault_where(f, *lock < 0 ? path : l->path, 0);
    free(path);
    if (*lock < 0)
        return fault_set(f, FAULT_OUTPUT, reason_of(errno));
    if (flock(*lock, LOCK_EX | LOCK_NB) != 0)
        fault_set(f, FAULT_OUTBOX_HELD);
    else if (make_tables(l, f) == 0) {
        fault_clear(f);
        return 0;
    }
    outbox_release(*lock);
    *lock = -1;
    return -1;
}

void outbox_release(int lock)
{
    if (lock >= 0)
        close(lock);
}

/* ---- what changed ---- */

static int read_mark(struct ledger *l, const char *channel, struct outbox_mark *m, struct fault *f)
{
    sqlite3_stmt *s = prepare(l, "SELECT event, as_of FROM outbox_mark WHERE channel = ?", f);
    if (!s)
        return -1;
    store_text(s, 1, channel);
    int code = store_step(l, s, f);
    if (code == SQLITE_ROW) {
        m->event = sqlite3_column_int64(s, 0);
        m->told = column_day(s, 1);
    }
    sqlite3_finalize(s);
    return code < 0 ? -1 : 0;
}

int outbox_begin(struct ledger *l, const char *channel, struct outbox_mark *out, struct fault *f)
{
    *out = (struct outbox_mark){ .told = DAY_NONE };
    if (store_begin(l, f) != 0)
        return -1;
    out->now = l->last_event;
    out->head = l->chain;
    out->as_of = store_last_day(l, f);
    if (!l->failed && read_mark(l, channel, out, f) == 0)
        return 0;
    ledger_rollback(l);
    return -1;
}

/* ?1 the mark, ?2 the day of the last run, ?3 the day that was told of. */
static const char *const changes_sql =
    "SELECT fingerprint, supplier, rule, message, clause, document, owner, text_en, text_ja, line, grade, state, failing,"
    " first_seen, last_change, due, closed, recurrences, (state < 4 AND due IS NOT NULL AND due < ?2) AS overdue, s.name,"
    " s.tier,"
    " (SELECT from_state FROM event e WHERE e.fingerprint = f.fingerprint AND e.number > ?1 ORDER BY e.number LIMIT 1),"
    " (SELECT grade FROM event e WHERE e.fingerprint = f.fingerprint AND e.number <= ?1 ORDER BY e.number DESC LIMIT 1)"
    " FROM finding f JOIN supplier s ON s.id = supplier"
    " WHERE fingerprint IN (SELECT fingerprint FROM event WHERE number > ?1) OR (overdue AND (?3 IS NULL OR due >= ?3))"
    " ORDER BY supplier, rule, fingerprint";

_Static_assert(STATE_RE_AUDIT == 4, "changes_sql names the state by number");

static struct outbox_change change_of(sqlite3_stmt *s, const struct outbox_mark *m)
{
    struct outbox_change c = {
        .now = { .fingerprint = column_text(s, 0), .supplier = column_text(s, 1), .rule = column_text(s, 2),
                 .message = column_text(s, 3), .clause = column_text(s, 4), .document = column_text(s, 5),
                 .owner = column_text(s, 6), .text = { column_text(s, 7), column_text(s, 8) },
                 .line = (uint32_t)sqlite3_column_int64(s, 9), .grade = (enum grade)sqlite3_column_int(s, 10),
                 .state = (enum finding_state)sqlite3_column_int(s, 11), .failing = sqlite3_column_int(s, 12) != 0,
                 .first_seen = column_day(s, 13), .last_change = column_day(s, 14), .due = column_day(s, 15),
                 .closed = column_day(s, 16), .recurrences = sqlite3_column_int64(s, 17),
                 .overdue = sqlite3_column_int(s, 18) != 0, .name = column_text(s, 19), .tier = column_text(s, 20),
                 .last_seen = DAY_NONE },
    };
    c.before = sqlite3_column_type(s, 21) == SQLITE_NULL ? c.now.state : (enum finding_state)sqlite3_column_int(s, 21);
    c.grade_before = (enum grade)sqlite3_column_int(s, 22);
    c.fell_due = c.now.overdue && (m->told == DAY_NONE || c.now.due >= m->told);
    return c;
}

int outbox_changes(struct ledger *l, const struct outbox_mark *m, bool (*each)(void *context, const struct outbox_change *c),
                   void *context, struct fault *f)
{
    sqlite3_stmt *s = prepare(l, changes_sql, f);
    int code = SQLITE_DONE;
    if (!s)
        return -1;
    sqlite3_bind_int64(s, 1, m->event);
    store_day(s, 2, m->as_of);
    store_day(s, 3, m->told);
    while ((code = store_step(l, s, f)) == SQLITE_ROW) {
        struct outbox_change c = change_of(s, m);
        if (!each(context, &c))
            break;
    }
    sqlite3_finalize(s);
    return code < 0 ? -1 : 0;
}

/* ---- entries ---- */

static int add_entry(struct ledger *l, const char *channel, const char *id, const char *body, size_t len, instant at,
                     struct fault *f)
{
    sqlite3_stmt *s = prepare(l, "INSERT INTO outbox(id, channel, made, state, body) VALUES(?, ?, ?, 0, ?)", f);
    if (!s)
        return -1;
    store_text(s, 1, id);
    store_text(s, 2, channel);
    sqlite3_bind_int64(s, 3, at);
    sqlite3_bind_blob64(s, 4, body, len, SQLITE_STATIC);
    return run_once(l, s, f);
}

static int move_mark(struct ledger *l, const char *channel, const struct outbox_mark *m, struct fault *f)
{
    sqlite3_stmt *s = prepare(l, "INSERT OR REPLACE INTO outbox_mark(channel, event, as_of) VALUES(?, ?, ?)", f);
    if (!s)
        return -1;
    store_text(s, 1, channel);
    sqlite3_bind_int64(s, 2, m->now);
    store_day(s, 3, m->as_of);
    return run_once(l, s, f);
}

int outbox_put(struct ledger *l, const char *channel, const struct outbox_mark *m, const char *id, const char *body,
               size_t len, instant at, struct fault *f)
{
    if ((id && add_entry(l, channel, id, body, len, at, f) != 0) || move_mark(l, channel, m, f) != 0) {
        ledger_rollback(l);
        return -1;
    }
    return store_commit(l, f);
}

/* The ids are read first, so that what `each` marks does not change what is being read. */
struct waiting {
    const char **ids;
    size_t count;
};

static int list_waiting(struct ledger *l, struct arena *arena, struct waiting *w, struct fault *f)
{
    sqlite3_stmt *s = prepare(l, "SELECT id, count(*) OVER () FROM outbox WHERE state < 2 ORDER BY number", f);
    int code = SQLITE_DONE;
    if (!s)
        return -1;
    while ((code = store_step(l, s, f)) == SQLITE_ROW) {
        const char *id = column_text(s, 0);
        if (!w->ids)
            w->ids = arena_array(arena, (size_t)sqlite3_column_int64(s, 1), sizeof *w->ids);
        const char *copy = w->ids && id ? arena_copy(arena, id, strlen(id)) : NULL;
        if (!copy) {
            code = fault_set(f, FAULT_MEMORY);
            break;
        }
        w->ids[w->count++] = copy;
    }
    sqlite3_finalize(s);
    return code < 0 ? -1 : 0;
}

static struct outbox_entry entry_of(sqlite3_stmt *s)
{
    return (struct outbox_entry){
        .id = column_text(s, 0), .channel = column_text(s, 1), .said = column_text(s, 2),
        .state = (enum outbox_state)sqlite3_column_int(s, 3), .made = sqlite3_column_int64(s, 4),
        .tries = sqlite3_column_int64(s, 5), .body = sqlite3_column_blob(s, 6), .len = (size_t)sqlite3_column_bytes(s, 6),
    };
}

/* The entry stays borrowed from its statement during the call: it is the only one on that row. */
static int with_entry(struct ledger *l, const char *id, bool (*each)(void *context, const struct outbox_entry *e),
                      void *context, bool *more, struct fault *f)
{
    sqlite3_stmt *s = prepare(l, "SELECT id, channel, said, state, made, tries, body FROM outbox WHERE id = ? AND state < 2", f);
    if (!s)
        return -1;
    store_text(s, 1, id);
    int code = store_step(l, s, f);
    if (code == SQLITE_ROW) {
        struct outbox_entry e = entry_of(s);
        char *body = malloc(e.len + 1), *channel = strdup(e.channel), *said = e.said ? strdup(e.said) : NULL;
        if (body && channel && (said || !e.said)) {
            memcpy(body, e.body ? e.body : "", e.len);
            e.body = body;
            e.channel = channel;
            e.said = said;
            e.id = id;
            sqlite3_finalize(s); /* no reader stands in the way of what `each` writes */
            s = NULL;
            *more = each(context, &e);
        } else {
            code = fault_set(f, FAULT_MEMORY);
        }
        free(body);
        free(channel);
        free(said);
    }
    sqlite3_finalize(s);
    return code < 0 ? -1 : 0;
}

int outbox_each(struct ledger *l, bool (*each)(void *context, const struct outbox_entry *e), void *context, struct fault *f)
{
    struct waiting w = { .count = 0 };
    struct arena *arena = arena_new(OUTBOX_BODY);
    int result = arena ? list_waiting(l, arena, &w, f) : fault_set(f, FAULT_MEMORY);
    bool more = true;
    for (size_t i = 0; result == 0 && more && i < w.count; i++)
        result = with_entry(l, w.ids[i], each, context, &more, f);
    arena_free(arena);
    return result;
}

int outbox_set(struct ledger *l, const char *id, enum outbox_state state, const char *said, instant at, struct fault *f)
{
    sqlite3_stmt *s = prepare(l, "UPDATE outbox SET state = ?2, said = coalesce(?3, said), tried = ?4,"
                              " tries = tries + (?2 = 1), body = CASE WHEN ?2 < 2 THEN body ELSE x'' END WHERE id = ?1 AND state < 2", f);
    if (!s)
        return -1;
    store_text(s, 1, id);
    sqlite3_bind_int(s, 2, (int)state);
    store_text(s, 3, said);
    sqlite3_bind_int64(s, 4, at);
    if (run_once(l, s, f) != 0)
        return -1;
    return sqlite3_changes(l->db) == 1 ? 0 : fault_set(f, FAULT_OUTBOX_UNKNOWN, id);
}

int outbox_decide(struct ledger *l, const char *given, enum outbox_state state, instant at, struct fault *f)
{
    size_t len = strlen(given);
    if (len < 8 || len > 32 || strspn(given, "0123456789abcdef") != len)
        return fault_set(f, FAULT_OUTBOX_UNKNOWN, given);
    sqlite3_stmt *s = prepare(l, "UPDATE outbox SET state = ?2, tried = ?3 WHERE state < 2 AND (SELECT count(*) FROM outbox"
                              " WHERE state < 2 AND substr(id, 1, length(?1)) = ?1) = 1 AND substr(id, 1, length(?1)) = ?1", f);
    if (!s)
        return -1;
    store_text(s, 1, given);
    sqlite3_bind_int(s, 2, (int)state);
    sqlite3_bind_int64(s, 3, at);
    if (run_once(l, s, f) != 0)
        return -1;
    return sqlite3_changes(l->db) == 1 ? 0 : fault_set(f, FAULT_OUTBOX_UNKNOWN, given);
}
