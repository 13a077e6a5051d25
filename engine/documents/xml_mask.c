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

/* ---- sixteen bytes at a time ---- */

enum { BLOCK = 16 };

typedef unsigned char block __attribute__((vector_size(BLOCK)));  /* of a comparison: FF where it is true */
typedef uint64_t halves __attribute__((vector_size(BLOCK)));

static block load(const char *at)
{
    block b;
    memcpy(&b, at, sizeof b);
    return b;
}

static void store(char *to, block b)
{
    memcpy(to, &b, sizeof b);
}

static bool any(block b)
{
    halves h = (halves)b;
    return (h[0] | h[1]) != 0;
}

/* Where the first byte of a character of three bytes stands that needs no more looking at than that two others follow:
 * all but E0 and ED. */
static block leads(block b)
{
    return (block)(b >= 0xE1) & (block)(b != 0xED) & (block)(b <= 0xEF);
}

/* Where bytes are wrong, or belong to characters that this does not know, when `before` and `before2` are the same bytes
 * one and two places earlier. What it knows is ASCII and most characters of three bytes: nearly all Japanese text. */
static block unknown(block now, block before, block before2)
{
    block continues = (block)((now & 0xC0) == 0x80);
    block due = leads(before) | leads(before2);
    block last = (block)(before2 == 0xEF) & (block)(before == 0xBF) & (block)(now >= 0xBE); /* U+FFFE, U+FFFF */
    return (continues ^ due) | ((block)(now >= 0x80) & ~continues & ~leads(now)) | last;
}

/* ---- character by character ---- */

/* Masks the characters from `from` on, up to the first that begins at or after `upto`; returns where that is, 0 when one
 * is wrong. */
static size_t mask_slowly(const char *at, size_t len, size_t from, size_t upto, char *out, bool *text)
{
    while (from < upto) {
        if ((unsigned char)at[from] < 0x80) {
            out[from] = at[from];
            from++;
            continue;
        }
        size_t n = character((const unsigned char *)at + from, len - from);
        if (!n)
            return 0;
        memset(out + from, XML_MASK, n);
        *text = true;
        from += n;
    }
    return from;
}

/* Where the character begins that may reach over `i`. */
static size_t begin_of(const char *at, size_t i)
{
    for (size_t back = 1; back <= 3 && back <= i; back++)
        if ((unsigned char)at[i - back] >= 0xC0)
            return i - back;
    return i;
}

/* ---- */

/* Copies ASCII, four blocks at a time, while there is nothing else; returns where it stopped. */
static size_t copy_ascii(const char *at, size_t len, size_t i, char *out)
{
    for (; i + 4 * BLOCK <= len; i += 4 * BLOCK) {
        block a = load(at + i), b = load(at + i + BLOCK), c = load(at + i + 2 * BLOCK), d = load(at + i + 3 * BLOCK);
        if (any((a | b | c | d) & 0x80))
            break;
        store(out + i, a), store(out + i + BLOCK, b), store(out + i + 2 * BLOCK, c), store(out + i + 3 * BLOCK, d);
    }
    return i;
}

/* Masks 16 bytes from `i` on, before which two others stand. False when they must be looked at one by one. */
static bool mask_block(const char *at, size_t i, char *out, bool *text)
{
    block now = load(at + i);
    if (!any(now & 0x80) && (unsigned char)at[i - 1] < 0x80) {
        store(out + i, now);
        return true;
    }
    *text = true;
    if (any(unknown(now, load(at + i - 1), load(at + i - 2))))
        return false;
    block high = (block)(now >= 0x80);
    store(out + i, (now & ~high) | (high & XML_MASK));
    return true;
}

/* Masks all but the last bytes, which fill no block; returns how many, 0 when a character is wrong. */
static size_t mask_blocks(const char *at, size_t len, char *out, bool *text)
{
    size_t i = mask_slowly(at, len, 0, 2, out, text);
    while (i > 0 && i + BLOCK <= len) {
        if ((unsigned char)at[i - 1] < 0x80)
            i = copy_ascii(at, len, i, out);
        if (i + BLOCK > len)
            break;
        i = mask_block(at, i, out, text) ? i + BLOCK : mask_slowly(at, len, begin_of(at, i), i + BLOCK, out, text);
    }
    return i;
}

enum masked xml_mask(const char *at, size_t len, char *out)
{
    bool text = false;
    size_t i = len >= BLOCK ? mask_blocks(at, len, out, &text) : 0;
    if ((len >= BLOCK && !i) || (len > 0 && !mask_slowly(at, len, begin_of(at, i), len, out, &text)))
        return MASKED_INVALID;
    out[len] = '\0';
    return text ? MASKED_TEXT : MASKED_NOTHING;
}
