/* The inside of the past. Private to the register floor. */
#ifndef KIJUN_REGISTER_PAST_PARTS_H
#define KIJUN_REGISTER_PAST_PARTS_H

#include "register/past.h"
#include "register/step.h"

struct past_texts {
    const char *rule, *message, *clause, *document, *text[LANGUAGE_COUNT];
    uint32_t line;
};

struct past_finding {
    struct hash fingerprint;
    struct standing standing;
    day first_seen, last_seen;      /* last_seen DAY_NONE: in the supplier's last run */
    enum finding_state then;        /* on past.since; STATE_COUNT: not known then */
    const char *owner;
    const struct past_texts *texts; /* NULL: neither open now nor then */
};

struct past_supplier {
    const char *id;
    day seen;                       /* its last run */
    size_t first, count;            /* its findings, by fingerprint */
};

struct past {
    struct arena *arena;
    size_t supplier_count, supplier_size, finding_count, finding_size;
    struct past_supplier *suppliers; /* by id */
    struct past_finding *findings;
    day since, last_run;
    bool torn;                      /* a finding of a supplier that is not there: from outside, or by damage */
    struct hash head;
};

#endif
