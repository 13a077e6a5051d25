#include "rules/image.h"

#include <errno.h>
#include <fcntl.h>
#include <lua.h>
#include <stdio.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include <utf8proc.h>

#include "base/file.h"
#include "base/hash.h"
#include "rules/ruleset.h"

/* Far from where the system puts programs, libraries and stacks, and in the range of 47 bits that all 64-bit machines of
 * today have. Where it is taken, nothing is kept. */
#define IMAGE_ADDRESS ((uintptr_t)0x200000000000)

#define PROGRAM "/proc/self/exe"

enum {
    IMAGE_BYTES = 48 * 1024 * 1024,
    ASIDE_BYTES = 64 * 1024 * 1024,
    INPUTS = 4096,
    FOLDERS = 16,
    NAME_BYTES = 64,
    PATH_BYTES = 4096,
    SETTLED = 1     /* seconds after which a change of a file shows in its times whatever the clock's grain */
};

struct head {
    _Alignas(max_align_t) char magic[16];
    uint64_t size, check;   /* of the whole image; `check` over all that follows it */
    struct ruleset *set;
    struct input *inputs;
    size_t input_count;
};

static const char magic[16] = "kijun policy 1\n";

/* ---- inputs ---- */

static struct input state_of(const char *path)
{
    struct stat st;
    struct input i = {.path = path};
    if (stat(path, &st) < 0)
        return i;
    i.kind = S_ISDIR(st.st_mode) ? INPUT_FOLDER : INPUT_FILE;
    i.device = st.st_dev;
    i.inode = st.st_ino;
    i.size = (uint64_t)st.st_size;
    i.modified = (int64_t)st.st_mtim.tv_sec * 1000000000 + st.st_mtim.tv_nsec;
    i.changed = (int64_t)st.st_ctim.tv_sec * 1000000000 + st.st_ctim.tv_nsec;
    return i;
}

static bool same_state(const struct input *a, const struct input *b)
{
    return a->kind == b->kind && a->device == b->device && a->inode == b->inode && a->size == b->size &&
           a->modified == b->modified && a->changed == b->changed;
}

void inputs_note(struct inputs *i, const char *path)
{
    if (!i || i->failed)
        return;
    if (!i->at)
        i->at = arena_array(i->arena, INPUTS, sizeof *i->at);
    char *copy = arena_copy(i->arena, path, strlen(path));
    i->failed = !i->at || !copy || i->count == INPUTS;
    if (!i->failed)
        i->at[i->count++] = state_of(copy);
}

static bool unchanged(const struct input *at, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct input now = state_of(at[i].path);
        if (!same_state(&at[i], &now))
            return false;
    }
    return true;
}

/* True if nothing was changed so shortly ago that a further change might not show. */
static bool settled(const struct input *at, size_t count)
{
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    int64_t limit = ((int64_t)t.tv_sec - SETTLED) * 1000000000 + t.tv_nsec;
    for (size_t i = 0; i < count; i++)
        if (at[i].changed > limit || at[i].modified > limit)
            return false;
    return true;
}

/* ---- the file ---- */

/* Tells a broken file from a whole one; who may write the file is another question. */
static uint64_t checksum(const void *from, size_t size)
{
    const unsigned char *at = from;
    uint64_t lanes[4] = {1, 2, 3, 4}, word;
    for (size_t i = 0; i + 32 <= size; i += 32)
        for (int k = 0; k < 4; k++) {
            memcpy(&word, at + i + 8 * k, sizeof word);
            lanes[k] = (lanes[k] ^ word) * UINT64_C(0x9e3779b97f4a7c15);
            lanes[k] ^= lanes[k] >> 29;
        }
    for (size_t i = size & ~(size_t)31; i < size; i++)
        lanes[0] = (lanes[0] ^ at[i]) * UINT64_C(0x100000001b3);
    return lanes[0] + 3 * lanes[1] + 5 * lanes[2] + 7 * lanes[3];
}

static uint64_t check_of(const struct head *h)
{
    size_t start = offsetof(struct head, set);
    return checksum((const char *)h + start, h->size - start);
}

