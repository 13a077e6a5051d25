/* Judging one subject: outcomes, findings, places, fingerprints, and until when a verdict holds. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "rules/world.h"

#define DOSSIER(body) "<dossier xmlns=\"urn:kijun:1\">\n" body "</dossier>\n"
#define SUPPLIER(more) "<supplier id=\"acme\" name=\"Acme\" tier=\"critical\" kind=\"company\" country=\"JP\">" more "</supplier>\n"
#define CONTRACT(clauses) "<contract id=\"c1\" kind=\"services\" title=\"S\" status=\"executed\" effective=\"2025-04-01\">\n" clauses \
    "</contract>\n"

static struct world *with_check(const char *body)
{
    struct world *w = world_new(NULL);
    world_check(w, "rule", body);
    bool good = world_load(w, NULL);
    if (!good)
        world_show(w);
    cr_assert(good);
    return w;
}

/* The English text of the first finding, or the outcome. */
static void expect(const char *body, const char *document, enum outcome outcome, const char *words)
{
    struct world *w = with_check(body);
    const struct result *r = world_judge(w, document, "2026-04-01");
    const struct judgement *j = world_judgement(r, "rule");
    const struct finding *f = world_finding(r, "rule");
    cr_expect_eq(j->outcome, outcome, "%s: %s (%s)", body, outcome_name(j->outcome), f ? f->text[0] : "");
    cr_expect(!words || (f && strstr(f->text[0], words)), "%s: %s", body, f ? f->text[0] : "");
    world_free(w);
}

/* ---- what a rule reads ---- */

struct reading { const char *body; };

static const char *const truths[] = {
    "s.id == 'acme' and s.name == 'Acme' and s.tier == 'critical' and s.kind == 'company' and s.country == 'JP'",
    "s.platform == nil and s.contact == nil and s.lone == false and s.risk == 15",
    "s:handles 'personal-data' and not s:handles 'credentials'",
    "#s.assets == 1 and s.assets[1].class == 'personal-data' and s.assets[2] == nil and s.assets[1].persons == 1200",
    "s.assets:any() and not s.assets:none() and s.assets:any { class = 'personal-data' }",
    "s.assets:any { class = { 'credentials', 'personal-data' } } and s.assets:none { access = 'admin' }",
    "s.assets:all(function(a) return a.persons > 1000 end) and s.assets:count { access = 'store' } == 1",
    "s.assets:where { class = 'other' }:none() and s.assets:find { class = 'other' } == nil",
    "s.risks:max 'impact' == 5 and s.risks:latest 'assessed' == s.risks[1] and s.risks:earliest('assessed').scenario == 'leak'",
    "s.assets[1].sensitive == nil and s.assets[1].my_number == nil",
    "s.assets[1].parent == s.supplier and s.assets[1].document == 'acme.xml' and s.assets[1].line == 3",
    "#s.contracts == 1 and s.contracts[1].kind == 'services' and #s.contracts:in_force() == 1",
    "#s.contracts:every_clause() == 2 and s.contracts:clause('audit-right').number == '8'",
    "s.contracts:clause('audit-right') == s.contracts[1].clauses[2] and s.contracts:clause('audit-right').contract == s.contracts[1]",
    "s.contracts:clause('incident-report').type == 'incident-report' and s.contracts:clause('incident-report').declared",
    "s.contracts:clause('incident-report'):duration('report-within') > hours(24)",
    "s.contracts:clause('incident-report'):duration('report-within') == days(3)",
    "s.contracts:clause('incident-report'):duration('report-within').value == hours(72)",
    "s.contracts:clause('incident-report'):wording 'report-within' == 'stated'",
    "s.contracts:clause('audit-right'):wording 'frequency' == 'absent' and not s.contracts:clause('audit-right'):interval 'frequency'",
    "s.contracts:clause('audit-right').text == 'Audits are allowed.'",
    "s.contracts:clause('audit-right'):says('AUDITS? are').words == 'Audits are' and not s.contracts:clause('audit-right'):says 'never'",
    "s.as_of == date '2026-04-01' and s.as_of + days(30) == date '2026-05-01' and s.as_of - months(1) < s.as_of",
    "date '2026-01-31' + months(1) == date '2026-02-28' and date '2026-03-31' - date '2026-03-01' == 30",
    "s.as_of - date '2026-03-01' > 30 and not (s.as_of - date '2026-03-01' > 31) and (s.as_of - date '2026-03-01') + 0 == 31",
    "percent(99.95) > percent(99.9) and amount(10, 'JPY') < amount(11, 'JPY') and weeks(1) == days(7) and years(1) == months(12)",
    "hours(23) < days(1) and business_days(5) > days(5) and days(2) * 3 == days(6)",
    "s.certificates[1].expires < s.as_of + days(91) and not (s.certificates[1].expires < s.as_of + days(90))",
    "tostring(s.as_of) == '2026-04-01' and tostring(hours(24)) == 'PT24H' and tostring(s) == 'acme'",
    "match('abc-123', '([a-z]+)-([0-9]+)') == 'abc' and select(2, match('abc-123', '([a-z]+)-([0-9]+)')) == '123'",
    "find('xxabc', 'ABC') == 3 and match('abc', 'x') == nil",
    "string.format('%d %s %5.2f', 7, true, 1.5) == '7 true  1.50' and ('x'):rep(3) == 'xxx' and ('AbC'):lower() == 'abc'",
    "math.floor(2.5) == 2 and math.max(1, 3, 2) == 3 and tonumber('12') == 12 and tonumber('x') == nil",
    "#s.incidents == 0 and #s.measures == 0 and #s.reviews == 0 and #s.nonconformities == 0 and s:answer 'restore-test' == nil",
};

