#include "language/number.h"

#include <stdint.h>
#include <string.h>

#include "language/normalise.h"

/* What is larger is no number of a contract: 10^14 leaves room for four decimals and one more multiplication. */
#define NUMBER_MOST (INT64_C(100000000000000))
/* No words of a contract say "a thousand hundred": what is multiplied stays far from the range of the type. */
#define WORDS_MOST 1000

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* 10,000 and 99.95; at most four decimals are kept. */
static size_t read_figures(const char *at, size_t len, fixed *out)
{
    int64_t whole = 0;
    size_t i = 0;
    while (i < len && whole < NUMBER_MOST / 10) {
        if (is_digit(at[i]))
            whole = whole * 10 + (at[i] - '0');
        else if (!(at[i] == ',' && i > 0 && i + 3 < len && is_digit(at[i + 1]) && is_digit(at[i + 2]) &&
                   is_digit(at[i + 3]) && (i + 4 >= len || !is_digit(at[i + 4]))))
            break;
        i++;
    }
    if (i == 0)
        return 0;
    *out = whole * FIXED_ONE;
    if (i + 1 < len && at[i] == '.' && is_digit(at[i + 1])) {
        fixed unit = FIXED_ONE / 10;
        for (i++; i < len && is_digit(at[i]); i++, unit /= 10)
            *out += unit * (at[i] - '0');
    }
    return i;
}

/* ---- Japanese ---- */

struct sign { const char *at; int64_t value; };

static const struct sign kanji_digits[] = {{"〇", 0}, {"零", 0}, {"一", 1}, {"壱", 1}, {"二", 2}, {"弐", 2}, {"三", 3}, {"参", 3},
                                           {"四", 4}, {"五", 5}, {"六", 6}, {"七", 7}, {"八", 8}, {"九", 9}};
static const struct sign kanji_tens[] = {{"十", 10}, {"拾", 10}, {"百", 100}, {"千", 1000}};
static const struct sign kanji_hundreds[] = {{"百", 100}, {"千", 1000}};
static const struct sign kanji_myriads[] = {{"万", 10000}, {"萬", 10000}, {"億", 100000000}, {"兆", INT64_C(1000000000000)}};

static const struct sign *sign_at(const struct sign *signs, size_t count, const char *at, size_t len)
{
    for (size_t i = 0; len >= 3 && i < count; i++)
        if (memcmp(signs[i].at, at, 3) == 0)
            return &signs[i];
    return NULL;
}

#define SIGN_AT(signs, at, len) sign_at(signs, sizeof(signs) / sizeof(signs)[0], at, len)

/* 二十四, 一〇〇, 三百六十五万. */
static size_t read_kanji(const char *at, size_t len, fixed *out)
{
    int64_t total = 0, block = 0, digits = 0;
    bool any = false, pending = false;
    size_t i = 0;
    for (; total < NUMBER_MOST && block < NUMBER_MOST / 10 && digits < NUMBER_MOST / 1000; i += 3) {
        const struct sign *s;
        if ((s = SIGN_AT(kanji_digits, at + i, len - i)) != NULL) {
            digits = digits * 10 + s->value;
            pending = true;
        } else if ((s = SIGN_AT(kanji_tens, at + i, len - i)) != NULL) {
            block += (pending ? digits : 1) * s->value;
            digits = 0;
            pending = false;
        } else if (any && (s = SIGN_AT(kanji_myriads, at + i, len - i)) != NULL) {
            if (block + digits > (NUMBER_MOST - total) / s->value)
                break;
            total += (block + digits) * s->value;
            block = digits = 0;
            pending = false;
        } else
            break;
        any = true;
    }
    if (!any)
        return 0;
    *out = (total + block + digits) * FIXED_ONE;
    return i;
}

/* 1,000万, 1億5,000万, 3千: figures with a multiplier. */
static size_t read_multiplied(const char *at, size_t len, fixed *out)
{
    fixed total = 0, part;
    size_t i = 0, used;
    while (total < NUMBER_MOST && (used = read_figures(at + i, len - i, &part)) > 0) {
        i += used;
        const struct sign *s = SIGN_AT(kanji_hundreds, at + i, len - i);
        if (s && part < NUMBER_MOST) {
            part *= s->value;
            i += 3;
        }
        s = SIGN_AT(kanji_myriads, at + i, len - i);
        if (s && part < NUMBER_MOST / s->value * FIXED_ONE) {
            part *= s->value;
            i += 3;
        }
        total += part;
        if (!s)
            break;
    }
    *out = total;
    return i;
}

