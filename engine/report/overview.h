/* The rows of a run in the order in which people want them. Private to the report floor. */
#ifndef KIJUN_REPORT_OVERVIEW_H
#define KIJUN_REPORT_OVERVIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "report/say.h"

/* Lets the run write away what the buffer holds, when that is much. */
void run_drain(const struct run_report *r, struct buffer *out);

/* The worst rows of a run, worst first. Copies what it needs of each row, so rows may be streamed. */
struct worst_row {
    struct run_row row;
    char *texts;            /* owned: what the row's pointers point to */
};

struct worst {
    struct worst_row *rows;
    size_t count;
    uint64_t left_out;      /* rows of the run that are not among these */
};

/* At most `most` rows; false when memory is out. The order: what could not be judged at all, then majors, minors,
 * incomplete, observations, risk score, supplier id. */
bool worst_collect(const struct run_report *r, size_t most, struct worst *out);
void worst_free(struct worst *w);
/* <0 when a comes first. */
int worst_compare(const struct run_row *a, const struct run_row *b);

/* Rules with findings or open judgements, most suppliers hit first: indices into r->rules. The caller frees. */
size_t *rules_by_hits(const struct run_report *r, size_t *count);
uint32_t rule_hits(const struct run_rule *rule);  /* suppliers with a finding */
uint32_t rule_open(const struct run_rule *rule);  /* suppliers where it could not be judged */

enum verdict row_verdict(const struct run_row *row);
/* "12 suppliers: 3 without findings, ..." in one sentence. */
void say_run_verdict(const struct view *v, const struct run_report *r);
/* "12,000 more suppliers are in the JSON report." */
void say_left_out(const struct view *v, uint64_t count);
/* The title of a rule, its placeholders standing for whatever each supplier's parameters were. */
void say_rule_title(const struct view *v, const struct rule_info *rule);

#endif
