/* The shards of one run, opened for a merge: all of them, each once, and of one kind. */
#ifndef KIJUN_BATCH_SHARDS_H
#define KIJUN_BATCH_SHARDS_H

#include "base/fault.h"

struct shards;
/* `folders` ends with NULL and outlives this, as does `out`, which may be none of them. No run can begin in the folders until
 * they are closed. NULL with *f set: it names the folder, and what is wrong with it. */
struct shards *shards_open(const char *const *folders, const char *out, struct fault *f);
void shards_close(struct shards *s);
/* What all of them say of the run: "as-of", "format" (names joined by commas), "lang", "audience", "register" and "since" ("none"),
 * "re-audit" ("yes" or "no"), "mapping" (a hash, or "none"), "first" (of the paths that were checked), "asked-policy", "asked-packs" ("": not named). */
const char *shards_say(const struct shards *s, const char *name);

#endif
