/* The report of a run as plain text: totals, the worst suppliers, the rules that hit most. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "report/history_say.h"
#include "report/overview.h"
#include "report/plain.h"
#include "report/renderers.h"

enum { TEXT_SUPPLIERS = 200, NAME_COLUMNS = 34, NUMBER_COLUMNS = 9 };

static void total(struct plain *p, enum word label, uint64_t n)
{
    say_int(&p->v, (int64_t)n);
    plain_flush_label(p, 0, label);
}

static void head(struct plain *p, const struct run_report *r)
{
    say_word(&p->v, WORD_RUN_REPORT);
    plain_flush(p, "", "");
    plain_blank(p);
    if (r->interrupted) say_word(&p->v, WORD_RUN_INTERRUPTED), plain_flush(p, "! ", "  ");
    say_run_verdict(&p->v, r);
    plain_flush_label(p, 0, WORD_OVERVIEW);
    say_date(&p->v, r->as_of);
    plain_flush_label(p, 0, WORD_AS_OF);
    say(&p->v, p->v.o->policy);
    plain_flush_label(p, 0, WORD_POLICY);
    total(p, WORD_SUPPLIERS, r->supplier_count);
    total(p, WORD_RUN_WITH_FINDINGS, r->with_findings);
    total(p, WORD_RUN_CLEAN, r->clean);
    total(p, WORD_RUN_INCOMPLETE, r->incomplete);
    if (!r->has_history) return;
    plain_heading(p, WORD_CHANGES, 0, false);
    say_last_run(&p->v, r->last_run), raw(&p->v, ": "), say_changes(&p->v, r->changes.last);
    plain_flush(p, "- ", "  ");
    if (r->since != DAY_NONE) {
        say_since(&p->v, r->since), raw(&p->v, ": "), say_changes(&p->v, r->changes.since);
        plain_flush(p, "- ", "  ");
    }
    say_word(&p->v, WORD_OVERDUE_NOW), raw(&p->v, ": "), say_int(&p->v, (int64_t)r->changes.overdue);
    plain_flush(p, "- ", "  ");
}

static void columns(struct plain *p)
{
    static const enum word words[] = {WORD_MAJOR_SHORT, WORD_MINOR_SHORT, WORD_OBSERVATION_SHORT, WORD_INDETERMINATE_SHORT,
                                      WORD_ERROR_SHORT};
    plain_cell(p, word(WORD_SUPPLIER, p->v.l), NAME_COLUMNS);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const char *text = word(words[i], p->v.l);
        for (size_t n = text_columns(text, strlen(text)); n < NUMBER_COLUMNS; n++) buffer_putc(p->report, ' ');
        buffer_puts(p->report, text);
        buffer_putc(p->report, ' ');
    }
    buffer_puts(p->report, "\n");
}

static void supplier(struct plain *p, const struct run_row *row)
{
    plain_cell(p, row->name ? row->name : row->supplier, NAME_COLUMNS);
    for (int g = GRADE_MAJOR; g > GRADE_NONE; g--) plain_number(p, row->grades[g], NUMBER_COLUMNS);
    plain_number(p, row->outcomes[OUTCOME_INDETERMINATE], NUMBER_COLUMNS);
    plain_number(p, row->outcomes[OUTCOME_ERROR], NUMBER_COLUMNS);
    buffer_putc(p->report, ' ');
    buffer_puts(p->report, word(verdict_word(row_verdict(row)), p->v.l));
    buffer_putc(p->report, '\n');
    if (row->fault.id == FAULT_NONE) return;
    say_fault(&p->v, &row->fault);
    plain_flush(p, "    ", "    ");
}

static void suppliers(struct plain *p, const struct run_report *r)
{
    struct worst w;
    if (!worst_collect(r, TEXT_SUPPLIERS, &w)) {
        p->report->failed = true;
        return;
    }
    plain_heading(p, WORD_RUN_BY_SUPPLIER, (int64_t)r->supplier_count, true);
    columns(p);
    for (size_t i = 0; i < w.count; i++) supplier(p, &w.rows[i].row);
    if (w.left_out) {
        say_left_out(&p->v, w.left_out);
        plain_flush(p, "", "");
    }
    worst_free(&w);
}

static void rules(struct plain *p, const struct run_report *r)
{
    size_t count;
    size_t *order = rules_by_hits(r, &count);
    if (!order) {
        p->report->failed = true;
        return;
    }
    plain_heading(p, WORD_RUN_BY_RULE, (int64_t)count, true);
    for (size_t i = 0; i < count; i++) {
        const struct run_rule *rule = &r->rules[order[i]];
        plain_number(p, rule_hits(rule), 6);
        if (rule_open(rule)) buffer_puts(p->report, "(+"), buffer_int(p->report, rule_open(rule)), buffer_puts(p->report, "?) ");
        say_rule_title(&p->v, rule->rule);
        raw(&p->v, " ["), say(&p->v, rule->rule->id), raw(&p->v, "]");
        plain_flush(p, " ", "        ");
    }
    if (!count) say_word(&p->v, WORD_RUN_RULES_NONE), plain_flush(p, "", "");
    free(order);
}

void text_run(const struct run_report *r, const struct report_options *o, struct buffer *out)
{
    struct plain p;
    plain_begin(&p, NULL, o, out);
    head(&p, r);
    suppliers(&p, r);
    rules(&p, r);
    plain_end(&p);
}
