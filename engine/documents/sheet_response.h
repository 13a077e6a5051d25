/* From the cells of a spreadsheet to a response, as a mapping says. Private to the documents floor. */
#ifndef KIJUN_DOCUMENTS_SHEET_RESPONSE_H
#define KIJUN_DOCUMENTS_SHEET_RESPONSE_H

#include "documents/build.h"
#include "documents/mapping.h"
#include "documents/sheet.h"
#include "documents/source.h"

/* Where the columns stand. */
struct layout {
    const struct mapping *mapping;
    const struct sheet *sheet;
    uint32_t header;                /* the row above the answers */
    uint32_t column[MAP_COLUMNS];   /* 0: there is none */
};

/* Finds the sheet, the row of headings and the columns. 0, or -1 with *f set to what was not found. */
int layout_find(const struct mapping *m, const struct book *b, struct layout *out, struct fault *f);
/* If the book is a form that was written here (form.h), sets what its columns mean; texts are borrowed from the book. 1: it
 * is one, 0: it is none, -1 with *f set: it was, and was changed. */
int form_mapping(const struct book *b, struct mapping *out, struct fault *f);
/* Makes the response. `files` are the supplier's (NULL: unknown): evidence that names one of them is that file. Types of
 * answers come from the mapping, a column, or the questionnaires read so far. 0, or -1 with the document's fault set. */
int response_build(struct builder *b, const struct layout *l, const struct book *book, const struct file_list *files);

#endif
