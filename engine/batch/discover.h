/* Finds what there is to judge, one subject after the other, without holding a list of them.
 *
 * A folder in which a supplier profile lies is one subject with all below it. In any other folder each document is a
 * subject of its own, and the folders below are visited. A file in which contracts come but that is not read (a PDF) is a
 * subject, too, which its reader refuses: it may be a contract that nobody has looked at. Only beside or below a dossier, whose
 * evidence it can be, is it counted instead. Links are not followed. Subjects come in the order of their keys (entry.h),
 * as what is known of them does: a file of which is known what it is need not be opened. */
#ifndef KIJUN_BATCH_DISCOVER_H
#define KIJUN_BATCH_DISCOVER_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/fault.h"
#include "base/hash.h"
#include "batch/share.h"
#include "batch/stamp.h"

enum { DISCOVER_DEPTH = 64, DISCOVER_PATH = 4096 };

struct found {
    const char *path;       /* as the user named it, and below; valid until the next call */
    bool lone;              /* a contract without a supplier */
    bool folder;
    unsigned char sniffed;  /* enum sniffed, of a file */
    struct stamp stamp;     /* taken before it is read; unsettled when stamps were not asked for */
    const struct stamp_names *names; /* that a folder had then; NULL: not known */
    const struct entry *known; /* what is known of a subject with this stamp; NULL: nothing */
    struct fault fault;     /* set: it cannot be judged, and why */
};

struct known;
struct looker;
struct discovery;
/* `paths` ends with NULL and outlives the discovery; the same file or folder named twice counts once.
 * `skip` is the folder that reports are written to (or NULL), which is not input. NULL: out of memory. */
struct discovery *discovery_new(const char *const *paths, const char *skip);
/* Finds the subjects of one share only. Nothing of the others is opened, but the first files of a folder that was named, for it may
 * be a supplier's own, and the folders in a folder that has few, for they may be shelves. */
void discovery_share(struct discovery *d, const struct share *share);
/* From now on stamps are taken, and held against what is known (borrowed; NULL: nothing). `looker` helps (borrowed; NULL:
 * none). */
void discovery_stamps(struct discovery *d, struct known *known, struct looker *looker);
void discovery_free(struct discovery *d);
/* 1 with a subject in *out, 0 when there is no more, -1 when it cannot go on: see discovery_failed. */
int discovery_next(struct discovery *d, struct found *out);
/* Why. */
void discovery_failed(const struct discovery *d, struct fault *f);
/* Of all that decides what is shared out: two shares of one portfolio make a whole when this is the same in both. */
struct hash discovery_shelves(const struct discovery *d);
/* Folders that were not visited because they are links: how many, and the first in byte order of its path. */
uint64_t discovery_links(const struct discovery *d, const char **first);
/* Files beside or below dossiers that may hold contracts but are not read; as above. */
uint64_t discovery_unread(const struct discovery *d, const char **first);
/* Spreadsheets that belong to no supplier: nobody can say whose answers they are. As above. */
uint64_t discovery_sheets(const struct discovery *d, const char **first);

#endif
