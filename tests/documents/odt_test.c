/* OpenDocument texts: what of them is text, with which numbers, and what is no such text. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "contract_support.h"
#include "support/support.h"

#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"
#define NAMES \
    " xmlns:office=\"" OASIS "office:1.0\" xmlns:text=\"" OASIS "text:1.0\" xmlns:style=\"" OASIS "style:1.0\" xmlns:table=\"" \
    OASIS "table:1.0\" xmlns:fo=\"" OASIS "xsl-fo-compatible:1.0\" xmlns:draw=\"" OASIS "drawing:1.0\""
#define KIND "application/vnd.oasis.opendocument.text"
#define T(text) "<text:p>" text "</text:p>"
#define HEAD T("業務委託契約書") T("第1条（目的）")
#define LEVEL_OF(level, format, prefix, suffix) \
    "<text:list-level-style-number text:level=\"" level "\" style:num-format=\"" format "\" style:num-prefix=\"" prefix \
    "\" style:num-suffix=\"" suffix "\"/>"
#define LISTS "<text:list-style style:name=\"L\">" LEVEL_OF("1", "1", "第", "条") LEVEL_OF("2", "1", "", "") \
              LEVEL_OF("3", "イ, ロ, ハ, ...", "", "") "</text:list-style>"
#define ITEM(text) "<text:list-item>" text "</text:list-item>"

static char *join(const char *const *parts)
{
    struct buffer out;
    buffer_init(&out, 64 << 20);
    for (; *parts; parts++)
        buffer_puts(&out, *parts);
    return out.at;
}

static char *content_of(const char *automatic, const char *text)
{
    return join((const char *const[]){"<office:document-content" NAMES "><office:automatic-styles>", automatic,
                                      "</office:automatic-styles><office:body><office:text>", text,
                                      "</office:text></office:body></office:document-content>", NULL});
}

static void read_parts(struct reading_test *r, const struct part *parts)
{
    struct buffer file;
    make_zip(&file, parts, true);
    odt_contract(r, file.at, file.len);
    buffer_free(&file);
}

static void read_content(struct reading_test *r, const char *automatic, const char *text)
{
    char *content = content_of(automatic, text);
    read_parts(r, (const struct part[]){{"mimetype", KIND}, {"content.xml", content}, {NULL, NULL}});
    free(content);
}

static void check(const char *automatic, const char *text, const char *expected)
{
    struct reading_test r;
    read_content(&r, automatic, text);
    same_text(outline(&r), expected);
    reading_end(&r);
}

static void check_parts(const struct part *parts, const char *fault)
{
    struct reading_test r;
    read_parts(&r, parts);
    cr_expect_eq(r.status, -1);
    cr_expect_str_eq(fault_of(&r), fault);
    reading_end(&r);
}

Test(odt, numbers_are_computed_from_list_styles)
{
    check(LISTS,
          "<text:list xml:id=\"a\" text:style-name=\"L\">" ITEM(T("（目的）") "<text:list>" ITEM(T("一つ。")) ITEM(T("二つ。")
              "<text:list>" ITEM(T("細目")) "</text:list>" T("続き。")) "</text:list>") "</text:list>" T("間の文。")
          "<text:list text:continue-list=\"a\" text:style-name=\"L\">" ITEM(T("（期間）")) "</text:list>" T("1年とする。")
          "<text:list text:continue-numbering=\"true\" text:style-name=\"L\"><text:list-header>" T("見出しなし。")
          "</text:list-header><text:list-item text:start-value=\"7\">" T("（解除）") "</text:list-item></text:list>" T("解除する。"),
          "第1条 [目的]\n  第1条第1項\n    = 一つ。\n  第1条第2項\n    = 二つ。\n    = 続き。\n    = 間の文。\n    第1条第2項イ\n      = 細目\n"
          "第2条 [期間]\n  = 1年とする。\n  = 見出しなし。\n第7条 [解除]\n  = 解除する。\n");
}

Test(odt, a_new_list_begins_anew)
{
    check("<text:list-style style:name=\"M\">" LEVEL_OF("1", "1", "(", ")") "</text:list-style>",
          HEAD "<text:list text:style-name=\"M\">" ITEM(T("甲")) ITEM(T("乙")) "</text:list>" T("第2条（期間）")
          "<text:list text:style-name=\"M\">" ITEM(T("丙")) "</text:list>",
          "第1条 [目的]\n  第1条第1号\n    = 甲\n  第1条第2号\n    = 乙\n第2条 [期間]\n  第2条第1号\n    = 丙\n");
}

Test(odt, headings_are_numbered_by_the_outline)
{
    struct reading_test r;
    char *content = content_of("", "<text:h text:outline-level=\"1\">Services</text:h>" T("The Supplier performs them.")
                               "<text:h text:outline-level=\"2\">Scope</text:h>" T("As described in the annex.")
                               "<text:h text:outline-level=\"1\">Fees</text:h>" T("The Customer pays."));
    read_parts(&r, (const struct part[]){
        {"mimetype", KIND}, {"content.xml", content},
        {"styles.xml", "<office:document-styles" NAMES "><office:styles><text:outline-style><text:outline-level-style text:level=\"1\" "
                       "style:num-format=\"1\" style:num-suffix=\".\"/><text:outline-level-style text:level=\"2\" style:num-format=\"1\" "
                       "text:display-levels=\"2\"/></text:outline-style></office:styles></office:document-styles>"}, {NULL, NULL}});
    same_text(outline(&r), "1 [Services]\n  = The Supplier performs them.\n  1.1 [Scope]\n    = As described in the annex.\n"
                           "2 [Fees]\n  = The Customer pays.\n");
    free(content);
    reading_end(&r);
}

Test(odt, tracked_changes_notes_ruby_and_hidden_text_are_not_read)
{
    check("<style:style style:name=\"H\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style>",
          "<text:tracked-changes><text:changed-region><text:deletion>" T("消した。") "</text:deletion></text:changed-region>"
          "</text:tracked-changes>" HEAD
          T("残る<text:change text:change-id=\"a\"/><text:span text:style-name=\"H\">隠す</text:span>"
            "<text:ruby><text:ruby-base>文</text:ruby-base><text:ruby-text>ぶん</text:ruby-text></text:ruby>"
            "<text:note><text:note-citation>1</text:note-citation><text:note-body>" T("注。") "</text:note-body></text:note>"
            "<office:annotation>" T("批評。") "</office:annotation>。"),
          "第1条 [目的]\n  = 残る文。\n");
}

Test(odt, spaces_tabs_breaks_and_boxes_are_told)
{
    check("", HEAD T("A<text:s text:c=\"2\"/>B<text:tab/>C<text:line-break/>D。<draw:frame><draw:text-box>" T("箱の中。")
                     "</draw:text-box></draw:frame>後。"),
          "第1条 [目的]\n  = A  B C D。後。\n  = 箱の中。\n");
}

Test(odt, rows_are_lines_and_contents_are_left_out)
{
    check("", T("業務委託契約書") "<text:table-of-content><text:index-body>" T("第1条（目的） 1") "</text:index-body></text:table-of-content>"
              T("第1条（目的）")
              "<table:table><table:table-row><table:table-cell>" T("項目") "</table:table-cell><table:table-cell>" T("値")
              "</table:table-cell></table:table-row><table:table-row table:visibility=\"collapse\"><table:table-cell>" T("隠す。")
              "</table:table-cell></table:table-row></table:table>",
          "第1条 [目的]\n  = 項目 | 値\n");
}

Test(odt, a_flat_file_is_read_alike)
{
    struct reading_test r;
    static const char flat[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document" NAMES "><office:automatic-styles>" LISTS
        "</office:automatic-styles><office:master-styles><style:header>" T("頁眉") "</style:header></office:master-styles><office:body>"
        "<office:text><text:list text:style-name=\"L\">" ITEM(T("（目的）")) "</text:list>" T("本文。") "</office:text></office:body>"
        "</office:document>";
    odt_contract(&r, flat, sizeof flat - 1);
    same_text(outline(&r), "第1条 [目的]\n  = 本文。\n");
    reading_end(&r);
}

Test(odt, what_is_no_text_document_has_its_own_fault)
{
    struct reading_test r;
    odt_contract(&r, "hello", 5);
    cr_expect_str_eq(fault_of(&r), "odt-zip");
    reading_end(&r);
    odt_contract(&r, "PK\3\4 no more", 12);
    cr_expect_str_eq(fault_of(&r), "zip-broken");
    reading_end(&r);
    check_parts((const struct part[]){{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", "<a/>"}, {NULL, NULL}},
                "odt-none");
    check_parts((const struct part[]){{"mimetype", KIND}, {NULL, NULL}}, "odt-none");
    check_parts((const struct part[]){{"mimetype", KIND}, {"content.xml", "<office:document-content" NAMES "/>"}, {NULL, NULL}}, "odt-none");
    check_parts((const struct part[]){{"mimetype", KIND}, {"content.xml", "<a"}, {NULL, NULL}}, "part-xml");
    check_parts((const struct part[]){{"mimetype", KIND}, {"content.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}, {NULL, NULL}},
                "part-doctype");
    check_parts((const struct part[]){{"mimetype", KIND}, {"META-INF/manifest.xml", "<manifest:encryption-data/>"},
                                      {"content.xml", "\x01\x02"}, {NULL, NULL}}, "word-password");
}

Test(odt, a_document_without_text_is_an_error)
{
    struct reading_test r;
    read_content(&r, "", T(""));
    cr_expect_str_eq(fault_of(&r), "text-empty");
    reading_end(&r);
}

static void check_deep(const char *open, size_t count)
{
    struct reading_test r;
    struct buffer text;
    buffer_init(&text, 1 << 20);
    buffer_puts(&text, T("本文。"));
    for (size_t i = 0; i < count; i++)
        buffer_puts(&text, open);
    read_content(&r, "", text.at);
    cr_expect_str_eq(fault_of(&r), "part-depth", "%s: %s", open, fault_of(&r));
    buffer_free(&text);
    reading_end(&r);
}

Test(odt, deep_nesting_is_an_error)
{
    check_deep("<text:list><text:list-item>", 40);
    check_deep("<table:table><table:table-row><table:table-cell>", 25);
    check_deep("<text:p><draw:frame><draw:text-box>", 20);
    check_deep("<text:section>", 300);
}

Test(odt, a_bomb_is_stopped_while_it_unpacks)
{
    struct reading_test r;
    struct buffer text;
    buffer_init(&text, 64 << 20);
    buffer_puts(&text, "<text:p>");
    for (int i = 0; i < 200000; i++)
        buffer_puts(&text, "          ");
    buffer_puts(&text, "</text:p>");
    char *content = content_of("", text.at);
    read_parts(&r, (const struct part[]){{"mimetype", KIND}, {"content.xml", content}, {NULL, NULL}});
    cr_expect_eq(r.status, -1);
    cr_expect_str_eq(fault_of(&r), "zip-bomb");
    free(content);
    buffer_free(&text);
    reading_end(&r);
}

Test(odt, too_many_attributes_are_refused_before_they_are_compared)
{
    struct reading_test r;
    struct buffer text;
    buffer_init(&text, 1 << 20);
    buffer_puts(&text, "<text:p");
    for (int i = 0; i < 40000; i++)
        buffer_printf(&text, " a%d='>'", i);
    buffer_puts(&text, "/>");
    read_content(&r, "", text.at);
    cr_expect_eq(r.status, -1);
    cr_expect_str_eq(fault_of(&r), "part-attributes");
    buffer_free(&text);
    reading_end(&r);
}

/* What a document refers to outside of itself is neither fetched nor missed: its own text is read. */
Test(odt, what_lies_outside_is_not_fetched)
{
    check("", HEAD T("<draw:frame><draw:image draw:href=\"http://192.0.2.1/a.png\"/></draw:frame>本文。")
          "<text:section><text:section-source draw:href=\"file:///etc/passwd\"/></text:section>",
          "第1条 [目的]\n  = 本文。\n");
}

Test(odt, styles_that_are_based_on_each_other_end)
{
    check("<style:style style:name=\"A\" style:family=\"paragraph\" style:parent-style-name=\"B\"/>"
          "<style:style style:name=\"B\" style:family=\"paragraph\" style:parent-style-name=\"A\"/>",
          HEAD "<text:p text:style-name=\"A\">本文。</text:p>", "第1条 [目的]\n  = 本文。\n");
}
