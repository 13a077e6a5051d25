#include "batch/frame.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "support/fail_call.h"
#include "support/support.h"

static struct folder d;
static struct fault f;
static int fd;

static void begin(void)
{
    folder_make(&d);
    f = (struct fault){0};
    fd = openat(d.fd, "frames", O_RDWR | O_CREAT | O_APPEND, 0600);
}

static void end(void)
{
    fail_call_end();
    close(fd);
    folder_remove(&d);
}

TestSuite(frame, .init = begin, .fini = end);

static void put(const char *text)
{
    struct buffer b;
    buffer_init(&b, 2 * FRAME_MOST);
    frame_write(&b, FRAME_ENTRY, text, strlen(text));
    cr_assert_eq(frame_append(fd, b.at, b.len, &f), 0);
    buffer_free(&b);
}

/* Reads on and holds the texts against `texts`, ended by NULL; returns what came after them. */
static int read_on(struct frame_reader *r, const char *const *texts)
{
    struct frame one;
    int got;
    for (; (got = frame_next(r, &one)) > 0; texts++) {
        cr_assert_not_null(*texts);
        cr_assert_eq(one.type, FRAME_ENTRY);
        cr_assert(one.len == strlen(*texts) && memcmp(one.at, *texts, one.len) == 0);
    }
    cr_assert_null(*texts);
    return got;
}

static int read_all(const char *const *texts)
{
    struct frame_reader r;
    cr_assert_eq(frame_reader_init(&r, fd), 0);
    int got = read_on(&r, texts);
    frame_reader_free(&r);
    return got;
}

Test(frame, what_was_written_is_read)
{
    put("one");
    put("");
    put("twelve bytes");
    cr_assert_eq(read_all((const char *const[]){"one", "", "twelve bytes", NULL}), 0);
}

Test(frame, a_file_cut_anywhere_gives_the_whole_frames_before)
{
    put("first");
    off_t whole = lseek(fd, 0, SEEK_END);
    put("second");
    for (off_t size = lseek(fd, 0, SEEK_END) - 1; size >= whole; size--) {
        cr_assert_eq(ftruncate(fd, size), 0);
        cr_assert_eq(read_all((const char *const[]){"first", NULL}), 0);
    }
}

Test(frame, any_changed_byte_is_seen)
{
    put("first");
    off_t begin_second = lseek(fd, 0, SEEK_END);
    put("the second, which is longer than eight bytes");
    off_t size = lseek(fd, 0, SEEK_END);
    int other = openat(d.fd, "frames", O_RDWR);
    for (off_t at = begin_second; at < size; at++) {
        unsigned char c, changed;
        cr_assert_eq(pread(other, &c, 1, at), 1);
        changed = c ^ 0x10;
        cr_assert_eq(pwrite(other, &changed, 1, at), 1);
        cr_assert_eq(read_all((const char *const[]){"first", NULL}), 0);
        cr_assert_eq(pwrite(other, &c, 1, at), 1);
    }
    close(other);
}

Test(frame, reading_goes_back_to_any_frame_in_the_window_and_before_it)
{
    char *large = malloc(FRAME_MOST);
    struct frame_reader r;
    struct frame one;
    memset(large, 'x', FRAME_MOST - 1);
    large[FRAME_MOST - 1] = '\0';
    put("one");
    put(large);
    put("three");
    cr_assert_eq(frame_reader_init(&r, fd), 0);
    cr_assert_eq(frame_next(&r, &one), 1);
    off_t first = one.place;
    cr_assert_eq(frame_next(&r, &one), 1);
    off_t second = one.place;
    cr_assert_eq(read_on(&r, (const char *const[]){"three", NULL}), 0);
    frame_seek(&r, second);
    cr_assert_eq(read_on(&r, (const char *const[]){large, "three", NULL}), 0);
    frame_seek(&r, first);
    cr_assert_eq(read_on(&r, (const char *const[]){"one", large, "three", NULL}), 0);
    frame_reader_free(&r);
    free(large);
}

Test(frame, a_frame_over_the_cap_is_not_written)
{
    struct buffer b;
    char *large = calloc(1, FRAME_MOST + 1);
    buffer_init(&b, 2 * FRAME_MOST);
    frame_write(&b, FRAME_ENTRY, large, FRAME_MOST + 1);
    cr_assert(b.failed);
    buffer_free(&b);
    free(large);
}

Test(frame, writing_goes_on_after_an_interruption_and_fails_with_a_full_disk)
{
    fail_call_at(CALL_WRITE, 1, 4 /* EINTR */);
    put("interrupted");
    fail_call_end();
    fail_call_at(CALL_WRITE, 1, 28 /* ENOSPC */);
    cr_assert_eq(frame_append(fd, "x", 1, &f), -1);
    cr_assert_eq(f.id, FAULT_OUTPUT);
}
