/* The report of a run as a page: the whole portfolio at a glance, worst first, each supplier linked to its report. It is
 * complete without script; with it the list of suppliers can be searched, filtered and sorted. */
#include <stdlib.h>

#include "report/html.h"
#include "report/overview.h"
#include "report/portfolio.h"
#include "report/renderers.h"

static void masthead(const struct view *v, const struct run_report *r)
{
    raw(v, "<header class=\"masthead\" id=\"top\">\n<div>");
    if (v->internal) html_word(v, "p", "kicker", WORD_INTERNAL);
    html_word(v, "h1", NULL, WORD_RUN_REPORT);
    raw(v, "</div>\n<dl class=\"issued\">\n");
    html_term_date(v, WORD_AS_OF, r->as_of);
    html_term(v, WORD_POLICY, v->o->policy);
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

static void verdict(const struct view *v, const struct run_report *r)
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

/* ---- key figures ---- */

static void key(const struct view *v, const char *id, const char *class, enum word label, uint64_t n, const char *link)
{
    raw(v, "<li class=\""), raw(v, n ? class : "zero"), raw(v, "\"><a href=\"#"), raw(v, link), raw(v, "\"><b id=\"key-");
    raw(v, id);
    raw(v, "\">");
    say_int(v, (int64_t)n);
    raw(v, "</b> ");
    say_word(v, label);
    raw(v, "</a></li>\n");
}

static void keys(const struct view *v, const struct run_report *r, const struct portfolio *p)
{
    raw(v, "<section>\n<h2 class=\"hidden\">");
    say_word(v, WORD_PF_KEY_FIGURES);
    raw(v, "</h2>\n<ul class=\"keys\">\n");
    key(v, "suppliers", "all", WORD_SUPPLIERS, r->supplier_count, "suppliers");
    key(v, "major", "major", WORD_PF_MAJOR_KEY, r->grades[GRADE_MAJOR], "verdict=2");
    key(v, "minor", "minor", WORD_PF_MINOR_KEY, r->grades[GRADE_MINOR], "verdict=2");
    key(v, "observation", "observation", WORD_PF_OBSERVATION_KEY, r->grades[GRADE_OBSERVATION], "suppliers");
    key(v, "incomplete", "open", WORD_RUN_INCOMPLETE, r->incomplete, "open");
    if (r->has_history) key(v, "overdue", "major", WORD_OVERDUE_NOW, r->changes.overdue, "overdue=1");
    if (p->facts) {
        key(v, "expiring", p->expired ? "major" : "minor", WORD_PF_EXPIRING_KEY,
            p->expired + p->within_30 + p->within_60 + p->within_90, "expiring");
        key(v, "audits", "major", WORD_PF_AUDITS_LATE_KEY, p->audits_late, "audits");
        key(v, "risks", "minor", WORD_PF_NO_RISK_KEY, p->no_risk + p->stale_risks, "risk");
    }
    raw(v, "</ul>\n</section>\n");
}

static void contents(const struct view *v, const struct run_report *r, const struct portfolio *p)
{
    const bool facts = p->facts, listed = r->ledger;
    const struct { const char *id; enum word label; bool there; } rows[] = {
        {"suppliers", WORD_PF_SUPPLIERS, true}, {"overdue-list", WORD_OVERDUE_NOW, listed}, {"rules", WORD_REQUIREMENTS, true},
        {"controls", WORD_PF_NAV_CONTROLS, true}, {"expiring", WORD_PF_NAV_EXPIRING, facts},
        {"audits", WORD_PF_NAV_AUDITS, facts}, {"chains", WORD_PF_CHAINS, facts}, {"trends", WORD_PF_NAV_TRENDS, facts},
        {"open", WORD_PF_NAV_OPEN, true}, {"basis", WORD_BASIS, true}};
    raw(v, "<nav class=\"contents\" aria-label=\"");
    say_word(v, WORD_PF_CONTENTS);
    raw(v, "\">\n<ul>\n");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (!rows[i].there) continue;
        raw(v, "<li><a href=\"#"), raw(v, rows[i].id), raw(v, "\">");
        say_word(v, rows[i].label);
        raw(v, "</a></li>\n");
    }
    raw(v, "</ul>\n</nav>\n");
}

