/* Notices: what is new or changed in the register, told to people by webhook, chat or mail.
 *
 * A notice is rendered once, kept in the register's outbox, and sent as it was kept, under an id that stays the same. */
#ifndef KIJUN_EXCHANGE_NOTICE_H
#define KIJUN_EXCHANGE_NOTICE_H

#include "base/buffer.h"
#include "exchange/access.h"
#include "rules/result.h"

/* Why a finding is in a notice, the most pressing first. */
enum notice_change {
    NOTICE_NEW, NOTICE_BACK, NOTICE_OVERDUE, NOTICE_REGRADED, NOTICE_MOVED /* somebody gave a cause, a plan, ... */,
    NOTICE_ACCEPTED, NOTICE_FIXED, NOTICE_CHANGES
};
const char *notice_change_name(enum notice_change c);                   /* "new" */
const char *notice_change_words(enum notice_change c, enum language l); /* "new", 新規 */
/* NOTICE_CHANGES: there is none of this name. */
enum notice_change notice_change_named(const char *name);

struct notice_item {
    enum notice_change change;
    enum grade grade;
    const char *fingerprint, *supplier, *rule, *state;
    const char *name, *tier, *owner, *clause, *document; /* may be NULL */
    const char *text;       /* in the notice's language */
    uint32_t line;
    day due;                /* DAY_NONE: none */
};

struct notice {
    const char *id;         /* stays the same however often it is sent */
    const char *channel, *link /* to the reports; NULL */;
    enum language language;
    instant at;             /* when it was made */
    day as_of;              /* of the run that it tells of */
    uint32_t counts[NOTICE_CHANGES];
    const struct notice_item *items; /* by change, grade, supplier, rule */
    size_t count;
};

/* ---- who is told ---- */

enum channel_kind { CHANNEL_WEBHOOK, CHANNEL_SLACK, CHANNEL_TEAMS, CHANNEL_MAIL };

struct channel {
    const char *name;
    enum channel_kind kind;
    enum language language;
    enum grade grade;               /* from this one on; GRADE_NONE: all */
    uint32_t changes;               /* 1 << notice_change */
    const char *const *suppliers;   /* only these */
    size_t supplier_count;          /* 0: all */
    const char *link;
    /* webhooks and chats */
    const char *url, *secret;       /* secret: of the signature; NULL: none */
    const char *authorization;
    const char *receipts;           /* an address with {id}: answers 200 when a notice arrived, 404 when not; NULL */
    bool idempotent;                /* the receiver drops a notice whose id it knows */
    /* mail */
    const char *server, *user, *password, *from, *reply_to;
    const char *const *to;
    size_t to_count;
};

struct channels {
    struct access access;
    const struct channel *all;
    size_t count;
};

/* Reads a file of notices (engine/exchange/README.md). Everything lives in `arena`. 0, or -1 with *f set. */
int channels_read(const char *path, enum language standard, struct arena *arena, struct channels *out, struct fault *f);

/* What is sent: a JSON body, or a whole mail message. */
void notice_render(const struct notice *n, const struct channel *c, struct buffer *out);

/* ---- sending ---- */

enum notice_sent {
    NOTICE_TAKEN,       /* the other side said so */
    NOTICE_NOT_TAKEN,   /* certainly not: *f says why; may be sent again */
    NOTICE_DOUBT        /* it may have everything, and did not say so: *f says what happened */
};

/* Sends what notice_render made. `before_last` is called before the last byte goes out; when it fails nothing arrives. */
enum notice_sent notice_send(const struct channel *c, const struct access *a, const char *id, const char *at, size_t len,
                             instant now, int (*before_last)(void *context), void *context, struct fault *f);
/* Asks the receiver whether a notice in doubt arrived (c->receipts). NOTICE_DOUBT: it gave no clear answer. */
enum notice_sent notice_ask(const struct channel *c, const struct access *a, const char *id, instant now, struct fault *f);

#endif
