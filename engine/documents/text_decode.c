#include "documents/text_decode.h"

#include <string.h>

#include "base/text.h"

enum {
    KANA_EVERY = 60,  /* characters: a Japanese text has a hiragana more often */
    FOREIGN_EVERY = 8 /* bytes: a Western text has one beyond ASCII less often */
};

static bool starts(const char *at, size_t len, const char *mark, size_t n)
{
    return len >= n && memcmp(at, mark, n) == 0;
}

/* True if this is Japanese as people write it. Bytes read in a wrong encoding come out as rare kanji or half-width kana. */
static bool is_japanese(const struct buffer *text)
{
    size_t kana = 0, odd = 0, all = 0;
    const char *at = text->at, *end = at + text->len;
    for (uint32_t c; at < end; all++) {
        at += text_next(at, (size_t)(end - at), &c);
        kana += c >= 0x3041 && c <= 0x3096;
        odd += (c >= 0xFF61 && c <= 0xFF9F) || (c >= 0x80 && c < 0xA0);
    }
    return kana * KANA_EVERY >= all && kana > odd;
}

static bool try_japanese(struct decoder *d, enum encoding encoding, const char *at, size_t len, struct buffer *out)
{
    struct fault ignored;
    fault_clear(&ignored);
    buffer_clear(out);
    return decode_text(d, encoding, at, len, out, &ignored) && !out->failed && out->len > 0 && is_japanese(out);
}

/* Windows-1252 differs from Latin-1 in 0x80 .. 0x9F: quotes, dashes, the euro. 0: no character. */
static uint32_t windows_character(unsigned char c)
{
    static const uint16_t table[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                       0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                       0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
    return c >= 0x80 && c < 0xA0 ? table[c - 0x80] : c;
}

static bool try_windows(const char *at, size_t len, struct buffer *out)
{
    size_t foreign = 0;
    buffer_clear(out);
    for (size_t i = 0; i < len; i++) {
        uint32_t c = windows_character((unsigned char)at[i]);
        if (c == 0)
            return false;
        foreign += c >= 0x80;
        decode_put(out, c);
    }
    return foreign * FOREIGN_EVERY <= len && !out->failed;
}

bool text_decode(struct decoder *d, const char *at, size_t len, struct buffer *out, struct fault *f)
{
    if (starts(at, len, "\xFF\xFE", 2))
        return decode_text(d, ENCODING_UTF16_LE, at + 2, len - 2, out, f);
    if (starts(at, len, "\xFE\xFF", 2))
        return decode_text(d, ENCODING_UTF16_BE, at + 2, len - 2, out, f);
    size_t mark = starts(at, len, "\xEF\xBB\xBF", 3) ? 3 : 0;
    if (mark || text_is_utf8(at, len))
        return decode_text(d, ENCODING_UTF8, at + mark, len - mark, out, f);
    if (memchr(at, '\0', len) == NULL &&
        (try_japanese(d, ENCODING_SHIFT_JIS, at, len, out) || try_japanese(d, ENCODING_EUC_JP, at, len, out) ||
         try_windows(at, len, out)))
        return true;
    fault_set(f, FAULT_TEXT_ENCODING);
    return false;
}
