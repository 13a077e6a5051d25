/* GitHub workflow commands, GitLab code quality and TAP: a line, an item or a test for each finding. */
#include "report/ci.h"
#include "report/json_parts.h"
#include "report/renderers.h"

#include <stdlib.h>

/* ---- GitHub: ::error file=F,line=L,title=T::message ---- */

/* %, CR and LF end or change a command; in its properties ':' and ',' do, too. */
static void put_command(struct buffer *b, const char *at, size_t len, bool property)
{
    size_t from = b->len;
    put_line(b, at, len);
    if (b->failed) return;
    size_t plain = b->len - from;
    char *copy = plain ? malloc(plain) : NULL;
    if (plain && !copy) {
        b->failed = true;
        return;
    }
    if (plain) memcpy(copy, b->at + from, plain);
    b->len = from;
    for (size_t i = 0; i < plain; i++) {
        if (copy[i] == '%') buffer_puts(b, "%25");
        else if (property && copy[i] == ':') buffer_puts(b, "%3A");
        else if (property && copy[i] == ',') buffer_puts(b, "%2C");
        else buffer_putc(b, copy[i]);
    }
    free(copy);
}

static void put_message(struct buffer *b, const char *at, size_t len)
{
    put_command(b, at, len, false);
}

static void put_property(struct buffer *b, const char *at, size_t len)
{
    put_command(b, at, len, true);
}

static const char *command_of(const struct finding *f)
{
    if (f->outcome == OUTCOME_INDETERMINATE) return "::warning file=";
    if (f->outcome == OUTCOME_ERROR || f->grade == GRADE_MAJOR) return "::error file=";
    return f->grade == GRADE_MINOR ? "::warning file=" : "::notice file=";
}

static void github_finding(struct view *v, const struct finding *f)
{
    raw(v, command_of(f));
    v->put = put_property;
    ci_path(v, f->place.document, put_property);
    raw(v, ",line="), say_int(v, ci_line(&f->place));
    raw(v, ",title=");
    say(v, f->outcome == OUTCOME_FAIL ? grade_words(f->grade, v->l) : outcome_words(f->outcome, v->l));
    raw(v, " ");
    say_rule_message(v, f);
    raw(v, "::");
    v->put = put_message;
    ci_message(v, f);
    raw(v, "\n");
}

void github_supplier(const struct result *r, const struct report_options *o, struct buffer *out)
{
    struct view v = view_of(out, r, o, put_message);
    struct ci_fault f;
    for (size_t i = 0; ci_fault(&v, i, &f); i++) {
        raw(&v, "::error file=");
        ci_path(&v, f.document, put_property);
        raw(&v, ",line="), say_int(&v, f.fault->line ? f.fault->line : 1), raw(&v, ",title=");
        raw(&v, fault_name(f.fault->id));
        raw(&v, "::");
        say_fault(&v, f.fault);
        raw(&v, "\n");
    }
    for (size_t i = 0; i < r->finding_count; i++)
        if (ci_counts(&v, &r->findings[i])) github_finding(&v, &r->findings[i]);
}

/* ---- GitLab: an array of issues ---- */

void gitlab_begin(const struct run_report *r, const struct report_options *o, struct buffer *out)
{
    (void)r, (void)o;
    buffer_puts(out, "[\n");
}

void gitlab_end(const struct run_report *r, const struct report_options *o, struct buffer *out)
{
    (void)r, (void)o;
    buffer_puts(out, "\n]\n");
}

static void gitlab_issue(const struct view *v, const char *severity, const char *document, uint32_t line,
                         const struct hash *print)
{
    json_hash(v->out, "fingerprint", print);
    JSON_TEXT(v->out, "severity", severity);
    JSON_LITERAL(v->out, ",\"location\":{\"path\":\"");
    ci_path(v, document, put_json);
    JSON_LITERAL(v->out, "\",\"lines\":{\"begin\":");
    buffer_int(v->out, line);
    JSON_LITERAL(v->out, "}}}");
}

static const char *severity_of(const struct finding *f)
{
    if (f->outcome == OUTCOME_ERROR) return "blocker";
    if (f->outcome == OUTCOME_INDETERMINATE) return "minor";
    return f->grade == GRADE_MAJOR ? "critical" : f->grade == GRADE_MINOR ? "major" : "info";
}

static void gitlab_finding(const struct view *v, const struct finding *f)
{
    const struct judgement *j = judgement_of(v->r, f);
    JSON_LITERAL(v->out, "{\"description\":\"");
    ci_message(v, f);
    JSON_LITERAL(v->out, "\",\"check_name\":\"");
    say(v, j ? j->rule->id : f->message);
    JSON_LITERAL(v->out, "\"");
    gitlab_issue(v, severity_of(f), f->place.document, ci_line(&f->place), &f->fingerprint);
}

static void gitlab_unread(const struct view *v, const struct ci_fault *f)
{
    struct hash print = ci_fault_print(v, f);
    JSON_LITERAL(v->out, "{\"description\":\"");
    say_fault(v, f->fault);
    JSON_LITERAL(v->out, "\",\"check_name\":\"");
    raw(v, fault_name(f->fault->id));
    JSON_LITERAL(v->out, "\"");
    gitlab_issue(v, "blocker", f->document, f->fault->line ? f->fault->line : 1, &print);
}

void gitlab_supplier(const struct result *r, const struct report_options *o, struct buffer *out)
{
    struct view v = view_of(out, r, o, put_json);
    struct ci_fault f;
    bool some = false;
    for (size_t i = 0; ci_fault(&v, i, &f); i++, some = true) {
        if (some) raw(&v, ",\n");
        gitlab_unread(&v, &f);
    }
    for (size_t i = 0; i < r->finding_count; i++) {
        if (!ci_counts(&v, &r->findings[i])) continue;
        if (some) raw(&v, ",\n");
        gitlab_finding(&v, &r->findings[i]);
        some = true;
    }
}
