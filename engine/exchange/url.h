/* Addresses: taken apart strictly, so that what is checked is what libcurl connects to. */
#ifndef KIJUN_EXCHANGE_URL_H
#define KIJUN_EXCHANGE_URL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

enum { URL_BYTES = 2048, URL_HOST = 256 };

struct url {
    char scheme[8];         /* lower case */
    char host[URL_HOST];    /* lower case; an IPv6 address without its brackets */
    int port;               /* that of the scheme when none is given */
    const char *path;       /* from the first '/', '?' or '#' on; "" if none; borrowed */
};

/* False for anything but scheme://host[:port][path] in printable ASCII without names, passwords or backslashes. Schemes:
 * https, http, smtps, smtp, s3. */
bool url_parse(const char *text, struct url *out);
bool url_same_host(const struct url *a, const struct url *b); /* scheme, host and port */
/* scheme://host[:port]: what may be shown of an address whose path is a secret. */
void url_show_host(const struct url *u, char out[URL_HOST + 32]);

/* Percent-encodes all but unreserved characters (RFC 3986); '/' stays when `path`. */
void url_encode(struct buffer *out, const char *at, size_t len, bool path);
/* Undoes it in place; false for a broken escape, or an escaped NUL. */
bool url_decode(char *text);

/* True if `name` is a relative path that stays below its folder on every system: no empty, "." or ".." part, none that
 * begins with a dot, no backslash, colon, control character or bad UTF-8, no part over 200 bytes, at most 1,000 bytes in
 * all, no reserved name (CON, NUL, ...), no part that ends with a dot or a space. */
bool url_safe_name(const char *name);

#endif
