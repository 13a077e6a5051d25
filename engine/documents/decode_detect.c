/* Which encoding an XML file is in: byte order mark, then declaration (XML 1.0, appendix F), from a list. */
#include "documents/decode.h"

#include <string.h>
#include <strings.h>

/* How much of the file a declaration may take. */
enum { DECLARATION_BYTES = 256, NAME_BYTES = 40 };

struct mark {
    const char *bytes;
    size_t len;
    enum encoding encoding; /* ENCODING_COUNT: refused */
    const char *shown;
};

/* The longer ones first: the mark of UTF-16LE starts that of UCS-4. */
static const struct mark marks[] = {
    { "\x00\x00\xFE\xFF", 4, ENCODING_COUNT, "UCS-4" },
    { "\xFF\xFE\x00\x00", 4, ENCODING_COUNT, "UCS-4" },
    { "\x00\x00\x00\x3C", 4, ENCODING_COUNT, "UCS-4" },
    { "\x3C\x00\x00\x00", 4, ENCODING_COUNT, "UCS-4" },
    { "\x4C\x6F\xA7\x94", 4, ENCODING_COUNT, "EBCDIC" },
    { "\xEF\xBB\xBF", 3, ENCODING_UTF8, NULL },
    { "\xFE\xFF", 2, ENCODING_UTF16_BE, NULL },
    { "\xFF\xFE", 2, ENCODING_UTF16_LE, NULL },
    { "\x00\x3C", 2, ENCODING_COUNT, "UTF-16 without a byte order mark" },
    { "\x3C\x00", 2, ENCODING_COUNT, "UTF-16 without a byte order mark" },
};

struct name {
    const char *name;
    enum encoding encoding;
};

/* Names of the IANA registry, without regard to case. */
static const struct name known[] = {
    { "UTF-8", ENCODING_UTF8 },          { "UTF8", ENCODING_UTF8 },
    { "US-ASCII", ENCODING_ASCII },      { "ASCII", ENCODING_ASCII },
    { "ISO-8859-1", ENCODING_LATIN1 },   { "Shift_JIS", ENCODING_SHIFT_JIS },
    { "Windows-31J", ENCODING_SHIFT_JIS }, { "EUC-JP", ENCODING_EUC_JP },
    { "UTF-16", ENCODING_UTF16_BE },     { "UTF-16BE", ENCODING_UTF16_BE },
    { "UTF-16LE", ENCODING_UTF16_LE },
};

static bool is_utf16(enum encoding e)
{
    return e == ENCODING_UTF16_BE || e == ENCODING_UTF16_LE;
}

/* The first bytes of a document as ASCII, every other byte in UTF-16; what is no ASCII becomes '?'. */
static size_t ascii_head(const char *at, size_t len, enum encoding e, char *out, size_t size)
{
    size_t step = is_utf16(e) ? 2 : 1, at_low = e == ENCODING_UTF16_BE ? 1 : 0, n = 0;
    for (size_t i = at_low; i < len && n < size; i += step) {
        unsigned char c = (unsigned char)at[i];
        out[n++] = (char)(c > 0 && c < 0x80 ? c : '?');
    }
    return n;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static const char *skip_blank(const char *at, const char *end)
{
    while (at < end && is_blank(*at))
        at++;
    return at;
}

/* The value of encoding="..." in an XML declaration, cut to fit; "" when there is none. */
static void declared_name(const char *head, size_t len, char *out, size_t size)
{
    out[0] = '\0';
    if (len < 6 || memcmp(head, "<?xml", 5) != 0 || !is_blank(head[5]))
        return;
    const char *end = memmem(head, len, "?>", 2);
    end = end ? end : head + len;
    const char *at = memmem(head, (size_t)(end - head), "encoding", 8);
    if (!at)
        return;
    at = skip_blank(at + 8, end);
    if (at == end || *at != '=')
        return;
    at = skip_blank(at + 1, end);
    if (at == end || (*at != '"' && *at != '\''))
        return;
    const char *quote = memchr(at + 1, *at, (size_t)(end - at - 1));
    size_t n = quote ? (size_t)(quote - at - 1) : 0;
    n = n < size ? n : size - 1;
    memcpy(out, at + 1, n);
    out[n] = '\0';
}

static enum encoding named(const char *name)
{
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcasecmp(known[i].name, name) == 0)
            return known[i].encoding;
    return ENCODING_COUNT;
}

static bool refuse(struct fault *f, enum fault_id id, const char *a, const char *b)
{
    fault_set(f, id, a, b);
    if (!f->line)
        f->line = 1;
    return false;
}

static const struct mark *mark_of(const char *at, size_t len)
{
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (len >= marks[i].len && memcmp(at, marks[i].bytes, marks[i].len) == 0)
            return &marks[i];
    return NULL;
}

bool decode_detect_xml(const char *at, size_t len, enum encoding *encoding, size_t *skip, struct fault *f)
{
    char head[DECLARATION_BYTES], name[NAME_BYTES];
    const struct mark *m = mark_of(at, len);
    if (m && m->encoding == ENCODING_COUNT)
        return refuse(f, FAULT_ENCODING, m->shown, NULL);
    enum encoding found = m ? m->encoding : ENCODING_UTF8;
    size_t bom = m ? m->len : 0;
    declared_name(head, ascii_head(at + bom, len - bom, found, head, sizeof head), name, sizeof name);
    enum encoding stated = name[0] ? named(name) : found;
    if (stated == ENCODING_COUNT)
        return refuse(f, FAULT_ENCODING, name, NULL);
    bool either = strcasecmp(name, "UTF-16") == 0;
    if (is_utf16(stated) != is_utf16(found) || (m && !either && stated != found))
        return refuse(f, FAULT_ENCODING_CONFLICT, name, is_utf16(found) ? "UTF-16" : m ? "UTF-8" : "8-bit text");
    *encoding = is_utf16(found) ? found : stated;
    *skip = bom;
    return true;
}
