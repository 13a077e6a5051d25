/* What --update would write, and what a bench measures. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rules/bench.h"
#include "rules/expect.h"
#include "rules/world.h"

#define DOCUMENT "document = [[<dossier xmlns=\"urn:kijun:1\"><supplier id=\"a\" name=\"A\" tier=\"critical\" kind=\"company\" country=\"JP\"/></dossier>]]"

static const char rule_text[] =
    "return rule { id = \"%s\", grade = \"major\", title = { en = \"T\", ja = \"題\" }, controls = { \"House R-1\" },\n"
    "  messages = { one = { en = \"One\", ja = \"一\" }, two = { en = \"Two\", ja = \"二\" } },\n"
    "  check = function(s) local examples = { 1 } %s end,\n"
    "  examples = {\n"
    "    { name = \"right\", expect = { \"fail:one\", \"fail:two\" }, " DOCUMENT " },\n"
    "    { " DOCUMENT ", expect = -- why\n"
    "        \"pass\", name = \"wrong\" },\n"
    "    { name = \"list\", expect = { \"pass\" }, " DOCUMENT " },\n"
    "  } }\n";

static struct world *make(const char *body)
{
    char text[4000];
    struct world *w = world_new(NULL);
    snprintf(text, sizeof text, rule_text, "first", body);
    world_rule(w, "first", text);
    bool good = world_load(w, NULL);
    world_show(w);
    cr_assert(good);
    return w;
}

Test(expect, what_wrong_examples_come_to_is_put_in_place_of_what_they_expect)
{
    struct world *w = make("return { fail \"one\", fail \"two\" }");
    struct expect_update u;
    struct fault f = {.id = FAULT_NONE};
    cr_assert_eq(expect_find(w->rules, NULL, &u, &f), 0);
    cr_assert_eq(u.change_count, 2);
    cr_expect_eq(u.left, 0);
    cr_expect_eq(u.changes[0].line, 7);
    cr_expect_str_eq(u.changes[0].old_lines, "        \"pass\", name = \"wrong\" },\n");
    cr_expect_str_eq(u.changes[0].new_lines, "        { \"fail:one\", \"fail:two\" }, name = \"wrong\" },\n");
    cr_assert_eq(u.file_count, 1);
    cr_expect(strstr(u.files[0].path, "first.lua"));
    /* What was written is a rule whose examples hold. */
    char name[] = "packs/test/rules/first.lua";
    world_write(w, name, u.files[0].text);
    expect_free(&u);
    struct fault faults[5];
    size_t count;
    char folder[128];
    static const char *const none[] = {NULL};
    snprintf(folder, sizeof folder, "%s/packs/test", w->folder);
    struct ruleset *again = ruleset_load_pack(folder, none, faults, 5, &count);
    cr_assert_not_null(again);
    cr_assert_eq(expect_find(again, NULL, &u, &f), 0);
    cr_expect_eq(u.change_count + u.left + u.file_count, 0);
    expect_free(&u);
    ruleset_free(again);
    world_free(w);
}

Test(expect, an_error_is_never_taken_for_what_a_rule_should_do)
{
    struct world *w = make("error \"broken\"");
    struct expect_update u;
    struct fault f = {.id = FAULT_NONE};
    cr_assert_eq(expect_find(w->rules, "first", &u, &f), 0);
    cr_expect_eq(u.change_count, 0);
    cr_expect_eq(u.file_count, 0);
    cr_expect_eq(u.left, 3);
    expect_free(&u);
    world_free(w);
}

Test(bench, a_rule_that_does_more_takes_more_memory)
{
    struct world *w = make("return pass()");
    struct rule_cost *costs = NULL;
    struct fault f = {.id = FAULT_NONE};
    char folder[128];
    struct fault faults[5];
    size_t count;
    static const char *const none[] = {NULL};
    snprintf(folder, sizeof folder, "%s/packs/test", w->folder);
    world_write(w, "packs/test/rules/heavy.lua",
                "return rule { id = \"heavy\", grade = \"major\", title = { en = \"T\", ja = \"題\" }, controls = { \"House R-1\" },\n"
                "  check = function(s) local t = {} for i = 1, 2000 do t[i] = i end return pass() end,\n"
                "  examples = { { name = \"x\", expect = \"pass\", " DOCUMENT " } } }\n");
    struct ruleset *r = ruleset_load_pack(folder, none, faults, 5, &count);
    cr_assert_not_null(r);
    cr_assert_eq(bench_run(r, NULL, &costs, &f), 2);
    const struct rule_cost *heavy = strcmp(costs[0].rule->id, "heavy") ? &costs[1] : &costs[0];
    const struct rule_cost *light = heavy == &costs[0] ? &costs[1] : &costs[0];
    cr_expect_gt(heavy->memory, light->memory + 16000);
    cr_expect_eq(light->examples, 3);
    cr_expect(heavy->nanoseconds > 0 && heavy->slowest >= heavy->nanoseconds);
    free(costs);
    ruleset_free(r);
    world_free(w);
}
