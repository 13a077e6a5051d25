/* Delivering reports: PUT to https:// or s3://, of what changed since it was last delivered there. */
#ifndef KIJUN_EXCHANGE_DELIVERY_H
#define KIJUN_EXCHANGE_DELIVERY_H

#include "base/value.h"
#include "exchange/access.h"
#include "exchange/s3.h"

struct delivery_target {
    const char *to;                 /* https://.../ or s3://bucket/prefix/, ends with '/' */
    const char *authorization;      /* NULL: none */
    const char *const *formats;     /* only files that end with "." and one of these */
    size_t format_count;            /* 0: all */
};

struct delivery {
    struct access access;
    int concurrency, rate;          /* by host, as for sources */
    struct s3 s3;
    const struct delivery_target *all;
    size_t count;
};

/* Reads a file of deliveries (engine/exchange/README.md). Everything lives in `arena`. 0, or -1 with *f set. */
int delivery_read(const char *path, struct arena *arena, struct delivery *out, struct fault *f);

struct delivered {
    const char *to, *file;
    const struct fault *why;        /* NULL: it arrived */
};

struct delivery_sums {
    size_t sent, same, failed;
};

/* Delivers the files of a folder: what lies deepest first, so that no overview names a report that is not there yet. Hidden
 * files and links stay here. `each` is told of each that was sent, or could not be. 0 also when some could not be; -1 with *f
 * set when the folder cannot be read, or what was delivered cannot be noted. Blocks; starts threads. After fetch_start. */
int delivery_send(const struct delivery *d, const char *folder, instant now, struct delivery_sums *sums,
                  void (*each)(void *context, const struct delivered *e), void *context, struct fault *f);

#endif
