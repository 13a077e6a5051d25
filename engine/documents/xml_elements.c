/* From SAX2 events to nodes. Called by libxml2 in the thread that parses; all state is in the reader. */
#include "documents/xml_reader.h"

#include <string.h>

#include "documents/field_set.h"

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
    x->failed = true;
    if (x->quick)
        return;
    x->ctxt->wellFormed = 0;
    x->ctxt->disableSAX = 2;
    x->ctxt->instate = XML_PARSER_EOF;
}

/* Where editors keep the place of the schema: allowed on any element, and ignored. */
static bool is_schema_hint(const xmlChar *const *a)
{
    return a[ATTRIBUTE_URI] && strcmp((const char *)a[ATTRIBUTE_URI], XML_INSTANCE_NAMESPACE) == 0 &&
           (strcmp((const char *)a[ATTRIBUTE_NAME], "schemaLocation") == 0 ||
            strcmp((const char *)a[ATTRIBUTE_NAME], "noNamespaceSchemaLocation") == 0);
}

static bool set_attribute(struct xml_reader *x, const struct xml_kind *k, struct node *n, size_t i,
                          const xmlChar *const *a)
{
    const char *at = (const char *)a[ATTRIBUTE_VALUE];
    size_t len = (size_t)(a[ATTRIBUTE_END] - a[ATTRIBUTE_VALUE]);
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
        const char *name = (const char *)a[ATTRIBUTE_NAME];
        size_t i = a[ATTRIBUTE_PREFIX] ? k->fields.count : xml_name_index(&k->fields, name, strlen(name));
        if (i == k->fields.count) {
            xml_fault_attribute(x, k->kind, name, line_at(x, a[ATTRIBUTE_VALUE]));
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

static void on_start(void *context, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri, int namespaces,
                     const xmlChar **declared, int attributes, int defaulted, const xmlChar **a)
{
    struct xml_reader *x = context;
    const char *name = (const char *)local;
    struct node *n;
    (void)prefix, (void)declared, (void)defaulted;
    if (x->failed || !within_caps(x, name, attributes + namespaces))
        return;
    if (!uri || strcmp((const char *)uri, KIJUN_NAMESPACE) != 0) {
        xml_fault_namespace(x, name, (const char *)uri);
        return;
    }
    const struct xml_child *c = xml_child_named(x->frames[x->depth].kind, name, strlen(name));
    if (!c) {
        xml_fault_element(x, name);
        return;
    }
    if (!xml_make(x, c, xml_tag_line(x), &n)) {
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

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    struct xml_reader *x = context;
    (void)name, (void)prefix, (void)uri;
    if (x->failed)
        return;
    if (x->prose.failed)
        xml_fault_memory(x);
    else
        xml_close(x, x->prose.at, x->prose.len, x->prose_line);
}

static void on_text(void *context, const xmlChar *at, int len)
{
    struct xml_reader *x = context;
    const struct kind *k = x->frames[x->depth].kind->kind;
    if (x->failed || len <= 0)
        return;
    if (k && k->prose) {
        buffer_add(&x->prose, (const char *)at, (size_t)len);
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
