/* Two contracts, clause by clause: what was added, removed, moved and reworded, and whether what is owed became more or less.
 *
 * Clauses are paired by their words, heading, number, type and place, the best pairs first; the same contracts give the same
 * pairs. Terms are compared by value; which way is worse stands in the vocabulary. The work is bounded by the caps below,
 * whatever the contracts hold. Everything lives in the arena; texts point into the contracts. */
#ifndef KIJUN_LANGUAGE_COMPARE_H
#define KIJUN_LANGUAGE_COMPARE_H

#include "language/recognise.h"

enum {
    COMPARE_CLAUSES = 4096,     /* of one contract; more are left out, and that is told */
    COMPARE_TOKENS = 4096,      /* of one clause, compared one by one; the rest counts as one */
    COMPARE_CELLS = 1 << 20,    /* of the table in which two clauses' words are matched; larger ones are marked as a whole */
    COMPARE_ALL_CELLS = 1 << 26 /* over all clauses */
};

enum clause_change { CLAUSE_SAME, CLAUSE_REWORDED, CLAUSE_ADDED, CLAUSE_REMOVED };

struct term_change {
    const char *type, *name;
    const struct read_term *before, *after; /* NULL: not said */
    const struct clause *before_in, *after_in;
    enum bearing bearing;
};

/* A clause as one string: its own prose, joined by line feeds. */
struct clause_text {
    const char *at;
    size_t len;
};

/* A pair of clauses, or one that has no counterpart. */
struct compared {
    const struct clause *before, *after; /* NULL: there is none */
    struct clause_text before_text, after_text;
    uint32_t depth;
    enum clause_change change;
    bool renumbered, renamed, moved; /* has another number; another heading; another place among its neighbours */
    const char *type;           /* what it surely is; NULL: nothing that the vocabulary knows */
    enum duty duty_before, duty_after;
    enum bearing duty;
    enum bearing bearing;       /* of all that changed: worse if anything is */
    bool mixed;                 /* something is better as well */
    size_t term_count;
    const struct term_change *terms; /* those that changed */
};

struct comparison {
    const struct contract *before, *after;
    size_t count;
    const struct compared *at;  /* in the order of the later contract, what was removed at its former place */
    uint32_t added, removed, reworded, moved, weakened, strengthened, same; /* clauses */
    bool cut;                   /* not all clauses were compared */
};

/* Each contract with the readings of its subject. NULL: the arena is exhausted. */
const struct comparison *compare_contracts(struct reading *before, const struct contract *a, struct reading *after,
                                           const struct contract *b, const struct vocabulary *v, struct arena *arena);

/* ---- words ---- */

/* A piece of two texts, with the blanks behind it: on both sides (as it stands in the later one), before only, or after only. */
struct piece {
    enum { PIECE_SAME, PIECE_BEFORE, PIECE_AFTER } kind;
    const char *at;
    size_t len;
};
/* What this needs from clause to clause; NULL: the arena is exhausted. */
struct word_matcher;
struct word_matcher *word_matcher_new(struct arena *arena);
/* The words of two clauses in order. Returns the number of pieces, *out valid until the next call. */
size_t compare_words(struct word_matcher *m, struct clause_text before, struct clause_text after, const struct piece **out);

#endif
