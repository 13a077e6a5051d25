/* The commitments of two contracts, by value. A commitment that moved to another clause is compared where it is now. */
#include <stdlib.h>
#include <string.h>

#include "documents/schema.h"
#include "language/compare_parts.h"
#include "language/write.h"

enum { ENTRIES_MOST = 65536 };

/* A commitment of one side. */
struct entry {
    const char *type, *name;
    const struct read_term *read;
    const struct clause *in;
    uint32_t row, order;
    bool later, taken;
};

struct entries {
    struct entry *at;
    size_t count, room;
    struct arena *arena;
    bool failed;
};

static void entry_add(struct entries *e, const struct entry *new)
{
    if (e->count == e->room) {
        size_t room = e->room ? 2 * e->room : 256;
        struct entry *at = e->room < ENTRIES_MOST ? arena_array(e->arena, room, sizeof *at) : NULL;
        if (!at) {
            e->failed = true;
            return;
        }
        if (e->count)
            memcpy(at, e->at, e->count * sizeof *at);
        e->at = at;
        e->room = room;
    }
    e->at[e->count] = *new;
    e->at[e->count].order = (uint32_t)e->count;
    e->count++;
}

/* The clause in whose words, or in which as an element, the term stands. */
static const struct clause *clause_of(const struct node *n)
{
    while (n && n->kind != &kind_clause)
        n = n->parent;
    return (const struct clause *)n;
}

static void take_side(const struct side *s, const uint32_t *rows, bool later, struct entries *out)
{
    struct shown_term shown[WRITE_TERMS];
    for (uint32_t i = 0; i < s->count && !out->failed; i++) {
        size_t n = write_terms(s->reading, s->at[i].clause, shown);
        for (size_t t = 0; t < n; t++) {
            const struct clause *in = clause_of(shown[t].read->node);
            uint32_t at = in && in->node.ordinal < s->ordinals ? s->by_ordinal[in->node.ordinal] : NOBODY;
            const struct entry e = {.type = shown[t].type, .name = shown[t].read->name, .read = shown[t].read, .in = in,
                                    .row = rows[at == NOBODY ? i : at], .later = later};
            entry_add(out, &e);
        }
    }
}

static int by_term(const struct entry *x, const struct entry *y)
{
    int order = strcmp(x->type, y->type);
    return order ? order : strcmp(x->name, y->name);
}

static int by_term_and_row(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    int order = by_term(x, y);
    if (order)
        return order;
    if (x->row != y->row)
        return x->row < y->row ? -1 : 1;
    if (x->later != y->later)
        return x->later ? 1 : -1;
    return x->order < y->order ? -1 : x->order > y->order;
}

/* A clause shows its sub-clauses' terms, too: each is taken once. */
static size_t drop_repeated(struct entry *at, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (!kept || by_term(&at[kept - 1], &at[i]) != 0 || at[kept - 1].row != at[i].row || at[kept - 1].later != at[i].later)
            at[kept++] = at[i];
    return kept;
}

struct changes {
    const struct vocabulary *v;
    struct placed_change *at;
    size_t count;
};

static void put(struct changes *out, struct entry *before, struct entry *after)
{
    const struct entry *one = after ? after : before;
    struct term_change c = {.type = one->type, .name = one->name, .before = before ? before->read : NULL,
                            .after = after ? after->read : NULL, .before_in = before ? before->in : NULL, .after_in = after ? after->in : NULL};
    c.bearing = vocabulary_bearing(out->v, c.type, c.name, c.before, c.after);
    if (before)
        before->taken = true;
    if (after)
        after->taken = true;
    if (c.bearing != BEARING_NONE)
        out->at[out->count++] = (struct placed_change){one->row, c};
}

/* True if the other side still says just this somewhere. */
static bool is_said_elsewhere(const struct entry *e, const struct entry *from, const struct entry *to)
{
    for (; from < to; from++)
        if (from->later != e->later && from->read->state == e->read->state &&
            (e->read->state != TERM_STATED || value_equal(&from->read->value, &e->read->value)))
            return true;
    return false;
}

/* All entries of one term: first those of one clause, then the ones that are left in order, then alone. */
static void match_term(struct changes *out, struct entry *from, struct entry *to)
{
    for (struct entry *e = from; e + 1 < to; e++)
        if (e[0].row == e[1].row && !e[0].later && e[1].later)
            put(out, e, e + 1);
    struct entry *b = from;
    for (struct entry *a = from; a < to; a++) {
        if (a->taken || a->later)
            continue;
        while (b < to && (b->taken || !b->later))
            b++;
        if (b < to)
            put(out, a, b);
        else if (!is_said_elsewhere(a, from, to))
            put(out, a, NULL);
    }
    for (b = from; b < to; b++)
        if (!b->taken && b->later && !is_said_elsewhere(b, from, to))
            put(out, NULL, b);
}

static int by_row(const void *a, const void *b)
{
    const struct placed_change *x = a, *y = b;
    if (x->row != y->row)
        return x->row < y->row ? -1 : 1;
    int order = strcmp(x->change.type, y->change.type);
    return order ? order : strcmp(x->change.name, y->change.name);
}

size_t compare_terms(const struct vocabulary *v, const struct side *a, const struct side *b, const uint32_t *row_of_a,
                     const uint32_t *row_of_b, struct arena *arena, struct placed_change **out)
{
    struct entries e = {.arena = arena};
    take_side(a, row_of_a, false, &e);
    take_side(b, row_of_b, true, &e);
    struct changes changes = {.v = v, .at = arena_array(arena, e.count + 1, sizeof *changes.at)};
    if (e.failed || !changes.at)
        return SIZE_MAX;
    if (e.count)
        qsort(e.at, e.count, sizeof *e.at, by_term_and_row);
    e.count = drop_repeated(e.at, e.count);
    for (size_t from = 0, to; from < e.count; from = to) {
        for (to = from + 1; to < e.count && by_term(&e.at[from], &e.at[to]) == 0; to++)
            ;
        match_term(&changes, e.at + from, e.at + to);
    }
    qsort(changes.at, changes.count, sizeof *changes.at, by_row);
    *out = changes.at;
    return changes.count;
}
