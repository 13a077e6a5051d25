/* Where something stands, and what makes it the same place after an edit elsewhere. */
#include <string.h>

#include "base/buffer.h"
#include "base/text.h"
#include "rules/bind.h"

enum { QUOTE = 400, HEADING = 160 };

static const char *copy(struct judge *j, const char *text)
{
    return text ? arena_copy(j->arena, text, strlen(text)) : NULL;
}

static const char *file_of(struct judge *j, const struct document *d)
{
    if (!d)
        return NULL;
    if (d != j->last_document) {
        j->last_file = copy(j, d->file);
        j->last_document = d;
    }
    return j->last_file;
}

struct value judge_copy(struct judge *j, const struct value *v)
{
    struct value out = *v;
    if (v->type == VALUE_TEXT) {
        out.as.text.at = arena_copy(j->arena, v->as.text.at, v->as.text.len);
        if (!out.as.text.at)
            out = (struct value){.type = VALUE_NONE};
    }
    return out;
}

static const char *name_of(struct judge *j, const struct node *n)
{
    struct value v;
    char text[256];
    struct buffer b;
    if (n->kind == &kind_clause || !node_name(n, &v))
        return NULL;
    if (v.type == VALUE_TEXT)
        return arena_copy(j->arena, v.as.text.at, v.as.text.len);
    buffer_init_fixed(&b, text, sizeof text);
    value_write(&b, &v);
    return b.failed ? NULL : arena_copy(j->arena, b.at, b.len);
}

/* The type of a clause: declared, or surely recognised; NULL. */
static const char *type_of(struct judge *j, const struct clause *c)
{
    if (c->type || !j->reading)
        return c->type;
    const struct clause_reading *r = reading_clause(j->reading, c);
    return r && r->sure && r->type_count ? r->types[0].type : NULL;
}

/* Where a spreadsheet has it. */
static const char *cell_of(struct judge *j, const struct node *n)
{
    const char *cell = n->kind == &kind_answer ? ((const struct answer *)n)->cell
        : n->kind == &kind_evidence ? ((const struct evidence *)n)->cell
        : n->kind == &kind_response ? ((const struct response *)n)->cell : NULL;
    return copy(j, cell);
}

static struct place make_place(struct judge *j, const struct node *n)
{
    const struct clause *c = node_clause(n);
    struct place p = {.document = file_of(j, n->document), .line = n->line, .what = n->kind->name};
    p.paragraph = n->document && format_in_paragraphs(n->document->format);
    p.name = name_of(j, n);
    p.cell = cell_of(j, n);
    if (c) {
        p.clause = copy(j, c->number);
        p.heading = copy(j, c->heading);
        p.type = copy(j, type_of(j, c));
    }
    return p;
}

/* The first words of a node's own prose. */
static const char *quote_of(struct judge *j, const struct node *n)
{
    const struct child *text = kind_child(n->kind, "text");
    const struct prose *p = NULL;
    if (n->kind->prose)
        p = (const struct prose *)n;
    else if (text)
        p = (const struct prose *)node_list(n, text)->first;
    return p ? arena_copy(j->arena, p->at, text_cut(p->at, p->len, QUOTE)) : NULL;
}

struct place place_of_node(struct judge *j, const struct node *n, bool quote)
{
    const struct place *kept = j->places[n->ordinal];
    if (!kept) {
        struct place *made = arena_alloc(j->scratch, sizeof *made);
        if (!made)
            return (struct place){.document = NULL};
        *made = make_place(j, n);
        j->places[n->ordinal] = kept = made;
    }
    struct place p = *kept;
    if (quote)
        p.quote = quote_of(j, n);
    return p;
}

struct place place_of_span(struct judge *j, const struct span *s, const struct clause *c)
{
    size_t len = 0;
    struct place p = place_of_node(j, &c->node, false);
    const char *words = s->len ? span_words(s, c, QUOTE, &len) : NULL;
    if (!words)
        return p;
    p.line = span_line(s, c);
    p.quote = arena_copy(j->arena, words, len);
    return p;
}

struct place place_of_term(struct judge *j, const struct read_term *t, const struct clause *c)
{
    if (t->declared && t->node)
        return place_of_node(j, t->node, false);
    const struct clause *own = t->node ? node_clause(t->node) : NULL;
    return place_of_span(j, &t->words, own ? own : c);
}

/* ---- identity ---- */

static void add(struct identity *id, const char *part)
{
    if (id->count < IDENTITY_PARTS)
        id->part[id->count++] = part;
}

void identity_start(struct identity *id, const char *supplier, const char *rule, const char *message)
{
    id->count = 0;
    add(id, supplier);
    add(id, rule);
    add(id, message);
}

/* A heading without numbers, blanks and case of ASCII, so that renumbering keeps it. */
static const char *plain_heading(struct judge *j, const char *heading)
{
    char *out = arena_alloc(j->scratch, strlen(heading) + 1);
    size_t n = 0;
    if (!out)
        return NULL;
    for (const char *p = heading; *p && n < HEADING; p++)
        if ((unsigned char)*p > 0x20 && !(*p >= '0' && *p <= '9') && !strchr(".()[]", *p))
            out[n++] = *p >= 'A' && *p <= 'Z' ? (char)(*p + 32) : *p;
    return out;
}

/* The nearest clause at or above that has a type or a heading. */
static void add_clause(struct judge *j, struct identity *id, const struct clause *c, const char *asked)
{
    for (; c; c = node_clause(c->node.parent)) {
        const char *type = asked ? asked : type_of(j, c);
        if (type || c->heading) {
            add(id, type ? type : plain_heading(j, c->heading));
            return;
        }
    }
}

static void add_fields(struct judge *j, struct identity *id, const struct node *n)
{
    char text[256];
    for (const struct field *f = n->kind->fields; f->name; f++) {
        struct buffer b;
        if (!(f->flags & FIELD_IDENTITY))
            continue;
        struct value v = node_value(n, f);
        buffer_init_fixed(&b, text, sizeof text);
        if (v.type == VALUE_TEXT)
            add(id, v.as.text.at);
        else if (v.type != VALUE_NONE && (value_write(&b, &v), !b.failed))
            add(id, arena_copy(j->scratch, b.at, b.len));
    }
}

void identity_of_node(struct judge *j, struct identity *id, const struct node *n, const char *asked)
{
    const struct clause *c = node_clause(n);
    const struct contract *contract = node_contract(n);
    if (contract)
        add(id, contract->id ? contract->id : contract->node.document ? contract->node.document->file : "");
    if (c)
        add_clause(j, id, c, asked);
    for (; n && n->kind != &kind_clause && n->kind != &kind_contract; n = n->parent) {
        add(id, n->kind->name);
        if (!n->kind->prose)
            add_fields(j, id, n);
    }
}

void identity_of_words(struct judge *j, struct identity *id, const char *at, size_t len)
{
    add(id, arena_copy(j->scratch, at, len));
}
