/* One supplier's report as a page that stands alone: for the screen, the phone and paper. */
#include "report/html.h"
#include "report/renderers.h"

static const char *about(const struct result *r)
{
    return r->name ? r->name : r->supplier;
}

static void masthead(const struct view *v)
{
    const struct result *r = v->r;
    raw(v, "<header class=\"masthead\">\n<div>");
    html_word(v, "p", "kicker", v->internal ? WORD_INTERNAL : WORD_FOR_SUPPLIER);
    html_word(v, "h1", NULL, r->lone ? WORD_REPORT_TEMPLATE : WORD_REPORT);
    raw(v, "<p class=\"subject\">");
    say(v, about(r));
    raw(v, "</p></div>\n<dl class=\"issued\">\n");
    if (r->history) html_term_date(v, WORD_AS_OF, r->as_of);
    html_term_date(v, WORD_VALID_FROM, r->valid_from);
    html_term_date(v, WORD_VALID_UNTIL, r->valid_until);
    raw(v, "</dl>\n</header>\n");
}

static void verdict(const struct view *v)
{
    enum verdict d = verdict_of(v);
    raw(v, "<section class=\"verdict ");
    raw(v, verdict_name(d));
    raw(v, "\">\n<h2 class=\"hidden\">");
    say_word(v, WORD_VERDICT);
    raw(v, "</h2>\n");
    html_verdict_badge(v, d);
    raw(v, "<p>");
    say_verdict(v);
    raw(v, "</p>\n");
    if (v->r->fault.id != FAULT_NONE) {
        raw(v, "<p class=\"reason\">");
        say_fault_advice(v, &v->r->fault);
        raw(v, "</p>\n");
    }
    raw(v, "</section>\n");
}

static void tally_item(const struct view *v, const char *class, enum word label, uint32_t n, const char *link)
{
    raw(v, "<li class=\"");
    raw(v, class);
    raw(v, n ? "\">" : " zero\">");
    if (n) raw(v, "<a href=\"#"), raw(v, link), raw(v, "\">");
    raw(v, "<b>"), say_int(v, n), raw(v, "</b> ");
    say_word(v, label);
    if (n) raw(v, "</a>");
    raw(v, "</li>\n");
}

static void tally(const struct view *v)
{
    raw(v, "<ul class=\"tally\">\n");
    tally_item(v, "major", WORD_MAJOR_SHORT, v->grades[GRADE_MAJOR], "findings");
    tally_item(v, "minor", WORD_MINOR_SHORT, v->grades[GRADE_MINOR], "findings");
    tally_item(v, "observation", WORD_OBSERVATION_SHORT, v->grades[GRADE_OBSERVATION], "findings");
    tally_item(v, "indeterminate", WORD_INDETERMINATE_SHORT, v->outcomes[OUTCOME_INDETERMINATE], "open");
    tally_item(v, "error", WORD_ERROR_SHORT, v->outcomes[OUTCOME_ERROR], "open");
    tally_item(v, "waived", WORD_WAIVED_SHORT, v->outcomes[OUTCOME_WAIVED], "waived");
    tally_item(v, "pass", WORD_PASS_SHORT, v->outcomes[OUTCOME_PASS], "passed");
    tally_item(v, "not-applicable", WORD_NOT_APPLICABLE_SHORT, v->outcomes[OUTCOME_NOT_APPLICABLE], "not-applicable");
    raw(v, "</ul>\n");
}

