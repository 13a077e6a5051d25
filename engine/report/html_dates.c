/* What is due: certificates and contracts that expire, audits. */
#include "report/html.h"
#include "report/overview.h"
#include "report/portfolio.h"

enum { LISTED = 200 };

static void name(const struct view *v, const struct dated *d)
{
    raw(v, "<td class=\"name\">");
    html_supplier_name(v, d->supplier, d->name, d->report, v->internal && d->tier ? word_of_token(d->tier, v->l) : NULL);
    raw(v, "</td>");
}

static void date_cell(const struct view *v, enum word label, day d, enum word otherwise)
{
    html_labelled(v, "date", label);
    if (d == DAY_NONE) html_word(v, "span", "zero", otherwise);
    else say_date(v, d);
    raw(v, "</td>");
}

static void days_cell(const struct view *v, day when, day as_of)
{
    html_labelled(v, "n", WORD_PF_DAYS);
    say_int(v, (int64_t)when - as_of);
    raw(v, "</td>");
}

static void mark(const struct view *v, const char *class, enum word label)
{
    raw(v, "<span class=\"badge "), raw(v, class), raw(v, "\">");
    say_word(v, label);
    raw(v, "</span>");
}

/* ---- what expires ---- */

static void expiry_mark(const struct view *v, int64_t left)
{
    if (left < 0) mark(v, "major", WORD_PF_EXPIRED);
    else if (left <= 30) mark(v, "minor", WORD_PF_WITHIN_30);
    else if (left <= 60) mark(v, "observation", WORD_PF_WITHIN_60);
    else mark(v, "", WORD_PF_WITHIN_90);
}

static void expiry(const struct view *v, const struct dated *d, day as_of)
{
    raw(v, "<tr>");
    name(v, d);
    raw(v, "<td>");
    say(v, d->text);
    raw(v, "<span class=\"sub\">");
    say(v, word_of_token(d->kind == DATED_CONTRACT ? "contract" : "certificate", v->l));
    if (d->renews) raw(v, " \xC2\xB7 "), say_word(v, WORD_PF_RENEWS);
    if (d->other != DAY_NONE) raw(v, " \xC2\xB7 "), say_word(v, WORD_PF_NOTICE_BY), raw(v, " "), say_date(v, d->other);
    raw(v, "</span></td><td>");
    expiry_mark(v, (int64_t)d->when - as_of);
    raw(v, "</td>");
    date_cell(v, WORD_PF_DATE, d->when, WORD_PF_NEVER);
    days_cell(v, d->when, as_of);
    raw(v, "</tr>\n");
}

static void sum(const struct view *v, const char *class, enum word label, uint64_t n)
{
    raw(v, "<li class=\""), raw(v, class), raw(v, "\"><i aria-hidden=\"true\"></i>");
    say_word(v, label);
    raw(v, " <b>"), say_int(v, (int64_t)n), raw(v, "</b></li>\n");
}

