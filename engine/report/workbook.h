/* Workbooks (.xlsx) that are written, with libxlsxwriter: the only user of it. Private to the report floor.
 *
 * A workbook is written row after row into a file of its own in a temporary folder, so that a million rows take no memory, and
 * handed on when it is whole. Same content, same bytes: it names the day it is made for and not the time. */
#ifndef KIJUN_REPORT_WORKBOOK_H
#define KIJUN_REPORT_WORKBOOK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/value.h"

#define WORKBOOK_LIBRARY "libxlsxwriter.so.4"

enum { WORKBOOK_ROWS = 1048576, WORKBOOK_TEXT = 32767 /* characters of a cell */ };

enum cell_look {
    LOOK_PLAIN,
    LOOK_WRAP,
    LOOK_TITLE,
    LOOK_HEAD,
    LOOK_DATE,
    LOOK_LINK,
    LOOK_MAJOR, LOOK_MINOR, LOOK_OBSERVATION, LOOK_GOOD, LOOK_UNKNOWN,
    LOOK_INPUT,         /* to be filled in: not locked */
    LOOK_INPUT_DATE,
    LOOK_COUNT
};

struct workbook_file;
struct lxw_worksheet;

/* A workbook as of this day; `streams`: rows are written once, from the top of each sheet to its end. NULL with *f set. */
struct workbook_file *workbook_file_new(day as_of, const char *title, bool streams, struct fault *f);
/* A sheet; a name longer than 31 characters or used before is refused: NULL, and the workbook has failed. */
struct lxw_worksheet *workbook_file_sheet(struct workbook_file *w, const char *name);
/* Cells, rows and columns from 0. A text is a text whatever it begins with; one too long is cut with "…" at its end. */
void workbook_text(struct workbook_file *w, struct lxw_worksheet *s, uint32_t row, uint16_t column, const char *at, size_t len,
                   enum cell_look look);
void workbook_puts(struct workbook_file *w, struct lxw_worksheet *s, uint32_t row, uint16_t column, const char *text,
                   enum cell_look look); /* NULL: nothing */
void workbook_number(struct workbook_file *w, struct lxw_worksheet *s, uint32_t row, uint16_t column, double n,
                     enum cell_look look);
void workbook_date(struct workbook_file *w, struct lxw_worksheet *s, uint32_t row, uint16_t column, day d, enum cell_look look);
void workbook_blank(struct workbook_file *w, struct lxw_worksheet *s, uint32_t row, uint16_t column, enum cell_look look);
/* A link to a file relative to the workbook, shown as `text`; libxlsxwriter keeps it in memory. */
void workbook_link(struct workbook_file *w, struct lxw_worksheet *s, uint32_t row, uint16_t column, const char *file,
                   const char *text);
/* Ends the workbook and appends its bytes to *out; `drain` (NULL: none) is called whenever out holds more than RUN_DRAIN. The
 * workbook is gone afterwards. 0, or -1 with *f set and out failed. */
int workbook_file_end(struct workbook_file *w, struct buffer *out, void (*drain)(void *drained, struct buffer *out),
                      void *drained, struct fault *f);

#endif
