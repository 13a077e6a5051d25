/* What a surveillance audit (サーベイランス審査) asks of the management of suppliers: which risks were assessed again since the
 * last audit, which audits were promised and held, what became of every finding, who accepted which risk until when, and
 * whether the history of all that is untouched.
 *
 * Gathered from the rows of a run and from the register, each thing in exactly one row, so that every total is the number
 * of rows that it counts. Texts are owned by the pack. */
#ifndef KIJUN_REPORT_AUDIT_PACK_H
#define KIJUN_REPORT_AUDIT_PACK_H

#include "base/arena.h"
#include "register/ledger.h"
#include "report/report.h"
#include "report/run.h"

enum { PACK_SUPPLIERS = 200000, PACK_RISK_DAYS = 365 /* an assessment older than this wants to be made again */ };

struct pack_supplier {
    const char *id, *name, *tier;
};

/* ---- risk assessments: a row for each supplier ---- */

enum pack_risk { PACK_RISK_NONE, PACK_RISK_STALE, PACK_RISK_REFRESHED, PACK_RISK_CURRENT, PACK_RISKS };

struct pack_risk_row {
    struct pack_supplier supplier;
    enum pack_risk state;
    day assessed;               /* the latest; DAY_NONE */
    const char *assessor;       /* of that one */
    int64_t impact, likelihood; /* of the highest risk; 0: none */
};

/* ---- audits: a row for each that was held in the period, and for each promise that is not kept or still to come ---- */

enum pack_audit {
    PACK_AUDIT_MISSED,          /* planned for a day that has passed, not held */
    PACK_AUDIT_OVERDUE,         /* promised by the contract, overdue */
    PACK_AUDIT_LATE,            /* held in the period, later than planned */
    PACK_AUDIT_HELD,            /* held in the period, as planned or without a plan */
    PACK_AUDIT_AHEAD,           /* planned */
    PACK_AUDITS
};

struct pack_audit_row {
    struct pack_supplier supplier;
    enum pack_audit state;
    day planned, performed;     /* planned: for PACK_AUDIT_OVERDUE the day promised */
    const char *id, *method, *scope, *auditor;
    int64_t found, open;        /* nonconformities of the audit */
};

/* ---- findings: a row for each that was open or accepted at either end, or that changed in between ---- */

enum pack_side { PACK_ABSENT /* not found yet */, PACK_OPEN /* also awaiting a re-audit */, PACK_ACCEPTED, PACK_CLOSED, PACK_SIDES };

/* What was said last of a kind: cause, plan, how it was closed. */
struct pack_said {
    const char *text, *who;     /* NULL: nothing was said */
    day when;
};

struct pack_finding {
    struct pack_supplier supplier;
    const char *fingerprint, *rule, *text[LANGUAGE_COUNT], *clause, *document, *owner;
    enum grade grade;
    enum pack_side then, now;
    enum finding_state state;
    enum ledger_action closing; /* the action that closed it */
    bool touched;               /* its state changed in the period */
    bool overdue;               /* open and past its due date */
    bool late;                  /* closed after its due date */
    uint32_t returns;           /* how often it came back after closing, in the period */
    day first_seen, due, closed;
    struct pack_said cause, plan, closed_by;
    const char *waiver;         /* for ledger_waiver; of what is accepted now */
};

/* One grade, or all: open at the start + appeared + returned - closed - accepted = open at the end. */
struct pack_balance {
    uint64_t start, appeared, returned, closed, accepted, end;
    uint64_t settled;           /* found in the period and closed or accepted in it */
    uint64_t overdue;           /* of the end */
};

/* ---- runs, by month ---- */

enum { PACK_MONTHS = 120 };

struct pack_month {
    day first;                  /* of the month */
    int64_t runs, appeared, returned, fixed, accepted;
    int64_t suppliers, major, minor, observation, overdue; /* at its last run */
};

enum { PACK_POLICIES = 32 };
struct pack_policy { const char *name; day from, to; int64_t runs; };

struct audit_pack {
    day since, as_of;
    struct arena *arena;
    uint64_t suppliers, incomplete;
    size_t risk_count, audit_count, finding_count;
    struct pack_risk_row *risks;        /* by supplier */
    struct pack_audit_row *audits;      /* by supplier, then day */
    struct pack_finding *findings;      /* overdue first, then grade, supplier, rule */
    uint64_t risk_totals[PACK_RISKS], audit_totals[PACK_AUDITS];
    uint64_t promised, kept;            /* suppliers whose contract promises audits; of these, not overdue */
    uint64_t moves[PACK_SIDES][PACK_SIDES]; /* findings by where they stood at the start and at the end */
    uint64_t untouched;                 /* closed before the period and still: counted in no row */
    struct pack_balance balances[GRADE_COUNT], balance; /* by the grade that they have now */
    uint64_t actions[ACTION_COUNT];     /* events of the period */
    uint64_t returns, late;             /* sums over the rows */
    size_t month_count, policy_count;
    struct pack_month months[PACK_MONTHS]; /* those with runs, the earliest first */
    struct pack_policy policies[PACK_POLICIES];
    struct fault unsound;               /* what is wrong with the history; FAULT_NONE: it is sound */
    int64_t events;                     /* in the whole history */
    struct hash head;                   /* of its last event */
};

/* `r` with facts; `l` opened for reading. 0, or -1 with *f set: out of memory, the register cannot be read. A history that was
 * meddled with is no failure: pack->unsound says so. */
int audit_pack_make(const struct run_report *r, struct ledger *l, day since, struct audit_pack *pack, struct fault *f);
void audit_pack_free(struct audit_pack *p);

/* ---- its parts ---- */
bool audit_pack_rows(struct audit_pack *p, const struct run_report *r);
int audit_pack_findings(struct audit_pack *p, struct ledger *l, struct fault *f);
const char *pack_text(struct audit_pack *p, const char *text); /* a copy; NULL stays NULL */

/* ---- what it is written as: a page, and tables for spreadsheets ---- */

struct pack_file {
    const char *name;           /* "findings.csv" */
    int (*write)(const struct audit_pack *p, struct ledger *l, const struct report_options *o, struct buffer *out,
                 struct fault *f);
};
extern const struct pack_file pack_files[]; /* ends with a row whose name is NULL; the first is the page */

int audit_pack_html(const struct audit_pack *p, struct ledger *l, const struct report_options *o, struct buffer *out,
                    struct fault *f);

/* "closed", "came back": where a finding went; for programs and for people. */
const char *pack_move_name(enum pack_side then, enum pack_side now);
const char *pack_move_words(enum pack_side then, enum pack_side now, enum language l);
const char *pack_risk_name(enum pack_risk r);
const char *pack_audit_name(enum pack_audit a);

#endif
