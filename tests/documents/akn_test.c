/* Akoma Ntoso: its own numbers, headings and attachments, with their lines. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "contract_support.h"
#include "support/support.h"

#define AKN(text) "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"><doc name=\"contract\"><meta/>" text \
                  "</doc></akomaNtoso>"

static void check(const char *document, const char *expected)
{
    struct reading_test r;
    akn_contract(&r, document);
    same_text(outline(&r), expected);
    reading_end(&r);
}

static void check_fault(const char *document, const char *fault)
{
    struct reading_test r;
    akn_contract(&r, document);
    cr_expect_eq(r.status, -1);
    cr_expect_str_eq(fault_of(&r), fault);
    reading_end(&r);
}

Test(akn, articles_paragraphs_and_points_are_cited_as_in_any_contract)
{
    check(AKN("<preface><p><docTitle>業務委託契約書</docTitle></p></preface><mainBody>"
              "<article><num>第1条</num><heading>乙が準備する機器</heading><paragraph><num>1</num><content><p>定める。</p></content></paragraph>"
              "<paragraph><num>2</num><list><intro><p>次のとおり。</p></intro><point><num>(1)</num><content><p>甲</p></content></point>"
              "<wrapUp><p>以上。</p></wrapUp></list></paragraph></article>"
              "<article><num>第2条</num><heading>期間</heading><content><p>1年とする。</p></content></article></mainBody>"),
          "第1条 [乙が準備する機器]\n  第1条第1項\n    = 定める。\n  第1条第2項\n    = 次のとおり。\n    = 以上。\n"
          "    第1条第2項第1号\n      = 甲\n第2条 [期間]\n  = 1年とする。\n");
}

Test(akn, attachments_count_for_themselves)
{
    check(AKN("<mainBody><clause><num>1.</num><heading>Services</heading><content><p>The Supplier performs them.</p></content></clause>"
              "<clause><num>2.</num><heading>Fees</heading><content><p>The Customer pays.</p></content></clause></mainBody>"
              "<attachments><attachment><heading>Schedule 1</heading><doc name=\"a\"><mainBody><clause><num>1.</num><content>"
              "<p>The Supplier hosts the portal.</p></content></clause></mainBody></doc></attachment></attachments>"),
          "1 [Services]\n  = The Supplier performs them.\n2 [Fees]\n  = The Customer pays.\nSchedule 1\n  Schedule 1, 1\n    = The Supplier hosts the portal.\n");
}

Test(akn, notes_meta_data_and_what_was_removed_are_left_out)
{
    check(AKN("<mainBody><article><num>第1条</num><heading>目的</heading><content><p>残る<authorialNote><p>注</p></authorialNote>"
              "<del>消す</del><ins>入る</ins><remark>編者</remark>。</p><p status=\"removed\">消す。</p></content></article>"
              "<article><num>第2条</num><heading>期間</heading><content><p>1年。</p></content></article></mainBody>"),
          "第1条 [目的]\n  = 残る入る。\n第2条 [期間]\n  = 1年。\n");
}

Test(akn, lines_are_those_of_the_file)
{
    struct reading_test r;
    akn_contract(&r, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\">\n"
                     "<doc>\n<article><num>第1条</num><heading>目的</heading>\n<content>\n<p>\n本文。</p></content></article></doc></akomaNtoso>");
    const struct clause *c = (const struct clause *)r.contract->clauses.first;
    cr_expect_eq(c->node.line, 4);
    cr_expect_eq(c->text.first->line, 7, "line %u", c->text.first->line);
    reading_end(&r);
}

Test(akn, other_versions_are_read_and_other_namespaces_refused)
{
    check("<akomaNtoso xmlns=\"http://www.akomantoso.org/2.0\"><doc><p>本文。</p></doc></akomaNtoso>", "1\n  = 本文。\n");
    check_fault("<akomaNtoso><doc><p>本文。</p></doc></akomaNtoso>", "akn-namespace");
    check_fault("<akomaNtoso xmlns=\"urn:x\"><doc><p>本文。</p></doc></akomaNtoso>", "akn-namespace");
}

Test(akn, entities_truncation_and_emptiness_are_errors)
{
    check_fault("<!DOCTYPE a [<!ENTITY b \"c\">]>" AKN("<p>&b;</p>"), "part-doctype");
    check_fault("<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"><p>本文。", "part-xml");
    check_fault(AKN(""), "text-empty");
}

Test(akn, deep_nesting_is_an_error)
{
    struct reading_test r;
    struct buffer out;
    buffer_init(&out, 1 << 20);
    buffer_puts(&out, "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\">");
    for (int i = 0; i < 70; i++)
        buffer_puts(&out, "<paragraph><num>1</num>");
    akn_contract(&r, out.at);
    cr_expect_str_eq(fault_of(&r), "part-depth");
    reading_end(&r);
    buffer_free(&out);
}
