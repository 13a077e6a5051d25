#include "documents/sheet_words.h"

#include <string.h>

#include "base/text.h"

enum { COUNT_DIGITS = 12, LONGEST_MONTHS = 1200 };
#define LONGEST_SECONDS (INT64_C(36600) * 86400)

/* ---- folding ---- */

static uint32_t narrow(uint32_t c)
{
    if (c >= 0xFF01 && c <= 0xFF5E)
        c -= 0xFEE0;
    if (c == 0x3000 || c == 0xA0 || c == '\t' || c == '\r' || c == '\n')
        c = ' ';
    return c >= 'A' && c <= 'Z' ? c + 32 : c;
}

bool words_fold(const char *at, size_t len, char out[WORDS_SIZE])
{
    size_t n = 0;
    uint32_t c;
    for (size_t i = 0, step; i < len && (step = text_next(at + i, len - i, &c)) > 0; i += step) {
        uint32_t plain = narrow(c);
        if (n + step >= WORDS_SIZE) {
            *out = '\0';
            return false;
        }
        if (plain >= 0x80) {
            memcpy(out + n, at + i, step);
            n += step;
        } else if (plain != ' ' || (n > 0 && out[n - 1] != ' '))
            out[n++] = (char)plain;
    }
    while (n > 0 && out[n - 1] == ' ')
        n--;
    out[n] = '\0';
    return true;
}

/* ---- yes and no ---- */

static bool among(const char *text, const char *const *words)
{
    for (; *words; words++)
        if (strcmp(text, *words) == 0)
            return true;
    return false;
}

bool words_flag(const char *folded, bool *out)
{
    static const char *const yes[] = {"yes", "y", "true", "はい", "○", "〇", "◯", "◎", "✓", "✔", "☑", "有", "有り", "あり", "対応",
                                      "対応済", "対応済み", "対応している", "対応しています", "実施", "実施済", "実施済み", "実施している",
                                      "実施しています", "している", "しています", "適合", "済", "済み", "implemented", "in place",
                                      "compliant", NULL};
    static const char *const no[] = {"no", "n", "false", "いいえ", "×", "✕", "✗", "✖", "無", "無し", "なし", "未対応", "対応していない",
                                     "対応していません", "未実施", "実施していない", "実施していません", "していない", "していません", "不適合",
                                     "not implemented", "not in place", "non-compliant", NULL};
    bool is_yes = among(folded, yes);
    if (!is_yes && !among(folded, no))
        return false;
    *out = is_yes;
    return true;
}

bool words_not_applicable(const char *folded)
{
    static const char *const words[] = {"n/a", "na", "n.a.", "not applicable", "該当なし", "該当無し", "該当しない", "該当せず", "非該当",
                                        "対象外", "適用外", "適用なし", NULL};
    return among(folded, words);
}

/* ---- reading from the front ---- */

static bool take(const char **at, const char *word)
{
    size_t n = strlen(word);
    if (strncmp(*at, word, n) != 0)
        return false;
    *at += n;
    return true;
}

static bool take_any(const char **at, const char *const *words)
{
    for (; *words; words++)
        if (take(at, *words))
            return true;
    return false;
}

static void blanks(const char **at)
{
    while (**at == ' ')
        ++*at;
}

/* Digits, with commas between thousands; false when there are none or too many. */
static bool digits(const char **at, int64_t *out)
{
    const char *from = *at;
    int64_t n = 0;
    int count = 0;
    for (; (**at >= '0' && **at <= '9') || (count > 0 && **at == ',' && (*at)[1] >= '0' && (*at)[1] <= '9'); ++*at)
        if (**at != ',') {
            n = n * 10 + (**at - '0');
            if (++count > COUNT_DIGITS) {
                *at = from;
                return false;
            }
        }
    if (count == 0)
        *at = from;
    *out = n;
    return count > 0;
}

static bool small_number(const char **at, int most, int *out)
{
    int64_t n;
    blanks(at);
    if (!digits(at, &n) || n > most)
        return false;
    *out = (int)n;
    return true;
}

/* ---- days ---- */

