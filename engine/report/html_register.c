/* What the register says of the whole portfolio: what is overdue now, and how many findings were open month by month. */
#include <string.h>

#include "base/arena.h"
#include "register/ledger.h"
#include "report/html.h"
#include "report/portfolio.h"

enum { OVERDUE_ROWS = 100, NAMES_BYTES = 4 * 1024 * 1024 };

/* The findings listed, with the reports of their suppliers where this run wrote one. */
struct listing {
    const struct view *v;
    struct arena *arena;
    size_t count, listed;
    struct { const char *supplier, *report; } rows[OVERDUE_ROWS];
};

static bool take_supplier(void *context, const struct ledger_entry *e)
{
    struct listing *l = context;
    if (l->count == OVERDUE_ROWS) return false;
    l->rows[l->count++].supplier = arena_copy(l->arena, e->supplier, strlen(e->supplier));
    return !arena_failed(l->arena);
}

static void find_reports(struct listing *l, const struct run_report *r)
{
    r->rewind(r->rows);
    for (const struct run_row *row; (row = r->next(r->rows)) != NULL;)
        for (size_t i = 0; row->report && i < l->count && !arena_failed(l->arena); i++)
            if (strcmp(l->rows[i].supplier, row->supplier) == 0)
                l->rows[i].report = arena_copy(l->arena, row->report, strlen(row->report));
}

static bool overdue_row(void *context, const struct ledger_entry *e)
{
    struct listing *l = context;
    const struct view *v = l->v;
    if (l->listed == l->count) return false;
    raw(v, "<tr><td class=\"name\">");
    html_supplier_name(v, e->supplier, e->name, l->rows[l->listed++].report, NULL);
    raw(v, "</td><td>");
    html_grade_badge(v, e->grade);
    raw(v, "</td><td class=\"what\">");
    say(v, e->text[v->l]);
    raw(v, "<span class=\"sub\">"), say(v, e->rule), raw(v, "</span></td>");
    html_labelled(v, "date", WORD_DUE), say_date(v, e->due), raw(v, "</td><td class=\"state\">");
    say(v, state_words(e->state, v->l));
    raw(v, "</td></tr>\n");
    return true;
}

static bool list_overdue(struct listing *l, const struct run_report *r)
{
    static const struct ledger_filter overdue = {.only_overdue = true};
    struct fault f = {0};
    if (ledger_list(r->ledger, &overdue, r->as_of, take_supplier, l, &f) < 0 || arena_failed(l->arena)) return false;
    find_reports(l, r);
    return !arena_failed(l->arena) && ledger_list(r->ledger, &overdue, r->as_of, overdue_row, l, &f) == 0;
}

void html_overdue(const struct view *v, const struct run_report *r)
{
    struct listing l = {.v = v};
    if (!r->ledger) return;
    raw(v, "<section>\n");
    html_heading(v, "overdue-list", WORD_OVERDUE_NOW, (int64_t)r->changes.overdue, true);
    raw(v, "<div class=\"scroll\"><table class=\"list stack\">\n<thead><tr>");
    html_column(v, WORD_SUPPLIER, false), html_column(v, WORD_GRADE, false), html_column(v, WORD_FINDING, false);
    html_column(v, WORD_DUE, false), html_column(v, WORD_STATE, false);
    raw(v, "</tr></thead>\n<tbody>\n");
    l.arena = arena_new(NAMES_BYTES);
    if (!l.arena || !list_overdue(&l, r)) v->out->failed = true;
    arena_free(l.arena);
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
