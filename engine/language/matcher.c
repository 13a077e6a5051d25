#include "language/matcher.h"

#include <string.h>

#include "language/normalise.h"

/* While building, children are a sorted chain. */
struct draft {
    uint32_t child, sibling;
    uint32_t literal;
    unsigned char byte;
    bool inside;
};

/* The finished automaton: the edges of a state stand together, sorted by byte. Most states have one; those of more than
 * FEW have a table of their ranks. Edge e leads to state e + 1: both are numbered in the order of depth. */
struct state {
    uint32_t edge;      /* index of its first edge */
    uint32_t fail;      /* where to go on when no edge fits */
    uint32_t literal;   /* that ends here, or MATCHER_NONE */
    uint32_t shorter;   /* the next state down the fail chain where a literal ends, 0: none */
    uint32_t ranks;     /* the number of its table, from 1 on; 0: none */
    uint16_t edges;
    unsigned char only; /* the byte of the first edge */
    bool inside;        /* begins a literal that is looked for inside of words */
};

enum { FEW = 3 };

struct matcher {
    struct arena *arena, *scratch;
    struct draft *drafts;
    size_t draft_count, draft_size;
    size_t literal_count;
    struct state *states;
    unsigned char *bytes;   /* of all edges */
    uint32_t root[2][256];  /* the root's transitions, in full: where a word may begin, and inside of one */
    uint8_t (*ranks)[256];  /* for each byte which edge it is, from 1 on; 0: none. No state but the root has 256 */
};

struct matcher *matcher_new(struct arena *arena, struct arena *scratch) {
    struct matcher *m = arena_alloc(arena, sizeof *m);
    if (!m) return NULL;
    m->arena = arena;
    m->scratch = scratch;
    m->draft_size = 1024;
    m->drafts = arena_array(scratch, m->draft_size, sizeof *m->drafts);
    if (!m->drafts) return NULL;
    m->drafts[0].literal = MATCHER_NONE;
    m->draft_count = 1;
    return m;
}

size_t matcher_count(const struct matcher *m) { return m->literal_count; }

static bool more_drafts(struct matcher *m) {
    if (m->draft_count < m->draft_size) return true;
    if (m->draft_size > UINT32_MAX / 4) return false;
    struct draft *drafts = arena_array(m->scratch, m->draft_size * 2, sizeof *drafts);
    if (!drafts) return false;
    memcpy(drafts, m->drafts, m->draft_count * sizeof *drafts);
    m->drafts = drafts;
    m->draft_size *= 2;
    return true;
}

/* The child of `node` for this byte, made if there is none; 0: out of memory. */
static uint32_t child_for(struct matcher *m, uint32_t node, unsigned char byte) {
    uint32_t before = 0, next = m->drafts[node].child;
    while (next && m->drafts[next].byte < byte) {
        before = next;
        next = m->drafts[next].sibling;
    }
    if (next && m->drafts[next].byte == byte) return next;
    if (!more_drafts(m)) return 0;
    uint32_t made = (uint32_t)m->draft_count++;
    m->drafts[made] = (struct draft){ .sibling = next, .literal = MATCHER_NONE, .byte = byte };
    if (before) m->drafts[before].sibling = made;
    else m->drafts[node].child = made;
    return made;
}

bool matcher_add(struct matcher *m, const char *at, size_t len, bool inside, uint32_t *id) {
    uint32_t node = 0;
    for (size_t i = 0; i < len; i++) {
        if ((node = child_for(m, node, (unsigned char)at[i])) == 0) return false;
        if (inside) m->drafts[node].inside = true;
    }
    if (node == 0) return false;
    if (m->drafts[node].literal == MATCHER_NONE) m->drafts[node].literal = (uint32_t)m->literal_count++;
    *id = m->drafts[node].literal;
    return true;
}

static inline uint32_t step(const struct matcher *m, uint32_t at, unsigned char byte) {
    const struct state *s = &m->states[at];
    if (s->ranks) {
        uint8_t rank = m->ranks[s->ranks][byte];
        return rank ? s->edge + rank : 0;
    }
    if (s->edges == 0) return 0;
    if (s->only == byte) return s->edge + 1;
    for (uint32_t i = 1; i < s->edges; i++)
        if (m->bytes[s->edge + i] == byte) return s->edge + i + 1;
    return 0;
}

