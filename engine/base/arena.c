#include "base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/poison.h"

enum { ALIGN = 16, FIRST_BLOCK = 64 * 1024, LARGEST_BLOCK = 1024 * 1024 };

/* Blocks stand in the order in which they are filled. After a reset they are filled again from the first: it costs the
 * same whatever the arena held. */
struct block {
    struct block *next;
    size_t size;
    _Alignas(ALIGN) char at[];
};

struct arena {
    char *at;    /* the next bytes to be handed out, of the current block or of the caller's memory */
    size_t room; /* how many there are, the cap heeded */
    struct block *first;
    struct block *current;
    char *over;  /* the caller's memory, in place of blocks; NULL: none */
    size_t cap;
    bool failed;
    size_t used; /* bytes handed out, with padding: independent of how earlier contents shaped the blocks */
};

struct arena *arena_new(size_t cap)
{
    struct arena *a = calloc(1, sizeof *a);
    if (a)
        a->cap = cap;
    return a;
}

struct arena *arena_over(void *at, size_t size)
{
    struct arena *a = arena_new(size);
    if (a) {
        a->over = at;
        arena_reset(a);
    }
    return a;
}

void arena_free(struct arena *a)
{
    if (!a)
        return;
    for (struct block *b = a->first, *next; b; b = next) {
        next = b->next;
        base_unpoison(b->at, b->size);
        free(b);
    }
    free(a);
}

/* Goes on in a block. */
static void enter(struct arena *a, struct block *b)
{
    size_t left = a->cap - a->used;
    a->current = b;
    a->at = b ? b->at : NULL;
    a->room = !b ? 0 : b->size < left ? b->size : left;
}

void arena_reset(struct arena *a)
{
#ifdef KIJUN_POISON
    for (struct block *b = a->first; b; b = b->next)
        base_poison(b->at, b->size);
#endif
    a->used = 0;
    a->failed = false;
    if (a->over) {
        a->at = a->over;
        a->room = a->cap;
    } else {
        enter(a, a->first);
    }
}

struct arena_mark arena_mark(const struct arena *a)
{
    return (struct arena_mark){.block = a->current, .at = a->at, .room = a->room, .used = a->used, .failed = a->failed};
}

void arena_rewind(struct arena *a, const struct arena_mark *m)
{
    /* Taken when there was no block yet: the first one is empty again. */
    if (!m->block && !a->over && a->first) {
        arena_reset(a);
        a->failed = m->failed;
        return;
    }
#ifdef KIJUN_POISON
    if (m->block)
        base_poison(m->at, ((struct block *)m->block)->size - (size_t)(m->at - ((struct block *)m->block)->at));
    for (struct block *b = m->block ? ((struct block *)m->block)->next : NULL; b; b = b->next)
        base_poison(b->at, b->size);
#endif
    a->current = m->block;
    a->at = m->at;
    a->room = m->room;
    a->used = m->used;
    a->failed = m->failed;
}

/* A new block behind the current one, large enough for `size` bytes. */
static struct block *add_block(struct arena *a, size_t size)
{
    size_t room = a->current ? a->current->size * 2 : FIRST_BLOCK;
    if (room > LARGEST_BLOCK)
        room = LARGEST_BLOCK;
    if (room < size)
        room = size;
    struct block *b = malloc(sizeof *b + room);
    if (!b)
        return NULL;
    b->size = room;
    b->next = a->current ? a->current->next : NULL;
    if (a->current)
        a->current->next = b;
    else
        a->first = b;
    base_poison(b->at, room);
    return b;
}

static void *refuse(struct arena *a)
{
    a->failed = true;
    return NULL;
}

/* Goes on in a block that has room for `padded` bytes: the next that is kept, or a new one. */
static bool more_room(struct arena *a, size_t padded)
{
    if (a->over || padded > a->cap - a->used)
        return false;
    struct block *b = a->current ? a->current->next : NULL;
    if (!b || padded > b->size)
        b = add_block(a, padded);
    if (b)
        enter(a, b);
    return b != NULL;
}

/* As arena_alloc, but the bytes are what they are. */
static inline void *take(struct arena *a, size_t size)
{
    if (size > SIZE_MAX / 2)
        return refuse(a);
    size_t padded = (size ? size + ALIGN - 1 : ALIGN) & ~(size_t)(ALIGN - 1);
    if (padded > a->room && !more_room(a, padded))
        return refuse(a);
    char *at = a->at;
    a->at += padded;
    a->room -= padded;
    a->used += padded;
    base_unpoison(at, size);
    return at;
}

void *arena_alloc(struct arena *a, size_t size)
{
    void *at = take(a, size);
    return at ? memset(at, 0, size) : NULL;
}

void *arena_array(struct arena *a, size_t count, size_t size)
{
    size_t all;
    if (__builtin_mul_overflow(count, size, &all))
        return refuse(a);
    return arena_alloc(a, all);
}

void *arena_duplicate(struct arena *a, const void *at, size_t size)
{
    void *copy = take(a, size);
    return copy ? memcpy(copy, at, size) : NULL;
}

char *arena_copy(struct arena *a, const char *at, size_t len)
{
    if (len == SIZE_MAX)
        return refuse(a);
    char *copy = take(a, len + 1);
    if (!copy)
        return NULL;
    if (len)
        memcpy(copy, at, len);
    copy[len] = '\0';
    return copy;
}

char *arena_format(struct arena *a, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    int len = vsnprintf(NULL, 0, format, list);
    va_end(list);
    if (len < 0)
        return NULL;
    char *text = arena_alloc(a, (size_t)len + 1);
    if (!text)
        return NULL;
    va_start(list, format);
    vsnprintf(text, (size_t)len + 1, format, list);
    va_end(list);
    return text;
}

bool arena_failed(const struct arena *a)
{
    return a->failed;
}

size_t arena_used(const struct arena *a)
{
    return a->used;
}
