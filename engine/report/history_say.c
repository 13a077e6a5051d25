#include "report/history_say.h"

#include <string.h>

const enum change changes_told[CHANGES_TOLD] = {CHANGE_NEW, CHANGE_BACK, CHANGE_STILL, CHANGE_FIXED, CHANGE_ACCEPTED};

const struct finding_history *history_of(const struct view *v, const struct finding *f)
{
    const struct history *h = v->r->history;
    const struct finding_history *of = h ? &h->findings[f - v->r->findings] : NULL;
    return of && of->state < STATE_COUNT ? of : NULL;
}

/* A rule that this result does not know may be the customer's own matter. */
bool absent_shown(const struct view *v, const struct absent_finding *a)
{
    if (v->internal) return true;
    for (size_t i = 0; i < v->r->judgement_count; i++) {
        const struct judgement *j = &v->r->judgements[i];
        if (strcmp(j->rule->id, a->rule) == 0) return !message_internal(j->rule, a->message) && judgement_shown(v, j);
    }
    return false;
}

bool absent_is_open(const struct absent_finding *a)
{
    return a->history.state < STATE_RE_AUDIT;
}

static void add(struct run_changes *c, const struct finding_history *h)
{
    c->last[h->change]++;
    c->since[h->since]++;
    c->overdue += h->overdue;
}

struct run_changes changes_shown(const struct view *v)
{
    const struct history *h = v->r->history;
    struct run_changes c = {.overdue = 0};
    for (size_t i = 0; h && i < v->r->finding_count; i++)
        if (history_of(v, &v->r->findings[i]) && finding_shown(v, &v->r->findings[i])) add(&c, &h->findings[i]);
    for (size_t i = 0; h && i < h->absent_count; i++)
        if (absent_shown(v, &h->absent[i])) add(&c, &h->absent[i].history);
    return c;
}

/* ---- one finding ---- */

bool history_has(const struct view *v, const struct finding_history *h, enum history_part part)
{
    switch (part) {
    case HISTORY_STATE:
    case HISTORY_FIRST: return true;
    case HISTORY_CHANGE: return h->change != CHANGE_NONE;
    case HISTORY_SINCE: return h->since != CHANGE_NONE && h->since != h->change;
    case HISTORY_DUE: return h->due != DAY_NONE && h->state < STATE_RE_AUDIT;
    case HISTORY_RECURRED: return h->recurrences > 0;
    case HISTORY_OWNER: return v->internal && h->owner;
    default: return false;
    }
}

static void say_first(const struct view *v, const struct finding_history *h)
{
    bool ja = v->l == LANGUAGE_JA;
    say_word(v, WORD_FIRST_SEEN);
    raw(v, " ");
    say_date(v, h->first_seen);
    if (!h->age) return;
    raw(v, ja ? "(" : " (");
    say_int(v, h->age);
    if (!ja) raw(v, " ");
    say_word(v, h->age == 1 ? WORD_DAY_AGO : WORD_DAYS_AGO);
    raw(v, ja ? ")" : ")");
}

static void say_recurred(const struct view *v, const struct finding_history *h)
{
    say_word(v, WORD_RECURRED);
    raw(v, " ");
    say_int(v, h->recurrences);
    if (v->l == LANGUAGE_JA) raw(v, " 回");
    else raw(v, h->recurrences == 1 ? " time" : " times");
}

void history_part(const struct view *v, const struct finding_history *h, enum history_part part)
{
    switch (part) {
    case HISTORY_STATE: say(v, state_words(h->state, v->l)); break;
    case HISTORY_CHANGE: say(v, change_words(h->change, v->l)); break;
    case HISTORY_SINCE:
        say_since(v, v->r->history->since);
        raw(v, ": "), say(v, change_words(h->since, v->l));
        break;
    case HISTORY_FIRST: say_first(v, h); break;
    case HISTORY_DUE:
        say_word(v, WORD_DUE), raw(v, " "), say_date(v, h->due);
        if (h->overdue) raw(v, v->l == LANGUAGE_JA ? "(" : " ("), say_word(v, WORD_OVERDUE), raw(v, v->l == LANGUAGE_JA ? ")" : ")");
        break;
    case HISTORY_RECURRED: say_recurred(v, h); break;
    case HISTORY_OWNER: say_word(v, WORD_OWNER), raw(v, " "), say(v, h->owner); break;
    default: break;
    }
}

void say_history(const struct view *v, const struct finding_history *h)
{
    bool any = false;
    for (int part = 0; part < HISTORY_PARTS; part++) {
        if (!history_has(v, h, (enum history_part)part)) continue;
        if (any) raw(v, " \xC2\xB7 ");
        history_part(v, h, (enum history_part)part);
        any = true;
    }
}

/* ---- changes ---- */

void say_last_run(const struct view *v, day last_run)
{
    if (last_run == DAY_NONE) {
        say_word(v, WORD_FIRST_RUN);
        return;
    }
    say_word(v, WORD_SINCE_LAST_RUN);
    raw(v, v->l == LANGUAGE_JA ? "(" : " (");
    say_date(v, last_run);
    raw(v, v->l == LANGUAGE_JA ? ")" : ")");
}

void say_since(const struct view *v, day since)
{
    if (v->l == LANGUAGE_EN) say_word(v, WORD_SINCE), raw(v, " ");
    say_date(v, since);
    if (v->l == LANGUAGE_JA) say_word(v, WORD_SINCE);
}

void say_changes(const struct view *v, const uint64_t changes[CHANGE_COUNT])
{
    for (int i = 0; i < CHANGES_TOLD; i++) {
        if (i) raw(v, v->l == LANGUAGE_JA ? "、" : ", ");
        say(v, change_words(changes_told[i], v->l));
        raw(v, " "), say_int(v, (int64_t)changes[changes_told[i]]);
        if (v->l == LANGUAGE_JA) raw(v, " 件");
    }
}
