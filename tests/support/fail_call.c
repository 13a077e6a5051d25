#include "support/fail_call.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int __real_openat(int folder, const char *name, int flags, ...);
ssize_t __real_read(int fd, void *to, size_t len);
ssize_t __real_write(int fd, const void *at, size_t len);
int __real_close(int fd);
int __real_fstat(int fd, struct stat *out);
int __real_renameat(int from_folder, const char *from, int to_folder, const char *to);
int __real_fsync(int fd);
int __real_syncfs(int fd);
int __wrap_openat(int folder, const char *name, int flags, ...);
ssize_t __wrap_read(int fd, void *to, size_t len);
ssize_t __wrap_write(int fd, const void *at, size_t len);
int __wrap_close(int fd);
int __wrap_fstat(int fd, struct stat *out);
int __wrap_renameat(int from_folder, const char *from, int to_folder, const char *to);
int __wrap_fsync(int fd);
int __wrap_syncfs(int fd);

static struct {
    size_t made;
    size_t fail_on; /* the number of the call that fails; 0: none */
    int error;      /* 0: the process is killed */
} calls[CALLS];
static size_t most_bytes;

void fail_call_at(enum call call, size_t nth, int error)
{
    calls[call].fail_on = calls[call].made + nth;
    calls[call].error = error;
}

void fail_call_kill(enum call call, size_t nth)
{
    fail_call_at(call, nth, 0);
}

void fail_call_short(size_t most)
{
    most_bytes = most;
}

void fail_call_end(void)
{
    memset(calls, 0, sizeof calls);
    most_bytes = 0;
}

size_t fail_call_count(enum call call)
{
    return calls[call].made;
}

static bool fails(enum call call)
{
    if (++calls[call].made != calls[call].fail_on)
        return false;
    if (!calls[call].error)
        raise(SIGKILL);
    errno = calls[call].error;
    return true;
}

static size_t part(size_t len)
{
    return most_bytes && len > most_bytes ? most_bytes : len;
}

int __wrap_openat(int folder, const char *name, int flags, ...)
{
    va_list list;
    va_start(list, flags);
    mode_t mode = flags & O_CREAT ? va_arg(list, mode_t) : 0;
    va_end(list);
    return fails(CALL_OPENAT) ? -1 : __real_openat(folder, name, flags, mode);
}

ssize_t __wrap_read(int fd, void *to, size_t len)
{
    return fails(CALL_READ) ? -1 : __real_read(fd, to, part(len));
}

ssize_t __wrap_write(int fd, const void *at, size_t len)
{
    return fails(CALL_WRITE) ? -1 : __real_write(fd, at, part(len));
}

int __wrap_close(int fd)
{
    bool bad = fails(CALL_CLOSE);
    int error = errno;
    int result = __real_close(fd);
    if (!bad)
        return result;
    errno = error;
    return -1;
}

int __wrap_fstat(int fd, struct stat *out)
{
    return fails(CALL_FSTAT) ? -1 : __real_fstat(fd, out);
}

int __wrap_renameat(int from_folder, const char *from, int to_folder, const char *to)
{
    return fails(CALL_RENAMEAT) ? -1 : __real_renameat(from_folder, from, to_folder, to);
}

int __wrap_fsync(int fd)
{
    return fails(CALL_FSYNC) ? -1 : __real_fsync(fd);
}

int __wrap_syncfs(int fd)
{
    return fails(CALL_SYNCFS) ? -1 : __real_syncfs(fd);
}
