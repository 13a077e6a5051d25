/* The memory of a Lua state: bounded, and put back byte for byte. */
#include <criterion/criterion.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>

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

/* An image of `pages` pages and more, each block starting with 'o'. */
static struct region *with_image(char *block[], size_t pages)
{
    struct region *r = region_new(4 << 20);
    for (size_t i = 0; i < pages; i++) {
        block[i] = region_alloc(r, NULL, 0, 4096);
        memset(block[i], 'o', 4096);
    }
    cr_assert(region_take_image(r));
    return r;
}

Test(region, only_pages_that_were_written_to_are_put_back)
{
    char *block[40];
    struct region *r = with_image(block, 40);
    cr_expect_eq(region_written(r), 0);
    for (int round = 0; round < 3; round++) {
        memset(block[3] + 8, 'x', 8);
        memset(block[20] + 8, 'x', 8);
        cr_expect_eq(region_written(r), 2);
        region_restore(r);
        for (int i = 0; i < 40; i++)
            for (int k = 0; k < 4096; k++)
                cr_assert_eq(block[i][k], 'o');
    }
    region_free(r);
}

Test(region, an_image_that_was_written_to_everywhere_comes_back_and_is_watched_anew)
{
    char *block[40];
    struct region *r = with_image(block, 40);
    for (int i = 0; i < 40; i++)
        memset(block[i], 'x', 4096);
    cr_expect_gt(region_written(r), 35);
    region_restore(r);
    for (int i = 0; i < 40; i++)
        cr_assert_eq(block[i][4095], 'o');
    cr_expect_eq(region_written(r), 0);
    block[7][0] = 'x';
    cr_expect_eq(region_written(r), 1);
    region_free(r);
}

Test(region, two_images_are_told_apart)
{
    char *a[20], *b[20];
    struct region *one = with_image(a, 20), *other = with_image(b, 20);
    a[5][0] = 'x';
    b[6][0] = b[9][0] = 'x';
    cr_expect_eq(region_written(one), 1);
    cr_expect_eq(region_written(other), 2);
    region_restore(one);
    cr_expect_eq(a[5][0], 'o');
    cr_expect_eq(b[6][0], 'x');
    region_free(one);
    region_free(other);
}

Test(region, a_second_image_takes_the_place_of_the_first)
{
    char *block[20];
    struct region *r = with_image(block, 20);
    block[4][0] = 'n';
    cr_assert(region_take_image(r));
    block[4][0] = 'x';
    region_restore(r);
    cr_expect_eq(block[4][0], 'n');
    region_free(r);
}

Test(region, a_fault_elsewhere_ends_the_process, .signal = SIGSEGV)
{
    char *block[20];
    with_image(block, 20);
    char *page = mmap(NULL, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    *(volatile char *)page = 1;
}
