/* What the pages of a supplier and of a run share: frame, style, small elements. Private to the report floor. */
#ifndef KIJUN_REPORT_HTML_H
#define KIJUN_REPORT_HTML_H

#include "report/say.h"

/* From the doctype to the opening of main; `title` and `about` name the report, for the tab and the foot of each
 * printed page. */
void html_begin(const struct view *v, enum word title, const char *about);
void html_end(const struct view *v);

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

#endif
