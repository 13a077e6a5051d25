#include <criterion/criterion.h>
#include <string.h>

#include "register/ledger.h"

Test(state, only_a_run_or_a_re_audit_of_a_passing_check_closes_a_finding)
{
    for (int s = 0; s < STATE_COUNT; s++)
        for (int a = ACTION_CAUSE; a < ACTION_COUNT; a++) {
            enum finding_state from = (enum finding_state)s;
            enum finding_state to = state_after(from, (enum ledger_action)a, true);
            cr_assert(to != STATE_CLOSED || from == STATE_CLOSED, "%s by %s", state_name(from),
                      action_name((enum ledger_action)a));
        }
}

Test(state, every_state_and_action_has_words_in_both_languages)
{
    for (int s = 0; s < STATE_COUNT; s++)
        for (int l = 0; l < LANGUAGE_COUNT; l++)
            cr_assert(strlen(state_words((enum finding_state)s, (enum language)l)) > 0);
    for (int a = 0; a < ACTION_COUNT; a++) {
        cr_assert_eq(action_named(action_name((enum ledger_action)a)), (enum ledger_action)a);
        for (int l = 0; l < LANGUAGE_COUNT; l++)
            cr_assert(strlen(action_words((enum ledger_action)a, (enum language)l)) > 0);
    }
    cr_assert_eq(action_named("nonsense"), ACTION_COUNT);
}

Test(state, a_run_always_leads_somewhere)
{
    for (int s = 0; s < STATE_COUNT; s++)
        for (int a = ACTION_FOUND; a <= ACTION_REGRADED; a++)
            cr_assert_neq(state_after((enum finding_state)s, (enum ledger_action)a, true), STATE_COUNT);
}
