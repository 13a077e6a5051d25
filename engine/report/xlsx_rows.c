/* What the workbook of a run shows of one supplier: rows of cells in bytes. */
#include <string.h>

#include "report/ci.h"
#include "report/history_say.h"
#include "report/renderers.h"
#include "report/xlsx_run.h"

enum { CELL_BYTES = 256 * 1024 };

struct rows {
    struct view v;          /* writes into `text` */
    struct buffer text;
    struct buffer *out;
    size_t count_at;        /* where the number of cells of the open row stands */
};

static void put32(struct buffer *out, uint64_t n, int bytes)
{
    for (int i = 0; i < bytes; i++)
        buffer_putc(out, (char)(n >> 8 * i & 0xFF));
}

static void row(struct rows *r, enum sheet_view view)
{
    buffer_putc(r->out, (char)view);
    r->count_at = r->out->len;
    buffer_putc(r->out, 0);
}

static void count_cell(struct rows *r)
{
    if (!r->out->failed)
        r->out->at[r->count_at]++;
}

static void cell(struct rows *r, enum cell_kind kind, enum cell_look look)
{
    buffer_putc(r->out, (char)kind);
    buffer_putc(r->out, (char)look);
    count_cell(r);
}

static void text_n(struct rows *r, const char *at, size_t len, enum cell_look look)
{
    cell(r, len ? CELL_IS_TEXT : CELL_IS_EMPTY, look);
    if (!len)
        return;
    put32(r->out, len, 4);
    buffer_add(r->out, at, len);
}

static void text(struct rows *r, const char *at, enum cell_look look)
{
    text_n(r, at ? at : "", at ? strlen(at) : 0, look);
}

static void date(struct rows *r, day d)
{
    cell(r, d == DAY_NONE ? CELL_IS_EMPTY : CELL_IS_DATE, LOOK_DATE);
    if (d != DAY_NONE)
        put32(r->out, (uint64_t)(int64_t)d, 8);
}

static void number(struct rows *r, int64_t n)
{
    cell(r, CELL_IS_NUMBER, LOOK_PLAIN);
    put32(r->out, (uint64_t)n, 8);
}

/* What was said into the view's buffer. */
static void said(struct rows *r, enum cell_look look)
{
    if (r->text.failed)
        r->out->failed = true;
    text_n(r, r->text.at ? r->text.at : "", r->text.failed ? 0 : r->text.len, look);
    buffer_clear(&r->text);
}

static void head(struct rows *r, enum sheet_view view)
{
    row(r, view);
    text(r, r->v.r->supplier, LOOK_PLAIN);
    text(r, r->v.r->name, LOOK_PLAIN);
}

/* ---- findings ---- */

static enum cell_look look_of(const struct finding *f)
{
    static const enum cell_look grades[GRADE_COUNT] = {[GRADE_MAJOR] = LOOK_MAJOR, [GRADE_MINOR] = LOOK_MINOR,
                                                       [GRADE_OBSERVATION] = LOOK_OBSERVATION, [GRADE_NONE] = LOOK_UNKNOWN};
    return f->outcome == OUTCOME_FAIL ? grades[f->grade] : f->outcome == OUTCOME_WAIVED ? LOOK_GOOD : LOOK_UNKNOWN;
}

static void history(struct rows *r, const struct finding_history *h)
{
    if (!r->v.o->history)
        return;
    enum language l = r->v.l;
    text(r, h && h->state < STATE_COUNT ? state_words(h->state, l) : NULL, LOOK_PLAIN);
    text(r, h && h->change != CHANGE_NONE ? change_words(h->change, l) : NULL, LOOK_PLAIN);
    date(r, h ? h->first_seen : DAY_NONE);
    date(r, h ? h->due : DAY_NONE);
    text(r, h && h->overdue ? word(WORD_OVERDUE, l) : NULL, h && h->overdue ? LOOK_MAJOR : LOOK_PLAIN);
    if (r->v.internal)
        text(r, h ? h->owner : NULL, LOOK_PLAIN);
}

static void finding(struct rows *r, const struct finding *f)
{
    const struct judgement *j = judgement_of(r->v.r, f);
    enum language l = r->v.l;
    head(r, VIEW_FINDINGS);
    text(r, f->outcome == OUTCOME_ERROR ? NULL : grade_words(f->grade, l), look_of(f));
    text(r, outcome_words(f->outcome, l), look_of(f));
    if (j)
        say_title(&r->v, j);
    said(r, LOOK_WRAP);
    text(r, f->text[l], LOOK_WRAP);
    say_place(&r->v, &f->place);
    said(r, LOOK_WRAP);
    text(r, f->place.quote, LOOK_WRAP);
    say_value(&r->v, &f->expected);
    said(r, LOOK_PLAIN);
    say_value(&r->v, &f->found);
    said(r, LOOK_PLAIN);
    text(r, f->advice[l], LOOK_WRAP);
    if (j)
        say_controls(&r->v, j->rule);
    said(r, LOOK_WRAP);
    history(r, history_of(&r->v, f));
    text(r, j ? j->rule->id : NULL, LOOK_PLAIN);
    text(r, f->message, LOOK_PLAIN);
    say_hash(&r->v, &f->fingerprint, 16);
    said(r, LOOK_PLAIN);
}

