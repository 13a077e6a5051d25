#include "base/value.h"

#include <string.h>

#include "support/support.h"

TestSuite(value);

enum { HOUR = 3600, DAY = 86400 };

static struct duration business(int days)
{
    return (struct duration){.seconds = (int64_t)days * DAY, .business = true};
}

Test(value, a_month_may_last_31_days_and_a_year_366)
{
    cr_assert_eq(duration_longest((struct duration){.months = 1}), INT64_C(31) * DAY);
    cr_assert_eq(duration_longest((struct duration){.months = 12}), INT64_C(366) * DAY);
    cr_assert_eq(duration_longest((struct duration){.months = 18}), (INT64_C(366) + 6 * 31) * DAY);
    cr_assert_eq(duration_longest((struct duration){.seconds = 24 * HOUR}), 24 * HOUR);
    cr_assert_eq(duration_longest((struct duration){.seconds = HOUR, .months = 1}), INT64_C(31) * DAY + HOUR);
    cr_assert_eq(duration_longest((struct duration){0}), 0);
}

Test(value, business_days_span_weekends)
{
    cr_assert_eq(duration_longest(business(0)), 0);
    cr_assert_eq(duration_longest(business(1)), 3 * DAY);
    cr_assert_eq(duration_longest(business(3)), 5 * DAY);
    cr_assert_eq(duration_longest(business(5)), 7 * DAY);
    cr_assert_eq(duration_longest(business(6)), 10 * DAY);
    cr_assert_eq(duration_longest(business(10)), 14 * DAY);
    struct duration half = {.seconds = DAY / 2, .business = true};
    cr_assert_eq(duration_longest(half), DAY / 2 + 2 * DAY);
}

/* Walks a real calendar: n business days after any weekday never end later than duration_longest says. */
Test(value, no_week_makes_business_days_last_longer)
{
    for (int start = 0; start < 7; start++)
        for (int n = 1; n <= 60; n++) {
            int end = start, left = n;
            while (left) {
                end++;
                left -= end % 7 < 5;
            }
            cr_assert_leq((int64_t)(end - start) * DAY, duration_longest(business(n)));
        }
}

Test(value, the_longest_time_does_not_overflow)
{
    struct duration d = {.seconds = INT64_MAX, .months = INT32_MAX, .business = true};
    cr_assert_eq(duration_longest(d), INT64_MAX);
}

Test(value, durations_compare_by_the_longest_they_can_last)
{
    const struct duration day30 = {.seconds = INT64_C(30) * DAY}, day31 = {.seconds = INT64_C(31) * DAY};
    const struct duration day32 = {.seconds = INT64_C(32) * DAY}, month = {.months = 1};
    cr_assert_lt(duration_compare(day30, month), 0);
    cr_assert_eq(duration_compare(day31, month), 0);
    cr_assert_gt(duration_compare(day32, month), 0);
    cr_assert_lt(duration_compare((struct duration){.months = 11}, (struct duration){.months = 12}), 0);
    cr_assert_gt(duration_compare(business(3), (struct duration){.seconds = 3 * DAY}), 0);
    cr_assert_eq(duration_compare(business(3), (struct duration){.seconds = 5 * DAY}), 0);
}

/* Sorting needs an order in which no three go round in a circle, whatever their shapes. */
Test(value, the_order_of_durations_is_one_order)
{
    struct duration all[120];
    int count = 0;
    for (int months = 0; months <= 14; months += 2)
        for (int days = 0; days <= 40; days += 10)
            for (int b = 0; b < 2; b++)
                all[count++] = (struct duration){.seconds = (int64_t)days * DAY + b, .months = months, .business = b == 1};
    for (int i = 0; i < count; i++)
        for (int j = 0; j < count; j++) {
            int order = duration_compare(all[i], all[j]);
            cr_assert_eq(order, -duration_compare(all[j], all[i]));
            for (int k = 0; k < count; k++)
                if (order <= 0 && duration_compare(all[j], all[k]) <= 0 && duration_compare(all[i], all[k]) > 0)
                    cr_assert_fail("%d %d %d", i, j, k);
        }
}

static struct value amount(fixed n, const char *currency)
{
    struct value v = {.type = VALUE_AMOUNT, .as.amount = {.number = n}};
    memcpy(v.as.amount.currency, currency, 4);
    return v;
}

Test(value, values_of_one_type_compare)
{
    int order = 9;
    struct value a = value_text("abc", 3), b = value_text("abcd", 4), c = value_text("abd", 3), none = value_text(NULL, 0);
    cr_assert(value_compare(&a, &b, &order) && order < 0);
    cr_assert(value_compare(&c, &b, &order) && order > 0);
    cr_assert(value_compare(&none, &a, &order) && order < 0);
    cr_assert(value_compare(&none, &none, &order) && order == 0);
    struct value one = value_count(1), two = value_count(2);
    cr_assert(value_compare(&one, &two, &order) && order < 0);
    struct value no = value_flag(false), yes = value_flag(true);
    cr_assert(value_compare(&no, &yes, &order) && order < 0);
    struct value early = value_date(1), late = value_date(2);
    cr_assert(value_compare(&late, &early, &order) && order > 0);
    struct value small = {.type = VALUE_PERCENT, .as.number = 999000}, large = {.type = VALUE_PERCENT, .as.number = 999500};
    cr_assert(value_compare(&small, &large, &order) && order < 0);
    struct value then = {.type = VALUE_INSTANT, .as.instant = 5}, now = {.type = VALUE_INSTANT, .as.instant = 6};
    cr_assert(value_compare(&then, &now, &order) && order < 0);
}

Test(value, values_of_different_types_or_currencies_do_not_compare)
{
    int order;
    struct value one = value_count(1), date = value_date(1), none = {0};
    cr_assert(!value_compare(&one, &date, &order));
    cr_assert(!value_compare(&none, &none, &order));
    struct value yen = amount(100, "JPY"), dollar = amount(100, "USD");
    cr_assert(!value_compare(&yen, &dollar, &order));
    cr_assert(value_compare(&yen, &yen, &order) && order == 0);
    struct value limit = value_duration((struct duration){.seconds = DAY}), every = limit;
    every.type = VALUE_INTERVAL;
    cr_assert(!value_compare(&limit, &every, &order));
}

Test(value, equal_means_the_same_promise)
{
    struct value month = value_duration((struct duration){.months = 1});
    struct value days = value_duration((struct duration){.seconds = INT64_C(31) * DAY});
    cr_assert(!value_equal(&month, &days), "P1M and P31D");
    cr_assert(value_equal(&month, &month));
    struct value three = value_duration((struct duration){.seconds = 3 * DAY}), open = value_duration(business(3));
    cr_assert(!value_equal(&three, &open), "3 days and 3 business days");
    struct value told = value_duration((struct duration){.seconds = 3 * DAY, .in_days = true});
    cr_assert(value_equal(&three, &told), "72 hours and 3 days");
    struct value yes = value_flag(true), one = value_count(1), none = {0};
    cr_assert(value_equal(&none, &none));
    cr_assert(!value_equal(&yes, &one));
    cr_assert(!value_equal(&yes, &none));
}

Test(value, every_type_has_a_name)
{
    for (int i = 0; i < VALUE_TYPES; i++)
        cr_assert_gt(strlen(value_type_name((enum value_type)i)), 2);
    cr_assert_str_eq(value_type_name(VALUE_DURATION), "duration");
    cr_assert_str_eq(value_type_name(VALUE_NONE), "none");
    cr_assert_str_eq(value_type_name(VALUE_TYPES), "");
}
