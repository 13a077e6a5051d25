/* Fetching documents into a folder, and what becomes of those that cannot be had or are no longer named. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/reason.h"
#include "exchange/crew.h"
#include "exchange/hold.h"
#include "exchange/source_parts.h"

#define LOCK_NAME ".kijun-fetch.lock"

enum { FETCH_ARENA = 1024 * 1024 * 1024 };

/* ---- one document ---- */

/* The SHA-256 of a file in the folder; "" when there is none. */
static void hash_of_file(int folder, const char *file, char out[65])
{
    struct stat s;
    int fd = openat(folder, file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    out[0] = '\0';
    if (fd < 0)
        return;
    if (fstat(fd, &s) != 0 || !S_ISREG(s.st_mode) || !hash_sha256_fd(fd, SOURCE_BYTES, out))
        out[0] = '\0';
    close(fd);
}

static int cannot_write(const struct fetching *g, const char *file, int number, struct fault *f)
{
    char shown[FAULT_PLACE_SIZE];
    snprintf(shown, sizeof shown, "%.200s/%.300s", g->shown, file);
    fault_where(f, shown, 0);
    return fault_set(f, FAULT_OUTPUT, reason_of(number));
}

static int make_folders(const struct fetching *g, const char *file, struct fault *f)
{
    char path[1100];
    for (const char *slash = strchr(file, '/'); slash; slash = strchr(slash + 1, '/')) {
        struct stat s;
        snprintf(path, sizeof path, "%.*s", (int)(slash - file), file);
        if (mkdirat(g->folder, path, 0777) != 0 && errno != EEXIST)
            return cannot_write(g, file, errno, f);
        if (fstatat(g->folder, path, &s, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISDIR(s.st_mode))
            return cannot_write(g, file, ENOTDIR, f); /* a link could lead out of the folder */
    }
    return 0;
}

static int keep_document(const struct fetching *g, struct want *w, const struct buffer *body)
{
    struct sha256 h = hash_sha256(body->at ? body->at : "", body->len);
    char hex[65];
    hash_sha256_hex(&h, hex);
    if (w->expected && strcmp(w->expected, hex) != 0) {
        fault_where(&w->why, w->url, 0);
        return fault_set(&w->why, FAULT_SOURCE_HASH);
    }
    if (make_folders(g, w->file, &w->why) < 0)
        return -1;
    struct fault why = { 0 };
    if (file_write(g->folder, w->file, body->at ? body->at : "", body->len, &why) < 0) {
        w->why = why;
        return -1;
    }
    memcpy(w->now.sha256, hex, sizeof hex);
    return 0;
}

/* Asks for the document, conditionally when the copy here is still the one that was fetched. 1: it has not changed. */
static int ask(const struct fetching *g, struct want *w, bool intact, struct buffer *body, struct http_reply *r)
{
    const struct sources *s = g->sources;
    const struct request q = { .method = "GET", .url = w->url, .authorization = w->authorization,
                               .cap = (size_t)s->most_bytes, .etag = intact ? w->had->etag : NULL,
                               .modified = intact && !w->had->etag[0] ? w->had->modified : NULL };
    r->body = body;
    int result = strncmp(w->url, "s3://", 5) == 0 ? s3_request(&s->s3, &q, &s->access, g->now, r, &w->why)
                                                  : request_send(&q, &s->access, r, &w->why);
    if (result != 0)
        return -1;
    if (r->status == 304 && intact)
        return 1;
    return r->status == 200 ? 0 : request_status_fault(&q, r->status, &w->why);
}

/* The old copy stays, and says that it is old. */
static void fall_behind(const struct fetching *g, struct want *w)
{
    char text[FAULT_ARG_SIZE];
    w->what = FETCHED_STALE;
    if (w->had)
        w->now = *w->had;
    w->now.stale = w->had && w->had->stale ? w->had->stale : g->now;
    snprintf(text, sizeof text, "%s", w->why.arg[0][0] ? w->why.arg[0] : fault_name(w->why.id));
    memcpy(w->now.why, text, sizeof w->now.why);
}

/* Any thread. */
static void fetch_one(void *context, size_t i)
{
    const struct fetching *g = context;
    struct want *w = &g->wants.at[i];
    struct http_reply r = { .status = 0 };
    struct buffer body;
    char hex[65];
    hash_of_file(g->folder, w->file, hex);
    bool intact = w->had && hex[0] && strcmp(hex, w->had->sha256) == 0 && strcmp(w->url, w->had->url) == 0;
    w->now = (struct held){ .fetched = g->now };
    buffer_init(&body, SOURCE_BYTES);
    int got = intact && w->expected && strcmp(w->expected, hex) == 0 ? 1 : ask(g, w, intact, &body, &r);
    if (got == 0 && keep_document(g, w, &body) == 0) {
        memcpy(w->now.etag, r.etag, sizeof r.etag);
        memcpy(w->now.modified, r.modified, sizeof r.modified);
        w->what = !hex[0] ? FETCHED_NEW : strcmp(hex, w->now.sha256) == 0 ? FETCHED_SAME : FETCHED_CHANGED;
    } else if (got == 1) {
        w->now = *w->had;
        w->now.fetched = g->now;
        w->now.stale = 0;
        w->now.why[0] = '\0';
        w->what = FETCHED_SAME;
    } else {
        fall_behind(g, w);
    }
    w->now.file = w->file;
    w->now.url = w->url;
    w->now.origin = w->origin;
    buffer_free(&body);
}

static const char *host_of(void *context, size_t i)
{
    const struct fetching *g = context;
    return g->wants.at[i].host;
}

/* ---- what is no longer named ---- */

static const struct fault *why_origin_failed(const struct fetching *g, const char *origin)
{
    for (size_t i = 0; i < g->failed_count; i++)
        if (strcmp(g->failed_origins[i], origin) == 0)
            return &g->failed_whys[i];
    return NULL;
}

/* A file that was fetched and is as it was fetched goes with its source; one that was changed here is somebody's own. */
static enum fetched remove_file(const struct fetching *g, const struct held *h)
{
    char hex[65], path[1100];
    hash_of_file(g->folder, h->file, hex);
    if (hex[0] && strcmp(hex, h->sha256) != 0)
        return FETCHED_KEPT;
    if (hex[0] && unlinkat(g->folder, h->file, 0) != 0)
        return FETCHED_KEPT;
    snprintf(path, sizeof path, "%s", h->file);
    for (char *slash = strrchr(path, '/'); slash; slash = strrchr(path, '/')) { /* folders that are empty now */
        *slash = '\0';
        if (unlinkat(g->folder, path, AT_REMOVEDIR) != 0)
            break;
    }
    return FETCHED_REMOVED;
}

/* ---- all ---- */

struct telling {
    void (*each)(void *context, const struct fetched_file *e);
    void *context;
    struct fetch_sums *sums;
};

static void tell(const struct telling *t, enum fetched what, const char *file, const char *url, const struct fault *why)
{
    const struct fetched_file e = { what, file, url, why };
    t->sums->of[what]++;
    t->each(t->context, &e);
}

/* Those of the last run that nothing names now: kept as stale when their list could not be had, else removed. */
static size_t settle_unnamed(struct fetching *g, const struct telling *t, struct held *now, size_t count)
{
    const struct want *w = g->wants.at, *end = w + g->wants.count;
    for (size_t i = 0; i < g->before.count; i++) {
        const struct held *h = &g->before.at[i];
        while (w < end && strcmp(w->file, h->file) < 0)
            w++;
        if (w < end && strcmp(w->file, h->file) == 0)
            continue;
        const struct fault *why = *h->origin ? why_origin_failed(g, h->origin) : NULL;
        if (!why) {
            tell(t, remove_file(g, h), h->file, h->url, NULL);
            continue;
        }
        now[count] = *h;
        now[count].stale = h->stale ? h->stale : g->now;
        snprintf(now[count].why, sizeof now[count].why, "%s", why->arg[0][0] ? why->arg[0] : fault_name(why->id));
        tell(t, FETCHED_STALE, h->file, h->url, why);
        count++;
    }
    return count;
}

static int compare_held(const void *a, const void *b)
{
    return strcmp(((const struct held *)a)->file, ((const struct held *)b)->file);
}

static int settle(struct fetching *g, const struct telling *t, struct fault *f)
{
    struct holdings now = { .at = arena_array(g->arena, g->wants.count + g->before.count + 1, sizeof *now.at) };
    if (!now.at)
        return fault_set(f, FAULT_MEMORY);
    for (size_t i = 0; i < g->failed_count; i++)
        tell(t, FETCHED_STALE, NULL, g->failed_origins[i], &g->failed_whys[i]);
    for (size_t i = 0; i < g->wants.count; i++) {
        const struct want *w = &g->wants.at[i];
        if (fault_class(w->why.id) == FAULT_CLASS_OUTPUT && w->why.id) {
            *f = w->why; /* a full disk is no matter of the source */
            return -1;
        }
        tell(t, w->what, w->file, w->url, w->what == FETCHED_STALE ? &w->why : NULL);
        now.at[now.count++] = w->now;
    }
    now.count = settle_unnamed(g, t, now.at, now.count);
    qsort(now.at, now.count, sizeof *now.at, compare_held);
    return holdings_mark(g->folder, g->shown, &g->before, &now, f) < 0 || holdings_write(g->folder, g->shown, &now, f) < 0
               ? -1
               : file_sync_folder(g->folder, g->shown, f);
}

static int fetch_all(struct fetching *g, const struct telling *t, struct fault *f)
{
    if (holdings_read(g->folder, g->arena, &g->before, f) < 0 || wants_gather(g, f) < 0)
        return -1;
    const struct crew_work work = { .count = g->wants.count, .concurrency = g->sources->concurrency, .rate = g->sources->rate,
                                    .host = host_of, .one = fetch_one, .context = g };
    return crew_run(&work, f) < 0 ? -1 : settle(g, t, f);
}

static int open_folder(struct fetching *g, int *lock, struct fault *f)
{
    *lock = -1;
    if (file_make_folder(g->shown, f) < 0)
        return -1;
    g->folder = open(g->shown, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    fault_where(f, g->shown, 0);
    if (g->folder < 0)
        return fault_set(f, FAULT_OUTPUT, reason_of(errno));
    if (hold_folder(g->folder, LOCK_NAME, lock, f) < 0)
        return -1;
    fault_clear(f);
    return 0;
}

int sources_fetch(const struct sources *s, const char *folder, instant now, struct fetch_sums *sums,
                  void (*each)(void *context, const struct fetched_file *e), void *context, struct fault *f)
{
    struct fetching g = { .sources = s, .shown = folder, .folder = -1, .now = now, .arena = arena_new(FETCH_ARENA) };
    const struct telling t = { each, context, sums };
    int lock = -1;
    *sums = (struct fetch_sums){ { 0 } };
    int result = g.arena ? open_folder(&g, &lock, f) : fault_set(f, FAULT_MEMORY);
    if (result == 0)
        result = fetch_all(&g, &t, f);
    if (lock >= 0)
        close(lock);
    if (g.folder >= 0)
        close(g.folder);
    free(g.wants.at);
    arena_free(g.arena);
    return result;
}
