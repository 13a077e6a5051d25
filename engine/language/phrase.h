/* The small language of the vocabulary: what a phrase looks like, and its expansion into literals.
 *
 *     prior (written|express) consent     alternatives
 *     [duly] authori(s|z)ed               an optional part
 *     audit*                              any ending: audits, auditor; inside a phrase (agree* to) the usual ones
 *     {shall} .. notify                   a set of words named by the vocabulary; a short gap (60 bytes)
 *     consent ... subcontract*            a long gap (240 bytes), never over the end of the sentence
 *     audit* ..120 books                  a gap of that many bytes (a kanji or kana is three)
 *     books & inspect* & !at its expense  all in one sentence in any order; `!`: the sentence must not hold it
 *     \( \) \[ \] \{ \} \| \* \& \! \.\.  the signs themselves
 *
 * Between two gaps stands a step: a set of literals, of which one must be there. Words of alphabets match whole. */
#ifndef KIJUN_LANGUAGE_PHRASE_H
#define KIJUN_LANGUAGE_PHRASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/data.h"

enum {
    PHRASE_PARTS = 6,       /* joined by & */
    PHRASE_STEPS = 6,       /* in a part */
    PHRASE_LITERALS = 2000, /* of one step, all alternatives spelled out */
    PHRASE_BYTES = 400,     /* of one literal */
    PHRASE_DEPTH = 8,       /* brackets and sets in one another */
    GAP_SHORT = 60,
    GAP_LONG = 240
};

struct literals {
    const char **at;        /* normalised; '*' at either end kept as written */
    size_t count;
};

struct phrase_step {
    struct literals literals;
    uint16_t gap;           /* bytes allowed between the step before and this one; 0 for the first */
};

struct phrase_part {
    bool negated;
    size_t step_count;
    struct phrase_step steps[PHRASE_STEPS];
};

struct phrase_tree {
    size_t part_count;
    struct phrase_part parts[PHRASE_PARTS];
};

/* Why a phrase cannot be read. */
enum phrase_error {
    PHRASE_FINE,
    PHRASE_SYNTAX,      /* `where` points at the sign that is wrong */
    PHRASE_UNKNOWN_SET, /* `where` points at its name */
    PHRASE_TOO_LARGE,
    PHRASE_EMPTY,
    PHRASE_MEMORY
};

/* Reads one phrase; what it makes lives in `arena`. `sets`: the vocabulary's table of sets, may be NULL. */
enum phrase_error phrase_read(const char *text, const struct data *const *sets, size_t set_count, struct arena *arena,
                              struct phrase_tree *out, const char **where);

#endif
