#include <string.h>

#include "base/value.h"
#include "support/support.h"

TestSuite(value_parse);

enum { HOUR = 3600, DAY = 86400 };

static void date_is(const char *text, day expected)
{
    day found = 12345;
    bool ok = value_parse_date(text, strlen(text), &found);
    cr_assert_eq(ok, expected != DAY_NONE, "%s", text);
    cr_assert_eq(found, ok ? expected : 12345, "%s", text);
}

Test(value_parse, dates)
{
    date_is("2026-03-31", day_of(2026, 3, 31));
    date_is("0001-01-01", day_of(1, 1, 1));
    date_is("9999-12-31", day_of(9999, 12, 31));
    static const char *const bad[] = {"",           "2026-02-29",  "2026-3-31",  "2026-03-31 ", " 2026-03-31", "20260331",
                                      "2026/03/31", "0000-01-01",  "-026-01-01", "2026-13-01", "2026-00-01",  "2026-01-00",
                                      "2026-03-3",  "10000-01-01", "2026-03-31Z", "２０２６-03-31"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        date_is(bad[i], DAY_NONE);
}

static void instant_is(const char *text, instant expected)
{
    instant found = 12345;
    bool ok = value_parse_instant(text, strlen(text), &found);
    cr_assert_eq(ok, expected != INSTANT_NONE, "%s", text);
    cr_assert_eq(found, ok ? expected : 12345, "%s", text);
}

Test(value_parse, instants)
{
    const instant day_start = (instant)day_of(2026, 3, 31) * DAY;
    instant_is("1970-01-01T00:00Z", 0);
    instant_is("1970-01-01T00:00:00Z", 0);
    instant_is("2026-03-31T09:30:15Z", day_start + 9 * HOUR + 30 * 60 + 15);
    instant_is("2026-03-31T09:30+09:00", day_start + 30 * 60);
    instant_is("2026-03-31T00:00+09:00", day_start - 9 * HOUR);
    instant_is("2026-03-31T09:30-05:30", day_start + 15 * HOUR);
    instant_is("2026-03-31T23:59:59+14:00", day_start + 10 * HOUR - 1);
    static const char *const bad[] = {"2026-03-31",        "2026-03-31T09:30",    "2026-03-31T24:00Z",
                                      "2026-03-31T09:60Z", "2026-03-31T09:30:60Z", "2026-03-31 09:30Z",
                                      "2026-03-31T9:30Z",  "2026-03-31T09:30:Z",  "2026-03-31T09:30+14:01",
                                      "2026-03-31T09:30+0900", "2026-03-31T09:30z", "2026-03-31T09:30Z ",
                                      "2026-02-30T09:30Z", "2026-03-31T09:30+15:00", "2026-03-31T09:30+09:60", "T09:30Z"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        instant_is(bad[i], INSTANT_NONE);
}

static void duration_is(const char *text, int64_t seconds, int32_t months, bool in_days)
{
    struct duration d = {0};
    cr_assert(value_parse_duration(text, strlen(text), &d), "%s", text);
    cr_assert_eq(d.seconds, seconds, "%s", text);
    cr_assert_eq(d.months, months, "%s", text);
    cr_assert_eq(d.in_days, in_days, "%s", text);
    cr_assert(!d.business);
}

Test(value_parse, durations)
{
    duration_is("PT24H", 24 * HOUR, 0, false);
    duration_is("P1D", DAY, 0, true);
    duration_is("P2W", 14 * DAY, 0, true);
    duration_is("P1Y", 0, 12, false);
    duration_is("P18M", 0, 18, false);
    duration_is("P1Y6M", 0, 18, false);
    duration_is("PT90M", 5400, 0, false);
    duration_is("PT30S", 30, 0, false);
    duration_is("PT0S", 0, 0, false);
    duration_is("P1Y2M3W4DT5H6M7S", 25 * DAY + 5 * HOUR + 6 * 60 + 7, 14, true);
    duration_is("P001D", DAY, 0, true);
    duration_is("P100Y", 0, 1200, false);
    duration_is("P36600D", INT64_C(36600) * DAY, 0, true);
}

Test(value_parse, what_is_no_duration_is_refused)
{
    static const char *const bad[] = {"",      "P",     "PT",     "P1",    "1D",    "P1DT",     "PT1D",   "P1H",     "P-1D",
                                      "-P1D",  "+P1D",  "P1.5D",  "P1,5D", "P1D2M", "P1M1Y",    "P1D1D",  "PT1M1H",  "P1S",
                                      "p1d",   "P1d",   " P1D",   "P1D ",  "P1DT1", "P101Y",    "P1201M", "P36601D", "P100Y1D",
                                      "P100Y1M", "PT99999999999999999999H", "P99999999999999999999D", "P１D", "PTT1H", "P1W1W"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct duration d = {.seconds = 77};
        cr_assert(!value_parse_duration(bad[i], strlen(bad[i]), &d), "%s", bad[i]);
        cr_assert_eq(d.seconds, 77);
    }
}

static void number_is(const char *text, fixed expected)
{
    fixed found = 1;
    cr_assert(value_parse_number(text, strlen(text), &found), "%s", text);
    cr_assert_eq(found, expected, "%s", text);
}

Test(value_parse, numbers_are_exact)
{
    number_is("99.95", 999500);
    number_is("99.9500", 999500);
    number_is("0", 0);
    number_is("-0.0001", -1);
    number_is("10000000", INT64_C(100000000000));
    number_is("99999999999999.9999", INT64_C(999999999999999999));
    number_is("-99999999999999.9999", INT64_C(-999999999999999999));
    number_is("007", 70000);
    static const char *const bad[] = {"", "-", ".5", "5.", "1.23456", "1e3", "+1", " 1", "1 ", "1,000", "--1", "0x10",
                                      "100000000000000", "NaN", "1.2.3", "1.-2", "９"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        fixed found = 77;
        cr_assert(!value_parse_number(bad[i], strlen(bad[i]), &found), "%s", bad[i]);
        cr_assert_eq(found, 77);
    }
}

Test(value_parse, flags)
{
    bool flag = false;
    cr_assert(value_parse_bool("true", 4, &flag) && flag);
    cr_assert(value_parse_bool("false", 5, &flag) && !flag);
    cr_assert(value_parse_bool("1", 1, &flag) && flag);
    cr_assert(value_parse_bool("0", 1, &flag) && !flag);
    static const char *const bad[] = {"", "True", "TRUE", "yes", "2", "01", "true ", "fals"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        cr_assert(!value_parse_bool(bad[i], strlen(bad[i]), &flag), "%s", bad[i]);
}

Test(value_parse, counts)
{
    int64_t n = 0;
    cr_assert(value_parse_count("0", 1, &n) && n == 0);
    cr_assert(value_parse_count("1000000000000", 13, &n) && n == INT64_C(1000000000000));
    cr_assert(value_parse_count("12x", 2, &n) && n == 12, "reads past its length");
    static const char *const bad[] = {"", "-1", "+1", "1.0", " 1", "1 ", "1000000000001", "99999999999999999999", "1e3"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        cr_assert(!value_parse_count(bad[i], strlen(bad[i]), &n), "%s", bad[i]);
}

/* Every prefix of well-formed texts, with nothing readable behind it: the sanitizer sees a byte read too many. */
Test(value_parse, nothing_is_read_beyond_the_length)
{
    static const char *const texts[] = {"2026-03-31", "2026-03-31T09:30:15+09:00", "P1Y2M3W4DT5H6M7S", "-99.9500", "false"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (size_t len = 0; len <= strlen(texts[i]); len++) {
            char *exact = malloc(len ? len : 1);
            cr_assert_not_null(exact);
            memcpy(exact, texts[i], len);
            const char *at = len ? exact : exact + 1;
            day d;
            instant t;
            struct duration p;
            fixed n;
            bool flag;
            int64_t count;
            int fitting = value_parse_date(at, len, &d) + value_parse_instant(at, len, &t) +
                          value_parse_duration(at, len, &p) + value_parse_number(at, len, &n) +
                          value_parse_bool(at, len, &flag) + value_parse_count(at, len, &count);
            cr_assert(len < strlen(texts[i]) || fitting == 1, "%s", texts[i]);
            free(exact);
        }
}
