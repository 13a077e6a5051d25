/* Taking notes of what an example reaches. Private to the rules floor. */
#ifndef KIJUN_RULES_COVERAGE_NOTE_H
#define KIJUN_RULES_COVERAGE_NOTE_H

#include "rules/coverage.h"
#include "rules/ruleset.h"
#include "rules/sandbox.h"

struct coverage_notes {
    const struct rule *rule;
    unsigned char *runnable, *reached; /* by line */
    size_t line_count;
    struct covered_outcome *outcomes;
    size_t outcome_count;
    size_t example_count;
};

/* Works out what the rule has, by compiling it in `compiler`; everything is made in `arena`. NULL: out of memory, or
 * code that is not understood. */
struct coverage_notes *coverage_begin(const struct rule *r, struct sandbox *compiler, struct arena *arena);
/* The outcomes that an example came to. */
void coverage_note(struct coverage_notes *n, const struct result *result);
/* The sum; in `arena`. false: out of memory. */
bool coverage_end(const struct coverage_notes *n, struct arena *arena, struct rule_coverage *out);

#endif
