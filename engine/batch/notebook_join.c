#include "batch/notebook_join.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/reason.h"

enum { MEMORY = 4 * 1024 * 1024, PENDING = 64 * 1024 };

void join_formats_read(const char *names, struct join_formats *out)
{
    out->count = 0;
    while (*names && out->count < POOL_PARTS) {
        char name[64];
        size_t n = strcspn(names, ","), kept = n < sizeof name ? n : sizeof name - 1;
        memcpy(name, names, kept);
        name[kept] = '\0';
        out->at[out->count++] = report_format_named(name);
        names += n + (names[n] == ',');
    }
}

/* ---- reading a journal ---- */

/* Entries at or behind `finished` were not put in place as a group. */
static int read_journal(int fd, off_t finished, int (*take)(void *context, const struct entry *e, bool done, struct fault *f),
                        void *context, struct fault *f)
{
    struct frame_reader r;
    struct frame frame;
    struct entry e;
    int got = 0, result = 0;
    if (frame_reader_init(&r, fd) < 0)
        return fault_set(f, FAULT_MEMORY);
    while (result == 0 && (got = frame_next(&r, &frame)) > 0)
        if (frame.type == FRAME_ENTRY && entry_read(frame.at, frame.len, &e))
            result = take(context, &e, frame.place < finished, f);
    if (got < 0)
        result = fault_set(f, FAULT_OUTPUT, reason_of(errno));
    frame_reader_free(&r);
    return result;
}

/* Reads the head; *finished: where the last mark stands. False when there is no whole head. */
static bool scan_journal(int fd, struct known_head *head, off_t *finished)
{
    struct frame_reader r;
    struct frame frame;
    *finished = 0;
    if (frame_reader_init(&r, fd) < 0)
        return false;
    bool good = frame_next(&r, &frame) > 0 && known_head_read(&frame, head);
    while (good && frame_next(&r, &frame) > 0)
        if (frame.type == FRAME_DONE)
            *finished = frame.place;
    frame_reader_free(&r);
    return good;
}

/* ---- writing ---- */

struct join {
    struct output *output;
    struct known *old;
    struct sorter *journal;     /* framed entries by key */
    struct sorter *spoiled;
    struct buffer out;
    bool old_counts;            /* its entries may still be used */
    bool only_kept;
    struct sorted bad;          /* the next of the spoiled ones */
    bool more_bad;
    char last[DISCOVER_PATH];   /* the key that was written last */
    size_t last_len;
};

static int add_framed(void *context, const struct entry *e, bool done, struct fault *f)
{
    struct sorter *to = context;
    struct entry own = *e;
    struct buffer b;
    own.usable = e->usable && done;
    buffer_init(&b, FRAME_MOST + FRAME_HEAD_BYTES);
    entry_write(&own, &b);
    int result = b.failed ? fault_set(f, FAULT_MEMORY) : sorter_add(to, e->key, e->key_len, b.at, b.len, f);
    buffer_free(&b);
    return result;
}

static int drain(struct join *j, size_t most, struct fault *f)
{
    if (j->out.failed)
        return fault_set(f, FAULT_MEMORY);
    if (j->out.len <= most)
        return 0;
    int result = output_add(j->output, j->out.at, j->out.len, f);
    buffer_clear(&j->out);
    return result;
}

/* True if the key is one of the spoiled, which come in the same order. */
static int is_spoiled(struct join *j, const struct entry *e, struct fault *f)
{
    int order = 1;
    while (j->more_bad && (order = entry_key_compare(j->bad.key, j->bad.key_len, e->key, e->key_len)) < 0) {
        int got = sorter_next(j->spoiled, &j->bad, f);
        if (got < 0)
            return -1;
        j->more_bad = got > 0;
    }
    return j->more_bad && order == 0;
}

static int put(struct join *j, struct entry *e, bool usable, struct fault *f)
{
    int spoiled = is_spoiled(j, e, f);
    if (spoiled < 0)
        return -1;
    /* One path twice, because arguments overlap: it is not clear which is which. */
    bool again = j->last_len == e->key_len && memcmp(j->last, e->key, e->key_len) == 0;
    e->usable = e->usable && usable && !spoiled && !again;
    memcpy(j->last, e->key, e->key_len);
    j->last_len = e->key_len;
    entry_write(e, &j->out);
    return drain(j, PENDING, f);
}

/* The next of the old ones that is to be written. */
static int next_old(struct join *j, struct entry *e)
{
    bool kept;
    int got = 0;
    while (j->old && (got = known_next(j->old, e, &kept)) > 0)
        if (kept || !j->only_kept)
            return 1;
    return got > 0 ? 1 : 0; /* a damaged file ends early */
}

static int next_new(struct join *j, struct entry *e, struct fault *f)
{
    struct sorted s;
    int got = sorter_next(j->journal, &s, f);
    return got > 0 && !entry_read(s.at + FRAME_HEAD_BYTES, s.len - FRAME_HEAD_BYTES, e) ? fault_set(f, FAULT_FILE_READ, "journal")
                                                                                        : got;
}

static int merge(struct join *j, struct fault *f)
{
    struct entry old, new;
    int more_old = next_old(j, &old), more_new = next_new(j, &new, f);
    while (more_old > 0 || more_new > 0) {
        int order = !more_old ? 1 : more_new <= 0 ? -1 : entry_key_compare(old.key, old.key_len, new.key, new.key_len);
        if (more_new < 0 || put(j, order < 0 ? &old : &new, order >= 0 || j->old_counts, f) < 0)
            return -1;
        if (order <= 0)
            more_old = next_old(j, &old);
        if (order >= 0)
            more_new = next_new(j, &new, f);
    }
    return more_new;
}

