#include <string.h>

#include "base/value.h"

enum { DAY_SECONDS = 86400, LONGEST_MONTHS = 1200, NUMBER_DIGITS = 14, NUMBER_DECIMALS = 4 };

/* What is left to read. */
struct scan {
    const char *at;
    const char *end;
};

static bool digit(const struct scan *s)
{
    return s->at < s->end && *s->at >= '0' && *s->at <= '9';
}

static bool take(struct scan *s, char c)
{
    if (s->at >= s->end || *s->at != c)
        return false;
    s->at++;
    return true;
}

/* Exactly `count` digits. */
static bool digits(struct scan *s, int count, int *out)
{
    int n = 0;
    for (int i = 0; i < count; i++) {
        if (!digit(s))
            return false;
        n = n * 10 + (*s->at++ - '0');
    }
    *out = n;
    return true;
}

/* One digit or more, at most `most`. */
static bool whole(struct scan *s, int64_t most, int64_t *out)
{
    int64_t n = 0;
    if (!digit(s))
        return false;
    while (digit(s)) {
        n = n * 10 + (*s->at++ - '0');
        if (n > most)
            return false;
    }
    *out = n;
    return true;
}

static bool scan_date(struct scan *s, day *out)
{
    int year, month, dom;
    if (!digits(s, 4, &year) || !take(s, '-') || !digits(s, 2, &month) || !take(s, '-') || !digits(s, 2, &dom))
        return false;
    *out = day_of(year, month, dom);
    return *out != DAY_NONE;
}

bool value_parse_date(const char *at, size_t len, day *out)
{
    struct scan s = {at, at + len};
    day d;
    if (!scan_date(&s, &d) || s.at != s.end)
        return false;
    *out = d;
    return true;
}

/* hh:mm, as minutes. */
static bool scan_minutes(struct scan *s, int most_hours, int *out)
{
    int hours, minutes;
    if (!digits(s, 2, &hours) || !take(s, ':') || !digits(s, 2, &minutes) || hours > most_hours || minutes > 59)
        return false;
    *out = hours * 60 + minutes;
    return true;
}

/* Z or ±hh:mm, at most 14:00 (XML Schema part 2, 3.2.7.3), as minutes east of UTC. */
static bool scan_zone(struct scan *s, int *out)
{
    *out = 0;
    if (take(s, 'Z'))
        return true;
    bool west = take(s, '-');
    if (!west && !take(s, '+'))
        return false;
    if (!scan_minutes(s, 14, out) || *out > 14 * 60)
        return false;
    if (west)
        *out = -*out;
    return true;
}

bool value_parse_instant(const char *at, size_t len, instant *out)
{
    struct scan s = {at, at + len};
    day d;
    int minutes, seconds = 0, zone;
    if (!scan_date(&s, &d) || !take(&s, 'T') || !scan_minutes(&s, 23, &minutes))
        return false;
    if (take(&s, ':') && (!digits(&s, 2, &seconds) || seconds > 59))
        return false;
    if (!scan_zone(&s, &zone) || s.at != s.end)
        return false;
    *out = (instant)d * DAY_SECONDS + (minutes - zone) * 60 + seconds;
    return true;
}

/* The designators of one half of a duration, in the order in which ISO 8601 has them. */
struct unit {
    char letter;
    int32_t months;
    int32_t seconds;
};

static const struct unit date_units[] = {{'Y', 12, 0}, {'M', 1, 0}, {'W', 0, 7 * DAY_SECONDS}, {'D', 0, DAY_SECONDS}};
static const struct unit time_units[] = {{'H', 0, 3600}, {'M', 0, 60}, {'S', 0, 1}};

/* Reads parts until something else than a digit stands there; *any becomes true when there was one. */
static bool scan_units(struct scan *s, const struct unit *units, size_t count, struct duration *d, bool *any)
{
    const int64_t most = (int64_t)LONGEST_MONTHS / 12 * 366 * DAY_SECONDS;
    size_t next = 0;
    while (digit(s)) {
        int64_t n;
        if (!whole(s, most, &n) || s->at >= s->end)
            return false;
        while (next < count && units[next].letter != *s->at)
            next++;
        if (next == count)
            return false;
        const struct unit *u = &units[next++];
        s->at++;
        if (u->months ? n > (LONGEST_MONTHS - d->months) / u->months : n > (most - d->seconds) / u->seconds)
            return false;
        d->months += (int32_t)n * u->months;
        d->seconds += n * u->seconds;
        d->in_days = d->in_days || u->seconds >= DAY_SECONDS;
        *any = true;
    }
    return true;
}

bool value_parse_duration(const char *at, size_t len, struct duration *out)
{
    const struct duration longest = {.months = LONGEST_MONTHS};
    struct scan s = {at, at + len};
    struct duration d = {0};
    bool any = false, any_time = false;
    if (!take(&s, 'P') || !scan_units(&s, date_units, 4, &d, &any))
        return false;
    if (take(&s, 'T') && (!scan_units(&s, time_units, 3, &d, &any_time) || !any_time))
        return false;
    if (s.at != s.end || !(any || any_time) || duration_longest(d) > duration_longest(longest))
        return false;
    *out = d;
    return true;
}

bool value_parse_number(const char *at, size_t len, fixed *out)
{
    struct scan s = {at, at + len};
    bool negative = take(&s, '-');
    const char *start = s.at;
    fixed n = 0;
    while (digit(&s) && s.at - start < NUMBER_DIGITS)
        n = n * 10 + (*s.at++ - '0');
    if (s.at == start)
        return false;
    int decimals = 0;
    if (take(&s, '.')) {
        for (; digit(&s) && decimals < NUMBER_DECIMALS; decimals++)
            n = n * 10 + (*s.at++ - '0');
        if (!decimals)
            return false;
    }
    if (s.at != s.end)
        return false;
    for (; decimals < NUMBER_DECIMALS; decimals++)
        n *= 10;
    *out = negative ? -n : n;
    return true;
}

bool value_parse_bool(const char *at, size_t len, bool *out)
{
    bool yes = (len == 4 && memcmp(at, "true", 4) == 0) || (len == 1 && *at == '1');
    bool no = (len == 5 && memcmp(at, "false", 5) == 0) || (len == 1 && *at == '0');
    if (!yes && !no)
        return false;
    *out = yes;
    return true;
}

bool value_parse_count(const char *at, size_t len, int64_t *out)
{
    struct scan s = {at, at + len};
    int64_t n;
    if (!whole(&s, INT64_C(1000000000000), &n) || s.at != s.end)
        return false;
    *out = n;
    return true;
}
