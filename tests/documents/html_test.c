/* Web pages: what of them is text, in which order, with which numbers, and what is refused. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "contract_support.h"
#include "support/support.h"

#define HEAD "<!DOCTYPE html><html><body><h1>業務委託契約書</h1><h2>第1条（目的）</h2>"

static void check(const char *page, const char *expected)
{
    struct reading_test r;
    html_contract(&r, page);
    same_text(outline(&r), expected);
    reading_end(&r);
}

static void check_body(const char *body, const char *expected)
{
    char page[4096];
    snprintf(page, sizeof page, HEAD "%s", body);
    check(page, expected);
}

static void check_fault_n(const char *page, size_t len, const char *fault, uint32_t line)
{
    struct reading_test r;
    html_contract_n(&r, page, len);
    cr_expect_eq(r.status, -1);
    cr_expect_str_eq(fault_of(&r), fault);
    cr_expect_eq(r.document.fault.line, line, "%s: line %u", fault, r.document.fault.line);
    reading_end(&r);
}

static void check_fault(const char *page, const char *fault, uint32_t line)
{
    check_fault_n(page, strlen(page), fault, line);
}

Test(html, a_page_without_closing_tags_has_its_paragraphs)
{
    check_body("<p>一つ。<p>二つ。<div>三つ。</div>四つ。",
               "第1条 [目的]\n  = 一つ。\n  = 二つ。\n  = 三つ。\n  = 四つ。\n");
}

Test(html, ordered_lists_are_numbered_as_a_browser_shows_them)
{
    check_body("<ol><li>一。<li value=5>二。<li>三。</ol>",
               "第1条 [目的]\n  第1条第1項\n    = 一。\n  第1条第5項\n    = 二。\n  第1条第6項\n    = 三。\n");
    check("<h2>1. Services</h2><ol type=a start=2><li>The Supplier performs the services.<li>It keeps records.</ol>"
          "<h2>2. Fees</h2><p>The Customer pays.",
          "1 [Services]\n  1.b\n    = The Supplier performs the services.\n  1.c\n    = It keeps records.\n"
          "2 [Fees]\n  = The Customer pays.\n");
}

/* The bracket is in another paragraph. */
Test(html, an_alias_that_opens_a_page_names_nobody)
{
    struct reading_test r;
    html_contract(&r, "<!DOCTYPE html><html lang=ja><body>（<p>以下「甲」という。<h2>第1条（目的）</h2><p>甲は乙に委託する。");
    cr_assert_eq(r.status, 0);
    cr_expect_eq(r.contract->parties.count, 0);
    reading_end(&r);
}

Test(html, a_text_behind_an_inner_list_goes_on_the_outer_item)
{
    check_body("<ol><li>外の一。<ol style='list-style-type: katakana-iroha'><li>内の一。<li>内の二。</ol>続き。<li>外の二。</ol>",
               "第1条 [目的]\n  第1条第1項\n    = 外の一。\n    = 続き。\n    第1条第1項イ\n      = 内の一。\n    第1条第1項ロ\n      = 内の二。\n"
               "  第1条第2項\n    = 外の二。\n");
}

Test(html, lists_that_are_not_counted_carry_no_numbers)
{
    check_body("<ul><li>甲の情報。<li>乙の情報。</ul><ol style='list-style: none'><li>丙の情報。</ol>",
               "第1条 [目的]\n  = 甲の情報。\n  = 乙の情報。\n  = 丙の情報。\n");
}

Test(html, what_is_not_shown_is_not_read)
{
    check_body("<p>残る。<script>if (a<b) write('x')</script><style>p{}</style><p hidden>隠す。<p style='Display: None'>隠す。"
               "<template><p>隠す。</template><nav>目次</nav><del>消す。</del><ins>入れる。</ins><!-- <p>注 --><noscript>なし</noscript>",
               "第1条 [目的]\n  = 残る。\n  = 入れる。\n");
}

Test(html, ruby_is_left_out_whether_its_tags_are_closed_or_not)
{
    check_body("<p><ruby>秘密<rp>(</rp><rt>ひみつ</rt><rp>)</rp></ruby>と<ruby>情報<rt>じょうほう</ruby>を守る。",
               "第1条 [目的]\n  = 秘密と情報を守る。\n");
}

Test(html, white_space_is_one_space_and_none_between_japanese)
{
    check_body("<p>秘密\n  情報 <b>A</b>\t B&#32;C<br>を守る。", "第1条 [目的]\n  = 秘密情報 A B C を守る。\n");
}

