/* Whom to audit, when and how: proposed from what a run found and what suppliers' documents say. The same rows, options and
 * seed give the same plan.
 *
 * Always in: audits that are overdue, planned or promised within the plan's months, and the top risks. The others compete by
 * points, but a part of the room is kept for a sample drawn by the seed, so that nobody can be sure to be left alone. No
 * month holds more audits than the capacity; who must be audited and finds no room is listed as such, never dropped. */
#ifndef KIJUN_REPORT_PLAN_H
#define KIJUN_REPORT_PLAN_H

#include "report/report.h"
#include "report/run.h"

enum { PLAN_SUPPLIERS = 200000, PLAN_MONTHS_MOST = 36, PLAN_CAPACITY_MOST = 1000, PLAN_TOP = 3 };

struct plan_options {
    int capacity;           /* audits a month */
    int months;             /* how far ahead */
    int sample;             /* percent of the room that the sample gets */
    const char *seed;
};

enum plan_method { METHOD_ON_SITE, METHOD_REMOTE, METHOD_PAPER };

/* Why someone is in the plan. */
enum plan_basis {
    BASIS_OVERDUE,          /* an audit that was planned or promised is overdue */
    BASIS_PLANNED,          /* already planned for this day */
    BASIS_PROMISED,         /* the contract promises one within the months of the plan */
    BASIS_TOP_RISK,
    BASIS_POINTS,
    BASIS_SAMPLE,
    BASIS_COUNT
};

/* What the points are made of; each is shown with the plan. */
enum plan_reason {
    REASON_RISK,            /* impact x likelihood, 1 to 25 */
    REASON_TIER, REASON_OVERDUE, REASON_NEVER, REASON_LONG_AGO, REASON_MAJOR, REASON_FINDINGS_OVERDUE, REASON_AUDIT_OPEN,
    REASON_PERSONAL, REASON_SENSITIVE, REASON_ACCESS, REASON_INCIDENTS, REASON_NOT_JUDGED, REASON_COUNT
};

struct plan_entry {
    const char *supplier, *name, *tier, *report; /* owned by the plan */
    day when;               /* DAY_NONE: no room */
    day due;                /* the day by which it was planned or promised; DAY_NONE */
    day last;               /* the last audit; DAY_NONE: never */
    enum plan_method method;
    enum plan_basis basis;
    int points;
    int reasons[REASON_COUNT]; /* points of each; 0: not */
    int64_t counts[REASON_COUNT]; /* what was counted: majors, incidents, the risk score */
};

struct plan {
    day as_of, first, last; /* the days that the plan covers */
    struct plan_options o;
    struct plan_entry *entries; /* by day, then points, then supplier; those without room last */
    size_t count, in_time;      /* in_time: those with a day */
    uint64_t considered;
};

/* 0; -1: out of memory, or more than PLAN_SUPPLIERS (then out->considered says how many). */
int plan_make(const struct run_report *r, const struct plan_options *o, struct plan *out);
void plan_free(struct plan *p);

const char *plan_method_name(enum plan_method m);   /* "on-site" */
const char *plan_basis_name(enum plan_basis b);     /* "overdue" */
const char *plan_reason_name(enum plan_reason r);   /* "never-audited" */

/* ---- formats ---- */

struct plan_format {
    const char *name;       /* text, csv, json, ics */
    void (*write)(const struct plan *p, enum language l, struct buffer *out);
};
extern const struct plan_format plan_formats[]; /* ends with a row whose name is NULL */

#endif
