/* One supplier's report as plain text, for terminals and mail: findings first, the rest in short lines. */
#include "report/history_say.h"
#include "report/plain.h"
#include "report/renderers.h"

/* A labelled line whose content is one text; nothing when there is none. */
static void line(struct plain *p, enum word label, const char *text)
{
    if (!text) return;
    say(&p->v, text);
    plain_flush_label(p, 0, label);
}

static void date_line(struct plain *p, enum word label, day d)
{
    if (d == DAY_NONE) return;
    say_date(&p->v, d);
    plain_flush_label(p, 0, label);
}

static void risk_line(struct plain *p)
{
    const struct result *r = p->v.r;
    if (!p->v.internal || !r->risk_count) return;
    const struct risk_info *top = r->risks;
    bool ja = p->v.l == LANGUAGE_JA;
    say_word(&p->v, WORD_IMPACT), raw(&p->v, " "), say_int(&p->v, top->impact);
    raw(&p->v, ja ? " × " : " x ");
    say_word(&p->v, WORD_LIKELIHOOD), raw(&p->v, " "), say_int(&p->v, top->likelihood);
    raw(&p->v, " = "), say_int(&p->v, top->score);
    raw(&p->v, " ("), say_word(&p->v, risk_word(risk_level(top->score))), raw(&p->v, ")");
    plain_flush_label(p, 0, WORD_RISK);
}

static void head(struct plain *p)
{
    const struct result *r = p->v.r;
    say_word(&p->v, r->lone ? WORD_REPORT_TEMPLATE : WORD_REPORT);
    raw(&p->v, " - ");
    say(&p->v, r->name ? r->name : r->supplier);
    plain_flush(p, "", "  ");
    plain_blank(p);
    say_word(&p->v, verdict_word(verdict_of(&p->v)));
    say_stop(&p->v);
    say_verdict(&p->v);
    plain_flush_label(p, 0, WORD_VERDICT);
    if (!r->lone) line(p, WORD_SUPPLIER_ID, r->supplier);
    if (p->v.internal) line(p, WORD_TIER, word_of_token(r->tier, p->v.l));
    line(p, WORD_COUNTRY, r->country);
    if (p->v.internal) line(p, WORD_PATH, r->path);
    date_line(p, WORD_AS_OF, r->as_of);
    date_line(p, WORD_VALID_UNTIL, r->valid_until);
    line(p, WORD_POLICY, p->v.o->policy);
    risk_line(p);
}

/* ---- findings ---- */

static void related(struct plain *p, const struct place *place)
{
    if (place_is_somewhere(place)) {
        say_place(&p->v, place);
        plain_flush_label(p, 4, WORD_RELATED);
    }
    if (place->quote) {
        say(&p->v, place->quote);
        plain_flush_label(p, 4, WORD_QUOTE);
    }
}

static void where(struct plain *p, const struct finding *f)
{
    if (place_is_somewhere(&f->place)) {
        say_place(&p->v, &f->place);
        plain_flush_label(p, 4, WORD_PLACE);
    }
    if (f->place.quote) {
        say(&p->v, f->place.quote);
        plain_flush_label(p, 4, WORD_QUOTE);
    }
    for (size_t i = 0; i < f->related_count; i++) related(p, &f->related[i]);
}

static void values(struct plain *p, const struct finding *f)
{
    if (f->expected.type != VALUE_NONE) {
        say_value(&p->v, &f->expected);
        plain_flush_label(p, 4, WORD_EXPECTED);
    }
    if (f->found.type != VALUE_NONE) {
        say_value(&p->v, &f->found);
        plain_flush_label(p, 4, WORD_FOUND);
    }
}

static void controls(struct plain *p, const struct judgement *j)
{
    if (!j->rule->control_count) return;
    say_controls(&p->v, j->rule);
    plain_flush_label(p, 4, WORD_CONTROLS);
}

