/* Joining what was known with a journal. Private to the notebook. */
#ifndef KIJUN_BATCH_NOTEBOOK_JOIN_H
#define KIJUN_BATCH_NOTEBOOK_JOIN_H

#include "batch/known.h"
#include "batch/output.h"
#include "batch/records.h"
#include "report/report.h"

/* The formats of a head. */
struct join_formats {
    size_t count;
    const struct report_format *at[POOL_PARTS]; /* NULL: unknown */
};
void join_formats_read(const char *names, struct join_formats *out);

/* Writes what is known now: the entries of `old` (NULL: none) that were kept and those of the journal, in order; but those
 * whose keys are in `spoiled` may not be used. */
int join_known(struct output *o, struct known *old, int journal, struct sorter *spoiled, const struct known_head *head,
               struct fault *f);
/* Removes (the journal has `expected` entries: else it was changed, and nothing is removed) the reports of entries in `old` that were not kept and that the journal does not have, and those in formats that
 * are no longer written. */
int join_stale(struct output *o, struct known *old, int journal, uint64_t expected, const struct known_head *head,
               struct fault *f);
/* Writes what is known after a run that did not come to its end: `old` and what the journal says was finished. 1, 0 when
 * the journal says nothing, -1 with *f set. */
int join_left(struct output *o, struct known *old, int journal, struct fault *f);

#endif
