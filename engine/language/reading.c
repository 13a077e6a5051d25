#include "language/reading.h"

#include <stdlib.h>
#include <string.h>

#include "documents/schema.h"
#include "language/actors.h"
#include "language/duty.h"
#include "language/memo.h"

enum {
    SHORT_TEXT = 25,        /* bytes: a clause with no more than this under its heading says nothing */
    TITLE_BYTES = 90,       /* a first sentence of no more than this may be the title of the clause */
    LEAD_IN = 600,          /* bytes of the sentence above a list */
    MOST_TYPES = 16         /* candidates kept for one clause */
};

struct reading *reading_new(const struct vocabulary *v, const struct subject *s, day as_of, struct memo *memo,
                            struct arena *arena)
{
    struct reading *r = arena_alloc(arena, sizeof *r);
    if (!r)
        return NULL;
    *r = (struct reading){.v = v, .subject = s, .arena = arena, .memo = memo, .as_of = as_of};
    normal_init(&r->reference, arena);
    r->states = arena_array(arena, (size_t)s->nodes + 1, sizeof *r->states);
    return r->states ? r : NULL;
}

bool is_clause(const struct node *n)
{
    return n && n->kind == &kind_clause;
}

struct clause_state *reading_state(struct reading *r, const struct clause *c)
{
    uint32_t n = c->node.ordinal;
    if (n > r->subject->nodes)
        return NULL;
    if (!r->states[n] && (r->states[n] = arena_alloc(r->arena, sizeof **r->states)) != NULL)
        r->states[n]->reading.clause = c;
    return r->states[n];
}

static bool make_ready(struct reading *r)
{
    if (r->ready)
        return true;
    normal_init(&r->body, r->arena);
    normal_init(&r->head, r->arena);
    r->tallies = arena_array(r->arena, r->v->type_count + 1, sizeof *r->tallies);
    r->met = arena_array(r->arena, r->v->type_count + 1, sizeof *r->met);
    r->phrase_stamps = arena_array(r->arena, r->v->phrase_count + 1, sizeof *r->phrase_stamps);
    r->ready = r->tallies && r->met && r->phrase_stamps && scan_init(&r->scan, r->v, r->arena);
    return r->ready;
}

/* ---- evidence of types ---- */

static struct tally *tally_of(struct reading *r, uint16_t type)
{
    struct tally *t = &r->tallies[type];
    if (!t->met) {
        memset(t, 0, sizeof *t);
        t->met = true;
        r->met[r->met_count++] = type;
    }
    return t;
}

/* What speaks against a type in a sentence takes away only what that sentence says for it. */
static void end_sentence(struct tally *t)
{
    if (t->sentence_total > 0)
        t->total += t->sentence_total;
    if (t->sentence_total > 0 || !t->spoken_against)
        t->duty |= t->sentence_duty;
    t->spoken_against = false;
    t->sentence_total = 0;
    t->sentence_duty = DUTY_UNSAID;
    t->counted = 0;
}

/* Words that two phrases share count once, for the heavier of the two. Returns the points that are new. */
static int32_t new_points(struct tally *t, const struct fired *f, int32_t points)
{
    if (points <= 0)
        return points;
    for (uint8_t i = 0; i < t->counted; i++)
        if (f->start < t->ranges[i].end && f->end > t->ranges[i].start) {
            int32_t more = points - t->ranges[i].points;
            if (more <= 0)
                return 0;
            t->ranges[i].points = points;
            return more;
        }
    if (t->counted < TALLY_RANGES) {
        t->ranges[t->counted].start = f->start;
        t->ranges[t->counted].end = f->end;
        t->ranges[t->counted++].points = points;
    }
    return points;
}

/* Points of 0 are those of a phrase that counted before: it still says in which sentence. */
static void count_phrase(struct tally *t, const struct normal *n, const struct fired *f, int32_t points)
{
    if (t->sentence != f->sentence)
        end_sentence(t);
    t->sentence = f->sentence;
    t->sentence_total += new_points(t, f, points);
    t->spoken_against |= points < 0;
    t->denied |= points == POINTS_DENIED;
    if (points > t->best) {
        t->best = points;
        t->words = normal_span(n, f->start, f->end);
    }
}

/* Points of a heading for a type: of its best phrase. false: there are as many already. */
static bool count_points(struct reading *r, uint16_t type, int32_t points)
{
    struct tally *t = tally_of(r, type);
    if (points <= t->best)
        return false;
    t->total += points - t->best;
    t->best = t->heading = points;
    t->from_heading = true;
    return true;
}

