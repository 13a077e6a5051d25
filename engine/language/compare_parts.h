/* What the files that compare contracts share. Private to the language floor. */
#ifndef KIJUN_LANGUAGE_COMPARE_PARTS_H
#define KIJUN_LANGUAGE_COMPARE_PARTS_H

#include "language/compare.h"

enum { NOBODY = UINT32_MAX, SHINGLES = 512 };

struct token {
    const char *at;
    uint32_t len;
    uint64_t hash;
};

/* A word, or any other character that is no blank. Returns the number, at most COMPARE_TOKENS. */
size_t compare_tokens(struct clause_text text, struct token *out);
/* One more number into a hash, and a text. */
uint64_t compare_mix(uint64_t seed, uint64_t number);
uint64_t compare_hash(uint64_t seed, const char *at, size_t len);

/* One clause of a side, in the order of the document. */
struct side_clause {
    const struct clause *clause;
    struct clause_text text;
    const char *type;
    enum duty duty;
    uint32_t depth, parent;     /* parent: NOBODY at the top */
    uint32_t pair;              /* the clause of the other side; NOBODY */
    uint32_t tokens;
    uint64_t whole, heading, number; /* hashes; heading and number 0 when there is none */
    uint32_t shingle_count;
    const uint64_t *shingles;   /* ascending, each once */
};

struct side {
    const struct contract *contract;
    struct reading *reading;
    struct side_clause *at;
    uint32_t count;
    uint32_t *by_ordinal;       /* the clause of an ordinal; NOBODY */
    uint32_t ordinals;
    bool cut;
};

/* Pairs the clauses of two sides. false: out of memory. */
bool compare_align(struct side *a, struct side *b, struct arena *arena);

/* The terms that changed, sorted by row; `rows[side]` maps the clauses of each side to rows. */
struct placed_change {
    uint32_t row;
    struct term_change change;
};
/* SIZE_MAX: out of memory. */
size_t compare_terms(const struct vocabulary *v, const struct side *a, const struct side *b, const uint32_t *row_of_a,
                     const uint32_t *row_of_b, struct arena *arena, struct placed_change **out);

#endif
