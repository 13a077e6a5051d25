#include "language/values.h"

#include <string.h>

#include "language/dates.h"
#include "language/normalise.h"
#include "language/number.h"
#include "language/words.h"

enum { LOOK_AROUND = 48 /* bytes before and after a value that say how it is meant */, LONGEST_YEARS = 100 };

/* The length of the first of these words that stands at i and ends there; 0: none. */
static size_t any_of(struct words t, size_t i, const char *const *words)
{
    for (; *words; words++) {
        if (!word_at(t, i, *words))
            continue;
        size_t n = strlen(*words);
        if (!(normal_is_word((*words)[n - 1]) && i + n < t.len && normal_is_word(t.at[i + n])))
            return n;
    }
    return 0;
}

static bool precedes(struct words t, size_t i, const char *word)
{
    size_t n = strlen(word);
    return i >= n && memcmp(t.at + i - n, word, n) == 0;
}

static bool any_before(struct words t, size_t i, const char *const *words)
{
    for (; *words; words++)
        if (precedes(t, i, *words))
            return true;
    return false;
}

/* Any of the words, whole, within `reach` bytes before i. */
static bool near_before(struct words t, size_t i, size_t reach, const char *const *list)
{
    return words_within(t, i > reach ? i - reach : 0, i, list) < i;
}

/* ---- units of time ---- */

struct unit {
    const char *word;
    int32_t seconds, months;
};

enum { MINUTE = 60, HOUR = 3600, DAY = 86400 };

/* Longer words first, where one begins another. */
static const struct unit japanese[] = {
    {"時間", HOUR, 0},      {"営業日", DAY, 0},    {"日間", DAY, 0},   {"日", DAY, 0},        {"週間", 7 * DAY, 0},
    {"か月間", 0, 1},       {"か月", 0, 1},        {"カ月", 0, 1},     {"ヶ月", 0, 1},        {"ケ月", 0, 1},
    {"ヵ月", 0, 1},         {"箇月", 0, 1},        {"個月", 0, 1},     {"か年", 0, 12},       {"年間", 0, 12},
    {"ヶ年", 0, 12},        {"カ年", 0, 12},       {"箇年", 0, 12},    {"年", 0, 12},         {"分間", MINUTE, 0},
    {"分", MINUTE, 0},      {"秒", 1, 0},          {"就業日", DAY, 0}, {"銀行営業日", DAY, 0}, {"平日", DAY, 0},
    {"週", 7 * DAY, 0},
};
static const struct unit english[] = {
    {"second", 1, 0}, {"minute", MINUTE, 0}, {"hour", HOUR, 0}, {"hr", HOUR, 0}, {"day", DAY, 0}, {"week", 7 * DAY, 0},
    {"month", 0, 1},  {"year", 0, 12},
};

static bool is_business(const char *unit)
{
    return strcmp(unit, "営業日") == 0 || strcmp(unit, "就業日") == 0 || strcmp(unit, "銀行営業日") == 0 || strcmp(unit, "平日") == 0;
}

/* Japanese signs after a number that make it something else: a date, a fraction, a day of the month, around the clock. */
static bool no_length_of_time(struct words t, size_t number, size_t unit, size_t end, fixed n)
{
    if (word_at(t, unit, "年") && (n >= 200 * FIXED_ONE || precedes(t, number, "平成") || precedes(t, number, "令和") ||
                                   precedes(t, number, "昭和") || word_at(t, end, "度")))
        return true;
    if (word_at(t, unit, "日") && (precedes(t, number, "月") || precedes(t, number, "月末")) && !word_at(t, unit, "日間"))
        return true;
    if (word_at(t, unit, "分") && (word_at(t, end, "の") || precedes(t, number, "時")))
        return true;
    if (precedes(t, number, "第") || precedes(t, number, "時間"))
        return true;
    return end < t.len && t.at[end] >= '0' && t.at[end] <= '9' && !word_at(t, end, "1回"); /* but 1日1回 */
}

static size_t japanese_unit(struct words t, size_t number, size_t i, fixed n, struct duration *d)
{
    for (size_t k = 0; k < sizeof japanese / sizeof japanese[0]; k++) {
        const struct unit *u = &japanese[k];
        size_t end = i + strlen(u->word);
        if (!word_at(t, i, u->word))
            continue;
        if (no_length_of_time(t, number, i, end, n))
            return 0;
        *d = (struct duration){n * u->seconds / FIXED_ONE, (int32_t)(n / FIXED_ONE) * u->months, is_business(u->word),
                               u->seconds >= DAY};
        return end - i;
    }
    return 0;
}

