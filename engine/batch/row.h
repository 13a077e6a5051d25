/* The summary of one result as bytes: what a worker sends, what the spool keeps, what the run report is made of. */
#ifndef KIJUN_BATCH_ROW_H
#define KIJUN_BATCH_ROW_H

#include "base/buffer.h"
#include "report/facts.h"
#include "report/run.h"
#include "rules/evaluate.h"

/* What one rule came to. */
struct row_rule {
    uint16_t rule;          /* index in ruleset_rules */
    uint16_t outcome;
    uint32_t findings;      /* failed ones */
};

struct row {
    struct run_row row;     /* its texts are borrowed from the bytes; `report` is NULL */
    size_t rule_count;
    const unsigned char *rules; /* rule_count times struct row_rule, unaligned: see row_rule_at */
};

/* Appends the summary of a result. `rules` are those of the ruleset, in their order. `facts`: NULL, or where facts for the
 * overview come from. */
void row_write(const struct result *r, const struct rule_info *const *rules, size_t rule_count,
               const struct facts_from *facts, struct buffer *out);
/* Reads it back; the bytes may come from a hostile worker: false when they do not hold together. */
bool row_read(const char *at, size_t len, size_t rule_count, struct row *out);
struct row_rule row_rule_at(const struct row *r, size_t i);
/* Fills `out`, rule_count bytes, with the outcome of each rule; OUTCOME_COUNT: not judged. */
void row_outcomes(const struct row *r, size_t rule_count, unsigned char *out);

#endif
