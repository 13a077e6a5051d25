/* Strings, typed values and totals in JSON.
 *
 * Lossless: a character that hides or turns others is written as \u202e, not replaced. */
#include "report/json_parts.h"

#include <string.h>

#include "base/version.h"

/* The opening of an item, with its comma; what follows is appended by hand. */
static void begin(struct json *j)
{
    if (j->after_key) {
        j->after_key = false;
        return;
    }
    if (j->depth == 0) return;
    if (j->started[j->depth - 1]) buffer_putc(j->out, ',');
    j->started[j->depth - 1] = true;
}

void json_line(struct json *j)
{
    begin(j);
    buffer_putc(j->out, '\n');
    j->after_key = true;
}

void json_string_open(struct json *j)
{
    begin(j);
    buffer_putc(j->out, '"');
}

void json_string_close(struct json *j)
{
    buffer_putc(j->out, '"');
}

void json_string(struct json *j, const char *at, size_t len)
{
    json_string_open(j);
    put_json(j->out, at, len);
    json_string_close(j);
}

void json_member(struct json *j, const char *key, const char *text)
{
    if (!text) return;
    json_key(j, key);
    json_string(j, text, strlen(text));
}

void json_both(struct json *j, const char *key, const char *const text[LANGUAGE_COUNT])
{
    if (!text[LANGUAGE_EN] && !text[LANGUAGE_JA]) return;
    json_key(j, key);
    json_open(j, '{');
    json_member(j, "en", text[LANGUAGE_EN]);
    json_member(j, "ja", text[LANGUAGE_JA]);
    json_close(j, '}');
}

void json_day(struct json *j, const char *key, day d)
{
    struct value v = value_date(d);
    char text[32];
    struct buffer b;
    if (d == DAY_NONE) return;
    buffer_init_fixed(&b, text, sizeof text);
    value_write(&b, &v);
    json_key(j, key);
    json_string(j, text, b.len);
}

/* ---- typed values ---- */

static void words_in(struct json *j, const char *key, const struct value *v, enum language l)
{
    char text[256];
    struct buffer b;
    buffer_init_fixed(&b, text, sizeof text);
    value_write_words(&b, v, l);
    if (b.failed) return;
    json_key(j, key);
    json_string(j, text, b.len);
}

/* Numbers that JSON holds exactly stay numbers; everything else is its canonical form. */
static void value_itself(struct json *j, const struct value *v)
{
    char text[128];
    struct buffer b;
    json_key(j, "value");
    switch (v->type) {
    case VALUE_BOOL: json_bool(j, v->as.flag); return;
    case VALUE_COUNT: json_int(j, v->as.count); return;
    case VALUE_TEXT: json_string(j, v->as.text.at, v->as.text.len); return;
    default: break;
    }
    buffer_init_fixed(&b, text, sizeof text);
    value_write(&b, v);
    json_string(j, text, b.len);
}

void json_value(struct json *j, const char *key, const struct value *v, bool words)
{
    if (v->type == VALUE_NONE) return;
    json_key(j, key);
    json_open(j, '{');
    json_member(j, "type", value_type_name(v->type));
    value_itself(j, v);
    if (words && v->type != VALUE_TEXT && v->type != VALUE_COUNT) {
        json_key(j, "words");
        json_open(j, '{');
        words_in(j, "en", v, LANGUAGE_EN);
        words_in(j, "ja", v, LANGUAGE_JA);
        json_close(j, '}');
    }
    json_close(j, '}');
}

void json_fault(struct json *j, const char *key, const struct fault *f)
{
    char text[LANGUAGE_COUNT][FAULT_FILE_SIZE + FAULT_ARGS * FAULT_ARG_SIZE + 256];
    char advice[LANGUAGE_COUNT][FAULT_ARGS * FAULT_ARG_SIZE + 512];
    if (f->id == FAULT_NONE) return;
    for (int l = 0; l < LANGUAGE_COUNT; l++) {
        fault_message(f, (enum language)l, text[l], sizeof text[l]);
        fault_advice(f, (enum language)l, advice[l], sizeof advice[l]);
    }
    json_key(j, key);
    json_open(j, '{');
    json_member(j, "id", fault_name(f->id));
    if (*f->file) json_member(j, "file", f->file);
    if (f->line) json_put_int(j, "line", f->line);
    json_both(j, "text", (const char *const[]){text[0], text[1]});
    if (*advice[0]) json_both(j, "advice", (const char *const[]){advice[0], advice[1]});
    json_close(j, '}');
}

void json_hash(struct json *j, const char *key, const struct hash *h)
{
    char hex[33];
    hash_hex(h, hex);
    json_key(j, key);
    json_string(j, hex, 32);
}

/* ---- totals ---- */

void json_outcomes(struct json *j, const char *key, const uint32_t *outcomes)
{
    json_key(j, key);
    json_open(j, '{');
    for (int i = 0; i < OUTCOME_COUNT; i++) json_put_int(j, outcome_name((enum outcome)i), outcomes[i]);
    json_close(j, '}');
}

void json_grades(struct json *j, const char *key, const uint32_t *grades)
{
    json_key(j, key);
    json_open(j, '{');
    for (int i = GRADE_MAJOR; i > GRADE_NONE; i--) json_put_int(j, grade_name((enum grade)i), grades[i]);
    json_close(j, '}');
}

void json_basis(struct json *j, const struct report_options *o)
{
    json_member(j, "engine", KIJUN_VERSION);
    json_member(j, "policy", o->policy);
    json_key(j, "packs");
    json_open(j, '[');
    for (size_t i = 0; i < o->pack_count; i++) {
        json_open(j, '{');
        json_member(j, "name", o->packs[i].name);
        json_member(j, "version", o->packs[i].version);
        json_hash(j, "content", &o->packs[i].content);
        json_close(j, '}');
    }
    json_close(j, ']');
}
