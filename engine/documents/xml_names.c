/* The schema's rows with what finds their names quickly: a graph of the same shape as the tables. */
#include "documents/xml_reader.h"

#include <string.h>

enum { KINDS_MOST = 64 };

struct maker {
    struct xml_reader *x;
    struct xml_kind *made[KINDS_MOST];
    size_t count;
    bool failed;
};

static void *take(struct maker *m, size_t count, size_t size)
{
    void *at = arena_array(m->x->names, count ? count : 1, size);
    m->failed |= !at;
    return at;
}

/* Appends a name; NULL for one that is never looked for. */
static void add_name(struct maker *m, struct xml_names *to, const char *name)
{
    m->failed |= to->count == XML_NAMES_MOST;
    if (m->failed)
        return;
    to->name[to->count++] = name;
    if (!name)
        return;
    size_t len = strlen(name), at = xml_slot(name, len);
    to->length[to->count - 1] = (unsigned char)len;
    while (to->slot[at])
        at = (at + 1) % XML_SLOTS;
    to->slot[at] = (unsigned char)to->count;
}

static void make_fields(struct maker *m, struct xml_kind *to)
{
    const struct field *fields = to->kind->fields;
    for (size_t i = 0; !m->failed && fields[i].name; i++) {
        bool derived = fields[i].flags & FIELD_DERIVED;
        add_name(m, &to->fields, derived ? NULL : fields[i].name);
        if (!derived && (fields[i].flags & FIELD_REQUIRED))
            to->required |= UINT64_C(1) << i;
    }
}

static const struct xml_kind *make_kind(struct maker *m, const struct kind *k);

static void make_children(struct maker *m, struct xml_kind *to)
{
    const struct child *rows = to->kind->children;
    size_t count = 0;
    while (rows[count].kind)
        count++;
    struct xml_child *children = take(m, count, sizeof *children);
    to->children = children;
    for (size_t i = 0; !m->failed && i < count; i++) {
        add_name(m, &to->names, rows[i].kind->name);
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
    to->name_length = strlen(k->name);
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
        add_name(m, &to->names, kind_roots[i]->name);
        children[i].kind = make_kind(m, kind_roots[i]);
    }
    if (!m->failed && dossier) {
        add_name(m, &to->names, dossier->kind->name);
        children[count].kind = dossier;
    }
    to->children = children;
}

bool xml_names(struct xml_reader *x)
{
    struct maker m = { .x = x };
    struct xml_kind *outside = take(&m, 1, sizeof *outside);
    struct xml_kind *dossier = take(&m, 1, sizeof *dossier);
    if (m.failed)
        return false;
    dossier->kind = &kind_dossier;
    dossier->name_length = strlen(kind_dossier.name);
    make_fields(&m, dossier);
    make_roots(&m, dossier, NULL);
    make_roots(&m, outside, dossier);
    x->outside = outside;
    return !m.failed;
}
