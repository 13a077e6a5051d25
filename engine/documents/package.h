/* A ZIP package in memory (.docx, .xlsx): its parts, unpacked with every byte counted. Private to the documents floor. */
#ifndef KIJUN_DOCUMENTS_PACKAGE_H
#define KIJUN_DOCUMENTS_PACKAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/fault.h"

enum {
    PACKAGE_ENTRIES = 4000,
    PACKAGE_RATIO = 250,           /* unpacked to packed bytes of a part of more than a MiB; text reaches 50 */
    PACKAGE_NAME_SIZE = 256,
    PACKAGE_CHUNK = 64 * 1024      /* bytes unpacked at a time */
};

struct package;

/* Opens the archive; it borrows the bytes. NULL with *f set: not a ZIP, damaged, too many entries. */
struct package *package_open(const char *at, size_t len, struct fault *f);
void package_close(struct package *p);
/* True if there is a part of this name; names differ by more than case. */
bool package_has(struct package *p, const char *name);
/* Resolves the target of a relationship ("styles.xml", "../x.xml", "/word/x.xml") to a part's name; `base` is the folder of
 * the part that has it, with '/' at its end; "" for the root. False when it leaves the package. */
bool package_target(const char *base, const char *target, char out[PACKAGE_NAME_SIZE]);
/* Unpacks a part into *out (cleared first). 0, or -1 with *f set: missing, twice there, encrypted, damaged, a bomb. */
int package_read(struct package *p, const char *name, struct buffer *out, struct fault *f);

#endif
