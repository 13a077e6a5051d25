/* An external merge sort: runs that fit in memory are sorted and put in a file; reading merges them through a heap. */
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/reason.h"
#include "batch/records.h"

/* How a record stands in memory and in the file: its head, the key, the bytes. */
struct head {
    uint32_t key_len, len;
};

/* One sorted run in the file, read through a window. */
struct run {
    off_t begin, next, end; /* in the file; from `next` on it is still to be read */
    char *window;
    size_t at, filled, size;
};

/* A window begins with its share of WINDOWS and grows to the largest record. */
enum { WINDOWS = 6 * 1024 * 1024, WINDOW_LEAST = 4 * 1024, WINDOW_MOST = 64 * 1024 };

struct sorter {
    char *memory;
    size_t size, used;
    uint32_t *offsets;      /* of the records in memory */
    size_t count, room, given;
    int fd;
    off_t file_size;
    struct run *runs;       /* while reading: a heap, least record first; behind it those that were read to their end */
    size_t run_count, run_total, run_room;
    bool reading, started;
    bool unordered;         /* the records in memory did not come in order */
};

struct sorter *sorter_new(size_t memory)
{
    struct sorter *s = calloc(1, sizeof *s);
    if (!s)
        return NULL;
    s->fd = -1;
    s->size = memory < RECORD_BYTES * 2 ? RECORD_BYTES * 2 : memory;
    s->memory = malloc(s->size);
    if (!s->memory) {
        free(s);
        return NULL;
    }
    return s;
}

void sorter_free(struct sorter *s)
{
    if (!s)
        return;
    for (size_t i = 0; i < s->run_total; i++)
        free(s->runs[i].window);
    if (s->fd >= 0)
        close(s->fd);
    free(s->runs);
    free(s->offsets);
    free(s->memory);
    free(s);
}

static struct sorted record_at(const char *at)
{
    struct head h;
    memcpy(&h, at, sizeof h);
    return (struct sorted){.key = at + sizeof h, .key_len = h.key_len, .at = at + sizeof h + h.key_len, .len = h.len};
}

static int compare_bytes(const char *a, size_t a_len, const char *b, size_t b_len)
{
    size_t n = a_len < b_len ? a_len : b_len;
    int order = n ? memcmp(a, b, n) : 0;
    return order ? order : (a_len > b_len) - (a_len < b_len);
}

static int compare_records(const char *a, const char *b)
{
    struct sorted x = record_at(a), y = record_at(b);
    int order = compare_bytes(x.key, x.key_len, y.key, y.key_len);
    return order ? order : compare_bytes(x.at, x.len, y.at, y.len);
}

static int compare_offsets(const void *a, const void *b, void *memory)
{
    const char *base = memory;
    return compare_records(base + *(const uint32_t *)a, base + *(const uint32_t *)b);
}

static void sort_memory(struct sorter *s)
{
    if (s->unordered)
        qsort_r(s->offsets, s->count, sizeof *s->offsets, compare_offsets, s->memory);
}

static size_t record_size(const char *at)
{
    struct head h;
    memcpy(&h, at, sizeof h);
    return sizeof h + h.key_len + h.len;
}

static int write_out(struct sorter *s, const char *at, size_t len, struct fault *f)
{
    while (len) {
        ssize_t n = pwrite(s->fd, at, len, s->file_size);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return fault_set(f, FAULT_OUTPUT, reason_of(errno));
        at += n;
        len -= (size_t)n;
        s->file_size += n;
    }
    return 0;
}

/* Writes the sorted records through a small window, so that the file is written in few large pieces. */
static int write_records(struct sorter *s, char *window, size_t size, struct fault *f)
{
    size_t used = 0;
    for (size_t i = 0; i < s->count; i++) {
        const char *at = s->memory + s->offsets[i];
        size_t n = record_size(at);
        if (used + n > size) {
            if (write_out(s, window, used, f) < 0)
                return -1;
            used = 0;
        }
        memcpy(window + used, at, n);
        used += n;
    }
    return write_out(s, window, used, f);
}

static struct run *add_run(struct sorter *s)
{
    if (s->run_count == s->run_room) {
        size_t room = s->run_room ? s->run_room * 2 : 16;
        struct run *more = reallocarray(s->runs, room, sizeof *more);
        if (!more)
            return NULL;
        s->runs = more;
        s->run_room = room;
    }
    s->runs[s->run_count] = (struct run){0};
    s->run_total++;
    return &s->runs[s->run_count++];
}

static int spill(struct sorter *s, struct fault *f)
{
    if (s->fd < 0 && (s->fd = records_file(f)) < 0)
        return -1;
    sort_memory(s);
    size_t size = RECORD_BYTES + sizeof(struct head);
    char *window = malloc(size);
    struct run *run = window ? add_run(s) : NULL;
    if (!run) {
        free(window);
        return fault_set(f, FAULT_MEMORY);
    }
    run->begin = run->next = s->file_size;
    int failed = write_records(s, window, size, f);
    free(window);
    run->end = s->file_size;
    s->count = s->used = 0;
    s->unordered = false;
    return failed;
}

static int room_for_offset(struct sorter *s, struct fault *f)
{
    if (s->count < s->room)
        return 0;
    size_t room = s->room ? s->room * 2 : 256;
    uint32_t *more = reallocarray(s->offsets, room, sizeof *more);
    if (!more)
        return fault_set(f, FAULT_MEMORY);
    s->offsets = more;
    s->room = room;
    return 0;
}

