#include "batch/listing.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/reason.h"
#include "batch/records.h"

enum { MEMORY = 1024 * 1024 };

struct listing {
    struct sorter *names;   /* each with its NUL; the record is a struct kept */
    uint64_t counts[LISTED_TYPES];
};

struct kept {
    struct stamp stamp;
    enum listed type;
};

static bool ignored(const char *name)
{
    return name[0] == '.' || (name[0] == '~' && name[1] == '$');
}

static enum listed type_of(mode_t mode)
{
    return S_ISREG(mode) ? LISTED_FILE : S_ISDIR(mode) ? LISTED_FOLDER : LISTED_OTHER;
}

/* Some file systems do not say what an entry is. */
static struct kept look_at(int fd, const struct dirent *e, bool stamps)
{
    struct kept k;
    memset(&k, 0, sizeof k);
    if (e->d_type != DT_UNKNOWN)
        k.type = type_of((mode_t)e->d_type << 12); /* as DTTOIF */
    struct stat s;
    if (e->d_type != DT_UNKNOWN && !(stamps && k.type == LISTED_FILE))
        return k;
    k.stamp.unsettled = true;
    if (fstatat(fd, e->d_name, &s, AT_SYMLINK_NOFOLLOW) == 0) {
        k.type = type_of(s.st_mode);
        k.stamp = stamp_of(&s);
    } else if (e->d_type == DT_UNKNOWN) {
        k.type = LISTED_OTHER;
    }
    return k;
}

static int add_all(struct listing *l, DIR *dir, bool stamps, struct fault *f)
{
    for (;;) {
        errno = 0;
        const struct dirent *e = readdir(dir);
        if (!e)
            return errno ? fault_set(f, FAULT_FOLDER_READ, reason_of(errno)) : 0;
        if (ignored(e->d_name))
            continue;
        struct kept k = look_at(dirfd(dir), e, stamps);
        l->counts[k.type]++;
        if (sorter_add(l->names, e->d_name, strlen(e->d_name) + 1, &k, sizeof k, f) < 0)
            return -1;
    }
}

struct listing *listing_read(int fd, bool stamps, struct fault *f)
{
    int own = openat(fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *dir = own < 0 ? NULL : fdopendir(own);
    if (!dir) {
        fault_set(f, FAULT_FOLDER_READ, reason_of(errno));
        if (own >= 0)
            close(own);
        return NULL;
    }
    struct listing *l = calloc(1, sizeof *l);
    if (l)
        l->names = sorter_new(MEMORY);
    if (!l || !l->names)
        fault_set(f, FAULT_MEMORY);
    bool good = l && l->names && add_all(l, dir, stamps, f) == 0;
    closedir(dir);
    if (good)
        return l;
    listing_free(l);
    return NULL;
}

void listing_free(struct listing *l)
{
    if (!l)
        return;
    sorter_free(l->names);
    free(l);
}

int listing_next(struct listing *l, struct listed_entry *out, struct fault *f)
{
    struct sorted s;
    struct kept k;
    int got = sorter_next(l->names, &s, f);
    if (got <= 0)
        return got;
    memcpy(&k, s.at, sizeof k);
    *out = (struct listed_entry){.name = s.key, .type = k.type, .stamp = k.stamp};
    return 1;
}

int listing_rewind(struct listing *l, struct fault *f)
{
    return sorter_rewind(l->names, f);
}

uint64_t listing_count(const struct listing *l, enum listed type)
{
    return l->counts[type];
}
