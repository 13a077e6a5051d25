/* What a run knows of earlier runs, and writes down for later ones.
 *
 *     OUT/.kijun-known     of the last run that came to its end: an entry for each supplier (known.h)
 *     OUT/.kijun-journal   of a run under way: an entry for each supplier that it finished, in the order of finishing
 *
 * A journal that is there when a run begins was left by one that was stopped or killed; it is joined with what was known
 * before anything else is done. What its groups had not finished is judged again; their reports are known by name, so that
 * none is left behind for good. When a run comes to its end, what it kept and what it judged is written as known, reports that
 * are out of date are removed, and the journal goes. */
#ifndef KIJUN_BATCH_NOTEBOOK_H
#define KIJUN_BATCH_NOTEBOOK_H

#include "batch/known.h"
#include "batch/output.h"
#include "batch/records.h"
#include "report/report.h"

#define JOURNAL_FILE ".kijun-journal"

struct notebook;
/* `head` describes this run. `full`: what is known is not used. `resume`: an interrupted run with the same basis and day must
 * have been left. NULL with *f set. */
struct notebook *notebook_open(struct output *o, const struct known_head *head, bool full, bool resume, struct fault *f);
void notebook_free(struct notebook *n);
/* What may stand for judging anew; NULL: nothing. */
struct known *notebook_known(struct notebook *n);
/* True if the reports that an entry speaks of are there. They are looked for only when the folder was changed since. */
bool notebook_has_reports(const struct notebook *n, const struct entry *e);
/* The subject at this path shares its id with another: what became of it stands for nothing. */
int notebook_spoil(struct notebook *n, const char *path, struct fault *f);
/* The day of the interrupted run that left this folder. 0, or -1 with *f set: there is none. */
int notebook_resume_day(const char *out, day *as_of, struct fault *f);
/* The run came to its end: removes what is out of date and writes what is known now, to be put in place by output_finish. */
int notebook_finish(struct notebook *n, struct fault *f);
/* Once that is in place: the journal goes. */
void notebook_over(struct notebook *n);

#endif
