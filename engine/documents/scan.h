/* Walks over prose character by character, as the eye reads it: full-width letters and digits are their ASCII twins,
 * every kind of space is a space, every kind of dash a hyphen, signs of vertical text those of horizontal text. Private to the documents floor. */
#ifndef KIJUN_DOCUMENTS_SCAN_H
#define KIJUN_DOCUMENTS_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A place in a text. Copy it to look ahead. */
struct scan {
    const char *at;
    const char *end;
};

static inline struct scan scan_text(const char *at, size_t len)
{
    return (struct scan){at, at + len};
}
/* As scan_next, for what is not ASCII and for the end. */
uint32_t scan_next_wide(struct scan *s);
/* The folded character here, 0 at the end; goes past it. */
static inline uint32_t scan_next(struct scan *s)
{
    if (s->at >= s->end || (unsigned char)*s->at >= 0x80)
        return scan_next_wide(s);
    uint32_t c = (unsigned char)*s->at++;
    return c >= '\t' && c <= '\r' ? ' ' : c;
}
/* The same without going past it. */
static inline uint32_t scan_peek(const struct scan *s)
{
    struct scan copy = *s;
    return scan_next(&copy);
}
/* The folded last character of a text, 0 when it is empty. */
uint32_t scan_last(const char *at, size_t len);
/* Goes past this character if it stands here. */
bool scan_skip(struct scan *s, uint32_t c);
/* Goes past spaces; returns how many. */
size_t scan_spaces(struct scan *s);
/* Goes past this text (compared byte for byte) if it stands here. */
bool scan_word(struct scan *s, const char *word);
/* The same for ASCII letters of either case; the word must not go on with a letter. */
bool scan_word_any_case(struct scan *s, const char *word);
/* True if one of these texts (NULL-terminated) stands here. */
bool scan_any(const struct scan *s, const char *const *words);

/* Decimal digits, at most `most` of them; false (place unchanged) if there is none or are more. */
bool scan_digits(struct scan *s, size_t most, uint32_t *out);
/* Kanji numerals up to 9999 (十二, 二〇, 百三); false if there is none. */
bool scan_kanji_number(struct scan *s, uint32_t *out);

/* Drops white space at both ends. */
void scan_trim(const char **at, size_t *len);
bool scan_is_space(uint32_t c);
bool scan_is_upper(uint32_t c); /* A-Z and the capitals of Latin-1, Greek and Cyrillic */
bool scan_is_lower(uint32_t c);
/* Kana, kanji and their punctuation. */
static inline bool scan_is_japanese(uint32_t c)
{
    return c >= 0x3001 && (c <= 0x30FF || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
                           (c >= 0xFF61 && c <= 0xFF9F) || (c >= 0x20000 && c <= 0x2FFFF));
}
uint32_t scan_fold(uint32_t c);

#endif
