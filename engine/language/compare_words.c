/* The words of two clauses: which are the same, which were taken out, which put in. */
#include <string.h>

#include "language/compare_parts.h"

enum { BOTH = 3 /* a step: taken out and put in */, ISLAND_BYTES = 6, ISLAND_SHORES = 4 };

struct word_matcher {
    struct token *a, *b;
    size_t na, nb;
    struct piece *at;
    size_t count;
    uint16_t *lcs;              /* COMPARE_CELLS */
    unsigned char *steps;       /* what becomes of the words, one after the other */
    size_t budget;              /* left of COMPARE_ALL_CELLS */
};

struct word_matcher *word_matcher_new(struct arena *arena)
{
    struct word_matcher *m = arena_alloc(arena, sizeof *m);
    if (!m)
        return NULL;
    *m = (struct word_matcher){.a = arena_array(arena, COMPARE_TOKENS + 1, sizeof *m->a), .b = arena_array(arena, COMPARE_TOKENS + 1, sizeof *m->b),
                               .at = arena_array(arena, 2 * COMPARE_TOKENS + 1, sizeof *m->at),
                               .lcs = arena_array(arena, COMPARE_CELLS, sizeof *m->lcs),
                               .steps = arena_array(arena, 2 * COMPARE_TOKENS + 1, 1), .budget = COMPARE_ALL_CELLS};
    return m->a && m->b && m->at && m->lcs && m->steps ? m : NULL;
}

/* Words next to each other of one kind are one piece, with what stands between them. */
static void put(struct word_matcher *w, int kind, const struct token *t)
{
    struct piece *next = w->at + w->count;
    if (w->count > 0 && (int)next[-1].kind == kind && next[-1].at + next[-1].len <= t->at) {
        next[-1].len = (size_t)(t->at + t->len - next[-1].at);
        return;
    }
    next->kind = kind == PIECE_SAME ? PIECE_SAME : kind == PIECE_BEFORE ? PIECE_BEFORE : PIECE_AFTER;
    next->at = t->at;
    next->len = t->len;
    w->count++;
}

/* A word or two that happen to be the same amid others: easier to read when they count as changed. */
static void join_islands(struct word_matcher *w, size_t b, size_t steps)
{
    size_t changed = 0; /* steps before the island that changed */
    for (size_t i = 0, j = b; i < steps;) {
        if (w->steps[i] != PIECE_SAME) {
            j += w->steps[i++] == PIECE_AFTER;
            changed++;
            continue;
        }
        size_t from = i, bytes = 0, after = 0;
        for (; i < steps && w->steps[i] == PIECE_SAME; i++)
            bytes += w->b[j++].len;
        while (i + after < steps && w->steps[i + after] != PIECE_SAME)
            after++;
        bool island = changed && after && changed + after >= ISLAND_SHORES && i - from <= 2 && bytes <= ISLAND_BYTES;
        for (; island && from < i; from++)
            w->steps[from] = BOTH;
        changed = island ? changed + 1 : 0;
    }
}

/* Where words changed, first all that were taken out, then all that were put in. */
static void put_steps(struct word_matcher *w, size_t a, size_t b, size_t steps)
{
    for (size_t i = 0, end; i < steps; i = end) {
        end = i;
        if (w->steps[i] == PIECE_SAME) {
            put(w, PIECE_SAME, &w->b[b]);
            a++, b++, end++;
            continue;
        }
        for (; end < steps && w->steps[end] != PIECE_SAME; end++)
            if (w->steps[end] != PIECE_AFTER)
                put(w, PIECE_BEFORE, &w->a[a++]);
        for (size_t k = i; k < end; k++)
            if (w->steps[k] != PIECE_BEFORE)
                put(w, PIECE_AFTER, &w->b[b++]);
    }
}

/* lcs[i][j]: how many words a[i..] and b[j..] have in common, in order. */
static void match(struct word_matcher *w, size_t a, size_t a_end, size_t b, size_t b_end)
{
    size_t rows = a_end - a + 1, columns = b_end - b + 1;
    uint16_t *lcs = w->lcs;
    memset(lcs, 0, rows * columns * sizeof *lcs);
    for (size_t i = rows - 1; i-- > 0;)
        for (size_t j = columns - 1; j-- > 0;) {
            uint16_t down = lcs[(i + 1) * columns + j], right = lcs[i * columns + j + 1];
            lcs[i * columns + j] = w->a[a + i].hash == w->b[b + j].hash ? (uint16_t)(lcs[(i + 1) * columns + j + 1] + 1)
                                   : down > right ? down : right;
        }
    size_t steps = 0;
    for (size_t i = 0, j = 0; i + 1 < rows || j + 1 < columns;) {
        if (i + 1 < rows && j + 1 < columns && w->a[a + i].hash == w->b[b + j].hash) {
            w->steps[steps++] = PIECE_SAME;
            i++, j++;
        } else if (i + 1 < rows && (j + 1 == columns || lcs[(i + 1) * columns + j] >= lcs[i * columns + j + 1])) {
            w->steps[steps++] = PIECE_BEFORE;
            i++;
        } else {
            w->steps[steps++] = PIECE_AFTER;
            j++;
        }
    }
    join_islands(w, b, steps);
    put_steps(w, a, b, steps);
}

/* The pieces of one side, one after the other, are its text. */
static void take_blanks(struct piece *p, struct clause_text of)
{
    const char *end = of.at + of.len;
    while (p->at + p->len < end && (p->at[p->len] == ' ' || p->at[p->len] == '\n' || p->at[p->len] == '\t'))
        p->len++;
}

size_t compare_words(struct word_matcher *m, struct clause_text before, struct clause_text after, const struct piece **out)
{
    const struct token *a = m->a, *b = m->b;
    m->na = compare_tokens(before, m->a);
    m->nb = compare_tokens(after, m->b);
    m->count = 0;
    size_t front = 0, back = 0;
    while (front < m->na && front < m->nb && a[front].hash == b[front].hash) {
        put(m, PIECE_SAME, &b[front]);
        front++;
    }
    while (back < m->na - front && back < m->nb - front && a[m->na - 1 - back].hash == b[m->nb - 1 - back].hash)
        back++;
    size_t a_end = m->na - back, b_end = m->nb - back, cells = (a_end - front + 1) * (b_end - front + 1);
    bool fits = cells <= COMPARE_CELLS && cells <= m->budget;
    if (fits) {
        m->budget -= cells;
        match(m, front, a_end, front, b_end);
    }
    for (size_t i = front; !fits && i < a_end; i++)
        put(m, PIECE_BEFORE, &a[i]);
    for (size_t j = front; !fits && j < b_end; j++)
        put(m, PIECE_AFTER, &b[j]);
    for (size_t j = b_end; j < m->nb; j++)
        put(m, PIECE_SAME, &b[j]);
    for (size_t i = 0; i < m->count; i++)
        take_blanks(&m->at[i], m->at[i].kind == PIECE_BEFORE ? before : after);
    *out = m->at;
    return m->count;
}
