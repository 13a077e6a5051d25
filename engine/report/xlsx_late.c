/* The functions of libxlsxwriter that workbooks are written with, loaded with the first one (base/library.h). One that the
 * linker misses gets a line here. */
#include <xlsxwriter.h>

#include "base/library.h"
#include "report/workbook.h"

#define SONAME WORKBOOK_LIBRARY

LATE(SONAME, lxw_workbook *, workbook_new_opt, (const char *file, lxw_workbook_options *o), (file, o), NULL)
LATE(SONAME, lxw_worksheet *, workbook_add_worksheet, (lxw_workbook * w, const char *name), (w, name), NULL)
LATE(SONAME, lxw_format *, workbook_add_format, (lxw_workbook * w), (w), NULL)
LATE(SONAME, lxw_error, workbook_set_properties, (lxw_workbook * w, lxw_doc_properties *p), (w, p), LXW_ERROR_MEMORY_MALLOC_FAILED)
LATE(SONAME, lxw_error, workbook_close, (lxw_workbook * w), (w), LXW_ERROR_MEMORY_MALLOC_FAILED)
LATE_VOID(SONAME, lxw_workbook_free, (lxw_workbook * w), (w))
LATE_VOID(SONAME, format_set_bold, (lxw_format * f), (f))
LATE_VOID(SONAME, format_set_num_format, (lxw_format * f, const char *code), (f, code))
LATE_VOID(SONAME, format_set_bg_color, (lxw_format * f, lxw_color_t color), (f, color))
LATE_VOID(SONAME, format_set_font_color, (lxw_format * f, lxw_color_t color), (f, color))
LATE_VOID(SONAME, format_set_font_size, (lxw_format * f, double size), (f, size))
LATE_VOID(SONAME, format_set_underline, (lxw_format * f, uint8_t style), (f, style))
LATE_VOID(SONAME, format_set_text_wrap, (lxw_format * f), (f))
LATE_VOID(SONAME, format_set_align, (lxw_format * f, uint8_t align), (f, align))
LATE_VOID(SONAME, format_set_border, (lxw_format * f, uint8_t style), (f, style))
LATE_VOID(SONAME, format_set_unlocked, (lxw_format * f), (f))
LATE(SONAME, lxw_error, worksheet_write_string,
     (lxw_worksheet * s, lxw_row_t row, lxw_col_t col, const char *text, lxw_format *f), (s, row, col, text, f),
     LXW_ERROR_MEMORY_MALLOC_FAILED)
LATE(SONAME, lxw_error, worksheet_write_number, (lxw_worksheet * s, lxw_row_t row, lxw_col_t col, double n, lxw_format *f),
     (s, row, col, n, f), LXW_ERROR_MEMORY_MALLOC_FAILED)
LATE(SONAME, lxw_error, worksheet_write_blank, (lxw_worksheet * s, lxw_row_t row, lxw_col_t col, lxw_format *f), (s, row, col, f),
     LXW_ERROR_MEMORY_MALLOC_FAILED)
LATE(SONAME, lxw_error, worksheet_write_url,
     (lxw_worksheet * s, lxw_row_t row, lxw_col_t col, const char *url, lxw_format *f), (s, row, col, url, f),
     LXW_ERROR_MEMORY_MALLOC_FAILED)
LATE(SONAME, lxw_error, worksheet_write_url_opt,
     (lxw_worksheet * s, lxw_row_t row, lxw_col_t col, const char *url, lxw_format *f, const char *text, const char *tip),
     (s, row, col, url, f, text, tip), LXW_ERROR_MEMORY_MALLOC_FAILED)
LATE(SONAME, lxw_error, worksheet_set_column, (lxw_worksheet * s, lxw_col_t from, lxw_col_t to, double width, lxw_format *f),
     (s, from, to, width, f), LXW_ERROR_MEMORY_MALLOC_FAILED)
LATE(SONAME, lxw_error, worksheet_set_column_opt,
     (lxw_worksheet * s, lxw_col_t from, lxw_col_t to, double width, lxw_format *f, lxw_row_col_options *o), (s, from, to, width, f, o),
     LXW_ERROR_MEMORY_MALLOC_FAILED)
LATE(SONAME, lxw_error, worksheet_autofilter, (lxw_worksheet * s, lxw_row_t r1, lxw_col_t c1, lxw_row_t r2, lxw_col_t c2),
     (s, r1, c1, r2, c2), LXW_ERROR_MEMORY_MALLOC_FAILED)
LATE(SONAME, lxw_error, worksheet_data_validation_cell,
     (lxw_worksheet * s, lxw_row_t row, lxw_col_t col, lxw_data_validation *v), (s, row, col, v), LXW_ERROR_MEMORY_MALLOC_FAILED)
LATE_VOID(SONAME, worksheet_freeze_panes, (lxw_worksheet * s, lxw_row_t row, lxw_col_t col), (s, row, col))
LATE_VOID(SONAME, worksheet_protect, (lxw_worksheet * s, const char *password, lxw_protection *o), (s, password, o))
LATE_VOID(SONAME, worksheet_hide, (lxw_worksheet * s), (s))
LATE_VOID(SONAME, worksheet_activate, (lxw_worksheet * s), (s))
LATE_VOID(SONAME, worksheet_set_landscape, (lxw_worksheet * s), (s))
LATE_VOID(SONAME, worksheet_set_paper, (lxw_worksheet * s, uint8_t paper), (s, paper))
LATE_VOID(SONAME, worksheet_fit_to_pages, (lxw_worksheet * s, uint16_t width, uint16_t height), (s, width, height))
LATE(SONAME, lxw_error, worksheet_repeat_rows, (lxw_worksheet * s, lxw_row_t from, lxw_row_t to), (s, from, to),
     LXW_ERROR_MEMORY_MALLOC_FAILED)
