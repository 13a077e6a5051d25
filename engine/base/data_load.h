/* Reads a data-only Lua file into struct data (base/data.h), without running it.
 *
 * The language is a subset of Lua 5.4 that editors and luacheck understand: comments, `local name = value`, one
 * `return value`; a value is nil, true, false, a number (at most four decimals), a text, texts joined by `..`, a table,
 * a name given by `local` (with .member), or a constructor call such as `policy { ... }` whose name becomes the tag of
 * the table. Being no program, such a file can neither loop nor reach anything, and every value knows its line.
 *
 * In a rule file functions may stand where values stand: they are DATA_FUNCTION with their source in as.text, and a
 * local that is no plain value may be used by functions only. */
#ifndef KIJUN_BASE_DATA_LOAD_H
#define KIJUN_BASE_DATA_LOAD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/data.h"
#include "base/fault.h"

enum {
    DATA_FILE_BYTES = 1024 * 1024,
    RULE_FILE_BYTES = 64 * 1024,
    DATA_DEPTH = 32
};

/* The data of the file at `path`, in `arena`; NULL with *f set (file, line, what was expected). The result borrows
 * nothing: texts and file name are copied. */
const struct data *data_load(const char *path, struct arena *arena, struct fault *f);
/* The same from memory; `name` is the file's name in messages. `functions`: a rule file. */
const struct data *data_read(const char *name, const char *at, size_t len, bool functions, struct arena *arena,
                             struct fault *f);

#endif
