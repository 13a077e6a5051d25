/* What the sources name, from the file of sources, from indexes and from lists of objects. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "exchange/source_parts.h"

enum { INDEX_BYTES = 16 * 1024 * 1024 };

/* One source while its documents are gathered. */
struct gathering {
    struct fetching *g;
    const struct source *source;
    const char *bucket;         /* of a prefix: "s3://bucket/" */
    size_t skip;                /* of a prefix: what keys begin with that names have not */
    size_t count;
    struct fault *f;
};

static int no_name(struct gathering *x, const char *name)
{
    fault_where(x->f, x->source->url, 0);
    return fault_set(x->f, FAULT_SOURCE_NAME, name);
}

static int add_want(struct gathering *x, const char *name, const char *url, const char *expected)
{
    struct wants *w = &x->g->wants;
    const struct source *s = x->source;
    if (!url_safe_name(name))
        return no_name(x, name);
    if (w->count == SOURCES_MOST) {
        fault_where(x->f, s->url, 0);
        return fault_set(x->f, FAULT_SOURCE_MANY, "100000");
    }
    if (w->count == w->size) {
        size_t size = w->size ? 2 * w->size : 64;
        struct want *more = realloc(w->at, size * sizeof *more);
        if (!more)
            return fault_set(x->f, FAULT_MEMORY);
        w->at = more;
        w->size = size;
    }
    const char *file = s->folder ? arena_format(x->g->arena, "%s/%s", s->folder, name) : arena_copy(x->g->arena, name, strlen(name));
    struct want want = { .file = file, .url = url, .origin = s->kind == SOURCE_URL ? "" : s->url,
                         .authorization = s->authorization, .expected = expected };
    struct url u;
    if (strncmp(url, "s3://", 5) == 0)
        s3_host(&x->g->sources->s3, url, want.host);
    else if (url_parse(url, &u))
        memcpy(want.host, u.host, sizeof want.host);
    w->at[w->count++] = want;
    x->count++;
    return file && url ? 0 : fault_set(x->f, FAULT_MEMORY);
}

/* ---- one document ---- */

static int gather_url(struct gathering *x)
{
    const struct source *s = x->source;
    char name[URL_BYTES];
    const char *slash = strrchr(s->url, '/');
    if (s->file)
        return add_want(x, s->file, s->url, NULL);
    snprintf(name, sizeof name, "%.*s", slash ? (int)strcspn(slash + 1, "?#") : 0, slash ? slash + 1 : "");
    if (strncmp(s->url, "s3://", 5) != 0 && !url_decode(name))
        return no_name(x, name);
    return add_want(x, name, s->url, NULL);
}

/* ---- an index ---- */

/* "<64 hex digits> [ *]name" */
static bool read_line(char *line, char **name)
{
    size_t n = strspn(line, "0123456789abcdef");
    if (n != 64 || line[64] != ' ' || (line[65] != ' ' && line[65] != '*') || !line[66])
        return false;
    line[64] = '\0';
    *name = line + 66;
    if (strncmp(*name, "./", 2) == 0)
        *name += 2;
    return true;
}

/* The address of a name beside the index. */
static const char *beside(struct gathering *x, const char *name)
{
    struct buffer b;
    const char *url = x->source->url;
    size_t path = strcspn(url, "?#");
    while (path && url[path - 1] != '/')
        path--;
    buffer_init(&b, URL_BYTES);
    buffer_add(&b, url, path);
    url_encode(&b, name, strlen(name), true);
    const char *copy = b.failed ? NULL : arena_copy(x->g->arena, b.at, b.len);
    buffer_free(&b);
    return copy;
}

static int read_index(struct gathering *x, char *text)
{
    char number[24];
    int lines = 0;
    for (char *line = text, *next; *line; line = next) {
        char *end = strchr(line, '\n'), *name;
        next = end ? end + 1 : line + strlen(line);
        line[strcspn(line, "\r\n")] = '\0';
        lines++;
        if (!*line)
            continue;
        snprintf(number, sizeof number, "%d", lines);
        fault_where(x->f, x->source->url, 0);
        if (!read_line(line, &name))
            return fault_set(x->f, FAULT_SOURCE_INDEX, number);
        const char *url = url_safe_name(name) ? beside(x, name) : "", *hash = arena_copy(x->g->arena, line, 64);
        if (!url || !hash || add_want(x, name, url, hash) < 0)
            return fault_set(x->f, FAULT_MEMORY);
    }
    fault_clear(x->f);
    return 0;
}

