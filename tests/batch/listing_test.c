#include "batch/listing.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/support.h"

static struct folder d;
static struct fault f;

static void begin(void)
{
    folder_make(&d);
    f = (struct fault){0};
}

static void end(void)
{
    folder_remove(&d);
}

TestSuite(listing, .init = begin, .fini = end);

static void same_names(struct listing *l, const char *expected)
{
    char all[1024] = "";
    struct listed_entry e;
    int got;
    while ((got = listing_next(l, &e, &f)) > 0)
        snprintf(all + strlen(all), sizeof all - strlen(all), "%s%c ", e.name,
                 e.type == LISTED_FOLDER ? '/' : e.type == LISTED_FILE ? '.' : '?');
    cr_assert_eq(got, 0);
    same_text(all, expected);
}

Test(listing, names_come_in_order_with_what_they_are_and_once_more_when_asked)
{
    folder_put(&d, "b.xml", "");
    folder_put(&d, "a/x", "");
    folder_put(&d, "Z", "");
    folder_put(&d, ".hidden", "");
    folder_put(&d, "~$open.docx", "");
    cr_assert_eq(symlinkat("b.xml", d.fd, "link"), 0);
    struct listing *l = listing_read(d.fd, false, &f);
    cr_assert_not_null(l);
    same_names(l, "Z. a/ b.xml. link? ");
    cr_assert_eq(listing_rewind(l, &f), 0);
    same_names(l, "Z. a/ b.xml. link? ");
    listing_free(l);
}

Test(listing, an_empty_folder_has_no_entries)
{
    struct listing *l = listing_read(d.fd, true, &f);
    cr_assert_not_null(l);
    same_names(l, "");
    listing_free(l);
}

Test(listing, very_many_names_are_kept_outside_memory_and_still_in_order)
{
    enum { MANY = 30000 };
    char name[64], last[64] = "";
    for (int i = 0; i < MANY; i++) {
        snprintf(name, sizeof name, "a-rather-long-name-of-a-supplier-%d", i * 7919 % MANY);
        cr_assert_eq(mkdirat(d.fd, name, 0777), 0);
    }
    struct listing *l = listing_read(d.fd, true, &f);
    cr_assert_not_null(l);
    for (int round = 0; round < 2; round++) {
        struct listed_entry e;
        int count = 0;
        last[0] = '\0';
        for (; listing_next(l, &e, &f) > 0; count++) {
            cr_assert_lt(strcmp(last, e.name), 0);
            snprintf(last, sizeof last, "%s", e.name);
        }
        cr_assert_eq(count, MANY);
        cr_assert_eq(listing_rewind(l, &f), 0);
    }
    listing_free(l);
}

Test(listing, stamps_are_taken_of_files_when_asked_for)
{
    struct listed_entry e;
    struct stat s;
    folder_put(&d, "a.xml", "x");
    struct listing *l = listing_read(d.fd, true, &f);
    cr_assert_not_null(l);
    cr_assert_eq(listing_next(l, &e, &f), 1);
    cr_assert_eq(fstatat(d.fd, "a.xml", &s, 0), 0);
    struct stamp expected = stamp_of(&s);
    cr_assert(stamp_same(&e.stamp, &expected));
    listing_free(l);
}
