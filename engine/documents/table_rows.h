/* Tables, as the readers of marked-up documents take them apart: a row of short cells is one line, its cells joined by
 * " | "; a row that holds whole texts is those texts in order. Private to the documents floor. */
#ifndef KIJUN_DOCUMENTS_TABLE_ROWS_H
#define KIJUN_DOCUMENTS_TABLE_ROWS_H

#include "documents/paragraph.h"

enum {
    TABLES_OPEN = 24, /* tables in tables */
    TABLE_CELLS = 64  /* of one row, beyond which it is not joined */
};

struct open_table {
    size_t row_start, cell_start; /* indexes in the list of paragraphs */
    size_t cells[TABLE_CELLS];    /* first paragraph of each cell of the row */
    size_t cell_count;
    bool row_dropped, cell_dropped, nested; /* nested: a table or more in one of its cells */
};

struct tables {
    struct open_table at[TABLES_OPEN];
    size_t count; /* open ones */
};

/* The innermost open table; NULL outside. */
struct open_table *tables_top(struct tables *t);
/* False when too many are open. */
bool tables_open(struct tables *t);
void tables_open_row(struct tables *t, const struct paragraphs *list);
void tables_open_cell(struct tables *t, const struct paragraphs *list);
/* Takes away the paragraphs of a dropped cell. */
void tables_close_cell(struct tables *t, struct paragraphs *list);
/* Takes away a dropped row, joins one of short cells. `labels`: a row of two cells of which the first holds only a number
 * ("(a)", 第1条) becomes the paragraph that it lays out. False when the arena is exhausted. */
bool tables_close_row(struct tables *t, struct paragraphs *list, bool labels);
void tables_close(struct tables *t);

#endif
