/* One supplier's report as XML, urn:kijun:report:1; described by fixtures/schemas/report.xsd. The same content as the
 * JSON report, with every text in both languages. */
#include "report/history_say.h"
#include "report/renderers.h"
#include "report/xml_parts.h"

static void place(const struct view *v, const char *tag, const struct place *p)
{
    if (!place_is_somewhere(p) && !p->quote) return;
    xmlout_start(v, tag);
    xmlout_attribute(v, "document", p->document);
    if (p->cell) xmlout_attribute(v, "cell", p->cell);
    else if (p->line) xmlout_attribute_int(v, p->paragraph ? "paragraph" : "line", p->line);
    xmlout_attribute(v, "clause", p->clause);
    xmlout_attribute(v, "heading", p->heading);
    xmlout_attribute(v, "type", p->type);
    xmlout_attribute(v, "what", p->what);
    xmlout_attribute(v, "name", p->name);
    raw(v, ">");
    if (p->quote) xmlout_text(v, "quote", NULL, p->quote);
    xmlout_finish(v, tag);
}

static void arguments(const struct view *v, const char *tag, const struct argument *a, size_t count)
{
    for (size_t i = 0; i < count; i++) xmlout_value(v, tag, a[i].name, &a[i].value);
}

static void supplier(const struct view *v)
{
    const struct result *r = v->r;
    xmlout_start(v, "supplier");
    xmlout_attribute(v, "id", r->supplier);
    xmlout_attribute(v, "name", r->name);
    if (v->internal) xmlout_attribute(v, "path", r->path);
    xmlout_attribute(v, "lone", r->lone ? "true" : "false");
    if (v->internal) xmlout_attribute(v, "tier", r->tier);
    xmlout_attribute(v, "kind", r->kind);
    xmlout_attribute(v, "country", r->country);
    xmlout_attribute(v, "category", r->category);
    xmlout_attribute(v, "contact", r->contact);
    raw(v, "/>\n");
}

static void verdict(const struct view *v)
{
    xmlout_start(v, "verdict");
    xmlout_attribute(v, "is", verdict_name(verdict_of(v)));
    xmlout_attribute(v, "incomplete", v->r->incomplete ? "true" : "false");
    raw(v, ">\n");
    xmlout_outcomes(v, v->outcomes);
    xmlout_grades(v, v->grades);
    xmlout_fault(v, &v->r->fault);
    xmlout_finish(v, "verdict");
}

static void risks(const struct view *v)
{
    const struct result *r = v->r;
    if (!v->internal) return;
    xmlout_start(v, "risk");
    xmlout_attribute_int(v, "score", r->risk_score);
    raw(v, ">\n");
    for (size_t i = 0; i < r->risk_count; i++) {
        xmlout_start(v, "scenario");
        xmlout_attribute(v, "name", r->risks[i].scenario);
        xmlout_attribute_int(v, "impact", r->risks[i].impact);
        xmlout_attribute_int(v, "likelihood", r->risks[i].likelihood);
        xmlout_attribute_int(v, "score", r->risks[i].score);
        xmlout_attribute_day(v, "assessed", r->risks[i].assessed);
        raw(v, "/>\n");
    }
    xmlout_finish(v, "risk");
}

static void documents(const struct view *v)
{
    raw(v, "<documents>\n");
    for (size_t i = 0; i < v->r->document_count; i++) {
        const struct document_info *d = &v->r->documents[i];
        xmlout_start(v, "document");
        xmlout_attribute(v, "file", d->file);
        xmlout_attribute(v, "format", d->format);
        xmlout_attribute(v, "kind", d->kind);
        xmlout_attribute(v, "title", d->title);
        xmlout_attribute(v, "read", d->read ? "true" : "false");
        if (d->clause_count) xmlout_attribute_int(v, "clauses", (int64_t)d->clause_count);
        raw(v, ">");
        xmlout_fault(v, &d->fault);
        xmlout_finish(v, "document");
    }
    raw(v, "</documents>\n");
}

/* ---- findings ---- */

static void waiver(const struct view *v, const struct waiver_info *w)
{
    if (!w) return;
    xmlout_start(v, "waiver");
    if (v->internal) xmlout_attribute(v, "approver", w->approver);
    xmlout_attribute_day(v, "expires", w->expires);
    raw(v, ">");
    if (v->internal) say(v, w->reason);
    xmlout_finish(v, "waiver");
}

static void finding_head(const struct view *v, const struct finding *f)
{
    const struct judgement *j = judgement_of(v->r, f);
    char print[33];
    hash_hex(&f->fingerprint, print);
    xmlout_start(v, "finding");
    if (j) xmlout_attribute(v, "rule", j->rule->id);
    xmlout_attribute(v, "message", f->message);
    xmlout_attribute(v, "outcome", outcome_name(f->outcome));
    xmlout_attribute(v, "grade", grade_name(f->grade));
    if (v->internal && f->own_grade != f->grade) xmlout_attribute(v, "own-grade", grade_name(f->own_grade));
    xmlout_attribute(v, "fingerprint", print);
    raw(v, ">\n");
}

