/* Results made by hand, as small as the register allows. */
#ifndef KIJUN_TESTS_REGISTER_EXAMPLE_H
#define KIJUN_TESTS_REGISTER_EXAMPLE_H

#include <stdbool.h>

#include "register/ledger.h"

enum { EXAMPLE_RULES = 4 };

/* What one supplier's rules came to: for each rule, the outcome; a fail or waived has one finding. */
struct example {
    const char *supplier, *tier;
    enum outcome outcome[EXAMPLE_RULES];
    enum grade grade;
    uint32_t line;
    const struct waiver_info *waiver; /* of what is waived; may be NULL */
};

void example_item(const struct example *e, struct buffer *out);
/* The fingerprint that example_item gives the finding of that rule. */
void example_fingerprint(const char *supplier, int rule, char out[33]);
/* A register in a file of its own below the test's temporary folder; records one run of `count` suppliers. */
void example_run(struct ledger *l, day as_of, const struct example *suppliers, int count,
                 const struct due_terms *terms);

#endif
