/* Making nodes: the only place that writes the document model's skeleton. */
#include "documents/build.h"

#include <stdio.h>
#include <string.h>

/* Sets a field that is not absent when it is all zero. Texts are: NULL. */
static void set_absent(struct node *n, const struct field *f)
{
    void *at = (char *)n + f->offset;
    switch (f->type) {
    case FIELD_TRI: *(tri *)at = TRI_NONE; break;
    case FIELD_DATE: *(day *)at = DAY_NONE; break;
    case FIELD_INSTANT: *(instant *)at = INSTANT_NONE; break;
    case FIELD_COUNT: case FIELD_PERCENT: *(int64_t *)at = COUNT_NONE; break;
    case FIELD_DURATION: case FIELD_INTERVAL: ((struct duration *)at)->seconds = DURATION_NONE; break;
    case FIELD_TEXT: case FIELD_TOKEN: case FIELD_ID: case FIELD_COUNTRY: case FIELD_SHA256: case FIELD_FILE:
    case FIELD_VALUE: case FIELD_CURRENCY: break;
    }
}

void list_append(struct list *list, struct node *n)
{
    if (list->last)
        list->last->next = n;
    else
        list->first = n;
    list->last = n;
    list->count++;
}

static struct node *out_of_nodes(struct builder *b, uint32_t line)
{
    char most[16];
    snprintf(most, sizeof most, "%d", LOAD_NODES);
    fault_set(&b->document->fault, FAULT_NODES, most);
    fault_where(&b->document->fault, b->document->shown, line);
    return NULL;
}

struct node *build_blank(struct arena *a, const struct kind *k)
{
    struct node *n = arena_alloc(a, k->size);
    if (!n)
        return NULL;
    n->kind = k;
    for (const struct field *f = k->fields; f->name; f++)
        set_absent(n, f);
    return n;
}

/* Gives a new node its place. */
static struct node *settle(struct builder *b, struct node *n, struct node *parent, struct list *list, uint32_t line)
{
    if (!n) {
        build_no_memory(b, line);
        return NULL;
    }
    n->parent = parent;
    n->document = b->document;
    n->line = line;
    n->ordinal = ++b->subject->nodes;
    if (list)
        list_append(list, n);
    return n;
}

struct node *build_node(struct builder *b, const struct kind *k, struct node *parent, struct list *list, uint32_t line)
{
    if (b->subject->nodes >= LOAD_NODES)
        return out_of_nodes(b, line);
    return settle(b, build_blank(b->arena, k), parent, list, line);
}

struct node *build_like(struct builder *b, const struct node *blank, struct node *parent, struct list *list, uint32_t line)
{
    if (b->subject->nodes >= LOAD_NODES)
        return out_of_nodes(b, line);
    return settle(b, arena_duplicate(b->arena, blank, blank->kind->size), parent, list, line);
}

bool build_prose(struct builder *b, struct node *parent, struct list *list, const char *at, size_t len, uint32_t line)
{
    struct prose *p = (struct prose *)build_node(b, &kind_prose, parent, list, line);
    if (!p)
        return false;
    p->at = arena_copy(b->arena, at, len);
    p->len = len;
    if (!p->at)
        build_no_memory(b, line);
    return p->at != NULL;
}

int build_no_memory(struct builder *b, uint32_t line)
{
    fault_set(&b->document->fault, FAULT_DOCUMENT_MEMORY);
    fault_where(&b->document->fault, b->document->shown, line);
    return -1;
}

/* Where the roots of a kind are kept in the subject, all but the profile. */
static struct list *roots_of(struct subject *s, const struct kind *k)
{
    return k == &kind_contract ? &s->contracts
        : k == &kind_questionnaire ? &s->questionnaires
        : k == &kind_response ? &s->responses
        : k == &kind_audit ? &s->audits
        : k == &kind_incident_log ? &s->incident_logs : &s->service_records;
}

static void add_root(struct subject *s, struct node *root)
{
    root->document->root = root;
    if (root->kind != &kind_supplier)
        list_append(roots_of(s, root->kind), root);
    else if (!s->supplier)
        s->supplier = (struct supplier *)root;
}

void build_root(struct builder *b, struct node *root)
{
    add_root(b->subject, root);
}

void build_relist(struct subject *s)
{
    struct list *lists[] = { &s->contracts, &s->questionnaires, &s->responses, &s->audits, &s->incident_logs,
                             &s->service_records };
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        *lists[i] = (struct list){ NULL, NULL, 0 };
    s->supplier = NULL;
    for (const struct document *d = s->documents; d; d = d->next)
        if (d->root) {
            d->root->next = NULL;
            add_root(s, d->root);
        }
}
