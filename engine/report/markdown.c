/* Markdown as GitHub and GitLab show it: for job summaries, comments and mails. */
#include "report/history_say.h"
#include "report/overview.h"
#include "report/renderers.h"

#include <stdlib.h>
#include <string.h>

static void count_cell(const struct view *v, enum word w, uint64_t n)
{
    raw(v, " ");
    say_word(v, w);
    raw(v, " **"), say_int(v, (int64_t)n), raw(v, "**");
}

static void counts(const struct view *v)
{
    count_cell(v, WORD_MAJOR_SHORT, v->grades[GRADE_MAJOR]), raw(v, " /");
    count_cell(v, WORD_MINOR_SHORT, v->grades[GRADE_MINOR]), raw(v, " /");
    count_cell(v, WORD_OBSERVATION_SHORT, v->grades[GRADE_OBSERVATION]), raw(v, " /");
    count_cell(v, WORD_INDETERMINATE_SHORT, v->outcomes[OUTCOME_INDETERMINATE]), raw(v, " /");
    count_cell(v, WORD_ERROR_SHORT, v->outcomes[OUTCOME_ERROR]), raw(v, " /");
    count_cell(v, WORD_PASS_SHORT, v->outcomes[OUTCOME_PASS]), raw(v, "\n\n");
}

static void head(const struct view *v)
{
    const struct result *r = v->r;
    raw(v, "# ");
    say_word(v, r->lone ? WORD_REPORT_TEMPLATE : WORD_REPORT);
    raw(v, ": ");
    say(v, r->name ? r->name : r->supplier);
    raw(v, "\n\n**");
    say_word(v, verdict_word(verdict_of(v)));
    raw(v, "** — ");
    say_verdict(v);
    raw(v, "\n\n");
    counts(v);
    say_word(v, WORD_AS_OF), raw(v, ": "), say_date(v, r->as_of);
    if (v->o->policy) raw(v, " · "), say_word(v, WORD_POLICY), raw(v, ": "), say(v, v->o->policy);
    raw(v, "\n\n");
}

/* ---- findings ---- */

static void bullet(const struct view *v, enum word label)
{
    raw(v, "- **");
    say_word(v, label);
    raw(v, ":** ");
}

static void place(const struct view *v, enum word label, const struct place *p)
{
    if (place_is_somewhere(p)) bullet(v, label), say_place(v, p), raw(v, "\n");
    if (p->quote) raw(v, "  > "), say(v, p->quote), raw(v, "\n\n");
}

static void value(const struct view *v, enum word label, const struct value *value)
{
    if (value->type != VALUE_NONE) bullet(v, label), say_value(v, value), raw(v, "\n");
}

static void finding(const struct view *v, const struct finding *f, int64_t number)
{
    const struct judgement *j = judgement_of(v->r, f);
    raw(v, "### "), say_int(v, number), raw(v, ". ");
    say_weight(v, f);
    raw(v, ": "), say(v, f->text[v->l]), raw(v, "\n\n");
    place(v, WORD_PLACE, &f->place);
    for (size_t i = 0; i < f->related_count; i++) place(v, WORD_RELATED, &f->related[i]);
    value(v, WORD_EXPECTED, &f->expected);
    value(v, WORD_FOUND, &f->found);
    if (j) {
        bullet(v, WORD_REQUIREMENT), say_title(v, j);
        if (j->rule->control_count) raw(v, " ("), say_controls(v, j->rule), raw(v, ")");
        raw(v, "\n");
    }
    if (f->advice[v->l]) bullet(v, WORD_ADVICE), say(v, f->advice[v->l]), raw(v, "\n");
    if (history_of(v, f)) bullet(v, WORD_HISTORY), say_history(v, history_of(v, f)), raw(v, "\n");
    bullet(v, WORD_FINGERPRINT), say_rule_message(v, f), raw(v, " `"), say_hash(v, &f->fingerprint, 8), raw(v, "`\n\n");
}

static void findings(const struct view *v, enum word heading, enum outcome a, enum outcome b, int64_t *number)
{
    int64_t before = *number;
    for (size_t i = 0; i < v->r->finding_count; i++) {
        const struct finding *f = &v->r->findings[i];
        if ((f->outcome != a && f->outcome != b) || !finding_shown(v, f)) continue;
        if (*number == before) raw(v, "## "), say_word(v, heading), raw(v, "\n\n");
        finding(v, f, ++*number);
    }
}

static void unread(const struct view *v)
{
    for (size_t i = 0; i < v->r->document_count; i++) {
        const struct document_info *d = &v->r->documents[i];
        if (d->fault.id == FAULT_NONE) continue;
        raw(v, "- **");
        say_word(v, WORD_NOT_READ);
        raw(v, ":** "), say_fault(v, &d->fault), raw(v, "\n");
    }
    raw(v, "\n");
}

