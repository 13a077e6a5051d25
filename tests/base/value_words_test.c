#include <string.h>

#include "base/value.h"
#include "support/support.h"

TestSuite(value_words);

enum { HOUR = 3600, DAY = 86400 };

static void reads(struct value v, const char *en, const char *ja)
{
    const char *const expected[LANGUAGE_COUNT] = {en, ja};
    for (int l = 0; l < LANGUAGE_COUNT; l++) {
        char memory[256];
        struct buffer b;
        buffer_init_fixed(&b, memory, sizeof memory);
        value_write_words(&b, &v, (enum language)l);
        cr_assert(!b.failed);
        same_text(memory, expected[l]);
    }
}

static void limit_reads(struct duration d, const char *en, const char *ja)
{
    reads(value_duration(d), en, ja);
}

static void interval_reads(struct duration d, const char *en, const char *ja)
{
    reads((struct value){.type = VALUE_INTERVAL, .as.duration = d}, en, ja);
}

Test(value_words, time_limits)
{
    limit_reads((struct duration){.seconds = 24 * HOUR}, "24 hours", "24時間");
    limit_reads((struct duration){.seconds = HOUR}, "1 hour", "1時間");
    limit_reads((struct duration){.seconds = 72 * HOUR}, "72 hours", "72時間");
    limit_reads((struct duration){.seconds = 3 * DAY, .in_days = true}, "3 days", "3日");
    limit_reads((struct duration){.seconds = DAY, .in_days = true}, "1 day", "1日");
    limit_reads((struct duration){.seconds = 3 * DAY, .business = true}, "3 business days", "3営業日");
    limit_reads((struct duration){.seconds = DAY, .business = true}, "1 business day", "1営業日");
    limit_reads((struct duration){.seconds = 30 * DAY}, "30 days", "30日");
    limit_reads((struct duration){.seconds = 90 * 60}, "90 minutes", "90分");
    limit_reads((struct duration){.seconds = 150 * 60}, "2 hours 30 minutes", "2時間30分");
    limit_reads((struct duration){.seconds = 45}, "45 seconds", "45秒");
    limit_reads((struct duration){.months = 1}, "1 month", "1か月");
    limit_reads((struct duration){.months = 18}, "18 months", "18か月");
    limit_reads((struct duration){.months = 12}, "1 year", "1年");
    limit_reads((struct duration){.months = 60}, "5 years", "5年");
    limit_reads((struct duration){.months = 1, .seconds = 15 * DAY}, "1 month 15 days", "1か月15日");
    limit_reads((struct duration){0}, "0 seconds", "0秒");
}

Test(value_words, frequencies)
{
    interval_reads((struct duration){.months = 12}, "yearly", "年1回");
    interval_reads((struct duration){.months = 6}, "half-yearly", "半年ごと");
    interval_reads((struct duration){.months = 3}, "quarterly", "四半期ごと");
    interval_reads((struct duration){.months = 1}, "monthly", "月1回");
    interval_reads((struct duration){.seconds = 7 * DAY}, "weekly", "週1回");
    interval_reads((struct duration){.seconds = DAY}, "daily", "毎日");
    interval_reads((struct duration){.seconds = HOUR}, "hourly", "1時間ごと");
    interval_reads((struct duration){.seconds = 45 * DAY}, "every 45 days", "45日ごと");
    interval_reads((struct duration){.seconds = 14 * DAY}, "every 2 weeks", "2週間ごと");
    interval_reads((struct duration){.seconds = 2 * DAY}, "every 2 days", "2日ごと");
    interval_reads((struct duration){.months = 24}, "every 2 years", "2年ごと");
    interval_reads((struct duration){.months = 2}, "every 2 months", "2か月ごと");
    interval_reads((struct duration){.seconds = 6 * HOUR}, "every 6 hours", "6時間ごと");
    interval_reads((struct duration){.seconds = 5 * DAY, .business = true}, "every 5 business days", "5営業日ごと");
    interval_reads((struct duration){.seconds = DAY, .business = true}, "every business day", "毎営業日");
}

static void amount_reads(fixed n, const char *currency, const char *en, const char *ja)
{
    struct value v = {.type = VALUE_AMOUNT, .as.amount = {.number = n}};
    memcpy(v.as.amount.currency, currency, 4);
    reads(v, en, ja);
}

Test(value_words, amounts)
{
    amount_reads(INT64_C(100000000000), "JPY", "JPY 10,000,000", "10,000,000円");
    amount_reads(12345000, "USD", "USD 1,234.50", "1,234.50米ドル");
    amount_reads(12340000, "EUR", "EUR 1,234", "1,234ユーロ");
    amount_reads(10000, "CHF", "CHF 1", "CHF 1");
    amount_reads(15000, "JPY", "JPY 1.5", "1.5円");
    amount_reads(-10000000, "GBP", "GBP -1,000", "-1,000英ポンド");
}

Test(value_words, dates_and_instants)
{
    reads(value_date(day_of(2026, 3, 31)), "2026-03-31", "2026年3月31日");
    reads((struct value){.type = VALUE_INSTANT, .as.instant = (instant)day_of(2026, 3, 5) * DAY + 9 * HOUR},
          "2026-03-05 09:00 UTC", "2026年3月5日 09:00(UTC)");
    reads((struct value){.type = VALUE_INSTANT, .as.instant = -1}, "1969-12-31 23:59:59 UTC",
          "1969年12月31日 23:59:59(UTC)");
}

Test(value_words, the_rest)
{
    reads((struct value){0}, "", "");
    reads(value_text("prior-written", 13), "prior-written", "prior-written");
    reads(value_flag(true), "yes", "はい");
    reads(value_flag(false), "no", "いいえ");
    reads(value_count(12345), "12,345", "12,345");
    reads(value_count(-5), "-5", "-5");
    reads((struct value){.type = VALUE_NUMBER, .as.number = 15000}, "1.5", "1.5");
    reads((struct value){.type = VALUE_PERCENT, .as.number = 999000}, "99.9 %", "99.9%");
}
