/* The history that a report shows: of each finding, and of what is no longer, or not now, among them. Plain data; its texts
 * are borrowed from the register's past and from the result. */
#ifndef KIJUN_REGISTER_HISTORY_H
#define KIJUN_REGISTER_HISTORY_H

#include "register/ledger.h"

/* What became of a finding between two days. */
enum change {
    CHANGE_NONE,        /* open on neither day */
    CHANGE_NEW,         /* 新規 */
    CHANGE_BACK,        /* 再発・再検出: known, was not open then, is open now */
    CHANGE_STILL,       /* 継続 */
    CHANGE_FIXED,       /* 是正: was open then, the check passes now */
    CHANGE_ACCEPTED,    /* 受容: was not accepted then, is covered by a waiver now */
    CHANGE_COUNT
};
const char *change_name(enum change c);                     /* "back" */
const char *change_words(enum change c, enum language l);   /* "back again" */

struct finding_history {
    enum finding_state state;   /* after this run; STATE_COUNT: such a finding does not enter the register */
    day first_seen, last_seen, due;
    int32_t age;                /* days from first_seen to the day of the run */
    int64_t recurrences;
    const char *owner;          /* NULL: nobody */
    bool overdue;
    enum change change;         /* since the supplier's last run */
    enum change since;          /* since history.since; CHANGE_NONE when that is not asked */
};

/* A finding that the register knows and the result does not have: it passes now, or its rule could not be judged. */
struct absent_finding {
    const char *fingerprint, *rule, *message, *clause, *document, *text[LANGUAGE_COUNT];
    uint32_t line;
    enum grade grade;
    struct finding_history history;
};

struct history {
    day last_run;               /* of this supplier; DAY_NONE: it is new */
    day since;                  /* DAY_NONE: not asked */
    const struct finding_history *findings; /* one for each of result.findings */
    size_t absent_count;
    const struct absent_finding *absent;    /* by fingerprint */
    uint32_t changes[CHANGE_COUNT], since_changes[CHANGE_COUNT], overdue;
};

#endif
