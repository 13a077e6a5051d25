#include "batch/stage.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/reason.h"
#include "batch/frame.h"
#include "batch/syncer.h"

#define ASIDE ".kijun-staged"

/* A group ends with the first of these. */
enum {
    GROUP_FILES = 2048,
    GROUP_BYTES = 32 * 1024 * 1024,
    GROUP_ENTRIES = 8192,
    GROUP_JOURNAL = 3 * 1024 * 1024,
    GROUP_MS = 500,
    NAMES_BYTES = (GROUP_FILES + 64) * STAGE_NAME,
    JOURNAL_BYTES = 2 * GROUP_JOURNAL
};

struct group {
    char letter;            /* begins the names of its files aside */
    struct buffer names;    /* of its reports, each with its NUL; the file aside is called by its index */
    struct buffer entries;
    size_t files, bytes, count;
    int64_t since;          /* ms; of the first supplier */
};

/* What the closed group waits for. */
enum state { STATE_NONE, STATE_DATA, STATE_NAMES };

struct stage {
    const char *shown;
    int folder, aside, suppliers, journal;
    struct syncer syncer;
    struct group groups[2];
    struct group *open, *closed;
    enum state state;
};

static int64_t now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static int failed(const struct stage *s, struct fault *f, const char *name, int number)
{
    char shown[FAULT_PLACE_SIZE];
    fault_set(f, FAULT_OUTPUT, reason_of(number));
    snprintf(shown, sizeof shown, "%s/%s", s->shown, name);
    fault_where(f, shown, 0);
    return -1;
}

/* ---- the folder aside ---- */

static void clear_aside(const struct stage *s)
{
    int fd = dup(s->aside);
    DIR *dir = fd < 0 ? NULL : fdopendir(fd);
    if (!dir) {
        if (fd >= 0)
            close(fd);
        return;
    }
    rewinddir(dir);
    for (struct dirent *e; (e = readdir(dir));)
        if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
            unlinkat(s->aside, e->d_name, 0);
    closedir(dir);
}

