/* The file of sources: which documents belong to which supplier, and where they are. */
#include "exchange/sources.h"

#include <string.h>

#include "base/data_load.h"

static const char *const top_members[] = { "allow", "ca", "pin", "proxy", "seconds", "attempts", "first_wait_ms", "concurrency",
                                           "rate", "most_bytes", "s3", "sources", NULL };
static const char *const members[] = { "url", "index", "prefix", "supplier", "file", "authorization_file", "authorization_env",
                                       NULL };
static const char *const form = "{ supplier = \"...\", url = \"https://...\" }, or index, or prefix";

static int read_kind(const struct data *d, struct source *s, struct fault *f)
{
    static const struct { const char *key; enum source_kind kind; } kinds[] = {
        { "url", SOURCE_URL }, { "index", SOURCE_INDEX }, { "prefix", SOURCE_PREFIX } };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const char *text;
        if (access_text(d, kinds[i].key, false, &text, f) < 0)
            return -1;
        if (text && s->url)
            return access_wrong(d, kinds[i].key, form, f);
        if (text) {
            s->url = text;
            s->kind = kinds[i].kind;
        }
    }
    return s->url ? 0 : access_wrong(d, "url", form, f);
}

static int check_url(const struct data *d, const struct access *a, const struct source *s, struct fault *f)
{
    static const char *const keys[] = { [SOURCE_URL] = "url", [SOURCE_INDEX] = "index", [SOURCE_PREFIX] = "prefix" };
    struct s3_address x;
    struct url u;
    bool private_too, plain, s3 = strncmp(s->url, "s3://", 5) == 0;
    if (s3 && s->kind != SOURCE_INDEX && s3_parse(s->url, &x) && (s->kind == SOURCE_PREFIX || *x.key))
        return 0;
    if (!s3 && s->kind != SOURCE_PREFIX && url_parse(s->url, &u) && strncmp(u.scheme, "http", 4) == 0 &&
        access_permits(a, &u, &private_too, &plain))
        return 0;
    return access_wrong(data_get(d, keys[s->kind]), keys[s->kind],
                        s->kind == SOURCE_PREFIX ? "s3://bucket/prefix/" : "https://..., or named in allow", f);
}

static int check_names(const struct data *d, const struct source *s, struct fault *f)
{
    const struct { const char *key, *name; } names[] = { { "supplier", s->folder }, { "file", s->file } };
    for (size_t i = 0; i < 2; i++)
        if (names[i].name && !url_safe_name(names[i].name))
            return access_wrong(data_get(d, names[i].key), names[i].key, "a name below the folder, not hidden or reserved", f);
    if (s->kind == SOURCE_URL && !s->folder)
        return access_wrong(d, "supplier", form, f);
    return s->kind != SOURCE_URL && s->file ? access_wrong(data_get(d, "file"), "file", "only with url", f) : 0;
}

static int read_source(const struct data *d, struct arena *arena, const struct access *a, struct source *s, struct fault *f)
{
    if (access_members(d, members, f) < 0 || read_kind(d, s, f) < 0 || access_text(d, "supplier", false, &s->folder, f) < 0 ||
        access_text(d, "file", false, &s->file, f) < 0 || access_secret(d, "authorization", arena, &s->authorization, f) < 0)
        return -1;
    return check_url(d, a, s, f) < 0 ? -1 : check_names(d, s, f);
}

int sources_read(const char *path, struct arena *arena, struct sources *out, struct fault *f)
{
    const struct data *d = data_load(path, arena, f);
    *out = (struct sources){ .concurrency = 2, .rate = 10, .most_bytes = 32 * 1024 * 1024 };
    if (!d || access_members(d, top_members, f) < 0 || access_read(d, arena, &out->access, f) < 0 ||
        access_number(d, "concurrency", 1, 16, &out->concurrency, f) < 0 ||
        access_number(d, "rate", 1, 1000, &out->rate, f) < 0 ||
        access_number(d, "most_bytes", 1, SOURCE_BYTES, &out->most_bytes, f) < 0 || s3_read(d, arena, &out->s3, f) < 0)
        return -1;
    const struct data *list = data_get(d, "sources");
    size_t count = data_items(list);
    if (!count)
        return access_wrong(d, "sources", form, f);
    struct source *all = arena_array(arena, count, sizeof *all);
    if (!all)
        return fault_set(f, FAULT_MEMORY);
    for (size_t i = 0; i < count; i++)
        if (read_source(data_item(list, i), arena, &out->access, &all[i], f) < 0)
            return -1;
    out->all = all;
    out->count = count;
    return 0;
}
