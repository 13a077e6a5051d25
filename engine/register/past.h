/* What the register knew before a run, and so what each supplier's result means: what is new, fixed, back again.
 *
 * Loaded once by the supervisor; workers inherit it and only read it, so that they need no file. It says of every result
 * what recording the run will come to (both ask register/step.h). What people record while the run goes on is not in it. */
#ifndef KIJUN_REGISTER_PAST_H
#define KIJUN_REGISTER_PAST_H

#include "base/arena.h"
#include "register/history.h"
#include "register/ledger.h"

struct past;

/* A register that is not there is made. `since`: a day to compare with as well as the last run; DAY_NONE: none. NULL with
 * *f set. */
struct past *past_load(const char *path, day since, struct fault *f);
void past_free(struct past *p);
size_t past_bytes(const struct past *p); /* of memory */
/* Of all that the register held when it was loaded: the end of its chained history. */
struct hash past_head(const struct past *p);
/* The day of the last run; DAY_NONE: there was none. */
day past_last_run(const struct past *p);

/* What the run makes of this result, in `arena`; NULL when memory is out. */
const struct history *past_history(const struct past *p, const struct due_terms *terms, const struct result *r,
                                   struct arena *arena);

#endif
