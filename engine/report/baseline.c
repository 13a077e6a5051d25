/* Findings for a baseline, a line each with tabs between: supplier, grade, rule, message, fingerprint; then, for people,
 * document, line, clause and text. What is indeterminate, or an error, says so in the place of the grade. */
#include "report/ci.h"
#include "report/renderers.h"

/* A field of a line: no tab and no line break in it. */
static void put_field(struct buffer *b, const char *at, size_t len)
{
    size_t from = 0;
    for (size_t i = 0; i < len; i++) {
        if (at[i] != '\t')
            continue;
        put_line(b, at + from, i - from);
        buffer_putc(b, ' ');
        from = i + 1;
    }
    put_line(b, at + from, len - from);
}

static void line(const struct view *v, const struct finding *f)
{
    say(v, v->r->supplier), raw(v, "\t");
    raw(v, f->outcome == OUTCOME_FAIL ? grade_name(f->grade) : outcome_name(f->outcome)), raw(v, "\t");
    say(v, judgement_of(v->r, f)->rule->id), raw(v, "\t");
    say(v, f->message), raw(v, "\t");
    say_hash(v, &f->fingerprint, 16), raw(v, "\t");
    ci_path(v, f->place.document, put_field), raw(v, "\t");
    say_int(v, ci_line(&f->place)), raw(v, "\t");
    say(v, f->place.clause), raw(v, "\t");
    say(v, f->text[v->l]), raw(v, "\n");
}

/* A document, or the whole subject, that could not be read. */
static void fault_line(const struct view *v, const struct ci_fault *f)
{
    struct hash print = ci_fault_print(v, f);
    say(v, v->r->supplier), raw(v, "\t");
    raw(v, outcome_name(OUTCOME_ERROR)), raw(v, "\t\t");
    raw(v, fault_name(f->fault->id)), raw(v, "\t");
    say_hash(v, &print, 16), raw(v, "\t");
    ci_path(v, f->document, put_field), raw(v, "\t");
    say_int(v, f->fault->line ? f->fault->line : 1), raw(v, "\t\t");
    say_fault(v, f->fault), raw(v, "\n");
}

void baseline_supplier(const struct result *r, const struct report_options *o, struct buffer *out)
{
    struct view v = view_of(out, r, o, put_field);
    for (size_t i = 0; i < r->finding_count; i++)
        if (ci_counts(&v, &r->findings[i]))
            line(&v, &r->findings[i]);
    struct ci_fault unread;
    for (size_t i = 0; ci_fault(&v, i, &unread); i++)
        fault_line(&v, &unread);
}
