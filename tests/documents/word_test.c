/* Word files: what of them is text, in which order, and with which numbers. */
#include <criterion/criterion.h>
#include <stdio.h>

#include "contract_support.h"
#include "support/support.h"

#define RUN(text) "<w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define HEAD P("業務委託契約書") P("第1条（目的）")

static void check(const char *body, const char *styles, const char *numbering, const char *expected)
{
    struct reading_test r;
    word_contract(&r, body, styles, numbering);
    same_text(outline(&r), expected);
    reading_end(&r);
}

static void check_text(const char *inside, const char *expected)
{
    char body[4096], outlined[1024];
    snprintf(body, sizeof body, HEAD "<w:p>%s</w:p>", inside);
    snprintf(outlined, sizeof outlined, "第1条 [目的]\n  = %s\n", expected);
    check(body, NULL, NULL, outlined);
}

Test(word, a_document_becomes_a_contract_with_title_parties_and_clauses)
{
    struct reading_test r;
    word_contract(&r,
              P("業務委託契約書") P("山川工業株式会社（以下「甲」という。）と海野システム株式会社（以下「乙」という。）は、本業務を"
                             "乙に委託することにつき契約する。") P("第1条（目的）") P("乙は本業務を行う。") P("2　詳細は別に定める。"),
              NULL, NULL);
    same_text(outline(&r), "前文\n"
                                  "  = 山川工業株式会社（以下「甲」という。）と海野システム株式会社（以下「乙」という。）は、本業務を乙に委託"
                                  "することにつき契約する。\n"
                                  "第1条 [目的]\n"
                                  "  = 乙は本業務を行う。\n"
                                  "  第1条第2項\n"
                                  "    = 詳細は別に定める。\n");
    cr_assert_str_eq(r.contract->title, "業務委託契約書");
    cr_assert_str_eq(r.contract->kind, "services");
    cr_assert_str_eq(r.contract->language, "ja");
    cr_assert_eq(r.contract->parties.count, 2);
    const struct party *second = (const struct party *)r.contract->parties.last;
    cr_assert_str_eq(second->name, "海野システム株式会社");
    cr_assert_str_eq(second->alias, "乙");
    cr_assert_str_eq(second->role, "supplier");
    reading_end(&r);
}

Test(word, lines_are_paragraph_numbers_empty_ones_and_table_cells_counted)
{
    struct reading_test r;
    word_contract(&r, P("契約書") "<w:p/><w:p/><w:tbl><w:tr><w:tc>" P("表") "</w:tc></w:tr></w:tbl>" P("第1条（目的）") P("本文。"),
              NULL, NULL);
    const struct clause *c = (const struct clause *)r.contract->clauses.last;
    cr_assert_eq(c->node.line, 5);
    cr_assert_eq(c->text.first->line, 6);
    reading_end(&r);
}

Test(word, runs_of_one_paragraph_are_one_text) { check_text(RUN("24") RUN("時間") RUN("以内"), "24時間以内"); }

Test(word, tabs_and_special_hyphens_are_characters)
{
    check_text("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:softHyphen/><w:t>d</w:t></w:r>",
               "a b-cd");
}

Test(word, a_line_break_before_a_number_begins_a_clause)
{
    check(P("契約書") "<w:p><w:r><w:t>第1条（目的）</w:t><w:br/><w:t>本文。</w:t><w:br/><w:t>第2条（期間）</w:t><w:br/>"
                   "<w:t>1年とする。</w:t></w:r></w:p>",
          NULL, NULL, "第1条 [目的]\n  = 本文。\n第2条 [期間]\n  = 1年とする。\n");
}

Test(word, check_box_symbols_are_told_and_unknown_symbols_leave_a_mark)
{
    check_text("<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0A8\"/><w:t>可</w:t><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/>"
               "<w:t>否</w:t><w:sym w:font=\"Symbol\" w:char=\"F043\"/></w:r>",
               "□可☑否\xEF\xBF\xBD");
}

/* ---- tracked changes ---- */

