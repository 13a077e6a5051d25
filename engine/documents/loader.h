/* What a loader keeps between subjects. Private to the documents floor. */
#ifndef KIJUN_DOCUMENTS_LOADER_H
#define KIJUN_DOCUMENTS_LOADER_H

#include "base/buffer.h"
#include "documents/build.h"
#include "documents/decode.h"

struct xml_reader;
struct mappings;

struct loader {
    struct xml_reader *xml;
    struct decoder *decoder;
    struct buffer file;     /* the bytes of the file in hand */
    struct buffer decoded;  /* the same as UTF-8, when it was not */
    struct buffer folder;   /* the folder of the last file that was a subject of its own */
    int folder_fd;          /* it, open; -1: none */
    bool lacks;             /* loader_lacks */
    bool hashes;            /* documents have a hash of their content */
    bool skips_remarks;     /* of plain texts */
    struct mappings *mappings; /* of spreadsheets, for all subjects; NULL: none */
};

/* A reader keeps a parser context and the names of the schema. `quick_only`: it is not to load libxml2, and says so in
 * loader.lacks when it would need it. */
struct xml_reader *xml_reader_new(bool quick_only);
void xml_reader_free(struct xml_reader *x);

#endif
