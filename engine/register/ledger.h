/* The register of nonconformities (不適合台帳): what was found, and what was done about it, over all runs.
 *
 * One SQLite file. The engine records runs, people record causes, plans and re-audits; both only ever append to the
 * history (table `event`), which is chained by hashes so that a change to it shows. The tables `finding` and `supplier` are what
 * the history adds up to, kept for fast listing; ledger_verify computes them again and compares.
 *
 * A finding is known by its fingerprint and never closed by a person while the check still fails. A handle belongs to
 * one thread; other processes may read at the same time (WAL), and writers wait for each other. */
#ifndef KIJUN_REGISTER_LEDGER_H
#define KIJUN_REGISTER_LEDGER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/hash.h"
#include "rules/due.h"
#include "rules/result.h"

struct ledger;

enum ledger_mode { LEDGER_READ, LEDGER_WRITE /* made when it is not there, migrated when it is older */ };

/* 0, or -1 with *f set: not a register, made by a newer kijun, locked for longer than 10 s, not writable. */
int ledger_open(const char *path, enum ledger_mode mode, struct ledger **out, struct fault *f);
void ledger_close(struct ledger *l);

/* ---- where a finding stands ---- */

enum finding_state {
    STATE_OPEN,         /* 未対応: found, nothing given yet (or found again) */
    STATE_CAUSE_GIVEN,  /* 原因回答済 */
    STATE_PLAN_GIVEN,   /* 計画回答済: with a due date */
    STATE_DONE,         /* 是正済: the supplier says so */
    STATE_RE_AUDIT,     /* 再監査待ち: the check passes, the policy wants a re-audit before closing */
    STATE_ACCEPTED,     /* 受容: covered by a waiver */
    STATE_CLOSED,       /* 完了 */
    STATE_COUNT
};
const char *state_name(enum finding_state s);                   /* "cause-given" */
enum finding_state state_named(const char *name);               /* STATE_COUNT when there is none */
const char *state_words(enum finding_state s, enum language l); /* "cause given", 原因回答済 */

/* What happens to a finding. The first five and the last are done by runs, the others by people. The register keeps
 * these numbers: new ones go to the end. */
enum ledger_action {
    ACTION_FOUND, ACTION_PASSED, ACTION_WAIVED, ACTION_WITHDRAWN /* the rule no longer applies */,
    ACTION_REGRADED,
    ACTION_CAUSE, ACTION_PLAN, ACTION_DONE, ACTION_EFFECTIVE, ACTION_NOT_EFFECTIVE, ACTION_NOTE, ACTION_ASSIGN,
    ACTION_RUN /* of no finding: a run was recorded */,
    ACTION_COUNT
};
const char *action_name(enum ledger_action a);                  /* "not-effective" */
const char *action_words(enum ledger_action a, enum language l);
/* ACTION_COUNT when there is no such action. */
enum ledger_action action_named(const char *name);
/* The state after `action` in state `from`; STATE_COUNT when that is not possible. `failing`: the check still fails. */
enum finding_state state_after(enum finding_state from, enum ledger_action action, bool failing);

/* ---- a run ---- */

/* One transaction from begin to commit: a run is recorded wholly or not at all. `at` is the time of the run. */
int ledger_begin(struct ledger *l, day as_of, instant at, const char *policy, const struct due_terms *terms,
                 struct fault *f);
/* Only nonconformities enter the register: neither what could not be judged, nor what the engine says about the customer's
 * own policy. */
bool ledger_enters(const struct result *r, const struct finding *f);
/* What a worker sends of a result: everything the register needs, as bytes. */
void ledger_item_write(const struct result *r, struct buffer *out);
/* Records one supplier from those bytes. Costs one look-up when nothing changed since the last run. */
int ledger_record(struct ledger *l, const char *item, size_t len, struct fault *f);
int ledger_commit(struct ledger *l, struct fault *f);
void ledger_rollback(struct ledger *l);

/* What a run changed, and what the register held after it. */
struct ledger_run {
    int64_t number;
    day as_of;
    instant at;
    const char *policy;
    bool counted;           /* false: recorded by a version that did not count; all that follows is 0 */
    int64_t suppliers;      /* judged in this run */
    int64_t appeared, returned, fixed, accepted; /* findings: new, back again, no longer failing, newly waived */
    int64_t open[GRADE_COUNT]; /* of the whole register: to be corrected by suppliers */
    int64_t overdue;        /* of those */
    int64_t re_audit, waived; /* of the whole register: waiting for a re-audit, covered by a waiver */
};
enum { RUN_TEXT = 1024 };

