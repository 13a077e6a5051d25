#include "cli/config.h"

#include <ctype.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/reason.h"
#include "base/text.h"
#include "cli/outputs.h"
#include "base/data_load.h"

enum { CONFIG_ARENA = 4 * 1024 * 1024 };

/* ---- names ---- */

static const char *spell(enum option_id id, const char *before, int (*change)(int), char out[64])
{
    size_t n = (size_t)snprintf(out, 64, "%s", before);
    for (const char *at = options[id].name; *at && n < 63; at++)
        out[n++] = *at == '-' ? '_' : (char)change((unsigned char)*at);
    out[n] = '\0';
    return out;
}

const char *config_variable(enum option_id id, char out[64])
{
    return spell(id, "KIJUN_", toupper, out);
}

const char *config_key(enum option_id id, char out[64])
{
    return spell(id, "", tolower, out);
}

const char *config_where(const struct command *c, enum option_id id, char out[4200])
{
    char name[64];
    switch (c->origins[id].kind) {
    case ORIGIN_FLAG: snprintf(out, 4200, "--%s", options[id].name); return out;
    case ORIGIN_ENVIRONMENT: snprintf(out, 4200, "%s", config_variable(id, name)); return out;
    case ORIGIN_FILE: snprintf(out, 4200, "%s:%u", c->config, c->origins[id].line); return out;
    case ORIGIN_DEFAULT: break;
    }
    return NULL;
}

/* True if this option may be set for this verb in this way. --out, --format and --output mean other things to other verbs. */
static bool is_set_by(const struct command *c, int id, unsigned source)
{
    if (!verb_takes(c->verb, id) || !(option_settings[id].source & source))
        return false;
    return !(option_settings[id].source & SOURCE_CHECK) || c->verb->run == verb_check || c->verb->run == verb_config;
}

static int add_output(struct command *c, const char *value, struct fault *f)
{
    if (c->output_count == COMMAND_OUTPUTS)
        return fault_set(f, FAULT_FORMAT_MANY);
    c->outputs[c->output_count++] = value;
    return 0;
}

/* ---- the environment ---- */

/* Flags are on or off: 1, true, yes, on; 0, false, no, off. */
static int set_flag(struct command *c, enum option_id id, const char *variable, const char *value, struct fault *f)
{
    static const char *const words[] = {"1", "true", "yes", "on", "0", "false", "no", "off"};
    for (size_t i = 0; i < 8; i++)
        if (strcmp(words[i], value) == 0) {
            c->values[id] = i < 4 ? "" : NULL;
            return 0;
        }
    fault_where(f, variable, 0);
    return fault_set(f, FAULT_OPTION_CHOICE, options[id].name, value, "1, true, yes, on, 0, false, no, off");
}

static int take_variable(struct command *c, enum option_id id, struct fault *f)
{
    char name[64];
    const char *value = getenv(config_variable(id, name));
    if (!value || !*value)
        return 0;
    c->origins[id].kind = ORIGIN_ENVIRONMENT;
    if (!options[id].value)
        return set_flag(c, id, name, value, f);
    c->values[id] = value;
    if (id != OPTION_OUTPUT)
        return 0;
    for (const char *at = value; *at;) { /* joined by commas */
        size_t n = strcspn(at, ",");
        if (add_output(c, arena_copy(c->arena, at, n), f) < 0)
            return -1;
        at += n + (at[n] == ',');
    }
    return 0;
}

static int take_environment(struct command *c, struct fault *f)
{
    for (int id = 0; id < OPTION_COUNT; id++)
        if (c->origins[id].kind == ORIGIN_DEFAULT && is_set_by(c, id, SOURCE_ENVIRONMENT) &&
            take_variable(c, (enum option_id)id, f) < 0)
            return -1;
    return 0;
}

/* ---- finding the file ---- */

/* Who works in another's checkout is not led by it; root works for the owner of the folder it stands in. */
static bool is_trusted(const struct stat *file)
{
    struct stat here;
    if (file->st_uid == geteuid() || file->st_uid == 0)
        return true;
    return geteuid() == 0 && stat(".", &here) == 0 && here.st_uid == file->st_uid;
}

static void go_up(char *folder)
{
    char *slash = strrchr(folder, '/');
    slash[slash == folder && slash[1] ? 1 : 0] = '\0';
}

