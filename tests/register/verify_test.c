/* One altered byte in the file of a register: either nothing that is stored changed, or it is found. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "shelf.h"

enum { SUPPLIERS = 6, STEP = 41 /* bytes: a prime, so that all places in rows and pages are met */ };

static void person(struct ledger *l, const char *supplier, int rule, enum ledger_action action, const char *text, day due)
{
    struct fault f = {0};
    char fingerprint[33];
    example_fingerprint(supplier, rule, fingerprint);
    struct ledger_change c = {fingerprint, action, "sato", INT64_C(20003) * 86400, text, due, DAY_NONE};
    cr_assert_eq(ledger_change(l, &c, &f), 0, "%s", f.arg[0]);
}

static struct shelf with_a_history(void)
{
    struct shelf s = shelf_new();
    struct ledger *l = shelf_open(&s, LEDGER_WRITE);
    struct due_terms terms = due_terms_standard();
    struct example suppliers[SUPPLIERS];
    char names[SUPPLIERS][16];
    for (int night = 0; night < 4; night++) {
        shelf_suppliers(suppliers, SUPPLIERS, names, night);
        suppliers[3].outcome[0] = night == 2 ? OUTCOME_INDETERMINATE : OUTCOME_WAIVED;
        example_run(l, 20000 + night, suppliers, SUPPLIERS, &terms);
    }
    person(l, "s-001", 0, ACTION_CAUSE, "Nobody was on call", DAY_NONE);
    person(l, "s-001", 0, ACTION_PLAN, "A rota from July", 20080);
    person(l, "s-002", 2, ACTION_ASSIGN, "tanaka", DAY_NONE);
    ledger_close(l);
    shelf_verified(&s);
    return s;
}

static char *file_bytes(const char *path, size_t *len)
{
    FILE *f = fopen(path, "rb");
    char *at = calloc(1, 1 << 20);
    cr_assert_not_null(f);
    *len = fread(at, 1, 1 << 20, f);
    fclose(f);
    return at;
}

static void put_bytes(const char *path, const char *at, size_t len)
{
    FILE *f = fopen(path, "wb");
    cr_assert_not_null(f);
    cr_assert_eq(fwrite(at, 1, len, f), len);
    fclose(f);
}

/* True if the register opens and its history holds. */
static bool sound(const struct shelf *s)
{
    struct fault f = {0};
    struct ledger *l = NULL;
    bool good = ledger_open(s->path, LEDGER_READ, &l, &f) == 0;
    if (good) {
        good = ledger_verify(l, &f) == 0;
        cr_assert(good || fault_class(f.id) == FAULT_CLASS_TRUST || f.id == FAULT_LEDGER_FORMAT || f.id == FAULT_LEDGER_SQL,
                  "%s", fault_name(f.id));
        ledger_close(l);
    }
    return good;
}

static int altered_unseen(const struct shelf *s, char *at, size_t len, const char *before)
{
    int found = 0;
    for (size_t i = 100; i < len; i += STEP) {
        char old = at[i];
        at[i] = (char)(at[i] ^ (1 << (i / STEP % 8)));
        put_bytes(s->path, at, len);
        at[i] = old;
        bool good = sound(s);
        char *after = shelf_dump(s);
        bool same = after && strcmp(before, after) == 0;
        cr_expect(same || !good, "byte %zu of %zu was altered, and nobody saw it", i, len);
        found += !good;
        free(after);
    }
    return found;
}

Test(verify, one_altered_byte_of_what_is_stored_is_found)
{
    struct shelf s = with_a_history();
    size_t len;
    char *at = file_bytes(s.path, &len), *before = shelf_dump(&s);
    cr_assert_not_null(before);
    int found = altered_unseen(&s, at, len, before);
    cr_expect_gt(found, 100, "%d", found);
    put_bytes(s.path, at, len);
    cr_expect(sound(&s));
    free(at);
    free(before);
    shelf_free(&s);
}

Test(verify, every_column_of_every_table_is_watched)
{
    static const char *const attempts[] = {
        "UPDATE event SET at = at + 1 WHERE number = 5", "UPDATE event SET as_of = as_of + 1 WHERE number = 5",
        "UPDATE event SET who = who || ' ' WHERE number = 5", "UPDATE event SET text = NULL WHERE number = 5",
        "UPDATE event SET text = '' WHERE action = 1", "UPDATE event SET due = 1 WHERE action = 5",
        "UPDATE event SET grade = 2 WHERE number = 5", "UPDATE event SET action = 12 WHERE number = 5",
        "UPDATE event SET hash = zeroblob(16) WHERE number = 5", "UPDATE event SET number = 999 WHERE number = 5",
        "UPDATE event SET action = action + 4294967296 WHERE number = 5",
        "UPDATE event SET text = CAST(text || char(0) || 'more' AS TEXT) WHERE number = 5",
        "DELETE FROM event WHERE number = (SELECT max(number) FROM event)",
        "UPDATE run SET as_of = as_of + 1 WHERE id = 2", "UPDATE run SET at = at + 1 WHERE id = 2",
        "UPDATE run SET policy = 'other' WHERE id = 2", "UPDATE run SET appeared = 9 WHERE id = 2",
        "UPDATE run SET open_major = 9 WHERE id = 2", "UPDATE run SET waived = 9 WHERE id = 2",
        "UPDATE run SET event = 1 WHERE id = 2", "UPDATE run SET id = 77 WHERE id = 2", "DELETE FROM run WHERE id = 2",
        "INSERT INTO run(as_of, at, policy) VALUES(1, 1, 'p')",
        "UPDATE finding SET supplier = 's-000' WHERE supplier = 's-001'", "UPDATE finding SET rule = 'x'",
        "UPDATE finding SET message = 'x'", "UPDATE finding SET clause = 'x'", "UPDATE finding SET document = NULL",
        "UPDATE finding SET line = 1", "UPDATE finding SET text_en = ''", "UPDATE finding SET text_ja = NULL",
        "UPDATE finding SET first_run = 3", "UPDATE finding SET last_seen = 1", "UPDATE finding SET last_change = 1",
        "UPDATE finding SET closed = 1", "UPDATE finding SET due = NULL",
        "UPDATE supplier SET name = 'x' WHERE id = 's-001'", "UPDATE supplier SET tier = 'low' WHERE id = 's-001'",
        "UPDATE supplier SET run = 1", "UPDATE supplier SET seen = 1", "UPDATE supplier SET digest = zeroblob(16)",
        "DELETE FROM supplier WHERE id = 's-001'",
    };
    struct shelf s = with_a_history();
    size_t len;
    char *at = file_bytes(s.path, &len);
    for (size_t i = 0; i < sizeof attempts / sizeof *attempts; i++) {
        put_bytes(s.path, at, len);
        shelf_count(&s, attempts[i]);
        cr_expect_not(sound(&s), "%s", attempts[i]);
    }
    free(at);
    shelf_free(&s);
}