static void waiver(struct rows *r, const struct finding *f)
{
    const struct judgement *j = judgement_of(r->v.r, f);
    enum language l = r->v.l;
    if (!f->waiver || !r->v.internal)
        return;
    head(r, VIEW_WAIVERS);
    text(r, j ? j->rule->id : NULL, LOOK_PLAIN);
    text(r, f->text[l], LOOK_WRAP);
    text(r, grade_words(f->grade, l), LOOK_PLAIN);
    text(r, f->waiver->reason, LOOK_WRAP);
    text(r, f->waiver->approver, LOOK_PLAIN);
    date(r, f->waiver->expires);
    bool over = f->outcome == OUTCOME_FAIL;
    text(r, word(over ? WORD_PF_EXPIRED : f->waiver->expires == DAY_NONE ? WORD_WAIVER_FOREVER : WORD_PF_WAIVED, l),
         over ? LOOK_MAJOR : LOOK_GOOD);
}

/* ---- what needs nothing ---- */

static void judged(struct rows *r, const struct judgement *j)
{
    if (j->outcome != OUTCOME_PASS && j->outcome != OUTCOME_NOT_APPLICABLE)
        return;
    head(r, VIEW_JUDGED);
    text(r, outcome_words(j->outcome, r->v.l), j->outcome == OUTCOME_PASS ? LOOK_GOOD : LOOK_UNKNOWN);
    say_title(&r->v, j);
    said(r, LOOK_WRAP);
    text(r, j->reason[r->v.l], LOOK_WRAP);
    say_controls(&r->v, j->rule);
    said(r, LOOK_WRAP);
    text(r, j->rule->id, LOOK_PLAIN);
}

static void unread(struct rows *r, const struct ci_fault *f)
{
    head(r, VIEW_UNREAD);
    text(r, f->document, LOOK_PLAIN);
    if (f->fault->line)
        number(r, f->fault->line);
    else
        cell(r, CELL_IS_EMPTY, LOOK_PLAIN);
    say_fault_message(&r->v, f->fault);
    said(r, LOOK_WRAP);
    say_fault_advice(&r->v, f->fault);
    said(r, LOOK_WRAP);
    text(r, fault_name(f->fault->id), LOOK_PLAIN);
}

void xlsx_supplier(const struct result *result, const struct report_options *o, struct buffer *out)
{
    struct rows r = {.out = out};
    struct ci_fault f;
    buffer_init(&r.text, CELL_BYTES);
    r.v = view_of(&r.text, result, o, buffer_add);
    for (size_t i = 0; ci_fault(&r.v, i, &f); i++)
        unread(&r, &f);
    for (size_t i = 0; i < result->finding_count; i++)
        if (finding_shown(&r.v, &result->findings[i])) {
            finding(&r, &result->findings[i]);
            waiver(&r, &result->findings[i]);
        }
    for (size_t i = 0; i < result->judgement_count; i++)
        if (judgement_shown(&r.v, &result->judgements[i]))
            judged(&r, &result->judgements[i]);
    buffer_free(&r.text);
}

/* ---- reading them back ---- */

static bool take_bytes(const char **at, size_t *len, size_t n, uint64_t *out)
{
    if (*len < n)
        return false;
    *out = 0;
    for (size_t i = 0; i < n; i++)
        *out |= (uint64_t)(unsigned char)(*at)[i] << 8 * i;
    *at += n;
    *len -= n;
    return true;
}

static bool take_cell(const char **at, size_t *len, struct row_cell *out)
{
    uint64_t kind, look, n = 0;
    if (!take_bytes(at, len, 1, &kind) || !take_bytes(at, len, 1, &look) || kind > CELL_IS_DATE || look >= LOOK_COUNT)
        return false;
    *out = (struct row_cell){.kind = (enum cell_kind)kind, .look = (enum cell_look)look};
    if (kind == CELL_IS_EMPTY)
        return true;
    if (!take_bytes(at, len, kind == CELL_IS_TEXT ? 4 : 8, &n))
        return false;
    if (kind != CELL_IS_TEXT) {
        memcpy(&out->number, &n, sizeof n);
        return kind != CELL_IS_DATE || (out->number > INT32_MIN && out->number <= INT32_MAX);
    }
    if (n > *len)
        return false;
    out->at = *at;
    out->len = (size_t)n;
    *at += n;
    *len -= (size_t)n;
    return true;
}

bool row_take(const char **at, size_t *len, enum sheet_view *view, struct row_cell cells[VIEW_COLUMNS], size_t *count)
{
    uint64_t v, n;
    if (!take_bytes(at, len, 1, &v) || !take_bytes(at, len, 1, &n) || v >= VIEW_COUNT || n > VIEW_COLUMNS)
        return false;
    for (size_t i = 0; i < n; i++)
        if (!take_cell(at, len, &cells[i]))
            return false;
    *view = (enum sheet_view)v;
    *count = (size_t)n;
    return true;
}
