/* From elements to nodes, whoever reads them. */
#include <string.h>

#include "documents/xml_reader.h"

const struct xml_child *xml_child_named(const struct xml_kind *k, const char *name, size_t len)
{
    size_t i = xml_name_index(&k->names, name, len);
    return i < k->names.count ? &k->children[i] : NULL;
}

/* Every document of a dossier after the first is a document of its own, with the same file. */
static bool next_document(struct xml_reader *x)
{
    if (!x->roots.count)
        return true;
    struct document *d = arena_alloc(x->b->arena, sizeof *d);
    if (!d)
        return false;
    d->file = x->first->file;
    d->shown = x->first->shown;
    d->format = x->first->format;
    d->next = x->b->document->next;
    x->b->document->next = d;
    x->b->document = d;
    return true;
}

bool xml_make(struct xml_reader *x, const struct xml_child *c, uint32_t line, struct node **n)
{
    struct node *above = x->frames[x->depth].node;
    struct list *list = c->child ? (struct list *)(void *)((char *)above + c->child->offset) : NULL;
    *n = NULL;
    if (c->kind->kind == &kind_dossier)
        return true;
    if (!list && !next_document(x)) {
        xml_fault_memory(x);
        return false;
    }
    *n = build_like(x->b, c->kind->blank, list ? above : NULL, list, line);
    return *n != NULL;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Drops the blanks around line breaks, which are the indentation of the XML, in place; returns the new length. */
static size_t drop_indentation(char *at, size_t len)
{
    size_t to = 0;
    for (size_t i = 0; i < len; i++) {
        if (is_blank(at[i]) && at[i] != '\n' && to > 0 && at[to - 1] == '\n')
            continue;
        if (at[i] == '\n')
            while (to > 0 && (at[to - 1] == ' ' || at[to - 1] == '\t'))
                to--;
        at[to++] = at[i];
    }
    return to;
}

static bool finish_prose(struct xml_reader *x, struct prose *p, const char *at, size_t len, uint32_t line)
{
    for (; len > 0 && is_blank(*at); at++, len--)
        line += *at == '\n';
    while (len > 0 && is_blank(at[len - 1]))
        len--;
    char *copy = arena_copy(x->b->arena, len ? at : "", len);
    if (!copy)
        return false;
    if (memchr(copy, '\n', len)) {
        len = drop_indentation(copy, len);
        copy[len] = '\0';
    }
    p->at = copy;
    p->len = len;
    p->node.line = line;
    return true;
}

void xml_close(struct xml_reader *x, const char *text, size_t len, uint32_t line)
{
    const struct xml_frame *f = &x->frames[x->depth--];
    if (f->kind->kind->prose && !finish_prose(x, (struct prose *)f->node, text, len, line))
        xml_fault_memory(x);
    else
        xml_unique(x, f->kind, f->node);
    if (!x->failed && f->node && !f->node->parent)
        list_append(&x->roots, f->node);
}
