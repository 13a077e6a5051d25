/* The identity of a file or a folder at one moment: who finds the same stamp again need not read it again.
 *
 * Made of what the kernel says of each file (inode, size, times of change). The device is left out, for its number may
 * change when a machine starts anew. */
#ifndef KIJUN_BATCH_STAMP_H
#define KIJUN_BATCH_STAMP_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/stat.h>

struct stamp {
    uint64_t a, b;
    bool unsettled; /* changed so short ago that a further change might not show in its times */
};

/* Of one file. */
struct stamp stamp_of(const struct stat *s);
/* Of an open folder with all that is below it, whatever the order of its entries. The descriptor stays the caller's. A folder
 * that cannot be read as a whole is unsettled. */
struct stamp stamp_folder(int fd);
static inline bool stamp_same(const struct stamp *x, const struct stamp *y)
{
    return x->a == y->a && x->b == y->b;
}

#endif
