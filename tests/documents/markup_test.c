/* Markup that is read the quick way, wholly or up to some place, gives exactly what libxml2 makes of it. */
#include <criterion/criterion.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "markup_log.h"

enum { LOG_BYTES = 1024 * 1024 };

static void same_both_ways(const char *at, size_t len)
{
    struct buffer quick, left;
    buffer_init(&quick, LOG_BYTES);
    buffer_init(&left, LOG_BYTES);
    bool read = markup_log(at, len, &quick);
    if (read)
        markup_log_left(at, len, &left);
    cr_assert(!read || (quick.len == left.len && memcmp(quick.at, left.at, quick.len) == 0), "%.*s\nquick:\n%.*s\nlibxml2:\n%.*s", (int)len, at,
              (int)quick.len, quick.at, (int)left.len, left.at);
    buffer_free(&quick);
    buffer_free(&left);
}

#define W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""

static const char *const parts[] = {
    "<a/>", "<a></a>", "<a/>\n ", "<a>\n<b\n x='1'\n/>\n</a\n>", "<a x=\"1\" y='2'/>", "<a>t&amp;u&lt;&gt;&quot;&apos;v</a>",
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<w:p " W "><w:t xml:space=\"preserve\"> 契約 </w:t></w:p>",
    "<?xml version=\"1.0\"?><a/>", "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<a/>",
    "<w:p " W " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:h r:id=\"1\" w:id=\"2\"/></w:p>",
    "<a xmlns=\"urn:x\" b=\"1\"><b xmlns=\"http://example.org/y\"><c/></b><b/></a>",
    "<p:a xmlns:p=\"urn:one\"><p:b xmlns:p=\"urn:two\" p:c=\"\"/><p:b/></p:a>", "<a><b>x</b> y <b/>z</a>", "<a>x > y</a>", "<a b='>\"'/>",
    /* where it is left to libxml2 */
    "<a><b/><!-- c --><b/></a>", "<a>x<![CDATA[<y>]]>z</a>", "<a><?p q?>t</a>", "<a>&#65;b&#x3042;</a>", "<a b=\"&amp;\"/>", "<a b=\"1\n2\"/>",
    "<a>x\ry</a>", "<a xml:lang=\"en\"/>", "<a xml:id=\"x\"/>", "<a xmlns:p=\"\"/>", "<a xmlns=\"\"/>", "<a xmlns=\"relative\"/>",
    "<a xmlns:p=\"http://[x\" p:b=\"\"/>", "<契約/>", "<a b = \"1\"/>", "<a><b xmlns:p=\"http://example.org/a#\" p:q=\"1\"/></a>",
    /* and what is wrong */
    "<a>", "<a><b></a></b>", "<a/><b/>", "<a/>x", "x<a/>", "<a>]]></a>", "<a>&none;</a>", "<a>x&amp</a>", "<a b='1' b='2'/>", "<p:a/>", "<a p:b=''/>",
    "<p:a xmlns:p=\"urn:x\" xmlns:q=\"urn:x\" p:b='' q:b=''/>", "<a xmlns:p='urn:x' xmlns:p='urn:y'/>", "<a b='<'/>", "<a b='1'c='2'/>", "<a b/>",
    "<a b=1/>", "<a></a", "<a></ab>", "<ab></a>", "<a:/>", "<:a/>", "<a:b:c/>", "<1/>", "<a xmlns:xml=\"urn:x\"/>", "<a xmlns:xmlns=\"urn:x\"/>",
    "<xmlns:a/>", "<!DOCTYPE a><a/>", "<a>\x01</a>", "<a>\xFF</a>", "<", "<a", "</a>", "<a/ >", "<a b='1' />", "<a\n", "<a b='", "<a b=\"'>", "<a><",
};

Test(markup, is_read_alike_the_quick_way_and_by_libxml2)
{
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        same_both_ways(parts[i], strlen(parts[i]));
}

/* Each of them with every other one inside, cut anywhere, and with a byte changed. */
Test(markup, is_read_alike_however_it_is_mixed_and_damaged, .timeout = 300)
{
    enum { MIXED = 4096 };
    static const char signs[] = "<>/&'\"= \nax:w?!-]\r";
    uint32_t seed = 1;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        for (size_t k = 0; k < sizeof parts / sizeof *parts; k++) {
            char text[MIXED];
            size_t len = (size_t)snprintf(text, sizeof text, "<r>%s<s " W ">%s</s></r>", parts[i], parts[k]);
            same_both_ways(text, len);
            for (int round = 0; round < 4; round++) {
                size_t where = ((seed = seed * 1664525 + 1013904223) >> 8) % len;
                char was = text[where];
                text[where] = signs[(seed >> 4) % (sizeof signs - 1)];
                same_both_ways(text, len);
                text[where] = was;
            }
            same_both_ways(text, (seed >> 8) % len);
        }
}

static void with_attributes_and_names(struct buffer *b, int count)
{
    buffer_clear(b);
    buffer_puts(b, "<a>");
    for (int tag = 0; tag < 2; tag++) {
        buffer_puts(b, "<b");
        for (int i = 0; i < count; i++)
            buffer_printf(b, " x%d=''", i);
        buffer_puts(b, "/>");
    }
    for (int i = 0; i < count; i++)
        buffer_printf(b, "<n%d/>", i);
    buffer_puts(b, "</a>");
}

Test(markup, deep_and_wide_elements_are_read_alike)
{
    struct buffer b;
    buffer_init(&b, LOG_BYTES);
    for (int depth = 0; depth < 201; depth++)
        buffer_puts(&b, "<a>");
    same_both_ways(b.at, b.len);
    for (int count = 28; count < 300; count += count < 40 ? 1 : 43) {
        with_attributes_and_names(&b, count);
        same_both_ways(b.at, b.len);
    }
    for (int count = 120; count < 140; count++) { /* namespaces, nested */
        buffer_clear(&b);
        for (int i = 0; i < count; i++)
            buffer_printf(&b, "<p:a xmlns:p='urn:n%d'>", i);
        for (int i = 0; i < count; i++)
            buffer_puts(&b, "</p:a>");
        same_both_ways(b.at, b.len);
    }
    buffer_free(&b);
}

Test(markup, other_encodings_are_refused_before_libxml2_guesses_them)
{
    static const struct { const char *at; size_t len; } wide[] = {
        {"<\0a\0/\0>\0", 8}, {"\0<\0a\0/\0>", 8}, {"<\0\0\0a\0\0\0/\0\0\0>\0\0\0", 16}, {"\xFF\xFE<\0a\0/\0>\0", 10},
        {"<?xml version=\"1.0\" encoding=\"Shift_JIS\"?><a/>", 49},
    };
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++) {
        struct buffer out;
        buffer_init(&out, LOG_BYTES);
        cr_expect_not(markup_log(wide[i].at, wide[i].len, &out), "%zu", i);
        buffer_free(&out);
    }
}