Test(reading, what_the_manual_says_about_the_subject_is_true)
{
    for (size_t i = 0; i < sizeof truths / sizeof *truths; i++) {
        char body[1024];
        snprintf(body, sizeof body, "if %s then return pass() end return fail 'bad'", truths[i]);
        expect(body, world_dossier, OUTCOME_PASS, NULL);
    }
}

struct wrong { const char *body, *words; };

static const struct wrong wrongs[] = {
    {"return s.assets[1].clas == nil", "asset has no 'clas': did you mean 'class'?"},
    {"return s['teir']", "the subject has no 'teir': did you mean 'tier'?"},
    {"return s.assets:an()", "a list has no 'an'"},
    {"local t = 'audit-rigt' return s.contracts:clause(t)", "there is no clause type 'audit-rigt': did you mean 'audit-right'?"},
    {"local t = 'report-withn' return s.contracts:clause('incident-report'):duration(t)", "has no term 'report-withn'"},
    {"local m = 'bda' return fail(m)", "the rule has no message 'bda': did you mean 'bad'?"},
    {"return s.contracts:clause('incident-report'):duration('report-within') > percent(1)",
     "a percent cannot be compared with a duration"},
    {"return s.as_of > 5", "a count cannot be compared with a date"},
    {"return nil", "check returned a nil"},
    {"return true", "check returned a boolean"},
    {"return {}", "empty list"},
    {"return { pass(), 1 }", "check returned a number"},
    {"return fail('bad', { at = 1 })", "'at' is a number"},
    {"return fail('bad', { related = 1 })", "'related' is a number"},
    {"return fail('bad', { found = {} })", "'found' is a table and cannot be shown"},
    {"return pass { at = s }", "'at' is a subject"},
    {"error 'on purpose'", "rules/rule.lua:4: on purpose"},
    {"local x = nil\nreturn x.y", "rules/rule.lua:5: attempt to index a nil value (local 'x')"},
    {"return hours(1.5)", "a whole number is expected"},
    {"return date 'tomorrow'", "2026-03-31"},
    {"return amount(1, 'yen')", "ISO 4217"},
    {"return s.assets.any()", "called with ':'"},
};

Test(reading, what_is_wrong_ends_the_rule_with_its_line_and_what_was_meant)
{
    for (size_t i = 0; i < sizeof wrongs / sizeof *wrongs; i++)
        expect(wrongs[i].body, world_dossier, OUTCOME_ERROR, wrongs[i].words);
}

