/* One walk over the characters, one small decision a format. */
#include "report/escape.h"

#include <string.h>

static const char replacement[] = "\xEF\xBF\xBD"; /* U+FFFD */

static bool continues(const char *at, size_t n)
{
    for (size_t i = 1; i < n; i++)
        if (((unsigned char)at[i] & 0xC0) != 0x80) return false;
    return true;
}

/* RFC 3629: the length of a sequence by its first byte; 0 for a byte that cannot be one. */
static size_t sequence(unsigned char lead)
{
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return 2;
    if (lead >= 0xE0 && lead <= 0xEF) return 3;
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

size_t escape_next(const char *at, size_t len, uint32_t *out, bool *bad)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    *bad = false;
    if (len == 0) return 0;
    unsigned char lead = (unsigned char)*at;
    size_t n = sequence(lead);
    if (n == 1) return *out = lead, 1;
    if (n && n <= len && continues(at, n)) {
        uint32_t c = lead & (0xFFu >> (n + 1));
        for (size_t i = 1; i < n; i++) c = c << 6 | ((unsigned char)at[i] & 0x3F);
        if (c >= least[n] && c <= 0x10FFFF && !(c >= 0xD800 && c <= 0xDFFF)) return *out = c, n;
    }
    *bad = true;
    *out = 0xFFFD;
    return 1;
}

bool escape_hidden(uint32_t c)
{
    if (c < 0x20) return c != '\t' && c != '\n';
    if (c < 0x7F) return false;
    if (c <= 0x9F || c == 0xAD || c == 0x61C || c == 0x180E) return true; /* C1 controls, soft hyphen, Arabic mark */
    if (c < 0x200B) return false;
    if (c == 0x200B || c == 0x200E || c == 0x200F) return true; /* zero width space, LRM, RLM */
    if (c >= 0x2028 && c <= 0x202E) return true;                /* separators, embeddings and overrides */
    if (c >= 0x2060 && c <= 0x206F) return true;                /* word joiner, invisible operators, isolates */
    if (c == 0x3164 || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB)) return true;
    return (c & 0xFFFE) == 0xFFFE || (c >= 0xE0000 && c <= 0xE0FFF && !(c >= 0xE0100 && c <= 0xE01EF));
}

static void shown(struct buffer *b, uint32_t c)
{
    buffer_printf(b, "[U+%04X]", (unsigned)c);
}

/* What a format does with one character that is not simply copied; false: it is copied after all. */
typedef bool special_function(struct buffer *b, uint32_t c);

/* Copies runs of ordinary bytes at once. `stops` marks the ASCII bytes that `special` must see; all others that
 * are not ASCII are decoded. */
static void walk(struct buffer *b, const char *at, size_t len, const unsigned char *stops, special_function *special)
{
    size_t from = 0;
    for (size_t i = 0; i < len;) {
        unsigned char byte = (unsigned char)at[i];
        if (byte < 0x80 && !stops[byte]) {
            i++;
            continue;
        }
        uint32_t c;
        bool bad;
        size_t n = escape_next(at + i, len - i, &c, &bad);
        if (bad || byte < 0x80 || escape_hidden(c)) {
            buffer_add(b, at + from, i - from);
            from = i + n;
            if (bad) buffer_add(b, replacement, 3);
            else if (!special(b, c)) from = i;
        }
        i += n;
    }
    buffer_add(b, at + from, len - from);
}

/* Every ASCII control, and what else a format names. */
#define CONTROLS                                                                                                       \
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, [0x7F] = 1

static const unsigned char stops_plain[128] = {CONTROLS};
static const unsigned char stops_markup[128] = {CONTROLS, ['<'] = 1, ['>'] = 1, ['&'] = 1, ['"'] = 1, ['\''] = 1};

static const unsigned char stops_json[128] = {CONTROLS, ['"'] = 1, ['\\'] = 1};

static bool special_plain(struct buffer *b, uint32_t c)
{
    if (c == '\n' || c == '\t') return false;
    if (c != '\r') shown(b, c); /* the line feed of CR LF remains */
    return true;
}

static bool special_line(struct buffer *b, uint32_t c)
{
    if (c == '\n' || c == '\t') buffer_putc(b, ' ');
    else special_plain(b, c);
    return true;
}

static bool escape_markup(struct buffer *b, uint32_t c)
{
    switch (c) {
    case '<': buffer_add(b, "&lt;", 4); return true;
    case '>': buffer_add(b, "&gt;", 4); return true;
    case '&': buffer_add(b, "&amp;", 5); return true;
    case '"': buffer_add(b, "&quot;", 6); return true;
    case '\'': buffer_add(b, "&#39;", 5); return true;
    default: return false;
    }
}

static bool special_html(struct buffer *b, uint32_t c)
{
    return escape_markup(b, c) || special_plain(b, c);
}

/* XML 1.0, production 2: what may stand in a document at all. */
static bool xml_can_hold(uint32_t c)
{
    if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
    return c != 0xFFFE && c != 0xFFFF;
}

