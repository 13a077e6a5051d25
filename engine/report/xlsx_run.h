/* The workbook of a run: one sheet a view. What a supplier's sheets show is written where it is judged, as rows of cells in
 * bytes, and put into the workbook in the order of supplier ids. Private to the report floor. */
#ifndef KIJUN_REPORT_XLSX_RUN_H
#define KIJUN_REPORT_XLSX_RUN_H

#include "report/report.h"
#include "report/workbook.h"

enum sheet_view {
    VIEW_SUMMARY, VIEW_SUPPLIERS, VIEW_FINDINGS, VIEW_RULES, VIEW_CONTROLS, VIEW_EXPIRING, VIEW_WAIVERS, VIEW_JUDGED, VIEW_UNREAD,
    VIEW_COUNT
};

enum { VIEW_COLUMNS = 24, VIEW_PARTS = 3 /* sheets that one view may go on to: what is more is left out, and said so */ };

struct view_column {
    const char *head[LANGUAGE_COUNT];
    double width;
    bool history, internal; /* only with a register; not for the supplier */
};

struct view_sheet {
    const char *name[LANGUAGE_COUNT];
    const struct view_column *columns;  /* ends with a NULL head */
};
extern const struct view_sheet view_sheets[VIEW_COUNT];
/* True if the column is there for these options. */
bool view_has(const struct view_column *c, const struct report_options *o);

/* ---- rows of cells in bytes ---- */

enum cell_kind { CELL_IS_EMPTY, CELL_IS_TEXT, CELL_IS_NUMBER, CELL_IS_DATE };

struct row_cell {
    enum cell_kind kind;
    enum cell_look look;
    const char *at;         /* TEXT */
    size_t len;
    int64_t number;         /* NUMBER; DATE: the day */
};

/* Takes the next row: its view and cells. The bytes may come from a hostile worker: false when they are no row. */
bool row_take(const char **at, size_t *len, enum sheet_view *view, struct row_cell cells[VIEW_COLUMNS], size_t *count);

/* ---- the workbook ---- */

struct run_workbook;
/* `most`: rows of one sheet, at most WORKBOOK_ROWS. NULL with *f set. */
struct run_workbook *run_workbook_new(const struct run_report *r, const struct report_options *o, uint32_t most, struct fault *f);
void run_workbook_take(void *workbook, const char *at, size_t len);
int run_workbook_end(void *workbook, struct buffer *out, void (*drain)(void *, struct buffer *), void *drained, struct fault *f);

/* Its parts (xlsx_run.c) for who fills sheets from the rows of the run (xlsx_views.c). */
bool paper_row(struct run_workbook *w, enum sheet_view view); /* the next row; false: there is no room for it */
void paper_text(struct run_workbook *w, enum sheet_view view, const char *text, enum cell_look look);
void paper_number(struct run_workbook *w, enum sheet_view view, int64_t n, enum cell_look look);
void paper_date(struct run_workbook *w, enum sheet_view view, day d);
void paper_link(struct run_workbook *w, enum sheet_view view, const char *file, const char *text);
uint64_t paper_left_out(const struct run_workbook *w, enum sheet_view view);
const struct report_options *paper_options(const struct run_workbook *w);

/* The views that come from the rows of the run; false: out of memory. */
bool views_fill(struct run_workbook *w, const struct run_report *r);
void view_summary(struct run_workbook *w, const struct run_report *r);

#endif
