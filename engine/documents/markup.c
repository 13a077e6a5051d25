#include "documents/markup.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "documents/load.h"
#include "documents/markup_reading.h"
#include "documents/xml_late.h"

struct reading {
    struct markup_reading all;
    xmlParserCtxtPtr parser;
    size_t skip_tags, skip_text; /* what the reader has been given before libxml2 began */
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

enum markup_space markup_space_of(const char *uri)
{
    if (!uri)
        return SPACE_NONE;
    for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
        if (strcmp(uri, spaces[i].uri) == 0)
            return spaces[i].space;
    for (size_t i = 0; i < sizeof akoma / sizeof *akoma; i++)
        if (strncmp(uri, akoma[i], strlen(akoma[i])) == 0)
            return SPACE_AKOMA;
    return SPACE_OTHER;
}

static enum markup_space space_of_tag(struct reading *r, const xmlChar *uri)
{
    if (!uri)
        return SPACE_NONE;
    if (uri != r->uri) {
        r->uri = uri;
        r->space = markup_space_of((const char *)uri);
    }
    return r->space;
}

bool markup_is(const struct markup_tag *tag, enum markup_space space, const char *name)
{
    return tag->space == space && strcmp(tag->name, name) == 0;
}

bool markup_value(const struct markup_tag *tag, enum markup_space space, const char *name, char *out, size_t size)
{
    const char *const *a = tag->attributes;
    *out = '\0';
    for (int i = 0; i < tag->attribute_count; i++, a += MARKUP_ATTRIBUTE_FIELDS) {
        if (strcmp(a[0], name) != 0 || markup_space_of(a[2]) != space)
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

/* ---- handing over ---- */

bool markup_open(struct markup_reading *r, const struct markup_tag *tag)
{
    r->tags++;
    bool on = ++r->depth <= MARKUP_DEPTH ? r->reader->open(r->reader->context, tag)
                                         : markup_too_deep(r->fault, r->part, "<>", MARKUP_DEPTH);
    r->stopped = !on;
    return on;
}

bool markup_close(struct markup_reading *r, const struct markup_tag *tag)
{
    r->tags++;
    r->depth--;
    bool on = r->reader->close(r->reader->context, tag);
    r->stopped = !on;
    return on;
}

bool markup_text(struct markup_reading *r, const char *at, size_t len)
{
    r->text += len;
    bool on = !r->reader->text || r->reader->text(r->reader->context, at, len);
    r->stopped = !on;
    return on;
}

/* ---- libxml2 ---- */

/* Ends the parse; wellFormed too, because libxml2 leaves it set. */
static void stop(struct reading *r)
{
    r->all.stopped = true;
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
    if (r->all.stopped)
        return;
    if (r->skip_tags) {
        r->skip_tags--;
        r->all.depth++;
        return;
    }
    struct markup_tag tag = {space_of_tag(r, uri), (const char *)name, (const char *)uri, values, attributes, line_of(r)};
    if (!markup_open(&r->all, &tag))
        stop(r);
}

static void on_close(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    struct reading *r = ((xmlParserCtxtPtr)context)->_private;
    (void)prefix;
    if (r->all.stopped)
        return;
    if (r->skip_tags) {
        r->skip_tags--;
        r->all.depth--;
        return;
    }
    struct markup_tag tag = {space_of_tag(r, uri), (const char *)name, (const char *)uri, NULL, 0, line_of(r)};
    if (!markup_close(&r->all, &tag))
        stop(r);
}

static void on_text(void *context, const xmlChar *at, int len)
{
    struct reading *r = ((xmlParserCtxtPtr)context)->_private;
    size_t left = (size_t)len, skip = r->skip_text < left ? r->skip_text : left;
    r->skip_text -= skip;
    if (!r->all.stopped && left > skip && !markup_text(&r->all, (const char *)at + skip, left - skip))
        stop(r);
}

static void on_doctype(void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
    struct reading *r = ((xmlParserCtxtPtr)context)->_private;
    (void)name, (void)external, (void)system;
    fault_set(r->all.fault, FAULT_PART_DOCTYPE, r->all.part);
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

/* UTF-8 by its declaration or without one; the parser checks the bytes. It takes a NUL among the first ones for UTF-16 or UTF-32. */
static bool is_utf8_declared(const char *at, size_t len)
{
    if (memchr(at, '\0', len < 4 ? len : 4))
        return false;
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
        return fault_set(r->all.fault, FAULT_MEMORY);
    xmlSAXHandlerPtr own = p->sax;
    p->sax = sax;
    p->_private = r;
    r->parser = p;
    xmlCtxtUseOptions(p, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES);
    xmlParseDocument(p);
    bool ok = p->wellFormed && p->nsWellFormed && p->errNo == XML_ERR_OK && !r->all.stopped;
    uint32_t line = line_of(r);
    if (!ok && r->all.fault->id == FAULT_NONE) {
        char code[16], at_line[16];
        snprintf(code, sizeof code, "%d", p->errNo);
        snprintf(at_line, sizeof at_line, "%u", (unsigned)line);
        bool entity = p->errNo == XML_ERR_UNDECLARED_ENTITY;
        fault_set(r->all.fault, entity ? FAULT_PART_DOCTYPE : FAULT_PART_XML, r->all.part, code, at_line);
    }
    p->sax = own;
    if (p->myDoc)
        xmlFreeDoc(p->myDoc);
    xmlFreeParserCtxt(p);
    return ok ? 0 : -1;
}

/* From its beginning, but what the reader has been given is not given again. */
static int read_all(const struct markup_reading *so_far, const char *at, size_t len)
{
    char most[16];
    snprintf(most, sizeof most, "%d", MARKUP_ATTRIBUTES);
    if (!attributes_within(at, at + len))
        return fault_set(so_far->fault, FAULT_PART_ATTRIBUTES, so_far->part, most);
    xmlSAXHandler sax = {.initialized = XML_SAX2_MAGIC, .startElementNs = on_open, .endElementNs = on_close,
                         .characters = on_text, .cdataBlock = on_text, .ignorableWhitespace = on_text,
                         .internalSubset = on_doctype, .getEntity = on_entity, .serror = silent};
    struct reading reading = {.all = {.reader = so_far->reader, .part = so_far->part, .fault = so_far->fault},
                              .skip_tags = so_far->tags, .skip_text = so_far->text};
    return parse(&reading, &sax, at, len);
}

int markup_read(const struct markup_reader *r, const char *part, const char *at, size_t len, struct fault *f)
{
    if (len > LOAD_FILE_BYTES)
        return fault_set(f, FAULT_ZIP_BOMB, part);
    if (!is_utf8_declared(at, len))
        return fault_set(f, FAULT_PART_ENCODING, part);
    struct markup_reading reading = {.reader = r, .part = part, .fault = f};
    bool whole;
    struct markup_quick *quick = markup_quick(&reading, at, len, &whole);
    if (!quick)
        return fault_set(f, FAULT_MEMORY);
    int status = whole ? 0 : reading.stopped ? -1 : read_all(&reading, at, len);
    markup_quick_free(quick);
    return status;
}
