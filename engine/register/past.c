/* Loading the past: every finding in a few bytes; its texts only where a report can name it. */
#include "register/past.h"

#include <stdlib.h>
#include <string.h>

#include "register/past_parts.h"
#include "register/store.h"

enum { PAST_ARENA = 1024 * 1024 * 1024, PAST_FIRST = 256 };

/* ?1: the day to compare with, or null. Texts are read of what was open then or is now. */
static const char *const past_sql =
    "SELECT f.supplier, f.fingerprint, f.state, f.failing, f.grade, f.due, f.recurrences, f.first_seen, f.last_seen,"
    " f.owner, CASE WHEN ?1 IS NULL THEN NULL ELSE (SELECT e.to_state FROM event e WHERE e.fingerprint = f.fingerprint AND"
    " e.as_of <= ?1 ORDER BY e.number DESC LIMIT 1) END, f.rule, f.message, f.clause, f.document, f.line, f.text_en,"
    " f.text_ja FROM finding f ORDER BY f.supplier, f.rule, f.fingerprint";

/* A copy in the arena; NULL stays NULL. */
static const char *copy(struct past *p, sqlite3_stmt *s, int column)
{
    const char *text = column_text(s, column);
    return text ? arena_copy(p->arena, text, strlen(text)) : NULL;
}

static void *grown(void *at, size_t count, size_t *size, size_t item)
{
    if (count < *size)
        return at;
    size_t more = *size ? *size * 2 : PAST_FIRST;
    void *bigger = realloc(at, more * item);
    if (bigger)
        *size = more;
    return bigger;
}

/* Both are in the order of supplier id: the one of this finding is at *at or behind it. */
static struct past_supplier *supplier_of_row(struct past *p, sqlite3_stmt *s, size_t *at)
{
    const char *id = column_text(s, 0);
    while (id && *at < p->supplier_count && strcmp(p->suppliers[*at].id, id) < 0)
        ++*at;
    return id && *at < p->supplier_count && strcmp(p->suppliers[*at].id, id) == 0 ? &p->suppliers[*at] : NULL;
}

static void take_texts(struct past *p, sqlite3_stmt *s, struct past_finding *x)
{
    struct past_texts *t = arena_alloc(p->arena, sizeof *t);
    if (!t)
        return;
    *t = (struct past_texts){copy(p, s, 11), copy(p, s, 12), copy(p, s, 13), copy(p, s, 14),
                             {copy(p, s, 16), copy(p, s, 17)}, (uint32_t)sqlite3_column_int64(s, 15)};
    x->texts = t;
}

static bool take_finding(struct past *p, sqlite3_stmt *s, size_t *at_supplier)
{
    struct past_supplier *supplier = supplier_of_row(p, s, at_supplier);
    void *at = grown(p->findings, p->finding_count, &p->finding_size, sizeof *p->findings);
    const char *fingerprint = column_text(s, 1);
    if (at)
        p->findings = at;
    p->torn = !supplier || !fingerprint;
    if (!at || p->torn)
        return false;
    struct past_finding *x = &p->findings[p->finding_count];
    *x = (struct past_finding){
        .standing = {(enum finding_state)sqlite3_column_int(s, 2), sqlite3_column_int(s, 3) != 0,
                     (enum grade)sqlite3_column_int(s, 4), column_day(s, 5), sqlite3_column_int64(s, 6)},
        .first_seen = column_day(s, 7), .last_seen = column_day(s, 8), .owner = copy(p, s, 9), .then = STATE_COUNT};
    if (sqlite3_column_type(s, 10) != SQLITE_NULL)
        x->then = (enum finding_state)sqlite3_column_int(s, 10);
    if (!hash_from_hex(fingerprint, &x->fingerprint))
        return false;
    bool then_open = x->then != STATE_COUNT && state_is_open(x->then);
    if (x->standing.failing || state_is_open(x->standing.state) || then_open)
        take_texts(p, s, x);
    if (!supplier->count++)
        supplier->first = p->finding_count;
    p->finding_count++;
    return true;
}

