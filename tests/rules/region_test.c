/* The memory of a Lua state: bounded, and put back byte for byte. */
#include <criterion/criterion.h>
#include <string.h>

#include "rules/region.h"

Test(region, what_is_taken_stays_apart_and_what_is_given_back_is_used_again)
{
    struct region *r = region_new(1 << 20);
    char *a = region_alloc(r, NULL, 5, 100), *b = region_alloc(r, NULL, 5, 100);
    cr_assert(a && b && (b >= a + 100 || a >= b + 100));
    memset(a, 1, 100);
    memset(b, 2, 100);
    cr_expect_null(region_alloc(r, a, 100, 0));
    cr_expect_eq(region_alloc(r, NULL, 0, 100), a);
    region_free(r);
}

Test(region, growing_keeps_the_contents_and_shrinking_never_fails)
{
    struct region *r = region_new(1 << 20);
    char *a = region_alloc(r, NULL, 0, 10);
    memcpy(a, "contents", 9);
    a = region_alloc(r, a, 10, 5000);
    cr_assert_not_null(a);
    cr_expect_str_eq(a, "contents");
    char *rest;
    size_t size = 1 << 19;
    for (; size >= 16; size /= 2) /* uses everything up */
        while ((rest = region_alloc(r, NULL, 0, size)))
            memset(rest, 7, size);
    cr_expect(region_exhausted(r));
    a = region_alloc(r, a, 5000, 20);
    cr_assert_not_null(a);
    cr_expect_str_eq(a, "contents");
    region_free(r);
}

Test(region, a_single_block_is_capped_and_after_many_refusals_nothing_is_given)
{
    struct region *r = region_new(64 << 20);
    cr_expect_null(region_alloc(r, NULL, 0, REGION_BLOCK + 1));
    cr_expect_not_null(region_alloc(r, NULL, 0, REGION_BLOCK));
    for (int i = 0; i < REGION_REFUSALS + 1; i++)
        cr_expect_null(region_alloc(r, NULL, 0, (size_t)1 << 40));
    cr_expect_null(region_alloc(r, NULL, 0, 16));
    cr_expect(region_exhausted(r));
    cr_expect_not_null(region_alloc(r, NULL, 0, 16), "asking clears it");
    region_free(r);
}

Test(region, the_image_comes_back_at_the_same_addresses)
{
    struct region *r = region_new(1 << 20);
    char *a = region_alloc(r, NULL, 0, 64);
    memcpy(a, "before", 7);
    cr_assert(region_take_image(r));
    size_t used = region_used(r);
    for (int round = 0; round < 3; round++) {
        memcpy(a, "after", 6);
        char *b = region_alloc(r, NULL, 0, 4000);
        cr_assert_not_null(b);
        region_alloc(r, a, 64, 0);
        region_restore(r);
        cr_expect_str_eq(a, "before");
        cr_expect_eq(region_used(r), used);
    }
    cr_expect_eq(region_image_size(r), used);
    region_free(r);
}
