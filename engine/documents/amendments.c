/* Which contract amends which, and which clause replaces which. */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "documents/build.h"
#include "documents/clause_number.h"
#include "documents/resolve.h"

/* An amendment of an amendment of ...: further is not followed. */
enum { CHAIN_MOST = 64, SUGGESTIONS = 64 };

struct row {
    struct contract *contract;
    struct row *target;         /* what it amends */
    bool good;
    struct entry *numbers;      /* of its clauses, made when first asked for */
    size_t number_count;
};

struct amender {
    struct arena *arena;
    struct row *rows;
    size_t count;
    struct entry *ids;          /* to rows */
    size_t id_count;
    bool no_memory;
};

static void reject(struct row *r, const struct node *n, enum fault_id id, const char *a, const char *b, const char *c)
{
    if (r->good)
        document_reject(r->contract->node.document, n->line, id, a, b, c);
    r->good = false;
}

static bool make_rows(struct amender *m, const struct list *contracts)
{
    m->rows = arena_array(m->arena, contracts->count, sizeof *m->rows);
    m->ids = arena_array(m->arena, contracts->count, sizeof *m->ids);
    if (!m->rows || !m->ids)
        return false;
    LIST_EACH(struct contract, c, contracts) {
        struct row *r = &m->rows[m->count++];
        *r = (struct row){ .contract = c, .good = true };
        if (c->id)
            m->ids[m->id_count++] = (struct entry){ c->id, r, c->node.ordinal };
    }
    index_sort(m->ids, m->id_count);
    return true;
}

static void find_target(struct amender *m, struct row *r)
{
    const struct contract *c = r->contract;
    if (!c->amends)
        return;
    const struct entry *e = index_find(m->ids, m->id_count, c->amends);
    if (e) {
        r->target = e->at;
        return;
    }
    const char *names[SUGGESTIONS];
    size_t n = 0;
    for (size_t i = 0; i < m->id_count && n < SUGGESTIONS; i++)
        if (m->ids[i].at != r)
            names[n++] = m->ids[i].key;
    const char *near = text_suggest(c->amends, names, n);
    reject(r, &c->node, near ? FAULT_AMENDS_NEAR : FAULT_AMENDS_UNKNOWN, c->amends, near, NULL);
}

/* A chain that leads to a contract that was rejected, or that never ends, makes the amendment worthless. */
static void check_chain(struct row *r)
{
    const struct contract *c = r->contract;
    int steps = 0;
    for (const struct row *t = r->target; t && r->good; t = t->target) {
        if (t == r)
            reject(r, &c->node, FAULT_AMENDS_CYCLE, c->id ? c->id : c->amends, NULL, NULL);
        else if (!t->good || ++steps > CHAIN_MOST)
            reject(r, &c->node, FAULT_AMENDS_UNREAD, c->amends, NULL, NULL);
    }
}

/* ---- clauses ---- */

static size_t count_clauses(const struct list *clauses)
{
    size_t n = clauses->count;
    LIST_EACH(struct clause, c, clauses)
        n += count_clauses(&c->clauses);
    return n;
}

/* The key of a clause with those above it: "2" inside "7" is "7.2", and so is "7.2" inside "7". */
static const char *full_key(struct amender *m, const char *above, const struct clause *c)
{
    char own[CLAUSE_KEY_BYTES];
    size_t len = clause_key(c->number ? c->number : "", own), n = above ? strlen(above) : 0;
    bool whole = !above || (strncmp(own, above, n) == 0 && own[n] == '.');
    const char *key = whole ? arena_copy(m->arena, own, len) : arena_format(m->arena, "%s.%s", above, own);
    m->no_memory |= !key;
    return key ? key : "";
}

static void add_numbers(struct amender *m, struct row *r, const struct list *clauses, const char *above)
{
    LIST_EACH(struct clause, c, clauses) {
        const char *key = full_key(m, above, c);
        r->numbers[r->number_count++] = (struct entry){ key, c, c->node.ordinal };
        add_numbers(m, r, &c->clauses, key);
    }
}

static struct clause *clause_numbered(struct amender *m, struct row *r, const char *key)
{
    if (!r->numbers) {
        size_t n = count_clauses(&r->contract->clauses);
        r->numbers = arena_array(m->arena, n ? n : 1, sizeof *r->numbers);
        m->no_memory |= !r->numbers;
        if (!r->numbers)
            return NULL;
        add_numbers(m, r, &r->contract->clauses, NULL);
        index_sort(r->numbers, r->number_count);
    }
    const struct entry *e = index_find(r->numbers, r->number_count, key);
    return e ? e->at : NULL;
}

/* The clause is looked for in what the amendment amends, then in what that amends. */
static void find_replaced(struct amender *m, struct row *r, struct clause *c)
{
    char key[CLAUSE_KEY_BYTES];
    bool native = true;
    clause_key(c->replaces, key);
    for (struct row *t = r->target; t && !c->replaced; t = t->target) {
        c->replaced = clause_numbered(m, t, key);
        native &= t->contract->node.document->format == FORMAT_XML;
    }
    /* The numbers of a Word file are computed: not finding one there is no mistake of the amendment. */
    if (!r->target)
        reject(r, &c->node, FAULT_REPLACES_ALONE, c->number, NULL, NULL);
    else if (!c->replaced && native)
        reject(r, &c->node, FAULT_REPLACES_UNKNOWN, c->number, c->replaces, r->contract->amends);
}

static void each_replacing(struct amender *m, struct row *r, const struct list *clauses,
                           void (*act)(struct amender *, struct row *, struct clause *))
{
    LIST_EACH(struct clause, c, clauses) {
        if (c->replaces && r->good)
            act(m, r, c);
        each_replacing(m, r, &c->clauses, act);
    }
}

/* ---- linking: what is left is good ---- */

static void link_clause(struct amender *m, struct row *r, struct clause *c)
{
    (void)m, (void)r;
    if (!c->replaced)
        return;
    c->next_replacement = c->replaced->replacements;
    c->replaced->replacements = c;
}

static void link_row(struct amender *m, struct row *r)
{
    struct contract *c = r->contract;
    each_replacing(m, r, &c->clauses, link_clause);
    if (!r->good || !r->target)
        return;
    c->amended = r->target->contract;
    c->next_amendment = c->amended->amendments;
    c->amended->amendments = c;
}

int resolve_amendments(struct subject *s, struct arena *a, struct fault *f)
{
    struct amender m = { .arena = a };
    if (!s->contracts.count)
        return 0;
    if (!make_rows(&m, &s->contracts))
        return fault_set(f, FAULT_DOCUMENT_MEMORY);
    for (size_t i = 0; i < m.count; i++)
        find_target(&m, &m.rows[i]);
    for (size_t i = 0; i < m.count; i++)
        check_chain(&m.rows[i]);
    for (size_t i = 0; i < m.count; i++)
        each_replacing(&m, &m.rows[i], &m.rows[i].contract->clauses, find_replaced);
    /* Again: a clause may have cost a contract its place since. */
    for (size_t i = 0; i < m.count; i++)
        check_chain(&m.rows[i]);
    /* From the last on, so that the links stand in reading order. */
    for (size_t i = m.count; i > 0; i--)
        link_row(&m, &m.rows[i - 1]);
    if (m.no_memory)
        return fault_set(f, FAULT_DOCUMENT_MEMORY);
    build_relist(s);
    return 0;
}
