/* What needs all documents of a subject. Private to the documents floor. */
#ifndef KIJUN_DOCUMENTS_RESOLVE_H
#define KIJUN_DOCUMENTS_RESOLVE_H

#include "base/arena.h"
#include "documents/load.h"
#include "documents/source.h"

/* Where files named by documents are looked for. */
struct place_of_files {
    int fd;                         /* the supplier's folder; -1: nowhere (read from memory) */
    const struct file_list *files;  /* what was found in it; NULL: not listed, look there */
};

/* Faults of single documents stay with them: such a document loses its root and leaves the subject's lists. Each
 * returns 0, or -1 with *f set when memory is out or the subject as a whole is wrong. */
int resolve_profile(struct subject *s, struct fault *f);
int resolve_notes(struct subject *s, struct arena *a, const struct place_of_files *p, struct fault *f);
int resolve_ids(struct subject *s, struct arena *a, struct fault *f);
int resolve_amendments(struct subject *s, struct arena *a, struct fault *f);
int resolve_evidence(struct subject *s, const struct place_of_files *p);

/* Sets a fault on a document, which then counts as unread. */
void document_reject(struct document *d, uint32_t line, enum fault_id id, const char *a, const char *b, const char *c);

/* Names with what they belong to, sorted: duplicates stand side by side, in reading order. */
struct entry {
    const char *key;
    void *at;
    uint32_t order;
};
void index_sort(struct entry *entries, size_t count);
const struct entry *index_find(const struct entry *entries, size_t count, const char *key); /* the first; NULL */

#endif
