/* The report of a run as a page: the state of all suppliers at a glance, worst first, each linked to its report. */
#include <stdlib.h>
#include <string.h>

#include "report/html.h"
#include "report/overview.h"
#include "report/renderers.h"

enum { HTML_SUPPLIERS = 10000 /* rows; a browser shows no more at once with comfort */ };

static void masthead(const struct view *v, const struct run_report *r)
{
    raw(v, "<header class=\"masthead\">\n<div>");
    if (v->internal) html_word(v, "p", "kicker", WORD_INTERNAL);
    html_word(v, "h1", NULL, WORD_RUN_REPORT);
    raw(v, "</div>\n<dl class=\"issued\">\n");
    html_term_date(v, WORD_AS_OF, r->as_of);
    raw(v, "</dl>\n</header>\n");
}

static enum verdict state_of(const struct run_report *r)
{
    if (r->supplier_count == 0) return VERDICT_NOT_JUDGED;
    if (r->incomplete || r->interrupted) return VERDICT_INCOMPLETE;
    if (r->grades[GRADE_MAJOR] || r->grades[GRADE_MINOR]) return VERDICT_NONCONFORMING;
    return r->with_findings ? VERDICT_OBSERVED : VERDICT_CONFORMS;
}

static void share(const struct view *v, const char *class, uint64_t n)
{
    if (!n) return;
    raw(v, "<span class=\"");
    raw(v, class);
    raw(v, "\" style=\"flex:");
    say_int(v, (int64_t)n);
    raw(v, "\"></span>");
}

static void legend(const struct view *v, const char *class, enum word label, uint64_t n)
{
    raw(v, "<li class=\"");
    raw(v, class);
    raw(v, "\"><i aria-hidden=\"true\"></i>");
    say_word(v, label);
    raw(v, " <b>"), say_int(v, (int64_t)n), raw(v, "</b></li>\n");
}

static void overview(const struct view *v, const struct run_report *r)
{
    raw(v, "<section class=\"verdict ");
    raw(v, verdict_name(state_of(r)));
    raw(v, "\">\n<h2 class=\"hidden\">");
    say_word(v, WORD_OVERVIEW);
    raw(v, "</h2>\n");
    html_verdict_badge(v, state_of(r));
    if (r->interrupted) html_word(v, "p", "bad", WORD_RUN_INTERRUPTED);
    raw(v, "<p>");
    say_run_verdict(v, r);
    raw(v, "</p>\n</section>\n<div class=\"split\" aria-hidden=\"true\">");
    share(v, "i", r->incomplete);
    share(v, "w", r->with_findings);
    share(v, "c", r->clean);
    raw(v, "</div>\n<ul class=\"legend\">\n");
    legend(v, "i", WORD_RUN_INCOMPLETE, r->incomplete);
    legend(v, "w", WORD_RUN_WITH_FINDINGS, r->with_findings);
    legend(v, "c", WORD_RUN_CLEAN, r->clean);
    legend(v, "t", WORD_RUN_TOTAL, r->supplier_count);
    raw(v, "</ul>\n");
}

static void count_row(const struct view *v, const char *words, uint64_t n)
{
    raw(v, "<tr><th scope=\"row\">");
    say(v, words);
    raw(v, "</th>");
    html_int(v, "td", "n", (int64_t)n);
    raw(v, "</tr>\n");
}

static void totals(const struct view *v, const struct run_report *r)
{
    raw(v, "<section>\n");
    html_word(v, "h2", NULL, WORD_SUMMARY);
    raw(v, "<table class=\"list\">\n<thead><tr><th scope=\"colgroup\" colspan=\"2\">");
    say_word(v, WORD_FINDINGS);
    raw(v, "</th></tr></thead>\n<tbody>");
    for (int g = GRADE_MAJOR; g > GRADE_NONE; g--) count_row(v, grade_words((enum grade)g, v->l), r->grades[g]);
    raw(v, "</tbody></table>\n<table class=\"list\">\n<thead><tr><th scope=\"colgroup\" colspan=\"2\">");
    say_word(v, WORD_RUN_OUTCOMES);
    raw(v, "</th></tr></thead>\n<tbody>");
    for (int o = 0; o < OUTCOME_COUNT; o++) count_row(v, outcome_words((enum outcome)o, v->l), r->outcomes[o]);
    raw(v, "</tbody></table>\n<dl class=\"basis\">\n");
    html_basis(v);
    raw(v, "</dl>\n</section>\n");
}

