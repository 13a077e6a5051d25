/* The functions behind the rows of report_formats. Private to the report floor. */
#ifndef KIJUN_REPORT_RENDERERS_H
#define KIJUN_REPORT_RENDERERS_H

#include "report/report.h"

typedef void supplier_renderer(const struct result *r, const struct report_options *o, struct buffer *out);
typedef void run_renderer(const struct run_report *r, const struct report_options *o, struct buffer *out);

supplier_renderer text_supplier, json_supplier, xml_supplier, html_supplier;
run_renderer text_run, json_run, xml_run, html_run;

#endif
