/* What is said about a document that is not as the schema wants it. */
#include "documents/xml_reader.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

enum { NAMES_MOST = 32, SHOWN_BYTES = FAULT_ARG_SIZE };

/* Names for "expected: ..." and for "did you mean". */
struct names {
    const char *at[NAMES_MOST];
    size_t count;
};

static void add_name(struct names *n, const char *name)
{
    if (n->count < NAMES_MOST)
        n->at[n->count++] = name;
}

static void join(const struct names *n, char *out, size_t size)
{
    struct buffer b;
    buffer_init_fixed(&b, out, size);
    for (size_t i = 0; i < n->count && b.len + strlen(n->at[i]) + 3 < size; i++) {
        if (i > 0)
            buffer_puts(&b, ", ");
        buffer_puts(&b, n->at[i]);
    }
}

/* At most what an argument of a fault can show, NUL-terminated. */
static const char *shown(const char *at, size_t len, char *out)
{
    size_t n = text_cut(at, len, SHOWN_BYTES - 1);
    memcpy(out, at, n);
    out[n] = '\0';
    return out;
}

static void set_fault(struct xml_reader *x, uint32_t line, enum fault_id id, const char *a, const char *b,
                      const char *c, const char *d)
{
    struct fault *f = &x->first->fault;
    if (f->id == FAULT_NONE) {
        fault_set(f, id, a, b, c, d);
        fault_where(f, x->first->shown, line);
    }
    xml_halt(x);
}

void xml_fault(struct xml_reader *x, uint32_t line, enum fault_id id, const char *a, const char *b)
{
    set_fault(x, line, id, a, b, NULL, NULL);
}

void xml_fault_namespace(struct xml_reader *x, const char *name, const char *uri)
{
    uint32_t line = xml_tag_line(x);
    if (uri)
        set_fault(x, line, FAULT_XML_NAMESPACE, name, uri, KIJUN_NAMESPACE, NULL);
    else
        set_fault(x, line, FAULT_XML_NAMESPACE_NONE, name, KIJUN_NAMESPACE, NULL, NULL);
}

void xml_fault_memory(struct xml_reader *x)
{
    set_fault(x, 0, FAULT_DOCUMENT_MEMORY, NULL, NULL, NULL, NULL);
}

static void child_names(const struct xml_kind *k, struct names *out)
{
    out->count = 0;
    for (size_t i = 0; i < k->names.count; i++)
        add_name(out, k->names.name[i]);
}

void xml_fault_element(struct xml_reader *x, const char *name)
{
    const struct xml_kind *above = x->frames[x->depth].kind;
    bool root = !above->kind || above->kind == &kind_dossier;
    uint32_t line = xml_tag_line(x);
    struct names names;
    char all[SHOWN_BYTES];
    child_names(above, &names);
    const char *near = text_suggest(name, names.at, names.count);
    join(&names, all, sizeof all);
    if (root)
        set_fault(x, line, near ? FAULT_XML_ROOT_NEAR : FAULT_XML_ROOT, name, near ? near : all, NULL, NULL);
    else if (!names.count)
        set_fault(x, line, FAULT_XML_ELEMENT_LEAF, name, above->kind->name, NULL, NULL);
    else
        set_fault(x, line, near ? FAULT_XML_ELEMENT_NEAR : FAULT_XML_ELEMENT, name, above->kind->name,
                  near ? near : all, NULL);
}

void xml_fault_attribute(struct xml_reader *x, const struct kind *k, const char *name, uint32_t line)
{
    struct names names = { .count = 0 };
    char all[SHOWN_BYTES];
    for (const struct field *f = k->fields; f->name; f++)
        if (!(f->flags & FIELD_DERIVED))
            add_name(&names, f->name);
    const char *near = text_suggest(name, names.at, names.count);
    join(&names, all, sizeof all);
    if (!names.count)
        set_fault(x, line, FAULT_XML_ATTRIBUTE_NONE, name, k->name, NULL, NULL);
    else
        set_fault(x, line, near ? FAULT_XML_ATTRIBUTE_NEAR : FAULT_XML_ATTRIBUTE, name, k->name, near ? near : all,
                  NULL);
}

/* Which fault says what a value should have been. */
static enum fault_id value_fault(const struct kind *k, const struct field *f)
{
    switch (f->type) {
    case FIELD_TEXT: return FAULT_XML_VALUE_TEXT;
    case FIELD_TOKEN: return f->tokens && !(f->flags & FIELD_OPEN) ? FAULT_XML_VALUE_TOKEN : FAULT_XML_VALUE_NAME;
    case FIELD_ID: return FAULT_XML_VALUE_ID;
    case FIELD_COUNTRY: return FAULT_XML_VALUE_COUNTRY;
    case FIELD_SHA256: return FAULT_XML_VALUE_SHA256;
    case FIELD_FILE: return FAULT_XML_VALUE_FILE;
    case FIELD_TRI: return FAULT_XML_VALUE_FLAG;
    case FIELD_DATE: return FAULT_XML_VALUE_DATE;
    case FIELD_INSTANT: return FAULT_XML_VALUE_INSTANT;
    case FIELD_COUNT: return FAULT_XML_VALUE_COUNT;
    case FIELD_PERCENT: return FAULT_XML_VALUE_PERCENT;
    case FIELD_DURATION: case FIELD_INTERVAL: return FAULT_XML_VALUE_DURATION;
    case FIELD_CURRENCY: return FAULT_XML_VALUE_CURRENCY;
    case FIELD_VALUE: break;
    }
    switch (k->term) {
    case VALUE_DURATION: case VALUE_INTERVAL: return FAULT_XML_VALUE_DURATION;
    case VALUE_PERCENT: return FAULT_XML_VALUE_PERCENT;
    case VALUE_AMOUNT: return FAULT_XML_VALUE_AMOUNT;
    case VALUE_COUNT: return FAULT_XML_VALUE_COUNT;
    case VALUE_DATE: return FAULT_XML_VALUE_DATE;
    case VALUE_BOOL: return FAULT_XML_VALUE_FLAG;
    case VALUE_TEXT: case VALUE_NONE: case VALUE_NUMBER: case VALUE_INSTANT: case VALUE_TYPES: break;
    }
    return FAULT_XML_VALUE_NAME;
}

