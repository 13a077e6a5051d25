/* From argv to a command, by the tables. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "cli/config.h"
#include "cli/outputs.h"

enum { NAMES = 32 };

enum language command_language(int argc, char **argv)
{
    for (int i = 1; i < argc && argv[i] && strcmp(argv[i], "--") != 0; i++) {
        const char *name = NULL;
        if (strncmp(argv[i], "--lang=", 7) == 0)
            name = argv[i] + 7;
        else if (strcmp(argv[i], "--lang") == 0 && i + 1 < argc)
            name = argv[i + 1];
        enum language language = name ? language_of(name) : LANGUAGE_COUNT;
        if (language != LANGUAGE_COUNT)
            return language;
    }
    static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        const char *value = getenv(variables[i]);
        if (value && *value)
            return strncmp(value, "ja", 2) == 0 ? LANGUAGE_JA : LANGUAGE_EN;
    }
    return LANGUAGE_EN;
}

/* ---- verbs ---- */

static int find_verb(const char *name, struct command *c, struct fault *f)
{
    const char *names[NAMES];
    size_t count = 0;
    c->verb = verb_named(name);
    if (c->verb)
        return 0;
    for (const struct verb *v = verbs; v->name && count < NAMES; v++)
        names[count++] = v->name;
    const char *near = text_suggest(name, names, count);
    return near ? fault_set(f, FAULT_VERB_NEAR, name, near) : fault_set(f, FAULT_VERB_UNKNOWN, name);
}

/* ---- options ---- */

static int unknown_option(const struct verb *v, const char *name, size_t len, struct fault *f)
{
    const char *names[OPTION_COUNT];
    char wrong[64];
    size_t count = 0, n = len < sizeof wrong ? len : sizeof wrong - 1;
    memcpy(wrong, name, n);
    wrong[n] = '\0';
    for (int id = 0; id < OPTION_COUNT; id++)
        if (verb_takes(v, id))
            names[count++] = options[id].name;
    const char *near = text_suggest(wrong, names, count);
    if (near)
        return fault_set(f, FAULT_OPTION_NEAR, v->name, wrong, near);
    return fault_set(f, FAULT_OPTION_UNKNOWN, v->name, wrong);
}

static int add_output(struct command *c, const char *value, struct fault *f)
{
    if (c->output_count == COMMAND_OUTPUTS)
        return fault_set(f, FAULT_FORMAT_MANY);
    c->outputs[c->output_count++] = value;
    return 0;
}

/* Sets an option. `value`: what stands behind '=' or the letter; else the next argument is taken. */
static int set_option(struct command *c, int id, const char *value, char **argv, int argc, int *i, struct fault *f)
{
    const struct option *o = &options[id];
    if (!o->value) {
        if (value)
            return fault_set(f, FAULT_OPTION_FLAG, o->name);
        value = "";
    } else if (!value) {
        if (*i + 1 >= argc)
            return fault_set(f, FAULT_OPTION_VALUE, o->name, o->value);
        value = argv[++*i];
    }
    if (o->value && !*value)
        return fault_set(f, FAULT_OPTION_VALUE, o->name, o->value);
    c->values[id] = value;
    c->origins[id].kind = ORIGIN_FLAG;
    return id == OPTION_OUTPUT ? add_output(c, value, f) : 0;
}

static int long_option(struct command *c, char **argv, int argc, int *i, struct fault *f)
{
    const char *name = argv[*i] + 2, *equals = strchr(name, '=');
    size_t len = equals ? (size_t)(equals - name) : strlen(name);
    for (int id = 0; id < OPTION_COUNT; id++)
        if (verb_takes(c->verb, id) && strlen(options[id].name) == len && strncmp(options[id].name, name, len) == 0)
            return set_option(c, id, equals ? equals + 1 : NULL, argv, argc, i, f);
    return unknown_option(c->verb, name, len, f);
}

/* -o is short for --out, and for --output where what follows names a format. */
static bool is_output(const struct verb *v, int id, const char *value)
{
    return id == OPTION_OUT && verb_takes(v, OPTION_OUTPUT) && value && output_is_named(value);
}

