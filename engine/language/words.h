/* Looking at normalised text word by word, for the readers that know grammar. Private to the language floor. */
#ifndef KIJUN_LANGUAGE_WORDS_H
#define KIJUN_LANGUAGE_WORDS_H

#include <stdbool.h>
#include <stddef.h>

struct words { const char *at; size_t len; };

/* The bytes of the first word of the NULL-terminated list that stands whole at i; 0: none. */
size_t words_at(struct words t, size_t i, const char *const *list);
/* The bytes of the first that ends at i, whole; 0: none. */
size_t words_before(struct words t, size_t i, const char *const *list);
/* The first place in [from, to) where one of them stands, or `to`. */
size_t words_within(struct words t, size_t from, size_t to, const char *const *list);

#endif
