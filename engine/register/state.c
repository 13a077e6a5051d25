/* The life of a finding as a table: which action leads from which states to which. */
#include <string.h>

#include "register/ledger.h"

struct words {
    const char *name, *text[LANGUAGE_COUNT];
};

static const struct words states[STATE_COUNT] = {
    [STATE_OPEN] = { "open", { "open", "未対応" } },
    [STATE_CAUSE_GIVEN] = { "cause-given", { "cause given", "原因回答済" } },
    [STATE_PLAN_GIVEN] = { "plan-given", { "plan given", "計画回答済" } },
    [STATE_DONE] = { "done", { "done by the supplier", "是正済(委託先報告)" } },
    [STATE_RE_AUDIT] = { "re-audit", { "awaiting re-audit", "再監査待ち" } },
    [STATE_ACCEPTED] = { "accepted", { "risk accepted", "リスク受容" } },
    [STATE_CLOSED] = { "closed", { "closed", "完了" } },
};

static const struct words actions[ACTION_COUNT] = {
    [ACTION_FOUND] = { "found", { "found", "検出" } },
    [ACTION_PASSED] = { "passed", { "the check passes", "判定が適合" } },
    [ACTION_WAIVED] = { "waived", { "covered by a waiver", "例外承認" } },
    [ACTION_WITHDRAWN] = { "withdrawn", { "the rule no longer applies", "規則の対象外" } },
    [ACTION_REGRADED] = { "regraded", { "grade changed", "区分の変更" } },
    [ACTION_CAUSE] = { "cause", { "cause given", "原因の回答" } },
    [ACTION_PLAN] = { "plan", { "plan given", "改善計画の回答" } },
    [ACTION_DONE] = { "done", { "done, says the supplier", "是正完了の報告" } },
    [ACTION_EFFECTIVE] = { "effective", { "re-audited: effective", "再監査:有効" } },
    [ACTION_NOT_EFFECTIVE] = { "not-effective", { "re-audited: not effective", "再監査:有効でない" } },
    [ACTION_NOTE] = { "note", { "note", "メモ" } },
    [ACTION_ASSIGN] = { "assign", { "assigned", "担当の割当て" } },
    [ACTION_RUN] = { "run", { "run recorded", "実行の記録" } },
};

enum { FROM_ANY = (1 << STATE_COUNT) - 1, STAYS = STATE_COUNT };
#define FROM(s) (1 << (s))
#define WORKED_ON (FROM(STATE_OPEN) | FROM(STATE_CAUSE_GIVEN) | FROM(STATE_PLAN_GIVEN) | FROM(STATE_DONE))

/* The first row that fits decides. A passing check leads to closed here; that the policy wants a re-audit first is
 * decided by who records the run. */
static const struct transition {
    enum ledger_action action;
    int from;
    int to;
    bool only_passing; /* not while the check fails: a person alone never closes a finding */
} transitions[] = {
    { ACTION_FOUND, FROM(STATE_CLOSED) | FROM(STATE_RE_AUDIT) | FROM(STATE_ACCEPTED), STATE_OPEN, false },
    { ACTION_FOUND, FROM_ANY, STAYS, false },
    { ACTION_PASSED, FROM_ANY & ~FROM(STATE_RE_AUDIT), STATE_CLOSED, false },
    { ACTION_PASSED, FROM(STATE_RE_AUDIT), STAYS, false },
    { ACTION_WAIVED, FROM_ANY, STATE_ACCEPTED, false },
    { ACTION_WITHDRAWN, FROM_ANY, STATE_CLOSED, false },
    { ACTION_REGRADED, FROM_ANY, STAYS, false },
    { ACTION_CAUSE, FROM(STATE_OPEN) | FROM(STATE_CAUSE_GIVEN), STATE_CAUSE_GIVEN, false },
    { ACTION_PLAN, FROM(STATE_CAUSE_GIVEN) | FROM(STATE_PLAN_GIVEN), STATE_PLAN_GIVEN, false },
    { ACTION_DONE, FROM(STATE_PLAN_GIVEN), STATE_DONE, false },
    { ACTION_EFFECTIVE, FROM(STATE_DONE) | FROM(STATE_RE_AUDIT), STATE_CLOSED, true },
    { ACTION_NOT_EFFECTIVE, FROM(STATE_DONE) | FROM(STATE_RE_AUDIT), STATE_OPEN, false },
    { ACTION_NOTE, FROM_ANY, STAYS, false },
    { ACTION_ASSIGN, FROM_ANY, STAYS, false },
};

enum finding_state state_after(enum finding_state from, enum ledger_action action, bool failing)
{
    for (size_t i = 0; i < sizeof transitions / sizeof *transitions; i++) {
        const struct transition *t = &transitions[i];
        if (t->action == action && t->from & FROM(from) && !(t->only_passing && failing))
            return t->to == STAYS ? from : (enum finding_state)t->to;
    }
    return STATE_COUNT;
}

const char *state_name(enum finding_state s)
{
    return s < STATE_COUNT ? states[s].name : "";
}

enum finding_state state_named(const char *name)
{
    int s = 0;
    while (s < STATE_COUNT && strcmp(states[s].name, name) != 0)
        s++;
    return (enum finding_state)s;
}

const char *state_words(enum finding_state s, enum language l)
{
    return s < STATE_COUNT ? states[s].text[l] : "";
}

const char *action_name(enum ledger_action a)
{
    return a < ACTION_COUNT ? actions[a].name : "";
}

const char *action_words(enum ledger_action a, enum language l)
{
    return a < ACTION_COUNT ? actions[a].text[l] : "";
}

enum ledger_action action_named(const char *name)
{
    int a = 0;
    while (a < ACTION_COUNT && strcmp(actions[a].name, name) != 0)
        a++;
    return (enum ledger_action)a;
}
