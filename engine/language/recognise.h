/* What a clause says: its type and its commitments, from its words, with the words that decided.
 *
 * Deterministic and explainable: a vocabulary (plain data in a rule pack) is compiled once into matchers; reading a
 * clause never fails, it finds more or less. A reading is made lazily, clause by clause, and kept for the subject. */
#ifndef KIJUN_LANGUAGE_RECOGNISE_H
#define KIJUN_LANGUAGE_RECOGNISE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/data.h"
#include "base/fault.h"
#include "documents/model.h"

/* A piece of the original text of a clause. Offsets are bytes in the prose node's text, before normalisation. */
struct span {
    const struct prose *prose;  /* NULL: the span lies in the heading of the clause */
    uint32_t start, len;
};

/* ---- vocabulary ---- */

struct vocabulary;
/* Compiles the vocabulary of one or more packs (their `vocabulary.lua` as data; later ones extend earlier ones).
 * The format is documented in rules/README.md. All mistakes are reported, up to `max_faults`; returns NULL if there
 * is any. The result is immutable and may be shared by threads; it keeps no pointer into `packs`. */
struct vocabulary *vocabulary_compile(const struct data *const *packs, size_t count, struct fault *faults,
                                      size_t max_faults, size_t *fault_count);
/* The same, into an arena of the caller's: vocabulary_free does nothing then. */
struct vocabulary *vocabulary_compile_into(struct arena *arena, const struct data *const *packs, size_t count,
                                           struct fault *faults, size_t max_faults, size_t *fault_count);
void vocabulary_free(struct vocabulary *v);
/* Clause types and term names that exist, for the checks of the pack loader. NULL-terminated, owned by v. */
const char *const *vocabulary_clause_types(const struct vocabulary *v);
const char *const *vocabulary_terms(const struct vocabulary *v, const char *clause_type); /* NULL: no such type */
/* What the term holds; VALUE_NONE if there is no such term in that type. */
enum value_type vocabulary_term_type(const struct vocabulary *v, const char *clause_type, const char *term);
const char *vocabulary_title(const struct vocabulary *v, const char *clause_type, enum language language);

/* ---- what was read ---- */

enum term_state {
    TERM_STATED,  /* has a value */
    TERM_VAGUE,   /* promptly, 速やかに: a commitment without a number */
    TERM_BLANK    /* ◯時間, ____, [TBD]: left open */
};

struct read_term {
    const char *name;           /* "report-within" */
    enum term_state state;
    bool declared;              /* from a term element; its place is `node` */
    struct value value;         /* when TERM_STATED */
    struct span words;          /* the words that say it; prose NULL and len 0 when declared and nobody says by which */
    const char *from;           /* of a length of time: the event from which it runs, "awareness"; NULL: not said */
    const char *from_title[LANGUAGE_COUNT];
    struct span from_words;
    const struct node *node;    /* the term element or the clause */
    /* A declared term whose prose says something else: the recognised one, else NULL. Law 9. */
    const struct read_term *contradicts;
};

/* Which side owes what a clause is about. Bits: both is both. */
enum duty {
    DUTY_UNSAID = 0, DUTY_SUPPLIER = 1, DUTY_CUSTOMER = 2, DUTY_BOTH = 3,
    DUTY_OPEN = 4   /* a bit more: something of it is said of nobody in particular */
};

struct read_type {
    const char *type;
    int32_t weight;             /* sum of the evidence, in points; 100 is sure */
    enum duty duty;             /* by the clause's own words; reading_duty heeds its sub-clauses, too */
    struct span words;          /* the strongest evidence */
    bool from_heading;
};

/* The type of a clause. Cheap when the document declares it: nothing is read then. */
struct clause_reading {
    const struct clause *clause;
    bool declared;              /* the document says the type */
    bool sure;                  /* declared, or the first candidate is over the vocabulary's threshold */
    size_t type_count;          /* a clause may be of several types: all candidates, heaviest first */
    const struct read_type *types;
};

/* Texts that were read are remembered from subject to subject: contracts share most of their wording. The same text
 * reads the same, so that a memo changes no answer. For one thread and one vocabulary. NULL: out of memory. */
struct memo;
struct memo *memo_new(void);
void memo_free(struct memo *m);

/* What a change means for the one to whom a term is owed, as the vocabulary says (`better`). NULL: it is not said. */
enum bearing { BEARING_NONE /* the same */, BEARING_UNKNOWN, BEARING_BETTER, BEARING_WORSE };
enum bearing vocabulary_bearing(const struct vocabulary *v, const char *clause_type, const char *term,
                                const struct read_term *before, const struct read_term *after);
