/* The XML schema and the loader agree: on documents that use every row of the tables, and on thousands of wrong ones made
 * from them. */
#include <criterion/criterion.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlschemas.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "load_support.h"
#include "support/support.h"

struct pair {
    xmlSchemaPtr schema;
    xmlSchemaValidCtxtPtr valid;
    struct loader *loader;
    struct arena *arena;
    size_t checked, accepted;
};

static void ignore(void *context, const char *format, ...)
{
    (void)context, (void)format;
}

static void ignore_error(void *context, xmlErrorPtr e)
{
    (void)context, (void)e;
}

static void pair_open(struct pair *p)
{
    struct buffer xsd;
    memset(p, 0, sizeof *p);
    buffer_init(&xsd, 1 << 20);
    schema_write_xsd(&xsd);
    xmlSchemaParserCtxtPtr c = xmlSchemaNewMemParserCtxt(xsd.at, (int)xsd.len);
    p->schema = xmlSchemaParse(c);
    xmlSchemaFreeParserCtxt(c);
    buffer_free(&xsd);
    cr_assert_not_null(p->schema, "the schema itself is wrong");
    p->valid = xmlSchemaNewValidCtxt(p->schema);
    xmlSchemaSetValidErrors(p->valid, ignore, ignore, NULL);
    xmlSetStructuredErrorFunc(NULL, ignore_error);
    p->loader = loader_new();
    p->arena = arena_new(LOAD_ARENA_BYTES);
    cr_assert(p->valid && p->loader && p->arena);
}

static void pair_close(struct pair *p)
{
    xmlSchemaFreeValidCtxt(p->valid);
    xmlSchemaFree(p->schema);
    loader_free(p->loader);
    arena_free(p->arena);
}

static bool loader_accepts(struct pair *p, const char *at, size_t len, struct fault *f)
{
    struct subject *s = NULL;
    fault_clear(f);
    arena_reset(p->arena);
    return loader_memory(p->loader, p->arena, "doc.xml", at, len, &s, f) == 0;
}

