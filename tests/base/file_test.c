#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/fail_call.h"
#include "support/fail_malloc.h"
#include "support/support.h"

static struct folder d;
static struct fault f;
static struct buffer out;

static void begin(void)
{
    folder_make(&d);
    fault_clear(&f);
    buffer_init(&out, 1 << 20);
}

static void end(void)
{
    fail_call_end();
    buffer_free(&out);
    folder_remove(&d);
}

TestSuite(file, .init = begin, .fini = end);

static void refused(const char *name, size_t cap, enum fault_id id)
{
    fault_clear(&f);
    cr_assert_eq(file_read(d.fd, name, name, cap, &out, &f), -1);
    cr_assert_eq(f.id, id, "%s instead of %s", fault_name(f.id), fault_name(id));
    cr_assert_str_eq(f.file, name);
}

Test(file, is_read_whole)
{
    folder_put(&d, "a.txt", "contents");
    cr_assert_eq(file_read(d.fd, "a.txt", "a.txt", 8, &out, &f), 0);
    cr_assert_str_eq(out.at, "contents");
    folder_put(&d, "empty", "");
    cr_assert_eq(file_read(d.fd, "empty", "empty", 8, &out, &f), 0);
    cr_assert_eq(out.len, 0);
    cr_assert_str_eq(out.at, "");
    cr_assert_eq(file_read(d.fd, "empty", "empty", 0, &out, &f), 0);
    char path[1024];
    cr_assert_eq(file_read(AT_FDCWD, folder_path(&d, "a.txt", path), "a.txt", 100, &out, &f), 0);
    cr_assert_eq(out.len, 8);
}

Test(file, bytes_of_any_value_are_read)
{
    char bytes[70000];
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (char)(i * 7);
    folder_put_n(&d, "b", bytes, sizeof bytes);
    cr_assert_eq(file_read(d.fd, "b", "b", sizeof bytes, &out, &f), 0);
    cr_assert_eq(out.len, sizeof bytes);
    cr_assert_eq(memcmp(out.at, bytes, sizeof bytes), 0);
}

Test(file, over_the_cap_is_refused_and_told)
{
    folder_put(&d, "a.txt", "contents");
    refused("a.txt", 7, FAULT_FILE_SIZE);
    cr_assert_str_eq(f.arg[0], "8");
    cr_assert_str_eq(f.arg[1], "7");
    buffer_free(&out);
    buffer_init(&out, 5);
    refused("a.txt", 100, FAULT_FILE_SIZE);
    cr_assert_str_eq(f.arg[1], "5");
}

Test(file, what_is_no_regular_file_is_refused)
{
    folder_put(&d, "real.txt", "x");
    cr_assert_eq(symlinkat("real.txt", d.fd, "link"), 0);
    refused("link", 100, FAULT_FILE_KIND);
    cr_assert_eq(mkfifoat(d.fd, "pipe", 0600), 0);
    refused("pipe", 100, FAULT_FILE_KIND);
    cr_assert_eq(mkdirat(d.fd, "folder", 0700), 0);
    refused("folder", 100, FAULT_FILE_KIND);
    refused("/dev/zero", 100, FAULT_FILE_KIND);
    struct sockaddr_un where = {.sun_family = AF_UNIX};
    cr_assert_lt(snprintf(where.sun_path, sizeof where.sun_path, "%.90s/socket", d.path), 100);
    int s = socket(AF_UNIX, SOCK_STREAM, 0);
    cr_assert_eq(bind(s, (struct sockaddr *)&where, sizeof where), 0);
    refused("socket", 100, FAULT_FILE_KIND);
    close(s);
}

Test(file, that_is_not_there_is_told)
{
    refused("missing.xml", 100, FAULT_FILE_OPEN);
    cr_assert_str_eq(f.arg[0], "no such file or folder");
}

Test(file, is_read_in_spite_of_interruptions_and_short_reads)
{
    folder_put(&d, "a.txt", "contents");
    fail_call_at(CALL_OPENAT, 1, EINTR);
    fail_call_at(CALL_READ, 2, EINTR);
    fail_call_short(3);
    cr_assert_eq(file_read(d.fd, "a.txt", "a.txt", 8, &out, &f), 0);
    cr_assert_str_eq(out.at, "contents");
    cr_assert_geq(fail_call_count(CALL_READ), 5);
}

