/* Findings on the page: each one complete enough to be handed over on its own. */
#include "report/history_say.h"
#include "report/html.h"

/* ---- where ---- */

static void quote(const struct view *v, const char *text)
{
    if (!text) return;
    raw(v, "<blockquote>");
    say(v, text);
    raw(v, "</blockquote>");
}

static void place(const struct view *v, enum word label, const struct place *p)
{
    if (!place_is_somewhere(p) && !p->quote) return;
    html_word(v, "dt", NULL, label);
    raw(v, "<dd>");
    say_place(v, p);
    quote(v, p->quote);
    raw(v, "</dd>\n");
}

static void places(const struct view *v, const struct finding *f)
{
    place(v, WORD_PLACE, &f->place);
    for (size_t i = 0; i < f->related_count; i++) place(v, WORD_RELATED, &f->related[i]);
}

/* ---- expected and found, side by side ---- */

static void one_value(const struct view *v, const char *class, enum word label, const struct value *value)
{
    raw(v, "<div class=\"");
    raw(v, class);
    raw(v, "\">");
    html_word(v, "span", "label", label);
    raw(v, "<span class=\"value\">");
    if (value->type == VALUE_NONE) say_word(v, WORD_NOTHING_FOUND);
    else say_value(v, value);
    raw(v, "</span></div>\n");
}

static void values(const struct view *v, const struct finding *f)
{
    bool expected = f->expected.type != VALUE_NONE, found = f->found.type != VALUE_NONE;
    if (!expected && !found) return;
    raw(v, "<div class=\"versus\">\n");
    if (expected) one_value(v, "expected", WORD_EXPECTED, &f->expected);
    one_value(v, "found", WORD_FOUND, &f->found);
    raw(v, "</div>\n");
}

/* ---- what is asked ---- */

static void requirement(const struct view *v, const struct judgement *j)
{
    html_word(v, "dt", NULL, WORD_REQUIREMENT);
    raw(v, "<dd>");
    say_title(v, j);
    raw(v, "</dd>\n");
    if (!j->rule->control_count) return;
    html_word(v, "dt", NULL, WORD_CONTROLS);
    raw(v, "<dd class=\"controls\">");
    for (size_t i = 0; i < j->rule->control_count; i++) html_text(v, "span", "control", j->rule->controls[i]);
    raw(v, "</dd>\n");
}

static void advice(const struct view *v, const char *text)
{
    if (!text) return;
    raw(v, "<div class=\"advice\">");
    html_word(v, "span", "label", WORD_ADVICE);
    raw(v, "<p>");
    say(v, text);
    raw(v, "</p></div>\n");
}

static void waiver(const struct view *v, const struct finding *f)
{
    const struct waiver_info *w = f->waiver;
    if (!w) return;
    raw(v, "<div class=\"waiver\">");
    html_word(v, "span", "label", WORD_WAIVER);
    raw(v, "<dl>");
    if (v->internal) {
        html_term(v, WORD_WAIVER_REASON, w->reason);
        html_term(v, WORD_WAIVER_APPROVER, w->approver);
    }
    if (w->expires == DAY_NONE) html_term(v, WORD_WAIVER_EXPIRES, word(WORD_WAIVER_FOREVER, v->l));
    else html_term_date(v, WORD_WAIVER_EXPIRES, w->expires);
    raw(v, "</dl>");
    if (f->outcome == OUTCOME_FAIL) html_word(v, "p", NULL, WORD_WAIVER_EXPIRED);
    raw(v, "</div>\n");
}

static void history(const struct view *v, const struct finding *f)
{
    const struct finding_history *h = history_of(v, f);
    if (!h) return;
    html_word(v, "dt", NULL, WORD_HISTORY);
    raw(v, "<dd>");
    html_history(v, h);
    raw(v, "</dd>\n");
}

