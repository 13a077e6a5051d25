/* From files to the document model. Everything read is untrusted: run this in a worker that can be killed. */
#ifndef KIJUN_DOCUMENTS_LOAD_H
#define KIJUN_DOCUMENTS_LOAD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/fault.h"
#include "documents/model.h"

/* Every cap on input, in one place. */
enum {
    LOAD_FILE_BYTES = 16 * 1024 * 1024,  /* of one file, and of one part of a Word or OpenDocument file unpacked */
    LOAD_WORD_BYTES = 64 * 1024 * 1024,  /* of a Word or OpenDocument file, and of all its parts that are read, unpacked */
    LOAD_FILES = 1000,                   /* in one supplier's folder */
    LOAD_FOLDER_DEPTH = 8,
    LOAD_XML_DEPTH = 64,
    LOAD_XML_ATTRIBUTES = 64,            /* of one element */
    LOAD_XML_ATTRIBUTE_BYTES = 16 * 1024,
    LOAD_NODES = 200000,                 /* of one subject */
    LOAD_ARENA_BYTES = 48 * 1024 * 1024, /* of one subject */
    MAPPING_ARENA = 8 * 1024 * 1024      /* of the mapping of a portfolio, read */
};

/* A loader keeps what can be reused between subjects (buffers, parser context). Not thread-safe. */
struct loader;
struct loader *loader_new(void); /* NULL: out of memory */
void loader_free(struct loader *l);
/* A loader that takes nothing but text and XML in UTF-8, and not all XML: it is ready sooner. */
struct loader *loader_new_plain(void);
/* True if the last subject was not read as it is because the loader is a plain one: loader_new is to read it. */
bool loader_lacks(const struct loader *l);
/* From now on the documents that are read have a hash of their content. */
void loader_hash(struct loader *l);
/* Makes ready what reading may take and a confined process cannot fetch: the libraries for Word files and for XML. Call it
 * before confinement. */
void loader_prepare(void);
/* True when there is one path only (they end with NULL) and that is a file of UTF-8 text or XML: then loader_new_plain, which
 * needs nothing to be ready, reads it, as a rule. */
bool loader_plain(const char *const *paths);

struct data;
/* Finds mapping.lua beside the suppliers at the first of these paths (or above the one supplier) and reads it into the arena:
 * *out is NULL when there is none, else *content is set. 0, or -1 with *f set. */
int mapping_beside(const char *const *paths, struct arena *arena, const struct data **out, struct sha256 *content,
                   struct fault *f);
/* What the columns of suppliers' spreadsheets mean where no mapping.lua beside them says so: the data of such a file
 * (base/data_load.h), which must outlive the loader. NULL: nothing more. 0, or -1 with *f set when it is no mapping. */
int loader_mapping(struct loader *l, const struct data *mapping, struct fault *f);

/* Loads the supplier's folder, or the single file, at `path` into `arena`. Faults of a single document stay with that
 * document (document->fault), and the rest is loaded. Faults of the whole (no document at all, two profiles, a cycle
 * in the subcontractors, the folder cannot be read) give -1 with *f set; *out is then still a subject with the
 * documents read so far, or NULL if there is nothing to show. Files are taken in byte order of their relative path.
 * Amendments, document notes and evidence files are resolved here. */
int loader_subject(struct loader *l, struct arena *arena, const char *path, bool lone, struct subject **out,
                   struct fault *f);
/* Reads one document from memory (tests, rule examples, fuzzing). `file` names it in messages; the format is told by
 * the content, as for files. A subject is made when *out is NULL, else the document is added to it. */
int loader_memory(struct loader *l, struct arena *arena, const char *file, const char *at, size_t len,
                  struct subject **out, struct fault *f);
/* Resolves what needs all documents: document notes, amendments, duplicate ids, subcontractor cycles, evidence.
 * loader_subject has done it; call it after the last loader_memory. */
int loader_finish(struct loader *l, struct arena *arena, struct subject *s, struct fault *f);
/* Calls visit for every piece of evidence of the subject. */
void evidence_each(const struct subject *s, void (*visit)(struct evidence *e, void *context), void *context);

/* What a file is, from its first bytes (at least 512 if the file has them): used by discovery. */
enum sniffed {
    SNIFF_SUPPLIER, SNIFF_DOSSIER, SNIFF_XML, SNIFF_WORD, SNIFF_ODT, SNIFF_HTML, SNIFF_AKOMA, SNIFF_TEXT,
    SNIFF_XLSX, SNIFF_CSV,  /* spreadsheets: responses, when a mapping says so */
    SNIFF_UNREAD,           /* in such files contracts come, but they are not read: PDF, old Word, RTF */
    SNIFF_OTHER
};
enum sniffed load_sniff(const char *name, const char *at, size_t len);

/* The contracts in force on `as_of`: executed (or, in a lone contract, any status), effective and not expired or
 * terminated, renewals heeded; most specific kind and latest effective date first. Amendments follow what they amend.
 * Returns the number; *out is in the arena. */
size_t contracts_in_force(const struct subject *s, struct arena *arena, day as_of, const struct contract ***out);
/* True if this clause is not replaced by an amendment in force on `as_of`. */
bool clause_effective(const struct subject *s, const struct clause *c, day as_of);

/* Writes the model as the rules see it, as JSON: the `dump` verb. */
void dump_subject(const struct subject *s, struct buffer *out);
/* Writes the XML schema (W3C XSD 1.0) of the native format from the tables. */
void schema_write_xsd(struct buffer *out);
/* Writes all elements and attributes with their meaning as Markdown: the reference part of fixtures/README. */
void schema_write_reference(struct buffer *out, enum language language);

#endif
