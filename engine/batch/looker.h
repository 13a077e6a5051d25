/* Looks at the folders of known suppliers, beside the walk that comes to them later.
 *
 * On a night on which little changed, looking at files takes most of the time. A process beside the supervisor goes ahead of the
 * walk; whenever the walk has caught up it leaves it the next folders and goes on behind them. The walk takes its answer where
 * there is one, and else looks itself: it never waits. */
#ifndef KIJUN_BATCH_LOOKER_H
#define KIJUN_BATCH_LOOKER_H

#include <stdint.h>

#include "batch/known.h"

enum looked { LOOKED_NOT, LOOKED_SAME, LOOKED_OTHER };

struct looker;
/* `folder` is that of the file of `known`, `closed` a descriptor that only the supervisor may hold. NULL when there is no
 * need for one, or it cannot be had. */
struct looker *looker_start(const struct known *known, int folder, int closed);
void looker_free(struct looker *l);
/* What is known of the folder in the entry with this number. `l` may be NULL. */
enum looked looker_answer(struct looker *l, uint64_t number);

#endif
