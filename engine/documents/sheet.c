#include "documents/sheet.h"

#include <stdio.h>
#include <string.h>

static int compare_place(const struct cell *c, uint32_t row, uint32_t column)
{
    if (c->row != row)
        return c->row < row ? -1 : 1;
    return (c->column > column) - (c->column < column);
}

static const struct cell *find(const struct sheet *s, uint32_t row, uint32_t column)
{
    size_t low = 0, high = s->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare_place(&s->cells[middle], row, column);
        if (order == 0)
            return &s->cells[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

static const struct merge *merge_over(const struct sheet *s, uint32_t row, uint32_t column)
{
    for (size_t i = 0; i < s->merge_count && s->merges[i].top <= row; i++) {
        const struct merge *m = &s->merges[i];
        if (row <= m->bottom && column >= m->left && column <= m->right)
            return m;
    }
    return NULL;
}

const struct cell *sheet_at(const struct sheet *s, uint32_t row, uint32_t column)
{
    const struct cell *c = find(s, row, column);
    const struct merge *m = c ? NULL : merge_over(s, row, column);
    return m ? find(s, m->top, m->left) : c;
}

bool sheet_continues(const struct sheet *s, uint32_t row, uint32_t column)
{
    const struct merge *m = merge_over(s, row, column);
    return m && m->top < row;
}

uint32_t sheet_last_row(const struct sheet *s)
{
    return s->count ? s->cells[s->count - 1].row : 0;
}

static const struct sheet *named(const struct book *b, const char *name, bool hidden)
{
    for (size_t i = 0; i < b->count; i++) {
        const struct sheet *s = &b->sheets[i];
        if (s->hidden == hidden && (!name || (s->name && strcmp(s->name, name) == 0)))
            return s;
    }
    return NULL;
}

const struct sheet *book_hidden(const struct book *b, const char *name)
{
    return named(b, name, true);
}

const struct sheet *book_sheet(const struct book *b, const char *name)
{
    const struct sheet *s = named(b, name, false);
    return s || !name ? s : named(b, name, true);
}

/* ---- names of places ---- */

void cell_name(uint32_t row, uint32_t column, char out[16])
{
    char letters[8];
    size_t n = sizeof letters;
    letters[--n] = '\0';
    for (; column > 0 && n > 0; column = (column - 1) / 26)
        letters[--n] = (char)('A' + (column - 1) % 26);
    snprintf(out, 16, "%s%u", letters + n, (unsigned)row);
}

uint32_t column_parse(const char *at, size_t len)
{
    uint32_t n = 0;
    if (len < 1 || len > 3)
        return 0;
    for (size_t i = 0; i < len; i++) {
        if (at[i] < 'A' || at[i] > 'Z')
            return 0;
        n = n * 26 + (uint32_t)(at[i] - 'A') + 1;
    }
    return n <= SHEET_COLUMNS ? n : 0;
}

bool cell_parse(const char *at, size_t len, uint32_t *row, uint32_t *column)
{
    size_t letters = 0;
    uint32_t n = 0;
    while (letters < len && at[letters] >= 'A' && at[letters] <= 'Z')
        letters++;
    *column = column_parse(at, letters);
    if (!*column || len - letters < 1 || len - letters > 7 || at[letters] == '0')
        return false;
    for (size_t i = letters; i < len; i++) {
        if (at[i] < '0' || at[i] > '9')
            return false;
        n = n * 10 + (uint32_t)(at[i] - '0');
    }
    *row = n;
    return n <= SHEET_ROWS;
}

/* ---- making ---- */

static bool grow(struct cell_list *l)
{
    size_t room = l->room ? 2 * l->room : 256;
    struct cell *more = arena_array(l->arena, room, sizeof *more);
    if (!more) {
        fault_set(l->fault, FAULT_DOCUMENT_MEMORY);
        return false;
    }
    if (l->count)
        memcpy(more, l->cells, l->count * sizeof *more);
    l->cells = more;
    l->room = room;
    return true;
}

bool cell_list_add(struct cell_list *l, const struct cell *c)
{
    char most[16];
    if (++*l->total > SHEET_CELLS) {
        snprintf(most, sizeof most, "%d", SHEET_CELLS);
        fault_set(l->fault, FAULT_SHEET_CELLS, most);
        return false;
    }
    if (l->count == l->room && !grow(l))
        return false;
    l->cells[l->count++] = *c;
    return true;
}
