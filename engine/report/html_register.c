/* What the register says of the whole portfolio: what is overdue now, and how many findings were open month by month. */
#include <string.h>

#include "register/ledger.h"
#include "report/html.h"
#include "report/portfolio.h"

enum { OVERDUE_ROWS = 100 };

struct listing {
    const struct view *v;
    uint64_t listed;
};

static bool overdue_row(void *context, const struct ledger_entry *e)
{
    struct listing *l = context;
    const struct view *v = l->v;
    if (l->listed == OVERDUE_ROWS) return false;
    l->listed++;
    raw(v, "<tr><td class=\"name\">");
    html_supplier_name(v, e->supplier, e->name, NULL, NULL);
    raw(v, "</td><td>");
    html_grade_badge(v, e->grade);
    raw(v, "</td><td class=\"what\">");
    say(v, e->text[v->l]);
    raw(v, "<span class=\"sub\">"), say(v, e->rule), raw(v, "</span></td><td class=\"date\">");
    say_date(v, e->due);
    raw(v, "</td><td class=\"state\">");
    say(v, state_words(e->state, v->l));
    raw(v, "</td></tr>\n");
    return true;
}

void html_overdue(const struct view *v, const struct run_report *r)
{
    static const struct ledger_filter overdue = {.only_overdue = true};
    struct listing l = {.v = v};
    struct fault f = {0};
    if (!r->ledger) return;
    raw(v, "<section>\n");
    html_heading(v, "overdue-list", WORD_OVERDUE_NOW, (int64_t)r->changes.overdue, true);
    raw(v, "<div class=\"scroll\"><table class=\"list\">\n<thead><tr>");
    html_column(v, WORD_SUPPLIER, false), html_column(v, WORD_GRADE, false), html_column(v, WORD_FINDING, false);
    html_column(v, WORD_DUE, false), html_column(v, WORD_STATE, false);
    raw(v, "</tr></thead>\n<tbody>\n");
    if (ledger_list(r->ledger, &overdue, r->as_of, overdue_row, &l, &f) < 0) v->out->failed = true;
    raw(v, "</tbody></table></div>\n");
    html_more_rows(v, r->changes.overdue > l.listed ? r->changes.overdue - l.listed : 0);
    raw(v, "</section>\n");
}

/* The last run of a month stands for it. */
static bool take_run(void *context, const struct ledger_run *run)
{
    struct portfolio *p = context;
    int month = run->counted ? portfolio_month(p, run->as_of) : -1;
    if (month < 0) return true;
    struct month_sum *m = &p->months[month];
    m->recorded = p->recorded = true;
    m->major = run->open[GRADE_MAJOR];
    m->minor = run->open[GRADE_MINOR];
    m->overdue = run->overdue;
    return true;
}

bool portfolio_register(struct portfolio *p, const struct run_report *r)
{
    struct fault f = {0};
    return !r->ledger || ledger_runs(r->ledger, 0, take_run, p, &f) == 0;
}
