/* A guarded SAX reader for the XML parts of packages (.docx, .xlsx, .odt) and for XML of other vocabularies: libxml2 behind the refusals that untrusted XML needs.
 *
 * No DOCTYPE, no entities but the five built in, no network, UTF-8 only, caps on depth, attributes and namespaces. A part
 * is read completely or the fault is set; there is no half. For the documents floor, and for the register, which reads suppliers' replies. */
#ifndef KIJUN_DOCUMENTS_MARKUP_H
#define KIJUN_DOCUMENTS_MARKUP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/fault.h"

/* The namespaces that the readers know. Strict and transitional OOXML are the same here. */
enum markup_space {
    SPACE_OTHER,
    SPACE_NONE,
    SPACE_XML,            /* xml:id */
    SPACE_WORD,
    SPACE_MATH,
    SPACE_COMPATIBILITY,  /* mc:AlternateContent */
    SPACE_RELATIONSHIPS,  /* of a package */
    SPACE_CONTENT_TYPES,
    SPACE_OFFICE,         /* OpenDocument */
    SPACE_TEXT,
    SPACE_STYLE,
    SPACE_TABLE,
    SPACE_DRAW,
    SPACE_FORMAT,         /* fo: */
    SPACE_LIBRE,          /* loext: what LibreOffice writes before it is in the standard */
    SPACE_AKOMA,          /* Akoma Ntoso, any version */
    SPACE_SHEET,          /* of a workbook */
    SPACE_OFFICE_RELATION /* r:id */
};

struct markup_tag {
    enum markup_space space;
    const char *name;            /* without prefix */
    const char *uri;             /* its namespace; NULL: none */
    const void *attributes;      /* as libxml2 gives them */
    int attribute_count;
    uint32_t line;               /* of the part, 1-based */
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
/* A whole number from 0 to `most`; false if there is none. */
bool markup_count(const struct markup_tag *tag, enum markup_space space, const char *name, uint32_t most, uint32_t *out);
/* Sets the fault that `element` is nested more than `most` deep in this part; returns false. */
bool markup_too_deep(struct fault *f, const char *part, const char *element, int most);
/* True if the tag is this one. */
bool markup_is(const struct markup_tag *tag, enum markup_space space, const char *name);

#endif
