#include "language/dates.h"

#include "language/normalise.h"
#include "language/number.h"
#include "language/words.h"

enum { HEISEI = 1988, REIWA = 2018, SHOWA = 1925 /* the year before the first of the era */ };

/* A whole number of at most `most` figures; returns them, 0 when there are none or more. */
static size_t figures(struct words t, size_t i, size_t most, int *out)
{
    size_t n = 0;
    *out = 0;
    while (i + n < t.len && t.at[i + n] >= '0' && t.at[i + n] <= '9' && n <= most)
        *out = *out * 10 + (t.at[i + n++] - '0');
    return n <= most ? n : 0;
}

static size_t one(struct words t, size_t i, const char *word)
{
    return words_at(t, i, (const char *const[]){word, NULL});
}

/* A number in figures or kanji with its unit, spaces between them: "4月", 四月, "4 月 "; the bytes of all, 0: there is none. */
static size_t counted(struct words t, size_t i, const char *unit, int *out)
{
    fixed n = 0;
    size_t used = figures(t, i, 4, out), at;
    if (!used && i < t.len && (unsigned char)t.at[i] >= 0xE3) {
        used = number_read(t.at + i, t.len - i, &n);
        *out = n >= 0 && n < 10000 * FIXED_ONE ? (int)(n / FIXED_ONE) : 0;
    }
    for (at = i + used; used && at < t.len && t.at[at] == ' ';)
        at++;
    size_t len = used ? one(t, at, unit) : 0;
    if (!len)
        return 0;
    for (at += len; at < t.len && t.at[at] == ' ';)
        at++;
    return at - i;
}

/* The years before the era that ends at i, its bytes at *len; 0: none ends there. */
static int era_before(struct words t, size_t i, size_t *len)
{
    static const struct { const char *name; int before; } eras[] = {{"令和", REIWA}, {"平成", HEISEI}, {"昭和", SHOWA}};
    size_t space = i > 0 && t.at[i - 1] == ' ';
    for (size_t k = 0; k < sizeof eras / sizeof eras[0]; k++)
        if ((*len = words_before(t, i - space, (const char *const[]){eras[k].name, NULL})) > 0) {
            *len += space;
            return eras[k].before;
        }
    return 0;
}

/* 8年4月1日 after an era, 2026年4月1日, 令和八年四月一日; of 令和元年5月1日 the figures from 5 on */
static bool japanese(struct words t, size_t i, size_t *start, size_t *end, day *out)
{
    int year = 1, month, dom;
    size_t first = words_before(t, i, (const char *const[]){"元年", NULL}), era = 0, used, at = i;
    if (!first) {
        if (!(used = counted(t, at, "年", &year)))
            return false;
        at += used;
    }
    if (!(used = counted(t, at, "月", &month)))
        return false;
    at += used;
    if (!(used = counted(t, at, "日", &dom)))
        return false;
    *end = at + used;
    while (t.at[*end - 1] == ' ')
        (*end)--;
    int before = year < 100 ? era_before(t, i - first, &era) : 0;
    year += before;
    *start = i - first - era;
    *out = year > 1900 ? day_of(year, month, dom) : DAY_NONE;
    return *out != DAY_NONE;
}

/* 2026-04-01 */
static bool plain(struct words t, size_t i, size_t *end, day *out)
{
    int year, month, dom;
    size_t at = i + 4, used;
    if (figures(t, i, 4, &year) != 4 || !one(t, at, "-") || !(used = figures(t, at + 1, 2, &month)) || !one(t, at + 1 + used, "-"))
        return false;
    at += 2 + used;
    if (!(used = figures(t, at, 2, &dom)))
        return false;
    *end = at + used;
    *out = day_of(year, month, dom);
    return *out != DAY_NONE;
}

static int month_named(struct words t, size_t i, bool before, size_t *len)
{
    static const char *const names[12][4] = {
        {"january", "jan.", "jan"}, {"february", "feb.", "feb"}, {"march", "mar.", "mar"}, {"april", "apr.", "apr"},
        {"may"}, {"june", "jun.", "jun"}, {"july", "jul.", "jul"}, {"august", "aug.", "aug"},
        {"september", "sept.", "sep."}, {"october", "oct.", "oct"}, {"november", "nov.", "nov"}, {"december", "dec.", "dec"}};
    for (int m = 0; m < 12; m++)
        if ((*len = before ? words_before(t, i, names[m]) : words_at(t, i, names[m])) > 0)
            return m + 1;
    return 0;
}

/* 1 april 2026, april 1, 2026; 1st and the like */
static bool english(struct words t, size_t i, size_t *start, size_t *end, day *out)
{
    static const char *const ordinal[] = {"st", "nd", "rd", "th", NULL};
    static const char *const gaps[] = {", ", " of ", " day of ", " ", NULL};
    int dom, year;
    size_t n = figures(t, i, 2, &dom), at = i + n, name = 0, used;
    if (!n)
        return false;
    for (size_t k = 0; ordinal[k]; k++)
        if (at + 2 <= t.len && t.at[at] == ordinal[k][0] && t.at[at + 1] == ordinal[k][1]) {
            at += 2;
            break;
        }
    *start = i;
    int month = i > 0 && t.at[i - 1] == ' ' ? month_named(t, i - 1, true, &name) : 0;
    if (month) {
        *start = i - 1 - name;
    } else {
        at += words_at(t, at, gaps);
        month = month_named(t, at, false, &name);
        at += name;
    }
    if (!month)
        return false;
    at += words_at(t, at, gaps);
    if ((used = figures(t, at, 4, &year)) != 4 || (at + 4 < t.len && normal_is_word(t.at[at + 4])))
        return false;
    *end = at + used;
    *out = day_of(year, month, dom);
    return *out != DAY_NONE;
}

bool date_at(const char *at, size_t len, size_t i, size_t *start, size_t *end, day *out)
{
    const struct words t = {at, len};
    *start = i;
    if (i >= len || (i > 0 && at[i - 1] >= '0' && at[i - 1] <= '9'))
        return false;
    if (at[i] < '0' || at[i] > '9')
        return (unsigned char)at[i] >= 0xE3 && japanese(t, i, start, end, out);
    return japanese(t, i, start, end, out) || plain(t, i, end, out) || english(t, i, start, end, out);
}
