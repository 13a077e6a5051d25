/* Spreadsheets as responses: what a mapping makes of their cells, and what is refused. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "base/data_load.h"
#include "contract_support.h"
#include "documents/loader.h"
#include "documents/sheet.h"
#include "documents/sheet_words.h"
#include "documents/xlsx_parts.h"
#include "support/support.h"

struct sheets {
    struct loader *loader;
    struct arena *arena, *data;
    struct subject *subject;
    struct fault fault;
    const struct response *response;
    struct buffer text;
};

#define COLUMNS "columns = { question = \"ID\", answer = \"Answer\", comment = \"Comment\", evidence = \"Evidence\" }"
#define MAPPING "return { date = \"2026-02-10\", " COLUMNS " }"

static void begin(struct sheets *s, const char *mapping)
{
    memset(s, 0, sizeof *s);
    s->loader = loader_new();
    s->arena = arena_new(LOAD_ARENA_BYTES);
    s->data = arena_new(MAPPING_ARENA);
    cr_assert(s->loader && s->arena && s->data);
    buffer_init(&s->text, 1 << 20);
    if (mapping) {
        const struct data *d = data_read("mapping.lua", mapping, strlen(mapping), false, s->data, &s->fault);
        cr_assert_not_null(d, "%s", s->fault.arg[0]);
        cr_assert_eq(loader_mapping(s->loader, d, &s->fault), 0, "%s %s", fault_name(s->fault.id), s->fault.arg[0]);
    }
}

static void end(struct sheets *s)
{
    arena_free(s->arena);
    loader_free(s->loader);
    arena_free(s->data);
    buffer_free(&s->text);
}

static void read_bytes(struct sheets *s, const char *file, const char *at, size_t len)
{
    int status = loader_memory(s->loader, s->arena, file, at, len, &s->subject, &s->fault);
    cr_assert_eq(status == 0, s->fault.id == FAULT_NONE);
    s->response = status == 0 ? (const struct response *)s->subject->responses.first : NULL;
    cr_assert_eq(status == 0, s->response != NULL);
}

static void put(struct buffer *b, const char *name, const char *value)
{
    if (value)
        buffer_printf(b, " %s=%s", name, value);
}

static void put_value(struct buffer *b, const struct node *n, const char *name)
{
    struct value v = node_value(n, kind_field(n->kind, name));
    if (v.type == VALUE_NONE)
        return;
    buffer_printf(b, " %s=", name);
    value_write(b, &v);
}

/* One line an answer, with everything that it says. */
static const char *told(struct sheets *s)
{
    if (!s->response)
        buffer_printf(&s->text, "%s %s", fault_name(s->fault.id), s->fault.arg[0]);
    else
        LIST_EACH(struct answer, a, &s->response->answers) {
            static const char *const fields[] = {"flag", "date", "count", "percent", "duration", "interval", "choice", "words", "answered"};
            buffer_puts(&s->text, a->question);
            for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
                put_value(&s->text, &a->node, fields[i]);
            LIST_EACH(struct evidence, e, &a->evidence) {
                buffer_printf(&s->text, " (%s", e->kind);
                put(&s->text, "file", e->file);
                put(&s->text, "ref", e->reference);
                put_value(&s->text, &e->node, "date");
                buffer_puts(&s->text, ")");
            }
            buffer_printf(&s->text, " @%s\n", a->cell ? a->cell : "");
        }
    return s->text.at ? s->text.at : "";
}

static void check_csv_n(const char *mapping, const char *at, size_t len, const char *expected)
{
    struct sheets s;
    begin(&s, mapping);
    read_bytes(&s, "answers.csv", at, len);
    same_text(told(&s), expected);
    end(&s);
}

static void check_csv(const char *mapping, const char *csv, const char *expected)
{
    check_csv_n(mapping, csv, strlen(csv), expected);
}

/* ---- CSV ---- */