void xml_fault_value(struct xml_reader *x, const struct kind *k, const struct field *f, const char *at, size_t len,
                     uint32_t line)
{
    enum fault_id id = value_fault(k, f);
    char value[SHOWN_BYTES], expected[SHOWN_BYTES] = "";
    shown(at, len, value);
    if (id == FAULT_XML_VALUE_TOKEN) {
        struct names names = { .count = 0 };
        for (const char *const *t = f->tokens; *t; t++)
            add_name(&names, *t);
        const char *near = text_suggest(value, names.at, names.count);
        if (near)
            id = FAULT_XML_VALUE_TOKEN_NEAR;
        join(&names, expected, sizeof expected);
        if (near)
            shown(near, strlen(near), expected);
    } else if (id == FAULT_XML_VALUE_COUNT) {
        bool ranged = f->type == FIELD_COUNT;
        snprintf(expected, sizeof expected, "%" PRId64 " - %" PRId64, ranged ? f->min : 0,
                 ranged ? f->max : INT64_C(1000000000000));
    }
    set_fault(x, line, id, f->name, value, k->name, expected);
}

void xml_fault_text(struct xml_reader *x, const char *at, size_t len)
{
    const struct kind *k = x->frames[x->depth].kind->kind;
    const xmlParserInput *in = x->ctxt->input;
    char value[SHOWN_BYTES];
    size_t n = text_cut(at, len, 40);
    uint32_t line = in && in->line > 0 ? (uint32_t)in->line : 0, after = 0;
    for (size_t i = 0; i < len; i++)
        after += at[i] == '\n';
    set_fault(x, line > after ? line - after : line, FAULT_XML_TEXT, k ? k->name : "", shown(at, n, value), NULL, NULL);
}

void xml_fault_twice(struct xml_reader *x, const struct node *first, const struct node *second, const char *name)
{
    char place[FAULT_PLACE_SIZE + 16];
    snprintf(place, sizeof place, "%s:%u", first->document->shown, (unsigned)first->line);
    set_fault(x, second->line, FAULT_DUPLICATE_ID, second->kind->name, name, place, NULL);
}

struct code {
    int code;
    enum fault_id id;
};

/* The parser's errors that have words of their own here. */
static const struct code codes[] = {
    { XML_ERR_NO_MEMORY, FAULT_MEMORY },
    { XML_ERR_DOCUMENT_END, FAULT_XML_TRAILING },
    { XML_ERR_TAG_NAME_MISMATCH, FAULT_XML_TAGS },
    { XML_ERR_TAG_NOT_FINISHED, FAULT_XML_TRUNCATED },
    { XML_ERR_ATTRIBUTE_REDEFINED, FAULT_XML_TWICE },
    { XML_NS_ERR_ATTRIBUTE_REDEFINED, FAULT_XML_TWICE },
    { XML_ERR_UNDECLARED_ENTITY, FAULT_XML_ENTITY },
    { XML_WAR_UNDECLARED_ENTITY, FAULT_XML_ENTITY },
    { XML_NS_ERR_UNDEFINED_NAMESPACE, FAULT_XML_PREFIX },
    { XML_NS_ERR_XML_NAMESPACE, FAULT_XML_NAMES },
    { XML_NS_ERR_QNAME, FAULT_XML_NAMES },
    { XML_NS_ERR_COLON, FAULT_XML_NAMES },
    { XML_NS_ERR_EMPTY, FAULT_XML_NAMES },
    { XML_ERR_INVALID_CHAR, FAULT_XML_CHARACTER },
    { XML_ERR_INVALID_CHARREF, FAULT_XML_CHARACTER },
    { XML_ERR_INVALID_ENCODING, FAULT_XML_CHARACTER },
};

static enum fault_id fault_of(const xmlError *e)
{
    /* The same code stands for other names that are missing. */
    if (e->code == XML_ERR_NAME_REQUIRED && e->message && strstr(e->message, "EntityRef"))
        return FAULT_XML_AMPERSAND;
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (codes[i].code == e->code)
            return codes[i].id;
    return FAULT_XML_MALFORMED;
}

/* The parser's own words, without its line break and the name of its function: "xmlParsePI : no target name". */
static const char *parser_words(const xmlError *e, char *out)
{
    const char *at = e->message ? e->message : "", *colon = strstr(at, ": ");
    if (strncmp(at, "xml", 3) == 0 && colon)
        at = colon + 2;
    return shown(at, strcspn(at, "\n"), out);
}

void xml_fault_parser(struct xml_reader *x, const xmlError *e)
{
    enum fault_id id = fault_of(e);
    char words[SHOWN_BYTES], line[16];
    bool named = id == FAULT_XML_TAGS || id == FAULT_XML_TWICE || id == FAULT_XML_ENTITY || id == FAULT_XML_PREFIX;
    snprintf(line, sizeof line, "%d", e->int1);
    const char *first = named && e->str1 ? e->str1 : parser_words(e, words);
    set_fault(x, e->line > 0 ? (uint32_t)e->line : 0, id, first, named && e->str2 ? e->str2 : "", line, NULL);
}
