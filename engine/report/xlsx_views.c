/* The views of a run's workbook that come from the rows of the run and what they add up to. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/version.h"
#include "report/portfolio.h"
#include "report/say.h"
#include "report/xlsx_run.h"

enum { SENTENCE = 1024 };

/* ---- suppliers ---- */

static enum word state_word(const struct run_row *row)
{
    bool failing = row->grades[GRADE_MAJOR] || row->grades[GRADE_MINOR];
    if (row->fault.id != FAULT_NONE)
        return WORD_NOT_JUDGED;
    if (row->incomplete)
        return WORD_INCOMPLETE;
    return failing ? WORD_NOT_CONFORM : row->grades[GRADE_OBSERVATION] ? WORD_CONFORMS_OBSERVED : WORD_CONFORMS;
}

static enum cell_look state_look(enum word w)
{
    return w == WORD_NOT_CONFORM ? LOOK_MAJOR : w == WORD_CONFORMS ? LOOK_GOOD : w == WORD_CONFORMS_OBSERVED ? LOOK_OBSERVATION : LOOK_UNKNOWN;
}

static void count_cell(struct run_workbook *w, int64_t n, enum cell_look look)
{
    paper_number(w, VIEW_SUPPLIERS, n, n ? look : LOOK_PLAIN);
}

static void counts(struct run_workbook *w, const struct run_row *row)
{
    count_cell(w, row->grades[GRADE_MAJOR], LOOK_MAJOR);
    count_cell(w, row->grades[GRADE_MINOR], LOOK_MINOR);
    count_cell(w, row->grades[GRADE_OBSERVATION], LOOK_OBSERVATION);
    count_cell(w, row->outcomes[OUTCOME_INDETERMINATE], LOOK_UNKNOWN);
    count_cell(w, row->outcomes[OUTCOME_ERROR], LOOK_UNKNOWN);
    count_cell(w, row->outcomes[OUTCOME_WAIVED], LOOK_PLAIN);
    count_cell(w, row->outcomes[OUTCOME_PASS], LOOK_PLAIN);
}

static void supplier(struct run_workbook *w, const struct run_row *row)
{
    const struct report_options *o = paper_options(w);
    char why[SENTENCE] = "", file[SENTENCE];
    enum word state = state_word(row);
    if (!paper_row(w, VIEW_SUPPLIERS))
        return;
    paper_text(w, VIEW_SUPPLIERS, row->supplier, LOOK_PLAIN);
    paper_text(w, VIEW_SUPPLIERS, row->name, LOOK_PLAIN);
    if (o->audience == AUDIENCE_INTERNAL)
        paper_text(w, VIEW_SUPPLIERS, row->tier ? word_of_token(row->tier, o->language) : NULL, LOOK_PLAIN);
    paper_text(w, VIEW_SUPPLIERS, row->country, LOOK_PLAIN);
    if (o->audience == AUDIENCE_INTERNAL)
        paper_number(w, VIEW_SUPPLIERS, row->risk_score, LOOK_PLAIN);
    paper_text(w, VIEW_SUPPLIERS, word(state, o->language), state_look(state));
    counts(w, row);
    if (row->fault.id != FAULT_NONE)
        fault_text(&row->fault, o->language, why, sizeof why);
    paper_text(w, VIEW_SUPPLIERS, why, LOOK_WRAP);
    snprintf(file, sizeof file, "suppliers/%s.html", row->report ? row->report : "");
    if (row->report && o->pages)
        paper_link(w, VIEW_SUPPLIERS, file, row->report);
    else
        paper_text(w, VIEW_SUPPLIERS, row->report, LOOK_PLAIN);
}

/* ---- rules and controls ---- */

