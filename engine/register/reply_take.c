/* Recording what a supplier replied. */
#include <stdio.h>
#include <string.h>

#include "register/move.h"
#include "register/reply.h"

/* How a finding stands, and what was last said of it since it was last opened. */
struct position {
    struct standing standing;
    char supplier[512];
    int64_t opened;     /* the event that last opened it */
    struct {
        char text[REPLY_TEXT + 1];
        day due, as_of;
        bool said;
    } last[3]; /* cause, plan, done */
};

enum { SAID_CAUSE, SAID_PLAN, SAID_DONE };

struct taking {
    struct ledger *l;
    const struct reply *r;
    const char *who;
    instant at;
    struct reply_outcome *out;
    struct fault *f;
};

static bool read_event(void *context, const struct ledger_event *e)
{
    struct position *p = context;
    if (e->to == STATE_OPEN && e->from != STATE_OPEN) {
        p->opened = e->number;
        for (int i = 0; i < 3; i++)
            p->last[i].said = false;
    }
    if (e->action < ACTION_CAUSE || e->action > ACTION_DONE)
        return true;
    int which = (int)e->action - (int)ACTION_CAUSE;
    snprintf(p->last[which].text, sizeof p->last[which].text, "%s", e->text ? e->text : "");
    p->last[which].due = e->due;
    p->last[which].as_of = e->as_of;
    p->last[which].said = true;
    return true;
}

static bool wrong(const struct taking *t, const struct reply_item *x, enum fault_id id, const char *a)
{
    fault_set(t->f, id, a);
    fault_where(t->f, t->r->file, x->line);
    return false;
}

static bool read_position(const struct taking *t, const struct reply_item *x, struct position *p)
{
    sqlite3_stmt *s = store_statement(t->l, SQL_FINDING_GET, t->f);
    if (!s)
        return false;
    store_text(s, 1, x->finding);
    int code = store_step(t->l, s, t->f);
    if (code == SQLITE_ROW) {
        p->standing = (struct standing){(enum finding_state)sqlite3_column_int(s, 0), sqlite3_column_int(s, 1) != 0,
                                        (enum grade)sqlite3_column_int(s, 2), column_day(s, 3), sqlite3_column_int64(s, 4)};
        snprintf(p->supplier, sizeof p->supplier, "%s", column_text(s, 5) ? column_text(s, 5) : "");
    }
    sqlite3_reset(s);
    if (code == SQLITE_DONE)
        return wrong(t, x, FAULT_LEDGER_UNKNOWN, x->finding);
    if (code < 0)
        return false;
    if (strcmp(p->supplier, t->r->supplier) != 0)
        return wrong(t, x, FAULT_REPLY_SUPPLIER, t->r->supplier);
    return ledger_history(t->l, x->finding, read_event, p, t->f) == 0;
}

static bool take(const struct taking *t, const struct reply_item *x, struct position *p, enum ledger_action action,
                 const char *text, day due, day as_of)
{
    char who[512];
    if (x->by)
        snprintf(who, sizeof who, "%s (%s: %.200s)", t->who, t->r->supplier, x->by);
    else
        snprintf(who, sizeof who, "%s (%s)", t->who, t->r->supplier);
    struct move m = {.fingerprint = x->finding, .who = who, .text = text, .at = t->at, .as_of = as_of,
                     .step = {.action = action, .due = due}, .before = p->standing};
    if (step_after(&t->l->terms, &p->standing, &m.step).state == STATE_COUNT) {
        change_refused(action, &p->standing, t->f);
        fault_where(t->f, t->r->file, x->line);
        return false;
    }
    t->out->recorded++;
    return move_apply(t->l, &m, &p->standing, t->f) == 0;
}

static bool said_before(const struct position *p, int which, const char *text, day due, day as_of)
{
    return p->last[which].said && strcmp(p->last[which].text, text) == 0 &&
           (due == DAY_NONE || p->last[which].due == due) && (as_of == DAY_NONE || p->last[which].as_of == as_of);
}

static bool take_item(const struct taking *t, const struct reply_item *x, struct position *p)
{
    day today = day_of_instant(t->at);
    if (x->done != DAY_NONE && x->done > today)
        return wrong(t, x, FAULT_REPLY_FUTURE, "");
    if (x->cause) {
        if (said_before(p, SAID_CAUSE, x->cause, DAY_NONE, DAY_NONE))
            t->out->known++;
        else if (!take(t, x, p, ACTION_CAUSE, x->cause, DAY_NONE, today))
            return false;
    }
    if (x->action) {
        if (said_before(p, SAID_PLAN, x->action, x->planned, DAY_NONE))
            t->out->known++;
        else if (!take(t, x, p, ACTION_PLAN, x->action, x->planned, today))
            return false;
    }
    if (x->done == DAY_NONE)
        return true;
    if (said_before(p, SAID_DONE, "", DAY_NONE, x->done))
        t->out->known++;
    else
        return take(t, x, p, ACTION_DONE, NULL, DAY_NONE, x->done);
    return true;
}

/* A finding that was closed and opened again since the file was written is another matter: its cause is not this one. */
static bool consider(const struct taking *t, const struct reply_item *x)
{
    struct position p = {.opened = 0};
    if (!x->cause && !x->action && x->done == DAY_NONE) {
        t->out->empty++;
        return true;
    }
    if (!read_position(t, x, &p))
        return false;
    if (!state_is_open(p.standing.state)) {
        t->out->settled++;
        return true;
    }
    if (p.opened > t->r->history)
        return wrong(t, x, FAULT_REPLY_STALE, x->finding);
    return take_item(t, x, &p);
}

int reply_take(struct ledger *l, const struct reply *r, const char *who, instant at, struct reply_outcome *out,
               struct fault *f)
{
    struct taking t = {l, r, who, at, out, f};
    bool good = who && *who;
    *out = (struct reply_outcome){0};
    if (!good)
        return fault_set(f, FAULT_LEDGER_INCOMPLETE, "import");
    if (store_begin(l, f) != 0)
        return -1;
    for (size_t i = 0; good && i < r->count; i++)
        good = consider(&t, &r->items[i]);
    if (good)
        return store_commit(l, f);
    ledger_rollback(l);
    return -1;
}
