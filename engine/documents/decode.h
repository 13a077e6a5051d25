/* From bytes in one of a few encodings to UTF-8. The parser itself is only ever given UTF-8: which encodings there are
 * is decided here, from a list, before it sees a byte. Private to the documents floor. */
#ifndef KIJUN_DOCUMENTS_DECODE_H
#define KIJUN_DOCUMENTS_DECODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/fault.h"

enum encoding {
    ENCODING_UTF8,
    ENCODING_ASCII,
    ENCODING_LATIN1,
    ENCODING_SHIFT_JIS,
    ENCODING_EUC_JP,
    ENCODING_UTF16_BE,
    ENCODING_UTF16_LE,
    ENCODING_COUNT
};

/* What is needed to convert, opened once: a worker that may not open files any more can still decode. */
struct decoder;
struct decoder *decoder_new(void); /* NULL: out of memory */
/* The same for UTF-8 alone: nothing is loaded for the Japanese encodings, and text in them is refused. */
struct decoder *decoder_new_plain(void);
void decoder_free(struct decoder *d);

/* The encoding of an XML file, from its byte order mark and declaration. *skip is the length of the mark. False with
 * *f set when it is not on the list, or the two contradict each other. */
bool decode_detect_xml(const char *at, size_t len, enum encoding *encoding, size_t *skip, struct fault *f);
const char *encoding_name(enum encoding encoding);

/* Appends the text as UTF-8 to *out. False with *f set at bytes that are no text in this encoding, with the line.
 * UTF-8 is checked too. */
bool decode_text(struct decoder *d, enum encoding encoding, const char *at, size_t len, struct buffer *out,
                 struct fault *f);
/* Appends one character as UTF-8. */
void decode_put(struct buffer *out, uint32_t c);

#endif
