/* One supplier's report as JSON: everything in the result, in both languages, one judgement or finding a line.
 *
 * Members without content are left out, and nothing is formatted that a reader can derive: what a rule asks for stands
 * here when there is something to say about it, and of every rule in the report of the run.
 * fixtures/schemas/report.schema.json describes it. */
#include "report/history_say.h"
#include "report/json_parts.h"
#include "report/renderers.h"

static void place_itself(struct buffer *b, const struct place *p)
{
    size_t begin = json_begin(b);
    JSON_TEXT(b, "document", p->document);
    if (p->cell) JSON_TEXT(b, "cell", p->cell);
    else if (p->line && p->paragraph) JSON_INT(b, "paragraph", p->line);
    else if (p->line) JSON_INT(b, "line", p->line);
    JSON_TEXT(b, "clause", p->clause);
    JSON_TEXT(b, "heading", p->heading);
    JSON_TEXT(b, "type", p->type);
    JSON_TEXT(b, "what", p->what);
    JSON_TEXT(b, "name", p->name);
    JSON_TEXT(b, "quote", p->quote);
    json_end(b, begin, "{}");
}

static void place(struct buffer *b, const struct place *p)
{
    if (!place_is_somewhere(p) && !p->quote) return;
    JSON_KEY(b, "place");
    place_itself(b, p);
}

static void arguments(struct buffer *b, const struct argument *a, size_t count)
{
    size_t begin = json_begin(b);
    for (size_t i = 0; i < count; i++) {
        JSON_LITERAL(b, ",");
        size_t item = json_begin(b);
        JSON_TEXT(b, "name", a[i].name);
        json_typed(b, NULL, &a[i].value);
        json_end(b, item, "{}");
    }
    json_end(b, begin, "[]");
}

/* ---- who, verdict, risk, documents ---- */

static void who(const struct view *v)
{
    const struct result *r = v->r;
    struct buffer *b = v->out;
    JSON_LITERAL(b, ",\n\"supplier\":");
    size_t begin = json_begin(b);
    JSON_TEXT(b, "id", r->supplier);
    JSON_TEXT(b, "name", r->name);
    if (v->internal) JSON_TEXT(b, "path", r->path);
    JSON_BOOL(b, "lone", r->lone);
    if (v->internal) JSON_TEXT(b, "tier", r->tier);
    JSON_TEXT(b, "kind", r->kind);
    JSON_TEXT(b, "country", r->country);
    JSON_TEXT(b, "category", r->category);
    JSON_TEXT(b, "contact", r->contact);
    json_end(b, begin, "{}");
}

static void verdict(const struct view *v)
{
    struct buffer *b = v->out;
    JSON_LITERAL(b, ",\n\"verdict\":");
    size_t begin = json_begin(b);
    JSON_TEXT(b, "is", verdict_name(verdict_of(v)));
    JSON_BOOL(b, "incomplete", v->r->incomplete);
    json_outcomes(b, "judgements", v->outcomes);
    json_grades(b, "findings", v->grades);
    json_fault(b, &v->r->fault);
    json_end(b, begin, "{}");
}

static void one_risk(struct buffer *b, const struct risk_info *risk)
{
    JSON_LITERAL(b, ",");
    size_t begin = json_begin(b);
    JSON_TEXT(b, "scenario", risk->scenario);
    JSON_INT(b, "impact", risk->impact);
    JSON_INT(b, "likelihood", risk->likelihood);
    JSON_INT(b, "score", risk->score);
    json_day(b, "assessed", risk->assessed);
    json_end(b, begin, "{}");
}

static void risks(const struct view *v)
{
    struct buffer *b = v->out;
    if (!v->internal) return;
    JSON_LITERAL(b, ",\n\"risk\":{\"score\":");
    buffer_int(b, v->r->risk_score);
    JSON_KEY(b, "risks");
    size_t begin = json_begin(b);
    for (size_t i = 0; i < v->r->risk_count; i++) one_risk(b, &v->r->risks[i]);
    json_end(b, begin, "[]");
    JSON_LITERAL(b, "}");
}

static void document(struct buffer *b, const struct document_info *d)
{
    JSON_LITERAL(b, ",\n");
    JSON_LITERAL(b, "{\"file\":");
    json_string(b, d->file ? d->file : "", d->file ? strlen(d->file) : 0);
    JSON_TEXT(b, "format", d->format);
    JSON_TEXT(b, "kind", d->kind);
    JSON_TEXT(b, "title", d->title);
    JSON_BOOL(b, "read", d->read);
    if (d->clause_count) JSON_INT(b, "clauses", (int64_t)d->clause_count);
    json_fault(b, &d->fault);
    JSON_LITERAL(b, "}");
}

