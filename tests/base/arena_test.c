#include "base/arena.h"

#include <stdint.h>
#include <string.h>

#include "support/fail_malloc.h"
#include "support/support.h"

TestSuite(arena);

static bool is_zero(const char *at, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if (at[i])
            return false;
    return true;
}

Test(arena, hands_out_zeroed_aligned_bytes)
{
    struct arena *a = arena_new(1 << 20);
    for (size_t size = 0; size < 300; size++) {
        char *at = arena_alloc(a, size);
        cr_assert_not_null(at);
        cr_assert_eq((uintptr_t)at % _Alignof(max_align_t), 0);
        cr_assert(is_zero(at, size));
        memset(at, 0xAA, size);
    }
    arena_free(a);
}

Test(arena, bytes_are_zero_again_after_a_reset)
{
    struct arena *a = arena_new(1 << 20);
    for (int round = 0; round < 3; round++) {
        char *at = arena_alloc(a, 100000);
        cr_assert(is_zero(at, 100000));
        memset(at, 0xFF, 100000);
        arena_reset(a);
        cr_assert_eq(arena_used(a), 0);
    }
    arena_free(a);
}

Test(arena, never_hands_out_the_same_bytes_twice)
{
    enum { COUNT = 2000, SIZE = 333 };
    struct arena *a = arena_new(8 << 20);
    unsigned char *at[COUNT];
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < COUNT; i++) {
            at[i] = arena_alloc(a, SIZE);
            cr_assert_not_null(at[i]);
            memset(at[i], i & 0xFF, SIZE);
        }
        for (int i = 0; i < COUNT; i++)
            for (int k = 0; k < SIZE; k++)
                cr_assert_eq(at[i][k], i & 0xFF);
        arena_reset(a);
    }
    arena_free(a);
}

Test(arena, refuses_what_is_over_its_cap)
{
    struct arena *a = arena_new(1024);
    cr_assert_null(arena_alloc(a, 1025));
    cr_assert_null(arena_alloc(a, SIZE_MAX));
    cr_assert_null(arena_alloc(a, SIZE_MAX - 8));
    cr_assert_not_null(arena_alloc(a, 1000));
    cr_assert_null(arena_alloc(a, 100));
    arena_reset(a);
    cr_assert_not_null(arena_alloc(a, 1000));
    arena_free(a);
}

Test(arena, the_cap_is_reached_at_the_same_point_whatever_was_there_before)
{
    struct arena *fresh = arena_new(300000), *used = arena_new(300000);
    cr_assert_not_null(arena_alloc(used, 250000));
    arena_reset(used);
    int first = 0, second = 0;
    while (arena_alloc(fresh, 1000))
        first++;
    while (arena_alloc(used, 1000))
        second++;
    cr_assert_eq(first, second);
    arena_free(fresh);
    arena_free(used);
}

Test(arena, an_array_whose_size_overflows_is_refused)
{
    struct arena *a = arena_new(SIZE_MAX);
    cr_assert_null(arena_array(a, SIZE_MAX / 2, 3));
    cr_assert_null(arena_array(a, (size_t)1 << 33, (size_t)1 << 33));
    int *numbers = arena_array(a, 10, sizeof *numbers);
    cr_assert_eq(numbers[9], 0);
    arena_free(a);
}

Test(arena, copies_text_and_ends_it)
{
    struct arena *a = arena_new(4096);
    cr_assert_str_eq(arena_copy(a, "abcdef", 3), "abc");
    cr_assert_str_eq(arena_copy(a, NULL, 0), "");
    cr_assert_null(arena_copy(a, "x", SIZE_MAX));
    cr_assert_str_eq(arena_format(a, "%s-%d", "no", 7), "no-7");
    cr_assert_null(arena_format(a, "%5000d", 7));
    arena_free(a);
    arena_free(NULL);
}

Test(arena, uses_its_memory_again_after_a_reset)
{
    struct arena *a = arena_new(8 << 20);
    for (int i = 0; i < 100; i++)
        arena_alloc(a, 40000);
    arena_reset(a);
    fail_malloc_at(1);
    for (int i = 0; i < 100; i++)
        cr_assert_not_null(arena_alloc(a, 40000));
    cr_assert(!fail_malloc_end(), "a reset arena allocates what it has already");
    arena_free(a);
}

static int fill_arena(void *context)
{
    (void)context;
    struct arena *a = arena_new(1 << 20);
    if (!a)
        return -1;
    int result = 0;
    for (int i = 0; i < 50 && result == 0; i++)
        if (!arena_alloc(a, 9000))
            result = -1;
    arena_free(a);
    return result;
}

Test(arena, survives_the_failure_of_every_allocation)
{
    cr_assert_gt(fail_every_malloc(fill_arena, NULL, 100), 2);
}

Test(arena, goes_on_after_a_failed_allocation)
{
    struct arena *a = arena_new(1 << 20);
    fail_malloc_at(1);
    cr_assert_null(arena_alloc(a, 10));
    cr_assert(fail_malloc_end());
    cr_assert_eq(arena_used(a), 0);
    cr_assert_not_null(arena_alloc(a, 10));
    arena_free(a);
}

Test(arena, fills_memory_of_the_caller_from_the_front_and_no_more)
{
    _Alignas(16) char memory[128] = {0};
    struct arena *a = arena_over(memory, sizeof memory);
    cr_assert(a);
    char *first = arena_copy(a, "one", 3), *second = arena_alloc(a, 64);
    cr_expect(first == memory);
    cr_expect(second == memory + 16);
    cr_expect_null(arena_alloc(a, 64));
    cr_expect(arena_failed(a));
    cr_expect_eq(arena_used(a), 80);
    arena_free(a);
    cr_expect_str_eq(memory, "one");
}

Test(arena, what_came_after_a_mark_is_dropped_and_its_room_is_used_again)
{
    struct arena *a = arena_new(4 << 20);
    struct arena_mark none = arena_mark(a);
    cr_assert_not_null(arena_alloc(a, 3 << 20));
    cr_assert_null(arena_alloc(a, 2 << 20));
    arena_rewind(a, &none);
    cr_assert_not(arena_failed(a));
    cr_assert_eq(arena_used(a), 0);
    char *kept = arena_copy(a, "kept", 4);
    for (int round = 0; round < 3; round++) {
        struct arena_mark mark = arena_mark(a);
        size_t used = arena_used(a);
        for (int i = 0; i < 30; i++) {
            char *at = arena_alloc(a, 100000);
            cr_assert_not_null(at);
            cr_assert(is_zero(at, 100000));
            memset(at, 0xFF, 100000);
        }
        arena_rewind(a, &mark);
        cr_assert_eq(arena_used(a), used);
    }
    cr_assert_str_eq(kept, "kept");
    arena_free(a);
}
