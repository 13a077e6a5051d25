/* The cells of one worksheet. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "documents/markup.h"
#include "documents/xlsx_parts.h"

enum value_kind { KIND_NUMBER, KIND_SHARED, KIND_TEXT, KIND_FLAG, KIND_ERROR, KIND_DAY };

struct reading {
    struct workbook *book;
    const char *part;
    struct sheet *sheet;
    struct cell_list list;
    uint32_t row, column;       /* of the last one begun */
    enum value_kind kind;       /* of the cell in hand */
    uint32_t style;
    bool in_cell, in_value, formula;
    int aside;                  /* inside <rPh> */
    struct buffer value;
};

static bool misplaced(struct reading *r, const char *place)
{
    fault_set(r->book->fault, FAULT_SHEET_ORDER, r->part, place);
    return false;
}

/* ---- values ---- */

day xlsx_day(double serial, bool from_1904)
{
    if (!(serial >= 0 && serial < 2958466)) /* 9999-12-31 */
        return DAY_NONE;
    int32_t whole = (int32_t)serial;
    if (from_1904)
        return whole - 24107;
    /* Lotus 1-2-3 took 1900 for a leap year, and Excel keeps that: day 60 is none. */
    return whole == 60 || whole == 0 ? DAY_NONE : whole - (whole > 60 ? 25569 : 25568);
}

static bool put_plain(struct reading *r, struct cell *c, const struct value *v)
{
    char text[64];
    struct buffer b;
    buffer_init_fixed(&b, text, sizeof text);
    value_write(&b, v);
    c->text = b.failed ? NULL : arena_copy(r->book->arena, b.at, b.len);
    c->len = b.len;
    return c->text != NULL;
}

static bool put_copy(struct reading *r, struct cell *c)
{
    c->text = xlsx_text(r->book->arena, r->value.at ? r->value.at : "", r->value.len, &c->len);
    return c->text != NULL;
}

/* A number as the file has it: a binary fraction written in decimals. */
static bool put_number(struct reading *r, struct cell *c)
{
    char *end = NULL;
    enum number_style style = xlsx_style(&r->book->styles, r->style);
    double n = r->value.len ? strtod(r->value.at, &end) : 0;
    if (!r->value.len || *end || !isfinite(n)) {
        c->type = CELL_FAILED;
        return put_copy(r, c);
    }
    day d = style == STYLE_DATE ? xlsx_day(n, r->book->from_1904) : DAY_NONE;
    if (d != DAY_NONE) {
        struct value v = value_date(d);
        c->type = CELL_DATE;
        c->date = d;
        return put_plain(r, c, &v);
    }
    double scaled = n * (style == STYLE_PERCENT ? 100 : 1) * (double)FIXED_ONE;
    if (!(fabs(scaled) < 9e17)) {
        c->type = CELL_TEXT;
        return put_copy(r, c);
    }
    c->type = style == STYLE_PERCENT ? CELL_PERCENT : CELL_NUMBER;
    c->number = llround(scaled);
    struct value v = {.type = VALUE_NUMBER, .as.number = c->number};
    return put_plain(r, c, &v);
}

static bool put_shared(struct reading *r, struct cell *c)
{
    char *end = NULL;
    unsigned long n = r->value.len ? strtoul(r->value.at, &end, 10) : 0;
    if (!r->value.len || *end || n >= r->book->string_count) {
        char place[16];
        cell_name(c->row, c->column, place);
        return misplaced(r, place);
    }
    c->text = r->book->strings[n].at;
    c->len = r->book->strings[n].len;
    return true;
}

static bool put_day(struct reading *r, struct cell *c)
{
    size_t n = r->value.len < 10 ? r->value.len : 10;
    if (n < 10 || !value_parse_date(r->value.at, n, &c->date))
        return put_copy(r, c);
    c->type = CELL_DATE;
    struct value v = value_date(c->date);
    return put_plain(r, c, &v);
}

static bool put_value(struct reading *r, struct cell *c)
{
    switch (r->kind) {
    case KIND_NUMBER: return put_number(r, c);
    case KIND_SHARED: return put_shared(r, c);
    case KIND_DAY: return put_day(r, c);
    case KIND_FLAG:
        c->type = CELL_FLAG;
        c->flag = r->value.len && r->value.at[0] == '1';
        c->text = c->flag ? "TRUE" : "FALSE";
        c->len = strlen(c->text);
        return true;
    case KIND_ERROR: c->type = CELL_FAILED; return put_copy(r, c);
    case KIND_TEXT: break;
    }
    return put_copy(r, c);
}

static bool is_blank(const struct cell *c)
{
    for (size_t i = 0; i < c->len; i++)
        if (!strchr(" \t\r\n", c->text[i]))
            return false;
    return true;
}

static bool end_cell(struct reading *r)
{
    struct cell c = {.row = r->row, .column = r->column, .line = r->row, .type = CELL_TEXT};
    r->in_cell = false;
    if (r->value.failed) {
        fault_set(r->book->fault, FAULT_SHEET_TEXT);
        return false;
    }
    if (!r->value.len && r->formula) { /* whatever it would say, nobody has computed it */
        c.type = CELL_FAILED;
        c.text = "=";
        c.len = 1;
        return cell_list_add(&r->list, &c);
    }
    if (!r->value.len)
        return true;
    if (!put_value(r, &c)) {
        fault_set(r->book->fault, FAULT_DOCUMENT_MEMORY); /* keeps the first fault, if there is one */
        return false;
    }
    return is_blank(&c) || cell_list_add(&r->list, &c);
}

