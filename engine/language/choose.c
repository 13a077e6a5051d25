/* Which of the values in a clause is the term that was asked for. */
#include <string.h>

#include "language/duty.h"
#include "language/reading.h"

enum {
    FAR_BYTES = 80,     /* a cue against a value speaks no further than this */
    PARTED = 60,        /* bytes of distance that a comma or an "and" between a cue and a value is worth */
    PARTED_WITHIN = 160, /* bytes: further away it makes no difference */
    EVENT_AFTER = 60,   /* bytes from a time to the event after it from which it runs */
    EVENT_BEFORE = 240, /* bytes from such an event to the time after it */
    OTHER_MODE = 400    /* bytes of distance that a value costs when its words do not say how it is meant */
};

static uint32_t distance(uint32_t a_start, uint32_t a_end, uint32_t b_start, uint32_t b_end)
{
    if (a_end <= b_start)
        return b_start - a_end;
    if (b_end <= a_start)
        return a_start - b_end;
    return 0;
}

/* True if something parts the two passages of one paragraph: "within two hours, and resolves it ...", 2時間、復旧は ... */
static bool parted(const struct span *a, const struct span *b)
{
    static const char *const signs[] = {"、", "，", ",", ";", " and ", "及び", "並びに"};
    const struct span *before = a->start <= b->start ? a : b, *after = before == a ? b : a;
    size_t from = (size_t)before->start + before->len;
    if (!a->prose || a->prose != b->prose || after->start <= from || after->start - from > PARTED_WITHIN)
        return false;
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
        if (memmem(a->prose->at + from, after->start - from, signs[i], strlen(signs[i])))
            return true;
    return false;
}

