#include "batch/frame.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/reason.h"

struct head {
    uint32_t len, type;
    uint64_t check;
};

_Static_assert(sizeof(struct head) == FRAME_HEAD_BYTES, "a payload begins behind its head");

enum { WINDOW = 256 * 1024 };

static uint64_t word_at(const char *at)
{
    uint64_t word;
    memcpy(&word, at, sizeof word);
    return word;
}

/* A check against accidents, not against enemies: whoever may write here may write the reports, too. Four words at a time, each
 * by itself, because a million suppliers are read every night. */
static uint64_t check_of(uint32_t type, const char *at, size_t len)
{
    enum { LANES = 4 };
    static const uint64_t factor = UINT64_C(0xFF51AFD7ED558CCD);
    uint64_t h = UINT64_C(0x9E3779B97F4A7C15) ^ ((uint64_t)type << 32) ^ len, lane[LANES] = {h, h + 1, h + 2, h + 3};
    for (; len >= LANES * sizeof h; at += LANES * sizeof h, len -= LANES * sizeof h)
        for (size_t i = 0; i < LANES; i++) {
            lane[i] = (lane[i] ^ word_at(at + i * sizeof h)) * factor;
            lane[i] ^= lane[i] >> 32;
        }
    for (size_t i = 0; i < LANES; i++)
        h = (h ^ lane[i]) * factor, h ^= h >> 32;
    for (; len >= sizeof h; at += sizeof h, len -= sizeof h)
        h = (h ^ word_at(at)) * factor, h ^= h >> 32;
    uint64_t rest = 0;
    if (len)
        memcpy(&rest, at, len);
    h = (h ^ rest) * UINT64_C(0xC4CEB9FE1A85EC53);
    return h ^ h >> 29;
}

size_t frame_open(struct buffer *out)
{
    struct head h = {0};
    size_t opened = out->len;
    buffer_add(out, (const char *)&h, sizeof h);
    return opened;
}

void frame_close(struct buffer *out, size_t opened, enum frame_type type)
{
    if (out->failed)
        return;
    char *payload = out->at + opened + sizeof(struct head);
    size_t len = out->len - opened - sizeof(struct head);
    if (len > FRAME_MOST) {
        out->failed = true;
        return;
    }
    struct head h = {.len = (uint32_t)len, .type = type, .check = check_of(type, payload, len)};
    memcpy(out->at + opened, &h, sizeof h);
}

void frame_write(struct buffer *out, enum frame_type type, const void *at, size_t len)
{
    size_t opened = frame_open(out);
    buffer_add(out, at, len);
    frame_close(out, opened, type);
}

int frame_append(int fd, const char *at, size_t len, struct fault *f)
{
    while (len) {
        ssize_t n = write(fd, at, len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return fault_set(f, FAULT_OUTPUT, reason_of(n ? errno : EIO));
        at += n;
        len -= (size_t)n;
    }
    return 0;
}

/* ---- reading ---- */

int frame_reader_init(struct frame_reader *r, int fd)
{
    *r = (struct frame_reader){.fd = fd, .window = malloc(WINDOW), .size = WINDOW};
    return r->window ? 0 : -1;
}

void frame_reader_free(struct frame_reader *r)
{
    free(r->window);
    r->window = NULL;
}

void frame_seek(struct frame_reader *r, off_t place)
{
    off_t first = r->next - (off_t)r->filled;
    if (place >= first && place <= r->next) {
        r->at = (size_t)(place - first);
        return;
    }
    r->next = place;
    r->at = r->filled = 0;
}

/* Makes `want` bytes stand in the window. 1, 0 when the file has no more, -1. */
static int fill(struct frame_reader *r, size_t want)
{
    if (r->filled - r->at >= want)
        return 1;
    memmove(r->window, r->window + r->at, r->filled - r->at);
    r->filled -= r->at;
    r->at = 0;
    if (want > r->size) {
        char *more = realloc(r->window, want);
        if (!more)
            return -1;
        r->window = more;
        r->size = want;
    }
    while (r->filled < want) {
        ssize_t n = pread(r->fd, r->window + r->filled, r->size - r->filled, r->next);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return n < 0 ? -1 : 0;
        r->filled += (size_t)n;
        r->next += n;
    }
    return 1;
}

int frame_next(struct frame_reader *r, struct frame *out)
{
    struct head h;
    int got = fill(r, sizeof h);
    if (got <= 0)
        return got;
    memcpy(&h, r->window + r->at, sizeof h);
    if (h.len > FRAME_MOST)
        return 0;
    got = fill(r, sizeof h + h.len);
    if (got <= 0)
        return got;
    const char *at = r->window + r->at + sizeof h;
    if (h.check != check_of(h.type, at, h.len))
        return 0;
    *out = (struct frame){.type = (enum frame_type)h.type, .at = at, .len = h.len,
                          .place = r->next - (off_t)r->filled + (off_t)r->at};
    r->at += sizeof h + h.len;
    return 1;
}
