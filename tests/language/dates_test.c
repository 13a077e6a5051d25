#include "language/dates.h"

#include <criterion/criterion.h>
#include <string.h>

/* The date whose first figure is the first one in the text, or DAY_NONE; *from and *to are its bytes. */
static day read(const char *text, size_t *from, size_t *to)
{
    day d = DAY_NONE;
    size_t i = strcspn(text, "0123456789");
    return date_at(text, strlen(text), i, from, to, &d) ? d : DAY_NONE;
}

Test(dates, are_read_as_contracts_write_them)
{
    static const char *const texts[] = {"2026年4月1日から", "令和8年4月1日", "平成38年4月1日", "on 1 april 2026.", "april 1, 2026",
                                        "1st day of april, 2026", "april 1st 2026", "2026-04-01", "apr. 1, 2026"};
    size_t from, to;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        cr_expect_eq(read(texts[i], &from, &to), day_of(2026, 4, 1), "%s", texts[i]);
}

Test(dates, take_the_words_that_belong_to_them)
{
    size_t from, to;
    read("から令和8年4月1日まで", &from, &to);
    cr_expect_eq(from, strlen("から"));
    cr_expect_eq(to, strlen("から令和8年4月1日"));
    read("by april 1, 2026 at noon", &from, &to);
    cr_expect_eq(from, 3);
    cr_expect_eq(to, 16);
}

static day read_kanji(const char *text, const char *first, size_t *from, size_t *to)
{
    day d = DAY_NONE;
    size_t i = (size_t)(strstr(text, first) - text);
    return date_at(text, strlen(text), i, from, to, &d) ? d : DAY_NONE;
}

Test(dates, are_read_in_kanji_and_with_spaces_and_from_the_first_year_of_an_era)
{
    size_t from, to;
    cr_expect_eq(read_kanji("令和八年四月一日から", "八", &from, &to), day_of(2026, 4, 1));
    cr_expect_eq(from, 0);
    cr_expect_eq(to, strlen("令和八年四月一日"));
    cr_expect_eq(read_kanji("二〇二六年十二月三十一日", "二", &from, &to), day_of(2026, 12, 31));
    cr_expect_eq(read_kanji("令和 8 年 4 月 1 日", "8", &from, &to), day_of(2026, 4, 1));
    cr_expect_eq(to, strlen("令和 8 年 4 月 1 日"));
    cr_expect_eq(read_kanji("令和元年5月1日", "5", &from, &to), day_of(2019, 5, 1));
    cr_expect_eq(from, 0);
    cr_expect_eq(read_kanji("八年四月一日", "八", &from, &to), DAY_NONE);
}

Test(dates, that_do_not_exist_or_are_cut_are_none)
{
    static const char *const texts[] = {"2026年13月1日", "2026年4月", "8年4月1日", "31 april 2026", "april 1", "2026-02-30", "2026-04",
                                        "1 april 20261", "12345-04-01", "section 4.1", "", "令和"};
    size_t from, to;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        cr_expect_eq(read(texts[i], &from, &to), DAY_NONE, "%s", texts[i]);
}