void html_expiring(const struct view *v, const struct portfolio *p)
{
    const struct dated_list *l = &p->expiring;
    size_t listed = l->count < LISTED ? l->count : LISTED;
    raw(v, "<section>\n");
    html_heading(v, "expiring", WORD_PF_EXPIRING, (int64_t)l->total, true);
    if (!l->total) {
        html_word(v, "p", "lead", WORD_PF_EXPIRING_NONE);
        raw(v, "</section>\n");
        return;
    }
    raw(v, "<ul class=\"legend\">\n");
    sum(v, "w", WORD_PF_EXPIRED, p->expired);
    sum(v, "m", WORD_PF_WITHIN_30, p->within_30);
    sum(v, "o", WORD_PF_WITHIN_60, p->within_60);
    sum(v, "t", WORD_PF_WITHIN_90, p->within_90);
    raw(v, "</ul>\n<div class=\"scroll\"><table class=\"list stack dates\">\n<thead><tr>");
    html_column(v, WORD_SUPPLIER, false), html_column(v, WORD_PF_WHAT, false), html_column(v, WORD_STATE, false);
    html_column(v, WORD_PF_DATE, false), html_column(v, WORD_PF_DAYS, true);
    raw(v, "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < listed; i++) expiry(v, &l->items[i], p->as_of);
    raw(v, "</tbody></table></div>\n");
    html_more_rows(v, l->total - listed);
    raw(v, "</section>\n");
}

/* ---- audits ---- */

static void audit_mark(const struct view *v, const struct dated *d, day as_of)
{
    switch (d->kind) {
    case DATED_AUDIT_MISSED: mark(v, "major", WORD_PF_AUDIT_MISSED); break;
    case DATED_AUDIT_PLANNED: mark(v, "conforming", WORD_PF_AUDIT_PLANNED); break;
    case DATED_AUDIT_DONE: mark(v, "conforming", WORD_PF_AUDIT_DONE); break;
    default:
        if (d->when < as_of) mark(v, "major", WORD_PF_AUDIT_OVERDUE);
        else mark(v, "observation", WORD_PF_AUDIT_PROMISED);
    }
}

static void audit(const struct view *v, const struct dated *d, day as_of)
{
    raw(v, "<tr>");
    name(v, d);
    raw(v, "<td>");
    audit_mark(v, d, as_of);
    raw(v, "</td>");
    date_cell(v, WORD_PF_DATE, d->when, WORD_PF_NEVER);
    days_cell(v, d->when, as_of);
    date_cell(v, WORD_PF_LAST_AUDIT, d->other, WORD_PF_NEVER);
    html_labelled(v, "kind", WORD_PF_TYPE);
    say(v, word_of_token(d->text, v->l));
    raw(v, "</td></tr>\n");
}

static void month_cell(const struct view *v, const struct month_sum *m, bool now)
{
    raw(v, now ? "<li class=\"now\"><span>" : "<li><span>");
    html_month(v, m->first);
    raw(v, "</span><b>");
    say_int(v, (int64_t)m->audits_due + m->audits_missed + m->audits_done);
    raw(v, "</b>");
    for (uint32_t i = 0; i < 3; i++) {
        static const char *const classes[] = {"done", "missed", "due"};
        const uint32_t n[] = {m->audits_done, m->audits_missed, m->audits_due};
        if (!n[i]) continue;
        raw(v, "<i class=\""), raw(v, classes[i]), raw(v, "\">");
        say_int(v, n[i]);
        raw(v, "</i>");
    }
    raw(v, "</li>\n");
}

/* A strip of months: three behind, this one, eleven ahead. */
static void strip(const struct view *v, const struct portfolio *p)
{
    int now = PORTFOLIO_MONTHS - 1;
    raw(v, "<ul class=\"months\">\n");
    for (int i = now - 3; i < now + PORTFOLIO_AHEAD; i++)
        if (p->months[i].first != DAY_NONE) month_cell(v, &p->months[i], i == now);
    raw(v, "</ul>\n<ul class=\"legend\">\n");
    uint64_t done = 0;
    for (int i = now - 11; i <= now; i++) done += p->months[i].audits_done;
    sum(v, "c", WORD_PF_MONTHS_BEHIND, done);
    sum(v, "w", WORD_PF_AUDITS_LATE_KEY, p->audits_late);
    sum(v, "t", WORD_PF_NEVER_AUDITED, p->never_audited);
    raw(v, "</ul>\n");
}

void html_audits(const struct view *v, const struct portfolio *p)
{
    const struct dated_list *l = &p->audits;
    size_t listed = l->count < LISTED ? l->count : LISTED;
    raw(v, "<section>\n");
    html_heading(v, "audits", WORD_PF_AUDITS, (int64_t)l->total, true);
    html_word(v, "p", "lead", l->total ? WORD_PF_AUDITS_NOTE : WORD_PF_AUDITS_NONE);
    strip(v, p);
    if (l->total) {
        raw(v, "<div class=\"scroll\"><table class=\"list stack dates\">\n<thead><tr>");
        html_column(v, WORD_SUPPLIER, false), html_column(v, WORD_STATE, false), html_column(v, WORD_PF_DATE, false);
        html_column(v, WORD_PF_DAYS, true), html_column(v, WORD_PF_LAST_AUDIT, false), html_column(v, WORD_PF_TYPE, false);
        raw(v, "</tr></thead>\n<tbody>\n");
        for (size_t i = 0; i < listed; i++) audit(v, &l->items[i], p->as_of);
        raw(v, "</tbody></table></div>\n");
        html_more_rows(v, l->total - listed);
    }
    raw(v, "</section>\n");
}
