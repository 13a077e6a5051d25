/* A growing byte buffer with a cap. A buffer that failed stays failed: append freely, check once before use. */
#ifndef KIJUN_BASE_BUFFER_H
#define KIJUN_BASE_BUFFER_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct buffer {
    char *at;      /* always NUL-terminated once something was appended; NULL when empty and new */
    size_t len;
    size_t size;   /* allocated */
    size_t cap;    /* most that len may be */
    bool failed;   /* the cap or memory was exhausted: contents are not to be used */
    bool borrowed; /* at belongs to the caller and does not grow */
};

void buffer_init(struct buffer *b, size_t cap);
/* Appends into memory of the caller, `size` bytes; never allocates. */
void buffer_init_fixed(struct buffer *b, char *at, size_t size);
void buffer_free(struct buffer *b);
void buffer_clear(struct buffer *b); /* empties, keeps the memory, forgets a failure */
void buffer_printf(struct buffer *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *buffer_more(struct buffer *b, size_t len); /* buffer_space where it is not there yet */

/* Room for `len` more bytes, to be filled by the caller and then counted with buffer_added; NULL when b has failed. */
static inline char *buffer_space(struct buffer *b, size_t len)
{
    return !b->failed && len < b->size - b->len && len <= b->cap - b->len ? b->at + b->len : buffer_more(b, len);
}

static inline void buffer_added(struct buffer *b, size_t len)
{
    b->len += len;
    b->at[b->len] = '\0';
}

static inline void buffer_add(struct buffer *b, const char *at, size_t len)
{
    char *to = buffer_space(b, len);
    if (!to)
        return;
    if (len)
        memcpy(to, at, len);
    buffer_added(b, len);
}

static inline void buffer_puts(struct buffer *b, const char *text)
{
    buffer_add(b, text, strlen(text));
}

static inline void buffer_putc(struct buffer *b, char c)
{
    char *to = buffer_space(b, 1);
    if (!to)
        return;
    *to = c;
    buffer_added(b, 1);
}

void buffer_int(struct buffer *b, long long n); /* decimal, without printf's cost */

#endif
