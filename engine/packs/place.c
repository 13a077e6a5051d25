#include "packs/place.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/reason.h"

static int output_failed(struct fault *f, const char *path, int error)
{
    fault_where(f, path, 0);
    return fault_set(f, FAULT_OUTPUT, reason_of(error));
}

static bool join(char out[PLACE_BYTES], const char *store, const char *folder, const char *name, const char *end)
{
    int n = snprintf(out, PLACE_BYTES, "%s/%s/%s%s", store, folder, name, end);
    return n > 0 && n < PLACE_BYTES;
}

int place_of(const char *store, const char *name, struct place *out, struct fault *f)
{
    char flat[STORE_NAME];
    snprintf(flat, sizeof flat, "%s", name);
    for (char *at = flat; *at; at++)
        if (*at == '/')
            *at = '+';
    return join(out->folder, store, "packs", name, "") && join(out->archive, store, "archives", flat, ".kpack") &&
                   join(out->signature, store, "archives", flat, ".kpack.minisig") &&
                   join(out->seen, store, "seen", flat, "") && join(out->source, store, "sources", flat, "")
               ? 0
               : output_failed(f, store, ENAMETOOLONG);
}

int place_make(const char *store, struct fault *f)
{
    static const char *const folders[] = { "packs", "archives", "seen", "sources" };
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        char path[PLACE_BYTES];
        if (!join(path, store, folders[i], "", ""))
            return output_failed(f, store, ENAMETOOLONG);
        if (file_make_folder(path, f) != 0)
            return -1;
    }
    return 0;
}

int place_write(const char *path, const char *at, size_t len, struct fault *f)
{
    char folder[PLACE_BYTES];
    const char *slash = strrchr(path, '/');
    snprintf(folder, sizeof folder, "%.*s", slash ? (int)(slash - path) : 0, path);
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return output_failed(f, folder, errno);
    int result = file_write(fd, slash + 1, at, len, f);
    if (result == 0)
        result = file_sync_folder(fd, folder, f);
    close(fd);
    return result;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(a, b);
}

/* What stands in archives/ is what is installed: NAME.kpack. */
static int add_name(struct place_names *n, const char *file, struct fault *f)
{
    static const char end[] = ".kpack";
    size_t len = strlen(file);
    if (len <= sizeof end - 1 || strcmp(file + len - (sizeof end - 1), end) != 0)
        return 0;
    len -= sizeof end - 1;
    if (len >= STORE_NAME || n->count == PLACE_PACKS)
        return fault_set(f, FAULT_LIMIT, file, "1000");
    memcpy(n->at[n->count], file, len);
    n->at[n->count][len] = '\0';
    char *plus = strchr(n->at[n->count++], '+');
    if (plus)
        *plus = '/';
    return 0;
}

int place_list(const char *store, struct place_names *out, struct fault *f)
{
    char path[PLACE_BYTES];
    struct dirent *e;
    int result = 0;
    *out = (struct place_names){ 0 };
    if (!join(path, store, "archives", "", ""))
        return output_failed(f, store, ENAMETOOLONG);
    DIR *d = opendir(path);
    if (!d)
        return errno == ENOENT ? 0 : output_failed(f, path, errno);
    out->at = calloc(PLACE_PACKS, sizeof *out->at);
    if (!out->at)
        result = fault_set(f, FAULT_MEMORY);
    while (result == 0 && (e = readdir(d)))
        result = add_name(out, e->d_name, f);
    closedir(d);
    if (out->at && out->count)
        qsort(out->at, out->count, sizeof *out->at, by_name);
    return result;
}

void place_names_free(struct place_names *n)
{
    free(n->at);
}

/* True if the name is one of those installed, or the first part of one. */
static bool known(const struct place_names *n, const char *name, bool *group)
{
    size_t len = strlen(name);
    *group = false;
    for (size_t i = 0; i < n->count; i++) {
        if (strcmp(n->at[i], name) == 0)
            return true;
        if (strncmp(n->at[i], name, len) == 0 && n->at[i][len] == '/')
            *group = true;
    }
    return *group;
}

static int check_below(const char *path, const char *prefix, const struct place_names *n, struct fault *f)
{
    struct dirent *e;
    int result = 0;
    DIR *d = opendir(path);
    if (!d)
        return errno == ENOENT ? 0 : output_failed(f, path, errno);
    while (result == 0 && (e = readdir(d))) {
        char name[STORE_NAME * 2 + 256], below[PLACE_BYTES];
        bool group;
        if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
            continue;
        snprintf(name, sizeof name, "%s%s", prefix, e->d_name);
        int len = snprintf(below, sizeof below, "%s/%s", path, e->d_name);
        if (!known(n, name, &group) || len < 0 || (size_t)len >= sizeof below) {
            fault_where(f, path, 0);
            result = fault_set(f, FAULT_PACK_UNSIGNED, name);
        } else if (group) {
            snprintf(name, sizeof name, "%s%s/", prefix, e->d_name);
            result = check_below(below, name, n, f);
        }
    }
    closedir(d);
    return result;
}

int place_check(const char *store, const struct place_names *n, struct fault *f)
{
    char path[PLACE_BYTES];
    if (!join(path, store, "packs", "", ""))
        return output_failed(f, store, ENAMETOOLONG);
    return check_below(path, "", n, f);
}
