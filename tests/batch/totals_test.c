#include "batch/totals.h"

#include <stdlib.h>
#include <string.h>

#include "support/support.h"

static struct rule_info info = {.id = "a"};
static const struct rule_info *const rules[1] = {&info};

Test(totals, incomplete_comes_before_findings_and_findings_before_clean)
{
    struct run_report r = {0};
    struct run_rule *t = totals_rules(rules, 1);
    struct row clean = {.row.supplier = "a"}, found = {.row.supplier = "b"}, both = {.row.supplier = "c"};
    found.row.grades[GRADE_OBSERVATION] = 1;
    both.row.grades[GRADE_MAJOR] = 2;
    both.row.incomplete = true;
    totals_add(&r, t, &clean);
    totals_add(&r, t, &found);
    totals_add(&r, t, &both);
    cr_assert_eq(r.supplier_count, 3);
    cr_assert_eq(r.clean, 1);
    cr_assert_eq(r.with_findings, 1);
    cr_assert_eq(r.incomplete, 1);
    cr_assert_eq(r.grades[GRADE_MAJOR], 2);
    free(t);
}

Test(totals, suppliers_stand_in_the_matrix_by_their_highest_risk_or_in_its_corner)
{
    struct run_report r = {0};
    struct run_rule *t = totals_rules(rules, 1);
    struct row none = {.row.supplier = "a"}, some = {.row = {.supplier = "b", .impact = 5, .likelihood = 2}};
    totals_add(&r, t, &none);
    totals_add(&r, t, &some);
    totals_add(&r, t, &some);
    cr_assert_eq(r.risk_matrix[0][0], 1);
    cr_assert_eq(r.risk_matrix[5][2], 2);
    free(t);
}

Test(totals, a_rule_counts_suppliers_by_outcome_and_all_findings)
{
    struct run_report r = {0};
    struct run_rule *t = totals_rules(rules, 1);
    struct row_rule rule = {.rule = 0, .outcome = OUTCOME_FAIL, .findings = 3};
    struct row row = {.row.supplier = "a", .rule_count = 1, .rules = (const unsigned char *)&rule};
    totals_add(&r, t, &row);
    totals_add(&r, t, &row);
    cr_assert_eq(t[0].outcomes[OUTCOME_FAIL], 2);
    cr_assert_eq(t[0].findings, 6);
    cr_assert_eq(t[0].rule, &info);
    free(t);
}

Test(totals, what_was_counted_can_be_taken_back_and_counted_again)
{
    struct run_report r = {.rule_count = 1, .has_history = true}, before = r;
    struct run_rule *t = totals_rules(rules, 1);
    struct row_rule rule = {.rule = 0, .outcome = OUTCOME_FAIL, .findings = 3};
    struct row row = {.row = {.supplier = "a", .incomplete = true, .changes.overdue = 2, .grades = {1, 1, 1, 1}}, .rule_count = 1,
                      .rules = (const unsigned char *)&rule};
    totals_add(&r, t, &row);
    totals_clear(&r, t, 1);
    cr_expect_arr_eq(&r, &before, sizeof r);
    cr_expect_eq(t[0].outcomes[OUTCOME_FAIL], 0);
    cr_expect_eq(t[0].findings, 0);
    cr_expect_eq(t[0].rule, &info);
    free(t);
}
