#include "exchange/mime.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

/* An encoded word has 75 characters at most, of which 12 frame it; a line with one has 76. */
enum { WORD_BYTES = 45, WORD_FRAME = 12, LINE_MOST = 76, HEADER_LINE = 74, ADDRESS = 320 };

static const char base64_digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static void base64(struct buffer *out, const char *at, size_t len)
{
    const unsigned char *p = (const unsigned char *)at;
    for (size_t i = 0; i < len; i += 3) {
        unsigned left = (unsigned)(len - i), n = (unsigned)p[i] << 16;
        n |= left > 1 ? (unsigned)p[i + 1] << 8 : 0;
        n |= left > 2 ? p[i + 2] : 0;
        buffer_putc(out, base64_digits[n >> 18]);
        buffer_putc(out, base64_digits[n >> 12 & 63]);
        buffer_putc(out, left > 1 ? base64_digits[n >> 6 & 63] : '=');
        buffer_putc(out, left > 2 ? base64_digits[n & 63] : '=');
    }
}

/* ---- addresses ---- */

static bool is_local(const char *at, size_t len)
{
    if (len == 0 || len > 64 || at[0] == '.' || at[len - 1] == '.')
        return false;
    for (size_t i = 0; i < len; i++)
        if (at[i] <= ' ' || at[i] > '~' || strchr("()<>[]:;@\\,\"", at[i]) || (at[i] == '.' && at[i + 1] == '.'))
            return false;
    return true;
}

static bool is_domain(const char *at, size_t len)
{
    if (len == 0 || len > 250 || at[0] == '.' || at[0] == '-' || at[len - 1] == '.')
        return false;
    for (size_t i = 0; i < len; i++)
        if (!((at[i] >= 'a' && at[i] <= 'z') || (at[i] >= 'A' && at[i] <= 'Z') || (at[i] >= '0' && at[i] <= '9') ||
              at[i] == '-' || (at[i] == '.' && at[i + 1] != '.')))
            return false;
    return true;
}

/* Where the bare address stands. */
static const char *bare(const char *text, size_t *len)
{
    const char *open = strrchr(text, '<');
    size_t n = strlen(text);
    if (!open) {
        *len = n;
        return text;
    }
    *len = n && text[n - 1] == '>' ? (size_t)(text + n - open) - 2 : 0;
    return open + 1;
}

bool mime_is_address(const char *text)
{
    size_t len;
    const char *at = bare(text, &len), *sign = memchr(at, '@', len);
    for (const char *p = text; *p; p++)
        if ((unsigned char)*p < ' ' || *p == 127)
            return false;
    return text_is_utf8(text, strlen(text)) && sign && is_local(at, (size_t)(sign - at)) &&
           is_domain(sign + 1, (size_t)(at + len - sign) - 1);
}

void mime_bare_address(const char *text, char out[ADDRESS])
{
    size_t len;
    const char *at = bare(text, &len);
    snprintf(out, ADDRESS, "%.*s", len < ADDRESS ? (int)len : 0, at);
}

/* ---- headers ---- */

static bool is_plain(const char *at, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if (at[i] < ' ' || at[i] > '~')
            return false;
    return !memmem(at, len, "=?", 2);
}

/* `column`: where on its line the first word begins. */
static void encoded_words(struct buffer *out, const char *at, size_t len, size_t column)
{
    for (size_t done = 0; done < len; column = 1) {
        size_t room = (LINE_MOST - column - WORD_FRAME) / 4 * 3;
        size_t n = text_cut(at + done, len - done, room < WORD_BYTES ? room : WORD_BYTES);
        char part[WORD_BYTES];
        n = n ? n : 1;
        for (size_t i = 0; i < n; i++)
            part[i] = (unsigned char)at[done + i] < ' ' || at[done + i] == 127 ? ' ' : at[done + i];
        buffer_puts(out, done ? "\r\n =?UTF-8?B?" : "=?UTF-8?B?");
        base64(out, part, n);
        buffer_puts(out, "?=");
        done += n;
    }
}

