/* One pass over the normalised text of a clause: which phrases of the vocabulary stand in which sentence. */
#ifndef KIJUN_LANGUAGE_SCAN_H
#define KIJUN_LANGUAGE_SCAN_H

#include "language/normalise.h"
#include "language/vocabulary.h"

enum {
    SCAN_SENTENCE = 3000,   /* bytes: a longer sentence is cut, so that the work per sentence is bounded */
    SCAN_HITS = 4096,       /* words of the vocabulary in one sentence */
    SCAN_CHAIN = 24,        /* places of one step in one sentence that are followed up */
    SCAN_DECOYS = 64        /* in one sentence */
};

/* A phrase that was found; offsets are bytes of the normalised text. */
struct fired {
    uint32_t phrase, sentence;
    uint32_t start, end;
};

struct scan_hit { uint32_t start, end, next; };
struct scan_atom { uint32_t stamp, first, last; };
struct scan_decoy { uint16_t type; uint32_t start, end; };

struct scan {
    const struct vocabulary *v;
    struct arena *arena;
    const struct normal *text;
    enum text_kind kind;
    uint32_t *ends;             /* of the sentences */
    size_t sentence_count, sentence_size;
    size_t sentence;            /* the one that is being read */
    uint32_t stamp;             /* counts sentences over all texts: states of older ones are void */
    struct scan_atom *atoms;
    uint32_t *touched;          /* those of this sentence that are keyed */
    size_t touched_count;
    struct scan_hit *hits;
    size_t hit_count;
    struct scan_decoy decoys[SCAN_DECOYS];
    size_t decoy_count;
    struct fired *fired;
    size_t fired_count, fired_size;
};

/* false: the arena is exhausted. */
bool scan_init(struct scan *s, const struct vocabulary *v, struct arena *arena);
/* Fills ends and fired, replacing what was there. */
void scan_run(struct scan *s, const struct normal *text, enum text_kind kind);
/* The index of the sentence that holds this offset. */
uint32_t scan_sentence_of(const struct scan *s, uint32_t offset);

#endif
