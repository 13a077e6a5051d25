#include "base/json.h"

#include <string.h>

#include "support/support.h"

TestSuite(json);

static char memory[4096];

static struct json start(struct buffer *b, bool pretty)
{
    struct json j;
    buffer_init_fixed(b, memory, sizeof memory);
    json_init(&j, b, pretty);
    return j;
}

static void text_is(const char *at, size_t len, const char *expected)
{
    struct buffer b;
    struct json j = start(&b, false);
    json_text_n(&j, at, len);
    cr_assert(!b.failed);
    same_text(memory, expected);
}

Test(json, puts_commas_where_they_belong)
{
    struct buffer b;
    struct json j = start(&b, false);
    json_open(&j, '{');
    json_put_int(&j, "a", -1);
    json_key(&j, "b");
    json_open(&j, '[');
    json_int(&j, 1);
    json_bool(&j, true);
    json_null(&j);
    json_open(&j, '{');
    json_close(&j, '}');
    json_open(&j, '[');
    json_close(&j, ']');
    json_close(&j, ']');
    json_put_bool(&j, "c", false);
    json_put_text(&j, "d", NULL);
    json_close(&j, '}');
    same_text(memory, "{\"a\":-1,\"b\":[1,true,null,{},[]],\"c\":false,\"d\":null}");
}

Test(json, pretty_output_has_one_member_a_line)
{
    struct buffer b;
    struct json j = start(&b, true);
    json_open(&j, '{');
    json_put_text(&j, "a", "x");
    json_key(&j, "b");
    json_open(&j, '[');
    json_int(&j, 1);
    json_int(&j, 2);
    json_close(&j, ']');
    json_key(&j, "c");
    json_open(&j, '[');
    json_close(&j, ']');
    json_close(&j, '}');
    same_text(memory, "{\n  \"a\": \"x\",\n  \"b\": [\n    1,\n    2\n  ],\n  \"c\": []\n}");
}

Test(json, escapes_what_rfc_8259_requires_and_nothing_else)
{
    text_is("plain / text", 12, "\"plain / text\"");
    text_is("\"\\\b\f\n\r\t", 7, "\"\\\"\\\\\\b\\f\\n\\r\\t\"");
    text_is("\0\x01\x1f\x7f", 4, "\"\\u0000\\u0001\\u001f\x7f\"");
    text_is("委託先", 9, "\"委託先\"");
    text_is("", 0, "\"\"");
}

Test(json, bad_utf8_becomes_the_replacement_character)
{
    text_is("a\xff" "b", 3, "\"a\uFFFDb\"");
    text_is("\xc0\xaf", 2, "\"\uFFFD\uFFFD\"");
    text_is("\xe5\xa7", 2, "\"\uFFFD\uFFFD\"");
    text_is("\xed\xa0\x80", 3, "\"\uFFFD\uFFFD\uFFFD\"");
    text_is("\xf0\x9f\x98\x80", 4, "\"\U0001F600\"");
}

Test(json, keys_are_escaped_too)
{
    struct buffer b;
    struct json j = start(&b, false);
    json_open(&j, '{');
    json_put_int(&j, "a\"b", 1);
    json_close(&j, '}');
    same_text(memory, "{\"a\\\"b\":1}");
}

Test(json, too_deep_a_tree_fails_the_buffer)
{
    struct buffer b;
    struct json j = start(&b, false);
    for (int i = 0; i < JSON_DEPTH; i++)
        json_open(&j, '[');
    cr_assert(!b.failed);
    json_open(&j, '[');
    cr_assert(b.failed);
}

Test(json, closing_what_is_not_open_fails_the_buffer)
{
    struct buffer b;
    struct json j = start(&b, false);
    json_close(&j, '}');
    cr_assert(b.failed);
}

/* Cuts every prefix of a mixed text: the result must be well-formed whatever the input is. */
Test(json, every_cut_of_a_text_gives_a_well_formed_string)
{
    const char text[] = "A\"\\\n委託\xff\xe5\xa7Z😀\x01";
    for (size_t len = 0; len < sizeof text; len++) {
        struct buffer b;
        struct json j = start(&b, false);
        json_text_n(&j, text, len);
        cr_assert(!b.failed);
        cr_assert_eq(memory[0], '"');
        cr_assert_eq(memory[b.len - 1], '"');
        for (size_t i = 1; i + 1 < b.len; i++) {
            cr_assert_geq((unsigned char)memory[i], 0x20);
            cr_assert_neq(memory[i], '"');
            if (memory[i] == '\\')
                i++;
        }
    }
}
