/* Which clause of one contract is which of another. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "language/compare_parts.h"

enum {
    RUN_MOST = 64,              /* what more clauses have in common tells none of them */
    PAIRS_EACH = 16,            /* candidates that a clause may have */
    EXACT_TOKENS = 6,           /* a shorter text may be anybody's */
    /* Points, of 1000. */
    POINTS_WORDS = 600, POINTS_SILENT = 300 /* both have no words of their own */, POINTS_SAME_HEADING = 250,
    POINTS_SAME_PARENT = 150, POINTS_SAME_TYPE = 100, POINTS_SAME_NUMBER = 100, POINTS_ENOUGH = 380
};

/* FNV-1a, in steps of a number. */
uint64_t compare_mix(uint64_t seed, uint64_t number)
{
    uint64_t h = (seed ^ UINT64_C(0xcbf29ce484222325) ^ number) * UINT64_C(0x100000001b3);
    return (h ^ h >> 29) * UINT64_C(0x9e3779b97f4a7c15);
}

uint64_t compare_hash(uint64_t seed, const char *at, size_t len)
{
    for (size_t i = 0; i < len; i++)
        seed = compare_mix(seed, (unsigned char)at[i]);
    return seed;
}

/* ---- words ---- */

static bool in_word(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static bool is_blank(uint32_t c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == 0x3000 || c == 0xa0;
}

static uint64_t hash_folded(const char *at, size_t len)
{
    uint64_t h = 7;
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)at[i];
        c = c >= 'A' && c <= 'Z' ? (unsigned char)(c + 32) : c;
        h = compare_mix(h, c);
    }
    return h;
}

size_t compare_tokens(struct clause_text text, struct token *out)
{
    size_t count = 0, i = 0;
    while (i < text.len && count < COMPARE_TOKENS) {
        uint32_t c;
        size_t n = text_next(text.at + i, text.len - i, &c), from = i;
        i += n;
        if (is_blank(c))
            continue;
        while (n == 1 && in_word((unsigned char)text.at[from]) && i < text.len && in_word((unsigned char)text.at[i]))
            i++;
        if (count + 1 == COMPARE_TOKENS)
            i = text.len; /* the rest is one */
        out[count++] = (struct token){text.at + from, (uint32_t)(i - from), hash_folded(text.at + from, i - from)};
    }
    return count;
}

/* ---- candidates ---- */

/* What clauses of the later contract are found by. */
struct key {
    uint64_t hash;
    uint32_t clause;
    bool words;                 /* counts for the likeness of the words */
};

struct pair {
    uint32_t a, b, points;
};

struct aligning {
    struct side *a, *b;
    struct key *keys;
    size_t key_count;
    uint32_t *shared;           /* by clause of the later: words in common with the one in hand */
    bool *met;
    uint32_t *touched, touched_count;
    struct pair *pairs;
    size_t pair_count;
};

static int by_key(const void *a, const void *b)
{
    const struct key *x = a, *y = b;
    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    return x->clause < y->clause ? -1 : x->clause > y->clause;
}

static uint64_t place_hash(uint32_t parent, uint64_t number)
{
    return compare_mix(compare_mix(13, parent), number);
}

static uint64_t heading_hash(uint64_t heading)
{
    return compare_mix(11, heading);
}

static void add_key(struct aligning *k, uint64_t hash, uint32_t clause, bool words)
{
    k->keys[k->key_count++] = (struct key){hash, clause, words};
}

static void index_later(struct aligning *k)
{
    for (uint32_t i = 0; i < k->b->count; i++) {
        const struct side_clause *c = &k->b->at[i];
        for (uint32_t s = 0; s < c->shingle_count; s++)
            add_key(k, c->shingles[s], i, true);
        if (c->heading)
            add_key(k, heading_hash(c->heading), i, false);
        if (c->number)
            add_key(k, place_hash(c->parent, c->number), i, false);
    }
    qsort(k->keys, k->key_count, sizeof *k->keys, by_key);
}

static void look_up(struct aligning *k, uint64_t hash)
{
    size_t low = 0, high = k->key_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (k->keys[middle].hash < hash)
            low = middle + 1;
        else
            high = middle;
    }
    size_t end = low;
    while (end < k->key_count && k->keys[end].hash == hash && end - low <= RUN_MOST)
        end++;
    if (end - low > RUN_MOST)
        return;
    for (; low < end; low++) {
        uint32_t i = k->keys[low].clause;
        if (!k->met[i]) {
            k->met[i] = true;
            k->touched[k->touched_count++] = i;
        }
        k->shared[i] += k->keys[low].words;
    }
}

static uint32_t points_of(const struct aligning *k, const struct side_clause *a, const struct side_clause *b, uint32_t shared)
{
    uint32_t all = a->shingle_count + b->shingle_count;
    uint32_t points = all ? POINTS_WORDS * 2 * shared / all : POINTS_SILENT;
    uint32_t parent = a->parent == NOBODY ? NOBODY : k->a->at[a->parent].pair;
    bool same_parent = a->parent == NOBODY ? b->parent == NOBODY : parent != NOBODY && parent == b->parent;
    points += a->heading && a->heading == b->heading ? POINTS_SAME_HEADING : 0;
    points += a->type && b->type && strcmp(a->type, b->type) == 0 ? POINTS_SAME_TYPE : 0;
    points += a->number && a->number == b->number ? POINTS_SAME_NUMBER : 0;
    return points + (same_parent ? POINTS_SAME_PARENT : 0);
}

