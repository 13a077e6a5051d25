/* The page of a surveillance audit: totals first, each the number of rows of a table below. */
#include "report/audit_pack_html.h"

#include <string.h>

static const char pack_style[] =
    ".keys li{flex-basis:6.5rem}.head{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.875rem;overflow-wrap:anywhere}\n"
    ".balance td.total,.balance th.total{background:var(--faint);font-weight:700}.said{display:block;font-size:.8125rem;color:var(--soft)}\n"
    ".said b{font-weight:600;color:var(--ink)}.date{white-space:nowrap;font-variant-numeric:tabular-nums}\n"
    ".list .name{min-width:8rem;width:18%}.list .what{width:36%}.list .last{min-width:7rem}.late{color:var(--major);font-weight:600}\n"
    "@page{size:A4 landscape;margin:14mm 14mm 16mm}\n"
    "@media print{.contents{display:none!important}.keys li{flex-basis:6rem}.keys b{font-size:15pt}.keys a{padding:1.5mm 2mm}\n"
    ".legend,.note{break-after:avoid}.keys,.balance,.boxes>section{break-inside:avoid}tfoot{display:table-row-group}.list td,.list th{padding:.25rem .45rem}}\n";

/* ---- small elements ---- */

void pack_html_date(const struct view *v, day d)
{
    raw(v, "<td class=\"date\">");
    if (d == DAY_NONE) raw(v, "<span class=\"zero\">\xE2\x80\x93</span>");
    else say_date(v, d);
    raw(v, "</td>");
}

bool pack_html_section(const struct view *v, const char *id, enum word title, uint64_t count)
{
    raw(v, "<section>\n");
    html_heading(v, id, title, (int64_t)count, true);
    if (count) return true;
    html_word(v, "p", "lead", WORD_AP_NOTHING);
    raw(v, "</section>\n");
    return false;
}

void pack_html_columns(const struct view *v, const enum word *columns, size_t count)
{
    raw(v, "<div class=\"scroll\"><table class=\"list\">\n<thead><tr>");
    for (size_t i = 0; i < count; i++) html_column(v, columns[i], false);
    raw(v, "</tr></thead>\n<tbody>\n");
}

void pack_html_section_end(const struct view *v, uint64_t left_out)
{
    raw(v, "</tbody></table></div>\n");
    if (left_out) {
        raw(v, "<p class=\"lead\">");
        say_word(v, WORD_AP_MORE);
        raw(v, " "), say_int(v, (int64_t)left_out), raw(v, "</p>\n");
    }
    raw(v, "</section>\n");
}

void pack_html_supplier(const struct view *v, const struct pack_supplier *s)
{
    raw(v, "<td class=\"name\">");
    html_supplier_name(v, s->id, s->name, NULL, s->tier ? word_of_token(s->tier, v->l) : NULL);
    raw(v, "</td>");
}

/* ---- head ---- */

static void period(const struct view *v, const struct audit_pack *p)
{
    html_word(v, "dt", NULL, WORD_AP_PERIOD);
    raw(v, "<dd>");
    bool ja = v->l == LANGUAGE_JA;
    raw(v, ja ? "" : "after "), say_date(v, p->since), raw(v, ja ? "の翌日から" : ", to "), say_date(v, p->as_of);
    raw(v, ja ? "まで</dd>\n" : "</dd>\n");
}

static void masthead(const struct view *v, const struct audit_pack *p)
{
    raw(v, "<header class=\"masthead\" id=\"top\">\n<div>");
    html_word(v, "p", "kicker", WORD_INTERNAL);
    html_word(v, "h1", NULL, WORD_AP_TITLE);
    raw(v, "</div>\n<dl class=\"issued\">\n");
    period(v, p);
    html_term(v, WORD_POLICY, v->o->policy);
    raw(v, "</dl>\n</header>\n");
}