/* The same of a duty that moved from one side to the other. */
enum bearing vocabulary_duty_bearing(const struct vocabulary *v, const char *clause_type, enum duty before, enum duty after);

/* All readings of one subject. Lives in the subject's arena. `memo` may be NULL. */
struct reading;
struct reading *reading_new(const struct vocabulary *v, const struct subject *s, day as_of, struct memo *memo,
                            struct arena *arena);
/* The reading of one clause: its own prose and heading and, for types that are stated in a parent, its children's.
 * NULL only when the arena is exhausted. */
const struct clause_reading *reading_clause(struct reading *r, const struct clause *c);

/* The clauses of a type that are effective on the as-of date, the one that governs first: in contracts in force,
 * amendments before what they amend, then the more specific kind (nda, sla, dpa) for the types it is about, then the
 * later effective date, then document order. Declared and sure ones only, and none that the wrong side owes. Returns the number; *out is in the arena. */
size_t reading_find(struct reading *r, const char *type, const struct clause_reading *const **out);
/* Clauses surely of this type in which the side owes it alone that must not: an incident report that the customer owes
 * to the supplier. reading_find leaves them out. */
size_t reading_misdirected(struct reading *r, const char *type, const struct clause_reading *const **out);
/* Who owes what the clause with its sub-clauses says as this type: as the document declares it, else by the words. */
enum duty reading_duty(struct reading *r, const struct clause_reading *c, const char *type);
/* Clauses that may be of this type but are not sure: when reading_find gives none and this gives some, the answer is
 * indeterminate, not absent. */
size_t reading_unsure(struct reading *r, const char *type, const struct clause_reading *const **out);
/* The term of that name in a clause or its sub-clauses: declared before recognised, stated before vague before blank;
 * NULL if it is not there. `type` is the clause type that was asked for (a clause may be of several); NULL: its first.
 * `contradicts` is not filled here. */
const struct read_term *reading_term(struct reading *r, const struct clause_reading *c, const char *type,
                                     const char *name);

/* What costs a look at the words even when everything is declared; each is read on demand and kept. Own prose only,
 * not that of sub-clauses. */

/* All terms of the clause: declared and recognised, of all its sure types. */
size_t reading_terms(struct reading *r, const struct clause *c, const struct read_term **out);
/* The declared terms whose prose says something else, `contradicts` filled in. Law 9. */
size_t reading_contradictions(struct reading *r, const struct clause *c, const struct read_term **out);
/* The type that the words clearly say when another one is declared, or NULL. */
const struct read_type *reading_mistyped(struct reading *r, const struct clause *c);
/* A place that names another clause of the same contract. */
struct reference {
    struct span words;          /* "Section 5.2" */
    const struct clause *target;    /* NULL: the contract has no such clause */
};
/* The references in the clause's own prose, in the order of the text; those to laws are left out. */
size_t reading_references(struct reading *r, const struct clause *c, const struct reference **out);
/* A word that the contract defines. */
struct defined {
    const char *term;           /* as it is defined, words.len bytes, not NUL-terminated */
    struct span words;          /* where it is defined */
    const struct clause *clause;    /* in which; NULL: in a definition outside the clauses */
};
/* The defined terms that the clause's own prose uses. */
size_t reading_defined(struct reading *r, const struct clause *c, const struct defined **out);
/* True if the clause is surely of a type whose duty lies on the wrong side alone. */
bool reading_is_misdirected(struct reading *r, const struct clause *c);
/* Every vague wording and every unfilled blank. */
size_t reading_vague(struct reading *r, const struct clause *c, const struct span **out);
size_t reading_blanks(struct reading *r, const struct clause *c, const struct span **out);

/* ---- text, for reports and for `recognise` ---- */

/* The words of a span, at most `max` bytes cut at a character, borrowed from the document. */
const char *span_words(const struct span *s, const struct clause *c, size_t max, size_t *len);
/* The line of a span: of its prose, plus the line breaks before it. */
uint32_t span_line(const struct span *s, const struct clause *c);
/* What was recognised in a subject, as text for a terminal, JSON or a page with the words marked. */
enum recognise_format { RECOGNISE_TEXT, RECOGNISE_JSON, RECOGNISE_HTML };
void recognise_write(struct reading *r, const struct subject *s, enum recognise_format format, enum language language,
                     struct buffer *out);

#endif