static bool schema_accepts(struct pair *p, const char *at, size_t len)
{
    xmlDocPtr d = xmlReadMemory(at, (int)len, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    bool ok = d && xmlSchemaValidateDoc(p->valid, d) == 0;
    xmlFreeDoc(d);
    return ok;
}

static void agree(struct pair *p, const char *at, size_t len)
{
    struct fault f;
    char text[1024];
    bool loader = loader_accepts(p, at, len, &f), schema = schema_accepts(p, at, len);
    fault_text(&f, LANGUAGE_EN, text, sizeof text);
    cr_assert_eq(loader, schema, "the loader says %s (%s), the schema says %s:\n%.3000s", loader ? "yes" : "no", text,
                 schema ? "yes" : "no", at);
    p->checked++;
    p->accepted += loader;
}

/* ---- documents that use every row ---- */

static const char *good_value(const struct kind *k, const struct field *f)
{
    static const char hash[] = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    enum value_type term = f->type == FIELD_VALUE ? k->term : VALUE_NONE;
    switch (f->type) {
    case FIELD_TOKEN: return f->tokens ? f->tokens[0] : k->name;
    case FIELD_ID: return "id-1";
    case FIELD_COUNTRY: return "JP";
    case FIELD_SHA256: return hash;
    case FIELD_FILE: return "evidence/a.pdf";
    case FIELD_TRI: return "true";
    case FIELD_DATE: return "2026-03-31";
    case FIELD_INSTANT: return "2026-03-31T18:30:00+09:00";
    case FIELD_COUNT: return "3";
    case FIELD_PERCENT: return "99.95";
    case FIELD_DURATION: return "PT24H";
    case FIELD_INTERVAL: return "P1Y";
    case FIELD_CURRENCY: return "JPY";
    case FIELD_VALUE: case FIELD_TEXT: break;
    }
    switch (term) {
    case VALUE_DURATION: return "P3D business";
    case VALUE_INTERVAL: return "P3M";
    case VALUE_DATE: return "2024-02-29";
    case VALUE_BOOL: return "false";
    case VALUE_TEXT: return "prior-written";
    case VALUE_PERCENT: case VALUE_COUNT: case VALUE_AMOUNT: return "10";
    default: return "第7条 text";
    }
}

/* An element with all attributes and one child of each kind; kinds inside themselves once. */
static void put_element(struct buffer *b, const struct kind *k, const char *namespace, const struct kind *const *above,
                        size_t depth)
{
    const struct kind *chain[16];
    size_t same = 0;
    if (depth)
        memcpy(chain, above, depth * sizeof *chain);
    chain[depth] = k;
    for (size_t i = 0; i < depth; i++)
        same += above[i] == k;
    buffer_printf(b, "<%s%s", k->name, namespace);
    for (const struct field *f = k->fields; f->name; f++)
        if (!(f->flags & FIELD_DERIVED))
            buffer_printf(b, " %s=\"%s\"", f->name, good_value(k, f));
    buffer_puts(b, ">");
    if (k->prose)
        buffer_puts(b, "Some prose.");
    for (const struct child *c = k->children; c->kind && same == 0; c++)
        put_element(b, c->kind, "", chain, depth + 1);
    buffer_printf(b, "</%s>\n", k->name);
}

static void full_document(struct buffer *b, const struct kind *root)
{
    buffer_init(b, 1 << 20);
    put_element(b, root, NS, NULL, 0);
}

Test(xsd, the_copy_for_editors_is_what_the_tables_say)
{
    struct buffer xsd;
    buffer_init(&xsd, 1 << 20);
    schema_write_xsd(&xsd);
    cr_assert_not(xsd.failed);
    char *copy = read_text("fixtures/kijun.xsd", NULL);
    same_text(copy, xsd.at);
    free(copy);
    buffer_free(&xsd);
}

Test(xsd, documents_that_use_every_row_are_accepted_by_both)
{
    struct pair p;
    pair_open(&p);
    for (const struct kind *const *k = kind_roots; *k; k++) {
        struct buffer b;
        full_document(&b, *k);
        agree(&p, b.at, b.len);
        buffer_free(&b);
    }
    cr_expect_eq(p.accepted, p.checked);
    pair_close(&p);
}

/* ---- mutations ---- */

static void agree_doc(struct pair *p, xmlDocPtr d)
{
    xmlChar *at = NULL;
    int len = 0;
    xmlDocDumpMemoryEnc(d, &at, &len, "UTF-8");
    cr_assert_not_null(at);
    agree(p, (const char *)at, (size_t)len);
    xmlFree(at);
}

#define LONG_64 "a234567890123456789012345678901234567890123456789012345678901234"

static const char *const values[] = {
    "", " ", "x", "X", "-", "a b", "a  b", " padded ", "\tx", "日本語", "true", "false", "TRUE", "yes", "0", "1", "5", "6", "00012",
    "-0", "-1", "+1", "1.5", "0.5", ".5", "5.", "1.00000", "99.9999", "100", "100.0", "100.0001", "101", "1e3", "0x10",
    "１", "1000000000000", "1000000000001", "99999999999999", "100000000000000", "12345678901234567890", "2026-03-31",
    "2026-02-29", "2024-02-29", "1900-02-29", "2000-02-29", "0000-01-01", "0001-01-01", "9999-12-31", "10000-01-01",
    "2026-13-01", "2026-00-10", "2026-04-31", "2026-3-1", "-2026-03-31", "2026-03-31Z", "2026-03-31+09:00", "20260331",
    "2026-03-31T10:00Z", "2026-03-31T10:00:00Z", "2026-03-31T10:00:60Z", "2026-03-31T24:00Z", "2026-03-31T10:00",
    "2026-03-31T10:00:00.5Z", "2026-02-29T10:00Z", "2026-03-31T10:00+14:00", "2026-03-31T10:00-14:00", "2026-03-31T10:00+14:01",
    "2026-03-31T10:00+09:60", "2026-03-31T10:60Z", "2026-03-31 10:00Z", "2026-03-31t10:00Z", "PT24H", "P1Y", "P1M2W3DT4H5M6S",
    "P1W", "P", "PT", "P1DT", "P1D2Y", "P1H", "PT1D", "PT1.5H", "-P1D", "P0D", "P100Y", "P3D business", "P1W business",
    "PT3H business", "P3D  business", "P3Dbusiness", "P3D Business", "p1d", "JP", "jp", "JPN", "JPY", "a/b", "/a", "a/", "a//b",
    ".", "..", "../a", "a/..", "a/../b", "a/./b", "...", "a/...", ".hidden", "a/.b/..c", "a\\b", "a:b", "a.b_c-d", "_a", ".a", "-a",
    "master", "ndaa", "critical", "self-declared", "prior-written", LONG_64, LONG_64 "5",
    "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
    "0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef", "<&>\"'", "a\nb", "a\rb",
};

enum { NAMES_MOST = 32, ELEMENTS_MOST = 512 };

/* Every value in every attribute, and every attribute left out. */
static void mutate_attributes(struct pair *p, xmlDocPtr d, xmlNodePtr n)
{
    const xmlChar *names[NAMES_MOST];
    size_t count = 0;
    for (xmlAttrPtr a = n->properties; a && count < NAMES_MOST; a = a->next)
        names[count++] = xmlDictLookup(d->dict, a->name, -1);
    for (size_t k = 0; k < count; k++) {
        xmlChar *old = xmlGetNoNsProp(n, names[k]);
        for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
            xmlSetProp(n, names[k], (const xmlChar *)values[i]);
            agree_doc(p, d);
        }
        xmlUnsetProp(n, names[k]);
        agree_doc(p, d);
        xmlSetProp(n, names[k], old);
        xmlFree(old);
    }
}

