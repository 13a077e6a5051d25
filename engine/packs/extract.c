/* Unpacking into a folder: beside its place first, then renamed, so that half a pack is never found. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/reason.h"
#include "packs/archive.h"
#include "packs/remove.h"

enum { PATH_BYTES = 4096 };

static int failed(struct fault *f, const char *path)
{
    const char *why = reason_of(errno);
    fault_where(f, path, 0);
    return fault_set(f, FAULT_OUTPUT, why);
}

/* One file below `root`; the folders of its name are made on the way. */
static int write_one(const char *root, const struct archive_file *file, struct fault *f)
{
    char path[PATH_BYTES];
    const char *slash = strrchr(file->name, '/');
    const char *base = slash ? slash + 1 : file->name;
    int n = snprintf(path, sizeof path, "%s/%.*s", root, slash ? (int)(slash - file->name) : 0, file->name);
    if (n < 0 || (size_t)n >= sizeof path) {
        errno = ENAMETOOLONG;
        return failed(f, root);
    }
    if (file_make_folder(path, f) != 0)
        return -1;
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return failed(f, path);
    int result = file_write(fd, base, file->at, file->len, f);
    close(fd);
    return result;
}

static int write_all(const struct archive *a, const char *root, struct fault *f)
{
    const struct archive_file *files;
    size_t count = archive_files(a, &files);
    for (size_t i = 0; i < count; i++)
        if (write_one(root, &files[i], f) != 0)
            return -1;
    int fd = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return failed(f, root);
    int result = file_sync_folder(fd, root, f);
    close(fd);
    return result;
}

int archive_extract(const struct archive *a, const char *folder, struct fault *f)
{
    char beside[PATH_BYTES];
    struct stat st;
    int n = snprintf(beside, sizeof beside, "%s.part-%ld", folder, (long)getpid());
    if (n < 0 || (size_t)n >= sizeof beside || lstat(folder, &st) == 0) {
        errno = n < 0 || (size_t)n >= sizeof beside ? ENAMETOOLONG : EEXIST;
        return failed(f, folder);
    }
    if (file_make_folder(beside, f) != 0)
        return -1;
    if (write_all(a, beside, f) == 0) {
        if (rename(beside, folder) == 0)
            return 0;
        failed(f, folder);
    }
    remove_tree(beside);
    return -1;
}
