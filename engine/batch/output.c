#include "batch/output.h"

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
#include "batch/records.h"
#include "batch/stage.h"

#define LOCK_FILE ".kijun-lock"
#define LIST_FILE ".kijun-reports"
#define LIST_TEMPORARY ".kijun-reports.tmp"
#define SUPPLIERS "suppliers/"

enum { NAMES_MEMORY = 1024 * 1024, NAME_BYTES = sizeof SUPPLIERS + REPORT_NAME + 32, RUN_NAME = 64, RUN_FILES = 64 };

struct output {
    char *path;             /* as the user named it, for messages */
    int folder, suppliers, lock;
    struct sorter *names;   /* of the reports written by this run */
    struct stage *stage;    /* of the reports of suppliers */
    int run;                /* the report of the run while it is written, else -1 */
    char run_names[RUN_FILES][RUN_NAME]; /* of those written; they are put in place at the end */
    size_t run_count;
};

static int failed(const struct output *o, struct fault *f, const char *name)
{
    char shown[FAULT_PLACE_SIZE];
    fault_set(f, FAULT_OUTPUT, reason_of(errno));
    snprintf(shown, sizeof shown, "%s%s%s", o->path, name ? "/" : "", name ? name : "");
    fault_where(f, shown, 0);
    return -1;
}

static void say_holder(struct output *o, struct fault *f)
{
    char pid[32];
    ssize_t n = pread(o->lock, pid, sizeof pid - 1, 0);
    pid[n > 0 ? n : 0] = '\0';
    pid[strspn(pid, "0123456789")] = '\0';
    fault_set(f, FAULT_OUTPUT_LOCKED, *pid ? pid : "?");
    fault_where(f, o->path, 0);
}

