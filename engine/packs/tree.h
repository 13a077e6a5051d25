/* The files below a pack's folder, read in a fixed order. Private to the packs floor. */
#ifndef KIJUN_PACKS_TREE_H
#define KIJUN_PACKS_TREE_H

#include "packs/archive.h"

struct tree_file {
    char *name, *at; /* owned */
    size_t len;
};

struct tree {
    struct tree_file *files; /* in byte order of name */
    size_t count, size, bytes;
};

/* Reads everything; links, pipes and devices are refused. Call tree_free in any case. */
int tree_read(const char *folder, struct tree *out, struct fault *f);
void tree_free(struct tree *t);
/* Takes the bytes (owned from then on, also on failure); checks the caps. `shown` names the pack. */
int tree_add(struct tree *t, const char *shown, const char *name, char *at, size_t len, struct fault *f);
/* Sorts by name; refuses names that differ by case only, which some file systems cannot hold. */
int tree_sort(struct tree *t, const char *shown, struct fault *f);

#endif
