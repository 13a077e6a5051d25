/* Takes from a worker process what it does not need: it may read files, compute, and answer its supervisor. */
#ifndef KIJUN_BATCH_CONFINE_H
#define KIJUN_BATCH_CONFINE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"

struct confinement {
    void *filter;           /* a compiled seccomp filter: an array of struct sock_filter; NULL: none could be made */
    unsigned short length;
    int cpu_seconds;        /* a last resort, should the supervisor be gone */
    size_t extra_bytes;     /* of address space */
};

/* Compiles the filter once, before any fork. */
int confinement_make(struct confinement *c, int cpu_seconds, struct fault *f);
void confinement_free(struct confinement *c);
/* In the worker: limits, no new privileges, all descriptors closed but `keep` and standard error, then the filter. False
 * if the kernel refused the filter; everything else is then in force. */
bool confinement_enter(const struct confinement *c, int keep);

#endif
