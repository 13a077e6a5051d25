/* TAP: a subtest for each supplier, in it a test for each rule. The version named is 13, for the harness of Perl refuses later ones;
 * readers that know subtests take them all the same. */
#include "report/ci.h"
#include "report/renderers.h"

void tap_begin(const struct run_report *r, const struct report_options *o, struct buffer *out)
{
    (void)o;
    buffer_printf(out, "TAP version 13\n1..%llu\n", (unsigned long long)r->supplier_count);
}

void tap_end(const struct run_report *r, const struct report_options *o, struct buffer *out)
{
    (void)o;
    if (r->interrupted) buffer_puts(out, "Bail out! interrupted\n");
}

/* '#' begins a directive and '\' an escape. */
static void put_tap(struct buffer *b, const char *at, size_t len)
{
    size_t from = 0;
    for (size_t i = 0; i < len; i++) {
        if (at[i] != '#' && at[i] != '\\') continue;
        put_line(b, at + from, i - from);
        buffer_putc(b, '\\');
        buffer_putc(b, at[i]);
        from = i + 1;
    }
    put_line(b, at + from, len - from);
}

static void put_yaml(struct buffer *b, const char *at, size_t len)
{
    put_json(b, at, len); /* a JSON string is a YAML double-quoted string */
}

static void diagnosis(const struct view *v, const struct finding *f)
{
    struct view in = *v;
    in.put = put_yaml;
    raw(v, "      ---\n      message: \"");
    ci_message(&in, f);
    raw(v, "\"\n      severity: ");
    raw(v, f->outcome == OUTCOME_FAIL ? grade_name(f->grade) : outcome_name(f->outcome));
    raw(v, "\n      at: \"");
    ci_path(&in, f->place.document, put_yaml);
    raw(v, ":"), say_int(v, ci_line(&f->place));
    raw(v, "\"\n      fingerprint: ");
    say_hash(v, &f->fingerprint, 16);
    raw(v, "\n      ...\n");
}

static bool is_ok(enum outcome o)
{
    return o == OUTCOME_PASS || o == OUTCOME_NOT_APPLICABLE || o == OUTCOME_WAIVED;
}

/* The grade that was waived. */
static void waived_grade(const struct view *v, const struct judgement *j)
{
    for (size_t i = 0; i < v->r->finding_count; i++) {
        const struct finding *f = &v->r->findings[i];
        if (f->outcome != OUTCOME_WAIVED || f->grade == GRADE_NONE || judgement_of(v->r, f) != j) continue;
        raw(v, " ("), raw(v, grade_name(f->grade)), raw(v, ")");
        return;
    }
}

static void test(const struct view *v, const struct judgement *j, int64_t number)
{
    raw(v, is_ok(j->outcome) ? "    ok " : "    not ok ");
    say_int(v, number);
    raw(v, " - ");
    say(v, j->rule->id);
    if (j->outcome == OUTCOME_NOT_APPLICABLE || j->outcome == OUTCOME_WAIVED) {
        raw(v, " # SKIP ");
        raw(v, outcome_name(j->outcome));
        waived_grade(v, j);
    }
    raw(v, "\n");
    for (size_t i = 0; i < v->r->finding_count; i++) {
        const struct finding *f = &v->r->findings[i];
        if (judgement_of(v->r, f) == j && f->outcome != OUTCOME_WAIVED) diagnosis(v, f);
    }
}

static void unread(const struct view *v, const struct ci_fault *f, int64_t number)
{
    raw(v, "    not ok "), say_int(v, number), raw(v, " - ");
    say_fault(v, f->fault);
    raw(v, "\n");
}

void tap_supplier(const struct result *r, const struct report_options *o, struct buffer *out)
{
    struct view v = view_of(out, r, o, put_tap);
    struct ci_fault f;
    int64_t number = 0;
    raw(&v, "# Subtest: "), say(&v, r->supplier), raw(&v, "\n");
    for (size_t i = 0; ci_fault(&v, i, &f); i++) unread(&v, &f, ++number);
    bool good = number == 0 && v.outcomes[OUTCOME_FAIL] + v.outcomes[OUTCOME_INDETERMINATE] + v.outcomes[OUTCOME_ERROR] == 0;
    for (size_t i = 0; i < r->judgement_count; i++)
        if (judgement_shown(&v, &r->judgements[i])) test(&v, &r->judgements[i], ++number);
    raw(&v, "    1.."), say_int(&v, number);
    raw(&v, good ? "\nok - " : "\nnot ok - ");
    say(&v, r->supplier);
    raw(&v, "\n");
}
