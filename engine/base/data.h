/* A tree of plain data, as written in a data-only Lua file: policies, manifests, vocabularies, rule declarations.
 * Made by data_load.h, which reads such a file without running it. Owned by the arena that it was made in. */
#ifndef KIJUN_BASE_DATA_H
#define KIJUN_BASE_DATA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/value.h"

enum data_type { DATA_NULL, DATA_BOOL, DATA_INT, DATA_NUMBER, DATA_TEXT, DATA_TABLE, DATA_FUNCTION };

struct data {
    enum data_type type;
    const char *key;            /* the name in the table above; NULL in a list or at the root */
    const char *file;           /* where it was written, for error messages */
    uint32_t line;              /* 0 when unknown */
    union {
        bool flag;
        int64_t integer;
        fixed number;
        struct { const char *at; size_t len; } text; /* NUL-terminated too */
        /* Named members in ascending order of key, then list items in order. */
        struct { struct data *members; size_t named; size_t items; const char *tag; } table;
    } as;
};

/* The member called `key`, or NULL. */
const struct data *data_get(const struct data *table, const char *key);
/* The n-th list item, from 0, or NULL. */
const struct data *data_item(const struct data *table, size_t n);
size_t data_items(const struct data *table);
/* The text of member `key`, or `otherwise` when there is none or it is no text. */
const char *data_text(const struct data *table, const char *key, const char *otherwise);

#endif
