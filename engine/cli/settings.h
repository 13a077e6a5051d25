/* What the options mean: checked, with defaults. */
#ifndef KIJUN_CLI_SETTINGS_H
#define KIJUN_CLI_SETTINGS_H

#include "base/value.h"
#include "batch/share.h"
#include "cli/command.h"
#include "report/report.h"
#include "rules/evaluate.h"

enum { SETTINGS_FORMATS = 12, SETTINGS_PATH = 4096, SETTINGS_FOLDERS = 6 };

/* Each gives the value or its default; -1 with *f set when the value makes no sense. */
int setting_as_of(const struct command *c, day *out, struct fault *f);
/* The day that an option names; DAY_NONE: it is not given. */
int setting_day(const struct command *c, enum option_id id, day *out, struct fault *f);
/* DAY_NONE without --since; it needs a register. */
int setting_since(const struct command *c, bool has_register, day *out, struct fault *f);
int setting_fail_on(const struct command *c, enum grade *out, struct fault *f); /* GRADE_COUNT: never */
int setting_jobs(const struct command *c, int *out, struct fault *f);
int setting_deadline(const struct command *c, int *out, struct fault *f);
/* A whole number from `least` to `most`; *out is left alone when the option is not given. */
int setting_number(const struct command *c, enum option_id id, int least, int most, int *out, struct fault *f);
int setting_audience(const struct command *c, enum audience *out, struct fault *f);
/* --shard: K/N, or auto from the environment of an array job; left alone when it is not given. */
int setting_shard(const struct command *c, struct share *out, struct fault *f);
/* The formats in a list, each once, NULL-terminated. */
int setting_format_list(const char *list, const struct report_format *out[SETTINGS_FORMATS + 1], struct fault *f);
/* The formats named, each once, NULL-terminated; `standard` is taken when none is named. */
int unknown_format(enum option_id id, const char *name, struct fault *f); /* -1: --output names no format */
/* Adds a format unless it is there. */
int setting_add_format(const struct report_format *format, const struct report_format **out, size_t *count, struct fault *f);
int setting_formats(const struct command *c, const char *standard, const struct report_format *out[SETTINGS_FORMATS + 1],
                    struct fault *f);

/* Sets *out to the day of a portfolio that says it is a snapshot; leaves it for any other. -1: it says it wrongly. */
int snapshot_day(const char *path, day *out, struct fault *f);

/* Where installed packs and trusted keys are kept: KIJUN_HOME, or kijun below the user's data folder. */
int pack_home(char out[SETTINGS_PATH], struct fault *f);
/* Where loaded policies are kept from run to run: $KIJUN_CACHE, or the user's cache folder. false: nowhere ("off"). */
bool cache_folder(char out[SETTINGS_PATH]);
/* Holds every installed pack against its signature; nothing of them is loaded before. */
int verify_installed(struct fault *f);

/* Loads the policy that --policy names. NULL after all mistakes were printed; *code is then the exit code. */
struct ruleset *load_policy(const struct command *c, int *code);
/* The same for judging and recognising only, kept from run to run (rules/image.h). */
struct ruleset *load_policy_to_judge(const struct command *c, int *code);
/* The folder of the pack that an argument means: a folder with a pack.lua, or the name of a pack in --packs, of a shipped
 * or of an installed one. false: it means none. */
bool find_pack(const struct command *c, const char *argument, char folder[SETTINGS_PATH]);
/* True for a folder with a pack.lua that may be read. */
bool is_pack(const char *folder);
/* True for the name of a pack that is shipped. */
bool comes_with_kijun(const char *name);
/* Sets *f: there is no such pack, with the near one of those that are shipped or installed. -1. */
int no_such_pack(const char *argument, struct fault *f);
/* Loads this pack alone, and what it requires; as load_policy. */
struct ruleset *load_pack(const struct command *c, const char *folder, int *code);
/* The same for the pack that the first argument means; its folder is written to `folder`. */
struct ruleset *load_named_pack(const struct command *c, char folder[SETTINGS_PATH], int *code);
/* Makes the tables in README.md of the pack anew. 0, or -1 with *f set. */
int renew_pack_page(const struct ruleset *rules, const char *folder, struct fault *f);

#endif
