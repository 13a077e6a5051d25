/* One page that stands alone: the text of each contract with the words marked that decided. */
#include <stdlib.h>
#include <string.h>

#include "language/write.h"

static const char head[] =
    "<!DOCTYPE html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\">"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>%s</title><style>"
    "body{font:16px/1.7 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}"
    "section{border-left:3px solid #ddd;padding-left:1rem;margin:1rem 0}h2{font-size:1.05rem;margin:.3rem 0}"
    "p{margin:.3rem 0;white-space:pre-wrap;overflow-wrap:anywhere}ul{margin:.2rem 0;padding-left:1.2rem;font-size:.9rem;color:#333}"
    "mark.type{background:#cfe8ff}mark.term{background:#d6f5d0}mark.vague{background:#ffe8b3}mark.blank{background:#ffd0d0}"
    ".maybe{color:#8a5a00}q{color:#666}@media print{section{break-inside:avoid}}</style></head><body>\n";

static const struct { const char *title, *maybe, *marked, *type, *term, *vague, *blank, *from, *after, *refers, *nowhere, *defined; } words[LANGUAGE_COUNT] = {
    [LANGUAGE_EN] = {"Recognised clauses", "perhaps", "Marked:", "type", "term", "vague", "blank", " from ", "",
                     "refers to", "no such clause", "defined term"},
    [LANGUAGE_JA] = {"条項の認識結果", "推定", "印:", "種類", "取決め値", "曖昧", "空欄", "（起算: ", "）", "参照", "該当する条項なし", "定義語"},
};

static void put_escaped(struct buffer *out, const char *at, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)at[i];
        if (c == '&')
            buffer_puts(out, "&amp;");
        else if (c == '<')
            buffer_puts(out, "&lt;");
        else if (c == '>')
            buffer_puts(out, "&gt;");
        else if (c == '"')
            buffer_puts(out, "&quot;");
        else if (c == '\'')
            buffer_puts(out, "&#39;");
        else if (c >= 0x20 || c == '\n' || c == '\t')
            buffer_putc(out, (char)c);
    }
}

/* ---- marks ---- */

struct mark {
    const struct prose *prose;
    uint32_t start, end;
    const char *class;
    const char *what;           /* shown over the mark: what the words decided */
};

enum { MARKS = 256 /* in one clause */ };

static int by_place(const void *a, const void *b)
{
    const struct mark *x = a, *y = b;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    return x->end < y->end ? -1 : x->end > y->end;
}

static void add_mark(struct mark *marks, size_t *count, const struct clause *c, const struct span *span, const char *class,
                     const char *what)
{
    const struct span s = write_whole(span, c);
    if (s.len > 0 && *count < MARKS)
        marks[(*count)++] = (struct mark){s.prose, s.start, s.start + s.len, class, what};
}

static size_t collect(struct reading *r, const struct clause *c, enum language l, struct mark *marks)
{
    const struct clause_reading *reading = reading_clause(r, c);
    struct shown_term terms[WRITE_TERMS];
    const struct span *spans;
    size_t count = 0, n = write_terms(r, c, terms);
    for (size_t i = 0; i < n; i++)
        if (terms[i].read->node == &c->node)
            add_mark(marks, &count, c, &terms[i].read->words, "term", terms[i].read->name);
    n = reading_blanks(r, c, &spans);
    for (size_t i = 0; i < n; i++)
        add_mark(marks, &count, c, &spans[i], "blank", words[l].blank);
    n = reading_vague(r, c, &spans);
    for (size_t i = 0; i < n; i++)
        add_mark(marks, &count, c, &spans[i], "vague", words[l].vague);
    for (size_t i = 0; reading && i < reading->type_count; i++)
        add_mark(marks, &count, c, &reading->types[i].words, "type", vocabulary_title(r->v, reading->types[i].type, l));
    return count;
}

/* The text with its marks; where two overlap the earlier one is shown. */
static void put_marked(struct buffer *out, const struct prose *prose, const char *at, size_t len, const struct mark *marks,
                       size_t count)
{
    size_t done = 0;
    for (size_t i = 0; i < count; i++) {
        const struct mark *m = &marks[i];
        if (m->prose != prose || m->start < done || m->end > len)
            continue;
        put_escaped(out, at + done, m->start - done);
        buffer_printf(out, "<mark class=\"%s\" title=\"", m->class);
        put_escaped(out, m->what ? m->what : "", m->what ? strlen(m->what) : 0);
        buffer_puts(out, "\">");
        put_escaped(out, at + m->start, m->end - m->start);
        buffer_puts(out, "</mark>");
        done = m->end;
    }
    put_escaped(out, at + done, len - done);
}

/* ---- clauses ---- */

/* The words themselves: where two marks would overlap only one is shown. */
static void put_quoted(struct buffer *out, const struct span *span, const struct clause *c)
{
    const struct span whole = write_whole(span, c);
    size_t len;
    const char *at = span_words(&whole, c, WRITE_WORDS, &len);
    if (len == 0)
        return;
    buffer_puts(out, " <q>");
    put_escaped(out, at, len);
    buffer_puts(out, "</q>");
}

