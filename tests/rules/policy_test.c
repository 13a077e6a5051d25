/* What a policy says about rules, parameters, grades and waivers, and which word wins. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "rules/world.h"

/* Shows what is in force: fails with the parameter as found value. */
static const char shows[] =
    "return rule { id = \"shows\", grade = \"minor\", title = { en = \"{hours}\", ja = \"{hours}\" }, controls = { \"X 1\" },\n"
    "  params = { hours = integer { default = 24, min = 1, max = 720 }, mode = choice { default = \"a\", values = { \"a\", \"b\" } },\n"
    "    names = list { default = { \"x\" }, values = { \"x\", \"y\", \"z\" } }, within = duration { default = \"P30D\" },\n"
    "    share = percent { default = 99.5, max = 100 }, least = amount { default = \"JPY 1000\" }, on = flag { default = true } },\n"
    "  messages = { late = { en = \"{found} {mode} {names} {within} {share} {least} {on}\", ja = \"{found}\" },\n"
    "    soft = { en = \"Soft\", ja = \"軽\", grade = \"observation\" } },\n"
    "  check = function(s, p) return { fail(\"late\", { found = p.hours, at = s.contracts:clause \"audit-right\" }),\n"
    "    fail \"soft\" } end }\n";

static struct world *with_policy(const char *policy)
{
    struct world *w = world_new(NULL);
    world_rule(w, "shows", shows);
    world_check(w, "other", "return pass()");
    world_write(w, "policies/base.lua", "return policy { packs = { \"test\" } }\n");
    world_write(w, "policies/mine.lua", policy);
    return w;
}

struct precedence {
    const char *what, *base, *mine;
    int hours;          /* 0: the rule is off */
    enum grade grade;
};

#define PACKS "packs = { \"test\" }, "
#define RULES(text) "rules = { shows = " text " }, "
#define HOURS(n) "{ params = { hours = " #n " } }"
#define FOR(when, text) "{ when = { " when " }, rules = { shows = " text " } }, "

static const struct precedence table[] = {
    {"the rule's own default", PACKS, "", 24, GRADE_MINOR},
    {"rules over the default", PACKS RULES(HOURS(48)), "", 48, GRADE_MINOR},
    {"the policy named over the one that it extends", PACKS RULES(HOURS(48)), RULES(HOURS(12)), 12, GRADE_MINOR},
    {"a selector of the base over rules of the base", PACKS RULES(HOURS(48)) "for_suppliers = { "
     FOR("tier = \"critical\"", HOURS(6)) "}", "", 6, GRADE_MINOR},
    {"rules of the named policy over a selector of the base", PACKS "for_suppliers = { "
     FOR("tier = \"critical\"", HOURS(6)) "}", RULES(HOURS(12)), 12, GRADE_MINOR},
    {"a later selector over an earlier one", PACKS "for_suppliers = { " FOR("tier = \"critical\"", HOURS(6))
     FOR("country = \"JP\"", HOURS(7)) "}", "", 7, GRADE_MINOR},
    {"a selector that does not match changes nothing", PACKS "for_suppliers = { " FOR("tier = \"low\"", HOURS(6)) "}", "", 24,
     GRADE_MINOR},
    {"all names of a selector must match", PACKS "for_suppliers = { "
     FOR("tier = \"critical\", country = \"US\"", HOURS(6)) "}", "", 24, GRADE_MINOR},
    {"any of a list matches", PACKS "for_suppliers = { " FOR("country = { \"US\", \"JP\" }", HOURS(6)) "}", "", 6, GRADE_MINOR},
    {"an asset", PACKS "for_suppliers = { " FOR("asset = \"personal-data\"", HOURS(6)) "}", "", 6, GRADE_MINOR},
    {"the supplier itself", PACKS "for_suppliers = { " FOR("supplier = \"acme\"", HOURS(6)) "}", "", 6, GRADE_MINOR},
    {"kind and category", PACKS "for_suppliers = { " FOR("kind = \"company\", category = \"it-service\"", HOURS(6)) "}", "", 6,
     GRADE_MINOR},
    {"the kind of a lone document matches no supplier", PACKS "for_suppliers = { "
     FOR("document = \"template\"", HOURS(6)) "}", "", 24, GRADE_MINOR},
    {"an entry changes only what it names", PACKS RULES("{ grade = \"major\" }"), RULES(HOURS(12)), 12, GRADE_MAJOR},
    {"a grade over the rule's own", PACKS RULES("{ grade = \"major\" }"), "", 24, GRADE_MAJOR},
    {"switched off", PACKS RULES("false"), "", 0, GRADE_NONE},
    {"switched on again", PACKS RULES("false"), RULES("true"), 24, GRADE_MINOR},
    {"parameters do not switch on", PACKS RULES("false"), RULES(HOURS(12)), 0, GRADE_NONE},
    {"off for some suppliers", PACKS "for_suppliers = { " FOR("tier = \"critical\"", "false") "}", "", 0, GRADE_NONE},
    {"only others", PACKS "only = { \"other\" }, ", "", 0, GRADE_NONE},
    {"only this one", PACKS "only = { \"shows\" }, ", "", 24, GRADE_MINOR},
};