/* /proc says that its files are empty: a size is a hint, not a promise. */
Test(file, longer_than_announced_is_read_up_to_the_cap)
{
    cr_assert_eq(file_read(AT_FDCWD, "/proc/self/status", "status", 1 << 16, &out, &f), 0);
    cr_assert_gt(out.len, 100);
    size_t len = out.len;
    cr_assert_eq(file_read(AT_FDCWD, "/proc/self/status", "status", len / 2, &out, &f), -1);
    cr_assert_eq(f.id, FAULT_FILE_SIZE);
}

Test(file, reading_tells_every_failure_of_the_system)
{
    folder_put(&d, "a.txt", "contents");
    fail_call_at(CALL_READ, 1, EIO);
    refused("a.txt", 100, FAULT_FILE_READ);
    fail_call_at(CALL_READ, 2, EIO);
    refused("a.txt", 100, FAULT_FILE_READ);
    fail_call_at(CALL_FSTAT, 1, EIO);
    refused("a.txt", 100, FAULT_FILE_READ);
    fail_call_at(CALL_OPENAT, 1, EMFILE);
    refused("a.txt", 100, FAULT_FILE_OPEN);
    buffer_free(&out);
    fail_malloc_at(1);
    refused("a.txt", 100, FAULT_MEMORY);
    fail_malloc_end();
    fault_clear(&f);
    cr_assert_eq(file_read(d.fd, "a.txt", "a.txt", 100, &out, &f), 0);
}

static void holds(const char *name, const char *text)
{
    char *found = folder_get(&d, name, NULL);
    same_text(found, text);
    free(found);
}

Test(file, is_written_whole)
{
    cr_assert_eq(file_write(d.fd, "r.json", "{}\n", 3, &f), 0);
    holds("r.json", "{}\n");
    cr_assert_eq(file_write(d.fd, "r.json", "[1, 2]\n", 7, &f), 0);
    holds("r.json", "[1, 2]\n");
    cr_assert_eq(file_write(d.fd, "r.json", "", 0, &f), 0);
    holds("r.json", "");
    cr_assert_eq(folder_count(&d), 1);
}

Test(file, of_the_same_bytes_is_left_alone)
{
    struct stat before, after;
    folder_put(&d, "r", "same");
    cr_assert_eq(fstatat(d.fd, "r", &before, 0), 0);
    cr_assert_eq(file_write(d.fd, "r", "same", 4, &f), 0);
    cr_assert_eq(fstatat(d.fd, "r", &after, 0), 0);
    cr_assert_eq(before.st_ino, after.st_ino);
    cr_assert_eq(fail_call_count(CALL_RENAMEAT), 0);
    cr_assert_eq(file_write(d.fd, "r", "sane", 4, &f), 0);
    cr_assert_eq(file_write(d.fd, "r", "sane!", 5, &f), 0);
    cr_assert_eq(file_write(d.fd, "r", "sane", 4, &f), 0);
    holds("r", "sane");
    cr_assert_eq(fail_call_count(CALL_RENAMEAT), 3);
}

Test(file, large_and_equal_up_to_the_last_byte_is_replaced)
{
    enum { SIZE = 40000 };
    char *bytes = malloc(SIZE);
    cr_assert_not_null(bytes);
    memset(bytes, 'a', SIZE);
    cr_assert_eq(file_write(d.fd, "r", bytes, SIZE, &f), 0);
    bytes[SIZE - 1] = 'b';
    cr_assert_eq(file_write(d.fd, "r", bytes, SIZE, &f), 0);
    cr_assert_eq(fail_call_count(CALL_RENAMEAT), 2);
    size_t len;
    char *found = folder_get(&d, "r", &len);
    cr_assert_eq(len, SIZE);
    cr_assert_eq(memcmp(found, bytes, SIZE), 0);
    free(found);
    free(bytes);
}

Test(file, is_written_by_its_path)
{
    char path[1024];
    cr_assert_eq(file_write_path(folder_path(&d, "page.html", path), "a", 1, &f), 0);
    holds("page.html", "a");
    cr_assert_eq(file_write_path(path, "b", 1, &f), 0);
    holds("page.html", "b");
    cr_assert_eq(folder_count(&d), 1);
    cr_assert_eq(file_write_path(folder_path(&d, "none/page.html", path), "a", 1, &f), -1);
    cr_assert_eq(f.id, FAULT_OUTPUT);
    cr_assert_str_eq(f.file, path);
}

