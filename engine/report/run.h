/* What the report of a run is made of: one row per supplier, added up by the supervisor. */
#ifndef KIJUN_REPORT_RUN_H
#define KIJUN_REPORT_RUN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "register/history.h"
#include "rules/result.h"

enum { RUN_DRAIN = 64 * 1024 };

/* What became of findings, in numbers. */
struct run_changes {
    uint64_t last[CHANGE_COUNT];    /* since each supplier's last run */
    uint64_t since[CHANGE_COUNT];   /* since the day asked for */
    uint64_t overdue;
};

/* The summary of one result: what the run report needs, and no more. Texts are borrowed from who made it. */
struct run_row {
    const char *supplier, *name, *path, *tier, *country;
    const char *report;             /* base name of its report files, without extension */
    int64_t risk_score, impact, likelihood; /* of the highest risk; 0 when none is given */
    uint32_t outcomes[OUTCOME_COUNT];
    uint32_t grades[GRADE_COUNT];
    bool incomplete;
    struct fault fault;             /* why the subject could not be judged at all */
    struct run_changes changes;     /* all 0 without a register */
    const unsigned char *by_rule;   /* the outcome of each of the run's rules, OUTCOME_COUNT: not judged; NULL: unknown */
    const char *facts;              /* for facts_open (report/facts.h); NULL: none were kept */
    size_t facts_len;
};

/* Findings of one rule over all suppliers. */
struct run_rule {
    const struct rule_info *rule;
    uint32_t outcomes[OUTCOME_COUNT];   /* suppliers by outcome */
    uint32_t findings;                  /* failed findings */
};

struct run_report {
    day as_of;
    /* Rows in the order of supplier id, given one after the other: next returns NULL at the end. */
    const struct run_row *(*next)(void *rows);
    void (*rewind)(void *rows);
    void *rows;
    uint64_t supplier_count;
    uint64_t outcomes[OUTCOME_COUNT], grades[GRADE_COUNT];
    uint64_t clean, with_findings, incomplete; /* suppliers; they add up to supplier_count:
                                                  incomplete first, then with findings, else clean */
    uint64_t risk_matrix[6][6];         /* suppliers by [impact][likelihood] of their highest risk; [0][0]: none given */
    size_t rule_count;
    const struct run_rule *rules;       /* by rule id */
    bool interrupted;
    bool has_history;                   /* there is a register: the next three say something */
    day last_run, since;                /* of the register as a whole; DAY_NONE: there was none, or it was not asked */
    struct run_changes changes;
    struct ledger *ledger;              /* the register after this run, for reading; NULL: there is none */
    /* Rows may be a million: a renderer calls this between rows when its buffer holds more than RUN_DRAIN bytes, and
     * goes on with whatever the buffer is then. It writes the bytes away and clears the buffer. NULL: everything stays
     * in the buffer. */
    void (*drain)(void *drained, struct buffer *out);
    void *drained;
};

#endif
