/* Reading one XML file: what must hold before, during and after the parser has it. */
#include "documents/xml_reader.h"

#include <libxml/parserInternals.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "documents/loader.h"
#include "documents/resolve.h"
#include "documents/xml_late.h"

enum {
    NAMES_BYTES = 256 * 1024,   /* of the schema's names; they need about 20 KB */
    DICTIONARY_NAMES = 4096,    /* a context whose dictionary grew beyond this is not used again */
    BUFFER_KEPT = 256 * 1024,    /* a larger buffer is given back after the file */
    QUICK_MOST = 1024 * 1024,   /* a larger document is not tried first: trying costs little, but not nothing */
    LONG_TAG = 1024,            /* from this length on, attributes are counted before the parser sees them */
    TAG_BLOCK = LONG_TAG / 2,
    TAG_SIGNS = 4 * LOAD_XML_ATTRIBUTES
};

struct xml_reader *xml_reader_new(bool quick_only)
{
    struct xml_reader *x = calloc(1, sizeof *x);
    if (!x)
        return NULL;
    x->quick_only = quick_only;
    buffer_init(&x->prose, LOAD_FILE_BYTES);
    buffer_init(&x->value, LOAD_XML_ATTRIBUTE_BYTES);
    buffer_init(&x->entries, LOAD_NODES * sizeof(struct entry));
    x->names = arena_new(NAMES_BYTES);
    if (!x->names || !xml_names(x)) {
        xml_reader_free(x);
        return NULL;
    }
    return x;
}

static void drop_context(struct xml_reader *x)
{
    if (x->ctxt)
        xmlFreeParserCtxt(x->ctxt);
    x->ctxt = NULL;
}

void xml_reader_free(struct xml_reader *x)
{
    if (!x)
        return;
    drop_context(x);
    arena_free(x->names);
    buffer_free(&x->prose);
    buffer_free(&x->entries);
    buffer_free(&x->value);
    free(x);
}

static bool make_context(struct xml_reader *x)
{
    if (x->ctxt)
        return true;
    x->ctxt = xml_ready() ? xmlNewParserCtxt() : NULL;
    if (!x->ctxt)
        return false;
    xml_handlers(x->ctxt->sax);
    x->ctxt->userData = x;
    return true;
}

/* ---- before: what would cost the parser more than its size says ---- */

/* Where the tag at `at` ends: behind its '>', quotes heeded; NULL if it does not end before `end`. */
static const char *tag_end(const char *at, const char *end)
{
    char quote = 0;
    for (; at < end; at++) {
        if (quote ? *at == quote : *at == '"' || *at == '\'')
            quote = quote ? 0 : *at;
        else if (!quote && *at == '>')
            return at + 1;
    }
    return NULL;
}

static size_t count_char(const char *at, const char *end, char c)
{
    size_t n = 0;
    while ((at = memchr(at, c, (size_t)(end - at))) != NULL) {
        n++;
        at++;
    }
    return n;
}

/* The fault of a tag that is too long or has too many attributes; libxml2 compares each attribute with each other one,
 * before any handler sees them. No '<' stands inside a well-formed tag, so it ends before `end`. */
static enum fault_id tag_fault(const char *at, const char *end)
{
    if (at + 1 >= end || at[1] == '!' || at[1] == '?' || at[1] == '/')
        return FAULT_NONE;
    const char *most = end - at > LOAD_XML_ATTRIBUTE_BYTES ? at + LOAD_XML_ATTRIBUTE_BYTES : end;
    const char *stop = tag_end(at, most);
    if (!stop && most < end)
        return FAULT_XML_TAG;
    return count_char(at, stop ? stop : most, '=') > TAG_SIGNS ? FAULT_XML_ATTRIBUTES : FAULT_NONE;
}

static int refuse(struct builder *b, uint32_t line, enum fault_id id, const char *a, const char *c)
{
    fault_set(&b->document->fault, id, a, c);
    fault_where(&b->document->fault, b->document->shown, line);
    return -1;
}

static int refuse_tag(struct builder *b, uint32_t line, const char *at, enum fault_id id)
{
    char most[16], name[64];
    size_t n = strcspn(at + 1, " \t\r\n/>");
    n = n < sizeof name ? n : sizeof name - 1;
    memcpy(name, at + 1, n);
    name[n] = '\0';
    bool tag = id == FAULT_XML_TAG;
    snprintf(most, sizeof most, "%d", tag ? LOAD_XML_ATTRIBUTE_BYTES : LOAD_XML_ATTRIBUTES);
    return refuse(b, line, id, tag ? most : name, most);
}

/* A tag longer than LONG_TAG covers at least one of these blocks whole, and that block has no '<'. So a usual document is
 * passed by looking for one '<' in each block. */
static int check_tags(struct builder *b, const char *at, size_t len)
{
    const char *end = at + len, *done = at;
    for (const char *block = at; end - block >= TAG_BLOCK; block += TAG_BLOCK) {
        if (block < done || memchr(block, '<', TAG_BLOCK))
            continue;
        const char *tag = memrchr(at, '<', (size_t)(block - at));
        const char *next = memchr(block, '<', (size_t)(end - block));
        done = next ? next : end;
        enum fault_id id = tag && done - tag > LONG_TAG ? tag_fault(tag, done) : FAULT_NONE;
        if (id != FAULT_NONE)
            return refuse_tag(b, (uint32_t)count_char(at, tag, '\n') + 1, tag, id);
    }
    return 0;
}

