/* What the portfolio adds up to: risk, requirements missed, controls. */
#include <stdlib.h>
#include <string.h>

#include "report/html.h"
#include "report/overview.h"
#include "report/portfolio.h"

/* ---- risk and criticality ---- */

static void tier_row(const struct view *v, const char *class, const char *name, const char *link, const struct tier_sum *t)
{
    raw(v, "<tr"), raw(v, class), raw(v, "><th scope=\"row\">");
    if (link) raw(v, "<a href=\"#tier="), raw(v, link), raw(v, "\">");
    say(v, name);
    if (link) raw(v, "</a>");
    raw(v, "</th>");
    html_number(v, "strong", t->suppliers);
    html_number(v, "", t->clean);
    html_number(v, "", t->with_findings);
    html_number(v, "", t->incomplete);
    html_number(v, "major strong", t->grades[GRADE_MAJOR]);
    html_number(v, "minor strong", t->grades[GRADE_MINOR]);
    html_number(v, "", t->grades[GRADE_OBSERVATION]);
    raw(v, "</tr>\n");
}

static void add_tier(struct tier_sum *all, const struct tier_sum *t)
{
    all->suppliers += t->suppliers;
    all->clean += t->clean;
    all->with_findings += t->with_findings;
    all->incomplete += t->incomplete;
    for (int g = 0; g < GRADE_COUNT; g++) all->grades[g] += t->grades[g];
}

static void by_tier(const struct view *v, const struct run_report *r, const struct portfolio *p)
{
    static const char *const links[TIER_COUNT] = {"0", "1", "2", "3", "4"};
    struct tier_sum all = {0};
    raw(v, "<section>\n");
    html_heading(v, "tiers", WORD_PF_BY_TIER, 0, false);
    raw(v, "<div class=\"scroll\"><table class=\"list tiers\">\n<thead><tr>");
    html_column(v, WORD_TIER, false), html_column(v, WORD_SUPPLIERS, true), html_column(v, WORD_RUN_CLEAN, true);
    html_column(v, WORD_RUN_WITH_FINDINGS, true), html_column(v, WORD_RUN_INCOMPLETE, true);
    html_column(v, WORD_MAJOR_SHORT, true), html_column(v, WORD_MINOR_SHORT, true);
    html_column(v, WORD_OBSERVATION_SHORT, true);
    raw(v, "</tr></thead>\n<tbody>\n");
    for (int t = 0; t < TIER_COUNT; t++) {
        const char *name = word_of_token(portfolio_tier_name((enum portfolio_tier)t), v->l);
        add_tier(&all, &p->tiers[t]);
        if (p->tiers[t].suppliers) tier_row(v, "", name ? name : word(WORD_PF_TIER_NONE, v->l), links[t], &p->tiers[t]);
    }
    raw(v, "</tbody>\n<tfoot>");
    tier_row(v, " id=\"tier-sums\"", word(WORD_PF_TOTAL, v->l), NULL, &all);
    raw(v, "</tfoot></table></div>\n");
    if (r->has_history) {
        html_heading(v, "changes", WORD_CHANGES, 0, false);
        html_change_table(v, r->last_run, r->since, &r->changes);
    }
    raw(v, "</section>\n");
}

static void note_count(const struct view *v, enum word label, uint64_t n)
{
    if (!n) return;
    raw(v, "<p class=\"note\">");
    say_word(v, label);
    raw(v, ": "), say_int(v, (int64_t)n), raw(v, "</p>\n");
}

void html_by_risk(const struct view *v, const struct run_report *r, const struct portfolio *p)
{
    if (!v->internal) return;
    raw(v, "<div class=\"boxes risk-and-tier\">\n<section class=\"risk-box\">\n");
    html_heading(v, "risk", WORD_RISK_MATRIX, 0, false);
    html_matrix(v, r->risk_matrix, 0, 0);
    note_count(v, WORD_NOT_ASSESSED, r->risk_matrix[0][0]);
    raw(v, "</section>\n");
    by_tier(v, r, p);
    raw(v, "</div>\n");
}

/* ---- requirements ---- */

static void rule(const struct view *v, const struct run_rule *rule, uint64_t suppliers)
{
    raw(v, "<tr><td class=\"what\"><a href=\"#rule=");
    put_url(v->out, rule->rule->id, strlen(rule->rule->id));
    raw(v, "\">");
    say_rule_title(v, rule->rule);
    raw(v, "</a><span class=\"sub\">");
    say(v, rule->rule->id);
    if (rule->rule->control_count) raw(v, " \xC2\xB7 "), say_controls(v, rule->rule);
    raw(v, "</span></td><td>");
    html_grade_badge(v, rule->rule->grade);
    raw(v, "</td>");
    html_number_of(v, "strong", WORD_RUN_HIT, rule_hits(rule));
    raw(v, "<td class=\"bars\" aria-hidden=\"true\"><span class=\"bar ");
    raw(v, grade_name(rule->rule->grade));
    raw(v, "\"");
    html_percent(v, rule_hits(rule), suppliers);
    raw(v, "></span></td>");
    html_number_of(v, "", WORD_RUN_FINDINGS, rule->findings);
    html_number_of(v, "", WORD_INDETERMINATE_SHORT, rule_open(rule));
    raw(v, "</tr>\n");
}

enum { TOP_RULES = 15 };

