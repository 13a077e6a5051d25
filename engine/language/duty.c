#include "language/duty.h"

#include "language/actors.h"

enum {
    AGENT_AFTER = 120,  /* bytes from what is done to "by the Supplier" */
    CARRIED = 16        /* parties named since, after which nobody remembers who acted */
};

static enum duty other(unsigned side)
{
    return side == DUTY_SUPPLIER ? DUTY_CUSTOMER : side == DUTY_CUSTOMER ? DUTY_SUPPLIER : (enum duty)side;
}

static enum duty owed_by(const struct duties *d, uint16_t type, bool held, const struct actor *a)
{
    bool turned = held || a->demands || (a->may && d->v->types[type].may_is_right);
    bool towards = a->how == ACTOR_TOWARDS;
    return towards != (turned && !towards) ? other(a->side) : (enum duty)a->side;
}

/* The index of the first actor of this sentence or a later one. */
static size_t first_of(const struct duties *d, uint32_t sentence)
{
    size_t low = 0, high = d->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (d->actors[middle].sentence < sentence)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* A sentence that names nobody goes on about the one who acted in the sentence before. */
static const struct actor *carried(const struct duties *d, size_t from)
{
    for (int i = 0; i < CARRIED && from > 0; i++)
        if (d->actors[--from].how == ACTOR_SUBJECT)
            return &d->actors[from];
    return NULL;
}

enum duty duty_at(const struct duties *d, uint16_t type, bool held, uint32_t sentence, uint32_t start, uint32_t end)
{
    const struct actor *best[4] = {NULL};
    size_t from = first_of(d, sentence), i = from;
    for (; i < d->count && d->actors[i].sentence == sentence; i++) {
        const struct actor *a = &d->actors[i];
        bool agent = a->how == ACTOR_AGENT && a->start >= start && a->start <= end + AGENT_AFTER;
        if (agent ? !best[ACTOR_AGENT] : a->how != ACTOR_AGENT && (a->start < end || !best[a->how]))
            best[a->how] = a;
    }
    static const enum actor_how order[] = {ACTOR_AGENT, ACTOR_SUBJECT, ACTOR_NAMED, ACTOR_TOWARDS};
    for (int k = 0; k < 4; k++)
        if (best[order[k]])
            return owed_by(d, type, held, best[order[k]]);
    const struct actor *before = i == from ? carried(d, from) : NULL;
    return before ? owed_by(d, type, held, before) : DUTY_UNSAID;
}

enum duty duty_of_sentence(const struct duties *d, uint16_t type, bool held, uint32_t sentence)
{
    unsigned all = DUTY_UNSAID;
    for (size_t i = first_of(d, sentence); i < d->count && d->actors[i].sentence == sentence; i++)
        all |= owed_by(d, type, held, &d->actors[i]);
    return (enum duty)all;
}

enum duty duty_of_all(const struct duties *d, uint16_t type)
{
    unsigned all = DUTY_UNSAID;
    for (size_t i = 0; i < d->count; i++)
        if (d->actors[i].how == ACTOR_SUBJECT)
            all |= owed_by(d, type, false, &d->actors[i]);
    return (enum duty)all;
}

bool duty_is_other(const struct vocabulary *v, uint16_t type, enum duty duty)
{
    if (type == NO_INDEX || v->types[type].owes == OWES_ANYONE || duty == DUTY_UNSAID)
        return false;
    return duty == (v->types[type].owes == OWES_SUPPLIER ? DUTY_CUSTOMER : DUTY_SUPPLIER);
}
