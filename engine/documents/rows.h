/* Short forms for the rows of the schema tables. Private to the files that hold the tables. */
#ifndef KIJUN_DOCUMENTS_ROWS_H
#define KIJUN_DOCUMENTS_ROWS_H

#include <stddef.h>

#include "documents/schema.h"

#define REQ FIELD_REQUIRED
#define OPEN FIELD_OPEN
#define IDENT FIELD_IDENTITY
#define DERIVED FIELD_DERIVED

/* An attribute: its name, type, place in the struct, flags, and what it means in both languages. */
#define ROW(name, type, s, member, flags, en, ja) \
    { name, FIELD_##type, offsetof(struct s, member), flags, NULL, 0, 0, { en, ja } }
/* A token out of a table. */
#define ROW_TOKEN(name, s, member, flags, tokens, en, ja) \
    { name, FIELD_TOKEN, offsetof(struct s, member), flags, tokens, 0, 0, { en, ja } }
/* A whole number from `min` to `max`. */
#define ROW_COUNT(name, s, member, flags, min, max, en, ja) \
    { name, FIELD_COUNT, offsetof(struct s, member), flags, NULL, min, max, { en, ja } }
#define ROW_END { NULL, FIELD_TEXT, 0, 0, NULL, 0, 0, { NULL, NULL } }

/* A child element and the list that it goes to. */
#define CHILD(list, kind, s, member) { list, &kind, offsetof(struct s, member) }
#define CHILD_END { NULL, NULL, 0 }

/* The most that a count in a document may be. */
#define COUNT_MOST INT64_C(1000000000000)

/* Token tables that more than one file needs. */
extern const char *const tokens_contract_kind[], *const tokens_contract_status[];
/* The children of a clause that declare terms, by kind. */
extern const struct kind kind_term_duration, kind_term_interval, kind_term_percent, kind_term_amount, kind_term_count,
    kind_term_date, kind_term_flag, kind_term_choice;

#endif
