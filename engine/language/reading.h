/* The readings of one subject, as the files of this floor share them. Private to the language floor. */
#ifndef KIJUN_LANGUAGE_READING_H
#define KIJUN_LANGUAGE_READING_H

#include "language/normalise.h"
#include "language/scan.h"
#include "language/values.h"
#include "language/vocabulary.h"

/* A word that bears on a term, with its place in the text and in the document. */
struct cue {
    uint16_t term, value;       /* NO_INDEX where it has none */
    uint8_t use;                /* enum phrase_use */
    uint32_t sentence, start, end;
    struct span span;
};

/* A side that acts, or is acted towards, in a sentence. */
struct actor {
    uint32_t sentence, start, end;
    uint8_t side;               /* enum duty */
    uint8_t how;                /* enum actor_how */
    bool may, demands;          /* is allowed to; may demand it of the other side */
};

struct placed_value {
    struct found_value found;
    uint32_t sentence;
    struct span span;
};

struct placed_blank {
    enum value_type type;       /* what seems to be left open: a duration, a percentage, an amount; else VALUE_NONE */
    uint32_t sentence, start, end;
    struct span span;
};

/* A term that was chosen once stays chosen. */
struct kept_term {
    struct kept_term *next;
    uint16_t term;
    bool found;
    struct read_term read;
};

/* Who owes the clause and those below it as a type. */
struct kept_duty {
    struct kept_duty *next;
    const char *type;
    unsigned duty;              /* enum duty */
};

/* What the heading of a clause says for the clauses below it: the most points of each type. */
struct headed { uint16_t type; int32_t points; };

/* Everything known about one clause. */
struct clause_state {
    struct clause_reading reading;
    bool typed;                 /* `reading` is filled */
    bool scanned;               /* what follows is filled, up to `kept` */
    size_t word_type_count;     /* the types that the words say, whatever is declared */
    const struct read_type *word_types;
    size_t cue_count, value_count, blank_count, vague_count, actor_count;
    const struct actor *actors;
    const struct cue *cues;     /* vague words and frequencies among them */
    const struct placed_value *values;
    const struct placed_blank *blanks;
    const struct span *vague, *blank_spans;
    struct kept_term *kept;
    struct kept_duty *duties;
    bool referred;              /* the references were looked for */
    size_t reference_count;
    const struct reference *references;
    bool has_headed;            /* `headed` is filled */
    size_t headed_count;
    const struct headed *headed;
};

/* Numbers of a clause from the article down. Letters and の-numbers have ranges of their own, so that 2(a) is not 2.1. */
enum { PATH_PARTS = 6, PATH_LETTER = 100000, PATH_BRANCH = 200000 };

enum { TALLY_RANGES = 8 /* separate places in one sentence that are added up */ };

/* Points of one type while a clause is read. */
struct tally {
    int32_t total, sentence_total, best;
    int32_t heading;            /* of `total`: what the headings gave */
    uint8_t duty, sentence_duty; /* bits of enum duty */
    bool spoken_against, denied; /* in this sentence; in any: the words say that there is no such duty */
    uint32_t sentence;
    struct span words;          /* of the best */
    bool from_heading, met;
    uint8_t counted;
    struct { uint32_t start, end; int32_t points; } ranges[TALLY_RANGES];
};

/* An effective clause under the hash of the name of a type that it is or may be of. */
struct type_entry { uint32_t hash, place, next; };
/* Entries and earlier answers whose hashes leave the same remainder. */
enum { TYPE_CHAINS = 64 };
struct type_chain {
    uint32_t first, last;       /* in entries; 0: none */
    struct kept_find *finds;
};

/* The clauses of a type, once they were asked for. */
struct kept_find {
    struct kept_find *next;
    const char *type;
    uint32_t hash;              /* of the type's name */
    int wanted;                 /* as worth() says */
    size_t count;
    const struct clause_reading *const *list;
};

/* A clause by its numbers. */
struct path {
    uint8_t count;
    uint32_t parts[PATH_PARTS];
};
struct numbered {
    struct path path;
    const struct clause *clause;
};
struct numbers {
    struct numbers *next;
    const struct contract *contract;
    size_t count;
    struct numbered *at;        /* sorted */
};

struct definitions {
    struct definitions *next;
    const struct contract *contract;
    size_t count;
    struct defined *at;
};

struct reading {
    const struct vocabulary *v;
    const struct subject *subject;
    struct arena *arena;
    struct memo *memo;              /* NULL: nothing is remembered */
    day as_of;
    struct clause_state **states;   /* by ordinal of the clause */
    bool ready;                     /* the scratch below is allocated */
    struct normal body, head;
    struct scan scan;
    struct tally *tallies;          /* by type */
    struct placed_value *values;    /* found in the clause that is being read */
    struct placed_blank *blanks;
    size_t value_size, blank_size;
    uint16_t *met;                  /* the types with points */
    size_t met_count;
    uint32_t *phrase_stamps, stamp; /* a phrase counts once in a clause */
    bool found;                     /* the list below is filled */
    const struct clause **effective;
    size_t effective_count;
    struct type_entry *entries;     /* from 1 on; those of a hash are chained in the order of the clauses */
    uint32_t entry_count;
    struct type_chain chains[TYPE_CHAINS];
    struct parties *parties;        /* of the contracts that were looked at, the last one first */
    struct numbers *numbers;        /* of the contracts in which references were followed */
    struct definitions *definitions; /* of the contracts in which they were asked for */
    struct normal reference;        /* the text in which they stand */
    struct read_term *terms;        /* of the clause that is asked for them */
    size_t term_size;
    struct actor *actors;           /* of the text that is being read */
    size_t actor_count;
};

/* The state of a clause, made on first use; NULL: the arena is exhausted. */
struct clause_state *reading_state(struct reading *r, const struct clause *c);
/* The same, with its words read. */
struct clause_state *reading_scanned(struct reading *r, const struct clause *c);
/* The type's term in the words of the clause itself; NULL if they do not say. */
const struct read_term *choose_term(struct reading *r, const struct clause *c, uint16_t term);
bool is_clause(const struct node *n);
/* The prose whose last sentence an item of a list may go on from: the last of the clause above; NULL: none. */
const struct prose *reading_above(const struct clause *c);

#endif
