#include "base/text.h"

#include <string.h>

/* A lead byte's range of first continuation bytes keeps out overlong forms, surrogates and what is over U+10FFFF
 * (RFC 3629, section 4). */
static size_t multibyte(const unsigned char *s, size_t len)
{
    unsigned char low = 0x80, high = 0xBF;
    size_t need;
    if (s[0] >= 0xC2 && s[0] <= 0xDF)
        need = 2;
    else if (s[0] >= 0xE0 && s[0] <= 0xEF)
        need = 3;
    else if (s[0] >= 0xF0 && s[0] <= 0xF4)
        need = 4;
    else
        return 0;
    if (s[0] == 0xE0)
        low = 0xA0;
    else if (s[0] == 0xED)
        high = 0x9F;
    else if (s[0] == 0xF0)
        low = 0x90;
    else if (s[0] == 0xF4)
        high = 0x8F;
    if (len < need || s[1] < low || s[1] > high)
        return 0;
    for (size_t i = 2; i < need; i++)
        if ((s[i] & 0xC0) != 0x80)
            return 0;
    return need;
}

/* Nearly all of Japanese: three bytes, of which no second one is out of range. */
static inline bool is_common_triple(const unsigned char *s, size_t len)
{
    return s[0] >= 0xE1 && s[0] <= 0xEC && len >= 3 && (s[1] & 0xC0) == 0x80 && (s[2] & 0xC0) == 0x80;
}

size_t text_char(const char *at, size_t len)
{
    const unsigned char *s = (const unsigned char *)at;
    if (!len)
        return 0;
    if (s[0] < 0x80)
        return 1;
    if (is_common_triple(s, len))
        return 3;
    return multibyte(s, len);
}

/* How many of eight bytes can be passed over at once: all when they are ASCII without NUL, else none. The second half of
 * the test finds a zero byte among them. */
static size_t ascii_run(const char *at, size_t len)
{
    uint64_t word;
    if (len < sizeof word)
        return 0;
    memcpy(&word, at, sizeof word);
    uint64_t high = word & 0x8080808080808080u;
    uint64_t zero = (word - 0x0101010101010101u) & ~word & 0x8080808080808080u;
    return high | zero ? 0 : sizeof word;
}

bool text_is_utf8(const char *at, size_t len)
{
    for (size_t i = 0; i < len;) {
        size_t n = (unsigned char)at[i] < 0x80 ? ascii_run(at + i, len - i) : 0;
        if (!n)
            n = at[i] ? text_char(at + i, len - i) : 0;
        if (!n)
            return false;
        i += n;
    }
    return true;
}

size_t text_cut(const char *at, size_t len, size_t max)
{
    if (max >= len)
        return len;
    size_t n = max;
    while (n && max - n < 3 && ((unsigned char)at[n] & 0xC0) == 0x80)
        n--;
    return n;
}

size_t text_next(const char *at, size_t len, uint32_t *out)
{
    static const unsigned char lead_bits[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    if (!len)
        return 0;
    if (is_common_triple((const unsigned char *)at, len)) {
        const unsigned char *s = (const unsigned char *)at;
        *out = (uint32_t)(s[0] & 0x0F) << 12 | (uint32_t)(s[1] & 0x3F) << 6 | (s[2] & 0x3F);
        return 3;
    }
    size_t n = text_char(at, len);
    if (!n) {
        *out = 0xFFFD;
        return 1;
    }
    uint32_t c = (unsigned char)at[0] & lead_bits[n];
    for (size_t i = 1; i < n; i++)
        c = c << 6 | ((unsigned char)at[i] & 0x3F);
    *out = c;
    return n;
}

size_t text_room(const char *text)
{
    return text ? strlen(text) + 1 : 0;
}

void text_keep(const char **text, char **block)
{
    size_t size = text_room(*text);
    if (size)
        *text = memcpy(*block, *text, size);
    *block += size;
}