static void put_types(struct reading *r, const struct clause *c, enum language l, struct buffer *out)
{
    const struct clause_reading *reading = reading_clause(r, c);
    struct shown_term terms[WRITE_TERMS];
    size_t n = write_terms(r, c, terms);
    if (!reading || reading->type_count == 0)
        return;
    buffer_puts(out, "<ul>");
    for (size_t i = 0; i < reading->type_count; i++) {
        const struct read_type *t = &reading->types[i];
        bool sure = write_is_sure(r, reading, t);
        const char *title = vocabulary_title(r->v, t->type, l);
        buffer_printf(out, sure ? "<li>" : "<li class=\"maybe\">%s: ", words[l].maybe);
        put_escaped(out, title ? title : t->type, strlen(title ? title : t->type));
        buffer_printf(out, " <code>%s</code> %d%s%s", t->type, (int)t->weight,
                      write_duty_words(reading_duty(r, reading, t->type), l), write_heading_words(t, l));
        put_quoted(out, &t->words, c);
        buffer_puts(out, "</li>");
    }
    for (size_t i = 0; i < n; i++) {
        const struct read_term *t = terms[i].read;
        buffer_printf(out, "<li><code>%s.%s</code> ", terms[i].type, t->name);
        if (t->state == TERM_STATED) {
            char text[512];
            struct buffer b;
            buffer_init_fixed(&b, text, sizeof text);
            value_write_words(&b, &t->value, l);
            put_escaped(out, text, b.failed ? 0 : b.len);
        } else
            buffer_puts(out, t->state == TERM_VAGUE ? words[l].vague : words[l].blank);
        if (t->from)
            buffer_printf(out, "%s%s%s", words[l].from, t->from_title[l], words[l].after);
        put_quoted(out, &t->words, c);
        buffer_puts(out, "</li>");
    }
    buffer_puts(out, "</ul>\n");
}

static void put_link(const struct clause *to, struct buffer *out)
{
    buffer_printf(out, "<a href=\"#c%u\">", (unsigned)to->node.ordinal);
    if (to->number)
        put_escaped(out, to->number, strlen(to->number));
    buffer_putc(out, ' ');
    if (to->heading)
        put_escaped(out, to->heading, strlen(to->heading));
    buffer_puts(out, "</a>");
}

/* What the clause leans on: the clauses that it names, and words that are defined elsewhere. */
static void put_links(struct reading *r, const struct clause *c, enum language l, struct buffer *out)
{
    const struct reference *to;
    const struct defined *terms;
    size_t count = reading_references(r, c, &to), defined = reading_defined(r, c, &terms), len;
    if (count + defined == 0)
        return;
    buffer_puts(out, "<ul class=\"links\">");
    for (size_t i = 0; i < count; i++) {
        const char *at = span_words(&to[i].words, c, WRITE_WORDS, &len);
        buffer_printf(out, "<li>%s: ", words[l].refers);
        put_escaped(out, at, len);
        buffer_puts(out, " → ");
        if (to[i].target)
            put_link(to[i].target, out);
        else
            buffer_puts(out, words[l].nowhere);
        buffer_puts(out, "</li>");
    }
    for (size_t i = 0; i < defined; i++) {
        buffer_printf(out, "<li>%s: ", words[l].defined);
        put_escaped(out, terms[i].term, terms[i].words.len);
        buffer_puts(out, " → ");
        if (terms[i].clause)
            put_link(terms[i].clause, out);
        buffer_puts(out, "</li>");
    }
    buffer_puts(out, "</ul>\n");
}

static void put_clause(struct reading *r, const struct clause *c, enum language l, struct buffer *out)
{
    struct mark marks[MARKS];
    size_t count = collect(r, c, l, marks);
    qsort(marks, count, sizeof *marks, by_place);
    buffer_printf(out, "<section id=\"c%u\"><h2>", (unsigned)c->node.ordinal);
    if (c->number)
        put_escaped(out, c->number, strlen(c->number));
    buffer_putc(out, ' ');
    if (c->heading)
        put_marked(out, NULL, c->heading, strlen(c->heading), marks, count);
    buffer_puts(out, "</h2>\n");
    put_types(r, c, l, out);
    LIST_EACH(struct prose, p, &c->text) {
        buffer_puts(out, "<p>");
        put_marked(out, p, p->at, p->len, marks, count);
        buffer_puts(out, "</p>\n");
    }
    put_links(r, c, l, out);
    LIST_EACH(struct clause, below, &c->clauses)
        put_clause(r, below, l, out);
    buffer_puts(out, "</section>\n");
}

void write_html(struct reading *r, const struct subject *s, enum language l, struct buffer *out)
{
    buffer_printf(out, head, l == LANGUAGE_JA ? "ja" : "en", words[l].title);
    buffer_printf(out, "<h1>%s</h1>\n<p>%s <mark class=\"type\">%s</mark> <mark class=\"term\">%s</mark> "
                  "<mark class=\"vague\">%s</mark> <mark class=\"blank\">%s</mark></p>\n",
                  words[l].title, words[l].marked, words[l].type, words[l].term, words[l].vague, words[l].blank);
    LIST_EACH(struct contract, c, &s->contracts) {
        const char *name = c->title ? c->title : c->node.document ? c->node.document->file : s->id;
        buffer_puts(out, "<h1>");
        put_escaped(out, name, strlen(name));
        buffer_puts(out, "</h1>\n");
        LIST_EACH(struct clause, clause, &c->clauses)
            put_clause(r, clause, l, out);
    }
    buffer_puts(out, "</body></html>\n");
}
