/* A document that is shown to the parser masked gives exactly what it gives unmasked. */
#include <criterion/criterion.h>
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "documents/xml_mask.h"
#include "load_support.h"
#include "support/support.h"

static enum masked mask(const char *text, size_t len, const char *expected)
{
    char out[128];
    memset(out, 'x', sizeof out);
    enum masked m = xml_mask(text, len, out);
    if (expected)
        cr_expect_str_eq(out, expected);
    return m;
}

Test(xml_mask, characters_beyond_ascii_become_tildes_byte_for_byte)
{
    cr_expect_eq(mask("plain text\n\x01\x7F", 13, "plain text\n\x01\x7F"), MASKED_NOTHING);
    cr_expect_eq(mask("", 0, ""), MASKED_NOTHING);
    cr_expect_eq(mask("aあbé𠮷", 11, "a~~~b~~~~~~"), MASKED_TEXT);
    cr_expect_eq(mask("あ", 3, "~~~"), MASKED_TEXT);
    cr_expect_eq(mask("123456789あ12345678", 20, "123456789~~~12345678"), MASKED_TEXT);
}

/* A few thousand texts of all kinds of characters, so that each stands at every place of a block. */
Test(xml_mask, every_character_is_masked_wherever_it_stands)
{
    static const char *const piece[] = { "a", "<", "~", "0123456789abcdef", "é", "あ", "契約", "（", "\xE0\xA0\x80", "\xED\x9F\xBF",
                                         "\xEF\xBF\xBD", "𠮷", "甲は、乙に対し", "\xE3\x81", "\xEF\xBF\xBE", "\xFF" };
    enum { GOOD = 13, ALL = sizeof piece / sizeof *piece, ROUNDS = 20000 };
    uint32_t seed = 1;
    for (int round = 0; round < ROUNDS; round++) {
        char text[512] = "", expected[512] = "", out[512];
        size_t len = 0, pieces = (seed = seed * 1664525 + 1013904223) >> 27;
        bool high = false, bad = false;
        for (size_t i = 0; i < pieces; i++) {
            size_t which = ((seed = seed * 1664525 + 1013904223) >> 16) % (round % 8 ? GOOD : ALL), n = strlen(piece[which]);
            memcpy(text + len, piece[which], n);
            for (size_t k = 0; k < n; k++)
                expected[len + k] = piece[which][k] & 0x80 ? XML_MASK : piece[which][k];
            high |= (piece[which][0] & 0x80) != 0;
            bad |= which >= GOOD;
            len += n;
        }
        char *exact = malloc(len + 1); /* so that a read beyond it is seen */
        memcpy(exact, text, len + 1);
        enum masked m = xml_mask(exact, len, out);
        cr_assert_eq(m, bad ? MASKED_INVALID : high ? MASKED_TEXT : MASKED_NOTHING, "%s", text);
        cr_assert(bad || strcmp(out, expected) == 0, "%s", text);
        free(exact);
    }
}

Test(xml_mask, only_what_xml_allows_is_masked)
{
    static const char *const bad[] = {
        "\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xC2", "\xC2x", "\xE0\x80\x80", "\xE0\x9F\xBF", "\xE3\x81", "\xE3\x81x", "\xED\xA0\x80",
        "\xED\xBF\xBF", "\xEF\xBF\xBE", "\xEF\xBF\xBF", "\xF0\x80\x80\x80", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80",
        "\xF0\x9F\x98", "\xFE", "\xFF", "あ\xE3",
    };
    static const char *const good[] = { "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80", "\xEF\xBF\xBD",
                                        "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF" };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        cr_expect_eq(mask(bad[i], strlen(bad[i]), NULL), MASKED_INVALID, "%zu", i);
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        cr_expect_eq(mask(good[i], strlen(good[i]), NULL), MASKED_TEXT, "%zu", i);
}

static void put_result(struct loaded *l, struct buffer *b)
{
    char text[2048];
    fault_text(&l->fault, LANGUAGE_EN, text, sizeof text);
    buffer_init(b, 1 << 24);
    buffer_printf(b, "%d %s\n", l->status, text);
    dump_subject(l->subject, b);
    cr_assert_not(b->failed);
}