Test(file, never_writes_through_a_link)
{
    folder_put(&d, "precious", "keep");
    cr_assert_eq(symlinkat("precious", d.fd, "r"), 0);
    cr_assert_eq(file_write(d.fd, "r", "new", 3, &f), 0);
    holds("precious", "keep");
    holds("r", "new");
    struct stat s;
    cr_assert_eq(fstatat(d.fd, "r", &s, AT_SYMLINK_NOFOLLOW), 0);
    cr_assert(S_ISREG(s.st_mode));
}

/* A run that is killed before it can rename leaves the temporary file behind; the next one must not stumble over it. */
Test(file, a_leftover_of_a_killed_run_is_replaced)
{
    pid_t child = fork();
    cr_assert_geq(child, 0);
    if (child == 0) {
        fail_call_kill(CALL_RENAMEAT, 1);
        file_write(d.fd, "r", "from the killed run", 19, &f);
        _exit(0);
    }
    int status;
    cr_assert_eq(waitpid(child, &status, 0), child);
    cr_assert(WIFSIGNALED(status), "the run went on after its rename");
    cr_assert(!folder_has(&d, "r"));
    cr_assert_eq(folder_count(&d), 1);
    cr_assert_eq(file_write(d.fd, "r", "whole", 5, &f), 0);
    holds("r", "whole");
    cr_assert_eq(folder_count(&d), 1);
}

Test(file, names_may_hold_folders)
{
    cr_assert_eq(mkdirat(d.fd, "sub", 0700), 0);
    cr_assert_eq(file_write(d.fd, "sub/r", "x", 1, &f), 0);
    holds("sub/r", "x");
    cr_assert_eq(file_write(d.fd, "none/r", "x", 1, &f), -1);
    cr_assert_eq(f.id, FAULT_OUTPUT);
    cr_assert_str_eq(f.file, "none/r");
}

Test(file, the_longest_name_can_be_written)
{
    char name[300];
    memset(name, 'n', sizeof name);
    name[255] = '\0';
    cr_assert_eq(file_write(d.fd, name, "x", 1, &f), 0);
    holds(name, "x");
    name[255] = 'n';
    name[256] = '\0';
    cr_assert_eq(file_write(d.fd, name, "x", 1, &f), -1);
    cr_assert_str_eq(f.arg[0], "name too long");
}

Test(file, is_written_in_spite_of_interruptions_and_short_writes)
{
    folder_put(&d, "r", "old contents");
    fail_call_at(CALL_OPENAT, 2, EINTR);
    fail_call_at(CALL_READ, 1, EINTR);
    fail_call_at(CALL_WRITE, 3, EINTR);
    fail_call_at(CALL_CLOSE, 2, EINTR);
    fail_call_short(2);
    cr_assert_eq(file_write(d.fd, "r", "new contents", 12, &f), 0);
    fail_call_end();
    holds("r", "new contents");
    cr_assert_eq(folder_count(&d), 1);
}

/* Whatever fails, the old file is whole, nothing else stands beside it, and the caller is told. */
Test(file, the_old_file_survives_every_failure)
{
    static const struct { enum call call; size_t nth; int error; } failures[] = {
        {CALL_OPENAT, 2, EACCES}, {CALL_WRITE, 1, ENOSPC},  {CALL_WRITE, 2, EIO},
        {CALL_CLOSE, 2, EDQUOT},  {CALL_RENAMEAT, 1, EXDEV}, {CALL_WRITE, 4, EFBIG},
    };
    folder_put(&d, "r", "old contents");
    for (size_t i = 0; i < sizeof failures / sizeof *failures; i++) {
        fault_clear(&f);
        fail_call_at(failures[i].call, failures[i].nth, failures[i].error);
        fail_call_short(3);
        cr_assert_eq(file_write(d.fd, "r", "new contents", 12, &f), -1, "no. %zu", i);
        fail_call_end();
        cr_assert_eq(f.id, FAULT_OUTPUT);
        cr_assert_str_eq(f.file, "r");
        holds("r", "old contents");
        cr_assert_eq(folder_count(&d), 1);
    }
}

