/* The entries of one folder in the order of their names, kept outside memory when they are many. */
#ifndef KIJUN_BATCH_LISTING_H
#define KIJUN_BATCH_LISTING_H

#include "base/fault.h"
#include "batch/stamp.h"

enum listed { LISTED_FILE, LISTED_FOLDER, LISTED_OTHER, LISTED_TYPES };

struct listing;
struct listed_entry {
    const char *name;       /* valid until the next call */
    enum listed type;       /* links are not followed */
    struct stamp stamp;     /* of a file, when stamps were asked for */
};

/* Reads the folder; the descriptor stays the caller's. Hidden files are left out, and the owner files that Word leaves beside
 * an open document. NULL with *f set (FAULT_FOLDER_READ, memory). */
struct listing *listing_read(int fd, bool stamps, struct fault *f);
void listing_free(struct listing *l);
/* 1 with the next entry, 0 at the end, -1 with *f set. */
int listing_next(struct listing *l, struct listed_entry *out, struct fault *f);
int listing_rewind(struct listing *l, struct fault *f);
/* How many entries of this type there are. */
uint64_t listing_count(const struct listing *l, enum listed type);

#endif