/* A document over a megabyte is not masked: the same one, followed by that much white space, must give the same. */
static void same_unmasked(const char *at, size_t len)
{
    const size_t more = 1 << 20;
    struct loaded l;
    struct buffer masked, plain;
    char *padded = malloc(len + more);
    cr_assert_not_null(padded);
    memcpy(padded, at, len);
    memset(padded + len, ' ', more);
    load_bytes(&l, at, len);
    put_result(&l, &masked);
    loaded_end(&l);
    load_bytes(&l, padded, len + more);
    put_result(&l, &plain);
    loaded_end(&l);
    same_text(masked.at, plain.at);
    buffer_free(&masked);
    buffer_free(&plain);
    free(padded);
}

#define PROSE(text) CLAUSE("<text>" text "</text>")

Test(xml_mask, odd_documents_give_the_same)
{
    static const char *const documents[] = {
        PROSE("契約~契約"), PROSE("~"), PROSE("あ&#126;あ"), PROSE("あ&#x3042;あ"), PROSE("あ&lt;~&amp;あ"), PROSE("あ\rあ\r\nあ"),
        PROSE("<![CDATA[あ~]]>あ"), PROSE("あ<!-- い --><?う え?>お"), PROSE("あ]]あ"), PROSE("あ]]>あ"), PROSE("あ&い;"), PROSE("あ &"),
        "<contract" NS " kind=\"nda\" title=\"契約~\"/>", "<contract" NS " kind=\"nda\" title=\"契&#x7D04;\"/>",
        "<contract" NS " kind=\"nda\" title=\"契\n約\t&amp;\"/>", "<contract" NS " kind=\"あ\" title=\"い\"/>",
        "<contract" NS " kind=\"nda\" title=\"あ\" effective=\"２０２６\"/>", "<contract" NS " 種類=\"nda\" title=\"x\"/>",
        "<契約" NS "/>", CONTRACT("　<clause number=\"1\"/>"), CONTRACT("<条項/>"), "<contract　kind=\"nda\"/>", PROSE("あ") "い",
        "<?xml version=\"1.0\" encoding=\"あ\"?>" PROSE("い"), "<!-- あ -->" PROSE("い") "<!-- う -->", PROSE("あ\x01"), PROSE("あ\xFF"),
        "<あ:contract xmlns:あ=\"urn:kijun:1\" kind=\"nda\" title=\"x\"/>", "<contract xmlns=\"urn:基準\"/>",
        "<contract" NS " kind=\"nda\" title=\"あ\"><clause number=\"第1条\"/><clause number=\"第1条\"/></contract>",
        "<dossier" NS "><contract kind=\"nda\" title=\"あ\"/><contract kind=\"nda\" title=\"い\"/><contract title=\"う\"/></dossier>",
        "<!DOCTYPE あ [<!ENTITY い \"う\">]>" PROSE("え"), PROSE("あ") "</あ>",
    };
    for (size_t i = 0; i < sizeof documents / sizeof *documents; i++)
        same_unmasked(documents[i], strlen(documents[i]));
}

Test(xml_mask, long_text_is_taken_from_the_right_place)
{
    struct buffer b;
    buffer_init(&b, 1 << 20);
    buffer_puts(&b, "<contract" NS " kind=\"nda\" title=\"題\">");
    for (int i = 0; i < 500; i++)
        buffer_printf(&b, "\n<clause number=\"第%d条\" heading=\"見出し%d &amp; あ\"><text>本文%d。&lt;あ&gt;\r\nい%*s</text></clause>", i, i, i,
                      i % 90, "う");
    buffer_puts(&b, "</contract>");
    same_unmasked(b.at, b.len);
    buffer_free(&b);
}

Test(xml_mask, the_suppliers_of_the_fixtures_give_the_same)
{
    size_t count = 0;
    DIR *top = opendir("fixtures/portfolio");
    cr_assert_not_null(top);
    for (const struct dirent *e; (e = readdir(top)) != NULL; ) {
        static const char *const names[] = { "supplier.xml", "contract.xml", "response-2026.xml" };
        for (size_t i = 0; i < 3 && e->d_name[0] != '.'; i++) {
            char path[1024];
            snprintf(path, sizeof path, "fixtures/portfolio/%s/%s", e->d_name, names[i]);
            FILE *f = fopen(path, "rb");
            if (!f)
                continue;
            fclose(f);
            size_t len;
            char *text = read_text(path, &len);
            same_unmasked(text, len);
            free(text);
            count++;
        }
    }
    closedir(top);
    cr_expect_gt(count, 15);
}
