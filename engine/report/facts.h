/* Facts of one supplier that the overview of a portfolio and an audit plan need beside its result: what it reaches, whom it
 * uses, what expires, when it was audited, what it achieved.
 *
 * A worker writes them as bytes while it still has the documents; the supervisor reads them back and trusts nothing: a
 * reader that meets anything else than whole facts gives none and is `bad`. Texts are borrowed from the bytes. */
#ifndef KIJUN_REPORT_FACTS_H
#define KIJUN_REPORT_FACTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "documents/model.h"
#include "rules/result.h"

enum {
    FACTS_BYTES = 48 * 1024,    /* of one supplier: what does not fit is left out and FACT_CUT says so */
    FACT_TEXTS = 4, FACT_DAYS = 2, FACT_NUMBERS = 3
};

/* What each kind holds, in its order of texts; days; numbers. Absent: NULL, DAY_NONE, COUNT_NONE. */
enum fact_kind {
    FACT_PROFILE,       /* kind, category, customer; engaged */
    FACT_ASSET,         /* class, access, name; ; persons, sensitive (1 or 0) */
    FACT_CERTIFICATE,   /* standard, number; expires, issued: the newest of its standard */
    FACT_CONTRACT,      /* title, kind, file; expires, effective; renews (1 or 0), days of notice, in force (1 or 0) */
    FACT_SUBCONTRACTOR, /* name, country, task, id; approved; depth from 0, personal data (1 or 0): parents before children */
    FACT_RISK,          /* scenario, assessor; assessed; impact, likelihood */
    FACT_AUDIT,         /* method, id, scope, auditor; planned, performed; nonconformities, of them not closed */
    FACT_AUDIT_PROMISE, /* ; ; months, days: how often the contract promises an audit */
    FACT_MEASURE,       /* name; from, to; percent (fixed), seconds, count */
    FACT_INCIDENT,      /* severity, id; day; hours from detection to report, personal data (1 or 0) */
    FACT_CUT,           /* there is more than was written */
    FACT_KINDS
};

struct fact {
    enum fact_kind kind;
    const char *text[FACT_TEXTS];
    day day[FACT_DAYS];
    int64_t number[FACT_NUMBERS];
};

/* Where facts come from. `arena` is that of the subject and is used for scratch. */
struct facts_from {
    const struct subject *subject;  /* NULL: none */
    struct arena *arena;
};

void facts_write(const struct facts_from *from, const struct result *r, struct buffer *out);

struct facts {
    const char *at;
    size_t left;
    bool bad;
};

struct facts facts_open(const char *at, size_t len);
/* The next fact; false at the end and after anything that is no fact. */
bool facts_next(struct facts *f, struct fact *out);

/* ---- what facts say about audits ---- */

struct audit_state {
    day last;           /* performed; DAY_NONE: never */
    day next;           /* the earliest planned day that is still to come */
    day missed;         /* the earliest day that was planned, has passed, and was not followed by an audit */
    day promised;       /* when the next is due by the contract's frequency; DAY_NONE: none promised */
    int64_t open;       /* nonconformities of audits that are not closed */
    const char *method; /* of the last */
};
/* `since`: when counting begins for a supplier never audited: the start of the business or of the contract. */
struct audit_state facts_audits(struct facts f, day as_of);
/* True if an audit should have been held by this day: planned and not held, or promised. */
bool audit_overdue(const struct audit_state *a, day as_of);

#endif