/* ---- places ---- */

static bool begin_row(struct reading *r, const struct markup_tag *tag)
{
    uint32_t row = r->row + 1;
    char number[16];
    bool told = markup_value(tag, SPACE_NONE, "r", number, sizeof number);
    if ((told && !markup_count(tag, SPACE_NONE, "r", SHEET_ROWS, &row)) || row <= r->row || row > SHEET_ROWS)
        return misplaced(r, told ? number : "row");
    r->row = row;
    r->column = 0;
    return true;
}

static enum value_kind kind_of(const struct markup_tag *tag)
{
    static const struct { const char *type; enum value_kind kind; } kinds[] = {
        {"s", KIND_SHARED}, {"inlineStr", KIND_TEXT}, {"str", KIND_TEXT}, {"b", KIND_FLAG}, {"e", KIND_ERROR}, {"d", KIND_DAY}};
    char type[16];
    markup_value(tag, SPACE_NONE, "t", type, sizeof type);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(type, kinds[i].type) == 0)
            return kinds[i].kind;
    return KIND_NUMBER;
}

static bool begin_cell(struct reading *r, const struct markup_tag *tag)
{
    uint32_t row = r->row, column = r->column + 1;
    char place[16];
    bool told = markup_value(tag, SPACE_NONE, "r", place, sizeof place);
    if ((told && !cell_parse(place, strlen(place), &row, &column)) || row != r->row || column <= r->column ||
        column > SHEET_COLUMNS)
        return misplaced(r, place);
    r->column = column;
    r->kind = kind_of(tag);
    r->style = 0;
    markup_count(tag, SPACE_NONE, "s", UINT32_MAX, &r->style);
    r->formula = false;
    r->in_cell = true;
    buffer_clear(&r->value);
    return true;
}

/* ---- merged areas ---- */

static bool add_merge(struct reading *r, const struct markup_tag *tag)
{
    char area[40];
    struct merge m;
    const char *colon = markup_value(tag, SPACE_NONE, "ref", area, sizeof area) ? strchr(area, ':') : NULL;
    if (!colon || !cell_parse(area, (size_t)(colon - area), &m.top, &m.left) ||
        !cell_parse(colon + 1, strlen(colon + 1), &m.bottom, &m.right) || m.bottom < m.top || m.right < m.left)
        return misplaced(r, area);
    if (r->sheet->merge_count == SHEET_MERGES) {
        fault_set(r->book->fault, FAULT_SHEET_SIZE);
        return false;
    }
    if (!r->sheet->merges)
        r->sheet->merges = arena_array(r->book->arena, SHEET_MERGES, sizeof m);
    if (!r->sheet->merges) {
        fault_set(r->book->fault, FAULT_DOCUMENT_MEMORY);
        return false;
    }
    r->sheet->merges[r->sheet->merge_count++] = m;
    return true;
}

static int by_place(const void *a, const void *b)
{
    const struct merge *x = a, *y = b;
    if (x->top != y->top)
        return x->top < y->top ? -1 : 1;
    return (x->left > y->left) - (x->left < y->left);
}

/* ---- markup ---- */

static bool on_open(void *context, const struct markup_tag *tag)
{
    struct reading *r = context;
    if (tag->space != SPACE_SHEET)
        return true;
    if (!r->in_cell) {
        if (strcmp(tag->name, "row") == 0)
            return begin_row(r, tag);
        if (strcmp(tag->name, "c") == 0)
            return r->row ? begin_cell(r, tag) : misplaced(r, "c");
        return strcmp(tag->name, "mergeCell") != 0 || add_merge(r, tag);
    }
    r->aside += strcmp(tag->name, "rPh") == 0;
    r->formula |= strcmp(tag->name, "f") == 0;
    r->in_value = !r->aside && (strcmp(tag->name, "v") == 0 || strcmp(tag->name, "t") == 0);
    return true;
}

static bool on_close(void *context, const struct markup_tag *tag)
{
    struct reading *r = context;
    r->in_value = false;
    r->aside -= markup_is(tag, SPACE_SHEET, "rPh") && r->aside > 0;
    return !r->in_cell || !markup_is(tag, SPACE_SHEET, "c") || end_cell(r);
}

static bool on_text(void *context, const char *at, size_t len)
{
    struct reading *r = context;
    if (r->in_value)
        buffer_add(&r->value, at, len);
    return true;
}

int xlsx_cells(struct workbook *w, const struct xlsx_sheet *about, struct sheet *out, size_t *total)
{
    struct reading r = {.book = w, .part = about->part, .sheet = out,
                        .list = {.arena = w->arena, .fault = w->fault, .total = total}};
    const struct markup_reader reader = {on_open, on_close, on_text, &r};
    *out = (struct sheet){.name = about->name, .hidden = about->hidden};
    buffer_init(&r.value, SHEET_TEXT);
    int status = markup_read(&reader, about->part, w->bytes.at, w->bytes.len, w->fault);
    buffer_free(&r.value);
    out->cells = r.list.cells;
    out->count = r.list.count;
    if (out->merge_count)
        qsort(out->merges, out->merge_count, sizeof *out->merges, by_place);
    return status;
}
