/* The number formats of ST_NumberFormat (ECMA-376 part 1, 17.18.59) that contracts use. */
#include <string.h>

#include "documents/decode.h"
#include "documents/numbering.h"

enum { LETTERS_MOST = 30 };

static void decimal(struct buffer *out, uint32_t n)
{
    buffer_int(out, n);
}

static void decimal_zero(struct buffer *out, uint32_t n)
{
    if (n < 10)
        buffer_putc(out, '0');
    buffer_int(out, n);
}

static void ordinal(struct buffer *out, uint32_t n)
{
    static const char *const ends[] = {"th", "st", "nd", "rd"};
    uint32_t last = n % 10, teen = n % 100;
    buffer_int(out, n);
    buffer_puts(out, ends[last < 4 && (teen < 11 || teen > 13) ? last : 0]);
}

static void roman(struct buffer *out, uint32_t n, bool upper)
{
    static const struct { uint32_t value; const char *lower, *upper; } table[] = {
        {1000, "m", "M"}, {900, "cm", "CM"}, {500, "d", "D"}, {400, "cd", "CD"}, {100, "c", "C"}, {90, "xc", "XC"},
        {50, "l", "L"},   {40, "xl", "XL"},  {10, "x", "X"},  {9, "ix", "IX"},   {5, "v", "V"},   {4, "iv", "IV"},
        {1, "i", "I"}};
    if (n == 0 || n > 4000) {
        decimal(out, n);
        return;
    }
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        for (; n >= table[i].value; n -= table[i].value)
            buffer_puts(out, upper ? table[i].upper : table[i].lower);
}

static void lower_roman(struct buffer *out, uint32_t n) { roman(out, n, false); }
static void upper_roman(struct buffer *out, uint32_t n) { roman(out, n, true); }

/* a .. z, then aa, bb, ...: the letter is repeated. */
static void letter(struct buffer *out, uint32_t n, char first)
{
    if (n == 0 || (n - 1) / 26 >= LETTERS_MOST) {
        decimal(out, n);
        return;
    }
    for (uint32_t i = 0; i <= (n - 1) / 26; i++)
        buffer_putc(out, (char)(first + (char)((n - 1) % 26)));
}

static void lower_letter(struct buffer *out, uint32_t n) { letter(out, n, 'a'); }
static void upper_letter(struct buffer *out, uint32_t n) { letter(out, n, 'A'); }

static void full_width(struct buffer *out, uint32_t n)
{
    char digits[16];
    struct buffer text;
    buffer_init_fixed(&text, digits, sizeof digits);
    buffer_int(&text, n);
    for (size_t i = 0; i < text.len; i++)
        decode_put(out, 0xFF10 + (uint32_t)(digits[i] - '0'));
}

/* Numbers that are one character each, from `first`; plain decimal outside. */
static void enclosed(struct buffer *out, uint32_t n, uint32_t first, uint32_t count)
{
    if (n >= 1 && n <= count)
        decode_put(out, first + n - 1);
    else
        decimal(out, n);
}

static void circle(struct buffer *out, uint32_t n)
{
    if (n > 20 && n <= 35)
        enclosed(out, n - 20, 0x3251, 15);
    else if (n > 35 && n <= 50)
        enclosed(out, n - 35, 0x32B1, 15);
    else
        enclosed(out, n, 0x2460, 20);
}

static void in_paren(struct buffer *out, uint32_t n) { enclosed(out, n, 0x2474, 20); }
static void with_stop(struct buffer *out, uint32_t n) { enclosed(out, n, 0x2488, 20); }
static void kanji_circle(struct buffer *out, uint32_t n) { enclosed(out, n, 0x3280, 10); }

/* One of a row of characters, by turns when the row ends. */
static void row(struct buffer *out, uint32_t n, const char *const *characters, uint32_t count)
{
    if (n == 0)
        decimal(out, n);
    else
        buffer_puts(out, characters[(n - 1) % count]);
}

/* Word shows the half-width kana of aiueo and iroha; they are written full-width here, as they are read. */
static void aiueo(struct buffer *out, uint32_t n)
{
    static const char *const kana[] = {"ア", "イ", "ウ", "エ", "オ", "カ", "キ", "ク", "ケ", "コ", "サ", "シ", "ス", "セ", "ソ", "タ",
                                       "チ", "ツ", "テ", "ト", "ナ", "ニ", "ヌ", "ネ", "ノ", "ハ", "ヒ", "フ", "ヘ", "ホ", "マ", "ミ",
                                       "ム", "メ", "モ", "ヤ", "ユ", "ヨ", "ラ", "リ", "ル", "レ", "ロ", "ワ", "ヲ", "ン"};
    row(out, n, kana, sizeof kana / sizeof *kana);
}

