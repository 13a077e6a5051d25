/* Reads a spreadsheet as a response. Private to the documents floor. */
#ifndef KIJUN_DOCUMENTS_SHEET_READ_H
#define KIJUN_DOCUMENTS_SHEET_READ_H

#include "documents/build.h"
#include "documents/decode.h"
#include "documents/mapping.h"
#include "documents/source.h"

struct sheet_reading {
    struct builder *builder;
    struct decoder *decoder;
    const struct mappings *mappings[3];     /* the nearest first; NULL: none */
    const struct file_list *files;          /* of the supplier; NULL: unknown */
};

/* Makes one response of the bytes. 0, or -1 with the document's fault set. */
int sheet_read(const struct sheet_reading *r, const char *at, size_t len);

#endif
