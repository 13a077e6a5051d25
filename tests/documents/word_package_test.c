/* Files that are no Word documents, or not to be trusted: each has its own fault, none crashes. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "contract_support.h"
#include "support/support.h"

#define TYPES_OPEN "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
#define WORD_TYPE \
    TYPES_OPEN "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument." \
               "wordprocessingml.document.main+xml\"/></Types>"
#define RELATIONS(type, target, more) \
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"" \
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/" type "\" Target=\"" target "\"" more \
    "/></Relationships>"
#define MAIN RELATIONS("officeDocument", "word/document.xml", "")
#define BODY(text) "<w:document xmlns:w=\"" WORD_NAMESPACE "\"><w:body>" text "</w:body></w:document>"

static void check_bytes(const char *at, size_t len, const char *fault)
{
    struct reading_test r;
    bytes_contract(&r, at, len);
    cr_expect_eq(r.status, -1);
    cr_expect_str_eq(fault_of(&r), fault);
    cr_expect_str_eq(r.document.fault.file, "contract");
    cr_expect_null(r.subject.contracts.first, "half a contract was left");
    reading_end(&r);
}

static void check_parts(const struct part *parts, const char *fault)
{
    struct buffer file;
    make_zip(&file, parts, true);
    check_bytes(file.at, file.len, fault);
    buffer_free(&file);
}

static void check_document(const char *document, const char *fault)
{
    const struct part parts[] = {
        {"[Content_Types].xml", WORD_TYPE}, {"_rels/.rels", MAIN}, {"word/document.xml", document}, {NULL, NULL}};
    check_parts(parts, fault);
}

Test(word_package, nothing_and_text_are_no_archive)
{
    check_bytes("", 0, "zip-none");
    check_bytes("hello", 5, "zip-none");
    check_bytes("PK\x03\x04 and no more", 16, "zip-broken");
}

Test(word_package, a_pdf_is_told) { check_bytes("%PDF-1.7\n...", 12, "word-pdf"); }

Test(word_package, an_old_word_file_is_told_from_one_with_a_password)
{
    static const char old[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 WordDocument";
    static const char locked[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";
    check_bytes(old, sizeof old, "word-old");
    check_bytes(locked, sizeof locked, "word-password");
}

Test(word_package, an_archive_without_content_types_is_no_word_file)
{
    check_parts((const struct part[]){{"readme.txt", "hello"}, {NULL, NULL}}, "word-none");
}

Test(word_package, a_spreadsheet_is_no_word_file)
{
    check_parts((const struct part[]){{"[Content_Types].xml",
                                       TYPES_OPEN "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd."
                                                  "openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"},
                                      {"_rels/.rels", RELATIONS("officeDocument", "xl/workbook.xml", "")},
                                      {"xl/workbook.xml", "<workbook/>"},
                                      {NULL, NULL}},
                "word-none");
}

Test(word_package, missing_parts_are_named)
{
    struct reading_test r;
    struct buffer file;
    make_zip(&file, (const struct part[]){{"[Content_Types].xml", WORD_TYPE}, {"_rels/.rels", MAIN}, {NULL, NULL}}, true);
    bytes_contract(&r, file.at, file.len);
    cr_assert_str_eq(fault_of(&r), "zip-part");
    cr_assert_str_eq(r.document.fault.arg[0], "word/document.xml");
    reading_end(&r);
    buffer_free(&file);
    check_parts((const struct part[]){{"[Content_Types].xml", WORD_TYPE}, {NULL, NULL}}, "zip-part");
}

Test(word_package, an_external_document_is_not_fetched)
{
    check_parts((const struct part[]){{"[Content_Types].xml", WORD_TYPE},
                                      {"_rels/.rels",
                                       RELATIONS("officeDocument", "https://example.com/a.xml", " TargetMode=\"External\"")},
                                      {NULL, NULL}},
                "word-none");
}

Test(word_package, a_target_outside_the_package_is_ignored)
{
    check_parts((const struct part[]){{"[Content_Types].xml", WORD_TYPE},
                                      {"_rels/.rels", RELATIONS("officeDocument", "../../etc/passwd", "")},
                                      {NULL, NULL}},
                "word-none");
}

Test(word_package, a_part_that_is_there_twice_is_refused)
{
    check_parts((const struct part[]){{"[Content_Types].xml", WORD_TYPE},
                                      {"_rels/.rels", MAIN},
                                      {"word/document.xml", BODY(P("一つ目。"))},
                                      {"WORD/document.xml", BODY(P("二つ目。"))},
                                      {NULL, NULL}},
                "zip-twice");
}

Test(word_package, a_document_without_text_is_an_error) { check_document(BODY("<w:p/>"), "text-empty"); }

Test(word_package, a_doctype_is_refused)
{
    check_document("<!DOCTYPE w [<!ENTITY a \"b\">]>" BODY(P("&a;")), "part-doctype");
    check_document("<!DOCTYPE w SYSTEM \"file:///etc/passwd\">" BODY(P("a")), "part-doctype");
}

Test(word_package, an_entity_is_refused) { check_document(BODY(P("&lol;")), "part-doctype"); }

Test(word_package, a_broken_part_is_an_error)
{
    check_document(BODY("<w:p>"), "part-xml");
    check_document("<w:document>", "part-xml");
    check_document("", "part-encoding");
    check_document("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" BODY(P("a")), "part-encoding");
    check_document("<?xml version=\"1.0\" encoding=\"EBCDIC-US\"?>" BODY(P("a")), "part-encoding");
    check_document(BODY(P("\xFF\xFE")), "part-xml");
}

Test(word_package, text_in_another_format_is_not_left_out_in_silence)
{
    check_document(BODY(P("本文。") "<w:altChunk/>"), "word-chunk");
}

/* `count` times `text` between two ends. */
static char *repeated(const char *before, const char *text, size_t count, const char *after)
{
    size_t n = strlen(text), first = strlen(before), last = strlen(after);
    char *out = malloc(first + n * count + last + 1);
    cr_assert_not_null(out);
    memcpy(out, before, first);
    for (size_t i = 0; i < count; i++)
        memcpy(out + first + i * n, text, n);
    memcpy(out + first + n * count, after, last + 1);
    return out;
}

