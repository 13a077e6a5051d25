/* The tables of a surveillance audit: risks, audits, findings. */
#include "report/audit_pack_html.h"

#include <string.h>

enum { PACK_ROWS = 3000 /* of one table of the page; the CSV files have all */ };
#define COUNT(words) (sizeof(words) / sizeof *(words))

static void badge(const struct view *v, const char *class, enum word label)
{
    raw(v, "<td><span class=\"badge "), raw(v, class), raw(v, "\">");
    say_word(v, label);
    raw(v, "</span></td>");
}

static void text_cell(const struct view *v, const char *text)
{
    raw(v, "<td>"), say(v, text), raw(v, "</td>");
}

/* ---- risks ---- */

static const struct { const char *class; enum word label; } risk_states[PACK_RISKS] = {
    [PACK_RISK_NONE] = {"major", WORD_AP_RISK_NONE}, [PACK_RISK_STALE] = {"minor", WORD_AP_RISK_STALE},
    [PACK_RISK_REFRESHED] = {"pass", WORD_AP_RISK_REFRESHED}, [PACK_RISK_CURRENT] = {"", WORD_AP_RISK_CURRENT}};

static void tally(const struct view *v, const char *class, enum word label, uint64_t n)
{
    raw(v, "<li class=\""), raw(v, class), raw(v, "\"><i aria-hidden=\"true\"></i>");
    say_word(v, label);
    raw(v, " <b>"), say_int(v, (int64_t)n), raw(v, "</b></li>\n");
}

static void risk_row(const struct view *v, const struct pack_risk_row *r)
{
    raw(v, "<tr>");
    pack_html_supplier(v, &r->supplier);
    badge(v, risk_states[r->state].class, risk_states[r->state].label);
    pack_html_date(v, r->assessed);
    text_cell(v, r->assessor);
    raw(v, "<td>");
    if (r->impact) {
        say_int(v, r->impact), raw(v, " \xC3\x97 "), say_int(v, r->likelihood), raw(v, " = "), say_int(v, r->impact * r->likelihood);
        raw(v, " "), say_word(v, risk_word(risk_level(r->impact * r->likelihood)));
    }
    raw(v, "</td></tr>\n");
}

void pack_html_risks(const struct view *v, const struct audit_pack *p)
{
    static const enum word columns[] = {WORD_SUPPLIER, WORD_STATE, WORD_ASSESSED, WORD_AP_ASSESSOR, WORD_RISK_SCORE};
    uint64_t listed = 0;
    if (!pack_html_section(v, "risks", WORD_AP_RISKS, p->risk_count)) return;
    raw(v, "<ul class=\"legend\">\n");
    tally(v, "w", WORD_AP_RISK_NONE, p->risk_totals[PACK_RISK_NONE]), tally(v, "m", WORD_AP_RISK_STALE, p->risk_totals[PACK_RISK_STALE]);
    tally(v, "c", WORD_AP_RISK_REFRESHED, p->risk_totals[PACK_RISK_REFRESHED]), tally(v, "t", WORD_AP_RISK_CURRENT, p->risk_totals[PACK_RISK_CURRENT]);
    raw(v, "</ul>\n");
    pack_html_columns(v, columns, COUNT(columns));
    for (int state = 0; state < PACK_RISKS; state++)
        for (size_t i = 0; i < p->risk_count && listed < PACK_ROWS; i++) {
            if ((int)p->risks[i].state != state) continue;
            risk_row(v, &p->risks[i]);
            listed++;
        }
    pack_html_section_end(v, p->risk_count - listed);
}

/* ---- audits ---- */

static const struct { const char *class, *sign; enum word label; } audit_states[PACK_AUDITS] = {
    [PACK_AUDIT_MISSED] = {"major", "w", WORD_PF_AUDIT_MISSED}, [PACK_AUDIT_OVERDUE] = {"major", "w", WORD_PF_AUDIT_OVERDUE},
    [PACK_AUDIT_LATE] = {"minor", "m", WORD_AP_AUDIT_LATE}, [PACK_AUDIT_HELD] = {"pass", "c", WORD_PF_AUDIT_DONE},
    [PACK_AUDIT_AHEAD] = {"", "t", WORD_PF_AUDIT_PLANNED}};