static void chain(const struct view *v, const struct audit_pack *p)
{
    bool sound = p->unsound.id == FAULT_NONE;
    raw(v, "<section class=\"verdict "), raw(v, sound ? "conforming" : "nonconforming"), raw(v, "\">\n<h2 class=\"hidden\">");
    say_word(v, WORD_AP_HISTORY);
    raw(v, "</h2>\n<span class=\"badge "), raw(v, sound ? "conforming" : "nonconforming"), raw(v, "\"><span class=\"sign\" aria-hidden=\"true\">");
    raw(v, sound ? "\xE2\x9C\x93" : "\xE2\x96\xB2"), raw(v, "</span>");
    say_word(v, sound ? WORD_AP_SOUND : WORD_AP_UNSOUND);
    raw(v, "</span>\n<p>");
    if (sound) say_word(v, WORD_AP_SOUND_NOTE);
    else say_fault(v, &p->unsound);
    raw(v, "</p>\n<p>");
    say_word(v, WORD_AP_EVENTS), raw(v, " <b id=\"events\">"), say_int(v, p->events), raw(v, "</b> \xC2\xB7 ");
    say_word(v, WORD_AP_HEAD), raw(v, " <span class=\"head\" id=\"head\">"), say_hash(v, &p->head, sizeof p->head), raw(v, "</span></p>\n");
    html_word(v, "p", "note", WORD_AP_HEAD_NOTE);
    if (p->incomplete) {
        raw(v, "<p class=\"bad\">");
        say_word(v, WORD_AP_INCOMPLETE), raw(v, " "), say_int(v, (int64_t)p->incomplete), raw(v, "</p>\n");
    }
    raw(v, "</section>\n");
}

/* ---- key figures ---- */

static void key(const struct view *v, const char *id, const char *class, enum word label, uint64_t n, const char *link)
{
    raw(v, "<li class=\""), raw(v, n ? class : "zero"), raw(v, "\"><a href=\"#"), raw(v, link), raw(v, "\"><b id=\"key-");
    raw(v, id), raw(v, "\">"), say_int(v, (int64_t)n), raw(v, "</b> ");
    say_word(v, label);
    raw(v, "</a></li>\n");
}

static void keys(const struct view *v, const struct audit_pack *p)
{
    raw(v, "<section>\n<h2 class=\"hidden\">");
    say_word(v, WORD_PF_KEY_FIGURES);
    raw(v, "</h2>\n<ul class=\"keys\">\n");
    key(v, "suppliers", "all", WORD_SUPPLIERS, p->suppliers, "risks");
    key(v, "refreshed", "all", WORD_AP_RISK_REFRESHED, p->risk_totals[PACK_RISK_REFRESHED], "risks");
    key(v, "stale", "minor", WORD_AP_RISK_STALE, p->risk_totals[PACK_RISK_STALE], "risks");
    key(v, "unassessed", "major", WORD_AP_RISK_NONE, p->risk_totals[PACK_RISK_NONE], "risks");
    key(v, "held", "all", WORD_PF_AUDIT_DONE, p->audit_totals[PACK_AUDIT_HELD] + p->audit_totals[PACK_AUDIT_LATE], "audits");
    key(v, "missed", "major", WORD_PF_AUDITS_LATE_KEY, p->audit_totals[PACK_AUDIT_MISSED] + p->audit_totals[PACK_AUDIT_OVERDUE], "audits");
    key(v, "open", "minor", WORD_AP_OPEN_END, p->balance.end, "open");
    key(v, "overdue", "major", WORD_OVERDUE_NOW, p->balance.overdue, "open");
    key(v, "closed", "all", WORD_AP_CLOSED_LIST, p->moves[PACK_ABSENT][PACK_CLOSED] + p->moves[PACK_OPEN][PACK_CLOSED] +
        p->moves[PACK_ACCEPTED][PACK_CLOSED] + p->moves[PACK_CLOSED][PACK_CLOSED], "closed");
    key(v, "accepted", "observation", WORD_AP_ACCEPTED, p->moves[PACK_ABSENT][PACK_ACCEPTED] + p->moves[PACK_OPEN][PACK_ACCEPTED] +
        p->moves[PACK_ACCEPTED][PACK_ACCEPTED] + p->moves[PACK_CLOSED][PACK_ACCEPTED], "accepted");
    raw(v, "</ul>\n</section>\n");
}

