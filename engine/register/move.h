/* One step in the life of a finding: the history and the finding's row are written together, here only. */
#ifndef KIJUN_REGISTER_MOVE_H
#define KIJUN_REGISTER_MOVE_H

#include "register/step.h"
#include "register/store.h"

struct move {
    const char *fingerprint, *who, *text; /* text may be NULL */
    struct step step;
    instant at;
    day as_of;
    struct standing before;
};

/* 0, or -1 with *f set. `after`: where the finding stands then; may be NULL. */
int move_apply(struct ledger *l, const struct move *m, struct standing *after, struct fault *f);

/* Says that an action is not possible now, and what is. Always -1. */
int change_refused(enum ledger_action action, const struct standing *now, struct fault *f);

#endif
