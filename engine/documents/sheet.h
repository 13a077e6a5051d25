/* A spreadsheet in memory: what its cells show, whatever kind of file it came from. Private to the documents floor.
 *
 * Everything is in the arena of the book. Blank cells are not kept. */
#ifndef KIJUN_DOCUMENTS_SHEET_H
#define KIJUN_DOCUMENTS_SHEET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/fault.h"
#include "base/value.h"

enum {
    SHEET_ROWS = 1048576, SHEET_COLUMNS = 16384,    /* of one sheet, as Excel has them */
    SHEET_SHEETS = 200,
    SHEET_CELLS = 200000,                           /* with something in them, of one file */
    SHEET_MERGES = 20000,                           /* of one sheet */
    SHEET_TEXT = 32767 * 4                          /* bytes of one cell: Excel's most characters */
};

enum cell_type {
    CELL_TEXT,
    CELL_NUMBER,
    CELL_PERCENT,   /* a number shown with %: 0.999 is 99.9 % */
    CELL_DATE,
    CELL_FLAG,
    CELL_FAILED     /* an error such as #REF!, or a formula that nobody has computed */
};

struct cell {
    uint32_t row, column;   /* from 1 */
    uint32_t line;          /* of a text file; else the row */
    enum cell_type type;
    bool flag;
    day date;
    fixed number;           /* 99.9 % is 999000 */
    const char *text;       /* UTF-8, NUL-terminated, never empty: of other types their plain form */
    size_t len;
};

struct merge {
    uint32_t top, left, bottom, right;
};

struct sheet {
    const char *name;       /* NULL: the file is the sheet */
    bool hidden;
    struct cell *cells;     /* by row, then column */
    size_t count;
    struct merge *merges;   /* by top, then left */
    size_t merge_count;
};

struct book {
    struct arena *arena;
    struct sheet *sheets;
    size_t count;
};

/* The cell at this place, or the one whose merged area covers it; NULL when it is blank. */
const struct cell *sheet_at(const struct sheet *s, uint32_t row, uint32_t column);
/* True if the place is in a merged area that begins in a row above. */
bool sheet_continues(const struct sheet *s, uint32_t row, uint32_t column);
/* The last row with something in it; 0 when there is none. */
uint32_t sheet_last_row(const struct sheet *s);
/* The visible sheet of this name, or the first visible one when `name` is NULL; then hidden ones by name. NULL: none. */
const struct sheet *book_sheet(const struct book *b, const char *name);
const struct sheet *book_hidden(const struct book *b, const char *name);

/* "C12", and the other way round; false when it is none. */
void cell_name(uint32_t row, uint32_t column, char out[16]);
bool cell_parse(const char *at, size_t len, uint32_t *row, uint32_t *column);
/* "C" is 3; 0 when these are no letters of a column. */
uint32_t column_parse(const char *at, size_t len);

/* The readers. Each makes a book in the arena; 0, or -1 with *f set. */
int xlsx_book(const char *at, size_t len, struct arena *arena, struct book *out, struct fault *f);
/* Text in UTF-8; separator 0: the one that the first lines use. */
int csv_book(const char *at, size_t len, char separator, struct arena *arena, struct book *out, struct fault *f);

/* How readers add cells, in order. False when memory is out (*f set) or there are too many. */
struct cell_list {
    struct arena *arena;
    struct fault *fault;
    struct cell *cells;
    size_t count, room;
    size_t *total;          /* of the whole file, counted against SHEET_CELLS */
};
bool cell_list_add(struct cell_list *l, const struct cell *c);

#endif
