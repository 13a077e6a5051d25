/* A document that is read the quick way gives exactly what libxml2 makes of it. */
#include <criterion/criterion.h>
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "documents/xml_check.h"
#include "documents/xml_reader.h"
#include "load_support.h"
#include "support/support.h"

/* Looks at a copy that ends where it ends, so that a read beyond it is seen. */
static bool check(const char *text, size_t len, unsigned *signs)
{
    char *exact = malloc(len + 1);
    cr_assert_not_null(exact);
    memcpy(exact + 1, text, len);
    bool good = xml_check(exact + 1, len, signs);
    free(exact);
    return good;
}

/* A few thousand texts of all kinds of characters, so that each stands at every place of a block. */
Test(xml_check, every_character_is_seen_wherever_it_stands)
{
    static const char *const piece[] = {"a", "<", "\t\n", "0123456789abcdef", "é", "あ", "契約", "（", "\xE0\xA0\x80", "\xED\x9F\xBF",
                                        "\xEF\xBF\xBD", "𠮷", "甲は、乙に対し", "\x7F", "&", "]", "\r", "\xE3\x81", "\xEF\xBF\xBE",
                                        "\xFF", "\x01", "\x1F", "\x0B"};
    enum { GOOD = 17, ALL = sizeof piece / sizeof *piece, ROUNDS = 40000 };
    uint32_t seed = 1;
    for (int round = 0; round < ROUNDS; round++) {
        char text[512] = "";
        size_t len = 0, pieces = (seed = seed * 1664525 + 1013904223) >> 27;
        bool bad = false;
        unsigned expected = 0, signs = 0;
        for (size_t i = 0; i < pieces; i++) {
            size_t which = ((seed = seed * 1664525 + 1013904223) >> 16) % (round % 4 == 0 ? ALL : round % 4 == 1 ? GOOD : GOOD - 3);
            memcpy(text + len, piece[which], strlen(piece[which]));
            len += strlen(piece[which]);
            bad |= which >= GOOD;
            expected |= which == 14 ? XML_SIGN_AMPERSAND : which == 15 ? XML_SIGN_BRACKET : which == 16 ? XML_SIGN_RETURN : 0;
        }
        bool good = check(text, len, &signs);
        cr_assert_eq(good, !bad, "%s", text);
        cr_assert(bad || signs == expected, "%s", text);
    }
}

Test(xml_check, only_what_xml_allows_passes)
{
    static const char *const bad[] = {
        "\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xC2", "\xC2x", "\xE0\x80\x80", "\xE0\x9F\xBF", "\xE3\x81", "\xE3\x81x", "\xED\xA0\x80",
        "\xED\xBF\xBF", "\xEF\xBF\xBE", "\xEF\xBF\xBF", "\xF0\x80\x80\x80", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80",
        "\xF0\x9F\x98", "\xFE", "\xFF", "あ\xE3", "\x01", "\x08", "\x0C", "\x0E", "\x1F",
    };
    static const char *const good[] = {"", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80", "\xEF\xBF\xBD",
                                       "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF", "\x7F", "\t\n\r "};
    unsigned signs;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        cr_expect_not(check(bad[i], strlen(bad[i]), &signs), "%zu", i);
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        cr_expect(check(good[i], strlen(good[i]), &signs), "%zu", i);
    cr_expect_not(check("a\0b", 3, &signs));
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

static void put_between(struct buffer *b, const char *first, const char *last, const char *at, size_t len)
{
    struct loaded l;
    struct buffer text;
    buffer_init(&text, 1 << 20);
    buffer_puts(&text, first);
    buffer_add(&text, at, len);
    buffer_puts(&text, last);
    load_bytes(&l, text.at, text.len);
    put_result(&l, b);
    loaded_end(&l);
    buffer_free(&text);
}

/* A processing instruction leaves a document to libxml2; in front of it, it moves no line. */
static bool reads_the_same(const char *at, size_t len)
{
    bool declared = len >= 5 && memcmp(at, "<?xml", 5) == 0; /* which must come first */
    struct buffer quick, left;
    put_between(&quick, "", "", at, len);
    put_between(&left, declared ? "" : "<?x?>", declared ? "<?x?>" : "", at, len);
    bool same = strcmp(quick.at, left.at) == 0;
    if (!same)
        same_text(left.at, quick.at);
    buffer_free(&quick);
    buffer_free(&left);
    return same;
}

/* True if the quick way takes the document. */
static bool is_quick(const char *text, size_t len)
{
    struct xml_reader *x = xml_reader_new(false);
    struct arena *arena = arena_new(LOAD_ARENA_BYTES);
    struct subject subject = {.id = "s"};
    struct document document = {.file = "x.xml", .shown = "x.xml"};
    struct builder b = {arena, &subject, &document};
    cr_assert(x && arena);
    x->b = &b;
    x->first = &document;
    x->frames[0] = (struct xml_frame){x->outside, NULL};
    bool good = xml_quick(x, text, len);
    arena_free(arena);
    xml_reader_free(x);
    return good;
}

#define PROSE(text) CLAUSE("<text>" text "</text>")

Test(xml_quick, odd_documents_give_the_same)
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
        reads_the_same(documents[i], strlen(documents[i]));
}

