#include "base/buffer.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_SIZE = 256 };

void buffer_init(struct buffer *b, size_t cap)
{
    *b = (struct buffer){.cap = cap < SIZE_MAX ? cap : SIZE_MAX - 1};
}

void buffer_init_fixed(struct buffer *b, char *at, size_t size)
{
    *b = (struct buffer){.at = at, .size = size, .cap = size ? size - 1 : 0, .borrowed = true};
    if (size)
        at[0] = '\0';
    else
        b->failed = true;
}

void buffer_free(struct buffer *b)
{
    if (!b->borrowed)
        free(b->at);
    *b = (struct buffer){.cap = b->cap};
}

void buffer_clear(struct buffer *b)
{
    b->len = 0;
    b->failed = b->borrowed && !b->size;
    if (b->at && b->size)
        b->at[0] = '\0';
}

/* Makes `size` at least `need`; doubles, so that many small appends cost little. */
static bool grow(struct buffer *b, size_t need)
{
    size_t size = b->size > SIZE_MAX / 2 ? need : b->size * 2;
    if (size < FIRST_SIZE)
        size = FIRST_SIZE;
    if (size > b->cap + 1)
        size = b->cap + 1;
    if (size < need)
        size = need;
    char *at = realloc(b->at, size);
    if (!at)
        return false;
    b->at = at;
    b->size = size;
    return true;
}

char *buffer_more(struct buffer *b, size_t len)
{
    if (b->failed)
        return NULL;
    if (len > b->cap - b->len || (b->len + len >= b->size && (b->borrowed || !grow(b, b->len + len + 1)))) {
        b->failed = true;
        return NULL;
    }
    return b->at + b->len;
}

void buffer_printf(struct buffer *b, const char *format, ...)
{
    char small[256];
    va_list list;
    va_start(list, format);
    int len = vsnprintf(small, sizeof small, format, list);
    va_end(list);
    if (len < 0) {
        b->failed = true;
        return;
    }
    if ((size_t)len < sizeof small) {
        buffer_add(b, small, (size_t)len);
        return;
    }
    char *to = buffer_space(b, (size_t)len);
    if (!to)
        return;
    va_start(list, format);
    vsnprintf(to, (size_t)len + 1, format, list);
    va_end(list);
    buffer_added(b, (size_t)len);
}

void buffer_int(struct buffer *b, long long n)
{
    char digits[24];
    size_t at = sizeof digits;
    unsigned long long rest = n < 0 ? 0ULL - (unsigned long long)n : (unsigned long long)n;
    do {
        digits[--at] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest);
    if (n < 0)
        digits[--at] = '-';
    buffer_add(b, digits + at, sizeof digits - at);
}
