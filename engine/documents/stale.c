#include "documents/stale.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "documents/build.h"
#include "documents/files.h"

enum { STALE_BYTES = 16 * 1024 * 1024, STALE_FIELDS = 3 };

static void say_since(struct document *d, long long since)
{
    char text[16] = "";
    struct buffer b;
    struct value v = value_date(day_of_instant(since));
    buffer_init_fixed(&b, text, sizeof text);
    value_write(&b, &v);
    fault_set(&d->fault, FAULT_SOURCE_STALE, text);
    fault_where(&d->fault, d->shown, 0);
}

/* A document that should be here and never was. */
static bool add_missing(struct files *g, const char *file, const char *why)
{
    struct document **end = &g->subject->documents, *d = arena_alloc(g->arena, sizeof *d);
    const char *folder = g->subject->path, *between = *folder && folder[strlen(folder) - 1] == '/' ? "" : "/";
    if (!d)
        return false;
    d->file = arena_copy(g->arena, file, strlen(file));
    d->shown = arena_format(g->arena, "%s%s%s", folder, between, file);
    d->format = FORMAT_ATTACHMENT;
    if (!d->file || !d->shown)
        return false;
    fault_set(&d->fault, FAULT_FETCH_FAILED, why);
    fault_where(&d->fault, d->shown, 0);
    while (*end)
        end = &(*end)->next;
    *end = d;
    return true;
}

static bool mark(struct files *g, const char *file, long long since, const char *why, bool folder)
{
    struct document *d = g->subject->documents;
    bool found = false;
    for (; d; d = d->next) /* a dossier's documents share its file */
        if (strcmp(d->file, file) == 0) {
            found = true;
            say_since(d, since);
        }
    return found || !folder || add_missing(g, file, why);
}

static bool mark_line(struct files *g, char *line, bool folder)
{
    char *fields[STALE_FIELDS] = { line, NULL, NULL };
    for (int i = 1; i < STALE_FIELDS; i++) {
        char *tab = strchr(fields[i - 1], '\t');
        if (!tab)
            return true; /* not ours */
        *tab = '\0';
        fields[i] = tab + 1;
    }
    return mark(g, fields[0], strtoll(fields[1], NULL, 10), fields[2], folder);
}

int stale_mark(struct files *g, bool folder, struct fault *f)
{
    struct buffer b;
    struct fault none = { 0 };
    bool good = true;
    int fd = openat(g->place.fd, STALE_NAME, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (fd < 0)
        return 0; /* nearly always */
    close(fd);
    buffer_init(&b, STALE_BYTES);
    if (file_read(g->place.fd, STALE_NAME, STALE_NAME, STALE_BYTES, &b, &none) == 0) {
        char *rest = NULL;
        for (char *line = strtok_r(b.at, "\n", &rest); good && line; line = strtok_r(NULL, "\n", &rest))
            good = mark_line(g, line, folder);
    }
    buffer_free(&b);
    return good ? 0 : fault_set(f, FAULT_DOCUMENT_MEMORY);
}
