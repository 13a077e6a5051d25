/* What the pages of a supplier and of a run share: frame, style, small elements. Private to the report floor. */
#ifndef KIJUN_REPORT_HTML_H
#define KIJUN_REPORT_HTML_H

#include "report/say.h"

/* From the doctype to the opening of main; `title` and `about` name the report, for the tab and the foot of each
 * printed page. */
void html_begin(const struct view *v, enum word title, const char *about);
void html_end(const struct view *v);
/* The same for a page with more style and a script of the program's own; the browser is told to run that script only.
 * Both end with NULL. html_end_run writes the script. */
void html_begin_run(const struct view *v, enum word title, const char *const *style, const char *const *script);
void html_end_run(const struct view *v, const char *const *script);

/* <tag class="class">, escaped text or word, </tag>; class NULL: none. */
void html_text(const struct view *v, const char *tag, const char *class, const char *text);
void html_word(const struct view *v, const char *tag, const char *class, enum word w);
void html_int(const struct view *v, const char *tag, const char *class, int64_t n);
/* A heading of a section with an id to link to: <h2 id="findings">Findings <span>3</span></h2>. */
void html_heading(const struct view *v, const char *id, enum word w, int64_t count, bool counted);
/* <dt>word</dt><dd>text</dd>; nothing when text is NULL. */
void html_term(const struct view *v, enum word w, const char *text);
void html_term_date(const struct view *v, enum word w, day d);

/* A mark that tells a grade or outcome by its shape, not only by its colour. */
const char *html_grade_sign(enum grade g);
const char *html_outcome_sign(enum outcome o);
const char *html_verdict_sign(enum verdict d);
/* "major", "minor", "observation": the class that colours an element. */
void html_grade_badge(const struct view *v, enum grade g);
void html_outcome_badge(const struct view *v, enum outcome o);
void html_verdict_badge(const struct view *v, enum verdict d);

/* The 5 x 5 matrix of impact and likelihood. Shows a count in each cell, or, when counts is NULL, the score with
 * the cell [impact][likelihood] marked. */
void html_matrix(const struct view *v, const uint64_t counts[6][6], int64_t impact, int64_t likelihood);

/* One finding's history in a line; what needs attention stands out. */
struct finding_history;
void html_history(const struct view *v, const struct finding_history *h);
/* A table of what changed since the last run and, where it is asked, since a day. */
void html_change_table(const struct view *v, day last_run, day since, const struct run_changes *c);

/* Policy, packs, engine: the terms of a description list. */
void html_basis(const struct view *v);

extern const char *const html_style[]; /* CSS in parts; ends with NULL */

/* ---- the sections of one supplier's page ---- */
void html_changes(const struct view *v); /* since the last run, with what is no longer found; nothing without a register */
void html_findings(const struct view *v);
void html_judged(const struct view *v);  /* conforming, not applicable */
void html_facts(const struct view *v);   /* documents, parameters */

/* ---- the sections of the overview of a portfolio ---- */

struct portfolio;
extern const char *const html_overview_style[];
extern const char *const html_overview_script[];

/* A cell of the head row; `number`: to the right. */
void html_column(const struct view *v, enum word w, bool number);
/* <td class="n class">12</td>, or a pale zero. */
void html_number(const struct view *v, const char *class, uint64_t n);
/* The same, and the beginning of another cell, with the label that stands before it where a narrow page stacks the cells. */
void html_number_of(const struct view *v, const char *class, enum word label, uint64_t n);
void html_labelled(const struct view *v, const char *class, enum word label);
/* The name of a supplier, linked to its report when there is one, with its id below. */
void html_supplier_name(const struct view *v, const char *id, const char *name, const char *report, const char *below);
void html_percent(const struct view *v, uint64_t part, uint64_t whole); /* style="width:12%" */
/* At most `columns` columns of text; what is cut ends with an ellipsis. */
void html_short(const struct view *v, const char *text, size_t columns);
void html_month(const struct view *v, day first);                       /* 2026-04 */
void html_more_rows(const struct view *v, uint64_t left_out);           /* nothing when 0 */

void html_suppliers(const struct view *v, const struct run_report *r, const struct portfolio *p);
void html_data(const struct view *v, const struct run_report *r);       /* all rows, for the script */
void html_by_risk(const struct view *v, const struct run_report *r, const struct portfolio *p);
void html_overdue(const struct view *v, const struct run_report *r);     /* nothing without a register */
void html_rules(const struct view *v, const struct run_report *r);
void html_chains(const struct view *v, const struct portfolio *p);
void html_expiring(const struct view *v, const struct portfolio *p);
void html_controls(const struct view *v, const struct portfolio *p, uint64_t suppliers);
void html_audits(const struct view *v, const struct portfolio *p);
void html_trends(const struct view *v, const struct portfolio *p);

#endif
