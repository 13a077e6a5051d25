#include "documents/xml_check.h"

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

/* The length of the character at `c`, of which `left` bytes are there; 0 if it is none (RFC 3629) or XML has it not. */
static size_t character(const unsigned char *c, size_t left)
{
    if (c[0] < 0x80)
        return c[0] >= ' ' || c[0] == '\t' || c[0] == '\n' || c[0] == '\r';
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

static inline block load(const char *at)
{
    block b;
    memcpy(&b, at, sizeof b);
    return b;
}

static inline bool any(block b)
{
    halves h = (halves)b;
    return (h[0] | h[1]) != 0;
}

/* Where the first byte of a character of three bytes stands that needs no more looking at than that two others follow:
 * all but E0 and ED. */
static inline block leads(block b)
{
    return (block)(b >= 0xE1) & (block)(b != 0xED) & (block)(b <= 0xEF);
}

/* Where bytes are wrong, or belong to characters that this does not know, when `before` and `before2` are the same bytes
 * one and two places earlier. What it knows is ASCII and most characters of three bytes: nearly all Japanese text. */
static inline block unknown(block now, block before, block before2)
{
    block continues = (block)((now & 0xC0) == 0x80);
    block due = leads(before) | leads(before2);
    block last = (block)(before2 == 0xEF) & (block)(before == 0xBF) & (block)(now >= 0xBE); /* U+FFFE, U+FFFF */
    return (continues ^ due) | ((block)(now >= 0x80) & ~continues & ~leads(now)) | last;
}

/* What was met so far, in any place of a block. */
struct met {
    block ampersand, back, bracket, control;
};

static inline void meet(struct met *m, block b)
{
    block back = (block)(b == '\r');
    m->ampersand |= (block)(b == '&');
    m->back |= back;
    m->bracket |= (block)(b == ']');
    m->control |= (block)(b < ' ') & ~((block)(b == '\n') | (block)(b == '\t') | back);
}

/* Passes ASCII, four blocks at a time, while there is nothing else; returns where it stopped. */
static size_t pass_ascii(const char *at, size_t len, size_t i, struct met *m)
{
    struct met met = *m; /* a copy stays in registers */
    for (; i + 4 * BLOCK <= len; i += 4 * BLOCK) {
        block a = load(at + i), b = load(at + i + BLOCK), c = load(at + i + 2 * BLOCK), d = load(at + i + 3 * BLOCK);
        if (any((a | b | c | d) & 0x80))
            break;
        meet(&met, a), meet(&met, b), meet(&met, c), meet(&met, d);
    }
    *m = met;
    return i;
}

/* Passes characters one by one from `from` on, up to the first that begins at or after `upto`; returns where that is, 0 when
 * one is wrong. */
static size_t pass_slowly(const char *at, size_t len, size_t from, size_t upto)
{
    while (from < upto) {
        size_t n = character((const unsigned char *)at + from, len - from);
        if (!n)
            return 0;
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

/* Passes all but the last bytes, which fill no block; returns how many, 0 when a character is wrong. */
static size_t pass_blocks(const char *at, size_t len, struct met *m)
{
    meet(m, load(at)); /* the first two bytes belong to no later block */
    size_t i = pass_slowly(at, len, 0, 2);
    while (i > 0 && i + BLOCK <= len) {
        if ((unsigned char)at[i - 1] < 0x80)
            i = pass_ascii(at, len, i, m);
        if (i + BLOCK > len)
            break;
        block now = load(at + i);
        meet(m, now);
        i = any(unknown(now, load(at + i - 1), load(at + i - 2))) ? pass_slowly(at, len, begin_of(at, i), i + BLOCK) : i + BLOCK;
    }
    return i;
}

bool xml_check(const char *at, size_t len, unsigned *signs)
{
    struct met m = {{0}, {0}, {0}, {0}};
    size_t i = 0;
    char last[BLOCK] = "";
    if (len >= BLOCK && !(i = pass_blocks(at, len, &m)))
        return false;
    size_t rest = i < len ? len - i : 0;
    memcpy(last, at + (len - rest), rest);
    memset(last + rest, ' ', sizeof last - rest);
    meet(&m, load(last));
    *signs = (any(m.ampersand) ? XML_SIGN_AMPERSAND : 0) | (any(m.back) ? XML_SIGN_RETURN : 0) |
             (any(m.bracket) ? XML_SIGN_BRACKET : 0);
    return !any(m.control) && (!len || pass_slowly(at, len, begin_of(at, i), len));
}

/* ---- entities ---- */

size_t xml_entity(const char *at, const char *end, char *c)
{
    static const struct { const char *text; char c; } five[] = {
        {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''},
    };
    for (size_t i = 0; i < sizeof five / sizeof *five; i++) {
        size_t len = strlen(five[i].text);
        if ((size_t)(end - at) >= len && memcmp(at, five[i].text, len) == 0) {
            *c = five[i].c;
            return len;
        }
    }
    return 0;
}