/* "" when there is none. */
static int find_file(char out[PATH_MAX + 16], struct fault *f)
{
    char folder[PATH_MAX];
    const char *home = getenv("HOME");
    struct stat first, s;
    out[0] = '\0';
    if (!getcwd(folder, sizeof folder) || stat(folder, &first) != 0)
        return 0;
    while (*folder && stat(folder, &s) == 0 && s.st_dev == first.st_dev) {
        snprintf(out, PATH_MAX + 16, "%s/%s", strcmp(folder, "/") ? folder : "", CONFIG_FILE);
        if (lstat(out, &s) == 0 && !S_ISDIR(s.st_mode)) {
            if (is_trusted(&s))
                return 0;
            fault_where(f, out, 0);
            return fault_set(f, FAULT_CONFIG_OWNER);
        }
        if (home && strcmp(home, folder) == 0)
            break;
        go_up(folder);
    }
    out[0] = '\0';
    return 0;
}

/* ---- what it says ---- */

struct config_file {
    struct command *c;
    char folder[PATH_MAX];      /* it lies in, without links */
    bool named;                 /* by who runs this */
};

static int wrong(const struct data *d, enum fault_id id, const char *a, const char *b, struct fault *f)
{
    fault_where(f, d->file, d->line);
    return fault_set(f, id, a, b);
}

static int unknown_key(const struct data *d, struct fault *f)
{
    const char *names[OPTION_COUNT];
    char keys[OPTION_COUNT][64];
    size_t count = 0;
    for (int id = 0; id < OPTION_COUNT; id++) {
        config_key((enum option_id)id, keys[id]);
        if (option_settings[id].source & SOURCE_FILE)
            names[count++] = keys[id];
        else if (d->key && strcmp(keys[id], d->key) == 0)
            return wrong(d, FAULT_CONFIG_REFUSED, d->key, options[id].name, f);
    }
    const char *near = d->key ? text_suggest(d->key, names, count) : NULL;
    return near ? wrong(d, FAULT_CONFIG_KEY_NEAR, d->key, near, f) : wrong(d, FAULT_CONFIG_KEY, d->key ? d->key : "?", NULL, f);
}

/* The folder that a path would be written in, as far as it is there, is below that of the file: links count for what they
 * lead to. */
static bool is_below(const struct config_file *k, const char *path)
{
    char there[PATH_MAX], real[PATH_MAX];
    size_t len = strlen(k->folder);
    if (path[0] == '/' || snprintf(there, sizeof there, "%s/%s", k->folder, path) >= (int)sizeof there)
        return false;
    for (const char *part = path; part; part = strchr(part, '/') ? strchr(part, '/') + 1 : NULL)
        if (strncmp(part, "..", 2) == 0 || (part[0] == '.' && part[1] && part[1] != '/' && strchr(part, '/')))
            return false;
    while (!realpath(there, real)) {
        if (errno != ENOENT || strlen(there) <= len)
            return false;
        go_up(there);
    }
    return strncmp(real, k->folder, len) == 0 && (real[len] == '/' || !real[len]);
}

/* The path as it is to be used; a name (of a policy) stays one unless there is such a file. NULL with *f set. */
static const char *resolve(const struct config_file *k, const struct data *d, enum option_id id, const char *path, struct fault *f)
{
    unsigned source = option_settings[id].source;
    if (source & SOURCE_WRITES && !k->named && !is_below(k, path)) {
        wrong(d, FAULT_CONFIG_OUTSIDE, d->key, path, f);
        return NULL;
    }
    if (!(source & (SOURCE_WRITES | SOURCE_READS)) || path[0] == '/')
        return path;
    const char *there = arena_format(k->c->arena, "%s/%s", k->folder, path);
    return source & SOURCE_READS && id == OPTION_POLICY && access(there, F_OK) != 0 ? path : there;
}

/* FORMAT:PATH: the path is one. */
static int take_output(const struct config_file *k, const struct data *d, const char *value, struct fault *f)
{
    const char *colon = strchr(value, ':');
    if (!output_is_named(value))
        return wrong(d, FAULT_CONFIG_VALUE, d->key ? d->key : "output", "FORMAT[:PATH]", f);
    if (!colon || strcmp(colon + 1, "-") == 0)
        return add_output(k->c, value, f);
    struct data named = *d;
    named.key = "output";
    const char *path = resolve(k, &named, OPTION_OUTPUT, colon + 1, f);
    return path ? add_output(k->c, arena_format(k->c->arena, "%.*s:%s", (int)(colon - value), value, path), f) : -1;
}

