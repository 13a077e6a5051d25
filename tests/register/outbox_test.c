/* What waits to be told, and what is never told twice. */
#include "register/outbox.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "shelf.h"

struct told {
    int count, fresh, fixed, due;
};

static bool tell(void *context, const struct outbox_change *c)
{
    struct told *t = context;
    t->count++;
    t->fresh += c->before == STATE_COUNT;
    t->fixed += c->before == STATE_OPEN && c->now.state == STATE_CLOSED;
    t->due += c->fell_due;
    return true;
}

static void run(struct ledger *l, day as_of, enum outcome outcome)
{
    const struct example acme = {.supplier = "acme", .grade = GRADE_MINOR,
                                 .outcome = {outcome, OUTCOME_PASS, OUTCOME_PASS, OUTCOME_PASS}};
    struct due_terms terms = due_terms_standard();
    example_run(l, as_of, &acme, 1, &terms);
}

/* What a channel would be told now; `id`: it is. */
static struct told changes(struct ledger *l, const char *id)
{
    struct fault f = {0};
    struct outbox_mark m;
    struct told t = {0};
    cr_assert_eq(outbox_begin(l, "desk", &m, &f), 0, "%s", f.arg[0]);
    cr_assert_eq(outbox_changes(l, &m, tell, &t, &f), 0);
    if (id)
        cr_assert_eq(outbox_put(l, "desk", &m, id, "body", 4, 1000, &f), 0);
    else
        ledger_rollback(l);
    return t;
}

struct waiting {
    int count, handed;
    char said[64];
};

static bool look(void *context, const struct outbox_entry *e)
{
    struct waiting *w = context;
    w->count++;
    w->handed += e->state == OUTBOX_HANDED;
    snprintf(w->said, sizeof w->said, "%s", e->said ? e->said : "");
    cr_assert_str_eq(e->channel, "desk");
    cr_assert_eq(e->len, 4);
    cr_assert_eq(memcmp(e->body, "body", 4), 0);
    return true;
}

static struct waiting waiting(struct ledger *l)
{
    struct fault f = {0};
    struct waiting w = {0};
    cr_assert_eq(outbox_each(l, look, &w, &f), 0);
    return w;
}

static const char first[] = "0123456789abcdef0123456789abcdef", second[] = "1123456789abcdef0123456789abcdef";

Test(outbox, tells_each_change_once)
{
    struct fault f = {0};
    int lock;
    struct shelf s = shelf_new();
    struct ledger *l = shelf_open(&s, LEDGER_WRITE);
    run(l, 20000, OUTCOME_FAIL);
    cr_assert_eq(outbox_hold(l, &lock, &f), 0);
    struct told t = changes(l, first);
    cr_assert(t.count == 1 && t.fresh == 1);
    cr_assert_eq(changes(l, NULL).count, 0, "the mark moved with the notice");
    run(l, 20001, OUTCOME_PASS);
    t = changes(l, second);
    cr_assert(t.count == 1 && t.fixed == 1 && t.fresh == 0);
    cr_assert_eq(waiting(l).count, 2);
    outbox_release(lock);
    ledger_close(l);
    shelf_verified(&s);
    shelf_free(&s);
}

Test(outbox, knows_what_is_in_doubt)
{
    struct fault f = {0};
    int lock, other;
    struct shelf s = shelf_new();
    struct ledger *l = shelf_open(&s, LEDGER_WRITE), *again = shelf_open(&s, LEDGER_WRITE);
    run(l, 20000, OUTCOME_FAIL);
    cr_assert_eq(outbox_hold(l, &lock, &f), 0);
    cr_assert_eq(outbox_hold(again, &other, &f), -1);
    cr_assert_eq(f.id, FAULT_OUTBOX_HELD);
    fault_clear(&f);
    changes(l, first);
    cr_assert_eq(outbox_set(l, first, OUTBOX_HANDED, "no answer", 1001, &f), 0);
    ledger_close(again);
    again = shelf_open(&s, LEDGER_READ);
    struct waiting w = waiting(again);
    cr_assert(w.count == 1 && w.handed == 1 && strcmp(w.said, "no answer") == 0, "another process sees it");
    cr_assert_eq(outbox_decide(l, "0123456", OUTBOX_WAITING, 1002, &f), -1, "seven digits");
    fault_clear(&f);
    cr_assert_eq(outbox_decide(l, "01234567", OUTBOX_WAITING, 1002, &f), 0);
    cr_assert_eq(waiting(l).handed, 0);
    cr_assert_eq(outbox_set(l, first, OUTBOX_SENT, NULL, 1003, &f), 0);
    cr_assert_eq(waiting(l).count, 0);
    cr_assert_eq(outbox_decide(l, "01234567", OUTBOX_WAITING, 1004, &f), -1, "what is gone is not sent again");
    fault_clear(&f);
    cr_assert_eq(outbox_set(l, first, OUTBOX_WAITING, NULL, 1004, &f), -1);
    cr_assert_eq(shelf_count(&s, "SELECT count(*) FROM outbox WHERE length(body) = 0"), 1, "its text is not kept");
    outbox_release(lock);
    fault_clear(&f);
    cr_assert_eq(outbox_hold(l, &lock, &f), 0, "released");
    outbox_release(lock);
    ledger_close(again);
    ledger_close(l);
    shelf_free(&s);
}

/* One made by a kijun without an outbox gets it, and stays one that it can read. */
Test(outbox, leaves_the_version_of_the_register)
{
    struct fault f = {0};
    int lock;
    struct shelf s = shelf_new();
    struct ledger *l = shelf_open(&s, LEDGER_WRITE);
    run(l, 20000, OUTCOME_FAIL);
    cr_assert_eq(shelf_count(&s, "SELECT count(*) FROM sqlite_schema WHERE name LIKE 'outbox%'"), 0);
    int64_t version = shelf_count(&s, "SELECT user_version FROM pragma_user_version");
    cr_assert_eq(outbox_hold(l, &lock, &f), 0);
    cr_assert_gt(shelf_count(&s, "SELECT count(*) FROM sqlite_schema WHERE name LIKE 'outbox%'"), 0);
    cr_assert_eq(shelf_count(&s, "SELECT user_version FROM pragma_user_version"), version);
    outbox_release(lock);
    ledger_close(l);
    shelf_verified(&s);
    shelf_free(&s);
}
