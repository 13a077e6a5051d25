/* The rule packs that are shipped: their examples are tests of the rules and of the engine. */
#include <criterion/criterion.h>
#include <stdio.h>

#include "rules/examples.h"

static const char *const folders[] = {"rules", NULL};

static void show_wrong(void *context, const struct example_report *r)
{
    ++*(size_t *)context;
    if (!r->good)
        fprintf(stderr, "%s:%u: %s: expected %s, got %s (%s)\n", r->file, (unsigned)r->line, r->name, r->expected ? r->expected : "nothing",
                r->got, r->text[LANGUAGE_EN]);
}

static struct ruleset *load(const char *policy)
{
    struct fault faults[20];
    size_t count;
    struct ruleset *r = ruleset_load(policy, folders, faults, 20, &count);
    for (size_t i = 0; i < count; i++) {
        char text[1024];
        fault_text(&faults[i], LANGUAGE_EN, text, sizeof text);
        fprintf(stderr, "%s\n", text);
    }
    return r;
}

static void run_examples(const char *policy, size_t at_least)
{
    struct ruleset *r = load(policy);
    struct fault f = {.id = FAULT_NONE};
    size_t count = 0;
    cr_assert_not_null(r, "%s", policy);
    const struct example_run run = {.each = show_wrong, .context = &count};
    cr_expect_eq(examples_run(r, &run, &f), 0, "%s", policy);
    cr_expect_gt(count, at_least, "%s", policy);
    ruleset_free(r);
}

Test(shipped, every_example_of_every_rule_has_the_outcome_that_it_says)
{
    run_examples("policies/standard.lua", 100);
}

Test(shipped, every_example_of_the_rules_on_processors_has_the_outcome_that_it_says)
{
    run_examples("policies/gdpr-processors.lua", 40);
}

Test(shipped, every_example_of_the_rules_on_entrusting_in_japan_has_the_outcome_that_it_says)
{
    run_examples("policies/japan-personal-data.lua", 40);
}

Test(shipped, every_example_of_the_rules_on_providers_of_financial_entities_has_the_outcome_that_it_says)
{
    run_examples("policies/dora-ict-providers.lua", 150);
}

Test(shipped, every_example_of_the_rules_on_supply_chains_has_the_outcome_that_it_says)
{
    run_examples("policies/nis2-supply-chain.lua", 60);
}

Test(shipped, every_policy_loads)
{
    static const char *const policies[] = {"policies/standard.lua", "policies/critical-suppliers.lua",
                                           "policies/small-business.lua", "policies/template.lua",
                                           "policies/gdpr-processors.lua", "policies/japan-personal-data.lua",
                                           "policies/dora-ict-providers.lua", "policies/dora-critical-functions.lua",
                                           "policies/nis2-supply-chain.lua"};
    for (size_t i = 0; i < sizeof policies / sizeof *policies; i++) {
        struct ruleset *r = load(policies[i]);
        cr_expect_not_null(r, "%s", policies[i]);
        ruleset_free(r);
    }
}
