/* What is kept of one supplier from run to run: what it was made of, how long that holds, and what came of it.
 *
 *     row     the summary for the report of the run and the manifest
 *     parts   fragments of joined reports, and what the register takes; of reports that are files only the size
 *
 * Entries are in the order of their keys. Private to the batch floor. */
#ifndef KIJUN_BATCH_ENTRY_H
#define KIJUN_BATCH_ENTRY_H

#include "base/value.h"
#include "batch/discover.h"
#include "batch/pool.h"
#include "batch/stamp.h"

enum entry_kind {
    ENTRY_FILE,         /* a subject of one file */
    ENTRY_FOLDER,       /* a subject of one folder */
    ENTRY_PLAIN         /* a file that was looked at and is no subject of this run */
};

/* The path with NUL for '/': in the order of these bytes a folder stands before what is in it, and all of that before
 * everything else. */
struct entry_key {
    size_t len;
    char at[DISCOVER_PATH];
};
void entry_key(struct entry_key *k, const char *path);
int entry_key_compare(const char *a, size_t a_len, const char *b, size_t b_len);

struct entry {
    const char *key;
    size_t key_len;
    struct stamp stamp;
    day as_of, from, until;     /* judged on; the same on every day of [from, until); DAY_NONE: no bound */
    enum entry_kind kind;
    unsigned char sniffed;      /* enum sniffed, of a file */
    bool usable;                /* may stand for a new judgement */
    const char *id;             /* "" for a plain file */
    const char *names;          /* of what lies in a folder, see stamp.h */
    size_t names_len;
    size_t part_count;          /* 0: a plain file, or too large to be kept */
    uint32_t sizes[POOL_PARTS];
    const char *at[POOL_PARTS]; /* NULL: not kept here */
};

/* Appends a framed entry. */
void entry_write(const struct entry *e, struct buffer *out);
/* Reads it back, borrowing its bytes; false when they do not hold together. */
bool entry_read(const char *at, size_t len, struct entry *out);
/* True if the result is that of this day. */
bool entry_holds(const struct entry *e, day as_of);

#endif