static void changes(const struct view *v, const struct run_report *r)
{
    if (!r->has_history) return;
    raw(v, "<section>\n");
    html_word(v, "h2", NULL, WORD_CHANGES);
    html_change_table(v, r->last_run, r->since, &r->changes);
    raw(v, "</section>\n");
}

static void risks(const struct view *v, const struct run_report *r)
{
    if (!v->internal) return;
    raw(v, "<section class=\"risk-box\">\n");
    html_word(v, "h2", NULL, WORD_RISK_MATRIX);
    html_matrix(v, r->risk_matrix, 0, 0);
    if (r->risk_matrix[0][0]) {
        raw(v, "<p class=\"note\">");
        say_word(v, WORD_NOT_ASSESSED);
        raw(v, ": "), say_int(v, (int64_t)r->risk_matrix[0][0]), raw(v, "</p>\n");
    }
    raw(v, "</section>\n");
}

/* ---- suppliers ---- */

static void column(const struct view *v, enum word w, bool number)
{
    raw(v, number ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">");
    say_word(v, w);
    raw(v, "</th>");
}

static void head_row(const struct view *v, bool history)
{
    raw(v, "<thead><tr>");
    column(v, WORD_SUPPLIER, false);
    column(v, WORD_VERDICT, false);
    column(v, WORD_MAJOR_SHORT, true);
    column(v, WORD_MINOR_SHORT, true);
    column(v, WORD_OBSERVATION_SHORT, true);
    column(v, WORD_INDETERMINATE_SHORT, true);
    column(v, WORD_ERROR_SHORT, true);
    if (history) column(v, WORD_NEW_SHORT, true), column(v, WORD_FIXED_SHORT, true), column(v, WORD_OVERDUE_NOW, true);
    if (v->internal) column(v, WORD_TIER, false), column(v, WORD_RISK_SCORE, true);
    raw(v, "</tr></thead>\n<tbody>\n");
}

static void number(const struct view *v, const char *class, uint64_t n)
{
    raw(v, "<td class=\"n ");
    raw(v, n ? class : "zero");
    raw(v, "\">");
    say_int(v, (int64_t)n);
    raw(v, "</td>");
}

static void name(const struct view *v, const struct run_row *row)
{
    const char *shown = row->name ? row->name : row->supplier;
    raw(v, "<td class=\"name\">");
    if (row->report) {
        raw(v, "<a href=\"suppliers/");
        put_url(v->out, row->report, strlen(row->report));
        raw(v, ".html\">");
    }
    say(v, shown);
    if (row->report) raw(v, "</a>");
    raw(v, "<span class=\"sub\">");
    if (row->name) say(v, row->supplier);
    if (row->country) raw(v, " \xC2\xB7 "), say(v, row->country);
    raw(v, "</span></td>");
}

static void supplier(const struct view *v, const struct run_row *row, bool history)
{
    raw(v, "<tr>");
    name(v, row);
    raw(v, "<td>");
    html_verdict_badge(v, row_verdict(row));
    if (row->incomplete && row_verdict(row) == VERDICT_NONCONFORMING) html_word(v, "span", "sub", WORD_INCOMPLETE);
    raw(v, "</td>");
    number(v, "major strong", row->grades[GRADE_MAJOR]);
    number(v, "minor strong", row->grades[GRADE_MINOR]);
    number(v, "strong", row->grades[GRADE_OBSERVATION]);
    number(v, "strong", row->outcomes[OUTCOME_INDETERMINATE]);
    number(v, "strong", row->outcomes[OUTCOME_ERROR]);
    if (history) {
        number(v, "strong", row->changes.last[CHANGE_NEW] + row->changes.last[CHANGE_BACK]);
        number(v, "", row->changes.last[CHANGE_FIXED]);
        number(v, "major strong", row->changes.overdue);
    }
    if (v->internal) {
        html_text(v, "td", NULL, word_of_token(row->tier, v->l));
        if (row->risk_score) number(v, "strong", (uint64_t)row->risk_score);
        else raw(v, "<td class=\"n zero\">\xE2\x80\x93</td>");
    }
    raw(v, "</tr>\n");
}

static void suppliers(const struct view *v, const struct run_report *r, const struct worst *w)
{
    raw(v, "<section>\n");
    html_heading(v, "suppliers", WORD_RUN_BY_SUPPLIER, (int64_t)r->supplier_count, true);
    raw(v, "<div class=\"scroll\"><table class=\"list\">\n");
    head_row(v, r->has_history);
    for (size_t i = 0; i < w->count; i++) {
        supplier(v, &w->rows[i].row, r->has_history);
        run_drain(r, v->out);
    }
    raw(v, "</tbody></table></div>\n");
    if (w->left_out) raw(v, "<p class=\"lead\">"), say_left_out(v, w->left_out), raw(v, "</p>\n");
    raw(v, "</section>\n");
}

