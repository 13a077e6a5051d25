/* Text in each encoding that is read becomes the same UTF-8. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "load_support.h"
#include "support/support.h"

#define START(name) "<?xml version=\"1.0\" encoding=\"" name "\"?><contract" NS " kind=\"nda\" title=\""
#define END "\"/>"
#define BYTES(text) text, sizeof text - 1

static void expect_title(const char *at, size_t len, const char *title)
{
    struct loaded l;
    load_bytes(&l, at, len);
    cr_assert_eq(l.status, 0, "%s", fault_en(&l));
    cr_expect_str_eq(((const struct contract *)l.subject->contracts.first)->title, title);
    loaded_end(&l);
}

Test(decode, each_encoding_on_the_list_is_read)
{
    expect_title(BYTES(START("UTF-8") "契約" END), "契約");
    expect_title(BYTES(START("utf-8") "契約" END), "契約");
    expect_title(BYTES("\xEF\xBB\xBF" START("UTF-8") "契約" END), "契約");
    expect_title(BYTES(START("Shift_JIS") "\x8C\x5F\x96\xF1\x87\x40\xB6" END), "契約①ｶ");
    expect_title(BYTES(START("windows-31j") "\x8C\x5F\x96\xF1" END), "契約");
    expect_title(BYTES(START("EUC-JP") "\xB7\xC0\xCC\xF3" END), "契約");
    expect_title(BYTES(START("ISO-8859-1") "Soci\xE9t\xE9" END), "Société");
    expect_title(BYTES(START("US-ASCII") "plain" END), "plain");
    expect_title(BYTES("<?xml version='1.0' encoding = 'EUC-JP' ?><contract" NS " kind=\"nda\" title=\"\xB7\xC0\"/>"), "契");
}

/* ASCII and 契 (U+5951), 𠮷 (U+20BB7, a pair) as UTF-16 in either order. */
static void expect_utf16(bool little, const char *declaration)
{
    char text[512];
    struct buffer b;
    buffer_init(&b, 4096);
    buffer_add(&b, little ? "\xFF\xFE" : "\xFE\xFF", 2);
    snprintf(text, sizeof text, "%s<contract" NS " kind=\"nda\" title=\"12\"/>", declaration);
    for (const char *c = text; *c; c++) {
        const char *bytes = *c == '1' && c[1] == '2' ? "\x59\x51" : "\xD8\x42\xDF\xB7";
        size_t n = *c == '1' && c[1] == '2' ? 2 : *c == '2' && c[-1] == '1' ? 4 : 0;
        char plain[2] = { 0, *c };
        if (!n) {
            bytes = plain;
            n = 2;
        }
        for (size_t i = 0; i < n; i += 2) {
            buffer_putc(&b, bytes[i + (little ? 1 : 0)]);
            buffer_putc(&b, bytes[i + (little ? 0 : 1)]);
        }
    }
    expect_title(b.at, b.len, "契𠮷");
    buffer_free(&b);
}

Test(decode, utf16_is_read_in_either_byte_order)
{
    expect_utf16(true, "");
    expect_utf16(false, "");
    expect_utf16(true, "<?xml version=\"1.0\" encoding=\"UTF-16\"?>");
    expect_utf16(false, "<?xml version=\"1.0\" encoding=\"utf-16be\"?>");
}

Test(decode, a_long_text_is_converted_in_pieces)
{
    struct buffer b;
    struct loaded l;
    buffer_init(&b, 1 << 20);
    buffer_puts(&b, "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?><contract" NS " kind=\"nda\" title=\"x\"><clause number=\"1\"><text>a");
    for (int i = 0; i < 20000; i++)
        buffer_puts(&b, "\x8C\x5F");
    buffer_puts(&b, "</text></clause></contract>");
    load_bytes(&l, b.at, b.len);
    cr_assert_eq(l.status, 0, "%s", fault_en(&l));
    const struct contract *c = (const struct contract *)l.subject->contracts.first;
    cr_expect_eq(((const struct prose *)((const struct clause *)c->clauses.first)->text.first)->len, 60001);
    buffer_free(&b);
    loaded_end(&l);
}

Test(decode, bad_bytes_are_told_with_their_line)
{
    expect_fault_bytes(BYTES(START("Shift_JIS") "\n\x81\xFF" END), "encoding-bytes", 2);
    expect_fault_bytes(BYTES(START("EUC-JP") "\n\n\xA4\x20" END), "encoding-bytes", 3);
    expect_fault_bytes(BYTES(START("US-ASCII") "\n\xE9" END), "encoding-bytes", 2);
    expect_fault_bytes(BYTES(START("UTF-8") "\n\xE9" END), "xml-character", 2);
}

Test(decode, a_decoder_is_as_good_as_new_after_bad_bytes)
{
    struct decoder *d = decoder_new();
    struct buffer b;
    struct fault f;
    buffer_init(&b, 100);
    fault_clear(&f);
    cr_expect_not(decode_text(d, ENCODING_SHIFT_JIS, "\x8C", 1, &b, &f));
    cr_expect_str_eq(fault_name(f.id), "encoding-bytes");
    fault_clear(&f);
    buffer_clear(&b);
    cr_expect(decode_text(d, ENCODING_SHIFT_JIS, "\x8C\x5F", 2, &b, &f));
    cr_expect_str_eq(b.at, "契");
    buffer_free(&b);
    decoder_free(d);
}

Test(decode, an_output_that_is_full_is_a_fault)
{
    struct decoder *d = decoder_new();
    for (int e = 0; e < ENCODING_COUNT; e++) {
        struct buffer b;
        struct fault f;
        buffer_init(&b, 4);
        fault_clear(&f);
        cr_expect_not(decode_text(d, (enum encoding)e, "aaaaaaaaaa", 10, &b, &f), "%s", encoding_name((enum encoding)e));
        cr_expect_neq(f.id, FAULT_NONE);
        buffer_free(&b);
    }
    decoder_free(d);
}