static void identification(const struct view *v)
{
    const struct result *r = v->r;
    raw(v, "<section class=\"identity-box\">\n");
    html_word(v, "h2", NULL, WORD_IDENTITY);
    raw(v, "<dl>\n");
    html_term(v, WORD_NAME, r->name);
    if (r->lone) html_term(v, WORD_SUPPLIER, word(WORD_CONTRACT_ALONE, v->l));
    else html_term(v, WORD_SUPPLIER_ID, r->supplier);
    if (v->internal) html_term(v, WORD_TIER, word_of_token(r->tier, v->l));
    html_term(v, WORD_KIND, word_of_token(r->kind, v->l));
    html_term(v, WORD_CATEGORY, word_of_token(r->category, v->l));
    html_term(v, WORD_COUNTRY, r->country);
    html_term(v, WORD_CONTACT, r->contact);
    if (v->internal) html_term(v, WORD_PATH, r->path);
    html_basis(v);
    raw(v, "</dl>\n</section>\n");
}

/* Impact 4 x likelihood 5 = 20, very high. */
static void risk_sum(const struct view *v, const struct risk_info *risk)
{
    raw(v, "<li><span class=\"scenario\">");
    say(v, word_of_token(risk->scenario, v->l));
    raw(v, "</span> <span class=\"sum\">");
    say_word(v, WORD_IMPACT), raw(v, " <b>"), say_int(v, risk->impact), raw(v, "</b> \xC3\x97 ");
    say_word(v, WORD_LIKELIHOOD), raw(v, " <b>"), say_int(v, risk->likelihood), raw(v, "</b> = <b>");
    say_int(v, risk->score), raw(v, "</b> ");
    html_word(v, "span", "level", risk_word(risk_level(risk->score)));
    raw(v, "</span>");
    if (risk->assessed != DAY_NONE) {
        raw(v, " <span class=\"note\">");
        say_word(v, WORD_ASSESSED), raw(v, " "), say_date(v, risk->assessed);
        raw(v, "</span>");
    }
    raw(v, "</li>\n");
}

static void risk(const struct view *v)
{
    const struct result *r = v->r;
    if (!v->internal || r->lone) return;
    raw(v, "<section class=\"risk-box\">\n");
    html_word(v, "h2", NULL, WORD_RISK);
    if (!r->risk_count) {
        html_word(v, "p", "lead", WORD_RISK_NONE);
    } else {
        raw(v, "<ol class=\"risks\">\n");
        for (size_t i = 0; i < r->risk_count; i++) risk_sum(v, &r->risks[i]);
        raw(v, "</ol>\n");
        html_matrix(v, NULL, r->risks[0].impact, r->risks[0].likelihood);
    }
    raw(v, "</section>\n");
}

static void cost(const struct view *v)
{
    if (v->internal || !v->r->finding_count) return;
    raw(v, "<section class=\"cost\">\n");
    html_word(v, "h2", NULL, WORD_SUPPLIER_COST_TITLE);
    html_word(v, "p", NULL, WORD_SUPPLIER_COST);
    raw(v, "</section>\n");
}

/* Boxes to sign in, on paper only. */
static void signatures(const struct view *v)
{
    static const enum word who[] = {WORD_PREPARED, WORD_REVIEWED, WORD_APPROVED};
    raw(v, "<div class=\"signatures\">\n");
    for (size_t i = 0; i < sizeof who / sizeof *who; i++) {
        raw(v, "<div>");
        html_word(v, "b", NULL, who[i]);
        html_word(v, "span", NULL, WORD_DATE_AND_NAME);
        raw(v, "</div>\n");
    }
    raw(v, "</div>\n");
}

void html_supplier(const struct result *r, const struct report_options *o, struct buffer *out)
{
    struct view v = view_of(out, r, o, put_html);
    html_begin(&v, r->lone ? WORD_REPORT_TEMPLATE : WORD_REPORT, about(r));
    masthead(&v);
    verdict(&v);
    tally(&v);
    if (!v.internal) html_word(&v, "p", "intro", WORD_SUPPLIER_INTRO);
    raw(&v, "<div class=\"boxes\">\n");
    identification(&v);
    risk(&v);
    raw(&v, "</div>\n");
    html_findings(&v);
    cost(&v);
    html_judged(&v);
    html_facts(&v);
    signatures(&v);
    html_end(&v);
}
