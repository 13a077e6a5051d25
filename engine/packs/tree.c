#include "packs/tree.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/reason.h"

bool archive_name_good(const char *name)
{
    size_t len = strlen(name);
    int depth = 1;
    if (len == 0 || len > ARCHIVE_NAME_BYTES || name[len - 1] == '/')
        return false;
    for (const char *at = name; *at; at++) {
        bool starts = at == name || at[-1] == '/';
        if (starts && (*at == '.' || *at == '/'))
            return false;
        if (*at == '/')
            depth++;
        else if (!strchr("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-", *at))
            return false;
    }
    return depth <= ARCHIVE_DEPTH;
}

void tree_free(struct tree *t)
{
    for (size_t i = 0; i < t->count; i++) {
        free(t->files[i].name);
        free(t->files[i].at);
    }
    free(t->files);
    *t = (struct tree){ 0 };
}

static bool grow(struct tree *t)
{
    size_t size = t->size ? t->size * 2 : 32;
    struct tree_file *files = realloc(t->files, size * sizeof *files);
    if (!files)
        return false;
    t->files = files;
    t->size = size;
    return true;
}

static int refuse(struct fault *f, const char *shown, enum fault_id id, const char *a, const char *b)
{
    fault_where(f, shown, 0);
    return fault_set(f, id, a, b);
}

static int over(struct fault *f, const char *shown, const char *what, long limit)
{
    char number[24];
    snprintf(number, sizeof number, "%ld", limit);
    return refuse(f, shown, FAULT_LIMIT, what, number);
}

static int over_large(struct fault *f, const char *shown, const char *path)
{
    char number[24];
    snprintf(number, sizeof number, "%ld", (long)ARCHIVE_FILE_BYTES);
    return refuse(f, shown, FAULT_PACK_FILE_LARGE, path, number);
}

int tree_add(struct tree *t, const char *shown, const char *name, char *at, size_t len, struct fault *f)
{
    char *copy = NULL;
    int result = 0;
    if (!archive_name_good(name))
        result = refuse(f, shown, FAULT_PACK_NAME, name, NULL);
    else if (len > ARCHIVE_FILE_BYTES)
        result = over(f, shown, name, ARCHIVE_FILE_BYTES);
    else if (t->count == ARCHIVE_FILES)
        result = over(f, shown, "files", ARCHIVE_FILES);
    else if (len > ARCHIVE_BYTES - t->bytes)
        result = over(f, shown, "bytes", ARCHIVE_BYTES);
    else if ((t->count == t->size && !grow(t)) || !(copy = strdup(name)))
        result = fault_set(f, FAULT_MEMORY);
    if (result != 0) {
        free(at);
        return -1;
    }
    t->files[t->count++] = (struct tree_file){ copy, at, len };
    t->bytes += len;
    return 0;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(((const struct tree_file *)a)->name, ((const struct tree_file *)b)->name);
}

static int by_name_without_case(const void *a, const void *b)
{
    return strcasecmp(((const struct tree_file *)a)->name, ((const struct tree_file *)b)->name);
}

int tree_sort(struct tree *t, const char *shown, struct fault *f)
{
    if (t->count == 0)
        return 0;
    qsort(t->files, t->count, sizeof *t->files, by_name_without_case);
    for (size_t i = 1; i < t->count; i++)
        if (strcasecmp(t->files[i - 1].name, t->files[i].name) == 0)
            return refuse(f, shown, FAULT_PACK_TWICE, t->files[i].name, NULL);
    qsort(t->files, t->count, sizeof *t->files, by_name);
    return 0;
}

static int read_folder(struct tree *t, int parent, const char *name, const char *prefix, const char *shown, int depth,
                       struct fault *f);

static int read_entry(struct tree *t, int folder, const char *name, const char *prefix, const char *shown, int depth,
                      struct fault *f)
{
    char path[ARCHIVE_NAME_BYTES + 2];
    struct stat st;
    struct buffer content;
    int n = snprintf(path, sizeof path, "%s%s", prefix, name);
    if (n < 0 || (size_t)n >= sizeof path - 1)
        return refuse(f, shown, FAULT_PACK_FILE_NAME, name, NULL);
    if (!archive_name_good(path))
        return refuse(f, shown, FAULT_PACK_FILE_NAME, path, NULL);
    if (fstatat(folder, name, &st, AT_SYMLINK_NOFOLLOW) != 0)
        return refuse(f, shown, FAULT_FILE_OPEN, reason_of(errno), NULL);
    if (S_ISDIR(st.st_mode)) {
        memcpy(path + n, "/", 2);
        return read_folder(t, folder, name, path, shown, depth + 1, f);
    }
    if (!S_ISREG(st.st_mode))
        return refuse(f, shown, FAULT_PACK_FILE_KIND, path, NULL);
    if (st.st_size > ARCHIVE_FILE_BYTES)
        return over_large(f, shown, path);
    buffer_init(&content, ARCHIVE_FILE_BYTES);
    if (file_read(folder, name, path, ARCHIVE_FILE_BYTES, &content, f) != 0) {
        buffer_free(&content);
        return -1;
    }
    return tree_add(t, shown, path, content.at, content.len, f);
}

static int read_folder(struct tree *t, int parent, const char *name, const char *prefix, const char *shown, int depth,
                       struct fault *f)
{
    int fd = depth > ARCHIVE_DEPTH ? -1 : openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *d = fd < 0 ? NULL : fdopendir(fd);
    if (!d) {
        const char *why = depth > ARCHIVE_DEPTH ? "too deep" : reason_of(errno);
        if (fd >= 0)
            close(fd);
        return refuse(f, shown, FAULT_FILE_OPEN, why, NULL);
    }
    int result = 0;
    struct dirent *e;
    while (result == 0 && (e = readdir(d)))
        if (e->d_name[0] != '.')
            result = read_entry(t, dirfd(d), e->d_name, prefix, shown, depth, f);
    closedir(d);
    return result;
}

int tree_read(const char *folder, struct tree *out, struct fault *f)
{
    *out = (struct tree){ 0 };
    if (read_folder(out, AT_FDCWD, folder, "", folder, 1, f) != 0)
        return -1;
    return tree_sort(out, folder, f);
}
