/* Strings, typed values and totals in JSON.
 *
 * Lossless: a character that hides or turns others is written as \u202e, not replaced. */
#include "report/history_say.h"
#include "report/json_parts.h"

#include "base/version.h"

void json_end(struct buffer *b, size_t begin, const char brackets[2])
{
    if (b->failed) return;
    if (b->len == begin) buffer_add(b, brackets, 1);
    else b->at[begin] = brackets[0];
    json_put(b, brackets + 1, 1);
}

void json_string(struct buffer *b, const char *at, size_t len)
{
    JSON_LITERAL(b, "\"");
    put_json(b, at, len);
    JSON_LITERAL(b, "\"");
}

/* Keys of the functions below are their callers' literals: plain ASCII. */
static void key_of(struct buffer *b, const char *key)
{
    JSON_LITERAL(b, ",\"");
    json_put(b, key, strlen(key));
    JSON_LITERAL(b, "\":");
}

void json_texts(struct buffer *b, const char *const *texts, size_t count)
{
    size_t begin = json_begin(b);
    for (size_t i = 0; i < count; i++) {
        JSON_LITERAL(b, ",");
        json_string(b, texts[i], strlen(texts[i]));
    }
    json_end(b, begin, "[]");
}

void json_both(struct buffer *b, const char *key, const char *const text[LANGUAGE_COUNT])
{
    if (!text[LANGUAGE_EN] && !text[LANGUAGE_JA]) return;
    key_of(b, key);
    size_t begin = json_begin(b);
    JSON_TEXT(b, "en", text[LANGUAGE_EN]);
    JSON_TEXT(b, "ja", text[LANGUAGE_JA]);
    json_end(b, begin, "{}");
}

/* ---- typed values ---- */

static void canonical(struct buffer *b, const struct value *v)
{
    char text[128];
    struct buffer small;
    buffer_init_fixed(&small, text, sizeof text);
    value_write(&small, v);
    json_string(b, text, small.len);
}

void json_day(struct buffer *b, const char *key, day d)
{
    struct value v = value_date(d);
    if (d == DAY_NONE) return;
    key_of(b, key);
    canonical(b, &v);
}

void json_typed(struct buffer *b, const char *key, const struct value *v)
{
    if (v->type == VALUE_NONE) return;
    key_of(b, key ? key : value_type_name(v->type));
    switch (v->type) {
    case VALUE_BOOL: json_put(b, v->as.flag ? "true" : "false", v->as.flag ? 4 : 5); break;
    case VALUE_COUNT: buffer_int(b, v->as.count); break;
    case VALUE_TEXT: json_string(b, v->as.text.at, v->as.text.len); break;
    default: canonical(b, v); break;
    }
}

static void words_of(struct buffer *b, const struct value *v)
{
    JSON_KEY(b, "words");
    size_t begin = json_begin(b);
    for (int l = 0; l < LANGUAGE_COUNT; l++) {
        char text[256];
        struct buffer small;
        buffer_init_fixed(&small, text, sizeof text);
        value_write_words(&small, v, (enum language)l);
        key_of(b, language_name((enum language)l));
        json_string(b, text, small.len);
    }
    json_end(b, begin, "{}");
}

void json_value(struct buffer *b, const char *key, const struct value *v)
{
    if (v->type == VALUE_NONE) return;
    key_of(b, key);
    size_t begin = json_begin(b);
    JSON_TEXT(b, "type", value_type_name(v->type));
    json_typed(b, "value", v);
    if (v->type != VALUE_TEXT && v->type != VALUE_COUNT) words_of(b, v);
    json_end(b, begin, "{}");
}

/* ---- faults, hashes, totals ---- */

void json_fault(struct buffer *b, const struct fault *f)
{
    char text[LANGUAGE_COUNT][FAULT_FILE_SIZE + FAULT_ARGS * FAULT_ARG_SIZE + 256];
    char advice[LANGUAGE_COUNT][FAULT_ARGS * FAULT_ARG_SIZE + 512];
    if (f->id == FAULT_NONE) return;
    for (int l = 0; l < LANGUAGE_COUNT; l++) {
        fault_message(f, (enum language)l, text[l], sizeof text[l]);
        fault_advice(f, (enum language)l, advice[l], sizeof advice[l]);
    }
    JSON_KEY(b, "fault");
    size_t begin = json_begin(b);
    JSON_TEXT(b, "id", fault_name(f->id));
    if (*f->file) JSON_TEXT(b, "file", f->file);
    if (f->line) JSON_INT(b, "line", f->line);
    json_both(b, "text", (const char *const[]){text[0], text[1]});
    if (*advice[0]) json_both(b, "advice", (const char *const[]){advice[0], advice[1]});
    json_end(b, begin, "{}");
}

void json_hash(struct buffer *b, const char *key, const struct hash *h)
{
    char hex[33];
    hash_hex(h, hex);
    key_of(b, key);
    JSON_LITERAL(b, "\"");
    json_put(b, hex, 32);
    JSON_LITERAL(b, "\"");
}

void json_outcomes(struct buffer *b, const char *key, const uint32_t *outcomes)
{
    key_of(b, key);
    size_t begin = json_begin(b);
    for (int i = 0; i < OUTCOME_COUNT; i++) {
        key_of(b, outcome_name((enum outcome)i));
        buffer_int(b, outcomes[i]);
    }
    json_end(b, begin, "{}");
}

void json_grades(struct buffer *b, const char *key, const uint32_t *grades)
{
    key_of(b, key);
    size_t begin = json_begin(b);
    for (int i = GRADE_MAJOR; i > GRADE_NONE; i--) {
        key_of(b, grade_name((enum grade)i));
        buffer_int(b, grades[i]);
    }
    json_end(b, begin, "{}");
}

static void pack(struct buffer *b, const struct pack_info *p)
{
    JSON_LITERAL(b, ",");
    size_t begin = json_begin(b);
    JSON_TEXT(b, "name", p->name);
    JSON_TEXT(b, "version", p->version);
    json_hash(b, "content", &p->content);
    json_end(b, begin, "{}");
}

void json_basis(struct buffer *b, const struct report_options *o)
{
    JSON_TEXT(b, "engine", KIJUN_VERSION);
    JSON_TEXT(b, "policy", o->policy);
    JSON_KEY(b, "packs");
    size_t begin = json_begin(b);
    for (size_t i = 0; i < o->pack_count; i++) pack(b, &o->packs[i]);
    json_end(b, begin, "[]");
}

static void change_counts(struct buffer *b, const uint64_t counts[CHANGE_COUNT])
{
    buffer_putc(b, '{');
    for (int i = 0; i < CHANGES_TOLD; i++)
        buffer_printf(b, "%s\"%s\":%llu", i ? "," : "", change_name(changes_told[i]),
                      (unsigned long long)counts[changes_told[i]]);
    buffer_putc(b, '}');
}

void json_changes(struct buffer *b, const struct run_changes *c, bool since)
{
    JSON_KEY(b, "changes");
    change_counts(b, c->last);
    if (since) JSON_KEY(b, "since_changes"), change_counts(b, c->since);
    JSON_INT(b, "overdue", (int64_t)c->overdue);
}
