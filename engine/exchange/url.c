#include "exchange/url.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"

enum { NAME_BYTES = 1000, PART_BYTES = 200 };

static const struct { const char *scheme; int port; } schemes[] = {
    { "https", 443 }, { "http", 80 }, { "smtps", 465 }, { "smtp", 587 }, { "s3", 443 },
};

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool copy_lower(char *to, size_t size, const char *from, size_t len)
{
    if (len == 0 || len >= size)
        return false;
    for (size_t i = 0; i < len; i++)
        to[i] = lower(from[i]);
    to[len] = '\0';
    return true;
}

static bool all_of(const char *at, size_t len, const char *allowed)
{
    for (size_t i = 0; i < len; i++)
        if (!strchr(allowed, at[i]))
            return false;
    return true;
}

/* ":443" or "". */
static bool read_port(const char *at, const char *end, int *port)
{
    int n = 0;
    if (at == end)
        return true;
    if (*at++ != ':' || at == end || end - at > 5)
        return false;
    for (; at < end; at++) {
        if (*at < '0' || *at > '9')
            return false;
        n = n * 10 + (*at - '0');
    }
    *port = n;
    return n > 0 && n < 65536;
}

static bool read_host(const char *at, size_t len, struct url *out)
{
    const char *end = at + len;
    if (len && *at == '[') {
        const char *close = memchr(at, ']', len);
        return close && all_of(at + 1, (size_t)(close - at - 1), "0123456789abcdefABCDEF:.") &&
               copy_lower(out->host, sizeof out->host, at + 1, (size_t)(close - at - 1)) &&
               read_port(close + 1, end, &out->port);
    }
    const char *colon = memchr(at, ':', len);
    size_t n = colon ? (size_t)(colon - at) : len;
    return all_of(at, n, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_") &&
           copy_lower(out->host, sizeof out->host, at, n) && read_port(at + n, end, &out->port);
}

bool url_parse(const char *text, struct url *out)
{
    const char *colon = strstr(text, "://");
    *out = (struct url){ .port = 0 };
    if (!colon || strlen(text) >= URL_BYTES || !copy_lower(out->scheme, sizeof out->scheme, text, (size_t)(colon - text)))
        return false;
    for (const char *p = text; *p; p++)
        if (*p <= ' ' || *p > '~' || *p == '\\' || *p == '"' || *p == '<' || *p == '>')
            return false;
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (strcmp(schemes[i].scheme, out->scheme) == 0)
            out->port = schemes[i].port;
    const char *host = colon + 3;
    out->path = host + strcspn(host, "/?#");
    return out->port != 0 && read_host(host, (size_t)(out->path - host), out);
}

bool url_same_host(const struct url *a, const struct url *b)
{
    return strcmp(a->scheme, b->scheme) == 0 && strcmp(a->host, b->host) == 0 && a->port == b->port;
}

void url_show_host(const struct url *u, char out[URL_HOST + 32])
{
    bool six = strchr(u->host, ':') != NULL;
    int standard = 0;
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (strcmp(schemes[i].scheme, u->scheme) == 0)
            standard = schemes[i].port;
    int n = snprintf(out, URL_HOST + 32, six ? "%s://[%s]" : "%s://%s", u->scheme, u->host);
    if (u->port != standard && n > 0 && n < URL_HOST + 20)
        snprintf(out + n, 8, ":%d", u->port);
}

void url_encode(struct buffer *out, const char *at, size_t len, bool path)
{
    for (size_t i = 0; i < len; i++) {
        char c = at[i];
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
                     c == '_' || c == '~' || (path && c == '/');
        if (plain)
            buffer_putc(out, c);
        else
            buffer_printf(out, "%%%02X", (unsigned)(unsigned char)c);
    }
}

static int digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c = lower(c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool url_decode(char *text)
{
    char *to = text;
    for (const char *p = text; *p; p++) {
        if (*p != '%') {
            *to++ = *p;
            continue;
        }
        int high = digit(p[1]), low = high < 0 ? -1 : digit(p[2]);
        if (low < 0 || high * 16 + low == 0)
            return false;
        *to++ = (char)(high * 16 + low);
        p += 2;
    }
    *to = '\0';
    return true;
}

/* Names that another system takes for a device, whatever follows the first dot. */
static bool is_reserved(const char *part, size_t len)
{
    static const char *const devices[] = { "con", "prn", "aux", "nul" };
    size_t n = 0;
    while (n < len && part[n] != '.')
        n++;
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++)
        if (n == 3 && strncasecmp(part, devices[i], 3) == 0)
            return true;
    return n == 4 && (strncasecmp(part, "com", 3) == 0 || strncasecmp(part, "lpt", 3) == 0) && part[3] >= '0' && part[3] <= '9';
}

static bool is_safe_part(const char *part, size_t len)
{
    if (len == 0 || len > PART_BYTES || part[0] == '.' || part[len - 1] == '.' || part[len - 1] == ' ')
        return false;
    return !is_reserved(part, len);
}

bool url_safe_name(const char *name)
{
    size_t len = strlen(name);
    if (len == 0 || len > NAME_BYTES || !text_is_utf8(name, len))
        return false;
    for (size_t i = 0; i < len; i++)
        if ((unsigned char)name[i] < ' ' || name[i] == 127 || strchr("\\:*?\"<>|", name[i]))
            return false;
    for (const char *part = name;; part++) {
        size_t n = strcspn(part, "/");
        if (!is_safe_part(part, n))
            return false;
        part += n;
        if (!*part)
            return true;
    }
}
