#include "language/write.h"

#include <string.h>

#include "base/text.h"

enum { WORD_MOST = 40 /* bytes by which a span grows at either end */ };

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

static bool is_letter(char c)
{
    return normal_is_word(c) || (c >= 'A' && c <= 'Z');
}

struct span write_whole(const struct span *s, const struct clause *c)
{
    size_t size, start = s->start, end = (size_t)s->start + s->len;
    const char *at = source_of(s, c, &size);
    if (!at || s->len == 0 || end > size)
        return *s;
    while (start > 0 && s->start - start < WORD_MOST && is_letter(at[start]) && is_letter(at[start - 1]))
        start--;
    while (end < size && end - s->start - s->len < WORD_MOST && is_letter(at[end - 1]) && is_letter(at[end]))
        end++;
    return (struct span){s->prose, (uint32_t)start, (uint32_t)(end - start)};
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

const char *write_heading_words(const struct read_type *t, enum language l)
{
    static const char *const words[LANGUAGE_COUNT] = {
        [LANGUAGE_EN] = ", by the heading above", [LANGUAGE_JA] = "、上位の見出しによる"};
    return t->from_heading && t->words.len == 0 ? words[l] : "";
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
