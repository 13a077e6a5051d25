/* The verdict is derived from the result once, and incomplete is never clean. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "report/say.h"
#include "support.h"

static enum verdict of(const struct result *r)
{
    struct report_options o = options_in(LANGUAGE_EN, AUDIENCE_INTERNAL);
    struct buffer b;
    buffer_init(&b, 4096);
    struct view v = view_of(&b, r, &o, put_plain);
    return verdict_of(&v);
}

static struct result judged(uint32_t pass, uint32_t indeterminate, uint32_t error)
{
    return (struct result){.supplier = "s", .outcomes = {[OUTCOME_PASS] = pass, [OUTCOME_INDETERMINATE] = indeterminate,
                                                         [OUTCOME_ERROR] = error}};
}

Test(verdict, all_passed_conforms)
{
    struct result r = judged(3, 0, 0);
    cr_assert_eq(of(&r), VERDICT_CONFORMS);
}

Test(verdict, one_open_judgement_is_incomplete)
{
    struct result r = judged(3, 1, 0), e = judged(3, 0, 1);
    cr_assert_eq(of(&r), VERDICT_INCOMPLETE);
    cr_assert_eq(of(&e), VERDICT_INCOMPLETE);
}

Test(verdict, an_unread_document_is_incomplete)
{
    struct document_info d = {.file = "a.xml", .fault = {.id = FAULT_FILE_KIND}};
    struct result r = judged(3, 0, 0);
    r.documents = &d;
    r.document_count = 1;
    cr_assert_eq(of(&r), VERDICT_INCOMPLETE);
}

Test(verdict, the_flag_alone_is_incomplete)
{
    struct result r = judged(3, 0, 0);
    r.incomplete = true;
    cr_assert_eq(of(&r), VERDICT_INCOMPLETE);
}

Test(verdict, nothing_applicable_is_not_a_pass)
{
    struct result r = judged(0, 0, 0);
    r.outcomes[OUTCOME_NOT_APPLICABLE] = 40;
    cr_assert_eq(of(&r), VERDICT_NOT_JUDGED);
}

Test(verdict, a_fault_of_the_subject_outranks_everything)
{
    struct result r = judged(3, 0, 0);
    r.fault.id = FAULT_FILE_KIND;
    cr_assert_eq(of(&r), VERDICT_NOT_JUDGED);
}

Test(verdict, a_nonconformity_is_said_though_something_is_open)
{
    struct result r = judged(3, 1, 0);
    r.outcomes[OUTCOME_FAIL] = r.grades[GRADE_MINOR] = 1;
    cr_assert_eq(of(&r), VERDICT_NONCONFORMING);
}

Test(verdict, observations_alone_conform)
{
    struct result r = judged(3, 0, 0);
    r.outcomes[OUTCOME_FAIL] = r.grades[GRADE_OBSERVATION] = 1;
    cr_assert_eq(of(&r), VERDICT_OBSERVED);
}

/* As judging leaves it: what could not be read is a finding of a judgement that belongs to no pack. */
Test(verdict, a_document_that_is_also_a_finding_is_told_once)
{
    static const struct rule_info about = {.id = "engine:documents", .pack = "engine", .pack_version = "",
                                           .title = {"Every document can be read", "すべての文書を読み取れる"}};
    struct document_info d = {.file = "a.xml", .fault = {.id = FAULT_FILE_KIND, .file = "a.xml"}};
    struct judgement j = {.rule = &about, .outcome = OUTCOME_ERROR, .finding_count = 1};
    struct finding f = {.outcome = OUTCOME_ERROR, .grade = GRADE_MAJOR, .message = "engine:document",
                        .text = {"The document could not be read", "文書を読み取れませんでした"}};
    struct result r = judged(3, 0, 1);
    r.incomplete = true;
    r.documents = &d;
    r.judgements = &j;
    r.findings = &f;
    r.document_count = r.judgement_count = r.finding_count = 1;
    cr_assert_eq(of(&r), VERDICT_INCOMPLETE);
    struct buffer text = rendered("markdown", &r, LANGUAGE_EN, AUDIENCE_INTERNAL);
    cr_assert_not_null(strstr(text.at, "1 document could not be judged"));
    struct buffer html = rendered("html", &r, LANGUAGE_EN, AUDIENCE_INTERNAL);
    cr_assert_null(strstr(html.at, "class=\"unread\""));
    struct buffer github = rendered("github", &r, LANGUAGE_EN, AUDIENCE_INTERNAL);
    cr_assert_eq(strchr(github.at, '\n'), github.at + github.len - 1);
    buffer_free(&text);
    buffer_free(&html);
    buffer_free(&github);
}

static bool contains(const char *format, enum language l, enum audience a, const char *needle)
{
    struct buffer b = rendered(format, rich_result(), l, a);
    bool found = memmem(b.at, b.len, needle, strlen(needle)) != NULL;
    buffer_free(&b);
    return found;
}

