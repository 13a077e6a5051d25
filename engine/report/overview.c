/* Choosing and ordering the rows of a run. */
#include "report/overview.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

void run_drain(const struct run_report *r, struct buffer *out)
{
    if (r->drain && out->len > RUN_DRAIN) r->drain(r->drained, out);
}

/* ---- worst first ---- */

static int descending(uint64_t a, uint64_t b)
{
    return a > b ? -1 : a < b;
}

int worst_compare(const struct run_row *a, const struct run_row *b)
{
    int order = descending(a->fault.id != FAULT_NONE, b->fault.id != FAULT_NONE);
    for (int g = GRADE_MAJOR; !order && g >= GRADE_MINOR; g--) order = descending(a->grades[g], b->grades[g]);
    if (!order) order = descending(a->incomplete, b->incomplete);
    if (!order) order = descending(a->grades[GRADE_OBSERVATION], b->grades[GRADE_OBSERVATION]);
    if (!order) order = descending((uint64_t)a->risk_score, (uint64_t)b->risk_score);
    return order ? order : strcmp(a->supplier ? a->supplier : "", b->supplier ? b->supplier : "");
}

static int compare_rows(const void *a, const void *b)
{
    return worst_compare(&((const struct worst_row *)a)->row, &((const struct worst_row *)b)->row);
}

/* A max-heap by "comes last": its top is the least bad row kept, the first to go. */
static void sift_down(struct worst_row *heap, size_t count, size_t at)
{
    for (;;) {
        size_t last = at, child = 2 * at + 1;
        for (size_t c = child; c < child + 2 && c < count; c++)
            if (worst_compare(&heap[c].row, &heap[last].row) > 0) last = c;
        if (last == at) return;
        struct worst_row swap = heap[at];
        heap[at] = heap[last];
        heap[last] = swap;
        at = last;
    }
}

static bool keep_row(struct worst_row *at, const struct run_row *row)
{
    size_t size = text_room(row->supplier) + text_room(row->name) + text_room(row->path) + text_room(row->tier) +
                  text_room(row->country) + text_room(row->report);
    char *block = malloc(size ? size : 1);
    if (!block) return false;
    free(at->texts);
    *at = (struct worst_row){*row, block};
    text_keep(&at->row.supplier, &block);
    text_keep(&at->row.name, &block);
    text_keep(&at->row.path, &block);
    text_keep(&at->row.tier, &block);
    text_keep(&at->row.country, &block);
    text_keep(&at->row.report, &block);
    return true;
}

static bool offer(struct worst *w, const struct run_row *row, size_t most)
{
    if (w->count < most) {
        if (!keep_row(&w->rows[w->count++], row)) return false;
        if (w->count == most)
            for (size_t i = most / 2 + 1; i-- > 0;) sift_down(w->rows, most, i);
        return true;
    }
    w->left_out++;
    if (most == 0 || worst_compare(row, &w->rows[0].row) >= 0) return true;
    if (!keep_row(&w->rows[0], row)) return false;
    sift_down(w->rows, most, 0);
    return true;
}

bool worst_collect(const struct run_report *r, size_t most, struct worst *out)
{
    size_t room = r->supplier_count < most ? (size_t)r->supplier_count : most;
    struct worst w = {.rows = calloc(room ? room : 1, sizeof *w.rows)};
    bool ok = w.rows != NULL;
    r->rewind(r->rows);
    for (const struct run_row *row; ok && (row = r->next(r->rows)) != NULL;) ok = offer(&w, row, room);
    if (!ok) {
        worst_free(&w);
        return false;
    }
    qsort(w.rows, w.count, sizeof *w.rows, compare_rows);
    *out = w;
    return true;
}

void worst_free(struct worst *w)
{
    for (size_t i = 0; w->rows && i < w->count; i++) free(w->rows[i].texts);
    free(w->rows);
    *w = (struct worst){0};
}

/* ---- rules ---- */

uint32_t rule_hits(const struct run_rule *rule)
{
    return rule->outcomes[OUTCOME_FAIL];
}

uint32_t rule_open(const struct run_rule *rule)
{
    return rule->outcomes[OUTCOME_INDETERMINATE] + rule->outcomes[OUTCOME_ERROR];
}

