/* The identity of a file or a folder at one moment: who finds the same stamp again need not read it again.
 *
 * Made of what the kernel says of each file (inode, size, times of change). The device is left out, for its number may
 * change when a machine starts anew. */
#ifndef KIJUN_BATCH_STAMP_H
#define KIJUN_BATCH_STAMP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>

struct stamp {
    uint64_t a, b;
    bool unsettled; /* changed so short ago that a further change might not show in its times */
};

enum { STAMP_NAMES = 4096 };

/* What was looked at in a folder: its path in it and a NUL, for each. */
struct stamp_names {
    size_t len;             /* 0: nothing, or more than there is room for */
    char at[STAMP_NAMES];
};

/* Of one file. */
struct stamp stamp_of(const struct stat *s);
/* Of an open folder with all that is below it, whatever the order of its entries. The descriptor stays the caller's. A folder
 * that cannot be read as a whole is unsettled. `names`: filled; or NULL. */
struct stamp stamp_folder(int fd, struct stamp_names *names);
/* The same of the folder `name` in `parent`, provided that exactly these names are in it: only they are looked at, for a
 * folder whose own times did not change has the names that it had. Unsettled when something is not there, or lies on
 * another device than this one, of which stamp_tells_names is true. */
struct stamp stamp_named(int parent, const char *name, dev_t device, const char *names, size_t len);
/* True if the file system of an open folder changes the times of a folder with every name that comes or goes. */
bool stamp_tells_names(int fd);
static inline bool stamp_same(const struct stamp *x, const struct stamp *y)
{
    return x->a == y->a && x->b == y->b;
}

#endif
