/* How readers make the document model: the only writers of it. Private to the documents floor. */
#ifndef KIJUN_DOCUMENTS_BUILD_H
#define KIJUN_DOCUMENTS_BUILD_H

#include "base/arena.h"
#include "documents/load.h"
#include "documents/schema.h"

struct decoder;

struct builder {
    struct arena *arena;
    struct subject *subject;
    struct document *document;  /* being read; its fault is where errors go */
};

/* A node of this kind with every field absent, appended to *list (may be NULL for a root). NULL with the document's
 * fault set when a cap or memory is exhausted. */
struct node *build_node(struct builder *b, const struct kind *k, struct node *parent, struct list *list, uint32_t line);
/* The same for a reader that makes many: `blank` is a node of the kind, made by build_blank in an arena of the reader's. */
struct node *build_like(struct builder *b, const struct node *blank, struct node *parent, struct list *list,
                        uint32_t line);
/* A node with every field absent that belongs nowhere; NULL when memory is out. */
struct node *build_blank(struct arena *a, const struct kind *k);
/* A prose node with a copy of the text. false on failure. */
bool build_prose(struct builder *b, struct node *parent, struct list *list, const char *at, size_t len, uint32_t line);
/* Adds a root to the subject's list of its kind and makes it the root of its document (root->document). Readers call it
 * last, when the whole document was read without a fault. */
void build_root(struct builder *b, struct node *root);
/* Fills the subject's lists anew from the roots of its documents, in the order of the documents. */
void build_relist(struct subject *s);
/* Sets the document's fault to "too big or out of memory"; returns -1. */
int build_no_memory(struct builder *b, uint32_t line);
void list_append(struct list *list, struct node *n);

/* Readers. Each reads all of `at`; 0, or -1 with b->document->fault set (name, line, what was expected). */
int xml_read(struct loader *l, struct builder *b, const char *at, size_t len);
int word_read(struct builder *b, const char *at, size_t len);  /* makes one contract */
int odt_read(struct builder *b, const char *at, size_t len);   /* makes one contract */
int html_read(struct decoder *d, struct builder *b, const char *at, size_t len);  /* makes one contract */
int akn_read(struct decoder *d, struct builder *b, const char *at, size_t len);   /* makes one contract */
/* Makes one contract; `remarks`: leaves out what remarks.h is about. */
int text_read(struct decoder *d, struct builder *b, const char *at, size_t len, bool remarks);
/* Makes one response, as a mapping says: sheet_read.h has the reader of spreadsheets. */

#endif
