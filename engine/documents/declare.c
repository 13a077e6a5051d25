#include "documents/declare.h"

#include <stdlib.h>
#include <string.h>

#include "documents/build.h"

/* ---- numbers ---- */

static int by_number(const void *a, const void *b)
{
    const struct clause *x = *(struct clause *const *)a, *y = *(struct clause *const *)b;
    int order = strcmp(x->number, y->number);
    return order ? order : x->node.ordinal < y->node.ordinal ? -1 : x->node.ordinal > y->node.ordinal;
}

static bool name_apart(struct arena *arena, struct list *list)
{
    struct clause **all = arena_array(arena, list->count + 1, sizeof *all);
    size_t count = 0, same = 1;
    if (!all)
        return false;
    LIST_EACH(struct clause, c, list) {
        all[count++] = c;
        if (!name_apart(arena, &c->clauses))
            return false;
    }
    qsort(all, count, sizeof *all, by_number);
    for (size_t i = 1; i < count; i++) {
        const char *first = all[i - same]->number;
        same = strcmp(first, all[i]->number) == 0 ? same + 1 : 1;
        if (same > 1 && (all[i]->number = arena_format(arena, "%s [%zu]", first, same)) == NULL)
            return false;
    }
    return true;
}

bool declare_names(struct subject *s, struct arena *arena, const char *title)
{
    LIST_EACH(struct contract, k, &s->contracts) {
        if (!k->title)
            k->title = arena_copy(arena, title, strlen(title));
        if (!k->title || !name_apart(arena, &k->clauses))
            return false;
    }
    return true;
}

/* ---- terms ---- */

static const struct kind *kind_of(enum value_type type)
{
    for (const struct kind *const *k = kind_terms; *k; k++)
        if ((*k)->term == type)
            return *k;
    return NULL;
}

static bool copy_texts(struct arena *arena, struct value *v)
{
    const char **text = v->type == VALUE_TEXT ? &v->as.text.at : NULL;
    if (text)
        *text = arena_copy(arena, v->as.text.at, v->as.text.len);
    return !text || *text;
}

struct term *declare_term(struct subject *s, struct arena *arena, struct clause *c, const char *name, const struct value *v)
{
    const struct kind *kind = kind_of(v->type);
    struct builder b = {arena, s, c->node.document};
    struct node *n = kind ? build_node(&b, kind, &c->node, &c->terms, c->node.line) : NULL;
    struct term *t = (struct term *)n;
    if (!t)
        return NULL;
    t->name = arena_copy(arena, name, strlen(name));
    t->value = *v;
    return t->name && copy_texts(arena, &t->value) ? t : NULL;
}

void declare_no_terms(struct clause *c, uint32_t keep)
{
    struct node *last = NULL, *at = c->terms.first;
    for (uint32_t i = 0; i < keep && at; i++, at = at->next)
        last = at;
    if (last)
        last->next = NULL;
    else
        c->terms.first = NULL;
    c->terms.last = last;
    c->terms.count = keep;
}
