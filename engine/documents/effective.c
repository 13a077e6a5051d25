/* What is in force on a day: contracts, and clauses that no amendment has replaced. */
#include <stdlib.h>
#include <string.h>

#include "documents/load.h"
#include "documents/schema.h"

static bool is_live(const struct subject *s, const struct contract *c)
{
    /* Without a status a contract counts as executed: Word files do not say. */
    return s->lone || !c->status || strcmp(c->status, "executed") == 0;
}

static bool has_begun(const struct contract *c, day as_of)
{
    return c->effective == DAY_NONE || c->effective <= as_of;
}

/* The last day of a contract: its own, or a later one that an amendment in force gives. */
static day last_day(const struct subject *s, const struct contract *c, day as_of)
{
    day last = c->expires;
    for (const struct contract *a = c->amendments; a && last != DAY_NONE; a = a->next_amendment)
        if (a->expires != DAY_NONE && a->expires > last && is_live(s, a) && has_begun(a, as_of))
            last = a->expires;
    return last;
}

static bool is_in_force(const struct subject *s, const struct contract *c, day as_of)
{
    for (; c; c = c->amended) {
        day last = last_day(s, c, as_of);
        bool over = last != DAY_NONE && last < as_of && c->renews != TRI_YES;
        if (!is_live(s, c) || !has_begun(c, as_of) || over)
            return false;
    }
    return true;
}

/* How specific a kind is: what an NDA says about its subject goes before what a master agreement says. */
static int rank(const struct contract *c)
{
    static const char *const kinds[] = { "nda", "sla", "dpa", "services", "master" };
    static const int ranks[] = { 0, 0, 0, 1, 2 };
    for (size_t i = 0; c->kind && i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(kinds[i], c->kind) == 0)
            return ranks[i];
    return 3;
}

/* Specific kind first, then later effective date, then reading order. */
static int by_precedence(const void *a, const void *b)
{
    const struct contract *x = *(const struct contract *const *)a, *y = *(const struct contract *const *)b;
    if (rank(x) != rank(y))
        return rank(x) - rank(y);
    if (x->effective != y->effective)
        return x->effective > y->effective ? -1 : 1;
    return x->node.ordinal < y->node.ordinal ? -1 : 1;
}

/* True if amendment `x` is later than `y`: by its date, or on the same day by its place. */
static bool is_later(const struct contract *x, const struct contract *y)
{
    if (x->effective != y->effective)
        return x->effective > y->effective;
    return x->node.ordinal > y->node.ordinal;
}

static int by_latest(const void *a, const void *b)
{
    return is_later(*(const struct contract *const *)a, *(const struct contract *const *)b) ? -1 : 1;
}

struct force {
    const struct subject *s;
    day as_of;
    const struct contract **out, **waiting; /* waiting: a stack of amendments still to be given */
    size_t count, depth;
};

/* Gives a contract and then those that amend it, the latest first. */
static void give(struct force *f, const struct contract *c)
{
    size_t start = f->depth;
    f->out[f->count++] = c;
    for (const struct contract *a = c->amendments; a; a = a->next_amendment)
        if (is_in_force(f->s, a, f->as_of))
            f->waiting[f->depth++] = a;
    size_t end = f->depth;
    qsort(f->waiting + start, end - start, sizeof *f->waiting, by_latest);
    for (size_t i = start; i < end; i++)
        give(f, f->waiting[i]);
    f->depth = start;
}

size_t contracts_in_force(const struct subject *s, struct arena *arena, day as_of, const struct contract ***out)
{
    struct force f = { .s = s, .as_of = as_of };
    size_t most = s->contracts.count, bases = 0;
    const struct contract **base = arena_array(arena, most ? most : 1, sizeof *base);
    f.out = arena_array(arena, most ? most : 1, sizeof *f.out);
    f.waiting = arena_array(arena, most ? most : 1, sizeof *f.waiting);
    *out = f.out;
    if (!base || !f.out || !f.waiting)
        return 0;
    LIST_EACH(struct contract, c, &s->contracts)
        if (!c->amended && is_in_force(s, c, as_of))
            base[bases++] = c;
    qsort(base, bases, sizeof *base, by_precedence);
    for (size_t i = 0; i < bases; i++)
        give(&f, base[i]);
    return f.count;
}

/* True if an amendment in force has put another clause in the place of this one. */
static bool is_replaced(const struct subject *s, const struct clause *c, day as_of)
{
    for (const struct clause *r = c->replacements; r; r = r->next_replacement)
        if (is_in_force(s, node_contract(&r->node), as_of))
            return true;
    if (!c->replaced)
        return false;
    /* Two amendments of one clause: the later one governs. */
    const struct contract *mine = node_contract(&c->node);
    for (const struct clause *r = c->replaced->replacements; r; r = r->next_replacement) {
        const struct contract *other = node_contract(&r->node);
        if (other != mine && is_later(other, mine) && is_in_force(s, other, as_of))
            return true;
    }
    return false;
}

bool clause_effective(const struct subject *s, const struct clause *c, day as_of)
{
    for (const struct node *n = &c->node; n && n->kind == &kind_clause; n = n->parent)
        if (is_replaced(s, (const struct clause *)n, as_of))
            return false;
    return true;
}
