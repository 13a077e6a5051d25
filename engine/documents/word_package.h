/* Which parts of a package make up a Word document. Private to word*.c. */
#ifndef KIJUN_DOCUMENTS_WORD_PACKAGE_H
#define KIJUN_DOCUMENTS_WORD_PACKAGE_H

#include "documents/package.h"

struct word_parts {
    char document[PACKAGE_NAME_SIZE];
    char styles[PACKAGE_NAME_SIZE];    /* "" when there is none */
    char numbering[PACKAGE_NAME_SIZE]; /* "" when there is none */
    char comments[PACKAGE_NAME_SIZE];  /* "" when there is none */
};

/* Tells by the first bytes what a file is that is no package: a PDF, an old .doc, one protected by a password. 0 when it
 * may be a package, -1 with *f set. */
int word_package_sniff(const char *at, size_t len, struct fault *f);
/* Follows the relationships from the root. External ones are never followed. `bytes` is scratch. */
int word_package_find(struct package *p, struct word_parts *out, struct buffer *bytes, struct fault *f);

#endif
