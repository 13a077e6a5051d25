/* A run at the command line: signals end it, a line shows its progress, a person reads what it came to. */
#ifndef KIJUN_CLI_SESSION_H
#define KIJUN_CLI_SESSION_H

#include "batch/run.h"
#include "cli/outputs.h"

struct session {
    const struct command *command;
    struct run_options *run;
    struct outputs *outputs;    /* beside the folder; NULL: none */
    enum grade fail_on;
};

/* Runs with these rules; returns the exit code. */
int session_run(const struct session *s, const struct ruleset *rules);

#endif