static int open_aside(struct stage *s, struct fault *f)
{
    if (mkdirat(s->folder, ASIDE, 0777) < 0 && errno != EEXIST)
        return failed(s, f, ASIDE, errno);
    s->aside = openat(s->folder, ASIDE, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (s->aside < 0)
        return failed(s, f, ASIDE, errno);
    clear_aside(s);
    return 0;
}

static void group_init(struct group *g, char letter)
{
    g->letter = letter;
    buffer_init(&g->names, NAMES_BYTES);
    buffer_init(&g->entries, JOURNAL_BYTES);
}

static void group_clear(struct group *g)
{
    buffer_clear(&g->names);
    buffer_clear(&g->entries);
    g->files = g->bytes = g->count = 0;
}

struct stage *stage_new(int folder, int suppliers, const char *shown, struct fault *f)
{
    struct stage *s = calloc(1, sizeof *s);
    if (!s) {
        fault_set(f, FAULT_MEMORY);
        return NULL;
    }
    *s = (struct stage){.shown = shown, .folder = folder, .aside = -1, .suppliers = suppliers, .journal = -1};
    syncer_init(&s->syncer, suppliers);
    group_init(&s->groups[0], 'a');
    group_init(&s->groups[1], 'b');
    s->open = &s->groups[0];
    s->closed = &s->groups[1];
    if (open_aside(s, f) == 0)
        return s;
    stage_free(s);
    return NULL;
}

void stage_free(struct stage *s)
{
    if (!s)
        return;
    syncer_free(&s->syncer);
    if (s->aside >= 0) {
        clear_aside(s);
        close(s->aside);
        unlinkat(s->folder, ASIDE, AT_REMOVEDIR);
    }
    for (size_t i = 0; i < 2; i++) {
        buffer_free(&s->groups[i].names);
        buffer_free(&s->groups[i].entries);
    }
    free(s);
}

void stage_keep_journal(struct stage *s, int journal)
{
    s->journal = journal;
}

/* ---- one group ---- */

static void aside_name(const struct group *g, size_t index, char out[32])
{
    snprintf(out, 32, "%c%zu", g->letter, index);
}

static int append(const struct stage *s, const char *at, size_t len, struct fault *f)
{
    return s->journal < 0 ? 0 : frame_append(s->journal, at, len, f);
}

static int rename_group(struct stage *s, struct group *g, struct fault *f)
{
    const char *name = g->names.at;
    for (size_t i = 0; i < g->files; i++, name += strlen(name) + 1) {
        char from[32];
        aside_name(g, i, from);
        if (renameat(s->aside, from, s->suppliers, name) != 0)
            return failed(s, f, name, errno);
    }
    return 0;
}

static int mark_done(const struct stage *s, struct fault *f)
{
    struct buffer b;
    char room[64];
    buffer_init_fixed(&b, room, sizeof room);
    frame_write(&b, FRAME_DONE, "", 0);
    return append(s, b.at, b.len, f);
}

/* The closed group goes on; `wait` until it is done. */
static int advance(struct stage *s, bool wait, struct fault *f)
{
    int error;
    while (s->state != STATE_NONE && syncer_answer(&s->syncer, wait, &error)) {
        if (error)
            return s->state = STATE_NONE, failed(s, f, "suppliers", error);
        if (s->state == STATE_NAMES) {
            s->state = STATE_NONE;
            group_clear(s->closed);
            return mark_done(s, f);
        }
        s->state = STATE_NONE;
        if (rename_group(s, s->closed, f) < 0)
            return -1;
        s->state = STATE_NAMES;
        syncer_ask(&s->syncer, SYNC_NAMES);
    }
    return 0;
}

/* The open group is closed and goes to the disk; the one before is waited for. */
static int close_group(struct stage *s, struct fault *f)
{
    if (advance(s, true, f) < 0)
        return -1;
    struct group *g = s->open;
    if (!g->count && !g->files)
        return 0;
    if (g->names.failed || g->entries.failed)
        return fault_set(f, FAULT_MEMORY);
    if (append(s, g->entries.at, g->entries.len, f) < 0)
        return -1;
    s->open = s->closed;
    s->closed = g;
    if (!g->files) { /* nothing to put in place: the marks of later groups make it durable */
        group_clear(g);
        return mark_done(s, f);
    }
    s->state = STATE_DATA;
    syncer_ask(&s->syncer, SYNC_DATA);
    return advance(s, false, f);
}

/* ---- taking ---- */

int stage_report(struct stage *s, const char *name, const char *at, size_t len, struct fault *f)
{
    struct group *g = s->open;
    char to[32];
    if (file_holds(s->suppliers, name, at, len))
        return 0;
    aside_name(g, g->files, to);
    int number = file_create(s->aside, to, at, len);
    if (number)
        return failed(s, f, name, number);
    buffer_add(&g->names, name, strlen(name) + 1);
    g->files++;
    g->bytes += len;
    return g->names.failed ? fault_set(f, FAULT_MEMORY) : 0;
}

int stage_entry(struct stage *s, const char *at, size_t len, struct fault *f)
{
    struct group *g = s->open;
    if (!g->count++)
        g->since = now_ms();
    buffer_add(&g->entries, at, len);
    if (g->files < GROUP_FILES && g->bytes < GROUP_BYTES && g->count < GROUP_ENTRIES && g->entries.len < GROUP_JOURNAL)
        return 0;
    syncer_start(&s->syncer);
    return close_group(s, f);
}

int stage_poll(struct stage *s, struct fault *f)
{
    if (advance(s, false, f) < 0)
        return -1;
    if (s->state != STATE_NONE || !s->open->count || now_ms() - s->open->since < GROUP_MS)
        return 0;
    syncer_start(&s->syncer);
    return close_group(s, f);
}

int stage_flush(struct stage *s, struct fault *f)
{
    if (close_group(s, f) < 0)
        return -1;
    return advance(s, true, f);
}
