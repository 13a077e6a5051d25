/* What is known from earlier runs: OUT/.kijun-known, a head, an entry for each supplier in the order of their keys, and
 * a mark at the end.
 *
 * It is read once from front to end, beside the walk over the folders, which comes in the same order; so that neither holds a
 * list of all suppliers. */
#ifndef KIJUN_BATCH_KNOWN_H
#define KIJUN_BATCH_KNOWN_H

#include "base/hash.h"
#include "batch/entry.h"
#include "batch/frame.h"

#define KNOWN_FILE ".kijun-known"
#define KNOWN_TEMPORARY ".kijun-known.tmp"

enum { KNOWN_FORMATS = 256 };

/* The head of this file and of the journal. */
struct known_head {
    char magic[16];
    struct hash basis;          /* of all that a result depends on besides documents and day: policy, packs, formats ... */
    struct hash build;          /* of the program and its libraries */
    day as_of;                  /* of the run that wrote it */
    uint32_t shard, shards;     /* 1 of 1: all suppliers */
    uint32_t complete;          /* 0: the run did not come to its end */
    uint32_t full;              /* a journal: nothing from before counts */
    struct stamp reports;       /* of the folder of reports when the run was over; not set in a journal */
    char formats[KNOWN_FORMATS]; /* their names, joined by commas */
};
void known_head_init(struct known_head *h);
void known_head_write(const struct known_head *h, struct buffer *out);
bool known_head_read(const struct frame *frame, struct known_head *out);

struct known;
/* Opens it in the output folder. NULL without a fault when there is none or it is not whole: then nothing is known. */
struct known *known_open(int folder, struct fault *f);
void known_free(struct known *k);
const struct known_head *known_head(const struct known *k);

/* The entry of a key, if there is one; valid until the next call. Keys are asked for in ascending order; asking for an earlier
 * one is allowed and slow. */
bool known_find(struct known *k, const char *key, size_t len, struct entry *out);
/* Where the search stands, to go back to. */
struct known_mark { off_t place; uint64_t number; };
struct known_mark known_mark(const struct known *k);
void known_back(struct known *k, struct known_mark m);

/* The number of the entry found last, from 0 in the order of the file. */
uint64_t known_number(const struct known *k);
/* The size of the file in bytes: there are fewer entries than KNOWN_LEAST_ENTRY goes into it. */
uint64_t known_size(const struct known *k);
enum { KNOWN_LEAST_ENTRY = 32 };
/* Notes that the entry found last counts for this run, too. -1: out of memory. */
int known_keep(struct known *k);
/* All entries from the first on: 1, 0 at the end, -1 when the file is damaged. */
int known_next(struct known *k, struct entry *out, bool *kept);
void known_rewind(struct known *k);
/* The frame of the entry that known_next gave last, as it stands in the file. */
const struct frame *known_frame(const struct known *k);

#endif
