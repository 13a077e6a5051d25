/* Where things lie in a store. Private to the packs floor. */
#ifndef KIJUN_PACKS_PLACE_H
#define KIJUN_PACKS_PLACE_H

#include <stddef.h>

#include "base/fault.h"
#include "packs/store.h"

enum { PLACE_BYTES = 4096, PLACE_PACKS = 1000 };

struct place {
    char folder[PLACE_BYTES], archive[PLACE_BYTES], signature[PLACE_BYTES], seen[PLACE_BYTES], source[PLACE_BYTES];
};

int place_of(const char *store, const char *name, struct place *out, struct fault *f);
/* The folders of a store. */
int place_make(const char *store, struct fault *f);
/* Writes a file by its path, whole or not at all. */
int place_write(const char *path, const char *at, size_t len, struct fault *f);

/* The names of what is installed, in byte order. */
struct place_names {
    char (*at)[STORE_NAME];
    size_t count;
};
int place_list(const char *store, struct place_names *out, struct fault *f);
/* Refuses whatever stands in packs/ beside what is installed: it would be loaded without a signature. */
int place_check(const char *store, const struct place_names *n, struct fault *f);
void place_names_free(struct place_names *n);

#endif
