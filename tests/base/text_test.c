#include "base/text.h"

#include <string.h>

#include "support/support.h"

TestSuite(text);

/* Encodes a code point by the definition of RFC 3629, section 3, whether or not it is allowed. */
static size_t encode(uint32_t c, char out[4])
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    size_t n = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    static const unsigned lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (size_t i = n - 1; i > 0; i--, c >>= 6)
        out[i] = (char)(0x80 | (c & 0x3F));
    out[0] = (char)(lead[n] | c);
    return n;
}

Test(text, every_character_of_unicode_is_read_back)
{
    for (uint32_t c = 1; c < 0x110000; c++) {
        char bytes[4];
        size_t n = encode(c, bytes);
        bool surrogate = c >= 0xD800 && c <= 0xDFFF;
        uint32_t found;
        cr_assert_eq(text_char(bytes, n), surrogate ? 0 : n);
        cr_assert_eq(text_is_utf8(bytes, n), !surrogate);
        size_t read = text_next(bytes, n, &found);
        cr_assert_eq(found, surrogate ? 0xFFFD : c);
        cr_assert_eq(read, surrogate ? 1 : n);
        if (n > 1)
            cr_assert_eq(text_char(bytes, n - 1), 0);
    }
}

Test(text, what_is_no_utf8_is_refused)
{
    static const char *const bad[] = {"\x80",         "\xC0\x80",         "\xC1\xBF",         "\xE0\x80\x80",
                                      "\xE0\x9F\xBF", "\xED\xA0\x80",     "\xF0\x80\x80\x80", "\xF0\x8F\xBF\xBF",
                                      "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFE",         "\xFF",
                                      "\xE5\xA7",     "\xE5\xA7 ",        "\xC3(",            "ok so far \xE2\x28\xA1"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        cr_assert(!text_is_utf8(bad[i], strlen(bad[i])), "accepted: no. %zu", i);
}

Test(text, a_nul_is_found_wherever_it_stands)
{
    char text[40];
    for (size_t at = 0; at < sizeof text; at++) {
        memset(text, 'a', sizeof text);
        cr_assert(text_is_utf8(text, sizeof text));
        text[at] = '\0';
        cr_assert(!text_is_utf8(text, sizeof text));
        text[at] = '\x80';
        cr_assert(!text_is_utf8(text, sizeof text));
    }
    cr_assert(text_is_utf8("", 0));
}

Test(text, a_cut_never_splits_a_character)
{
    const char text[] = "aé委😀z";
    size_t len = strlen(text);
    for (size_t max = 0; max <= len + 2; max++) {
        size_t n = text_cut(text, len, max);
        cr_assert_leq(n, max < len ? max : len);
        cr_assert(text_is_utf8(text, n));
        cr_assert_gt(n + 4, max < len ? max : len);
    }
    cr_assert_eq(text_cut(text, len, 5), 3);
    cr_assert_eq(text_cut(text, len, 6), 6);
}

Test(text, a_cut_of_bad_utf8_goes_back_three_bytes_at_most)
{
    cr_assert_eq(text_cut("\x80\x80\x80\x80\x80\x80\x80\x80", 8, 6), 3);
}

Test(text, reading_ends_at_the_end)
{
    uint32_t c = 7;
    cr_assert_eq(text_next("", 0, &c), 0);
    cr_assert_eq(c, 7);
}

Test(text, columns_count_japanese_twice)
{
    cr_assert_eq(text_columns("abc", 3), 3);
    cr_assert_eq(text_columns("委託先", 9), 6);
    cr_assert_eq(text_columns("「秘密保持」", 18), 12);
    cr_assert_eq(text_columns("アイウ、。", 15), 10);
    cr_assert_eq(text_columns("ｱｲｳ", 9), 3);
    cr_assert_eq(text_columns("Ａ１", 6), 4);
    cr_assert_eq(text_columns("e\u0301", 3), 1);
    cr_assert_eq(text_columns("か\u3099", 6), 2);
    cr_assert_eq(text_columns("😀", 4), 2);
    cr_assert_eq(text_columns("한글", 6), 4);
    cr_assert_eq(text_columns("é→…", 8), 3);
    cr_assert_eq(text_columns("", 0), 0);
}

Test(text, texts_are_kept_behind_each_other_in_one_block)
{
    char a[] = "甲", b[] = "", block[8], *end = block;
    const char *first = a, *none = NULL, *last = b;
    cr_assert_eq(text_room(first) + text_room(none) + text_room(last), 5);
    text_keep(&first, &end);
    text_keep(&none, &end);
    text_keep(&last, &end);
    a[0] = b[0] = 'x';
    cr_assert_str_eq(first, "甲");
    cr_assert_null(none);
    cr_assert_str_eq(last, "");
    cr_assert_eq(end - block, 5);
}
