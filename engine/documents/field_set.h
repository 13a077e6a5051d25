/* Writing one attribute value into a node. Private to the documents floor. */
#ifndef KIJUN_DOCUMENTS_FIELD_SET_H
#define KIJUN_DOCUMENTS_FIELD_SET_H

#include "base/arena.h"
#include "documents/schema.h"

/* The most characters (not bytes) of a text attribute; the most of a token or id. */
enum { FIELD_TEXT_CHARACTERS = 2000, FIELD_NAME_BYTES = 64 };

enum set_result { SET_OK, SET_BAD, SET_NO_MEMORY };

/* Sets field `f` of `n` from the `len` bytes of UTF-8 at `at`; white space around a value is dropped. SET_BAD when the
 * value has not the form that the field's type wants: the node is then as it was. Texts are copied into the arena. */
enum set_result field_set(struct arena *a, struct node *n, const struct field *f, const char *at, size_t len);

#endif