static void check_repeated(const char *before, const char *text, size_t count, const char *after, const char *fault)
{
    char *document = repeated(before, text, count, after);
    check_document(document, fault);
    free(document);
}

#define OPEN "<w:document xmlns:w=\"" WORD_NAMESPACE "\"><w:body>"
#define CLOSE "</w:body></w:document>"

Test(word_package, a_bomb_is_stopped_while_it_unpacks)
{
    check_repeated(OPEN "<w:p><w:r><w:t>", "          ", 2000000, "</w:t></w:r></w:p>" CLOSE, "zip-bomb");
    check_repeated(OPEN "<w:p><w:r><w:t>", "          ", 200000, "</w:t></w:r></w:p>" CLOSE, "zip-bomb");
}

Test(word_package, deep_nesting_is_refused)
{
    check_repeated(OPEN, "<w:sdt>", 300, CLOSE, "part-depth");
    check_repeated(OPEN, "<w:tbl><w:tr><w:tc>", 25, CLOSE, "part-depth");
    check_repeated(OPEN, "<w:p><w:r><w:txbxContent>", 10, CLOSE, "part-depth");
    check_repeated(OPEN "<w:p>", "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>", 30, "</w:p>" CLOSE, "part-depth");
}

Test(word_package, too_many_attributes_are_refused_before_they_are_compared)
{
    struct buffer attributes;
    buffer_init(&attributes, 1 << 20);
    for (int i = 0; i < 40000; i++)
        buffer_printf(&attributes, " a%d='>'", i);
    char *document = repeated(OPEN "<w:p", attributes.at, 1, "/>" CLOSE);
    check_document(document, "part-attributes");
    free(document);
    buffer_free(&attributes);
}

/* ---- damage ---- */

static const char sample_body[] = P("業務委託契約書") N(1, 0, "（目的）") P("乙は、事故を24時間以内に報告する。") N(1, 1, "項")
    "<w:tbl><w:tr><w:tc>" P("項目") "</w:tc><w:tc>" P("期限") "</w:tc></w:tr></w:tbl><w:p><w:del><w:r><w:delText>旧"
    "</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins></w:p>";
static const char sample_lists[] = LIST(0, LEVEL(0, "decimal", "第%1条") LEVEL(1, "decimal", "%2")) NUM(1, 0);

/* Whatever comes of a damaged file, it is a contract or a fault, never both, and no memory is touched that should not be. */
static void survives(const char *at, size_t len)
{
    struct reading_test r;
    bytes_contract(&r, at, len);
    reading_end(&r);
}

Test(word_package, a_file_cut_off_anywhere_is_an_error)
{
    struct buffer file;
    make_word(&file, sample_body, NULL, sample_lists);
    for (size_t len = 0; len < file.len; len += len < 200 ? 1 : 13) {
        struct reading_test r;
        bytes_contract(&r, file.at, len);
        cr_expect_eq(r.status, -1, "%zu bytes of %zu were taken as whole", len, file.len);
        reading_end(&r);
    }
    buffer_free(&file);
}

Test(word_package, a_byte_changed_anywhere_does_no_harm)
{
    struct buffer file;
    make_word(&file, sample_body, NULL, sample_lists);
    for (size_t i = 0; i < file.len; i++) {
        char kept = file.at[i];
        file.at[i] = (char)(kept ^ (1 << (i % 8)));
        survives(file.at, file.len);
        file.at[i] = kept;
    }
    buffer_free(&file);
}

/* The parts themselves, not their packing: the bytes that the XML reader and the walk over the document see. */
Test(word_package, markup_changed_anywhere_does_no_harm)
{
    size_t len = strlen(sample_body);
    char *body = malloc(len + 1);
    cr_assert_not_null(body);
    for (size_t i = 0; i < len; i++) {
        memcpy(body, sample_body, len + 1);
        memmove(body + i, body + i + 1 + i % 5 * (i + 6 < len), len - i - i % 5 * (i + 6 < len));
        struct buffer file;
        make_word(&file, body, NULL, sample_lists);
        survives(file.at, file.len);
        buffer_free(&file);
    }
    free(body);
}