static void history(const struct view *v, const struct finding_history *h)
{
    if (!h) return;
    xmlout_start(v, "history");
    xmlout_attribute(v, "state", state_name(h->state));
    xmlout_attribute(v, "change", change_name(h->change));
    if (v->r->history->since != DAY_NONE) xmlout_attribute(v, "since", change_name(h->since));
    xmlout_attribute_day(v, "first-seen", h->first_seen);
    xmlout_attribute_day(v, "last-seen", h->last_seen);
    xmlout_attribute_int(v, "age-days", h->age);
    xmlout_attribute_day(v, "due", h->due);
    xmlout_attribute(v, "overdue", h->overdue ? "true" : "false");
    xmlout_attribute_int(v, "recurrences", h->recurrences);
    if (v->internal) xmlout_attribute(v, "owner", h->owner);
    raw(v, "/>\n");
}

static void absent(const struct view *v, const struct absent_finding *a)
{
    xmlout_start(v, "absent");
    xmlout_attribute(v, "rule", a->rule);
    xmlout_attribute(v, "message", a->message);
    xmlout_attribute(v, "grade", grade_name(a->grade));
    xmlout_attribute(v, "document", a->document);
    xmlout_attribute(v, "clause", a->clause);
    xmlout_attribute(v, "fingerprint", a->fingerprint);
    raw(v, ">\n");
    xmlout_both(v, "text", a->text);
    history(v, &a->history);
    xmlout_finish(v, "absent");
}

/* What changed at this supplier, with the findings that are not among `findings`. */
static void changes(const struct view *v)
{
    const struct history *h = v->r->history;
    if (!h) return;
    struct run_changes c = changes_shown(v);
    xmlout_start(v, "changes");
    xmlout_attribute_day(v, "last-run", h->last_run);
    xmlout_attribute_day(v, "since", h->since);
    xmlout_attribute_int(v, "overdue", (int64_t)c.overdue);
    raw(v, ">\n");
    xmlout_changes(v, "last", c.last);
    if (h->since != DAY_NONE) xmlout_changes(v, "since", c.since);
    for (size_t i = 0; i < h->absent_count; i++)
        if (absent_shown(v, &h->absent[i])) absent(v, &h->absent[i]);
    xmlout_finish(v, "changes");
}

static void finding(const struct view *v, const struct finding *f)
{
    finding_head(v, f);
    xmlout_both(v, "text", f->text);
    xmlout_both(v, "advice", f->advice);
    place(v, "place", &f->place);
    for (size_t i = 0; i < f->related_count; i++) place(v, "related", &f->related[i]);
    xmlout_value(v, "expected", NULL, &f->expected);
    xmlout_value(v, "found", NULL, &f->found);
    if (v->internal) arguments(v, "argument", f->arguments, f->argument_count);
    waiver(v, f->waiver);
    history(v, history_of(v, f));
    xmlout_finish(v, "finding");
}

/* ---- judgements ---- */

static void evidence(const struct view *v, const struct evidence_item *e)
{
    if (!evidence_shown(v, e)) return;
    xmlout_start(v, "evidence");
    xmlout_attribute(v, "field", e->field);
    xmlout_attribute(v, "declared", e->declared ? "true" : "false");
    raw(v, ">");
    place(v, "place", &e->place);
    xmlout_value(v, "value", NULL, &e->value);
    xmlout_finish(v, "evidence");
}

static void titles(const struct view *v, const struct judgement *j)
{
    struct view in = *v;
    for (int l = 0; l < LANGUAGE_COUNT; l++) {
        in.l = (enum language)l;
        raw(v, "<title xml:lang=\"");
        raw(v, language_name(in.l));
        raw(v, "\">");
        say_title(&in, j);
        xmlout_finish(v, "title");
    }
}

static void judgement(const struct view *v, const struct judgement *j)
{
    xmlout_start(v, "judgement");
    xmlout_attribute(v, "rule", j->rule->id);
    xmlout_attribute(v, "outcome", outcome_name(j->outcome));
    xmlout_attribute(v, "pack", j->rule->pack);
    xmlout_attribute(v, "version", j->rule->pack_version);
    xmlout_attribute(v, "grade", grade_name(j->rule->grade));
    raw(v, ">\n");
    titles(v, j);
    for (size_t i = 0; i < j->rule->control_count; i++) xmlout_text(v, "control", NULL, j->rule->controls[i]);
    if (v->internal) arguments(v, "parameter", j->parameters, j->argument_count);
    xmlout_both(v, "reason", j->reason);
    for (size_t i = 0; i < j->evidence_count; i++) evidence(v, &j->evidence[i]);
    xmlout_finish(v, "judgement");
}

void xml_supplier(const struct result *r, const struct report_options *o, struct buffer *out)
{
    struct view v = view_of(out, r, o, put_xml);
    xmlout_begin(&v, "report", "urn:kijun:report:1");
    if (r->history) xmlout_attribute_day(&v, "as-of", r->as_of);
    xmlout_attribute_day(&v, "valid-from", r->valid_from);
    xmlout_attribute_day(&v, "valid-until", r->valid_until);
    raw(&v, ">\n");
    xmlout_packs(&v);
    supplier(&v);
    verdict(&v);
    risks(&v);
    changes(&v);
    documents(&v);
    raw(&v, "<findings>\n");
    for (size_t i = 0; i < r->finding_count; i++)
        if (finding_shown(&v, &r->findings[i])) finding(&v, &r->findings[i]);
    raw(&v, "</findings>\n<judgements>\n");
    for (size_t i = 0; i < r->judgement_count; i++)
        if (judgement_shown(&v, &r->judgements[i])) judgement(&v, &r->judgements[i]);
    raw(&v, "</judgements>\n</report>\n");
}