Test(sheet, a_csv_response_becomes_typed_answers)
{
    check_csv(MAPPING, "ID,Answer,Comment,Evidence\r\nq1,Yes,,policy.pdf\r\nq2,No,planned,\r\nq3,2026/1/15,,\r\nq4,maybe,\"says \"\"who\"\"\",\r\nq5,,,\r\n",
              "q1 flag=true (self-declared ref=policy.pdf) @\n"
              "q2 flag=false words=planned @\n"
              "q3 date=2026-01-15 @\n"
              "q4 words=maybe says \"who\" @\n");
}

Test(sheet, lines_of_a_csv_are_places_even_behind_line_breaks_in_quotes)
{
    struct sheets s;
    static const char csv[] = "\xEF\xBB\xBFID;Answer;Comment;Evidence\n\"q1\";Yes;\"two\nlines\";\nq2;No;;\n";
    begin(&s, MAPPING);
    read_bytes(&s, "answers.csv", csv, sizeof csv - 1);
    const struct answer *second = (const struct answer *)s.response->answers.last;
    cr_assert_eq(second->node.line, 4);
    cr_assert_null(second->cell);
    same_text(((const struct answer *)s.response->answers.first)->words, "two lines");
    end(&s);
}

Test(sheet, shift_jis_is_told_from_western_text_by_the_headings)
{
    /* 番号,回答 / q1,○ — no hiragana: the text alone does not say that it is Japanese. */
    static const char sjis[] = "\x94\xD4\x8D\x86,\x89\xF1\x93\x9A\r\nq1,\x81\x9B\r\n";
    static const char latin[] = "ID,Answer,Comment,Evidence\r\nq1,Yes,caf\xE9 policy,\r\n";
    check_csv_n("return { date = \"2026-02-10\", columns = { question = \"番号\", answer = \"回答\" } }", sjis, sizeof sjis - 1, "q1 flag=true @\n");
    check_csv_n(MAPPING, latin, sizeof latin - 1, "q1 flag=true words=café policy @\n");
    check_csv_n("return { date = \"2026-02-10\", encoding = \"cp932\", columns = { question = \"番号\", answer = \"回答\" } }", sjis, sizeof sjis - 1,
                "q1 flag=true @\n");
}

Test(sheet, separators_are_found_or_named)
{
    check_csv(MAPPING, "sep=|\nID|Answer|Comment|Evidence\nq1|Yes|a, b; c|\n", "q1 flag=true words=a, b; c @\n");
    check_csv(MAPPING, "ID\tAnswer\tComment\tEvidence\nq1\tYes\t\t\n", "q1 flag=true @\n");
    check_csv("return { separator = \"|\", date = \"2026-02-10\", " COLUMNS " }", "ID|Answer|Comment|Evidence\nq1|No||\n", "q1 flag=false @\n");
}

Test(sheet, a_quote_that_is_never_closed_is_refused_with_its_line)
{
    struct sheets s;
    static const char csv[] = "ID,Answer,Comment,Evidence\nq1,\"Yes,,\nq2,No,,\n";
    begin(&s, MAPPING);
    read_bytes(&s, "answers.csv", csv, sizeof csv - 1);
    cr_assert_eq(s.fault.id, FAULT_CSV_QUOTE);
    cr_assert_eq(s.fault.line, 2);
    end(&s);
}

/* ---- mappings ---- */

Test(sheet, without_a_mapping_it_is_unread)
{
    check_csv(NULL, "ID,Answer\nq1,Yes\n", "sheet-unmapped ");
    check_csv("return { files = \"*.xlsx\", date = \"2026-02-10\", " COLUMNS " }", "ID,Answer\nq1,Yes\n", "sheet-unmapped ");
}

Test(sheet, the_first_mapping_whose_columns_are_there_is_taken)
{
    check_csv("return { { date = \"2026-02-10\", layout = \"caiq\" }, { date = \"2026-02-10\", header = 0, columns = { question = \"A\", answer = \"B\" } } }",
              "q1,Yes\nq2,No\n", "q1 flag=true @\nq2 flag=false @\n");
}

