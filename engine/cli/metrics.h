/* What a run came to, for a monitoring system: the text format of Prometheus, as its node exporter collects it from files. */
#ifndef KIJUN_CLI_METRICS_H
#define KIJUN_CLI_METRICS_H

#include "batch/run.h"
#include "cli/command.h"

struct metrics {
    const char *path;
    instant started;            /* when the run began */
    int64_t elapsed;            /* milliseconds */
    const char *policy;         /* NULL: it could not be loaded */
    const struct run_outcome *run; /* NULL: there was no run */
    int code;                   /* exit code */
};

/* Writes the file whole or not at all. The time of the last success stands in the file that was there: a run that failed
 * takes it over. 0, or -1 with *f set. */
int metrics_write(const struct metrics *m, struct fault *f);
/* The same where --metrics asks for it; returns the exit code, which is another when they cannot be written. */
int metrics_end(const struct command *c, struct metrics m);

#endif