static void check_row(const struct precedence *p)
{
    char base[1024], mine[1024];
    snprintf(base, sizeof base, "return policy { %s }\n", p->base);
    snprintf(mine, sizeof mine, "return policy { extends = \"base\", %s }\n", p->mine);
    struct world *w = with_policy(mine);
    world_write(w, "policies/base.lua", base);
    bool good = world_load(w, "mine");
    if (!good)
        world_show(w);
    cr_assert(good, "%s", p->what);
    const struct result *r = world_judge(w, world_dossier, "2026-04-01");
    const struct finding *f = world_finding(r, "shows");
    if (!p->hours)
        cr_expect_null(world_judgement(r, "shows"), "%s", p->what);
    else {
        cr_assert_not_null(f, "%s", p->what);
        cr_expect_eq(f->found.as.count, p->hours, "%s: %d", p->what, (int)f->found.as.count);
        cr_expect_eq(f->grade, p->grade, "%s", p->what);
        cr_expect_eq(f->own_grade, GRADE_MINOR, "%s", p->what);
    }
    world_free(w);
}

Test(policy, later_words_win_in_the_order_that_the_manual_gives)
{
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        check_row(&table[i]);
}

Test(policy, parameters_of_every_type_reach_the_rule_and_its_texts)
{
    struct world *w = with_policy(
        "return policy { packs = { \"test\" }, rules = { shows = { params = { hours = 1, mode = \"b\", names = { \"y\", \"z\" },\n"
        "  within = \"P3M\", share = 99.95, least = \"USD 5\", on = false } } } }\n");
    cr_assert(world_load(w, "mine"));
    const struct result *r = world_judge(w, world_dossier, "2026-04-01");
    cr_expect_str_eq(world_finding(r, "shows")->text[0], "1 b y, z 3 months 99.95 % USD 5 no");
    const struct judgement *j = world_judgement(r, "shows");
    cr_assert_eq(j->argument_count, 7);
    cr_expect_str_eq(j->parameters[0].name, "hours");
    cr_expect_eq(j->parameters[0].value.as.count, 1);
    world_free(w);
}

Test(policy, lowering_a_rule_lowers_all_of_it_and_raising_it_keeps_the_grades_of_messages)
{
    static const struct { const char *grade; enum grade late, soft; } rows[] = {
        {"major", GRADE_MAJOR, GRADE_OBSERVATION}, {"minor", GRADE_MINOR, GRADE_OBSERVATION},
        {"observation", GRADE_OBSERVATION, GRADE_OBSERVATION}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char policy[256];
        snprintf(policy, sizeof policy, "return policy { packs = { \"test\" }, rules = { shows = { grade = \"%s\" } } }\n",
                 rows[i].grade);
        struct world *w = with_policy(policy);
        cr_assert(world_load(w, "mine"));
        const struct result *r = world_judge(w, world_dossier, "2026-04-01");
        for (size_t k = 0; k < r->finding_count; k++)
            cr_expect_eq(r->findings[k].grade, !strcmp(r->findings[k].message, "late") ? rows[i].late : rows[i].soft);
        world_free(w);
    }
}

/* ---- mistakes ---- */

#define IN_TIME ", expires = \"2027-03-31\""

struct mistake {
    const char *text, *fault;
    uint32_t line;
    const char *words;
};

