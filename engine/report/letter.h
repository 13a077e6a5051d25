/* A letter to a supplier: what is said, apart from the form in which it is written. Private to the report floor. */
#ifndef KIJUN_REPORT_LETTER_H
#define KIJUN_REPORT_LETTER_H

#include "base/buffer.h"
#include "base/language.h"
#include "report/report.h"

enum letter_style {
    LETTER_LEFT, LETTER_RIGHT, LETTER_CENTER, LETTER_TITLE, LETTER_BODY, LETTER_HEADING, LETTER_SMALL, LETTER_STYLES
};

/* How a letter is written. Texts are plain UTF-8; a line feed in them breaks the line. */
struct letter_form {
    void (*begin)(struct buffer *out, enum language l, const char *title);
    void (*paragraph)(struct buffer *out, enum letter_style style, const char *text);
    /* A table: its columns' widths in percent; rows of as many cells. */
    void (*table)(struct buffer *out, const int *widths, size_t columns);
    void (*row)(struct buffer *out);
    void (*cell)(struct buffer *out, bool head, int width, const char *text);
    void (*row_end)(struct buffer *out);
    void (*table_end)(struct buffer *out);
    void (*page)(struct buffer *out); /* a new page */
    void (*end)(struct buffer *out);
};

extern const struct letter_form letter_html, letter_word;

/* Nothing is written when there is nothing to ask of the supplier. False then. */
bool letter_write(const struct letter_form *form, const struct result *r, const struct report_options *o, struct buffer *out);

/* ---- a ZIP archive of files that are stored as they are (APPNOTE.TXT 6.3.10): what a Word file is ---- */

struct zip_part {
    const char *name, *at;
    size_t len;
};
void zip_store(struct buffer *out, const struct zip_part *parts, size_t count);

#endif
