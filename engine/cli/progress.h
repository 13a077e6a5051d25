/* How far a run is, on a terminal: one line on standard error, rewritten in place and erased at the end. */
#ifndef KIJUN_CLI_PROGRESS_H
#define KIJUN_CLI_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/language.h"

struct progress {
    bool on;
    enum language language;
    uint64_t expected;      /* subjects, when they could be counted in a moment; 0: unknown */
    int64_t shown;          /* when the line was last written, in ms */
    int64_t started;
    bool visible;
};

/* On if standard error is a terminal that can be rewritten and `quiet` is not asked for. Counts what lies in `paths`, for
 * a fraction of a second at most. */
void progress_start(struct progress *p, const char *const *paths, const char *skip, bool quiet, enum language language);
/* For run_options.progress. */
void progress_show(void *progress, uint64_t done, uint64_t found, bool discovering);
void progress_end(struct progress *p);
/* Milliseconds since the start. */
int64_t progress_elapsed(const struct progress *p);

#endif
