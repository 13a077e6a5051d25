/* SARIF 2.1.0 (OASIS): one run of the tool, the rules with what they ask for, a result for each finding.
 *
 * Places in Word files have no line; they are told by logical locations, as clauses are. A waived finding is a result
 * with a suppression. */
#include "report/ci.h"
#include "report/overview.h"
#include "report/history_say.h"
#include "report/json_parts.h"
#include "report/renderers.h"

#include "base/version.h"

static const char *level_of(enum grade g)
{
    return g == GRADE_MAJOR ? "error" : g == GRADE_MINOR ? "warning" : "note";
}

/* ---- begin ---- */

static void rule_text(struct buffer *b, const char *const text[LANGUAGE_COUNT], enum language l)
{
    const char *own = text[l] ? text[l] : text[LANGUAGE_EN];
    JSON_LITERAL(b, "{\"text\":");
    json_string(b, own ? own : "", own ? strlen(own) : 0);
    JSON_LITERAL(b, "}");
}

static void rule(struct buffer *b, const struct rule_info *r, enum language l)
{
    struct view v = {.out = b, .put = put_json, .l = l};
    JSON_LITERAL(b, ",\n{\"id\":");
    json_string(b, r->id, strlen(r->id));
    JSON_LITERAL(b, ",\"shortDescription\":{\"text\":\"");
    say_rule_title(&v, r);
    JSON_LITERAL(b, "\"}");
    if (r->why[l]) {
        JSON_KEY(b, "fullDescription");
        rule_text(b, r->why, l);
    }
    JSON_LITERAL(b, ",\"defaultConfiguration\":{\"level\":\"");
    buffer_puts(b, level_of(r->grade));
    JSON_LITERAL(b, "\"},\"properties\":{\"tags\":");
    json_texts(b, r->controls, r->control_count);
    JSON_LITERAL(b, "}}");
}

void sarif_begin(const struct run_report *r, const struct report_options *o, struct buffer *out)
{
    JSON_LITERAL(out, "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{\n"
                      "\"tool\":{\"driver\":{\"name\":\"kijun\",\"semanticVersion\":\"" KIJUN_VERSION "\",\"rules\":");
    size_t begin = json_begin(out);
    for (size_t i = 0; i < r->rule_count; i++) rule(out, r->rules[i].rule, o->language);
    json_end(out, begin, "[]");
    JSON_LITERAL(out, "}},\n\"language\":\"");
    buffer_puts(out, language_name(o->language));
    JSON_LITERAL(out, "\",\"columnKind\":\"unicodeCodePoints\",\"invocations\":[{\"executionSuccessful\":");
    buffer_puts(out, r->interrupted || r->incomplete ? "false" : "true");
    JSON_LITERAL(out, "}],\n\"results\":[\n");
}

void sarif_end(const struct run_report *r, const struct report_options *o, struct buffer *out)
{
    (void)r, (void)o;
    JSON_LITERAL(out, "\n]}]}\n");
}

/* ---- results ---- */

