#include "batch/row.h"

#include <stdlib.h>
#include <string.h>

#include "support/support.h"

enum { RULES = 3 };

static struct rule_info infos[RULES] = {{.id = "a"}, {.id = "b"}, {.id = "c"}};
static const struct rule_info *const rules[RULES] = {&infos[0], &infos[1], &infos[2]};
static struct judgement judgements[2];
static struct finding findings[3];
static struct risk_info risk = {.impact = 4, .likelihood = 5, .score = 20};
static struct result result;
static struct buffer b;

static void begin(void)
{
    judgements[0] = (struct judgement){.rule = &infos[0], .outcome = OUTCOME_PASS};
    judgements[1] = (struct judgement){.rule = &infos[2], .outcome = OUTCOME_FAIL, .finding_count = 3};
    findings[0] = (struct finding){.judgement = 1, .outcome = OUTCOME_FAIL};
    findings[1] = (struct finding){.judgement = 1, .outcome = OUTCOME_WAIVED};
    findings[2] = (struct finding){.judgement = 1, .outcome = OUTCOME_FAIL};
    result = (struct result){.supplier = "acme", .name = "アクメ株式会社", .path = "portfolio/acme", .tier = "critical",
                             .risk_count = 1, .risks = &risk, .risk_score = 20, .judgement_count = 2,
                             .judgements = judgements, .finding_count = 3, .findings = findings,
                             .outcomes = {[OUTCOME_PASS] = 1, [OUTCOME_FAIL] = 1}, .grades = {[GRADE_MAJOR] = 2}};
    buffer_init(&b, 1 << 16);
}

static void end(void)
{
    buffer_free(&b);
}

TestSuite(row, .init = begin, .fini = end);

Test(row, what_was_written_is_read_back)
{
    struct row row;
    row_write(&result, rules, RULES, NULL, true, &b);
    cr_assert(row_read(b.at, b.len, RULES, &row));
    same_text(row.row.supplier, "acme");
    same_text(row.row.name, "アクメ株式会社");
    same_text(row.row.path, "portfolio/acme");
    same_text(row.row.tier, "critical");
    cr_assert_null(row.row.country);
    cr_assert_eq(row.row.risk_score, 20);
    cr_assert(row.row.impact == 4 && row.row.likelihood == 5);
    cr_assert_eq(row.row.grades[GRADE_MAJOR], 2);
    cr_assert(!row.row.incomplete && !row.row.fault.id);
}

Test(row, each_judgement_names_its_rule_and_counts_its_failed_findings)
{
    struct row row;
    row_write(&result, rules, RULES, NULL, true, &b);
    cr_assert(row_read(b.at, b.len, RULES, &row));
    cr_assert_eq(row.rule_count, 2);
    struct row_rule first = row_rule_at(&row, 0), second = row_rule_at(&row, 1);
    cr_assert(first.rule == 0 && first.outcome == OUTCOME_PASS && first.findings == 0);
    cr_assert(second.rule == 2 && second.outcome == OUTCOME_FAIL && second.findings == 2);
}

Test(row, a_judgement_of_the_engine_itself_belongs_to_no_rule)
{
    struct rule_info own = {.id = "b:engine"};
    struct row row;
    struct judgement all[3] = {judgements[0], {.rule = &own, .outcome = OUTCOME_ERROR}, judgements[1]};
    for (int i = 0; i < 3; i++)
        findings[i].judgement = 2;
    result.judgements = all;
    result.judgement_count = 3;
    row_write(&result, rules, RULES, NULL, true, &b);
    cr_assert(row_read(b.at, b.len, RULES, &row));
    cr_assert_eq(row.rule_count, 2);
    cr_assert_eq(row_rule_at(&row, 1).rule, 2);
    cr_assert_eq(row_rule_at(&row, 1).findings, 2);
}

