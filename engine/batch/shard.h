/* What one of several runs that share out a portfolio leaves for the merge: OUT/run.shard.
 *
 *     head      what it was: pairs of a name and a value, each with its NUL. What is compared comes first
 *     entries   for each supplier an entry (entry.h) with the sizes of its parts, then those that are not files, in pieces
 *     end       what it saw as a whole, in pairs; then eight bytes that say where the end stands
 *
 * It is put in place when the run has come to its end, and goes when another begins in the same folder: a folder without it
 * holds no finished shard. Private to the batch floor. */
#ifndef KIJUN_BATCH_SHARD_H
#define KIJUN_BATCH_SHARD_H

#include "base/buffer.h"
#include "batch/entry.h"
#include "batch/frame.h"
#include "batch/run.h"
#include "batch/share.h"
#include "register/past.h"

#define SHARD_FILE "run.shard"

/* ---- pairs ---- */

struct pairs {
    const char *at;     /* borrowed */
    size_t len;
};

struct pair {
    const char *name, *value;
};

void pairs_add(struct buffer *out, const char *name, const char *value);
/* True if the bytes are pairs and nothing else. */
bool pairs_hold(const struct pairs *p);
/* The pair at *place (0 at first), which goes on to the next; false at the end. */
bool pairs_next(const struct pairs *p, size_t *place, struct pair *out);
/* NULL: there is none. */
const char *pairs_value(const struct pairs *p, const char *name);

/* ---- who it is ---- */

enum { SHARD_IDENTITY = 512 * 1024 };   /* bytes of a head */
/* How the record is written: the entries are as they stand in memory. */
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define SHARD_RECORD "kijun shard 1, little-endian"
#else
#define SHARD_RECORD "kijun shard 1, big-endian"
#endif

/* What two shards of one run have to have in common, and what the merge has to have of it: the same on every machine. */
void shard_basis(const struct run_options *o, const struct past *past, struct buffer *out);
/* The whole head. `mapping`: the hash of that of the portfolio, "": it has none. */
void shard_identity(const struct run_options *o, const struct past *past, const char *mapping, struct buffer *out);
/* The first pair of `a`, up to the mark that ends what is compared, that is another in `b`. *there: its value in `b`. */
bool shard_differs(const struct pairs *a, const struct pairs *b, struct pair *here, const char **there);

/* ---- writing it ---- */

struct output;
struct shard_writer {
    struct output *output;      /* borrowed; NULL: nothing is written */
    struct buffer out;
    uint64_t written, count;    /* bytes; suppliers */
};

/* Removes what an earlier run left, so that nobody takes it for the present one. 0, or -1 with *f set. */
int shard_clear(struct output *o, const struct share *share, struct fault *f);
int shard_begin(struct shard_writer *w, struct output *output, const struct run_options *o, const struct past *past,
                const char *mapping, struct fault *f);
/* A supplier, with its parts: those that are not files have their bytes. */
int shard_take(struct shard_writer *w, const struct entry *e, struct fault *f);
/* `seen`: pairs about the whole. */
int shard_end(struct shard_writer *w, const struct buffer *seen, struct fault *f);
/* Without an end nothing is left behind. */
void shard_drop(struct shard_writer *w);

/* ---- reading it ---- */

struct shard {
    const char *folder;         /* borrowed */
    struct share share;
    struct buffer head, end;    /* pairs */
    dev_t device;               /* of the folder */
    ino_t inode;
    int lock;                   /* held as long as this is open, so that no run begins there; -1: there is none */
};

/* Opens a finished shard. NULL with *f set. */
struct shard *shard_open(const char *folder, struct fault *f);
void shard_close(struct shard *s);
const char *shard_says(const struct shard *s, const char *name); /* of the head; "" when it says nothing */

/* Its suppliers, one after the other. */
struct shard_reader {
    const struct shard *shard;
    int fd, suppliers;
    struct frame_reader frames;
    uint64_t count;
    struct buffer entry, parts[POOL_PARTS];
    char torn[FAULT_PLACE_SIZE]; /* a report of the last supplier that is not as it was written, and left empty; "": none */
};
int shard_reader_open(struct shard_reader *r, const struct shard *s, struct fault *f); /* 0, or -1 with *f set */
void shard_reader_close(struct shard_reader *r);
/* 1 with the next and its parts, 0 at the end, -1 with *f set. `formats` ends with NULL. Valid until the next
 * call. */
int shard_next(struct shard_reader *r, const struct report_format *const *formats, struct entry *out, struct fault *f);

#endif