Test(reading, amounts_of_different_currencies_end_the_rule_as_indeterminate)
{
    expect("return amount(1, 'JPY') < amount(1, 'USD') and pass()", world_dossier, OUTCOME_INDETERMINATE, "JPY / USD");
}

Test(reading, says_sees_through_width_case_and_line_breaks_and_shows_the_words_as_written)
{
    static const char wide[] = DOSSIER(SUPPLIER("") CONTRACT("<clause number=\"1\" type=\"audit-right\"><text>Ｉｓｏ ２７００１の 認\n証</text>"
        "<clause number=\"1.1\"><text>Twenty  Four\nHours</text></clause></clause>"));
    expect("local c = s.contracts:clause 'audit-right'\n"
           "if c:says('iso ?27001の認証').words == 'Ｉｓｏ ２７００１の 認\\n証' and c:says('twenty four hours').clause.number == '1.1'\n"
           "and not c:says 'sixty' then return pass { at = c:says 'hours' } end return fail('bad')", wide, OUTCOME_PASS, NULL);
}

Test(reading, a_subject_with_very_many_nodes_is_judged_like_a_small_one)
{
    enum { ASSETS = 60000 };
    struct buffer b;
    buffer_init(&b, 16 << 20);
    buffer_puts(&b, "<supplier xmlns=\"urn:kijun:1\" id=\"acme\" name=\"A\" tier=\"low\" kind=\"company\" country=\"JP\">");
    for (int i = 0; i < ASSETS; i++)
        buffer_printf(&b, "<asset class=\"other\" name=\"n%d\" access=\"read\" persons=\"%d\"/>\n", i, i);
    buffer_puts(&b, "</supplier>");
    cr_assert_not(b.failed);
    expect("local n, most = 0, s.assets:max 'persons' for a in s.assets:each() do if a.class == 'other' then n = n + 1 end end\n"
           "if n == 60000 and most == 59999 and s.assets:count { persons = 5 } == 1 then return pass() end return fail 'bad'",
           b.at, OUTCOME_PASS, NULL);
    buffer_free(&b);
}

/* ---- needs ---- */

static struct world *with_needs(const char *needs, const char *applies)
{
    char rule[1024];
    snprintf(rule, sizeof rule,
             "return rule { id = \"rule\", grade = \"major\", title = { en = \"T\", ja = \"T\" }, controls = { \"X 1\" },\n"
             "needs = { %s }, %s check = function(s) return pass() end }\n", needs, applies);
    struct world *w = world_new(NULL);
    world_rule(w, "rule", rule);
    cr_assert(world_load(w, NULL));
    return w;
}

Test(needs, a_missing_kind_of_document_makes_a_rule_indeterminate_and_says_which)
{
    struct world *w = with_needs("\"contract\", \"response\"", "");
    const struct result *r = world_judge(w, world_dossier, "2026-04-01");
    cr_expect_eq(world_judgement(r, "rule")->outcome, OUTCOME_INDETERMINATE);
    cr_expect_str_eq(world_finding(r, "rule")->message, "engine:needs");
    cr_expect_not_null(strstr(world_finding(r, "rule")->text[0], "questionnaire response"));
    cr_expect_not_null(strstr(world_finding(r, "rule")->text[1], "質問票への回答"));
    cr_expect(r->incomplete);
    world_free(w);
}

Test(needs, a_rule_that_does_not_concern_the_supplier_lacks_nothing)
{
    struct world *w = with_needs("\"response\"", "applies = function(s) return s.tier == \"low\" end,");
    const struct result *r = world_judge(w, world_dossier, "2026-04-01");
    cr_expect_eq(world_judgement(r, "rule")->outcome, OUTCOME_NOT_APPLICABLE);
    cr_expect(!r->incomplete);
    world_free(w);
}

