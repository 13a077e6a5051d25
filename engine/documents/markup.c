#include "documents/markup.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "documents/load.h"
#include "documents/xml_late.h"

enum {
    MARKUP_DEPTH = 200,       /* Word nests tables and text boxes deep */
    MARKUP_ATTRIBUTES = 256,  /* of one element, namespace declarations included: libxml2 compares each with each */
    ATTRIBUTE_FIELDS = 5      /* name, prefix, namespace, begin and end of the value */
};

struct reading {
    const struct markup_reader *reader;
    const char *part;
    xmlParserCtxtPtr parser;
    struct fault *fault;
    int depth;
    bool stopped;
    const xmlChar *uri;         /* of the last tag: libxml2 gives the same pointer for the same namespace */
    enum markup_space space;
};

static const struct { const char *uri; enum markup_space space; } spaces[] = {
    {"http://www.w3.org/XML/1998/namespace", SPACE_XML},
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", SPACE_WORD},
    {"http://purl.oclc.org/ooxml/wordprocessingml/main", SPACE_WORD},
    {"http://schemas.openxmlformats.org/markup-compatibility/2006", SPACE_COMPATIBILITY},
    {"http://schemas.openxmlformats.org/officeDocument/2006/math", SPACE_MATH},
    {"http://purl.oclc.org/ooxml/officeDocument/math", SPACE_MATH},
    {"http://schemas.openxmlformats.org/package/2006/relationships", SPACE_RELATIONSHIPS},
    {"http://schemas.openxmlformats.org/package/2006/content-types", SPACE_CONTENT_TYPES},
    {"http://schemas.openxmlformats.org/spreadsheetml/2006/main", SPACE_SHEET},
    {"http://purl.oclc.org/ooxml/spreadsheetml/main", SPACE_SHEET},
    {"http://schemas.openxmlformats.org/officeDocument/2006/relationships", SPACE_OFFICE_RELATION},
    {"http://purl.oclc.org/ooxml/officeDocument/relationships", SPACE_OFFICE_RELATION},
    {"urn:oasis:names:tc:opendocument:xmlns:office:1.0", SPACE_OFFICE},
    {"urn:oasis:names:tc:opendocument:xmlns:text:1.0", SPACE_TEXT},
    {"urn:oasis:names:tc:opendocument:xmlns:style:1.0", SPACE_STYLE},
    {"urn:oasis:names:tc:opendocument:xmlns:table:1.0", SPACE_TABLE},
    {"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", SPACE_DRAW},
    {"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", SPACE_FORMAT},
    {"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0", SPACE_LIBRE},
};

/* Of Akoma Ntoso each version and draft has its own: ".../akn/3.0", ".../akn/3.0/CSD13", "http://www.akomantoso.org/2.0". */
static const char *const akoma[] = {"http://docs.oasis-open.org/legaldocml/ns/akn/", "http://www.akomantoso.org/"};

static enum markup_space space_of(const xmlChar *uri)
{
    if (!uri)
        return SPACE_NONE;
    for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
        if (strcmp((const char *)uri, spaces[i].uri) == 0)
            return spaces[i].space;
    for (size_t i = 0; i < sizeof akoma / sizeof *akoma; i++)
        if (strncmp((const char *)uri, akoma[i], strlen(akoma[i])) == 0)
            return SPACE_AKOMA;
    return SPACE_OTHER;
}

static enum markup_space space_of_tag(struct reading *r, const xmlChar *uri)
{
    if (!uri)
        return SPACE_NONE;
    if (uri != r->uri) {
        r->uri = uri;
        r->space = space_of(uri);
    }
    return r->space;
}

bool markup_is(const struct markup_tag *tag, enum markup_space space, const char *name)
{
    return tag->space == space && strcmp(tag->name, name) == 0;
}

