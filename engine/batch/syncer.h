/* Waits for the disk beside the supervisor: a process of its own once there is much to wait for, so that suppliers are
 * judged and written while what was written before becomes durable. It writes nothing itself. */
#ifndef KIJUN_BATCH_SYNCER_H
#define KIJUN_BATCH_SYNCER_H

#include <stdbool.h>
#include <sys/types.h>

enum sync_what { SYNC_DATA, SYNC_NAMES }; /* all data of the file system; the entries of the folder */

struct syncer {
    int folder;         /* borrowed */
    pid_t pid;          /* 0: no process, syncing is done by who asks */
    int socket;
    bool asked, answered;
    int error;          /* of the answer */
};

void syncer_init(struct syncer *y, int folder);
void syncer_free(struct syncer *y);
/* Starts the process; without one everything works, too, but waits. */
void syncer_start(struct syncer *y);
/* Asks for one thing; the answer to the last one was taken. */
void syncer_ask(struct syncer *y, enum sync_what what);
/* True with *error (0: durable) when the answer is there; `wait` until it is. A failed sync is never tried again: after EIO
 * the kernel may have dropped what it could not write. */
bool syncer_answer(struct syncer *y, bool wait, int *error);

#endif