/* The first cue of this sentence or a later one: cues stand in the order of their sentences. */
static size_t first_cue(const struct clause_state *s, uint32_t sentence)
{
    size_t low = 0, high = s->cue_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (s->cues[middle].sentence < sentence)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The distance to the nearest cue of this use for the term in the sentence; UINT32_MAX: there is none. */
static uint32_t nearest(const struct clause_state *s, uint16_t term, enum phrase_use use, uint32_t sentence, uint32_t start,
                        uint32_t end, const struct span *words)
{
    uint32_t best = UINT32_MAX;
    for (size_t i = first_cue(s, sentence); i < s->cue_count && s->cues[i].sentence == sentence; i++) {
        const struct cue *c = &s->cues[i];
        if (c->term != term || c->use != use)
            continue;
        uint32_t d = distance(start, end, c->start, c->end);
        if (d < best && parted(&c->span, words))
            d += PARTED;
        if (d < best)
            best = d;
    }
    return best;
}

static bool is_held(const struct clause_state *s, uint16_t type, uint32_t sentence)
{
    for (size_t i = first_cue(s, sentence); i < s->cue_count && s->cues[i].sentence == sentence; i++)
        if (s->cues[i].use == USE_HELD && s->cues[i].value == type)
            return true;
    return false;
}

/* True if what stands here is promised by the side from which the type does not ask it. */
static bool is_of_other(const struct reading *r, const struct clause_state *s, uint16_t term, uint32_t sentence, uint32_t start,
                        uint32_t end)
{
    uint16_t type = r->v->terms[term].type;
    const struct duties d = {r->v, s->actors, s->actor_count};
    if (s->actor_count == 0 || r->v->types[type].owes == OWES_ANYONE)
        return false;
    bool held = is_held(s, type, sentence);
    return duty_is_other(r->v, type, duty_at(&d, type, held, sentence, start, end)) &&
           duty_is_other(r->v, type, duty_of_sentence(&d, type, held, sentence));
}

/* What a value at this place costs as the term; UINT32_MAX: it is not the term. */
static uint32_t cost(const struct reading *r, const struct clause_state *s, uint16_t term, uint32_t sentence,
                     uint32_t start, uint32_t end, const struct span *words)
{
    uint32_t near = nearest(s, term, USE_NEAR, sentence, start, end, words);
    uint32_t far = nearest(s, term, USE_FAR, sentence, start, end, words);
    if (!r->v->terms[term].has_near)
        near = near == UINT32_MAX ? start : 0;
    if (near == UINT32_MAX || (far <= FAR_BYTES && far < near))
        return UINT32_MAX;
    return is_of_other(r, s, term, sentence, start, end) ? UINT32_MAX : near;
}

/* ---- lengths of time, percentages, amounts ---- */

/* The value in the form that the term holds; false when it is another thing. */
static bool fits(const struct vocabulary_term *t, const struct found_value *f, struct value *out)
{
    *out = f->value;
    if (t->holds != VALUE_COUNT)
        return f->value.type == t->holds;
    if (f->value.type != VALUE_DURATION || f->value.as.duration.months <= 0)
        return false;
    *out = value_count(f->value.as.duration.months);
    return true;
}

static bool choose_value(const struct reading *r, const struct clause_state *s, uint16_t term, struct read_term *out)
{
    const struct vocabulary_term *t = &r->v->terms[term];
    uint32_t best = UINT32_MAX;
    for (size_t i = 0; i < s->value_count; i++) {
        const struct placed_value *p = &s->values[i];
        struct value value;
        if (!fits(t, &p->found, &value) || (t->modes && p->found.mode && !(p->found.mode & t->modes)))
            continue;
        uint32_t c = cost(r, s, term, p->sentence, p->found.start, p->found.end, &p->span);
        if (c != UINT32_MAX && t->modes && !p->found.mode)
            c += OTHER_MODE;
        if (c >= best)
            continue;
        best = c;
        out->state = TERM_STATED;
        out->value = value;
        out->words = p->span;
    }
    return best != UINT32_MAX;
}

/* Frequencies that are words: quarterly, 毎月. */
static bool choose_frequency(const struct reading *r, const struct clause_state *s, uint16_t term, struct read_term *out)
{
    uint32_t best = UINT32_MAX;
    for (size_t i = 0; i < s->cue_count; i++) {
        const struct cue *c = &s->cues[i];
        uint32_t price = c->use == USE_INTERVAL ? cost(r, s, term, c->sentence, c->start, c->end, &c->span) : UINT32_MAX;
        if (price >= best)
            continue;
        best = price;
        out->state = TERM_STATED;
        out->value = value_duration(r->v->values[c->value].every);
        out->value.type = VALUE_INTERVAL;
        out->words = c->span;
    }
    return best != UINT32_MAX;
}

static bool choose_vague(const struct reading *r, const struct clause_state *s, uint16_t term, struct read_term *out)
{
    for (size_t i = 0; i < s->cue_count; i++) {
        const struct cue *c = &s->cues[i];
        if (c->use != USE_VAGUE || cost(r, s, term, c->sentence, c->start, c->end, &c->span) == UINT32_MAX)
            continue;
        out->state = TERM_VAGUE;
        out->words = c->span;
        return true;
    }
    return false;
}

static bool choose_blank(const struct reading *r, const struct clause_state *s, uint16_t term, struct read_term *out)
{
    enum value_type holds = r->v->terms[term].holds;
    if (holds == VALUE_COUNT || holds == VALUE_INTERVAL)
        holds = VALUE_DURATION;
    for (size_t i = 0; i < s->blank_count; i++) {
        const struct placed_blank *b = &s->blanks[i];
        if (b->type != holds || cost(r, s, term, b->sentence, b->start, b->end, &b->span) == UINT32_MAX)
            continue;
        out->state = TERM_BLANK;
        out->words = b->span;
        return true;
    }
    return false;
}

/* ---- choices and flags ---- */

/* The values of a choice are tried in the order of the vocabulary: the first that the words show is taken. */
static bool choose_choice(const struct reading *r, const struct clause_state *s, uint16_t term, struct read_term *out)
{
    uint16_t best = NO_INDEX;
    for (size_t i = 0; i < s->cue_count; i++) {
        const struct cue *c = &s->cues[i];
        if (c->use != USE_VALUE || c->term != term || c->value >= best ||
            is_of_other(r, s, term, c->sentence, c->start, c->end))
            continue;
        best = c->value;
        out->state = TERM_STATED;
        out->words = c->span;
    }
    if (best == NO_INDEX)
        return false;
    const char *name = r->v->values[best].name;
    if (r->v->terms[term].holds == VALUE_BOOL)
        out->value = value_flag(strcmp(name, "yes") == 0);
    else
        out->value = value_text(name, strlen(name));
    return true;
}

static bool choose(const struct reading *r, const struct clause_state *s, uint16_t term, struct read_term *out)
{
    const struct vocabulary_term *t = &r->v->terms[term];
    if (t->holds == VALUE_BOOL || t->holds == VALUE_TEXT)
        return choose_choice(r, s, term, out);
    if (choose_value(r, s, term, out) || (t->holds == VALUE_INTERVAL && choose_frequency(r, s, term, out)))
        return true;
    return (t->vague && choose_vague(r, s, term, out)) || choose_blank(r, s, term, out);
}

/* ---- from when a time runs ---- */

/* True if the words between a time and an event after it join them: "within 3 days of receipt". */
static bool is_joined(const struct span *value, const struct span *event)
{
    static const char *const joins[] = {" of ", " after ", " from ", " following ", " upon ", " once ", " when ", " since ", " thereof "};
    size_t from = (size_t)value->start + value->len;
    if (value->prose != event->prose || !value->prose || event->start < from || event->start - from > EVENT_AFTER)
        return false;
    for (size_t i = 0; i < sizeof joins / sizeof joins[0]; i++)
        if (memmem(value->prose->at + from, event->start - from + 1, joins[i], strlen(joins[i])))
            return true;
    return memmem(value->prose->at + from, event->start - from, "(", 1) != NULL; /* 30日以内（受領後） */
}

/* The event of the sentence that is joined to the time, or else the last one before it. */
static void add_event(const struct reading *r, const struct clause_state *s, struct read_term *out)
{
    const struct cue *best = NULL;
    size_t i = 0;
    while (i < s->value_count && memcmp(&s->values[i].span, &out->words, sizeof out->words) != 0)
        i++;
    if (i == s->value_count)
        return;
    const struct placed_value *v = &s->values[i];
    for (size_t k = first_cue(s, v->sentence); k < s->cue_count && s->cues[k].sentence == v->sentence; k++) {
        const struct cue *c = &s->cues[k];
        if (c->use != USE_EVENT)
            continue;
        if (is_joined(&v->span, &c->span)) {
            best = c;
            break;
        }
        if (c->end <= v->found.start && v->found.start - c->end <= EVENT_BEFORE && (!best || c->end > best->end))
            best = c;
    }
    if (!best)
        return;
    const struct vocabulary_value *event = &r->v->values[best->value];
    out->from = event->name;
    memcpy(out->from_title, event->title, sizeof out->from_title);
    out->from_words = best->span;
}

const struct read_term *choose_term(struct reading *r, const struct clause *c, uint16_t term)
{
    struct clause_state *s = reading_scanned(r, c);
    if (!s)
        return NULL;
    for (const struct kept_term *k = s->kept; k; k = k->next)
        if (k->term == term)
            return k->found ? &k->read : NULL;
    struct kept_term *k = arena_alloc(r->arena, sizeof *k);
    if (!k)
        return NULL;
    *k = (struct kept_term){.next = s->kept, .term = term};
    k->read = (struct read_term){.name = r->v->terms[term].name, .node = &c->node};
    k->found = choose(r, s, term, &k->read);
    if (k->found && k->read.state == TERM_STATED && k->read.value.type == VALUE_DURATION)
        add_event(r, s, &k->read);
    s->kept = k;
    return k->found ? &k->read : NULL;
}
