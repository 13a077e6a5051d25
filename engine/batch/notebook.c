#include "batch/notebook.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/reason.h"
#include "batch/notebook_join.h"

struct notebook {
    struct output *output;
    struct known_head head;
    struct known *known;
    bool usable;            /* what is known may be used */
    bool look;              /* the folder of reports was changed: each report is looked for */
    int journal;
    struct sorter *spoiled; /* keys of entries */
};

static int failed(struct fault *f, const char *name, int number)
{
    fault_set(f, FAULT_OUTPUT, reason_of(number));
    fault_where(f, name, 0);
    return -1;
}

/* ---- what was left ---- */

/* Joins a journal that was left with what was known. */
static int take_left(struct notebook *n, struct fault *f)
{
    int folder = output_folder(n->output);
    int fd = openat(folder, JOURNAL_FILE, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return errno == ENOENT ? 0 : failed(f, JOURNAL_FILE, errno);
    struct known *old = known_open(folder, f);
    int result = f->id ? -1 : join_left(n->output, old, fd, f);
    known_free(old);
    close(fd);
    if (result > 0)
        result = output_finish(n->output, f);
    if (result == 0)
        unlinkat(folder, JOURNAL_FILE, 0);
    return result;
}

static int start_journal(struct notebook *n, struct fault *f)
{
    struct buffer b;
    n->journal = openat(output_folder(n->output), JOURNAL_FILE,
                        O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (n->journal < 0)
        return failed(f, JOURNAL_FILE, errno);
    buffer_init(&b, 4096);
    known_head_write(&n->head, &b);
    int result = b.failed ? fault_set(f, FAULT_MEMORY) : frame_append(n->journal, b.at, b.len, f);
    buffer_free(&b);
    output_keep_journal(n->output, n->journal);
    return result;
}

static bool same_basis(const struct known_head *a, const struct known_head *b)
{
    return memcmp(&a->basis, &b->basis, sizeof a->basis) == 0 && memcmp(&a->build, &b->build, sizeof a->build) == 0 &&
           a->shard == b->shard && a->shards == b->shards;
}

static struct stamp reports_stamp(const struct notebook *n)
{
    struct stat s;
    struct stamp none = {0, 0, true};
    return fstat(output_suppliers(n->output), &s) == 0 ? stamp_of(&s) : none;
}

static int check_resume(const struct notebook *n, struct fault *f)
{
    const struct known_head *h = n->known ? known_head(n->known) : NULL;
    if (!h || h->complete)
        return fault_set(f, FAULT_RESUME_NOTHING);
    if (!same_basis(h, &n->head) || h->as_of != n->head.as_of)
        return fault_set(f, FAULT_RESUME_DIFFERS);
    return 0;
}

static int open_known(struct notebook *n, bool full, bool resume, struct fault *f)
{
    if (take_left(n, f) < 0)
        return -1;
    n->known = known_open(output_folder(n->output), f);
    if (f->id || (resume && check_resume(n, f) < 0))
        return -1;
    struct stamp reports = reports_stamp(n);
    n->usable = n->known && !full && same_basis(known_head(n->known), &n->head);
    n->look = n->usable && !stamp_same(&reports, &known_head(n->known)->reports);
    n->head.full = full;
    return start_journal(n, f);
}

struct notebook *notebook_open(struct output *o, const struct known_head *head, bool full, bool resume, struct fault *f)
{
    struct notebook *n = calloc(1, sizeof *n);
    if (!n) {
        fault_set(f, FAULT_MEMORY);
        return NULL;
    }
    *n = (struct notebook){.output = o, .head = *head, .journal = -1, .spoiled = sorter_new(0)};
    if (!n->spoiled)
        fault_set(f, FAULT_MEMORY);
    else if (open_known(n, full, resume, f) == 0)
        return n;
    notebook_free(n);
    return NULL;
}

void notebook_free(struct notebook *n)
{
    if (!n)
        return;
    output_keep_journal(n->output, -1);
    if (n->journal >= 0)
        close(n->journal);
    known_free(n->known);
    sorter_free(n->spoiled);
    free(n);
}

struct known *notebook_known(struct notebook *n)
{
    return n->usable ? n->known : NULL;
}

bool notebook_has_reports(const struct notebook *n, const struct entry *e)
{
    char base[REPORT_NAME], name[REPORT_NAME + 32];
    struct join_formats formats;
    if (!n->look)
        return true;
    report_base_name(e->id, base);
    join_formats_read(n->head.formats, &formats);
    for (size_t i = 0; i < formats.count && i + 1 < e->part_count; i++) {
        struct stat s;
        if (!formats.at[i] || formats.at[i]->begin || !e->sizes[i + 1])
            continue;
        snprintf(name, sizeof name, "%s.%s", base, formats.at[i]->extension);
        if (fstatat(output_suppliers(n->output), name, &s, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(s.st_mode) ||
            (uint64_t)s.st_size != e->sizes[i + 1])
            return false;
    }
    return true;
}

int notebook_spoil(struct notebook *n, const char *path, struct fault *f)
{
    struct entry_key key;
    entry_key(&key, path);
    return sorter_add(n->spoiled, key.at, key.len, NULL, 0, f);
}

int notebook_finish(struct notebook *n, struct fault *f)
{
    int fd = openat(output_folder(n->output), JOURNAL_FILE, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return failed(f, JOURNAL_FILE, errno);
    int result = join_stale(n->output, n->known, fd, output_entries(n->output), &n->head, f);
    n->head.complete = 1;
    n->head.full = 0;
    n->head.reports = reports_stamp(n);
    if (result == 0)
        result = join_known(n->output, n->known, fd, n->spoiled, &n->head, f);
    close(fd);
    return result;
}

void notebook_over(struct notebook *n)
{
    unlinkat(output_folder(n->output), JOURNAL_FILE, 0);
}

static int head_of(int folder, const char *name, struct known_head *out)
{
    struct frame_reader r;
    struct frame frame;
    int fd = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return -1;
    bool good = frame_reader_init(&r, fd) == 0 && frame_next(&r, &frame) > 0 && known_head_read(&frame, out);
    frame_reader_free(&r);
    close(fd);
    return good ? 0 : -1;
}

int notebook_resume_day(const char *out, day *as_of, struct fault *f)
{
    struct known_head head;
    int folder = open(out, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool left = folder >= 0 && (head_of(folder, JOURNAL_FILE, &head) == 0 ||
                                (head_of(folder, KNOWN_FILE, &head) == 0 && !head.complete));
    if (folder >= 0)
        close(folder);
    if (!left) {
        fault_set(f, FAULT_RESUME_NOTHING);
        fault_where(f, out, 0);
        return -1;
    }
    *as_of = head.as_of;
    return 0;
}
