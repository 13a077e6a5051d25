/* The page of a plain-text report: headings, labelled lines, wrapped paragraphs. Private to the report floor. */
#ifndef KIJUN_REPORT_PLAIN_H
#define KIJUN_REPORT_PLAIN_H

#include "report/say.h"

/* A view whose text goes into a paragraph first and is wrapped into the report when the paragraph ends. */
struct plain {
    struct view v;          /* v.out is the paragraph */
    struct buffer paragraph;
    struct buffer *report;
};

void plain_begin(struct plain *p, const struct result *r, const struct report_options *o, struct buffer *report);
/* Must follow, also after a failure: frees the paragraph and hands its failure on to the report. */
void plain_end(struct plain *p);

/* Ends the paragraph: its lines start with `first` and `rest`. */
void plain_flush(struct plain *p, const char *first, const char *rest);
/* Ends the paragraph as the content of a label: "  Place       contract.xml, line 12". */
void plain_flush_label(struct plain *p, size_t indent, enum word label);
void plain_blank(struct plain *p);
/* A heading over a rule of its width. */
void plain_heading(struct plain *p, enum word w, int64_t count, bool counted);
/* Appends text and pads it to `columns`; to the right when it is a number. */
void plain_cell(struct plain *p, const char *text, size_t columns);
void plain_number(struct plain *p, uint64_t n, size_t columns);

#endif
