#include "report/plain.h"

#include <string.h>

#include "base/text.h"
#include "report/wrap.h"

enum {
    PARAGRAPH_CAP = 256 * 1024, /* bytes: no single text of a result is longer */
    LABEL_COLUMNS = 14
};

void plain_begin(struct plain *p, const struct result *r, const struct report_options *o, struct buffer *report)
{
    p->report = report;
    buffer_init(&p->paragraph, PARAGRAPH_CAP);
    p->v = view_of(&p->paragraph, r, o, put_line);
}

void plain_end(struct plain *p)
{
    buffer_free(&p->paragraph);
}

void plain_flush(struct plain *p, const char *first, const char *rest)
{
    if (p->paragraph.failed) p->report->failed = true;
    else wrap(p->report, p->paragraph.at ? p->paragraph.at : "", p->paragraph.len, first, rest, WRAP_COLUMNS);
    buffer_clear(&p->paragraph);
}

static void spaces(char *at, size_t *len, size_t count, size_t size)
{
    for (; count && *len + 1 < size; count--) at[(*len)++] = ' ';
    at[*len] = '\0';
}

void plain_flush_label(struct plain *p, size_t indent, enum word label)
{
    char first[128], rest[128];
    size_t n = 0, m = 0;
    const char *text = word(label, p->v.l);
    size_t len = strlen(text), wide = text_columns(text, len);
    spaces(first, &n, indent, sizeof first);
    if (n + len + 1 < sizeof first) {
        memcpy(first + n, text, len + 1);
        n += len;
    }
    spaces(first, &n, wide < LABEL_COLUMNS ? LABEL_COLUMNS - wide : 1, sizeof first);
    spaces(rest, &m, indent + (wide < LABEL_COLUMNS ? LABEL_COLUMNS : wide + 1), sizeof rest);
    plain_flush(p, first, rest);
}

void plain_blank(struct plain *p)
{
    buffer_putc(p->report, '\n');
}

void plain_heading(struct plain *p, enum word w, int64_t count, bool counted)
{
    struct buffer *out = p->report;
    size_t columns = text_columns(word(w, p->v.l), strlen(word(w, p->v.l)));
    buffer_putc(out, '\n');
    buffer_puts(out, word(w, p->v.l));
    if (counted) {
        size_t before = out->len;
        buffer_puts(out, " (");
        buffer_int(out, count);
        buffer_putc(out, ')');
        columns += out->len - before;
    }
    buffer_putc(out, '\n');
    for (size_t i = 0; i < columns; i++) buffer_putc(out, '-');
    buffer_putc(out, '\n');
}

static void pad(struct buffer *b, size_t used, size_t columns)
{
    for (; used < columns; used++) buffer_putc(b, ' ');
}

void plain_cell(struct plain *p, const char *text, size_t columns)
{
    struct buffer *out = p->report;
    size_t from = out->len;
    if (text) put_line(out, text, strlen(text));
    if (!out->failed) pad(out, text_columns(out->at ? out->at + from : "", out->len - from), columns);
    buffer_putc(out, ' ');
}

void plain_number(struct plain *p, uint64_t n, size_t columns)
{
    char digits[24];
    struct buffer b;
    buffer_init_fixed(&b, digits, sizeof digits);
    buffer_int(&b, (long long)n);
    pad(p->report, b.len, columns);
    buffer_add(p->report, digits, b.len);
    buffer_putc(p->report, ' ');
}