Test(word, deleted_text_is_dropped_and_inserted_text_kept)
{
    check_text(RUN("事故は") "<w:del><w:r><w:delText>速やかに</w:delText></w:r></w:del><w:ins>" RUN("24時間以内に") "</w:ins>"
                           RUN("報告する。"),
               "事故は24時間以内に報告する。");
}

Test(word, moved_text_stands_only_where_it_was_moved_to)
{
    check(HEAD "<w:p><w:moveFrom>" RUN("移動した文。") "</w:moveFrom>" RUN("残る文。") "</w:p>"
               "<w:p><w:moveTo>" RUN("移動した文。") "</w:moveTo></w:p>",
          NULL, NULL, "第1条 [目的]\n  = 残る文。\n  = 移動した文。\n");
}

Test(word, a_deleted_paragraph_mark_joins_two_paragraphs)
{
    check(HEAD "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" RUN("乙は、") "</w:p>" P("報告する。"), NULL, NULL,
          "第1条 [目的]\n  = 乙は、報告する。\n");
}

Test(word, a_paragraph_deleted_with_its_mark_leaves_nothing)
{
    check(HEAD "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>第2条（旧）</w:delText></w:r></w:del></w:p>"
               P("第2条（新）") P("新しい。"),
          NULL, NULL, "第1条 [目的]\n第2条 [新]\n  = 新しい。\n");
}

Test(word, a_deleted_mark_at_the_end_of_the_document_keeps_the_text)
{
    check(HEAD "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" RUN("最後。") "</w:p>", NULL, NULL,
          "第1条 [目的]\n  = 最後。\n");
}

Test(word, deleted_table_rows_and_cells_are_dropped)
{
    check(HEAD "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" P("旧") "</w:tc></w:tr>"
               "<w:tr><w:tc>" P("項目") "</w:tc><w:tc><w:tcPr><w:cellDel/></w:tcPr>" P("旧") "</w:tc><w:tc>" P("値")
               "</w:tc></w:tr></w:tbl>",
          NULL, NULL, "第1条 [目的]\n  = 項目 |  | 値\n");
}

Test(word, properties_before_a_change_do_not_count)
{
    check("<w:p><w:pPr><w:pPrChange><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
          "</w:pPrChange></w:pPr>" RUN("番号のない段落。") "</w:p>",
          NULL, LIST(0, LEVEL(0, "decimal", "第%1条")) NUM(1, 0), "1\n  = 番号のない段落。\n");
}

/* ---- what surrounds the text ---- */

Test(word, the_result_of_a_field_is_kept_and_its_instruction_dropped)
{
    check_text(RUN("第") "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> REF a </w:instrText></w:r>"
                        "<w:r><w:t>隠れた指示</w:t></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" RUN("5")
                        "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" RUN("条による。")
                        "<w:fldSimple w:instr=\"DATE\">" RUN("2026年") "</w:fldSimple>",
               "第5条による。2026年");
}

Test(word, content_controls_links_and_tags_are_transparent)
{
    check_text("<w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr></w:sdtPr><w:sdtContent>" RUN("山川") "</w:sdtContent></w:sdt>"
               "<w:hyperlink>" RUN("リンク") "</w:hyperlink><w:smartTag>" RUN("タグ") "</w:smartTag><w:bookmarkStart/>"
               "<w:bookmarkEnd/>",
               "山川リンクタグ");
}

Test(word, comments_are_not_text)
{
    check_text("<w:commentRangeStart/>" RUN("本文") "<w:commentRangeEnd/><w:r><w:commentReference/></w:r>", "本文");
}

Test(word, ruby_keeps_the_base_and_drops_the_reading)
{
    check_text("<w:r><w:ruby><w:rubyPr/><w:rt>" RUN("きじゅん") "</w:rt><w:rubyBase>" RUN("基準") "</w:rubyBase></w:ruby></w:r>",
               "基準");
}

