#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/value.h"
#include "base/value_parts.h"
#include "support/support.h"

TestSuite(value_write);

static char memory[256];

static const char *written(struct value v)
{
    struct buffer b;
    buffer_init_fixed(&b, memory, sizeof memory);
    value_write(&b, &v);
    cr_assert(!b.failed);
    return memory;
}

static struct value number(enum value_type type, fixed n)
{
    return (struct value){.type = type, .as.number = n};
}

Test(value_write, each_type_in_its_canonical_form)
{
    same_text(written((struct value){0}), "");
    same_text(written(value_text("prior-written", 13)), "prior-written");
    same_text(written(value_flag(true)), "true");
    same_text(written(value_flag(false)), "false");
    same_text(written(value_count(1234567)), "1234567");
    same_text(written(number(VALUE_PERCENT, 999500)), "99.95");
    same_text(written(number(VALUE_NUMBER, 1234567890000)), "123456789");
    same_text(written((struct value){.type = VALUE_AMOUNT, .as.amount = {100000000000, "JPY"}}), "JPY 10000000");
    same_text(written(value_date(day_of(2026, 3, 31))), "2026-03-31");
    same_text(written(value_date(day_of(7, 1, 9))), "0007-01-09");
    same_text(written((struct value){.type = VALUE_INSTANT, .as.instant = -1}), "1969-12-31T23:59:59Z");
    same_text(written(value_duration((struct duration){.seconds = 86400})), "PT24H");
    same_text(written(value_duration((struct duration){0})), "PT0S");
    same_text(written(value_duration((struct duration){.seconds = 259200, .business = true})), "P3D business");
}

static void comes_back(struct duration d)
{
    struct duration back;
    const char *text = written(value_duration(d));
    cr_assert(value_parse_duration(text, strlen(text), &back), "%s", text);
    cr_assert(back.seconds == d.seconds && back.months == d.months, "%s", text);
    struct value every = {.type = VALUE_INTERVAL, .as.duration = d};
    text = written(every);
    cr_assert(value_parse_duration(text, strlen(text), &back), "%s", text);
    cr_assert(back.seconds == d.seconds && back.months == d.months, "%s", text);
}

Test(value_write, every_duration_is_read_back_as_it_was)
{
    const int64_t steps[] = {0, 1, 59, 60, 61, 90, 119, 120, 121, 3599, 3600, 3601, 5400, 7199, 7200, 7201, 86399, 86400,
                             86401, 90000, 259199, 259200, 259201, 345600, 345601, 349200, 604800, 2592000, 31622400};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        for (int32_t months = 0; months <= 37; months++)
            for (int in_days = 0; in_days < 2; in_days++)
                comes_back((struct duration){.seconds = steps[i], .months = months, .in_days = in_days == 1});
}

Test(value_write, a_promise_keeps_the_unit_in_which_it_was_made)
{
    static const char *const texts[] = {"PT24H", "P1D", "PT72H", "P3D", "P30D", "P1Y", "P18M", "PT90M", "P1DT12H"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct duration d;
        cr_assert(value_parse_duration(texts[i], strlen(texts[i]), &d));
        same_text(written(value_duration(d)), texts[i]);
    }
}

Test(value_write, numbers_are_read_back_as_they_were)
{
    const fixed numbers[] = {0, 1, -1, 10, 100, 1000, 9999, 10000, 10001, 999500, -999500, 123456789, -10, 1000000,
                             INT64_C(999999999999999999), INT64_C(-999999999999999999)};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        fixed back;
        const char *text = written(number(VALUE_NUMBER, numbers[i]));
        cr_assert(value_parse_number(text, strlen(text), &back), "%s", text);
        cr_assert_eq(back, numbers[i], "%s", text);
    }
}

Test(value_write, dates_are_read_back_as_they_were)
{
    for (day d = day_of(1, 1, 1); d < day_of(9999, 12, 1); d += 97) {
        day back;
        const char *text = written(value_date(d));
        cr_assert(value_parse_date(text, strlen(text), &back) && back == d, "%s", text);
        instant t = (instant)d * 86400 + (d % 43200 + 43200), then;
        text = written((struct value){.type = VALUE_INSTANT, .as.instant = t});
        cr_assert(value_parse_instant(text, strlen(text), &then) && then == t, "%s", text);
    }
}

static const char *fixed_text(fixed n, int least, bool grouped)
{
    struct buffer b;
    buffer_init_fixed(&b, memory, sizeof memory);
    value_write_fixed(&b, n, least, grouped);
    return memory;
}

Test(value_write, decimals_and_groups)
{
    same_text(fixed_text(12345000, 2, true), "1,234.50");
    same_text(fixed_text(12345678, 2, true), "1,234.5678");
    same_text(fixed_text(10000000, 0, true), "1,000");
    same_text(fixed_text(9990000, 0, true), "999");
    same_text(fixed_text(-10000000000, 0, true), "-1,000,000");
    same_text(fixed_text(1, 0, true), "0.0001");
    same_text(fixed_text(10000, 4, false), "1.0000");
    same_text(fixed_text(INT64_MIN, 0, false), "-922337203685477.5808");
    same_text(fixed_text(INT64_MAX, 0, true), "922,337,203,685,477.5807");
}
