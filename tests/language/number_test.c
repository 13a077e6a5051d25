#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "language/number.h"

/* Reads from a copy without a byte to spare, so that the sanitizer sees a look beyond the end. */
static size_t read_exact(const char *text, fixed *out)
{
    size_t len = strlen(text);
    char *copy = malloc(len ? len : 1);
    cr_assert_not_null(copy);
    memcpy(copy, text, len);
    size_t used = number_read(copy, len, out);
    free(copy);
    return used;
}

static void reads(const char *text, size_t used, fixed expected)
{
    fixed n = -1;
    size_t got = read_exact(text, &n);
    cr_expect_eq(got, used, "%s: %zu bytes were taken, expected %zu", text, got, used);
    cr_expect_eq(n, expected, "%s: %lld", text, (long long)n);
}

static void is_number(const char *text, int64_t whole)
{
    reads(text, strlen(text), whole * FIXED_ONE);
}

static void is_none(const char *text)
{
    fixed n;
    cr_expect_eq(read_exact(text, &n), 0, "%s", text);
}

Test(number, figures_may_have_thousands_separators)
{
    is_number("7", 7);
    is_number("365", 365);
    is_number("1,000", 1000);
    is_number("12,345,678", 12345678);
}

Test(number, a_comma_without_three_figures_after_it_ends_the_number)
{
    reads("10,20", 2, 10 * FIXED_ONE);
    reads("10, and", 2, 10 * FIXED_ONE);
    reads("10,2000", 2, 10 * FIXED_ONE);
}

Test(number, four_decimals_are_kept_and_a_full_stop_is_left)
{
    reads("99.95", 5, 999500);
    reads("0.12345", 7, 1234);
    reads("30.", 2, 30 * FIXED_ONE);
}

Test(number, kanji_numerals_are_read_by_place_and_by_sign)
{
    is_number("三", 3);
    is_number("十", 10);
    is_number("二十四", 24);
    is_number("一〇〇", 100);
    is_number("三百六十五", 365);
    is_number("二千万", 20000000);
    is_number("壱億弐千万", 120000000);
}

Test(number, figures_may_be_multiplied_by_a_kanji)
{
    is_number("5,000万", 50000000);
    is_number("1億5,000万", 150000000);
    is_number("3千", 3000);
    reads("1.5億", strlen("1.5億"), 150000000 * FIXED_ONE);
}

Test(number, english_words_are_added_and_multiplied)
{
    is_number("ten", 10);
    is_number("twenty-four", 24);
    is_number("one hundred and twenty", 120);
    is_number("two million five hundred thousand", 2500000);
}

Test(number, the_figures_in_brackets_are_taken_before_the_words)
{
    is_number("thirty (30)", 30);
    is_number("thirty (45)", 45);
    is_number("30 (forty)", 30);
    is_number("三十(30)", 30);
    reads("thirty (days)", 6, 30 * FIXED_ONE);
}

Test(number, what_is_no_number_takes_nothing)
{
    is_none("");
    is_none("day");
    is_none("million");
    is_none("万");
    is_none("onerous");
    is_none("委託");
}

Test(number, an_end_after_and_is_not_looked_beyond)
{
    reads("one hundred and", strlen("one hundred"), 100 * FIXED_ONE);
}

Test(number, repeated_hundreds_do_not_overflow)
{
    fixed n = 0;
    size_t used = read_exact("hundred hundred hundred hundred hundred hundred hundred hundred hundred hundred hundred "
                             "billion billion", &n);
    cr_expect_gt(used, 0);
    cr_expect_geq(n, 0);
}

Test(number, kanji_end_before_a_multiplier_that_no_contract_needs)
{
    reads("九九九九九九九九九九兆", strlen("九九九九九九九九九九"), INT64_C(9999999999) * FIXED_ONE);
    reads("九千九百兆", strlen("九千九百"), 9900 * FIXED_ONE);
    is_number("九十九兆", INT64_C(99000000000000));
}

Test(number, figures_beyond_every_contract_do_not_overflow)
{
    fixed n = 0;
    cr_expect_gt(read_exact("99999999999999999999999999千兆", &n), 0);
    cr_expect_geq(n, 0);
}

Test(number, figures_and_first_letters_begin_a_number)
{
    cr_expect(number_begins("0", 1));
    cr_expect(number_begins("twelve", 6));
    cr_expect_not(number_begins("zero", 4));
    cr_expect_not(number_begins("to", 2));
    cr_expect_not(number_begins("the", 3));
    cr_expect_not(number_begins("", 0));
}
