#include "documents/sheet_files.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/data_load.h"
#include "base/file.h"
#include "documents/mapping.h"
#include "documents/sheet_read.h"

/* A mapping.lua that was looked for. */
struct sheet_mapping {
    const char *path;           /* relative to the subject's folder */
    struct mappings *at;        /* NULL: there is none, or it is wrong */
    struct fault fault;
    struct sheet_mapping *before;
};

static const char *shown(const struct files *g, const char *path)
{
    const char *of = g->subject->path, *slash = strrchr(of, '/');
    if (g->place.files)
        return arena_format(g->arena, "%s/%s", of, path);
    return slash ? arena_format(g->arena, "%.*s%s", (int)(slash + 1 - of), of, path) : path;
}

/* It is among what the supplier was judged by. */
static void note_content(struct files *g, const char *path, const struct buffer *text)
{
    for (struct document *d = g->subject->documents; d; d = d->next)
        if (strcmp(d->file, path) == 0) {
            d->content = hash_sha256(text->at ? text->at : "", text->len);
            d->hashed = true;
        }
}

static void load(struct files *g, struct sheet_mapping *m)
{
    struct buffer text;
    const char *name = shown(g, m->path);
    struct mappings *made = arena_alloc(g->arena, sizeof *made);
    if (!name || !made) {
        fault_set(&m->fault, FAULT_DOCUMENT_MEMORY);
        return;
    }
    buffer_init(&text, DATA_FILE_BYTES);
    const struct data *d = file_read(g->place.fd, m->path, name, DATA_FILE_BYTES, &text, &m->fault) != 0
        ? NULL : data_read(name, text.at ? text.at : "", text.len, false, g->arena, &m->fault);
    if (d && g->loader->hashes)
        note_content(g, m->path, &text);
    buffer_free(&text);
    if (d && mapping_read(d, made, &m->fault) == 0)
        m->at = made;
}

static bool is_there(const struct files *g, const char *path)
{
    if (g->place.fd < 0)
        return false;
    return g->place.files ? file_list_has(g->place.files, path) : faccessat(g->place.fd, path, F_OK, AT_SYMLINK_NOFOLLOW) == 0;
}

/* The mapping at this path, read once; NULL when memory is out. */
static const struct sheet_mapping *mapping_at(struct files *g, const char *path)
{
    struct sheet_mapping *m = g->mappings;
    while (m && strcmp(m->path, path) != 0)
        m = m->before;
    if (m)
        return m;
    m = arena_alloc(g->arena, sizeof *m);
    if (!m)
        return NULL;
    m->path = path;
    m->before = g->mappings;
    g->mappings = m;
    if (is_there(g, path))
        load(g, m);
    return m;
}

/* The mappings for a file, the nearest first; returns the fault of the first that is wrong, or NULL. */
static const struct fault *find(struct files *g, const char *file, const struct mappings *out[3])
{
    const char *slash = strrchr(file, '/');
    const char *beside = slash ? arena_format(g->arena, "%.*s" MAPPING_FILE, (int)(slash + 1 - file), file) : NULL;
    const char *paths[] = {beside, MAPPING_FILE};
    size_t count = 0;
    memset(out, 0, 3 * sizeof *out);
    for (size_t i = 0; i < 2; i++) {
        const struct sheet_mapping *m = paths[i] ? mapping_at(g, paths[i]) : NULL;
        if (m && m->fault.id != FAULT_NONE)
            return &m->fault;
        if (m && m->at)
            out[count++] = m->at;
    }
    if (g->loader->mappings)
        out[count++] = g->loader->mappings;
    return NULL;
}

int sheet_file_read(struct files *g, struct builder *b, const char *at, size_t len)
{
    struct sheet_reading r = {.builder = b, .decoder = g->loader->decoder, .files = g->place.files};
    const struct fault *wrong = find(g, b->document->file, r.mappings);
    if (!wrong)
        return sheet_read(&r, at, len);
    b->document->fault = *wrong;
    return -1;
}