static const struct mistake mistakes[] = {
    {"return policy {\n packs = { \"test\" },\n rules = { show = false } }", "unknown-rule", 3, "did you mean 'shows'"},
    {"return policy {\n packs = { \"test\" },\n rules = { shows = { params = { hour = 1 } } } }", "unknown-parameter", 3,
     "did you mean 'hours'"},
    {"return policy {\n packs = { \"test\" },\n rules = { shows = { params = { hours = 0 } } } }", "parameter-range", 3, "1 .. 720"},
    {"return policy {\n packs = { \"test\" },\n rules = { shows = { params = { hours = \"x\" } } } }", "parameter-type", 3, "hours"},
    {"return policy {\n packs = { \"test\" },\n rules = { shows = { params = { mode = \"c\" } } } }", "parameter-range", 3, "a, b"},
    {"return policy {\n packs = { \"test\" },\n rules = { shows = { params = { names = { \"w\" } } } } }", "parameter-range", 3,
     "x, y, z"},
    {"return policy {\n packs = { \"test\" },\n rules = { shows = { params = { within = \"soon\" } } } }", "parameter-type", 3,
     "duration"},
    {"return policy {\n packs = { \"test\" },\n rules = { shows = { grade = \"huge\" } } }", "unknown-word", 3, "huge"},
    {"return policy {\n packs = { \"test\" },\n rules = { shows = { param = {} } } }", "unknown-field", 3, "did you mean 'params'"},
    {"return policy {\n packs = { \"test\" },\n rules = { shows = 1 } }", "declare-table", 3, "shows"},
    {"return policy {\n packs = { \"tset\" } }", "pack-missing", 2, "did you mean 'test'"},
    {"return policy {\n pack = { \"test\" } }", "unknown-field", 2, "did you mean 'packs'"},
    {"return policy {\n packs = { \"test\" },\n for_suppliers = { { when = { teir = \"low\" }, rules = {} } } }", "unknown-field", 3,
     "did you mean 'tier'"},
    {"return policy {\n packs = { \"test\" },\n for_suppliers = { { when = { tier = \"critcal\" }, rules = {} } } }", "unknown-word", 3,
     "did you mean 'critical'"},
    {"return policy {\n packs = { \"test\" },\n for_suppliers = { { rules = {} } } }", "declare-missing", 3, "when"},
    {"return policy {\n packs = { \"test\" },\n for_suppliers = { { when = { tier = \"low\" } } } }", "declare-missing", 3, "rules"},
    {"return policy {\n packs = { \"test\" },\n only = { \"show\" } }", "unknown-rule", 3, "did you mean 'shows'"},
    {"return policy {\n packs = { \"test\" },\n waivers = { { rule = \"shows\", supplier = \"acme\" } } }", "declare-missing", 3,
     "reason"},
    {"return policy {\n packs = { \"test\" },\n waivers = { { rule = \"shows\", supplier = \"acme\", reason = \"r\",\n"
     " approver = \"a\", expires = \"soon\" } } }", "declare-form", 4, "soon"},
    {"return policy {\n packs = { \"test\" },\n waivers = { { rule = \"shows\", message = \"lat\", supplier = \"acme\",\n"
     " reason = \"r\", approver = \"a\"" IN_TIME " } } }", "unknown-message", 3, "did you mean 'late'"},
    {"return policy {\n packs = { \"test\" },\n waivers = { { rule = \"shows\", clause = \"audit-rigth\", supplier = \"acme\",\n"
     " reason = \"r\", approver = \"a\"" IN_TIME " } } }", "unknown-clause-type", 3, "did you mean 'audit-right'"},
    {"return policy {\n packs = { \"test\" },\n waivers = { { rule = \"shows\", supplier = \"acme\",\n"
     " reason = \"r\", approver = \"a\" } } }", "declare-missing", 3, "expires"},
    {"return policy {\n packs = { \"test\" },\n for_suppliers = { { when = { country = \"Japan\" }, rules = {} } } }",
     "declare-form", 3, "Japan"},
    {"return policy {\n extends = \"bsae\" }", "policy-not-found", 2, "did you mean 'base'"},
    {"return policy {\n extends = \"mine\" }", "policy-cycle", 2, "mine"},
    {"return policy {\n extends = \"nothing\" }", "policy-not-found", 2, "nothing"},
    {"return policy {\n extends = \"../base\" }", "declare-form", 2, "../base"},
    {"return policy {}", "policy-empty", 1, ""},
    {"return { packs = { \"test\" } }", "declare-tag", 1, "policy"},
    {"return policy {\n packs = { \"test\" },\n title = function() end }", "data-function", 3, ""},
};