/* ---- people ---- */

struct ledger_change {
    const char *finding;    /* fingerprint, or the first eight or more digits of it */
    enum ledger_action action;
    const char *who;
    instant at;
    const char *text;       /* the cause, the plan, the note; the person for ACTION_ASSIGN */
    day due;                /* for ACTION_PLAN, and if wanted ACTION_NOT_EFFECTIVE; else DAY_NONE */
    day as_of;              /* the day on which it was so; DAY_NONE: that of `at` */
};
/* Refused, with what is possible now, when the transition is wrong or the finding is unknown or ambiguous. */
int ledger_change(struct ledger *l, const struct ledger_change *c, struct fault *f);

/* ---- reading ---- */

struct ledger_entry {
    const char *fingerprint, *supplier, *rule, *message, *clause, *document, *owner;
    const char *name, *tier; /* of the supplier; may be NULL */
    const char *text[LANGUAGE_COUNT];
    uint32_t line;
    enum grade grade;
    enum finding_state state;
    const char *waiver;     /* of STATE_ACCEPTED, for ledger_waiver; else NULL */
    bool failing;           /* in the last run of its supplier */
    day first_seen, last_seen /* the last run that made it */, last_change, due, closed;
    int32_t age;            /* days from first_seen until it was closed, or until the day of listing */
    int64_t recurrences;
    bool overdue, is_new;   /* as of the last run; new: first seen in it */
};

/* Days from one to the other, never less than 0. */
int32_t finding_age(day first_seen, day until);

/* What the event of a waiver says: "2026-12-31<tab>approver<tab>reason". */
struct ledger_waiver {
    day until;              /* DAY_NONE: it does not expire, or an older kijun recorded it without */
    const char *reason;     /* the rest of the text */
    const char *approver;   /* approver_len bytes of it */
    size_t approver_len;
};
/* False for NULL and for what an older kijun recorded. Points into `text`. */
bool ledger_waiver(const char *text, struct ledger_waiver *out);

struct ledger_filter {
    const char *supplier, *rule, *owner; /* NULL: any */
    const char *finding;    /* a whole fingerprint: only that one; NULL: any */
    enum grade grade;                    /* GRADE_NONE: any */
    bool has_state;                      /* only those in `state` */
    enum finding_state state;
    bool only_new, only_overdue, only_recurred, only_open /* all but closed */;
    bool has_since;         /* only_new: first seen after day `since`, instead of in the last run */
    day since;
};

/* The whole fingerprint for its first eight or more digits. -1 with *f set: there is none, or more than one. */
int ledger_find(struct ledger *l, const char *given, char fingerprint[33], struct fault *f);

/* Calls `each` for every finding that matches: overdue first, then grade, supplier, rule, fingerprint. Texts are
 * valid during the call. Stops when it returns false. `as_of` DAY_NONE: the day of the last run. */
int ledger_list(struct ledger *l, const struct ledger_filter *filter, day as_of,
                bool (*each)(void *context, const struct ledger_entry *e), void *context, struct fault *f);

/* The runs from the first (`after` 0) or after run number `after`, oldest first: the trend. */
int ledger_runs(struct ledger *l, int64_t after, bool (*each)(void *context, const struct ledger_run *r), void *context,
                struct fault *f);

struct ledger_event {
    int64_t number;
    instant at;
    const char *who, *fingerprint, *text;
    enum ledger_action action;
    enum finding_state from, to;    /* from is STATE_COUNT for the first */
    day as_of, due;
};
/* The history of one finding (its whole fingerprint), or of all when NULL, oldest first. */
int ledger_history(struct ledger *l, const char *finding, bool (*each)(void *context, const struct ledger_event *e),
                   void *context, struct fault *f);

/* ---- trust ---- */

/* Holds the chain of hashes and the derived tables against the history. -1 with *f naming the first event that does
 * not fit. */
int ledger_verify(struct ledger *l, struct fault *f);
/* One view of the register for all that is read until ledger_rollback, whoever writes meanwhile. */
int ledger_hold(struct ledger *l, struct fault *f);
/* How long the history is, and the hash of its last event: who has noted it down can tell later that nothing before it was
 * changed or taken away. */
int ledger_head(struct ledger *l, int64_t *events, struct hash *head, struct fault *f);
/* A consistent copy while others write. */
int ledger_backup(struct ledger *l, const char *path, struct fault *f);

#endif