/* The lock goes with the process that holds it, however it ends; the file stays, for removing it would let in two. */
static int take_lock(struct output *o, struct fault *f)
{
    o->lock = openat(o->folder, LOCK_FILE, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (o->lock < 0)
        return failed(o, f, LOCK_FILE);
    if (flock(o->lock, LOCK_EX | LOCK_NB) < 0) {
        if (errno != EWOULDBLOCK)
            return failed(o, f, LOCK_FILE);
        say_holder(o, f);
        return -1;
    }
    char pid[32];
    int len = snprintf(pid, sizeof pid, "%ld\n", (long)getpid());
    if (ftruncate(o->lock, 0) < 0 || pwrite(o->lock, pid, (size_t)len, 0) != len)
        return failed(o, f, LOCK_FILE);
    return 0;
}

static int open_folders(struct output *o, struct fault *f)
{
    if (file_make_folder(o->path, f) < 0)
        return -1;
    o->folder = open(o->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (o->folder < 0)
        return failed(o, f, NULL);
    if (take_lock(o, f) < 0)
        return -1;
    if (mkdirat(o->folder, "suppliers", 0777) < 0 && errno != EEXIST)
        return failed(o, f, "suppliers");
    o->suppliers = openat(o->folder, "suppliers", O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    return o->suppliers < 0 ? failed(o, f, "suppliers") : 0;
}

struct output *output_open(const char *path, struct fault *f)
{
    struct output *o = calloc(1, sizeof *o);
    if (!o) {
        fault_set(f, FAULT_MEMORY);
        return NULL;
    }
    o->folder = o->suppliers = o->lock = o->run = -1;
    o->path = strdup(path);
    o->names = sorter_new(NAMES_MEMORY);
    if (!o->path || !o->names)
        fault_set(f, FAULT_MEMORY);
    else if (open_folders(o, f) == 0 && (o->stage = stage_new(o->folder, o->suppliers, o->path, f)))
        return o;
    output_close(o);
    return NULL;
}

static void close_fd(int fd)
{
    if (fd >= 0)
        close(fd);
}

/* Where the report of a run is until all of them are put in place. */
static void run_temporary(const char *name, char out[RUN_NAME + 16])
{
    snprintf(out, RUN_NAME + 16, ".kijun-%s.tmp", name);
}

static void drop_run(const struct output *o, const char *name)
{
    char temporary[RUN_NAME + 16];
    run_temporary(name, temporary);
    unlinkat(o->folder, temporary, 0);
}

void output_close(struct output *o)
{
    if (!o)
        return;
    stage_free(o->stage);
    close_fd(o->run);
    while (o->run_count)
        drop_run(o, o->run_names[--o->run_count]);
    close_fd(o->suppliers);
    close_fd(o->folder);
    close_fd(o->lock);
    sorter_free(o->names);
    free(o->path);
    free(o);
}

/* ---- reports ---- */

static int note_name(struct output *o, const char *folder, const char *name, struct fault *f)
{
    char full[NAME_BYTES];
    int len = snprintf(full, sizeof full, "%s%s", folder, name);
    return sorter_add(o->names, full, (size_t)len, NULL, 0, f);
}

int output_supplier(struct output *o, const char *base, const char *extension, const char *at, size_t len,
                    struct fault *f)
{
    char name[REPORT_NAME + 32];
    snprintf(name, sizeof name, "%s.%s", base, extension);
    if (stage_report(o->stage, name, at, len, f) < 0)
        return -1;
    return note_name(o, SUPPLIERS, name, f);
}

int output_entry(struct output *o, const char *at, size_t len, struct fault *f)
{
    return stage_entry(o->stage, at, len, f);
}

int output_poll(struct output *o, struct fault *f)
{
    return stage_poll(o->stage, f);
}

int output_flush(struct output *o, struct fault *f)
{
    return stage_flush(o->stage, f);
}

int output_run_begin(struct output *o, const char *extension, struct fault *f)
{
    char temporary[RUN_NAME + 16], *name = o->run_names[o->run_count];
    if (o->run_count == RUN_FILES)
        return fault_set(f, FAULT_LIMIT, "run", "64");
    snprintf(name, RUN_NAME, "run.%s", extension);
    run_temporary(name, temporary);
    o->run = openat(o->folder, temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (o->run < 0)
        return failed(o, f, name);
    o->run_count++;
    return 0;
}

int output_run_add(struct output *o, const char *at, size_t len, struct fault *f)
{
    while (len) {
        ssize_t n = write(o->run, at, len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return failed(o, f, o->run_names[o->run_count - 1]);
        at += n;
        len -= (size_t)n;
    }
    return 0;
}

int output_run_end(struct output *o, struct fault *f)
{
    const char *name = o->run_names[o->run_count - 1];
    int closed = close(o->run);
    o->run = -1;
    if (closed < 0 && errno != EINTR)
        return failed(o, f, name);
    return note_name(o, "", name, f);
}

/* ---- the list of reports ---- */

/* Removes a report of an earlier run. The list is not trusted: nothing outside the two folders can be named. */
static int remove_stale(struct output *o, const char *name, struct fault *f)
{
    size_t n = strlen(SUPPLIERS);
    bool below = strncmp(name, SUPPLIERS, n) == 0;
    const char *base = below ? name + n : name;
    if (strchr(base, '/') || base[0] == '.' || (!below && strncmp(base, "run.", 4) != 0))
        return 0;
    if (unlinkat(below ? o->suppliers : o->folder, base, 0) < 0 && errno != ENOENT)
        return failed(o, f, name);
    return 0;
}

/* Two sorted lists walked together: the names of the last run, those of this one. */
struct merge {
    FILE *old, *to;
    char *line;             /* the next old name; NULL at the end */
    size_t size;
    bool keep;              /* names of the last run that are not of this one stay */
};

static void next_old(struct merge *m)
{
    ssize_t n = m->old ? getline(&m->line, &m->size, m->old) : -1;
    if (n <= 0) {
        free(m->line);
        m->line = NULL;
        m->size = 0;
        return;
    }
    if (m->line[n - 1] == '\n')
        m->line[n - 1] = '\0';
}

static int pass_over_old(struct output *o, struct merge *m, const char *until, size_t len, struct fault *f)
{
    while (m->line) {
        size_t n = strlen(m->line);
        int order = until ? memcmp(m->line, until, n < len ? n : len) : -1;
        if (!order)
            order = (n > len) - (n < len);
        if (order > 0)
            return 0;
        if (order < 0 && m->keep)
            fprintf(m->to, "%s\n", m->line);
        else if (order < 0 && remove_stale(o, m->line, f) < 0)
            return -1;
        next_old(m);
    }
    return 0;
}

static int merge_lists(struct output *o, struct merge *m, struct fault *f)
{
    struct sorted s;
    char last[NAME_BYTES] = "";
    int got;
    next_old(m);
    while ((got = sorter_next(o->names, &s, f)) > 0) {
        if (strlen(last) == s.key_len && memcmp(last, s.key, s.key_len) == 0)
            continue; /* written twice: two suppliers with one id */
        memcpy(last, s.key, s.key_len);
        last[s.key_len] = '\0';
        if (pass_over_old(o, m, s.key, s.key_len, f) < 0)
            return -1;
        fprintf(m->to, "%s\n", last);
    }
    return got < 0 ? -1 : pass_over_old(o, m, NULL, 0, f);
}

static FILE *open_stream(struct output *o, const char *name, int flags, const char *mode)
{
    int fd = openat(o->folder, name, flags | O_NOFOLLOW | O_CLOEXEC, 0666);
    FILE *stream = fd < 0 ? NULL : fdopen(fd, mode);
    if (fd >= 0 && !stream)
        close(fd);
    return stream;
}

static int write_list(struct output *o, bool interrupted, struct fault *f)
{
    struct merge m = {.keep = interrupted};
    m.to = open_stream(o, LIST_TEMPORARY, O_WRONLY | O_CREAT | O_TRUNC, "w");
    if (!m.to)
        return failed(o, f, LIST_FILE);
    m.old = open_stream(o, LIST_FILE, O_RDONLY, "r");
    int result = merge_lists(o, &m, f);
    free(m.line);
    if (m.old)
        fclose(m.old);
    bool bad = ferror(m.to) != 0;
    if ((fclose(m.to) != 0 || bad) && !result)
        result = failed(o, f, LIST_FILE);
    if (result)
        unlinkat(o->folder, LIST_TEMPORARY, 0);
    return result;
}

/* Everything is durable under its temporary name; now it gets its own. */
static int put_in_place(struct output *o, struct fault *f)
{
    for (; o->run_count; o->run_count--) {
        char temporary[RUN_NAME + 16], *name = o->run_names[o->run_count - 1];
        run_temporary(name, temporary);
        if (renameat(o->folder, temporary, o->folder, name) < 0)
            return failed(o, f, name);
    }
    if (renameat(o->folder, LIST_TEMPORARY, o->folder, LIST_FILE) < 0)
        return failed(o, f, LIST_FILE);
    return 0;
}

int output_finish(struct output *o, bool interrupted, struct fault *f)
{
    if (output_flush(o, f) < 0 || write_list(o, interrupted, f) < 0)
        return -1;
    if (syncfs(o->folder) < 0)
        return failed(o, f, NULL);
    if (put_in_place(o, f) < 0)
        return -1;
    return fsync(o->folder) < 0 ? failed(o, f, NULL) : 0;
}