/* Attributes that the element has not, or has already. */
static void add_attributes(struct pair *p, xmlDocPtr d, xmlNodePtr n)
{
    static const char *const names[] = { "colour", "id", "value", "xml:lang", "kind", "state", "xmlns:a" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (xmlHasProp(n, (const xmlChar *)names[i]))
            continue;
        xmlAttrPtr a = xmlNewProp(n, (const xmlChar *)names[i], (const xmlChar *)"en");
        agree_doc(p, d);
        xmlRemoveProp(a);
    }
}

static void with_child(struct pair *p, xmlDocPtr d, xmlNodePtr n, xmlNodePtr child)
{
    xmlAddChild(n, child);
    agree_doc(p, d);
    xmlUnlinkNode(child);
    xmlFreeNode(child);
}

/* Behind a comment: two texts side by side would become one. */
static void with_text(struct pair *p, xmlDocPtr d, xmlNodePtr n, const char *text)
{
    xmlNodePtr comment = xmlAddChild(n, xmlNewDocComment(d, (const xmlChar *)"c"));
    with_child(p, d, n, xmlNewDocText(d, (const xmlChar *)text));
    xmlUnlinkNode(comment);
    xmlFreeNode(comment);
}

static xmlNodePtr new_element(xmlDocPtr d, xmlNodePtr n, const struct kind *k)
{
    xmlNodePtr child = xmlNewDocNode(d, n->ns, (const xmlChar *)k->name, NULL);
    for (const struct field *f = k->fields; f->name; f++)
        if (f->flags & FIELD_REQUIRED)
            xmlNewProp(child, (const xmlChar *)f->name, (const xmlChar *)good_value(k, f));
    return child;
}