/* True if a word that `before` belongs to goes on with `byte`: then most literals cannot begin here. */
static inline bool goes_on(unsigned char before, unsigned char byte) {
    return normal_is_word((char)byte) && normal_is_word((char)before);
}

/* Where the automaton goes from `at`, after the byte `before`, with this byte, fail links included. */
static inline uint32_t follow(const struct matcher *m, uint32_t at, unsigned char before, unsigned char byte) {
    while (at) {
        uint32_t next = step(m, at, byte);
        if (next) return next;
        at = m->states[at].fail;
    }
    return m->root[goes_on(before, byte)][byte];
}

/* States in the order of depth, numbered anew; order[i] is the draft of state i. */
static bool lay_out(struct matcher *m, uint32_t *order) {
    size_t count = m->draft_count, filled = 1;
    uint32_t edge = 0;
    order[0] = 0;
    for (size_t i = 0; i < count; i++) {
        const struct draft *d = &m->drafts[order[i]];
        struct state *s = &m->states[i];
        s->literal = d->literal;
        s->inside = d->inside;
        s->edge = edge;
        for (uint32_t c = d->child; c; c = m->drafts[c].sibling) {
            if (s->edges == 0) s->only = m->drafts[c].byte;
            m->bytes[edge++] = m->drafts[c].byte;
            order[filled++] = c;
            s->edges++;
        }
    }
    return filled == count;
}

static bool has_table(const struct state *s) { return s->edges > FEW && s->edges < 256; }

/* The root has its own. */
static bool make_tables(struct matcher *m) {
    uint32_t count = 0;
    for (size_t i = 1; i < m->draft_count; i++) count += has_table(&m->states[i]);
    m->ranks = arena_array(m->arena, count + 1, sizeof *m->ranks);
    if (!m->ranks) return false;
    count = 0;
    for (size_t i = 1; i < m->draft_count; i++) {
        struct state *s = &m->states[i];
        if (!has_table(s)) continue;
        s->ranks = ++count;
        for (uint32_t e = 0; e < s->edges; e++) m->ranks[count][m->bytes[s->edge + e]] = (uint8_t)(e + 1);
    }
    return true;
}

/* A fail link goes to the longest suffix that begins a literal at a place where that literal is looked for: the suffix
 * "act" of "contract" is none, unless it was added for inside of words. */
static void link_fails(struct matcher *m) {
    for (uint32_t i = 1; i <= m->states[0].edges; i++) {
        m->root[0][m->bytes[i - 1]] = i;
        m->root[1][m->bytes[i - 1]] = m->states[i].inside ? i : 0;
    }
    for (size_t i = 0; i < m->draft_count; i++) {
        const struct state *s = &m->states[i];
        for (uint32_t e = s->edge; e < s->edge + s->edges; e++) {
            struct state *child = &m->states[e + 1];
            child->fail = i == 0 ? 0 : follow(m, s->fail, m->bytes[i - 1], m->bytes[e]);
            const struct state *f = &m->states[child->fail];
            child->shorter = f->literal != MATCHER_NONE ? child->fail : f->shorter;
        }
    }
}

bool matcher_seal(struct matcher *m) {
    size_t count = m->draft_count;
    uint32_t *order = arena_array(m->scratch, count, sizeof *order);
    m->states = arena_array(m->arena, count, sizeof *m->states);
    m->bytes = arena_alloc(m->arena, count);
    if (!order || !m->states || !m->bytes) return false;
    if (!lay_out(m, order) || !make_tables(m)) return false;
    link_fails(m);
    m->drafts = NULL;
    m->arena = m->scratch = NULL;
    return true;
}

void matcher_scan(const struct matcher *m, const char *at, size_t len, matcher_hit *hit, void *context) {
    uint32_t state = 0;
    unsigned char before = 0;
    for (size_t i = 0; i < len; i++) {
        unsigned char byte = (unsigned char)at[i];
        state = follow(m, state, before, byte);
        before = byte;
        if (!state) {
            while (i + 1 < len && goes_on(before, (unsigned char)at[i + 1]) && !m->root[1][(unsigned char)at[i + 1]])
                before = (unsigned char)at[++i];
            continue;
        }
        const struct state *s = &m->states[state];
        if (s->literal != MATCHER_NONE) hit(context, s->literal, i + 1);
        for (uint32_t k = s->shorter; k; k = m->states[k].shorter) hit(context, m->states[k].literal, i + 1);
    }
}