static int short_option(struct command *c, char **argv, int argc, int *i, struct fault *f)
{
    const char *at = argv[*i] + 1;
    for (int id = 0; id < OPTION_COUNT; id++)
        if (options[id].letter == *at && verb_takes(c->verb, id)) {
            const char *rest = !at[1] ? NULL : at[1] == '=' ? at + 2 : at + 1;
            return set_option(c, is_output(c->verb, id, rest ? rest : argv[*i + 1]) ? OPTION_OUTPUT : id, rest, argv, argc, i, f);
        }
    return unknown_option(c->verb, at, strlen(at), f);
}

/* ---- all ---- */

/* `kijun -h`, `kijun --help` and `kijun --version` are taken, too. */
static const char *verb_name(const char *argument)
{
    if (strcmp(argument, "-h") == 0 || strcmp(argument, "--help") == 0)
        return "help";
    if (strcmp(argument, "--version") == 0)
        return "version";
    return argument;
}

/* Where the verb stands: the first argument that is not --lang, which may come before it. */
static int verb_index(int argc, char **argv)
{
    int i = 1;
    while (i < argc && strncmp(argv[i], "--lang", 6) == 0)
        i += strcmp(argv[i], "--lang") == 0 ? 2 : 1;
    return i;
}

static int parse_rest(int argc, char **argv, int i, struct command *c, struct fault *f)
{
    bool only_arguments = false;
    for (; i < argc; i++) {
        const char *a = argv[i];
        int failed = 0;
        if (only_arguments || a[0] != '-' || !a[1])
            c->arguments[c->count++] = a;
        else if (strcmp(a, "--") == 0)
            only_arguments = true;
        else if (a[1] == '-')
            failed = long_option(c, argv, argc, &i, f);
        else
            failed = short_option(c, argv, argc, &i, f);
        if (failed)
            return -1;
    }
    c->arguments[c->count] = NULL;
    return 0;
}

int option_fault(const struct command *c, enum option_id id, struct fault *f)
{
    char where[4200];
    if (c->origins[id].kind == ORIGIN_FILE)
        fault_where(f, c->config, c->origins[id].line);
    else if (c->origins[id].kind == ORIGIN_ENVIRONMENT)
        fault_where(f, config_where(c, id, where), 0);
    return -1;
}

/* Verbs that read no documents work whatever a config file says. */
static int take_settings(struct command *c, struct fault *f)
{
    if (config_apply(c, verb_is_lenient(c->verb) ? &c->config_fault : f) < 0 && !verb_is_lenient(c->verb))
        return -1;
    const char *lang = c->values[OPTION_LANG];
    enum language language = lang ? language_of(lang) : c->language;
    if (language == LANGUAGE_COUNT) {
        fault_set(f, FAULT_OPTION_CHOICE, "lang", lang, "ja, en");
        return option_fault(c, OPTION_LANG, f);
    }
    c->language = language;
    return 0;
}

int command_parse(int argc, char **argv, struct command *c, struct fault *f)
{
    *c = (struct command){.language = command_language(argc, argv)};
    c->arguments = calloc((size_t)argc + 1, sizeof *c->arguments);
    if (!c->arguments)
        return fault_set(f, FAULT_MEMORY);
    int at = verb_index(argc, argv);
    if (at >= argc)
        return fault_set(f, FAULT_VERB_MISSING);
    if (find_verb(verb_name(argv[at]), c, f) < 0 || parse_rest(argc, argv, at + 1, c, f) < 0)
        return -1;
    if (take_settings(c, f) < 0)
        return -1;
    if (c->values[OPTION_HELP])
        return 0;
    if (c->count < c->verb->least)
        return fault_set(f, FAULT_ARGUMENT_MISSING, c->verb->name, c->verb->arguments);
    if (c->count > c->verb->most)
        return fault_set(f, FAULT_ARGUMENT_EXTRA, c->verb->name, c->arguments[c->verb->most]);
    return overwrite_check(c, f);
}
