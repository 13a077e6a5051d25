/* What a run makes of one supplier's findings, before it is recorded. */
#include "register/history.h"

#include <stdlib.h>
#include <string.h>

#include "register/past_parts.h"

static const struct {
    const char *name, *text[LANGUAGE_COUNT];
} changes[CHANGE_COUNT] = {
    [CHANGE_NONE] = {"none", {"unchanged", "変化なし"}},
    [CHANGE_NEW] = {"new", {"new", "新規"}},
    [CHANGE_BACK] = {"back", {"back again", "再検出"}},
    [CHANGE_STILL] = {"still", {"still open", "継続"}},
    [CHANGE_FIXED] = {"fixed", {"fixed", "是正"}},
    [CHANGE_ACCEPTED] = {"accepted", {"risk accepted", "リスク受容"}},
};

const char *change_name(enum change c)
{
    return c < CHANGE_COUNT ? changes[c].name : "";
}

const char *change_words(enum change c, enum language l)
{
    return c < CHANGE_COUNT ? changes[c].text[l] : "";
}

/* One result being looked at. */
struct looking {
    const struct past *past;
    const struct result *r;
    const struct past_supplier *supplier; /* NULL: the register does not know it */
    struct step_run run;
    struct history *out;
    bool *found;                /* of the supplier's findings: which the result made again */
};

static int compare_id(const void *key, const void *item)
{
    return strcmp(key, ((const struct past_supplier *)item)->id);
}

static int compare_fingerprint(const void *key, const void *item)
{
    return memcmp(key, &((const struct past_finding *)item)->fingerprint, sizeof(struct hash));
}

static const struct past_finding *known(const struct looking *k, const struct hash *fingerprint)
{
    const struct past_supplier *s = k->supplier;
    return s && s->count ? bsearch(fingerprint, &k->past->findings[s->first], s->count, sizeof *k->past->findings,
                                   compare_fingerprint)
                         : NULL;
}

/* `then` STATE_COUNT: not known. */
static enum change change_between(enum finding_state then, bool known_then, enum finding_state now)
{
    bool was = then != STATE_COUNT && state_is_open(then), is = now != STATE_COUNT && state_is_open(now);
    if (now == STATE_ACCEPTED)
        return then == STATE_ACCEPTED ? CHANGE_NONE : CHANGE_ACCEPTED;
    if (is)
        return was ? CHANGE_STILL : known_then ? CHANGE_BACK : CHANGE_NEW;
    return was ? CHANGE_FIXED : CHANGE_NONE;
}

static struct standing fold(const struct looking *k, const struct standing *before, const struct step *steps,
                            size_t count)
{
    struct standing now = *before;
    for (size_t i = 0; i < count; i++)
        now = step_after(k->run.terms, &now, &steps[i]);
    return now;
}

static struct finding_history told(const struct looking *k, const struct past_finding *p, const struct standing *now,
                                   day last_seen)
{
    day as_of = k->run.as_of;
    struct finding_history h = {.state = now->state, .first_seen = p ? p->first_seen : as_of, .last_seen = last_seen,
                                .due = now->due, .recurrences = now->recurrences, .owner = p ? p->owner : NULL};
    h.age = finding_age(h.first_seen, as_of);
    h.overdue = is_overdue(now->state, now->due, as_of);
    h.change = change_between(p ? p->standing.state : STATE_COUNT, p != NULL, now->state);
    if (k->past->since != DAY_NONE)
        h.since = change_between(p ? p->then : STATE_COUNT, p && p->then != STATE_COUNT, now->state);
    return h;
}

static void count(struct history *out, const struct finding_history *h)
{
    out->changes[h->change]++;
    out->since_changes[h->since]++;
    out->overdue += h->overdue;
}