bool markup_value(const struct markup_tag *tag, enum markup_space space, const char *name, char *out, size_t size)
{
    const xmlChar *const *a = tag->attributes;
    *out = '\0';
    for (int i = 0; i < tag->attribute_count; i++, a += ATTRIBUTE_FIELDS) {
        if (strcmp((const char *)a[0], name) != 0 || space_of(a[2]) != space)
            continue;
        size_t len = (size_t)(a[4] - a[3]);
        if (len >= size)
            return false;
        memcpy(out, a[3], len);
        out[len] = '\0';
        return true;
    }
    return false;
}

bool markup_count(const struct markup_tag *tag, enum markup_space space, const char *name, uint32_t most, uint32_t *out)
{
    char value[16], *end;
    if (!markup_value(tag, space, name, value, sizeof value) || value[0] < '0' || value[0] > '9')
        return false;
    unsigned long n = strtoul(value, &end, 10);
    if (*end || n > most)
        return false;
    *out = (uint32_t)n;
    return true;
}

bool markup_too_deep(struct fault *f, const char *part, const char *element, int most)
{
    char number[16];
    snprintf(number, sizeof number, "%d", most);
    fault_set(f, FAULT_PART_DEPTH, part, element, number);
    return false;
}

/* Ends the parse; wellFormed too, because libxml2 leaves it set. */
static void stop(struct reading *r)
{
    if (r->stopped)
        return;
    r->stopped = true;
    xmlStopParser(r->parser);
    r->parser->wellFormed = 0;
}

static uint32_t line_of(const struct reading *r)
{
    return r->parser->input && r->parser->input->line > 0 ? (uint32_t)r->parser->input->line : 0;
}

static void on_open(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaces,
                    const xmlChar **declared, int attributes, int defaulted, const xmlChar **values)
{
    struct reading *r = ((xmlParserCtxtPtr)context)->_private;
    (void)prefix, (void)namespaces, (void)declared, (void)defaulted;
    if (r->stopped)
        return;
    if (++r->depth > MARKUP_DEPTH) {
        markup_too_deep(r->fault, r->part, "<>", MARKUP_DEPTH);
        stop(r);
        return;
    }
    struct markup_tag tag = {space_of_tag(r, uri), (const char *)name, (const char *)uri, values, attributes, line_of(r)};
    if (!r->reader->open(r->reader->context, &tag))
        stop(r);
}

static void on_close(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    struct reading *r = ((xmlParserCtxtPtr)context)->_private;
    (void)prefix;
    if (r->stopped)
        return;
    r->depth--;
    struct markup_tag tag = {space_of_tag(r, uri), (const char *)name, (const char *)uri, NULL, 0, line_of(r)};
    if (!r->reader->close(r->reader->context, &tag))
        stop(r);
}

static void on_text(void *context, const xmlChar *at, int len)
{
    struct reading *r = ((xmlParserCtxtPtr)context)->_private;
    if (!r->stopped && r->reader->text && !r->reader->text(r->reader->context, (const char *)at, (size_t)len))
        stop(r);
}

static void on_doctype(void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
    struct reading *r = ((xmlParserCtxtPtr)context)->_private;
    (void)name, (void)external, (void)system;
    fault_set(r->fault, FAULT_PART_DOCTYPE, r->part);
    stop(r);
}

static xmlEntityPtr on_entity(void *context, const xmlChar *name)
{
    (void)context;
    return xmlGetPredefinedEntity(name);
}

static void silent(void *context, xmlErrorPtr error)
{
    (void)context, (void)error;
}

/* Goes past <!-- -->, <![CDATA[ ]]> and <? ?>, where quotes mean nothing; NULL when no such thing stands here. */
static const char *past_opaque(const char *at, const char *end)
{
    static const struct { const char *open, *close; } opaque[] = {{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}};
    for (size_t i = 0; i < sizeof opaque / sizeof *opaque; i++) {
        size_t n = strlen(opaque[i].open);
        if ((size_t)(end - at) < n || memcmp(at, opaque[i].open, n) != 0)
            continue;
        const char *close = memmem(at + n, (size_t)(end - at) - n, opaque[i].close, strlen(opaque[i].close));
        return close ? close + strlen(opaque[i].close) : end;
    }
    return NULL;
}