static bool ours(int fd, mode_t type, mode_t others)
{
    struct stat st;
    return fstat(fd, &st) == 0 && (st.st_mode & S_IFMT) == type && st.st_uid == geteuid() && !(st.st_mode & others);
}

/* The folder, opened, if nobody else can write into it; -1. */
static int open_folder(const char *folder)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0 && !ours(fd, S_IFDIR, S_IWGRP | S_IWOTH)) {
        close(fd);
        return -1;
    }
    return fd;
}

/* The name of the image of this policy: whatever is asked for by other words, from elsewhere or with another library
 * has another. */
static bool name_of(const char *policy, const char *const *folders, char out[NAME_BYTES])
{
    char here[PATH_BYTES], program[PATH_BYTES];
    const char *parts[FOLDERS + 5] = {getcwd(here, sizeof here), program, utf8proc_version(), LUA_RELEASE, policy};
    size_t count = 5;
    ssize_t len = readlink(PROGRAM, program, sizeof program - 1);
    program[len > 0 ? len : 0] = '\0';
    for (; *folders; folders++) {
        if (count == FOLDERS + 5)
            return false;
        parts[count++] = *folders;
    }
    if (!parts[0])
        return false;
    struct hash h = hash_parts(parts, count);
    char hex[33];
    hash_hex(&h, hex);
    snprintf(out, NAME_BYTES, "%s.policy", hex);
    return true;
}

static bool inside(const void *at, size_t size, const struct head *h)
{
    uintptr_t p = (uintptr_t)at, start = IMAGE_ADDRESS + sizeof *h, end = IMAGE_ADDRESS + h->size;
    return p % _Alignof(max_align_t) == 0 && p >= start && p <= end && size <= end - p;
}

static bool sound(const struct head *h, size_t size)
{
    return memcmp(h->magic, magic, sizeof magic) == 0 && h->size == size && inside(h->set, sizeof *h->set, h) &&
           h->input_count <= INPUTS && inside(h->inputs, h->input_count * sizeof *h->inputs, h) && h->check == check_of(h);
}

void image_drop(struct image i)
{
    munmap(i.at, i.size);
}

static struct ruleset *map(int fd, size_t size)
{
    void *at = mmap((void *)IMAGE_ADDRESS, size, PROT_READ, MAP_PRIVATE | MAP_FIXED_NOREPLACE | MAP_POPULATE, fd, 0);
    if (at == MAP_FAILED)
        return NULL;
    const struct head *h = at;
    if (at == (void *)IMAGE_ADDRESS && sound(h, size) && unchanged(h->inputs, h->input_count))
        return h->set;
    munmap(at, size);
    return NULL;
}

static struct ruleset *find(int folder, const char *name)
{
    struct stat st;
    struct ruleset *set = NULL;
    int fd = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (fd < 0)
        return NULL;
    if (ours(fd, S_IFREG, S_IRWXG | S_IRWXO) && fstat(fd, &st) == 0 && st.st_size >= (off_t)sizeof(struct head) &&
        st.st_size <= IMAGE_BYTES)
        set = map(fd, (size_t)st.st_size);
    close(fd);
    return set;
}

/* ---- making one ---- */

struct range { uintptr_t first, end; };
enum { RANGES = 2000 };

/* Where anything is in memory now, but for the image. */
static size_t mapped(struct range *out)
{
    size_t count = 0;
    char line[512];
    FILE *f = fopen("/proc/self/maps", "re");
    while (f && count < RANGES && fgets(line, sizeof line, f)) {
        char *rest = line;
        uintptr_t first = strtoull(line, &rest, 16), end = *rest == '-' ? strtoull(rest + 1, NULL, 16) : 0;
        if (end > first && first != IMAGE_ADDRESS)
            out[count++] = (struct range){first, end};
    }
    if (f)
        fclose(f);
    return count;
}

static bool in_ranges(const struct range *ranges, size_t count, uintptr_t word)
{
    for (size_t k = 0; k < count; k++)
        if (word >= ranges[k].first && word < ranges[k].end)
            return true;
    return false;
}