Test(file, a_folder_is_made_with_those_above_it)
{
    char path[1024];
    cr_assert_eq(file_make_folder(folder_path(&d, "a/b/c", path), &f), 0);
    cr_assert(folder_has(&d, "a/b/c"));
    cr_assert_eq(file_make_folder(path, &f), 0);
    cr_assert_eq(file_make_folder(folder_path(&d, "a//x/", path), &f), 0);
    cr_assert(folder_has(&d, "a/x"));
    cr_assert_eq(file_make_folder("/", &f), 0);
}

Test(file, a_folder_that_cannot_be_made_is_told)
{
    char path[1024], longest[5000];
    folder_put(&d, "file", "x");
    cr_assert_eq(file_make_folder(folder_path(&d, "file", path), &f), -1);
    cr_assert_str_eq(f.arg[0], "not a folder");
    fault_clear(&f);
    cr_assert_eq(file_make_folder(folder_path(&d, "file/below", path), &f), -1);
    cr_assert_str_eq(f.arg[0], "not a folder");
    fault_clear(&f);
    cr_assert_eq(file_make_folder("", &f), -1);
    cr_assert_eq(f.id, FAULT_OUTPUT);
    fault_clear(&f);
    memset(longest, 'x', sizeof longest - 1);
    longest[sizeof longest - 1] = '\0';
    cr_assert_eq(file_make_folder(longest, &f), -1);
    cr_assert_str_eq(f.arg[0], "name too long");
}

Test(file, syncing_tells_a_failure_and_does_not_try_again)
{
    cr_assert_eq(file_sync_folder(d.fd, "out", &f), 0);
    cr_assert_eq(fail_call_count(CALL_SYNCFS), 1);
    cr_assert_eq(fail_call_count(CALL_FSYNC), 1);
    fail_call_end();
    fail_call_at(CALL_SYNCFS, 1, EIO);
    cr_assert_eq(file_sync_folder(d.fd, "out", &f), -1);
    cr_assert_eq(f.id, FAULT_OUTPUT);
    cr_assert_str_eq(f.file, "out");
    cr_assert_eq(fail_call_count(CALL_SYNCFS), 1);
    fault_clear(&f);
    fail_call_at(CALL_FSYNC, 1, EIO);
    cr_assert_eq(file_sync_folder(d.fd, "out", &f), -1);
    cr_assert_eq(fail_call_count(CALL_FSYNC), 1);
}

/* ---- piece by piece ---- */

Test(file, a_stream_has_its_name_only_at_the_end)
{
    char folder[] = "/tmp/kijun-file-XXXXXX", path[64];
    struct file_stream s = {0};
    cr_assert(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/report", folder);
    cr_expect_eq(file_write_path(path, "old", 3, &f), 0);
    cr_assert_eq(file_stream_begin(&s, path, &f), 0);
    cr_expect_eq(file_stream_add(&s, "ne", 2, &f), 0);
    cr_expect_eq(file_stream_add(&s, "w!", 2, &f), 0);
    cr_expect(file_holds(AT_FDCWD, path, "old", 3));
    cr_expect_eq(file_stream_end(&s, &f), 0);
    cr_expect(file_holds(AT_FDCWD, path, "new!", 4));
    file_stream_drop(&s);
    cr_assert_eq(file_stream_begin(&s, path, &f), 0);
    cr_expect_eq(file_stream_add(&s, "half", 4, &f), 0);
    file_stream_drop(&s);
    cr_expect(file_holds(AT_FDCWD, path, "new!", 4));
    cr_expect_eq(unlink(path), 0);
    cr_expect_eq(rmdir(folder), 0, "nothing temporary is left");
}

Test(file, a_stream_leaves_devices_alone)
{
    struct file_stream s = {0};
    struct stat now;
    cr_assert_eq(file_stream_begin(&s, "/dev/null", &f), 0);
    cr_expect_eq(file_stream_add(&s, "x", 1, &f), 0);
    cr_expect_eq(file_stream_end(&s, &f), 0);
    cr_expect(stat("/dev/null", &now) == 0 && S_ISCHR(now.st_mode));
    cr_expect_eq(file_stream_begin(&s, "/dev/full", &f), 0);
    cr_expect_lt(file_stream_add(&s, "x", 1, &f), 0);
    cr_expect_eq(f.id, FAULT_OUTPUT);
    file_stream_drop(&s);
}
