#include "documents/scan.h"

#include <string.h>

#include "base/text.h"

bool scan_is_space(uint32_t c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200B) ||
           c == 0x202F || c == 0x205F || c == 0xFEFF;
}

/* The forms of punctuation in vertical text (U+FE10 .. U+FE19, U+FE30 .. U+FE48) and the half-width ones of Japanese, as
 * the signs that they are. */
static uint32_t fold_form(uint32_t c)
{
    static const uint16_t comma_on[] = {',', 0x3001, 0x3002, ':', ';', '!', '?', 0x3016, 0x3017, 0x2026};
    static const uint16_t from_two_dots[] = {0x2025, '-', '-', '_', '_', '(', ')', '{', '}', 0x3014, 0x3015, 0x3010, 0x3011,
                                             0x300A, 0x300B, 0x3008, 0x3009, 0x300C, 0x300D, 0x300E, 0x300F, 0x3001, 0x3001,
                                             '[', ']'};
    static const uint16_t half_width[] = {0x3002, 0x300C, 0x300D, 0x3001, 0x30FB};
    if (c >= 0xFE10 && c <= 0xFE19)
        return comma_on[c - 0xFE10];
    if (c >= 0xFE30 && c <= 0xFE48)
        return from_two_dots[c - 0xFE30];
    if (c >= 0xFF61 && c <= 0xFF65)
        return half_width[c - 0xFF61];
    return c;
}

uint32_t scan_fold(uint32_t c)
{
    if (c >= 0xFE10 && c <= 0xFF65)
        c = fold_form(c);
    if (c >= 0xFF01 && c <= 0xFF5E) /* full-width ASCII */
        c -= 0xFEE0;
    if (scan_is_space(c))
        return ' ';
    if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212)
        return '-';
    return c;
}

uint32_t scan_next_wide(struct scan *s)
{
    uint32_t c = 0;
    size_t n = text_next(s->at, (size_t)(s->end - s->at), &c);
    s->at += n;
    if (c > 0x3000 && c < 0xFE10) /* kana and kanji have nothing to fold */
        return c;
    return n ? scan_fold(c) : 0;
}

uint32_t scan_last(const char *at, size_t len)
{
    const char *p = at + len;
    while (p > at && ((unsigned char)*--p & 0xC0) == 0x80)
        continue;
    struct scan s = scan_text(p, (size_t)(at + len - p));
    return scan_peek(&s);
}

bool scan_skip(struct scan *s, uint32_t c)
{
    struct scan copy = *s;
    if (copy.at == copy.end || scan_next(&copy) != c)
        return false;
    *s = copy;
    return true;
}

size_t scan_spaces(struct scan *s)
{
    size_t n = 0;
    while (scan_skip(s, ' '))
        n++;
    return n;
}

bool scan_word(struct scan *s, const char *word)
{
    size_t n = strlen(word);
    if ((size_t)(s->end - s->at) < n || memcmp(s->at, word, n) != 0)
        return false;
    s->at += n;
    return true;
}

static uint32_t lower(uint32_t c)
{
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
}

bool scan_word_any_case(struct scan *s, const char *word)
{
    struct scan copy = *s;
    for (; *word; word++)
        if (lower(scan_next(&copy)) != lower((unsigned char)*word))
            return false;
    uint32_t after = lower(scan_peek(&copy));
    if (after >= 'a' && after <= 'z')
        return false;
    *s = copy;
    return true;
}

bool scan_any(const struct scan *s, const char *const *words)
{
    for (; *words; words++) {
        struct scan copy = *s;
        if (scan_word(&copy, *words))
            return true;
    }
    return false;
}

bool scan_digits(struct scan *s, size_t most, uint32_t *out)
{
    struct scan copy = *s;
    uint32_t value = 0;
    size_t n = 0;
    for (uint32_t c; (c = scan_peek(&copy)) >= '0' && c <= '9'; n++) {
        if (n == most)
            return false;
        value = value * 10 + (c - '0');
        scan_next(&copy);
    }
    if (n == 0)
        return false;
    *s = copy;
    *out = value;
    return true;
}

/* The digit or the unit (10, 100, 1000) that a kanji numeral stands for; -1 if it is none. */
static int kanji_value(uint32_t c)
{
    static const struct { uint32_t c; int value; } table[] = {
        {0x3007, 0}, {0x96F6, 0}, {0x4E00, 1}, {0x4E8C, 2}, {0x4E09, 3}, {0x56DB, 4}, {0x4E94, 5}, {0x516D, 6},
        {0x4E03, 7}, {0x516B, 8}, {0x4E5D, 9}, {0x5341, 10}, {0x767E, 100}, {0x5343, 1000},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (table[i].c == c)
            return table[i].value;
    return -1;
}

/* Both ways of writing are read: by units (二百十三) and digit by digit (二一三). */
bool scan_kanji_number(struct scan *s, uint32_t *out)
{
    struct scan copy = *s;
    uint32_t total = 0, digits = 0;
    bool pending = false;
    size_t n = 0;
    for (int v; n < 8 && (v = kanji_value(scan_peek(&copy))) >= 0; n++) {
        scan_next(&copy);
        if (v >= 10) {
            total += (pending ? digits : 1) * (uint32_t)v;
            digits = 0;
            pending = false;
        } else {
            digits = pending ? digits * 10 + (uint32_t)v : (uint32_t)v;
            pending = true;
        }
        if (total + digits > 9999)
            return false;
    }
    if (n == 0)
        return false;
    *s = copy;
    *out = total + digits;
    return true;
}

/* The start of the last character of a text that is not empty. */
static const char *last_character(const char *at, size_t len)
{
    const char *p = at + len - 1;
    while (p > at && ((unsigned char)*p & 0xC0) == 0x80)
        p--;
    return p;
}

void scan_trim(const char **at, size_t *len)
{
    struct scan s = scan_text(*at, *len);
    scan_spaces(&s);
    *len -= (size_t)(s.at - *at);
    *at = s.at;
    while (*len > 0) {
        const char *last = last_character(*at, *len);
        uint32_t c = 0;
        size_t n = text_next(last, (size_t)(*at + *len - last), &c);
        if (n == 0 || !scan_is_space(c))
            return;
        *len = (size_t)(last - *at);
    }
}

bool scan_is_upper(uint32_t c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3A9) ||
           (c >= 0x410 && c <= 0x42F);
}

bool scan_is_lower(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0xFF && c != 0xF7) || (c >= 0x3B1 && c <= 0x3C9) ||
           (c >= 0x430 && c <= 0x44F);
}
