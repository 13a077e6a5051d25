/* What the fuzz targets share. A target takes any bytes; what must hold whatever they are is asserted, and the sanitizers
 * see the rest. Run by `make fuzz`, and for a moment by `make check`. */
#ifndef KIJUN_TESTS_FUZZ_FUZZ_H
#define KIJUN_TESTS_FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "documents/load.h"

/* Called by libFuzzer. */
int LLVMFuzzerTestOneInput(const uint8_t *at, size_t len);

/* Ends the process with a message unless `holds`: libFuzzer then keeps the input. */
void fuzz_assert(bool holds, const char *what);
/* An empty arena, the same one each time. */
struct arena *fuzz_arena(void);
/* Reads the bytes as a file of this name and asserts what holds of every reading: a document or a fault, never half of
 * both, and a model whose every text is UTF-8. The subject lives until the next call; NULL when there was a fault. */
struct subject *fuzz_document(const char *name, const uint8_t *at, size_t len);

/* What the columns of spreadsheets mean from now on; the first call counts. */
void fuzz_mapping(const char *text);

/* One member of a ZIP archive. */
struct fuzz_member {
    const char *name;
    const char *at;
    size_t len;
};

/* Writes the members as an archive, stored, so that mutations reach what is inside instead of a checksum. */
void fuzz_zip(struct buffer *out, const struct fuzz_member *members, size_t count);
/* Cuts the input at lines that hold nothing but "==== NAME": the members of an archive, at most `most`. Returns their
 * number; names are in the fuzz arena. */
size_t fuzz_members(const uint8_t *at, size_t len, struct fuzz_member *out, size_t most);

#endif
