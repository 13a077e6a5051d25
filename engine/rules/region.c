/* Between two subjects only the pages that were written to are copied back. The processor tells which: the image's pages
 * are read-only until the first write, whose fault notes the page and lets it be written from then on. After a few
 * subjects the same few pages are written each time, and nothing faults any more. */
#include "rules/region.h"

#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* Blocks are rounded up to a size class: multiples of 16 up to 1 KB, then powers of two. A freed block goes to the
 * list of its class. Lua hands the exact old size back, so blocks carry no header. */
enum { STEP = 16, SMALL = 1024, SMALL_CLASSES = SMALL / STEP, CLASSES = SMALL_CLASSES + 16 };

struct hole {
    struct hole *next;
};

enum { PAGE = 4096 };

/* At the start of the mapping: what has to be restored with the contents. */
struct heap {
    uint64_t mark;          /* region_mark */
    struct region *owner;
    size_t used; /* bytes from the start of the mapping, this struct included */
    struct hole *holes[CLASSES];
};

static const uint64_t region_mark = UINT64_C(0x6b696a756e726567);

struct region {
    struct heap *heap;      /* at a multiple of REGION_SPAN, so that a page leads to its region */
    size_t cap;
    char *image;
    size_t image_size;
    size_t watched;         /* pages of the image, from the second on, that are read-only until they are written to */
    uint32_t *written;      /* those that were, by number */
    size_t written_count;
    unsigned restored, watch_again; /* times since the image was taken; when watching anew is worth its faults again */
    unsigned refusals;
};

static size_t class_of(size_t size)
{
    if (size <= SMALL)
        return (size - 1) / STEP;
    size_t bits = (size_t)(63 - __builtin_clzll(size - 1)); /* 1,025 .. 2,048: 10 */
    return SMALL_CLASSES + bits - 10;
}

static size_t class_size(size_t c)
{
    return c < SMALL_CLASSES ? (c + 1) * STEP : (size_t)2048 << (c - SMALL_CLASSES);
}

/* REGION_SPAN bytes of address space at a multiple of that. NULL: none to be had. */
static void *map_aligned(void)
{
    char *at = mmap(NULL, 2 * (size_t)REGION_SPAN, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE,
                    -1, 0);
    if (at == MAP_FAILED)
        return NULL;
    size_t before = (REGION_SPAN - (uintptr_t)at % REGION_SPAN) % REGION_SPAN;
    if (before)
        munmap(at, before);
    munmap(at + before + REGION_SPAN, REGION_SPAN - before);
    return at + before;
}

struct region *region_new(size_t cap)
{
    struct region *r = calloc(1, sizeof *r);
    if (!r)
        return NULL;
    r->cap = cap < REGION_SPAN ? cap : REGION_SPAN;
    r->heap = map_aligned();
    if (!r->heap) {
        free(r);
        return NULL;
    }
    r->heap->mark = region_mark;
    r->heap->owner = r;
    r->heap->used = (sizeof *r->heap + STEP - 1) / STEP * STEP;
    return r;
}

void region_free(struct region *r)
{
    if (!r)
        return;
    munmap(r->heap, REGION_SPAN);
    free(r->image);
    free(r->written);
    free(r);
}

static void give_back(struct heap *h, void *at, size_t size)
{
    struct hole *hole = at;
    struct hole **list = &h->holes[class_of(size)];
    hole->next = *list;
    *list = hole;
}

/* After too many refusals nothing is given any more: each refusal makes Lua mark its whole heap. */
static void *refuse(struct region *r)
{
    r->refusals++;
    return NULL;
}

static void *take(struct region *r, size_t size)
{
    struct heap *h = r->heap;
    if (size > REGION_BLOCK || r->refusals > REGION_REFUSALS)
        return refuse(r);
    size_t c = class_of(size), whole = class_size(c);
    struct hole *hole = h->holes[c];
    if (hole) {
        h->holes[c] = hole->next;
        return hole;
    }
    if (r->cap - h->used < whole)
        return refuse(r);
    char *at = (char *)h + h->used;
    h->used += whole;
    return at;
}

void *region_alloc(void *ud, void *at, size_t old_size, size_t new_size)
{
    struct region *r = ud;
    if (!at) /* old_size is a type tag here, not a size */
        return new_size ? take(r, new_size) : NULL;
    if (!new_size) {
        if (old_size)
            give_back(r->heap, at, old_size);
        return NULL;
    }
    if (old_size && old_size <= REGION_BLOCK && new_size <= REGION_BLOCK && class_of(old_size) == class_of(new_size))
        return at;
    void *moved = take(r, new_size);
    if (!moved) /* Lua counts on shrinking never failing; the block is large enough as it is */
        return new_size <= old_size ? at : NULL;
    memcpy(moved, at, old_size < new_size ? old_size : new_size);
    give_back(r->heap, at, old_size);
    return moved;
}

