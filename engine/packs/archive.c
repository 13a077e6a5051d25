#include "packs/archive.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zip.h>

#include "base/file.h"
#include "packs/lock.h"
#include "packs/tree.h"

struct archive {
    struct tree tree;
    struct archive_file *files; /* the same, as readers see them */
    char *name;
};

/* MS-DOS date of 1980-01-01, the first that ZIP can say: the time of building must not show. */
enum { EPOCH_DATE = 1 << 5 | 1, EPOCH_TIME = 0 };

static int refuse(struct fault *f, const char *name, enum fault_id id, const char *a)
{
    fault_where(f, name, 0);
    return fault_set(f, id, a);
}

static int zip_failed(struct fault *f, const char *name, zip_error_t *error)
{
    refuse(f, name, FAULT_PACK_ARCHIVE, zip_error_strerror(error));
    zip_error_fini(error);
    return -1;
}

static bool add_file(zip_t *z, const struct tree_file *file)
{
    zip_source_t *content = zip_source_buffer(z, file->at, file->len, 0);
    zip_int64_t index = content ? zip_file_add(z, file->name, content, ZIP_FL_ENC_UTF_8) : -1;
    if (index < 0) {
        zip_source_free(content);
        return false;
    }
    zip_uint64_t at = (zip_uint64_t)index;
    return zip_set_file_compression(z, at, ZIP_CM_DEFLATE, 9) == 0 &&
           zip_file_set_dostime(z, at, EPOCH_TIME, EPOCH_DATE, 0) == 0 &&
           zip_file_set_external_attributes(z, at, 0, ZIP_OPSYS_UNIX, (zip_uint32_t)0100644 << 16) == 0;
}

static int read_source(zip_source_t *source, struct buffer *out)
{
    char chunk[16 * 1024];
    zip_int64_t n;
    if (zip_source_open(source) != 0)
        return -1;
    while ((n = zip_source_read(source, chunk, sizeof chunk)) > 0)
        buffer_add(out, chunk, (size_t)n);
    zip_source_close(source);
    return n < 0 ? -1 : 0;
}

static int write_zip(const struct tree *t, const char *folder, struct buffer *out, struct fault *f)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, &error);
    if (!source)
        return zip_failed(f, folder, &error);
    zip_source_keep(source); /* read back after zip_close has dropped its own reference */
    zip_t *z = zip_open_from_source(source, ZIP_TRUNCATE | ZIP_CREATE, &error);
    bool good = z != NULL;
    for (size_t i = 0; good && i < t->count; i++)
        good = strcmp(t->files[i].name, LOCK_OF_PACK) == 0 || add_file(z, &t->files[i]);
    if (good)
        good = zip_close(z) == 0;
    else if (z)
        zip_discard(z);
    else
        zip_source_free(source);
    if (good)
        good = read_source(source, out) == 0 && !out->failed;
    zip_source_free(source);
    zip_error_fini(&error);
    return good ? 0 : refuse(f, folder, FAULT_PACK_ARCHIVE, "memory");
}

int archive_build(const char *folder, struct buffer *out, struct fault *f)
{
    struct tree t;
    int result = tree_read(folder, &t, f);
    if (result == 0 && t.count == 0)
        result = refuse(f, folder, FAULT_PACK_EMPTY, NULL);
    if (result == 0)
        result = write_zip(&t, folder, out, f);
    tree_free(&t);
    return result;
}

/* Unpacks one member, counting bytes: what the archive says of sizes is not believed. */
static int unpack(zip_t *z, zip_uint64_t index, struct archive *a, struct fault *f)
{
    const char *name = zip_get_name(z, index, ZIP_FL_ENC_STRICT);
    zip_file_t *file = name ? zip_fopen_index(z, index, 0) : NULL;
    char *at = file ? malloc(ARCHIVE_FILE_BYTES + 1) : NULL;
    zip_int64_t n = 0;
    size_t len = 0;
    if (!at) {
        if (file)
            zip_fclose(file);
        return refuse(f, a->name, FAULT_PACK_ARCHIVE, name ? name : "?");
    }
    while (len <= ARCHIVE_FILE_BYTES && (n = zip_fread(file, at + len, ARCHIVE_FILE_BYTES + 1 - len)) > 0)
        len += (size_t)n;
    bool sound = zip_fclose(file) == 0 && n >= 0;
    if (!sound) {
        free(at);
        return refuse(f, a->name, FAULT_PACK_ARCHIVE, name);
    }
    char *exact = realloc(at, len ? len : 1);
    return tree_add(&a->tree, a->name, name, exact ? exact : at, len, f);
}

