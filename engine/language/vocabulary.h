/* The compiled vocabulary: flat arrays that refer to one another by index. Private to the language floor.
 *
 *     literal (matcher)  ->  atoms: the steps of phrases it belongs to  ->  phrases whose rarest step that is
 *
 * A phrase is looked at only when its rarest step was seen in the sentence. */
#ifndef KIJUN_LANGUAGE_VOCABULARY_H
#define KIJUN_LANGUAGE_VOCABULARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "language/matcher.h"
#include "language/recognise.h"

enum {
    VOCABULARY_TYPES = 500,
    VOCABULARY_TERMS = 2000,    /* over all types */
    VOCABULARY_PHRASES = 20000,
    VOCABULARY_ARENA = 64 * 1024 * 1024,
    NO_INDEX = UINT16_MAX
};

/* What a phrase is evidence of. */
enum phrase_use {
    USE_HEADING,    /* of a type, in a heading */
    USE_BODY,       /* of a type, in prose; negative points speak against it */
    USE_DECOY,      /* hides the words below it from the other phrases of the type */
    USE_NEAR,       /* a value in this sentence may be the term's */
    USE_FAR,        /* a value in this sentence is not the term's */
    USE_VALUE,      /* a choice or flag has this value */
    USE_VAGUE,      /* a commitment without a number */
    USE_INTERVAL,   /* a frequency that is a word: quarterly */
    USE_ROLE,       /* calls a side by its role: its value is an enum duty */
    USE_EVENT,      /* from when a time runs: its value is the event */
    USE_HELD        /* the one who acts here is the one to whom it is owed: its value is the clause type */
};

/* Points of evidence. 100 is sure by itself. */
enum {
    POINTS_SURE = 100,
    POINTS_STRONG = 60,
    POINTS_WEAK = 30,
    POINTS_AGAINST = -100,
    POINTS_DENIED = -10000,     /* takes away what the headings gave, too */
    POINTS_HEADING = 100,
    POINTS_HEADING_HINT = 50,
    POINTS_PARENT = 70      /* the heading of the clause above */
};

/* Who owes: the duties of a clause type are looked for on this side. */
enum owes { OWES_ANYONE, OWES_SUPPLIER, OWES_CUSTOMER };

/* How a length of time is meant. */
enum time_mode {
    TIME_ANY = 0,
    TIME_LIMIT = 1,     /* within, 以内 */
    TIME_NOTICE = 2,    /* prior notice of, 前までに */
    TIME_PERIOD = 4     /* for a period of, 間 */
};

/* What is looked for in a text: in headings other phrases than in prose. */
enum text_kind { TEXT_PROSE, TEXT_HEADING, TEXT_KINDS };

struct literal {
    uint32_t first[TEXT_KINDS + 1]; /* in atom_refs: the atoms that matter there; they end where the next begin */
    uint32_t len;
    uint32_t open;              /* the sides at which one of its members is open */
};

/* A literal as a member of an atom: "audit*" is the literal "audit" open at its end. One that is keyed is, in such a
 * text, the rarest step of some phrase. */
enum { MEMBER_OPEN_BEFORE = 1, MEMBER_OPEN_AFTER = 2, MEMBER_KEYED = 4, MEMBER_SHIFT = 3 };

/* Decoys are matched before all others, phrases of headings only there. */
enum phrase_class { CLASS_DECOY, CLASS_HEADING, CLASS_BODY, PHRASE_CLASSES };

struct atom {
    uint32_t first_phrase;      /* in phrase_refs: the phrases that this is the rarest step of, class by class */
    uint16_t counts[PHRASE_CLASSES];
    uint16_t uses;              /* in how many phrases it stands */
    uint8_t kinds;              /* of text in which it matters: 1 << enum text_kind */
};

struct step {
    uint32_t atom;
    uint16_t gap;
};

struct part {
    uint32_t first_step;
    uint8_t step_count;
    bool negated;
};

struct phrase {
    enum phrase_use use;
    int16_t points;
    uint16_t type, term, value; /* NO_INDEX where it has none */
    uint32_t first_part;        /* those that are negated stand last */
    uint32_t first_step;        /* of all parts that are not negated, one after the other */
    uint8_t part_count, steps_needed;
    const char *text;           /* as it was written */
};

/* Which way the one to whom it is owed is better off. */
enum better { BETTER_UNKNOWN, BETTER_LESS, BETTER_MORE /* of a flag: yes */, BETTER_LISTED /* of a choice: best first */ };

struct vocabulary_value {
    const char *name;           /* of a choice: "prior-written"; of a flag: "yes" or "no" */
    struct duration every;      /* of a frequency word */
    const char *title[LANGUAGE_COUNT]; /* of an event */
};

struct vocabulary_term {
    const char *name;
    uint16_t type;              /* clause type */
    enum value_type holds;
    unsigned modes;             /* of enum time_mode, 0: any */
    bool vague, has_near, months;
    bool silent_is_best;        /* that nothing is said is better than anything */
    uint8_t better;             /* enum better */
    uint8_t listed;
    const char **best;          /* `listed` choices, the best first */
    uint16_t first_value, value_count; /* in the order in which they are tried */
};

struct vocabulary_type {
    const char *name;
    const char *title[LANGUAGE_COUNT];
    enum owes owes;
    bool may_is_right;          /* "may" gives the other side a right: the Customer may audit */
    bool has_held;
    const char **term_names;    /* NULL-terminated */
};

struct vocabulary {
    struct arena *arena;
    int32_t sure, maybe;        /* thresholds in points */
    struct matcher *matcher;
    struct literal *literals;
    uint32_t *atom_refs;        /* atom << MEMBER_SHIFT | MEMBER bits */
    struct atom *atoms;
    uint32_t *phrase_refs;
    struct phrase *phrases;
    struct part *parts;
    struct step *steps;
    size_t literal_count, atom_count, phrase_count, part_count, step_count;
    struct vocabulary_type *types;
    struct vocabulary_term *terms;
    struct vocabulary_value *values;
    size_t type_count, term_count, value_count;
    const char **type_names;    /* NULL-terminated */
};

/* NO_INDEX when there is none. */
uint16_t vocabulary_type_index(const struct vocabulary *v, const char *name);
uint16_t vocabulary_term_index(const struct vocabulary *v, uint16_t type, const char *name);

#endif