/* ---- judgements ---- */

/* What the rule read there: the presence of the node itself, or one of its fields. */
static void one_reading(struct buffer *b, const struct evidence_item *e)
{
    JSON_LITERAL(b, ",");
    size_t begin = json_begin(b);
    JSON_TEXT(b, "field", e->field);
    json_typed(b, NULL, &e->value);
    if (!e->declared) JSON_LITERAL(b, ",\"recognised\":true");
    json_end(b, begin, "{}");
}

/* All that was read at the place of the n-th item. */
static void readings(const struct view *v, const struct judgement *j, size_t n)
{
    struct buffer *b = v->out;
    JSON_LITERAL(b, ",{\"place\":");
    place_itself(b, &j->evidence[n].place);
    JSON_KEY(b, "read");
    size_t begin = json_begin(b);
    for (size_t i = n; i < j->evidence_count; i++)
        if (evidence_shown(v, &j->evidence[i]) && place_same(&j->evidence[i].place, &j->evidence[n].place))
            one_reading(b, &j->evidence[i]);
    json_end(b, begin, "[]");
    JSON_LITERAL(b, "}");
}

static void evidence(const struct view *v, const struct judgement *j)
{
    struct buffer *b = v->out;
    if (!j->evidence_count) return;
    JSON_KEY(b, "evidence");
    size_t begin = json_begin(b);
    for (size_t i = 0; i < j->evidence_count; i++)
        if (evidence_shown(v, &j->evidence[i]) && !place_seen_before(v, j, i)) readings(v, j, i);
    json_end(b, begin, "[]");
}

static void title(const struct view *v, const struct judgement *j)
{
    struct view in = *v;
    JSON_LITERAL(v->out, ",\"title\":{\"en\":\"");
    in.l = LANGUAGE_EN;
    say_title(&in, j);
    JSON_LITERAL(v->out, "\",\"ja\":\"");
    in.l = LANGUAGE_JA;
    say_title(&in, j);
    JSON_LITERAL(v->out, "\"}");
}

/* What the rule asks for; of rules that raise nothing it stands once, in the report of the run. */
static void requirement(const struct view *v, const struct judgement *j)
{
    JSON_TEXT(v->out, "grade", grade_name(j->rule->grade));
    title(v, j);
    JSON_KEY(v->out, "controls");
    json_texts(v->out, j->rule->controls, j->rule->control_count);
}

static void judgement(const struct view *v, const struct judgement *j)
{
    struct buffer *b = v->out;
    JSON_LITERAL(b, ",\n");
    size_t begin = json_begin(b);
    JSON_TEXT(b, "rule", j->rule->id);
    JSON_TEXT(b, "outcome", outcome_name(j->outcome));
    JSON_TEXT(b, "pack", j->rule->pack);
    if (j->outcome != OUTCOME_PASS && j->outcome != OUTCOME_NOT_APPLICABLE) requirement(v, j);
    if (v->internal && j->argument_count) {
        JSON_KEY(b, "parameters");
        arguments(b, j->parameters, j->argument_count);
    }
    json_both(b, "reason", j->reason);
    evidence(v, j);
    json_end(b, begin, "{}");
}

/* ---- findings ---- */

static void waiver(const struct view *v, const struct waiver_info *w)
{
    if (!w) return;
    JSON_KEY(v->out, "waiver");
    size_t begin = json_begin(v->out);
    if (v->internal) {
        JSON_TEXT(v->out, "reason", w->reason);
        JSON_TEXT(v->out, "approver", w->approver);
    }
    json_day(v->out, "expires", w->expires);
    json_end(v->out, begin, "{}");
}

static void related(struct buffer *b, const struct finding *f)
{
    if (!f->related_count) return;
    JSON_KEY(b, "related");
    size_t begin = json_begin(b);
    for (size_t i = 0; i < f->related_count; i++) {
        JSON_LITERAL(b, ",");
        place_itself(b, &f->related[i]);
    }
    json_end(b, begin, "[]");
}

static void finding_values(const struct view *v, const struct finding *f)
{
    struct buffer *b = v->out;
    json_value(b, "expected", &f->expected);
    json_value(b, "found", &f->found);
    if (v->internal && f->argument_count) {
        JSON_KEY(b, "arguments");
        arguments(b, f->arguments, f->argument_count);
    }
    json_hash(b, "fingerprint", &f->fingerprint);
    waiver(v, f->waiver);
}

/* ---- the register ---- */

