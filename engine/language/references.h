/* References to other clauses of the same contract: 第5条第2項, 前項, Section 5.2(a). Private to the language floor. */
#ifndef KIJUN_LANGUAGE_REFERENCES_H
#define KIJUN_LANGUAGE_REFERENCES_H

#include "language/reading.h"

/* Reads a number as a clause bears it or a reference names it, from the start of normalised text: 第5条第2項 and 5.2 are
 * both 5, 2. Returns the bytes taken, 0 when there is none. */
size_t path_read(const char *at, size_t len, struct path *out);

#endif