/* Lines to be filled in by hand; on paper only. */
static void response_form(const struct view *v)
{
    static const enum word rows[][2] = {{WORD_RESPONSE_CAUSE, WORD_RESPONSE_DATE},
                                        {WORD_RESPONSE_ACTION, WORD_RESPONSE_PERSON}};
    raw(v, "<table class=\"response\">");
    for (size_t i = 0; i < 2; i++) {
        raw(v, "<tr>");
        html_word(v, "th", NULL, rows[i][0]);
        raw(v, "<td class=\"wide\"></td>");
        html_word(v, "th", NULL, rows[i][1]);
        raw(v, "<td></td></tr>\n");
    }
    raw(v, "</table>\n");
}

/* ---- one finding ---- */

static void title(const struct view *v, const struct finding *f, int64_t number)
{
    raw(v, "<header><p class=\"mark\">");
    if (f->outcome == OUTCOME_FAIL) html_grade_badge(v, f->grade);
    else html_outcome_badge(v, f->outcome);
    if (f->outcome == OUTCOME_WAIVED) raw(v, " "), html_grade_badge(v, f->grade);
    if (v->internal && f->own_grade != f->grade && f->own_grade != GRADE_NONE) {
        raw(v, " <span class=\"note\">");
        say_word(v, WORD_OWN_GRADE);
        raw(v, ": ");
        say(v, grade_words(f->own_grade, v->l));
        raw(v, "</span>");
    }
    raw(v, "</p>\n<h3><span class=\"number\">");
    say_int(v, number);
    raw(v, "</span>");
    say(v, f->text[v->l]);
    raw(v, "</h3></header>\n");
}

static void identity(const struct view *v, const struct finding *f)
{
    const struct judgement *j = judgement_of(v->r, f);
    raw(v, "<p class=\"identity code\">");
    say_rule_message(v, f);
    if (j) raw(v, " \xC2\xB7 "), say(v, j->rule->pack), raw(v, " "), say(v, j->rule->pack_version);
    raw(v, " \xC2\xB7 ");
    say_word(v, WORD_FINGERPRINT);
    raw(v, " ");
    say_hash(v, &f->fingerprint, 8);
    raw(v, "</p>\n");
}

static void finding(const struct view *v, const struct finding *f, int64_t number)
{
    const struct judgement *j = judgement_of(v->r, f);
    raw(v, "<article class=\"finding ");
    raw(v, f->outcome == OUTCOME_FAIL ? grade_name(f->grade) : outcome_name(f->outcome));
    raw(v, "\" id=\"f");
    say_int(v, number);
    raw(v, "\">\n");
    title(v, f, number);
    values(v, f);
    raw(v, "<dl>\n");
    places(v, f);
    if (j) requirement(v, j);
    history(v, f);
    raw(v, "</dl>\n");
    advice(v, f->advice[v->l]);
    waiver(v, f);
    if (!v->internal && f->outcome == OUTCOME_FAIL) response_form(v);
    identity(v, f);
    raw(v, "</article>\n");
}

/* ---- sections ---- */

static bool belongs(const struct view *v, const struct finding *f, enum outcome a, enum outcome b)
{
    return (f->outcome == a || f->outcome == b) && finding_shown(v, f);
}

static int64_t count_of(const struct view *v, enum outcome a, enum outcome b)
{
    int64_t n = 0;
    for (size_t i = 0; i < v->r->finding_count; i++) n += belongs(v, &v->r->findings[i], a, b);
    return n;
}

static void all(const struct view *v, enum outcome a, enum outcome b, int64_t *number)
{
    for (size_t i = 0; i < v->r->finding_count; i++)
        if (belongs(v, &v->r->findings[i], a, b)) finding(v, &v->r->findings[i], ++*number);
}

enum { INDEX_FROM = 4 /* findings that are worth a list of them */ };