/* A list: formats are joined by commas, outputs are taken one by one. */
static int take_list(const struct config_file *k, const struct data *d, enum option_id id, struct fault *f)
{
    const char *all = "";
    if (d->as.table.named || (id != OPTION_OUTPUT && id != OPTION_FORMAT))
        return wrong(d, FAULT_CONFIG_VALUE, d->key, options[id].value, f);
    for (size_t i = 0; i < data_items(d); i++) {
        const struct data *item = data_item(d, i);
        if (item->type != DATA_TEXT)
            return wrong(item, FAULT_CONFIG_VALUE, d->key, options[id].value, f);
        if (id == OPTION_OUTPUT && take_output(k, item, item->as.text.at, f) < 0)
            return -1;
        all = arena_format(k->c->arena, "%s%s%s", all, i ? "," : "", item->as.text.at);
    }
    k->c->values[id] = all;
    return 0;
}

static int take_value(const struct config_file *k, const struct data *d, enum option_id id, struct fault *f)
{
    const char **to = &k->c->values[id];
    bool flag = !options[id].value;
    if (flag != (d->type == DATA_BOOL))
        return wrong(d, FAULT_CONFIG_VALUE, d->key, flag ? "true, false" : options[id].value, f);
    if (flag)
        *to = d->as.flag ? "" : NULL;
    else if (d->type == DATA_INT)
        *to = arena_format(k->c->arena, "%lld", (long long)d->as.integer);
    else if (d->type == DATA_TABLE)
        return take_list(k, d, id, f);
    else if (d->type != DATA_TEXT || !d->as.text.len)
        return wrong(d, FAULT_CONFIG_VALUE, d->key, options[id].value, f);
    else if (id == OPTION_OUTPUT)
        return *to = d->as.text.at, take_output(k, d, d->as.text.at, f);
    else
        *to = resolve(k, d, id, d->as.text.at, f);
    return flag || *to ? 0 : -1;
}

static int take_member(const struct config_file *k, const struct data *d, struct fault *f)
{
    char key[64];
    for (int id = 0; id < OPTION_COUNT; id++) {
        if (!(option_settings[id].source & SOURCE_FILE) || !d->key || strcmp(config_key((enum option_id)id, key), d->key) != 0)
            continue;
        if (k->c->origins[id].kind != ORIGIN_DEFAULT || !is_set_by(k->c, id, SOURCE_FILE))
            return 0;
        k->c->origins[id] = (struct setting_origin){ORIGIN_FILE, d->line};
        return take_value(k, d, (enum option_id)id, f);
    }
    return unknown_key(d, f);
}

static int take_file(struct command *c, const char *path, bool named, struct fault *f)
{
    struct config_file k = {.c = c, .named = named};
    char *real = realpath(path, NULL);
    c->config = arena_copy(c->arena, path, strlen(path));
    if (real && strlen(real) < sizeof k.folder)
        memcpy(k.folder, real, strlen(real) + 1);
    free(real);
    if (!k.folder[0]) {
        fault_where(f, path, 0);
        return fault_set(f, FAULT_FILE_OPEN, reason_of(errno ? errno : ENAMETOOLONG));
    }
    go_up(k.folder);
    const struct data *d = data_load(path, c->arena, f);
    if (!d)
        return -1;
    if (d->type != DATA_TABLE || data_items(d))
        return wrong(d, FAULT_CONFIG_VALUE, CONFIG_FILE, "return { policy = \"...\" }", f);
    for (size_t i = 0; i < d->as.table.named; i++)
        if (take_member(&k, &d->as.table.members[i], f) < 0)
            return -1;
    return 0;
}

int config_apply(struct command *c, struct fault *f)
{
    char found[PATH_MAX + 16];
    c->arena = arena_new(CONFIG_ARENA);
    if (!c->arena)
        return fault_set(f, FAULT_MEMORY);
    if (take_environment(c, f) < 0)
        return -1;
    const char *named = c->values[OPTION_CONFIG];
    if (named && strcmp(named, "off") == 0)
        return 0;
    if (!named && find_file(found, f) < 0)
        return -1;
    if ((named || found[0]) && take_file(c, named ? named : found, named != NULL, f) < 0)
        return -1;
    return arena_failed(c->arena) ? fault_set(f, FAULT_MEMORY) : 0;
}