Test(html, character_references_are_characters)
{
    check_body("<p>&lt;甲&gt;&amp;&#x4E59;&#19993;&apos;&unknown;&copy;&#0;&#xD800;。",
               "第1条 [目的]\n  = <甲>&乙丙'&unknown;©\xEF\xBF\xBD\xEF\xBF\xBD。\n");
}

Test(html, rows_of_short_cells_are_lines_and_layout_tables_are_paragraphs)
{
    check_body("<table><tr><th>項目<th>値<tr><td>稼働率<td>99.9%</table>"
               "<table><tr><td><td>(1)<td>甲の情報</tr><tr><td></td><td>(2)</td><td><p>乙の情報。</p><p>続き。</p></td></tr></table>",
               "第1条 [目的]\n  = 項目 | 値\n  = 稼働率 | 99.9%\n  第1条第1号\n    = 甲の情報\n  第1条第2号\n    = 乙の情報。\n    = 続き。\n");
}

Test(html, end_tags_in_the_wrong_order_lose_no_text)
{
    check_body("<b><p>一つ。</b>二つ。</p></div></td><table></p><tr><td>三つ。</font></table></i>四つ。",
               "第1条 [目的]\n  = 一つ。二つ。\n  = 三つ。\n  = 四つ。\n");
}

Test(html, a_page_says_its_encoding_or_it_is_told_from_its_bytes)
{
    /* 目的 in Shift_JIS and in EUC-JP */
    check("<meta charset=Shift_JIS><p>\x91\xE6" "1\x8F\xF0\x81i\x96\xDA\x93I\x81j<p>\x96{\x95\xB6\x81"
          "B", "第1条 [目的]\n  = 本文。\n");
    check("<meta charset='euc-jp'><p>\xC2\xE8" "1\xBE\xF2\xA1\xCA\xCC\xDC\xC5\xAA\xA1\xCB<p>\xCB\xDC\xCA\xB8\xA1\xA3", "第1条 [目的]\n  = 本文。\n");
    check_fault("<meta charset=big5><p>\xA4\xA4\xA4\xE5", "encoding", 0);
    check_fault("<meta charset=iso-2022-jp><p>\x1B$B8@8l\x1B(B", "encoding", 0);
}

Test(html, a_page_that_ends_in_the_middle_is_an_error_on_its_line)
{
    check_fault("<p>本文。\n<p class=\"x", "html-open", 2);
    check_fault("<p>本文。\n\n<!-- <p>隠れた本文。", "html-open", 3);
    check_fault("<p>本文。<script>\nvar a = '<p>';", "html-open", 1);
    check_fault_n("<p>本\0文。", sizeof "<p>本\0文。" - 1, "text-encoding", 0);
    static const char japanese[] = "<meta charset=Shift_JIS><p>\x96{\0\x95\xB6";
    check_fault_n(japanese, sizeof japanese - 1, "html-character", 0);
}

Test(html, a_page_without_text_is_an_error) { check_fault("<html><body><img src=scan.png></body></html>", "text-empty", 0); }

static void check_many(const char *head, const char *piece, size_t count, const char *fault)
{
    struct reading_test r;
    struct buffer page;
    buffer_init(&page, 32 << 20);
    buffer_puts(&page, head);
    for (size_t i = 0; i < count; i++)
        buffer_puts(&page, piece);
    html_contract_n(&r, page.at, page.len);
    cr_expect_str_eq(fault_of(&r), fault, "%s %s", piece, fault_of(&r));
    buffer_free(&page);
    reading_end(&r);
}

Test(html, what_is_hostile_ends_soon, .timeout = 60)
{
    check_many("<p>本文。", "<div>", 501, "html-depth");
    check_many("<p>本文。", "<table><tr><td>", 25, "html-depth");
    check_many("<p>本文。", "<font>", 200000, "none");
    check_many("<p>本文。<div", " a=b", 500000, "html-open");
    check_many("<p>本文。", "</p></x>", 200000, "none");
    check_many("<p>本文。", "<b><p>a</b>", 50000, "none");
    check_many("<p>本文。", "&", 500000, "none");
    check_many("<p>本文。", "<!---->", 200000, "none");
}

Test(html, lines_are_counted_beyond_a_short)
{
    struct reading_test r;
    struct buffer page;
    buffer_init(&page, 1 << 20);
    buffer_puts(&page, HEAD);
    for (int i = 0; i < 70000; i++)
        buffer_putc(&page, '\n');
    buffer_puts(&page, "<p>本文。");
    html_contract(&r, page.at);
    const struct clause *c = (const struct clause *)r.contract->clauses.first;
    cr_expect_eq(c->text.first->line, 70001, "line %u", c->text.first->line);
    buffer_free(&page);
    reading_end(&r);
}
