/* From SAX2 events to nodes. Called by libxml2 in the thread that parses; all state is in the reader. */
#include "documents/xml_reader.h"

#include <string.h>

#include "documents/field_set.h"
#include "documents/xml_mask.h"

/* Where editors keep the place of the schema: allowed on any element, and ignored. */
#define XSI "http://www.w3.org/2001/XMLSchema-instance"

/* What one attribute is in the array that libxml2 hands over. */
enum { ATTRIBUTE_NAME, ATTRIBUTE_PREFIX, ATTRIBUTE_URI, ATTRIBUTE_VALUE, ATTRIBUTE_END, ATTRIBUTE_PARTS };

static uint32_t current_line(const struct xml_reader *x)
{
    const xmlParserInput *in = x->ctxt->input;
    return in && in->line > 0 ? (uint32_t)in->line : 0;
}

static uint32_t breaks(const xmlChar *from, const xmlChar *to)
{
    uint32_t n = 0;
    while (from < to && (from = memchr(from, '\n', (size_t)(to - from))) != NULL) {
        from++;
        n++;
    }
    return n;
}

/* Line of a place in the input at or before the current one; the current line if it is not in the input any more. */
static uint32_t line_at(const struct xml_reader *x, const xmlChar *place)
{
    const xmlParserInput *in = x->ctxt->input;
    uint32_t line = current_line(x);
    if (!in || !place || place < in->base || place > in->cur)
        return line;
    uint32_t after = breaks(place, in->cur);
    return after < line ? line - after : 1;
}

/* No attribute value can hold a '<': the nearest one before is that of the tag. */
uint32_t xml_tag_line(const struct xml_reader *x)
{
    const xmlParserInput *in = x->ctxt->input;
    if (!in || !in->base || in->cur <= in->base)
        return current_line(x);
    return line_at(x, memrchr(in->base, '<', (size_t)(in->cur - in->base)));
}

void xml_halt(struct xml_reader *x)
{
    /* What libxml2 itself sets when memory is out: every loop over content ends on it. xmlStopParser would also free the
     * input that our caller in the parser still reads. */
    x->ctxt->wellFormed = 0;
    x->ctxt->disableSAX = 2;
    x->ctxt->instate = XML_PARSER_EOF;
    x->failed = true;
}

static const struct xml_child *find_child(const struct xml_kind *k, const xmlChar *name)
{
    size_t i = xml_name_index(&k->names, name);
    return i < k->names.count ? &k->children[i] : NULL;
}

static bool is_schema_hint(const xmlChar *const *a)
{
    return a[ATTRIBUTE_URI] && strcmp((const char *)a[ATTRIBUTE_URI], XSI) == 0 &&
           (strcmp((const char *)a[ATTRIBUTE_NAME], "schemaLocation") == 0 ||
            strcmp((const char *)a[ATTRIBUTE_NAME], "noNamespaceSchemaLocation") == 0);
}

const char *xml_original(const struct xml_reader *x, const xmlChar *at, size_t len)
{
    const xmlParserInput *in = x->ctxt->input;
    if (!x->original)
        return (const char *)at;
    if (at < in->base || at >= in->end)
        return memchr(at, XML_MASK, len) ? NULL : (const char *)at;
    /* What was read and given back stands before what the parser still has. The bytes must be those that were shown. */
    size_t place = in->consumed + (size_t)(at - in->base);
    bool same = place <= x->shown.len && len <= x->shown.len - place && memcmp(x->shown.at + place, at, len) == 0;
    return same ? x->original + place : NULL;
}

static bool set_attribute(struct xml_reader *x, const struct xml_kind *k, struct node *n, size_t i,
                          const xmlChar *const *a)
{
    size_t len = (size_t)(a[ATTRIBUTE_END] - a[ATTRIBUTE_VALUE]);
    const char *at = xml_original(x, a[ATTRIBUTE_VALUE], len);
    if (!at) {
        xml_halt(x);
        return false;
    }
    enum set_result r = field_set(x->b->arena, n, &k->kind->fields[i], at, len);
    if (r == SET_NO_MEMORY)
        xml_fault_memory(x);
    else if (r == SET_BAD)
        xml_fault_value(x, k->kind, &k->kind->fields[i], at, len, line_at(x, a[ATTRIBUTE_VALUE]));
    return r == SET_OK;
}

