/* What is in force for a supplier and why, and one rule judged alone. */
#ifndef KIJUN_RULES_EXPLAIN_H
#define KIJUN_RULES_EXPLAIN_H

#include "rules/evaluate.h"

/* Who said so: a line of a policy; file NULL: the rule itself, or its pack. */
struct origin {
    const char *file;
    uint32_t line;
};

struct effective_param {
    const char *name;
    struct value value, standard;       /* in force; the rule's own */
    struct origin origin;
};

/* A rule as it is in force. */
struct effective {
    const struct rule_info *rule;
    bool on;
    enum grade grade;
    struct origin on_origin, grade_origin;
    size_t param_count;
    const struct effective_param *params;
};

/* All rules by id, as they are for this subject (NULL: for one that no selector chooses). *count of them, in `arena`; NULL:
 * out of memory. */
const struct effective *explain_effective(const struct ruleset *r, const struct subject *s, struct arena *arena,
                                          size_t *count);
/* Judges a subject by one rule alone, with the parameters and the grade that the policy gives; as judge_subject. A rule that
 * the policy switches off for this subject is judged all the same. */
const struct result *explain_judge(struct judge *j, const struct ruleset *r, const struct rule_info *rule,
                                   const struct subject *s, const struct fault *why, const char *path, day as_of,
                                   struct arena *subject_arena, struct arena *arena);

#endif