/* A finding of the result. One fingerprint made twice is one finding. */
static struct finding_history look(const struct looking *k, const struct finding *f)
{
    const struct standing nothing = {.state = STATE_COUNT, .failing = true, .grade = f->grade, .due = DAY_NONE};
    const struct past_finding *p = known(k, &f->fingerprint);
    struct step steps[STEPS_MOST];
    const struct standing *before = p ? &p->standing : &nothing;
    size_t n = steps_found(&k->run, before, f->grade, f->outcome == OUTCOME_WAIVED, steps);
    struct standing now = fold(k, before, steps, n);
    struct finding_history h = told(k, p, &now, k->run.as_of);
    bool again = p && k->found[p - &k->past->findings[k->supplier->first]];
    if (p)
        k->found[p - &k->past->findings[k->supplier->first]] = true;
    if (!again)
        count(k->out, &h);
    return h;
}

static enum outcome outcome_of(const struct result *r, const char *rule)
{
    if (r->fault.id != FAULT_NONE)
        return OUTCOME_ERROR; /* nothing was judged */
    for (size_t i = 0; i < r->judgement_count; i++)
        if (strcmp(r->judgements[i].rule->id, rule) == 0)
            return r->judgements[i].outcome;
    return OUTCOME_NOT_APPLICABLE;
}

/* One that the result does not have. False when there is nothing to say of it. */
static bool look_absent(const struct looking *k, const struct past_finding *p, struct absent_finding *out,
                        struct arena *arena)
{
    struct step steps[STEPS_MOST];
    const struct past_texts *t = p->texts;
    if (!t)
        return false;
    size_t n = steps_gone(&p->standing, outcome_of(k->r, t->rule), steps);
    struct standing now = fold(k, &p->standing, steps, n);
    day seen = p->last_seen != DAY_NONE ? p->last_seen : k->supplier->seen;
    struct finding_history h = told(k, p, &now, seen);
    if (h.change == CHANGE_NONE && h.since == CHANGE_NONE)
        return false;
    char hex[33];
    hash_hex(&p->fingerprint, hex);
    *out = (struct absent_finding){.fingerprint = arena_copy(arena, hex, 32), .rule = t->rule, .message = t->message,
                                   .clause = t->clause, .document = t->document,
                                   .text = {t->text[LANGUAGE_EN], t->text[LANGUAGE_JA]}, .line = t->line,
                                   .grade = now.grade, .history = h};
    count(k->out, &h);
    return true;
}

static bool look_at_absent(const struct looking *k, struct arena *arena)
{
    const struct past_supplier *s = k->supplier;
    struct absent_finding *all = s ? arena_array(arena, s->count + 1, sizeof *all) : NULL;
    for (size_t i = 0; all && i < s->count; i++)
        if (!k->found[i] && look_absent(k, &k->past->findings[s->first + i], &all[k->out->absent_count], arena))
            k->out->absent_count++;
    k->out->absent = all;
    return !s || all;
}

static bool look_at_all(const struct looking *k, struct arena *arena)
{
    const struct result *r = k->r;
    struct finding_history *all = arena_array(arena, r->finding_count + 1, sizeof *all);
    for (size_t i = 0; all && i < r->finding_count; i++) {
        const struct finding *f = &r->findings[i];
        all[i] = ledger_enters(r, f) ? look(k, f) : (struct finding_history){.state = STATE_COUNT, .first_seen = DAY_NONE,
                                                                .last_seen = DAY_NONE, .due = DAY_NONE};
    }
    k->out->findings = all;
    return all && look_at_absent(k, arena);
}

const struct history *past_history(const struct past *p, const struct due_terms *terms, const struct result *r,
                                   struct arena *arena)
{
    struct looking k = {.past = p, .r = r, .run = {terms, r->tier, r->as_of}};
    k.out = arena_alloc(arena, sizeof *k.out);
    if (p->supplier_count)
        k.supplier = bsearch(r->supplier, p->suppliers, p->supplier_count, sizeof *p->suppliers, compare_id);
    if (k.supplier)
        k.found = arena_array(arena, k.supplier->count + 1, sizeof *k.found);
    if (!k.out || (k.supplier && !k.found))
        return NULL;
    k.out->last_run = k.supplier ? k.supplier->seen : DAY_NONE;
    k.out->since = p->since;
    return look_at_all(&k, arena) ? k.out : NULL;
}
