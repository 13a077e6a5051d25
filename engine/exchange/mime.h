/* Parts of mail: headers that hold any language and no injection, and bodies that every server passes on unharmed. */
#ifndef KIJUN_EXCHANGE_MIME_H
#define KIJUN_EXCHANGE_MIME_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/value.h"

/* "Name <local@domain>" or "local@domain": the address in printable ASCII without quotes or spaces (RFC 5321, Mailbox), the
 * name anything without control characters. */
bool mime_is_address(const char *text);
/* The bare address of one that mime_is_address took; "" when it does not fit. */
void mime_bare_address(const char *text, char out[320]);
/* A header line with CRLF, folded: plain where it is short and ASCII, else in encoded words (RFC 2047, UTF-8, B), none of
 * which cuts a character. Control characters become spaces: no value can begin another header. */
void mime_header(struct buffer *out, const char *name, const char *value);
/* The same for a list of addresses, of which only the names are encoded. */
void mime_addresses(struct buffer *out, const char *name, const char *const *addresses, size_t count);
/* "Wed, 01 Apr 2026 09:30:00 +0000" (RFC 5322), never in another language. */
void mime_date(struct buffer *out, instant at);
/* A text part with its headers: quoted-printable, or base64 when much of it is not ASCII; lines of 76 at most. */
void mime_text(struct buffer *out, const char *type, const char *at, size_t len);

#endif
