/* A run: discover subjects, judge them in worker processes, write every report whole or not at all. */
#ifndef KIJUN_BATCH_RUN_H
#define KIJUN_BATCH_RUN_H

#include <signal.h>
#include <stdbool.h>

#include "batch/share.h"
#include "report/report.h"
#include "report/run.h"
#include "rules/evaluate.h"

enum { RUN_NOTES = 6 };

struct shards;

struct run_options {
    const char *const *paths;           /* NULL-terminated */
    const struct ruleset *rules;
    day as_of;
    struct report_options report;
    const struct report_format *const *formats; /* NULL-terminated; may be empty */
    bool looks;                         /* reads the register, but records nothing */
    bool facts;                         /* rows keep the facts of their suppliers, whatever the formats */
    const char *out;                    /* output folder; NULL: no files */
    bool full;                          /* judge everything, whatever is known of earlier runs */
    bool resume;                        /* go on with the interrupted run that left this folder */
    struct share share;                 /* judges its part of the suppliers only; a register is then read, but not written */
    const char *asked_policy, *asked_packs; /* as the user named them, for the record of a shard; NULL: not named */
    const struct shards *shards;        /* joins what these shards came to, instead of judging anything; needs `out` */
    int workers;                        /* at least 1, at most POOL_WORKERS */
    int deadline;                       /* seconds per supplier, then its worker is killed */
    const char *ledger;                 /* the register of nonconformities; NULL: none */
    bool re_audit;                      /* every passing check waits for a re-audit, whatever the policy says */
    day since;                          /* reports also say what changed since this day; DAY_NONE: no */
    instant at;                         /* the time of the run, for the register's history only */
    volatile sig_atomic_t *stop;        /* set by a signal handler: finish what is in hand, then end; 2: end at once */
    /* Called by the supervisor after each supplier; may be NULL. */
    void (*progress)(void *context, uint64_t done, uint64_t found, bool discovering);
    void *progress_context;
    /* Without an output folder: takes each report when the run is over, in the order of supplier id, in one or more
     * pieces; `last` is the end of a report. NULL: reports are not made. */
    void (*show)(void *context, const struct report_format *format, const char *at, size_t len, bool last);
    /* The same of the report of the run, for formats that have one; NULL: it is not made. */
    void (*show_run)(void *context, const struct report_format *format, const char *at, size_t len, bool last);
    void *show_context;
};

/* What came of a run, for the summary and the exit code. */
struct run_outcome {
    struct run_report report;           /* rows can be read until run_free */
    bool output_failed, locked;
    struct fault fault;                 /* of the run as a whole */
    struct fault notes[RUN_NOTES];      /* what the user should know though nothing failed */
    size_t note_count;
    void *state;
};

/* The day of the interrupted run that left this folder. 0, or -1 with *f set: there is none. */
int run_resume_day(const char *out, day *as_of, struct fault *f);
/* 0, or -1 when the run as a whole failed (outcome->fault says why; what was finished is still reported). */
int run_execute(const struct run_options *o, struct run_outcome *out);
void run_free(struct run_outcome *out);
/* Derived from the outcome, once: see README "Exit codes". GRADE_COUNT: findings never fail the run. */
int run_exit_code(const struct run_outcome *out, enum grade fail_on);

#endif
