/* Untrusted text on its way into a report. Each function appends `len` bytes of text so that the format cannot be
 * broken out of, and so that the reader sees what is there: characters that turn or hide other text (bidirectional
 * controls, zero-width characters, control characters) are shown as [U+202E], never passed through. Bytes that are
 * not UTF-8 become U+FFFD. */
#ifndef KIJUN_REPORT_ESCAPE_H
#define KIJUN_REPORT_ESCAPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

typedef void put_function(struct buffer *b, const char *at, size_t len);

put_function put_plain; /* text for terminals and mail: line breaks stay, everything else that controls is shown */
put_function put_line;  /* the same on one line: a line break becomes a space */
put_function put_markdown; /* one line: nothing becomes markup, a link or a mention of a person */
put_function put_html;  /* element content and quoted attribute values */
/* XML 1.0 element content and quoted attribute values. Lossless where XML can hold the character: bidirectional
 * controls and line breaks become character references; what XML 1.0 cannot hold is shown as [U+0001]. */
put_function put_xml;
put_function put_json;  /* the inside of a JSON string (RFC 8259); lossless: hidden characters become \u escapes */
put_function put_url;   /* one path segment of a relative URL, percent-encoded (RFC 3986) */

/* Decodes one character of perhaps malformed UTF-8: returns the bytes taken (0 at the end); *out is U+FFFD and
 * *bad is true where they are no character. */
size_t escape_next(const char *at, size_t len, uint32_t *out, bool *bad);
/* True for characters that a reader cannot see or that change how others are seen. Tab and line feed are not. */
bool escape_hidden(uint32_t c);

#endif
