/* Puts the lines of a plain text together to paragraphs. Private to the documents floor. */
#ifndef KIJUN_DOCUMENTS_TEXT_LINES_H
#define KIJUN_DOCUMENTS_TEXT_LINES_H

#include "documents/paragraph.h"

/* Appends the paragraphs of a UTF-8 text. A paragraph keeps its line breaks ('\n'); its line is its first one. Page
 * numbers that stand alone on a line are left out, and a sentence that a page break cuts is put together again. Wide gaps
 * in a line become '\v', which text_split takes away. `remarks`: what remarks.h is about is left out, too. False when the arena is
 * exhausted. */
bool text_paragraphs(struct paragraphs *list, const char *at, size_t len, bool remarks);
/* Appends the paragraphs of `from` to `to`, those in several pieces that hold several clauses. False as above. */
bool text_split(const struct paragraphs *from, struct paragraphs *to);

#endif