static void audit_row(const struct view *v, const struct pack_audit_row *a)
{
    raw(v, "<tr>");
    pack_html_supplier(v, &a->supplier);
    badge(v, audit_states[a->state].class, audit_states[a->state].label);
    pack_html_date(v, a->planned);
    pack_html_date(v, a->performed);
    text_cell(v, a->method ? word_of_token(a->method, v->l) : NULL);
    text_cell(v, a->auditor);
    raw(v, "<td class=\"n\">");
    if (a->performed != DAY_NONE) say_int(v, a->found), raw(v, " ("), say_int(v, a->open), raw(v, ")");
    raw(v, "</td></tr>\n");
}

static void audit_tallies(const struct view *v, const struct audit_pack *p)
{
    raw(v, "<ul class=\"legend\">\n");
    for (int s = 0; s < PACK_AUDITS; s++) tally(v, audit_states[s].sign, audit_states[s].label, p->audit_totals[s]);
    tally(v, "t", WORD_AP_PROMISED, p->promised), tally(v, "t", WORD_AP_KEPT, p->kept);
    raw(v, "</ul>\n");
}

void pack_html_audits(const struct view *v, const struct audit_pack *p)
{
    static const enum word columns[] = {WORD_SUPPLIER, WORD_STATE, WORD_AP_PLANNED_FOR, WORD_AP_HELD_ON, WORD_AP_METHOD,
                                        WORD_AP_AUDITOR, WORD_AP_AUDIT_FOUND};
    uint64_t listed = 0;
    if (!pack_html_section(v, "audits", WORD_AP_AUDITS, p->audit_count)) return;
    audit_tallies(v, p);
    pack_html_columns(v, columns, COUNT(columns));
    for (int state = 0; state < PACK_AUDITS; state++)
        for (size_t i = 0; i < p->audit_count && listed < PACK_ROWS; i++) {
            if ((int)p->audits[i].state != state) continue;
            audit_row(v, &p->audits[i]);
            listed++;
        }
    pack_html_section_end(v, p->audit_count - listed);
}

/* ---- findings ---- */

static void say_said(const struct view *v, enum word label, const struct pack_said *s)
{
    if (!s->who) return;
    raw(v, "<span class=\"said\"><b>"), say_word(v, label), raw(v, "</b> ");
    say(v, s->text);
    raw(v, " ("), say(v, s->who), raw(v, ", "), say_date(v, s->when), raw(v, ")</span>");
}

static void finding_begin(const struct view *v, const struct pack_finding *x)
{
    raw(v, "<tr>");
    pack_html_supplier(v, &x->supplier);
    raw(v, "<td>"), html_grade_badge(v, x->grade);
    raw(v, "</td><td class=\"what\">");
    say(v, x->text[v->l] ? x->text[v->l] : x->text[LANGUAGE_EN]);
    raw(v, "<span class=\"sub\">"), say(v, x->rule);
    if (x->clause) raw(v, " \xC2\xB7 "), say(v, x->clause);
    raw(v, " \xC2\xB7 ");
    buffer_add(v->out, x->fingerprint, strnlen(x->fingerprint, 8));
    raw(v, "</span>");
}

static void open_row(const struct view *v, const struct pack_finding *x)
{
    finding_begin(v, x);
    say_said(v, WORD_CAUSE, &x->cause), say_said(v, WORD_AP_PLAN, &x->plan);
    raw(v, "</td>");
    pack_html_date(v, x->first_seen);
    raw(v, x->overdue ? "<td class=\"date late\">" : "<td class=\"date\">");
    say_date(v, x->due);
    if (x->overdue) raw(v, "<span class=\"said late\">"), say_word(v, WORD_OVERDUE), raw(v, "</span>");
    raw(v, "</td>");
    text_cell(v, state_words(x->state, v->l));
    text_cell(v, pack_move_words(x->then, x->now, v->l));
    raw(v, "</tr>\n");
}