static void iroha(struct buffer *out, uint32_t n)
{
    static const char *const kana[] = {"イ", "ロ", "ハ", "ニ", "ホ", "ヘ", "ト", "チ", "リ", "ヌ", "ル", "ヲ", "ワ", "カ", "ヨ", "タ",
                                       "レ", "ソ", "ツ", "ネ", "ナ", "ラ", "ム", "ウ", "ヰ", "ノ", "オ", "ク", "ヤ", "マ", "ケ", "フ",
                                       "コ", "エ", "テ", "ア", "サ", "キ", "ユ", "メ", "ミ", "シ", "ヱ", "ヒ", "モ", "セ", "ス"};
    row(out, n, kana, sizeof kana / sizeof *kana);
}

static void stems(struct buffer *out, uint32_t n)
{
    static const char *const characters[] = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
    row(out, n, characters, sizeof characters / sizeof *characters);
}

static void branches(struct buffer *out, uint32_t n)
{
    static const char *const characters[] = {"子", "丑", "寅", "卯", "辰", "巳", "午", "未", "申", "酉", "戌", "亥"};
    row(out, n, characters, sizeof characters / sizeof *characters);
}

static const char *const kanji[] = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
static const char *const legal[] = {"零", "壱", "弐", "参", "四", "伍", "六", "七", "八", "九"};

/* 一〇二: digit by digit. */
static void kanji_digits(struct buffer *out, uint32_t n)
{
    char digits[16];
    struct buffer text;
    buffer_init_fixed(&text, digits, sizeof digits);
    buffer_int(&text, n);
    for (size_t i = 0; i < text.len; i++)
        buffer_puts(out, kanji[digits[i] - '0']);
}

/* 百二: with units. `ones`: a one is written before ten, too (壱拾). */
static void with_units(struct buffer *out, uint32_t n, const char *const *digits, const char *const units[4], bool ones)
{
    if (n == 0 || n > 9999) {
        kanji_digits(out, n);
        return;
    }
    uint32_t power = 1000;
    for (int place = 3; place >= 0; place--, power /= 10) {
        uint32_t digit = n / power % 10;
        if (digit == 0)
            continue;
        if (digit > 1 || place == 0 || ones)
            buffer_puts(out, digits[digit]);
        buffer_puts(out, units[place]);
    }
}

static void kanji_counting(struct buffer *out, uint32_t n)
{
    static const char *const units[] = {"", "十", "百", "千"};
    with_units(out, n, kanji, units, false);
}

static void kanji_legal(struct buffer *out, uint32_t n)
{
    static const char *const units[] = {"", "拾", "百", "阡"};
    with_units(out, n, legal, units, true);
}

static void dashed(struct buffer *out, uint32_t n)
{
    buffer_printf(out, "- %u -", (unsigned)n);
}

static void nothing(struct buffer *out, uint32_t n)
{
    (void)out, (void)n;
}

static const struct { const char *name; void (*write)(struct buffer *, uint32_t); } formats[] = {
    {"decimal", decimal},
    {"decimalZero", decimal_zero},
    {"upperRoman", upper_roman},
    {"lowerRoman", lower_roman},
    {"upperLetter", upper_letter},
    {"lowerLetter", lower_letter},
    {"ordinal", ordinal},
    {"decimalFullWidth", full_width},
    {"decimalFullWidth2", full_width},
    {"decimalHalfWidth", decimal},
    {"decimalEnclosedCircle", circle},
    {"decimalEnclosedCircleChinese", circle},
    {"decimalEnclosedParen", in_paren},
    {"decimalEnclosedFullstop", with_stop},
    {"ideographEnclosedCircle", kanji_circle},
    {"ideographDigital", kanji_digits},
    {"japaneseDigitalTenThousand", kanji_digits},
    {"japaneseCounting", kanji_counting},
    {"chineseCounting", kanji_counting},
    {"chineseCountingThousand", kanji_counting},
    {"taiwaneseCounting", kanji_counting},
    {"japaneseLegal", kanji_legal},
    {"ideographTraditional", stems},
    {"ideographZodiac", branches},
    {"aiueo", aiueo},
    {"aiueoFullWidth", aiueo},
    {"iroha", iroha},
    {"irohaFullWidth", iroha},
    {"numberInDash", dashed},
    {"none", nothing},
    {"bullet", nothing},
};

void numbering_format(struct buffer *out, const char *format, uint32_t value)
{
    for (size_t i = 0; format && i < sizeof formats / sizeof *formats; i++)
        if (strcmp(formats[i].name, format) == 0) {
            formats[i].write(out, value);
            return;
        }
    decimal(out, value);
}
