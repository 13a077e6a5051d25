/* What a contract calls its two sides: 甲 and 乙, "Provider", the names of companies. Private to the language floor. */
#ifndef KIJUN_LANGUAGE_PARTIES_H
#define KIJUN_LANGUAGE_PARTIES_H

#include "language/reading.h"

enum { PARTY_NAMES = 16 };

struct party_name {
    const char *at;             /* normalised */
    size_t len;
    enum duty side;
};

struct parties {
    struct parties *next;
    const struct contract *contract;
    size_t count;
    struct party_name names[PARTY_NAMES];
};

/* The names of the contract that this clause stands in; never NULL: without names when there are none or memory is out.
 * A side that the document does not say is found from the other one or, for 甲 and 乙, from who pays whom. */
const struct parties *parties_of(struct reading *r, const struct clause *c);

#endif