Test(word, hidden_text_is_dropped_also_when_a_style_hides_it)
{
    check(HEAD "<w:p>" RUN("見える") "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隠れる</w:t></w:r>"
               "<w:r><w:rPr><w:rStyle w:val=\"Secret\"/></w:rPr><w:t>これも</w:t></w:r>"
               "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>戻る</w:t></w:r></w:p>",
          "<w:style w:type=\"character\" w:styleId=\"Secret\"><w:rPr><w:vanish/></w:rPr></w:style>", NULL,
          "第1条 [目的]\n  = 見える戻る\n");
}

Test(word, a_text_box_is_read_once_whichever_alternatives_it_has)
{
    check(HEAD "<w:p>" RUN("本文。")
               "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><wps:txbx><w:txbxContent>" P("枠の文。")
               "</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><v:textbox><w:txbxContent>" P("枠の文。")
               "</w:txbxContent></v:textbox></mc:Fallback></mc:AlternateContent></w:r>" RUN("続き。") "</w:p>",
          NULL, NULL, "第1条 [目的]\n  = 本文。続き。\n  = 枠の文。\n");
}

Test(word, a_fallback_is_read_when_there_is_no_choice)
{
    check_text("<w:r><mc:AlternateContent><mc:Fallback><w:t>代わり</w:t></mc:Fallback></mc:AlternateContent></w:r>", "代わり");
}

Test(word, a_table_of_contents_makes_no_clauses)
{
    check("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText> TOC \\o </w:instrText><w:fldChar "
          "w:fldCharType=\"separate\"/><w:t>第1条　目的</w:t></w:r></w:p>" P("第2条　期間")
          "<w:p><w:r><w:t>第3条</w:t><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>" P("第1条（目的）") P("本文。"),
          NULL, NULL, "第1条 [目的]\n  = 本文。\n");
}

/* ---- tables ---- */

Test(word, a_table_inside_a_clause_belongs_to_it_a_line_for_each_row)
{
    check(HEAD "<w:tbl><w:tr><w:tc>" P("項目") "</w:tc><w:tc>" P("期限") "</w:tc></w:tr><w:tr><w:tc>" P("一次報告")
               "</w:tc><w:tc>" P("24時間以内") "</w:tc></w:tr></w:tbl>" P("第2条（期間）") P("1年とする。"),
          NULL, NULL, "第1条 [目的]\n  = 項目 | 期限\n  = 一次報告 | 24時間以内\n第2条 [期間]\n  = 1年とする。\n");
}

Test(word, a_layout_table_that_holds_the_whole_contract_has_its_clauses)
{
    check("<w:tbl><w:tr><w:tc>" P("第1条（目的）") P("本文。") P("第2条（期間）") P("1年とする。") "</w:tc></w:tr></w:tbl>", NULL,
          NULL, "第1条 [目的]\n  = 本文。\n第2条 [期間]\n  = 1年とする。\n");
}

Test(word, a_row_with_several_paragraphs_in_a_cell_keeps_them_apart)
{
    check(HEAD "<w:tbl><w:tr><w:tc>" P("備考。") "</w:tc><w:tc>" P("一つ。") P("二つ。") "</w:tc></w:tr></w:tbl>", NULL, NULL,
          "第1条 [目的]\n  = 備考。\n  = 一つ。\n  = 二つ。\n");
}

Test(word, tables_in_tables_lose_no_text)
{
    check(HEAD "<w:tbl><w:tr><w:tc>" P("外。") "<w:tbl><w:tr><w:tc>" P("内左") "</w:tc><w:tc>" P("内右")
               "</w:tc></w:tr></w:tbl>" P("後。") "</w:tc><w:tc>" P("隣。") "</w:tc></w:tr></w:tbl>",
          NULL, NULL, "第1条 [目的]\n  = 外。\n  = 内左 | 内右\n  = 後。\n  = 隣。\n");
}

/* ---- numbers and styles ---- */

static const char lists[] = LIST(0, LEVEL(0, "decimal", "第%1条") LEVEL(1, "decimal", "%2") LEVEL(2, "decimal", "(%3)")
                                        LEVEL(3, "irohaFullWidth", "%4")) LIST(1, LEVEL(0, "bullet", "•")) NUM(1, 0)
                                NUM(2, 1);