static void waiver(struct plain *p, const struct finding *f)
{
    const struct waiver_info *w = f->waiver;
    if (!w) return;
    if (p->v.internal) {
        say(&p->v, w->reason);
        raw(&p->v, " (");
        say_word(&p->v, WORD_WAIVER_APPROVER), raw(&p->v, ": "), say(&p->v, w->approver);
        raw(&p->v, ") ");
    }
    say_word(&p->v, WORD_WAIVER_EXPIRES);
    raw(&p->v, ": ");
    if (w->expires == DAY_NONE) say_word(&p->v, WORD_WAIVER_FOREVER);
    else say_date(&p->v, w->expires);
    if (f->outcome == OUTCOME_FAIL) say_stop(&p->v), say_word(&p->v, WORD_WAIVER_EXPIRED);
    plain_flush_label(p, 4, WORD_WAIVER);
}

static void history(struct plain *p, const struct finding *f)
{
    const struct finding_history *h = history_of(&p->v, f);
    if (!h) return;
    say_history(&p->v, h);
    plain_flush_label(p, 4, WORD_HISTORY);
}

static void finding(struct plain *p, const struct finding *f, int64_t number)
{
    const struct judgement *j = judgement_of(p->v.r, f);
    plain_blank(p);
    raw(&p->v, "["), say_int(&p->v, number), raw(&p->v, "] ");
    say_weight(&p->v, f);
    raw(&p->v, ": ");
    say(&p->v, f->text[p->v.l]);
    plain_flush(p, "", "    ");
    if (j) {
        say_title(&p->v, j);
        plain_flush_label(p, 4, WORD_REQUIREMENT);
        controls(p, j);
    }
    where(p, f);
    values(p, f);
    if (f->advice[p->v.l]) {
        say(&p->v, f->advice[p->v.l]);
        plain_flush_label(p, 4, WORD_ADVICE);
    }
    waiver(p, f);
    history(p, f);
    say_rule_message(&p->v, f);
    raw(&p->v, " "), say_hash(&p->v, &f->fingerprint, 8);
    plain_flush_label(p, 4, WORD_FINGERPRINT);
}

static bool in_section(const struct view *v, const struct finding *f, enum outcome a, enum outcome b)
{
    return (f->outcome == a || f->outcome == b) && finding_shown(v, f);
}

/* Findings with one of two outcomes, under a heading; numbered on from *number. */
static void findings(struct plain *p, enum word heading, enum outcome a, enum outcome b, int64_t *number)
{
    const struct result *r = p->v.r;
    int64_t count = 0;
    for (size_t i = 0; i < r->finding_count; i++) count += in_section(&p->v, &r->findings[i], a, b);
    if (!count && a != OUTCOME_FAIL) return;
    plain_heading(p, heading, count, true);
    if (!count) {
        say_word(&p->v, WORD_NO_FINDINGS);
        plain_flush(p, "", "");
    }
    for (size_t i = 0; i < r->finding_count; i++)
        if (in_section(&p->v, &r->findings[i], a, b)) finding(p, &r->findings[i], ++*number);
}

/* ---- what changed ---- */

static void absent_ones(struct plain *p, enum word heading, bool open)
{
    const struct history *h = p->v.r->history;
    bool any = false;
    for (size_t i = 0; i < h->absent_count; i++) {
        const struct absent_finding *a = &h->absent[i];
        if (absent_is_open(a) != open || !absent_shown(&p->v, a)) continue;
        if (!any) plain_blank(p), say_word(&p->v, heading), raw(&p->v, ":"), plain_flush(p, "", "");
        any = true;
        say(&p->v, grade_words(a->grade, p->v.l)), raw(&p->v, ": "), say(&p->v, a->text[p->v.l]);
        raw(&p->v, " ["), say(&p->v, a->rule), raw(&p->v, "] - ");
        say_history(&p->v, &a->history);
        plain_flush(p, "- ", "  ");
    }
}