Test(policy, each_mistake_is_reported_with_its_line_and_what_was_meant)
{
    for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++) {
        struct world *w = with_policy(mistakes[i].text);
        cr_expect_not(world_load(w, "mine"), "%s", mistakes[i].text);
        bool found = world_has_fault(w, mistakes[i].fault, mistakes[i].line, mistakes[i].words);
        cr_expect(found, "%s", mistakes[i].text);
        if (!found)
            world_show(w);
        world_free(w);
    }
}

/* ---- waivers ---- */

#define WAIVER(more) "return policy { packs = { \"test\" }, waivers = { { rule = \"shows\", supplier = \"acme\", " \
    "reason = \"Replaced in May\", approver = \"CISO\"" more " } } }\n"

static const struct result *judged(struct world *w)
{
    bool good = world_load(w, "mine");
    if (!good)
        world_show(w);
    cr_assert(good);
    return world_judge(w, world_dossier, "2026-04-01");
}

Test(waivers, an_accepted_finding_is_waived_and_says_by_whom)
{
    struct world *w = with_policy(WAIVER(", expires = \"2026-04-01\""));
    const struct result *r = judged(w);
    const struct judgement *j = world_judgement(r, "shows");
    cr_expect_eq(j->outcome, OUTCOME_WAIVED);
    cr_expect_eq(r->grades[GRADE_MINOR], 0);
    cr_expect_eq(r->findings[j->first_finding].outcome, OUTCOME_WAIVED);
    cr_expect_str_eq(r->findings[j->first_finding].waiver->approver, "CISO");
    cr_expect_null(world_judgement(r, "engine:waivers"));
    day next;
    value_parse_date("2026-04-02", 10, &next);
    cr_expect_eq(r->valid_until, next, "the verdict changes when the waiver expires");
    world_free(w);
}

Test(waivers, an_expired_one_has_no_effect_and_the_finding_says_so)
{
    struct world *w = with_policy(WAIVER(", expires = \"2026-03-31\""));
    const struct result *r = judged(w);
    const struct finding *f = world_finding(r, "shows");
    cr_expect_eq(f->outcome, OUTCOME_FAIL);
    cr_assert_not_null(f->waiver);
    cr_expect_str_eq(f->waiver->reason, "Replaced in May");
    cr_expect_null(world_judgement(r, "engine:waivers"));
    world_free(w);
}

Test(waivers, one_for_a_message_or_a_clause_leaves_the_others)
{
    static const char *const rows[] = {WAIVER(IN_TIME ", message = \"soft\""), WAIVER(IN_TIME ", clause = \"audit-right\"")};
    static const char *const waived[] = {"soft", "late"};
    for (size_t i = 0; i < 2; i++) {
        struct world *w = with_policy(rows[i]);
        const struct result *r = judged(w);
        cr_expect_eq(world_judgement(r, "shows")->outcome, OUTCOME_FAIL);
        for (size_t k = 0; k < r->finding_count; k++)
            cr_expect_eq(r->findings[k].outcome, !strcmp(r->findings[k].message, waived[i]) ? OUTCOME_WAIVED : OUTCOME_FAIL);
        world_free(w);
    }
}

Test(waivers, one_that_waives_nothing_is_reported)
{
    struct world *w = with_policy(WAIVER(IN_TIME ", clause = \"incident-report\""));
    const struct result *r = judged(w);
    const struct finding *f = world_finding(r, "engine:waivers");
    cr_assert_not_null(f);
    cr_expect_str_eq(f->message, "engine:waiver-unused");
    cr_expect_eq(f->grade, GRADE_OBSERVATION);
    cr_expect_not_null(strstr(f->text[0], "shows"));
    world_free(w);
}

Test(waivers, one_for_another_supplier_does_not_matter_here)
{
    struct world *w = with_policy("return policy { packs = { \"test\" }, waivers = { { rule = \"shows\", supplier = \"b\",\n"
                                  "  reason = \"r\", approver = \"a\"" IN_TIME " } } }\n");
    const struct result *r = judged(w);
    cr_expect_eq(world_judgement(r, "shows")->outcome, OUTCOME_FAIL);
    cr_expect_null(world_judgement(r, "engine:waivers"));
    world_free(w);
}