/* By whom and how it was closed: by the check that passes, or by a person who looked. */
static void say_closing(const struct view *v, const struct pack_finding *x)
{
    raw(v, "<td class=\"last\">"), say(v, action_words(x->closing, v->l));
    if (x->closing >= ACTION_CAUSE && x->closed_by.who) {
        raw(v, "<span class=\"said\">"), say(v, x->closed_by.text), raw(v, " ("), say(v, x->closed_by.who), raw(v, ")</span>");
    }
    raw(v, "</td>");
}

static void closed_row(const struct view *v, const struct pack_finding *x)
{
    finding_begin(v, x);
    say_said(v, WORD_CAUSE, &x->cause), say_said(v, WORD_AP_PLAN, &x->plan);
    raw(v, "</td>");
    pack_html_date(v, x->first_seen);
    pack_html_date(v, x->due);
    raw(v, "<td class=\"date\">"), say_date(v, x->closed);
    if (x->late) raw(v, "<span class=\"said late\">"), say_word(v, WORD_AP_LATE), raw(v, "</span>");
    raw(v, "</td>");
    say_closing(v, x);
    raw(v, "</tr>\n");
}

static void accepted_row(const struct view *v, const struct pack_finding *x)
{
    struct ledger_waiver w;
    bool known = ledger_waiver(x->waiver, &w);
    finding_begin(v, x);
    raw(v, "</td><td>");
    if (known) v->put(v->out, w.approver, w.approver_len);
    raw(v, "</td><td class=\"date\">");
    if (known && w.until == DAY_NONE) say_word(v, WORD_WAIVER_FOREVER);
    else if (known) say_date(v, w.until);
    raw(v, "</td>");
    text_cell(v, known ? w.reason : NULL);
    text_cell(v, pack_move_words(x->then, x->now, v->l));
    raw(v, "</tr>\n");
}

struct finding_table {
    const char *id;
    enum word title;
    enum pack_side now;
    void (*row)(const struct view *v, const struct pack_finding *x);
    enum word columns[7];
    size_t column_count;
};

static const struct finding_table tables[] = {
    {"open", WORD_AP_OPEN_LIST, PACK_OPEN, open_row,
     {WORD_SUPPLIER, WORD_GRADE, WORD_FINDING, WORD_AP_FOUND_ON, WORD_AP_DUE_ON, WORD_STATE, WORD_AP_MOVE}, 7},
    {"closed", WORD_AP_CLOSED_LIST, PACK_CLOSED, closed_row,
     {WORD_SUPPLIER, WORD_GRADE, WORD_FINDING, WORD_AP_FOUND_ON, WORD_AP_DUE_ON, WORD_AP_CLOSED_ON, WORD_REASON}, 7},
    {"accepted", WORD_AP_ACCEPTED_LIST, PACK_ACCEPTED, accepted_row,
     {WORD_SUPPLIER, WORD_GRADE, WORD_FINDING, WORD_WAIVER_APPROVER, WORD_AP_UNTIL, WORD_WAIVER_REASON, WORD_AP_MOVE}, 7}};

static uint64_t standing(const struct audit_pack *p, enum pack_side now)
{
    uint64_t n = 0;
    for (int then = 0; then < PACK_SIDES; then++) n += p->moves[then][now];
    return n;
}

void pack_html_findings(const struct view *v, const struct audit_pack *p)
{
    for (size_t t = 0; t < COUNT(tables); t++) {
        uint64_t count = standing(p, tables[t].now), listed = 0;
        if (!pack_html_section(v, tables[t].id, tables[t].title, count)) continue;
        pack_html_columns(v, tables[t].columns, tables[t].column_count);
        for (size_t i = 0; i < p->finding_count && listed < PACK_ROWS; i++) {
            if (p->findings[i].now != tables[t].now) continue;
            tables[t].row(v, &p->findings[i]);
            listed++;
        }
        pack_html_section_end(v, count - listed);
    }
}
