#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/reason.h"

static int cannot_write(struct fault *f, const char *shown, int number)
{
    fault_set(f, FAULT_OUTPUT, reason_of(number));
    fault_where(f, shown, 0);
    return -1;
}

/* True if the file holds exactly these bytes. */
static bool same_content(int fd, const char *at, size_t len)
{
    char part[16 * 1024];
    struct stat s;
    if (fstat(fd, &s) != 0 || !S_ISREG(s.st_mode) || (unsigned long long)s.st_size != len)
        return false;
    size_t done = 0;
    for (;;) {
        ssize_t n = read(fd, part, sizeof part);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return n == 0 && done == len;
        if ((size_t)n > len - done || memcmp(at + done, part, (size_t)n) != 0)
            return false;
        done += (size_t)n;
    }
}

bool file_holds(int folder_fd, const char *name, const char *at, size_t len)
{
    int fd = openat(folder_fd, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
    if (fd < 0)
        return false;
    bool same = same_content(fd, at, len);
    close(fd);
    return same;
}

/* The temporary name stands in the same folder and follows from the name alone: what a killed run left behind is
 * replaced by the next one and never piles up. Its length does not depend on that of the name. */
static bool temporary_name(const char *name, char out[PATH_MAX])
{
    const char *slash = strrchr(name, '/');
    int folder = slash ? (int)(slash - name) + 1 : 0;
    struct hash h = hash_bytes(name + folder, strlen(name + folder));
    char hex[33];
    hash_hex(&h, hex);
    int len = snprintf(out, PATH_MAX, "%.*s.kijun-%s.tmp", folder, name, hex);
    return len > 0 && len < PATH_MAX;
}

static int create(int folder_fd, const char *name)
{
    for (bool again = true;; again = false) {
        int fd = openat(folder_fd, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
        if (fd >= 0 || (errno != EINTR && !(errno == EEXIST && again)))
            return fd;
        if (errno == EEXIST && unlinkat(folder_fd, name, 0) != 0 && errno != ENOENT)
            return -1;
    }
}

static int write_all(int fd, const char *at, size_t len)
{
    while (len) {
        ssize_t n = write(fd, at, len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return errno;
        if (n == 0)
            return EIO;
        at += n;
        len -= (size_t)n;
    }
    return 0;
}

int file_create(int folder_fd, const char *name, const char *at, size_t len)
{
    int fd = create(folder_fd, name);
    if (fd < 0)
        return errno;
    int number = write_all(fd, at, len);
    if (close(fd) != 0 && !number && errno != EINTR) /* on Linux the file is closed after EINTR, too */
        number = errno;
    if (number)
        unlinkat(folder_fd, name, 0);
    return number;
}

int file_write(int folder_fd, const char *name, const char *at, size_t len, struct fault *f)
{
    char temporary[PATH_MAX];
    if (file_holds(folder_fd, name, at, len))
        return 0;
    if (!temporary_name(name, temporary))
        return cannot_write(f, name, ENAMETOOLONG);
    int number = file_create(folder_fd, temporary, at, len);
    if (!number && renameat(folder_fd, temporary, folder_fd, name) != 0) {
        number = errno;
        unlinkat(folder_fd, temporary, 0);
    }
    return number ? cannot_write(f, name, number) : 0;
}

/* Opens the folder of a file and says what the file is called in it. */
static int open_folder_of(const char *path, const char **name, struct fault *f)
{
    const char *slash = strrchr(path, '/');
    char folder[PATH_MAX] = ".";
    if (slash && (size_t)snprintf(folder, sizeof folder, "%.*s", (int)(slash - path), path) >= sizeof folder)
        return cannot_write(f, path, ENAMETOOLONG);
    int fd = open(slash == path ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    *name = slash ? slash + 1 : path;
    return fd < 0 ? cannot_write(f, path, errno) : fd;
}

int file_write_path(const char *path, const char *at, size_t len, struct fault *f)
{
    const char *name;
    int fd = open_folder_of(path, &name, f);
    if (fd < 0)
        return -1;
    int failed = file_write(fd, name, at, len, f);
    close(fd);
    if (failed)
        fault_where(f, path, 0);
    return failed;
}

/* ---- piece by piece ---- */

static const char *name_in(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static bool is_other_than_file(const char *path)
{
    struct stat s;
    return stat(path, &s) == 0 && !S_ISREG(s.st_mode);
}

int file_stream_begin(struct file_stream *s, const char *path, struct fault *f)
{
    char temporary[PATH_MAX];
    const char *name;
    *s = (struct file_stream){.path = path, .folder = -1, .fd = -1};
    if (is_other_than_file(path)) {
        s->fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
        return s->fd < 0 ? cannot_write(f, path, errno) : 0;
    }
    s->folder = open_folder_of(path, &name, f);
    if (s->folder < 0)
        return -1;
    if (!*name || !temporary_name(name, temporary))
        return cannot_write(f, path, *name ? ENAMETOOLONG : EISDIR);
    s->fd = create(s->folder, temporary);
    return s->fd < 0 ? cannot_write(f, path, errno) : 0;
}

int file_stream_add(struct file_stream *s, const char *at, size_t len, struct fault *f)
{
    int number = write_all(s->fd, at, len);
    return number ? cannot_write(f, s->path, number) : 0;
}

int file_stream_end(struct file_stream *s, struct fault *f)
{
    char temporary[PATH_MAX];
    int number = 0;
    if (s->folder >= 0 && fsync(s->fd) != 0)
        number = errno;
    if (close(s->fd) != 0 && !number && errno != EINTR)
        number = errno;
    s->fd = -1;
    if (!number && s->folder >= 0 && temporary_name(name_in(s->path), temporary) &&
        (renameat(s->folder, temporary, s->folder, name_in(s->path)) != 0 || fsync(s->folder) != 0))
        number = errno;
    if (number)
        return cannot_write(f, s->path, number);
    if (s->folder >= 0)
        close(s->folder);
    s->folder = -1;
    s->path = NULL;
    return 0;
}

void file_stream_drop(struct file_stream *s)
{
    char temporary[PATH_MAX];
    if (!s->path)
        return;
    if (s->fd >= 0)
        close(s->fd);
    if (s->folder >= 0) {
        if (temporary_name(name_in(s->path), temporary))
            unlinkat(s->folder, temporary, 0);
        close(s->folder);
    }
    s->path = NULL;
}

/* After EIO the kernel may have dropped what it could not write: a second try would report success wrongly. */
int file_sync_folder(int folder_fd, const char *shown, struct fault *f)
{
    if (syncfs(folder_fd) != 0 || fsync(folder_fd) != 0)
        return cannot_write(f, shown, errno);
    return 0;
}

/* Creates one folder; 0 or errno. */
static int make_one(const char *path)
{
    struct stat s;
    if (mkdir(path, 0777) == 0)
        return 0;
    int number = errno;
    if (number == EEXIST || number == EROFS || number == EACCES || number == EPERM)
        if (stat(path, &s) == 0)
            return S_ISDIR(s.st_mode) ? 0 : ENOTDIR;
    return number;
}

int file_make_folder(const char *path, struct fault *f)
{
    char part[PATH_MAX];
    size_t len = strlen(path);
    if (!len || len >= sizeof part)
        return cannot_write(f, path, len ? ENAMETOOLONG : ENOENT);
    for (size_t i = 1; i <= len; i++) {
        if (i < len && path[i] != '/')
            continue;
        memcpy(part, path, i);
        part[i] = '\0';
        int number = make_one(part);
        if (number)
            return cannot_write(f, path, number);
    }
    return 0;
}
