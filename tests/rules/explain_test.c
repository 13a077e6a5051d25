/* Where every setting in force came from, and one rule judged alone. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "rules/explain.h"
#include "rules/world.h"

static const char rule_text[] =
    "return rule { id = \"%s\", grade = \"minor\", title = { en = \"T\", ja = \"題\" },\n"
    "  controls = { \"House R-1\" }, params = { hours = integer { default = 24 }, days = integer { default = 7 } },\n"
    "  messages = { bad = { en = \"Bad {hours}\", ja = \"不可{hours}\" } },\n"
    "  check = function(s, p) if p.days > 0 and p.hours > 0 then return fail \"bad\" end return pass() end }\n";

static const char base[] = "return policy { packs = { \"test\" },\n"
                           "  rules = { one = { params = { hours = 48 }, grade = \"observation\" }, two = false } }\n"; /* 2 */
static const char mine[] = "return policy { extends = \"base\",\n"
                           "  rules = { one = { params = { days = 3 } } },\n"                                          /* 2 */
                           "  for_suppliers = {\n"
                           "    { when = { tier = \"critical\" }, rules = { one = { params = { hours = 12 } },\n"     /* 4 */
                           "        two = true } },\n"                                                                 /* 5 */
                           "    { when = { tier = \"standard\" }, rules = { one = { grade = \"major\" } } } } }\n";

static struct world *make(void)
{
    char text[2000];
    struct world *w = world_new(NULL);
    snprintf(text, sizeof text, rule_text, "one");
    world_rule(w, "one", text);
    snprintf(text, sizeof text, rule_text, "two");
    world_rule(w, "two", text);
    world_write(w, "policies/base.lua", base);
    world_write(w, "policies/mine.lua", mine);
    bool good = world_load(w, "mine");
    world_show(w);
    cr_assert(good);
    return w;
}

/* "hours=12 mine.lua:4" */
static void expect_param(const struct effective_param *p, int64_t value, const char *file, uint32_t line)
{
    cr_expect_eq(p->value.as.count, value, "%s is %ld", p->name, (long)p->value.as.count);
    if (file) {
        cr_assert_not_null(p->origin.file, "%s", p->name);
        cr_expect(strstr(p->origin.file, file), "%s: %s", p->name, p->origin.file);
    } else
        cr_expect_null(p->origin.file, "%s", p->name);
    cr_expect_eq(p->origin.line, line, "%s: %u", p->name, p->origin.line);
}

Test(explain, without_a_supplier_every_setting_names_the_policy_and_line_that_gave_it)
{
    struct world *w = make();
    struct arena *arena = arena_new(1 << 20);
    size_t count;
    const struct effective *all = explain_effective(w->rules, NULL, arena, &count);
    cr_assert_eq(count, 2);
    cr_expect(all[0].on && !all[0].on_origin.file);
    cr_expect_eq(all[0].grade, GRADE_OBSERVATION);
    cr_expect(strstr(all[0].grade_origin.file, "base.lua") && all[0].grade_origin.line == 2);
    expect_param(&all[0].params[0], 3, "mine.lua", 2);   /* days */
    expect_param(&all[0].params[1], 48, "base.lua", 2);  /* hours */
    cr_expect_eq(all[0].params[1].standard.as.count, 24);
    cr_expect(!all[1].on && strstr(all[1].on_origin.file, "base.lua"));
    expect_param(&all[1].params[1], 24, NULL, 0);
    arena_free(arena);
    world_free(w);
}

Test(explain, for_a_supplier_the_entries_that_select_it_are_named)
{
    struct world *w = make();
    struct arena *arena = arena_new(1 << 20);
    struct fault f = {.id = FAULT_NONE};
    struct subject *s = NULL;
    size_t count;
    cr_assert_not(loader_memory(w->loader, w->subject_arena, "a.xml", world_dossier, strlen(world_dossier), &s, &f));
    cr_assert_not(loader_finish(w->loader, w->subject_arena, s, &f));
    const struct effective *all = explain_effective(w->rules, s, arena, &count);
    expect_param(&all[0].params[0], 3, "mine.lua", 2);
    expect_param(&all[0].params[1], 12, "mine.lua", 4);
    cr_expect_eq(all[0].grade, GRADE_OBSERVATION);
    cr_expect(all[1].on && strstr(all[1].on_origin.file, "mine.lua") && all[1].on_origin.line == 5);
    /* One rule alone, as the policy has it for this supplier. */
    const struct rule_info *const *rules;
    cr_assert_eq(ruleset_rules(w->rules, &rules), 2);
    const struct result *r = explain_judge(w->judge, w->rules, rules[0], s, NULL, "a.xml", 20000, w->subject_arena, w->arena);
    cr_assert_not_null(r);
    cr_expect_str_eq(world_finding(r, "one")->text[0], "Bad 12");
    cr_expect_null(world_judgement(r, "two"));
    arena_free(arena);
    world_free(w);
}
