/* A result as bytes: what is kept of a supplier so that its reports can be made anew on another day, when the register has
 * more to tell, without judging it again. */
#ifndef KIJUN_BATCH_KEPT_H
#define KIJUN_BATCH_KEPT_H

#include "base/arena.h"
#include "base/buffer.h"
#include "rules/evaluate.h"

/* Appends the result, without its history. `rules` are those of the ruleset, in their order. */
void kept_write(const struct result *r, const struct rule_info *const *rules, size_t rule_count, struct buffer *out);
/* Reads it back into `arena`: the bytes may come from a hostile worker. NULL when they do not hold together, or memory is out.
 * Its texts point into the bytes. */
struct result *kept_read(const char *at, size_t len, const struct rule_info *const *rules, size_t rule_count,
                         struct arena *arena);

#endif