/* "business", "calendar": words between the number and its unit. */
static size_t adjective(struct words t, size_t i, bool *business)
{
    static const char *const working[] = {"business", "working", "banking", "trading", NULL};
    static const char *const other[] = {"calendar", "consecutive", "full", "additional", "further", "successive",
                                        "continuous", "complete", "contract", "more", NULL};
    size_t n = any_of(t, i, working);
    if (n)
        *business = true;
    else
        n = any_of(t, i, other);
    return n && i + n < t.len && (t.at[i + n] == ' ' || t.at[i + n] == '-') ? n + 1 : 0;
}

static size_t english_unit(struct words t, size_t from, fixed n, struct duration *d)
{
    size_t i = from;
    bool business = false;
    if (i < t.len && (t.at[i] == ' ' || t.at[i] == '-'))
        i++;
    for (size_t used; (used = adjective(t, i, &business)) > 0;)
        i += used;
    for (size_t k = 0; k < sizeof english / sizeof english[0]; k++) {
        const struct unit *u = &english[k];
        if (!word_at(t, i, u->word))
            continue;
        size_t end = i + strlen(u->word);
        if (end < t.len && t.at[end] == 's')
            end++;
        if (end < t.len && normal_is_word(t.at[end]))
            continue;
        if (u->months == 12 && n >= 200 * FIXED_ONE)
            return 0;
        *d = (struct duration){n * u->seconds / FIXED_ONE, (int32_t)(n / FIXED_ONE) * u->months, business,
                               u->seconds >= DAY};
        return end - from;
    }
    return 0;
}

/* ---- how a length of time is meant ---- */

static unsigned mode_of(struct words t, size_t start, size_t end)
{
    static const char *const every[] = {"every", "each", "per", "once in", "once every", NULL};
    static const char *const within[] = {"within", "no later than", "not later than", "not to exceed", "no more than",
                                         "not more than", "no event later than", "not exceeding", "up to", "maximum of",
                                         "less than", "under", NULL};
    static const char *const lasting[] = {"period of", "periods of", "for", "term of", "terms of", "survive", "survives", "next",
                                          "duration of", NULL};
    static const char *const told[] = {"notice period of", "period of notice of", "period of notice is", "notice period is", NULL};
    static const char *const before[] = {"前", "以上前", NULL};
    static const char *const inside[] = {"以内", "内に", "までに", "を超えない", "以下", "未満", NULL};
    size_t tail = end;
    while (tail < t.len && (t.at[tail] == '\'' || t.at[tail] == ' ' || t.at[tail] == ')'))
        tail++;
    static const char *const notice[] = {"prior", "advance", "advanced", "notice", "written", "before", "in advance", "previous", NULL};
    if (any_of(t, end, before))
        return TIME_NOTICE;
    if (any_of(t, end, inside))
        return TIME_LIMIT;
    if (precedes(t, end, "間") && !precedes(t, end, "時間"))
        return TIME_PERIOD;
    if (any_of(t, tail, notice))
        return TIME_NOTICE;
    if (near_before(t, start, 12, every))
        return 0;
    if (near_before(t, start, 24, within))
        return TIME_LIMIT;
    if (near_before(t, start, 32, told))
        return TIME_NOTICE;
    if (near_before(t, start, 24, lasting))
        return TIME_PERIOD;
    return TIME_ANY;
}

static bool is_short_enough(fixed n)
{
    return n > 0 && n <= (fixed)LONGEST_YEARS * 366 * FIXED_ONE * 24;
}

/* "every 6 months", 6か月ごと, 1年に1回, 1日1回: the length of time is the time between two. */
static bool is_interval(struct words t, size_t start, size_t *end)
{
    static const char *const every[] = {"every ", "once in ", "once each ", "once per ", "each ", "once a ", NULL};
    static const char *const each[] = {"ごと", "毎", "おき", NULL};
    static const char *const once[] = {"に1回", "に一回", "に1度", "に一度", "に少なくとも1回", "に少なくとも一回",
                                       "1回", "一回", NULL};
    if (any_before(t, start, every))
        return true;
    size_t n = any_of(t, *end, each);
    if (!n)
        n = any_of(t, *end, once);
    *end += n;
    return n > 0;
}

