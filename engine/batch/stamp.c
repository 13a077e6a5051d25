#include "batch/stamp.h"

#include <dirent.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <stdio.h>
#include <string.h>
#include <sys/vfs.h>
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

/* Of one name, which ends with NUL or '/'. */
static uint64_t mix_name(uint64_t h, const char *name)
{
    for (; *name && *name != '/'; name++)
        h = (h ^ (unsigned char)*name) * UINT64_C(0x100000001B3); /* FNV-1a */
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

#define TOP UINT64_C(0xCBF29CE484222325) /* FNV-1a of nothing */

struct walk {
    struct stamp sum;
    int entries;
    struct stamp_names *names;  /* NULL: not wanted */
    bool full;                  /* there are more than it has room for */
};

/* Where the walk is: the path in the folder that it began in. */
struct place {
    const struct place *above;
    const char *name;
    uint64_t hash;
    int depth;
};

static void walk_folder(struct walk *w, int fd, const struct place *at);

static void add(struct stamp *sum, const struct stat *s, uint64_t path)
{
    struct stamp t = seeded(s, path);
    sum->a += t.a;
    sum->b += t.b;
    sum->unsettled |= t.unsettled;
}

/* Puts the path of a place behind the names, '/' between its parts. False when there is no room. */
static bool put_path(struct stamp_names *names, const struct place *at)
{
    if (at->above->name) {
        if (!put_path(names, at->above))
            return false;
        names->at[names->len - 1] = '/';
    }
    size_t n = strlen(at->name) + 1;
    if (n > sizeof names->at - names->len)
        return false;
    memcpy(names->at + names->len, at->name, n);
    names->len += n;
    return true;
}

static void walk_entry(struct walk *w, int fd, const char *name, const struct place *above)
{
    struct stat s;
    struct place at = {.above = above, .name = name, .hash = mix_name(above->hash, name), .depth = above->depth + 1};
    if (++w->entries > 2 * LOAD_FILES || fstatat(fd, name, &s, AT_SYMLINK_NOFOLLOW) < 0) {
        w->sum.unsettled = true;
        return;
    }
    w->full = w->full || (w->names && !put_path(w->names, &at));
    if (!S_ISDIR(s.st_mode)) {
        add(&w->sum, &s, at.hash);
        return;
    }
    int inner = openat(fd, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (inner >= 0 && above->depth < LOAD_FOLDER_DEPTH)
        walk_folder(w, inner, &at);
    else
        w->sum.unsettled = true;
    if (inner >= 0)
        close(inner);
}

static void walk_folder(struct walk *w, int fd, const struct place *at)
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
    add(&w->sum, &s, at->hash);
    for (struct dirent *e; (e = readdir(dir)) && w->entries <= 2 * LOAD_FILES;)
        if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
            walk_entry(w, fd, e->d_name, at);
    closedir(dir);
}

struct stamp stamp_folder(int fd, struct stamp_names *names)
{
    struct walk w = {.names = names};
    const struct place top = {.hash = TOP};
    if (names)
        names->len = 0;
    walk_folder(&w, fd, &top);
    if (names && w.full)
        names->len = 0;
    return w.sum;
}

/* ---- by names that are known ---- */

static uint64_t hash_path(const char *path)
{
    uint64_t h = TOP;
    for (const char *name = path; name; name = (name = strchr(name, '/')) ? name + 1 : NULL)
        h = mix_name(h, name);
    return h;
}

/* Adds one file or folder; false when it does not tell what is in it. */
static bool add_named(struct stamp *sum, int parent, const char *path, dev_t device, uint64_t hash)
{
    struct stat s;
    if (fstatat(parent, path, &s, AT_SYMLINK_NOFOLLOW) < 0 || s.st_dev != device)
        return false;
    add(sum, &s, hash);
    return true;
}

struct stamp stamp_named(int parent, const char *name, dev_t device, const char *names, size_t len)
{
    struct stamp sum = {0, 0, false};
    char path[256 + STAMP_NAMES];
    int folder = snprintf(path, sizeof path, "%.256s", name);
    bool good = folder < 256 && add_named(&sum, parent, name, device, TOP);
    path[folder] = '/';
    for (size_t at = 0, n; good && at < len; at += n) {
        n = strlen(names + at) + 1;
        memcpy(path + folder + 1, names + at, n);
        good = add_named(&sum, parent, path, device, hash_path(names + at));
    }
    if (!good)
        sum = (struct stamp){0, 0, true};
    return sum;
}

bool stamp_tells_names(int fd)
{
    /* Local file systems that keep to POSIX in this. Elsewhere, and over a network, each folder is read. */
    static const long types[] = {EXT4_SUPER_MAGIC, XFS_SUPER_MAGIC, BTRFS_SUPER_MAGIC, TMPFS_MAGIC, OVERLAYFS_SUPER_MAGIC,
                                 F2FS_SUPER_MAGIC};
    struct statfs s;
    if (fstatfs(fd, &s) < 0)
        return false;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (s.f_type == types[i])
            return true;
    return false;
}
