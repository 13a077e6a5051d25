#include "batch/totals.h"

#include <stdlib.h>
#include <string.h>

struct run_rule *totals_rules(const struct rule_info *const *rules, size_t count)
{
    struct run_rule *all = calloc(count + 1, sizeof *all);
    for (size_t i = 0; all && i < count; i++)
        all[i].rule = rules[i];
    return all;
}

void totals_clear(struct run_report *r, struct run_rule *rules, size_t count)
{
    r->supplier_count = r->clean = r->with_findings = r->incomplete = 0;
    memset(r->outcomes, 0, sizeof r->outcomes);
    memset(r->grades, 0, sizeof r->grades);
    memset(&r->changes, 0, sizeof r->changes);
    memset(r->risk_matrix, 0, sizeof r->risk_matrix);
    for (size_t i = 0; i < count; i++)
        rules[i] = (struct run_rule){.rule = rules[i].rule};
}

static bool has_findings(const struct run_row *row)
{
    return row->grades[GRADE_OBSERVATION] || row->grades[GRADE_MINOR] || row->grades[GRADE_MAJOR] ||
           row->grades[GRADE_NONE];
}

static void add_changes(struct run_changes *to, const struct run_changes *c)
{
    for (int i = 0; i < CHANGE_COUNT; i++) {
        to->last[i] += c->last[i];
        to->since[i] += c->since[i];
    }
    to->overdue += c->overdue;
}

void totals_add(struct run_report *r, struct run_rule *rules, const struct row *row)
{
    const struct run_row *s = &row->row;
    r->supplier_count++;
    for (int i = 0; i < OUTCOME_COUNT; i++)
        r->outcomes[i] += s->outcomes[i];
    for (int i = 0; i < GRADE_COUNT; i++)
        r->grades[i] += s->grades[i];
    add_changes(&r->changes, &s->changes);
    if (s->incomplete)
        r->incomplete++;
    else if (has_findings(s))
        r->with_findings++;
    else
        r->clean++;
    if (s->impact && s->likelihood)
        r->risk_matrix[s->impact][s->likelihood]++;
    else
        r->risk_matrix[0][0]++;
    for (size_t i = 0; i < row->rule_count; i++) {
        struct row_rule rule = row_rule_at(row, i);
        rules[rule.rule].outcomes[rule.outcome]++;
        rules[rule.rule].findings += rule.findings;
    }
}
