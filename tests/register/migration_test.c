/* A register that version 1 of the schema kept becomes one of today, with nothing lost. */
#include <criterion/criterion.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "shelf.h"

/* Recorded by the program of that version: four runs, causes, an owner, a note on a closed finding, a recurrence. */
static struct shelf version_1(void)
{
    struct shelf s = shelf_new();
    char *sql = calloc(1, 64 * 1024);
    sqlite3 *db = NULL;
    FILE *f = fopen("tests/register/version1.sql", "r");
    cr_assert_not_null(f);
    cr_assert_gt(fread(sql, 1, 64 * 1024 - 1, f), 0);
    fclose(f);
    cr_assert_eq(sqlite3_open(s.path, &db), SQLITE_OK);
    cr_assert_eq(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK, "%s", sqlite3_errmsg(db));
    sqlite3_close(db);
    free(sql);
    return s;
}

struct seen {
    int count, recurred, closed;
    day first;
    char owner[16];
};

static bool see(void *context, const struct ledger_entry *e)
{
    struct seen *s = context;
    s->count++;
    s->recurred += e->recurrences > 0;
    s->closed += e->state == STATE_CLOSED;
    if (strcmp(e->rule, "audit-right") == 0 && strcmp(e->supplier, "acme") == 0) {
        s->first = e->first_seen;
        snprintf(s->owner, sizeof s->owner, "%s", e->owner ? e->owner : "");
    }
    return true;
}

Test(migration, a_register_of_version_1_is_brought_up_with_all_that_is_in_it)
{
    struct shelf s = version_1();
    struct fault f = {0};
    struct seen seen = {0};
    struct ledger *l = shelf_open(&s, LEDGER_WRITE);
    struct ledger_filter all = {0};
    cr_assert_eq(ledger_verify(l, &f), 0, "%s", f.arg[0]);
    cr_assert_eq(ledger_list(l, &all, DAY_NONE, see, &seen, &f), 0);
    cr_expect_eq(seen.count, 4);
    cr_expect_eq(seen.recurred, 1);
    cr_expect_eq(seen.first, 20454);
    cr_expect_str_eq(seen.owner, "tanaka");
    ledger_close(l);
    shelf_free(&s);
}

static bool count_runs(void *context, const struct ledger_run *r)
{
    int *counts = context;
    counts[r->counted]++;
    return true;
}

Test(migration, what_version_1_did_not_count_is_not_taken_for_nothing)
{
    struct shelf s = version_1();
    struct fault f = {0};
    int counts[2] = {0, 0};
    struct ledger *l = shelf_open(&s, LEDGER_WRITE);
    struct due_terms terms = due_terms_standard();
    struct example e = {"acme", "standard", {OUTCOME_FAIL, OUTCOME_PASS, OUTCOME_PASS, OUTCOME_PASS}, GRADE_MAJOR, 12, NULL};
    example_run(l, 20600, &e, 1, &terms);
    cr_assert_eq(ledger_runs(l, 0, count_runs, counts, &f), 0);
    cr_expect_eq(counts[false], 4);
    cr_expect_eq(counts[true], 1);
    cr_expect_eq(ledger_verify(l, &f), 0, "%s", f.arg[0]);
    ledger_close(l);
    shelf_free(&s);
}

Test(migration, a_reader_does_not_change_an_older_register_but_says_what_to_do)
{
    struct shelf s = version_1();
    struct fault f = {0};
    struct ledger *l = NULL;
    cr_assert_eq(ledger_open(s.path, LEDGER_READ, &l, &f), -1);
    cr_expect_eq(f.id, FAULT_LEDGER_OLDER);
    cr_expect_eq(shelf_count(&s, "PRAGMA user_version"), 1);
    shelf_free(&s);
}

Test(migration, a_register_of_a_later_version_is_refused)
{
    struct shelf s = shelf_new();
    struct fault f = {0};
    struct ledger *l = shelf_open(&s, LEDGER_WRITE);
    ledger_close(l);
    shelf_count(&s, "PRAGMA user_version = 99");
    cr_assert_eq(ledger_open(s.path, LEDGER_WRITE, &l, &f), -1);
    cr_expect_eq(f.id, FAULT_LEDGER_NEWER);
    shelf_free(&s);
}

Test(migration, a_database_of_another_program_is_left_alone)
{
    struct shelf s = shelf_new();
    struct fault f = {0};
    struct ledger *l = NULL;
    sqlite3 *db = NULL;
    cr_assert_eq(sqlite3_open(s.path, &db), SQLITE_OK);
    sqlite3_exec(db, "CREATE TABLE letters(text); PRAGMA user_version = 1", NULL, NULL, NULL);
    sqlite3_close(db);
    cr_assert_eq(ledger_open(s.path, LEDGER_WRITE, &l, &f), -1);
    cr_expect_eq(f.id, FAULT_LEDGER_FORMAT);
    cr_expect_eq(shelf_count(&s, "SELECT count(*) FROM sqlite_schema"), 1);
    shelf_free(&s);
}
