/* Tables: a row of short cells is one line, its cells joined; a row that holds whole texts is those texts in order. */
#include <string.h>

#include "documents/word_state.h"

bool word_table_open(struct word_state *s, const char *name)
{
    if (strcmp(name, "tbl") == 0) {
        if (s->table == WORD_TABLES)
            return markup_too_deep(s->fault, s->part, "<w:tbl>", WORD_TABLES);
        if (s->table > s->flows[s->flow].table)
            s->tables[s->table - 1].nested = true;
        memset(&s->tables[s->table++], 0, sizeof *s->tables);
        return word_paragraph_flush(s);
    }
    if (s->table == s->flows[s->flow].table)
        return true;
    struct word_table *t = &s->tables[s->table - 1];
    if (strcmp(name, "tr") == 0) {
        t->row_start = s->list->count;
        t->cell_count = 0;
        t->row_deleted = t->nested = false;
    } else {
        t->cell_start = s->list->count;
        t->cell_deleted = false;
        if (t->cell_count < WORD_CELLS)
            t->cells[t->cell_count] = s->list->count;
        t->cell_count++;
    }
    return true;
}

/* True if every cell of the row holds at most one paragraph. */
static bool is_line(const struct word_state *s, const struct word_table *t)
{
    if (t->nested || t->cell_count < 2 || t->cell_count > WORD_CELLS)
        return false;
    for (size_t i = 0; i < t->cell_count; i++) {
        size_t end = i + 1 < t->cell_count ? t->cells[i + 1] : s->list->count;
        if (end - t->cells[i] > 1)
            return false;
    }
    return s->list->count > t->row_start;
}

static void add_cell(struct buffer *out, const struct paragraph *p)
{
    if (p->label) {
        buffer_puts(out, p->label);
        buffer_putc(out, ' ');
    }
    buffer_add(out, p->at, p->len);
}

static bool join_row(struct word_state *s, struct word_table *t)
{
    struct buffer line;
    size_t first = 0;
    size_t bytes = 3 * t->cell_count;
    for (size_t i = t->row_start; i < s->list->count; i++)
        bytes += s->list->at[i].len + NUMBERING_LABEL_SIZE;
    buffer_init(&line, bytes + 1);
    for (size_t i = 0; i < t->cell_count; i++) {
        size_t end = i + 1 < t->cell_count ? t->cells[i + 1] : s->list->count;
        if (i > 0)
            buffer_puts(&line, " | ");
        if (end > t->cells[i])
            add_cell(&line, &s->list->at[t->cells[i]]);
        if (i == 0)
            first = line.len;
    }
    struct paragraph *p = &s->list->at[t->row_start];
    bool ok = !line.failed && paragraph_text(s->list, p, line.at, line.len);
    buffer_free(&line);
    p->label = NULL;
    p->list = 0;
    p->outline = -1;
    p->lead = 0;
    p->cells = (uint8_t)t->cell_count;
    p->first_cell = (uint32_t)first;
    s->list->count = t->row_start + 1;
    return ok || word_no_memory(s);
}

bool word_table_close(struct word_state *s, const char *name)
{
    if (s->table == s->flows[s->flow].table)
        return true;
    struct word_table *t = &s->tables[s->table - 1];
    if (!word_paragraph_flush(s))
        return false;
    if (strcmp(name, "tbl") == 0) {
        s->table--;
    } else if (strcmp(name, "tc") == 0) {
        if (t->cell_deleted)
            s->list->count = t->cell_start;
    } else if (t->row_deleted) {
        s->list->count = t->row_start;
    } else if (is_line(s, t)) {
        return join_row(s, t);
    }
    return true;
}