Test(sheet, a_caiq_layout_is_read_with_owner_and_description)
{
    check_csv("return { date = \"2026-02-10\", layout = \"caiq\" }",
              "Vendor questionnaire,,,,\nQuestion ID,Question,CSP CAIQ Answer,SSRM Control Ownership,CSP Implementation Description (Optional/Recommended)\n"
              "A&A-01.1,Are policies kept?,Yes,CSP-owned,Reviewed yearly\nA&A-01.2,Reviewed?,NA,,\n",
              "A-A-01.1 flag=true words=Reviewed yearly [CSP-owned] @\nA-A-01.2 choice=not-applicable @\n");
}

Test(sheet, words_types_and_ids_are_as_the_mapping_says)
{
    check_csv("return { date = \"2026-02-10\", columns = { question = \"No.\", answer = \"回答\" }, words = { yes = { \"対応中でない\", \"OK\" } },"
              " questions = { [\"問1\"] = \"logging\", [\"問2\"] = { id = \"uptime\", answer = \"percent\" }, [\"問3\"] = { id = \"report\", answer = \"duration\" },"
              " [\"問4\"] = { id = \"review\", answer = \"interval\" } } }",
              "No.,回答\n問1,ＯＫ\n問2,99.95%\n問3,24時間以内\n問4,年4回\n",
              "logging flag=true @\nuptime percent=99.95 @\nreport duration=PT24H @\nreview interval=P3M @\n");
}

Test(sheet, what_cannot_be_told_is_refused)
{
    check_csv(MAPPING, "ID,Answer,Comment,Evidence\n,Yes,,\n", "sheet-no-id B2");
    check_csv(MAPPING, "ID,Answer,Comment,Evidence\nq1,Yes,,\nq1,No,,\n", "sheet-twice q1");
    check_csv(MAPPING, "ID,Answer,Comment,Evidence\n問1,Yes,,\n", "sheet-id A2");
    check_csv(MAPPING, "ID,Answer,Comment\nq1,Yes,\n", "sheet-column Evidence");
    check_csv(MAPPING, "ID,Answer,Comment,Evidence\nq1,,,\n", "sheet-empty answers.csv");
    check_csv("return { " COLUMNS " }", "ID,Answer,Comment,Evidence\nq1,Yes,,\n", "sheet-no-date date");
    check_csv("return { date = \"C9\", " COLUMNS " }", "ID,Answer,Comment,Evidence\nq1,Yes,,\n", "sheet-no-date C9");
    check_csv("return { date = \"soon\", " COLUMNS " }", "ID,Answer,Comment,Evidence\nq1,Yes,,\n", "mapping-value date");
}

Test(sheet, a_wrong_mapping_is_told_with_its_line)
{
    static const struct { const char *text, *fault; unsigned line; } wrong[] = {
        {"return {\n colums = {} }", "mapping-key", 2},
        {"return {\n columns = { question = 1 } }", "mapping-value", 2},
        {"return { columns = { question = \"ID\" } }", "mapping-value", 1},
        {"return { columns = { question = \"A\", answer = \"B\" } }", "mapping-value", 1},
        {"return {\n words = { yes = 1 }, " COLUMNS " }", "mapping-value", 2},
        {"return {\n words = { kinds = { paper = \"紙\" } }, " COLUMNS " }", "mapping-key", 2},
        {"return {\n separator = \"--\", " COLUMNS " }", "mapping-value", 2},
        {"return {\n layout = \"caqi\", date = \"2026-02-10\" }", "mapping-key", 2},
        {"return 7", "mapping-value", 1}};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct sheets s;
        begin(&s, NULL);
        const struct data *d = data_read("mapping.lua", wrong[i].text, strlen(wrong[i].text), false, s.data, &s.fault);
        cr_assert_not_null(d);
        cr_assert_eq(loader_mapping(s.loader, d, &s.fault), -1, "%s", wrong[i].text);
        cr_assert_str_eq(fault_name(s.fault.id), wrong[i].fault, "%s", wrong[i].text);
        cr_assert_eq(s.fault.line, wrong[i].line, "%s", wrong[i].text);
        end(&s);
    }
}

