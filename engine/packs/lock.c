#include "packs/lock.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/data_load.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/semver.h"
#include "packs/place.h"
#include "packs/tree.h"

enum { LOCK_PACKS = 1000, LOCK_ARENA = 16 * 1024 * 1024 };

/* ---- reading ---- */

static int wrong(const char *path, const struct data *d, struct fault *f)
{
    fault_where(f, path, d ? d->line : 0);
    return fault_set(f, FAULT_LOCK_FORMAT);
}

static bool read_files(const struct data *d, struct arena *arena, struct locked *out)
{
    size_t n = d && d->type == DATA_TABLE ? d->as.table.named : 0;
    struct locked_file *files = arena_array(arena, n + 1, sizeof *files);
    out->files = files;
    for (size_t i = 0; files && i < n; i++) {
        const struct data *file = &d->as.table.members[i];
        if (file->type != DATA_TEXT || file->as.text.len != 64)
            return false;
        files[out->file_count++] = (struct locked_file){file->key, file->as.text.at};
    }
    return files && n > 0;
}

static bool read_one(const struct data *d, struct arena *arena, struct locked *out)
{
    struct semver v;
    if (d->type != DATA_TABLE)
        return false;
    *out = (struct locked){.name = data_text(d, "name", ""), .version = data_text(d, "version", ""),
                           .source = data_text(d, "source", NULL), .archive = data_text(d, "archive", NULL)};
    return *out->name && semver_parse(out->version, false, &v) && read_files(data_get(d, "files"), arena, out);
}

int lock_read(const char *path, struct arena *arena, const struct locked **out, size_t *count, struct fault *f)
{
    const struct data *d = data_load(path, arena, f), *packs = data_get(d, "packs");
    if (!d)
        return -1;
    if (d->type != DATA_TABLE || !d->as.table.tag || strcmp(d->as.table.tag, "lock") != 0 || data_items(packs) > LOCK_PACKS)
        return wrong(path, d, f);
    struct locked *all = arena_array(arena, data_items(packs) + 1, sizeof *all);
    *count = 0;
    for (size_t i = 0; all && i < data_items(packs); i++)
        if (!read_one(data_item(packs, i), arena, &all[(*count)++]))
            return wrong(path, data_item(packs, i), f);
    *out = all;
    return all ? 0 : fault_set(f, FAULT_MEMORY);
}

/* ---- writing ---- */

static void put_text(struct buffer *out, const char *text)
{
    buffer_putc(out, '"');
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            buffer_putc(out, '\\');
        if ((unsigned char)*text < ' ')
            buffer_printf(out, "\\%03d", *text);
        else
            buffer_putc(out, *text);
    }
    buffer_putc(out, '"');
}

static void put_hash(struct buffer *out, const char *at, size_t len)
{
    char hex[65];
    struct sha256 h = hash_sha256(at, len);
    hash_sha256_hex(&h, hex);
    buffer_printf(out, "\"%s\"", hex);
}

void lock_begin(struct buffer *out)
{
    buffer_puts(out, "-- Made by kijun: which packs, in which versions, with which bytes. Keep it; do not edit.\n"
                     "return lock {\n  packs = {\n");
}

void lock_add(struct buffer *out, const struct pack_name *name, const char *source, const char *archive, size_t len,
              const struct archive_file *files, size_t count)
{
    buffer_printf(out, "    { name = \"%s\", version = \"%s\",\n", name->name, name->version);
    if (source) {
        buffer_puts(out, "      source = ");
        put_text(out, source);
        buffer_puts(out, ",\n");
    }
    if (archive) {
        buffer_puts(out, "      archive = ");
        put_hash(out, archive, len);
        buffer_puts(out, ",\n");
    }
    buffer_puts(out, "      files = {\n");
    for (size_t i = 0; i < count; i++) {
        buffer_puts(out, "        [");
        put_text(out, files[i].name);
        buffer_puts(out, "] = ");
        put_hash(out, files[i].at, files[i].len);
        buffer_puts(out, ",\n");
    }
    buffer_puts(out, "      } },\n");
}

void lock_end(struct buffer *out)
{
    buffer_puts(out, "  },\n}\n");
}

/* ---- comparing ---- */

