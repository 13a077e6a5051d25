#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "batch/discover.h"
#include "support/support.h"

#define CONTRACT "<contract xmlns=\"urn:kijun:1\" id=\"c\"/>"

static struct folder at;
static char a[1024], b[1024], inside[1024], dashed[1024], linked[1024];

static void setup(void)
{
    folder_make(&at);
    folder_put(&at, "a.xml", CONTRACT);
    folder_put(&at, "b.xml", CONTRACT);
    folder_put(&at, "x/c.xml", CONTRACT);
    folder_put(&at, "x-y.xml", CONTRACT);
    folder_path(&at, "a.xml", a);
    folder_path(&at, "b.xml", b);
    folder_path(&at, "x/c.xml", inside);
    folder_path(&at, "x-y.xml", dashed);
    folder_path(&at, "linked.xml", linked);
    cr_assert_eq(symlink("a.xml", linked), 0);
}

static void teardown(void)
{
    folder_remove(&at);
}

TestSuite(discover_state, .init = setup, .fini = teardown);

/* Both are found, in this order. */
static void comes_before(const char *first, const char *then, const char *const *paths)
{
    struct discovery *d = discovery_new(paths, NULL);
    struct found found;
    cr_assert_not_null(d);
    cr_assert_eq(discovery_next(d, &found), 1);
    cr_expect_str_eq(found.path, first);
    cr_assert_eq(discovery_next(d, &found), 1);
    cr_expect_str_eq(found.path, then);
    cr_expect_eq(discovery_next(d, &found), 0);
    discovery_free(d);
}

Test(discover_state, what_is_named_in_any_order_is_visited_in_that_of_its_keys)
{
    comes_before(a, b, (const char *const[]){a, b, NULL});
    comes_before(a, b, (const char *const[]){b, a, NULL});
}

Test(discover_state, what_is_in_a_folder_stands_before_everything_that_only_begins_like_it)
{
    comes_before(inside, dashed, (const char *const[]){dashed, inside, NULL});
}

Test(discover_state, a_file_that_is_named_twice_by_different_names_is_visited_once)
{
    comes_before(a, b, (const char *const[]){a, linked, b, NULL});
}

Test(discover_state, nothing_named_is_nothing_found)
{
    const char *const paths[] = {NULL}, *first;
    struct discovery *d = discovery_new(paths, "/no/such/folder");
    struct found found;
    cr_assert_not_null(d);
    cr_expect_eq(discovery_next(d, &found), 0);
    cr_expect_eq(discovery_links(d, &first), 0);
    cr_expect_eq(discovery_unread(d, &first), 0);
    cr_expect_eq(discovery_sheets(d, &first), 0);
    discovery_free(d);
    discovery_free(NULL);
}

Test(discover_state, what_ended_it_is_told_once_and_a_fault_that_is_set_stays)
{
    const char *const paths[] = {a, NULL};
    struct discovery *d = discovery_new(paths, NULL);
    struct fault f = {0};
    discovery_failed(d, &f);
    cr_expect_eq(f.id, FAULT_MEMORY, "the only reason without one of its own");
    f = (struct fault){0};
    fault_set(&f, FAULT_OUTPUT, "no room");
    discovery_failed(d, &f);
    cr_expect_eq(f.id, FAULT_OUTPUT);
    discovery_free(d);
}
