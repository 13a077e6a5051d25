#include "batch/records.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/support.h"

/* A permutation of 0 .. n-1 that is the same every time: step is coprime to n. */
static int shuffled(int i, int n, int step)
{
    return (int)((long long)i * step % n);
}

static void add_shuffled(struct sorter *s, int count, int step)
{
    struct fault f = {0};
    char key[64], text[64];
    for (int i = 0; i < count; i++) {
        int n = shuffled(i, count, step);
        int key_len = snprintf(key, sizeof key, "supplier-%08d", n);
        int len = snprintf(text, sizeof text, "row of %d", n);
        cr_assert_eq(sorter_add(s, key, (size_t)key_len, text, (size_t)len, &f), 0);
    }
}

static void expect_sorted(struct sorter *s, int count)
{
    struct fault f = {0};
    struct sorted k;
    char key[64], text[64];
    for (int i = 0; i < count; i++) {
        int key_len = snprintf(key, sizeof key, "supplier-%08d", i);
        int len = snprintf(text, sizeof text, "row of %d", i);
        cr_assert_eq(sorter_next(s, &k, &f), 1, "record %d is missing", i);
        cr_assert(k.key_len == (size_t)key_len && memcmp(k.key, key, k.key_len) == 0, "key %d differs", i);
        cr_assert(k.len == (size_t)len && memcmp(k.at, text, k.len) == 0, "record %d differs", i);
    }
    cr_assert_eq(sorter_next(s, &k, &f), 0);
    cr_assert_eq(sorter_next(s, &k, &f), 0);
}

Test(sorter, few_records_come_back_in_the_order_of_their_keys)
{
    struct sorter *s = sorter_new(0);
    add_shuffled(s, 1000, 7919);
    expect_sorted(s, 1000);
    sorter_free(s);
}

Test(sorter, more_records_than_fit_in_memory_are_merged_from_runs)
{
    struct sorter *s = sorter_new(0);
    add_shuffled(s, 200000, 7919); /* about 10 MB through 512 KiB: some twenty runs */
    expect_sorted(s, 200000);
    sorter_free(s);
}

Test(sorter, nothing_added_is_nothing_found)
{
    struct sorter *s = sorter_new(0);
    expect_sorted(s, 0);
    sorter_free(s);
}

Test(sorter, equal_keys_are_ordered_by_what_stands_behind_them)
{
    struct fault f = {0};
    struct sorter *s = sorter_new(0);
    struct sorted k;
    const char *const rows[] = {"zebra", "", "apple", "zeal"};
    const char *const sorted[] = {"", "apple", "zeal", "zebra"};
    for (int i = 0; i < 4; i++)
        cr_assert_eq(sorter_add(s, "same", 4, rows[i], strlen(rows[i]), &f), 0);
    for (int i = 0; i < 4; i++) {
        cr_assert_eq(sorter_next(s, &k, &f), 1);
        cr_assert(k.len == strlen(sorted[i]) && memcmp(k.at, sorted[i], k.len) == 0);
    }
    sorter_free(s);
}

Test(sorter, a_key_that_begins_another_comes_first)
{
    struct fault f = {0};
    struct sorter *s = sorter_new(0);
    struct sorted k;
    cr_assert_eq(sorter_add(s, "ab", 2, "2", 1, &f), 0);
    cr_assert_eq(sorter_add(s, "a", 1, "1", 1, &f), 0);
    cr_assert_eq(sorter_add(s, "b\377", 2, "4", 1, &f), 0);
    cr_assert_eq(sorter_add(s, "b", 1, "3", 1, &f), 0);
    for (char i = '1'; i <= '4'; i++) {
        cr_assert_eq(sorter_next(s, &k, &f), 1);
        cr_assert_eq(k.at[0], i);
    }
    sorter_free(s);
}

Test(sorter, records_of_the_largest_size_are_merged_too)
{
    struct fault f = {0};
    struct sorter *s = sorter_new(0);
    struct sorted k;
    char *big = malloc(RECORD_BYTES);
    for (int i = 9; i >= 0; i--) {
        memset(big, '0' + i, RECORD_BYTES);
        cr_assert_eq(sorter_add(s, big, 16, big, RECORD_BYTES - 16, &f), 0);
    }
    for (int i = 0; i < 10; i++) {
        cr_assert_eq(sorter_next(s, &k, &f), 1);
        cr_assert(k.len == RECORD_BYTES - 16 && k.at[0] == '0' + i && k.at[k.len - 1] == '0' + i);
    }
    cr_assert_eq(sorter_next(s, &k, &f), 0);
    cr_assert_eq(sorter_add(s, big, RECORD_BYTES, big, 1, &f), -1);
    cr_assert_eq(f.id, FAULT_LIMIT);
    free(big);
    sorter_free(s);
}