/* Else the other tests would compare libxml2 with itself. */
Test(xml_quick, plain_documents_are_read_the_quick_way)
{
    static const char *const plain[] = {
        PROSE("契約~契約"), PROSE("a &amp; b &lt;c&gt; &quot;&apos;"), PROSE("\r\n a\r\nb\r\n"), PROSE("a <!-- b --> c"), PROSE("[a] ]] b"),
        PROSE("") "\n", "<!-- a -->" PROSE("b") "<!--c-->", "<contract" NS " kind='nda' title='a \"b\" &amp; > c'/>",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" PROSE("a"), "<?xml version=\"1.0\"?>" PROSE("a"),
        "<contract" NS "\n  kind=\"nda\"\r\n\ttitle=\"a\"\n/>", CLAUSE("<text/>"), CLAUSE("<text >a</text >"),
        "<contract xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"urn:kijun:1 kijun.xsd\"" NS
        " kind=\"nda\" title=\"a\"/>",
        "<dossier" NS "><contract kind=\"nda\" title=\"a\"/><contract kind=\"nda\" title=\"b\"/></dossier>",
    };
    static const char *const others[] = {
        "<", ">", "<>", "</>", "<!-->", "<contract>", PROSE("a") "<", PROSE("a") "x", PROSE("a") PROSE("b"), PROSE("&#65;"), PROSE("a]]>"),
        PROSE("<![CDATA[a]]>"), "<?xml version=\"1.1\"?>" PROSE("a"), "<?x?>" PROSE("a"), PROSE("a\rb"), PROSE("&amp"), PROSE("<!-- -- -->"),
        "<contract" NS " kind=\"nda\"title=\"a\"/>", "<contract" NS " kind=\"nda\" kind=\"nda\" title=\"a\"/>",
        "<contract" NS NS " kind=\"nda\" title=\"a\"/>", "<contract kind=\"nda\" title=\"a\"/>", "<contract" NS " kind=\"nda\"/>",
        "<contract" NS " kind=\"nda\" title=\"<\"/>", "<contract" NS " kind=\"nda\" title=\"a\" other=\"b\"/>",
        "<contract" NS " kind=\"nda\" title=\"a\" xsi:schemaLocation=\"b\"/>", "<dossier" NS "/>", "<dossier" NS "></dossier>",
        CONTRACT("<clause number=\"1\"></contract></clause>"), CONTRACT("a"), CONTRACT("<clause" NS " number=\"1\"/>"),
    };
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
        cr_expect(is_quick(plain[i], strlen(plain[i])), "%s", plain[i]);
        reads_the_same(plain[i], strlen(plain[i]));
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        cr_expect_not(is_quick(others[i], strlen(others[i])), "%s", others[i]);
        reads_the_same(others[i], strlen(others[i]));
    }
}

static const char rich[] =
    "<!-- head -->\n<dossier" NS ">\n<supplier id=\"s1\" name=\"A &amp; B\" tier='critical' kind=\"company\" country=\"JP\">\n"
    "  <asset class=\"customer-data\" name=\"a\" access=\"admin\"/>\r\n  <risk scenario=\"leak\" impact=\"4\" likelihood=\"3\"/>\n"
    "</supplier>\n<contract id=\"c1\" kind=\"nda\" title=\"題 [x]\" effective=\"2025-04-01\">\n  <clause number=\"1\" heading=\"h\">\n"
    "    <text>甲は、\n   乙に &lt;開示&gt; する。<!-- c --> ]] \r\n</text>\n    <duration name=\"period\" value=\"P2Y\" />\n"
    "    <clause number=\"1.1\"><text >b</text ><text/></clause>\n  </clause>\n</contract>\n</dossier>\n";

/* One or two bytes replaced, dropped or doubled, wherever they stand: what is wrong is said alike, and what is right is read
 * alike. */
Test(xml_quick, changed_documents_give_the_same)
{
    static const char signs[] = "<>/=\"'&;!-[]?: \n\r\tax1\x01\xE3\x81\xFF";
    enum { ROUNDS = 4000 };
    uint32_t seed = 7;
    int quick = 0;
    for (int round = 0; round < ROUNDS; round++) {
        char text[2 * sizeof rich];
        size_t len = sizeof rich - 1;
        memcpy(text, rich, sizeof rich);
        for (int change = 0; change <= round % 2; change++) {
            size_t at = 1 + ((seed = seed * 1664525 + 1013904223) >> 8) % (len - 1), what = (seed = seed * 1664525 + 1013904223) >> 24;
            if (what < 128) {
                text[at] = signs[what % (sizeof signs - 1)];
            } else {
                size_t to = what < 192 ? at + 1 : at, from = what < 192 ? at : at + 1;
                memmove(text + to, text + from, len - from);
                len += to - from;
            }
        }
        cr_assert(reads_the_same(text, len), "%.*s", (int)len, text);
        quick += is_quick(text, len);
    }
    cr_expect_gt(quick, ROUNDS / 20, "%d", quick);
    cr_expect_lt(quick, ROUNDS * 4 / 5, "%d", quick);
}

Test(xml_quick, long_text_is_taken_from_the_right_place)
{
    struct buffer b;
    buffer_init(&b, 1 << 20);
    buffer_puts(&b, "<contract" NS " kind=\"nda\" title=\"題\">");
    for (int i = 0; i < 500; i++)
        buffer_printf(&b, "\n<clause number=\"第%d条\" heading=\"見出し%d &amp; あ\"><text>本文%d。&lt;あ&gt;\r\nい%*s</text></clause>", i, i, i,
                      i % 90, "う");
    buffer_puts(&b, "</contract>");
    reads_the_same(b.at, b.len);
    buffer_free(&b);
}

Test(xml_quick, the_suppliers_of_the_fixtures_give_the_same)
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
            reads_the_same(text, len);
            free(text);
            count++;
        }
    }
    closedir(top);
    cr_expect_gt(count, 15);
}
