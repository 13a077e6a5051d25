/* How sources are fetched: what is wanted, and what is there. Private to the exchange floor. */
#ifndef KIJUN_EXCHANGE_SOURCE_PARTS_H
#define KIJUN_EXCHANGE_SOURCE_PARTS_H

#include "base/arena.h"
#include "exchange/sources.h"

/* A document as the folder has it. */
struct held {
    const char *file, *url, *origin;    /* origin: the list that named it; "" for a source of its own */
    char etag[256], modified[64];
    char sha256[65];                    /* "" when there is no copy yet */
    instant fetched, stale;             /* when it was last known to be right; since when it could not be reached, 0: it can */
    char why[160];                      /* of stale */
};

struct holdings {
    struct held *at;                    /* by file */
    size_t count;
};

/* Reads the state of a folder; one that is missing or not whole is empty: everything is then fetched anew. -1 when memory is
 * out. */
int holdings_read(int folder, struct arena *arena, struct holdings *out, struct fault *f);
int holdings_write(int folder, const char *shown, const struct holdings *h, struct fault *f);
struct held *holdings_find(const struct holdings *h, const char *file);
/* Says for those who judge the portfolio which of its files are stale: documents/stale.h. Files whose standing changed get a
 * new time of change, so that nothing that was remembered of them is taken for right. */
int holdings_mark(int folder, const char *shown, const struct holdings *before, const struct holdings *now, struct fault *f);

/* A document that the sources name. */
struct want {
    const char *file, *url, *origin;
    const char *authorization;
    const char *expected;               /* SHA-256 that an index names; NULL: none */
    const struct held *had;             /* NULL: new */
    struct held now;                    /* what is there after */
    enum fetched what;
    struct fault why;
    char host[URL_HOST];
};

struct wants {
    struct want *at;                    /* by file */
    size_t count, size;
};

/* Everything that one run shares. */
struct fetching {
    const struct sources *sources;
    const char *shown;                  /* the folder as the user named it */
    int folder;
    instant now;
    struct arena *arena;
    struct wants wants;
    struct holdings before;
    const char **failed_origins;        /* lists that could not be had: what they named before stays, stale */
    struct fault *failed_whys;
    size_t failed_count;
};

/* Finds out what is wanted: reads every index and lists every prefix. */
int wants_gather(struct fetching *g, struct fault *f);

#endif
