#include "report/escape.h"

#include <criterion/criterion.h>
#include <string.h>

static void gives(put_function *put, const char *text, const char *expected)
{
    struct buffer b;
    buffer_init(&b, 4096);
    put(&b, text, strlen(text));
    cr_assert_str_eq(b.at ? b.at : "", expected);
    buffer_free(&b);
}

Test(escape, html_escapes_markup_and_shows_hidden_characters)
{
    gives(put_html, "<a href=\"x\">'&</a>", "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&lt;/a&gt;");
    gives(put_html, "a\xE2\x80\xAE" "b\x1b", "a[U+202E]b[U+001B]");
    gives(put_html, "契約書 第7条", "契約書 第7条");
    gives(put_html, "one\r\ntwo\tthree", "one\ntwo\tthree");
}

Test(escape, xml_writes_references_for_what_it_can_hold)
{
    gives(put_xml, "a\nb\xE2\x80\xAE" "c\x02", "a&#xA;b&#x202E;c[U+0002]");
    gives(put_xml, "\xEF\xBF\xBF", "[U+FFFF]");
}

Test(escape, json_is_lossless)
{
    gives(put_json, "\"\\\n\t\r\x01\x7f", "\\\"\\\\\\n\\t\\r\\u0001\\u007f");
    gives(put_json, "\xE2\x80\xAE\xF3\xA0\x81\x81", "\\u202e\\udb40\\udc41");
    gives(put_json, "速やかに\xF0\x9F\x98\x80", "速やかに\xF0\x9F\x98\x80");
}

Test(escape, a_line_has_no_breaks)
{
    gives(put_line, "a\r\nb\tc", "a b c");
    gives(put_plain, "a\r\nb\tc", "a\nb\tc");
}

Test(escape, bytes_that_are_no_character_become_the_replacement_character)
{
    gives(put_html, "a\xFFz", "a\xEF\xBF\xBDz");
    gives(put_json, "\xC0\xAF", "\xEF\xBF\xBD\xEF\xBF\xBD");          /* overlong */
    gives(put_xml, "\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"); /* surrogate */
    gives(put_line, "\xE3\x81", "\xEF\xBF\xBD\xEF\xBF\xBD");          /* cut short */
    gives(put_line, "\xF4\x90\x80\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"); /* past U+10FFFF */
}

Test(escape, a_url_segment_keeps_only_unreserved_characters)
{
    gives(put_url, "a b/c?%\"\xE5\x9F\xBA", "a%20b%2Fc%3F%25%22%E5%9F%BA");
    gives(put_url, "s-01_x.~", "s-01_x.~");
}

Test(escape, hidden_characters_are_those_that_nobody_sees)
{
    static const uint32_t hidden[] = {0, 7, 0x0D, 0x7F, 0x85, 0xAD, 0x61C, 0x180E, 0x200B, 0x200F, 0x2028, 0x202A, 0x202E,
                                      0x2060, 0x2066, 0x2069, 0x3164, 0xFEFF, 0xFFF9, 0xFFFE, 0x1FFFF, 0xE0041};
    static const uint32_t seen[] = {'\n', '\t', ' ', 'a', 0xA0, 0xE9, 0x200D, 0x2010, 0x2030, 0x3000, 0x3042, 0x4E00, 0xFF01,
                                    0x1F600, 0xE0100};
    for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++) cr_assert(escape_hidden(hidden[i]), "%x", hidden[i]);
    for (size_t i = 0; i < sizeof seen / sizeof *seen; i++) cr_assert_not(escape_hidden(seen[i]), "%x", seen[i]);
}
