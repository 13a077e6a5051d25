#include "base/value.h"
#include "support/support.h"

TestSuite(calendar);

static bool leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int last_of(int year, int month)
{
    if (month == 2)
        return leap(year) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

Test(calendar, known_days_have_their_numbers)
{
    cr_assert_eq(day_of(1970, 1, 1), 0);
    cr_assert_eq(day_of(1969, 12, 31), -1);
    cr_assert_eq(day_of(2000, 1, 1), 10957);
    cr_assert_eq(day_of(2000, 2, 29), 11016);
    cr_assert_eq(day_of(2026, 3, 31), 20543);
    cr_assert_eq(day_of(2038, 1, 19), 24855); /* the end of 32-bit seconds, 2^31 / 86,400 */
    cr_assert_eq(day_of(1, 1, 1), -719162);
    cr_assert_eq(day_of(9999, 12, 31), 2932896);
}

/* Counts from 0001-01-01 to 9999-12-31, one day after the other: both ways of the conversion, every day there is. */
Test(calendar, every_day_follows_the_one_before_it)
{
    day expected = -719162;
    for (int year = 1; year <= 9999; year++)
        for (int month = 1; month <= 12; month++)
            for (int dom = 1; dom <= last_of(year, month); dom++, expected++) {
                int y, m, d;
                day_split(expected, &y, &m, &d);
                if (day_of(year, month, dom) != expected || y != year || m != month || d != dom)
                    cr_assert_fail("%04d-%02d-%02d", year, month, dom);
            }
    cr_assert_eq(expected, 2932897);
}

Test(calendar, days_that_do_not_exist_are_none)
{
    static const int bad[][3] = {{2026, 2, 29}, {1900, 2, 29}, {2100, 2, 29}, {2026, 4, 31}, {2026, 0, 1},
                                 {2026, 13, 1}, {2026, 1, 0},  {2026, 1, 32}, {0, 1, 1},     {10000, 1, 1},
                                 {-1, 1, 1},    {2026, -1, 1}, {2026, 1, -1}, {2026, 6, 31}, {2026, 11, 31}};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        cr_assert_eq(day_of(bad[i][0], bad[i][1], bad[i][2]), DAY_NONE);
    cr_assert_neq(day_of(2024, 2, 29), DAY_NONE);
    cr_assert_neq(day_of(2000, 2, 29), DAY_NONE);
}

Test(calendar, a_month_later_is_the_same_day_or_the_last_of_the_month)
{
    cr_assert_eq(day_add_months(day_of(2026, 1, 31), 1), day_of(2026, 2, 28));
    cr_assert_eq(day_add_months(day_of(2024, 1, 31), 1), day_of(2024, 2, 29));
    cr_assert_eq(day_add_months(day_of(2024, 2, 29), 12), day_of(2025, 2, 28));
    cr_assert_eq(day_add_months(day_of(2024, 2, 29), 48), day_of(2028, 2, 29));
    cr_assert_eq(day_add_months(day_of(2026, 3, 31), -1), day_of(2026, 2, 28));
    cr_assert_eq(day_add_months(day_of(2026, 1, 15), -1), day_of(2025, 12, 15));
    cr_assert_eq(day_add_months(day_of(2026, 12, 31), 1), day_of(2027, 1, 31));
    cr_assert_eq(day_add_months(day_of(2026, 5, 5), 0), day_of(2026, 5, 5));
}

Test(calendar, months_outside_the_calendar_are_none)
{
    cr_assert_eq(day_add_months(day_of(9999, 12, 1), 1), DAY_NONE);
    cr_assert_eq(day_add_months(day_of(1, 1, 1), -1), DAY_NONE);
    cr_assert_eq(day_add_months(day_of(2026, 1, 1), INT32_MAX), DAY_NONE);
    cr_assert_eq(day_add_months(day_of(2026, 1, 1), INT32_MIN), DAY_NONE);
    cr_assert_eq(day_add_months(DAY_NONE, 1), DAY_NONE);
}

/* Adding n months lands in the n-th month after, never later in the month than before. */
Test(calendar, months_are_added_as_months)
{
    for (day d = day_of(2023, 1, 1); d <= day_of(2028, 12, 31); d++)
        for (int n = -30; n <= 30; n++) {
            int y1, m1, d1, y2, m2, d2;
            day_split(d, &y1, &m1, &d1);
            day_split(day_add_months(d, n), &y2, &m2, &d2);
            if ((y2 - y1) * 12 + m2 - m1 != n || d2 != (d1 < last_of(y2, m2) ? d1 : last_of(y2, m2)))
                cr_assert_fail("%d + %d months", d, n);
        }
}

Test(calendar, the_ends_of_the_type_do_not_overflow)
{
    int y, m, d;
    day_split(INT32_MAX, &y, &m, &d);
    cr_assert_eq(y, 5881580);
    cr_assert_eq(m, 7);
    cr_assert_eq(d, 11);
    day_split(INT32_MIN, &y, &m, &d);
    cr_assert_eq(y, -5877641);
    cr_assert_eq(m, 6);
    cr_assert_eq(d, 23);
}

Test(calendar, an_instant_lies_in_its_utc_day)
{
    cr_assert_eq(day_of_instant(0), 0);
    cr_assert_eq(day_of_instant(86399), 0);
    cr_assert_eq(day_of_instant(86400), 1);
    cr_assert_eq(day_of_instant(-1), -1);
    cr_assert_eq(day_of_instant(-86400), -1);
    cr_assert_eq(day_of_instant(-86401), -2);
    cr_assert_eq(day_of_instant(INSTANT_NONE), DAY_NONE);
    cr_assert_eq(day_of_instant(INT64_MAX), DAY_NONE);
}
