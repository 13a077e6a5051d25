#include "register/move.h"

/* Whether the check fails after the action; actions of people leave that as it was. */
static bool failing_after(const struct move *m)
{
    switch (m->action) {
    case ACTION_FOUND:
    case ACTION_WAIVED:
        return true;
    case ACTION_PASSED:
    case ACTION_WITHDRAWN:
        return false;
    default:
        return m->before.failing;
    }
}

struct standing move_result(const struct ledger_terms *terms, const struct move *m)
{
    struct standing after = { .failing = failing_after(m), .grade = m->grade };
    if (m->before.state == STATE_COUNT) {
        after.state = m->action == ACTION_FOUND ? STATE_OPEN : STATE_COUNT;
        return after;
    }
    after.state = state_after(m->before.state, m->action, m->before.failing);
    if (m->action == ACTION_PASSED && terms->re_audit && m->before.state != STATE_ACCEPTED &&
        m->before.state != STATE_CLOSED)
        after.state = STATE_RE_AUDIT;
    return after;
}

int move_apply(struct ledger *l, const struct move *m, struct fault *f)
{
    struct standing after = move_result(&l->terms, m);
    struct event e = { .who = m->who, .fingerprint = m->fingerprint, .text = m->text, .action = m->action,
                       .from = m->before.state, .to = after.state, .as_of = m->as_of, .due = m->due, .at = m->at,
                       .grade = after.grade };
    sqlite3_stmt *s = event_add(l, &e, f) == 0 ? store_statement(l, SQL_FINDING_MOVED, f) : NULL;
    if (!s)
        return -1;
    store_text(s, 1, m->fingerprint);
    sqlite3_bind_int(s, 2, (int)after.state);
    sqlite3_bind_int(s, 3, after.failing);
    sqlite3_bind_int(s, 4, (int)after.grade);
    sqlite3_bind_int64(s, 5, m->as_of);
    if (m->due != DAY_NONE)
        sqlite3_bind_int64(s, 6, m->due);
    if (after.state == STATE_CLOSED)
        sqlite3_bind_int64(s, 7, m->as_of);
    sqlite3_bind_int(s, 8, m->action == ACTION_FOUND && m->before.state == STATE_CLOSED);
    store_text(s, 9, m->action == ACTION_ASSIGN ? m->text : NULL);
    return store_done(l, s, f);
}
