/* Looking at normalised text word by word, for the readers that know grammar. Private to the language floor. */
#ifndef KIJUN_LANGUAGE_WORDS_H
#define KIJUN_LANGUAGE_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct words { const char *at; size_t len; };

/* A list of words that is looked for in many places. Two bytes of each rule most places out at a glance: the first and,
 * where all have one, the third, for kana share their first two. */
struct word_set {
    const char *const *list;
    size_t second;              /* which byte the other one is */
    uint64_t bits[4];
};

struct word_set word_set(const char *const *list);
/* The first place in [from, to) where a word of the set begins, its bytes at *len; `to`, and 0 bytes, when there is none. */
size_t words_next(struct words t, size_t from, size_t to, const struct word_set *s, size_t *len);

/* True if the word stands at i, whole or not. */
static inline bool word_at(struct words t, size_t i, const char *word)
{
    for (; *word; word++, i++)
        if (i >= t.len || t.at[i] != *word)
            return false;
    return true;
}

/* The bytes of the first word of the NULL-terminated list that stands whole at i; 0: none. */
size_t words_at(struct words t, size_t i, const char *const *list);
/* The bytes of the first that ends at i, whole; 0: none. */
size_t words_before(struct words t, size_t i, const char *const *list);
/* The first place in [from, to) where one of them stands, or `to`. */
size_t words_within(struct words t, size_t from, size_t to, const char *const *list);
/* The first place of these `len` bytes (one at least) at `from` or later, or NULL. */
const char *words_find(struct words t, size_t from, const char *word, size_t len);

#endif
