/* Typed values: what documents promise, rules compare and reports show. Plain data; texts are borrowed. */
#ifndef KIJUN_BASE_VALUE_H
#define KIJUN_BASE_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/language.h"

/* Days since 1970-01-01 in the proleptic Gregorian calendar. */
typedef int32_t day;
#define DAY_NONE INT32_MIN
/* Seconds since 1970-01-01T00:00:00Z. */
typedef int64_t instant;
#define INSTANT_NONE INT64_MIN

/* A length of time as it was promised. Months stay months: P1M is not P30D. */
struct duration {
    int64_t seconds;
    int32_t months;
    bool business; /* the days in `seconds` are business days (営業日), 86,400 s each */
    bool in_days;  /* promised in days: told as 3 days, not 72 hours; makes no difference when comparing */
};

/* Fixed point with four decimals: 99.95 is 999500. No binary fractions, so that equal means equal. */
typedef int64_t fixed;
#define FIXED_ONE INT64_C(10000)

enum value_type {
    VALUE_NONE,
    VALUE_TEXT,
    VALUE_BOOL,
    VALUE_COUNT,      /* a whole number without unit */
    VALUE_NUMBER,     /* fixed */
    VALUE_PERCENT,    /* fixed, 99.9 % is 999000 */
    VALUE_AMOUNT,     /* fixed and a currency (ISO 4217) */
    VALUE_DATE,
    VALUE_INSTANT,
    VALUE_DURATION,   /* a time limit: within 24 hours */
    VALUE_INTERVAL,   /* a frequency, as the time from one to the next: yearly is P1Y */
    VALUE_TYPES
};

struct value {
    enum value_type type;
    union {
        struct { const char *at; size_t len; } text; /* also tokens such as "prior-written" */
        bool flag;
        int64_t count;
        fixed number;                                  /* NUMBER and PERCENT */
        struct { fixed number; char currency[4]; } amount;
        day date;
        instant instant;
        struct duration duration;                      /* DURATION and INTERVAL */
    } as;
};

/* Parsers for the lexical forms of the XML format. Each takes exactly `len` bytes, allows no surrounding space,
 * and returns false, leaving *out untouched, on anything else.
 * date: YYYY-MM-DD (ISO 8601, years 0001 to 9999). instant: YYYY-MM-DDThh:mm[:ss](Z|±hh:mm).
 * duration: ISO 8601 PnYnMnWnDTnHnMnS, whole numbers, at least one part, at most 100 years.
 * number: decimal with at most four decimals. bool: true|false|1|0. count: 0 .. 10^12. */
bool value_parse_date(const char *at, size_t len, day *out);
bool value_parse_instant(const char *at, size_t len, instant *out);
bool value_parse_duration(const char *at, size_t len, struct duration *out);
bool value_parse_number(const char *at, size_t len, fixed *out);
bool value_parse_bool(const char *at, size_t len, bool *out);
bool value_parse_count(const char *at, size_t len, int64_t *out);

/* Civil calendar. month 1..12; returns DAY_NONE when there is no such day. */
day day_of(int year, int month, int dom);
void day_split(day d, int *year, int *month, int *dom);
day day_add_months(day d, int months); /* 31 January + 1 month = the last of February */
day day_of_instant(instant t);

/* The longest that a duration can last, in seconds: what a promise guarantees. A month is 31 days, 12 months 366;
 * n business days span n + 2 * ceil(n / 5) calendar days (public holidays are not known to the engine). */
int64_t duration_longest(struct duration d);
/* <0, 0, >0. Durations of the same shape compare exactly, others by duration_longest. */
int duration_compare(struct duration a, struct duration b);
/* True if both are comparable (same type, same currency); *order is then <0, 0 or >0. */
bool value_compare(const struct value *a, const struct value *b, int *order);
bool value_equal(const struct value *a, const struct value *b);

/* The canonical lexical form (the one the parsers take): "PT24H", "99.95", "2026-03-31", "JPY 10000000". Business days,
 * which ISO 8601 does not have, are "P3D business". */
void value_write(struct buffer *b, const struct value *v);
/* For people: "24 hours" / "24時間", "99.95 %", "JPY 10,000,000" / "10,000,000円", "yearly" / "年1回". */
void value_write_words(struct buffer *b, const struct value *v, enum language language);
const char *value_type_name(enum value_type type); /* "duration" */

struct value value_text(const char *at, size_t len);
struct value value_flag(bool flag);
struct value value_count(int64_t n);
struct value value_date(day d);
struct value value_duration(struct duration d);

#endif