/* Every kind of element as a further child, right or wrong, and text. */
static void add_children(struct pair *p, xmlDocPtr d, xmlNodePtr n)
{
    static const char *const texts[] = { " \n\t", "stray", "　", "&#160;" };
    static const struct kind *const others[] = {
        &kind_asset, &kind_certificate, &kind_subcontractor, &kind_risk, &kind_document_note, &kind_party, &kind_definition,
        &kind_clause, &kind_prose, &kind_approval, &kind_question, &kind_answer, &kind_evidence, &kind_nonconformity,
        &kind_incident, &kind_measure, &kind_review, &kind_dossier
    };
    with_child(p, d, n, xmlNewDocNode(d, NULL, (const xmlChar *)"x", NULL));
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        with_text(p, d, n, texts[i]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        with_child(p, d, n, new_element(d, n, others[i]));
    for (const struct kind *const *k = kind_terms; *k; k++)
        with_child(p, d, n, new_element(d, n, *k));
    for (const struct kind *const *k = kind_roots; *k; k++)
        with_child(p, d, n, new_element(d, n, *k));
    with_child(p, d, n, xmlNewDocNode(d, n->ns, (const xmlChar *)"unknown", NULL));
    with_child(p, d, n, xmlNewDocComment(d, (const xmlChar *)"a comment"));
    with_child(p, d, n, xmlNewCDataBlock(d, (const xmlChar *)"cdata", 5));
}

/* The element twice, under another name, and without what it holds. */
static void change_element(struct pair *p, xmlDocPtr d, xmlNodePtr n)
{
    if (n->parent->type == XML_ELEMENT_NODE)
        with_child(p, d, n->parent, xmlDocCopyNode(n, d, 1));
    xmlChar *name = xmlStrdup(n->name);
    for (const struct kind *const *k = kind_roots; *k; k++) {
        xmlNodeSetName(n, (const xmlChar *)(*k)->name);
        agree_doc(p, d);
    }
    xmlNodeSetName(n, (const xmlChar *)"clause");
    agree_doc(p, d);
    xmlNodeSetName(n, name);
    xmlFree(name);
}

static void collect(xmlNodePtr n, xmlNodePtr *out, size_t *count)
{
    for (; n; n = n->next) {
        if (n->type != XML_ELEMENT_NODE || *count == ELEMENTS_MOST)
            continue;
        out[(*count)++] = n;
        collect(n->children, out, count);
    }
}

/* The documents, each changed in one place at a time by `mutate` on every element. */
static void mutate_all(void (*mutate)(struct pair *, xmlDocPtr, xmlNodePtr), size_t least)
{
    struct pair p;
    pair_open(&p);
    for (const struct kind *const *k = kind_roots; *k; k++) {
        struct buffer b;
        full_document(&b, *k);
        xmlDocPtr d = xmlReadMemory(b.at, (int)b.len, NULL, NULL, XML_PARSE_NONET);
        xmlNodePtr elements[ELEMENTS_MOST];
        size_t count = 0;
        cr_assert_not_null(d);
        collect(xmlDocGetRootElement(d), elements, &count);
        for (size_t i = 0; i < count; i++)
            mutate(&p, d, elements[i]);
        agree(&p, b.at, b.len);
        xmlFreeDoc(d);
        buffer_free(&b);
    }
    cr_expect_gt(p.checked, least, "only %zu", p.checked);
    cr_expect_gt(p.accepted, 0);
    cr_expect_gt(p.checked, p.accepted);
    pair_close(&p);
}

Test(xsd, both_say_the_same_of_every_value_in_every_attribute)
{
    mutate_all(mutate_attributes, 15000);
}

Test(xsd, both_say_the_same_of_attributes_that_are_not_known)
{
    mutate_all(add_attributes, 200);
}

Test(xsd, both_say_the_same_of_every_element_and_text_in_every_element)
{
    mutate_all(add_children, 1000);
}

Test(xsd, both_say_the_same_of_elements_twice_and_under_other_names)
{
    mutate_all(change_element, 250);
}

Test(xsd, both_say_the_same_of_dossiers)
{
    static const char *const dossiers[] = {
        "<dossier" NS "/>", "<dossier" NS "> </dossier>", "<dossier" NS ">x</dossier>", "<dossier" NS " id=\"a\"><service-record/></dossier>",
        "<dossier" NS "><service-record/><service-record/></dossier>", "<dossier" NS "><dossier><service-record/></dossier></dossier>",
        "<dossier" NS "><clause number=\"1\"/></dossier>", "<dossier xmlns=\"urn:kijun:2\"><service-record/></dossier>",
        "<dossier" NS "><service-record xmlns=\"\"/></dossier>", "<k:dossier xmlns:k=\"urn:kijun:1\"><k:service-record/></k:dossier>",
        "<service-record/>", "<clause" NS " number=\"1\"/>", "<text" NS ">x</text>",
    };
    struct pair p;
    pair_open(&p);
    for (size_t i = 0; i < sizeof dossiers / sizeof *dossiers; i++)
        agree(&p, dossiers[i], strlen(dossiers[i]));
    cr_expect_eq(p.accepted, 2);
    pair_close(&p);
}

Test(xsd, both_count_characters_not_bytes)
{
    struct pair p;
    pair_open(&p);
    for (size_t n = 1999; n <= 2001; n++) {
        struct buffer b;
        buffer_init(&b, 1 << 20);
        buffer_puts(&b, "<contract" NS " kind=\"nda\" title=\"");
        for (size_t i = 0; i < n; i++)
            buffer_puts(&b, "あ");
        buffer_puts(&b, "\"/>");
        agree(&p, b.at, b.len);
        buffer_free(&b);
    }
    cr_expect_eq(p.accepted, 2);
    pair_close(&p);
}
