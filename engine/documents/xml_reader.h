/* The XML reader, driven by the schema tables, straight into the document model. A document that is written plainly is read
 * by xml_quick.c, which takes it or leaves it; any other one, and all that is wrong, by libxml2 (SAX2 events, xml_elements.c).
 *
 * Private to the documents floor. */
#ifndef KIJUN_DOCUMENTS_XML_READER_H
#define KIJUN_DOCUMENTS_XML_READER_H

#include <libxml/parser.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "documents/build.h"

#define XML_INSTANCE_NAMESPACE "http://www.w3.org/2001/XMLSchema-instance"

enum { XML_UNIQUES = 2 };           /* lists of one kind in which names must differ */

struct xml_kind;

struct xml_child {
    const struct child *child;      /* NULL: a document of its own */
    const struct xml_kind *kind;
};

enum { XML_SLOTS = 128, XML_SLOTS_BITS = 7, XML_NAMES_MOST = 64 };

/* Names that are looked for. */
struct xml_names {
    const char *name[XML_NAMES_MOST];
    unsigned char length[XML_NAMES_MOST];
    unsigned char slot[XML_SLOTS];  /* a hash table: 1 + the index of a name; 0: none */
    size_t count;
};

/* A row of the schema. */
struct xml_kind {
    const struct kind *kind;        /* NULL: the outside of all documents */
    size_t name_length;
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
    struct arena *names;            /* holds the xml_kinds */
    const struct xml_kind *outside; /* what a file may hold */
    bool quick_only;                /* libxml2 is not to be had */
    bool quick;                     /* xml_quick is at work, and libxml2 has nothing to do with it */

    struct builder *b;
    struct document *first;         /* of the file; its fault is that of the file */
    struct document *after;         /* what followed it before */
    struct xml_frame frames[LOAD_XML_DEPTH + 1]; /* frames[0] is the outside */
    int depth;
    struct list roots;              /* documents read so far, not yet given to the subject */
    struct buffer prose;            /* of the <text> that is open */
    struct buffer value;            /* of the attribute in hand, when it is not as it is written */
    struct buffer entries;          /* of the list that is searched for duplicates */
    uint32_t prose_line;
    bool opened;                    /* an element was seen */
    bool failed;
};

/* The slot where a search for a name begins: names of one list that collide are few. */
static inline size_t xml_slot(const char *name, size_t len)
{
    unsigned char first = (unsigned char)name[0], middle = (unsigned char)name[len / 2], last = (unsigned char)name[len - 1];
    return (first * 5U + middle * 19U + last * 3U + len * 41U) % XML_SLOTS;
}

/* The index of a name; `count` when it is not among them. */
static inline size_t xml_name_index(const struct xml_names *n, const char *name, size_t len)
{
    if (!len)
        return n->count;
    for (size_t at = xml_slot(name, len); n->slot[at]; at = (at + 1) % XML_SLOTS) {
        size_t i = n->slot[at] - 1U;
        if (n->length[i] == len && memcmp(n->name[i], name, len) == 0)
            return i;
    }
    return n->count;
}

/* Makes the rows below x->outside. False when memory is out. */
bool xml_names(struct xml_reader *x);
/* Reads a document that is written plainly. False when it is not, or when anything is wrong with it: what was made of it
 * then is to be taken back, and libxml2 says what it is. It never takes what libxml2 would not, nor makes anything else
 * of it. */
bool xml_quick(struct xml_reader *x, const char *at, size_t len);
/* The SAX2 handlers. */
void xml_handlers(xmlSAXHandler *sax);

/* The row of a child element; NULL when none has this name. */
const struct xml_child *xml_child_named(const struct xml_kind *k, const char *name, size_t len);
/* Makes the node of a child element of the open one, which begins on `line`; NULL for a dossier, which has none. False when
 * that cannot be, with the fault set. */
bool xml_make(struct xml_reader *x, const struct xml_child *c, uint32_t line, struct node **n);
/* Ends the open element; its text begins on `line`, for those that have one. */
void xml_close(struct xml_reader *x, const char *text, size_t len, uint32_t line);

/* Faults a node that has the name of another one in its list. */
void xml_unique(struct xml_reader *x, const struct xml_kind *k, const struct node *n);

/* Ends parsing: nothing more is read, and the document is not well-formed whatever came before. */
void xml_halt(struct xml_reader *x);
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
