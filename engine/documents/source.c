/* Opening and reading single files. */
#include "documents/source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/reason.h"

enum { STEP_LEAST = 4096 };

static int fail(struct fault *f, const char *shown, enum fault_id id, const char *why)
{
    fault_set(f, id, why);
    fault_where(f, shown, 0);
    return -1;
}

int source_open(int folder_fd, const char *name, const char *shown, struct source *out, struct fault *f)
{
    struct stat s;
    int fd;
    do
        fd = openat(folder_fd, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
    while (fd < 0 && errno == EINTR);
    if (fd < 0 && (errno == ELOOP || errno == ENXIO)) /* a link, a socket */
        return fail(f, shown, FAULT_FILE_KIND, NULL);
    if (fd < 0)
        return fail(f, shown, FAULT_FILE_OPEN, reason_of(errno));
    int result = 0;
    if (fstat(fd, &s) != 0)
        result = fail(f, shown, FAULT_FILE_READ, reason_of(errno));
    else if (!S_ISREG(s.st_mode))
        result = fail(f, shown, FAULT_FILE_KIND, NULL);
    if (result < 0) {
        close(fd);
        return result;
    }
    *out = (struct source){ fd, (size_t)s.st_size };
    return 0;
}

int source_read(struct source *s, const char *shown, size_t upto, struct buffer *out, struct fault *f)
{
    while (out->len < upto) {
        /* What the file said to hold, and a little to see that it ends there: `upto` may be far more. */
        size_t rest = s->size > out->len ? s->size - out->len : 0, step = upto - out->len;
        step = rest + STEP_LEAST < step ? rest + STEP_LEAST : step;
        char *to = buffer_space(out, step);
        if (!to)
            return fail(f, shown, FAULT_MEMORY, NULL);
        ssize_t n = read(s->fd, to, step);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return fail(f, shown, FAULT_FILE_READ, reason_of(errno));
        if (n == 0)
            break;
        buffer_added(out, (size_t)n);
    }
    buffer_add(out, "", 0); /* NUL-terminated, an empty file too */
    return out->failed ? fail(f, shown, FAULT_MEMORY, NULL) : 0;
}

void source_close(struct source *s)
{
    close(s->fd);
}
