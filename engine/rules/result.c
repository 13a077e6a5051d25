/* Names and words of outcomes and grades: names are for machines and never change, words are for people. */
#include "rules/result.h"

static const struct {
    const char *name;
    const char *words[LANGUAGE_COUNT];
} outcomes[OUTCOME_COUNT] = {
    [OUTCOME_PASS] = {"pass", {"conforms", "適合"}},
    [OUTCOME_FAIL] = {"fail", {"does not conform", "不適合"}},
    [OUTCOME_INDETERMINATE] = {"indeterminate", {"could not be judged", "判定不能"}},
    [OUTCOME_NOT_APPLICABLE] = {"not-applicable", {"not applicable", "対象外"}},
    [OUTCOME_ERROR] = {"error", {"error", "エラー"}},
    [OUTCOME_WAIVED] = {"waived", {"waived", "例外承認済"}},
};

static const struct {
    const char *name;
    const char *words[LANGUAGE_COUNT];
} grades[GRADE_COUNT] = {
    [GRADE_NONE] = {"none", {"ungraded", "区分なし"}},
    [GRADE_OBSERVATION] = {"observation", {"observation", "観察事項"}},
    [GRADE_MINOR] = {"minor", {"minor nonconformity", "軽微な不適合"}},
    [GRADE_MAJOR] = {"major", {"major nonconformity", "重大な不適合"}},
};

const char *outcome_name(enum outcome o)
{
    return (unsigned)o < OUTCOME_COUNT ? outcomes[o].name : "unknown";
}

const char *outcome_words(enum outcome o, enum language l)
{
    return (unsigned)o < OUTCOME_COUNT && (unsigned)l < LANGUAGE_COUNT ? outcomes[o].words[l] : "?";
}

const char *grade_name(enum grade g)
{
    return (unsigned)g < GRADE_COUNT ? grades[g].name : "unknown";
}

const char *grade_words(enum grade g, enum language l)
{
    return (unsigned)g < GRADE_COUNT && (unsigned)l < LANGUAGE_COUNT ? grades[g].words[l] : "?";
}
