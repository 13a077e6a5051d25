/* Several requests at once, within limits by host. Private to the exchange floor. */
#ifndef KIJUN_EXCHANGE_CREW_H
#define KIJUN_EXCHANGE_CREW_H

#include <stddef.h>

#include "base/fault.h"

struct crew_work {
    size_t count;
    int concurrency;        /* at once to one host */
    int rate;               /* begun in a second, to one host */
    const char *(*host)(void *context, size_t i);
    void (*one)(void *context, size_t i); /* any thread, several at once, each i once */
    void *context;
};

/* Does all of it and returns. -1 with *f set when memory is out: nothing was done. */
int crew_run(const struct crew_work *w, struct fault *f);

#endif
