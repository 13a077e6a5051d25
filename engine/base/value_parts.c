#include "base/value_parts.h"

enum { DAY_SECONDS = 86400, HOUR_SECONDS = 3600 };

void value_parts(struct duration d, bool interval, int64_t parts[PART_COUNT])
{
    int64_t rest = d.seconds;
    bool in_days = d.in_days || d.business || (interval ? rest % DAY_SECONDS == 0 : rest > 3 * DAY_SECONDS);
    parts[PART_YEARS] = d.months % 12 == 0 ? d.months / 12 : 0;
    parts[PART_MONTHS] = d.months % 12 == 0 ? 0 : d.months;
    parts[PART_DAYS] = in_days ? rest / DAY_SECONDS : 0;
    rest -= parts[PART_DAYS] * DAY_SECONDS;
    parts[PART_HOURS] = rest % HOUR_SECONDS == 0 || rest >= 2 * HOUR_SECONDS ? rest / HOUR_SECONDS : 0;
    rest -= parts[PART_HOURS] * HOUR_SECONDS;
    parts[PART_MINUTES] = rest % 60 == 0 || rest >= 120 ? rest / 60 : 0;
    parts[PART_SECONDS] = rest - parts[PART_MINUTES] * 60;
}

/* Writes a number from its last digit to its first, in front of `at`; returns where it starts. */
static char *digits_before(char *at, uint64_t n, bool grouped)
{
    int written = 0;
    do {
        if (grouped && written && written % 3 == 0)
            *--at = ',';
        *--at = (char)('0' + n % 10);
        n /= 10;
        written++;
    } while (n);
    return at;
}

static uint64_t size_of(int64_t n)
{
    return n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
}

void value_write_fixed(struct buffer *b, fixed n, int least, bool grouped)
{
    char digits[40];
    char *end = digits + sizeof digits, *at = end;
    uint64_t decimals = size_of(n) % (uint64_t)FIXED_ONE;
    for (int place = 4; place > 0; place--, decimals /= 10)
        if (at < end || place <= least || decimals % 10)
            *--at = (char)('0' + decimals % 10);
    if (at < end)
        *--at = '.';
    at = digits_before(at, size_of(n) / (uint64_t)FIXED_ONE, grouped);
    if (n < 0)
        *--at = '-';
    buffer_add(b, at, (size_t)(end - at));
}

void value_write_grouped(struct buffer *b, int64_t n)
{
    char digits[40];
    char *end = digits + sizeof digits, *at = digits_before(end, size_of(n), true);
    if (n < 0)
        *--at = '-';
    buffer_add(b, at, (size_t)(end - at));
}
