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
#include "batch/stage.h"

enum { RUN_NAME = 64, RUN_FILES = 64, OWNER_BYTES = 128, EARLY_BYTES = 8 * 1024 * 1024 };

struct output {
    char *path;             /* as the user named it, for messages */
    int folder, suppliers, lock;
    uint64_t entries;
    struct stage *stage;    /* of the reports of suppliers */
    int run;                /* the report of the run while it is written, else -1 */
    off_t written, early;   /* of it: bytes, and how many the disk was asked to begin with */
    char run_names[RUN_FILES][RUN_NAME]; /* of those written; they are put in place at the end */
    size_t run_count;
    bool adopted;           /* some of them are another process's: there are many suppliers */
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
    char owner[OWNER_BYTES];
    ssize_t n = pread(o->lock, owner, sizeof owner - 1, 0);
    owner[n > 0 ? n : 0] = '\0';
    owner[strcspn(owner, "\n")] = '\0';
    fault_set(f, FAULT_OUTPUT_LOCKED, *owner ? owner : "?");
    fault_where(f, o->path, 0);
}

/* The lock goes with the process that holds it, however it ends; the file stays, for removing it would let in two. */
static int take_lock(struct output *o, struct fault *f)
{
    o->lock = openat(o->folder, OUTPUT_LOCK, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (o->lock < 0)
        return failed(o, f, OUTPUT_LOCK);
    if (flock(o->lock, LOCK_EX | LOCK_NB) < 0) {
        if (errno != EWOULDBLOCK)
            return failed(o, f, OUTPUT_LOCK);
        say_holder(o, f);
        return -1;
    }
    char owner[OWNER_BYTES], host[65] = "?";
    gethostname(host, sizeof host - 1);
    int len = snprintf(owner, sizeof owner, "%ld@%s\n", (long)getpid(), host);
    ssize_t n = -1;
    if (ftruncate(o->lock, 0) == 0)
        do
            n = pwrite(o->lock, owner, (size_t)len, 0);
        while (n < 0 && errno == EINTR);
    return n == len ? 0 : failed(o, f, OUTPUT_LOCK);
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
    if (!o->path)
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
    free(o->path);
    free(o);
}

/* ---- reports ---- */

int output_supplier(struct output *o, const char *base, const char *extension, const char *at, size_t len,
                    struct fault *f)
{
    char name[REPORT_NAME + 32];
    snprintf(name, sizeof name, "%s.%s", base, extension);
    return stage_report(o->stage, name, at, len, f);
}

int output_folder(const struct output *o)
{
    return o->folder;
}

int output_suppliers(const struct output *o)
{
    return o->suppliers;
}

int output_lock(const struct output *o)
{
    return o->lock;
}

uint64_t output_entries(const struct output *o)
{
    return o->entries;
}

void output_keep_journal(struct output *o, int journal)
{
    stage_keep_journal(o->stage, journal);
}

int output_remove(struct output *o, bool supplier, const char *base, const char *extension, struct fault *f)
{
    char name[REPORT_NAME + 32];
    snprintf(name, sizeof name, "%s.%s", base, extension);
    if (unlinkat(supplier ? o->suppliers : o->folder, name, 0) < 0 && errno != ENOENT)
        return failed(o, f, name);
    return 0;
}

int output_entry(struct output *o, const char *at, size_t len, struct fault *f)
{
    o->entries++;
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

int output_begin(struct output *o, const char *name, struct fault *f)
{
    char temporary[RUN_NAME + 16];
    if (o->run_count == RUN_FILES)
        return fault_set(f, FAULT_LIMIT, "run", "64");
    snprintf(o->run_names[o->run_count], RUN_NAME, "%s", name);
    run_temporary(name, temporary);
    o->run = openat(o->folder, temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (o->run < 0)
        return failed(o, f, name);
    o->run_count++;
    o->written = o->early = 0;
    return 0;
}

int output_adopt(struct output *o, const char *name, struct fault *f)
{
    if (o->run_count == RUN_FILES)
        return fault_set(f, FAULT_LIMIT, "run", "64");
    snprintf(o->run_names[o->run_count++], RUN_NAME, "%s", name);
    o->adopted = true;
    return 0;
}

int output_run_begin(struct output *o, const char *extension, struct fault *f)
{
    char name[RUN_NAME];
    snprintf(name, sizeof name, "run.%s", extension);
    return output_begin(o, name, f);
}

/* The disk begins while the rest is made. That it was asked means nothing: output_finish sees to it that all is there. */
static void begin_early(struct output *o)
{
    if (o->written - o->early < EARLY_BYTES)
        return;
    sync_file_range(o->run, o->early, o->written - o->early, SYNC_FILE_RANGE_WRITE);
    o->early = o->written;
}

int output_add(struct output *o, const char *at, size_t len, struct fault *f)
{
    while (len) {
        ssize_t n = write(o->run, at, len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return failed(o, f, o->run_names[o->run_count - 1]);
        at += n;
        len -= (size_t)n;
        o->written += n;
    }
    begin_early(o);
    return 0;
}

int output_end(struct output *o, struct fault *f)
{
    const char *name = o->run_names[o->run_count - 1];
    int closed = close(o->run);
    o->run = -1;
    if (closed < 0 && errno != EINTR)
        return failed(o, f, name);
    return 0;
}

void output_drop(struct output *o)
{
    close_fd(o->run);
    o->run = -1;
    drop_run(o, o->run_names[--o->run_count]);
}

static int sync_run(const struct output *o, const char *name, struct fault *f)
{
    char temporary[RUN_NAME + 16];
    run_temporary(name, temporary);
    int fd = openat(o->folder, temporary, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    int failing = fd < 0 || fsync(fd) < 0 ? failed(o, f, name) : 0;
    close_fd(fd);
    return failing;
}

/* All at once; but with many suppliers that would write the temporary files of the run to the disk, too. */
static int make_durable(const struct output *o, struct fault *f)
{
    if (!o->adopted)
        return syncfs(o->folder) < 0 ? failed(o, f, NULL) : 0;
    for (size_t i = 0; i < o->run_count; i++)
        if (sync_run(o, o->run_names[i], f) < 0)
            return -1;
    return 0;
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
    return 0;
}

int output_names(struct output *o, struct fault *f)
{
    return fsync(o->folder) < 0 ? failed(o, f, NULL) : 0;
}

int output_finish(struct output *o, struct fault *f)
{
    if (output_flush(o, f) < 0)
        return -1;
    if (make_durable(o, f) < 0)
        return -1;
    if (put_in_place(o, f) < 0)
        return -1;
    return output_names(o, f);
}