Test(audience, a_supplier_sees_no_score_tier_or_approver_in_any_format)
{
    static const char *const inner[] = {"CISO", "internal audit covers", "400日", "400 days", "critical", "最重要", "risk-assessed",
                                        "likelihood", "発生可能性", "portfolio/aoba"};
    for (const struct report_format *f = report_formats; f->name; f++)
        for (size_t i = 0; i < sizeof inner / sizeof *inner; i++)
            for (int l = 0; l < LANGUAGE_COUNT; l++) {
                /* GitLab calls a severity so. */
                if (strcmp(f->name, "gitlab") == 0 && strcmp(inner[i], "critical") == 0) continue;
                cr_assert_not(contains(f->name, (enum language)l, AUDIENCE_SUPPLIER, inner[i]), "%s: %s", f->name, inner[i]);
            }
}

/* What every supplier's report leaves out when the rule of the late incident report is this one. */
static void left_out_with(const struct rule_info *inner)
{
    struct result r = *rich_result();
    struct judgement judgements[16];
    cr_assert(r.judgement_count <= 16);
    memcpy(judgements, r.judgements, r.judgement_count * sizeof *judgements);
    judgements[5].rule = inner;
    r.judgements = judgements;
    for (const struct report_format *f = report_formats; f->name; f++) {
        if (!f->supplier) continue;
        struct buffer b = rendered(f->name, &r, LANGUAGE_EN, AUDIENCE_SUPPLIER);
        cr_assert_null(memmem(b.at, b.len, "incident-report-within", 22), "%s", f->name);
        cr_assert_null(memmem(b.at, b.len, "72 hours", 8), "%s", f->name);
        buffer_free(&b);
    }
}

Test(audience, a_rule_on_the_customers_own_house_is_not_in_a_suppliers_report)
{
    struct rule_info inner = *rich_result()->judgements[5].rule;
    inner.internal = true;
    left_out_with(&inner);
}

Test(audience, a_message_on_the_customers_own_duty_is_not_in_a_suppliers_report)
{
    const struct result *r = rich_result();
    struct rule_info outer = *r->judgements[5].rule;
    const struct message_info duty = {.id = r->findings[r->judgements[5].first_finding].message, .internal = true};
    outer.messages = &duty;
    outer.message_count = 1;
    left_out_with(&outer);
}

Test(audience, the_internal_report_has_them)
{
    cr_assert(contains("html", LANGUAGE_EN, AUDIENCE_INTERNAL, "CISO"));
    cr_assert(contains("json", LANGUAGE_EN, AUDIENCE_INTERNAL, "\"likelihood\""));
    cr_assert(contains("text", LANGUAGE_JA, AUDIENCE_INTERNAL, "発生可能性"));
    cr_assert(contains("xml", LANGUAGE_JA, AUDIENCE_INTERNAL, "risk-assessed"));
}

Test(audience, a_supplier_is_offered_to_talk_about_cost)
{
    cr_assert(contains("html", LANGUAGE_JA, AUDIENCE_SUPPLIER, "協議のうえ決定"));
    cr_assert(contains("text", LANGUAGE_EN, AUDIENCE_SUPPLIER, "one-sidedly"));
}

Test(words, no_label_needs_escaping_and_every_one_has_both_languages)
{
    for (int w = 0; w < WORD_COUNT; w++)
        for (int l = 0; l < LANGUAGE_COUNT; l++) {
            const char *text = word((enum word)w, (enum language)l);
            cr_assert(text && *text);
            cr_assert_null(strpbrk(text, "<>&\""), "%s", text);
        }
}

Test(words, tokens_are_found_and_others_come_back_as_they_are)
{
    cr_assert_str_eq(word_of_token("access", LANGUAGE_JA), "アクセス権限");
    cr_assert_str_eq(word_of_token("xml", LANGUAGE_EN), "XML");
    cr_assert_str_eq(word_of_token("on-site", LANGUAGE_JA), "実地");
    cr_assert_str_eq(word_of_token("no such thing", LANGUAGE_EN), "no such thing");
    cr_assert_null(word_of_token(NULL, LANGUAGE_EN));
}

static void every_token(const char *name)
{
    cr_assert_neq(word_of_token(name, LANGUAGE_JA), name, "%s is not found: is the table in order?", name);
}

Test(words, the_table_of_tokens_is_in_order)
{
#define TOKEN(name, en, ja) every_token(name);
#include "report/tokens.def"
#undef TOKEN
}

Test(words, every_kind_of_term_has_words_in_japanese)
{
    static const char *const kinds[] = {"amount", "choice", "count", "date", "duration", "flag", "interval", "percent"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        cr_expect_neq(word_of_token(kinds[i], LANGUAGE_JA), kinds[i], "%s", kinds[i]);
}