static void change_line(const struct view *v, day last_run, day since, const struct run_changes *c)
{
    say_last_run(v, last_run), raw(v, ": "), say_changes(v, c->last), raw(v, "\n\n");
    if (since != DAY_NONE) say_since(v, since), raw(v, ": "), say_changes(v, c->since), raw(v, "\n\n");
}

static void changes(const struct view *v)
{
    const struct history *h = v->r->history;
    if (!h) return;
    struct run_changes c = changes_shown(v);
    change_line(v, h->last_run, h->since, &c);
    for (size_t i = 0; i < h->absent_count; i++) {
        const struct absent_finding *a = &h->absent[i];
        if (!absent_shown(v, a)) continue;
        raw(v, "- "), say(v, a->text[v->l]), raw(v, " (");
        say_history(v, &a->history);
        raw(v, ")\n");
    }
    raw(v, "\n");
}

void markdown_supplier(const struct result *r, const struct report_options *o, struct buffer *out)
{
    struct view v = view_of(out, r, o, put_markdown);
    int64_t number = 0;
    head(&v);
    if (!faults_are_findings(&v)) unread(&v);
    if (!v.internal) say_word(&v, WORD_SUPPLIER_INTRO), raw(&v, "\n\n");
    changes(&v);
    findings(&v, WORD_FINDINGS, OUTCOME_FAIL, OUTCOME_FAIL, &number);
    findings(&v, WORD_COULD_NOT_JUDGE, OUTCOME_INDETERMINATE, OUTCOME_ERROR, &number);
    findings(&v, WORD_WAIVED_SECTION, OUTCOME_WAIVED, OUTCOME_WAIVED, &number);
    if (!number) say_word(&v, WORD_NO_FINDINGS), raw(&v, "\n");
    else if (!v.internal) say_word(&v, WORD_SUPPLIER_COST), raw(&v, "\n");
}

/* ---- the run ---- */

enum { MARKDOWN_SUPPLIERS = 1000 /* a job summary holds 1 MiB */ };

static void cell(const struct view *v, uint64_t n)
{
    raw(v, " | ");
    say_int(v, (int64_t)n);
}

static void supplier(const struct view *v, const struct run_row *row)
{
    raw(v, "| ");
    say(v, row->name ? row->name : row->supplier);
    raw(v, " | ");
    say_word(v, verdict_word(row_verdict(row)));
    for (int g = GRADE_MAJOR; g > GRADE_NONE; g--) cell(v, row->grades[g]);
    cell(v, row->outcomes[OUTCOME_INDETERMINATE]);
    cell(v, row->outcomes[OUTCOME_ERROR]);
    raw(v, " |\n");
}

static void header(const struct view *v)
{
    static const enum word words[] = {WORD_SUPPLIER, WORD_VERDICT, WORD_MAJOR_SHORT, WORD_MINOR_SHORT,
                                      WORD_OBSERVATION_SHORT, WORD_INDETERMINATE_SHORT, WORD_ERROR_SHORT};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) raw(v, "| "), say_word(v, words[i]), raw(v, " ");
    raw(v, "|\n|---|---|--:|--:|--:|--:|--:|\n");
}

static void rules(const struct view *v, const struct run_report *r)
{
    size_t count;
    size_t *order = rules_by_hits(r, &count);
    if (!order) {
        v->out->failed = true;
        return;
    }
    raw(v, "\n## "), say_word(v, WORD_RUN_BY_RULE), raw(v, "\n\n");
    for (size_t i = 0; i < count; i++) {
        const struct run_rule *rule = &r->rules[order[i]];
        raw(v, "- "), say_rule_title(v, rule->rule), raw(v, " — ");
        say_word(v, WORD_RUN_HIT), raw(v, " "), say_int(v, rule_hits(rule));
        if (rule_open(rule)) raw(v, ", "), say_word(v, WORD_INDETERMINATE_SHORT), raw(v, " "), say_int(v, rule_open(rule));
        raw(v, "\n");
    }
    if (!count) say_word(v, WORD_RUN_RULES_NONE), raw(v, "\n");
    free(order);
}

void markdown_run(const struct run_report *r, const struct report_options *o, struct buffer *out)
{
    struct view v = view_of(out, NULL, o, put_markdown);
    struct worst w;
    if (!worst_collect(r, MARKDOWN_SUPPLIERS, &w)) {
        out->failed = true;
        return;
    }
    raw(&v, "# "), say_word(&v, WORD_RUN_REPORT), raw(&v, "\n\n");
    if (r->interrupted) raw(&v, "**"), say_word(&v, WORD_RUN_INTERRUPTED), raw(&v, "**\n\n");
    say_run_verdict(&v, r);
    raw(&v, "\n\n");
    if (r->has_history) change_line(&v, r->last_run, r->since, &r->changes);
    header(&v);
    for (size_t i = 0; i < w.count; i++) {
        supplier(&v, &w.rows[i].row);
        run_drain(r, out);
    }
    if (w.left_out) raw(&v, "\n"), say_left_out(&v, w.left_out), raw(&v, "\n");
    rules(&v, r);
    worst_free(&w);
}
