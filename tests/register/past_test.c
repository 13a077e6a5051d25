/* What a report can say before the run is recorded. */
#include "register/past.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "shelf.h"
#include "support/fail_malloc.h"

/* acme's findings 0, 1, 2 on night 20000; 0 is closed on 20010 and back on 20020, 2 is waived then. */
static struct shelf with_a_past(void)
{
    struct shelf s = shelf_new();
    struct due_terms terms = due_terms_standard();
    struct example e = {"acme", "standard", {OUTCOME_FAIL, OUTCOME_FAIL, OUTCOME_FAIL, OUTCOME_PASS}, GRADE_MAJOR, 12, NULL};
    struct ledger *l = shelf_open(&s, LEDGER_WRITE);
    example_run(l, 20000, &e, 1, &terms);
    e.outcome[0] = OUTCOME_PASS;
    example_run(l, 20010, &e, 1, &terms);
    e.outcome[0] = OUTCOME_FAIL;
    e.outcome[2] = OUTCOME_WAIVED;
    example_run(l, 20020, &e, 1, &terms);
    ledger_close(l);
    return s;
}

static struct past *load(const struct shelf *s, day since)
{
    struct fault f = {0};
    struct past *p = past_load(s->path, since, &f);
    cr_assert_not_null(p, "%s", fault_name(f.id));
    return p;
}

static const struct rule_info rules[2] = {{.id = "audit-right"}, {.id = "backup-clause"}};

/* A result of night 20040 in which rule 0 fails and rule 1 could not be judged. */
static const struct history *told(const struct past *p, struct arena *arena)
{
    static struct judgement judgements[2];
    static struct finding finding;
    static struct result r;
    const char *parts[] = {"acme", "audit-right"};
    struct due_terms terms = due_terms_standard();
    judgements[0] = (struct judgement){.rule = &rules[0], .outcome = OUTCOME_FAIL};
    judgements[1] = (struct judgement){.rule = &rules[1], .outcome = OUTCOME_INDETERMINATE};
    finding = (struct finding){.outcome = OUTCOME_FAIL, .grade = GRADE_MAJOR, .message = "missing",
                               .fingerprint = hash_parts(parts, 2)};
    r = (struct result){.supplier = "acme", .tier = "standard", .as_of = 20040, .judgement_count = 2,
                        .judgements = judgements, .finding_count = 1, .findings = &finding};
    return past_history(p, &terms, &r, arena);
}

Test(past, a_finding_is_told_with_its_age_its_recurrences_and_its_due_date)
{
    struct shelf s = with_a_past();
    struct past *p = load(&s, 20015);
    struct arena *arena = arena_new(1 << 20);
    const struct history *h = told(p, arena);
    cr_assert_not_null(h);
    cr_expect_eq(h->last_run, 20020);
    cr_expect_eq(h->findings[0].first_seen, 20000);
    cr_expect_eq(h->findings[0].age, 40);
    cr_expect_eq(h->findings[0].recurrences, 1);
    cr_expect_eq(h->findings[0].due, 20050);
    cr_expect_eq(h->findings[0].change, CHANGE_STILL);
    cr_expect_eq(h->findings[0].since, CHANGE_BACK, "it was closed on the day asked for");
    arena_free(arena);
    past_free(p);
    shelf_free(&s);
}

Test(past, what_could_not_be_judged_is_still_open_and_last_seen_before)
{
    struct shelf s = with_a_past();
    struct past *p = load(&s, DAY_NONE);
    struct arena *arena = arena_new(1 << 20);
    const struct history *h = told(p, arena);
    cr_assert_eq(h->absent_count, 1, "the accepted one is closed: it was open neither then nor now");
    cr_expect_str_eq(h->absent[0].rule, "backup-clause");
    cr_expect_eq(h->absent[0].history.state, STATE_OPEN);
    cr_expect_eq(h->absent[0].history.change, CHANGE_STILL);
    cr_expect_eq(h->absent[0].history.last_seen, 20020);
    cr_expect(h->absent[0].history.overdue);
    arena_free(arena);
    past_free(p);
    shelf_free(&s);
}

Test(past, without_a_register_everything_is_new)
{
    struct shelf s = shelf_new();
    struct past *p = load(&s, DAY_NONE);
    struct arena *arena = arena_new(1 << 20);
    const struct history *h = told(p, arena);
    cr_expect_eq(past_last_run(p), DAY_NONE);
    cr_expect_eq(h->last_run, DAY_NONE);
    cr_expect_eq(h->findings[0].change, CHANGE_NEW);
    cr_expect_eq(h->findings[0].due, 20070);
    arena_free(arena);
    past_free(p);
    shelf_free(&s);
}

static int attempt(void *context)
{
    const struct shelf *s = context;
    struct fault f = {0};
    struct past *p = past_load(s->path, 20015, &f);
    cr_assert(p || f.id != FAULT_NONE);
    past_free(p);
    return p ? 0 : -1;
}

Test(past, without_memory_it_says_so)
{
    struct shelf s = with_a_past();
    cr_expect_gt(fail_every_malloc(attempt, &s, 100), 3);
    shelf_free(&s);
}

Test(past, a_finding_of_nobody_is_a_damaged_register)
{
    struct shelf s = with_a_past();
    struct fault f = {0};
    shelf_count(&s, "DELETE FROM supplier");
    cr_assert_null(past_load(s.path, DAY_NONE, &f));
    cr_expect_eq(f.id, FAULT_LEDGER_FORMAT);
    shelf_free(&s);
}
