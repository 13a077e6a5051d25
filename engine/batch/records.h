/* Records kept outside memory: in order, or sorted by a key.
 *
 * A run has one small record per supplier. Few of them stay in memory; more go to a temporary file that has no name, so
 * that memory does not grow with the number of suppliers and nothing is left behind. Bytes handed out by `next` are
 * valid until the next call on the same object. */
#ifndef KIJUN_BATCH_RECORDS_H
#define KIJUN_BATCH_RECORDS_H

#include <stddef.h>

#include "base/fault.h"

enum { RECORD_BYTES = 256 * 1024 }; /* cap on one record with its key */

/* ---- in order ---- */

struct records;
/* `memory`: bytes held before a file is used, in $TMPDIR or /tmp. NULL: out of memory. */
struct records *records_new(size_t memory);
void records_free(struct records *r);
int records_add(struct records *r, const void *at, size_t len, struct fault *f); /* 0, or -1 with *f set */
void records_rewind(struct records *r);
/* 1 with the next record, 0 at the end, -1 with *f set. Records may not be added after the first call. */
int records_next(struct records *r, const char **at, size_t *len, struct fault *f);

/* ---- sorted: an external merge sort ---- */

struct sorted {
    const char *key, *at;
    size_t key_len, len;
};

struct sorter;
struct sorter *sorter_new(size_t memory);
void sorter_free(struct sorter *s);
int sorter_add(struct sorter *s, const char *key, size_t key_len, const void *at, size_t len, struct fault *f);
/* In ascending order of the key's bytes, then of the record's bytes, whatever the order of adding. Nothing may be
 * added after the first call. */
int sorter_next(struct sorter *s, struct sorted *out, struct fault *f);
/* Begins anew with the first record. */
int sorter_rewind(struct sorter *s, struct fault *f);

/* A temporary file without a name; -1 with *f set. */
int records_file(struct fault *f);

#endif
