/* Looking things up in the schema tables, and reading a node through them. */
#include "documents/schema.h"

#include <string.h>

#include "documents/rows.h"

static const struct field no_fields[] = { ROW_END };
/* The parser handles what stands in a dossier: documents of their own, in no list of a struct. */
static const struct child no_children[] = { CHILD_END };

const struct kind kind_dossier = {
    "dossier", sizeof(struct node), no_fields, no_children, false, VALUE_NONE,
    { "Several documents in one file", "複数の文書をまとめたもの" }
};

const struct kind *const kind_roots[] = { &kind_supplier, &kind_contract, &kind_questionnaire, &kind_response,
                                          &kind_audit, &kind_incident_log, &kind_service_record, NULL };

const struct unique schema_uniques[] = {
    { &kind_supplier, "subcontractors", "id" },
    { &kind_subcontractor, "subcontractors", "id" },
    { &kind_contract, "clauses", "number" },
    { &kind_clause, "clauses", "number" },
    { &kind_clause, "terms", "name" },
    { &kind_questionnaire, "questions", "id" },
    { &kind_response, "answers", "question" },
    { &kind_audit, "nonconformities", "id" },
    { &kind_incident_log, "incidents", "id" },
    { NULL, NULL, NULL }
};

const struct field *kind_field(const struct kind *k, const char *name)
{
    for (const struct field *f = k->fields; f->name; f++)
        if (strcmp(f->name, name) == 0)
            return f;
    return NULL;
}

const struct child *kind_child(const struct kind *k, const char *list)
{
    for (const struct child *c = k->children; c->kind; c++)
        if (strcmp(c->list, list) == 0)
            return c;
    return NULL;
}

static struct value none(void)
{
    struct value v;
    memset(&v, 0, sizeof v);
    return v;
}

static struct value text_value(const char *at)
{
    return at ? value_text(at, strlen(at)) : none();
}

static struct value whole(enum value_type type, int64_t n)
{
    struct value v = none();
    if (n == COUNT_NONE)
        return v;
    v.type = type;
    if (type == VALUE_COUNT)
        v.as.count = n;
    else if (type == VALUE_INSTANT)
        v.as.instant = n;
    else
        v.as.number = n;
    return v;
}

static struct value span_value(enum value_type type, const struct duration *d)
{
    struct value v = none();
    if (d->seconds == DURATION_NONE)
        return v;
    v.type = type;
    v.as.duration = *d;
    return v;
}

struct value node_value(const struct node *n, const struct field *f)
{
    const void *at = (const char *)n + f->offset;
    const struct value *stated = at;
    switch (f->type) {
    case FIELD_TEXT: case FIELD_TOKEN: case FIELD_ID: case FIELD_COUNTRY: case FIELD_SHA256: case FIELD_FILE:
        return text_value(*(const char *const *)at);
    case FIELD_TRI:
        return *(const tri *)at == TRI_NONE ? none() : value_flag(*(const tri *)at == TRI_YES);
    case FIELD_DATE:
        return *(const day *)at == DAY_NONE ? none() : value_date(*(const day *)at);
    case FIELD_INSTANT:
        return whole(VALUE_INSTANT, *(const instant *)at);
    case FIELD_COUNT:
        return whole(VALUE_COUNT, *(const int64_t *)at);
    case FIELD_PERCENT:
        return whole(VALUE_PERCENT, *(const fixed *)at);
    case FIELD_DURATION:
        return span_value(VALUE_DURATION, at);
    case FIELD_INTERVAL:
        return span_value(VALUE_INTERVAL, at);
    case FIELD_VALUE:
        return *stated;
    case FIELD_CURRENCY:
        return stated->type == VALUE_AMOUNT ? text_value(stated->as.amount.currency) : none();
    }
    return none();
}

const struct list *node_list(const struct node *n, const struct child *c)
{
    return (const struct list *)(const void *)((const char *)n + c->offset);
}

const struct clause *node_clause(const struct node *n)
{
    for (; n; n = n->parent)
        if (n->kind == &kind_clause)
            return (const struct clause *)n;
    return NULL;
}

const struct contract *node_contract(const struct node *n)
{
    for (; n; n = n->parent)
        if (n->kind == &kind_contract)
            return (const struct contract *)n;
    return NULL;
}
