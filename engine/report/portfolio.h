/* What a whole portfolio adds up to: gathered in one walk over the rows of a run, in memory that does not grow with the
 * number of suppliers beyond the caps below. Private to the report floor. */
#ifndef KIJUN_REPORT_PORTFOLIO_H
#define KIJUN_REPORT_PORTFOLIO_H

#include "base/arena.h"
#include "report/facts.h"
#include "report/run.h"

enum {
    PORTFOLIO_DATES = 1000,     /* rows of each list of dates; the others are counted */
    PORTFOLIO_MONTHS = 24,      /* looked back upon, the month of the as-of date last */
    PORTFOLIO_AHEAD = 12,       /* months looked ahead */
    PORTFOLIO_CONTROLS = 400, PORTFOLIO_USES = 4000,
    CHAIN_NODES = 4000, CHAIN_SUPPLIERS = 12000, CHAIN_LINKS = 40000
};

/* ---- lists of dates: the soonest ones ---- */

enum dated_kind {
    DATED_CERTIFICATE, DATED_CONTRACT,                      /* expires */
    DATED_AUDIT_MISSED, DATED_AUDIT_PROMISED, DATED_AUDIT_PLANNED, DATED_AUDIT_DONE
};

struct dated {
    day when, other;        /* other: the last day for notice; the last audit; DAY_NONE */
    enum dated_kind kind;
    bool renews;
    int64_t number;         /* open nonconformities of audits */
    const char *supplier, *name, *report, *tier, *text; /* text: the standard, the title, the method */
    char *block;            /* owned: what the texts point to */
};

struct dated_list {
    struct dated *items;    /* when finished in order of day, supplier, kind, text */
    size_t count, most;
    bool latest;            /* keeps the latest instead of the soonest, and orders them so */
    uint64_t total;         /* offered, also those that are not kept */
};

bool dated_init(struct dated_list *l, size_t most, bool latest);
void dated_free(struct dated_list *l);
bool dated_offer(struct dated_list *l, const struct dated *d); /* copies; false: out of memory */
void dated_finish(struct dated_list *l);

/* ---- subcontractor chains ---- */

struct chain_node {
    const char *name, *country;
    struct hash key;        /* of the name without case, spaces and legal forms */
    uint32_t suppliers;     /* that depend on it, directly or down the chain */
    uint32_t last;          /* the supplier that counted it last, from 1 */
    uint32_t first;         /* its last link, from 1; 0: none */
    uint32_t depth;         /* the least at which it stands: 0 is a subcontractor of a supplier */
    bool personal;          /* handles personal data for someone */
    bool unapproved;        /* a supplier uses it without the customer's consent on record */
};

struct chain_supplier {
    const char *id, *name, *report, *tier;
};

/* Someone hands work on. */
struct chain_link {
    int32_t from;           /* a supplier: -1 - its index; else the index of a node */
    int32_t to;             /* a node */
    uint32_t next;          /* of the same node, from 1; 0: no more */
};

struct chains {
    struct chain_node *nodes;
    struct chain_supplier *suppliers;
    struct chain_link *links;
    size_t node_count, supplier_count, link_count;
    uint32_t *table;        /* places of nodes by key, from 1 */
    struct arena *texts;
    uint64_t left_out;      /* subcontractors that the caps left no room for */
};

bool chains_init(struct chains *c);
void chains_free(struct chains *c);
bool chains_add(struct chains *c, const struct run_row *row); /* false: out of memory */

/* ---- everything ---- */

enum portfolio_tier { TIER_CRITICAL, TIER_IMPORTANT, TIER_STANDARD, TIER_LOW, TIER_OTHER, TIER_COUNT };
enum portfolio_tier portfolio_tier(const char *tier);
const char *portfolio_tier_name(enum portfolio_tier t); /* "critical"; NULL for other */

struct tier_sum {
    uint64_t suppliers, clean, with_findings, incomplete, grades[GRADE_COUNT];
};

struct month_sum {
    day first;              /* of the month */
    int64_t uptime;         /* sum of fixed percents */
    uint32_t uptimes;       /* suppliers that reported it */
    fixed least;            /* COUNT_NONE when none reported */
    int64_t down;           /* seconds, reported or computed from uptime */
    uint32_t incidents, late; /* late: reported after more than 24 hours, or not at all */
    bool recorded;          /* a run of this month is in the register: the next say what was open after the last one */
    int64_t major, minor, overdue;
    uint32_t audits_done, audits_due, audits_missed, assessed;
};

struct control_sum {
    const char *name;       /* "ISO/IEC 27001:2022 A.5.20" */
    uint32_t rules;
    uint64_t conform, fail, open, waived, none; /* suppliers by their worst outcome; none: nothing applies */
};

struct portfolio {
    day as_of;
    bool facts;             /* any row had some */
    bool recorded;          /* any month has a run in the register */
    struct tier_sum tiers[TIER_COUNT];
    struct dated_list expiring, audits, done;
    uint64_t expired, within_30, within_60, within_90; /* certificates and contracts; each counted once */
    uint64_t audits_late, never_audited, stale_risks, no_risk;
    struct month_sum months[PORTFOLIO_MONTHS + PORTFOLIO_AHEAD];
    struct control_sum controls[PORTFOLIO_CONTROLS];
    size_t control_count;
    struct control_use { uint32_t rule, control; } uses[PORTFOLIO_USES]; /* which rules serve which control */
    size_t use_count;
    struct chains chains;
};

/* Walks over all rows of the run. False: out of memory. */
/* Adds what the register knows of earlier runs. False: it cannot be read. */
bool portfolio_register(struct portfolio *p, const struct run_report *r);
bool portfolio_gather(const struct run_report *r, struct portfolio *out);
void portfolio_free(struct portfolio *p);

/* ---- the parts of the walk (portfolio_*.c) ---- */
void portfolio_measure(struct portfolio *p, const struct fact *f);
void portfolio_incident(struct portfolio *p, const struct fact *f);
/* The place of the month of `d` in months[], or -1. */
int portfolio_month(const struct portfolio *p, day d);
/* Finds the controls of the run's rules, in the order of their names. */
void controls_init(struct portfolio *p, const struct run_report *r);
void controls_add(struct portfolio *p, const unsigned char *by_rule);
bool portfolio_dates(struct portfolio *p, const struct run_row *row);

#endif