Test(word, automatic_numbers_make_the_same_clauses_as_typed_ones)
{
    check(N(1, 0, "（目的）") P("本文。") N(1, 0, "（秘密保持）") N(1, 1, "開示しない。") N(1, 1, "次を除く。") N(1, 2, "公知の情報")
              N(1, 2, "次の情報") N(1, 3, "甲のもの") N(1, 3, "乙のもの") N(1, 0, "（期間）") P("1年とする。"),
          NULL, lists,
          "第1条 [目的]\n  = 本文。\n"
          "第2条 [秘密保持]\n"
          "  第2条第1項\n    = 開示しない。\n"
          "  第2条第2項\n    = 次を除く。\n"
          "    第2条第2項第1号\n      = 公知の情報\n"
          "    第2条第2項第2号\n      = 次の情報\n"
          "      第2条第2項第2号イ\n        = 甲のもの\n"
          "      第2条第2項第2号ロ\n        = 乙のもの\n"
          "第3条 [期間]\n  = 1年とする。\n");
}

Test(word, bullets_are_prose)
{
    check(N(1, 0, "（目的）") N(2, 0, "一つ目") N(2, 0, "二つ目"), NULL, lists, "第1条 [目的]\n  = 一つ目\n  = 二つ目\n");
}

Test(word, numbering_comes_from_styles_and_what_they_are_based_on)
{
    static const char styles[] =
        "<w:style w:type=\"paragraph\" w:styleId=\"Base\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Article\"><w:basedOn w:val=\"Base\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Item\"><w:basedOn w:val=\"Base\"/><w:pPr><w:numPr><w:ilvl w:val=\"1\"/>"
        "</w:numPr></w:pPr></w:style>";
    check("<w:p><w:pPr><w:pStyle w:val=\"Article\"/></w:pPr>" RUN("（目的）") "</w:p>"
          "<w:p><w:pPr><w:pStyle w:val=\"Item\"/></w:pPr>" RUN("委託する。") "</w:p>"
          "<w:p><w:pPr><w:pStyle w:val=\"Item\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr>" RUN("番号なし。") "</w:p>",
          styles, lists, "第1条 [目的]\n  第1条第1項\n    = 委託する。\n    = 番号なし。\n");
}

Test(word, styles_based_on_each_other_in_a_circle_are_survived)
{
    check("<w:p><w:pPr><w:pStyle w:val=\"A\"/></w:pPr>" RUN("本文。") "</w:p>",
          "<w:style w:styleId=\"A\"><w:basedOn w:val=\"B\"/></w:style><w:style w:styleId=\"B\"><w:basedOn w:val=\"A\"/>"
          "</w:style>",
          NULL, "1\n  = 本文。\n");
}

Test(word, headings_without_numbers_make_clauses_by_outline_level)
{
    static const char styles[] =
        "<w:style w:type=\"paragraph\" w:styleId=\"H1\"><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"H2\"><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr></w:style>";
    check("<w:p><w:pPr><w:pStyle w:val=\"H1\"/></w:pPr>" RUN("Security") "</w:p>" P("It is kept.")
          "<w:p><w:pPr><w:pStyle w:val=\"H2\"/></w:pPr>" RUN("Access") "</w:p>" P("It is limited.")
          "<w:p><w:pPr><w:pStyle w:val=\"H1\"/></w:pPr>" RUN("Term") "</w:p>" P("One year."),
          styles, NULL,
          "[1] [Security]\n  = It is kept.\n  [2] [Access]\n    = It is limited.\n[3] [Term]\n  = One year.\n");
}

Test(word, a_line_in_bold_heads_what_follows_even_when_it_is_written_like_a_sentence)
{
#define STRONG(text) "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>" text "</w:t></w:r></w:p>"
    check(STRONG("Security incidents") P("We tell you within a day.") STRONG("Ending the contract") P("You may end it at any time.")
          STRONG("Notice Address") STRONG("Use e-mail or post") P("1 Main Street, and nowhere else."),
          NULL, NULL,
          "[1] [Security incidents]\n  = We tell you within a day.\n[2] [Ending the contract]\n  = You may end it at any time.\n"
          "[3] [Notice Address]\n  = Use e-mail or post\n  = 1 Main Street, and nowhere else.\n");
}