int sorter_add(struct sorter *s, const char *key, size_t key_len, const void *at, size_t len, struct fault *f)
{
    if (key_len > RECORD_BYTES || len > RECORD_BYTES - key_len)
        return fault_set(f, FAULT_LIMIT, "record", "256 KiB");
    struct head h = {.key_len = (uint32_t)key_len, .len = (uint32_t)len};
    size_t n = sizeof h + key_len + len;
    if (s->size - s->used < n && spill(s, f) < 0)
        return -1;
    if (room_for_offset(s, f) < 0)
        return -1;
    char *to = s->memory + s->used;
    memcpy(to, &h, sizeof h);
    memcpy(to + sizeof h, key, key_len);
    if (len)
        memcpy(to + sizeof h + key_len, at, len);
    if (s->count && !s->unordered && compare_records(s->memory + s->offsets[s->count - 1], to) > 0)
        s->unordered = true;
    s->offsets[s->count++] = (uint32_t)s->used;
    s->used += n;
    return 0;
}

/* ---- merging ---- */

static bool whole_record(const struct run *r)
{
    size_t left = r->filled - r->at;
    return left >= sizeof(struct head) && left >= record_size(r->window + r->at);
}

static bool grow_window(const struct sorter *s, struct run *r)
{
    size_t share = WINDOWS / s->run_total;
    size_t least = share < WINDOW_LEAST ? WINDOW_LEAST : share > WINDOW_MOST ? WINDOW_MOST : share;
    size_t size = r->size ? r->size * 2 : least;
    char *more = realloc(r->window, size);
    if (!more)
        return false;
    r->window = more;
    r->size = size;
    return true;
}

/* Makes the next record of the run stand whole in its window. 1, 0 at the end, -1. */
static int run_fill(struct sorter *s, struct run *r, struct fault *f)
{
    while (!whole_record(r)) {
        if (r->next == r->end && r->at == r->filled)
            return 0;
        if (r->at)
            memmove(r->window, r->window + r->at, r->filled - r->at);
        r->filled -= r->at;
        r->at = 0;
        if (r->filled == r->size && !grow_window(s, r))
            return fault_set(f, FAULT_MEMORY);
        size_t want = r->size - r->filled;
        if ((off_t)want > r->end - r->next)
            want = (size_t)(r->end - r->next);
        ssize_t n = pread(s->fd, r->window + r->filled, want, r->next);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return fault_set(f, FAULT_FILE_READ, n ? reason_of(errno) : "unexpected end");
        r->filled += (size_t)n;
        r->next += n;
    }
    return 1;
}

static bool before(const struct run *a, const struct run *b)
{
    return compare_records(a->window + a->at, b->window + b->at) < 0;
}

static void sink(struct sorter *s, size_t i)
{
    for (;;) {
        size_t least = i, left = 2 * i + 1, right = left + 1;
        if (left < s->run_count && before(&s->runs[left], &s->runs[least]))
            least = left;
        if (right < s->run_count && before(&s->runs[right], &s->runs[least]))
            least = right;
        if (least == i)
            return;
        struct run t = s->runs[i];
        s->runs[i] = s->runs[least];
        s->runs[least] = t;
        i = least;
    }
}

/* Puts the run at the root in its place, or takes it out when it has no more records. */
static int settle_root(struct sorter *s, struct fault *f)
{
    int got = run_fill(s, &s->runs[0], f);
    if (got < 0)
        return -1;
    if (!got) {
        struct run over = s->runs[0];
        s->runs[0] = s->runs[--s->run_count];
        s->runs[s->run_count] = over;
    }
    sink(s, 0);
    return 0;
}

static int make_heap(struct sorter *s, struct fault *f)
{
    for (size_t i = 0; i < s->run_count; i++)
        if (run_fill(s, &s->runs[i], f) < 0)
            return -1;
    for (size_t i = s->run_count; i-- > 0;)
        sink(s, i);
    return 0;
}

static int start_merge(struct sorter *s, struct fault *f)
{
    s->reading = true;
    if (!s->run_count) {
        sort_memory(s);
        return 0;
    }
    if (s->count && spill(s, f) < 0)
        return -1;
    free(s->memory);
    s->memory = NULL;
    return make_heap(s, f);
}

int sorter_rewind(struct sorter *s, struct fault *f)
{
    if (!s->reading || s->memory) {
        s->given = 0;
        return 0;
    }
    s->started = false;
    s->run_count = s->run_total;
    for (size_t i = 0; i < s->run_count; i++) {
        s->runs[i].next = s->runs[i].begin;
        s->runs[i].at = s->runs[i].filled = 0;
    }
    return make_heap(s, f);
}

int sorter_next(struct sorter *s, struct sorted *out, struct fault *f)
{
    if (!s->reading && start_merge(s, f) < 0)
        return -1;
    if (s->memory) {
        if (s->given == s->count)
            return 0;
        *out = record_at(s->memory + s->offsets[s->given++]);
        return 1;
    }
    if (s->started && s->run_count) {
        s->runs[0].at += record_size(s->runs[0].window + s->runs[0].at);
        if (settle_root(s, f) < 0)
            return -1;
    }
    s->started = true;
    if (!s->run_count)
        return 0;
    *out = record_at(s->runs[0].window + s->runs[0].at);
    return 1;
}
