/* A baseline: the findings that a pipeline knows of and lets pass. Only cli includes it.
 *
 * The file is text, a finding a line, in the order of supplier ids, so that a change of it can be read in a review. The
 * fingerprint alone decides: another finding in the place of a known one is new. */
#ifndef KIJUN_CLI_BASELINE_H
#define KIJUN_CLI_BASELINE_H

#include "base/buffer.h"
#include "base/fault.h"

enum { BASELINE_BYTES = 64 * 1024 * 1024, BASELINE_COLUMNS = 9, BASELINE_KEPT = 5 /* columns of a line of the file */ };
enum baseline_column {
    BASELINE_SUPPLIER, BASELINE_GRADE, BASELINE_RULE, BASELINE_MESSAGE, BASELINE_FINGERPRINT, BASELINE_DOCUMENT,
    BASELINE_LINE, BASELINE_CLAUSE, BASELINE_TEXT
};

/* One finding: borrowed texts, each ended by a NUL. */
struct baseline_row { const char *column[BASELINE_COLUMNS]; };

struct baseline {
    struct buffer text;
    struct known { const char *fingerprint; struct baseline_row row; bool seen; } *all; /* by fingerprint */
    size_t count;
};

/* Reads the file. -1 with *f naming the file and the line that is no line of a baseline. Free it in any case. */
int baseline_read(const char *path, struct baseline *b, struct fault *f);
void baseline_free(struct baseline *b);
/* The finding of this fingerprint; NULL: it is new. */
struct known *baseline_find(const struct baseline *b, const char *fingerprint);

/* The first line of the file. */
void baseline_begin(struct buffer *out);
void baseline_add(struct buffer *out, const struct baseline_row *row);
/* Splits a line, which is changed, at its tabs; false when there are not `columns` of them. */
bool baseline_split(char *line, size_t columns, struct baseline_row *row);

#endif