static void rule(struct run_workbook *w, const struct run_rule *r)
{
    static const enum outcome told[] = {OUTCOME_FAIL, OUTCOME_PASS, OUTCOME_INDETERMINATE, OUTCOME_ERROR, OUTCOME_WAIVED,
                                        OUTCOME_NOT_APPLICABLE};
    const struct report_options *o = paper_options(w);
    struct buffer text;
    if ((r->rule->internal && o->audience == AUDIENCE_SUPPLIER) || !paper_row(w, VIEW_RULES))
        return;
    buffer_init(&text, 64 * 1024);
    struct view v = {.out = &text, .o = o, .put = buffer_add, .l = o->language, .internal = o->audience == AUDIENCE_INTERNAL};
    say_controls(&v, r->rule);
    paper_text(w, VIEW_RULES, r->rule->id, LOOK_PLAIN);
    paper_text(w, VIEW_RULES, r->rule->title[o->language], LOOK_WRAP);
    paper_text(w, VIEW_RULES, grade_words(r->rule->grade, o->language), LOOK_PLAIN);
    paper_text(w, VIEW_RULES, text.at, LOOK_WRAP);
    paper_number(w, VIEW_RULES, r->findings, LOOK_PLAIN);
    for (size_t i = 0; i < sizeof told / sizeof *told; i++)
        paper_number(w, VIEW_RULES, r->outcomes[told[i]], told[i] == OUTCOME_FAIL && r->outcomes[told[i]] ? LOOK_MAJOR : LOOK_PLAIN);
    buffer_free(&text);
}

static void control(struct run_workbook *w, const struct control_sum *c)
{
    if (!paper_row(w, VIEW_CONTROLS))
        return;
    paper_text(w, VIEW_CONTROLS, c->name, LOOK_PLAIN);
    paper_number(w, VIEW_CONTROLS, c->rules, LOOK_PLAIN);
    paper_number(w, VIEW_CONTROLS, (int64_t)c->conform, LOOK_PLAIN);
    paper_number(w, VIEW_CONTROLS, (int64_t)c->fail, c->fail ? LOOK_MAJOR : LOOK_PLAIN);
    paper_number(w, VIEW_CONTROLS, (int64_t)c->open, c->open ? LOOK_UNKNOWN : LOOK_PLAIN);
    paper_number(w, VIEW_CONTROLS, (int64_t)c->waived, LOOK_PLAIN);
    paper_number(w, VIEW_CONTROLS, (int64_t)c->none, LOOK_PLAIN);
}

/* ---- what expires ---- */

static void expiring(struct run_workbook *w, const struct dated *d, day as_of)
{
    static const char *const kinds[][LANGUAGE_COUNT] = {{"Certificate", "認証"}, {"Contract", "契約"}};
    enum language l = paper_options(w)->language;
    int32_t left = d->when - as_of;
    enum word state = left < 0 ? WORD_PF_EXPIRED : left <= 30 ? WORD_PF_WITHIN_30 : left <= 60 ? WORD_PF_WITHIN_60 : WORD_PF_WITHIN_90;
    if (!paper_row(w, VIEW_EXPIRING))
        return;
    paper_date(w, VIEW_EXPIRING, d->when);
    paper_number(w, VIEW_EXPIRING, left, LOOK_PLAIN);
    paper_text(w, VIEW_EXPIRING, d->supplier, LOOK_PLAIN);
    paper_text(w, VIEW_EXPIRING, d->name, LOOK_PLAIN);
    paper_text(w, VIEW_EXPIRING, kinds[d->kind == DATED_CONTRACT][l], LOOK_PLAIN);
    paper_text(w, VIEW_EXPIRING, d->text, LOOK_WRAP);
    paper_text(w, VIEW_EXPIRING, word(d->renews && left >= 0 ? WORD_PF_RENEWS : state, l), left < 0 ? LOOK_MAJOR : LOOK_OBSERVATION);
    paper_date(w, VIEW_EXPIRING, d->other);
}

/* What the list of the soonest had no room for is said in the list itself. */
static void more_expire(struct run_workbook *w, uint64_t count)
{
    char text[SENTENCE];
    enum language l = paper_options(w)->language;
    if (!count || !paper_row(w, VIEW_EXPIRING))
        return;
    snprintf(text, sizeof text, "%s %llu", word(WORD_PF_MORE_ROWS, l), (unsigned long long)count);
    paper_text(w, VIEW_EXPIRING, text, LOOK_UNKNOWN);
}

bool views_fill(struct run_workbook *w, const struct run_report *r)
{
    struct portfolio *p = calloc(1, sizeof *p);
    if (!p)
        return false;
    bool ok = portfolio_gather(r, p);
    for (size_t i = 0; ok && i < p->control_count; i++)
        control(w, &p->controls[i]);
    for (size_t i = 0; ok && i < p->expiring.count; i++)
        expiring(w, &p->expiring.items[i], r->as_of);
    if (ok) {
        more_expire(w, p->expiring.total - p->expiring.count);
        portfolio_free(p);
    }
    free(p);
    for (size_t i = 0; i < r->rule_count; i++)
        rule(w, &r->rules[i]);
    r->rewind(r->rows);
    for (const struct run_row *row; (row = r->next(r->rows)) != NULL;)
        supplier(w, row);
    return ok;
}

