/* Numbers at the front of a line, and what only looks like one. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "documents/label.h"
#include "support/support.h"

/* "style numbers|rest of the line", or "none". */
static void check(const char *line, const char *expected)
{
    static const char *const styles[] = {"none",    "annex",     "part",    "chapter",  "division", "subdivision",
                                         "article", "section",   "paragraph", "decimal", "circled", "kanji",
                                         "kana",    "lower",     "upper",   "roman",    "ROMAN"};
    struct label l;
    char found[300];
    if (!label_read(line, strlen(line), &l)) {
        cr_expect_str_eq("none", expected, "%s was not read, expected %s", line, expected);
        return;
    }
    int n = snprintf(found, sizeof found, "%s", styles[l.style]);
    for (size_t i = 0; i < l.depth; i++)
        n += snprintf(found + n, sizeof found - (size_t)n, "%s%u", i ? "." : " ", (unsigned)l.parts[i]);
    snprintf(found + n, sizeof found - (size_t)n, "|%s", line + l.len);
    cr_expect_str_eq(found, expected, "%s was read as '%s', not '%s'", line, found, expected);
}

static bool is_sure(const char *line)
{
    struct label l;
    return label_read(line, strlen(line), &l) && l.sure;
}

Test(label, japanese_articles_in_every_way_of_writing)
{
    check("第1条（目的）", "article 1|（目的）");
    check("第１条　目的", "article 1|目的");
    check("第十二条 本契約は", "article 12|本契約は");
    check("第二〇条（期間）", "article 20|（期間）");
    check("第 5 条【監査】", "article 5|【監査】");
    check("第3条の2（再委託）", "article 3.2|（再委託）");
    check("第3条の2の3", "article 3.2.3|");
    check("第4条．報告", "article 4|報告");
}

Test(label, japanese_parts_of_every_rank)
{
    check("第1編 総則", "part 1|総則");
    check("第２章　秘密情報", "chapter 2|秘密情報");
    check("第三節 監査", "division 3|監査");
    check("第1款 通則", "subdivision 1|通則");
    check("第2項　乙は", "paragraph 2|乙は");
}

Test(label, a_reference_to_an_article_is_no_label)
{
    check("第5条に定める事項", "none");
    check("第5条の規定により", "none");
    check("第5条第2項の報告", "none");
    check("第5条及び第6条", "none");
    check("第5条、第6条は存続する。", "none");
    check("第5条から第7条まで", "none");
    check("第5条 に定める事項", "none");
}

Test(label, paragraphs_and_items_in_japanese)
{
    check("2　乙は報告する。", "paragraph 2|乙は報告する。");
    check("２．乙は報告する。", "decimal 2|乙は報告する。");
    check("2乙は報告する。", "paragraph 2|乙は報告する。");
    check("(1) 公知の情報", "decimal 1|公知の情報");
    check("（３）公知の情報", "decimal 3|公知の情報");
    check("⑴公知の情報", "decimal 1|公知の情報");
    check("②公知の情報", "circled 2|公知の情報");
    check("一　公知の情報", "kanji 1|公知の情報");
    check("二、公知の情報", "kanji 2|公知の情報");
    check("（三）公知の情報", "kanji 3|公知の情報");
    check("ロ　甲のもの", "kana 2|甲のもの");
    check("（ア）甲のもの", "kana 36|甲のもの");
}

Test(label, amounts_dates_and_counters_are_no_labels)
{
    check("3営業日以内に", "none");
    check("24時間以内に", "none");
    check("2026年4月1日", "none");
    check("30日以内に", "none");
    check("一般的な事項", "none");
    check("二者の合意", "none");
    check("(1)及び(2)に定める", "none");
    check("99.9% uptime", "none");
    check("2026", "none");
    check("1,000,000 yen", "none");
}

Test(label, annexes_stand_alone_and_are_not_sentences_about_them)
{
    check("別紙1　業務の範囲", "annex 1|業務の範囲");
    check("別表第２（料金）", "annex 2|（料金）");
    check("附則", "annex 0|");
    check("別紙のとおりとする。", "none");
    check("別紙1に定める。", "none");
    check("Exhibit A", "annex 1|");
    check("SCHEDULE 2 - Fees", "annex 2|Fees");
    check("Annex B-1: Security", "annex 2.1|Security");
    check("Exhibit A sets out the fees.", "none");
    check("Schedule of payments", "none");
}

Test(label, english_articles_and_sections)
{
    check("ARTICLE IV", "article 4|");
    check("Article 4. Audit", "article 4|Audit");
    check("ARTICLE FIVE - TERM", "article 5|TERM");
    check("Section 4.2 Audit Rights", "section 4.2|Audit Rights");
    check("SECTION 7: NOTICES", "section 7|NOTICES");
    check("Clause 3 Fees", "section 3|Fees");
    check("§ 12 Term", "section 12|Term");
}

Test(label, a_reference_to_a_section_is_no_label)
{
    check("Section 4.2 shall survive.", "none");
    check("Section 4.2, 4.3 and 5", "none");
    check("Article IV of the Agreement", "none");
    check("Section 5(b) applies", "none");
    check("Part of the fee", "none");
    check("Clauses 3 and 4", "none");
}

Test(label, english_numbers_and_letters)
{
    check("4. Confidentiality", "decimal 4|Confidentiality");
    check("4.2 Audit", "decimal 4.2|Audit");
    check("4.2.1. Notice", "decimal 4.2.1|Notice");
    check("4) Audit", "decimal 4|Audit");
    check("(a) to keep", "lower 1|to keep");
    check("(aa) to keep", "lower 27|to keep");
    check("b) to keep", "lower 2|to keep");
    check("(ii) to keep", "roman 2|to keep");
    check("(A) to keep", "upper 1|to keep");
    check("IV. AUDIT", "ROMAN 4|AUDIT");
    check("(the) word", "none");
    check("a word", "none");
    check("( x ) ticked", "none");
}

Test(label, a_letter_that_is_a_numeral_keeps_both_readings)
{
    struct label l;
    cr_assert(label_read("(i) one", 7, &l));
    cr_assert_eq(l.style, LABEL_ROMAN_LOWER);
    cr_assert_eq(l.parts[0], 1);
    cr_assert_eq(l.other, 9);
    cr_assert(label_read("(v) five", 8, &l));
    cr_assert_eq(l.style, LABEL_LOWER);
    cr_assert_eq(l.parts[0], 22);
    cr_assert_eq(l.other, 5);
}

Test(label, what_prose_could_begin_with_is_not_sure)
{
    cr_assert(is_sure("第1条（目的）"));
    cr_assert(is_sure("(a) to keep"));
    cr_assert(is_sure("4.2 Audit"));
    cr_assert_not(is_sure("A. Smith signs"));
    cr_assert_not(is_sure("4.2 million"));
    cr_assert_not(is_sure("2　乙は"));
}

Test(label, any_computed_label_is_one)
{
    struct label l;
    label_computed("第3条", &l);
    cr_assert_eq(l.style, LABEL_ARTICLE);
    cr_assert_eq(l.parts[0], 3);
    label_computed("7", &l);
    cr_assert_eq(l.style, LABEL_DECIMAL);
    cr_assert_eq(l.parts[0], 7);
    label_computed("Opt. 3", &l);
    cr_assert(l.sure);
    cr_assert_eq(l.len, 0);
}
