/* The sections of the page of a surveillance audit. Private to the report floor. */
#ifndef KIJUN_REPORT_AUDIT_PACK_HTML_H
#define KIJUN_REPORT_AUDIT_PACK_HTML_H

#include "report/audit_pack.h"
#include "report/html.h"

void pack_html_findings(const struct view *v, const struct audit_pack *p);  /* open, closed, accepted */
void pack_html_risks(const struct view *v, const struct audit_pack *p);
void pack_html_audits(const struct view *v, const struct audit_pack *p);
/* <td class="date">2026-04-01</td>, or a dash. */
void pack_html_date(const struct view *v, day d);
/* <section><h2>; false when `count` is 0: then it says that there is none, and the section is closed. */
bool pack_html_section(const struct view *v, const char *id, enum word title, uint64_t count);
/* The opening of its table with the head row. */
void pack_html_columns(const struct view *v, const enum word *columns, size_t count);
/* Ends table and section; says how many rows stand only in the CSV file. */
void pack_html_section_end(const struct view *v, uint64_t left_out);
void pack_html_supplier(const struct view *v, const struct pack_supplier *s);

#endif
