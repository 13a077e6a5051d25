/* The table of contents at the front of a document that does not say which of its paragraphs are one: a line 目次 or
 * "Contents", and behind it the numbers of the text up to where they begin anew. Private to the documents floor. */
#ifndef KIJUN_DOCUMENTS_CONTENTS_H
#define KIJUN_DOCUMENTS_CONTENTS_H

#include "documents/paragraph.h"

enum { CONTENTS_REACH = 60 /* paragraphs in which its title is looked for */ };

/* Paragraphs from `from` up to and without `to`; both 0 when there is none. */
struct contents { size_t from, to; };
struct contents contents_find(const struct paragraph *p, size_t count);

#endif