/* The heading of the clause itself, or the title at the head of its text. */
static void count_heading(struct reading *r)
{
    for (size_t i = 0; i < r->scan.fired_count; i++) {
        const struct fired *f = &r->scan.fired[i];
        const struct phrase *p = &r->v->phrases[f->phrase];
        if (p->use == USE_HEADING && count_points(r, p->type, p->points < POINTS_HEADING ? p->points : POINTS_HEADING))
            r->tallies[p->type].words = normal_span(&r->head, f->start, f->end);
    }
}

static void scan_heading(struct reading *r, const char *at, size_t len, const struct prose *prose)
{
    normal_clear(&r->head);
    normal_add(&r->head, prose, at, len);
    normal_end(&r->head);
    scan_run(&r->scan, &r->head, TEXT_HEADING);
}

/* The length of a title that stands at the head of the text itself: "Audit. The Customer may ..."; 0: none. */
static size_t title_in_text(const struct prose *p)
{
    size_t most = p->len < TITLE_BYTES ? p->len : TITLE_BYTES;
    for (size_t i = 1; i < most; i++) {
        if ((p->at[i] == '.' || p->at[i] == ':') && i + 1 < p->len && p->at[i + 1] == ' ' && i > 3)
            return i;
        if (p->at[i] == '\n' || p->at[i] == ',' || p->at[i] == ';')
            return 0;
    }
    return p->len < TITLE_BYTES ? p->len : 0;
}

static size_t text_len(const struct clause *c)
{
    size_t n = 0;
    LIST_EACH(struct prose, p, &c->text)
        n += p->len;
    return n;
}

/* A title over nothing is a line of a table of contents, or a clause that was left out. */
static bool has_substance(const struct clause *c)
{
    return c->clauses.count > 0 || text_len(c) > SHORT_TEXT;
}

/* Read once for all clauses below: each of them asks. */
static size_t read_headed(struct reading *r, const struct clause *c, const struct headed **out)
{
    struct clause_state *state = reading_state(r, c);
    *out = state ? state->headed : NULL;
    if (!state || state->has_headed)
        return state ? state->headed_count : 0;
    scan_heading(r, c->heading, strlen(c->heading), NULL);
    struct headed *list = arena_array(r->arena, r->scan.fired_count + 1, sizeof *list);
    size_t count = 0;
    for (size_t i = 0; list && i < r->scan.fired_count; i++) {
        const struct phrase *p = &r->v->phrases[r->scan.fired[i].phrase];
        size_t k = 0;
        if (p->use != USE_HEADING)
            continue;
        while (k < count && list[k].type != p->type)
            k++;
        if (k == count)
            list[count++] = (struct headed){p->type, p->points};
        else if (p->points > list[k].points)
            list[k].points = p->points;
    }
    state->has_headed = true;
    state->headed = *out = list;
    return state->headed_count = count;
}

static void read_headings(struct reading *r, const struct clause *c)
{
    const struct prose *first = (const struct prose *)c->text.first;
    if (c->heading && has_substance(c)) {
        scan_heading(r, c->heading, strlen(c->heading), NULL);
        count_heading(r);
    } else if (!c->heading && first) {
        size_t len = title_in_text(first);
        if (len > 0 && (len < first->len || c->clauses.count > 0)) {
            scan_heading(r, first->at, len, first);
            count_heading(r);
        }
    }
    for (const struct node *n = c->node.parent; is_clause(n); n = n->parent) {
        const struct clause *above = (const struct clause *)n;
        if (above->heading) {
            const struct headed *headed;
            size_t count = read_headed(r, above, &headed);
            for (size_t i = 0; i < count; i++)
                count_points(r, headed[i].type, headed[i].points < POINTS_PARENT ? headed[i].points : POINTS_PARENT);
        }
    }
}

/* ---- lists ---- */

static bool contains(const char *at, size_t len, const char *word)
{
    return memmem(at, len, word, strlen(word)) != NULL;
}

/* True if the sentence announces a list: it ends in a colon, or says so. */
static bool announces(const char *at, size_t len)
{
    static const char *const words[] = {"各号", "次の", "以下の", "下記の", "左記の", "following", "as follows"};
    while (len && (unsigned char)at[len - 1] <= ' ')
        len--;
    if (len && (at[len - 1] == ':' || at[len - 1] == '-'))
        return true;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (contains(at, len, words[i]))
            return true;
    return false;
}

