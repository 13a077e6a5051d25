#include "language/write.h"

#include <string.h>

#include "base/text.h"

static const char *source_of(const struct span *s, const struct clause *c, size_t *len)
{
    const char *at = s->prose ? s->prose->at : c ? c->heading : NULL;
    *len = s->prose ? s->prose->len : at ? strlen(at) : 0;
    return at;
}

const char *span_words(const struct span *s, const struct clause *c, size_t max, size_t *len)
{
    size_t size;
    const char *at = source_of(s, c, &size);
    if (!at || s->len == 0 || s->start >= size) {
        *len = 0;
        return "";
    }
    size_t n = s->len < size - s->start ? s->len : size - s->start;
    *len = text_cut(at + s->start, n, max);
    return at + s->start;
}

uint32_t span_line(const struct span *s, const struct clause *c)
{
    uint32_t line = s->prose ? s->prose->node.line : c->node.line;
    for (size_t i = 0; s->prose && i < s->start && i < s->prose->len; i++)
        line += s->prose->at[i] == '\n';
    return line;
}

bool write_is_sure(const struct reading *r, const struct clause_reading *c, const struct read_type *t)
{
    return c->declared || t->weight >= r->v->sure;
}

const char *write_state_name(enum term_state s)
{
    return s == TERM_STATED ? "stated" : s == TERM_VAGUE ? "vague" : "blank";
}

const char *write_duty_name(enum duty duty)
{
    static const char *const names[] = {NULL, "supplier", "customer", "both"};
    return names[duty & DUTY_BOTH];
}

const char *write_duty_words(enum duty duty, enum language l)
{
    static const char *const words[][LANGUAGE_COUNT] = {
        [DUTY_UNSAID] = {"", ""},
        [DUTY_SUPPLIER] = {[LANGUAGE_EN] = ", owed by the supplier", [LANGUAGE_JA] = "、委託先の義務"},
        [DUTY_CUSTOMER] = {[LANGUAGE_EN] = ", owed by the customer", [LANGUAGE_JA] = "、委託元の義務"},
        [DUTY_BOTH] = {[LANGUAGE_EN] = ", owed by both sides", [LANGUAGE_JA] = "、双方の義務"},
    };
    return words[duty & DUTY_BOTH][l];
}

size_t write_terms(struct reading *r, const struct clause *c, struct shown_term *out)
{
    const struct clause_reading *reading = reading_clause(r, c);
    size_t count = 0;
    for (size_t i = 0; reading && i < reading->type_count; i++) {
        const struct read_type *type = &reading->types[i];
        const char *const *names = vocabulary_terms(r->v, type->type);
        for (; names && *names && write_is_sure(r, reading, type) && count < WRITE_TERMS; names++) {
            const struct read_term *read = reading_term(r, reading, type->type, *names);
            if (read)
                out[count++] = (struct shown_term){type->type, read};
        }
    }
    return count;
}

void recognise_write(struct reading *r, const struct subject *s, enum recognise_format format, enum language language,
                     struct buffer *out)
{
    if (format == RECOGNISE_JSON)
        write_json(r, s, out);
    else if (format == RECOGNISE_HTML)
        write_html(r, s, language, out);
    else
        write_text(r, s, language, out);
}
