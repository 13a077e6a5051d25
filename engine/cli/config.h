/* Options that are not on the command line: from the environment (KIJUN_POLICY for --policy), else from the config file.
 *
 * The file is kijun.lua, data-only Lua (base/data_load.h): `return { policy = "standard", fail_on = "major" }`. It is looked
 * for in the working folder and upward from there, up to the home folder or the border of the file system. --config names
 * another, or "off".
 *
 * A file that was found may lie in somebody else's checkout. So it sets nothing that trust hangs on (keys, packs, the day, who
 * says so), what is written stays below its own folder and out of hidden ones, and it must belong to who runs this. One that
 * was named may write anywhere. */
#ifndef KIJUN_CLI_CONFIG_H
#define KIJUN_CLI_CONFIG_H

#include "cli/command.h"

#define CONFIG_FILE "kijun.lua"

/* Fills in what the command line left open, and c->config. 0, or -1 with *f set. */
int config_apply(struct command *c, struct fault *f);
/* The name of the environment variable of an option, in `out`. */
const char *config_variable(enum option_id id, char out[64]);
/* The name of an option as a key of the file, in `out`. */
const char *config_key(enum option_id id, char out[64]);
/* Where the value in force comes from: "kijun.lua:3", "KIJUN_LANG", "--lang"; NULL: it is the default. */
const char *config_where(const struct command *c, enum option_id id, char out[4200]);

#endif