void mime_header(struct buffer *out, const char *name, const char *value)
{
    size_t len = strlen(value), column = strlen(name) + 2;
    buffer_printf(out, "%s: ", name);
    if (is_plain(value, len) && column + len <= HEADER_LINE)
        buffer_add(out, value, len);
    else
        encoded_words(out, value, len, column);
    buffer_puts(out, "\r\n");
}

void mime_addresses(struct buffer *out, const char *name, const char *const *addresses, size_t count)
{
    buffer_printf(out, "%s:", name);
    for (size_t i = 0; i < count; i++) {
        size_t len;
        const char *at = bare(addresses[i], &len);
        size_t words = at == addresses[i] ? 0 : (size_t)(at - addresses[i]) - 1;
        while (words && addresses[i][words - 1] == ' ')
            words--;
        buffer_puts(out, i ? ",\r\n " : " ");
        if (words) { /* a name of letters only would do without; encoded it is right for every name */
            encoded_words(out, addresses[i], words, i ? 1 : strlen(name) + 2);
            buffer_puts(out, "\r\n <");
        }
        buffer_add(out, at, len);
        buffer_puts(out, words ? ">" : "");
    }
    buffer_puts(out, "\r\n");
}

void mime_date(struct buffer *out, instant at)
{
    static const char *const days[] = { "Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed" }; /* 1970-01-01 was a Thursday */
    static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
    day d = day_of_instant(at);
    int year, month, dom, second = (int)(at - (int64_t)d * 86400), weekday = (d % 7 + 7) % 7;
    day_split(d, &year, &month, &dom);
    buffer_printf(out, "%s, %02d %s %04d %02d:%02d:%02d +0000", days[weekday], dom, months[month - 1], year, second / 3600,
                  second / 60 % 60, second % 60);
}

/* ---- bodies ---- */

static void body_base64(struct buffer *out, const char *at, size_t len)
{
    for (size_t i = 0; i < len; i += LINE_MOST / 4 * 3) {
        size_t n = len - i < LINE_MOST / 4 * 3 ? len - i : LINE_MOST / 4 * 3;
        base64(out, at + i, n);
        buffer_puts(out, "\r\n");
    }
}

/* RFC 2045, 6.7. A line's last space, and "From " and "." at its front, are written so that nothing on the way alters them. */
static void body_quoted(struct buffer *out, const char *at, size_t len)
{
    size_t column = 0;
    for (size_t i = 0; i < len; i++) {
        char c = at[i];
        bool ends = i + 1 == len || at[i + 1] == '\n';
        bool plain = ((c > ' ' && c <= '~' && c != '=') || ((c == ' ' || c == '\t') && !ends)) &&
                     !(column == 0 && (c == 'F' || c == '.'));
        if (c == '\n') {
            buffer_puts(out, "\r\n");
            column = 0;
            continue;
        }
        if (column + (plain ? 1 : 3) > LINE_MOST - 1) {
            buffer_puts(out, "=\r\n");
            column = 0;
        }
        buffer_printf(out, plain ? "%c" : "=%02X", plain ? c : (unsigned char)c);
        column += plain ? 1 : 3;
    }
    if (column)
        buffer_puts(out, "\r\n");
}

void mime_text(struct buffer *out, const char *type, const char *at, size_t len)
{
    size_t other = 0;
    for (size_t i = 0; i < len; i++)
        other += (unsigned char)at[i] >= 0x80;
    bool much = other > len / 6;
    buffer_printf(out, "Content-Type: %s; charset=UTF-8\r\nContent-Transfer-Encoding: %s\r\n\r\n", type,
                  much ? "base64" : "quoted-printable");
    if (much)
        body_base64(out, at, len);
    else
        body_quoted(out, at, len);
}
