/* One fixed piece of memory in which a Lua state lives, so that the whole state can be put back to an earlier moment
 * by copying bytes: every subject starts from the same image, and nothing can leak from one to the next.
 *
 * Its size is the memory cap. Not thread-safe. */
#ifndef KIJUN_RULES_REGION_H
#define KIJUN_RULES_REGION_H

#include <stdbool.h>
#include <stddef.h>

enum {
    REGION_BLOCK = 4 * 1024 * 1024, /* the largest single block: bounds what one VM instruction can copy or compare */
    REGION_SPAN = 64 * 1024 * 1024, /* address space of each region: its cap at most */
    REGION_REFUSALS = 12            /* times that Lua may collect garbage and ask again before the end is final */
};

struct region;

/* `cap` bytes (REGION_SPAN at most) of address space, of which only what is used costs memory. NULL: none to be had. */
struct region *region_new(size_t cap);
void region_free(struct region *r);
/* A lua_Alloc; `ud` is the region. */
void *region_alloc(void *ud, void *at, size_t old_size, size_t new_size);
/* Keeps a copy of everything in use. From then on the process has a handler of SIGSEGV, by which the region learns what is
 * written to; faults elsewhere end the process as ever. false: out of memory. */
bool region_take_image(struct region *r);
/* Puts the copy back, at the same addresses. */
void region_restore(struct region *r);
size_t region_image_size(const struct region *r);
size_t region_used(const struct region *r);
/* Pages of the image that were written to since it was taken, and so are put back by region_restore. */
size_t region_written(const struct region *r);
/* True once the cap was final: since the last call of this function or of region_restore. */
bool region_exhausted(struct region *r);

#endif
