/* The model as JSON: what rules see, under the names by which they see it. */
#include <string.h>

#include "base/json.h"
#include "documents/load.h"
#include "documents/schema.h"

enum { NAME_BYTES = 64 };

/* The name of a field as rules write it: "my_number". */
static void put_key(struct json *j, const char *name)
{
    char key[NAME_BYTES];
    size_t n = 0;
    for (; name[n] && n + 1 < sizeof key; n++)
        key[n] = name[n] == '-' ? '_' : name[n];
    key[n] = '\0';
    json_key(j, key);
}

static void put_value(struct json *j, const struct value *v)
{
    char text[128];
    struct buffer b;
    switch (v->type) {
    case VALUE_TEXT: json_text_n(j, v->as.text.at, v->as.text.len); return;
    case VALUE_BOOL: json_bool(j, v->as.flag); return;
    case VALUE_COUNT: json_int(j, v->as.count); return;
    default: break;
    }
    buffer_init_fixed(&b, text, sizeof text);
    value_write(&b, v);
    json_text_n(j, text, b.len);
}

static void put_fields(struct json *j, const struct node *n)
{
    for (const struct field *f = n->kind->fields; f->name; f++) {
        struct value v = node_value(n, f);
        if (v.type == VALUE_NONE)
            continue;
        put_key(j, f->name);
        put_value(j, &v);
    }
}

static void put_node(struct json *j, const struct node *n);

static void put_list(struct json *j, const char *name, const struct list *list)
{
    if (!list->count)
        return;
    put_key(j, name);
    json_open(j, '[');
    LIST_EACH(struct node, n, list)
        put_node(j, n);
    json_close(j, ']');
}

static void put_node(struct json *j, const struct node *n)
{
    if (n->kind->prose) {
        const struct prose *p = (const struct prose *)n;
        json_text_n(j, p->at, p->len);
        return;
    }
    json_open(j, '{');
    if (n->kind->term != VALUE_NONE)
        json_put_text(j, "type", n->kind->name);
    json_put_int(j, "line", n->line);
    if (!n->parent)
        json_put_text(j, "document", n->document->file);
    put_fields(j, n);
    /* A list of several kinds has a row for each of them: it is one list. */
    for (const struct child *c = n->kind->children; c->kind; c++)
        if (c == n->kind->children || strcmp(c->list, c[-1].list) != 0)
            put_list(j, c->list, node_list(n, c));
    json_close(j, '}');
}

static void put_fault(struct json *j, const struct fault *f)
{
    char text[1024];
    json_key(j, "fault");
    json_open(j, '{');
    json_put_text(j, "name", fault_name(f->id));
    fault_text(f, LANGUAGE_EN, text, sizeof text);
    json_put_text(j, "text", text);
    json_close(j, '}');
}

static void put_document(struct json *j, const struct document *d)
{
    json_open(j, '{');
    json_put_text(j, "file", d->file);
    json_put_text(j, "format", format_name(d->format));
    json_put_text(j, "kind", d->root ? d->root->kind->name : NULL);
    if (d->fault.id != FAULT_NONE)
        put_fault(j, &d->fault);
    json_close(j, '}');
}

void dump_subject(const struct subject *s, struct buffer *out)
{
    struct json j;
    json_init(&j, out, true);
    json_open(&j, '{');
    json_put_text(&j, "id", s->id);
    json_put_bool(&j, "lone", s->lone);
    json_key(&j, "files");
    json_open(&j, '[');
    for (const struct document *d = s->documents; d; d = d->next)
        put_document(&j, d);
    json_close(&j, ']');
    if (s->supplier) {
        json_key(&j, "supplier");
        put_node(&j, &s->supplier->node);
    }
    put_list(&j, "contracts", &s->contracts);
    put_list(&j, "questionnaires", &s->questionnaires);
    put_list(&j, "responses", &s->responses);
    put_list(&j, "audits", &s->audits);
    put_list(&j, "incident-logs", &s->incident_logs);
    put_list(&j, "service-records", &s->service_records);
    json_close(&j, '}');
    buffer_putc(out, '\n');
}
