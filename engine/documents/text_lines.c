#include "documents/text_lines.h"

#include <string.h>

#include "base/buffer.h"
#include "base/text.h"
#include "documents/label.h"
#include "documents/remarks.h"
#include "documents/scan.h"

enum {
    WRAP_LEAST = 40,  /* columns: a text whose longest lines are shorter is a list */
    WRAP_MOST = 130,  /* columns: a text with longer lines has a line for each paragraph */
    MEASURED_LEAST = 30, /* columns: "24 hours" behind a shorter line stands below a heading */
    COLUMNS = 512,
    PAGE_LEAST = 4,   /* empty lines between two pages */
    GAP_LEAST = 3,    /* spaces that stand for a line break where a page was put into one line */
    GAP_MOST = 14     /* empty lines that a page break leaves in the middle of a sentence */
};

struct line {
    const char *at;   /* trimmed */
    size_t len;
    uint32_t number;
    size_t columns;   /* with the indent, COLUMNS at most */
    uint32_t left_out; /* lines before it that are nothing but remarks */
};

struct lines {
    const char *at, *end;
    uint32_t number;
    bool remarks;       /* they are left out */
    uint32_t left_out;  /* lines that were nothing but remarks, so far */
};

/* The next line as it stands, ended by LF, CR, CRLF or a form feed; false at the end. */
static bool take_line(struct lines *l, struct line *out)
{
    if (l->at >= l->end)
        return false;
    const char *start = l->at, *stop = start;
    while (stop < l->end && *stop != '\n' && *stop != '\r' && *stop != '\f')
        stop++;
    bool pair = stop + 1 < l->end && stop[0] == '\r' && stop[1] == '\n', feed = stop < l->end && *stop == '\f';
    l->at = stop + (stop < l->end) + pair;
    *out = (struct line){start, (size_t)(stop - start), ++l->number, 0, l->left_out};
    if (feed) /* a form feed ends a page, not a line */
        l->number--;
    return true;
}

/* Cuts off what begins the remark in a line; false: it was nothing else. */
static bool cut_remark(struct lines *l, struct line *line)
{
    size_t len = l->remarks ? remark_in_line(line->at, line->len) : line->len;
    bool whole = len < line->len && len == strspn(line->at, " \t");
    line->len = len;
    l->left_out += whole;
    return !whole;
}

/* The next line that is not only a remark, trimmed; false at the end. */
static bool next_line(struct lines *l, struct line *out)
{
    bool any = take_line(l, out);
    while (any && !cut_remark(l, out))
        any = take_line(l, out);
    if (!any)
        return false;
    const char *start = out->at;
    size_t measured = out->len < COLUMNS ? out->len : text_cut(start, out->len, COLUMNS);
    scan_trim(&out->at, &out->len);
    out->columns = out->len ? text_columns(start, measured) : 0;
    return true;
}

/* "3", "- 3 -", "Page 3 of 10", "3 / 10": the number of a page. */
static bool page_number(const struct line *l)
{
    if (l->len == 0 || l->len > 30)
        return false;
    struct scan s = scan_text(l->at, l->len);
    uint32_t n;
    bool dashes = scan_skip(&s, '-') || scan_skip(&s, '[');
    scan_spaces(&s);
    scan_word_any_case(&s, "page");
    scan_spaces(&s);
    if (!scan_digits(&s, 4, &n))
        return false;
    scan_spaces(&s);
    if (scan_word_any_case(&s, "of") || scan_skip(&s, '/')) {
        scan_spaces(&s);
        if (!scan_digits(&s, 4, &n))
            return false;
        scan_spaces(&s);
    }
    if (dashes && !scan_skip(&s, '-'))
        scan_skip(&s, ']');
    return s.at == s.end;
}

/* The width at which the text is wrapped, in columns; 0 when each line is a paragraph. The widest one in fifty lines
 * may be wider. */
static size_t wrap_width(const char *at, size_t len, bool remarks)
{
    size_t counts[COLUMNS + 1] = {0}, lines = 0;
    struct lines walk = {.at = at, .end = at + len, .remarks = remarks};
    for (struct line l; next_line(&walk, &l);)
        if (l.len > 0) {
            counts[l.columns]++;
            lines++;
        }
    size_t wider = 0, width = COLUMNS;
    while (width > 0 && (wider + counts[width]) * 50 <= lines)
        wider += counts[width--];
    return width >= WRAP_LEAST && width <= WRAP_MOST ? width : 0;
}

static bool ends_sentence(const char *at, size_t len)
{
    static const char *const ends[] = {".", ";", ":", "!", "?", "。", "；", "：", "．", "」", "』", "”", "\"", "）", ")"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t n = strlen(ends[i]);
        if (len >= n && memcmp(at + len - n, ends[i], n) == 0)
            return true;
    }
    return false;
}

