/* `kijun config`: every setting, its value, and where it comes from. */
#include <string.h>

#include "base/json.h"
#include "base/text.h"
#include "cli/config.h"
#include "cli/settings.h"

enum { CONFIG_BYTES = 256 * 1024, KEY_COLUMNS = 13, VALUE_COLUMNS = 30 };

static const char *const origins[] = {[ORIGIN_DEFAULT] = "default", [ORIGIN_FILE] = "file",
                                      [ORIGIN_ENVIRONMENT] = "environment", [ORIGIN_FLAG] = "flag"};

/* What it is set to, also by default; NULL: not set. Flags are "true" or "false". */
static const char *value_of(const struct command *c, int id)
{
    if (id == OPTION_LANG)
        return language_name(c->language);
    if (!options[id].value)
        return c->values[id] ? "true" : "false";
    return c->values[id] ? c->values[id] : option_settings[id].standard;
}

static void pad(const char *text, size_t columns)
{
    size_t n = text_columns(text, strlen(text));
    fputs(text, stdout);
    do
        fputc(' ', stdout);
    while (++n < columns);
}

static void write_text(const struct command *c)
{
    bool ja = c->language == LANGUAGE_JA;
    char where[4200], key[64];
    printf("%s: %s\n\n", ja ? "設定ファイル" : "Config file", c->config ? c->config : ja ? "なし" : "none");
    for (int id = 0; id < OPTION_COUNT; id++) {
        const char *value = value_of(c, id), *from = config_where(c, (enum option_id)id, where);
        if (!option_settings[id].source)
            continue;
        pad(config_key((enum option_id)id, key), KEY_COLUMNS);
        pad(value ? value : "-", VALUE_COLUMNS);
        puts(from ? from : ja ? "既定" : "default");
    }
}

static void write_outputs(const struct command *c, struct json *j)
{
    json_open(j, '[');
    for (size_t i = 0; i < c->output_count; i++)
        json_text(j, c->outputs[i]);
    json_close(j, ']');
}

static void write_setting(const struct command *c, enum option_id id, struct json *j)
{
    char where[4200], key[64];
    json_open(j, '{');
    json_put_text(j, "name", config_key(id, key));
    json_key(j, "value");
    if (id == OPTION_OUTPUT)
        write_outputs(c, j);
    else if (options[id].value)
        json_text(j, value_of(c, (int)id));
    else
        json_bool(j, c->values[id] != NULL);
    json_put_text(j, "origin", origins[c->origins[id].kind]);
    json_put_text(j, "where", config_where(c, id, where));
    json_close(j, '}');
}

static int write_json(const struct command *c, struct fault *f)
{
    struct buffer b;
    struct json j;
    buffer_init(&b, CONFIG_BYTES);
    json_init(&j, &b, true);
    json_open(&j, '{');
    json_put_text(&j, "file", c->config);
    json_key(&j, "settings");
    json_open(&j, '[');
    for (int id = 0; id < OPTION_COUNT; id++)
        if (option_settings[id].source)
            write_setting(c, (enum option_id)id, &j);
    json_close(&j, ']');
    json_close(&j, '}');
    if (b.failed)
        fault_set(f, FAULT_MEMORY);
    else
        printf("%.*s\n", (int)b.len, b.at);
    buffer_free(&b);
    return f->id ? -1 : 0;
}

int verb_config(const struct command *c)
{
    struct fault f = {0};
    const char *format = c->origins[OPTION_FORMAT].kind == ORIGIN_FLAG ? c->values[OPTION_FORMAT] : "text";
    if (strcmp(format, "text") == 0)
        write_text(c);
    else if (strcmp(format, "json") != 0)
        fault_set(&f, FAULT_OPTION_CHOICE, "format", format, "text, json");
    else
        write_json(c, &f);
    return f.id ? fail_with(&f, c->language) : EXIT_CLEAN;
}
