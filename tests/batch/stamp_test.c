#include "batch/stamp.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "support/support.h"

static struct folder d;

static void begin(void)
{
    folder_make(&d);
    folder_put(&d, "one.xml", "1");
    folder_put(&d, "sub/two.xml", "2");
}

static void end(void)
{
    folder_remove(&d);
}

TestSuite(stamp, .init = begin, .fini = end);

/* Longer than the kernel may leave a change without a trace. */
static void settle(void)
{
    const struct timespec pause = {.tv_nsec = 120000000};
    nanosleep(&pause, NULL);
}

static struct stamp of(const char *name)
{
    struct stat s;
    cr_assert_eq(fstatat(d.fd, name, &s, 0), 0);
    return stamp_of(&s);
}

/* The folder has another stamp after a change. */
static struct stamp changed(const struct stamp *before, const char *what)
{
    settle();
    struct stamp now = stamp_folder(d.fd, NULL);
    cr_assert(!stamp_same(before, &now), "%s", what);
    return now;
}

Test(stamp, a_file_that_was_just_written_is_unsettled_and_later_is_not)
{
    folder_put(&d, "new.xml", "x");
    cr_assert(of("new.xml").unsettled);
    settle();
    cr_assert(!of("new.xml").unsettled);
}

Test(stamp, what_does_not_change_keeps_its_stamp)
{
    settle();
    struct stamp file = of("one.xml"), file_again = of("one.xml"), all = stamp_folder(d.fd, NULL), again = stamp_folder(d.fd, NULL);
    cr_assert(stamp_same(&file, &file_again) && stamp_same(&all, &again) && !all.unsettled);
}

Test(stamp, every_change_below_a_folder_changes_its_stamp)
{
    settle();
    struct stamp s = stamp_folder(d.fd, NULL);
    folder_put(&d, "sub/two.xml", "3"); /* the same size */
    s = changed(&s, "other bytes");
    folder_put(&d, "sub/three.bin", "");
    s = changed(&s, "one file more");
    cr_assert_eq(renameat(d.fd, "sub/three.bin", d.fd, "sub/four.bin"), 0);
    s = changed(&s, "another name");
    cr_assert_eq(renameat(d.fd, "sub/four.bin", d.fd, "four.bin"), 0);
    s = changed(&s, "another place");
    cr_assert_eq(unlinkat(d.fd, "four.bin", 0), 0);
    s = changed(&s, "one file less");
    cr_assert_eq(fchmodat(d.fd, "one.xml", 0, 0), 0);
    s = changed(&s, "other permissions");
}

Test(stamp, bytes_changed_behind_an_old_time_are_seen)
{
    settle();
    struct stamp before = of("one.xml");
    struct stat s;
    cr_assert_eq(fstatat(d.fd, "one.xml", &s, 0), 0);
    folder_put(&d, "one.xml", "9");
    cr_assert_eq(utimensat(d.fd, "one.xml", (struct timespec[]){s.st_atim, s.st_mtim}, 0), 0);
    struct stamp after = of("one.xml");
    cr_assert(!stamp_same(&before, &after));
}

Test(stamp, two_files_that_change_places_are_seen)
{
    folder_put(&d, "x", "1");
    folder_put(&d, "y", "1");
    settle();
    struct stamp before = stamp_folder(d.fd, NULL);
    cr_assert_eq(renameat2(d.fd, "x", d.fd, "y", RENAME_EXCHANGE), 0);
    changed(&before, "exchanged");
}

/* ---- by names that are known ---- */

static struct stamp_names names;

static struct stamp by_names(const char *name)
{
    struct stat s;
    cr_assert_eq(fstatat(d.fd, name, &s, 0), 0);
    return stamp_named(d.fd, name, s.st_dev, names.at, names.len);
}

static struct stamp by_walk(const char *name)
{
    int fd = openat(d.fd, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    cr_assert_geq(fd, 0);
    struct stamp s = stamp_folder(fd, &names);
    close(fd);
    return s;
}

Test(stamp, a_folder_whose_names_are_known_has_the_same_stamp)
{
    folder_put(&d, "top/a.xml", "1");
    folder_put(&d, "top/below/deep/b.xml", "2");
    folder_put(&d, "top/.hidden", "3");
    settle();
    struct stamp walked = by_walk("top"), named = by_names("top");
    cr_assert(stamp_same(&walked, &named) && !named.unsettled);
    cr_assert_eq(names.len, sizeof "a.xml" + sizeof "below" + sizeof "below/deep" + sizeof "below/deep/b.xml" + sizeof ".hidden");
}

Test(stamp, every_change_is_seen_by_names_too)
{
    static const char *const changes[] = {"top/a.xml", "top/new.xml", "top/below/new.xml", "top/below/b.xml"};
    folder_put(&d, "top/a.xml", "1");
    folder_put(&d, "top/below/b.xml", "2");
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        settle();
        struct stamp before = by_walk("top");
        folder_put(&d, changes[i], "other");
        struct stamp after = by_names("top");
        cr_assert(!stamp_same(&before, &after), "%s", changes[i]);
    }
    settle();
    struct stamp before = by_walk("top");
    cr_assert_eq(unlinkat(d.fd, "top/new.xml", 0), 0);
    struct stamp after = by_names("top");
    cr_assert(!stamp_same(&before, &after) && after.unsettled);
}

Test(stamp, what_lies_on_another_device_tells_nothing)
{
    folder_put(&d, "top/a.xml", "1");
    by_walk("top");
    struct stat s;
    cr_assert_eq(fstat(d.fd, &s), 0);
    cr_assert(stamp_named(d.fd, "top", s.st_dev + 1, names.at, names.len).unsettled);
}

Test(stamp, too_many_names_are_none)
{
    char name[128];
    for (int i = 0; i < 60; i++) {
        snprintf(name, sizeof name, "top/%0100d", i);
        folder_put(&d, name, "");
    }
    by_walk("top");
    cr_assert_eq(names.len, 0);
}
