#include "documents/table_rows.h"

#include <string.h>

#include "base/buffer.h"
#include "documents/label.h"
#include "documents/numbering.h"

struct open_table *tables_top(struct tables *t)
{
    return t->count ? &t->at[t->count - 1] : NULL;
}

bool tables_open(struct tables *t)
{
    if (t->count == TABLES_OPEN)
        return false;
    if (t->count > 0)
        t->at[t->count - 1].nested = true;
    memset(&t->at[t->count++], 0, sizeof *t->at);
    return true;
}

void tables_open_row(struct tables *t, const struct paragraphs *list)
{
    struct open_table *top = tables_top(t);
    top->row_start = list->count;
    top->cell_count = 0;
    top->row_dropped = top->nested = false;
}

void tables_open_cell(struct tables *t, const struct paragraphs *list)
{
    struct open_table *top = tables_top(t);
    top->cell_start = list->count;
    top->cell_dropped = false;
    if (top->cell_count < TABLE_CELLS)
        top->cells[top->cell_count] = list->count;
    top->cell_count++;
}

void tables_close_cell(struct tables *t, struct paragraphs *list)
{
    const struct open_table *top = tables_top(t);
    if (top->cell_dropped)
        list->count = top->cell_start;
}

void tables_close(struct tables *t)
{
    t->count--;
}

/* Where the paragraphs of a cell end. */
static size_t cell_end(const struct open_table *t, const struct paragraphs *list, size_t cell)
{
    return cell + 1 < t->cell_count ? t->cells[cell + 1] : list->count;
}

/* True if every cell of the row holds at most one paragraph. */
static bool is_line(const struct open_table *t, const struct paragraphs *list)
{
    if (t->nested || t->cell_count < 2 || t->cell_count > TABLE_CELLS)
        return false;
    for (size_t i = 0; i < t->cell_count; i++)
        if (cell_end(t, list, i) - t->cells[i] > 1)
            return false;
    return list->count > t->row_start;
}

/* True if the row lays out a numbered paragraph: beside empty cells, one with its number and one with its text, which may
 * go on for several paragraphs. */
static bool is_numbered(const struct open_table *t, const struct paragraphs *list)
{
    size_t start = t->row_start;
    if (t->cell_count < 2 || t->cell_count > TABLE_CELLS || list->count < start + 2)
        return false;
    const struct paragraph *first = &list->at[start];
    struct label l;
    if (first->label || !label_read(first->at, first->len, &l) || l.written < first->len)
        return false;
    size_t filled = 0;
    for (size_t i = 0; i < t->cell_count; i++)
        filled += cell_end(t, list, i) > t->cells[i];
    return filled == 2 && !list->at[start + 1].label;
}

static void add_cell(struct buffer *out, const struct paragraph *p)
{
    if (p->label) {
        buffer_puts(out, p->label);
        buffer_putc(out, ' ');
    }
    buffer_add(out, p->at, p->len);
}

static bool join_row(const struct open_table *t, struct paragraphs *list)
{
    struct buffer line;
    size_t first = 0, bytes = 3 * t->cell_count;
    for (size_t i = t->row_start; i < list->count; i++)
        bytes += list->at[i].len + NUMBERING_LABEL_SIZE;
    buffer_init(&line, bytes + 1);
    for (size_t i = 0; i < t->cell_count; i++) {
        if (i > 0)
            buffer_puts(&line, " | ");
        if (cell_end(t, list, i) > t->cells[i])
            add_cell(&line, &list->at[t->cells[i]]);
        if (i == 0)
            first = line.len;
    }
    struct paragraph *p = &list->at[t->row_start];
    bool ok = !line.failed && paragraph_text(list, p, line.at, line.len);
    buffer_free(&line);
    p->label = NULL;
    p->list = 0;
    p->outline = -1;
    p->lead = 0;
    p->cells = (uint8_t)t->cell_count;
    p->first_cell = (uint32_t)first;
    list->count = t->row_start + 1;
    return ok;
}

/* Gives the number in the first cell to the paragraph beside it. */
static void move_label(const struct open_table *t, struct paragraphs *list)
{
    struct paragraph *first = &list->at[t->row_start];
    const char *label = first->at;
    uint32_t line = first->line;
    memmove(first, first + 1, (list->count - t->row_start - 1) * sizeof *first);
    list->count--;
    first->label = label;
    first->line = line;
}

bool tables_close_row(struct tables *t, struct paragraphs *list, bool labels)
{
    const struct open_table *top = tables_top(t);
    if (top->row_dropped)
        list->count = top->row_start;
    else if (labels && is_numbered(top, list))
        move_label(top, list);
    else if (is_line(top, list))
        return join_row(top, list);
    return true;
}
