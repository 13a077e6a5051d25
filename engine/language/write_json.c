#include <string.h>

#include "base/json.h"
#include "documents/schema.h"
#include "language/write.h"

static void put_span(struct json *j, const struct span *s, const struct clause *c)
{
    size_t len;
    const char *words = span_words(s, c, WRITE_WORDS, &len);
    if (len == 0)
        return;
    json_key(j, "words");
    json_text_n(j, words, len);
    json_put_int(j, "line", span_line(s, c));
}

static void put_words(struct json *j, const char *key, const struct span *s, const struct clause *c)
{
    size_t len;
    const char *words = span_words(s, c, WRITE_WORDS, &len);
    json_key(j, key);
    json_text_n(j, words, len);
}

static void put_types(struct json *j, struct reading *r, const struct clause_reading *reading)
{
    json_key(j, "types");
    json_open(j, '[');
    for (size_t i = 0; i < reading->type_count; i++) {
        const struct read_type *t = &reading->types[i];
        json_open(j, '{');
        json_put_text(j, "type", t->type);
        json_put_bool(j, "sure", write_is_sure(r, reading, t));
        json_put_int(j, "weight", t->weight);
        json_put_bool(j, "heading", t->from_heading);
        json_put_text(j, "owed-by", write_duty_name(reading_duty(r, reading, t->type)));
        put_span(j, &t->words, reading->clause);
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void put_terms(struct json *j, struct reading *r, const struct clause *c)
{
    struct shown_term terms[WRITE_TERMS];
    size_t count = write_terms(r, c, terms);
    json_key(j, "terms");
    json_open(j, '[');
    for (size_t i = 0; i < count; i++) {
        const struct read_term *t = terms[i].read;
        json_open(j, '{');
        json_put_text(j, "type", terms[i].type);
        json_put_text(j, "name", t->name);
        json_put_text(j, "state", write_state_name(t->state));
        json_put_bool(j, "declared", t->declared);
        if (t->state == TERM_STATED) {
            char text[512];
            struct buffer b;
            buffer_init_fixed(&b, text, sizeof text);
            value_write(&b, &t->value);
            json_put_text(j, "value", b.failed ? NULL : text);
        }
        put_span(j, &t->words, c);
        if (t->node->kind == &kind_clause && t->node != &c->node)
            json_put_text(j, "in", ((const struct clause *)t->node)->number);
        if (t->from) {
            json_put_text(j, "from", t->from);
            put_words(j, "from-words", &t->from_words, c);
        }
        json_close(j, '}');
    }
    json_close(j, ']');
}

/* The words that name another clause, and that clause; null when there is none. */
static void put_references(struct json *j, struct reading *r, const struct clause *c)
{
    const struct reference *list;
    size_t count = reading_references(r, c, &list);
    if (count == 0)
        return;
    json_key(j, "references");
    json_open(j, '[');
    for (size_t i = 0; i < count; i++) {
        json_open(j, '{');
        put_span(j, &list[i].words, c);
        json_put_text(j, "to", list[i].target ? list[i].target->number : NULL);
        json_put_text(j, "to-heading", list[i].target ? list[i].target->heading : NULL);
        json_close(j, '}');
    }
    json_close(j, ']');
}

/* Words that the contract defines, and where. */
static void put_defined(struct json *j, struct reading *r, const struct clause *c)
{
    const struct defined *list;
    size_t count = reading_defined(r, c, &list);
    if (count == 0)
        return;
    json_key(j, "defined");
    json_open(j, '[');
    for (size_t i = 0; i < count; i++) {
        json_open(j, '{');
        json_key(j, "term");
        json_text_n(j, list[i].term, list[i].words.len);
        json_put_text(j, "in", list[i].clause ? list[i].clause->number : NULL);
        json_put_int(j, "line", span_line(&list[i].words, c));
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void put_spans(struct json *j, const char *key, const struct span *spans, size_t count, const struct clause *c)
{
    if (count == 0)
        return;
    json_key(j, key);
    json_open(j, '[');
    for (size_t i = 0; i < count; i++) {
        json_open(j, '{');
        put_span(j, &spans[i], c);
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void put_clauses(struct json *j, struct reading *r, const struct list *clauses);

static void put_clause(struct json *j, struct reading *r, const struct clause *c)
{
    const struct clause_reading *reading = reading_clause(r, c);
    const struct span *spans;
    json_open(j, '{');
    json_put_text(j, "number", c->number);
    json_put_text(j, "heading", c->heading);
    json_put_int(j, "line", c->node.line);
    if (reading) {
        json_put_bool(j, "declared", reading->declared);
        json_put_bool(j, "sure", reading->sure);
        put_types(j, r, reading);
        put_terms(j, r, c);
    }
    size_t count = reading_vague(r, c, &spans);
    put_spans(j, "vague", spans, count, c);
    count = reading_blanks(r, c, &spans);
    put_spans(j, "blanks", spans, count, c);
    put_references(j, r, c);
    put_defined(j, r, c);
    if (c->clauses.count)
        put_clauses(j, r, &c->clauses);
    json_close(j, '}');
}

static void put_clauses(struct json *j, struct reading *r, const struct list *clauses)
{
    json_key(j, "clauses");
    json_open(j, '[');
    LIST_EACH(struct clause, c, clauses)
        put_clause(j, r, c);
    json_close(j, ']');
}

void write_json(struct reading *r, const struct subject *s, struct buffer *out)
{
    struct json j;
    json_init(&j, out, true);
    json_open(&j, '{');
    json_put_text(&j, "subject", s->id);
    json_key(&j, "contracts");
    json_open(&j, '[');
    LIST_EACH(struct contract, c, &s->contracts) {
        json_open(&j, '{');
        json_put_text(&j, "file", c->node.document ? c->node.document->file : NULL);
        json_put_text(&j, "title", c->title);
        json_put_text(&j, "kind", c->kind);
        put_clauses(&j, r, &c->clauses);
        json_close(&j, '}');
    }
    json_close(&j, ']');
    json_close(&j, '}');
    buffer_putc(out, '\n');
}
