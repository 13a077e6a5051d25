#include <string.h>

#include "base/value.h"
#include "base/value_parts.h"

enum { DAY_SECONDS = 86400 };

/* At least `width` digits, zeros in front. */
static void padded(struct buffer *b, int n, int width)
{
    int most = 1;
    for (int i = 1; i < width; i++)
        most *= 10;
    for (; n >= 0 && n < most && most > 1; most /= 10)
        buffer_putc(b, '0');
    buffer_int(b, n);
}

static void write_date(struct buffer *b, day d)
{
    int year, month, dom;
    day_split(d, &year, &month, &dom);
    padded(b, year, 4);
    buffer_putc(b, '-');
    padded(b, month, 2);
    buffer_putc(b, '-');
    padded(b, dom, 2);
}

static void write_instant(struct buffer *b, instant t)
{
    day d = day_of_instant(t);
    int of_day = (int)(t - (instant)d * DAY_SECONDS);
    write_date(b, d);
    buffer_putc(b, 'T');
    padded(b, of_day / 3600, 2);
    buffer_putc(b, ':');
    padded(b, of_day / 60 % 60, 2);
    buffer_putc(b, ':');
    padded(b, of_day % 60, 2);
    buffer_putc(b, 'Z');
}

/* Business days have no form in ISO 8601; a word after it keeps them apart: "P3D business". */
static void write_duration(struct buffer *b, struct duration d, bool interval)
{
    static const char letters[PART_COUNT] = {'Y', 'M', 'D', 'H', 'M', 'S'};
    int64_t parts[PART_COUNT];
    bool any = false, time = false;
    value_parts(d, interval, parts);
    buffer_putc(b, 'P');
    for (int i = 0; i < PART_COUNT; i++) {
        if (!parts[i])
            continue;
        if (i >= PART_HOURS && !time)
            buffer_putc(b, 'T');
        time = i >= PART_HOURS;
        buffer_int(b, parts[i]);
        buffer_putc(b, letters[i]);
        any = true;
    }
    if (!any)
        buffer_puts(b, "T0S");
    if (d.business)
        buffer_puts(b, " business");
}

void value_write(struct buffer *b, const struct value *v)
{
    switch (v->type) {
    case VALUE_TEXT:
        buffer_add(b, v->as.text.at, v->as.text.len);
        return;
    case VALUE_BOOL:
        buffer_puts(b, v->as.flag ? "true" : "false");
        return;
    case VALUE_COUNT:
        buffer_int(b, v->as.count);
        return;
    case VALUE_NUMBER:
    case VALUE_PERCENT:
        value_write_fixed(b, v->as.number, 0, false);
        return;
    case VALUE_AMOUNT:
        buffer_add(b, v->as.amount.currency, strnlen(v->as.amount.currency, 3));
        buffer_putc(b, ' ');
        value_write_fixed(b, v->as.amount.number, 0, false);
        return;
    case VALUE_DATE:
        write_date(b, v->as.date);
        return;
    case VALUE_INSTANT:
        write_instant(b, v->as.instant);
        return;
    case VALUE_DURATION:
    case VALUE_INTERVAL:
        write_duration(b, v->as.duration, v->type == VALUE_INTERVAL);
        return;
    default:
        return;
    }
}