static void rule_table(const struct view *v, const struct run_report *r, const size_t *order, size_t count)
{
    raw(v, "<div class=\"scroll\"><table class=\"list stack rule-table\">\n<thead><tr>");
    html_column(v, WORD_REQUIREMENT, false), html_column(v, WORD_GRADE, false), html_column(v, WORD_RUN_HIT, true);
    raw(v, "<td class=\"bars\"></td>");
    html_column(v, WORD_RUN_FINDINGS, true), html_column(v, WORD_INDETERMINATE_SHORT, true);
    raw(v, "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < count; i++) rule(v, &r->rules[order[i]], r->supplier_count);
    raw(v, "</tbody></table></div>\n");
}

static void fold(const struct view *v, enum word label, size_t count)
{
    raw(v, "<details><summary>");
    say_word(v, label);
    raw(v, " <span class=\"count\">"), say_int(v, (int64_t)count), raw(v, "</span></summary>\n");
}

void html_rules(const struct view *v, const struct run_report *r)
{
    size_t count;
    size_t *order = rules_by_hits(r, &count);
    if (!order) {
        v->out->failed = true;
        return;
    }
    raw(v, "<section>\n");
    html_heading(v, "rules", WORD_PF_TOP_RULES, (int64_t)count, true);
    if (!count) html_word(v, "p", "lead", WORD_RUN_RULES_NONE);
    else rule_table(v, r, order, count < TOP_RULES ? count : TOP_RULES);
    if (count > TOP_RULES) {
        fold(v, WORD_PF_OTHER_RULES, count - TOP_RULES);
        rule_table(v, r, order + TOP_RULES, count - TOP_RULES);
        raw(v, "</details>\n");
    }
    raw(v, "</section>\n");
    free(order);
}

/* ---- controls ---- */

static const struct { const char *class; enum word label; } shares[] = {
    {"fail", WORD_PF_NOT_MET}, {"open", WORD_PF_NOT_KNOWN}, {"waived", WORD_PF_WAIVED}, {"ok", WORD_PF_MET},
    {"none", WORD_PF_DOES_NOT_APPLY}};
enum { SHARES = sizeof shares / sizeof *shares };

static void control(const struct view *v, const struct control_sum *c, uint64_t suppliers)
{
    const uint64_t counts[SHARES] = {c->fail, c->open, c->waived, c->conform, c->none};
    raw(v, "<tr><th scope=\"row\">");
    say(v, c->name);
    raw(v, "</th>");
    html_number(v, "", c->rules);
    raw(v, "<td class=\"coverage\" aria-hidden=\"true\"><div class=\"share\">");
    for (int i = 0; i < SHARES; i++) {
        if (!counts[i]) continue;
        raw(v, "<span class=\""), raw(v, shares[i].class), raw(v, "\"");
        html_percent(v, counts[i], suppliers);
        raw(v, "></span>");
    }
    raw(v, "</div></td>");
    for (int i = 0; i < SHARES; i++) html_number(v, i == 0 ? "major strong" : "", counts[i]);
    raw(v, "</tr>\n");
}

/* The controls of ISO/IEC 27001:2022 that are about suppliers: always shown, also when no rule serves them. */
static const char *const on_suppliers[] = {"ISO/IEC 27001:2022 A.5.19", "ISO/IEC 27001:2022 A.5.20", "ISO/IEC 27001:2022 A.5.21",
                                           "ISO/IEC 27001:2022 A.5.22", "ISO/IEC 27001:2022 A.5.23"};
enum { ON_SUPPLIERS = sizeof on_suppliers / sizeof *on_suppliers };

static bool is_on_suppliers(const char *name)
{
    for (int i = 0; i < ON_SUPPLIERS; i++)
        if (strcmp(name, on_suppliers[i]) == 0) return true;
    return false;
}

static void control_head(const struct view *v)
{
    raw(v, "<div class=\"scroll\"><table class=\"list controls-table\">\n<thead><tr>");
    html_column(v, WORD_PF_CONTROL, false), html_column(v, WORD_PF_RULES, true);
    raw(v, "<td class=\"coverage\"></td>");
    for (int i = 0; i < SHARES; i++) {
        raw(v, "<th scope=\"col\" class=\"n\"><i class=\"dot "), raw(v, shares[i].class), raw(v, "\"></i>");
        say_word(v, shares[i].label);
        raw(v, "</th>");
    }
    raw(v, "</tr></thead>\n<tbody>\n");
}

/* A pack that speaks of the standard at all should serve each of these: one that no rule serves is a gap. */
static size_t main_controls(const struct view *v, const struct portfolio *p, uint64_t suppliers)
{
    size_t known = 0;
    bool of_standard = false;
    for (size_t i = 0; i < p->control_count; i++)
        of_standard = of_standard || strncmp(p->controls[i].name, "ISO/IEC 27001:2022 ", 19) == 0;
    for (int k = 0; of_standard && k < ON_SUPPLIERS; k++) {
        const struct control_sum none = {.name = on_suppliers[k], .none = suppliers}, *c = &none;
        for (size_t i = 0; i < p->control_count; i++)
            if (strcmp(p->controls[i].name, on_suppliers[k]) == 0) c = &p->controls[i], known++;
        control(v, c, suppliers);
    }
    return known;
}

void html_controls(const struct view *v, const struct portfolio *p, uint64_t suppliers)
{
    raw(v, "<section>\n");
    html_heading(v, "controls", WORD_PF_CONTROLS, (int64_t)p->control_count, true);
    html_word(v, "p", "lead", WORD_PF_CONTROLS_NOTE);
    control_head(v);
    size_t known = main_controls(v, p, suppliers);
    if (known) {
        raw(v, "</tbody></table></div>\n");
        if (known < p->control_count) fold(v, WORD_PF_OTHER_CONTROLS, p->control_count - known), control_head(v);
    }
    for (size_t i = 0; i < p->control_count; i++)
        if (!known || !is_on_suppliers(p->controls[i].name)) control(v, &p->controls[i], suppliers);
    if (!known || known < p->control_count) raw(v, "</tbody></table></div>\n");
    if (known && known < p->control_count) raw(v, "</details>\n");
    raw(v, "</section>\n");
}