static bool set_attributes(struct xml_reader *x, const struct xml_kind *k, struct node *n, int count,
                           const xmlChar *const *a)
{
    uint64_t seen = 0;
    for (; count > 0; count--, a += ATTRIBUTE_PARTS) {
        if (a[ATTRIBUTE_PREFIX] && is_schema_hint(a))
            continue;
        size_t i = a[ATTRIBUTE_PREFIX] ? k->fields.count : xml_name_index(&k->fields, a[ATTRIBUTE_NAME]);
        if (i == k->fields.count) {
            xml_fault_attribute(x, k->kind, (const char *)a[ATTRIBUTE_NAME], line_at(x, a[ATTRIBUTE_VALUE]));
            return false;
        }
        if (!set_attribute(x, k, n, i, a))
            return false;
        seen |= UINT64_C(1) << i;
    }
    uint64_t missing = k->required & ~seen;
    if (missing)
        xml_fault(x, xml_tag_line(x), FAULT_XML_MISSING, k->kind->name,
                  k->kind->fields[__builtin_ctzll(missing)].name);
    return !missing;
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

/* The node for an element, in the list of the one above. */
static struct node *make_node(struct xml_reader *x, const struct xml_child *c)
{
    struct node *above = x->frames[x->depth].node;
    if (c->child) {
        struct list *list = (struct list *)(void *)((char *)above + c->child->offset);
        return build_like(x->b, c->kind->blank, above, list, xml_tag_line(x));
    }
    if (!next_document(x)) {
        xml_fault_memory(x);
        return NULL;
    }
    return build_like(x->b, c->kind->blank, NULL, NULL, xml_tag_line(x));
}

static bool is_dossier(const struct xml_kind *k)
{
    return k->kind == &kind_dossier;
}

static bool within_caps(struct xml_reader *x, const char *name, int attributes)
{
    char most[16];
    if (attributes > LOAD_XML_ATTRIBUTES) {
        snprintf(most, sizeof most, "%d", LOAD_XML_ATTRIBUTES);
        xml_fault(x, xml_tag_line(x), FAULT_XML_ATTRIBUTES, name, most);
        return false;
    }
    if (x->depth >= LOAD_XML_DEPTH) {
        snprintf(most, sizeof most, "%d", LOAD_XML_DEPTH);
        xml_fault(x, xml_tag_line(x), FAULT_XML_DEPTH, most, NULL);
        return false;
    }
    return true;
}

static void on_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaces,
                     const xmlChar **declared, int attributes, int defaulted, const xmlChar **a)
{
    struct xml_reader *x = context;
    (void)prefix, (void)declared, (void)defaulted;
    if (x->failed || !within_caps(x, (const char *)name, attributes + namespaces))
        return;
    if (uri != x->namespace) {
        xml_fault_namespace(x, (const char *)name, (const char *)uri);
        return;
    }
    const struct xml_child *c = find_child(x->frames[x->depth].kind, name);
    if (!c) {
        xml_fault_element(x, (const char *)name);
        return;
    }
    struct node *n = is_dossier(c->kind) ? NULL : make_node(x, c);
    if (!n && !is_dossier(c->kind)) {
        xml_halt(x);
        return;
    }
    x->opened = true;
    if (!set_attributes(x, c->kind, n, attributes, (const xmlChar *const *)a))
        return;
    x->frames[++x->depth] = (struct xml_frame){ c->kind, n };
    if (c->kind->kind->prose) {
        buffer_clear(&x->prose);
        x->prose_line = current_line(x);
    }
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

static bool finish_prose(struct xml_reader *x, struct prose *p)
{
    char *at = x->prose.at;
    size_t len = x->prose.len;
    if (x->prose.failed)
        return false;
    for (; len > 0 && is_blank(*at); at++, len--)
        x->prose_line += *at == '\n';
    while (len > 0 && is_blank(at[len - 1]))
        len--;
    if (len > 0 && memchr(at, '\n', len))
        len = drop_indentation(at, len);
    p->at = arena_copy(x->b->arena, len ? at : "", len);
    p->len = len;
    p->node.line = x->prose_line;
    return p->at != NULL;
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    struct xml_reader *x = context;
    (void)name, (void)prefix, (void)uri;
    if (x->failed)
        return;
    const struct xml_frame *f = &x->frames[x->depth--];
    if (f->kind->kind->prose && !finish_prose(x, (struct prose *)f->node))
        xml_fault_memory(x);
    else
        xml_unique(x, f->kind, f->node);
    if (!x->failed && f->node && !f->node->parent)
        list_append(&x->roots, f->node);
}

static void on_text(void *context, const xmlChar *at, int len)
{
    struct xml_reader *x = context;
    const struct kind *k = x->frames[x->depth].kind->kind;
    if (x->failed || len <= 0)
        return;
    if (k && k->prose) {
        const char *true_text = xml_original(x, at, (size_t)len);
        if (true_text)
            buffer_add(&x->prose, true_text, (size_t)len);
        else
            xml_halt(x);
        return;
    }
    for (int i = 0; i < len; i++)
        if (!is_blank((char)at[i])) {
            xml_fault_text(x, (const char *)at + i, (size_t)(len - i));
            return;
        }
}

static void on_doctype(void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
    struct xml_reader *x = context;
    (void)name, (void)external, (void)system;
    xml_fault(x, current_line(x), FAULT_XML_DOCTYPE, NULL, NULL);
    /* Drops the input: the parser would go into the internal subset whatever its state says. It resets nothing that
     * says the document is bad. */
    xmlStopParser(x->ctxt);
    x->ctxt->wellFormed = 0;
}

/* After a fault, what the parser says of its own end is not what was wrong; but it has forgotten that it was halted. */
static void on_error(void *context, xmlErrorPtr e)
{
    struct xml_reader *x = context;
    if (x->failed)
        xml_halt(x);
    else if (e->level >= XML_ERR_ERROR)
        xml_fault_parser(x, e);
}

/* No entity exists but those of XML itself, which the parser knows: nothing is looked up or fetched. */
static xmlEntityPtr on_entity(void *context, const xmlChar *name)
{
    (void)context, (void)name;
    return NULL;
}

static xmlParserInputPtr on_external(void *context, const xmlChar *public_id, const xmlChar *system_id)
{
    (void)public_id, (void)system_id;
    xml_fault(context, 0, FAULT_XML_DOCTYPE, NULL, NULL);
    return NULL;
}

void xml_handlers(xmlSAXHandler *sax)
{
    memset(sax, 0, sizeof *sax);
    sax->initialized = XML_SAX2_MAGIC;
    sax->startElementNs = on_start;
    sax->endElementNs = on_end;
    sax->characters = on_text;
    sax->ignorableWhitespace = on_text; /* the same: libxml2 then does not look what kind it is */
    sax->cdataBlock = on_text;
    sax->internalSubset = on_doctype;
    sax->getEntity = on_entity;
    sax->getParameterEntity = on_entity;
    sax->resolveEntity = on_external;
    sax->serror = on_error;
}