static void changes(struct plain *p)
{
    const struct history *h = p->v.r->history;
    if (!h) return;
    struct run_changes c = changes_shown(&p->v);
    plain_heading(p, WORD_CHANGES, 0, false);
    say_last_run(&p->v, h->last_run), raw(&p->v, ": "), say_changes(&p->v, c.last);
    plain_flush(p, "- ", "  ");
    if (h->since != DAY_NONE) {
        say_since(&p->v, h->since), raw(&p->v, ": "), say_changes(&p->v, c.since);
        plain_flush(p, "- ", "  ");
    }
    if (c.overdue) say_word(&p->v, WORD_OVERDUE_NOW), raw(&p->v, ": "), say_int(&p->v, (int64_t)c.overdue), plain_flush(p, "- ", "  ");
    absent_ones(p, WORD_FIXED_SECTION, false);
    absent_ones(p, WORD_STILL_OPEN_SECTION, true);
}

/* ---- the rest ---- */

static void judged(struct plain *p, enum outcome outcome, enum word heading)
{
    const struct result *r = p->v.r;
    if (!p->v.outcomes[outcome]) return;
    plain_heading(p, heading, p->v.outcomes[outcome], true);
    for (size_t i = 0; i < r->judgement_count; i++) {
        const struct judgement *j = &r->judgements[i];
        if (j->outcome != outcome || !judgement_shown(&p->v, j)) continue;
        say_title(&p->v, j);
        if (j->reason[p->v.l]) raw(&p->v, " - "), say(&p->v, j->reason[p->v.l]);
        else if (j->evidence_count && evidence_shown(&p->v, j->evidence) && place_is_somewhere(&j->evidence->place))
            raw(&p->v, " - "), say_place(&p->v, &j->evidence->place);
        plain_flush(p, "- ", "  ");
    }
}

static void documents(struct plain *p)
{
    const struct result *r = p->v.r;
    plain_heading(p, WORD_DOCUMENTS, (int64_t)r->document_count, true);
    for (size_t i = 0; i < r->document_count; i++) {
        const struct document_info *d = &r->documents[i];
        say(&p->v, d->file);
        if (d->kind) raw(&p->v, " - "), say(&p->v, word_of_token(d->kind, p->v.l));
        if (d->title) raw(&p->v, ", "), say(&p->v, d->title);
        if (!d->read) raw(&p->v, " - "), say_word(&p->v, d->fault.id == FAULT_NONE ? WORD_NOT_EXAMINED : WORD_NOT_READ);
        if (d->fault.id != FAULT_NONE) {
            raw(&p->v, ": "), say_fault(&p->v, &d->fault);
            raw(&p->v, " - "), say_fault_advice(&p->v, &d->fault);
        }
        plain_flush(p, "- ", "  ");
    }
    if (!r->document_count) say_word(&p->v, WORD_DOCUMENTS_NONE), plain_flush(p, "", "");
}

void text_supplier(const struct result *r, const struct report_options *o, struct buffer *out)
{
    struct plain p;
    int64_t number = 0;
    plain_begin(&p, r, o, out);
    head(&p);
    if (!p.v.internal) {
        plain_blank(&p);
        say_word(&p.v, WORD_SUPPLIER_INTRO);
        plain_flush(&p, "", "");
    }
    changes(&p);
    findings(&p, WORD_FINDINGS, OUTCOME_FAIL, OUTCOME_FAIL, &number);
    findings(&p, WORD_COULD_NOT_JUDGE, OUTCOME_INDETERMINATE, OUTCOME_ERROR, &number);
    findings(&p, WORD_WAIVED_SECTION, OUTCOME_WAIVED, OUTCOME_WAIVED, &number);
    judged(&p, OUTCOME_PASS, WORD_PASSED_SECTION);
    judged(&p, OUTCOME_NOT_APPLICABLE, WORD_NOT_APPLICABLE_SECTION);
    documents(&p);
    if (!p.v.internal && number) {
        plain_heading(&p, WORD_SUPPLIER_COST_TITLE, 0, false);
        say_word(&p.v, WORD_SUPPLIER_COST);
        plain_flush(&p, "", "");
    }
    plain_end(&p);
}
