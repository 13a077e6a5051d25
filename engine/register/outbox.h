/* The outbox of notices, in the register: what is to be told to whom, until it was told.
 *
 * A channel has a mark: the last event that a notice of its was made of. Making a notice and moving the mark is one
 * transaction, so that nothing is told twice and nothing is lost. Sending takes three steps, each durable before the next:
 * waiting, handed over (written before the last byte goes out), and gone. What is found handed over after a kill may have
 * arrived or not: that is for the receiver or for a person to say, never for us to guess. */
#ifndef KIJUN_REGISTER_OUTBOX_H
#define KIJUN_REGISTER_OUTBOX_H

#include "register/ledger.h"

enum { OUTBOX_BODY = 16 * 1024 * 1024 };

enum outbox_state { OUTBOX_WAITING, OUTBOX_HANDED, OUTBOX_SENT, OUTBOX_SETTLED /* a person said that it arrived */ };

/* Makes the tables where they are missing (older versions of kijun leave them alone) and holds the outbox for this process;
 * *lock is for outbox_release, which a kill does as well. -1 with *f set: another process holds it. */
int outbox_hold(struct ledger *l, int *lock, struct fault *f);
void outbox_release(int lock);

/* A finding in which something happened since the channel's mark. Texts are valid during the call. */
struct outbox_change {
    struct ledger_entry now;
    enum finding_state before;  /* STATE_COUNT: it was not known */
    enum grade grade_before;    /* GRADE_NONE: it was not known */
    bool fell_due;              /* it became overdue since the channel was last told */
};

struct outbox_mark {
    int64_t event, now;         /* the channel's mark; the last event there is */
    day told, as_of;            /* the day of the run that it was told of; that of the last run. DAY_NONE: none */
    struct hash head;           /* of the history up to now */
};

/* Begins a transaction in which nothing else is recorded, and gives the channel's mark. End it with outbox_put or
 * ledger_rollback. */
int outbox_begin(struct ledger *l, const char *channel, struct outbox_mark *out, struct fault *f);
/* Every finding that changed, by supplier, rule and fingerprint. */
int outbox_changes(struct ledger *l, const struct outbox_mark *m, bool (*each)(void *context, const struct outbox_change *c),
                   void *context, struct fault *f);
/* Puts a notice in the outbox (none when `id` is NULL), moves the mark, and commits. */
int outbox_put(struct ledger *l, const char *channel, const struct outbox_mark *m, const char *id, const char *body,
               size_t len, instant at, struct fault *f);

struct outbox_entry {
    const char *id, *channel, *said;    /* said: why it did not go, the last time; NULL: not tried */
    enum outbox_state state;
    instant made;
    int64_t tries;
    const char *body;
    size_t len;
};

/* Those not gone, oldest first. `each` may mark them. Stops when it returns false. */
int outbox_each(struct ledger *l, bool (*each)(void *context, const struct outbox_entry *e), void *context, struct fault *f);
/* Durable when it returns 0. `said`: what happened; NULL leaves what stands there. */
int outbox_set(struct ledger *l, const char *id, enum outbox_state state, const char *said, instant at, struct fault *f);
/* For a person: from handed over to waiting or settled, or a waiting one to settled. `given`: the id, or its first eight or
 * more digits. */
int outbox_decide(struct ledger *l, const char *given, enum outbox_state state, instant at, struct fault *f);

#endif