static int unpack_all(zip_t *z, struct archive *a, struct fault *f)
{
    zip_int64_t count = zip_get_num_entries(z, 0);
    if (count <= 0)
        return refuse(f, a->name, FAULT_PACK_EMPTY, NULL);
    for (zip_int64_t i = 0; i < count; i++)
        if (unpack(z, (zip_uint64_t)i, a, f) != 0)
            return -1;
    return tree_sort(&a->tree, a->name, f);
}

static int show_files(struct archive *a, struct fault *f)
{
    a->files = calloc(a->tree.count, sizeof *a->files);
    if (!a->files)
        return fault_set(f, FAULT_MEMORY);
    for (size_t i = 0; i < a->tree.count; i++)
        a->files[i] = (struct archive_file){ a->tree.files[i].name, a->tree.files[i].at, a->tree.files[i].len };
    return 0;
}

static zip_t *open_zip(const char *name, const char *at, size_t len, struct fault *f)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = len > ARCHIVE_BYTES ? NULL : zip_source_buffer_create(at, len, 0, &error);
    zip_t *z = source ? zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) : NULL;
    if (!z) {
        zip_source_free(source);
        zip_failed(f, name, &error);
        return NULL;
    }
    zip_error_fini(&error);
    return z;
}

int archive_open(const char *name, const char *at, size_t len, struct archive **out, struct fault *f)
{
    zip_t *z = open_zip(name, at, len, f);
    if (!z)
        return -1;
    struct archive *a = calloc(1, sizeof *a);
    int result = a && (a->name = strdup(name)) ? 0 : fault_set(f, FAULT_MEMORY);
    if (result == 0)
        result = unpack_all(z, a, f);
    if (result == 0)
        result = show_files(a, f);
    zip_discard(z);
    if (result == 0)
        *out = a;
    else
        archive_close(a);
    return result;
}

void archive_close(struct archive *a)
{
    if (!a)
        return;
    tree_free(&a->tree);
    free(a->files);
    free(a->name);
    free(a);
}

size_t archive_files(const struct archive *a, const struct archive_file **out)
{
    *out = a->files;
    return a->tree.count;
}

const struct archive_file *archive_find(const struct archive *a, const char *name)
{
    for (size_t i = 0; i < a->tree.count; i++)
        if (strcmp(a->files[i].name, name) == 0)
            return &a->files[i];
    return NULL;
}

int archive_same(const struct archive *a, const char *folder, struct fault *f)
{
    struct tree t;
    struct fault odd = {0};
    int result = tree_read(folder, &t, &odd);
    if (result != 0) /* what was put there by another hand: a link, a large file, a strange name */
        result = odd.id == FAULT_MEMORY ? fault_set(f, FAULT_MEMORY) : refuse(f, folder, FAULT_PACK_CHANGED, odd.arg[0]);
    for (size_t i = 0; result == 0 && i < a->tree.count; i++) {
        const struct tree_file *want = &a->tree.files[i], *have = i < t.count ? &t.files[i] : NULL;
        if (!have || strcmp(have->name, want->name) != 0 || have->len != want->len ||
            (want->len && memcmp(have->at, want->at, want->len) != 0))
            result = refuse(f, folder, FAULT_PACK_CHANGED, want->name);
    }
    if (result == 0 && t.count != a->tree.count)
        result = refuse(f, folder, FAULT_PACK_CHANGED, t.files[a->tree.count].name);
    tree_free(&t);
    return result;
}
