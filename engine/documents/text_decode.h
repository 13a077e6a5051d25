/* The encoding of a plain text, which does not say it: told from its bytes. Private to the documents floor. */
#ifndef KIJUN_DOCUMENTS_TEXT_DECODE_H
#define KIJUN_DOCUMENTS_TEXT_DECODE_H

#include "documents/decode.h"

/* Appends the text as UTF-8 to *out, without a byte order mark. UTF-8 and UTF-16 are told by mark or form; then Shift_JIS
 * and EUC-JP by the hiragana that no Japanese text goes without; then Windows-1252, if nearly all of it is ASCII. False
 * with *f set when it is none of these. */
bool text_decode(struct decoder *d, const char *at, size_t len, struct buffer *out, struct fault *f);

#endif