static int by_points(const void *a, const void *b)
{
    const struct pair *x = a, *y = b;
    if (x->points != y->points)
        return x->points > y->points ? -1 : 1;
    uint32_t dx = x->a > x->b ? x->a - x->b : x->b - x->a, dy = y->a > y->b ? y->a - y->b : y->b - y->a;
    if (dx != dy)
        return dx < dy ? -1 : 1;
    return x->a != y->a ? (x->a < y->a ? -1 : 1) : x->b < y->b ? -1 : x->b > y->b;
}

static void find_pairs(struct aligning *k, uint32_t i)
{
    const struct side_clause *a = &k->a->at[i];
    size_t first = k->pair_count;
    k->touched_count = 0;
    for (uint32_t s = 0; s < a->shingle_count; s++)
        look_up(k, a->shingles[s]);
    if (a->heading)
        look_up(k, heading_hash(a->heading));
    uint32_t parent = a->parent == NOBODY ? NOBODY : k->a->at[a->parent].pair;
    if (a->number && (a->parent == NOBODY || parent != NOBODY))
        look_up(k, place_hash(parent, a->number));
    for (uint32_t t = 0; t < k->touched_count; t++) {
        uint32_t j = k->touched[t];
        uint32_t points = k->b->at[j].pair == NOBODY ? points_of(k, a, &k->b->at[j], k->shared[j]) : 0;
        k->shared[j] = 0;
        k->met[j] = false;
        if (points >= POINTS_ENOUGH)
            k->pairs[k->pair_count++] = (struct pair){i, j, points};
    }
    qsort(k->pairs + first, k->pair_count - first, sizeof *k->pairs, by_points);
    if (k->pair_count - first > PAIRS_EACH)
        k->pair_count = first + PAIRS_EACH;
}

/* ---- pairing ---- */

static void join(struct aligning *k, uint32_t a, uint32_t b)
{
    k->a->at[a].pair = b;
    k->b->at[b].pair = a;
}

/* Clauses that say the same word for word: the first with the first. */
static void join_equal(struct aligning *k)
{
    size_t n = 0;
    for (uint32_t i = 0; i < k->b->count; i++)
        if (k->b->at[i].tokens >= EXACT_TOKENS)
            k->keys[n++] = (struct key){k->b->at[i].whole, i, false};
    qsort(k->keys, n, sizeof *k->keys, by_key);
    for (uint32_t i = 0; i < k->a->count; i++) {
        uint64_t whole = k->a->at[i].whole;
        size_t low = 0, high = n;
        while (low < high) {
            size_t middle = low + (high - low) / 2;
            if (k->keys[middle].hash < whole)
                low = middle + 1;
            else
                high = middle;
        }
        if (k->a->at[i].tokens < EXACT_TOKENS || low == n || k->keys[low].hash != whole)
            continue;
        for (size_t at = low; at < n && k->keys[at].hash == whole && at - low <= RUN_MOST; at++)
            if (k->b->at[k->keys[at].clause].pair == NOBODY) {
                join(k, i, k->keys[at].clause);
                break;
            }
    }
}

static void join_alike(struct aligning *k, uint32_t depth)
{
    k->pair_count = 0;
    for (uint32_t i = 0; i < k->a->count; i++)
        if (k->a->at[i].depth == depth && k->a->at[i].pair == NOBODY)
            find_pairs(k, i);
    qsort(k->pairs, k->pair_count, sizeof *k->pairs, by_points);
    for (size_t i = 0; i < k->pair_count; i++)
        if (k->a->at[k->pairs[i].a].pair == NOBODY && k->b->at[k->pairs[i].b].pair == NOBODY)
            join(k, k->pairs[i].a, k->pairs[i].b);
}

bool compare_align(struct side *a, struct side *b, struct arena *arena)
{
    struct aligning k = {.a = a, .b = b};
    size_t keys = 0;
    uint32_t deepest = 0;
    for (uint32_t i = 0; i < b->count; i++)
        keys += b->at[i].shingle_count + 2;
    for (uint32_t i = 0; i < a->count; i++)
        deepest = a->at[i].depth > deepest ? a->at[i].depth : deepest;
    k.keys = arena_array(arena, keys + 1, sizeof *k.keys);
    k.shared = arena_array(arena, b->count + 1, sizeof *k.shared);
    k.met = arena_array(arena, b->count + 1, sizeof *k.met);
    k.touched = arena_array(arena, b->count + 1, sizeof *k.touched);
    k.pairs = arena_array(arena, (size_t)a->count * PAIRS_EACH + b->count + 1, sizeof *k.pairs);
    if (!k.keys || !k.shared || !k.met || !k.touched || !k.pairs)
        return false;
    memset(k.shared, 0, (b->count + 1) * sizeof *k.shared);
    memset(k.met, 0, (b->count + 1) * sizeof *k.met);
    join_equal(&k);
    k.key_count = 0;
    index_later(&k);
    for (uint32_t depth = 0; depth <= deepest && a->count; depth++)
        join_alike(&k, depth);
    return true;
}
