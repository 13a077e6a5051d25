#include "exchange/access.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/text.h"

enum { SECRET_BYTES = 4096, MEMBERS = 32 };

bool access_permits(const struct access *a, const struct url *u, bool *private_too, bool *plain)
{
    *private_too = a->allow_private;
    *plain = false;
    for (size_t i = 0; i < a->allow_count; i++) {
        struct url named;
        if (!url_parse(a->allow[i], &named) || strcmp(named.host, u->host) != 0)
            continue;
        *private_too = true;
        *plain = *plain || url_same_host(&named, u);
    }
    if (strcmp(u->scheme, "https") == 0 || strcmp(u->scheme, "smtps") == 0) {
        *plain = false;
        return true;
    }
    return strcmp(u->scheme, "smtp") == 0 || (*plain && strcmp(u->scheme, "http") == 0);
}

/* ---- files of settings ---- */

int access_wrong(const struct data *where, const char *key, const char *expected, struct fault *f)
{
    fault_where(f, where->file, where->line);
    return fault_set(f, FAULT_ACCESS_VALUE, key, expected);
}

static const char *nearest(const char *wrong, const char *const *names)
{
    size_t count = 0;
    while (names[count])
        count++;
    return text_suggest(wrong, names, count);
}

int access_members(const struct data *table, const char *const *names, struct fault *f)
{
    if (table->type != DATA_TABLE)
        return access_wrong(table, table->key ? table->key : "return", "{ ... }", f);
    for (size_t i = 0; i < table->as.table.named; i++) {
        const struct data *m = &table->as.table.members[i];
        bool known = false;
        for (size_t n = 0; names[n]; n++)
            known = known || strcmp(names[n], m->key) == 0;
        if (known)
            continue;
        const char *near = nearest(m->key, names);
        fault_where(f, m->file, m->line);
        return near ? fault_set(f, FAULT_ACCESS_MEMBER_NEAR, m->key, near) : fault_set(f, FAULT_ACCESS_MEMBER, m->key);
    }
    return 0;
}

static bool is_clean(const struct data *d)
{
    if (d->type != DATA_TEXT || d->as.text.len == 0 || strlen(d->as.text.at) != d->as.text.len)
        return false;
    for (const char *p = d->as.text.at; *p; p++)
        if ((unsigned char)*p < ' ' || *p == 127)
            return false;
    return true;
}

int access_text(const struct data *table, const char *key, bool needed, const char **out, struct fault *f)
{
    const struct data *d = data_get(table, key);
    *out = NULL;
    if (!d && needed)
        return access_wrong(table, key, "\"...\"", f);
    if (d && !is_clean(d))
        return access_wrong(d, key, "\"...\"", f);
    *out = d ? d->as.text.at : NULL;
    return 0;
}

int access_number(const struct data *table, const char *key, int least, int most, int *out, struct fault *f)
{
    const struct data *d = data_get(table, key);
    char range[48];
    if (!d)
        return 0;
    snprintf(range, sizeof range, "%d .. %d", least, most);
    if (d->type != DATA_INT || d->as.integer < least || d->as.integer > most)
        return access_wrong(d, key, range, f);
    *out = (int)d->as.integer;
    return 0;
}

int access_texts(const struct data *table, const char *key, struct arena *arena, const char *const **out, size_t *count,
                 struct fault *f)
{
    const struct data *d = data_get(table, key);
    *out = NULL;
    *count = 0;
    if (!d)
        return 0;
    bool one = d->type == DATA_TEXT;
    size_t n = one ? 1 : data_items(d);
    if (!one && (d->type != DATA_TABLE || d->as.table.named))
        return access_wrong(d, key, "{ \"...\", \"...\" }", f);
    const char **all = arena_array(arena, n + 1, sizeof *all);
    if (!all)
        return fault_set(f, FAULT_MEMORY);
    for (size_t i = 0; i < n; i++) {
        const struct data *item = one ? d : data_item(d, i);
        if (!is_clean(item))
            return access_wrong(item, key, "{ \"...\", \"...\" }", f);
        all[i] = item->as.text.at;
    }
    *out = all;
    *count = n;
    return 0;
}