static int gather_index(struct gathering *x)
{
    const struct source *s = x->source;
    struct buffer body;
    struct http_reply r = { .body = &body };
    const struct request q = { .method = "GET", .url = s->url, .authorization = s->authorization, .cap = INDEX_BYTES };
    buffer_init(&body, INDEX_BYTES);
    int result = request_send(&q, &x->g->sources->access, &r, x->f);
    if (result == 0 && r.status != 200)
        result = request_status_fault(&q, r.status, x->f);
    if (result == 0 && body.at && strlen(body.at) != body.len)
        result = fault_set(x->f, FAULT_SOURCE_INDEX, "1");
    if (result == 0 && body.at)
        result = read_index(x, body.at);
    buffer_free(&body);
    return result;
}

/* ---- a prefix ---- */

/* Keys that end with '/' are how some tools show folders. */
static bool take_key(void *context, const char *key)
{
    struct gathering *x = context;
    size_t len = strlen(key);
    if (len == 0 || key[len - 1] == '/')
        return true;
    if (len <= x->skip) {
        no_name(x, key);
        return false;
    }
    const char *url = arena_format(x->g->arena, "%s%s", x->bucket, key);
    return url && add_want(x, key + x->skip, url, NULL) == 0;
}

static int gather_prefix(struct gathering *x)
{
    struct s3_address a;
    if (!s3_parse(x->source->url, &a))
        return fault_set(x->f, FAULT_S3_ADDRESS, x->source->url);
    const char *slash = strrchr(a.key, '/');
    x->skip = slash ? (size_t)(slash + 1 - a.key) : 0;
    x->bucket = arena_format(x->g->arena, "s3://%s/", a.bucket);
    if (!x->bucket)
        return fault_set(x->f, FAULT_MEMORY);
    return s3_list(&x->g->sources->s3, x->source->url, &x->g->sources->access, x->g->now, take_key, x, x->f);
}

/* ---- all ---- */

/* A list that could not be had keeps what it named before. One that is suddenly empty is taken for a mistake of the source. */
static int gather_list(struct fetching *g, const struct source *s)
{
    struct fault why = { 0 };
    struct gathering x = { .g = g, .source = s, .f = &why };
    size_t before = g->wants.count;
    int result = s->kind == SOURCE_INDEX ? gather_index(&x) : gather_prefix(&x);
    if (result == 0 && x.count == 0) {
        fault_where(&why, s->url, 0);
        result = fault_set(&why, FAULT_SOURCE_EMPTY);
    }
    if (result == 0)
        return 0;
    g->wants.count = before;
    g->failed_origins[g->failed_count] = s->url;
    g->failed_whys[g->failed_count++] = why;
    return why.id == FAULT_MEMORY ? -1 : 0;
}

static int compare_wants(const void *a, const void *b)
{
    return strcmp(((const struct want *)a)->file, ((const struct want *)b)->file);
}

static int check_twice(const struct wants *w, struct fault *f)
{
    for (size_t i = 1; i < w->count; i++)
        if (strcmp(w->at[i - 1].file, w->at[i].file) == 0) {
            fault_where(f, w->at[i].url, 0);
            return fault_set(f, FAULT_SOURCE_TWICE, w->at[i].file);
        }
    return 0;
}

int wants_gather(struct fetching *g, struct fault *f)
{
    const struct sources *s = g->sources;
    g->failed_origins = arena_array(g->arena, s->count, sizeof *g->failed_origins);
    g->failed_whys = arena_array(g->arena, s->count, sizeof *g->failed_whys);
    if (!g->failed_origins || !g->failed_whys)
        return fault_set(f, FAULT_MEMORY);
    for (size_t i = 0; i < s->count; i++) {
        struct gathering x = { .g = g, .source = &s->all[i], .f = f };
        int result = s->all[i].kind == SOURCE_URL ? gather_url(&x) : gather_list(g, &s->all[i]);
        if (result != 0)
            return fault_set(f, FAULT_MEMORY);
    }
    if (g->wants.count)
        qsort(g->wants.at, g->wants.count, sizeof *g->wants.at, compare_wants);
    for (size_t i = 0; i < g->wants.count; i++)
        g->wants.at[i].had = holdings_find(&g->before, g->wants.at[i].file);
    return check_twice(&g->wants, f);
}