static bool read_time(struct words t, size_t start, size_t number_end, fixed n, struct found_value *found)
{
    struct duration d = {0};
    if (!is_short_enough(n))
        return false;
    size_t used = japanese_unit(t, start, number_end, n, &d);
    if (!used)
        used = english_unit(t, number_end, n, &d);
    if (!used || d.months > LONGEST_YEARS * 12 || (d.months == 0 && d.seconds == 0))
        return false;
    size_t end = number_end + used;
    bool interval = is_interval(t, start, &end);
    found->value = value_duration(d);
    if (interval)
        found->value.type = VALUE_INTERVAL;
    found->mode = interval ? 0 : mode_of(t, start, number_end + used);
    found->start = (uint32_t)start;
    found->end = (uint32_t)end;
    return true;
}

/* ---- percentages and amounts ---- */

static bool read_percent(struct words t, size_t start, size_t i, fixed n, struct found_value *found)
{
    static const char *const signs[] = {"%", "パーセント", "percent", "per cent", NULL};
    size_t space = i < t.len && t.at[i] == ' ' ? 1 : 0, used = any_of(t, i + space, signs);
    if (!used)
        return false;
    *found = (struct found_value){.start = (uint32_t)start, .end = (uint32_t)(i + space + used)};
    found->value.type = VALUE_PERCENT;
    found->value.as.number = n;
    return true;
}

struct currency { const char *word, *code; };

static const struct currency before_number[] = {
    {"us$", "USD"}, {"usd", "USD"}, {"$", "USD"},   {"¥", "JPY"},   {"\\", "JPY"},  {"jpy", "JPY"}, {"€", "EUR"},
    {"eur", "EUR"}, {"£", "GBP"},   {"gbp", "GBP"}, {"cny", "CNY"}, {"chf", "CHF"}, {"inr", "INR"}, {"cad", "CAD"},
    {"sgd", "SGD"}, {"aud", "AUD"}, {"rmb", "CNY"},
};
static const struct currency after_number[] = {
    {"円", "JPY"},       {"u.s. dollars", "USD"}, {"us dollars", "USD"}, {"dollars", "USD"}, {"米ドル", "USD"}, {"ドル", "USD"},
    {"yen", "JPY"},      {"euros", "EUR"},        {"euro", "EUR"},       {"ユーロ", "EUR"},  {"pounds", "GBP"}, {"usd", "USD"},
    {"jpy", "JPY"},      {"eur", "EUR"},          {"gbp", "GBP"},        {"元", "CNY"},
};

static const char *currency_before(struct words t, size_t start)
{
    size_t at = start > 0 && t.at[start - 1] == ' ' ? start - 1 : start;
    for (size_t k = 0; k < sizeof before_number / sizeof before_number[0]; k++)
        if (precedes(t, at, before_number[k].word))
            return before_number[k].code;
    return NULL;
}

static const char *currency_after(struct words t, size_t *end)
{
    size_t at = *end + (*end < t.len && t.at[*end] == ' ');
    for (size_t k = 0; k < sizeof after_number / sizeof after_number[0]; k++)
        if (word_at(t, at, after_number[k].word)) {
            *end = at + strlen(after_number[k].word);
            return after_number[k].code;
        }
    return NULL;
}

static bool read_amount(struct words t, size_t start, size_t end, fixed n, struct found_value *found)
{
    static const struct { const char *word; int64_t times; } large[] = {{"million", 1000000}, {"billion", 1000000000},
                                                                        {"thousand", 1000}, {"m", 1000000}};
    const char *code = currency_before(t, start);
    size_t at = end + (end < t.len && t.at[end] == ' ');
    for (size_t k = 0; k < 4; k++) {
        size_t stop = at + strlen(large[k].word);
        if (word_at(t, at, large[k].word) && (stop == t.len || !normal_is_word(t.at[stop])) && n < FIXED_ONE * 100000 &&
            (code || k < 3)) {
            n *= large[k].times;
            end = stop;
            break;
        }
    }
    if (!code)
        code = currency_after(t, &end);
    if (!code || n <= 0)
        return false;
    *found = (struct found_value){.start = (uint32_t)start, .end = (uint32_t)end};
    found->value.type = VALUE_AMOUNT;
    found->value.as.amount.number = n;
    memcpy(found->value.as.amount.currency, code, 4);
    return true;
}

/* ---- frequencies ---- */