/* The last sentence of the text above a list, as bytes of its prose: what each item goes on from. */
static size_t lead_in(const struct prose *p, size_t *start)
{
    size_t end = p->len;
    while (end && p->len - end < LEAD_IN && ((unsigned char)p->at[end - 1] <= ' ' || p->at[end - 1] == ':'))
        end--;
    if (end >= 3 && memcmp(p->at + end - 3, "。", 3) == 0)
        end -= 3;
    size_t from = end > LEAD_IN ? end - LEAD_IN : 0;
    for (size_t i = from; i < end; i++) {
        if (i + 3 < end && memcmp(p->at + i, "。", 3) == 0)
            from = i + 3;
        if (p->at[i] == '.' && i + 1 < end && p->at[i + 1] == ' ')
            from = i + 1;
    }
    while (from < end && ((unsigned char)p->at[from] & 0xC0) == 0x80)
        from++;
    *start = from;
    return announces(p->at + from, p->len - from) ? end - from : 0;
}

const struct prose *reading_above(const struct clause *c)
{
    if (!is_clause(c->node.parent) || c->text.count == 0)
        return NULL;
    return (const struct prose *)((const struct clause *)c->node.parent)->text.last;
}

/* An item of a list is read with the sentence that it completes. */
static void add_lead_in(struct reading *r, const struct clause *c)
{
    const struct prose *above = reading_above(c);
    size_t start, len = above ? lead_in(above, &start) : 0;
    if (len == 0)
        return;
    normal_add(&r->body, above, above->at + start, len);
    r->body.own = r->body.len + 1;
}

/* True if this sentence says that the one who acts in it is the one to whom this is owed. */
static bool is_held(const struct reading *r, uint16_t type, uint32_t sentence)
{
    size_t low = 0, high = r->v->types[type].has_held ? r->scan.fired_count : 0;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (r->scan.fired[middle].sentence < sentence)
            low = middle + 1;
        else
            high = middle;
    }
    for (; r->v->types[type].has_held && low < r->scan.fired_count && r->scan.fired[low].sentence == sentence; low++) {
        const struct phrase *p = &r->v->phrases[r->scan.fired[low].phrase];
        if (p->use == USE_HELD && p->type == type)
            return true;
    }
    return false;
}

static uint8_t said_of(const struct duties *d, uint16_t type, bool held, uint32_t sentence, uint32_t start, uint32_t end)
{
    enum duty duty = duty_at(d, type, held, sentence, start, end);
    return duty == DUTY_UNSAID ? DUTY_OPEN : (uint8_t)duty;
}

static void read_body(struct reading *r, const struct clause *c)
{
    normal_clear(&r->body);
    normal_reserve(&r->body, text_len(c) + LEAD_IN);
    add_lead_in(r, c);
    LIST_EACH(struct prose, p, &c->text)
        normal_add(&r->body, p, p->at, p->len);
    normal_end(&r->body);
    scan_run(&r->scan, &r->body, TEXT_PROSE);
    r->actor_count = actors_find(r, parties_of(r, c), &r->actors);
    const struct duties duties = {r->v, r->actors, r->actor_count};
    for (size_t i = 0; i < r->met_count; i++) {
        r->tallies[r->met[i]].best = 0; /* of the words, from here on */
        r->tallies[r->met[i]].sentence = UINT32_MAX;
    }
    for (size_t i = 0; i < r->scan.fired_count; i++) {
        const struct fired *f = &r->scan.fired[i];
        const struct phrase *p = &r->v->phrases[f->phrase];
        if (p->use != USE_BODY || f->end <= r->body.own)
            continue;
        bool again = r->phrase_stamps[f->phrase] == r->stamp;
        if (p->points > 0)
            r->phrase_stamps[f->phrase] = r->stamp;
        struct tally *t = tally_of(r, p->type);
        count_phrase(t, &r->body, f, again ? 0 : p->points);
        if (p->points > 0 && r->v->types[p->type].owes != OWES_ANYONE)
            t->sentence_duty |= said_of(&duties, p->type, is_held(r, p->type, f->sentence), f->sentence, f->start, f->end);
    }
    for (size_t i = 0; i < r->met_count; i++)
        end_sentence(&r->tallies[r->met[i]]);
}

static int by_weight(const void *a, const void *b)
{
    const struct read_type *x = a, *y = b;
    if (x->weight != y->weight)
        return x->weight > y->weight ? -1 : 1;
    return strcmp(x->type, y->type);
}