static int rule_compare(const struct run_rule *a, const struct run_rule *b)
{
    int order = descending(rule_hits(a), rule_hits(b));
    if (!order) order = descending(a->findings, b->findings);
    if (!order) order = descending(rule_open(a), rule_open(b));
    return order ? order : strcmp(a->rule->id, b->rule->id);
}

size_t *rules_by_hits(const struct run_report *r, size_t *count)
{
    size_t *order = calloc(r->rule_count ? r->rule_count : 1, sizeof *order), n = 0;
    *count = 0;
    if (!order) return NULL;
    for (size_t i = 0; i < r->rule_count; i++) {
        if (!rule_hits(&r->rules[i]) && !rule_open(&r->rules[i])) continue;
        size_t at = n++; /* rules are few: insertion keeps this free of shared state */
        for (; at > 0 && rule_compare(&r->rules[order[at - 1]], &r->rules[i]) > 0; at--) order[at] = order[at - 1];
        order[at] = i;
    }
    *count = n;
    return order;
}

void say_rule_title(const struct view *v, const struct rule_info *rule)
{
    struct judgement own = {.rule = rule};
    struct argument arguments[16];
    size_t count = rule->param_count < 16 ? rule->param_count : 16;
    for (size_t i = 0; i < count; i++)
        arguments[i] = (struct argument){rule->params[i].name, rule->params[i].standard};
    own.argument_count = count;
    own.parameters = arguments;
    say_title(v, &own);
}

/* ---- verdicts ---- */

enum verdict row_verdict(const struct run_row *row)
{
    const uint32_t *o = row->outcomes;
    uint32_t open = o[OUTCOME_INDETERMINATE] + o[OUTCOME_ERROR];
    if (row->fault.id != FAULT_NONE || open + o[OUTCOME_PASS] + o[OUTCOME_FAIL] + o[OUTCOME_WAIVED] == 0)
        return VERDICT_NOT_JUDGED;
    if (row->grades[GRADE_MAJOR] || row->grades[GRADE_MINOR]) return VERDICT_NONCONFORMING;
    if (row->incomplete || open) return VERDICT_INCOMPLETE;
    return row->grades[GRADE_OBSERVATION] ? VERDICT_OBSERVED : VERDICT_CONFORMS;
}

static void say_n(const struct view *v, const char *before, uint64_t n, const char *after)
{
    raw(v, before);
    say_int(v, (int64_t)n);
    raw(v, after);
}

void say_run_verdict(const struct view *v, const struct run_report *r)
{
    if (r->supplier_count == 0) {
        say_word(v, WORD_RUN_NOTHING);
        return;
    }
    bool ja = v->l == LANGUAGE_JA;
    const uint64_t *g = r->grades;
    say_n(v, ja ? "委託先" : "", r->supplier_count, ja ? "件のうち、" : r->supplier_count == 1 ? " supplier: " : " suppliers: ");
    say_n(v, ja ? "指摘あり" : "", r->with_findings, ja ? "件、" : " with findings, ");
    say_n(v, ja ? "指摘なし" : "", r->clean, ja ? "件、" : " without, ");
    say_n(v, ja ? "判定未完了" : "", r->incomplete, ja ? "件です。" : " not judged completely. ");
    say_n(v, ja ? "重大な不適合" : "", g[GRADE_MAJOR], ja ? "件、" : g[GRADE_MAJOR] == 1 ? " major nonconformity, " : " major nonconformities, ");
    say_n(v, ja ? "軽微な不適合" : "", g[GRADE_MINOR], ja ? "件、" : g[GRADE_MINOR] == 1 ? " minor nonconformity, " : " minor nonconformities, ");
    say_n(v, ja ? "観察事項" : "", g[GRADE_OBSERVATION], ja ? "件が認められました。" : g[GRADE_OBSERVATION] == 1 ? " observation." : " observations.");
}

void say_left_out(const struct view *v, uint64_t count)
{
    bool ja = v->l == LANGUAGE_JA;
    say_n(v, ja ? "このほか" : "", count, ja ? "件の委託先は、JSON形式の報告書に記載しています。"
                                             : count == 1 ? " more supplier is in the JSON report."
                                                          : " more suppliers are in the JSON report.");
}
