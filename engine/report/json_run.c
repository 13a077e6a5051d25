/* The report of a run as JSON: totals, every rule with what it found, every supplier on a line of its own. */
#include "report/json_parts.h"
#include "report/overview.h"
#include "report/renderers.h"

static void totals(struct buffer *b, const struct run_report *r)
{
    JSON_LITERAL(b, ",\n\"totals\":");
    size_t begin = json_begin(b);
    JSON_INT(b, "suppliers", (int64_t)r->supplier_count);
    JSON_INT(b, "clean", (int64_t)r->clean);
    JSON_INT(b, "with_findings", (int64_t)r->with_findings);
    JSON_INT(b, "incomplete", (int64_t)r->incomplete);
    JSON_LITERAL(b, ",\"judgements\":{");
    for (int i = 0; i < OUTCOME_COUNT; i++)
        buffer_printf(b, "%s\"%s\":%llu", i ? "," : "", outcome_name((enum outcome)i), (unsigned long long)r->outcomes[i]);
    JSON_LITERAL(b, "},\"findings\":{");
    for (int i = GRADE_MAJOR; i > GRADE_NONE; i--)
        buffer_printf(b, "%s\"%s\":%llu", i < GRADE_MAJOR ? "," : "", grade_name((enum grade)i),
                      (unsigned long long)r->grades[i]);
    JSON_LITERAL(b, "}");
    json_end(b, begin, "{}");
}

static void history(struct buffer *b, const struct run_report *r)
{
    if (!r->has_history) return;
    JSON_LITERAL(b, ",\n\"history\":");
    size_t begin = json_begin(b);
    json_day(b, "last_run", r->last_run);
    json_day(b, "since", r->since);
    json_changes(b, &r->changes, r->since != DAY_NONE);
    json_end(b, begin, "{}");
}

static void matrix(struct buffer *b, const struct run_report *r)
{
    JSON_LITERAL(b, ",\n\"risk_matrix\":");
    size_t begin = json_begin(b);
    for (int i = 0; i <= 5; i++)
        for (int l = 0; l <= 5; l++) {
            if (!r->risk_matrix[i][l]) continue;
            buffer_printf(b, ",{\"impact\":%d,\"likelihood\":%d,\"suppliers\":%llu}", i, l,
                          (unsigned long long)r->risk_matrix[i][l]);
        }
    json_end(b, begin, "[]");
}

static void parameters(struct buffer *b, const struct rule_info *rule)
{
    if (!rule->param_count) return;
    JSON_KEY(b, "parameters");
    size_t begin = json_begin(b);
    for (size_t i = 0; i < rule->param_count; i++) {
        JSON_LITERAL(b, ",");
        size_t item = json_begin(b);
        JSON_TEXT(b, "name", rule->params[i].name);
        JSON_TEXT(b, "type", value_type_name(rule->params[i].type));
        json_typed(b, "standard", &rule->params[i].standard);
        json_both(b, "doc", rule->params[i].doc);
        json_end(b, item, "{}");
    }
    json_end(b, begin, "[]");
}

static void rule(struct buffer *b, const struct run_rule *rule)
{
    JSON_LITERAL(b, ",\n");
    size_t begin = json_begin(b);
    JSON_TEXT(b, "rule", rule->rule->id);
    JSON_TEXT(b, "pack", rule->rule->pack);
    JSON_TEXT(b, "version", rule->rule->pack_version);
    JSON_TEXT(b, "grade", grade_name(rule->rule->grade));
    json_both(b, "title", rule->rule->title);
    json_both(b, "why", rule->rule->why);
    JSON_KEY(b, "controls");
    json_texts(b, rule->rule->controls, rule->rule->control_count);
    parameters(b, rule->rule);
    json_outcomes(b, "suppliers", rule->outcomes);
    JSON_INT(b, "findings", rule->findings);
    json_end(b, begin, "{}");
}

/* `history`: the run, when there is a register. */
static void supplier(struct buffer *b, const struct run_row *row, bool internal, const struct run_report *history)
{
    JSON_LITERAL(b, ",\n");
    size_t begin = json_begin(b);
    JSON_TEXT(b, "id", row->supplier);
    JSON_TEXT(b, "name", row->name);
    if (internal) JSON_TEXT(b, "path", row->path);
    if (internal) JSON_TEXT(b, "tier", row->tier);
    JSON_TEXT(b, "country", row->country);
    JSON_TEXT(b, "report", row->report);
    if (internal && row->risk_score) {
        JSON_INT(b, "risk", row->risk_score);
        JSON_INT(b, "impact", row->impact);
        JSON_INT(b, "likelihood", row->likelihood);
    }
    JSON_BOOL(b, "incomplete", row->incomplete);
    json_outcomes(b, "judgements", row->outcomes);
    json_grades(b, "findings", row->grades);
    json_fault(b, &row->fault);
    if (history) json_changes(b, &row->changes, history->since != DAY_NONE);
    json_end(b, begin, "{}");
}

/* The bytes may be drained between rows, so no bracket can be set behind them. */
static void suppliers(struct buffer *b, const struct run_report *r, bool internal)
{
    bool first = true;
    JSON_LITERAL(b, ",\n\"suppliers\":[");
    r->rewind(r->rows);
    for (const struct run_row *row; (row = r->next(r->rows)) != NULL; first = false) {
        size_t begin = json_begin(b);
        supplier(b, row, internal, r->has_history ? r : NULL);
        if (first && !b->failed) b->at[begin] = ' ';
        run_drain(r, b);
    }
    JSON_LITERAL(b, "]}\n");
}

void json_run(const struct run_report *r, const struct report_options *o, struct buffer *out)
{
    bool internal = o->audience == AUDIENCE_INTERNAL;
    size_t begin = json_begin(out);
    JSON_TEXT(out, "report", "urn:kijun:run:1");
    if (!out->failed) out->at[begin] = '{';
    JSON_TEXT(out, "audience", internal ? "internal" : "supplier");
    json_basis(out, o);
    json_day(out, "as_of", r->as_of);
    JSON_BOOL(out, "interrupted", r->interrupted);
    totals(out, r);
    history(out, r);
    if (internal) matrix(out, r);
    JSON_LITERAL(out, ",\n\"rules\":");
    size_t rules = json_begin(out);
    for (size_t i = 0; i < r->rule_count; i++) rule(out, &r->rules[i]);
    json_end(out, rules, "[]");
    suppliers(out, r, internal);
}
