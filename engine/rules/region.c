#include "rules/region.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/* Blocks are rounded up to a size class: multiples of 16 up to 1 KB, then powers of two. A freed block goes to the
 * list of its class. Lua hands the exact old size back, so blocks carry no header. */
enum { STEP = 16, SMALL = 1024, SMALL_CLASSES = SMALL / STEP, CLASSES = SMALL_CLASSES + 16 };

struct hole {
    struct hole *next;
};

/* At the start of the mapping: what has to be restored with the contents. */
struct heap {
    size_t used; /* bytes from the start of the mapping, this struct included */
    struct hole *holes[CLASSES];
};

struct region {
    struct heap *heap;
    size_t cap;
    char *image;
    size_t image_size;
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

struct region *region_new(size_t cap)
{
    struct region *r = calloc(1, sizeof *r);
    if (!r)
        return NULL;
    r->cap = cap;
    void *at = mmap(NULL, cap, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (at == MAP_FAILED) {
        free(r);
        return NULL;
    }
    r->heap = at;
    r->heap->used = (sizeof *r->heap + STEP - 1) / STEP * STEP;
    return r;
}

void region_free(struct region *r)
{
    if (!r)
        return;
    munmap(r->heap, r->cap);
    free(r->image);
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

bool region_take_image(struct region *r)
{
    free(r->image);
    r->image_size = r->heap->used;
    r->image = malloc(r->image_size);
    if (!r->image)
        return false;
    memcpy(r->image, r->heap, r->image_size);
    r->refusals = 0;
    return true;
}

void region_restore(struct region *r)
{
    memcpy(r->heap, r->image, r->image_size);
    r->refusals = 0;
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
