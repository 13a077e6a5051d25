/* The schema's rows with their names in the parser's dictionary: a graph of the same shape as the tables. */
#include "documents/xml_reader.h"

#include <string.h>

enum { KINDS_MOST = 64 };

struct maker {
    struct xml_reader *x;
    struct xml_kind *made[KINDS_MOST];
    size_t count;
    bool failed;
};

static const xmlChar *intern(struct maker *m, const char *name)
{
    const xmlChar *in = xmlDictLookup(m->x->ctxt->dict, (const xmlChar *)name, -1);
    m->failed |= !in;
    return in;
}

static void *take(struct maker *m, size_t count, size_t size)
{
    void *at = arena_array(m->x->names, count ? count : 1, size);
    m->failed |= !at;
    return at;
}

static void make_fields(struct maker *m, struct xml_kind *to)
{
    const struct field *fields = to->kind->fields;
    while (fields[to->field_count].name)
        to->field_count++;
    to->fields = take(m, to->field_count, sizeof *to->fields);
    for (size_t i = 0; !m->failed && i < to->field_count; i++) {
        if (fields[i].flags & FIELD_DERIVED)
            continue;
        to->fields[i] = intern(m, fields[i].name);
        if (fields[i].flags & FIELD_REQUIRED)
            to->required |= UINT64_C(1) << i;
    }
}

static const struct xml_kind *make_kind(struct maker *m, const struct kind *k);

static void make_children(struct maker *m, struct xml_kind *to)
{
    const struct child *rows = to->kind->children;
    while (rows[to->child_count].kind)
        to->child_count++;
    struct xml_child *children = take(m, to->child_count, sizeof *children);
    to->children = children;
    for (size_t i = 0; !m->failed && i < to->child_count; i++) {
        children[i].name = intern(m, rows[i].kind->name);
        children[i].child = &rows[i];
        children[i].kind = make_kind(m, rows[i].kind);
    }
}

static void make_uniques(struct maker *m, struct xml_kind *to)
{
    for (const struct unique *u = schema_uniques; u->in; u++) {
        if (u->in != to->kind)
            continue;
        const struct child *child = kind_child(to->kind, u->list);
        m->failed |= !child || to->unique_count == XML_UNIQUES;
        if (m->failed)
            return;
        to->uniques[to->unique_count].list = child->offset;
        to->uniques[to->unique_count++].field = u->field;
    }
}

static const struct xml_kind *make_kind(struct maker *m, const struct kind *k)
{
    for (size_t i = 0; i < m->count; i++)
        if (m->made[i]->kind == k)
            return m->made[i];
    struct xml_kind *to = m->count < KINDS_MOST ? take(m, 1, sizeof *to) : NULL;
    m->failed |= !to;
    if (m->failed)
        return NULL;
    /* Known before its children are made: a clause holds clauses. */
    m->made[m->count++] = to;
    to->kind = k;
    to->blank = build_blank(m->x->names, k);
    m->failed |= !to->blank;
    make_fields(m, to);
    make_children(m, to);
    make_uniques(m, to);
    return to;
}

/* What holds documents: the roots, and for the outside of a file the dossier too. */
static void make_roots(struct maker *m, struct xml_kind *to, const struct xml_kind *dossier)
{
    size_t count = 0;
    while (kind_roots[count])
        count++;
    struct xml_child *children = take(m, count + 1, sizeof *children);
    for (size_t i = 0; !m->failed && i < count; i++) {
        children[i].name = intern(m, kind_roots[i]->name);
        children[i].kind = make_kind(m, kind_roots[i]);
    }
    if (!m->failed && dossier) {
        children[count].name = intern(m, dossier->kind->name);
        children[count++].kind = dossier;
    }
    to->children = children;
    to->child_count = count;
}

bool xml_names(struct xml_reader *x)
{
    struct maker m = { .x = x };
    arena_reset(x->names);
    struct xml_kind *outside = take(&m, 1, sizeof *outside);
    struct xml_kind *dossier = take(&m, 1, sizeof *dossier);
    x->namespace = intern(&m, KIJUN_NAMESPACE);
    if (m.failed)
        return false;
    dossier->kind = &kind_dossier;
    make_fields(&m, dossier);
    make_roots(&m, dossier, NULL);
    make_roots(&m, outside, dossier);
    x->outside = outside;
    return !m.failed;
}