/* Suppliers with something open, with the cause where the run knows it. */
static void open_matters(const struct view *v, const struct worst *w)
{
    int64_t count = 0;
    for (size_t i = 0; i < w->count; i++) count += w->rows[i].row.incomplete;
    raw(v, "<section>\n");
    html_heading(v, "open", WORD_RUN_COULD_NOT, count, true);
    if (!count) html_word(v, "p", "lead", WORD_RUN_COULD_NOT_NONE);
    else raw(v, "<ul class=\"judged\">\n");
    for (size_t i = 0; i < w->count; i++) {
        const struct run_row *row = &w->rows[i].row;
        if (!row->incomplete) continue;
        raw(v, "<li><div><p class=\"what\">");
        say(v, row->name ? row->name : row->supplier);
        raw(v, "</p><p class=\"reason\">");
        if (row->fault.id != FAULT_NONE) say_fault(v, &row->fault);
        else say_word(v, WORD_INDETERMINATE_SHORT), raw(v, " "), say_int(v, row->outcomes[OUTCOME_INDETERMINATE]),
            raw(v, ", "), say_word(v, WORD_ERROR_SHORT), raw(v, " "), say_int(v, row->outcomes[OUTCOME_ERROR]);
        raw(v, "</p></div></li>\n");
    }
    if (count) raw(v, "</ul>\n");
    raw(v, "</section>\n");
}

/* ---- rules ---- */

static void rule(const struct view *v, const struct run_rule *rule, uint64_t most)
{
    raw(v, "<tr><td class=\"what\">");
    say_rule_title(v, rule->rule);
    raw(v, "<span class=\"sub\">");
    say(v, rule->rule->id);
    if (rule->rule->control_count) raw(v, " \xC2\xB7 "), say_controls(v, rule->rule);
    raw(v, "</span></td><td>");
    html_grade_badge(v, rule->rule->grade);
    raw(v, "</td>");
    number(v, "strong", rule_hits(rule));
    raw(v, "<td class=\"bars\" aria-hidden=\"true\"><span class=\"bar\" style=\"width:");
    say_int(v, most ? (int64_t)((uint64_t)rule_hits(rule) * 100 / most) : 0);
    raw(v, "%\"></span></td>");
    number(v, "", rule->findings);
    number(v, "", rule_open(rule));
    raw(v, "</tr>\n");
}

static void rules(const struct view *v, const struct run_report *r)
{
    size_t count;
    size_t *order = rules_by_hits(r, &count);
    if (!order) {
        v->out->failed = true;
        return;
    }
    raw(v, "<section>\n");
    html_heading(v, "rules", WORD_RUN_BY_RULE, (int64_t)count, true);
    if (!count) html_word(v, "p", "lead", WORD_RUN_RULES_NONE);
    else {
        raw(v, "<div class=\"scroll\"><table class=\"list\">\n<thead><tr>");
        column(v, WORD_REQUIREMENT, false), column(v, WORD_GRADE, false), column(v, WORD_RUN_HIT, true);
        raw(v, "<td class=\"bars\"></td>");
        column(v, WORD_RUN_FINDINGS, true), column(v, WORD_INDETERMINATE_SHORT, true);
        raw(v, "</tr></thead>\n<tbody>\n");
        for (size_t i = 0; i < count; i++) rule(v, &r->rules[order[i]], r->supplier_count);
        raw(v, "</tbody></table></div>\n");
    }
    raw(v, "</section>\n");
    free(order);
}

void html_run(const struct run_report *r, const struct report_options *o, struct buffer *out)
{
    struct view v = view_of(out, NULL, o, put_html);
    struct worst w;
    if (!worst_collect(r, HTML_SUPPLIERS, &w)) {
        out->failed = true;
        return;
    }
    html_begin(&v, WORD_RUN_REPORT, NULL);
    masthead(&v, r);
    overview(&v, r);
    raw(&v, "<div class=\"boxes\">\n");
    totals(&v, r);
    risks(&v, r);
    changes(&v, r);
    raw(&v, "</div>\n");
    suppliers(&v, r, &w);
    open_matters(&v, &w);
    rules(&v, r);
    html_end(&v);
    worst_free(&w);
}
