/* The tables that describe the document model: one row per element and per attribute.
 *
 * They drive the XML loader, the XSD (`kijun schema`), the Lua bindings, `kijun dump` and the generated documentation,
 * so that these cannot disagree. In XML a field is an attribute, in Lua a field with '-' written as '_'. */
#ifndef KIJUN_DOCUMENTS_SCHEMA_H
#define KIJUN_DOCUMENTS_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/language.h"
#include "documents/model.h"

enum field_flags {
    FIELD_REQUIRED = 1,
    FIELD_OPEN = 2,     /* `tokens` are the known values, others of token form are allowed */
    FIELD_IDENTITY = 4, /* part of what makes this node the same node after an edit: fingerprints use it */
    FIELD_DERIVED = 8   /* not in XML: computed by the loader, seen by rules */
};

/* How a field is stored in its struct and written in XML. */
enum field_type {
    FIELD_TEXT,     /* const char *: any text of 1 .. 2,000 characters, white space collapsed */
    FIELD_TOKEN,    /* const char *: [a-z][a-z0-9-]{0,63}; limited to `tokens` unless FIELD_OPEN */
    FIELD_ID,       /* const char *: [A-Za-z0-9][A-Za-z0-9._-]{0,63} */
    FIELD_COUNTRY,  /* const char *: [A-Z]{2} */
    FIELD_SHA256,   /* const char *: 64 lower-case hex digits */
    FIELD_FILE,     /* const char *: relative path without ".." */
    FIELD_TRI,      /* tri */
    FIELD_DATE,     /* day */
    FIELD_INSTANT,  /* instant */
    FIELD_COUNT,    /* int64_t, min..max */
    FIELD_PERCENT,  /* fixed, 0..100 */
    FIELD_DURATION, /* struct duration */
    FIELD_INTERVAL, /* struct duration, as a frequency */
    FIELD_VALUE,    /* struct value of the type kind->term: in the term elements only */
    FIELD_CURRENCY  /* the currency of that struct value, which is an amount: [A-Z]{3} */
};

struct field {
    const char *name;           /* "my-number" */
    enum field_type type;
    uint16_t offset;
    uint16_t flags;
    const char *const *tokens;  /* NULL-terminated; NULL: any */
    int64_t min, max;           /* for FIELD_COUNT */
    const char *doc[LANGUAGE_COUNT];
};

struct child {
    const char *list;           /* the list's name in Lua, plural: "assets"; a list of several kinds ("terms") has one
                                   row a kind, one after the other */
    const struct kind *kind;
    uint16_t offset;            /* of the struct list */
};

struct kind {
    const char *name;           /* the element's name: "certificate" */
    size_t size;
    const struct field *fields; /* ends with a row whose name is NULL */
    const struct child *children; /* ends with a row whose kind is NULL */
    bool prose;                 /* content is text (struct prose) */
    enum value_type term;       /* for the term elements: the type of `value`; else VALUE_NONE */
    const char *doc[LANGUAGE_COUNT];
};

extern const struct kind kind_supplier, kind_asset, kind_certificate, kind_subcontractor, kind_risk, kind_document_note,
    kind_contract, kind_party, kind_definition, kind_clause, kind_prose, kind_approval, kind_questionnaire,
    kind_question, kind_response, kind_answer, kind_evidence, kind_audit, kind_nonconformity, kind_incident_log,
    kind_incident, kind_service_record, kind_measure, kind_review;
/* The elements that declare terms in a clause: <duration>, <interval>, <percent>, <amount>, <count>, <date>, <flag>,
 * <choice>; all are struct term. Ends with NULL. */
extern const struct kind *const kind_terms[];
/* The elements that may be a document's root, ends with NULL. */
extern const struct kind *const kind_roots[];
/* The wrapper that holds several documents in one file: <dossier>. */
extern const struct kind kind_dossier;

/* What must differ among the nodes of one list: two clauses of a contract with one number cannot be told apart. Holds for
 * XML, where these are written on purpose; a Word file may number its annex from 1 again. Ends with `in` NULL. */
struct unique {
    const struct kind *in;
    const char *list;           /* of `in` */
    const char *field;          /* of the nodes in that list; a required text */
};
extern const struct unique schema_uniques[];

const struct field *kind_field(const struct kind *k, const char *name); /* by XML name; NULL */
const struct child *kind_child(const struct kind *k, const char *list); /* by Lua list name; NULL */
/* The typed value of a field; VALUE_NONE when absent. Texts are borrowed from the node. */
struct value node_value(const struct node *n, const struct field *f);
const struct list *node_list(const struct node *n, const struct child *c);
/* The nearest clause at or above this node, or NULL. */
const struct clause *node_clause(const struct node *n);
const struct contract *node_contract(const struct node *n);

#endif
