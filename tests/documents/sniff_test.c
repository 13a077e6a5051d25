/* What a file is, from its first bytes. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "documents/load.h"
#include "documents/sniff.h"

struct row {
    const char *name, *at;
    size_t len;
    enum sniffed what;
};
#define ROW(name, text, what) { name, text, sizeof text - 1, what }

static const struct row rows[] = {
    ROW("a", "<supplier xmlns=\"urn:kijun:1\" id=\"a\"", SNIFF_SUPPLIER),
    ROW("a.xml", "\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<!-- <x> -->\n<supplier xmlns='urn:kijun:1'", SNIFF_SUPPLIER),
    ROW("a.xml", "<k:supplier xmlns:k=\"urn:kijun:1\"/>", SNIFF_SUPPLIER),
    ROW("a.txt", "<supplier xmlns=\"urn:kijun:1\"/>", SNIFF_SUPPLIER),
    ROW("a.xml", "\xFF\xFE<\0s\0u\0p\0p\0l\0i\0e\0r\0 \0x\0m\0l\0n\0s\0=\0'\0u\0r\0n\0:\0k\0i\0j\0u\0n\0:\0001\0'\0>\0", SNIFF_SUPPLIER),
    ROW("a.xml", "<dossier xmlns=\"urn:kijun:1\">", SNIFF_DOSSIER),
    ROW("a.xml", "<contract xmlns=\"urn:kijun:1\">", SNIFF_XML),
    ROW("a.xml", "<suppliers xmlns=\"urn:kijun:1\">", SNIFF_XML),
    ROW("a.xml", "<supplier>", SNIFF_XML),
    ROW("a.xml", "<!DOCTYPE supplier>", SNIFF_XML),
    ROW("a.xml", "<!-- never ends", SNIFF_XML),
    ROW("a.xml", "", SNIFF_XML),
    ROW("a.xml", "no markup", SNIFF_XML),
    ROW("a.xml", "\x1F\x8B\x08\0", SNIFF_XML),
    ROW("a.bin", "\0\0\0<", SNIFF_XML),
    ROW("a.bin", "\x4C\x6F\xA7\x94", SNIFF_XML),
    ROW("a.html", "<html><body>", SNIFF_HTML),
    ROW("a", "<!DOCTYPE html>", SNIFF_HTML),
    ROW("a.txt", "<!-- a --><HTML lang=ja>", SNIFF_HTML),
    ROW("a.docx", "<!doctype html><p>", SNIFF_HTML),
    ROW("a.xhtml", "<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"\"><html>", SNIFF_HTML),
    ROW("a.htm", "no markup", SNIFF_HTML),
    ROW("a.html", "<p>only a piece", SNIFF_HTML),
    ROW("a.html", "<!DOCTYPE html><head><meta name=\"generator\" content=\"kijun 0.1.0\">", SNIFF_OTHER),
    ROW("a.htmlx", "<p>only a piece", SNIFF_XML),
    ROW("a.xml", "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\">", SNIFF_AKOMA),
    ROW("a.txt", "<?xml version=\"1.0\"?><an:akomaNtoso xmlns:an=\"urn:x\">", SNIFF_AKOMA),
    ROW("a.xml", "<o:document xmlns:o=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\">", SNIFF_ODT),
    ROW("a.xml", "<document>", SNIFF_XML),
    ROW("a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\">", SNIFF_OTHER),
    ROW("a.md", "<p align=\"center\">", SNIFF_OTHER),
    ROW("a.txt", "<draft> agreement", SNIFF_TEXT),
    ROW("a.TXT", "Agreement", SNIFF_TEXT),
    ROW("a.txt", "", SNIFF_TEXT),
    ROW("a", "Agreement", SNIFF_OTHER),
    ROW("a", "", SNIFF_OTHER),
    ROW("a.docx", "anything", SNIFF_WORD),
    ROW("a.odt", "anything", SNIFF_ODT),
    ROW("a.docx", "PK\3\4....mimetypeapplication/vnd.oasis.opendocument.textPK", SNIFF_ODT),
    ROW("a.odt", "PK\3\4....[Content_Types].xml....word/document.xml", SNIFF_WORD),
    ROW("a", "PK\3\4....mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK", SNIFF_OTHER),
    ROW("a.DOCM", "", SNIFF_WORD),
    ROW("a", "PK\3\4....[Content_Types].xml....word/document.xml", SNIFF_WORD),
    ROW("a.xlsx", "PK\3\4....[Content_Types].xml....xl/workbook.xml", SNIFF_XLSX),
    ROW("a.bin", "PK\3\4....xl/workbook.xml", SNIFF_XLSX),
    ROW("x/~$a.xlsx", "\5owner", SNIFF_OTHER),
    ROW("a.xls", "\xD0\xCF\x11\xE0", SNIFF_XLSX),
    ROW("a.ods", "PK\3\4....mimetypeapplication/vnd.oasis.opendocument.spreadsheet", SNIFF_XLSX),
    ROW("a.CSV", "id;answer", SNIFF_CSV),
    ROW("a.csv", "<a>;b", SNIFF_CSV),
    ROW("a.tsv", "id\tanswer", SNIFF_OTHER),
    ROW("a.zip", "PK\3\4....a.txt", SNIFF_OTHER),
    ROW("a.pdf", "%PDF-1.7", SNIFF_UNREAD),
    ROW("a.pdf", "", SNIFF_UNREAD),
    ROW("a", "%PDF-1.4", SNIFF_UNREAD),
    ROW("a.RTF", "", SNIFF_UNREAD),
    ROW("a", "{\\rtf1", SNIFF_UNREAD),
    ROW("a.odt", "PK", SNIFF_ODT),
    ROW("a.doc", "", SNIFF_UNREAD),
    ROW("a.png", "\x89PNG", SNIFF_OTHER),
    ROW("a.json", "{}", SNIFF_OTHER),
};

Test(sniff, files_are_told_apart_by_what_they_hold)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        cr_expect_eq(load_sniff(rows[i].name, rows[i].at, rows[i].len), rows[i].what, "%s: %s", rows[i].name, rows[i].at);
}

Test(sniff, every_prefix_of_a_document_can_be_looked_at)
{
    static const char whole[] = "\xEF\xBB\xBF<?xml version=\"1.0\"?><!-- a --><k:supplier xmlns:k=\"urn:kijun:1\">";
    for (size_t n = 0; n < sizeof whole; n++) {
        char *exact = strndup(whole, n);
        load_sniff("x", exact, n);
        free(exact);
    }
}
