/* The text of a Word document (ECMA-376 part 1, 17): word/document.xml as a list of paragraphs, as a reader sees it when
 * all tracked changes are accepted. Private to word*.c. */
#ifndef KIJUN_DOCUMENTS_WORD_BODY_H
#define KIJUN_DOCUMENTS_WORD_BODY_H

#include "documents/paragraph.h"
#include "documents/word_styles.h"

/* Appends the paragraphs of a main part. `numbering` is sealed; counting changes its counters. 0, or -1 with *f set. */
int word_body_read(struct paragraphs *list, const struct word_styles *styles, struct numbering *numbering,
                   const char *part, const char *at, size_t len, struct fault *f);

#endif
