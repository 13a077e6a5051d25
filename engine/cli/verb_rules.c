/* `kijun rules`: what is in force under a policy. */
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/text.h"
#include "cli/settings.h"

enum { LIST_BYTES = 16 * 1024 * 1024, GRADE_COLUMNS = 28 };

/* The title with the rule's own parameters filled in. */
static void write_title(struct buffer *out, const struct rule_info *r, enum language language)
{
    const char *at = r->title[language] ? r->title[language] : "";
    while (*at) {
        size_t plain = strcspn(at, "{"), name = strcspn(at + plain, "}");
        buffer_add(out, at, plain);
        at += plain;
        if (!*at || !at[name])
            break;
        for (size_t i = 0; i < r->param_count; i++)
            if (strlen(r->params[i].name) == name - 1 && strncmp(r->params[i].name, at + 1, name - 1) == 0)
                value_write_words(out, &r->params[i].standard, language);
        at += name + 1;
    }
    buffer_puts(out, at);
}

static void write_text(struct buffer *out, const struct rule_info *r, enum language language)
{
    const char *grade = grade_words(r->grade, language);
    buffer_printf(out, "%s\n  ", r->id);
    buffer_puts(out, grade);
    for (size_t n = text_columns(grade, strlen(grade)); n < GRADE_COLUMNS; n++)
        buffer_putc(out, ' ');
    write_title(out, r, language);
    buffer_putc(out, '\n');
    for (size_t i = 0; i < r->control_count; i++)
        buffer_printf(out, "%s%s", i ? ", " : "  ", r->controls[i]);
    buffer_puts(out, r->control_count ? "\n" : "");
    for (size_t i = 0; i < r->param_count; i++) {
        buffer_printf(out, "  %s = ", r->params[i].name);
        value_write_words(out, &r->params[i].standard, language);
        if (r->params[i].doc[language])
            buffer_printf(out, "  (%s)", r->params[i].doc[language]);
        buffer_putc(out, '\n');
    }
    buffer_putc(out, '\n');
}

static void write_params(struct json *j, const struct rule_info *r)
{
    char room[512];
    json_key(j, "parameters");
    json_open(j, '{');
    for (size_t i = 0; i < r->param_count; i++) {
        struct buffer b;
        buffer_init_fixed(&b, room, sizeof room);
        value_write(&b, &r->params[i].standard);
        json_put_text(j, r->params[i].name, b.failed || !b.at ? "" : b.at);
    }
    json_close(j, '}');
}

static void write_json(struct json *j, const struct rule_info *r)
{
    json_open(j, '{');
    json_put_text(j, "id", r->id);
    json_put_text(j, "pack", r->pack);
    json_put_text(j, "version", r->pack_version);
    json_put_text(j, "grade", grade_name(r->grade));
    json_key(j, "title");
    json_open(j, '{');
    for (int l = 0; l < LANGUAGE_COUNT; l++)
        json_put_text(j, language_name((enum language)l), r->title[l]);
    json_close(j, '}');
    json_key(j, "controls");
    json_open(j, '[');
    for (size_t i = 0; i < r->control_count; i++)
        json_text(j, r->controls[i]);
    json_close(j, ']');
    write_params(j, r);
    json_close(j, '}');
}

static void write_all(struct buffer *out, const struct ruleset *rules, bool as_json, enum language language)
{
    const struct rule_info *const *all;
    size_t count = ruleset_rules(rules, &all);
    struct json j;
    if (as_json) {
        json_init(&j, out, true);
        json_open(&j, '[');
    }
    for (size_t i = 0; i < count; i++)
        if (as_json)
            write_json(&j, all[i]);
        else
            write_text(out, all[i], language);
    if (as_json) {
        json_close(&j, ']');
        buffer_putc(out, '\n');
    }
}

int verb_rules(const struct command *c)
{
    const char *format = c->values[OPTION_FORMAT] ? c->values[OPTION_FORMAT] : "text";
    struct fault f = {0};
    bool as_json = strcmp(format, "json") == 0;
    if (!as_json && strcmp(format, "text") != 0) {
        fault_set(&f, FAULT_OPTION_CHOICE, "format", format, "text, json");
        return fail_with(&f, c->language);
    }
    int code;
    struct ruleset *rules = load_policy(c, &code);
    if (!rules)
        return code;
    struct buffer out;
    buffer_init(&out, LIST_BYTES);
    write_all(&out, rules, as_json, c->language);
    code = EXIT_CLEAN;
    if (out.failed) {
        fault_set(&f, FAULT_MEMORY);
        code = fail_with(&f, c->language);
    } else if (out.len) {
        fwrite(out.at, 1, out.len, stdout);
    }
    buffer_free(&out);
    ruleset_free(rules);
    return code;
}
