/* A supplier while a plan is made. Private to the plan. */
#ifndef KIJUN_REPORT_PLAN_PARTS_H
#define KIJUN_REPORT_PLAN_PARTS_H

#include "base/hash.h"
#include "report/plan.h"

struct candidate {
    struct plan_entry e;
    enum plan_basis must;       /* BASIS_COUNT: need not be in */
    day planned;
    enum plan_method last_method;
    bool individual, grave;     /* grave: an incident of high severity in the last year */
    struct hash lot;            /* of the seed and the supplier: the sample takes the least */
    char *block;                /* owned: the texts of e */
};

void candidates_free(struct candidate *all, size_t count);
/* Chooses and gives days; moves the chosen ones' texts into p->entries. 0, or -1 when memory is out. */
int plan_choose(struct plan *p, struct candidate *all, size_t count);

#endif
