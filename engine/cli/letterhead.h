/* Who writes letters. */
#ifndef KIJUN_CLI_LETTERHEAD_H
#define KIJUN_CLI_LETTERHEAD_H

#include "base/arena.h"
#include "cli/command.h"
#include "report/letterhead.h"

/* From --letterhead, else letterhead.lua in the first path if it is there; texts live in `arena`. 0, or -1 with *f set. */
int letterhead_read(const struct command *c, struct arena *arena, struct letterhead *out, struct fault *f);

#endif
