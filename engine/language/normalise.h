/* Text as the matchers see it, with the way back to the text as it was written.
 *
 * Unicode NFKC, lower case, straight quotes and plain hyphens; white space collapsed, and dropped where it touches a
 * Japanese character, so that a line break or a full-width space inside a word does not hide it. Pieces (a heading, the
 * paragraphs of a clause) are joined by a line feed; within a piece a line feed stands only for an empty line. */
#ifndef KIJUN_LANGUAGE_NORMALISE_H
#define KIJUN_LANGUAGE_NORMALISE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "language/recognise.h"

/* One piece of the source. */
struct normal_piece {
    const struct prose *prose;  /* NULL: the heading */
    const char *source;
    size_t source_len;
    size_t start;               /* of its first byte in the normalised text */
};

struct normal {
    struct arena *arena;        /* holds what follows; grows, is reused from clause to clause */
    char *at;                   /* NUL-terminated after normal_end */
    uint32_t *map;              /* for each normalised byte the offset of its character in its piece */
    size_t len, size;
    size_t own;                 /* where the text proper begins: before it stands what it continues; 0: nothing */
    struct normal_piece *pieces;
    size_t piece_count, piece_size;
    bool failed;                /* the arena is exhausted: the text is cut there */
};

void normal_init(struct normal *n, struct arena *arena);
void normal_clear(struct normal *n);
/* Room for so many more bytes at once; false: the arena is exhausted. */
bool normal_reserve(struct normal *n, size_t len);
void normal_add(struct normal *n, const struct prose *prose, const char *at, size_t len);
void normal_end(struct normal *n);
/* The source of the normalised bytes [start, end); what reaches into a second piece is cut at the end of the first. */
struct span normal_span(const struct normal *n, size_t start, size_t end);
/* The source byte from which the normalised byte at `at` comes. */
char normal_source(const struct normal *n, size_t at);
/* True for the bytes of letters and digits of alphabets with spaces between words. */
static inline bool normal_is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

#endif