static bool starts_something(const struct line *l)
{
    struct label label;
    struct scan s = scan_text(l->at, l->len);
    uint32_t c = scan_peek(&s);
    if (c == 0x30FB || c == 0x2022 || c == 0x25CF || c == 0x25A0 || c == '*' || c == 0x3010) /* ・ • ● ■ * 【 */
        return true;
    return label_read(l->at, l->len, &label) && (label.sure || label.style != LABEL_LOWER);
}

/* "(24) hours after", "10 days", 24時間以内: a number with its unit, where a line broke before it. */
static bool starts_measure(const struct line *l)
{
    static const char *const units[] = {"hour", "day", "business day", "working day", "calendar day", "month", "calendar month", "week", "year",
                                        "minute", "per cent", "%", "時間", "日以内", "日間", "日前", "日を", "か月", "ヶ月", "カ月", "ヵ月", "箇月", "週間",
                                        "営業日", "年間", "分以内", "万円", "億円", "円", "パーセント", NULL};
    struct scan s = scan_text(l->at, l->len);
    uint32_t n;
    bool bracket = scan_skip(&s, '(');
    if (!scan_digits(&s, 6, &n) || (bracket && !scan_skip(&s, ')')))
        return false;
    scan_spaces(&s);
    return scan_any(&s, units);
}

static bool starts_lower(const struct line *l)
{
    struct scan s = scan_text(l->at, l->len);
    return scan_is_lower(scan_peek(&s));
}

/* True if this line goes on with the sentence of the one before it. */
static bool continues(const struct line *before, const struct line *l, size_t wrap, uint32_t gap)
{
    bool lower = starts_lower(l), ended = ends_sentence(before->at, before->len);
    struct label label;
    bool numbered = label_read(l->at, l->len, &label) && label.sure;
    if (gap == 0 && !ended && before->columns >= MEASURED_LEAST && starts_measure(l))
        return true;
    if (gap > 0) /* over a page break: only what cannot begin a sentence */
        return lower && !ended && !numbered && before->len > 40;
    if (starts_something(l))
        return lower && !ended && !numbered;
    /* A sentence that ends at the end of a line ends the paragraph: two pieces of one do less harm than two made one. */
    return !ended && (lower || (wrap > 0 && before->columns * 10 >= wrap * 8));
}

/* A paragraph that is being put together. The line breaks between its lines stay, those of a page break included, so
 * that a place in it can be told as a line of the file. */
struct joiner {
    struct paragraphs *list;
    struct buffer text;
    uint32_t first, last; /* line numbers */
    bool page;            /* begins after a page break */
};

static bool flush(struct joiner *j)
{
    if (j->text.failed)
        return false;
    if (j->text.len == 0)
        return true;
    struct paragraph *p = paragraph_add(j->list, j->first);
    bool ok = p && paragraph_text(j->list, p, j->text.at, j->text.len);
    if (p)
        p->page = j->page;
    buffer_clear(&j->text);
    return ok;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static bool join(struct joiner *j, const struct line *l, bool joins, bool page)
{
    if (!joins) {
        if (!flush(j))
            return false;
        j->first = j->last = l->number;
        j->page = page;
    }
    for (; j->last < l->number; j->last++)
        buffer_putc(&j->text, '\n');
    for (size_t i = 0; i < l->len;) { /* columns are made of spaces: one is enough */
        size_t words = i, gap;
        while (words < l->len && !is_blank(l->at[words]))
            words++;
        for (gap = words; gap < l->len && is_blank(l->at[gap]);)
            gap++;
        buffer_add(&j->text, l->at + i, words - i);
        if (gap > words)
            buffer_putc(&j->text, gap - words < GAP_LEAST ? ' ' : '\v');
        i = gap;
    }
    return !j->text.failed;
}

bool text_paragraphs(struct paragraphs *list, const char *at, size_t len, bool remarks)
{
    size_t wrap = wrap_width(at, len, remarks);
    struct lines walk = {.at = at, .end = at + len, .remarks = remarks};
    struct joiner j = {.list = list};
    struct line before = {0};
    bool ok = true;
    buffer_init(&j.text, len + 1);
    for (struct line l; ok && next_line(&walk, &l);) {
        if (l.len == 0 || page_number(&l))
            continue;
        uint32_t gap = before.len ? l.number - l.left_out - (before.number - before.left_out) - 1 : 0;
        ok = join(&j, &l, j.text.len > 0 && gap <= GAP_MOST && continues(&before, &l, wrap, gap), gap >= PAGE_LEAST);
        before = l;
    }
    ok = ok && flush(&j);
    buffer_free(&j.text);
    return ok;
}