/* ---- workbooks ---- */

#define SHEET_NS "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define TYPES \
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">" \
    "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"
#define RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define RELATIONS(inside) "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" inside "</Relationships>"
#define TO(id, type, target) "<Relationship Id=\"" id "\" Type=\"" RELATION "/" type "\" Target=\"" target "\"/>"
#define T(place, text) "<c r=\"" place "\" t=\"inlineStr\"><is><t>" text "</t></is></c>"
#define HEADINGS "<row r=\"1\">" T("A1", "ID") T("B1", "Answer") T("C1", "Comment") T("D1", "Evidence") "</row>"

struct workbook_parts {
    const char *workbook;   /* the inside of <workbook>; NULL: two sheets, the first one hidden */
    const char *rows;       /* of sheetData of the second sheet */
    const char *after;      /* behind it */
    const char *strings, *styles;
};

static void make_workbook(struct buffer *out, const struct workbook_parts *w)
{
    static char sheet[1 << 16], book[4096], strings[4096], styles[4096];
    snprintf(sheet, sizeof sheet, "<worksheet xmlns=\"" SHEET_NS "\"><sheetData>%s</sheetData>%s</worksheet>", w->rows, w->after ? w->after : "");
    snprintf(book, sizeof book, "<workbook xmlns=\"" SHEET_NS "\" xmlns:r=\"" RELATION "\">%s</workbook>",
             w->workbook ? w->workbook
                         : "<sheets><sheet name=\"old\" sheetId=\"1\" state=\"hidden\" r:id=\"r1\"/><sheet name=\"回答\" sheetId=\"2\" r:id=\"r2\"/></sheets>");
    snprintf(strings, sizeof strings, "<sst xmlns=\"" SHEET_NS "\">%s</sst>", w->strings ? w->strings : "");
    snprintf(styles, sizeof styles, "<styleSheet xmlns=\"" SHEET_NS "\">%s</styleSheet>", w->styles ? w->styles : "");
    const struct part parts[] = {
        {"[Content_Types].xml", TYPES},
        {"_rels/.rels", RELATIONS(TO("r1", "officeDocument", "xl/workbook.xml"))},
        {"xl/workbook.xml", book},
        {"xl/_rels/workbook.xml.rels", RELATIONS(TO("r1", "worksheet", "worksheets/sheet1.xml") TO("r2", "worksheet", "/xl/worksheets/sheet2.xml")
                                                 TO("r3", "sharedStrings", "sharedStrings.xml") TO("r4", "styles", "styles.xml"))},
        {"xl/worksheets/sheet1.xml", "<worksheet xmlns=\"" SHEET_NS "\"><sheetData>" HEADINGS "<row r=\"2\">" T("A2", "hidden") T("B2", "Yes") "</row></sheetData></worksheet>"},
        {"xl/worksheets/sheet2.xml", sheet}, {"xl/sharedStrings.xml", strings}, {"xl/styles.xml", styles}, {NULL, NULL}};
    make_zip(out, parts, true);
}

static void check_workbook(const char *mapping, const struct workbook_parts *w, const char *expected)
{
    struct buffer file;
    struct sheets s;
    make_workbook(&file, w);
    begin(&s, mapping);
    read_bytes(&s, "answers.xlsx", file.at, file.len);
    same_text(told(&s), expected);
    end(&s);
    buffer_free(&file);
}

static void check_rows(const char *rows, const char *after, const char *expected)
{
    check_workbook(MAPPING, &(struct workbook_parts){.rows = rows, .after = after}, expected);
}

Test(sheet, a_workbook_is_read_from_its_first_visible_sheet_with_the_cells_as_places)
{
    check_rows(HEADINGS "<row r=\"3\">" T("A3", "q1") T("B3", "はい") T("D3", "規程.pdf&#10;台帳") "</row><row r=\"5\">" T("A5", "q2") "<c r=\"B5\" t=\"b\"><v>0</v></c></row>",
               NULL, "q1 flag=true (self-declared ref=規程.pdf) (self-declared ref=台帳) @回答!B3\nq2 flag=false @回答!B5\n");
}

