/* The state of a folder of fetched documents: one file, a line a document, its fields between tabs. */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/reason.h"
#include "documents/stale.h"
#include "exchange/source_parts.h"

#define STATE_NAME ".kijun-fetch"
#define STATE_HEAD "kijun fetch 1\n"

enum { STATE_BYTES = 256 * 1024 * 1024, FIELDS = 9 };

static int compare_held(const void *a, const void *b)
{
    return strcmp(((const struct held *)a)->file, ((const struct held *)b)->file);
}

struct held *holdings_find(const struct holdings *h, const char *file)
{
    const struct held key = { .file = file };
    return h->count ? bsearch(&key, h->at, h->count, sizeof *h->at, compare_held) : NULL;
}

/* ---- reading ---- */

static bool copy_field(char *to, size_t size, const char *from)
{
    size_t n = strlen(from);
    if (n >= size)
        return false;
    memcpy(to, from, n + 1);
    return true;
}

static bool read_instant(const char *text, instant *out)
{
    char *end;
    errno = 0;
    long long n = strtoll(text, &end, 10);
    *out = n;
    return errno == 0 && *text && !*end && n >= 0;
}

/* Cuts a line at its tabs. */
static bool cut(char *line, char *fields[FIELDS])
{
    for (int i = 0; i < FIELDS; i++) {
        fields[i] = line;
        char *tab = strchr(line, '\t');
        if ((tab == NULL) != (i + 1 == FIELDS))
            return false;
        if (tab) {
            *tab = '\0';
            line = tab + 1;
        }
    }
    return true;
}

static bool read_line(char *line, struct held *h)
{
    char *x[FIELDS];
    if (!cut(line, x) || !url_safe_name(x[0]))
        return false;
    h->file = x[0];
    h->url = x[1];
    h->origin = x[2];
    return copy_field(h->etag, sizeof h->etag, x[3]) && copy_field(h->modified, sizeof h->modified, x[4]) &&
           copy_field(h->sha256, sizeof h->sha256, x[5]) && read_instant(x[6], &h->fetched) && read_instant(x[7], &h->stale) &&
           copy_field(h->why, sizeof h->why, x[8]);
}

static bool read_lines(char *text, struct arena *arena, struct holdings *out)
{
    size_t lines = 0;
    for (const char *p = text; *p; p++)
        lines += *p == '\n';
    out->at = arena_array(arena, lines + 1, sizeof *out->at);
    for (char *line = text; out->at && *line; out->count++) {
        char *end = strchr(line, '\n');
        if (!end)
            return false;
        *end = '\0';
        if (!read_line(line, &out->at[out->count]))
            return false;
        line = end + 1;
    }
    return out->at != NULL;
}

int holdings_read(int folder, struct arena *arena, struct holdings *out, struct fault *f)
{
    struct buffer b;
    struct fault missing = { 0 };
    *out = (struct holdings){ .count = 0 };
    buffer_init(&b, STATE_BYTES);
    if (file_read(folder, STATE_NAME, STATE_NAME, STATE_BYTES, &b, &missing) == 0 &&
        strncmp(b.at, STATE_HEAD, sizeof STATE_HEAD - 1) == 0 && strlen(b.at) == b.len) {
        char *text = arena_copy(arena, b.at + sizeof STATE_HEAD - 1, b.len - (sizeof STATE_HEAD - 1));
        if (text && !read_lines(text, arena, out))
            *out = (struct holdings){ .count = 0 };
    }
    buffer_free(&b);
    if (arena_failed(arena) || missing.id == FAULT_MEMORY)
        return fault_set(f, FAULT_MEMORY);
    if (out->count)
        qsort(out->at, out->count, sizeof *out->at, compare_held);
    return 0;
}

/* ---- writing ---- */

/* What a server sent may hold anything. */
static void put_field(struct buffer *b, const char *text, char end)
{
    for (const char *p = text; *p; p++)
        buffer_putc(b, (unsigned char)*p < ' ' || *p == 127 ? ' ' : *p);
    buffer_putc(b, end);
}

