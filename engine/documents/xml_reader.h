/* The XML reader: SAX2 events of libxml2, driven by the schema tables, straight into the document model.
 *
 * Names are compared by pointer: the names of the schema are put into the dictionary of the parser context, which gives
 * the same pointer for the same name in a document. Private to the documents floor. */
#ifndef KIJUN_DOCUMENTS_XML_READER_H
#define KIJUN_DOCUMENTS_XML_READER_H

#include <libxml/parser.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "documents/build.h"

enum { XML_UNIQUES = 2 };           /* lists of one kind in which names must differ */

struct xml_kind;

struct xml_child {
    const struct child *child;      /* NULL: a document of its own */
    const struct xml_kind *kind;
};

enum { XML_SLOTS = 128, XML_SLOTS_BITS = 7, XML_NAMES_MOST = 64 };

/* Names of the dictionary, which are told apart by where they stand. */
struct xml_names {
    const xmlChar *name[XML_NAMES_MOST];
    unsigned char slot[XML_SLOTS];  /* a hash table: 1 + the index of a name; 0: none */
    size_t count;
};

/* A row of the schema with its names in the dictionary. */
struct xml_kind {
    const struct kind *kind;        /* NULL: the outside of all documents */
    const struct node *blank;       /* of which nodes are copies */
    struct xml_names fields;        /* by index of kind->fields; NULL for derived fields */
    uint64_t required;              /* bit i: field i must be there */
    const struct xml_child *children;
    struct xml_names names;         /* of the children */
    struct { size_t list; const char *field; } uniques[XML_UNIQUES]; /* of schema_uniques, by the place of the list */
    size_t unique_count;
};

struct xml_frame {
    const struct xml_kind *kind;
    struct node *node;
};

struct xml_reader {
    xmlParserCtxtPtr ctxt;          /* NULL until first used, and after anything went wrong */
    struct arena *names;            /* holds the xml_kinds; lives as long as ctxt */
    const struct xml_kind *outside; /* what a file may hold */
    const xmlChar *namespace;       /* in the dictionary */
    struct buffer shown;            /* what the parser is given: the document, masked (xml_mask.h) */
    const char *original;           /* the document itself while `shown` is masked; else NULL */

    struct builder *b;
    struct document *first;         /* of the file; its fault is that of the file */
    struct document *after;         /* what followed it before */
    struct xml_frame frames[LOAD_XML_DEPTH + 1]; /* frames[0] is the outside */
    int depth;
    struct list roots;              /* documents read so far, not yet given to the subject */
    struct buffer prose;            /* of the <text> that is open */
    struct buffer entries;          /* of the list that is searched for duplicates */
    uint32_t prose_line;
    bool opened;                    /* an element was seen */
    bool failed;
};

/* The slot where a search for a name begins. */
static inline size_t xml_slot(const xmlChar *name)
{
    return (size_t)((uint64_t)(uintptr_t)name * UINT64_C(0x9E3779B97F4A7C15) >> (64 - XML_SLOTS_BITS));
}

/* The index of a name of the dictionary; `count` when it is not among them. */
static inline size_t xml_name_index(const struct xml_names *n, const xmlChar *name)
{
    for (size_t at = xml_slot(name); n->slot[at]; at = (at + 1) % XML_SLOTS)
        if (n->name[n->slot[at] - 1] == name)
            return n->slot[at] - 1U;
    return n->count;
}

/* Puts the schema's names into the dictionary of x->ctxt. False when memory is out. */
bool xml_names(struct xml_reader *x);
/* The SAX2 handlers. */
void xml_handlers(xmlSAXHandler *sax);

/* Faults a node that has the name of another one in its list. */
void xml_unique(struct xml_reader *x, const struct xml_kind *k, const struct node *n);

/* Ends parsing: nothing more is read, and the document is not well-formed whatever came before. */
void xml_halt(struct xml_reader *x);
/* The true bytes at a place that the parser has told. NULL when they cannot be had: the parser made a copy of what was
 * masked. The document must then be read unmasked. */
const char *xml_original(const struct xml_reader *x, const xmlChar *at, size_t len);
/* The line on which the tag that is being read starts. */
uint32_t xml_tag_line(const struct xml_reader *x);

/* Faults. Each sets the fault of the file with its line and ends parsing. */
void xml_fault(struct xml_reader *x, uint32_t line, enum fault_id id, const char *a, const char *b);
void xml_fault_namespace(struct xml_reader *x, const char *name, const char *uri); /* uri NULL: none */
void xml_fault_memory(struct xml_reader *x);
void xml_fault_element(struct xml_reader *x, const char *name);
void xml_fault_attribute(struct xml_reader *x, const struct kind *k, const char *name, uint32_t line);
void xml_fault_value(struct xml_reader *x, const struct kind *k, const struct field *f, const char *at, size_t len,
                     uint32_t line);
void xml_fault_text(struct xml_reader *x, const char *at, size_t len);
void xml_fault_twice(struct xml_reader *x, const struct node *first, const struct node *second, const char *name);
/* From an error of the parser. */
void xml_fault_parser(struct xml_reader *x, const xmlError *e);

#endif
