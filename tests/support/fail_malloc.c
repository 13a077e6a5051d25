#include "support/fail_malloc.h"

#include <criterion/criterion.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *at, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *at, size_t size);
char *__wrap_strdup(const char *text);
char *__wrap_strndup(const char *text, size_t most);

static size_t left;   /* allocations until the one that fails; 0: none will */
static bool reached;

static bool fails(void)
{
    if (left == 0 || --left > 0)
        return false;
    reached = true;
    errno = ENOMEM;
    return true;
}

void *__wrap_malloc(size_t size)
{
    return fails() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    return fails() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *at, size_t size)
{
    return fails() ? NULL : __real_realloc(at, size);
}

char *__wrap_strndup(const char *text, size_t most)
{
    size_t len = strnlen(text, most);
    char *copy = __wrap_malloc(len + 1);
    if (copy) {
        memcpy(copy, text, len);
        copy[len] = '\0';
    }
    return copy;
}

char *__wrap_strdup(const char *text)
{
    return __wrap_strndup(text, strlen(text));
}

void fail_malloc_at(size_t nth)
{
    left = nth;
    reached = false;
}

bool fail_malloc_end(void)
{
    left = 0;
    return reached;
}

size_t fail_every_malloc(int (*attempt)(void *context), void *context, size_t most)
{
    for (size_t n = 1; n <= most; n++) {
        fail_malloc_at(n);
        int result = attempt(context);
        if (!fail_malloc_end()) {
            cr_assert_eq(result, 0, "fails without a failing allocation");
            return n - 1;
        }
    }
    cr_assert_fail("still allocating after %zu failures", most);
    return most;
}
