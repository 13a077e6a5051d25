#include "base/buffer.h"

#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "support/fail_malloc.h"
#include "support/support.h"

TestSuite(buffer);

Test(buffer, holds_what_was_appended)
{
    struct buffer b;
    buffer_init(&b, 100000);
    cr_assert_null(b.at);
    buffer_puts(&b, "one");
    buffer_putc(&b, ' ');
    buffer_add(&b, "two\0three", 9);
    buffer_printf(&b, " %d%%", 99);
    cr_assert_eq(b.len, 17);
    cr_assert_eq(memcmp(b.at, "one two\0three 99%", 18), 0);
    buffer_clear(&b);
    cr_assert_str_eq(b.at, "");
    cr_assert_eq(b.len, 0);
    buffer_free(&b);
}

Test(buffer, grows_byte_by_byte_to_its_cap_and_no_further)
{
    struct buffer b;
    buffer_init(&b, 5000);
    for (int i = 0; i < 5000; i++)
        buffer_putc(&b, (char)('a' + i % 26));
    cr_assert(!b.failed);
    cr_assert_eq(b.len, 5000);
    for (size_t i = 0; i < 5000; i++)
        cr_assert_eq(b.at[i], (char)('a' + i % 26));
    cr_assert_eq(b.at[5000], '\0');
    buffer_putc(&b, '!');
    cr_assert(b.failed);
    cr_assert_eq(b.len, 5000);
    buffer_free(&b);
}

Test(buffer, stays_failed_until_it_is_cleared)
{
    struct buffer b;
    buffer_init(&b, 4);
    buffer_puts(&b, "12345");
    cr_assert(b.failed);
    buffer_puts(&b, "1");
    buffer_printf(&b, "%d", 1);
    buffer_int(&b, 1);
    cr_assert(b.failed);
    cr_assert_eq(b.len, 0);
    cr_assert_null(buffer_space(&b, 0));
    buffer_clear(&b);
    buffer_puts(&b, "1234");
    cr_assert(!b.failed);
    cr_assert_str_eq(b.at, "1234");
    buffer_free(&b);
}

Test(buffer, a_length_that_would_overflow_fails)
{
    struct buffer b;
    buffer_init(&b, SIZE_MAX);
    buffer_puts(&b, "x");
    cr_assert_null(buffer_space(&b, SIZE_MAX));
    cr_assert(b.failed);
    buffer_clear(&b);
    cr_assert_null(buffer_space(&b, SIZE_MAX - 2));
    buffer_free(&b);
}

Test(buffer, memory_of_the_caller_is_filled_and_never_replaced)
{
    char at[8] = "garbage";
    struct buffer b;
    buffer_init_fixed(&b, at, sizeof at);
    cr_assert_str_eq(at, "");
    buffer_puts(&b, "1234567");
    cr_assert(!b.failed);
    cr_assert_eq(b.at, at);
    buffer_putc(&b, '8');
    cr_assert(b.failed);
    cr_assert_str_eq(at, "1234567");
    buffer_free(&b);
}

Test(buffer, memory_of_no_size_takes_nothing)
{
    char at[1] = "x";
    struct buffer b;
    buffer_init_fixed(&b, at, 0);
    buffer_puts(&b, "");
    buffer_clear(&b);
    buffer_putc(&b, 'y');
    cr_assert(b.failed);
    cr_assert_eq(at[0], 'x');
}

Test(buffer, writes_whole_numbers_like_printf)
{
    const long long numbers[] = {0,    1,     -1,       9,         10,       -10,          99,
                                 100,  12345, INT_MAX,  INT_MIN,   LLONG_MAX, LLONG_MIN,    LLONG_MIN + 1,
                                 1000, 86400, -1234567, 999999999, 4294967296, 10000000000};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        char found[32], expected[32];
        struct buffer b;
        buffer_init_fixed(&b, found, sizeof found);
        buffer_int(&b, numbers[i]);
        snprintf(expected, sizeof expected, "%lld", numbers[i]);
        cr_assert_str_eq(found, expected);
    }
}

Test(buffer, formats_texts_longer_than_its_first_guess)
{
    struct buffer b;
    buffer_init(&b, 1 << 20);
    buffer_printf(&b, "%s|%1000d|%255d|%256d", "x", 1, 2, 3);
    cr_assert_eq(b.len, 2 + 1000 + 1 + 255 + 1 + 256);
    cr_assert_eq(strlen(b.at), b.len);
    buffer_free(&b);
    buffer_init(&b, 300);
    buffer_printf(&b, "%301d", 1);
    cr_assert(b.failed);
    buffer_free(&b);
}

static int fill_buffer(void *context)
{
    (void)context;
    struct buffer b;
    buffer_init(&b, 1 << 20);
    for (int i = 0; i < 10000; i++)
        buffer_puts(&b, "0123456789");
    int result = b.failed ? -1 : 0;
    if (!result)
        cr_assert_eq(b.len, 100000);
    buffer_free(&b);
    return result;
}

Test(buffer, survives_the_failure_of_every_allocation)
{
    cr_assert_gt(fail_every_malloc(fill_buffer, NULL, 100), 5);
}
