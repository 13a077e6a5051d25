/* A letter asks for what was found, keeps to itself what is the customer's own matter, and is a Word file. */
#include "report/letter.h"

#include <criterion/criterion.h>
#include <string.h>

#include "documents/load.h"
#include "report/letterhead.h"
#include "rules/due.h"
#include "support.h"

static const struct letterhead head = {.company = "Minato <Precision>", .person = "Aoki", .number = "IS-", .reply_days = 10};

static struct buffer letter(const char *format, const struct result *r, enum language l)
{
    static struct due_terms due;
    due = due_terms_standard();
    struct report_options o = options_in(l, AUDIENCE_INTERNAL);
    o.letterhead = &head;
    o.due = &due;
    struct buffer b;
    buffer_init(&b, 16 * 1024 * 1024);
    report_format_named(format)->supplier(r, &o, &b);
    cr_assert_not(b.failed);
    return b;
}

static bool has(const struct buffer *b, const char *text)
{
    return memmem(b->at, b->len, text, strlen(text)) != NULL;
}

Test(letter, it_names_the_findings_who_writes_and_until_when)
{
    struct buffer b = letter("letter-html", rich_result(), LANGUAGE_EN);
    cr_assert(has(&b, "Request for corrective action"));
    cr_assert(has(&b, "Minato &lt;Precision&gt;"));
    cr_assert(has(&b, "IS-aoba-dev"));
    cr_assert(has(&b, "Subcontracting is allowed without prior written consent"));
    cr_assert(has(&b, "we do not ask you to bear its cost alone"));
    buffer_free(&b);
}

Test(letter, japanese_keeps_the_form_of_a_business_letter)
{
    struct buffer b = letter("letter-html", rich_result(), LANGUAGE_JA);
    const char *const order[] = {"御中", "是正処置のお願い</h1>", "拝啓", "敬具", "記</p>", "以上", "是正処置回答書"};
    const char *at = b.at;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        at = strstr(at, order[i]);
        cr_assert_not_null(at, "%s", order[i]);
    }
    buffer_free(&b);
}

Test(letter, no_internal_score_criticality_or_waived_finding_is_in_it)
{
    for (int l = 0; l < LANGUAGE_COUNT; l++) {
        struct buffer b = letter("letter-html", rich_result(), (enum language)l);
        static const char *const inner[] = {"critical", "最重要", "Risk score", "リスク値", "The risk was last assessed",
                                            "An audit on site is not provided for", "実地監査の定めがありません"};
        for (size_t i = 0; i < sizeof inner / sizeof *inner; i++) cr_assert_not(has(&b, inner[i]), "%s", inner[i]);
        buffer_free(&b);
    }
}

Test(letter, the_customers_own_duty_is_not_asked_of_the_supplier)
{
    struct result r = *rich_result();
    const struct finding *first = &r.findings[0];
    struct judgement judgements[16];
    struct rule_info rule = *r.judgements[first->judgement].rule;
    const struct message_info duty = {.id = first->message, .internal = true};
    cr_assert(r.judgement_count <= 16);
    memcpy(judgements, r.judgements, r.judgement_count * sizeof *judgements);
    rule.messages = &duty;
    rule.message_count = 1;
    judgements[first->judgement].rule = &rule;
    r.judgements = judgements;
    struct buffer b = letter("letter-html", rich_result(), LANGUAGE_EN), without = letter("letter-html", &r, LANGUAGE_EN);
    cr_assert(has(&b, first->text[LANGUAGE_EN]) && !has(&without, first->text[LANGUAGE_EN]));
    cr_assert(without.len, "the others are asked");
    buffer_free(&b);
    buffer_free(&without);
}

Test(letter, who_has_nothing_to_correct_gets_none)
{
    struct buffer b = letter("letter", clean_result(), LANGUAGE_JA);
    cr_assert_eq(b.len, 0);
    buffer_free(&b);
    b = letter("letter-html", unreadable_result(), LANGUAGE_JA);
    cr_assert_eq(b.len, 0);
    buffer_free(&b);
}

Test(letter, due_days_follow_the_grade_and_the_criticality)
{
    struct result r = *rich_result();
    struct buffer b = letter("letter-html", &r, LANGUAGE_EN);
    struct value major = value_date(r.as_of + 14), answer = value_date(r.as_of + 10);
    struct buffer text;
    buffer_init(&text, 100);
    value_write(&text, &major);
    cr_assert(has(&b, text.at), "major, critical: 14 days");
    buffer_clear(&text);
    value_write(&text, &answer);
    cr_assert(has(&b, text.at), "the answer after the days of the letterhead");
    buffer_free(&text);
    buffer_free(&b);
}

/* The engine's own reader of Word files is the judge. */
Test(letter, the_word_file_is_read_back_with_its_words)
{
    struct buffer b = letter("letter", rich_result(), LANGUAGE_JA), dumped;
    struct loader *loader = loader_new();
    struct arena *arena = arena_new(LOAD_ARENA_BYTES);
    struct subject *s = NULL;
    struct fault f = {0};
    cr_assert_eq(loader_memory(loader, arena, "letter.docx", b.at, b.len, &s, &f), 0);
    cr_assert_eq(s->documents->fault.id, FAULT_NONE, "%d", (int)s->documents->fault.id);
    buffer_init(&dumped, 1 << 24);
    dump_subject(s, &dumped);
    cr_assert(has(&dumped, "拝啓"));
    cr_assert(has(&dumped, "事前の書面による承諾なく再委託できる定めになっています"));
    buffer_free(&dumped);
    buffer_free(&b);
    arena_free(arena);
    loader_free(loader);
}

Test(letter, hostile_texts_stay_texts)
{
    static const char *const texts[] = {"<script>alert(1)</script>", "</w:t><w:instrText>DDE</w:instrText>", "a\x01\xE2\x80\xAE\nb",
                                        "bad \xFF\xC0\xAF utf-8", "&amp;\"'"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct hostile *h = hostile_new(texts[i]);
        struct buffer html = letter("letter-html", hostile_result(h), LANGUAGE_EN);
        struct buffer word = letter("letter", hostile_result(h), LANGUAGE_EN);
        cr_assert_not(has(&html, "<script"));
        cr_assert_not(has(&word, "<w:instrText"));
        cr_assert_not(has(&html, "\xE2\x80\xAE"));
        cr_assert_eq(python(&word, "import sys,zipfile,io,xml.dom.minidom as m; z=zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read())); "
                                   "[m.parseString(z.read(n)) for n in z.namelist()]; sys.exit(z.testzip() is not None)", ""), 0);
        buffer_free(&html);
        buffer_free(&word);
        hostile_free(h);
    }
}

Test(letter, the_same_findings_give_the_same_bytes)
{
    struct buffer a = letter("letter", rich_result(), LANGUAGE_JA), b = letter("letter", rich_result(), LANGUAGE_JA);
    cr_assert(a.len == b.len && memcmp(a.at, b.at, a.len) == 0);
    buffer_free(&a);
    buffer_free(&b);
}
