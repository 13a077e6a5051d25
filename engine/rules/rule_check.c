/* Mistakes in the code of a rule that can be found without running it. */
#include "rules/loading.h"

void rule_check(struct loading *l, struct rule *r)
{
    (void)l, (void)r;
}