/* ---- the parser ---- */

static void begin(struct xml_reader *x, struct builder *b)
{
    x->b = b;
    x->first = b->document;
    x->after = b->document->next;
    x->depth = 0;
    x->frames[0] = (struct xml_frame){ x->outside, NULL };
    x->roots = (struct list){ NULL, NULL, 0 };
    x->failed = false;
    x->opened = false;
    buffer_clear(&x->prose);
}

/* Accepts only what the parser has no complaint of any kind about: after a failed allocation it can leave a wrong
 * document that calls itself well-formed, but never without an error number. */
static bool accepted(const struct xml_reader *x)
{
    const xmlParserCtxt *c = x->ctxt;
    return !x->failed && c->wellFormed && c->nsWellFormed && c->errNo == XML_ERR_OK && x->depth == 0 &&
           x->first->fault.id == FAULT_NONE;
}

static void give_roots(struct xml_reader *x)
{
    for (struct node *n = x->roots.first, *next; n; n = next) {
        next = n->next;
        n->next = NULL;
        build_root(x->b, n);
    }
}

/* Takes back what the file had begun, and makes sure that it says why. */
static int give_up(struct xml_reader *x)
{
    struct document *first = x->first;
    if (first->fault.id == FAULT_NONE)
        first->fault = x->b->document->fault;
    first->next = x->after;
    x->b->document = first;
    if (first->fault.id == FAULT_NONE)
        return refuse(x->b, 0, x->ctxt->errNo == XML_ERR_OK ? FAULT_MEMORY : FAULT_XML_MALFORMED, "", NULL);
    return -1;
}

/* True when the document was read and nothing at all was wrong. */
static bool run(struct xml_reader *x, struct builder *b, const char *at, size_t len)
{
    /* No network, and the declaration's encoding is not looked at: the bytes are UTF-8 by now. Without NOENT "&amp;" in an
     * attribute would come as "&#38;"; other entities than the five there are none, for no document type is read. */
    const int options = XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_NOENT;
    begin(x, b);
    xmlFreeDoc(xmlCtxtReadMemory(x->ctxt, at, (int)len, NULL, NULL, options));
    return accepted(x) && x->roots.count > 0;
}

/* False, with nothing taken and nothing said, when the document is not read in this way. */
static bool run_quick(struct xml_reader *x, struct builder *b, const char *at, size_t len)
{
    struct document *first = b->document;
    uint32_t nodes = b->subject->nodes;
    struct arena_mark mark = arena_mark(b->arena);
    if (len > QUICK_MOST)
        return false;
    begin(x, b);
    if (xml_quick(x, at, len))
        return true;
    first->next = x->after;
    fault_clear(&first->fault);
    b->document = first;
    b->subject->nodes = nodes;
    arena_rewind(b->arena, &mark);
    return false;
}

static int parse(struct xml_reader *x, struct builder *b, const char *at, size_t len)
{
    if (!make_context(x))
        return refuse(b, 0, FAULT_MEMORY, NULL, NULL);
    if (run(x, b, at, len)) {
        give_roots(x);
        return 0;
    }
    return accepted(x) && x->opened ? refuse(b, 0, FAULT_XML_NO_DOCUMENT, NULL, NULL) : give_up(x);
}

/* A context is kept only after a document that it had nothing to complain about. */
static void tidy(struct xml_reader *x, int result)
{
    if (x->ctxt && (result < 0 || xmlDictSize(x->ctxt->dict) > DICTIONARY_NAMES))
        drop_context(x);
    if (x->prose.size > BUFFER_KEPT)
        buffer_free(&x->prose);
    if (x->entries.size > BUFFER_KEPT)
        buffer_free(&x->entries);
}

static bool only_blank(const char *at, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if (at[i] != ' ' && at[i] != '\t' && at[i] != '\r' && at[i] != '\n')
            return false;
    return true;
}

int xml_read(struct loader *l, struct builder *b, const char *at, size_t len)
{
    struct fault *f = &b->document->fault;
    enum encoding encoding;
    size_t skip;
    if (!decode_detect_xml(at, len, &encoding, &skip, f)) {
        fault_where(f, b->document->shown, 1);
        return -1;
    }
    at += skip;
    len -= skip;
    if (encoding != ENCODING_UTF8) {
        buffer_clear(&l->decoded);
        if (!decode_text(l->decoder, encoding, at, len, &l->decoded, f)) {
            fault_where(f, b->document->shown, f->line);
            return -1;
        }
        at = l->decoded.at ? l->decoded.at : "";
        len = l->decoded.len;
    }
    if (len > LOAD_FILE_BYTES)
        return build_no_memory(b, 0);
    if (run_quick(l->xml, b, at, len)) {
        give_roots(l->xml);
        tidy(l->xml, 0);
        return 0;
    }
    if (l->xml->quick_only) {
        l->lacks = true;
        return build_no_memory(b, 0);
    }
    if (only_blank(at, len))
        return refuse(b, 0, FAULT_DOCUMENT_EMPTY, NULL, NULL);
    const char *nul = memchr(at, '\0', len);
    if (nul)
        return refuse(b, (uint32_t)count_char(at, nul, '\n') + 1, FAULT_XML_CHARACTER, NULL, NULL);
    if (check_tags(b, at, len) < 0)
        return -1;
    int result = parse(l->xml, b, at, len);
    tidy(l->xml, result);
    return result;
}
