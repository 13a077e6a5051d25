/* A supplier's corrective actions as XML (urn:kijun:corrective-action:1; fixtures/schemas/corrective-action.xsd): the
 * register writes a file of what is open, the supplier fills it in, the register takes it back. */
#ifndef KIJUN_REGISTER_REPLY_H
#define KIJUN_REGISTER_REPLY_H

#include "base/arena.h"
#include "register/ledger.h"

enum { REPLY_BYTES = 8 * 1024 * 1024, REPLY_FINDINGS = 10000, REPLY_TEXT = 4000 /* bytes of a cause or an action */ };

/* What the supplier says of one finding; NULL and DAY_NONE where nothing is filled in. */
struct reply_item {
    uint32_t line;
    const char *finding;            /* its whole fingerprint */
    const char *cause, *action, *by;
    day planned;                    /* for action */
    day done;                       /* on which the action was completed */
};

struct reply {
    const char *file;               /* for messages */
    const char *supplier;
    day as_of;                      /* of the last run before the file was written */
    uint32_t history;               /* the number of the last event then: what came after it, the supplier did not know */
    size_t count;
    struct reply_item *items;
};

/* The file for a supplier: every finding that is open, with a place for the reply, and what was replied before. -1 with *f
 * set when the register does not know the supplier. */
int reply_write(struct ledger *l, const char *supplier, struct buffer *out, struct fault *f);
/* Reads one, in the arena. -1 with *f set: file, line, what was expected. */
int reply_read(const char *file, const char *at, size_t len, struct arena *arena, struct reply *out, struct fault *f);

struct reply_outcome {
    uint32_t recorded;              /* causes, plans and completions */
    uint32_t known;                 /* had been recorded before */
    uint32_t settled;               /* of findings that are no longer open: not needed any more */
    uint32_t empty;                 /* findings without a reply */
};

/* Records it in one transaction: all of it, or nothing with *f naming the line. Taking the same file twice changes nothing the
 * second time. `who` enters it. */
int reply_take(struct ledger *l, const struct reply *r, const char *who, instant at, struct reply_outcome *out,
               struct fault *f);

#endif