Test(needs, a_lone_contract_is_not_concerned_by_rules_about_suppliers)
{
    static const char contract[] = "<contract xmlns=\"urn:kijun:1\" id=\"c\" kind=\"services\" title=\"S\"></contract>";
    struct world *w = with_needs("\"contract\", \"supplier\"", "");
    struct subject *s = NULL;
    struct fault f = {.id = FAULT_NONE};
    day when;
    value_parse_date("2026-04-01", 10, &when);
    cr_assert(!loader_memory(w->loader, w->subject_arena, "c.xml", contract, strlen(contract), &s, &f));
    cr_assert(!loader_finish(w->loader, w->subject_arena, s, &f));
    s->lone = true;
    const struct result *r = judge_subject(w->judge, s, NULL, "c.xml", when, w->subject_arena, w->arena);
    cr_expect_eq(world_judgement(r, "rule")->outcome, OUTCOME_NOT_APPLICABLE);
    cr_expect_not_null(strstr(world_judgement(r, "rule")->reason[0], "contract alone"));
    world_free(w);
}

Test(needs, a_document_that_cannot_be_read_is_an_error_and_rules_that_may_need_it_are_indeterminate)
{
    struct world *w = with_needs("\"contract\"", "");
    struct subject *s = NULL;
    struct fault f = {.id = FAULT_NONE};
    day when;
    value_parse_date("2026-04-01", 10, &when);
    loader_memory(w->loader, w->subject_arena, "a.xml", world_dossier, strlen(world_dossier), &s, &f);
    loader_memory(w->loader, w->subject_arena, "b.xml", "<audit xmlns=\"urn:kijun:1\"", 26, &s, &f);
    struct fault none = {.id = FAULT_NONE};
    loader_finish(w->loader, w->subject_arena, s, &none);
    const struct result *r = judge_subject(w->judge, s, NULL, "acme", when, w->subject_arena, w->arena);
    cr_expect(r->incomplete);
    cr_assert_not_null(world_finding(r, "engine:documents"));
    cr_expect_eq(world_finding(r, "engine:documents")->outcome, OUTCOME_ERROR);
    cr_expect_str_eq(world_finding(r, "engine:documents")->place.document, "b.xml");
    cr_expect_eq(world_judgement(r, "rule")->outcome, OUTCOME_INDETERMINATE);
    cr_expect_str_eq(world_finding(r, "rule")->message, "engine:unreadable");
    world_free(w);
}

Test(needs, a_subject_that_could_not_be_loaded_is_one_error)
{
    struct world *w = with_needs("", "");
    struct fault f = {.id = FAULT_NONE};
    fault_set(&f, FAULT_FILE_OPEN, "no such file");
    const struct result *r = judge_subject(w->judge, NULL, &f, "gone", 20000, NULL, w->arena);
    cr_assert_not_null(r);
    cr_expect(r->incomplete);
    cr_expect_eq(r->judgement_count, 1);
    cr_expect_eq(r->fault.id, FAULT_FILE_OPEN);
    cr_expect_str_eq(r->findings[0].message, "engine:subject");
    cr_expect_str_eq(r->supplier, "gone");
    world_free(w);
}

Test(needs, nothing_judged_is_an_error_and_not_a_pass)
{
    struct world *w = world_new(NULL);
    world_check(w, "rule", "return pass()");
    world_write(w, "policies/off.lua", "return policy { packs = { \"test\" }, rules = { rule = false } }\n");
    cr_assert(world_load(w, "off"));
    const struct result *r = world_judge(w, world_dossier, "2026-04-01");
    cr_expect(r->incomplete);
    cr_expect_str_eq(r->findings[0].message, "engine:nothing");
    world_free(w);
}

/* ---- findings ---- */