/* True if no word of the image leads out of it. A word that is no pointer may look like one: then nothing is kept. */
static bool closed(const void *at, size_t size)
{
    struct range *ranges = calloc(RANGES, sizeof *ranges);
    size_t count = ranges ? mapped(ranges) : 0;
    bool good = count > 0 && count < RANGES;
    uintptr_t first = UINTPTR_MAX, end = 0;
    for (size_t k = 0; k < count; k++) {
        first = ranges[k].first < first ? ranges[k].first : first;
        end = ranges[k].end > end ? ranges[k].end : end;
    }
    const uintptr_t *words = at;
    for (size_t i = 0; good && i < size / sizeof *words; i++) {
        bool within = words[i] - IMAGE_ADDRESS < size || words[i] < first || words[i] >= end;
        good = within || !in_ranges(ranges, count, words[i]);
    }
    free(ranges);
    return good;
}

/* Loads the policy into a fresh image; its size, 0 when it cannot be kept. What is put aside stays until it is certain
 * that nothing leads there. */
static size_t fill(struct head *h, const char *policy, const char *const *folders)
{
    struct arena *arena = arena_over(h + 1, IMAGE_BYTES - sizeof *h), *aside = arena_new(ASIDE_BYTES);
    struct inputs inputs = {.arena = arena};
    bool good = false;
    if (arena && aside) {
        inputs_note(&inputs, PROGRAM);
        h->set = ruleset_load_into(arena, aside, &inputs, policy, folders);
        h->inputs = inputs.at;
        h->input_count = inputs.count;
        h->size = sizeof *h + arena_used(arena);
        good = h->set && !inputs.failed && settled(h->inputs, h->input_count) && unchanged(h->inputs, h->input_count);
    }
    if (good) {
        h->set->image = (struct image){h, h->size};
        memcpy(h->magic, magic, sizeof magic);
        h->check = check_of(h);
        good = closed(h, h->size);
    }
    arena_free(arena);
    arena_free(aside);
    return good ? h->size : 0;
}

/* Makes an image, writes it, and gives the policy in it: what the next run will map. NULL when that does not do; the
 * policy is then loaded without one, and says what is wrong with it. */
static struct ruleset *make(int folder, const char *name, const char *policy, const char *const *folders)
{
    void *at = mmap((void *)IMAGE_ADDRESS, IMAGE_BYTES, PROT_READ | PROT_WRITE,
                    MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED_NOREPLACE, -1, 0);
    if (at == MAP_FAILED)
        return NULL;
    const struct head *h = at;
    struct fault ignored = {.id = FAULT_NONE};
    size_t page = (size_t)sysconf(_SC_PAGESIZE), size = at == (void *)IMAGE_ADDRESS ? fill(at, policy, folders) : 0;
    size_t used = (size + page - 1) / page * page;
    if (!size || munmap((char *)at + used, IMAGE_BYTES - used) != 0 || mprotect(at, used, PROT_READ) != 0) {
        munmap(at, IMAGE_BYTES);
        return NULL;
    }
    file_write(folder, name, at, size, &ignored); /* a full disk only costs the next run its time */
    return h->set;
}

struct ruleset *ruleset_load_kept(const char *folder, const char *policy_file, const char *const *pack_folders,
                                  struct fault *faults, size_t max_faults, size_t *fault_count)
{
    char name[NAME_BYTES];
    struct fault ignored = {.id = FAULT_NONE};
    int fd = -1;
    mode_t before = umask(S_IRWXG | S_IRWXO);
    *fault_count = 0;
    if (folder && name_of(policy_file, pack_folders, name) && file_make_folder(folder, &ignored) == 0)
        fd = open_folder(folder);
    struct ruleset *set = fd >= 0 ? find(fd, name) : NULL;
    if (!set && fd >= 0)
        set = make(fd, name, policy_file, pack_folders);
    if (!set)
        set = ruleset_load(policy_file, pack_folders, faults, max_faults, fault_count);
    if (fd >= 0)
        close(fd);
    umask(before);
    return set;
}
