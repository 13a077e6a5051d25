/* What people do: cause, plan, done, re-audit, note, assign. */
#include <stdio.h>
#include <string.h>

#include "register/move.h"

enum { FINGERPRINT = 32, PREFIX_LEAST = 8 };

int ledger_find(struct ledger *l, const char *given, char out[FINGERPRINT + 1], struct fault *f)
{
    size_t len = strlen(given);
    if (len < PREFIX_LEAST || len > FINGERPRINT || strspn(given, "0123456789abcdef") != len)
        return fault_set(f, FAULT_LEDGER_UNKNOWN, given);
    char end[FINGERPRINT + 2];
    snprintf(end, sizeof end, "%sg", given); /* 'g' stands behind every hex digit */
    sqlite3_stmt *s = store_statement(l, SQL_FINDING_LIKE, f);
    if (!s)
        return -1;
    store_text(s, 1, given);
    store_text(s, 2, end);
    int found = 0, code;
    while ((code = store_step(l, s, f)) == SQLITE_ROW) {
        if (found++ == 0)
            snprintf(out, FINGERPRINT + 1, "%s", (const char *)sqlite3_column_text(s, 0));
    }
    sqlite3_reset(s);
    if (code < 0)
        return -1;
    return found == 1 ? 0 : fault_set(f, found ? FAULT_LEDGER_AMBIGUOUS : FAULT_LEDGER_UNKNOWN, given);
}

static int read_standing(struct ledger *l, const char *fingerprint, struct standing *out, struct fault *f)
{
    sqlite3_stmt *s = store_statement(l, SQL_FINDING_GET, f);
    if (!s)
        return -1;
    store_text(s, 1, fingerprint);
    int code = store_step(l, s, f);
    if (code == SQLITE_ROW)
        *out = (struct standing){ .state = (enum finding_state)sqlite3_column_int(s, 0),
                                  .failing = sqlite3_column_int(s, 1) != 0,
                                  .grade = (enum grade)sqlite3_column_int(s, 2), .due = column_day(s, 3),
                                  .recurrences = sqlite3_column_int64(s, 4) };
    sqlite3_reset(s);
    return code == SQLITE_ROW ? 0 : code < 0 ? -1 : fault_set(f, FAULT_LEDGER_UNKNOWN, fingerprint);
}

/* What a person could do now, as `kijun register` takes it. */
static void possible_now(const struct standing *now, struct buffer *out)
{
    for (int a = ACTION_CAUSE; a < ACTION_RUN; a++) {
        if (state_after(now->state, (enum ledger_action)a, now->failing) == STATE_COUNT)
            continue;
        if (out->len)
            buffer_puts(out, ", ");
        if (a == ACTION_EFFECTIVE || a == ACTION_NOT_EFFECTIVE)
            buffer_puts(out, "reaudit ");
        buffer_puts(out, action_name((enum ledger_action)a));
    }
}

int change_refused(enum ledger_action action, const struct standing *now, struct fault *f)
{
    char text[FAULT_ARG_SIZE];
    struct buffer possible;
    buffer_init_fixed(&possible, text, sizeof text);
    possible_now(now, &possible);
    bool closing = action == ACTION_EFFECTIVE && now->failing &&
                   state_after(now->state, ACTION_EFFECTIVE, false) != STATE_COUNT;
    return fault_set(f, closing ? FAULT_LEDGER_FAILING : FAULT_LEDGER_TRANSITION, action_name(action),
                     state_name(now->state), text);
}

/* A plan says until when; so may who finds that a correction does not work. */
static bool sets_due(enum ledger_action action)
{
    return action == ACTION_PLAN || action == ACTION_NOT_EFFECTIVE;
}

static bool complete(const struct ledger_change *c)
{
    bool says = c->text && *c->text;
    if (c->action < ACTION_CAUSE || c->action >= ACTION_RUN || !c->who || !*c->who)
        return false;
    if (c->action == ACTION_PLAN)
        return says && c->due != DAY_NONE;
    return says || c->action == ACTION_DONE || c->action == ACTION_EFFECTIVE;
}

static int change_in(struct ledger *l, const struct ledger_change *c, struct fault *f)
{
    char fingerprint[FINGERPRINT + 1];
    struct move m = { .fingerprint = fingerprint, .who = c->who, .text = c->text, .at = c->at,
                      .as_of = c->as_of != DAY_NONE ? c->as_of : day_of_instant(c->at),
                      .step = { .action = c->action, .due = sets_due(c->action) ? c->due : DAY_NONE } };
    if (ledger_find(l, c->finding, fingerprint, f) != 0 || read_standing(l, fingerprint, &m.before, f) != 0)
        return -1;
    if (step_after(&l->terms, &m.before, &m.step).state == STATE_COUNT)
        return change_refused(c->action, &m.before, f);
    return move_apply(l, &m, NULL, f);
}

int ledger_change(struct ledger *l, const struct ledger_change *c, struct fault *f)
{
    if (!complete(c))
        return fault_set(f, FAULT_LEDGER_INCOMPLETE, action_name(c->action));
    if (store_begin(l, f) != 0)
        return -1;
    if (change_in(l, c, f) == 0)
        return store_commit(l, f);
    ledger_rollback(l);
    return -1;
}
