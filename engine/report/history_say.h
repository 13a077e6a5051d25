/* What the register knows, in the words of a report. Private to the report floor. Without a register nothing is said. */
#ifndef KIJUN_REPORT_HISTORY_SAY_H
#define KIJUN_REPORT_HISTORY_SAY_H

#include "register/history.h"
#include "report/say.h"

/* Of the n-th finding of the result; NULL when there is no register, or the finding is none that it keeps. */
const struct finding_history *history_of(const struct view *v, const struct finding *f);
/* False for what this audience is not shown. */
bool absent_shown(const struct view *v, const struct absent_finding *a);
/* Its rule could not be judged this time, so that it is still open; else it passes. */
bool absent_is_open(const struct absent_finding *a);
/* What this audience is shown of the changes, added up. */
struct run_changes changes_shown(const struct view *v);

/* The parts of a line about one finding, in their order; each is said by history_part when history_has. */
enum history_part {
    HISTORY_STATE, HISTORY_CHANGE, HISTORY_SINCE, HISTORY_FIRST, HISTORY_DUE, HISTORY_RECURRED, HISTORY_OWNER,
    HISTORY_PARTS
};
bool history_has(const struct view *v, const struct finding_history *h, enum history_part part);
void history_part(const struct view *v, const struct finding_history *h, enum history_part part);
/* All of them, separated by " · ". */
void say_history(const struct view *v, const struct finding_history *h);

/* "Since the last run (2026-03-01)", "Since 2026-01-01", or that there was no run before. */
void say_last_run(const struct view *v, day last_run);
void say_since(const struct view *v, day since);
/* "new 2, back again 1, still open 4, fixed 3, risk accepted 0" */
void say_changes(const struct view *v, const uint64_t changes[CHANGE_COUNT]);
/* The changes in the order in which they are told. */
extern const enum change changes_told[];
enum { CHANGES_TOLD = 5 };

#endif
