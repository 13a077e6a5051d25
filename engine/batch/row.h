/* The summary of one result as bytes: what a worker sends, what the spool keeps, what the run report is made of. */
#ifndef KIJUN_BATCH_ROW_H
#define KIJUN_BATCH_ROW_H

#include "base/buffer.h"
#include "report/facts.h"
#include "report/run.h"
#include "rules/evaluate.h"

/* What one rule came to; as it stands in the bytes. */
struct row_rule {
    uint16_t rule;          /* index in ruleset_rules */
    uint8_t outcome;
    uint8_t findings;       /* failed ones */
};
_Static_assert(JUDGE_FINDINGS <= UINT8_MAX, "the findings of one rule fit");

struct row {
    struct run_row row;     /* its texts are borrowed from the bytes; `report` is NULL */
    size_t rule_count;
    const unsigned char *rules; /* rule_count times struct row_rule, unaligned: see row_rule_at */
    day from, until;            /* the result is the same on every day of [from, until); DAY_NONE: no bound */
    bool lasting;               /* the same documents come to the same: no accident was part of it */
    const char *inputs;         /* see row_input */
    size_t inputs_len;
};

/* A document that was read. */
struct row_input {
    const char *file;           /* relative to the subject */
    bool hashed;
    struct sha256 content;
};

/* Appends the summary of a result. `rules` are those of the ruleset, in their order. `facts`: NULL, or where facts for the
 * overview come from. `lasting`: nothing besides the result itself speaks against it. */
void row_write(const struct result *r, const struct rule_info *const *rules, size_t rule_count,
               const struct facts_from *facts, bool lasting, struct buffer *out);
/* Appends the summary again with what this history says; NULL: none. */
void row_renew(const char *at, size_t len, const struct history *h, struct buffer *out);
/* Reads it back; the bytes may come from a hostile worker: false when they do not hold together. */
bool row_read(const char *at, size_t len, size_t rule_count, struct row *out);
/* The input at *place (0 at first), which goes on to the next; false at the end. */
bool row_input(const struct row *r, size_t *place, struct row_input *out);
struct row_rule row_rule_at(const struct row *r, size_t i);
/* Fills `out`, rule_count bytes, with the outcome of each rule; OUTCOME_COUNT: not judged. */
void row_outcomes(const struct row *r, size_t rule_count, unsigned char *out);

#endif
