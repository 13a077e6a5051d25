/* Private to the plan. */
#ifndef KIJUN_REPORT_PLAN_WORDS_H
#define KIJUN_REPORT_PLAN_WORDS_H

#include "report/plan.h"

const char *plan_method_words(enum plan_method m, enum language l);
const char *plan_basis_words(enum plan_basis b, enum language l);
void plan_reason_words(enum plan_reason r, int64_t count, enum language l, struct buffer *out);
/* "risk score 20 (+20), major findings: 3 (+9)" */
void plan_reasons(const struct plan_entry *e, enum language l, struct buffer *out);

/* plan_calendar.c */
void plan_calendar(const struct plan *p, enum language l, struct buffer *out);

#endif