/* ---- English ---- */

static const struct { const char *at; int64_t value; } words[] = {
    {"one", 1}, {"two", 2}, {"three", 3}, {"four", 4}, {"five", 5}, {"six", 6}, {"seven", 7}, {"eight", 8}, {"nine", 9},
    {"ten", 10}, {"eleven", 11}, {"twelve", 12}, {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16},
    {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20}, {"thirty", 30}, {"forty", 40}, {"fourty", 40},
    {"fifty", 50}, {"sixty", 60}, {"seventy", 70}, {"eighty", 80}, {"ninety", 90}, {"hundred", 100},
    {"thousand", 1000}, {"million", 1000000}, {"billion", 1000000000},
};

static size_t word_len(const char *at, size_t len)
{
    size_t n = 0;
    while (n < len && at[n] >= 'a' && at[n] <= 'z')
        n++;
    return n;
}

static int64_t word_value(const char *at, size_t n)
{
    if (n < 3 || n > 9)
        return -1;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (words[i].at[0] == at[0] && strlen(words[i].at) == n && memcmp(words[i].at, at, n) == 0)
            return words[i].value;
    return -1;
}

/* True if two letters begin a number below a thousand: most words are told apart by them. */
static bool begins_word(const char *at, size_t len)
{
    if (len < 3)
        return false;
    switch (at[0]) {
    case 'o': return at[1] == 'n';
    case 't': return at[1] == 'w' || at[1] == 'e' || (at[1] == 'h' && (at[2] == 'r' || at[2] == 'i'));
    case 'f': return at[1] == 'o' || at[1] == 'i';
    case 's': return at[1] == 'i' || at[1] == 'e';
    case 'e': return at[1] == 'i' || at[1] == 'l';
    case 'n': return at[1] == 'i';
    case 'h': return at[1] == 'u';
    default: return false;
    }
}

/* ninety-nine; one hundred and twenty; two million five hundred thousand. */
static size_t read_words(const char *at, size_t len, fixed *out)
{
    int64_t total = 0, block = 0;
    size_t i = 0, end = 0;
    if (!begins_word(at, len))
        return 0;
    while (i < len && total < NUMBER_MOST / 1000) {
        size_t n = word_len(at + i, len - i);
        int64_t value = word_value(at + i, n);
        if (value < 0 && end > 0 && n == 3 && i + 3 < len && memcmp(at + i, "and ", 4) == 0 && block % 100 == 0) {
            i += 4;
            continue;
        }
        if (value < 0 || (end == 0 && value >= 1000) || (value >= 100 && block >= WORDS_MOST))
            break;
        if (value == 100)
            block = (block ? block : 1) * 100;
        else if (value >= 1000) {
            total += (block ? block : 1) * value;
            block = 0;
        } else
            block += value;
        i += n;
        end = i;
        if (i < len && (at[i] == ' ' || at[i] == '-'))
            i++;
    }
    *out = (total + block) * FIXED_ONE;
    return end;
}

/* The second form in brackets: "thirty (30)", "30 (thirty)", 三十(30). */
static size_t read_bracketed(const char *at, size_t len, bool words_first, fixed *out)
{
    size_t i = 0;
    fixed value;
    if (i < len && at[i] == ' ')
        i++;
    if (i >= len || at[i] != '(')
        return 0;
    i++;
    size_t used = read_figures(at + i, len - i, &value);
    bool figures = used > 0;
    if (!figures)
        used = read_words(at + i, len - i, &value);
    if (used == 0 || i + used >= len || at[i + used] != ')')
        return 0;
    if (words_first && figures)
        *out = value;
    return i + used + 1;
}

bool number_begins(const char *at, size_t len)
{
    return len > 0 && (is_digit(at[0]) || begins_word(at, len));
}

size_t number_read(const char *at, size_t len, fixed *out)
{
    bool figures = len > 0 && is_digit(at[0]);
    size_t used;
    if (figures)
        used = read_multiplied(at, len, out);
    else if (len > 0 && (unsigned char)at[0] >= 0x80)
        used = read_kanji(at, len, out);
    else
        used = read_words(at, len, out);
    if (used == 0)
        return 0;
    used += read_bracketed(at + used, len - used, !figures, out);
    return used;
}
