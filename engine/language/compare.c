#include "language/compare.h"

#include <stdlib.h>
#include <string.h>

#include "language/compare_parts.h"
#include "language/vocabulary.h"
#include "language/write.h"

/* ---- a side: its clauses in order, with what they are told by ---- */

static uint32_t count_clauses(const struct list *list, uint32_t most)
{
    uint32_t n = 0;
    LIST_EACH(struct clause, c, list)
        if (n < most)
            n += 1 + count_clauses(&c->clauses, most);
    return n;
}

static struct clause_text text_of(const struct clause *c, struct arena *arena)
{
    size_t len = 0;
    LIST_EACH(struct prose, p, &c->text)
        len += p->len + 1;
    char *at = len ? arena_alloc(arena, len) : NULL;
    size_t n = 0;
    if (!at)
        return (struct clause_text){"", 0};
    LIST_EACH(struct prose, p, &c->text) {
        memcpy(at + n, p->at, p->len);
        n += p->len;
        at[n++] = '\n';
    }
    return (struct clause_text){at, n - 1};
}

static uint64_t hash_words(const char *text)
{
    struct token tokens[64];
    uint64_t h = 0;
    struct clause_text t = {text ? text : "", text ? strlen(text) : 0};
    size_t n = t.len <= 63 ? compare_tokens(t, tokens) : 0;
    if (t.len > 63)
        return compare_hash(1, t.at, t.len);
    for (size_t i = 0; i < n; i++)
        h = compare_mix(h + 1, tokens[i].hash);
    return h;
}

static int by_hash(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return x < y ? -1 : x > y;
}

/* Pairs of words next to each other; of a long clause those with the smallest hashes stand for it. */
static void take_shingles(struct side_clause *s, const struct token *tokens, size_t n, uint64_t *room, struct arena *arena)
{
    size_t count = 0, kept = 0;
    for (size_t i = 0; i + 1 < n || (n == 1 && i == 0); i++)
        room[count++] = compare_mix(tokens[i].hash, tokens[n > 1 ? i + 1 : i].hash);
    qsort(room, count, sizeof *room, by_hash);
    for (size_t i = 0; i < count && kept < SHINGLES; i++)
        if (!kept || room[i] != room[kept - 1])
            room[kept++] = room[i];
    s->shingles = arena_duplicate(arena, room, kept * sizeof *room + 1);
    s->shingle_count = s->shingles ? (uint32_t)kept : 0;
}

struct scratch {
    struct token *tokens;
    uint64_t *shingles;
    struct arena *arena;
};

static void take_clause(struct side *side, const struct clause *c, uint32_t depth, uint32_t parent, struct scratch *k)
{
    struct side_clause *s = &side->at[side->count];
    const struct clause_reading *r = reading_clause(side->reading, c);
    *s = (struct side_clause){.clause = c, .text = text_of(c, k->arena), .depth = depth, .parent = parent, .pair = NOBODY};
    if (r && r->type_count && r->sure) {
        s->type = r->types[0].type;
        s->duty = reading_duty(side->reading, r, s->type);
    }
    size_t n = compare_tokens(s->text, k->tokens);
    s->tokens = (uint32_t)n;
    s->heading = c->heading && *c->heading ? hash_words(c->heading) : 0;
    s->number = c->number && *c->number ? hash_words(c->number) : 0;
    s->whole = s->heading;
    for (size_t i = 0; i < n; i++)
        s->whole = compare_mix(s->whole, k->tokens[i].hash);
    take_shingles(s, k->tokens, n, k->shingles, k->arena);
    side->by_ordinal[c->node.ordinal] = side->count++;
}

static void take_clauses(struct side *side, const struct list *list, uint32_t depth, uint32_t parent, struct scratch *k)
{
    LIST_EACH(struct clause, c, list) {
        if (side->count == COMPARE_CLAUSES) {
            side->cut = true;
            return;
        }
        uint32_t own = side->count;
        take_clause(side, c, depth, parent, k);
        take_clauses(side, &c->clauses, depth + 1, own, k);
    }
}

static bool side_make(struct side *side, struct reading *r, const struct contract *c, struct arena *arena)
{
    struct scratch k = {arena_array(arena, COMPARE_TOKENS + 1, sizeof(struct token)),
                        arena_array(arena, COMPARE_TOKENS + 1, sizeof(uint64_t)), arena};
    *side = (struct side){.contract = c, .reading = r, .ordinals = r->subject->nodes + 1};
    side->at = arena_array(arena, count_clauses(&c->clauses, COMPARE_CLAUSES) + 64 + 1, sizeof *side->at);
    side->by_ordinal = arena_array(arena, side->ordinals, sizeof *side->by_ordinal);
    if (!k.tokens || !k.shingles || !side->at || !side->by_ordinal)
        return false;
    memset(side->by_ordinal, 0xff, side->ordinals * sizeof *side->by_ordinal);
    take_clauses(side, &c->clauses, 0, NOBODY, &k);
    return !arena_failed(arena);
}

/* ---- rows ---- */

struct rows {
    const struct vocabulary *v;
    const struct side *a, *b;
    struct compared *at;
    uint32_t count;
    uint32_t *row_of_a, *row_of_b;
};

