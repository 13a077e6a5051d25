/* The rich result with what a register could know of it. */
#include <criterion/criterion.h>

#include "register/history.h"
#include "support.h"

enum { TOLD_FINDINGS = 32 };

static struct finding_history histories[TOLD_FINDINGS];
static struct history told_history;
static struct result told;

/* By position: a new one, one back again that is overdue, one still open with a plan, one that is done ... */
static struct finding_history history_at(size_t n, day as_of, enum outcome outcome)
{
    static const enum finding_state states[] = {STATE_OPEN, STATE_OPEN, STATE_PLAN_GIVEN, STATE_DONE, STATE_CAUSE_GIVEN};
    static const enum change changes[] = {CHANGE_NEW, CHANGE_BACK, CHANGE_STILL, CHANGE_STILL, CHANGE_STILL};
    struct finding_history h = {.state = states[n % 5], .change = changes[n % 5], .since = CHANGE_NEW,
                                .first_seen = as_of - (day)(n % 5) * 37, .last_seen = as_of, .due = as_of + 30};
    h.age = as_of - h.first_seen;
    if (outcome == OUTCOME_WAIVED)
        return (struct finding_history){STATE_ACCEPTED, h.first_seen, as_of, DAY_NONE, h.age, 0, NULL, false,
                                        CHANGE_ACCEPTED, CHANGE_ACCEPTED};
    if (outcome != OUTCOME_FAIL)
        return (struct finding_history){STATE_COUNT, DAY_NONE, DAY_NONE, DAY_NONE, 0, 0, NULL, false, CHANGE_NONE,
                                        CHANGE_NONE};
    if (n % 5 == 1) {
        h.recurrences = 2;
        h.due = as_of - 1;
        h.overdue = true;
        h.owner = "佐藤 <sato@example.co.jp>";
    }
    return h;
}

static const struct absent_finding absent[] = {
    {"0123456789abcdef0123456789abcdef", "nda-present", "missing", "第3条", "契約/秘密保持契約書.docx",
     {"There is no \"confidentiality\" agreement", "秘密保持の定めがありません"}, 12, GRADE_MAJOR,
     {STATE_CLOSED, 20000, 20542, 20030, 543, 0, NULL, false, CHANGE_FIXED, CHANGE_FIXED}},
    {"fedcba9876543210fedcba9876543210", "sla-uptime", "low", NULL, NULL,
     {"Uptime is too low", "稼働率が不足しています"}, 0, GRADE_MINOR,
     {STATE_PLAN_GIVEN, 20400, 20500, 20510, 143, 1, "tanaka", true, CHANGE_STILL, CHANGE_NEW}},
};

static void count(struct history *h, const struct finding_history *f)
{
    h->changes[f->change]++;
    h->since_changes[f->since]++;
    h->overdue += f->overdue;
}

const struct result *told_result(void)
{
    told = *rich_result();
    cr_assert(told.finding_count <= TOLD_FINDINGS);
    told_history = (struct history){.last_run = told.as_of - 1, .since = told.as_of - 90, .findings = histories,
                                    .absent_count = 2, .absent = absent};
    for (size_t i = 0; i < told.finding_count; i++) {
        histories[i] = history_at(i, told.as_of, told.findings[i].outcome);
        if (histories[i].state < STATE_COUNT)
            count(&told_history, &histories[i]);
    }
    for (size_t i = 0; i < 2; i++)
        count(&told_history, &absent[i].history);
    told.history = &told_history;
    return &told;
}
