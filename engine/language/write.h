/* What the writers of recognised clauses share. Private to the language floor. */
#ifndef KIJUN_LANGUAGE_WRITE_H
#define KIJUN_LANGUAGE_WRITE_H

#include "language/reading.h"

enum { WRITE_WORDS = 160 /* bytes of a quotation */, WRITE_TERMS = 64 };

/* A term of one of the types that the clause surely has, sub-clauses heeded. */
struct shown_term {
    const char *type;
    const struct read_term *read;
};

/* Up to WRITE_TERMS of them; returns the number. */
size_t write_terms(struct reading *r, const struct clause *c, struct shown_term *out);
/* True if the words of this candidate are sure of it, or the document declares it. */
bool write_is_sure(const struct reading *r, const struct clause_reading *c, const struct read_type *t);
/* The span with the words that it cuts at its ends made whole: a phrase may ask for the beginning of a word only. */
struct span write_whole(const struct span *s, const struct clause *c);
/* What says which words decided when there are none of the clause's own: ", by the heading above"; "" otherwise. */
const char *write_heading_words(const struct read_type *t, enum language l);
const char *write_state_name(enum term_state s);    /* "stated" */
const char *write_duty_words(enum duty duty, enum language l); /* ", owed by the supplier"; "" when nobody is said to */
const char *write_duty_name(enum duty duty);        /* "supplier"; NULL when nobody is said to owe it */

void write_text(struct reading *r, const struct subject *s, enum language l, struct buffer *out);
void write_json(struct reading *r, const struct subject *s, struct buffer *out);
void write_html(struct reading *r, const struct subject *s, enum language l, struct buffer *out);

#endif