Test(row, a_fault_comes_through_with_its_place_and_arguments)
{
    struct row row;
    fault_set(&result.fault, FAULT_FILE_OPEN, "no such file");
    fault_where(&result.fault, "x/y.xml", 7);
    result.incomplete = true;
    row_write(&result, rules, RULES, NULL, true, &b);
    cr_assert(row_read(b.at, b.len, RULES, &row));
    cr_assert_eq(row.row.fault.id, FAULT_FILE_OPEN);
    cr_assert_eq(row.row.fault.line, 7);
    same_text(row.row.fault.file, "x/y.xml");
    same_text(row.row.fault.arg[0], "no such file");
    cr_assert(row.row.incomplete);
}

Test(row, a_row_that_is_cut_anywhere_is_refused)
{
    struct row row;
    row_write(&result, rules, RULES, NULL, true, &b);
    for (size_t len = 0; len < b.len; len++) {
        char *exact = malloc(len + 1); /* so that the address checker sees a read behind the end */
        memcpy(exact, b.at, len);
        cr_assert(!row_read(exact, len, RULES, &row), "cut at %zu of %zu", len, b.len);
        free(exact);
    }
}

/* Whatever one byte becomes, reading stays within the row, and what is accepted can be added up safely. */
Test(row, no_changed_byte_leads_outside)
{
    struct row row;
    row_write(&result, rules, RULES, NULL, true, &b);
    for (size_t i = 0; i < b.len; i++)
        for (int bit = 0; bit < 8; bit++) {
            char *copy = malloc(b.len);
            memcpy(copy, b.at, b.len);
            copy[i] ^= (char)(1 << bit);
            if (row_read(copy, b.len, RULES, &row)) {
                cr_assert(row.row.impact >= 0 && row.row.impact <= 5);
                cr_assert(row.row.likelihood >= 0 && row.row.likelihood <= 5);
                cr_assert_lt(row.row.fault.id, FAULT_COUNT);
                cr_assert_leq(strlen(row.row.supplier), b.len);
                for (size_t k = 0; k < row.rule_count; k++)
                    cr_assert(row_rule_at(&row, k).rule < RULES && row_rule_at(&row, k).outcome < OUTCOME_COUNT);
            }
            free(copy);
        }
}

Test(row, more_rules_than_there_are_is_refused)
{
    struct row row;
    row_write(&result, rules, RULES, NULL, true, &b);
    cr_assert(!row_read(b.at, b.len, 2, &row));
}

/* ---- the period in which it stays so ---- */

static struct contract contracts[2] = {{.effective = DAY_NONE, .expires = DAY_NONE}, {.effective = DAY_NONE, .expires = DAY_NONE}};
static struct supplier supplier;
static struct subject subject = {.supplier = &supplier};

/* Written on the tenth day, with two contracts in force from one day to another. */
static struct row row_on_ten(day first_from, day first_to, day second_from, day second_to)
{
    struct arena *arena = arena_new(1 << 20);
    struct facts_from facts = {&subject, arena};
    struct row row;
    contracts[0].effective = first_from, contracts[0].expires = first_to;
    contracts[1].effective = second_from, contracts[1].expires = second_to;
    contracts[0].node.next = &contracts[1].node;
    contracts[1].node.next = NULL;
    subject.contracts = (struct list){.first = &contracts[0].node, .last = &contracts[1].node, .count = 2};
    result.as_of = 10;
    row_write(&result, rules, RULES, &facts, true, &b);
    cr_assert(row_read(b.at, b.len, RULES, &row));
    arena_free(arena);
    return row;
}

Test(row, facts_stay_so_until_a_contract_begins_or_has_ended)
{
    result.valid_from = result.valid_until = DAY_NONE;
    struct row row = row_on_ten(3, 19, 30, 40);
    cr_assert(row.from == 3 && row.until == 20, "%d %d", row.from, row.until);
}

Test(row, the_first_day_after_a_contract_begins_a_period)
{
    result.valid_from = result.valid_until = DAY_NONE;
    struct row row = row_on_ten(3, 9, DAY_NONE, DAY_NONE);
    cr_assert(row.from == 10 && row.until == DAY_NONE, "%d %d", row.from, row.until);
}

Test(row, the_dates_of_rules_and_of_facts_are_both_heeded)
{
    result.valid_from = 5, result.valid_until = 15;
    struct row row = row_on_ten(3, 19, 12, 40);
    cr_assert(row.from == 5 && row.until == 12, "%d %d", row.from, row.until);
}