const char *access_path(const struct data *text, struct arena *arena)
{
    const char *slash = strrchr(text->file, '/'), *path = text->as.text.at;
    if (*path == '/' || !slash)
        return path;
    return arena_format(arena, "%.*s/%s", (int)(slash - text->file), text->file, path);
}

/* The first line of a file that people keep secrets in. */
static const char *first_line(const char *path, struct arena *arena, struct fault *f)
{
    struct buffer b;
    const char *line = NULL;
    buffer_init(&b, SECRET_BYTES);
    if (file_read(AT_FDCWD, path, path, SECRET_BYTES, &b, f) == 0) {
        line = arena_copy(arena, b.at, strcspn(b.at, "\r\n"));
        if (!line)
            fault_set(f, FAULT_MEMORY);
        explicit_bzero(b.at, b.len);
    }
    buffer_free(&b);
    return line;
}

int access_secret(const struct data *table, const char *key, struct arena *arena, const char **out, struct fault *f)
{
    char in_file[64], in_environment[64];
    const char *path, *name;
    *out = NULL;
    snprintf(in_file, sizeof in_file, "%s_file", key);
    snprintf(in_environment, sizeof in_environment, "%s_env", key);
    if (access_text(table, in_file, false, &path, f) < 0 || access_text(table, in_environment, false, &name, f) < 0)
        return -1;
    if (!path && !name)
        return 0;
    const struct data *where = data_get(table, path ? in_file : in_environment);
    if (path && !(path = access_path(where, arena)))
        return fault_set(f, FAULT_MEMORY);
    const char *value = path ? first_line(path, arena, f) : getenv(name);
    if (path && !value)
        return -1;
    bool clean = value && *value && strlen(value) < SECRET_BYTES;
    for (const char *p = value; clean && *p; p++)
        clean = (unsigned char)*p >= ' ' && *p != 127;
    if (!clean) {
        fault_where(f, where->file, where->line);
        return fault_set(f, FAULT_ACCESS_SECRET, path ? path : name);
    }
    *out = arena_copy(arena, value, strlen(value));
    return *out ? 0 : fault_set(f, FAULT_MEMORY);
}

static int read_allow(const struct data *table, struct arena *arena, struct access *out, struct fault *f)
{
    if (access_texts(table, "allow", arena, &out->allow, &out->allow_count, f) < 0)
        return -1;
    for (size_t i = 0; i < out->allow_count; i++) {
        struct url u;
        if (!url_parse(out->allow[i], &u) || (*u.path && strcmp(u.path, "/") != 0))
            return access_wrong(data_get(table, "allow"), "allow", "scheme://host[:port]", f);
    }
    return 0;
}

static int read_proxy(const struct data *table, struct access *out, struct fault *f)
{
    struct url u;
    const char *text;
    if (access_text(table, "proxy", false, &text, f) < 0)
        return -1;
    out->proxy = text ? text : "";
    if (text && strcmp(text, "environment") == 0)
        out->proxy = NULL;
    else if (text && !(url_parse(text, &u) && (strcmp(u.scheme, "http") == 0 || strcmp(u.scheme, "https") == 0)))
        return access_wrong(data_get(table, "proxy"), "proxy", "http://host:port, https://host:port, environment", f);
    return 0;
}

int access_read(const struct data *table, struct arena *arena, struct access *out, struct fault *f)
{
    const char *ca;
    *out = (struct access){ .proxy = "" };
    if (read_allow(table, arena, out, f) < 0 || read_proxy(table, out, f) < 0 ||
        access_text(table, "ca", false, &ca, f) < 0 || access_text(table, "pin", false, &out->pin, f) < 0 ||
        access_number(table, "seconds", 1, 3600, &out->seconds, f) < 0 ||
        access_number(table, "attempts", 1, 10, &out->attempts, f) < 0 ||
        access_number(table, "first_wait_ms", 1, 60000, &out->first_wait_ms, f) < 0)
        return -1;
    if (out->pin && strncmp(out->pin, "sha256//", 8) != 0)
        return access_wrong(data_get(table, "pin"), "pin", "sha256//...", f);
    if (ca && !(out->ca_file = access_path(data_get(table, "ca"), arena)))
        return fault_set(f, FAULT_MEMORY);
    return 0;
}
