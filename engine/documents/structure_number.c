/* The number that a clause is cited by. */
#include <string.h>

#include "base/buffer.h"
#include "documents/scan.h"
#include "documents/structure_parts.h"

enum { NUMBER_MOST = 120 };

/* The label as written: full-width digits and letters as ASCII, no space in Japanese, no dot at the end. */
static void add_written(struct buffer *out, const char *at, size_t len, bool japanese)
{
    struct scan s = scan_text(at, len);
    while (s.at < s.end) {
        const char *start = s.at;
        uint32_t c = scan_next(&s);
        bool last = s.at == s.end;
        if (c == ' ' && (japanese || last || scan_peek(&s) == ' '))
            continue;
        if (c < 0x80 && !(last && (c == '.' || c == ':')))
            buffer_putc(out, (char)c);
        else if (c >= 0x80)
            buffer_add(out, start, (size_t)(s.at - start));
    }
}

static void add_separator(struct buffer *out, const struct label *l, const struct level *parent)
{
    if (parent->rank < RANK_ARTICLE)
        buffer_puts(out, parent->label.japanese ? " " : ", ");
    else if (l->shape == SHAPE_DOT || (l->shape == SHAPE_BARE && l->style == LABEL_DECIMAL))
        buffer_putc(out, '.');
}

/* a) is cited as (a). */
static void add_half(struct buffer *out, const char *at, size_t len)
{
    buffer_putc(out, '(');
    add_written(out, at, len, true);
}

/* Parts, chapters and headings do not stand in a citation: articles count through them. An annex does. */
static const struct level *cited_parent(const struct structure *s, size_t depth, const struct label *l)
{
    bool whole = structure_rank(l) < RANK_RELATIVE || l->depth > 1;
    for (size_t i = depth; i > 0; i--) {
        const struct level *v = &s->levels[i - 1];
        if (v->label.style == LABEL_ANNEX || (!whole && v->rank >= RANK_ARTICLE))
            return v;
    }
    return NULL;
}

/* 第3条 + 2 is 第3条第2項, + (1) is 第3条第1号. */
static bool add_japanese(struct buffer *out, const struct level *parent, const struct label *l, bool item)
{
    if (!parent->label.japanese || parent->label.style == LABEL_ANNEX || label_value(l) == 0)
        return false;
    bool paragraph = !item && l->depth == 1 &&
                     (l->style == LABEL_PARAGRAPH || l->style == LABEL_DECIMAL || l->style == LABEL_KANJI);
    if (paragraph && parent->label.style == LABEL_ARTICLE)
        buffer_printf(out, "第%u項", (unsigned)label_value(l));
    else if (item)
        buffer_printf(out, "第%u号", (unsigned)label_value(l));
    else
        return false;
    return true;
}

const char *structure_number(const struct structure *s, size_t depth, const struct label *l, const char *written,
                             size_t len, bool item)
{
    char bytes[NUMBER_MOST];
    struct buffer out;
    buffer_init_fixed(&out, bytes, sizeof bytes);
    const struct level *parent = cited_parent(s, depth, l);
    if (parent)
        buffer_puts(&out, parent->clause->number);
    if (!parent || !add_japanese(&out, parent, l, item)) {
        if (parent)
            add_separator(&out, l, parent);
        if (l->shape == SHAPE_HALF)
            add_half(&out, written, len);
        else
            add_written(&out, written, len, l->japanese);
    }
    if (out.failed || out.len == 0) /* deeper than anyone cites: the label alone */
        return arena_copy(s->b->arena, written, len < NUMBER_MOST ? len : 0);
    return arena_copy(s->b->arena, out.at, out.len);
}
