/* Adds up the rows of a run. */
#ifndef KIJUN_BATCH_TOTALS_H
#define KIJUN_BATCH_TOTALS_H

#include "batch/row.h"

/* The rules of the report, with nothing counted yet; NULL: out of memory. The caller frees it. */
struct run_rule *totals_rules(const struct rule_info *const *rules, size_t count);
/* Adds one supplier. */
void totals_add(struct run_report *r, struct run_rule *rules, const struct row *row);
/* Nothing is counted any more. */
void totals_clear(struct run_report *r, struct run_rule *rules, size_t count);

#endif
