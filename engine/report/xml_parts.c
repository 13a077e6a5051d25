#include "report/history_say.h"
#include "report/xml_parts.h"

#include "base/version.h"

void xmlout_start(const struct view *v, const char *tag)
{
    raw(v, "<");
    raw(v, tag);
}

void xmlout_finish(const struct view *v, const char *tag)
{
    raw(v, "</");
    raw(v, tag);
    raw(v, ">\n");
}

static void attribute_open(const struct view *v, const char *name)
{
    raw(v, " ");
    raw(v, name);
    raw(v, "=\"");
}

void xmlout_attribute(const struct view *v, const char *name, const char *text)
{
    if (!text) return;
    attribute_open(v, name);
    say(v, text);
    raw(v, "\"");
}

void xmlout_attribute_int(const struct view *v, const char *name, int64_t n)
{
    attribute_open(v, name);
    say_int(v, n);
    raw(v, "\"");
}

static void attribute_value(const struct view *v, const char *name, const struct value *value)
{
    char text[128];
    struct buffer b;
    attribute_open(v, name);
    if (value->type == VALUE_TEXT) {
        v->put(v->out, value->as.text.at, value->as.text.len);
    } else {
        buffer_init_fixed(&b, text, sizeof text);
        value_write(&b, value);
        v->put(v->out, text, b.len);
    }
    raw(v, "\"");
}

void xmlout_attribute_day(const struct view *v, const char *name, day d)
{
    struct value value = value_date(d);
    if (d != DAY_NONE) attribute_value(v, name, &value);
}

void xmlout_text(const struct view *v, const char *tag, const char *language, const char *text)
{
    xmlout_start(v, tag);
    xmlout_attribute(v, "xml:lang", language);
    raw(v, ">");
    say(v, text);
    xmlout_finish(v, tag);
}

void xmlout_both(const struct view *v, const char *tag, const char *const text[LANGUAGE_COUNT])
{
    for (int l = 0; l < LANGUAGE_COUNT; l++)
        if (text[l]) xmlout_text(v, tag, language_name((enum language)l), text[l]);
}

static void words(const struct view *v, const struct value *value)
{
    struct view in = *v;
    for (int l = 0; l < LANGUAGE_COUNT; l++) {
        in.l = (enum language)l;
        attribute_open(v, language_name(in.l));
        say_value(&in, value);
        raw(v, "\"");
    }
}

void xmlout_value(const struct view *v, const char *tag, const char *name, const struct value *value)
{
    if (value->type == VALUE_NONE) return;
    xmlout_start(v, tag);
    xmlout_attribute(v, "name", name);
    xmlout_attribute(v, "type", value_type_name(value->type));
    attribute_value(v, "value", value);
    words(v, value);
    raw(v, "/>\n");
}

void xmlout_fault(const struct view *v, const struct fault *f)
{
    if (f->id == FAULT_NONE) return;
    xmlout_start(v, "fault");
    xmlout_attribute(v, "id", fault_name(f->id));
    if (*f->file) xmlout_attribute(v, "file", f->file);
    if (f->line) xmlout_attribute_int(v, "line", f->line);
    raw(v, ">\n");
    struct view in = *v;
    for (int l = 0; l < LANGUAGE_COUNT; l++) {
        in.l = (enum language)l;
        raw(v, "<text xml:lang=\"");
        raw(v, language_name(in.l));
        raw(v, "\">");
        say_fault_message(&in, f);
        raw(v, "</text>\n<advice xml:lang=\"");
        raw(v, language_name(in.l));
        raw(v, "\">");
        say_fault_advice(&in, f);
        raw(v, "</advice>\n");
    }
    xmlout_finish(v, "fault");
}

void xmlout_outcomes(const struct view *v, const uint32_t *outcomes)
{
    xmlout_start(v, "judgements");
    for (int i = 0; i < OUTCOME_COUNT; i++) xmlout_attribute_int(v, outcome_name((enum outcome)i), outcomes[i]);
    raw(v, "/>\n");
}

void xmlout_grades(const struct view *v, const uint32_t *grades)
{
    xmlout_start(v, "findings");
    for (int i = GRADE_MAJOR; i > GRADE_NONE; i--) xmlout_attribute_int(v, grade_name((enum grade)i), grades[i]);
    raw(v, "/>\n");
}

void xmlout_begin(const struct view *v, const char *root, const char *space)
{
    raw(v, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<");
    raw(v, root);
    xmlout_attribute(v, "xmlns", space);
    xmlout_attribute(v, "engine", KIJUN_VERSION);
    xmlout_attribute(v, "policy", v->o->policy);
    xmlout_attribute(v, "audience", v->internal ? "internal" : "supplier");
}

void xmlout_packs(const struct view *v)
{
    raw(v, "<packs>\n");
    for (size_t i = 0; i < v->o->pack_count; i++) {
        char content[33];
        hash_hex(&v->o->packs[i].content, content);
        xmlout_start(v, "pack");
        xmlout_attribute(v, "name", v->o->packs[i].name);
        xmlout_attribute(v, "version", v->o->packs[i].version);
        xmlout_attribute(v, "content", content);
        raw(v, "/>\n");
    }
    raw(v, "</packs>\n");
}

void xmlout_changes(const struct view *v, const char *tag, const uint64_t *changes)
{
    xmlout_start(v, tag);
    for (int i = 0; i < CHANGES_TOLD; i++)
        xmlout_attribute_int(v, change_name(changes_told[i]), (int64_t)changes[changes_told[i]]);
    raw(v, "/>\n");
}