Test(findings, a_finding_shows_its_place_values_and_texts_in_both_languages)
{
    struct world *w = world_new(NULL);
    world_rule(w, "late",
               "return rule { id = \"late\", grade = \"major\", title = { en = \"T\", ja = \"T\" }, controls = { \"X 1\" },\n"
               "params = { hours = integer { default = 24 } },\n"
               "messages = { late = { en = \"{found}, not {expected} ({hours})\", ja = \"{found}、要求{expected}\",\n"
               "  advice = { en = \"Agree {expected}\", ja = \"{expected}とする\" } } },\n"
               "check = function(s, p) local t = s.contracts:clause \"incident-report\":duration \"report-within\"\n"
               "  return fail(\"late\", { at = t, found = t, expected = hours(p.hours), related = { s.assets[1] } }) end }\n");
    cr_assert(world_load(w, NULL));
    const struct result *r = world_judge(w, world_dossier, "2026-04-01");
    const struct finding *f = world_finding(r, "late");
    cr_assert_not_null(f);
    cr_expect_str_eq(f->text[0], "72 hours, not 24 hours (24)");
    cr_expect_str_eq(f->text[1], "72時間、要求24時間");
    cr_expect_str_eq(f->advice[0], "Agree 24 hours");
    cr_expect_str_eq(f->place.document, "acme.xml");
    cr_expect_eq(f->place.line, 11);
    cr_expect_str_eq(f->place.clause, "7");
    cr_expect_str_eq(f->place.heading, "Incident reports");
    cr_expect_str_eq(f->place.type, "incident-report");
    cr_assert_eq(f->related_count, 1);
    cr_expect_str_eq(f->related[0].what, "asset");
    cr_expect_eq(r->risk_score, 15);
    cr_expect_eq(r->grades[GRADE_MAJOR], 1);
    world_free(w);
}

static struct hash fingerprint_of(const char *document, size_t which)
{
    struct world *w = with_check("local out = {} for c in s.certificates:each() do out[#out + 1] = fail('bad', { at = c }) end\n"
                                 "local a = s.contracts:clause 'audit-right' if a then out[#out + 1] = fail('bad', { at = a }) end\n"
                                 "return out");
    const struct result *r = world_judge(w, document, "2026-04-01");
    cr_assert_geq(r->finding_count, which ? which : 1);
    struct hash h = {{0}};
    for (size_t i = 0, n = 0; i < r->finding_count; i++)
        if ((r->findings[i].place.what[1] == 'l') == (which == 0) && n++ == (which ? which - 1 : 0))
            h = r->findings[i].fingerprint;
    world_free(w);
    return h;
}

#define CERT(standard, expires) "<certificate standard=\"" standard "\" expires=\"" expires "\"/>"
#define AUDIT(number, text) "<clause number=\"" number "\" heading=\"Audit\" type=\"audit-right\"><text>" text "</text></clause>\n"

Test(findings, a_fingerprint_survives_edits_elsewhere_and_renumbering)
{
    struct hash a = fingerprint_of(DOSSIER(SUPPLIER(CERT("A", "2025-01-01")) CONTRACT(AUDIT("8", "x"))), 0);
    struct hash b = fingerprint_of(DOSSIER("\n\n" SUPPLIER(CERT("B", "2025-01-01") CERT("A", "2025-01-01"))
        CONTRACT("<clause number=\"1\"><text>New.</text></clause>" AUDIT("第9条", "other words"))), 0);
    cr_expect_arr_eq(a.bytes, b.bytes, sizeof a.bytes);
}

Test(findings, different_places_have_different_fingerprints_even_when_nothing_tells_them_apart)
{
    static const char two[] = DOSSIER(SUPPLIER(CERT("A", "2025-01-01") CERT("B", "2025-01-01")));
    static const char twins[] = DOSSIER(SUPPLIER(CERT("A", "2025-01-01") CERT("A", "2025-01-01")));
    struct hash a = fingerprint_of(two, 1), b = fingerprint_of(two, 2);
    cr_expect_arr_neq(a.bytes, b.bytes, sizeof a.bytes);
    a = fingerprint_of(twins, 1);
    b = fingerprint_of(twins, 2);
    cr_expect_arr_neq(a.bytes, b.bytes, sizeof a.bytes);
}