static bool take_supplier(struct past *p, sqlite3_stmt *s, size_t *unused)
{
    (void)unused;
    void *at = grown(p->suppliers, p->supplier_count, &p->supplier_size, sizeof *p->suppliers);
    if (!at)
        return false;
    p->suppliers = at;
    struct past_supplier *added = &p->suppliers[p->supplier_count];
    *added = (struct past_supplier){.id = copy(p, s, 0), .seen = column_day(s, 1)};
    p->supplier_count += added->id != NULL;
    return added->id != NULL;
}

static bool take_head(struct past *p, sqlite3_stmt *s, size_t *unused)
{
    (void)unused;
    const void *at = sqlite3_column_blob(s, 0);
    p->head = hash_bytes(at ? at : "", at ? (size_t)sqlite3_column_bytes(s, 0) : 0);
    return true;
}

/* `sql` may have one parameter, the day to compare with. */
static int load(struct past *p, struct ledger *l, const char *sql, bool (*take)(struct past *p, sqlite3_stmt *s, size_t *at),
                struct fault *f)
{
    sqlite3_stmt *s = NULL;
    size_t at = 0;
    int code = SQLITE_DONE;
    if (sqlite3_prepare_v2(l->db, sql, -1, &s, NULL) != SQLITE_OK)
        return store_fault(l, f);
    if (sqlite3_bind_parameter_count(s))
        store_day(s, 1, p->since);
    while ((code = store_step(l, s, f)) == SQLITE_ROW)
        if (!take(p, s, &at) || arena_failed(p->arena)) {
            fault_where(f, l->path, 0);
            code = fault_set(f, p->torn ? FAULT_LEDGER_FORMAT : FAULT_MEMORY);
            break;
        }
    sqlite3_finalize(s);
    return code < 0 ? -1 : 0;
}

static int compare_findings(const void *a, const void *b)
{
    return memcmp(&((const struct past_finding *)a)->fingerprint, &((const struct past_finding *)b)->fingerprint,
                  sizeof(struct hash));
}

/* The findings of each supplier by fingerprint. */
static struct past *sorted(struct past *p)
{
    for (size_t i = 0; i < p->supplier_count; i++)
        if (p->suppliers[i].count)
            qsort(&p->findings[p->suppliers[i].first], p->suppliers[i].count, sizeof *p->findings, compare_findings);
    return p;
}

struct past *past_load(const char *path, day since, struct fault *f)
{
    struct ledger *l = NULL;
    struct past *p = calloc(1, sizeof *p);
    if (p)
        p->arena = arena_new(PAST_ARENA);
    if (!p || !p->arena) {
        free(p);
        fault_set(f, FAULT_MEMORY);
        return NULL;
    }
    p->since = since;
    int failed = ledger_open(path, LEDGER_WRITE, &l, f);
    if (failed == 0 && (failed = store_exec(l, "BEGIN", f)) == 0) { /* one view of the file */
        p->last_run = store_last_day(l, f);
        failed = load(p, l, "SELECT hash FROM event ORDER BY number DESC LIMIT 1", take_head, f) != 0 ||
                 load(p, l, "SELECT id, seen FROM supplier ORDER BY id", take_supplier, f) != 0 ||
                 load(p, l, past_sql, take_finding, f) != 0;
        ledger_rollback(l);
    }
    ledger_close(l);
    if (failed == 0)
        return sorted(p);
    past_free(p);
    return NULL;
}

void past_free(struct past *p)
{
    if (!p)
        return;
    arena_free(p->arena);
    free(p->suppliers);
    free(p->findings);
    free(p);
}

size_t past_bytes(const struct past *p)
{
    return arena_used(p->arena) + p->finding_size * sizeof *p->findings + p->supplier_size * sizeof *p->suppliers;
}

struct hash past_head(const struct past *p)
{
    return p->head;
}

day past_last_run(const struct past *p)
{
    return p->last_run;
}