static void keep_types(struct reading *r, struct clause_state *state)
{
    struct read_type found[MOST_TYPES];
    size_t count = 0;
    for (size_t i = 0; i < r->met_count; i++) {
        const struct tally *t = &r->tallies[r->met[i]];
        const struct duties duties = {r->v, r->actors, r->actor_count};
        int32_t total = t->denied ? t->total - t->heading : t->total; /* "Backup" over "no backups are made" */
        enum duty duty = t->duty || !t->from_heading ? (enum duty)t->duty : duty_of_all(&duties, r->met[i]);
        struct read_type type = {r->v->types[r->met[i]].name, total, duty, t->words, t->from_heading};
        if (total < r->v->maybe)
            continue;
        if (count < MOST_TYPES)
            found[count++] = type;
        else if (by_weight(&type, &found[count - 1]) < 0)
            found[count - 1] = type;
        qsort(found, count, sizeof *found, by_weight);
    }
    for (size_t i = 0; i < r->met_count; i++)
        r->tallies[r->met[i]].met = false;
    r->met_count = 0;
    struct read_type *types = arena_array(r->arena, count + 1, sizeof *types);
    if (!types)
        return;
    memcpy(types, found, count * sizeof *found);
    state->word_types = types;
    state->word_type_count = count;
}

/* ---- what bears on terms ---- */

/* True if a currency stands before the blank: "JPY ____", 金____. */
static bool after_currency(const struct normal *n, size_t start)
{
    static const char *const before[] = {"$", "\\", "jpy", "usd", "eur", "gbp", "yen", "金"};
    while (start > 0 && n->at[start - 1] == ' ')
        start--;
    for (size_t i = 0; i < sizeof before / sizeof before[0]; i++) {
        size_t len = strlen(before[i]);
        if (len <= start && memcmp(n->at + start - len, before[i], len) == 0)
            return true;
    }
    return false;
}

static enum value_type type_of_blank(const struct normal *n, uint32_t start, uint32_t end)
{
    static const struct { const char *word; enum value_type type; } after[] = {
        {"時間", VALUE_DURATION}, {"営業日", VALUE_DURATION}, {"日", VALUE_DURATION}, {"か月", VALUE_DURATION},
        {"ヶ月", VALUE_DURATION}, {"カ月", VALUE_DURATION},   {"年", VALUE_DURATION}, {"週", VALUE_DURATION},
        {"分", VALUE_DURATION},   {"円", VALUE_AMOUNT},       {"万円", VALUE_AMOUNT}, {"億円", VALUE_AMOUNT},
        {"%", VALUE_PERCENT},     {"パーセント", VALUE_PERCENT}, {"percent", VALUE_PERCENT}, {"hour", VALUE_DURATION},
        {"day", VALUE_DURATION},  {"business day", VALUE_DURATION}, {"month", VALUE_DURATION}, {"year", VALUE_DURATION},
        {"week", VALUE_DURATION}, {"minute", VALUE_DURATION}, {"calendar day", VALUE_DURATION},
        {"ごと", VALUE_DURATION},  {"回", VALUE_DURATION},
    };
    size_t at = end;
    while (at < n->len && (n->at[at] == ' ' || n->at[at] == ')'))
        at++;
    for (size_t i = 0; i < sizeof after / sizeof after[0]; i++)
        if (strncmp(n->at + at, after[i].word, strlen(after[i].word)) == 0)
            return after[i].type;
    return after_currency(n, start) ? VALUE_AMOUNT : VALUE_NONE;
}

/* Room for one more row behind `count` of them; `rows` itself when there is none to be had. */
static void *room(struct reading *r, void *rows, size_t count, size_t *size, size_t item)
{
    if (count < *size)
        return rows;
    size_t wanted = *size * 2 + 32;
    void *more = arena_array(r->arena, wanted, item);
    if (!more)
        return rows;
    if (count)
        memcpy(more, rows, count * item);
    *size = wanted;
    return more;
}

static void keep_blanks(struct reading *r, struct clause_state *state)
{
    const struct normal *n = &r->body;
    uint32_t start, end = (uint32_t)n->own;
    size_t count = 0;
    while (blanks_next(n->at, n->len, end, &start, &end)) {
        r->blanks = room(r, r->blanks, count, &r->blank_size, sizeof *r->blanks);
        if (count == r->blank_size)
            return;
        r->blanks[count++] = (struct placed_blank){type_of_blank(n, start, end), scan_sentence_of(&r->scan, start), start,
                                                   end, normal_span(n, start, end)};
    }
    struct placed_blank *blanks = count ? arena_array(r->arena, count, sizeof *blanks) : NULL;
    struct span *spans = count ? arena_array(r->arena, count, sizeof *spans) : NULL;
    if (!blanks || !spans)
        return;
    memcpy(blanks, r->blanks, count * sizeof *blanks);
    for (size_t i = 0; i < count; i++)
        spans[i] = blanks[i].span;
    state->blanks = blanks;
    state->blank_spans = spans;
    state->blank_count = count;
}