Test(findings, they_stand_by_grade_then_rule_then_place)
{
    struct world *w = world_new(NULL);
    world_check(w, "b-major", "return fail 'bad'");
    world_check(w, "a-major", "return { fail('bad', { at = s.contracts:clause 'audit-right' }), fail('bad', { at = s.assets[1] }) }");
    world_rule(w, "a-minor", "return rule { id = \"a-minor\", grade = \"minor\", title = { en = \"T\", ja = \"T\" },\n"
               "controls = { \"X 1\" }, messages = { x = { en = \"x\", ja = \"x\" } }, check = function(s) return fail \"x\" end }\n");
    cr_assert(world_load(w, NULL));
    const struct result *r = world_judge(w, world_dossier, "2026-04-01");
    static const char *const rules[] = {"a-major", "a-major", "b-major", "a-minor"};
    cr_assert_eq(r->finding_count, 4);
    for (size_t i = 0; i < 4; i++)
        cr_expect_str_eq(r->judgements[r->findings[i].judgement].rule->id, rules[i]);
    cr_expect_lt(r->findings[0].place.line, r->findings[1].place.line);
    world_free(w);
}

Test(findings, what_a_rule_read_is_kept_as_evidence_even_when_it_passes)
{
    struct world *w = with_check("local t = s.contracts:clause 'incident-report':duration 'report-within'\n"
                                 "if s.tier == 'critical' and t > hours(1) then return pass { at = t } end return fail 'bad'");
    const struct judgement *j = world_judgement(world_judge(w, world_dossier, "2026-04-01"), "rule");
    cr_assert_eq(j->evidence_count, 3);
    cr_expect_str_eq(j->evidence[0].place.what, "clause");
    cr_expect_str_eq(j->evidence[1].field, "report-within");
    cr_expect_eq(j->evidence[1].value.as.duration.seconds, 72 * 3600);
    cr_expect_str_eq(j->evidence[2].field, "tier");
    world_free(w);
}

/* ---- valid until ---- */

struct horizon { const char *body, *until; };

static const struct horizon horizons[] = {
    /* The certificate expires on 2026-06-30, the contract on 2027-03-31. */
    {"local e = s.certificates[1].expires return e < s.as_of and fail 'bad' or pass()", "2026-07-01"},
    {"local e = s.certificates[1].expires return e <= s.as_of and fail 'bad' or pass()", "2026-06-30"},
    {"local e = s.certificates[1].expires return e < s.as_of + days(90) and fail 'bad' or pass()", "2026-04-02"},
    {"local e = s.certificates[1].expires return s.as_of > e and fail 'bad' or pass()", "2026-07-01"},
    {"local e = s.certificates[1].expires return e == s.as_of and fail 'bad' or pass()", "2026-06-30"},
    {"return s.as_of - s.risks[1].assessed > 365 and fail 'bad' or pass()", "2027-01-11"},
    {"return s.risks[1].assessed + days(30) < s.as_of and fail 'bad' or pass()", NULL},
    {"return pass()", NULL},
    {"return s.contracts:clause 'audit-right' and pass() or fail 'bad'", "2027-04-01"},
    {"return fail('bad', { days = s.as_of - s.risks[1].assessed })", "2026-04-02"},
    {"return (s.as_of - s.risks[1].assessed) / 2 > 365 and fail 'bad' or pass()", "2026-04-02"},
};

Test(horizon, the_next_day_on_which_a_date_that_was_compared_changes_the_verdict_is_known)
{
    for (size_t i = 0; i < sizeof horizons / sizeof *horizons; i++) {
        struct world *w = with_check(horizons[i].body);
        const struct result *r = world_judge(w, world_dossier, "2026-04-01");
        day until = DAY_NONE;
        if (horizons[i].until)
            value_parse_date(horizons[i].until, 10, &until);
        cr_expect_eq(r->valid_until, until, "%s: %d, not %d", horizons[i].body, (int)r->valid_until, (int)until);
        world_free(w);
    }
}

