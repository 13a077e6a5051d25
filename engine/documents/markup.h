/* A guarded SAX reader for the XML parts of packages (.docx): libxml2 behind the refusals that untrusted XML needs.
 *
 * No DOCTYPE, no entities but the five built in, no network, UTF-8 only, caps on depth, attributes and namespaces. A part
 * is read completely or the fault is set; there is no half. Private to the documents floor. */
#ifndef KIJUN_DOCUMENTS_MARKUP_H
#define KIJUN_DOCUMENTS_MARKUP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"

/* The namespaces that the readers know. Strict and transitional OOXML are the same here. */
enum markup_space {
    SPACE_OTHER,
    SPACE_NONE,
    SPACE_WORD,
    SPACE_MATH,
    SPACE_COMPATIBILITY,  /* mc:AlternateContent */
    SPACE_RELATIONSHIPS,  /* of a package */
    SPACE_CONTENT_TYPES
};

struct markup_tag {
    enum markup_space space;
    const char *name;            /* without prefix */
    const void *attributes;      /* as libxml2 gives them */
    int attribute_count;
};

/* Each returns false to stop; it has set the fault then. Called on the thread of markup_read. */
struct markup_reader {
    bool (*open)(void *context, const struct markup_tag *tag);
    bool (*close)(void *context, const struct markup_tag *tag);
    bool (*text)(void *context, const char *at, size_t len); /* may come in pieces; NULL: not wanted */
    void *context;
};

/* Reads one part, which faults call `part`. 0, or -1 with *f set. */
int markup_read(const struct markup_reader *r, const char *part, const char *at, size_t len, struct fault *f);
/* Copies an attribute's value into out; false (out "") when it is absent or longer than size - 1. */
bool markup_value(const struct markup_tag *tag, enum markup_space space, const char *name, char *out, size_t size);
/* Sets the fault that `element` is nested more than `most` deep in this part; returns false. */
bool markup_too_deep(struct fault *f, const char *part, const char *element, int most);
/* True if the tag is this one. */
bool markup_is(const struct markup_tag *tag, enum markup_space space, const char *name);

#endif
