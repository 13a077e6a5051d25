/* Finds every occurrence of many literals in one pass (Aho and Corasick, 1975): the cost is that of the text and of what
 * is found, not of the number of literals. Built once, then immutable. */
#ifndef KIJUN_LANGUAGE_MATCHER_H
#define KIJUN_LANGUAGE_MATCHER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

#define MATCHER_NONE UINT32_MAX

struct matcher;

/* `scratch` is needed until matcher_seal; the matcher itself lives in `arena`. NULL: out of memory. */
struct matcher *matcher_new(struct arena *arena, struct arena *scratch);
/* Adds a literal of one byte or more; *id receives its number, the same for the same bytes: 0, 1, 2 ... One that begins
 * with a letter is found where a word begins and, if it was ever added with `inside`, inside of words too. */
bool matcher_add(struct matcher *m, const char *at, size_t len, bool inside, uint32_t *id);
/* No literal can be added any more. */
bool matcher_seal(struct matcher *m);
size_t matcher_count(const struct matcher *m);

/* Calls hit(context, literal, end) for each occurrence, in the order of `end`, longer literals first. Some inside of words
 * may come up that were not asked for. */
typedef void matcher_hit(void *context, uint32_t literal, size_t end);
void matcher_scan(const struct matcher *m, const char *at, size_t len, matcher_hit *hit, void *context);

#endif