Test(word, a_bold_front_with_a_stop_is_a_heading_and_a_bold_word_is_not)
{
    static const char list[] = LIST(0, LEVEL(0, "decimal", "%1.")) NUM(1, 0);
#define BOLD(front, rest) \
    "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>" front \
    "</w:t></w:r><w:r><w:t xml:space=\"preserve\">" rest "</w:t></w:r></w:p>"
    check(BOLD("Incident notice.", " Provider tells Customer within one day.") BOLD("Customer", " will pay the fees."), NULL,
          list,
          "1 [Incident notice]\n  = Provider tells Customer within one day.\n2\n  = Customer will pay the fees.\n");
}

Test(word, a_style_separator_puts_heading_and_text_on_one_line)
{
    static const char list[] = LIST(0, LEVEL(0, "decimal", "%1.")) NUM(1, 0);
    check("<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr><w:r><w:rPr>"
          "<w:b/></w:rPr><w:t>Audit.</w:t></w:r></w:p><w:p><w:pPr><w:jc w:val=\"both\"/></w:pPr>" RUN(" Customer may audit.")
          "</w:p>" N(1, 0, "Term. One year."),
          NULL, list, "1 [Audit]\n  = Customer may audit.\n2 [Term]\n  = One year.\n");
}

Test(word, an_empty_line_with_an_article_number_takes_the_heading_below_it)
{
    static const char list[] = LIST(0, LEVEL(0, "upperRoman", "ARTICLE %1") LEVEL(1, "bullet", "-")) NUM(1, 0);
#define EMPTY(level) \
    "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" #level "\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:p>"
    check(EMPTY(0) P("DEFINITIONS") P("Terms have meanings.") EMPTY(0) P("AUDIT") P("Customer may audit.") EMPTY(1), NULL, list,
          "ARTICLE I [DEFINITIONS]\n  = Terms have meanings.\nARTICLE II [AUDIT]\n  = Customer may audit.\n");
}

Test(word, an_empty_paragraph_that_ends_a_section_is_not_counted)
{
    static const char list[] = LIST(0, LEVEL(0, "decimal", "%1.")) NUM(1, 0);
    check("<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr><w:sectPr/></w:pPr></w:p>" N(1, 0, "Term. One year.")
          N(1, 0, "Fee. Ten."), NULL, list, "1 [Term]\n  = One year.\n2 [Fee]\n  = Ten.\n");
}

Test(word, a_table_of_terms_before_the_clauses_makes_a_clause_of_each_row)
{
    check("<w:tbl><w:tr><w:tc>" P("委託料") "</w:tc><w:tc>" P("月額10万円とする。") "</w:tc></w:tr><w:tr><w:tc>" P("期間")
          "</w:tc><w:tc>" P("1年とする。") "</w:tc></w:tr></w:tbl>" P("第1条（目的）") P("本文。"),
          NULL, NULL, "[1] [委託料]\n  = 月額10万円とする。\n[2] [期間]\n  = 1年とする。\n第1条 [目的]\n  = 本文。\n");
}

Test(word, the_strict_form_of_the_format_is_read_too)
{
    static const struct part parts[] = {
        {"[Content_Types].xml",
         "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/word/main.xml\" "
         "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"},
        {"_rels/.rels",
         "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type="
         "\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" Target=\"/word/main.xml\"/>"
         "</Relationships>"},
        {"word/main.xml",
         "<w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><w:body>" P("本文。")
         "</w:body></w:document>"},
        {NULL, NULL}};
    struct buffer file;
    struct reading_test r;
    make_zip(&file, parts, true);
    bytes_contract(&r, file.at, file.len);
    same_text(outline(&r), "1\n  = 本文。\n");
    reading_end(&r);
    buffer_free(&file);
}