/* ---- summary ---- */

static void line(struct run_workbook *w, const char *name, const char *text, enum cell_look look)
{
    if (!paper_row(w, VIEW_SUMMARY))
        return;
    paper_text(w, VIEW_SUMMARY, name, LOOK_PLAIN);
    paper_text(w, VIEW_SUMMARY, text, look);
}

static void figure(struct run_workbook *w, const char *name, uint64_t n, enum cell_look look)
{
    if (!paper_row(w, VIEW_SUMMARY))
        return;
    paper_text(w, VIEW_SUMMARY, name, LOOK_PLAIN);
    paper_number(w, VIEW_SUMMARY, (int64_t)n, n ? look : LOOK_PLAIN);
}

static void figures(struct run_workbook *w, const struct run_report *r, enum language l)
{
    figure(w, word(WORD_SUPPLIERS, l), r->supplier_count, LOOK_PLAIN);
    figure(w, word(WORD_RUN_CLEAN, l), r->clean, LOOK_GOOD);
    figure(w, word(WORD_RUN_WITH_FINDINGS, l), r->with_findings, LOOK_MAJOR);
    figure(w, word(WORD_RUN_INCOMPLETE, l), r->incomplete, LOOK_UNKNOWN);
    figure(w, word(WORD_PF_MAJOR_KEY, l), r->grades[GRADE_MAJOR], LOOK_MAJOR);
    figure(w, word(WORD_PF_MINOR_KEY, l), r->grades[GRADE_MINOR], LOOK_MINOR);
    figure(w, word(WORD_PF_OBSERVATION_KEY, l), r->grades[GRADE_OBSERVATION], LOOK_OBSERVATION);
    for (int i = 0; i < OUTCOME_COUNT; i++)
        figure(w, outcome_words((enum outcome)i, l), r->outcomes[i], LOOK_PLAIN);
}

/* Rows that no sheet had room for: incomplete is never silent. */
static void left_out(struct run_workbook *w, enum language l)
{
    for (int i = 0; i < VIEW_COUNT; i++) {
        char text[SENTENCE];
        uint64_t count = paper_left_out(w, (enum sheet_view)i);
        if (!count || i == VIEW_SUMMARY)
            continue;
        if (l == LANGUAGE_JA)
            snprintf(text, sizeof text, "シート「%s」に収まらない %llu 行を省略しました", view_sheets[i].name[l], (unsigned long long)count);
        else
            snprintf(text, sizeof text, "%llu rows had no room on the sheets \"%s\" and were left out", (unsigned long long)count,
                     view_sheets[i].name[l]);
        line(w, word(WORD_INCOMPLETE, l), text, LOOK_MAJOR);
    }
}

void view_summary(struct run_workbook *w, const struct run_report *r)
{
    const struct report_options *o = paper_options(w);
    enum language l = o->language;
    line(w, word(WORD_RUN_REPORT, l), NULL, LOOK_PLAIN);
    if (paper_row(w, VIEW_SUMMARY)) {
        paper_text(w, VIEW_SUMMARY, word(WORD_AS_OF, l), LOOK_PLAIN);
        paper_date(w, VIEW_SUMMARY, r->as_of);
    }
    line(w, word(WORD_POLICY, l), o->policy, LOOK_PLAIN);
    for (size_t i = 0; i < o->pack_count; i++) {
        char pack[SENTENCE];
        snprintf(pack, sizeof pack, "%s %s", o->packs[i].name, o->packs[i].version);
        line(w, word(WORD_PACK, l), pack, LOOK_PLAIN);
    }
    line(w, word(WORD_MADE_WITH, l), "kijun " KIJUN_VERSION, LOOK_PLAIN);
    if (r->interrupted)
        line(w, word(WORD_INCOMPLETE, l), word(WORD_RUN_INTERRUPTED, l), LOOK_MAJOR);
    if (!r->supplier_count)
        line(w, word(WORD_INCOMPLETE, l), word(WORD_RUN_NOTHING, l), LOOK_MAJOR);
    left_out(w, l);
    figures(w, r, l);
    line(w, NULL, word(WORD_MACHINE_NOTE, l), LOOK_WRAP);
}
