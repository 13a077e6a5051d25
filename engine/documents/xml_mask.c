#include "documents/xml_mask.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

static bool continues(unsigned char c)
{
    return (c & 0xC0) == 0x80;
}

/* The length of the three-byte character at `c`, 0 if it is none. U+D800 to U+DFFF, U+FFFE and U+FFFF are none. */
static size_t three_bytes(const unsigned char *c)
{
    if (!continues(c[1]) || !continues(c[2]))
        return 0;
    bool overlong = c[0] == 0xE0 && c[1] < 0xA0, surrogate = c[0] == 0xED && c[1] >= 0xA0;
    bool last = c[0] == 0xEF && c[1] == 0xBF && c[2] >= 0xBE;
    return overlong || surrogate || last ? 0 : 3;
}

/* The length of the character at `c`, of which `left` bytes are there; 0 if it is none (RFC 3629). */
static size_t character(const unsigned char *c, size_t left)
{
    if (c[0] >= 0xE0 && c[0] < 0xF0)
        return left >= 3 ? three_bytes(c) : 0;
    if (c[0] >= 0xC2 && c[0] < 0xE0)
        return left >= 2 && continues(c[1]) ? 2 : 0;
    if (c[0] < 0xF0 || c[0] > 0xF4 || left < 4 || !continues(c[1]) || !continues(c[2]) || !continues(c[3]))
        return 0;
    bool out_of_range = (c[0] == 0xF0 && c[1] < 0x90) || (c[0] == 0xF4 && c[1] >= 0x90);
    return out_of_range ? 0 : 4;
}

/* Copies ASCII, 32 bytes at a time; returns how many bytes there were. */
static size_t copy_ascii(const char *at, size_t len, char *out)
{
    enum { WORDS = 4 };
    size_t i = 0;
    for (uint64_t word[WORDS]; i + sizeof word <= len; i += sizeof word) {
        memcpy(word, at + i, sizeof word);
        if ((word[0] | word[1] | word[2] | word[3]) & UINT64_C(0x8080808080808080))
            break;
        memcpy(out + i, word, sizeof word);
    }
    for (; i < len && (unsigned char)at[i] < 0x80; i++)
        out[i] = at[i];
    return i;
}

enum { USUAL = 24 }; /* bytes of eight characters */

/* Three words: eight characters of three bytes each, from the first byte of the first one on. */
#define EIGHT(first, other)                                                                                            \
    { first, other, other, first, other, other, first, other, other, first, other, other,                              \
      first, other, other, first, other, other, first, other, other, first, other, other }

/* True if at `at` stand eight of the characters that most Japanese text consists of, U+1000 to U+CFFF: their first bytes
 * are E1 to EC, and none of them needs more looking at. A byte holds a nibble and what is added to it: no carry leaves it. */
static bool usual_eight(const char *at)
{
    static const unsigned char kind[USUAL] = EIGHT(0xF0, 0xC0), wanted[USUAL] = EIGHT(0xE0, 0x80);
    static const unsigned char nibble[USUAL] = EIGHT(0x0F, 0), least[USUAL] = EIGHT(0x0F, 0), most[USUAL] = EIGHT(3, 0);
    static const unsigned char carry[USUAL] = EIGHT(0x10, 0);
    uint64_t bad = 0;
    for (size_t i = 0; i < USUAL; i += sizeof bad) {
        uint64_t text, k, w, n, l, m, c;
        memcpy(&text, at + i, sizeof text), memcpy(&k, kind + i, sizeof k), memcpy(&w, wanted + i, sizeof w);
        memcpy(&n, nibble + i, sizeof n), memcpy(&l, least + i, sizeof l), memcpy(&m, most + i, sizeof m);
        memcpy(&c, carry + i, sizeof c);
        bad |= (text & k) ^ w;
        bad |= (((text & n) + l) & c) ^ c; /* E0: 0 + F does not reach 10 */
        bad |= ((text & n) + m) & c;       /* ED, EE, EF: reach it with 3 */
    }
    return bad == 0;
}

/* The length of a run of those characters. */
static size_t usual_run(const char *at, size_t len)
{
    const unsigned char *c = (const unsigned char *)at;
    size_t i = 0;
    while (i + USUAL <= len && usual_eight(at + i))
        i += USUAL;
    while (i + 3 <= len && c[i] - 0xE1u <= 0xECu - 0xE1u && continues(c[i + 1]) && continues(c[i + 2]))
        i += 3;
    return i;
}

/* The length of the text at `at` that is not ASCII; 0 if it is no UTF-8. */
static size_t text_run(const char *at, size_t len)
{
    size_t i = 0;
    while (i < len && (unsigned char)at[i] >= 0x80) {
        size_t n = usual_run(at + i, len - i);
        if (!n)
            n = character((const unsigned char *)at + i, len - i);
        if (!n)
            return 0;
        i += n;
    }
    return i;
}

enum masked xml_mask(const char *at, size_t len, char *out)
{
    size_t i = 0;
    bool text = false;
    while ((i += copy_ascii(at + i, len - i, out + i)) < len) {
        size_t n = text_run(at + i, len - i);
        if (!n)
            return MASKED_INVALID;
        memset(out + i, XML_MASK, n);
        i += n;
        text = true;
    }
    out[len] = '\0';
    return text ? MASKED_TEXT : MASKED_NOTHING;
}
