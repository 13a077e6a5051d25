/* What `kijun doctor` looks at: one line each, with what to do where something is missing or odd. */
#ifndef KIJUN_CLI_DOCTOR_H
#define KIJUN_CLI_DOCTOR_H

#include "cli/command.h"

enum health { HEALTH_GOOD, HEALTH_ODD /* works, but look at it */, HEALTH_BAD };

enum { DOCTOR_LINES = 128, DOCTOR_TEXT = 640 };

struct doctor_line {
    enum health health;
    const char *about;          /* a stable name: "sandbox" */
    char found[DOCTOR_TEXT], advice[DOCTOR_TEXT]; /* advice "": nothing to do */
};

struct doctor {
    const struct command *c;
    size_t count;
    struct doctor_line lines[DOCTOR_LINES];
};

/* Adds a line; the text in the language of the command. Advice may be NULL. */
void doctor_say(struct doctor *d, enum health health, const char *about, const char *advice, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
/* The same for a fault. */
void doctor_fault(struct doctor *d, enum health health, const char *about, const struct fault *f);
bool doctor_is_ja(const struct doctor *d);

/* The checks of the machine (doctor_machine.c). */
void doctor_libraries(struct doctor *d);
void doctor_sandbox(struct doctor *d);
void doctor_folders(struct doctor *d);
void doctor_environment(struct doctor *d);

#endif
