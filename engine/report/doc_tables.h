/* Controls and the rules that serve them. Private to the report floor. */
#ifndef KIJUN_REPORT_DOC_TABLES_H
#define KIJUN_REPORT_DOC_TABLES_H

#include "report/doc.h"

enum { SERVED = 1000 };

/* One control of a standard in pack.lua. */
struct served {
    const char *standard, *clause;
};

/* All controls of the pack's manifest, by standard and number; how many. */
size_t served_controls(const struct ruleset *r, struct served out[SERVED]);
void serving_rules(const struct ruleset *r, const struct served *control,
                   void (*each)(void *context, const struct rule_info *, bool first), void *context);
/* As strcmp, but numbers count as numbers. */
int control_order(const char *a, const char *b);

struct page;
/* The clause types of the pack's own vocabulary with their terms; nothing when it has none. */
void doc_types(const struct ruleset *r, struct page *p);

#endif
