/* Reports on their way to the disk, a group at a time.
 *
 * Reports are written aside; when the group is large or old enough, all that was written becomes durable at once, then the
 * reports are renamed to where they belong, then the folder becomes durable. While one group waits for the disk the next
 * is written. Whoever is killed leaves whole reports and some files aside, which the next run clears away.
 *
 * With each supplier comes an entry for the journal. The entries of a group are appended before it becomes durable, and a
 * mark is appended when it is: what the journal does not name was never put in place, and what is marked is durable. */
#ifndef KIJUN_BATCH_STAGE_H
#define KIJUN_BATCH_STAGE_H

#include "base/fault.h"
#include "batch/output.h"

enum { STAGE_NAME = REPORT_NAME + 32 };

struct stage;
/* `folder` and `suppliers` are borrowed; `shown` is the output folder for messages, borrowed. Clears what a killed run left
 * aside. NULL with *f set. */
struct stage *stage_new(int folder, int suppliers, const char *shown, struct fault *f);
/* What was not flushed is dropped. */
void stage_free(struct stage *s);
/* The journal, open for appending; owned by the caller. -1: none is kept. */
void stage_keep_journal(struct stage *s, int journal);
/* Takes a report of the supplier in hand; left alone when the file holds these bytes already. */
int stage_report(struct stage *s, const char *name, const char *at, size_t len, struct fault *f);
/* The supplier in hand is complete: its entry for the journal, framed. */
int stage_entry(struct stage *s, const char *at, size_t len, struct fault *f);
/* Goes on with what can be done without waiting. */
int stage_poll(struct stage *s, struct fault *f);
/* Everything taken so far is durable and in place when this returns. */
int stage_flush(struct stage *s, struct fault *f);

#endif
