/* What a person reads at the end of a run. */
#ifndef KIJUN_CLI_SUMMARY_H
#define KIJUN_CLI_SUMMARY_H

#include <stdio.h>

#include "batch/run.h"

struct summary {
    const struct run_outcome *run;
    const struct run_options *options;
    enum language language;
    bool color;
    int64_t elapsed;        /* ms; below 0: not shown */
};

/* The run as a whole: what it came to, the worst suppliers, what could not be judged, where the reports are. */
void summary_write(FILE *to, const struct summary *s);
/* True if `to` is a terminal on which colour is wanted (NO_COLOR, TERM=dumb: not). */
bool summary_color(FILE *to);

#endif
