/* A bump allocator with a cap: everything of one supplier lives here and goes at once.
 *
 * The arena owns its blocks; what it hands out is valid until arena_reset or arena_free. Not thread-safe. */
#ifndef KIJUN_BASE_ARENA_H
#define KIJUN_BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* An arena that will hold at most `cap` bytes; NULL if memory is out. */
struct arena *arena_new(size_t cap);
/* An arena in `size` bytes of the caller's, aligned for any object and zeroed, which it fills from the front and does not
 * own: nothing of the arena itself stands there. */
struct arena *arena_over(void *at, size_t size);
void arena_free(struct arena *a);
/* Drops the contents and keeps the memory for the next use. */
void arena_reset(struct arena *a);
/* How far an arena is filled. */
struct arena_mark {
    void *block;
    char *at;
    size_t room, used;
    bool failed;
};
struct arena_mark arena_mark(const struct arena *a);
/* Drops what was handed out since the mark, which was taken after the last reset. */
void arena_rewind(struct arena *a, const struct arena_mark *m);
/* Zeroed bytes aligned for any object; NULL when the cap or the machine is exhausted. */
void *arena_alloc(struct arena *a, size_t size);
/* `count` zeroed items; NULL also when the product overflows. */
void *arena_array(struct arena *a, size_t count, size_t size);
/* A copy of `size` bytes, aligned for anything; NULL when the cap or memory is exhausted. */
void *arena_duplicate(struct arena *a, const void *at, size_t size);
/* A NUL-terminated copy of `len` bytes. */
char *arena_copy(struct arena *a, const char *at, size_t len);
char *arena_format(struct arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* True once something was asked for since the last reset that could not be given. */
bool arena_failed(const struct arena *a);
size_t arena_used(const struct arena *a);

#endif
