/* The parser reads ASCII text several times as fast as any other text. So a document is first shown to it with every byte
 * of a non-ASCII character as '~', which no name can hold; the readers' handlers take the true bytes from the same place
 * of the original. Only a document without any fault is accepted that way. Private to the documents floor. */
#ifndef KIJUN_DOCUMENTS_XML_MASK_H
#define KIJUN_DOCUMENTS_XML_MASK_H

#include <stdbool.h>
#include <stddef.h>

#define XML_MASK '~'

enum masked {
    MASKED_NOTHING, /* all is ASCII: `out` is a copy */
    MASKED_TEXT,
    MASKED_INVALID  /* there are bytes that are no UTF-8, or characters that XML does not allow (XML 1.0, 2.2) */
};

/* Writes `len` bytes and a NUL to `out`. ASCII is copied as it is, control characters and all. */
enum masked xml_mask(const char *at, size_t len, char *out);

#endif
