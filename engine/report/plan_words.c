/* The words of a plan. */
#include "report/plan.h"
#include "report/plan_words.h"

struct words { const char *name, *text[LANGUAGE_COUNT]; };

static const struct words methods[] = {
    [METHOD_ON_SITE] = {"on-site", {"on site", "実地"}},
    [METHOD_REMOTE] = {"remote", {"remote", "遠隔"}},
    [METHOD_PAPER] = {"paper", {"paper", "書面"}}};

static const struct words bases[] = {
    [BASIS_OVERDUE] = {"overdue", {"overdue", "期日超過"}},
    [BASIS_PLANNED] = {"planned", {"already planned", "計画済み"}},
    [BASIS_PROMISED] = {"promised", {"promised by contract", "契約上の期日"}},
    [BASIS_TOP_RISK] = {"top-risk", {"top risk", "高リスク"}},
    [BASIS_POINTS] = {"points", {"by points", "評点による選定"}},
    [BASIS_SAMPLE] = {"sample", {"sample", "抽出"}}};

/* {n}: what was counted. */
static const struct words reasons[] = {
    [REASON_RISK] = {"risk", {"risk score {n}", "リスク値{n}"}},
    [REASON_TIER] = {"criticality", {"criticality", "重要度が高い"}},
    [REASON_OVERDUE] = {"audit-overdue", {"audit overdue", "監査の期日超過"}},
    [REASON_NEVER] = {"never-audited", {"never audited", "監査の実績なし"}},
    [REASON_LONG_AGO] = {"audited-long-ago", {"last audit over a year ago", "前回監査から1年超"}},
    [REASON_MAJOR] = {"major-findings", {"major findings: {n}", "重大な不適合{n}件"}},
    [REASON_FINDINGS_OVERDUE] = {"findings-overdue", {"findings overdue: {n}", "是正期限を過ぎた指摘{n}件"}},
    [REASON_AUDIT_OPEN] = {"audit-findings-open", {"audit findings not closed: {n}", "未完了の監査指摘{n}件"}},
    [REASON_PERSONAL] = {"personal-data", {"personal data", "個人情報の取扱い"}},
    [REASON_SENSITIVE] = {"sensitive-assets", {"sensitive assets", "機微な情報資産"}},
    [REASON_ACCESS] = {"privileged-access", {"privileged access", "特権アクセス"}},
    [REASON_INCIDENTS] = {"incidents", {"incidents within a year: {n}", "1年以内の事故{n}件"}},
    [REASON_NOT_JUDGED] = {"not-judged", {"not judged completely", "判定未完了"}}};

const char *plan_method_name(enum plan_method m)
{
    return methods[m].name;
}

const char *plan_basis_name(enum plan_basis b)
{
    return b < BASIS_COUNT ? bases[b].name : "";
}

const char *plan_reason_name(enum plan_reason r)
{
    return reasons[r].name;
}

const char *plan_method_words(enum plan_method m, enum language l)
{
    return methods[m].text[l];
}

const char *plan_basis_words(enum plan_basis b, enum language l)
{
    return b < BASIS_COUNT ? bases[b].text[l] : "";
}

void plan_reason_words(enum plan_reason r, int64_t count, enum language l, struct buffer *out)
{
    for (const char *at = reasons[r].text[l]; *at; at++) {
        if (*at == '{') {
            buffer_int(out, count);
            at += 2;
        } else {
            buffer_putc(out, *at);
        }
    }
}

void plan_reasons(const struct plan_entry *e, enum language l, struct buffer *out)
{
    bool any = false;
    for (int r = 0; r < REASON_COUNT; r++) {
        if (!e->reasons[r]) continue;
        if (any) buffer_puts(out, l == LANGUAGE_JA ? "、" : ", ");
        plan_reason_words((enum plan_reason)r, e->counts[r], l, out);
        buffer_printf(out, l == LANGUAGE_JA ? "(+%d)" : " (+%d)", e->reasons[r]);
        any = true;
    }
}
