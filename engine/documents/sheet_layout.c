/* Finding the columns of a spreadsheet by their headings or letters. */
#include <string.h>

#include "documents/sheet_response.h"
#include "documents/sheet_words.h"

enum { HEADER_ROWS = 100 /* in which the headings are looked for */ };

/* Index of the first cell in this row or below. */
static size_t first_of_row(const struct sheet *s, uint32_t row)
{
    size_t low = 0, high = s->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (s->cells[middle].row < row)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool says(const struct cell *c, const char *folded)
{
    char text[WORDS_SIZE];
    return c && words_fold(c->text, c->len, text) && strcmp(text, folded) == 0;
}

/* The column whose heading in this row is the text, merged cells from above included; 0. */
static uint32_t heading(const struct sheet *s, uint32_t row, const char *name)
{
    char folded[WORDS_SIZE];
    if (!words_fold(name, strlen(name), folded))
        return 0;
    for (size_t i = first_of_row(s, row); i < s->count && s->cells[i].row == row; i++)
        if (says(&s->cells[i], folded))
            return s->cells[i].column;
    for (size_t i = 0; i < s->merge_count && s->merges[i].top < row; i++)
        if (s->merges[i].bottom >= row && says(sheet_at(s, row, s->merges[i].left), folded))
            return s->merges[i].left;
    return 0;
}

/* The columns as this row has them; the name of the first that is not there, or NULL. */
static const char *try_row(const struct mapping *m, struct layout *l, uint32_t row)
{
    const char *lacking = NULL;
    l->header = row;
    for (size_t c = 0; c < MAP_COLUMNS; c++) {
        const struct column_names *names = &m->columns[c];
        l->column[c] = 0;
        for (size_t i = 0; i < names->count && row && !l->column[c]; i++)
            l->column[c] = heading(l->sheet, row, names->name[i]);
        for (size_t i = 0; i < names->count && !l->column[c]; i++)
            l->column[c] = column_parse(names->name[i], strlen(names->name[i]));
        if (names->count && !l->column[c] && !lacking)
            lacking = names->name[0];
    }
    return lacking;
}

/* True if one heading at least stands in this row: letters alone would fit every row. */
static bool has_heading(const struct mapping *m, const struct sheet *s, uint32_t row)
{
    for (size_t c = 0; c < MAP_COLUMNS; c++)
        for (size_t i = 0; i < m->columns[c].count; i++)
            if (heading(s, row, m->columns[c].name[i]))
                return true;
    return false;
}

static const char *try_sheet(const struct mapping *m, struct layout *l)
{
    const char *lacking = m->columns[MAP_QUESTION].name[0], *near = NULL;
    uint32_t last = sheet_last_row(l->sheet);
    if (m->header != HEADER_FIND)
        return try_row(m, l, m->header);
    for (uint32_t row = 1; row <= last && row <= HEADER_ROWS; row++) {
        const char *missing = try_row(m, l, row);
        bool headed = has_heading(m, l->sheet, row);
        if (!missing && headed)
            return NULL;
        if (headed && !near)
            near = missing;
    }
    return near ? near : lacking;
}

int layout_find(const struct mapping *m, const struct book *b, struct layout *out, struct fault *f)
{
    const char *lacking = NULL;
    *out = (struct layout){.mapping = m};
    if (m->sheet && !book_sheet(b, m->sheet))
        return fault_set(f, FAULT_SHEET_NAME, m->sheet, b->count ? b->sheets[0].name : "");
    for (size_t i = 0; i < b->count; i++) {
        out->sheet = m->sheet ? book_sheet(b, m->sheet) : &b->sheets[i];
        if (out->sheet->hidden && !m->sheet)
            continue;
        const char *missing = try_sheet(m, out);
        if (!missing)
            return 0;
        if (!lacking)
            lacking = missing;
        if (m->sheet)
            break;
    }
    return fault_set(f, FAULT_SHEET_COLUMN, lacking ? lacking : m->columns[MAP_QUESTION].name[0], m->place);
}