int holdings_write(int folder, const char *shown, const struct holdings *h, struct fault *f)
{
    struct buffer b;
    buffer_init(&b, STATE_BYTES);
    buffer_puts(&b, STATE_HEAD);
    for (size_t i = 0; i < h->count; i++) {
        const struct held *x = &h->at[i];
        const char *const fields[] = { x->file, x->url, x->origin, x->etag, x->modified, x->sha256 };
        for (size_t n = 0; n < sizeof fields / sizeof *fields; n++)
            put_field(&b, fields[n], '\t');
        buffer_printf(&b, "%lld\t%lld\t", (long long)x->fetched, (long long)x->stale);
        put_field(&b, x->why, '\n');
    }
    int result = b.failed ? fault_set(f, FAULT_MEMORY) : file_write(folder, STATE_NAME, b.at, b.len, f);
    if (result != 0)
        fault_where(f, shown, 0);
    buffer_free(&b);
    return result;
}

/* ---- marks for those who judge ---- */

/* A folder of files and the marks that it is to have. */
struct marking {
    int folder;
    const struct holdings *now;
    struct fault *f;
};

/* Every folder on the way to a stale file names it, for each of them may be what is judged. `len`: of the folder's path with
 * its '/'. */
static int mark_folder(struct marking *m, const char *file, size_t len)
{
    char path[PATH_MAX];
    struct buffer b;
    buffer_init(&b, STATE_BYTES);
    for (size_t i = 0; i < m->now->count; i++) {
        const struct held *h = &m->now->at[i];
        if (!h->stale || strncmp(h->file, file, len) != 0)
            continue;
        put_field(&b, h->file + len, '\t');
        buffer_printf(&b, "%lld\t", h->sha256[0] ? (long long)h->stale : 0LL);
        put_field(&b, h->why, '\n');
    }
    int result = 0;
    if (b.len && len) { /* of a supplier whose first document did not come, either */
        snprintf(path, sizeof path, "%.*s", (int)len - 1, file);
        if (mkdirat(m->folder, path, 0777) != 0 && errno != EEXIST)
            result = fault_set(m->f, FAULT_OUTPUT, reason_of(errno));
    }
    snprintf(path, sizeof path, "%.*s%s", (int)len, file, STALE_NAME);
    if (result != 0)
        fault_where(m->f, path, 0);
    else if (b.failed)
        result = fault_set(m->f, FAULT_MEMORY);
    else if (b.len)
        result = file_write(m->folder, path, b.at, b.len, m->f);
    else
        unlinkat(m->folder, path, 0);
    buffer_free(&b);
    return result;
}

/* The folders of a file, unless those of the file before had them already. */
static int mark_above(struct marking *m, const char *file, const char *before)
{
    for (size_t len = 0;;) {
        bool done = before && strncmp(before, file, len) == 0 && (len || before);
        if (!done && mark_folder(m, file, len) < 0)
            return -1;
        size_t n = strcspn(file + len, "/");
        if (!file[len + n])
            return 0;
        len += n + 1;
    }
}

/* The content stays, and so does its date: only the time of change is new. */
static void touch(int folder, const char *file)
{
    const struct timespec times[2] = { { .tv_nsec = UTIME_NOW }, { .tv_nsec = UTIME_OMIT } };
    utimensat(folder, file, times, AT_SYMLINK_NOFOLLOW);
}

int holdings_mark(int folder, const char *shown, const struct holdings *before, const struct holdings *now, struct fault *f)
{
    struct marking m = { .folder = folder, .now = now, .f = f };
    const struct holdings *const both[] = { before, now };
    for (int b = 0; b < 2; b++) { /* what was removed may have been marked */
        const char *last = NULL;
        for (size_t i = 0; i < both[b]->count; i++) {
            if (mark_above(&m, both[b]->at[i].file, last) < 0) {
                fault_where(f, shown, 0);
                return -1;
            }
            last = both[b]->at[i].file;
        }
    }
    for (size_t i = 0; i < now->count; i++) {
        const struct held *was = holdings_find(before, now->at[i].file);
        if ((was && was->stale != 0) != (now->at[i].stale != 0))
            touch(folder, now->at[i].file);
    }
    return 0;
}
