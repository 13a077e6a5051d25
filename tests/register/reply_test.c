#include "register/reply.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "shelf.h"

static void put_fingerprint(char *text, const char *supplier, int rule)
{
    char fingerprint[33], *at = strstr(text, "@ID@");
    example_fingerprint(supplier, rule, fingerprint);
    cr_assert_not_null(at);
    memmove(at + 32, at + 4, strlen(at + 4) + 1);
    memcpy(at, fingerprint, 32);
}

static char *reply_text(const char *inside)
{
    char *text = calloc(1, 4096);
    snprintf(text, 4096, "<corrective-actions xmlns=\"urn:kijun:corrective-action:1\" supplier=\"acme\" as-of=\"2024-10-04\" "
             "history=\"900\"><finding id=\"@ID@\"><reply>%s</reply></finding></corrective-actions>", inside);
    put_fingerprint(text, "acme", 0);
    return text;
}

static struct shelf with_a_finding(void)
{
    struct shelf s = shelf_new();
    struct due_terms terms = due_terms_standard();
    struct example e = {"acme", "standard", {OUTCOME_FAIL, OUTCOME_PASS, OUTCOME_PASS, OUTCOME_PASS}, GRADE_MAJOR, 12, NULL};
    struct ledger *l = shelf_open(&s, LEDGER_WRITE);
    example_run(l, 20000, &e, 1, &terms);
    ledger_close(l);
    return s;
}

static int take(const struct shelf *s, const char *text, size_t len, struct reply_outcome *o, struct fault *f)
{
    struct ledger *l = shelf_open(s, LEDGER_WRITE);
    struct arena *arena = arena_new(1 << 22);
    struct reply reply;
    *f = (struct fault){0};
    int failed = reply_read("reply.xml", text, len, arena, &reply, f);
    if (failed == 0)
        failed = reply_take(l, &reply, "sato", INT64_C(20100) * 86400, o, f);
    arena_free(arena);
    ledger_close(l);
    return failed;
}

Test(reply, a_reply_that_was_cut_anywhere_records_nothing)
{
    struct shelf s = with_a_finding();
    char *text = reply_text("<cause>c</cause><action planned=\"2024-12-01\">a</action>");
    int64_t events = shelf_count(&s, "SELECT count(*) FROM event");
    for (size_t len = 0; len < strlen(text); len++) {
        struct reply_outcome o;
        struct fault f;
        char *exact = malloc(len ? len : 1);
        memcpy(exact, text, len);
        cr_expect_eq(take(&s, exact, len, &o, &f), -1, "length %zu", len);
        cr_expect_neq(f.id, FAULT_NONE);
        free(exact);
    }
    cr_expect_eq(shelf_count(&s, "SELECT count(*) FROM event"), events);
    shelf_verified(&s);
    free(text);
    shelf_free(&s);
}

Test(reply, a_text_of_4000_bytes_is_taken_and_one_byte_more_refused)
{
    struct shelf s = with_a_finding();
    char inside[4200];
    struct reply_outcome o;
    struct fault f;
    for (int more = 0; more < 2; more++) {
        memset(inside, 0, sizeof inside);
        memcpy(inside, "<cause>", 7);
        memset(inside + 7, 'x', (size_t)(REPLY_TEXT + more));
        memcpy(inside + 7 + REPLY_TEXT + more, "</cause>", 8);
        char *text = calloc(1, 8192);
        snprintf(text, 8192, "<corrective-actions xmlns=\"urn:kijun:corrective-action:1\" supplier=\"acme\" "
                 "as-of=\"2024-10-04\" history=\"900\"><finding id=\"@ID@\"><reply>%s</reply></finding></corrective-actions>",
                 inside);
        put_fingerprint(text, "acme", 0);
        int failed = take(&s, text, strlen(text), &o, &f);
        cr_expect_eq(failed, more ? -1 : 0, "%s", fault_name(f.id));
        cr_expect(!more || f.id == FAULT_REPLY_LONG);
        free(text);
    }
    shelf_free(&s);
}

Test(reply, what_the_supplier_changed_is_recorded_again)
{
    struct shelf s = with_a_finding();
    struct reply_outcome o;
    struct fault f;
    char *first = reply_text("<cause>one</cause>"), *second = reply_text("<cause>two</cause>");
    cr_assert_eq(take(&s, first, strlen(first), &o, &f), 0);
    cr_expect_eq(o.recorded, 1);
    cr_assert_eq(take(&s, second, strlen(second), &o, &f), 0);
    cr_expect_eq(o.recorded, 1);
    cr_assert_eq(take(&s, second, strlen(second), &o, &f), 0);
    cr_expect_eq(o.known, 1);
    shelf_verified(&s);
    free(first);
    free(second);
    shelf_free(&s);
}
