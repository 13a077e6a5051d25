#include <string.h>

#include "base/value.h"
#include "base/value_parts.h"

enum { DAY_SECONDS = 86400 };

/* A unit after its number: "1 day", "2 days", "2日". */
struct unit_words {
    const char *one, *many, *ja;
};

static const struct unit_words units[PART_COUNT] = {
    [PART_YEARS] = {" year", " years", "年"},       [PART_MONTHS] = {" month", " months", "か月"},
    [PART_DAYS] = {" day", " days", "日"},          [PART_HOURS] = {" hour", " hours", "時間"},
    [PART_MINUTES] = {" minute", " minutes", "分"}, [PART_SECONDS] = {" second", " seconds", "秒"},
};
static const struct unit_words business_day = {" business day", " business days", "営業日"};
static const struct unit_words week = {" week", " weeks", "週間"};

static void write_unit(struct buffer *b, int64_t n, const struct unit_words *u, enum language language)
{
    buffer_int(b, n);
    if (language == LANGUAGE_JA)
        buffer_puts(b, u->ja);
    else
        buffer_puts(b, n == 1 ? u->one : u->many);
}

static void write_parts(struct buffer *b, struct duration d, bool interval, enum language language)
{
    int64_t parts[PART_COUNT];
    bool any = false;
    value_parts(d, interval, parts);
    for (int i = 0; i < PART_COUNT; i++) {
        if (!parts[i])
            continue;
        if (any && language != LANGUAGE_JA)
            buffer_putc(b, ' ');
        write_unit(b, parts[i], i == PART_DAYS && d.business ? &business_day : &units[i], language);
        any = true;
    }
    if (!any)
        write_unit(b, 0, &units[PART_SECONDS], language);
}

/* The frequencies that have a name. */
struct frequency {
    struct duration every;
    const char *words[LANGUAGE_COUNT];
};

static const struct frequency frequencies[] = {
    {{.months = 12}, {"yearly", "年1回"}},
    {{.months = 6}, {"half-yearly", "半年ごと"}},
    {{.months = 3}, {"quarterly", "四半期ごと"}},
    {{.months = 1}, {"monthly", "月1回"}},
    {{.seconds = 7 * DAY_SECONDS}, {"weekly", "週1回"}},
    {{.seconds = DAY_SECONDS}, {"daily", "毎日"}},
    {{.seconds = DAY_SECONDS, .business = true}, {"every business day", "毎営業日"}},
    {{.seconds = 3600}, {"hourly", "1時間ごと"}},
};

static void write_interval(struct buffer *b, struct duration d, enum language language)
{
    const int64_t week_seconds = 7 * DAY_SECONDS;
    for (size_t i = 0; i < sizeof frequencies / sizeof *frequencies; i++) {
        const struct frequency *f = &frequencies[i];
        if (f->every.months == d.months && f->every.seconds == d.seconds && f->every.business == d.business) {
            buffer_puts(b, f->words[language]);
            return;
        }
    }
    if (language == LANGUAGE_EN)
        buffer_puts(b, "every ");
    if (!d.months && !d.business && d.seconds > 0 && d.seconds % week_seconds == 0 && d.seconds <= 4 * week_seconds)
        write_unit(b, d.seconds / week_seconds, &week, language);
    else
        write_parts(b, d, true, language);
    if (language == LANGUAGE_JA)
        buffer_puts(b, "ごと");
}

struct currency {
    const char *code, *ja;
    int decimals; /* that a price with a fraction shows (ISO 4217) */
};

static const struct currency currencies[] = {
    {"JPY", "円", 0}, {"USD", "米ドル", 2}, {"EUR", "ユーロ", 2}, {"GBP", "英ポンド", 2}, {"CNY", "人民元", 2},
};

static const struct currency *currency_of(const char *code)
{
    for (size_t i = 0; i < sizeof currencies / sizeof *currencies; i++)
        if (strncmp(currencies[i].code, code, 4) == 0)
            return &currencies[i];
    return NULL;
}

static void write_amount(struct buffer *b, const struct value *v, enum language language)
{
    const char *code = v->as.amount.currency;
    const struct currency *c = currency_of(code);
    int decimals = v->as.amount.number % FIXED_ONE && c ? c->decimals : 0;
    if (language == LANGUAGE_JA && c) {
        value_write_fixed(b, v->as.amount.number, decimals, true);
        buffer_puts(b, c->ja);
        return;
    }
    buffer_add(b, code, strnlen(code, sizeof v->as.amount.currency));
    buffer_putc(b, ' ');
    value_write_fixed(b, v->as.amount.number, decimals, true);
}

static void write_date(struct buffer *b, day d, enum language language)
{
    if (language != LANGUAGE_JA) {
        struct value v = value_date(d);
        value_write(b, &v);
        return;
    }
    int year, month, dom;
    day_split(d, &year, &month, &dom);
    buffer_int(b, year);
    buffer_puts(b, "年");
    buffer_int(b, month);
    buffer_puts(b, "月");
    buffer_int(b, dom);
    buffer_puts(b, "日");
}

static void write_two(struct buffer *b, int n)
{
    buffer_putc(b, (char)('0' + n / 10));
    buffer_putc(b, (char)('0' + n % 10));
}

static void write_instant(struct buffer *b, instant t, enum language language)
{
    day d = day_of_instant(t);
    int of_day = (int)(t - (instant)d * DAY_SECONDS);
    write_date(b, d, language);
    buffer_putc(b, ' ');
    write_two(b, of_day / 3600);
    buffer_putc(b, ':');
    write_two(b, of_day / 60 % 60);
    if (of_day % 60) {
        buffer_putc(b, ':');
        write_two(b, of_day % 60);
    }
    buffer_puts(b, language == LANGUAGE_JA ? "(UTC)" : " UTC");
}

void value_write_words(struct buffer *b, const struct value *v, enum language language)
{
    static const char *const flags[LANGUAGE_COUNT][2] = {{"no", "yes"}, {"いいえ", "はい"}};
    if (language >= LANGUAGE_COUNT)
        language = LANGUAGE_EN;
    switch (v->type) {
    case VALUE_BOOL:
        buffer_puts(b, flags[language][v->as.flag]);
        return;
    case VALUE_COUNT:
        value_write_grouped(b, v->as.count);
        return;
    case VALUE_NUMBER:
        value_write_fixed(b, v->as.number, 0, true);
        return;
    case VALUE_PERCENT:
        value_write_fixed(b, v->as.number, 0, true);
        buffer_puts(b, language == LANGUAGE_JA ? "%" : " %");
        return;
    case VALUE_AMOUNT:
        write_amount(b, v, language);
        return;
    case VALUE_DATE:
        write_date(b, v->as.date, language);
        return;
    case VALUE_INSTANT:
        write_instant(b, v->as.instant, language);
        return;
    case VALUE_DURATION:
        write_parts(b, v->as.duration, false, language);
        return;
    case VALUE_INTERVAL:
        write_interval(b, v->as.duration, language);
        return;
    default:
        value_write(b, v);
        return;
    }
}
