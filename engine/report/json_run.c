/* The report of a run as JSON: totals, every rule with what it found, every supplier on a line of its own. */
#include <string.h>

#include "report/json_parts.h"
#include "report/overview.h"
#include "report/renderers.h"

static void totals(struct json *j, const struct run_report *r)
{
    json_line(j);
    json_key(j, "totals");
    json_open(j, '{');
    json_put_int(j, "suppliers", (int64_t)r->supplier_count);
    json_put_int(j, "clean", (int64_t)r->clean);
    json_put_int(j, "with_findings", (int64_t)r->with_findings);
    json_put_int(j, "incomplete", (int64_t)r->incomplete);
    json_key(j, "judgements");
    json_open(j, '{');
    for (int i = 0; i < OUTCOME_COUNT; i++) json_put_int(j, outcome_name((enum outcome)i), (int64_t)r->outcomes[i]);
    json_close(j, '}');
    json_key(j, "findings");
    json_open(j, '{');
    for (int i = GRADE_MAJOR; i > GRADE_NONE; i--) json_put_int(j, grade_name((enum grade)i), (int64_t)r->grades[i]);
    json_close(j, '}');
    json_close(j, '}');
}

static void matrix(struct json *j, const struct run_report *r)
{
    json_line(j);
    json_key(j, "risk_matrix");
    json_open(j, '[');
    for (int impact = 0; impact <= 5; impact++)
        for (int likelihood = 0; likelihood <= 5; likelihood++) {
            if (!r->risk_matrix[impact][likelihood]) continue;
            json_open(j, '{');
            json_put_int(j, "impact", impact);
            json_put_int(j, "likelihood", likelihood);
            json_put_int(j, "suppliers", (int64_t)r->risk_matrix[impact][likelihood]);
            json_close(j, '}');
        }
    json_close(j, ']');
}

static void controls(struct json *j, const struct rule_info *rule)
{
    json_key(j, "controls");
    json_open(j, '[');
    for (size_t i = 0; i < rule->control_count; i++)
        json_string(j, rule->controls[i], strlen(rule->controls[i]));
    json_close(j, ']');
}

static void rules(struct json *j, const struct run_report *r)
{
    json_line(j);
    json_key(j, "rules");
    json_open(j, '[');
    for (size_t i = 0; i < r->rule_count; i++) {
        const struct run_rule *rule = &r->rules[i];
        json_line(j);
        json_open(j, '{');
        json_member(j, "rule", rule->rule->id);
        json_member(j, "pack", rule->rule->pack);
        json_member(j, "version", rule->rule->pack_version);
        json_member(j, "grade", grade_name(rule->rule->grade));
        json_both(j, "title", rule->rule->title);
        json_both(j, "why", rule->rule->why);
        controls(j, rule->rule);
        json_outcomes(j, "suppliers", rule->outcomes);
        json_put_int(j, "findings", rule->findings);
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void supplier(struct json *j, const struct run_row *row, bool internal)
{
    json_line(j);
    json_open(j, '{');
    json_member(j, "id", row->supplier);
    json_member(j, "name", row->name);
    json_member(j, "path", row->path);
    if (internal) json_member(j, "tier", row->tier);
    json_member(j, "country", row->country);
    json_member(j, "report", row->report);
    if (internal && row->risk_score) {
        json_put_int(j, "risk", row->risk_score);
        json_put_int(j, "impact", row->impact);
        json_put_int(j, "likelihood", row->likelihood);
    }
    json_put_bool(j, "incomplete", row->incomplete);
    json_outcomes(j, "judgements", row->outcomes);
    json_grades(j, "findings", row->grades);
    json_fault(j, "fault", &row->fault);
    json_close(j, '}');
}

void json_run(const struct run_report *r, const struct report_options *o, struct buffer *out)
{
    struct json j;
    bool internal = o->audience == AUDIENCE_INTERNAL;
    json_init(&j, out, false);
    json_open(&j, '{');
    json_member(&j, "report", "urn:kijun:run:1");
    json_member(&j, "audience", internal ? "internal" : "supplier");
    json_basis(&j, o);
    json_day(&j, "as_of", r->as_of);
    json_put_bool(&j, "interrupted", r->interrupted);
    totals(&j, r);
    if (internal) matrix(&j, r);
    rules(&j, r);
    json_line(&j);
    json_key(&j, "suppliers");
    json_open(&j, '[');
    r->rewind(r->rows);
    for (const struct run_row *row; (row = r->next(r->rows)) != NULL;) {
        supplier(&j, row, internal);
        run_drain(r, out);
    }
    json_close(&j, ']');
    json_close(&j, '}');
    buffer_putc(out, '\n');
}
