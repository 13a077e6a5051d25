/* How the vocabulary is put together: rows grow here, then the references between them are laid out. */
#ifndef KIJUN_LANGUAGE_VOCABULARY_BUILD_H
#define KIJUN_LANGUAGE_VOCABULARY_BUILD_H

#include "language/phrase.h"
#include "language/vocabulary.h"

/* One entry of a list by owner, before the lists are laid out. */
struct pair { uint32_t owner, item; };

struct vocabulary_builder {
    struct vocabulary *v;
    struct arena *scratch;          /* dropped when the vocabulary is ready */
    struct arena *tree;             /* of the phrase in hand: all of them together would take ten times the rest */
    const struct data **sets;       /* of all packs */
    size_t set_count;
    struct fault *faults;
    size_t max_faults, fault_count;
    bool out_of_memory;
    /* rows of the vocabulary that still grow */
    size_t type_size, term_size, value_size, phrase_size, part_size, step_size;
    /* literal -> atom, in the order in which they were met */
    struct pair *members;
    size_t member_count, member_size;
    /* finds an atom by its literals */
    uint32_t *slots;                /* atom + 1; 0: free */
    struct literals *atom_literals; /* by atom */
    size_t literal_size;
};

bool build_begin(struct vocabulary_builder *b);
/* Room for one more row at *rows; false, and out_of_memory set, when there is none. */
bool rows_grow(struct vocabulary_builder *b, void **rows, size_t count, size_t *size, size_t item);
/* Compiles the phrase into rows; on a mistake in it the fault names `where` (file and line). */
void build_phrase(struct vocabulary_builder *b, const struct data *where, struct phrase row);
/* Lays out the references and seals the matcher. false: out of memory. */
bool build_finish(struct vocabulary_builder *b);
/* The next fault to fill, placed where `at` was written; NULL when there is no room. */
struct fault *build_fault(struct vocabulary_builder *b, const struct data *at);
/* Reads all packs into rows. */
void build_packs(struct vocabulary_builder *b, const struct data *const *packs, size_t count);

#endif
