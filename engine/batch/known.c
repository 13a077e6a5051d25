#include "batch/known.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char magic[16] = "kijun known 002";

struct known {
    int fd;
    struct known_head head;
    struct frame_reader reader;
    struct frame frame;         /* the present one */
    struct entry entry;
    bool at_end, damaged;
    uint64_t number;            /* of the present entry, from 0 */
    struct known_mark first;
    struct entry_key last;      /* that was asked for */
    unsigned char *kept;        /* a bit for each entry */
    size_t kept_bytes;
};

void known_head_init(struct known_head *h)
{
    memset(h, 0, sizeof *h); /* padding, too */
    memcpy(h->magic, magic, sizeof magic);
    h->shard = h->shards = 1;
}

void known_head_write(const struct known_head *h, struct buffer *out)
{
    frame_write(out, FRAME_HEAD, h, sizeof *h);
}

bool known_head_read(const struct frame *frame, struct known_head *out)
{
    if (frame->type != FRAME_HEAD || frame->len != sizeof *out)
        return false;
    memcpy(out, frame->at, sizeof *out);
    return memcmp(out->magic, magic, sizeof magic) == 0 && memchr(out->formats, 0, sizeof out->formats);
}

/* Goes to the next entry. The end is marked: a file that just stops is damaged. */
static void advance(struct known *k)
{
    bool whole = frame_next(&k->reader, &k->frame) > 0;
    k->number++;
    k->damaged = !whole || (k->frame.type == FRAME_ENTRY && !entry_read(k->frame.at, k->frame.len, &k->entry));
    k->at_end = k->damaged || k->frame.type != FRAME_ENTRY;
}

static bool start(struct known *k)
{
    if (frame_reader_init(&k->reader, k->fd) < 0)
        return false;
    if (frame_next(&k->reader, &k->frame) <= 0 || !known_head_read(&k->frame, &k->head))
        return false;
    k->number = UINT64_MAX;
    advance(k);
    k->first = known_mark(k);
    return !k->damaged;
}

struct known *known_open(int folder, struct fault *f)
{
    int fd = openat(folder, KNOWN_FILE, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return NULL;
    struct known *k = calloc(1, sizeof *k);
    if (!k) {
        close(fd);
        fault_set(f, FAULT_MEMORY);
        return NULL;
    }
    k->fd = fd;
    if (start(k))
        return k;
    known_free(k);
    return NULL;
}

void known_free(struct known *k)
{
    if (!k)
        return;
    frame_reader_free(&k->reader);
    close(k->fd);
    free(k->kept);
    free(k);
}

const struct known_head *known_head(const struct known *k)
{
    return &k->head;
}

struct known_mark known_mark(const struct known *k)
{
    return (struct known_mark){k->frame.place, k->number};
}

void known_back(struct known *k, struct known_mark m)
{
    frame_seek(&k->reader, m.place);
    k->number = m.number - 1;
    k->last.len = 0;
    advance(k);
}

void known_rewind(struct known *k)
{
    known_back(k, k->first);
    k->number = UINT64_MAX; /* known_next goes to the first */
}

uint64_t known_number(const struct known *k)
{
    return k->number;
}

uint64_t known_size(const struct known *k)
{
    struct stat s;
    return fstat(k->fd, &s) == 0 && s.st_size > 0 ? (uint64_t)s.st_size : 0;
}

bool known_find(struct known *k, const char *key, size_t len, struct entry *out)
{
    if (entry_key_compare(key, len, k->last.at, k->last.len) < 0)
        known_back(k, k->first);
    memcpy(k->last.at, key, len);
    k->last.len = len;
    int order = -1;
    while (!k->at_end && (order = entry_key_compare(k->entry.key, k->entry.key_len, key, len)) < 0)
        advance(k);
    if (k->at_end || order != 0)
        return false;
    *out = k->entry;
    return true;
}

int known_keep(struct known *k)
{
    size_t byte = k->number / 8;
    if (byte >= k->kept_bytes) {
        size_t bytes = byte * 2 + 4096;
        unsigned char *more = realloc(k->kept, bytes);
        if (!more)
            return -1;
        memset(more + k->kept_bytes, 0, bytes - k->kept_bytes);
        k->kept = more;
        k->kept_bytes = bytes;
    }
    k->kept[byte] |= (unsigned char)(1U << (k->number % 8));
    return 0;
}

int known_next(struct known *k, struct entry *out, bool *kept)
{
    if (k->number == UINT64_MAX)
        k->number = 0; /* the first is there already */
    else
        advance(k);
    if (k->at_end)
        return k->damaged ? -1 : 0;
    size_t byte = k->number / 8;
    *kept = byte < k->kept_bytes && k->kept[byte] >> (k->number % 8) & 1;
    *out = k->entry;
    return 1;
}

const struct frame *known_frame(const struct known *k)
{
    return &k->frame;
}
