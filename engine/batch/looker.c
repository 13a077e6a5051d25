#include "batch/looker.h"

#include <fcntl.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "batch/beside.h"

enum { AHEAD = 64, WORTH_BYTES = 1024 * 1024 };

struct shared {
    _Atomic uint64_t asked;     /* the walk is here: what is before it needs no look */
    _Atomic unsigned char at[]; /* enum looked, by number of the entry */
};

struct looker {
    struct beside process;
    struct shared *shared;
    size_t bytes, most;         /* most: entries */
    int folder;
};

/* ---- in its own process ---- */

/* The folder in which the last one was: its neighbours are most likely in it, too. */
struct parent {
    int fd;
    bool tells_names;
    dev_t device;
    char path[DISCOVER_PATH];
};

static bool enter(struct parent *p, const char *path)
{
    struct stat s;
    if (p->fd >= 0 && strcmp(p->path, path) == 0)
        return p->tells_names;
    if (p->fd >= 0)
        close(p->fd);
    memcpy(p->path, path, strlen(path) + 1);
    p->fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    p->tells_names = p->fd >= 0 && fstat(p->fd, &s) == 0 && stamp_tells_names(p->fd);
    p->device = p->tells_names ? s.st_dev : 0;
    return p->tells_names;
}

static enum looked look_at(struct parent *p, const struct entry *e)
{
    char path[DISCOVER_PATH];
    if (e->kind != ENTRY_FOLDER || !e->names_len || !e->usable)
        return LOOKED_NOT;
    for (size_t i = 0; i < e->key_len; i++)
        path[i] = e->key[i] ? e->key[i] : '/';
    path[e->key_len] = '\0';
    char *slash = strrchr(path, '/');
    if (!slash || slash == path)
        return LOOKED_NOT;
    *slash = '\0';
    if (!enter(p, path))
        return LOOKED_NOT;
    struct stamp now = stamp_named(p->fd, slash + 1, p->device, e->names, e->names_len);
    return stamp_same(&now, &e->stamp) ? LOOKED_SAME : LOOKED_OTHER;
}

/* Where to look when the walk has come to `asked`: it goes ahead of the walk, and leaves it some when that has caught up. */
static uint64_t place(const struct looker *l, uint64_t number, uint64_t from)
{
    uint64_t asked = atomic_load_explicit(&l->shared->asked, memory_order_relaxed);
    return number > asked ? from : asked + AHEAD;
}

static int look(void *context, struct fault *f)
{
    struct looker *l = context;
    struct known *known = known_open(l->folder, f);
    struct parent p = {.fd = -1};
    struct entry e;
    bool kept;
    uint64_t number = 0, from = 0;
    if (!known)
        return 0;
    known_rewind(known);
    for (; number < l->most && known_next(known, &e, &kept) > 0; number++) {
        from = place(l, number, from);
        if (number >= from)
            atomic_store_explicit(&l->shared->at[number], (unsigned char)look_at(&p, &e), memory_order_release);
    }
    known_free(known);
    if (p.fd >= 0)
        close(p.fd);
    return 0;
}

/* ---- in the supervisor ---- */

struct looker *looker_start(const struct known *known, int folder, int closed)
{
    uint64_t size = known ? known_size(known) : 0;
    if (size < WORTH_BYTES)
        return NULL;
    struct looker *l = calloc(1, sizeof *l);
    if (!l)
        return NULL;
    l->folder = folder;
    l->most = (size_t)(size / KNOWN_LEAST_ENTRY);
    l->bytes = sizeof *l->shared + l->most;
    void *at = mmap(NULL, l->bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    l->shared = at == MAP_FAILED ? NULL : at;
    /* Once the looker has it, no worker is given it: it could say of a changed supplier that it did not change. */
    if (l->shared && beside_start(&l->process, look, l, closed) && madvise(l->shared, l->bytes, MADV_DONTFORK) == 0)
        return l;
    looker_free(l);
    return NULL;
}

void looker_free(struct looker *l)
{
    if (!l)
        return;
    beside_kill(&l->process);
    if (l->shared)
        munmap(l->shared, l->bytes);
    free(l);
}

enum looked looker_answer(struct looker *l, uint64_t number)
{
    if (!l || number >= l->most)
        return LOOKED_NOT;
    atomic_store_explicit(&l->shared->asked, number, memory_order_relaxed);
    return (enum looked)atomic_load_explicit(&l->shared->at[number], memory_order_acquire);
}
