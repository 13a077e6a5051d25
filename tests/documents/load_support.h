/* Loads documents from memory and from folders, and shows what came of them. */
#ifndef KIJUN_TESTS_DOCUMENTS_LOAD_SUPPORT_H
#define KIJUN_TESTS_DOCUMENTS_LOAD_SUPPORT_H

#include <stddef.h>

#include "documents/loader.h"

struct loaded {
    struct loader *loader;
    struct arena *arena;
    struct subject *subject;
    struct fault fault;     /* of the document (from memory) or of the whole */
    int status;             /* what the loader returned */
    char text[2048];        /* for fault_en, fault_ja */
};

/* One document from memory, called doc.xml, and what needs all documents. The caller ends each with loaded_end. */
void load_text(struct loaded *l, const char *xml);
void load_bytes(struct loaded *l, const char *at, size_t len);
/* A folder or file. */
void load_path(struct loaded *l, const char *path, bool lone);
void loaded_end(struct loaded *l);

/* "file:line: message". */
const char *fault_en(struct loaded *l);
const char *fault_ja(struct loaded *l);
/* The document of that file, which must be there. */
const struct document *loaded_document(const struct loaded *l, const char *file);
/* The name of its fault; "none". */
const char *document_fault(const struct loaded *l, const char *file);

/* Fails unless loading this text gives the fault of that name on that line. */
void expect_fault(const char *xml, const char *name, unsigned line);
void expect_fault_bytes(const char *at, size_t len, const char *name, unsigned line);

#define NS " xmlns=\"urn:kijun:1\""
#define CONTRACT(inside) "<contract" NS " kind=\"nda\" title=\"x\">" inside "</contract>"
#define CLAUSE(inside) CONTRACT("<clause number=\"1\">" inside "</clause>")

#endif
