/* Counters of one or a few characters: letters, Roman numerals, kana, enclosed numbers. */
#include <string.h>

#include "documents/label_parts.h"

enum { ROMAN_MOST = 50, LETTERS_MOST = 5 };

static uint32_t roman_digit(uint32_t c)
{
    switch (c) {
    case 'i': return 1;
    case 'v': return 5;
    case 'x': return 10;
    case 'l': return 50;
    default: return 0;
    }
}

/* Letters of one case up to a character that is no letter; 0 if there are none, too many or of both cases. */
static size_t letters(struct scan *s, bool upper, uint32_t out[LETTERS_MOST])
{
    uint32_t first = upper ? 'A' : 'a';
    size_t n = 0;
    for (uint32_t c; c = scan_peek(s), (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); n++) {
        if (n == LETTERS_MOST || c < first || c > first + 25)
            return 0;
        out[n] = c - first + 'a';
        scan_next(s);
    }
    return n;
}

static uint32_t roman_value(const uint32_t *c, size_t n)
{
    uint32_t total = 0;
    for (size_t i = 0; i < n; i++) {
        uint32_t v = roman_digit(c[i]), after = i + 1 < n ? roman_digit(c[i + 1]) : 0;
        if (v == 0)
            return 0;
        if (v < after)
            total -= v;
        else
            total += v;
    }
    return total > 0 && total <= ROMAN_MOST ? total : 0;
}

bool label_roman(struct scan *s, bool upper, uint32_t *out)
{
    struct scan copy = *s;
    uint32_t c[LETTERS_MOST];
    size_t n = letters(&copy, upper, c);
    uint32_t value = n ? roman_value(c, n) : 0;
    if (!value)
        return false;
    *s = copy;
    *out = value;
    return true;
}

/* a .. z are 1 .. 26; aa .. zz, 27 .. 52. */
static uint32_t letter_value(const uint32_t *c, size_t n)
{
    if (n == 1)
        return c[0] - 'a' + 1;
    return n == 2 && c[0] == c[1] ? c[0] - 'a' + 27 : 0;
}

static bool latin(struct scan *s, bool upper, struct label *out)
{
    struct scan copy = *s;
    uint32_t c[LETTERS_MOST];
    size_t n = letters(&copy, upper, c);
    if (n == 0)
        return false;
    uint32_t letter = letter_value(c, n), roman = roman_value(c, n);
    if (!letter && !roman)
        return false;
    /* (i) opens a Roman list more often than it follows (h); every longer numeral is Roman. */
    bool as_roman = roman && (n > 1 || roman == 1);
    out->style = as_roman ? (upper ? LABEL_ROMAN_UPPER : LABEL_ROMAN_LOWER) : (upper ? LABEL_UPPER : LABEL_LOWER);
    out->parts[0] = as_roman ? roman : letter;
    out->other = as_roman ? letter : roman;
    out->depth = 1;
    *s = copy;
    return true;
}

/* The place of a kana in an order, from 1; 0 if it is not in it. */
static uint32_t kana_place(const char *order, uint32_t c)
{
    struct scan s = scan_text(order, strlen(order));
    for (uint32_t i = 1, k; (k = scan_next(&s)) != 0; i++)
        if (k == c)
            return i;
    return 0;
}

static bool kana(struct scan *s, struct label *out)
{
    static const char iroha[] = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス";
    static const char gojuon[] = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
    uint32_t c = scan_peek(s);
    if (c < 0x30A2 || c > 0x30F3) /* ア to ン */
        return false;
    uint32_t place = kana_place(iroha, c), other = kana_place(gojuon, c);
    if (!place && !other)
        return false;
    scan_next(s);
    out->style = LABEL_KANA;
    out->parts[0] = place;
    out->other = other;
    out->depth = 1;
    return true;
}

bool label_counter(struct scan *s, struct label *out)
{
    uint32_t value;
    if (scan_digits(s, 3, &value)) {
        out->style = LABEL_DECIMAL;
    } else if (scan_kanji_number(s, &value)) {
        out->style = LABEL_KANJI;
    } else {
        return latin(s, false, out) || latin(s, true, out) || kana(s, out);
    }
    out->parts[0] = value;
    out->depth = 1;
    return value > 0;
}

bool label_enclosed(struct scan *s, struct label *out)
{
    static const struct {
        uint32_t first, last, value; /* value of the first */
        enum label_style style;
        enum label_shape shape;
    } ranges[] = {
        {0x2460, 0x2473, 1, LABEL_CIRCLED, SHAPE_BARE},       /* ① .. ⑳ */
        {0x3251, 0x325F, 21, LABEL_CIRCLED, SHAPE_BARE},      /* ㉑ .. */
        {0x32B1, 0x32BF, 36, LABEL_CIRCLED, SHAPE_BARE},      /* ㊱ .. */
        {0x2474, 0x2487, 1, LABEL_DECIMAL, SHAPE_PAREN},      /* ⑴ */
        {0x2488, 0x249B, 1, LABEL_DECIMAL, SHAPE_DOT},        /* ⒈ */
        {0x249C, 0x24B5, 1, LABEL_LOWER, SHAPE_PAREN},        /* ⒜ */
        {0x2160, 0x216B, 1, LABEL_ROMAN_UPPER, SHAPE_BARE},   /* Ⅰ */
        {0x2170, 0x217B, 1, LABEL_ROMAN_LOWER, SHAPE_BARE},   /* ⅰ */
        {0x3220, 0x3229, 1, LABEL_KANJI, SHAPE_PAREN},        /* ㈠ */
    };
    uint32_t c = scan_peek(s);
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
        if (c < ranges[i].first || c > ranges[i].last)
            continue;
        scan_next(s);
        out->style = ranges[i].style;
        out->shape = ranges[i].shape;
        out->parts[0] = c - ranges[i].first + ranges[i].value;
        out->depth = 1;
        return true;
    }
    return false;
}