/* ---- the image ---- */

static char *page_at(const struct region *r, size_t page)
{
    return (char *)r->heap + page * PAGE;
}

/* The region whose image this address may be in. A wild address leads nowhere: then this process ends by the signal that
 * it is handling, as it would have anyway. */
static struct region *region_of(const void *at)
{
    const struct heap *h = (const struct heap *)((uintptr_t)at & ~(uintptr_t)(REGION_SPAN - 1));
    return h->mark == region_mark ? h->owner : NULL;
}

/* The first write to a page of an image. Whatever else it is goes on to what would have happened without this handler. */
static void on_write(int signal, siginfo_t *info, void *context)
{
    (void)context;
    struct region *r = info->si_code == SEGV_ACCERR ? region_of(info->si_addr) : NULL;
    size_t page = r ? (size_t)((char *)info->si_addr - (char *)r->heap) / PAGE : 0;
    if (page < 1 || page > r->watched || mprotect(page_at(r, page), PAGE, PROT_READ | PROT_WRITE) < 0) {
        const struct sigaction usual = {.sa_handler = SIG_DFL};
        sigaction(signal, &usual, NULL);
        return;
    }
    r->written[r->written_count++] = (uint32_t)page;
}

static bool handle_writes(void)
{
    struct sigaction act = {.sa_flags = SA_SIGINFO | SA_RESTART};
    act.sa_sigaction = on_write;
    sigfillset(&act.sa_mask); /* a handler that writes to the region must wait */
    return sigaction(SIGSEGV, &act, NULL) == 0;
}

/* Watches all pages that the image fills. The first holds the heap's own numbers and is always written to. */
static bool watch(struct region *r)
{
    r->written_count = 0;
    r->watched = r->image_size / PAGE;
    r->watched -= r->watched > 0;
    return !r->watched || mprotect(page_at(r, 1), r->watched * PAGE, PROT_READ) == 0;
}

static bool unwatch(struct region *r)
{
    bool good = !r->watched || mprotect(page_at(r, 1), r->watched * PAGE, PROT_READ | PROT_WRITE) == 0;
    r->watched = r->written_count = 0;
    return good;
}

/* Where the kernel's pages are of another size everything is copied. */
bool region_take_image(struct region *r)
{
    free(r->image);
    free(r->written);
    r->image = NULL;
    r->written = NULL;
    if (!unwatch(r))
        return false;
    r->image_size = r->heap->used;
    r->image = malloc(r->image_size);
    r->written = calloc(r->image_size / PAGE + 1, sizeof *r->written);
    if (!r->image || !r->written)
        return false;
    memcpy(r->image, r->heap, r->image_size);
    r->refusals = r->restored = 0;
    r->watch_again = 1;
    return sysconf(_SC_PAGESIZE) != PAGE || (handle_writes() && watch(r));
}

static void copy_back(struct region *r, size_t from, size_t to)
{
    memcpy((char *)r->heap + from, r->image + from, to - from);
}

void region_restore(struct region *r)
{
    copy_back(r, 0, r->image_size < PAGE ? r->image_size : PAGE);
    for (size_t i = 0; i < r->written_count; i++)
        copy_back(r, r->written[i] * (size_t)PAGE, (r->written[i] + (size_t)1) * PAGE);
    size_t rest = (r->watched + 1) * PAGE;
    if (r->image_size > rest)
        copy_back(r, rest, r->image_size);
    /* A garbage collection writes everywhere: that is not to be paid for by every subject after it. But where every subject
     * writes nearly everywhere by itself, watching each anew costs far more than copying: so it is tried ever more seldom. */
    r->restored++;
    if (r->written_count > r->watched - r->watched / 8 && r->restored >= r->watch_again) {
        r->watch_again = 2 * r->restored;
        watch(r);
    }
    r->refusals = 0;
}

size_t region_written(const struct region *r)
{
    return r->written_count;
}

size_t region_image_size(const struct region *r)
{
    return r->image_size;
}

size_t region_used(const struct region *r)
{
    return r->heap->used;
}

bool region_exhausted(struct region *r)
{
    bool exhausted = r->refusals > 0;
    r->refusals = 0;
    return exhausted;
}
