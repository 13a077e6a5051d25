/* Messages on standard error, for people or for machines: --log-format text or json, --verbose, --quiet.
 *
 * As JSON each message is an object on a line of its own: time (UTC, the only thing here that has a clock), level (error,
 * warning, info, debug), event (a stable name), message (in the language asked for); and of a fault code (its stable name), file,
 * line and advice. Numbers of an event are members of their own. */
#ifndef KIJUN_CLI_LOG_H
#define KIJUN_CLI_LOG_H

#include "cli/command.h"

enum log_level { LEVEL_ERROR, LEVEL_WARNING, LEVEL_INFO, LEVEL_DEBUG };

struct log_number {
    const char *name;           /* NULL: the end */
    uint64_t n;
};

/* Takes the options; before it, messages are text. 0, or -1 with *f set. */
int log_start(const struct command *c, struct fault *f);
bool log_is_json(void);
/* True if a message of this level is written: errors always; warnings unless --quiet; more with --verbose, and as JSON
 * what happens (info) without it. */
bool log_wants(enum log_level level);
void log_fault(enum log_level level, const struct fault *f, enum language language);
/* `numbers`: NULL, or ended by a row without a name; written as JSON only. */
void log_event(enum log_level level, const char *event, const struct log_number *numbers, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

#endif