static void contents(const struct view *v)
{
    static const struct { const char *id; enum word label; } rows[] = {
        {"balance", WORD_SUMMARY}, {"risks", WORD_AP_RISKS}, {"audits", WORD_PF_NAV_AUDITS}, {"open", WORD_AP_NAV_FINDINGS},
        {"closed", WORD_AP_NAV_CLOSED}, {"accepted", WORD_AP_NAV_ACCEPTED}, {"months", WORD_AP_MONTHS}, {"basis", WORD_BASIS}};
    raw(v, "<nav class=\"contents\" aria-label=\"");
    say_word(v, WORD_PF_CONTENTS);
    raw(v, "\">\n<ul>\n");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        raw(v, "<li><a href=\"#"), raw(v, rows[i].id), raw(v, "\">");
        say_word(v, rows[i].label);
        raw(v, "</a></li>\n");
    }
    raw(v, "</ul>\n</nav>\n");
}

/* ---- the balance of findings ---- */

static void balance_row(const struct view *v, const char *id, const char *words, const struct pack_balance *b)
{
    raw(v, "<tr"), raw(v, id), raw(v, "><th scope=\"row\">"), say(v, words), raw(v, "</th>");
    html_number(v, "total", b->start), html_number(v, "", b->appeared), html_number(v, "", b->returned);
    html_number(v, "", b->closed), html_number(v, "", b->accepted), html_number(v, "total", b->end);
    html_number(v, "major strong", b->overdue), html_number(v, "", b->settled);
    raw(v, "</tr>\n");
}

static void balance(const struct view *v, const struct audit_pack *p)
{
    static const enum word columns[] = {WORD_AP_OPEN_START, WORD_AP_NEW, WORD_AP_RETURNED, WORD_AP_CLOSED, WORD_AP_ACCEPTED,
                                        WORD_AP_OPEN_END, WORD_OVERDUE_NOW, WORD_AP_SETTLED};
    raw(v, "<section>\n");
    html_heading(v, "balance", WORD_AP_BALANCE, 0, false);
    html_word(v, "p", "lead", WORD_AP_BALANCE_NOTE);
    raw(v, "<div class=\"scroll\"><table class=\"list balance\">\n<thead><tr>");
    html_column(v, WORD_GRADE, false);
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) html_column(v, columns[i], true);
    raw(v, "</tr></thead>\n<tbody>\n");
    for (int g = GRADE_MAJOR; g >= GRADE_OBSERVATION; g--) balance_row(v, "", grade_words((enum grade)g, v->l), &p->balances[g]);
    raw(v, "</tbody>\n<tfoot>");
    balance_row(v, " id=\"balance-sums\"", word(WORD_PF_TOTAL, v->l), &p->balance);
    raw(v, "</tfoot></table></div>\n<p class=\"note\">");
    say_word(v, WORD_AP_UNTOUCHED), raw(v, " "), say_int(v, (int64_t)p->untouched);
    raw(v, "</p>\n</section>\n");
}

/* ---- runs and what was done ---- */

static void month_row(const struct view *v, const struct pack_month *m)
{
    raw(v, "<tr><th scope=\"row\">"), html_month(v, m->first), raw(v, "</th>");
    const int64_t values[] = {m->runs, m->suppliers, m->appeared, m->returned, m->fixed, m->accepted, m->major, m->minor,
                              m->observation, m->overdue};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) html_number(v, "", (uint64_t)values[i]);
    raw(v, "</tr>\n");
}

