/* A page of documentation that is written once and comes out as HTML or as Markdown. Private to the report floor.
 *
 * Calls follow each other like the elements of the page. Text is escaped by the page. */
#ifndef KIJUN_REPORT_PAGE_H
#define KIJUN_REPORT_PAGE_H

#include "report/say.h"

struct page {
    struct view v;              /* how text is escaped and in which language words are */
    bool html;
    const enum word *heads;     /* of the open table, borrowed until its end */
    size_t columns, column;
};

/* For the tab: the page and the whole. */
void page_begin(struct page *p, struct buffer *out, enum language l, bool html, const char *title, const char *about);
void page_end(struct page *p);

void page_title(struct page *p, const char *text);
void page_heading(struct page *p, const char *text);  /* of a section */
void page_paragraph(struct page *p, const char *text);
/* One line of links, [text](target) each; ends with page_links_end. */
void page_links(struct page *p);
void page_link(struct page *p, const char *target, const char *text);
void page_links_end(struct page *p);

/* label: text */
void page_terms(struct page *p);
void page_term(struct page *p, enum word label, const char *text);
void page_terms_end(struct page *p);

/* A table: its heads, then rows of cells. */
void page_table(struct page *p, const enum word *heads, size_t count);
void page_row(struct page *p);
void page_cell(struct page *p, const char *text);
void page_cell_short(struct page *p, const char *text);  /* is not broken into lines where there is room */
void page_cell_code(struct page *p, const char *text);   /* a name to be typed */
void page_cell_open(struct page *p);                     /* what follows stands in it: page_code, page_link, say */
void page_cell_close(struct page *p);
void page_row_end(struct page *p);
void page_table_end(struct page *p);

void page_code(struct page *p, const char *text);
/* What can be folded away: a line that says what it is, and a listing. */
void page_listing(struct page *p, const char *title, const char *note, const char *text);

#endif
