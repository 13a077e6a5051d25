/* One step in the life of a finding: the history and the finding's row are written together, here only. */
#ifndef KIJUN_REGISTER_MOVE_H
#define KIJUN_REGISTER_MOVE_H

#include "register/store.h"

struct standing {
    enum finding_state state; /* STATE_COUNT: not in the register yet */
    bool failing;
    enum grade grade;
};

struct move {
    const char *fingerprint, *who, *text; /* text may be NULL */
    enum ledger_action action;
    instant at;
    day as_of, due;     /* due: DAY_NONE leaves it */
    enum grade grade;   /* after the step */
    struct standing before;
};

/* The standing after the step; its state is STATE_COUNT when the step is not possible. */
struct standing move_result(const struct ledger_terms *terms, const struct move *m);
int move_apply(struct ledger *l, const struct move *m, struct fault *f);

#endif
