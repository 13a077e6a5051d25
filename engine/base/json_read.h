/* Reads JSON (RFC 8259) into the tree of base/data.h. */
#ifndef KIJUN_BASE_JSON_READ_H
#define KIJUN_BASE_JSON_READ_H

#include "base/arena.h"
#include "base/data.h"
#include "base/fault.h"

enum { JSON_READ_DEPTH = 64 };

/* The value that the bytes hold, in `arena`; NULL with *f set, at `name` and the line. An object that names a member twice is
 * refused. Whole numbers are DATA_INT, others DATA_NUMBER (four decimals, cut). */
const struct data *json_read(const char *name, const char *at, size_t len, struct arena *arena, struct fault *f);

#endif
