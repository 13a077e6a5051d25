/* For a terminal: each clause with its types, its terms and the words that decided. */
#include <string.h>

#include "language/write.h"

static const struct { const char *sure, *perhaps, *nothing, *vague, *blank, *left, *from, *after, *refers, *nowhere, *defined; } words[LANGUAGE_COUNT] = {
    [LANGUAGE_EN] = {"", "perhaps ", "no known type", "vague", "blank", "left open", " from ", "", "refers to",
                     " -> no such clause", "defined"},
    [LANGUAGE_JA] = {"", "推定 ", "種類不明", "曖昧", "空欄", "空欄", "（起算: ", "）", "参照", " -> 該当する条項なし", "定義語"},
};

static void indent(struct buffer *out, int depth)
{
    for (int i = 0; i < depth && i < 16; i++)
        buffer_puts(out, "  ");
}

/* Control characters of a document stay out of the terminal. */
static void put_plain(struct buffer *out, const char *at, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)at[i];
        bool c1 = c == 0xC2 && i + 1 < len && (unsigned char)at[i + 1] < 0xA0;
        if (c1)
            i++;
        buffer_putc(out, c1 || c < 0x20 || c == 0x7F ? ' ' : (char)c);
    }
}

static void put_words(struct buffer *out, const struct span *s, const struct clause *c)
{
    const struct span whole = write_whole(s, c);
    size_t len;
    const char *at = span_words(&whole, c, WRITE_WORDS, &len);
    if (len == 0)
        return;
    buffer_puts(out, "  \"");
    put_plain(out, at, len);
    buffer_puts(out, "\"");
}

static void put_types(struct reading *r, const struct clause_reading *reading, enum language l, int depth, struct buffer *out)
{
    for (size_t i = 0; i < reading->type_count; i++) {
        const struct read_type *t = &reading->types[i];
        const char *title = vocabulary_title(r->v, t->type, l);
        indent(out, depth + 1);
        buffer_puts(out, write_is_sure(r, reading, t) ? words[l].sure : words[l].perhaps);
        buffer_printf(out, "%s (%s) %d", title ? title : t->type, t->type, (int)t->weight);
        buffer_puts(out, write_duty_words(reading_duty(r, reading, t->type), l));
        buffer_puts(out, write_heading_words(t, l));
        put_words(out, &t->words, reading->clause);
        buffer_putc(out, '\n');
    }
}

static void put_terms(struct reading *r, const struct clause *c, enum language l, int depth, struct buffer *out)
{
    struct shown_term terms[WRITE_TERMS];
    size_t count = write_terms(r, c, terms);
    for (size_t i = 0; i < count; i++) {
        const struct read_term *t = terms[i].read;
        indent(out, depth + 2);
        buffer_printf(out, "%s.%s = ", terms[i].type, t->name);
        if (t->state == TERM_STATED)
            value_write_words(out, &t->value, l);
        else
            buffer_puts(out, t->state == TERM_VAGUE ? words[l].vague : words[l].blank);
        if (t->from)
            buffer_printf(out, "%s%s%s", words[l].from, t->from_title[l], words[l].after);
        put_words(out, &t->words, c);
        buffer_putc(out, '\n');
    }
}

static void put_references(struct reading *r, const struct clause *c, enum language l, int depth, struct buffer *out)
{
    const struct reference *list;
    size_t count = reading_references(r, c, &list);
    for (size_t i = 0; i < count; i++) {
        const struct clause *to = list[i].target;
        indent(out, depth + 1);
        buffer_printf(out, "%s:", words[l].refers);
        put_words(out, &list[i].words, c);
        buffer_puts(out, to ? " -> " : words[l].nowhere);
        if (to && to->number)
            put_plain(out, to->number, strlen(to->number));
        if (to && to->heading) {
            buffer_putc(out, ' ');
            put_plain(out, to->heading, strlen(to->heading));
        }
        buffer_putc(out, '\n');
    }
}

static void put_defined(struct reading *r, const struct clause *c, enum language l, int depth, struct buffer *out)
{
    const struct defined *list;
    size_t count = reading_defined(r, c, &list);
    for (size_t i = 0; i < count; i++) {
        indent(out, depth + 1);
        buffer_printf(out, "%s:  \"", words[l].defined);
        put_plain(out, list[i].term, list[i].words.len);
        buffer_puts(out, "\" -> ");
        if (list[i].clause && list[i].clause->number)
            put_plain(out, list[i].clause->number, strlen(list[i].clause->number));
        buffer_printf(out, " [%u]\n", (unsigned)span_line(&list[i].words, c));
    }
}

static void put_spans(const struct span *spans, size_t count, const char *what, const struct clause *c, int depth,
                      struct buffer *out)
{
    for (size_t i = 0; i < count; i++) {
        indent(out, depth + 1);
        buffer_printf(out, "%s:", what);
        put_words(out, &spans[i], c);
        buffer_putc(out, '\n');
    }
}

static void put_clause(struct reading *r, const struct clause *c, enum language l, int depth, struct buffer *out)
{
    const struct clause_reading *reading = reading_clause(r, c);
    const struct span *spans;
    indent(out, depth);
    if (c->number)
        put_plain(out, c->number, strlen(c->number));
    if (c->number && c->heading)
        buffer_putc(out, ' ');
    if (c->heading)
        put_plain(out, c->heading, strlen(c->heading));
    buffer_printf(out, "  [%u]\n", (unsigned)c->node.line);
    if (reading && reading->type_count) {
        put_types(r, reading, l, depth, out);
        put_terms(r, c, l, depth, out);
    } else if (depth == 0) {
        indent(out, depth + 1);
        buffer_printf(out, "%s\n", words[l].nothing);
    }
    size_t count = reading_vague(r, c, &spans);
    put_spans(spans, count, words[l].vague, c, depth, out);
    count = reading_blanks(r, c, &spans);
    put_spans(spans, count, words[l].left, c, depth, out);
    put_references(r, c, l, depth, out);
    put_defined(r, c, l, depth, out);
    LIST_EACH(struct clause, below, &c->clauses)
        put_clause(r, below, l, depth + 1, out);
}

void write_text(struct reading *r, const struct subject *s, enum language l, struct buffer *out)
{
    LIST_EACH(struct contract, c, &s->contracts) {
        const char *file = c->node.document ? c->node.document->file : s->id;
        put_plain(out, file, strlen(file));
        if (c->title) {
            buffer_puts(out, ": ");
            put_plain(out, c->title, strlen(c->title));
        }
        buffer_puts(out, "\n\n");
        LIST_EACH(struct clause, clause, &c->clauses)
            put_clause(r, clause, l, 0, out);
        buffer_putc(out, '\n');
    }
}
