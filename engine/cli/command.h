/* The command line: one table of verbs and one of options drive parsing, help, the manual and completion. */
#ifndef KIJUN_CLI_COMMAND_H
#define KIJUN_CLI_COMMAND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/language.h"

enum option_id {
    OPTION_POLICY, OPTION_PACKS, OPTION_OUT, OPTION_OUTPUT, OPTION_FORMAT, OPTION_LANG, OPTION_AS_OF, OPTION_FAIL_ON, OPTION_JOBS,
    OPTION_AUDIENCE, OPTION_DEADLINE, OPTION_QUIET, OPTION_REGISTER, OPTION_RE_AUDIT, OPTION_WHO, OPTION_TEXT, OPTION_DUE, OPTION_SUPPLIER,
    OPTION_RULE, OPTION_OWNER, OPTION_GRADE, OPTION_STATE, OPTION_KEY, OPTION_ROLLBACK, OPTION_NEW, OPTION_OPEN, OPTION_OVERDUE, OPTION_RECURRED,
    OPTION_COVERAGE, OPTION_SINCE,
    OPTION_UPDATE, OPTION_LOCKED, OPTION_ALLOW_PRIVATE, OPTION_CA, OPTION_BENCH, OPTION_YES,
    OPTION_CAPACITY, OPTION_MONTHS, OPTION_SAMPLE, OPTION_SEED, OPTION_LETTERHEAD,
    OPTION_FULL, OPTION_RESUME, OPTION_METRICS, OPTION_SHARD,
    OPTION_BASELINE, OPTION_RATCHET, OPTION_HTML,
    OPTION_TO, OPTION_INTO, OPTION_RESEND, OPTION_SETTLE,
    OPTION_CONFIG, OPTION_VERBOSE, OPTION_LOG_FORMAT,
    OPTION_HELP,
    OPTION_COUNT
};

enum { COMMAND_OUTPUTS = 16 };

struct option {
    const char *name;           /* without "--" */
    char letter;                /* 0: none */
    const char *value;          /* what it takes, for help: "FILE"; NULL: nothing */
    const char *doc[LANGUAGE_COUNT];
};

struct command;

enum option_source {
    SOURCE_ENVIRONMENT = 1,
    SOURCE_FILE = 2,            /* the config file */
    SOURCE_READS = 4,           /* it is a path: relative to the file */
    SOURCE_WRITES = 8,          /* the same, of what is written */
    SOURCE_CHECK = 16           /* these set it for `kijun check` only */
};

/* Every option has a row: where else it may be set, or why it may not. */
struct option_setting {
    const char *standard;       /* the default, where there is one to tell */
    unsigned source;            /* of enum option_source; 0: the command line only */
    const char *only_here;      /* then: why */
};

enum origin_kind { ORIGIN_DEFAULT, ORIGIN_FILE, ORIGIN_ENVIRONMENT, ORIGIN_FLAG };
struct setting_origin {
    enum origin_kind kind;
    uint32_t line;              /* of the config file */
};

/* Options as bits: 1 << option_id. */
typedef unsigned __int128 option_set;
_Static_assert(OPTION_COUNT <= 8 * sizeof(option_set), "an option has no bit");

struct verb {
    const char *name;
    const char *arguments;      /* for help: "PATH..."; NULL: none */
    size_t least, most;         /* arguments */
    option_set options;
    const char *doc[LANGUAGE_COUNT];
    int (*run)(const struct command *c); /* returns the exit code */
};

struct command {
    const struct verb *verb;
    enum language language;
    const char *values[OPTION_COUNT]; /* as given, the last one counts; NULL: not given */
    struct setting_origin origins[OPTION_COUNT];
    const char *config;         /* the config file in force; NULL: none */
    struct fault config_fault;  /* what is wrong with the settings, for verbs that work all the same */
    struct arena *arena;        /* of what comes from there */
    const char *outputs[COMMAND_OUTPUTS]; /* each --output */
    size_t output_count;
    const char **arguments;     /* borrowed from argv, ends with NULL */
    size_t count;
};

/* What stands behind the name of a verb that does several things, for help. */
struct verb_action {
    const char *verb, *action, *arguments; /* NULL: it takes none */
};

extern const struct verb_action verb_actions[]; /* by verb; ends with a row whose verb is NULL */
extern const struct verb verbs[];       /* ends with a row whose name is NULL */
extern const struct option options[OPTION_COUNT];
extern const struct option_setting option_settings[OPTION_COUNT];

/* Exit codes that the command line gives by itself; those of a run: run_exit_code. */
enum { EXIT_CLEAN = 0, EXIT_FINDINGS = 1, EXIT_USAGE = 2, EXIT_INCOMPLETE = 3, EXIT_OUTPUT = 4 };

const struct verb *verb_named(const char *name);
/* True if it works though the settings are wrong. */
bool verb_is_lenient(const struct verb *v);
bool verb_takes(const struct verb *v, int id);
/* The language of messages: --lang if it stands anywhere, else that of the environment. */
enum language command_language(int argc, char **argv);
/* Reads argv[1..], the environment and the config file. 0, or -1 with *f set; c->verb says in which verb, if it was reached.
 * Free c->arguments and c->arena. */
int command_parse(int argc, char **argv, struct command *c, struct fault *f);
/* Refuses a command line whose output would be written over a file that it names to be read. */
int overwrite_check(const struct command *c, struct fault *f);

/* Every verb's help, or that of one. */
void help_write(FILE *to, const struct verb *verb, enum language language);

/* Prints a fault with its advice, for people. */
void tell_fault(FILE *to, const struct fault *f, enum language language);
/* Prints it to standard error; returns the exit code of its class. */
int fail_with(const struct fault *f, enum language language);

/* Names the place where an option was given, unless it was the command line; returns -1. */
int option_fault(const struct command *c, enum option_id id, struct fault *f);

/* The verbs (verb_*.c). */
int verb_audit_pack(const struct command *c);
int verb_baseline(const struct command *c);
int verb_config(const struct command *c);
int verb_check(const struct command *c);
int verb_diff(const struct command *c);
int verb_doctor(const struct command *c);
int verb_doc(const struct command *c);
int verb_explain(const struct command *c);
int verb_lint(const struct command *c);
int verb_convert(const struct command *c);
int verb_dump(const struct command *c);
int verb_recognise(const struct command *c);
int verb_rules(const struct command *c);
int verb_merge(const struct command *c);
int verb_letters(const struct command *c);
int verb_plan(const struct command *c);
int verb_deliver(const struct command *c);
int verb_fetch(const struct command *c);
int verb_notify(const struct command *c);
int verb_pack(const struct command *c);
int verb_questionnaire(const struct command *c);
int verb_register(const struct command *c);
int verb_schema(const struct command *c);
int verb_test(const struct command *c);
int verb_completion(const struct command *c);
int verb_manual(const struct command *c);
int verb_version(const struct command *c);
int verb_help(const struct command *c);

#endif
