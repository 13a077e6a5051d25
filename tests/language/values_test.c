#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "language/normalise.h"
#include "language/values.h"

struct bench {
    struct arena *arena;
    struct normal normal;
};

static void set_up(struct bench *b, const char *text)
{
    b->arena = arena_new(8 << 20);
    cr_assert_not_null(b->arena);
    normal_init(&b->normal, b->arena);
    normal_add(&b->normal, NULL, text, strlen(text));
    normal_end(&b->normal);
}

/* All values of a text as it is written, in their lexical forms, with a space and a bar between them. */
static void finds(const char *text, const char *expected)
{
    struct bench b;
    struct buffer out;
    char found[512];
    struct found_value v;
    set_up(&b, text);
    buffer_init_fixed(&out, found, sizeof found);
    for (size_t from = 0; values_next(b.normal.at, b.normal.len, from, &v); from = v.end) {
        cr_assert_gt(v.end, from, "%s: no progress", text);
        if (from > 0)
            buffer_puts(&out, " | ");
        buffer_puts(&out, value_type_name(v.value.type));
        buffer_putc(&out, ' ');
        value_write(&out, &v.value);
    }
    buffer_putc(&out, '\0');
    cr_expect_str_eq(found, expected, "%s: found '%s', expected '%s'", text, found, expected);
    arena_free(b.arena);
}

static void is_meant(const char *text, unsigned mode)
{
    struct bench b;
    struct found_value v;
    set_up(&b, text);
    bool found = values_next(b.normal.at, b.normal.len, 0, &v);
    cr_expect(found, "%s", text);
    if (found)
        cr_expect_eq(v.mode, mode, "%s: %u", text, v.mode);
    arena_free(b.arena);
}

Test(values, japanese_lengths_of_time_are_durations)
{
    finds("24時間以内に報告する。", "duration PT24H");
    finds("契約終了後5年間保存する。", "duration P5Y");
    finds("6か月前までに通知する。", "duration P6M");
    finds("30日以内に返却する。", "duration P30D");
}

Test(values, full_width_figures_are_figures)
{
    finds("２４時間以内に報告する。", "duration PT24H");
    finds("違約金は１，０００，０００円とする。", "amount JPY 1000000");
}

Test(values, kanji_numerals_are_read_as_one_number)
{
    finds("二十四時間以内に報告する。", "duration PT24H");
    finds("三十日以内に返却する。", "duration P30D");
}

Test(values, business_days_stay_business_days)
{
    finds("3営業日以内に回答する。", "duration P3D business");
    finds("within five business days", "duration P5D business");
}

Test(values, english_lengths_of_time_are_durations)
{
    finds("within 72 hours", "duration PT72H");
    finds("a thirty (30) day period", "duration P30D");
    finds("for two years after the end", "duration P2Y");
    finds("no later than 10 calendar days", "duration P10D");
}

Test(values, percentages_are_read_in_signs_and_words)
{
    finds("稼働率は99.9%以上とする。", "percent 99.9");
    finds("稼働率は９９．９５％とする。", "percent 99.95");
    finds("委託料の十パーセント", "percent 10");
    finds("ten per cent of the fees", "percent 10");
    finds("99.5 % of each month", "percent 99.5");
}

Test(values, amounts_have_their_currency)
{
    finds("賠償額は1億円を上限とする。", "amount JPY 100000000");
    finds("金5,000万円", "amount JPY 50000000");
    finds("US$1,000,000", "amount USD 1000000");
    finds("EUR 2.5 million", "amount EUR 2500000");
    finds("500 euros", "amount EUR 500");
}

Test(values, frequencies_are_the_time_from_one_to_the_next)
{
    finds("年1回実施する。", "interval P1Y");
    finds("年に二回以上実施する。", "interval P6M");
    finds("年４回の点検", "interval P3M");
    finds("3か月ごとに見直す。", "interval P3M");
    finds("every 6 months", "interval P6M");
}

Test(values, dates_and_clause_numbers_are_no_lengths_of_time)
{
    finds("2025年4月1日に発効する。", "date 2025-04-01");
    finds("第3条による。", "");
    finds("令和7年度", "");
    finds("in the year 2026", "");
}

Test(values, a_date_in_kanji_is_not_read_from_its_middle)
{
    finds("三月三十一日までとする。", "");
}

Test(values, a_text_may_hold_several_values)
{
    finds("24時間以内に報告し、3年間保存する。", "duration PT24H | duration P3Y");
    finds("within 4 hours or 2 days", "duration PT4H | duration P2D");
}

Test(values, words_about_a_length_of_time_say_how_it_is_meant)
{
    is_meant("24時間以内に", TIME_LIMIT);
    is_meant("30日前までに", TIME_NOTICE);
    is_meant("5年間", TIME_PERIOD);
    is_meant("within 24 hours", TIME_LIMIT);
    is_meant("30 days' prior notice", TIME_NOTICE);
    is_meant("a notice period of three (3) months", TIME_NOTICE);
    is_meant("the notice period is 3 months", TIME_NOTICE);
    is_meant("a transition period of 3 months", TIME_PERIOD);
    is_meant("for a period of 5 years", TIME_PERIOD);
    is_meant("24 hours", TIME_ANY);
}

Test(values, a_number_without_a_unit_is_no_value)
{
    finds("", "");
    finds("three copies of 12 pages", "");
    finds("0日", "");
}

Test(values, a_value_has_the_place_of_its_words)
{
    static const char text[] = "report within 24 hours of";
    struct found_value v;
    char *copy = malloc(sizeof text - 1);
    cr_assert_not_null(copy);
    memcpy(copy, text, sizeof text - 1);
    cr_assert(values_next(copy, sizeof text - 1, 0, &v));
    cr_expect_eq(v.start, 14);
    cr_expect_eq(v.end, 22);
    cr_expect_not(values_next(copy, sizeof text - 1, v.end, &v));
    free(copy);
}

Test(values, a_long_row_of_zeros_is_read_in_one_pass, .timeout = 20)
{
    enum { ZEROS = 200000 };
    struct found_value v;
    char *row = malloc(3 * ZEROS);
    cr_assert_not_null(row);
    for (size_t i = 0; i < ZEROS; i++)
        memcpy(row + 3 * i, "〇", 3);
    cr_expect_not(values_next(row, 3 * ZEROS, 0, &v));
    free(row);
}
