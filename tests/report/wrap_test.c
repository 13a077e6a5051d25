#include "report/wrap.h"

#include <criterion/criterion.h>
#include <string.h>

static void gives(const char *text, size_t columns, const char *expected)
{
    struct buffer b;
    buffer_init(&b, 4096);
    wrap(&b, text, strlen(text), "- ", "  ", columns);
    cr_assert_str_eq(b.at, expected);
    buffer_free(&b);
}

Test(wrap, english_breaks_at_spaces)
{
    gives("one two three four", 12, "- one two\n  three four\n");
}

Test(wrap, japanese_breaks_between_characters_but_not_before_a_full_stop)
{
    gives("あいうえおかき。", 16, "- あいうえおか\n  き。\n");
}

Test(wrap, japanese_does_not_end_a_line_with_an_opening_bracket)
{
    gives("あいうえおか「き」", 16, "- あいうえおか\n  「き」\n");
}

Test(wrap, a_number_stays_with_its_unit)
{
    gives("不適合が合計12件です", 16, "- 不適合が合計\n  12件です\n");
}

Test(wrap, a_long_word_is_cut)
{
    gives("abcdefghijklmnop", 12, "- abcdefghij\n  klmnop\n");
}

Test(wrap, line_feeds_stay)
{
    gives("a\nb", 20, "- a\n  b\n");
}

Test(wrap, nothing_is_one_empty_line)
{
    gives("", 20, "- \n");
}