static void add_row(struct rows *k, uint32_t ia, uint32_t ib, uint32_t *furthest)
{
    const struct side_clause *a = ia == NOBODY ? NULL : &k->a->at[ia], *b = ib == NOBODY ? NULL : &k->b->at[ib];
    struct compared *c = &k->at[k->count];
    *c = (struct compared){.before = a ? a->clause : NULL, .after = b ? b->clause : NULL, .depth = b ? b->depth : a->depth,
                           .type = b && b->type ? b->type : a ? a->type : NULL};
    if (a) {
        c->before_text = a->text;
        c->duty_before = a->duty;
        k->row_of_a[ia] = k->count;
    }
    if (b) {
        c->after_text = b->text;
        c->duty_after = b->duty;
        k->row_of_b[ib] = k->count;
    }
    c->change = !a ? CLAUSE_ADDED : !b ? CLAUSE_REMOVED : a->whole == b->whole ? CLAUSE_SAME : CLAUSE_REWORDED;
    if (a && b) {
        c->renumbered = a->number != b->number;
        c->renamed = a->heading != b->heading;
        c->moved = *furthest != NOBODY && ia < *furthest;
        *furthest = *furthest == NOBODY || ia > *furthest ? ia : *furthest;
        if (a->type && b->type && strcmp(a->type, b->type) == 0)
            c->duty = vocabulary_duty_bearing(k->v, b->type, a->duty, b->duty);
    }
    k->count++;
}

/* In the order of the later contract; what was removed comes where it stood. */
static void make_rows(struct rows *k)
{
    uint32_t left = 0, furthest = NOBODY;
    for (uint32_t ib = 0; ib < k->b->count; ib++) {
        uint32_t ia = k->b->at[ib].pair;
        for (; ia != NOBODY && left < ia; left++)
            if (k->a->at[left].pair == NOBODY)
                add_row(k, left, NOBODY, &furthest);
        add_row(k, ia, ib, &furthest);
    }
    for (; left < k->a->count; left++)
        if (k->a->at[left].pair == NOBODY)
            add_row(k, left, NOBODY, &furthest);
}

/* ---- what it comes to ---- */

static bool has_type(const struct side *s, const char *type)
{
    for (uint32_t i = 0; i < s->count; i++)
        if (s->at[i].type && strcmp(s->at[i].type, type) == 0)
            return true;
    return false;
}

/* A kind of clause that is not there any more, or for the first time: as good or bad as the duty that it is about. */
static enum bearing whole_bearing(const struct rows *k, const struct compared *c)
{
    if (!c->type || (c->before && c->after))
        return BEARING_NONE;
    if (has_type(c->before ? k->b : k->a, c->type))
        return BEARING_UNKNOWN;
    uint16_t type = vocabulary_type_index(k->v, c->type);
    enum owes owes = type == NO_INDEX ? OWES_ANYONE : k->v->types[type].owes;
    if (owes == OWES_ANYONE)
        return BEARING_UNKNOWN;
    return (owes == OWES_SUPPLIER) == (c->after != NULL) ? BEARING_BETTER : BEARING_WORSE;
}

static void weigh(struct compared *c, enum bearing whole)
{
    bool worse = c->duty == BEARING_WORSE || whole == BEARING_WORSE, better = c->duty == BEARING_BETTER || whole == BEARING_BETTER;
    bool other = c->change != CLAUSE_SAME || c->duty == BEARING_UNKNOWN || c->term_count;
    for (size_t i = 0; i < c->term_count; i++) {
        worse |= c->terms[i].bearing == BEARING_WORSE;
        better |= c->terms[i].bearing == BEARING_BETTER;
    }
    c->bearing = worse ? BEARING_WORSE : better ? BEARING_BETTER : other ? BEARING_UNKNOWN : BEARING_NONE;
    c->mixed = worse && better;
}

static void add_up(struct comparison *out, const struct compared *c)
{
    out->added += c->change == CLAUSE_ADDED;
    out->removed += c->change == CLAUSE_REMOVED;
    out->reworded += c->change == CLAUSE_REWORDED;
    out->moved += c->moved || c->renumbered;
    out->weakened += c->bearing == BEARING_WORSE;
    out->strengthened += c->bearing == BEARING_BETTER;
    out->same += c->change == CLAUSE_SAME && c->bearing == BEARING_NONE && !c->moved && !c->renumbered;
}

static bool finish(struct rows *k, struct comparison *out, struct arena *arena)
{
    struct placed_change *changes;
    size_t count = compare_terms(k->v, k->a, k->b, k->row_of_a, k->row_of_b, arena, &changes);
    if (count == SIZE_MAX)
        return false;
    size_t next = 0;
    struct term_change *all = arena_array(arena, count + 1, sizeof *all);
    for (uint32_t row = 0; all && row < k->count; row++) {
        struct compared *c = &k->at[row];
        c->terms = all + next;
        for (; next < count && changes[next].row == row; next++)
            all[next] = changes[next].change;
        c->term_count = (size_t)(all + next - c->terms);
        weigh(c, whole_bearing(k, c));
        add_up(out, c);
    }
    out->at = k->at;
    out->count = k->count;
    return all != NULL;
}

const struct comparison *compare_contracts(struct reading *before, const struct contract *a, struct reading *after,
                                           const struct contract *b, const struct vocabulary *v, struct arena *arena)
{
    struct side *sides = arena_array(arena, 2, sizeof *sides);
    struct comparison *out = arena_alloc(arena, sizeof *out);
    if (!sides || !out || !side_make(&sides[0], before, a, arena) || !side_make(&sides[1], after, b, arena) ||
        !compare_align(&sides[0], &sides[1], arena))
        return NULL;
    *out = (struct comparison){.before = a, .after = b, .cut = sides[0].cut || sides[1].cut};
    uint32_t most = sides[0].count + sides[1].count + 1;
    struct rows k = {.v = v, .a = &sides[0], .b = &sides[1], .at = arena_array(arena, most, sizeof *k.at),
                     .row_of_a = arena_array(arena, most, sizeof(uint32_t)), .row_of_b = arena_array(arena, most, sizeof(uint32_t))};
    if (!k.at || !k.row_of_a || !k.row_of_b)
        return NULL;
    make_rows(&k);
    return finish(&k, out, arena) && !arena_failed(arena) ? out : NULL;
}