/* Every comparison that rules can make with a date that moves with s.as_of. */
static const char *const dated[] = {
    "local e = s.certificates[1].expires return e < s.as_of and fail 'bad' or pass()",
    "local e = s.certificates[1].expires return e <= s.as_of and fail 'bad' or pass()",
    "local e = s.certificates[1].expires return e > s.as_of and fail 'bad' or pass()",
    "local e = s.certificates[1].expires return e >= s.as_of and fail 'bad' or pass()",
    "local e = s.certificates[1].expires return e == s.as_of and fail 'bad' or pass()",
    "local e = s.certificates[1].expires return e < s.as_of + months(2) and fail 'bad' or pass()",
    "local e = s.certificates[1].expires return e == s.as_of + months(1) and fail 'bad' or pass()",
    "local e = s.certificates[1].expires return e <= s.as_of - months(1) and fail 'bad' or pass()",
    "return s.as_of - months(12) + days(3) >= s.risks[1].assessed and fail 'bad' or pass()",
    "return s.as_of + days(3) - months(1) > s.risks[1].assessed and fail 'bad' or pass()",
    "return s.as_of - months(1) - months(1) > s.risks[1].assessed and fail 'bad' or pass()",
    "return s.as_of - s.risks[1].assessed > 100 and fail 'bad' or pass()",
    "return s.as_of - s.risks[1].assessed >= 100 and fail 'bad' or pass()",
    "return 100 >= s.as_of - s.risks[1].assessed and fail 'bad' or pass()",
    "return 99.5 > s.as_of - s.risks[1].assessed and fail 'bad' or pass()",
    "return s.certificates[1].expires - s.as_of < 60 and fail 'bad' or pass()",
    "return s.certificates[1].expires - s.as_of <= 60 and fail 'bad' or pass()",
    "return s.certificates[1].expires - s.as_of <= -20.5 and fail 'bad' or pass()",
    "return -20 < s.certificates[1].expires - s.as_of and fail 'bad' or pass()",
    "return (s.as_of + months(1)) - s.as_of > 30 and fail 'bad' or pass()",
    "return s.as_of + months(1) > s.as_of + days(30) and fail 'bad' or pass()",
    "return s.as_of - days(45) >= s.risks[1].assessed and fail 'bad' or pass()",
    "return s.risks[1].assessed + days(s.as_of - s.risks[1].assessed) > date '2026-05-01' and fail 'bad' or pass()",
    "return days(3) * (s.as_of - s.risks[1].assessed) > days(300) and fail 'bad' or pass()",
    "return #s.certificates:where { expires = s.as_of } > 0 and fail 'bad' or pass()",
    "return (s.as_of - s.risks[1].assessed) / 2 > 60 and fail 'bad' or pass()",
    "return s.contracts:clause 'audit-right' and pass() or fail 'bad'",
    "return #s.contracts:in_force() > 0 and pass() or fail 'bad'",
    "return fail('bad', { days = s.as_of - s.risks[1].assessed })"};

/* Judging on every day shows that the days fall into periods: on all days of one the result and the period are the same, and
 * the next begins where it ends. */
Test(horizon, the_result_is_the_same_on_every_day_of_its_period)
{
    day first, end;
    value_parse_date("2026-01-02", 10, &first);
    value_parse_date("2027-04-20", 10, &end);
    for (size_t i = 0; i < sizeof dated / sizeof *dated; i++) {
        struct world *w = with_check(dated[i]);
        day from = DAY_NONE, until = first;
        enum outcome last = OUTCOME_COUNT;
        for (day d = first; d < end; d++) {
            char text[16];
            int y, m, dom;
            day_split(d, &y, &m, &dom);
            snprintf(text, sizeof text, "%04d-%02d-%02d", y, m, dom);
            const struct result *r = world_judge(w, world_dossier, text);
            enum outcome now = world_judgement(r, "rule")->outcome;
            cr_assert(now == OUTCOME_PASS || now == OUTCOME_FAIL, "%s: %s on %s", dated[i], outcome_name(now), text);
            bool begins = d == until;
            if (begins && d > first)
                cr_expect_eq(r->valid_from, d, "%s on %s", dated[i], text);
            else if (!begins)
                cr_expect(now == last && r->valid_from == from && r->valid_until == until, "%s on %s", dated[i], text);
            cr_expect(r->valid_until == DAY_NONE || r->valid_until > d);
            from = r->valid_from;
            until = r->valid_until;
            last = now;
        }
        world_free(w);
    }
}
