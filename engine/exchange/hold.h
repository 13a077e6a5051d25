/* One process at a time works on what a folder keeps of the network. */
#ifndef KIJUN_EXCHANGE_HOLD_H
#define KIJUN_EXCHANGE_HOLD_H

#include "base/fault.h"

/* Takes the lock file `name` in the folder; *lock is its descriptor, which the caller closes and which lets go; -1 when it could
 * not be opened. -1 with *f set when another process holds it or it cannot be written. */
int hold_folder(int folder, const char *name, int *lock, struct fault *f);

#endif
