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
    ROW("a.html", "<html><body>", SNIFF_OTHER),
    ROW("a", "<!DOCTYPE html>", SNIFF_OTHER),
    ROW("a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\">", SNIFF_OTHER),
    ROW("a.md", "<p align=\"center\">", SNIFF_OTHER),
    ROW("a.txt", "<draft> agreement", SNIFF_TEXT),
    ROW("a.TXT", "Agreement", SNIFF_TEXT),
    ROW("a.txt", "", SNIFF_TEXT),
    ROW("a", "Agreement", SNIFF_OTHER),
    ROW("a", "", SNIFF_OTHER),
    ROW("a.docx", "anything", SNIFF_WORD),
    ROW("a.DOCM", "", SNIFF_WORD),
    ROW("a", "PK\3\4....[Content_Types].xml....word/document.xml", SNIFF_WORD),
    ROW("a.xlsx", "PK\3\4....[Content_Types].xml....xl/workbook.xml", SNIFF_OTHER),
    ROW("a.zip", "PK\3\4....a.txt", SNIFF_OTHER),
    ROW("a.pdf", "%PDF-1.7", SNIFF_UNREAD),
    ROW("a.pdf", "", SNIFF_UNREAD),
    ROW("a", "%PDF-1.4", SNIFF_UNREAD),
    ROW("a.RTF", "", SNIFF_UNREAD),
    ROW("a", "{\\rtf1", SNIFF_UNREAD),
    ROW("a.odt", "PK", SNIFF_UNREAD),
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