static int write_known(struct join *j, const struct known_head *head, struct fault *f)
{
    int got = sorter_next(j->spoiled, &j->bad, f);
    j->more_bad = got > 0;
    if (got < 0 || output_begin(j->output, KNOWN_FILE, f) < 0)
        return -1;
    buffer_init(&j->out, PENDING + 2 * FRAME_MOST);
    known_head_write(head, &j->out);
    if (j->old)
        known_rewind(j->old);
    int result = merge(j, f);
    frame_write(&j->out, FRAME_DONE, "", 0);
    if (result == 0)
        result = drain(j, 0, f);
    buffer_free(&j->out);
    return result < 0 ? -1 : output_end(j->output, f);
}

int join_known(struct output *o, struct known *old, int journal, struct sorter *spoiled, const struct known_head *head,
               struct fault *f)
{
    struct join *j = calloc(1, sizeof *j);
    if (!j)
        return fault_set(f, FAULT_MEMORY);
    *j = (struct join){.output = o, .old = old, .journal = sorter_new(MEMORY), .spoiled = spoiled, .old_counts = true,
                       .only_kept = true, .last_len = SIZE_MAX};
    int result = -1;
    if (!j->journal)
        fault_set(f, FAULT_MEMORY);
    else if (read_journal(journal, INT64_MAX, add_framed, j->journal, f) == 0)
        result = write_known(j, head, f);
    sorter_free(j->journal);
    free(j);
    return result;
}

/* ---- what a run left that did not come to its end ---- */

/* Keys by id, so that ids with more than one key are found. */
static int add_id(void *context, const struct entry *e, bool done, struct fault *f)
{
    (void)done;
    return e->kind == ENTRY_PLAIN ? 0 : sorter_add(context, e->id, strlen(e->id) + 1, e->key, e->key_len, f);
}

static int spoil_twins(struct sorter *ids, struct sorter *spoiled, struct fault *f)
{
    struct sorted s;
    char id[RECORD_BYTES / 16] = "", key[DISCOVER_PATH];
    size_t key_len = 0;
    bool any = false;
    int got;
    while ((got = sorter_next(ids, &s, f)) > 0) {
        bool same = any && strncmp(id, s.key, sizeof id - 1) == 0;
        if (same && entry_key_compare(key, key_len, s.at, s.len) != 0 &&
            (sorter_add(spoiled, key, key_len, NULL, 0, f) < 0 || sorter_add(spoiled, s.at, s.len, NULL, 0, f) < 0))
            return -1;
        any = true;
        strncpy(id, s.key, sizeof id - 1);
        key_len = s.len < sizeof key ? s.len : sizeof key;
        memcpy(key, s.at, key_len);
    }
    return got;
}

/* Two suppliers with one id have one report, which is that of either: neither counts. */
static int find_twins(struct join *j, int journal, struct fault *f)
{
    struct sorter *ids = sorter_new(MEMORY);
    struct entry e;
    bool kept;
    int result = ids ? read_journal(journal, 0, add_id, ids, f) : fault_set(f, FAULT_MEMORY);
    if (j->old)
        known_rewind(j->old);
    while (result == 0 && j->old && known_next(j->old, &e, &kept) > 0)
        result = add_id(ids, &e, true, f);
    if (result == 0)
        result = spoil_twins(ids, j->spoiled, f);
    sorter_free(ids);
    return result;
}

static bool same_basis(const struct known_head *a, const struct known_head *b)
{
    return memcmp(&a->basis, &b->basis, sizeof a->basis) == 0 && memcmp(&a->build, &b->build, sizeof a->build) == 0 &&
           a->shard == b->shard && a->shards == b->shards;
}

/* Formats of the old run of which reports may still be there are named behind those of the new one. */
static void add_formats(struct known_head *head, const struct known_head *old)
{
    struct join_formats formats;
    size_t len = strlen(head->formats);
    join_formats_read(old->formats, &formats);
    for (size_t i = 0; i < formats.count; i++) {
        const char *name = formats.at[i] ? formats.at[i]->name : NULL;
        size_t n = name ? strlen(name) : 0;
        if (!n || strstr(head->formats, name) || len + n + 2 > sizeof head->formats)
            continue;
        head->formats[len] = ',';
        memcpy(head->formats + len + 1, name, n + 1);
        len += n + 1;
    }
}

int join_left(struct output *o, struct known *old, int journal, struct fault *f)
{
    struct known_head head;
    off_t finished;
    if (!scan_journal(journal, &head, &finished))
        return 0;
    struct join *j = calloc(1, sizeof *j);
    if (!j)
        return fault_set(f, FAULT_MEMORY);
    *j = (struct join){.output = o, .old = old, .journal = sorter_new(MEMORY), .spoiled = sorter_new(0), .last_len = SIZE_MAX,
                       .old_counts = old && !head.full && same_basis(&head, known_head(old))};
    if (old && !same_basis(&head, known_head(old)))
        add_formats(&head, known_head(old));
    head.complete = 0;
    int result = -1;
    if (!j->journal || !j->spoiled)
        fault_set(f, FAULT_MEMORY);
    else if (find_twins(j, journal, f) == 0 && read_journal(journal, finished, add_framed, j->journal, f) == 0)
        result = write_known(j, &head, f) < 0 ? -1 : 1;
    sorter_free(j->journal);
    sorter_free(j->spoiled);
    free(j);
    return result;
}
