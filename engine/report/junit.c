/* JUnit XML as Jenkins reads it: a suite for each supplier, a test for each rule. A rule that could not be judged is an
 * error, one that does not apply or is waived is skipped. */
#include "report/ci.h"
#include "report/renderers.h"
#include "report/xml_parts.h"

void junit_begin(const struct run_report *r, const struct report_options *o, struct buffer *out)
{
    (void)r, (void)o;
    buffer_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"kijun\">\n");
}

void junit_end(const struct run_report *r, const struct report_options *o, struct buffer *out)
{
    (void)r, (void)o;
    buffer_puts(out, "</testsuites>\n");
}

/* failure, error or skipped */
static const char *element_of(enum outcome o)
{
    switch (o) {
    case OUTCOME_FAIL: return "failure";
    case OUTCOME_INDETERMINATE:
    case OUTCOME_ERROR: return "error";
    default: return "skipped";
    }
}

/* What was waived keeps the grade that it had. */
static const char *type_of(const struct finding *f)
{
    static const char *const waived[GRADE_COUNT] = {
        [GRADE_OBSERVATION] = "waived-observation", [GRADE_MINOR] = "waived-minor", [GRADE_MAJOR] = "waived-major"};
    if (f->outcome == OUTCOME_WAIVED && waived[f->grade]) return waived[f->grade];
    return f->outcome == OUTCOME_FAIL ? grade_name(f->grade) : outcome_name(f->outcome);
}

static void finding(const struct view *v, const struct finding *f)
{
    const char *element = element_of(f->outcome);
    xmlout_start(v, element);
    xmlout_attribute(v, "type", type_of(f));
    xmlout_attribute(v, "message", f->text[v->l]);
    raw(v, ">");
    ci_message(v, f);
    if (f->place.quote) raw(v, "\n"), say(v, f->place.quote);
    raw(v, "\n");
    ci_path(v, f->place.document, put_xml);
    raw(v, ":"), say_int(v, ci_line(&f->place));
    xmlout_finish(v, element);
}

/* What came of a judgement that has no finding to say so. */
static void without_finding(const struct view *v, const struct judgement *j)
{
    if (j->outcome == OUTCOME_PASS) return;
    xmlout_start(v, element_of(j->outcome));
    xmlout_attribute(v, "type", outcome_name(j->outcome));
    xmlout_attribute(v, "message", j->reason[v->l]);
    raw(v, "/>\n");
}

static void test(const struct view *v, const struct judgement *j)
{
    xmlout_start(v, "testcase");
    xmlout_attribute(v, "classname", v->r->supplier);
    xmlout_attribute(v, "name", j->rule->id);
    raw(v, ">");
    if (!j->finding_count) without_finding(v, j);
    for (size_t i = 0; i < v->r->finding_count; i++)
        if (judgement_of(v->r, &v->r->findings[i]) == j) finding(v, &v->r->findings[i]);
    xmlout_finish(v, "testcase");
}

static void unread(const struct view *v, const struct ci_fault *f)
{
    xmlout_start(v, "testcase");
    xmlout_attribute(v, "classname", v->r->supplier);
    xmlout_attribute(v, "name", f->document ? f->document : fault_name(f->fault->id));
    raw(v, "><error type=\"");
    raw(v, fault_name(f->fault->id));
    raw(v, "\" message=\"");
    say_fault(v, f->fault);
    raw(v, "\">");
    say_fault_advice(v, f->fault);
    raw(v, "</error></testcase>\n");
}

static int64_t unread_count(const struct view *v)
{
    struct ci_fault f;
    int64_t n = 0;
    while (ci_fault(v, (size_t)n, &f)) n++;
    return n;
}

void junit_supplier(const struct result *r, const struct report_options *o, struct buffer *out)
{
    struct view v = view_of(out, r, o, put_xml);
    struct ci_fault f;
    int64_t faults = unread_count(&v), tests = faults;
    for (int i = 0; i < OUTCOME_COUNT; i++) tests += v.outcomes[i];
    xmlout_start(&v, "testsuite");
    xmlout_attribute(&v, "name", r->supplier ? r->supplier : r->path);
    xmlout_attribute_int(&v, "tests", tests);
    xmlout_attribute_int(&v, "failures", v.outcomes[OUTCOME_FAIL]);
    xmlout_attribute_int(&v, "errors", v.outcomes[OUTCOME_INDETERMINATE] + v.outcomes[OUTCOME_ERROR] + faults);
    xmlout_attribute_int(&v, "skipped", v.outcomes[OUTCOME_NOT_APPLICABLE] + v.outcomes[OUTCOME_WAIVED]);
    raw(&v, ">\n");
    for (size_t i = 0; ci_fault(&v, i, &f); i++) unread(&v, &f);
    for (size_t i = 0; i < r->judgement_count; i++)
        if (judgement_shown(&v, &r->judgements[i])) test(&v, &r->judgements[i]);
    xmlout_finish(&v, "testsuite");
}
