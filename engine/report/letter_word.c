/* A letter as a Word file: WordprocessingML (ISO/IEC 29500-1), the least that Word, LibreOffice and mail programs open. */
#include "report/letter.h"

#include <string.h>

#include "report/escape.h"
#include "report/renderers.h"

#define W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

enum {
    PAGE_WIDTH = 11906, PAGE_HEIGHT = 16838,    /* A4 in twentieths of a point */
    MARGIN = 1247, TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN, DOCUMENT_BYTES = 8 * 1024 * 1024
};

static const char content_types[] =
    XML "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument."
    "wordprocessingml.document.main+xml\"/><Override PartName=\"/word/styles.xml\" ContentType=\"application/"
    "vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/></Types>";

static const char relations[] =
    XML "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" "
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
    "Target=\"word/document.xml\"/></Relationships>";

static const char document_relations[] =
    XML "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" "
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/>"
    "</Relationships>";

#define STYLE(id, paragraph, run)                                                                                      \
    "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"" id "\"><w:name w:val=\"" id "\"/><w:basedOn w:val=\"Normal\"/>" \
    "<w:pPr>" paragraph "</w:pPr><w:rPr>" run "</w:rPr></w:style>"

static const char styles[] =
    XML "<w:styles xmlns:w=\"" W "\"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\" "
    "w:hAnsi=\"Times New Roman\" w:eastAsia=\"\xE6\xB8\xB8\xE6\x98\x8E\xE6\x9C\x9D\" w:cs=\"Times New Roman\"/><w:sz w:val=\"21\"/>"
    "<w:szCs w:val=\"21\"/><w:lang w:val=\"en-GB\" w:eastAsia=\"ja-JP\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
    "<w:spacing w:after=\"120\" w:line=\"300\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
    "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
    STYLE("LetterRight", "<w:jc w:val=\"right\"/>", "")
    STYLE("LetterCenter", "<w:jc w:val=\"center\"/>", "")
    STYLE("LetterTitle", "<w:spacing w:before=\"360\" w:after=\"300\"/><w:jc w:val=\"center\"/>", "<w:b/><w:sz w:val=\"28\"/>")
    STYLE("LetterHeading", "<w:keepNext/><w:spacing w:before=\"240\"/>", "<w:b/>")
    STYLE("LetterSmall", "<w:keepNext/>", "<w:color w:val=\"555555\"/><w:sz w:val=\"17\"/>")
    STYLE("LetterCell", "<w:spacing w:after=\"0\" w:line=\"264\" w:lineRule=\"auto\"/>", "<w:sz w:val=\"18\"/>")
    "</w:styles>";

/* A run of text; line feeds become breaks. */
static void run(struct buffer *out, const char *at, bool bold)
{
    buffer_puts(out, bold ? "<w:r><w:rPr><w:b/></w:rPr>" : "<w:r>");
    for (;;) {
        size_t n = strcspn(at, "\n");
        if (n) {
            buffer_puts(out, "<w:t xml:space=\"preserve\">");
            put_html(out, at, n);
            buffer_puts(out, "</w:t>");
        }
        if (!at[n]) break;
        buffer_puts(out, "<w:br/>");
        at += n + 1;
    }
    buffer_puts(out, "</w:r>");
}

static void begin(struct buffer *out, enum language l, const char *title)
{
    (void)l, (void)title;
    buffer_puts(out, XML "<w:document xmlns:w=\"" W "\"><w:body>");
}

static void paragraph(struct buffer *out, enum letter_style s, const char *at)
{
    static const char *const names[LETTER_STYLES] = {
        [LETTER_LEFT] = "Normal",        [LETTER_RIGHT] = "LetterRight",     [LETTER_CENTER] = "LetterCenter",
        [LETTER_TITLE] = "LetterTitle",  [LETTER_BODY] = "Normal",           [LETTER_HEADING] = "LetterHeading",
        [LETTER_SMALL] = "LetterSmall"};
    if (!*at) return;
    bool japanese = s == LETTER_BODY && (unsigned char)*at >= 0xE3; /* a paragraph begins one character in */
    buffer_printf(out, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/>%s</w:pPr>", names[s],
                  japanese ? "<w:ind w:firstLineChars=\"100\" w:firstLine=\"210\"/>" : "");
    run(out, at, false);
    buffer_puts(out, "</w:p>\n");
}

static void table(struct buffer *out, const int *widths, size_t columns)
{
    static const char *const sides[] = {"top", "left", "bottom", "right", "insideH", "insideV"};
    buffer_printf(out, "<w:tbl><w:tblPr><w:tblW w:w=\"%d\" w:type=\"dxa\"/><w:tblBorders>", TEXT_WIDTH);
    for (int i = 0; i < 6; i++) buffer_printf(out, "<w:%s w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"555555\"/>", sides[i]);
    buffer_puts(out, "</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
    for (size_t i = 0; i < columns; i++) buffer_printf(out, "<w:gridCol w:w=\"%d\"/>", TEXT_WIDTH * widths[i] / 100);
    buffer_puts(out, "</w:tblGrid>\n");
}

static void row(struct buffer *out)
{
    buffer_puts(out, "<w:tr><w:trPr><w:cantSplit/></w:trPr>");
}

static void cell(struct buffer *out, bool head, int width, const char *at)
{
    buffer_printf(out, "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/>%s</w:tcPr><w:p><w:pPr><w:pStyle w:val=\"LetterCell\"/></w:pPr>",
                  TEXT_WIDTH * width / 100, head ? "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F1F3F5\"/>" : "");
    run(out, at, head);
    buffer_puts(out, "</w:p></w:tc>");
}

static void row_end(struct buffer *out)
{
    buffer_puts(out, "</w:tr>\n");
}

/* Word joins two tables that have no paragraph between them. */
static void table_end(struct buffer *out)
{
    buffer_puts(out, "</w:tbl><w:p><w:pPr><w:spacing w:after=\"0\"/></w:pPr></w:p>\n");
}

static void page(struct buffer *out)
{
    buffer_puts(out, "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>\n");
}

static void end(struct buffer *out)
{
    buffer_printf(out,
                  "<w:sectPr><w:pgSz w:w=\"%d\" w:h=\"%d\"/><w:pgMar w:top=\"1247\" w:right=\"%d\" w:bottom=\"1134\" "
                  "w:left=\"%d\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>\n",
                  PAGE_WIDTH, PAGE_HEIGHT, MARGIN, MARGIN);
}

const struct letter_form letter_word = {begin, paragraph, table, row, cell, row_end, table_end, page, end};

void letter_word_supplier(const struct result *r, const struct report_options *o, struct buffer *out)
{
    struct buffer document;
    buffer_init(&document, DOCUMENT_BYTES);
    if (letter_write(&letter_word, r, o, &document)) {
        const struct zip_part parts[] = {{"[Content_Types].xml", content_types, sizeof content_types - 1},
                                         {"_rels/.rels", relations, sizeof relations - 1},
                                         {"word/document.xml", document.at, document.len},
                                         {"word/_rels/document.xml.rels", document_relations, sizeof document_relations - 1},
                                         {"word/styles.xml", styles, sizeof styles - 1}};
        if (!document.failed) zip_store(out, parts, sizeof parts / sizeof *parts);
    }
    out->failed = out->failed || document.failed;
    buffer_free(&document);
}
