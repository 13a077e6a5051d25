/* What a discovery is made of. Private to discover*.c. */
#ifndef KIJUN_BATCH_DISCOVER_PARTS_H
#define KIJUN_BATCH_DISCOVER_PARTS_H

#include "batch/discover.h"
#include "batch/known.h"
#include "batch/listing.h"
#include "batch/looker.h"
#include "documents/load.h"

enum { DISCOVER_FEW = 1024 }; /* of a folder whose entries are shared out: so many files are looked at by all, and so many folders */

/* A folder that is being visited. */
struct level {
    int fd;
    struct listing *names;
    size_t path_len;        /* of its own path in discovery.path */
    bool dossiers;          /* here or above: what lies here can be evidence that one of them names */
    bool partly;            /* more files than were looked at for it */
    bool tells_names;       /* its file system does: see stamp.h */
    dev_t device;
    bool shelf, few;        /* its entries are shared out; its folders may be shelves */
};

struct identity {
    dev_t device;
    ino_t inode;
    size_t index;           /* in paths */
};

/* What was passed over, and is said at the end. */
struct passed {
    uint64_t count;
    char first[DISCOVER_PATH];      /* in byte order: the order of the folder may not show */
};

struct discovery {
    const char *const *paths;
    size_t path_count, next_path;
    size_t *order;          /* indexes in paths, in the order of their keys */
    bool *repeated;         /* by index in paths: an earlier one names the same file */
    char path[DISCOVER_PATH];
    struct level levels[DISCOVER_DEPTH];
    size_t depth;
    bool skips;
    struct identity skip;
    struct passed links, unread, sheets;
    struct share share;
    size_t named_len;       /* of the argument in `path`: entries go by what follows */
    struct hash shelves;
    struct fault failed;
    bool stamps;
    struct known *known;
    struct looker *looker;  /* borrowed; NULL: none */
    struct entry entry;     /* of what was given last */
    struct stamp_names names;
};

/* Leaves the folder that was entered last. */
void discover_leave(struct discovery *d);
/* What a file is by its content, for what is not known of it. */
enum sniffed discover_sniff(int folder, const char *name);

/* ---- sharing out (discover_share.c) ---- */

/* True if what is at d->path is of this share. */
bool discover_ours(const struct discovery *d);
/* Writes down what all who share have to see alike of what is at d->path. */
void discover_note(struct discovery *d, const char *what);
/* The entries of the listed folder are shared out from now on. */
void discover_open_shelf(struct discovery *d, struct level *l);
/* True if the listed folder lies on a shelf and is one itself: it holds folders only. */
bool discover_is_shelf(const struct discovery *d, const struct level *l);
/* 1 if a dossier lies beside or above, else 0; -1: it cannot go on. */
int discover_has_dossiers(struct discovery *d);
/* A profile among so many files that not all who share could know of it: the folder is one supplier's and nothing to share.
 * Returns -1. */
int discover_late(struct discovery *d, const struct level *l);

#endif
