/* What markup.c and markup_quick.c share. Private to the documents floor. */
#ifndef KIJUN_DOCUMENTS_MARKUP_READING_H
#define KIJUN_DOCUMENTS_MARKUP_READING_H

#include "documents/markup.h"

enum {
    MARKUP_DEPTH = 200,         /* Word nests tables and text boxes deep */
    MARKUP_ATTRIBUTES = 256,    /* of one element, namespace declarations included: libxml2 compares each with each */
    MARKUP_ATTRIBUTE_FIELDS = 5 /* name, prefix, namespace, begin and end of the value */
};

struct markup_quick;

/* A part that is read. */
struct markup_reading {
    const struct markup_reader *reader;
    const char *part;
    struct fault *fault;
    int depth;
    bool stopped;               /* the reader wants no more, or a fault is set */
    size_t tags, text;          /* openings and closings, and bytes of text, that the reader has been given */
};

/* Hand over, and count; false to stop. */
bool markup_open(struct markup_reading *r, const struct markup_tag *tag);
bool markup_close(struct markup_reading *r, const struct markup_tag *tag);
bool markup_text(struct markup_reading *r, const char *at, size_t len);

enum markup_space markup_space_of(const char *uri); /* NULL: SPACE_NONE */

/* Reads a part as far as it is written plainly, which is mostly to its end: *whole is true then. Returns what the names and
 * namespaces that the reader was given live in, to be freed when the reader is done; NULL when memory is out. */
struct markup_quick *markup_quick(struct markup_reading *r, const char *at, size_t len, bool *whole);
void markup_quick_free(struct markup_quick *q);

#endif
