/* Spreadsheets among the files of a subject, and the mappings beside them. Private to the documents floor. */
#ifndef KIJUN_DOCUMENTS_SHEET_FILES_H
#define KIJUN_DOCUMENTS_SHEET_FILES_H

#include "documents/files.h"

/* Reads the document's bytes as a response, by the mapping.lua in its folder, then that at the top, then the one of all
 * subjects. 0, or -1 with the document's fault set. */
int sheet_file_read(struct files *g, struct builder *b, const char *at, size_t len);

#endif
