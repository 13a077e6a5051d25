#include "rules/due.h"

#include <criterion/criterion.h>

#include "rules/world.h"

enum { FOUND = 20000 };

Test(due, without_a_policy_a_major_has_30_days_and_an_observation_no_due_date)
{
    struct due_terms t = due_terms_standard();
    cr_assert_eq(due_day(&t, "standard", GRADE_MAJOR, FOUND), FOUND + 30);
    cr_assert_eq(due_day(&t, NULL, GRADE_MINOR, FOUND), FOUND + 90);
    cr_assert_eq(due_day(&t, "critical", GRADE_MAJOR, FOUND), FOUND + 14);
    cr_assert_eq(due_day(&t, "critical", GRADE_OBSERVATION, FOUND), DAY_NONE);
    cr_assert_eq(t.re_audit, GRADE_NONE);
}

Test(due, a_tier_that_does_not_name_a_grade_has_the_time_of_all)
{
    struct due_terms t = due_terms_standard();
    t.tiers[t.tier_count++] = (struct due_tier){"important", {DUE_UNSAID, DUE_UNSAID, DUE_UNSAID, 21}};
    cr_assert_eq(due_day(&t, "important", GRADE_MAJOR, FOUND), FOUND + 21);
    cr_assert_eq(due_day(&t, "important", GRADE_MINOR, FOUND), FOUND + 90);
}

static struct world *with_policies(const char *base, const char *mine)
{
    struct world *w = world_new(NULL);
    world_check(w, "shows", "return pass()");
    world_write(w, "policies/base.lua", base);
    world_write(w, "policies/mine.lua", mine);
    return w;
}

Test(due, a_policy_changes_what_it_names_and_keeps_the_rest_of_its_base)
{
    struct world *w = with_policies("return policy { packs = { \"test\" }, re_audit = \"major\",\n"
                                    "  due = { major = 20, tiers = { low = { major = 60 } } } }\n",
                                    "return policy { extends = \"base\",\n"
                                    "  due = { minor = false, observation = 365, tiers = { low = { minor = 200 } } } }\n");
    bool good = world_load(w, "mine");
    world_show(w);
    cr_assert(good);
    const struct due_terms *t = ruleset_due(w->rules);
    cr_expect_eq(due_day(t, "standard", GRADE_MAJOR, FOUND), FOUND + 20);
    cr_expect_eq(due_day(t, "standard", GRADE_MINOR, FOUND), DAY_NONE);
    cr_expect_eq(due_day(t, "standard", GRADE_OBSERVATION, FOUND), FOUND + 365);
    cr_expect_eq(due_day(t, "low", GRADE_MAJOR, FOUND), FOUND + 60);
    cr_expect_eq(due_day(t, "low", GRADE_MINOR, FOUND), FOUND + 200);
    cr_expect_eq(due_day(t, "critical", GRADE_MAJOR, FOUND), FOUND + 14);
    cr_expect_eq(t->re_audit, GRADE_MAJOR);
    world_free(w);
}

static void refused(const char *mine, const char *fault, uint32_t line, const char *words)
{
    struct world *w = with_policies("return policy { packs = { \"test\" } }\n", mine);
    cr_expect_not(world_load(w, "mine"), "%s", mine);
    cr_expect(world_has_fault(w, fault, line, words), "%s", mine);
    world_free(w);
}

Test(due, mistakes_are_told_at_their_line)
{
    refused("return policy { extends = \"base\",\n due = { major = 0 } }\n", "policy-due", 2, "major");
    refused("return policy { extends = \"base\",\n due = { minor = \"soon\" } }\n", "policy-due", 2, "minor");
    refused("return policy { extends = \"base\",\n due = { minor = true } }\n", "policy-due", 2, "minor");
    refused("return policy { extends = \"base\",\n due = { mayor = 3 } }\n", "unknown-field", 2, "mayor");
    refused("return policy { extends = \"base\",\n due = { tiers = { vital = { major = 3 } } } }\n", "unknown-word", 2, "vital");
    refused("return policy { extends = \"base\",\n due = { tiers = { low = 3 } } }\n", "declare-table", 2, "low");
    refused("return policy { extends = \"base\",\n re_audit = \"mayor\" }\n", "unknown-word", 2, "mayor");
    refused("return policy { extends = \"base\", due = 3 }\n", "declare-table", 1, "due");
}