/* The most attributes that any one tag has, counted before the parser sees them. */
static bool attributes_within(const char *at, const char *end)
{
    while (at < end && (at = memchr(at, '<', (size_t)(end - at))) != NULL) {
        const char *past = past_opaque(at, end);
        if (past) {
            at = past;
            continue;
        }
        int count = 0;
        for (at++; at < end && *at != '>'; at++) {
            if (*at != '"' && *at != '\'')
                continue;
            if (++count > MARKUP_ATTRIBUTES)
                return false;
            const char *close = memchr(at + 1, *at, (size_t)(end - at - 1));
            if (!close)
                return true; /* not well-formed: the parser says so */
            at = close;
        }
    }
    return true;
}

/* UTF-8 by its declaration or without one; the parser checks the bytes. */
static bool is_utf8_declared(const char *at, size_t len)
{
    if (len >= 3 && memcmp(at, "\xEF\xBB\xBF", 3) == 0)
        at += 3, len -= 3;
    for (; len > 0 && (*at == '\n' || *at == '\r'); at++, len--)
        continue;
    if (len < 1 || *at != '<')
        return false;
    if (len < 5 || memcmp(at, "<?xml", 5) != 0)
        return true;
    const char *end = memchr(at, '>', len < 200 ? len : 200);
    const char *name = end ? memmem(at, (size_t)(end - at), "encoding", 8) : NULL;
    if (!end || !name)
        return end != NULL;
    while (name < end && *name != '"' && *name != '\'')
        name++;
    return end - name > 7 && (strncasecmp(name + 1, "UTF-8", 5) == 0) && name[6] == *name;
}

static int parse(struct reading *r, xmlSAXHandler *sax, const char *at, size_t len)
{
    xmlParserCtxtPtr p = xml_ready() ? xmlCreateMemoryParserCtxt(at, (int)len) : NULL;
    if (!p)
        return fault_set(r->fault, FAULT_MEMORY);
    xmlSAXHandlerPtr own = p->sax;
    p->sax = sax;
    p->_private = r;
    r->parser = p;
    xmlCtxtUseOptions(p, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES);
    xmlParseDocument(p);
    bool ok = p->wellFormed && p->nsWellFormed && p->errNo == XML_ERR_OK && !r->stopped;
    uint32_t line = line_of(r);
    if (!ok && r->fault->id == FAULT_NONE) {
        char code[16], at_line[16];
        snprintf(code, sizeof code, "%d", p->errNo);
        snprintf(at_line, sizeof at_line, "%u", (unsigned)line);
        bool entity = p->errNo == XML_ERR_UNDECLARED_ENTITY;
        fault_set(r->fault, entity ? FAULT_PART_DOCTYPE : FAULT_PART_XML, r->part, code, at_line);
    }
    p->sax = own;
    if (p->myDoc)
        xmlFreeDoc(p->myDoc);
    xmlFreeParserCtxt(p);
    return ok ? 0 : -1;
}

int markup_read(const struct markup_reader *r, const char *part, const char *at, size_t len, struct fault *f)
{
    char most[16];
    snprintf(most, sizeof most, "%d", MARKUP_ATTRIBUTES);
    if (len > LOAD_FILE_BYTES)
        return fault_set(f, FAULT_ZIP_BOMB, part);
    if (!is_utf8_declared(at, len))
        return fault_set(f, FAULT_PART_ENCODING, part);
    if (!attributes_within(at, at + len))
        return fault_set(f, FAULT_PART_ATTRIBUTES, part, most);
    xmlSAXHandler sax = {.initialized = XML_SAX2_MAGIC, .startElementNs = on_open, .endElementNs = on_close,
                         .characters = on_text, .cdataBlock = on_text, .ignorableWhitespace = on_text,
                         .internalSubset = on_doctype, .getEntity = on_entity, .serror = silent};
    struct reading reading = {.reader = r, .part = part, .fault = f};
    return parse(&reading, &sax, at, len);
}
