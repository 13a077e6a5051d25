/* Reading the record of a shard. What it says was written by a program of ours, but nothing is taken for granted: the folder may have
 * been copied, and the copy may not be whole. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/reason.h"
#include "base/value.h"
#include "batch/notebook.h"
#include "batch/shard.h"

static int damaged(const struct shard *s, struct fault *f)
{
    fault_set(f, FAULT_SHARD_DAMAGED);
    fault_where(f, s->folder, 0);
    return -1;
}

static int cannot(const char *where, int number, struct fault *f)
{
    fault_set(f, FAULT_FILE_READ, reason_of(number));
    fault_where(f, where, 0);
    return -1;
}

/* ---- one shard ---- */

/* Keeps runs from beginning in the folder. A copy of it may have no lock, and some file systems lock nothing. */
static int take_lock(struct shard *s, int folder, struct fault *f)
{
    char owner[128] = "";
    s->lock = openat(folder, OUTPUT_LOCK, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (s->lock < 0 || flock(s->lock, LOCK_SH | LOCK_NB) == 0 || errno != EWOULDBLOCK)
        return 0;
    ssize_t n = pread(s->lock, owner, sizeof owner - 1, 0);
    owner[n > 0 ? n : 0] = '\0';
    owner[strcspn(owner, "\n")] = '\0';
    fault_set(f, FAULT_OUTPUT_LOCKED, *owner ? owner : "?");
    fault_where(f, s->folder, 0);
    return -1;
}

static bool take_pairs(const struct frame *frame, enum frame_type type, struct buffer *out)
{
    struct pairs p = {frame->at, frame->len};
    if (frame->type != type || !pairs_hold(&p))
        return false;
    buffer_init(out, FRAME_MOST);
    buffer_add(out, frame->at, frame->len);
    return !out->failed;
}

static bool read_share(struct shard *s)
{
    const char *number = shard_says(s, "number"), *count = shard_says(s, "shards");
    int64_t k = 0, n = 0;
    if (!value_parse_count(number, strlen(number), &k) || !value_parse_count(count, strlen(count), &n) || k < 1 ||
        k > n || n > SHARE_MOST)
        return false;
    s->share = (struct share){(uint32_t)k, (uint32_t)n};
    return true;
}

/* The head stands in front, the end where the last eight bytes say. */
static bool read_pairs(struct shard *s, int fd)
{
    struct frame_reader r;
    struct frame frame;
    struct stat st;
    uint64_t place;
    if (fstat(fd, &st) != 0 || st.st_size < (off_t)sizeof place ||
        pread(fd, &place, sizeof place, st.st_size - (off_t)sizeof place) != sizeof place || place > (uint64_t)st.st_size)
        return false;
    if (frame_reader_init(&r, fd) < 0)
        return false;
    bool good = frame_next(&r, &frame) > 0 && take_pairs(&frame, FRAME_HEAD, &s->head) &&
                read_share(s);
    if (good) {
        frame_seek(&r, (off_t)place);
        good = frame_next(&r, &frame) > 0 && take_pairs(&frame, FRAME_DONE, &s->end);
    }
    frame_reader_free(&r);
    return good;
}

static bool has(int folder, const char *name)
{
    return faccessat(folder, name, F_OK, AT_SYMLINK_NOFOLLOW) == 0;
}

static int open_in(struct shard *s, int folder, struct fault *f)
{
    struct stat st;
    if (fstat(folder, &st) < 0)
        return cannot(s->folder, errno, f);
    s->device = st.st_dev;
    s->inode = st.st_ino;
    if (take_lock(s, folder, f) < 0)
        return -1;
    int fd = openat(folder, SHARD_FILE, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0 && errno != ENOENT)
        return cannot(s->folder, errno, f);
    if (fd < 0 || has(folder, JOURNAL_FILE)) {
        fault_set(f, has(folder, JOURNAL_FILE) ? FAULT_SHARD_UNFINISHED : FAULT_SHARD_NONE);
        fault_where(f, s->folder, 0);
        if (fd >= 0)
            close(fd);
        return -1;
    }
    bool good = read_pairs(s, fd);
    close(fd);
    if (!good)
        return damaged(s, f);
    if (strcmp(shard_says(s, "record"), SHARD_RECORD) == 0)
        return 0;
    fault_set(f, FAULT_SHARD_MERGE_DIFFERS, "record", shard_says(s, "record"), SHARD_RECORD);
    fault_where(f, s->folder, 0);
    return -1;
}

struct shard *shard_open(const char *folder, struct fault *f)
{
    struct shard *s = calloc(1, sizeof *s);
    int fd = s ? open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    if (!s)
        fault_set(f, FAULT_MEMORY);
    else
        *s = (struct shard){.folder = folder, .lock = -1};
    if (s && fd < 0) {
        fault_set(f, FAULT_FOLDER_READ, reason_of(errno));
        fault_where(f, folder, 0);
    }
    bool good = fd >= 0 && open_in(s, fd, f) == 0;
    if (fd >= 0)
        close(fd);
    if (good)
        return s;
    shard_close(s);
    return NULL;
}

void shard_close(struct shard *s)
{
    if (!s)
        return;
    buffer_free(&s->head);
    buffer_free(&s->end);
    if (s->lock >= 0)
        close(s->lock);
    free(s);
}

const char *shard_says(const struct shard *s, const char *name)
{
    struct pairs head = {s->head.at, s->head.len};
    const char *value = pairs_value(&head, name);
    return value ? value : "";
}

/* ---- its suppliers ---- */

int shard_reader_open(struct shard_reader *r, const struct shard *s, struct fault *f)
{
    struct frame head;
    *r = (struct shard_reader){.shard = s, .fd = -1, .suppliers = -1};
    buffer_init(&r->entry, FRAME_MOST);
    for (size_t i = 0; i < POOL_PARTS; i++)
        buffer_init(&r->parts[i], POOL_LARGE_BYTES);
    int folder = open(s->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        r->fd = openat(folder, SHARD_FILE, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
        r->suppliers = openat(folder, "suppliers", O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    }
    int number = errno;
    if (folder >= 0)
        close(folder);
    if (r->fd < 0 || r->suppliers < 0)
        return cannot(s->folder, number, f);
    if (frame_reader_init(&r->frames, r->fd) < 0)
        return fault_set(f, FAULT_MEMORY);
    return frame_next(&r->frames, &head) > 0 ? 0 : damaged(s, f);
}

void shard_reader_close(struct shard_reader *r)
{
    frame_reader_free(&r->frames);
    buffer_free(&r->entry);
    for (size_t i = 0; i < POOL_PARTS; i++)
        buffer_free(&r->parts[i]);
    if (r->fd >= 0)
        close(r->fd);
    if (r->suppliers >= 0)
        close(r->suppliers);
}

/* A part that stands in the record. */
static bool read_part(struct shard_reader *r, struct buffer *out, size_t size)
{
    struct frame frame;
    buffer_clear(out);
    while (!out->failed && out->len < size) {
        if (frame_next(&r->frames, &frame) <= 0 || frame.type != FRAME_PART || !frame.len || frame.len > size - out->len)
            return false;
        buffer_add(out, frame.at, frame.len);
    }
    return !out->failed;
}

/* A part that is a file. */
static void read_report(struct shard_reader *r, const char *id, const char *extension, struct buffer *out, size_t size)
{
    char base[REPORT_NAME], name[REPORT_NAME + 32];
    struct fault why = {0};
    buffer_clear(out);
    if (!size)
        return;
    report_base_name(id, base);
    snprintf(name, sizeof name, "%s.%s", base, extension);
    if (file_read(r->suppliers, name, name, POOL_LARGE_BYTES, out, &why) == 0 && out->len == size)
        return;
    snprintf(r->torn, sizeof r->torn, "%s/suppliers/%s", r->shard->folder, name);
    buffer_clear(out);
}

static int read_parts(struct shard_reader *r, const struct report_format *const *formats, struct entry *e, struct fault *f)
{
    size_t format_count = 0;
    while (formats[format_count])
        format_count++;
    if (e->part_count < 1 + format_count || e->part_count > 2 + format_count)
        return damaged(r->shard, f);
    r->torn[0] = '\0';
    for (size_t i = 0; i < e->part_count; i++) {
        const struct report_format *format = i && i <= format_count ? formats[i - 1] : NULL;
        bool in_file = format && !format->begin;
        if (in_file)
            read_report(r, e->id, format->extension, &r->parts[i], e->sizes[i]);
        else if (!read_part(r, &r->parts[i], e->sizes[i]))
            return damaged(r->shard, f);
        e->at[i] = r->parts[i].len ? r->parts[i].at : "";
        e->sizes[i] = (uint32_t)r->parts[i].len;
    }
    return 0;
}

int shard_next(struct shard_reader *r, const struct report_format *const *formats, struct entry *out, struct fault *f)
{
    struct frame frame;
    struct pairs end = {r->shard->end.at, r->shard->end.len};
    char count[32];
    if (frame_next(&r->frames, &frame) <= 0)
        return damaged(r->shard, f);
    if (frame.type == FRAME_DONE) {
        const char *told = pairs_value(&end, "suppliers");
        snprintf(count, sizeof count, "%llu", (unsigned long long)r->count);
        return told && strcmp(told, count) == 0 ? 0 : damaged(r->shard, f);
    }
    buffer_clear(&r->entry);
    buffer_add(&r->entry, frame.at, frame.len); /* the window goes on to the parts */
    if (frame.type != FRAME_ENTRY || r->entry.failed || !entry_read(r->entry.at, r->entry.len, out))
        return damaged(r->shard, f);
    r->count++;
    return read_parts(r, formats, out, f) < 0 ? -1 : 1;
}
