/* What can be said only when all documents of a subject are read: one profile, its notes, ids that are there once. */
#include "documents/resolve.h"

#include <stdio.h>
#include <string.h>

#include "documents/build.h"

void document_reject(struct document *d, uint32_t line, enum fault_id id, const char *a, const char *b, const char *c)
{
    fault_set(&d->fault, id, a, b, c);
    fault_where(&d->fault, d->shown, line);
    d->root = NULL;
}

/* ---- the profile ---- */

/* The first subcontractor that has the id of one above it. `chain` holds those, `depth` of them. */
static const struct subcontractor *own_ancestor(const struct list *list, const char **chain, size_t depth)
{
    LIST_EACH(struct subcontractor, n, list) {
        for (size_t i = 0; i < depth; i++)
            if (strcmp(chain[i], n->id) == 0)
                return n;
        if (depth > LOAD_XML_DEPTH)
            continue;
        chain[depth] = n->id;
        const struct subcontractor *found = own_ancestor(&n->subcontractors, chain, depth + 1);
        if (found)
            return found;
    }
    return NULL;
}

static int check_chain(const struct supplier *p, struct fault *f)
{
    const char *chain[LOAD_XML_DEPTH + 2] = { p->id };
    const struct subcontractor *n = own_ancestor(&p->subcontractors, chain, 1);
    if (!n)
        return 0;
    fault_set(f, FAULT_SUBCONTRACTOR_CYCLE, n->id);
    fault_where(f, n->node.document->shown, n->node.line);
    return -1;
}

int resolve_profile(struct subject *s, struct fault *f)
{
    const struct supplier *first = s->supplier;
    if (!first)
        return 0;
    for (const struct document *d = s->documents; d; d = d->next)
        if (d->root && d->root->kind == &kind_supplier && d->root != &first->node) {
            fault_set(f, FAULT_TWO_PROFILES, first->node.document->shown);
            fault_where(f, d->shown, d->root->line);
            return -1;
        }
    return check_chain(first, f);
}

/* ---- notes on documents ---- */

/* A Word or text file says little about itself: the note has the word. An XML contract has it itself. */
static void apply_note(struct contract *c, const struct document_note *n, bool note_wins)
{
    if (n->id && (note_wins || !c->id))
        c->id = n->id;
    if (n->kind && note_wins)
        c->kind = n->kind;
    if (n->status && (note_wins || !c->status))
        c->status = n->status;
    if (n->amends && (note_wins || !c->amends))
        c->amends = n->amends;
    if (n->effective != DAY_NONE && (note_wins || c->effective == DAY_NONE))
        c->effective = n->effective;
    if (n->expires != DAY_NONE && (note_wins || c->expires == DAY_NONE))
        c->expires = n->expires;
}

/* A file that is not there is a document that could not be read. */
static struct document *missing(struct arena *a, const struct document_note *n)
{
    struct document *d = arena_alloc(a, sizeof *d);
    if (!d)
        return NULL;
    d->file = n->file;
    d->shown = n->node.document->shown;
    d->format = FORMAT_ATTACHMENT;
    document_reject(d, n->node.line, FAULT_NOTE_FILE, n->file, NULL, NULL);
    return d;
}

/* The documents by file; the first of a file that holds several. *last is the end of the chain. */
static struct entry *index_files(struct subject *s, struct arena *a, size_t *count, struct document **last)
{
    size_t n = 0;
    for (struct document *d = s->documents; d; d = d->next)
        n++;
    struct entry *files = arena_array(a, n ? n : 1, sizeof *files);
    *count = 0;
    for (struct document *d = s->documents; files && d; d = d->next) {
        files[*count] = (struct entry){ d->file, d, (uint32_t)*count };
        ++*count;
        *last = d;
    }
    if (files)
        index_sort(files, *count);
    return files;
}

int resolve_notes(struct subject *s, struct arena *a, const struct place_of_files *p, struct fault *f)
{
    if (!s->supplier || !s->supplier->documents.count)
        return 0;
    size_t count;
    struct document *last = NULL;
    struct entry *files = index_files(s, a, &count, &last);
    if (!files || !last)
        return fault_set(f, FAULT_DOCUMENT_MEMORY);
    LIST_EACH(struct document_note, n, &s->supplier->documents) {
        const struct entry *e = index_find(files, count, n->file);
        const struct document *d = e ? e->at : NULL;
        if (d && d->root && d->root->kind == &kind_contract)
            apply_note((struct contract *)d->root, n, d->format != FORMAT_XML);
        if (d || !p->files)
            continue;
        last->next = missing(a, n);
        if (!last->next)
            return fault_set(f, FAULT_DOCUMENT_MEMORY);
        last = last->next;
    }
    return 0;
}

/* ---- ids ---- */

static void show_place(const struct node *n, char *out, size_t size)
{
    if (n->line)
        snprintf(out, size, "%s:%u", n->document->shown, (unsigned)n->line);
    else
        snprintf(out, size, "%s", n->document->shown);
}

static void reject_second(const struct entry *first, const struct entry *second)
{
    const struct node *n = second->at;
    char place[FAULT_PLACE_SIZE + 16];
    show_place(first->at, place, sizeof place);
    document_reject(n->document, n->line, FAULT_DUPLICATE_ID, n->kind->name, second->key, place);
}

/* Rejects the documents whose root has the id of one before it. */
static int check_roots(struct list *list, const struct kind *k, struct arena *a, struct fault *f)
{
    const struct field *id = kind_field(k, "id");
    if (list->count < 2)
        return 0;
    struct entry *all = arena_array(a, list->count, sizeof *all);
    size_t count = 0;
    if (!all)
        return fault_set(f, FAULT_DOCUMENT_MEMORY);
    LIST_EACH(struct node, n, list) {
        struct value v = node_value(n, id);
        if (v.type == VALUE_TEXT)
            all[count++] = (struct entry){ v.as.text.at, n, n->ordinal };
    }
    index_sort(all, count);
    for (size_t i = 1, first = 0; i < count; i++) {
        if (strcmp(all[first].key, all[i].key) == 0)
            reject_second(&all[first], &all[i]);
        else
            first = i;
    }
    return 0;
}

int resolve_ids(struct subject *s, struct arena *a, struct fault *f)
{
    if (check_roots(&s->contracts, &kind_contract, a, f) < 0 ||
        check_roots(&s->questionnaires, &kind_questionnaire, a, f) < 0)
        return -1;
    build_relist(s);
    return 0;
}
