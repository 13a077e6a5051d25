/* What a contract is asked for when it is checked alone: by its kind, and of an amendment only what it contains. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "rules/world.h"

static struct world *with_alone(const char *alone)
{
    char rule[1024];
    snprintf(rule, sizeof rule,
             "return rule { id = \"rule\", grade = \"major\", title = { en = \"T\", ja = \"T\" }, controls = { \"X 1\" },\n"
             "needs = { \"contract\" }, %s messages = { missing = { en = \"M\", ja = \"M\" } },\n"
             "check = function(s) local c = s.contracts:clause \"audit-right\"\n"
             "if not c then return fail \"missing\" end return pass { at = c } end }\n",
             alone);
    struct world *w = world_new(NULL);
    world_rule(w, "rule", rule);
    cr_assert(world_load(w, NULL));
    return w;
}

/* The judgement of the rule on a contract of that kind with one clause of that type. */
static const struct judgement *judged(struct world *w, const char *kind, const char *clause, bool lone)
{
    char contract[512];
    struct subject *s = NULL;
    struct fault f = {.id = FAULT_NONE};
    day when;
    snprintf(contract, sizeof contract,
             "<contract xmlns=\"urn:kijun:1\" id=\"c\" kind=\"%s\" title=\"S\" status=\"executed\" effective=\"2025-04-01\">"
             "<clause number=\"1\" type=\"%s\"><text>Some words.</text></clause></contract>",
             kind, clause);
    arena_reset(w->subject_arena);
    arena_reset(w->arena);
    value_parse_date("2026-04-01", 10, &when);
    cr_assert(!loader_memory(w->loader, w->subject_arena, "c.xml", contract, strlen(contract), &s, &f));
    cr_assert(!loader_finish(w->loader, w->subject_arena, s, &f));
    s->lone = lone;
    return world_judgement(judge_subject(w->judge, s, NULL, "c.xml", when, w->subject_arena, w->arena), "rule");
}

Test(needs, a_lone_contract_is_not_asked_for_what_its_kind_does_not_call_for)
{
    struct world *w = with_alone("alone = { \"services\" },");
    const struct judgement *j = judged(w, "nda", "incident-report", true);
    cr_expect_eq(j->outcome, OUTCOME_NOT_APPLICABLE);
    cr_expect_str_eq(j->message, "engine:kind");
    cr_expect_not_null(strstr(j->reason[0], "this kind of contract"));
    cr_expect_eq(judged(w, "services", "incident-report", true)->outcome, OUTCOME_FAIL);
    world_free(w);
}

Test(needs, a_contract_of_a_supplier_is_asked_whatever_its_kind)
{
    struct world *w = with_alone("alone = { \"services\" },");
    cr_expect_eq(judged(w, "nda", "incident-report", false)->outcome, OUTCOME_FAIL);
    world_free(w);
}

Test(needs, a_rule_that_names_no_kinds_is_asked_of_all)
{
    struct world *w = with_alone("");
    cr_expect_eq(judged(w, "nda", "incident-report", true)->outcome, OUTCOME_FAIL);
    world_free(w);
}

Test(needs, an_amendment_alone_is_judged_by_what_it_contains)
{
    struct world *w = with_alone("");
    const struct judgement *j = judged(w, "amendment", "incident-report", true);
    cr_expect_eq(j->outcome, OUTCOME_NOT_APPLICABLE);
    cr_expect_str_eq(j->message, "engine:amendment");
    cr_expect_eq(judged(w, "amendment", "audit-right", true)->outcome, OUTCOME_PASS);
    world_free(w);
}

Test(needs, a_lone_document_without_any_contract_is_not_passed_over)
{
    struct world *w = with_alone("alone = { \"services\" },");
    const struct result *r = world_judge(w, "<dossier xmlns=\"urn:kijun:1\"><audit method=\"paper\"/></dossier>", "2026-04-01");
    cr_expect_eq(world_judgement(r, "rule")->outcome, OUTCOME_INDETERMINATE);
    world_free(w);
}

Test(needs, a_clause_that_a_person_must_judge_is_called_by_its_title_in_each_language)
{
    static const char vocabulary[] =
        "return vocabulary { sure = 100, maybe = 60, types = { [\"audit-right\"] = {\n"
        "title = { en = \"Audit right\", ja = \"監査\" }, strong = { \"audit\" } } } }\n";
    struct world *w = world_new(vocabulary);
    world_check(w, "rule", "local c = s.contracts:clause \"audit-right\" if not c then return fail \"bad\" end return pass { at = c }");
    cr_assert(world_load(w, NULL));
    const struct result *r = world_judge(w,
                                         "<contract xmlns=\"urn:kijun:1\" id=\"c\" kind=\"services\" title=\"S\" status=\"executed\">"
                                         "<clause number=\"1\"><text>An audit is held.</text></clause></contract>",
                                         "2026-04-01");
    const struct finding *f = world_finding(r, "rule");
    cr_assert_not_null(f);
    cr_expect_str_eq(f->message, "engine:unsure");
    cr_expect_not_null(strstr(f->text[LANGUAGE_EN], "\"Audit right\""));
    cr_expect_not_null(strstr(f->text[LANGUAGE_JA], "「監査」"));
    world_free(w);
}
