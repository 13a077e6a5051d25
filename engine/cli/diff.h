/* What the parts of `kijun diff` share. */
#ifndef KIJUN_CLI_DIFF_H
#define KIJUN_CLI_DIFF_H

#include "base/arena.h"
#include "base/fault.h"
#include "report/diff.h"

enum diff_format { DIFF_TEXT, DIFF_JSON, DIFF_HTML };

#define DIFF_RUN_BYTES ((size_t)2 * 1024 * 1024 * 1024)

/* True for a folder of reports and for the run.json or run.html in it. */
bool run_is_there(const char *path);
/* The findings of two runs, matched by fingerprint; in the arena. 0, or -1 with *f set. */
int runs_compare(const char *before, const char *after, struct arena *arena, struct run_difference *out, struct fault *f);

#endif
