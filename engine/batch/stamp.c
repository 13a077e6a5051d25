#include "batch/stamp.h"

#include <dirent.h>
#include <fcntl.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "documents/load.h"

/* Times of change have the resolution of the kernel's clock tick; where they have whole seconds only, that of the coarsest
 * file system. A file that was changed within this time may be changed again without a trace. */
#define TICK_NS INT64_C(50000000)
#define COARSE_NS INT64_C(2000000000)

static uint64_t mix(uint64_t h, uint64_t word)
{
    h = (h ^ word) * UINT64_C(0xFF51AFD7ED558CCD);
    return h ^ h >> 31;
}

static uint64_t mix_text(uint64_t h, const char *text)
{
    for (; *text; text++)
        h = (h ^ (unsigned char)*text) * UINT64_C(0x100000001B3); /* FNV-1a */
    return mix(h, 0);
}

static bool is_unsettled(const struct stat *s)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    int64_t age_s = (int64_t)now.tv_sec - s->st_ctim.tv_sec;
    if (age_s > 3)
        return false;
    int64_t age = age_s * 1000000000 + now.tv_nsec - s->st_ctim.tv_nsec;
    return age < (s->st_ctim.tv_nsec ? TICK_NS : COARSE_NS);
}

static struct stamp seeded(const struct stat *s, uint64_t seed)
{
    const uint64_t words[] = {s->st_ino, (uint64_t)s->st_size, s->st_mode, (uint64_t)s->st_mtim.tv_sec,
                              (uint64_t)s->st_mtim.tv_nsec, (uint64_t)s->st_ctim.tv_sec, (uint64_t)s->st_ctim.tv_nsec};
    struct stamp t = {mix(seed, 1), mix(seed, 2), is_unsettled(s)};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        t.a = mix(t.a, words[i]);
        t.b = mix(t.b, words[i] + 0x9E3779B97F4A7C15);
    }
    return t;
}

struct stamp stamp_of(const struct stat *s)
{
    return seeded(s, 0);
}

/* ---- folders ---- */

struct walk {
    struct stamp sum;
    int entries;
};

static void walk_folder(struct walk *w, int fd, uint64_t path, int depth);

static void add(struct walk *w, const struct stat *s, uint64_t path)
{
    struct stamp t = seeded(s, path);
    w->sum.a += t.a;
    w->sum.b += t.b;
    w->sum.unsettled |= t.unsettled;
}

static void walk_entry(struct walk *w, int fd, const char *name, uint64_t path, int depth)
{
    struct stat s;
    path = mix_text(path, name);
    if (++w->entries > 2 * LOAD_FILES || fstatat(fd, name, &s, AT_SYMLINK_NOFOLLOW) < 0) {
        w->sum.unsettled = true;
        return;
    }
    if (!S_ISDIR(s.st_mode)) {
        add(w, &s, path);
        return;
    }
    int inner = openat(fd, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (inner >= 0 && depth < LOAD_FOLDER_DEPTH)
        walk_folder(w, inner, path, depth + 1);
    else
        w->sum.unsettled = true;
    if (inner >= 0)
        close(inner);
}

static void walk_folder(struct walk *w, int fd, uint64_t path, int depth)
{
    struct stat s;
    int own = openat(fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *dir = own < 0 ? NULL : fdopendir(own);
    if (!dir || fstat(own, &s) < 0) {
        w->sum.unsettled = true;
        if (dir)
            closedir(dir);
        else if (own >= 0)
            close(own);
        return;
    }
    add(w, &s, path);
    for (struct dirent *e; (e = readdir(dir)) && w->entries <= 2 * LOAD_FILES;)
        if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
            walk_entry(w, fd, e->d_name, path, depth);
    closedir(dir);
}

struct stamp stamp_folder(int fd)
{
    struct walk w = {{0, 0, false}, 0};
    walk_folder(&w, fd, UINT64_C(0xCBF29CE484222325), 0);
    return w.sum;
}
