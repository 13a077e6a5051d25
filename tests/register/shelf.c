#include "shelf.h"

#include <criterion/criterion.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct shelf shelf_new(void)
{
    struct shelf s = {.folder = "/tmp/kijun-register-XXXXXX"};
    cr_assert_not_null(mkdtemp(s.folder));
    snprintf(s.path, sizeof s.path, "%s/register.db", s.folder);
    return s;
}

void shelf_free(const struct shelf *s)
{
    static const char *const ends[] = {"", "-wal", "-shm", "-journal"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        char name[SHELF_PATH + 16];
        snprintf(name, sizeof name, "%s%s", s->path, ends[i]);
        unlink(name);
    }
    rmdir(s->folder);
}

struct ledger *shelf_open(const struct shelf *s, enum ledger_mode mode)
{
    struct ledger *l = NULL;
    struct fault f = {0};
    cr_assert_eq(ledger_open(s->path, mode, &l, &f), 0, "%s %s", fault_name(f.id), f.arg[0]);
    return l;
}

static const char *const tables[] = {
    "SELECT number, typeof(at), at, as_of, who, fingerprint, action, from_state, to_state, grade, due, typeof(text), text,"
    " hex(hash) FROM event NOT INDEXED ORDER BY number",
    "SELECT fingerprint, supplier, rule, message, clause, document, line, text_en, text_ja, grade, state, failing, first_seen,"
    " first_run, last_change, due, closed, recurrences, owner, last_seen, hex(seal) FROM finding NOT INDEXED ORDER BY 1",
    "SELECT id, name, tier, run, hex(digest), seen, hex(seal) FROM supplier ORDER BY id",
    "SELECT * FROM run ORDER BY id",
};

static int dump_rows(sqlite3 *db, const char *sql, FILE *out)
{
    sqlite3_stmt *s = NULL;
    int code = sqlite3_prepare_v2(db, sql, -1, &s, NULL);
    while (code == SQLITE_OK || code == SQLITE_ROW) {
        code = sqlite3_step(s);
        for (int i = 0; code == SQLITE_ROW && i < sqlite3_column_count(s); i++) {
            fwrite(sqlite3_column_blob(s, i) ? sqlite3_column_blob(s, i) : "", 1, (size_t)sqlite3_column_bytes(s, i), out);
            fputs(sqlite3_column_type(s, i) == SQLITE_NULL ? "-|" : "|", out);
        }
        fputc('\n', out);
    }
    sqlite3_finalize(s);
    return code == SQLITE_DONE ? 0 : -1;
}

char *shelf_dump(const struct shelf *s)
{
    sqlite3 *db = NULL;
    char *text = NULL;
    size_t len = 0;
    FILE *out = open_memstream(&text, &len);
    int failed = sqlite3_open_v2(s->path, &db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK;
    for (size_t i = 0; !failed && i < sizeof tables / sizeof *tables; i++)
        failed = dump_rows(db, tables[i], out);
    sqlite3_close(db);
    fclose(out);
    if (!failed)
        return text;
    free(text);
    return NULL;
}

struct hash shelf_state(const struct shelf *s)
{
    char *text = shelf_dump(s);
    cr_assert_not_null(text);
    struct hash h = hash_bytes(text, strlen(text));
    free(text);
    return h;
}

void shelf_verified(const struct shelf *s)
{
    struct fault f = {0};
    struct ledger *l = shelf_open(s, LEDGER_READ);
    cr_assert_eq(ledger_verify(l, &f), 0, "%s %s", fault_name(f.id), f.arg[0]);
    ledger_close(l);
}

int64_t shelf_count(const struct shelf *s, const char *sql)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *stmt = NULL;
    int64_t n = -1;
    if (sqlite3_open_v2(s->path, &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
        sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) == SQLITE_OK && sqlite3_step(stmt) == SQLITE_ROW)
        n = sqlite3_column_int64(stmt, 0);
    sqlite3_finalize(stmt);
    sqlite3_close(db);
    return n;
}

void shelf_suppliers(struct example *out, int count, char (*names)[16], int night)
{
    for (int i = 0; i < count; i++) {
        snprintf(names[i], sizeof names[i], "s-%03d", i);
        out[i] = (struct example){.supplier = names[i], .tier = i % 3 ? "standard" : "critical", .grade = GRADE_MAJOR,
                                  .line = (uint32_t)night + 1};
        for (int rule = 0; rule < EXAMPLE_RULES; rule++)
            out[i].outcome[rule] = night % 2 && rule % 2 ? OUTCOME_PASS : OUTCOME_FAIL;
    }
}