/* 年1回, 月に二回以上, 毎年1回: from one to the next. */
static bool read_times(struct words t, size_t start, struct found_value *found)
{
    static const struct { const char *word; int32_t months; int64_t seconds; } periods[] = {
        {"年", 12, 0}, {"月", 1, 0}, {"週", 0, 7 * DAY}, {"日", 0, DAY}};
    static const char *const joins[] = {"に少なくとも", "間に", "につき", "に", "間", "あたり", NULL};
    static const char *const counters[] = {"回", "度", NULL};
    if ((unsigned char)t.at[start] < 0x80)
        return false;
    for (size_t k = 0; k < 4; k++) {
        if (!word_at(t, start, periods[k].word) || (start > 0 && normal_is_word(t.at[start - 1])))
            continue;
        size_t i = start + 3;
        i += any_of(t, i, joins);
        fixed n = 0;
        size_t used = number_read(t.at + i, t.len - i, &n);
        size_t counter = used ? any_of(t, i + used, counters) : 0;
        int64_t times = n / FIXED_ONE;
        if (!counter || times < 1 || times > 366)
            return false;
        struct duration d = {.seconds = periods[k].seconds / times, .in_days = true};
        if (periods[k].months % times == 0)
            d.months = periods[k].months / (int32_t)times;
        else
            d.seconds = (int64_t)periods[k].months * 30 * DAY / times;
        *found = (struct found_value){.start = (uint32_t)start, .end = (uint32_t)(i + used + counter)};
        found->value = value_duration(d);
        found->value.type = VALUE_INTERVAL;
        return true;
    }
    return false;
}

/* ---- dates ---- */

static bool read_date(struct words t, size_t i, struct found_value *found)
{
    size_t start, end;
    day d;
    if (!date_at(t.at, t.len, i, &start, &end, &d))
        return false;
    *found = (struct found_value){.value = value_date(d), .start = (uint32_t)start, .end = (uint32_t)end};
    return true;
}

/* ---- all of them ---- */

/* *used: the bytes of the number at i, whether it is a value or not. */
static bool read_value(struct words t, size_t i, size_t *used_bytes, struct found_value *found)
{
    fixed n;
    if (read_times(t, i, found) || read_date(t, i, found))
        return true;
    size_t used = *used_bytes = number_read(t.at + i, t.len - i, &n);
    if (!used)
        return false;
    return read_time(t, i, i + used, n, found) || read_percent(t, i, i + used, n, found) ||
           read_amount(t, i, i + used, n, found);
}

/* True for the kanji with which a number or a frequency begins; `b` are the three bytes of a character. */
static inline bool kanji_begins(const unsigned char *b)
{
    if (b[0] == 0xE3) /* kana and signs but 〇 */
        return b[1] == 0x80 && b[2] == 0x87;
    switch ((b[0] & 0x0FU) << 12 | (b[1] & 0x3FU) << 6 | (b[2] & 0x3FU)) {
    case 0x96F6: case 0x4E00: case 0x58F1: case 0x4E8C: case 0x5F10: case 0x4E09: case 0x53C2:                 /* 零一壱二弐三参 */
    case 0x56DB: case 0x4E94: case 0x516D: case 0x4E03: case 0x516B: case 0x4E5D:                           /* 四五六七八九 */
    case 0x5341: case 0x62FE: case 0x767E: case 0x5343:                                                     /* 十拾百千 */
    case 0x5E74: case 0x6708: case 0x9031: case 0x65E5:                                                     /* 年月週日 */
        return true;
    default:
        return false;
    }
}

/* The next byte at which a value may begin: the first of a word, or such a kanji. */
static size_t next_start(struct words t, size_t i)
{
    bool inside = i > 0 && normal_is_word(t.at[i - 1]);
    for (; i < t.len; i++) {
        unsigned char c = (unsigned char)t.at[i];
        if (normal_is_word((char)c)) {
            if (!inside && number_begins(t.at + i, t.len - i))
                return i;
            while (i + 1 < t.len && normal_is_word(t.at[i + 1]))
                i++;
        } else if (c >= 0xE3 && c <= 0xE9 && t.len - i >= 3) {
            if (kanji_begins((const unsigned char *)t.at + i))
                return i;
            i += 2;
        }
        inside = false;
    }
    return t.len;
}

bool values_next(const char *at, size_t len, size_t from, struct found_value *found)
{
    struct words t = {at, len};
    for (size_t i = next_start(t, from); i < len; i = next_start(t, i + 1)) {
        size_t used = 0;
        memset(found, 0, sizeof *found);
        if (read_value(t, i, &used, found))
            return true;
        if (used > 1) /* a number that is no value is not read from its middle */
            i += used - 1;
    }
    return false;
}
