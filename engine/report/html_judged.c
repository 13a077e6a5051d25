/* What conforms and with what evidence, what does not apply and why, the documents and the parameters. */
#include "report/html.h"

static void reading(const struct view *v, const struct evidence_item *e)
{
    raw(v, "<span class=\"read\">");
    if (e->field) say(v, word_of_token(e->field, v->l)), raw(v, ": ");
    if (e->value.type == VALUE_NONE) say_word(v, e->field ? WORD_ABSENT : WORD_PRESENT);
    else say_value(v, &e->value);
    if (e->value.type != VALUE_NONE && !e->declared)
        raw(v, " <span class=\"note\">"), say_word(v, WORD_RECOGNISED), raw(v, "</span>");
    raw(v, "</span>");
}

/* All that was read at the place of the n-th item; that a node is there goes without saying when a field of it is. */
static void evidence(const struct view *v, const struct judgement *j, size_t n)
{
    const struct place *place = &j->evidence[n].place;
    bool any = false;
    raw(v, "<li>");
    say_place(v, place);
    for (size_t i = n; i < j->evidence_count; i++) {
        const struct evidence_item *e = &j->evidence[i];
        if (!e->field || !evidence_shown(v, e) || !place_same(&e->place, place)) continue;
        reading(v, e);
        any = true;
    }
    if (!any) reading(v, &j->evidence[n]);
    if (place->quote) raw(v, "<q>"), say(v, place->quote), raw(v, "</q>");
    raw(v, "</li>\n");
}

static bool begins_place(const struct view *v, const struct judgement *j, size_t n)
{
    return evidence_shown(v, &j->evidence[n]) && !place_seen_before(v, j, n);
}

static void all_evidence(const struct view *v, const struct judgement *j)
{
    int64_t count = 0;
    for (size_t i = 0; i < j->evidence_count; i++) count += begins_place(v, j, i);
    if (!count) return;
    raw(v, "<details><summary>");
    say_word(v, WORD_EVIDENCE);
    raw(v, " <span class=\"count\">"), say_int(v, count), raw(v, "</span></summary>\n<ul>\n");
    for (size_t i = 0; i < j->evidence_count; i++)
        if (begins_place(v, j, i)) evidence(v, j, i);
    raw(v, "</ul></details>\n");
}

static void judgement(const struct view *v, const struct judgement *j)
{
    raw(v, "<li><span class=\"tick ");
    raw(v, outcome_name(j->outcome));
    raw(v, "\" aria-hidden=\"true\">");
    raw(v, html_outcome_sign(j->outcome));
    raw(v, "</span><div><p class=\"what\">");
    say_title(v, j);
    raw(v, "</p>");
    if (j->rule->control_count) raw(v, "<p class=\"refs\">"), say_controls(v, j->rule), raw(v, "</p>");
    if (j->reason[v->l]) html_text(v, "p", "reason", j->reason[v->l]);
    if (j->outcome == OUTCOME_PASS) all_evidence(v, j);
    raw(v, "</div></li>\n");
}

static void judged(const struct view *v, enum outcome outcome, const char *id, enum word heading)
{
    if (!v->outcomes[outcome]) return;
    raw(v, "<section>\n");
    html_heading(v, id, heading, v->outcomes[outcome], true);
    raw(v, "<ul class=\"judged\">\n");
    for (size_t i = 0; i < v->r->judgement_count; i++)
        if (v->r->judgements[i].outcome == outcome && judgement_shown(v, &v->r->judgements[i]))
            judgement(v, &v->r->judgements[i]);
    raw(v, "</ul>\n</section>\n");
}

void html_judged(const struct view *v)
{
    judged(v, OUTCOME_PASS, "passed", WORD_PASSED_SECTION);
    judged(v, OUTCOME_NOT_APPLICABLE, "not-applicable", WORD_NOT_APPLICABLE_SECTION);
}

/* ---- documents ---- */

static void head_row(const struct view *v, const enum word *words, size_t count)
{
    raw(v, "<thead><tr>");
    for (size_t i = 0; i < count; i++) {
        raw(v, "<th scope=\"col\">");
        say_word(v, words[i]);
        raw(v, "</th>");
    }
    raw(v, "</tr></thead>\n<tbody>\n");
}

static void document(const struct view *v, const struct document_info *d)
{
    raw(v, "<tr><td class=\"file\">");
    say(v, d->file);
    raw(v, "</td>");
    html_text(v, "td", NULL, word_of_token(d->kind, v->l));
    html_text(v, "td", NULL, d->title);
    if (d->clause_count) html_int(v, "td", "n", (int64_t)d->clause_count);
    else raw(v, "<td class=\"n\"></td>");
    if (d->read) html_word(v, "td", NULL, WORD_READ);
    else if (d->fault.id == FAULT_NONE) html_word(v, "td", NULL, WORD_NOT_EXAMINED);
    else html_word(v, "td", "bad", WORD_NOT_READ);
    raw(v, "</tr>\n");
}

static void documents(const struct view *v)
{
    static const enum word words[] = {WORD_FILE, WORD_DOC_KIND, WORD_DOC_TITLE, WORD_CLAUSES, WORD_STATE};
    raw(v, "<section>\n");
    html_heading(v, "documents", WORD_DOCUMENTS, (int64_t)v->r->document_count, true);
    if (!v->r->document_count) {
        html_word(v, "p", "lead", WORD_DOCUMENTS_NONE);
    } else {
        raw(v, "<div class=\"scroll\"><table class=\"list\">\n");
        head_row(v, words, sizeof words / sizeof *words);
        for (size_t i = 0; i < v->r->document_count; i++) document(v, &v->r->documents[i]);
        raw(v, "</tbody></table></div>\n");
    }
    raw(v, "</section>\n");
}

/* ---- parameters ---- */

static void parameter(const struct view *v, const struct judgement *j, size_t n)
{
    raw(v, "<tr><td class=\"code\">");
    say(v, j->rule->id);
    raw(v, "</td><td class=\"code\">");
    say(v, j->parameters[n].name);
    raw(v, "</td><td>");
    say_value(v, &j->parameters[n].value);
    if (parameter_changed(j, n)) raw(v, " <span class=\"note\">"), say_word(v, WORD_CHANGED_BY_POLICY), raw(v, "</span>");
    raw(v, "</td></tr>\n");
}

static void parameters(const struct view *v)
{
    static const enum word words[] = {WORD_RULE, WORD_PARAMETERS, WORD_VALUE};
    int64_t count = 0;
    for (size_t i = 0; i < v->r->judgement_count; i++) count += (int64_t)v->r->judgements[i].argument_count;
    if (!count || !v->internal) return;
    raw(v, "<section>\n");
    html_heading(v, "parameters", WORD_PARAMETERS_IN_FORCE, count, true);
    raw(v, "<details><summary>");
    say_word(v, WORD_PARAMETERS_IN_FORCE);
    raw(v, "</summary>\n<div class=\"scroll\"><table class=\"list\">\n");
    head_row(v, words, sizeof words / sizeof *words);
    for (size_t i = 0; i < v->r->judgement_count; i++)
        for (size_t n = 0; n < v->r->judgements[i].argument_count; n++) parameter(v, &v->r->judgements[i], n);
    raw(v, "</tbody></table></div></details>\n</section>\n");
}

void html_facts(const struct view *v)
{
    documents(v);
    parameters(v);
}