static void keep_values(struct reading *r, struct clause_state *state)
{
    const struct normal *n = &r->body;
    struct found_value v;
    size_t count = 0;
    for (size_t at = 0; values_next(n->at, n->len, at, &v); at = v.end) {
        r->values = room(r, r->values, count, &r->value_size, sizeof *r->values);
        if (count == r->value_size)
            return;
        r->values[count++] = (struct placed_value){v, scan_sentence_of(&r->scan, v.start), normal_span(n, v.start, v.end)};
    }
    struct placed_value *values = count ? arena_array(r->arena, count, sizeof *values) : NULL;
    if (!values)
        return;
    memcpy(values, r->values, count * sizeof *values);
    state->values = values;
    state->value_count = count;
}

static void keep_cues(struct reading *r, struct clause_state *state)
{
    const struct scan *s = &r->scan;
    size_t cues = 0, vague = 0;
    for (size_t i = 0; i < s->fired_count; i++) {
        enum phrase_use use = r->v->phrases[s->fired[i].phrase].use;
        cues += use != USE_BODY;
        vague += use == USE_VAGUE && s->fired[i].end > r->body.own;
    }
    struct cue *list = arena_array(r->arena, cues + 1, sizeof *list);
    struct span *spans = arena_array(r->arena, vague + 1, sizeof *spans);
    if (!list || !spans)
        return;
    for (size_t i = 0; i < s->fired_count; i++) {
        const struct fired *f = &s->fired[i];
        const struct phrase *p = &r->v->phrases[f->phrase];
        if (p->use == USE_BODY)
            continue;
        struct span span = normal_span(&r->body, f->start, f->end);
        list[state->cue_count++] =
            (struct cue){p->term, p->value, (uint8_t)p->use, f->sentence, f->start, f->end, span};
        if (p->use == USE_VAGUE && f->end > r->body.own)
            spans[state->vague_count++] = span;
    }
    state->cues = list;
    state->vague = spans;
}

struct clause_state *reading_scanned(struct reading *r, const struct clause *c)
{
    struct clause_state *state = reading_state(r, c);
    if (!state || state->scanned)
        return state;
    state->scanned = memo_recall(r, c, state);
    if (state->scanned || !make_ready(r))
        return state;
    state->scanned = true;
    r->stamp++;
    read_headings(r, c);
    read_body(r, c);
    keep_cues(r, state);
    keep_values(r, state);
    keep_blanks(r, state);
    state->actors = r->actors;
    state->actor_count = r->actor_count;
    keep_types(r, state);
    memo_keep(r, c, state);
    return state;
}

/* ---- the readings themselves ---- */

static void take_declared(struct reading *r, struct clause_state *state, const char *type)
{
    struct read_type *types = arena_alloc(r->arena, sizeof *types);
    if (!types)
        return;
    *types = (struct read_type){.type = type, .weight = r->v->sure};
    state->reading.types = types;
    state->reading.type_count = 1;
    state->reading.declared = state->reading.sure = true;
}

const struct clause_reading *reading_clause(struct reading *r, const struct clause *c)
{
    struct clause_state *state = reading_state(r, c);
    if (!state || state->typed)
        return state ? &state->reading : NULL;
    state->typed = true;
    if (c->type) {
        take_declared(r, state, c->type);
        return &state->reading;
    }
    reading_scanned(r, c);
    state->reading.types = state->word_types;
    state->reading.type_count = state->word_type_count;
    state->reading.sure = state->word_type_count > 0 && state->word_types[0].weight >= r->v->sure;
    return &state->reading;
}

const struct read_type *reading_mistyped(struct reading *r, const struct clause *c)
{
    if (!c->type)
        return NULL;
    const struct clause_state *state = reading_scanned(r, c);
    if (!state || state->word_type_count == 0 || state->word_types[0].weight < r->v->sure)
        return NULL;
    for (size_t i = 0; i < state->word_type_count; i++)
        if (strcmp(state->word_types[i].type, c->type) == 0)
            return NULL;
    return &state->word_types[0];
}

size_t reading_vague(struct reading *r, const struct clause *c, const struct span **out)
{
    const struct clause_state *state = reading_scanned(r, c);
    *out = state ? state->vague : NULL;
    return state ? state->vague_count : 0;
}

size_t reading_blanks(struct reading *r, const struct clause *c, const struct span **out)
{
    const struct clause_state *state = reading_scanned(r, c);
    *out = state ? state->blank_spans : NULL;
    return state ? state->blank_count : 0;
}
