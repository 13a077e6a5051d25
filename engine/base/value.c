#include "base/value.h"

#include <string.h>

enum { DAY_SECONDS = 86400 };

static int order_of(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

static int64_t add_capped(int64_t a, int64_t b)
{
    int64_t sum;
    if (__builtin_add_overflow(a, b, &sum))
        return a > 0 ? INT64_MAX : INT64_MIN;
    return sum;
}

/* The seconds of the weekends that the business days of d may span; a day that has begun counts. */
static int64_t weekends(struct duration d)
{
    if (!d.business || d.seconds <= 0)
        return 0;
    int64_t days = d.seconds / DAY_SECONDS + (d.seconds % DAY_SECONDS != 0);
    int64_t weeks = days / 5 + (days % 5 != 0);
    return weeks * 2 * DAY_SECONDS;
}

int64_t duration_longest(struct duration d)
{
    int64_t days = (int64_t)(d.months / 12) * 366 + (int64_t)(d.months % 12) * 31;
    return add_capped(add_capped(d.seconds, weekends(d)), days * DAY_SECONDS);
}

/* duration_longest grows strictly with months, with seconds and with business days, so that it orders durations of one
 * shape exactly, too, unless it was cut to the range of the type. */
int duration_compare(struct duration a, struct duration b)
{
    if (a.business == b.business && a.months == b.months)
        return order_of(a.seconds, b.seconds);
    return order_of(duration_longest(a), duration_longest(b));
}

static int compare_text(const struct value *a, const struct value *b)
{
    size_t shorter = a->as.text.len < b->as.text.len ? a->as.text.len : b->as.text.len;
    int order = shorter ? memcmp(a->as.text.at, b->as.text.at, shorter) : 0;
    return order ? order : order_of((int64_t)a->as.text.len, (int64_t)b->as.text.len);
}

bool value_compare(const struct value *a, const struct value *b, int *order)
{
    if (a->type != b->type)
        return false;
    switch (a->type) {
    case VALUE_TEXT:
        *order = compare_text(a, b);
        return true;
    case VALUE_BOOL:
        *order = order_of(a->as.flag, b->as.flag);
        return true;
    case VALUE_COUNT:
        *order = order_of(a->as.count, b->as.count);
        return true;
    case VALUE_NUMBER:
    case VALUE_PERCENT:
        *order = order_of(a->as.number, b->as.number);
        return true;
    case VALUE_AMOUNT:
        *order = order_of(a->as.amount.number, b->as.amount.number);
        return strncmp(a->as.amount.currency, b->as.amount.currency, sizeof a->as.amount.currency) == 0;
    case VALUE_DATE:
        *order = order_of(a->as.date, b->as.date);
        return true;
    case VALUE_INSTANT:
        *order = order_of(a->as.instant, b->as.instant);
        return true;
    case VALUE_DURATION:
    case VALUE_INTERVAL:
        *order = duration_compare(a->as.duration, b->as.duration);
        return true;
    default:
        return false;
    }
}

/* Two promises of the same longest time are equal only if they are the same promise: P1M is not P31D. */
bool value_equal(const struct value *a, const struct value *b)
{
    if (a->type == VALUE_NONE && b->type == VALUE_NONE)
        return true;
    if (a->type == b->type && (a->type == VALUE_DURATION || a->type == VALUE_INTERVAL)) {
        struct duration x = a->as.duration, y = b->as.duration;
        return x.seconds == y.seconds && x.months == y.months && x.business == y.business;
    }
    int order;
    return value_compare(a, b, &order) && order == 0;
}

const char *value_type_name(enum value_type type)
{
    static const char *const names[VALUE_TYPES] = {"none",   "text", "bool",    "count",    "number",  "percent",
                                                   "amount", "date", "instant", "duration", "interval"};
    return type < VALUE_TYPES ? names[type] : "";
}

struct value value_text(const char *at, size_t len)
{
    return (struct value){.type = VALUE_TEXT, .as.text = {at, len}};
}

struct value value_flag(bool flag)
{
    return (struct value){.type = VALUE_BOOL, .as.flag = flag};
}

struct value value_count(int64_t n)
{
    return (struct value){.type = VALUE_COUNT, .as.count = n};
}

struct value value_date(day d)
{
    return (struct value){.type = VALUE_DATE, .as.date = d};
}

struct value value_duration(struct duration d)
{
    return (struct value){.type = VALUE_DURATION, .as.duration = d};
}
