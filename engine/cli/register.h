/* How `kijun register` shows what is in the register. */
#ifndef KIJUN_CLI_REGISTER_H
#define KIJUN_CLI_REGISTER_H

#include "cli/command.h"
#include "register/ledger.h"

/* The findings that the options select: as a table, or --format csv or json. */
int register_list(const struct command *c, struct ledger *l, struct fault *f);
/* What each run came to, oldest first. */
int register_runs(const struct command *c, struct ledger *l, struct fault *f);
/* What was done: of one finding, or of all when NULL. */
int register_history(const struct command *c, struct ledger *l, const char *finding, struct fault *f);
/* One finding in full, with its history. */
int register_show(const struct command *c, struct ledger *l, const char *finding, struct fault *f);

#endif
