/* The functions behind the rows of report_formats. Private to the report floor. */
#ifndef KIJUN_REPORT_RENDERERS_H
#define KIJUN_REPORT_RENDERERS_H

#include "report/report.h"

typedef void supplier_renderer(const struct result *r, const struct report_options *o, struct buffer *out);
typedef void run_renderer(const struct run_report *r, const struct report_options *o, struct buffer *out);

supplier_renderer text_supplier, json_supplier, xml_supplier, html_supplier, markdown_supplier, oscal_supplier,
    letter_html_supplier, letter_word_supplier;
run_renderer text_run, json_run, xml_run, html_run, markdown_run;

/* Fragments of one report of the run, and what stands around them. */
supplier_renderer sarif_supplier, junit_supplier, csv_supplier, csv_excel_supplier, github_supplier, gitlab_supplier,
    tap_supplier, baseline_supplier, xlsx_supplier;
run_renderer sarif_begin, sarif_end, junit_begin, junit_end, csv_begin, csv_excel_begin, gitlab_begin, gitlab_end,
    tap_begin, tap_end, nothing;

extern const struct report_fold xlsx_fold;

#endif