static bool special_xml(struct buffer *b, uint32_t c)
{
    if (escape_markup(b, c)) return true;
    if (xml_can_hold(c)) buffer_printf(b, "&#x%X;", (unsigned)c);
    else shown(b, c);
    return true;
}

void put_plain(struct buffer *b, const char *at, size_t len)
{
    walk(b, at, len, stops_plain, special_plain);
}

void put_line(struct buffer *b, const char *at, size_t len)
{
    walk(b, at, len, stops_plain, special_line);
}

void put_html(struct buffer *b, const char *at, size_t len)
{
    walk(b, at, len, stops_markup, special_html);
}

void put_xml(struct buffer *b, const char *at, size_t len)
{
    walk(b, at, len, stops_markup, special_xml);
}

/* True if all eight bytes are ASCII that a JSON string holds as it is. Each test sets the high bit of the bytes that
 * meet it; a borrow can only set more. */
static bool ordinary(uint64_t w)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), high = ones * 0x80;
    uint64_t quote = w ^ ones * '"', slash = w ^ ones * '\\', delete = w ^ ones * 0x7F;
    uint64_t stop = (w - ones * 0x20) | (quote - ones) | (slash - ones) | (delete - ones) | w;
    return !(stop & high);
}

/* True for a whole character of three bytes in a block that hides nothing: U+3000 to U+CFFF but for the block of the
 * Hangul filler, and the full-width forms. */
static bool visible_three(const unsigned char *at)
{
    if (((at[1] ^ 0x80) | (at[2] ^ 0x80)) & 0xC0) return false;
    return (unsigned)at[0] - 0xE4u <= 8 || (at[0] == 0xE3 && at[1] != 0x85) || (at[0] == 0xEF && (at[1] & 0xFE) == 0xBC);
}

static void json_unit(struct buffer *b, unsigned unit)
{
    static const char hex[] = "0123456789abcdef";
    char code[6] = {'\\', 'u', hex[unit >> 12], hex[unit >> 8 & 15], hex[unit >> 4 & 15], hex[unit & 15]};
    buffer_add(b, code, sizeof code);
}

static bool special_json(struct buffer *b, uint32_t c)
{
    switch (c) {
    case '"': buffer_add(b, "\\\"", 2); return true;
    case '\\': buffer_add(b, "\\\\", 2); return true;
    case '\n': buffer_add(b, "\\n", 2); return true;
    case '\t': buffer_add(b, "\\t", 2); return true;
    case '\r': buffer_add(b, "\\r", 2); return true;
    default: break;
    }
    if (c >= 0x10000) { /* a surrogate pair, RFC 8259 section 7 */
        json_unit(b, 0xD800 + ((c - 0x10000) >> 10));
        c = 0xDC00 + ((c - 0x10000) & 0x3FF);
    }
    json_unit(b, c);
    return true;
}

/* How many bytes at the front can be copied into a JSON string: ASCII eight at a time, and those three-byte
 * characters whose blocks hold nothing hidden, which is nearly all of Japanese. */
static size_t plain_json(const char *at, size_t len)
{
    const unsigned char *bytes = (const unsigned char *)at;
    size_t i = 0;
    while (i < len) {
        uint64_t eight;
        while (i + 8 <= len && (memcpy(&eight, at + i, 8), ordinary(eight))) i += 8;
        while (i < len && bytes[i] < 0x80)
            if (stops_json[bytes[i++]]) return i - 1;
        size_t from = i;
        while (i + 3 <= len && visible_three(bytes + i)) i += 3;
        if (i == from) return i;
    }
    return i;
}

void put_json(struct buffer *b, const char *at, size_t len)
{
    size_t n = plain_json(at, len);
    buffer_add(b, at, n);
    if (n < len) walk(b, at + n, len - n, stops_json, special_json);
}

void put_url(struct buffer *b, const char *at, size_t len)
{
    static const char hex[] = "0123456789ABCDEF";
    static const char unreserved[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)at[i];
        if (c && strchr(unreserved, c)) {
            buffer_putc(b, (char)c);
            continue;
        }
        char escaped[3] = {'%', hex[c >> 4], hex[c & 15]};
        buffer_add(b, escaped, 3);
    }
}

void put_markdown(struct buffer *b, const char *at, size_t len)
{
    size_t from = 0;
    for (size_t i = 0; i < len; i++) {
        const char *entity = at[i] == '<' ? "&lt;" : at[i] == '&' ? "&amp;" : at[i] == '@' ? "&#64;" : NULL;
        if (at[i] == ':' && i + 1 < len && at[i + 1] == '/') entity = "&#58;";
        if (at[i] == '.' && i >= 3 && memcmp(at + i - 3, "www", 3) == 0) entity = "&#46;";
        if (!entity && !strchr("\\`*_{}[]#|!~>", at[i])) continue;
        if (!entity && !at[i]) continue;
        put_line(b, at + from, i - from);
        if (entity) buffer_puts(b, entity);
        else buffer_putc(b, '\\'), buffer_putc(b, at[i]);
        from = i + 1;
    }
    put_line(b, at + from, len - from);
}
