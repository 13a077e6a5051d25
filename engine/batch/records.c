#include "batch/records.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/reason.h"

/* The file is read and written through this much memory. */
enum { WINDOW = RECORD_BYTES + sizeof(uint32_t) };

struct records {
    char *memory;           /* all records while fd is -1, else what waits to be written */
    size_t size, used;
    int fd;                 /* -1: everything is in memory */
    bool reading;
    size_t file_size, file_read;
    char *window;           /* a piece of the file that is being read */
    size_t window_at, window_len;
};

int records_file(struct fault *f)
{
    const char *folder = getenv("TMPDIR");
    if (!folder || !*folder)
        folder = "/tmp";
    int fd = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (fd >= 0)
        return fd;
    /* Not every file system has O_TMPFILE. */
    char name[4096];
    int len = snprintf(name, sizeof name, "%s/kijun-XXXXXX", folder);
    if (len > 0 && (size_t)len < sizeof name && (fd = mkostemp(name, O_CLOEXEC)) >= 0) {
        unlink(name);
        return fd;
    }
    fault_set(f, FAULT_OUTPUT, reason_of(errno));
    fault_where(f, folder, 0);
    return -1;
}

struct records *records_new(size_t memory)
{
    struct records *r = calloc(1, sizeof *r);
    if (!r)
        return NULL;
    r->fd = -1;
    r->size = memory < WINDOW ? WINDOW : memory;
    r->memory = malloc(r->size);
    if (!r->memory) {
        free(r);
        return NULL;
    }
    return r;
}

void records_free(struct records *r)
{
    if (!r)
        return;
    if (r->fd >= 0)
        close(r->fd);
    free(r->memory);
    free(r->window);
    free(r);
}

static int write_all(int fd, const char *at, size_t len, struct fault *f)
{
    while (len) {
        ssize_t n = write(fd, at, len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return fault_set(f, FAULT_OUTPUT, reason_of(errno));
        at += n;
        len -= (size_t)n;
    }
    return 0;
}

static int flush(struct records *r, struct fault *f)
{
    if (r->fd < 0 && (r->fd = records_file(f)) < 0)
        return -1;
    if (write_all(r->fd, r->memory, r->used, f) < 0)
        return -1;
    r->file_size += r->used;
    r->used = 0;
    return 0;
}

int records_add(struct records *r, const void *at, size_t len, struct fault *f)
{
    if (len > RECORD_BYTES)
        return fault_set(f, FAULT_LIMIT, "record", "256 KiB");
    uint32_t head = (uint32_t)len;
    if (r->size - r->used < sizeof head + len && flush(r, f) < 0)
        return -1;
    memcpy(r->memory + r->used, &head, sizeof head);
    if (len)
        memcpy(r->memory + r->used + sizeof head, at, len);
    r->used += sizeof head + len;
    return 0;
}

void records_rewind(struct records *r)
{
    r->file_read = r->window_at = r->window_len = 0;
    r->reading = false;
}

/* Moves what is left of the window to its front and fills it up from the file. */
static int refill(struct records *r, struct fault *f)
{
    memmove(r->window, r->window + r->window_at, r->window_len - r->window_at);
    r->window_len -= r->window_at;
    r->window_at = 0;
    while (r->window_len < WINDOW && r->file_read < r->file_size) {
        ssize_t n = pread(r->fd, r->window + r->window_len, WINDOW - r->window_len, (off_t)r->file_read);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return fault_set(f, FAULT_FILE_READ, n ? reason_of(errno) : "unexpected end");
        r->window_len += (size_t)n;
        r->file_read += (size_t)n;
    }
    return 0;
}

static int start_reading(struct records *r, struct fault *f)
{
    if (r->fd >= 0) {
        if (r->used && flush(r, f) < 0)
            return -1;
        if (!r->window && !(r->window = malloc(WINDOW)))
            return fault_set(f, FAULT_MEMORY);
    }
    r->reading = true;
    return 0;
}

int records_next(struct records *r, const char **at, size_t *len, struct fault *f)
{
    if (!r->reading && start_reading(r, f) < 0)
        return -1;
    const char *base = r->memory;
    size_t end = r->used;
    uint32_t head;
    if (r->fd >= 0) {
        size_t left = r->window_len - r->window_at;
        bool whole = left >= sizeof head;
        if (whole) {
            memcpy(&head, r->window + r->window_at, sizeof head);
            whole = left - sizeof head >= head;
        }
        if (!whole && refill(r, f) < 0)
            return -1;
        base = r->window;
        end = r->window_len;
    }
    if (r->window_at + sizeof head > end)
        return 0;
    memcpy(&head, base + r->window_at, sizeof head);
    *at = base + r->window_at + sizeof head;
    *len = head;
    r->window_at += sizeof head + head;
    return 1;
}