/* ---- what could not be judged ---- */

static void open_matter(const struct view *v, const struct run_row *row)
{
    raw(v, "<li><div><p class=\"what\">");
    say(v, row->name ? row->name : row->supplier);
    raw(v, "</p><p class=\"reason\">");
    if (row->fault.id != FAULT_NONE) say_fault(v, &row->fault);
    else say_word(v, WORD_INDETERMINATE_SHORT), raw(v, " "), say_int(v, row->outcomes[OUTCOME_INDETERMINATE]),
        raw(v, ", "), say_word(v, WORD_ERROR_SHORT), raw(v, " "), say_int(v, row->outcomes[OUTCOME_ERROR]);
    raw(v, "</p></div></li>\n");
}

enum { OPEN_ROWS = 300 };

/* Suppliers with something open, with the cause where the run knows it. */
static void open_matters(const struct view *v, const struct run_report *r)
{
    uint64_t listed = 0;
    raw(v, "<section>\n");
    html_heading(v, "open", WORD_RUN_COULD_NOT, (int64_t)r->incomplete, true);
    if (!r->incomplete) html_word(v, "p", "lead", WORD_RUN_COULD_NOT_NONE);
    else raw(v, "<ul class=\"judged\">\n");
    r->rewind(r->rows);
    for (const struct run_row *row; listed < OPEN_ROWS && (row = r->next(r->rows)) != NULL;) {
        if (!row->incomplete) continue;
        open_matter(v, row);
        listed++;
        run_drain(r, v->out);
    }
    if (r->incomplete) raw(v, "</ul>\n");
    html_more_rows(v, r->incomplete - (listed < r->incomplete ? listed : r->incomplete));
    raw(v, "</section>\n");
}

static void count_row(const struct view *v, const char *words, uint64_t n)
{
    raw(v, "<tr><th scope=\"row\">");
    say(v, words);
    raw(v, "</th>");
    html_int(v, "td", "n", (int64_t)n);
    raw(v, "</tr>\n");
}

static void basis(const struct view *v, const struct run_report *r)
{
    raw(v, "<section>\n");
    html_heading(v, "basis", WORD_BASIS, 0, false);
    raw(v, "<div class=\"boxes\">\n<dl class=\"basis\">\n");
    html_basis(v);
    raw(v, "</dl>\n<table class=\"list\">\n<thead><tr><th scope=\"colgroup\" colspan=\"2\">");
    say_word(v, WORD_RUN_OUTCOMES);
    raw(v, "</th></tr></thead>\n<tbody>");
    for (int o = 0; o < OUTCOME_COUNT; o++) count_row(v, outcome_words((enum outcome)o, v->l), r->outcomes[o]);
    raw(v, "</tbody></table>\n</div>\n</section>\n");
}

static void with_facts(const struct view *v, const struct portfolio *p)
{
    if (!p->facts) return;
    html_expiring(v, p);
    html_audits(v, p);
    html_chains(v, p);
    html_trends(v, p);
}

void html_run(const struct run_report *r, const struct report_options *o, struct buffer *out)
{
    struct view v = view_of(out, NULL, o, put_html);
    struct portfolio *p = malloc(sizeof *p);
    bool gathered = p && portfolio_gather(r, p);
    if (!gathered || !portfolio_register(p, r)) {
        if (gathered) portfolio_free(p);
        free(p);
        out->failed = true;
        return;
    }
    html_begin_run(&v, WORD_RUN_REPORT, html_overview_style, html_overview_script);
    masthead(&v, r);
    verdict(&v, r);
    keys(&v, r, p);
    contents(&v, r, p);
    html_by_risk(&v, r, p);
    html_suppliers(&v, r, p);
    html_overdue(&v, r);
    html_rules(&v, r);
    html_controls(&v, p, r->supplier_count);
    with_facts(&v, p);
    open_matters(&v, r);
    basis(&v, r);
    html_data(&v, r);
    html_end_run(&v, html_overview_script);
    portfolio_free(p);
    free(p);
}