static void physical(const struct view *v, const char *document, uint32_t line)
{
    JSON_LITERAL(v->out, "\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"");
    if (v->internal && v->r->path && *v->r->path == '/') raw(v, "file://");
    ci_path(v, document, put_url);
    JSON_LITERAL(v->out, "\"}");
    if (line) {
        JSON_LITERAL(v->out, ",\"region\":{\"startLine\":");
        buffer_int(v->out, line);
        JSON_LITERAL(v->out, "}");
    }
    JSON_LITERAL(v->out, "}");
}

static void location(const struct view *v, const struct place *p)
{
    JSON_LITERAL(v->out, ",{");
    physical(v, p->document, p->paragraph || p->cell ? 0 : p->line);
    if (p->clause || p->heading || p->name || p->what) {
        JSON_LITERAL(v->out, ",\"logicalLocations\":[");
        size_t begin = json_begin(v->out);
        JSON_TEXT(v->out, "name", p->clause ? p->clause : p->heading ? p->heading : p->cell ? p->cell : p->name);
        JSON_TEXT(v->out, "kind", p->what);
        json_end(v->out, begin, "{}");
        JSON_LITERAL(v->out, "]");
    }
    if (p->quote) {
        JSON_LITERAL(v->out, ",\"message\":{\"text\":");
        json_string(v->out, p->quote, strlen(p->quote));
        JSON_LITERAL(v->out, "}");
    }
    JSON_LITERAL(v->out, "}");
}

static void locations(const struct view *v, const struct finding *f)
{
    JSON_KEY(v->out, "locations");
    size_t begin = json_begin(v->out);
    location(v, &f->place);
    json_end(v->out, begin, "[]");
    if (!f->related_count) return;
    JSON_KEY(v->out, "relatedLocations");
    begin = json_begin(v->out);
    for (size_t i = 0; i < f->related_count; i++) location(v, &f->related[i]);
    json_end(v->out, begin, "[]");
}

static void suppression(const struct view *v, const struct finding *f)
{
    if (f->outcome != OUTCOME_WAIVED || !f->waiver) return;
    JSON_LITERAL(v->out, ",\"suppressions\":[{\"kind\":\"external\",\"status\":\"accepted\"");
    if (v->internal) JSON_TEXT(v->out, "justification", f->waiver->reason);
    JSON_LITERAL(v->out, "}]");
}

/* What was left open has no level, but a kind that says so; a rule or document that failed is an error. */
static void kind_and_level(const struct view *v, const struct finding *f)
{
    if (f->outcome == OUTCOME_INDETERMINATE) {
        JSON_LITERAL(v->out, ",\"kind\":\"open\",\"level\":\"none\"");
        return;
    }
    JSON_LITERAL(v->out, ",\"kind\":\"fail\"");
    JSON_TEXT(v->out, "level", f->outcome == OUTCOME_ERROR ? "error" : level_of(f->grade));
}

/* Against the last run of the supplier, where a register knows it (SARIF 2.1.0, 3.27.24). */
static void baseline(const struct view *v, const struct finding *f)
{
    const struct finding_history *h = history_of(v, f);
    if (!h) return;
    bool is_new = h->change == CHANGE_NEW || h->change == CHANGE_BACK;
    JSON_TEXT(v->out, "baselineState", is_new ? "new" : "unchanged");
}

static void result(const struct view *v, const struct finding *f)
{
    const struct judgement *j = judgement_of(v->r, f);
    JSON_LITERAL(v->out, "{\"ruleId\":");
    const char *id = j ? j->rule->id : f->message;
    json_string(v->out, id, strlen(id));
    kind_and_level(v, f);
    JSON_LITERAL(v->out, ",\"message\":{\"text\":\"");
    ci_message(v, f);
    JSON_LITERAL(v->out, "\"}");
    locations(v, f);
    JSON_KEY(v->out, "partialFingerprints");
    size_t begin = json_begin(v->out);
    json_hash(v->out, "kijun/v1", &f->fingerprint);
    json_end(v->out, begin, "{}");
    baseline(v, f);
    suppression(v, f);
    JSON_LITERAL(v->out, ",\"properties\":");
    begin = json_begin(v->out);
    JSON_TEXT(v->out, "supplier", v->r->supplier);
    JSON_TEXT(v->out, "message", f->message);
    JSON_TEXT(v->out, "outcome", outcome_name(f->outcome));
    JSON_TEXT(v->out, "grade", grade_name(f->grade));
    json_end(v->out, begin, "{}");
    JSON_LITERAL(v->out, "}");
}

static void unread(const struct view *v, const struct ci_fault *f)
{
    struct hash print = ci_fault_print(v, f);
    JSON_LITERAL(v->out, "{\"ruleId\":\"engine:");
    raw(v, fault_name(f->fault->id));
    JSON_LITERAL(v->out, "\",\"kind\":\"fail\",\"level\":\"error\",\"message\":{\"text\":\"");
    say_fault(v, f->fault);
    JSON_LITERAL(v->out, "\"},\"locations\":[{");
    physical(v, f->document, f->fault->line);
    JSON_LITERAL(v->out, "}],\"partialFingerprints\":");
    size_t begin = json_begin(v->out);
    json_hash(v->out, "kijun/v1", &print);
    json_end(v->out, begin, "{}");
    JSON_LITERAL(v->out, "}");
}

void sarif_supplier(const struct result *r, const struct report_options *o, struct buffer *out)
{
    struct view v = view_of(out, r, o, put_json);
    struct ci_fault f;
    bool some = false;
    for (size_t i = 0; ci_fault(&v, i, &f); i++) {
        if (some) JSON_LITERAL(out, ",\n");
        unread(&v, &f);
        some = true;
    }
    for (size_t i = 0; i < r->finding_count; i++) {
        if (!finding_shown(&v, &r->findings[i])) continue;
        if (some) JSON_LITERAL(out, ",\n");
        result(&v, &r->findings[i]);
        some = true;
    }
}
