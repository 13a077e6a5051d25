/* The words for outcomes and grades. */
#include "rules/result.h"

struct words {
    const char *name, *words[LANGUAGE_COUNT];
};

static const struct words outcomes[OUTCOME_COUNT] = {
    [OUTCOME_PASS] = {"pass", {"pass", "適合"}},
    [OUTCOME_FAIL] = {"fail", {"fail", "不適合"}},
    [OUTCOME_INDETERMINATE] = {"indeterminate", {"could not be judged", "判定不能"}},
    [OUTCOME_NOT_APPLICABLE] = {"not-applicable", {"not applicable", "対象外"}},
    [OUTCOME_ERROR] = {"error", {"error", "エラー"}},
    [OUTCOME_WAIVED] = {"waived", {"waived", "例外承認"}},
};

static const struct words grades[GRADE_COUNT] = {
    [GRADE_NONE] = {"none", {"none", "なし"}},
    [GRADE_OBSERVATION] = {"observation", {"observation", "観察事項"}},
    [GRADE_MINOR] = {"minor", {"minor nonconformity", "軽微な不適合"}},
    [GRADE_MAJOR] = {"major", {"major nonconformity", "重大な不適合"}},
};

const char *outcome_name(enum outcome o)
{
    return outcomes[o].name;
}

const char *outcome_words(enum outcome o, enum language l)
{
    return outcomes[o].words[l];
}

const char *grade_name(enum grade g)
{
    return grades[g].name;
}

const char *grade_words(enum grade g, enum language l)
{
    return grades[g].words[l];
}
