/* The verdict on one subject, and the one sentence that says it. Incomplete is never clean. */
#include "report/say.h"

static const struct {
    const char *name;
    enum word word;
} verdicts[VERDICT_COUNT] = {
    [VERDICT_CONFORMS] = {"conforming", WORD_CONFORMS},
    [VERDICT_OBSERVED] = {"conforming-with-observations", WORD_CONFORMS_OBSERVED},
    [VERDICT_NONCONFORMING] = {"nonconforming", WORD_NOT_CONFORM},
    [VERDICT_INCOMPLETE] = {"incomplete", WORD_INCOMPLETE},
    [VERDICT_NOT_JUDGED] = {"not-judged", WORD_NOT_JUDGED},
};

const char *verdict_name(enum verdict d)
{
    return verdicts[d].name;
}

enum word verdict_word(enum verdict d)
{
    return verdicts[d].word;
}

static uint32_t open_judgements(const struct view *v)
{
    return v->outcomes[OUTCOME_INDETERMINATE] + v->outcomes[OUTCOME_ERROR] - v->engine_errors;
}

static uint32_t applicable(const struct view *v)
{
    return v->outcomes[OUTCOME_PASS] + v->outcomes[OUTCOME_FAIL] + v->outcomes[OUTCOME_WAIVED] + open_judgements(v);
}

static size_t unread_documents(const struct result *r)
{
    size_t n = 0;
    for (size_t i = 0; i < r->document_count; i++)
        n += r->documents[i].fault.id != FAULT_NONE;
    return n;
}

enum verdict verdict_of(const struct view *v)
{
    if (v->r->fault.id != FAULT_NONE || applicable(v) == 0) return VERDICT_NOT_JUDGED;
    if (v->grades[GRADE_MAJOR] || v->grades[GRADE_MINOR]) return VERDICT_NONCONFORMING;
    if (v->r->incomplete || open_judgements(v) || unread_documents(v->r)) return VERDICT_INCOMPLETE;
    return v->grades[GRADE_OBSERVATION] ? VERDICT_OBSERVED : VERDICT_CONFORMS;
}

/* ---- the sentence ---- */

struct counted {
    const char *one, *many; /* English, after the number */
    const char *before, *after; /* Japanese, around the number */
};

static const struct counted
    majors = {" major nonconformity", " major nonconformities", "重大な不適合", "件"},
    minors = {" minor nonconformity", " minor nonconformities", "軽微な不適合", "件"},
    observations = {" observation", " observations", "観察事項", "件"},
    requirements = {" requirement", " requirements", "要求事項", "件"},
    documents = {" document", " documents", "文書", "件"};

static void say_counted(const struct view *v, const struct counted *c, uint64_t n)
{
    bool ja = v->l == LANGUAGE_JA;
    if (ja) raw(v, c->before);
    say_int(v, (int64_t)n);
    raw(v, ja ? c->after : n == 1 ? c->one : c->many);
}

/* Joins up to three counts that are not zero: "2 a, 1 b and 3 c". */
static void say_counts(const struct view *v, const struct counted *const *c, const uint64_t *n, size_t count)
{
    size_t left = 0;
    for (size_t i = 0; i < count; i++) left += n[i] != 0;
    for (size_t i = 0; i < count; i++) {
        if (!n[i]) continue;
        say_counted(v, c[i], n[i]);
        left--;
        if (left) raw(v, v->l == LANGUAGE_JA ? "、" : left == 1 ? " and " : ", ");
    }
}

static void say_findings_counted(const struct view *v)
{
    const uint32_t *g = v->grades;
    const uint64_t n[] = {g[GRADE_MAJOR], g[GRADE_MINOR], g[GRADE_OBSERVATION]};
    say_counts(v, (const struct counted *const[]){&majors, &minors, &observations}, n, 3);
}

static void say_open_counted(const struct view *v)
{
    const uint64_t n[] = {open_judgements(v), unread_documents(v->r)};
    say_counts(v, (const struct counted *const[]){&requirements, &documents}, n, 2);
}

static bool anything_open(const struct view *v)
{
    return open_judgements(v) || unread_documents(v->r);
}

static void say_nonconforming(const struct view *v)
{
    bool ja = v->l == LANGUAGE_JA;
    if (ja) raw(v, "適用される"), say_counted(v, &requirements, applicable(v)), raw(v, "を確認した結果、");
    say_findings_counted(v);
    if (ja) raw(v, "が認められました。");
    else raw(v, " in "), say_int(v, applicable(v)), raw(v, " applicable requirements.");
    if (!anything_open(v)) return;
    raw(v, ja ? "このほか、" : " In addition, ");
    say_open_counted(v);
    raw(v, ja ? "は判定できていません。" : " could not be judged.");
}

static void say_incomplete(const struct view *v)
{
    bool ja = v->l == LANGUAGE_JA, some = anything_open(v);
    raw(v, ja ? "判定できた範囲に不適合はありませんが、" : "No nonconformity was found in what could be judged, but ");
    if (some) say_open_counted(v);
    else raw(v, ja ? "一部" : "part of it");
    raw(v, ja ? "を判定できていないため、適合とは認められません。" : " could not be judged: this is not a clean result.");
}

static void say_conforming(const struct view *v)
{
    bool ja = v->l == LANGUAGE_JA;
    uint32_t waived = v->outcomes[OUTCOME_WAIVED], met = applicable(v) - waived;
    uint32_t seen = v->grades[GRADE_OBSERVATION];
    if (ja) {
        raw(v, "適用される"), say_counted(v, &requirements, met);
        raw(v, seen ? "に不適合はありません。" : "のすべてに適合しています。");
        if (seen) say_counted(v, &observations, seen), raw(v, "があります。");
        if (waived) raw(v, "ほかに例外承認された要求事項が"), say_int(v, waived), raw(v, "件あります。");
        return;
    }
    raw(v, seen ? "There is no nonconformity in " : "All of ");
    say_counted(v, &requirements, met);
    raw(v, seen ? "; " : " that apply are met");
    if (seen) say_counted(v, &observations, seen), raw(v, " made");
    raw(v, ".");
    if (waived) raw(v, " A deviation from "), say_int(v, waived), raw(v, " more is accepted.");
}

static void say_not_judged(const struct view *v)
{
    bool ja = v->l == LANGUAGE_JA;
    if (v->r->fault.id == FAULT_NONE) {
        raw(v, ja ? "適用される要求事項がなく、何も判定していません。" : "No requirement applied: nothing was judged.");
        return;
    }
    raw(v, ja ? "判定できませんでした: " : "Nothing could be judged: ");
    say_fault(v, &v->r->fault);
}

void say_verdict(const struct view *v)
{
    switch (verdict_of(v)) {
    case VERDICT_NONCONFORMING: say_nonconforming(v); break;
    case VERDICT_INCOMPLETE: say_incomplete(v); break;
    case VERDICT_NOT_JUDGED: say_not_judged(v); break;
    default: say_conforming(v); break;
    }
}