Test(sheet, shared_texts_are_joined_and_reading_aids_left_out)
{
    check_workbook(MAPPING,
                   &(struct workbook_parts){
                       .rows = HEADINGS "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c></row>",
                       .strings = "<si><t>q1</t></si><si><r><t>は</t></r><r><t>い</t></r></si><si><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh></si>"},
                   "q1 flag=true words=東京 @回答!B2\n");
}

#define STYLES "<numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/></numFmts>" \
    "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"10\"/></cellXfs>"
#define DATES HEADINGS "<row>" T("A2", "q1") "<c s=\"1\"><v>46037</v></c></row><row>" T("A3", "q2") "<c s=\"2\"><v>46037.75</v></c></row>" \
    "<row>" T("A4", "q3") "<c s=\"3\"><v>0.99950000000000006</v></c></row><row>" T("A5", "q4") "<c><v>1.2E1</v></c></row>" \
    "<row>" T("A6", "q5") "<c s=\"1\"><v>60</v></c></row><row>" T("A7", "q6") "<c t=\"d\"><v>2026-01-15T00:00:00</v></c></row>"

Test(sheet, dates_shares_and_numbers_are_told_by_their_styles)
{
    check_workbook(MAPPING, &(struct workbook_parts){.rows = DATES, .styles = STYLES},
                   "q1 date=2026-01-15 @回答!B2\nq2 date=2026-01-15 @回答!B3\nq3 percent=99.95 @回答!B4\nq4 count=12 @回答!B5\n"
                   "q5 count=60 @回答!B6\nq6 date=2026-01-15 @回答!B7\n");
    check_workbook(MAPPING,
                   &(struct workbook_parts){.workbook = "<workbookPr date1904=\"1\"/><sheets><sheet name=\"R&amp;D a\" sheetId=\"2\" r:id=\"r2\"/></sheets>",
                                            .rows = HEADINGS "<row>" T("A2", "q1") "<c s=\"1\"><v>44575</v></c></row>", .styles = STYLES},
                   "q1 date=2026-01-15 @'R&D a'!B2\n");
}

Test(sheet, merged_cells_count_for_every_row_and_a_question_may_span_several)
{
    check_rows(HEADINGS "<row>" T("A2", "q1") T("B2", "Yes") T("C2", "one") T("D2", "a.pdf") "</row><row r=\"3\">" T("C3", "two") T("D3", "b.pdf") "</row>"
                        "<row>" T("A4", "q2") T("B4", "No") "</row><row>" T("A5", "q3") "</row>",
               "<mergeCells><mergeCell ref=\"B4:B5\"/><mergeCell ref=\"A2:A3\"/></mergeCells>",
               "q1 flag=true words=one two (self-declared ref=a.pdf) (self-declared ref=b.pdf) @回答!B2\nq2 flag=false @回答!B4\nq3 flag=false @回答!B4\n");
    check_rows(HEADINGS "<row>" T("A2", "q1") T("B2", "Yes") "</row><row r=\"3\">" T("B3", "No") "</row>",
               "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>", "sheet-more 回答!B3");
}

Test(sheet, errors_and_formulas_that_nobody_computed_are_refused)
{
    check_rows(HEADINGS "<row>" T("A2", "q1") "<c t=\"e\"><v>#REF!</v></c></row>", NULL, "sheet-failed 回答!B2");
    check_rows(HEADINGS "<row>" T("A2", "q1") "<c><f>Z1</f></c></row>", NULL, "sheet-failed 回答!B2");
    check_rows(HEADINGS "<row>" T("A2", "q1") "<c t=\"str\"><f>Z1</f><v>Yes</v></c></row>", NULL, "q1 flag=true @回答!B2\n");
}

