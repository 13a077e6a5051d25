/* Converting the encodings that are read to UTF-8. */
#include "documents/decode.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

static const char *const names[ENCODING_COUNT] = { "UTF-8", "US-ASCII", "ISO-8859-1", "Shift_JIS", "EUC-JP", "UTF-16BE",
                                                   "UTF-16LE" };

struct decoder {
    /* By encoding; (iconv_t)-1 where this program converts itself. */
    iconv_t from[ENCODING_COUNT];
};

const char *encoding_name(enum encoding encoding)
{
    return names[encoding];
}

struct decoder *decoder_new_plain(void)
{
    struct decoder *d = malloc(sizeof *d);
    for (size_t i = 0; d && i < ENCODING_COUNT; i++)
        d->from[i] = (iconv_t)-1;
    return d;
}

struct decoder *decoder_new(void)
{
    struct decoder *d = decoder_new_plain();
    if (!d)
        return NULL;
    /* The vendor's supersets: real Japanese files hold ① and ㈱, which the standards lack. */
    d->from[ENCODING_SHIFT_JIS] = iconv_open("UTF-8", "CP932");
    d->from[ENCODING_EUC_JP] = iconv_open("UTF-8", "EUC-JP-MS");
    return d;
}

void decoder_free(struct decoder *d)
{
    if (!d)
        return;
    for (size_t i = 0; i < ENCODING_COUNT; i++)
        if (d->from[i] != (iconv_t)-1)
            iconv_close(d->from[i]);
    free(d);
}

static uint32_t lines_in(const char *at, size_t len)
{
    uint32_t n = 0;
    for (const char *end = at + len; (at = memchr(at, '\n', (size_t)(end - at))) != NULL; at++)
        n++;
    return n;
}

/* The fault for bytes that are no text; `before` is the text that could be read. */
static bool bad_bytes(enum encoding encoding, const char *before, size_t len, struct fault *f)
{
    fault_set(f, FAULT_ENCODING_BYTES, names[encoding]);
    if (!f->line)
        f->line = lines_in(before, len) + 1;
    return false;
}

void decode_put(struct buffer *out, uint32_t c)
{
    char b[4];
    size_t n = 0;
    if (c < 0x80) {
        b[n++] = (char)c;
    } else if (c < 0x800) {
        b[n++] = (char)(0xC0 | c >> 6);
        b[n++] = (char)(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        b[n++] = (char)(0xE0 | c >> 12);
        b[n++] = (char)(0x80 | (c >> 6 & 0x3F));
        b[n++] = (char)(0x80 | (c & 0x3F));
    } else {
        b[n++] = (char)(0xF0 | c >> 18);
        b[n++] = (char)(0x80 | (c >> 12 & 0x3F));
        b[n++] = (char)(0x80 | (c >> 6 & 0x3F));
        b[n++] = (char)(0x80 | (c & 0x3F));
    }
    buffer_add(out, b, n);
}

static bool from_latin1(const char *at, size_t len, struct buffer *out)
{
    for (size_t i = 0; i < len; i++)
        decode_put(out, (unsigned char)at[i]);
    return true;
}

static bool from_ascii(const char *at, size_t len, struct buffer *out, struct fault *f)
{
    for (size_t i = 0; i < len; i++)
        if ((unsigned char)at[i] >= 0x80)
            return bad_bytes(ENCODING_ASCII, at, i, f);
    buffer_add(out, at, len);
    return true;
}

static bool from_utf8(const char *at, size_t len, struct buffer *out, struct fault *f)
{
    size_t good = 0;
    if (!text_is_utf8(at, len)) {
        for (size_t n; good < len && (n = text_char(at + good, len - good)) != 0; )
            good += n;
        return bad_bytes(ENCODING_UTF8, at, good, f);
    }
    buffer_add(out, at, len);
    return true;
}

static uint32_t unit16(const char *at, bool little)
{
    unsigned char a = (unsigned char)at[0], b = (unsigned char)at[1];
    return little ? (uint32_t)(b << 8 | a) : (uint32_t)(a << 8 | b);
}

/* UTF-16 (RFC 2781). */
static bool from_utf16(enum encoding encoding, const char *at, size_t len, struct buffer *out, struct fault *f)
{
    bool little = encoding == ENCODING_UTF16_LE;
    size_t start = out->len, i = 0;
    while (i + 2 <= len) {
        uint32_t c = unit16(at + i, little);
        i += 2;
        if (c >= 0xD800 && c < 0xE000) {
            uint32_t low = i + 2 <= len ? unit16(at + i, little) : 0;
            if (c >= 0xDC00 || low < 0xDC00 || low >= 0xE000)
                break;
            c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
            i += 2;
        }
        decode_put(out, c);
        if (i == len)
            return true;
    }
    if (len == 0 || out->failed)
        return len == 0;
    return bad_bytes(encoding, out->at ? out->at + start : "", out->len - start, f);
}

static bool from_iconv(struct decoder *d, enum encoding encoding, const char *at, size_t len, struct buffer *out,
                       struct fault *f)
{
    iconv_t cd = d->from[encoding];
    char piece[4096], *in = (char *)(uintptr_t)at;
    size_t left = len, start = out->len;
    if (cd == (iconv_t)-1) {
        fault_set(f, FAULT_ENCODING_LACKING, names[encoding]);
        return false;
    }
    iconv(cd, NULL, NULL, NULL, NULL);
    while (left > 0 && !out->failed) {
        char *to = piece;
        size_t room = sizeof piece;
        size_t done = iconv(cd, &in, &left, &to, &room);
        int why = errno;
        buffer_add(out, piece, (size_t)(to - piece));
        if (done == (size_t)-1 && why != E2BIG)
            return bad_bytes(encoding, out->at ? out->at + start : "", out->len - start, f);
    }
    return true;
}

bool decode_text(struct decoder *d, enum encoding encoding, const char *at, size_t len, struct buffer *out,
                 struct fault *f)
{
    bool ok = false;
    switch (encoding) {
    case ENCODING_UTF8: ok = from_utf8(at, len, out, f); break;
    case ENCODING_ASCII: ok = from_ascii(at, len, out, f); break;
    case ENCODING_LATIN1: ok = from_latin1(at, len, out); break;
    case ENCODING_SHIFT_JIS: case ENCODING_EUC_JP: ok = from_iconv(d, encoding, at, len, out, f); break;
    case ENCODING_UTF16_BE: case ENCODING_UTF16_LE: ok = from_utf16(encoding, at, len, out, f); break;
    case ENCODING_COUNT: break;
    }
    if (out->failed && f->id == FAULT_NONE)
        fault_set(f, FAULT_MEMORY);
    return ok && !out->failed;
}
