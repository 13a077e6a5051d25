#include "register/move.h"

static void bind_standing(sqlite3_stmt *s, const struct move *m, const struct standing *after)
{
    store_text(s, 1, m->fingerprint);
    sqlite3_bind_int(s, 2, (int)after->state);
    sqlite3_bind_int(s, 3, after->failing);
    sqlite3_bind_int(s, 4, (int)after->grade);
    sqlite3_bind_int64(s, 5, m->as_of);
    store_day(s, 6, after->due);
    store_day(s, 7, after->state == STATE_CLOSED ? m->as_of : DAY_NONE);
    sqlite3_bind_int64(s, 8, after->recurrences);
    store_text(s, 9, m->step.action == ACTION_ASSIGN ? m->text : NULL);
}

int move_apply(struct ledger *l, const struct move *m, struct standing *after, struct fault *f)
{
    struct standing then = step_after(&l->terms, &m->before, &m->step);
    struct event e = { .who = m->who, .fingerprint = m->fingerprint, .text = m->text, .action = m->step.action,
                       .from = m->before.state, .to = then.state, .as_of = m->as_of, .due = m->step.due, .at = m->at,
                       .grade = then.grade };
    sqlite3_stmt *s = event_add(l, &e, f) == 0 ? store_statement(l, SQL_FINDING_MOVED, f) : NULL;
    if (!s)
        return -1;
    bind_standing(s, m, &then);
    if (after)
        *after = then;
    return store_done(l, s, f);
}