Test(sheet, date_and_respondent_may_stand_in_cells)
{
    struct sheets s;
    struct buffer file;
    make_workbook(&file, &(struct workbook_parts){.rows = "<row r=\"1\">" T("A1", "令和8年2月10日") T("B1", "山田") "</row><row r=\"4\">" T("A4", "ID") T("B4", "Answer")
                                                          "</row><row>" T("A5", "q1") T("B5", "○") "</row>"});
    begin(&s, "return { date = \"A1\", respondent = \"回答!B1\", questionnaire = \"sec\", sheet = \"回答\", columns = { question = \"ID\", answer = \"Answer\" } }");
    read_bytes(&s, "answers.xlsx", file.at, file.len);
    cr_assert_eq(s.response->date, day_of(2026, 2, 10));
    same_text(s.response->respondent, "山田");
    same_text(s.response->questionnaire, "sec");
    same_text(s.response->cell, "回答!A4");
    end(&s);
    buffer_free(&file);
}

Test(sheet, hostile_workbooks_are_refused)
{
    check_rows(HEADINGS "<row r=\"1048577\"/>", NULL, "sheet-order xl/worksheets/sheet2.xml");
    check_rows(HEADINGS "<row r=\"3\"/><row r=\"2\"/>", NULL, "sheet-order xl/worksheets/sheet2.xml");
    check_rows(HEADINGS "<row r=\"2\">" T("XFE2", "x") "</row>", NULL, "sheet-order xl/worksheets/sheet2.xml");
    check_rows(HEADINGS "<row r=\"2\">" T("B2", "x") T("A2", "x") "</row>", NULL, "sheet-order xl/worksheets/sheet2.xml");
    check_rows(HEADINGS "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>9</v></c></row>", NULL, "sheet-order xl/worksheets/sheet2.xml");
    check_rows(HEADINGS, "<mergeCells><mergeCell ref=\"A1:ZZZZ9\"/></mergeCells>", "sheet-order xl/worksheets/sheet2.xml");
    check_rows("<!DOCTYPE x [<!ENTITY a \"b\">]>", NULL, "part-xml xl/worksheets/sheet2.xml");
    check_rows(HEADINGS "<row>" T("A2", "&laugh;") "</row>", NULL, "part-doctype xl/worksheets/sheet2.xml");
    check_workbook(MAPPING, &(struct workbook_parts){.workbook = "<sheets/>", .rows = ""}, "sheet-column ID");
}

/* What repeats in a file of the most rows or cells. */
static void check_many(const char *row, size_t count, const char *expected)
{
    struct buffer part, file;
    struct sheets s;
    buffer_init(&part, 64 << 20);
    buffer_puts(&part, "<worksheet xmlns=\"" SHEET_NS "\"><sheetData>");
    for (size_t i = 0; i < count; i++)
        buffer_puts(&part, row);
    buffer_puts(&part, "</sheetData></worksheet>");
    const struct part parts[] = {
        {"[Content_Types].xml", TYPES}, {"_rels/.rels", RELATIONS(TO("r1", "officeDocument", "xl/workbook.xml"))},
        {"xl/workbook.xml", "<workbook xmlns=\"" SHEET_NS "\" xmlns:r=\"" RELATION "\"><sheets><sheet name=\"s\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels", RELATIONS(TO("r1", "worksheet", "sheet.xml"))}, {"xl/sheet.xml", part.at}, {NULL, NULL}};
    make_zip(&file, parts, false);
    begin(&s, MAPPING);
    read_bytes(&s, "answers.xlsx", file.at, file.len);
    same_text(told(&s), expected);
    end(&s);
    buffer_free(&file);
    buffer_free(&part);
}

Test(sheet, a_million_rows_of_nothing_are_no_answers_and_too_many_cells_too_many)
{
    check_many("<row/>", 1048576, "sheet-column ID");
    check_many("<row/>", 1048577, "sheet-order xl/sheet.xml");
    check_many("<row><c t=\"b\"><v>1</v></c></row>", 200001, "sheet-cells 200000");
}