static bool ends_day(const char *at, int year, int month, int dom, day *out)
{
    day d = day_of(year, month, dom);
    blanks(&at);
    /* A time of the day may follow: 10:30. */
    while ((*at >= '0' && *at <= '9') || *at == ':')
        at++;
    if (*at || d == DAY_NONE)
        return false;
    *out = d;
    return true;
}

/* 8年1月15日, 8.1.15, 8/1/15 after the year's number. */
static bool month_and_day(const char *at, int year, day *out)
{
    static const char *const after_year[] = {"年", "-", "/", ".", NULL}, *const after_month[] = {"月", "-", "/", ".", NULL};
    int month, dom;
    if (!take_any(&at, after_year) || !small_number(&at, 12, &month) || !take_any(&at, after_month) ||
        !small_number(&at, 31, &dom))
        return false;
    take(&at, "日");
    return ends_day(at, year, month, dom, out);
}

static bool era_date(const char *at, day *out)
{
    static const struct { const char *word; int before; } eras[] = {
        {"令和", 2018}, {"平成", 1988}, {"昭和", 1925}, {"r", 2018}, {"h", 1988}, {"s", 1925}};
    for (size_t i = 0; i < sizeof eras / sizeof *eras; i++) {
        int year = 1;
        const char *rest = at;
        if (take(&rest, eras[i].word) && (take(&rest, "元") || small_number(&rest, 99, &year)))
            return month_and_day(rest, eras[i].before + year, out);
    }
    return false;
}

static bool month_name(const char **at, int *out)
{
    static const char *const full[] = {"january", "february", "march", "april", "may", "june", "july", "august", "september",
                                       "october", "november", "december"};
    for (int i = 0; i < 12; i++)
        if (take(at, full[i]) || (strncmp(*at, full[i], 3) == 0 && (*at += 3))) {
            take(at, ".");
            *out = i + 1;
            return true;
        }
    return false;
}

/* 15 January 2026, 15-Jan-2026, January 15, 2026. */
static bool named_date(const char *at, day *out)
{
    static const char *const between[] = {"-", ", ", ",", " ", NULL}, *const ordinal[] = {"st", "nd", "rd", "th", NULL};
    int month, dom, year;
    bool first = month_name(&at, &month);
    if (first)
        take_any(&at, between);
    if (!small_number(&at, 31, &dom))
        return false;
    take_any(&at, ordinal);
    take_any(&at, between);
    if (!first && (!month_name(&at, &month) || (take_any(&at, between), false)))
        return false;
    return small_number(&at, 9999, &year) && year >= 1000 && ends_day(at, year, month, dom, out);
}

bool words_date(const char *folded, day *out)
{
    const char *at = folded;
    int year;
    if (small_number(&at, 9999, &year) && year >= 1000)
        return month_and_day(at, year, out);
    return era_date(folded, out) || named_date(folded, out);
}

/* ---- numbers ---- */

bool words_count(const char *folded, int64_t *out)
{
    static const char *const units[] = {"件", "名", "人", "回", "台", "個", "社", "persons", "people", "times", NULL};
    const char *at = folded;
    int64_t n;
    if (!digits(&at, &n))
        return false;
    blanks(&at);
    take_any(&at, units);
    if (*at)
        return false;
    *out = n;
    return true;
}

bool words_percent(const char *folded, fixed *out)
{
    size_t len = strlen(folded);
    fixed n;
    if (len > 0 && folded[len - 1] == '%')
        len--;
    while (len > 0 && folded[len - 1] == ' ')
        len--;
    if (!value_parse_number(folded, len, &n) || n < 0 || n > 100 * FIXED_ONE)
        return false;
    *out = n;
    return true;
}

/* ---- lengths of time ---- */

struct unit {
    const char *word;
    int64_t seconds;
    int32_t months;
    bool business;
};

