#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/reason.h"

enum { READ_STEP = 16 * 1024 };

static int open_again(int folder_fd, const char *name, int flags)
{
    int fd;
    do
        fd = openat(folder_fd, name, flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
    while (fd < 0 && errno == EINTR);
    return fd;
}

static int too_large(unsigned long long size, size_t cap, struct fault *f)
{
    char have[24], most[24];
    snprintf(have, sizeof have, "%llu", size);
    snprintf(most, sizeof most, "%zu", cap);
    return fault_set(f, FAULT_FILE_SIZE, have, most);
}

static ssize_t read_again(int fd, char *to, size_t len)
{
    ssize_t n;
    do
        n = read(fd, to, len);
    while (n < 0 && errno == EINTR);
    return n;
}

/* Reads to the end; a file that grows meanwhile is read up to the cap and no further. One byte more than expected is
 * asked for, so that the usual file ends with the second read. */
static int read_all(int fd, size_t size, size_t cap, struct buffer *out, struct fault *f)
{
    char beyond;
    for (;;) {
        size_t step = out->len <= size ? size - out->len + 1 : READ_STEP;
        if (step > cap - out->len)
            step = cap - out->len;
        char *to = step ? buffer_space(out, step) : &beyond;
        if (!to)
            return fault_set(f, FAULT_MEMORY);
        ssize_t n = read_again(fd, to, step ? step : 1);
        if (n < 0)
            return fault_set(f, FAULT_FILE_READ, reason_of(errno));
        if (n == 0)
            break;
        if (!step)
            return too_large(cap + 1ULL, cap, f);
        buffer_added(out, (size_t)n);
    }
    buffer_add(out, "", 0); /* an empty file reads as "", too */
    return out->failed ? fault_set(f, FAULT_MEMORY) : 0;
}

static int read_opened(int fd, size_t cap, struct buffer *out, struct fault *f)
{
    struct stat s;
    if (fstat(fd, &s) != 0)
        return fault_set(f, FAULT_FILE_READ, reason_of(errno));
    if (!S_ISREG(s.st_mode))
        return fault_set(f, FAULT_FILE_KIND);
    if ((unsigned long long)s.st_size > cap)
        return too_large((unsigned long long)s.st_size, cap, f);
    return read_all(fd, (size_t)s.st_size, cap, out, f);
}

int file_read(int folder_fd, const char *name, const char *shown, size_t cap, struct buffer *out, struct fault *f)
{
    buffer_clear(out);
    if (cap > out->cap)
        cap = out->cap;
    int fd = open_again(folder_fd, name, O_RDONLY);
    int result;
    if (fd >= 0)
        result = read_opened(fd, cap, out, f);
    else if (errno == ELOOP || errno == ENXIO) /* a link, a socket */
        result = fault_set(f, FAULT_FILE_KIND);
    else
        result = fault_set(f, FAULT_FILE_OPEN, reason_of(errno));
    if (fd >= 0)
        close(fd);
    if (result != 0)
        fault_where(f, shown, 0);
    return result;
}
