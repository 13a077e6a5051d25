/* Who acts in a sentence: "the Supplier shall", 甲は…することができる. Private to the language floor. */
#ifndef KIJUN_LANGUAGE_ACTORS_H
#define KIJUN_LANGUAGE_ACTORS_H

#include "language/parties.h"
#include "language/reading.h"
#include "language/scan.h"

/* How a side is mentioned. */
enum actor_how {
    ACTOR_SUBJECT,  /* the Supplier shall; 乙は */
    ACTOR_NAMED,    /* 乙が: of a clause within the sentence */
    ACTOR_AGENT,    /* shall be done by the Supplier; 乙の責任で */
    ACTOR_TOWARDS   /* notify the Customer; 甲に, 甲の承諾: the other side acts */
};

/* Finds those of the text that was scanned last, in the order of the text. Returns the number; *out is in the arena,
 * NULL when there are none. */
size_t actors_find(struct reading *r, const struct parties *p, struct actor **out);

#endif
