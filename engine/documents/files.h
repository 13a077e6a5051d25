/* Reading the files of one subject. Private to the documents floor. */
#ifndef KIJUN_DOCUMENTS_FILES_H
#define KIJUN_DOCUMENTS_FILES_H

#include "documents/loader.h"
#include "documents/resolve.h"
#include "documents/source.h"

struct mappings;

struct files {
    struct loader *loader;
    struct arena *arena;
    struct subject *subject;
    struct place_of_files place;    /* its fd belongs to the caller */
    struct file_list list;
    struct entry *evidence, *notes; /* files that documents name, sorted */
    size_t evidence_count, note_count;
    struct sheet_mapping *mappings; /* those that were read so far, by folder */
};

/* Each adds documents to the subject. 0, or -1 with *f set when the folder cannot be read or memory is out; what is wrong
 * with a single file stays with its document. */
int files_load_folder(struct files *g, struct fault *f);
int files_load_one(struct files *g, const char *name, struct fault *f);
/* Says of documents that their copies are stale (documents/stale.h); of those that should be in a folder and are not, too. */
int stale_mark(struct files *g, bool folder, struct fault *f);
/* The document that was added; NULL with *f set when memory is out. */
struct document *files_load_memory(struct files *g, const char *file, const char *at, size_t len, struct fault *f);

#endif