bool lock_same(const struct locked *l, const struct archive_file *files, size_t count, const char **differs)
{
    for (size_t i = 0; i < count && i < l->file_count; i++) {
        char hex[65];
        struct sha256 h = hash_sha256(files[i].at, files[i].len);
        hash_sha256_hex(&h, hex);
        int order = strcmp(files[i].name, l->files[i].name);
        if (order || strcmp(hex, l->files[i].hash) != 0) {
            *differs = order > 0 ? l->files[i].name : files[i].name;
            return false;
        }
    }
    if (count != l->file_count)
        *differs = count > l->file_count ? files[l->file_count].name : l->files[count].name;
    return count == l->file_count;
}

/* ---- an author's ---- */

/* The files of the folder as they go into an archive; free the array and call tree_free. */
static struct archive_file *files_of(const struct tree *t, size_t *count)
{
    struct archive_file *files = calloc(t->count + 1, sizeof *files);
    *count = 0;
    for (size_t i = 0; files && i < t->count; i++)
        if (strcmp(t->files[i].name, LOCK_OF_PACK) != 0)
            files[(*count)++] = (struct archive_file){t->files[i].name, t->files[i].at, t->files[i].len};
    return files;
}

static int changed(const char *folder, const char *file, const struct locked *l, struct fault *f)
{
    char next[STORE_VERSION];
    struct semver v;
    semver_parse(l->version, false, &v);
    snprintf(next, sizeof next, "%u.%u.%u", v.part[0], v.part[1], v.part[2] + 1);
    fault_where(f, folder, 0);
    return fault_set(f, FAULT_PACK_UNBUMPED, file, l->version, next);
}

static int compare(const char *folder, const struct locked *l, struct fault *f)
{
    struct pack_name name;
    struct semver now, then;
    struct tree t;
    const char *differs = "";
    size_t count;
    if (pack_name_of_folder(folder, &name, f) != 0)
        return -1;
    semver_parse(name.version, false, &now);
    semver_parse(l->version, false, &then);
    int order = semver_compare(&now, &then);
    if (order > 0)
        return 0;
    int result = tree_read(folder, &t, f);
    struct archive_file *files = result == 0 ? files_of(&t, &count) : NULL;
    if (result == 0 && !files)
        result = fault_set(f, FAULT_MEMORY);
    if (result == 0 && (order < 0 || !lock_same(l, files, count, &differs)))
        result = changed(folder, order < 0 ? "pack.lua" : differs, l, f);
    free(files);
    tree_free(&t);
    return result;
}

static bool path_of(char out[PLACE_BYTES], const char *folder)
{
    int n = snprintf(out, PLACE_BYTES, "%s/" LOCK_OF_PACK, folder);
    return n > 0 && n < PLACE_BYTES;
}

int lock_check(const char *folder, struct fault *f)
{
    char path[PLACE_BYTES];
    const struct locked *l = NULL;
    size_t count = 0;
    if (!path_of(path, folder))
        return fault_set(f, FAULT_MEMORY);
    if (access(path, F_OK) != 0)
        return 0;
    struct arena *arena = arena_new(LOCK_ARENA);
    int result = arena ? lock_read(path, arena, &l, &count, f) : fault_set(f, FAULT_MEMORY);
    if (result == 0)
        result = count == 1 ? compare(folder, l, f) : wrong(path, NULL, f);
    arena_free(arena);
    return result;
}

int lock_write(const char *folder, struct fault *f)
{
    char path[PLACE_BYTES];
    struct pack_name name;
    struct tree t = {0};
    struct buffer out;
    size_t count;
    if (!path_of(path, folder) || pack_name_of_folder(folder, &name, f) != 0)
        return fault_set(f, FAULT_MEMORY); /* the first fault stays */
    buffer_init(&out, LOCK_BYTES);
    int result = tree_read(folder, &t, f);
    struct archive_file *files = result == 0 ? files_of(&t, &count) : NULL;
    if (files) {
        lock_begin(&out);
        lock_add(&out, &name, NULL, NULL, 0, files, count);
        lock_end(&out);
    }
    if (result == 0)
        result = files && !out.failed ? place_write(path, out.at, out.len, f) : fault_set(f, FAULT_MEMORY);
    free(files);
    tree_free(&t);
    buffer_free(&out);
    return result;
}