/* One line for each finding, to be read at a glance. */
static void index_of_failed(const struct view *v)
{
    int64_t number = 0;
    raw(v, "<table class=\"list index\"><tbody>\n");
    for (size_t i = 0; i < v->r->finding_count; i++) {
        const struct finding *f = &v->r->findings[i];
        if (!belongs(v, f, OUTCOME_FAIL, OUTCOME_FAIL)) continue;
        raw(v, "<tr>");
        html_int(v, "td", NULL, ++number);
        raw(v, "<td>");
        html_grade_badge(v, f->grade);
        raw(v, "</td><td><a href=\"#f"), say_int(v, number), raw(v, "\">");
        say(v, f->text[v->l]);
        raw(v, "</a>");
        if (judgement_of(v->r, f)) raw(v, "<span class=\"sub\">"), say_title(v, judgement_of(v->r, f)), raw(v, "</span>");
        raw(v, "</td></tr>\n");
    }
    raw(v, "</tbody></table>\n");
}

/* Judgements that are open and have no finding to say why. */
static bool silent(const struct judgement *j)
{
    return (j->outcome == OUTCOME_INDETERMINATE || j->outcome == OUTCOME_ERROR) && j->finding_count == 0;
}

static void silent_ones(const struct view *v, int64_t count)
{
    if (!count) return;
    raw(v, "<ul class=\"judged\">\n");
    for (size_t i = 0; i < v->r->judgement_count; i++) {
        const struct judgement *j = &v->r->judgements[i];
        if (!silent(j)) continue;
        raw(v, "<li>");
        html_outcome_badge(v, j->outcome);
        raw(v, " ");
        say_title(v, j);
        if (j->reason[v->l]) raw(v, "<p class=\"reason\">"), say(v, j->reason[v->l]), raw(v, "</p>");
        raw(v, "</li>\n");
    }
    raw(v, "</ul>\n");
}

static void unread_documents(const struct view *v)
{
    for (size_t i = 0; i < v->r->document_count; i++) {
        const struct document_info *d = &v->r->documents[i];
        if (d->fault.id == FAULT_NONE) continue;
        raw(v, "<div class=\"unread\"><p><strong>");
        say(v, d->file);
        raw(v, "</strong> ");
        html_word(v, "span", "note", WORD_NOT_READ);
        raw(v, "</p><p>");
        say_fault_message(v, &d->fault);
        raw(v, "</p>");
        raw(v, "<p class=\"reason\">");
        say_fault_advice(v, &d->fault);
        raw(v, "</p></div>\n");
    }
}

static void open_matters(const struct view *v, int64_t *number)
{
    int64_t findings = count_of(v, OUTCOME_INDETERMINATE, OUTCOME_ERROR), quiet = 0, unread = 0;
    for (size_t i = 0; i < v->r->judgement_count; i++) quiet += silent(&v->r->judgements[i]);
    for (size_t i = 0; i < v->r->document_count && !faults_are_findings(v); i++) unread += v->r->documents[i].fault.id != FAULT_NONE;
    if (findings + quiet + unread == 0) return;
    raw(v, "<section>\n");
    html_heading(v, "open", WORD_COULD_NOT_JUDGE, findings + quiet + unread, true);
    html_word(v, "p", "lead", WORD_COULD_NOT_JUDGE_NOTE);
    if (unread) unread_documents(v);
    all(v, OUTCOME_INDETERMINATE, OUTCOME_ERROR, number);
    silent_ones(v, quiet);
    raw(v, "</section>\n");
}

void html_findings(const struct view *v)
{
    int64_t number = 0, fails = count_of(v, OUTCOME_FAIL, OUTCOME_FAIL), waived = count_of(v, OUTCOME_WAIVED, OUTCOME_WAIVED);
    html_changes(v);
    raw(v, "<section>\n");
    html_heading(v, "findings", WORD_FINDINGS, fails, true);
    if (!fails) html_word(v, "p", "lead", WORD_NO_FINDINGS);
    if (fails >= INDEX_FROM) index_of_failed(v);
    all(v, OUTCOME_FAIL, OUTCOME_FAIL, &number);
    raw(v, "</section>\n");
    open_matters(v, &number);
    if (!waived) return;
    raw(v, "<section>\n");
    html_heading(v, "waived", WORD_WAIVED_SECTION, waived, true);
    all(v, OUTCOME_WAIVED, OUTCOME_WAIVED, &number);
    raw(v, "</section>\n");
}
