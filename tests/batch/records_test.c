#include "batch/records.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/support.h"

static void add_numbers(struct records *r, int count)
{
    struct fault f = {0};
    char text[64];
    for (int i = 0; i < count; i++) {
        int len = snprintf(text, sizeof text, "record %d", i);
        cr_assert_eq(records_add(r, text, (size_t)len, &f), 0);
    }
}

static void expect_numbers(struct records *r, int count)
{
    struct fault f = {0};
    const char *at;
    char text[64];
    size_t len;
    for (int i = 0; i < count; i++) {
        int n = snprintf(text, sizeof text, "record %d", i);
        cr_assert_eq(records_next(r, &at, &len, &f), 1, "record %d is missing", i);
        cr_assert(len == (size_t)n && memcmp(at, text, len) == 0, "record %d differs", i);
    }
    cr_assert_eq(records_next(r, &at, &len, &f), 0);
}

Test(records, few_records_come_back_in_order_and_again_after_rewinding)
{
    struct records *r = records_new(0);
    add_numbers(r, 100);
    expect_numbers(r, 100);
    records_rewind(r);
    expect_numbers(r, 100);
    records_free(r);
}

Test(records, records_beyond_the_memory_come_back_from_the_file)
{
    struct records *r = records_new(0);
    add_numbers(r, 100000); /* 1.7 MB through 256 KiB */
    expect_numbers(r, 100000);
    records_rewind(r);
    expect_numbers(r, 100000);
    records_free(r);
}

Test(records, a_record_may_be_empty_or_as_large_as_the_cap_but_not_larger)
{
    struct fault f = {0};
    struct records *r = records_new(0);
    char *big = calloc(1, RECORD_BYTES + 1);
    const char *at;
    size_t len;
    big[RECORD_BYTES - 1] = 'x';
    cr_assert_eq(records_add(r, "", 0, &f), 0);
    cr_assert_eq(records_add(r, big, RECORD_BYTES, &f), 0);
    cr_assert_eq(records_add(r, "z", 1, &f), 0);
    cr_assert_eq(records_add(r, big, RECORD_BYTES + 1, &f), -1);
    cr_assert_eq(f.id, FAULT_LIMIT);
    fault_clear(&f);
    cr_assert_eq(records_next(r, &at, &len, &f), 1);
    cr_assert_eq(len, 0);
    cr_assert_eq(records_next(r, &at, &len, &f), 1);
    cr_assert(len == RECORD_BYTES && at[RECORD_BYTES - 1] == 'x');
    cr_assert_eq(records_next(r, &at, &len, &f), 1);
    cr_assert(len == 1 && at[0] == 'z');
    cr_assert_eq(records_next(r, &at, &len, &f), 0);
    free(big);
    records_free(r);
}

Test(records, a_folder_for_temporary_files_that_is_not_there_is_named)
{
    struct fault f = {0};
    setenv("TMPDIR", "/nonexistent/folder", 1);
    cr_assert_eq(records_file(&f), -1);
    cr_assert_eq(f.id, FAULT_OUTPUT);
    same_text(f.file, "/nonexistent/folder");
}
