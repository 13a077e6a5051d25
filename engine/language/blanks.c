/* What a template leaves open. Each shape is looked for at the signs that it begins with. */
#include <string.h>

#include "language/normalise.h"
#include "language/values.h"
#include "language/words.h"

enum {
    BRACKET = 60,      /* bytes inside brackets that may still be a place to fill in */
    LEADER_MOST = 300  /* bytes of leader dots up to a page number */
};

static bool precedes(struct words t, size_t i, const char *word)
{
    size_t n = strlen(word);
    return i >= n && memcmp(t.at + i - n, word, n) == 0;
}

static const char *first_of(struct words t, size_t i, const char *const *words)
{
    for (; *words; words++)
        if (word_at(t, i, *words))
            return *words;
    return NULL;
}

static size_t run_of(struct words t, size_t i, const char *sign)
{
    size_t n = 0;
    while (word_at(t, i + n, sign))
        n += strlen(sign);
    return n;
}

/* ____ and ........; the leader dots of a table of contents end in a page number. */
static size_t line_to_write_on(struct words t, size_t i)
{
    size_t n = run_of(t, i, "_");
    if (n >= 2)
        return n;
    n = run_of(t, i, ".");
    if (n < 6)
        return 0;
    size_t after = i + n;
    while (after < t.len && after - i < LEADER_MOST && (t.at[after] == ' ' || t.at[after] == '.'))
        after++;
    return !(after < t.len && t.at[after] >= '0' && t.at[after] <= '9') ? n : 0;
}

/* ◯時間, ○○, ●: a ring where a word or number should be. A single one at the start of a paragraph is a bullet. */
static size_t ring(struct words t, size_t i)
{
    static const char *const rings[] = {"○", "◯", "●", "〇", "△", "□", "×", "•", "■", NULL};
    static const char *const after[] = {"時間", "営業日", "日", "年", "月", "か月", "ヶ月", "カ月", "週", "分", "円", "万円", "億円",
                                        "回", "%", "パーセント", "名", "人", "条", "項", "県", "市", "区", "株式会社", "は", "が", "を",
                                        "に", "の", "と", "、", "。", ")", "」", "]", NULL};
    static const char *const figures[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", NULL};
    const char *sign = first_of(t, i, rings);
    if (!sign)
        return 0;
    size_t n = run_of(t, i, sign);
    bool zero = strcmp(sign, "〇") == 0, several = n > strlen(sign);
    for (const char *const *f = figures; zero && *f; f++)
        if (precedes(t, i, *f))
            return 0;
    if (several)
        return n;
    bool strict = strcmp(sign, "△") == 0 || strcmp(sign, "□") == 0 || strcmp(sign, "×") == 0 || strcmp(sign, "■") == 0;
    return !strict && i > 0 && t.at[i - 1] != '\n' && first_of(t, i + n, after) ? n : 0;
}

/* True if what stands between the brackets is nothing, a sign to fill in, or words that ask for it. */
static bool asks(struct words t, size_t from, size_t to)
{
    static const char *const orders[] = {"tbd", "tbc", "tba", "insert", "to be ", "enter ", "fill in", "specify", "name of",
                                         "company name", "party name", "date]", "amount]", "number]", "name]", "address]",
                                         "記入", "要記入", "会社名", "氏名", "住所", "日付", "金額", NULL};
    static const char *const fillers[] = {" ", ".", "_", "-", "●", "○", "◯", "〇", "•", "■", "□", "・", "x", NULL};
    size_t i = from;
    const char *filler;
    while (i < to && (filler = first_of(t, i, fillers)) != NULL)
        i += strlen(filler);
    if (i == to)
        return true;
    return first_of(t, from, orders) != NULL;
}

/* [●], [TBD], 【　】, ( ), <Company name>. */
static size_t bracket(struct words t, size_t i)
{
    static const struct { const char *open, *close; } pairs[] = {{"[", "]"}, {"【", "】"}, {"(", ")"}, {"<", ">"}, {"〔", "〕"}};
    for (size_t k = 0; k < sizeof pairs / sizeof pairs[0]; k++) {
        if (!word_at(t, i, pairs[k].open))
            continue;
        size_t from = i + strlen(pairs[k].open), to = from;
        while (to < t.len && to - from <= BRACKET && !word_at(t, to, pairs[k].close) && t.at[to] != '\n')
            to++;
        if (!word_at(t, to, pairs[k].close) || to - from > BRACKET)
            return 0;
        size_t n = to + strlen(pairs[k].close) - i;
        bool angle = pairs[k].open[0] == '<', round = pairs[k].open[0] == '(';
        if (angle)
            return to > from && normal_is_word(t.at[from]) && normal_is_word(t.at[to - 1]) ? n : 0;
        if (round && to == from)
            return 0; /* "()" alone is a slip of the pen */
        return asks(t, from, to) ? n : 0;
    }
    return 0;
}

/* TBD, XX, XXX as words of their own. */
static size_t placeholder_word(struct words t, size_t i)
{
    static const char *const words[] = {"tbd", "tbc", "xxxx", "xxx", "xx", NULL};
    for (const char *const *w = words; *w; w++) {
        size_t n = strlen(*w);
        if (word_at(t, i, *w) && (i + n == t.len || !normal_is_word(t.at[i + n])))
            return n;
    }
    return 0;
}

/* 令和　年　月　日: a date without its numbers. Spaces are gone, the era stays. */
static size_t empty_date(struct words t, size_t i)
{
    static const char *const eras[] = {"令和", "平成", "西暦", "20", NULL};
    if (!word_at(t, i, "年月日"))
        return 0;
    for (const char *const *e = eras; *e; e++)
        if (precedes(t, i, *e))
            return strlen("年月日");
    return 0;
}

bool blanks_next(const char *at, size_t len, size_t from, uint32_t *start, uint32_t *end)
{
    static const bool begins[256] = {['t'] = true, ['x'] = true,  ['.'] = true,  ['_'] = true,  ['('] = true, ['['] = true,
                                     ['<'] = true, [0xC3] = true, [0xE2] = true, [0xE3] = true, [0xE5] = true};
    struct words t = {at, len};
    for (size_t i = from; i < len; i++) {
        unsigned char c = (unsigned char)at[i];
        size_t n = 0;
        if (!begins[c])
            continue;
        if (c == '_' || c == '.')
            n = line_to_write_on(t, i);
        else if (c == '[' || c == '(' || c == '<')
            n = bracket(t, i);
        else if (c == 't' || c == 'x')
            n = i > 0 && normal_is_word(at[i - 1]) ? 0 : placeholder_word(t, i);
        else if (c == 0xE2 || c == 0xC3)
            n = ring(t, i);
        else if (c == 0xE3 && (word_at(t, i, "【") || word_at(t, i, "〔")))
            n = bracket(t, i);
        else if (c == 0xE3 && word_at(t, i, "〇"))
            n = ring(t, i);
        else if (c == 0xE5)
            n = empty_date(t, i);
        if (n) {
            *start = (uint32_t)i;
            *end = (uint32_t)(i + n);
            return true;
        }
        if (c == '.' || c == '_')
            while (i + 1 < len && (unsigned char)at[i + 1] == c)
                i++;
    }
    return false;
}