static void months(const struct view *v, const struct audit_pack *p)
{
    static const enum word columns[] = {WORD_AP_RUNS, WORD_SUPPLIERS, WORD_NEW_SHORT, WORD_RECURRED, WORD_FIXED_SHORT, WORD_AP_ACCEPTED,
                                        WORD_MAJOR_SHORT, WORD_MINOR_SHORT, WORD_OBSERVATION_SHORT, WORD_OVERDUE_NOW};
    raw(v, "<section>\n");
    html_heading(v, "months", WORD_AP_MONTHS, 0, false);
    if (!p->month_count) html_word(v, "p", "lead", WORD_AP_NOTHING);
    else {
        raw(v, "<div class=\"scroll\"><table class=\"list\">\n<thead><tr>");
        html_column(v, WORD_PF_MONTH, false);
        for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) html_column(v, columns[i], true);
        raw(v, "</tr></thead>\n<tbody>\n");
        for (size_t i = 0; i < p->month_count; i++) month_row(v, &p->months[i]);
        raw(v, "</tbody></table></div>\n");
    }
    raw(v, "</section>\n");
}

static void done(const struct view *v, const struct audit_pack *p)
{
    raw(v, "<section>\n");
    html_heading(v, "done", WORD_AP_DONE, 0, false);
    raw(v, "<table class=\"list\">\n<thead><tr>");
    html_column(v, WORD_AP_ACTION, false), html_column(v, WORD_AP_COUNT, true);
    raw(v, "</tr></thead>\n<tbody>\n");
    for (int a = 0; a < ACTION_COUNT; a++) {
        raw(v, "<tr><th scope=\"row\">"), say(v, action_words((enum ledger_action)a, v->l)), raw(v, "</th>");
        html_number(v, "", p->actions[a]);
        raw(v, "</tr>\n");
    }
    raw(v, "</tbody></table>\n</section>\n");
}

static void policies(const struct view *v, const struct audit_pack *p)
{
    raw(v, "<section>\n");
    html_heading(v, "basis", WORD_BASIS, 0, false);
    raw(v, "<dl>\n");
    html_basis(v);
    raw(v, "</dl>\n<table class=\"list\">\n<thead><tr>");
    html_column(v, WORD_AP_POLICIES, false), html_column(v, WORD_AP_PERIOD, false), html_column(v, WORD_AP_RUNS, true);
    raw(v, "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < p->policy_count; i++) {
        const struct pack_policy *x = &p->policies[i];
        raw(v, "<tr><th scope=\"row\">"), say(v, x->name), raw(v, "</th><td class=\"date\">");
        say_date(v, x->from), raw(v, " \xE2\x80\x93 "), say_date(v, x->to), raw(v, "</td>");
        html_number(v, "", (uint64_t)x->runs);
        raw(v, "</tr>\n");
    }
    raw(v, "</tbody></table>\n</section>\n");
}

int audit_pack_html(const struct audit_pack *p, struct ledger *l, const struct report_options *o, struct buffer *out,
                    struct fault *f)
{
    struct view v = view_of(out, NULL, o, put_html);
    const char *styles[8] = {0};
    size_t count = 0;
    (void)l, (void)f;
    for (; html_overview_style[count] && count < 6; count++) styles[count] = html_overview_style[count];
    styles[count] = pack_style;
    html_begin_run(&v, WORD_AP_TITLE, styles, NULL);
    masthead(&v, p);
    chain(&v, p);
    keys(&v, p);
    contents(&v);
    balance(&v, p);
    pack_html_risks(&v, p);
    pack_html_audits(&v, p);
    pack_html_findings(&v, p);
    months(&v, p);
    raw(&v, "<div class=\"boxes\">\n");
    done(&v, p);
    policies(&v, p);
    raw(&v, "</div>\n");
    html_end(&v);
    return 0;
}
