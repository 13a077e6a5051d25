/* One supplier's report as JSON: everything in the result, in both languages, one judgement or finding a line.
 *
 * This is written for every supplier of every run: members without content are left out, and nothing is formatted
 * that a reader can derive. fixtures/schemas/report.schema.json describes it. */
#include <string.h>

#include "report/json_parts.h"
#include "report/renderers.h"

struct writer {
    struct json j;
    struct view v;
};

static void place(struct json *j, const char *key, const struct place *p)
{
    if (key) {
        if (!place_is_somewhere(p)) return;
        json_key(j, key);
    }
    json_open(j, '{');
    json_member(j, "document", p->document);
    if (p->line) json_put_int(j, p->paragraph ? "paragraph" : "line", p->line);
    json_member(j, "clause", p->clause);
    json_member(j, "heading", p->heading);
    json_member(j, "what", p->what);
    json_member(j, "name", p->name);
    json_member(j, "quote", p->quote);
    json_close(j, '}');
}

static void arguments(struct json *j, const char *key, const struct argument *a, size_t count, bool words)
{
    if (!count) return;
    json_key(j, key);
    json_open(j, '[');
    for (size_t i = 0; i < count; i++) {
        json_open(j, '{');
        json_member(j, "name", a[i].name);
        json_value(j, "is", &a[i].value, words);
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void who(struct writer *w)
{
    const struct result *r = w->v.r;
    struct json *j = &w->j;
    json_line(j);
    json_key(j, "supplier");
    json_open(j, '{');
    json_member(j, "id", r->supplier);
    json_member(j, "name", r->name);
    json_member(j, "path", r->path);
    json_put_bool(j, "lone", r->lone);
    if (w->v.internal) json_member(j, "tier", r->tier);
    json_member(j, "kind", r->kind);
    json_member(j, "country", r->country);
    json_member(j, "category", r->category);
    json_member(j, "contact", r->contact);
    json_close(j, '}');
}

static void verdict(struct writer *w)
{
    const struct result *r = w->v.r;
    struct json *j = &w->j;
    json_line(j);
    json_key(j, "verdict");
    json_open(j, '{');
    json_member(j, "is", verdict_name(verdict_of(r)));
    json_put_bool(j, "incomplete", r->incomplete);
    json_outcomes(j, "judgements", r->outcomes);
    json_grades(j, "findings", r->grades);
    json_fault(j, "fault", &r->fault);
    json_close(j, '}');
}

static void risk(struct writer *w)
{
    const struct result *r = w->v.r;
    struct json *j = &w->j;
    if (!w->v.internal) return;
    json_line(j);
    json_key(j, "risk");
    json_open(j, '{');
    json_put_int(j, "score", r->risk_score);
    json_key(j, "risks");
    json_open(j, '[');
    for (size_t i = 0; i < r->risk_count; i++) {
        json_open(j, '{');
        json_member(j, "scenario", r->risks[i].scenario);
        json_put_int(j, "impact", r->risks[i].impact);
        json_put_int(j, "likelihood", r->risks[i].likelihood);
        json_put_int(j, "score", r->risks[i].score);
        json_day(j, "assessed", r->risks[i].assessed);
        json_close(j, '}');
    }
    json_close(j, ']');
    json_close(j, '}');
}

static void documents(struct writer *w)
{
    struct json *j = &w->j;
    json_line(j);
    json_key(j, "documents");
    json_open(j, '[');
    for (size_t i = 0; i < w->v.r->document_count; i++) {
        const struct document_info *d = &w->v.r->documents[i];
        json_line(j);
        json_open(j, '{');
        json_member(j, "file", d->file);
        json_member(j, "format", d->format);
        json_member(j, "kind", d->kind);
        json_member(j, "title", d->title);
        json_put_bool(j, "read", d->read);
        if (d->clause_count) json_put_int(j, "clauses", (int64_t)d->clause_count);
        json_fault(j, "fault", &d->fault);
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void evidence(struct writer *w, const struct judgement *judged)
{
    struct json *j = &w->j;
    bool any = false;
    for (size_t i = 0; i < judged->evidence_count; i++) {
        const struct evidence_item *e = &judged->evidence[i];
        if (!evidence_shown(&w->v, e)) continue;
        if (!any) json_key(j, "evidence"), json_open(j, '[');
        any = true;
        json_open(j, '{');
        place(j, "place", &e->place);
        json_member(j, "field", e->field);
        json_value(j, "value", &e->value, false);
        json_put_bool(j, "declared", e->declared);
        json_close(j, '}');
    }
    if (any) json_close(j, ']');
}

static void title(struct json *j, struct view *v, const struct judgement *judged)
{
    json_key(j, "title");
    json_open(j, '{');
    for (int l = 0; l < LANGUAGE_COUNT; l++) {
        v->l = (enum language)l;
        json_key(j, language_name(v->l));
        json_string_open(j);
        say_title(v, judged);
        json_string_close(j);
    }
    json_close(j, '}');
}

static void judgement(struct writer *w, const struct judgement *judged)
{
    struct json *j = &w->j;
    json_line(j);
    json_open(j, '{');
    json_member(j, "rule", judged->rule->id);
    json_member(j, "outcome", outcome_name(judged->outcome));
    json_member(j, "pack", judged->rule->pack);
    json_member(j, "version", judged->rule->pack_version);
    json_member(j, "grade", grade_name(judged->rule->grade));
    title(j, &w->v, judged);
    json_key(j, "controls");
    json_open(j, '[');
    for (size_t i = 0; i < judged->rule->control_count; i++)
        json_string(j, judged->rule->controls[i], strlen(judged->rule->controls[i]));
    json_close(j, ']');
    if (w->v.internal) arguments(j, "parameters", judged->parameters, judged->argument_count, false);
    json_both(j, "reason", judged->reason);
    evidence(w, judged);
    json_close(j, '}');
}

static void waiver(struct writer *w, const struct waiver_info *waived)
{
    struct json *j = &w->j;
    if (!waived) return;
    json_key(j, "waiver");
    json_open(j, '{');
    if (w->v.internal) {
        json_member(j, "reason", waived->reason);
        json_member(j, "approver", waived->approver);
    }
    json_day(j, "expires", waived->expires);
    json_close(j, '}');
}

static void finding_values(struct writer *w, const struct finding *f)
{
    struct json *j = &w->j;
    json_value(j, "expected", &f->expected, true);
    json_value(j, "found", &f->found, true);
    if (w->v.internal) arguments(j, "arguments", f->arguments, f->argument_count, true);
    json_hash(j, "fingerprint", &f->fingerprint);
    waiver(w, f->waiver);
}

static void finding(struct writer *w, const struct finding *f)
{
    struct json *j = &w->j;
    const struct judgement *judged = judgement_of(w->v.r, f);
    json_line(j);
    json_open(j, '{');
    if (judged) json_member(j, "rule", judged->rule->id);
    json_member(j, "message", f->message);
    json_member(j, "outcome", outcome_name(f->outcome));
    json_member(j, "grade", grade_name(f->grade));
    if (f->own_grade != f->grade && w->v.internal) json_member(j, "own_grade", grade_name(f->own_grade));
    json_both(j, "text", f->text);
    json_both(j, "advice", f->advice);
    place(j, "place", &f->place);
    if (f->related_count) {
        json_key(j, "related");
        json_open(j, '[');
        for (size_t i = 0; i < f->related_count; i++) place(j, NULL, &f->related[i]);
        json_close(j, ']');
    }
    finding_values(w, f);
    json_close(j, '}');
}

static void findings_and_judgements(struct writer *w)
{
    const struct result *r = w->v.r;
    json_line(&w->j);
    json_key(&w->j, "findings");
    json_open(&w->j, '[');
    for (size_t i = 0; i < r->finding_count; i++)
        if (finding_shown(&w->v, &r->findings[i])) finding(w, &r->findings[i]);
    json_close(&w->j, ']');
    json_line(&w->j);
    json_key(&w->j, "judgements");
    json_open(&w->j, '[');
    for (size_t i = 0; i < r->judgement_count; i++) judgement(w, &r->judgements[i]);
    json_close(&w->j, ']');
}

void json_supplier(const struct result *r, const struct report_options *o, struct buffer *out)
{
    struct writer w = {.v = view_of(out, r, o, put_json)};
    json_init(&w.j, out, false);
    json_open(&w.j, '{');
    json_member(&w.j, "report", "urn:kijun:report:1");
    json_member(&w.j, "audience", w.v.internal ? "internal" : "supplier");
    json_basis(&w.j, o);
    json_day(&w.j, "as_of", r->as_of);
    json_day(&w.j, "valid_until", r->valid_until);
    who(&w);
    verdict(&w);
    risk(&w);
    documents(&w);
    findings_and_judgements(&w);
    json_close(&w.j, '}');
    buffer_putc(out, '\n');
}
