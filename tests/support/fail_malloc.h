/* Fails a chosen allocation, to show that running out of memory is an answer and not an accident.
 *
 * Works at link time on what our own code calls (malloc, calloc, realloc, strdup, strndup: see WRAPPED in the Makefile),
 * in every test program; libraries allocate as always. One thread only. */
#ifndef KIJUN_TESTS_FAIL_MALLOC_H
#define KIJUN_TESTS_FAIL_MALLOC_H

#include <stdbool.h>
#include <stddef.h>

/* The nth allocation from now on fails (1: the next), once. */
void fail_malloc_at(size_t nth);
/* Ends it; true if the failing allocation was reached. */
bool fail_malloc_end(void);

/* Calls attempt(context) with the first allocation failing, then the second, and so on, until it runs through without
 * reaching the failing one; that run must return 0. A run in which an allocation failed must either return non-zero
 * after cleaning up (the leak checker watches), or 0 with a right result, which attempt itself must check.
 * Returns the number of allocations that were failed. Fails the test if there is no end after `most` of them. */
size_t fail_every_malloc(int (*attempt)(void *context), void *context, size_t most);

#endif
