/* Work that is done beside the supervisor by a process of its own, which has all that the supervisor had when it began. */
#ifndef KIJUN_BATCH_BESIDE_H
#define KIJUN_BATCH_BESIDE_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/fault.h"

struct beside {
    pid_t pid;          /* 0: there is no process */
    int answer;         /* pipe */
};

/* Runs `work` (0, or -1 with *f set) in a process that dies with the supervisor; `closed` is closed there (-1: nothing). False
 * when there can be none: then the caller has to do the work. */
bool beside_start(struct beside *b, int (*work)(void *context, struct fault *f), void *context, int closed);
/* Waits for its end: what `work` returned; also -1 when the process was killed. */
int beside_end(struct beside *b, struct fault *f);
/* Ends it at once. */
void beside_kill(struct beside *b);

#endif