Test(sheet, other_files_of_that_name_say_what_to_do)
{
    struct sheets s;
    static const char old[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 Workbook";
    begin(&s, MAPPING);
    read_bytes(&s, "answers.xls", old, sizeof old - 1);
    cr_assert_eq(s.fault.id, FAULT_SHEET_OLD);
    end(&s);
    begin(&s, MAPPING);
    read_bytes(&s, "answers.xlsx", "PK\3\4 not a zip", 14);
    cr_assert_eq(s.fault.id, FAULT_ZIP_BROKEN);
    end(&s);
}

/* ---- words ---- */

static const char *date_of(const char *text)
{
    static char out[32];
    char folded[WORDS_SIZE];
    struct buffer b;
    struct value v = {.type = VALUE_DATE};
    if (!words_fold(text, strlen(text), folded) || !words_date(folded, &v.as.date))
        return "none";
    buffer_init_fixed(&b, out, sizeof out);
    value_write(&b, &v);
    return out;
}

Test(sheet, days_are_read_as_people_write_them_and_never_guessed)
{
    static const char *const same[] = {"2026-01-15", "2026/1/15", "2026.01.15", "２０２６年１月１５日", "令和8年1月15日", "R8.1.15", "15 January 2026", "15-Jan-2026",
                                       "Jan 15, 2026", "January 15th, 2026", "2026/1/15 10:30"};
    static const char *const none[] = {"01/02/2026", "2026/2/30", "2026", "soon", "令和8年", "26/1/15", "2026-01-15 approx", ""};
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        cr_assert_str_eq(date_of(same[i]), "2026-01-15", "%s", same[i]);
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        cr_assert_str_eq(date_of(none[i]), "none", "%s", none[i]);
    cr_assert_str_eq(date_of("令和元年5月1日"), "2019-05-01");
}

Test(sheet, serial_days_count_from_1900_with_its_wrong_leap_day_or_from_1904)
{
    cr_assert_eq(xlsx_day(1, false), day_of(1900, 1, 1));
    cr_assert_eq(xlsx_day(59, false), day_of(1900, 2, 28));
    cr_assert_eq(xlsx_day(60, false), DAY_NONE);
    cr_assert_eq(xlsx_day(61, false), day_of(1900, 3, 1));
    cr_assert_eq(xlsx_day(46037, false), day_of(2026, 1, 15));
    cr_assert_eq(xlsx_day(0, true), day_of(1904, 1, 1));
    cr_assert_eq(xlsx_day(-1, false), DAY_NONE);
    cr_assert_eq(xlsx_day(1e300, false), DAY_NONE);
}

Test(sheet, formats_that_show_days_are_told_from_times_and_numbers)
{
    cr_assert_eq(xlsx_format_style("yyyy\"年\"m\"月\"d\"日\""), STYLE_DATE);
    cr_assert_eq(xlsx_format_style("m/d/yy h:mm"), STYLE_DATE);
    cr_assert_eq(xlsx_format_style("[h]:mm:ss"), STYLE_NUMBER);
    cr_assert_eq(xlsx_format_style("0.00E+00"), STYLE_NUMBER);
    cr_assert_eq(xlsx_format_style("#,##0;[Red]-#,##0"), STYLE_NUMBER);
    cr_assert_eq(xlsx_format_style("\"day\" 0"), STYLE_NUMBER);
    cr_assert_eq(xlsx_format_style("0.0%"), STYLE_PERCENT);
}

Test(sheet, names_of_cells_are_read_and_written)
{
    char name[16];
    uint32_t row, column;
    cell_name(1048576, 16384, name);
    cr_assert_str_eq(name, "XFD1048576");
    cr_assert(cell_parse("AA10", 4, &row, &column) && row == 10 && column == 27);
    cr_assert_not(cell_parse("A0", 2, &row, &column) || cell_parse("XFE1", 4, &row, &column) || cell_parse("A", 1, &row, &column) ||
                  cell_parse("12", 2, &row, &column) || cell_parse("A1048577", 8, &row, &column));
}