static void history_members(const struct view *v, const struct finding_history *h)
{
    struct buffer *b = v->out;
    JSON_TEXT(b, "state", state_name(h->state));
    JSON_TEXT(b, "change", change_name(h->change));
    if (v->r->history->since != DAY_NONE) JSON_TEXT(b, "since", change_name(h->since));
    json_day(b, "first_seen", h->first_seen);
    json_day(b, "last_seen", h->last_seen);
    JSON_INT(b, "age_days", h->age);
    json_day(b, "due", h->due);
    JSON_BOOL(b, "overdue", h->overdue);
    JSON_INT(b, "recurrences", h->recurrences);
    if (v->internal) JSON_TEXT(b, "owner", h->owner);
}

static void history(const struct view *v, const struct finding_history *h)
{
    if (!h) return;
    JSON_KEY(v->out, "history");
    size_t begin = json_begin(v->out);
    history_members(v, h);
    json_end(v->out, begin, "{}");
}

static void absent(const struct view *v, const struct absent_finding *a)
{
    struct buffer *b = v->out;
    JSON_LITERAL(b, ",\n");
    size_t begin = json_begin(b);
    JSON_TEXT(b, "rule", a->rule);
    JSON_TEXT(b, "message", a->message);
    JSON_TEXT(b, "grade", grade_name(a->grade));
    json_both(b, "text", a->text);
    JSON_TEXT(b, "document", a->document);
    JSON_TEXT(b, "clause", a->clause);
    JSON_TEXT(b, "fingerprint", a->fingerprint);
    history(v, &a->history);
    json_end(b, begin, "{}");
}

/* What changed at this supplier, with the findings that are not among `findings`. */
static void changes(const struct view *v)
{
    const struct history *h = v->r->history;
    struct buffer *b = v->out;
    if (!h) return;
    struct run_changes c = changes_shown(v);
    JSON_LITERAL(b, ",\n\"history\":");
    size_t begin = json_begin(b);
    json_day(b, "last_run", h->last_run);
    json_day(b, "since", h->since);
    json_changes(b, &c, h->since != DAY_NONE);
    JSON_KEY(b, "absent");
    size_t list = json_begin(b);
    for (size_t i = 0; i < h->absent_count; i++)
        if (absent_shown(v, &h->absent[i])) absent(v, &h->absent[i]);
    json_end(b, list, "[]");
    json_end(b, begin, "{}");
}

/* ---- findings, whole ---- */

static void finding(const struct view *v, const struct finding *f)
{
    struct buffer *b = v->out;
    const struct judgement *j = judgement_of(v->r, f);
    JSON_LITERAL(b, ",\n");
    size_t begin = json_begin(b);
    if (j) JSON_TEXT(b, "rule", j->rule->id);
    JSON_TEXT(b, "message", f->message);
    JSON_TEXT(b, "outcome", outcome_name(f->outcome));
    JSON_TEXT(b, "grade", grade_name(f->grade));
    if (f->own_grade != f->grade && v->internal) JSON_TEXT(b, "own_grade", grade_name(f->own_grade));
    json_both(b, "text", f->text);
    json_both(b, "advice", f->advice);
    place(b, &f->place);
    related(b, f);
    finding_values(v, f);
    history(v, history_of(v, f));
    json_end(b, begin, "{}");
}

static void lists(const struct view *v)
{
    struct buffer *b = v->out;
    JSON_LITERAL(b, ",\n\"documents\":");
    size_t begin = json_begin(b);
    for (size_t i = 0; i < v->r->document_count; i++) document(b, &v->r->documents[i]);
    json_end(b, begin, "[]");
    JSON_LITERAL(b, ",\n\"findings\":");
    begin = json_begin(b);
    for (size_t i = 0; i < v->r->finding_count; i++)
        if (finding_shown(v, &v->r->findings[i])) finding(v, &v->r->findings[i]);
    json_end(b, begin, "[]");
    JSON_LITERAL(b, ",\n\"judgements\":");
    begin = json_begin(b);
    for (size_t i = 0; i < v->r->judgement_count; i++)
        if (judgement_shown(v, &v->r->judgements[i])) judgement(v, &v->r->judgements[i]);
    json_end(b, begin, "[]");
}

void json_supplier(const struct result *r, const struct report_options *o, struct buffer *out)
{
    struct view v = view_of(out, r, o, put_json);
    size_t begin = json_begin(out);
    JSON_TEXT(out, "report", "urn:kijun:report:1");
    JSON_TEXT(out, "audience", v.internal ? "internal" : "supplier");
    json_basis(out, o);
    if (r->history) json_day(out, "as_of", r->as_of);
    json_day(out, "valid_from", r->valid_from);
    json_day(out, "valid_until", r->valid_until);
    who(&v);
    verdict(&v);
    risks(&v);
    changes(&v);
    lists(&v);
    json_end(out, begin, "{}");
    JSON_LITERAL(out, "\n");
}
