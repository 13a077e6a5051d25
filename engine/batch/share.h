/* Which part of a portfolio is whose, when several runs share it out.
 *
 * What is shared out are the entries of the folders that the user named, and of shelves: folders below them in which lie folders
 * only (countries, tiers). An entry goes by its path below the folder that was named, or by its own name if it was named
 * itself; so that it is known from the listing whose it is, before anything of it is opened, and so that it is the same on
 * every machine, in any order, wherever the portfolio lies. The id of a supplier would not do: every run would have to open the
 * documents of all. */
#ifndef KIJUN_BATCH_SHARE_H
#define KIJUN_BATCH_SHARE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SHARE_MOST = 4096 };

struct share {
    uint32_t number, count; /* number from 1 on; count 0: nothing is shared out */
};

/* Whose the entry is, from 1 to `count`; the entries go to all in equal parts. */
uint32_t share_of(const char *entry, size_t len, uint32_t count);
static inline bool share_splits(const struct share *s)
{
    return s->count > 0;
}

#endif
