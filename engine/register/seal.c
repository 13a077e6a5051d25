/* What rows say beside the history, bound together so that a change from outside shows; and the text of a run. */
#include <stdio.h>
#include <string.h>

#include "register/store.h"

struct digits {
    char at[24];
};

static struct digits digits(int64_t n)
{
    struct digits d;
    snprintf(d.at, sizeof d.at, "%lld", (long long)n);
    return d;
}

/* An absent text and an empty one differ. */
static const char *mark(const char *text)
{
    return text ? "+" : "-";
}

struct hash seal_finding(const struct sealed_finding *x)
{
    struct digits line = digits(x->line), run = digits(x->first_run), seen = digits(x->last_seen);
    const char *en = x->text[LANGUAGE_EN], *ja = x->text[LANGUAGE_JA];
    const char *parts[] = {"finding", x->fingerprint, x->supplier, x->rule, x->message, mark(x->clause), x->clause,
                           mark(x->document), x->document, line.at, mark(en), en, mark(ja), ja, run.at, seen.at};
    return hash_parts(parts, sizeof parts / sizeof *parts);
}

struct hash seal_supplier(const struct sealed_supplier *x)
{
    char hex[33];
    struct hash digest;
    memcpy(&digest, x->digest, sizeof digest);
    hash_hex(&digest, hex);
    struct digits run = digits(x->run), seen = digits(x->seen);
    const char *parts[] = {"supplier", x->id, mark(x->name), x->name, mark(x->tier), x->tier, run.at, seen.at, hex};
    return hash_parts(parts, sizeof parts / sizeof *parts);
}

struct ledger_run ledger_run_of(sqlite3_stmt *s)
{
    struct ledger_run r = {.number = sqlite3_column_int64(s, 0), .as_of = column_day(s, 1),
                           .at = sqlite3_column_int64(s, 2), .policy = column_text(s, 3)};
    r.counted = sqlite3_column_type(s, 5) != SQLITE_NULL;
    int64_t *const counts[] = {&r.suppliers, &r.appeared, &r.returned, &r.fixed, &r.accepted, &r.open[GRADE_OBSERVATION],
                               &r.open[GRADE_MINOR], &r.open[GRADE_MAJOR], &r.overdue, &r.re_audit, &r.waived};
    for (int i = 0; i < (int)(sizeof counts / sizeof *counts); i++)
        *counts[i] = sqlite3_column_int64(s, 5 + i);
    return r;
}

void ledger_run_text(const struct ledger_run *r, struct buffer *out)
{
    buffer_printf(out, "run %lld, policy %.400s", (long long)r->number, r->policy);
    if (!r->counted)
        return;
    buffer_printf(out, ", suppliers %lld; new %lld, back %lld, fixed %lld, accepted %lld", (long long)r->suppliers,
                  (long long)r->appeared, (long long)r->returned, (long long)r->fixed, (long long)r->accepted);
    buffer_printf(out, "; open: major %lld, minor %lld, observation %lld; overdue %lld, re-audit %lld, waived %lld",
                  (long long)r->open[GRADE_MAJOR], (long long)r->open[GRADE_MINOR],
                  (long long)r->open[GRADE_OBSERVATION], (long long)r->overdue, (long long)r->re_audit,
                  (long long)r->waived);
}

/* ---- in SQL ---- */

static const char *text_of(sqlite3_value *v)
{
    return (const char *)sqlite3_value_text(v);
}

static day day_of_value(sqlite3_value *v)
{
    return sqlite3_value_type(v) == SQLITE_NULL ? DAY_NONE : (day)sqlite3_value_int64(v);
}

static void sql_seal_supplier(sqlite3_context *c, int count, sqlite3_value **v)
{
    (void)count;
    struct sealed_supplier x = {text_of(v[0]), text_of(v[1]), text_of(v[2]), sqlite3_value_int64(v[3]),
                                (day)sqlite3_value_int64(v[4]), sqlite3_value_blob(v[5])};
    if (sqlite3_value_bytes(v[5]) != (int)sizeof(struct hash)) {
        sqlite3_result_error(c, "a digest has another size", -1);
        return;
    }
    struct hash seal = seal_supplier(&x);
    sqlite3_result_blob(c, &seal, sizeof seal, SQLITE_TRANSIENT);
}

static void sql_seal_finding(sqlite3_context *c, int count, sqlite3_value **v)
{
    (void)count;
    struct sealed_finding x = {text_of(v[0]), text_of(v[1]), text_of(v[2]), text_of(v[3]), text_of(v[4]), text_of(v[5]),
                               {text_of(v[7]), text_of(v[8])}, sqlite3_value_int64(v[6]), sqlite3_value_int64(v[9]), day_of_value(v[10])};
    struct hash seal = seal_finding(&x);
    sqlite3_result_blob(c, &seal, sizeof seal, SQLITE_TRANSIENT);
}

int seal_functions(struct ledger *l, struct fault *f)
{
    int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
    bool good = sqlite3_create_function(l->db, "seal_supplier", 6, flags, NULL, sql_seal_supplier, NULL, NULL) ==
                    SQLITE_OK &&
                sqlite3_create_function(l->db, "seal_finding", 11, flags, NULL, sql_seal_finding, NULL, NULL) ==
                    SQLITE_OK;
    return good ? 0 : store_fault(l, f);
}
