/* Sources: documents on the network that are kept as files of a portfolio, a folder for each supplier.
 *
 * What cannot be reached keeps its last copy, and is marked as stale, in the state of the folder and for whoever judges the
 * portfolio (documents/stale.h). Files are written whole or not at all, and no name leads out of the folder. */
#ifndef KIJUN_EXCHANGE_SOURCES_H
#define KIJUN_EXCHANGE_SOURCES_H

#include "base/value.h"
#include "exchange/access.h"
#include "exchange/s3.h"

enum { SOURCES_MOST = 100000 /* documents */, SOURCE_BYTES = 64 * 1024 * 1024 };

enum source_kind {
    SOURCE_URL,     /* one document: https://, or s3://bucket/key */
    SOURCE_INDEX,   /* what sha256sum prints: the names stand beside the index */
    SOURCE_PREFIX   /* s3://bucket/prefix/: every object below it */
};

struct source {
    enum source_kind kind;
    const char *url;
    const char *folder;         /* the supplier's; NULL: the names begin with it */
    const char *file;           /* of a URL; NULL: the last part of its path */
    const char *authorization;  /* NULL: none */
};

struct sources {
    struct access access;
    int concurrency;            /* requests at once to one host */
    int rate;                   /* requests a second to one host */
    int most_bytes;             /* of a document */
    struct s3 s3;
    const struct source *all;
    size_t count;
};

/* Reads a file of sources (engine/exchange/README.md). Everything lives in `arena`. 0, or -1 with *f set. */
int sources_read(const char *path, struct arena *arena, struct sources *out, struct fault *f);

enum fetched {
    FETCHED_NEW, FETCHED_CHANGED, FETCHED_SAME, FETCHED_REMOVED,
    FETCHED_KEPT,       /* no longer in the sources, but changed here: left alone */
    FETCHED_STALE,      /* not reached: the old copy stays, or there is none */
    FETCHED_COUNT
};

struct fetched_file {
    enum fetched what;
    const char *file;           /* below the folder; NULL: a list that could not be had, of `url` */
    const char *url;
    const struct fault *why;    /* of FETCHED_STALE */
};

struct fetch_sums {
    size_t of[FETCHED_COUNT];
};

/* Brings the folder up to date; it is made when it is not there. `each` is told of every file, in order of name. 0 also when
 * some are stale; -1 with *f set when nothing could be done or written. Blocks; starts threads. After fetch_start. */
int sources_fetch(const struct sources *s, const char *folder, instant now, struct fetch_sums *sums,
                  void (*each)(void *context, const struct fetched_file *e), void *context, struct fault *f);

#endif