/* Longer words before those that they begin with. */
static const struct unit units[] = {
    {"business days", 86400, 0, true}, {"business day", 86400, 0, true}, {"working days", 86400, 0, true},
    {"営業日", 86400, 0, true},        {"minutes", 60, 0, false},        {"minute", 60, 0, false},
    {"min", 60, 0, false},             {"分", 60, 0, false},             {"hours", 3600, 0, false},
    {"hour", 3600, 0, false},          {"hrs", 3600, 0, false},          {"h", 3600, 0, false},
    {"時間", 3600, 0, false},          {"days", 86400, 0, false},        {"day", 86400, 0, false},
    {"日間", 86400, 0, false},         {"日", 86400, 0, false},          {"weeks", 604800, 0, false},
    {"week", 604800, 0, false},        {"週間", 604800, 0, false},       {"週", 604800, 0, false},
    {"months", 0, 1, false},           {"month", 0, 1, false},           {"か月", 0, 1, false},
    {"ヶ月", 0, 1, false},             {"カ月", 0, 1, false},            {"ヵ月", 0, 1, false},
    {"ケ月", 0, 1, false},             {"箇月", 0, 1, false},            {"years", 0, 12, false},
    {"year", 0, 12, false},            {"年間", 0, 12, false},           {"年", 0, 12, false},
};

static bool number_and_unit(const char **at, struct duration *out)
{
    int n;
    if (!small_number(at, 36500, &n))
        return false;
    blanks(at);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (take(at, units[i].word)) {
            bool days = units[i].seconds >= 86400;
            if (n * units[i].seconds > LONGEST_SECONDS || n * units[i].months > LONGEST_MONTHS)
                return false;
            *out = (struct duration){n * units[i].seconds, n * units[i].months, units[i].business, days};
            return true;
        }
    return false;
}

static bool iso(const char *folded, struct duration *out)
{
    char capitals[40];
    size_t n = 0;
    for (; folded[n] && n < sizeof capitals; n++)
        capitals[n] = folded[n] >= 'a' && folded[n] <= 'z' ? (char)(folded[n] - 32) : folded[n];
    return n < sizeof capitals && value_parse_duration(capitals, n, out);
}

bool words_duration(const char *folded, struct duration *out)
{
    static const char *const before[] = {"within ", NULL}, *const after[] = {"以内", "後", NULL};
    const char *at = folded;
    struct duration d;
    if (iso(folded, out))
        return true;
    take_any(&at, before);
    if (!number_and_unit(&at, &d))
        return false;
    take_any(&at, after);
    if (*at)
        return false;
    *out = d;
    return true;
}

static const struct { const char *word; int64_t seconds; int32_t months; } frequencies[] = {
    {"毎日", 86400, 0},  {"日次", 86400, 0},   {"daily", 86400, 0},    {"毎週", 604800, 0},    {"週次", 604800, 0},
    {"週1回", 604800, 0}, {"weekly", 604800, 0}, {"毎月", 0, 1},        {"月次", 0, 1},         {"月1回", 0, 1},
    {"monthly", 0, 1},   {"四半期ごと", 0, 3}, {"四半期毎", 0, 3},     {"四半期", 0, 3},       {"quarterly", 0, 3},
    {"半期ごと", 0, 6},  {"半年ごと", 0, 6},   {"半期", 0, 6},         {"半年", 0, 6},         {"half-yearly", 0, 6},
    {"semi-annually", 0, 6}, {"semiannually", 0, 6}, {"twice a year", 0, 6}, {"毎年", 0, 12},  {"年次", 0, 12},
    {"yearly", 0, 12},   {"annually", 0, 12},  {"annual", 0, 12},      {"once a year", 0, 12},
};

/* 年4回: every three months. */
static bool times_a_year(const char *at, struct duration *out)
{
    int n;
    if (!take(&at, "年") || !small_number(&at, 12, &n) || !take(&at, "回") || *at || n == 0 || 12 % n != 0)
        return false;
    *out = (struct duration){0, 12 / n, false, false};
    return true;
}

bool words_interval(const char *folded, struct duration *out)
{
    static const char *const before[] = {"every ", NULL}, *const after[] = {"ごと", "毎", "に1回", "に一回", NULL};
    const char *at = folded;
    struct duration d;
    for (size_t i = 0; i < sizeof frequencies / sizeof *frequencies; i++)
        if (strcmp(folded, frequencies[i].word) == 0) {
            *out = (struct duration){frequencies[i].seconds, frequencies[i].months, false, frequencies[i].seconds > 0};
            return true;
        }
    if (iso(folded, out) || times_a_year(folded, out))
        return true;
    take_any(&at, before);
    if (!number_and_unit(&at, &d) || d.business)
        return false;
    take_any(&at, after);
    if (*at)
        return false;
    *out = d;
    return true;
}
