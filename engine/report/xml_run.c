/* The report of a run as XML, urn:kijun:run:1; described by fixtures/schemas/run.xsd. */
#include "report/overview.h"
#include "report/renderers.h"
#include "report/xml_parts.h"

static void totals(const struct view *v, const struct run_report *r)
{
    xmlout_start(v, "totals");
    xmlout_attribute_int(v, "suppliers", (int64_t)r->supplier_count);
    xmlout_attribute_int(v, "clean", (int64_t)r->clean);
    xmlout_attribute_int(v, "with-findings", (int64_t)r->with_findings);
    xmlout_attribute_int(v, "incomplete", (int64_t)r->incomplete);
    raw(v, ">\n");
    xmlout_start(v, "judgements");
    for (int i = 0; i < OUTCOME_COUNT; i++) xmlout_attribute_int(v, outcome_name((enum outcome)i), (int64_t)r->outcomes[i]);
    raw(v, "/>\n");
    xmlout_start(v, "findings");
    for (int i = GRADE_MAJOR; i > GRADE_NONE; i--)
        xmlout_attribute_int(v, grade_name((enum grade)i), (int64_t)r->grades[i]);
    raw(v, "/>\n");
    xmlout_finish(v, "totals");
}

static void changes(const struct view *v, const struct run_report *r)
{
    if (!r->has_history) return;
    xmlout_start(v, "changes");
    xmlout_attribute_day(v, "last-run", r->last_run);
    xmlout_attribute_day(v, "since", r->since);
    xmlout_attribute_int(v, "overdue", (int64_t)r->changes.overdue);
    raw(v, ">\n");
    xmlout_changes(v, "last", r->changes.last);
    if (r->since != DAY_NONE) xmlout_changes(v, "since", r->changes.since);
    xmlout_finish(v, "changes");
}

static void matrix(const struct view *v, const struct run_report *r)
{
    raw(v, "<risk-matrix>\n");
    for (int impact = 0; impact <= 5; impact++)
        for (int likelihood = 0; likelihood <= 5; likelihood++) {
            if (!r->risk_matrix[impact][likelihood]) continue;
            xmlout_start(v, "cell");
            xmlout_attribute_int(v, "impact", impact);
            xmlout_attribute_int(v, "likelihood", likelihood);
            xmlout_attribute_int(v, "suppliers", (int64_t)r->risk_matrix[impact][likelihood]);
            raw(v, "/>\n");
        }
    raw(v, "</risk-matrix>\n");
}

static void rule(const struct view *v, const struct run_rule *rule)
{
    xmlout_start(v, "rule");
    xmlout_attribute(v, "id", rule->rule->id);
    xmlout_attribute(v, "pack", rule->rule->pack);
    xmlout_attribute(v, "version", rule->rule->pack_version);
    xmlout_attribute(v, "grade", grade_name(rule->rule->grade));
    xmlout_attribute_int(v, "findings", rule->findings);
    raw(v, ">\n");
    xmlout_both(v, "title", rule->rule->title);
    xmlout_both(v, "why", rule->rule->why);
    for (size_t i = 0; i < rule->rule->control_count; i++) xmlout_text(v, "control", NULL, rule->rule->controls[i]);
    xmlout_outcomes(v, rule->outcomes);
    xmlout_finish(v, "rule");
}

/* `history`: the run, when there is a register. */
static void supplier(const struct view *v, const struct run_row *row, const struct run_report *history)
{
    xmlout_start(v, "supplier");
    xmlout_attribute(v, "id", row->supplier);
    xmlout_attribute(v, "name", row->name);
    xmlout_attribute(v, "path", row->path);
    if (v->internal) xmlout_attribute(v, "tier", row->tier);
    xmlout_attribute(v, "country", row->country);
    xmlout_attribute(v, "report", row->report);
    if (v->internal && row->risk_score) {
        xmlout_attribute_int(v, "risk", row->risk_score);
        xmlout_attribute_int(v, "impact", row->impact);
        xmlout_attribute_int(v, "likelihood", row->likelihood);
    }
    xmlout_attribute(v, "incomplete", row->incomplete ? "true" : "false");
    if (history) xmlout_attribute_int(v, "overdue", (int64_t)row->changes.overdue);
    raw(v, ">\n");
    xmlout_outcomes(v, row->outcomes);
    xmlout_grades(v, row->grades);
    xmlout_fault(v, &row->fault);
    if (history) xmlout_changes(v, "last", row->changes.last);
    if (history && history->since != DAY_NONE) xmlout_changes(v, "since", row->changes.since);
    xmlout_finish(v, "supplier");
}

void xml_run(const struct run_report *r, const struct report_options *o, struct buffer *out)
{
    struct view v = view_of(out, NULL, o, put_xml);
    xmlout_begin(&v, "run", "urn:kijun:run:1");
    xmlout_attribute_day(&v, "as-of", r->as_of);
    xmlout_attribute(&v, "interrupted", r->interrupted ? "true" : "false");
    raw(&v, ">\n");
    xmlout_packs(&v);
    totals(&v, r);
    changes(&v, r);
    if (v.internal) matrix(&v, r);
    raw(&v, "<rules>\n");
    for (size_t i = 0; i < r->rule_count; i++) rule(&v, &r->rules[i]);
    raw(&v, "</rules>\n<suppliers>\n");
    r->rewind(r->rows);
    for (const struct run_row *row; (row = r->next(r->rows)) != NULL;) {
        supplier(&v, row, r->has_history ? r : NULL);
        run_drain(r, out);
    }
    raw(&v, "</suppliers>\n</run>\n");
}
