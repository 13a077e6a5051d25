/* Plain text in lines of limited width, Japanese and English mixed. Private to the report floor. */
#ifndef KIJUN_REPORT_WRAP_H
#define KIJUN_REPORT_WRAP_H

#include <stddef.h>

#include "base/buffer.h"

enum { WRAP_COLUMNS = 92 }; /* fits a mail and an A4 page in 10 pt */

/* Appends `text` (already free of control characters but line feeds) in lines of at most `columns` columns, where a
 * wide character takes two. The first line starts with `first`, the others with `rest`; both count. Lines break at
 * spaces and between wide characters, but never before closing or after opening punctuation (JIS X 4051); a word
 * longer than a line is cut. Ends with a line feed. */
void wrap(struct buffer *out, const char *text, size_t len, const char *first, const char *rest, size_t columns);

#endif
