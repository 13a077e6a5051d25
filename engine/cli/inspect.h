/* Reading documents in a confined worker and showing what came of them, one subject after the other: what the verbs that
 * look at documents share. */
#ifndef KIJUN_CLI_INSPECT_H
#define KIJUN_CLI_INSPECT_H

#include "base/arena.h"
#include "cli/settings.h"
#include "documents/load.h"

struct inspection {
    const struct command *c;
    const char *const *paths;       /* ends with NULL */
    void *own;                      /* the verb's */
    /* In the worker, before the first subject; false: out of memory. NULL: nothing to prepare. */
    bool (*prepare)(struct inspection *i);
    /* In the worker: writes what is shown of i->subject, which may be NULL with i->fault saying why. */
    void (*write)(struct inspection *i, struct buffer *out);
    /* Takes what was written of one subject; NULL: it goes to standard output. */
    void (*show)(struct inspection *i, const char *at, size_t len);
    int code;                       /* the exit code so far */
    const struct data *mapping;     /* of spreadsheets, beside the first path; NULL: none */
    /* In the worker. */
    struct loader *loader;
    struct arena *arena;            /* of the subject */
    struct subject *subject;
    const char *path;               /* of the subject */
    struct fault fault;
};

/* Shows every subject at the paths, and the faults of their documents; returns the exit code. */
int inspect(struct inspection *i);
/* Tells a fault; the exit code is at least that of its class from here on. */
void inspect_fault(struct inspection *i, const struct fault *f);

#endif
