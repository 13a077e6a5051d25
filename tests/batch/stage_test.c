#include "batch/stage.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "batch/frame.h"
#include "support/fail_call.h"
#include "support/support.h"

static struct folder d;
static struct fault f;
static int suppliers, journal;
static struct stage *s;

static void begin(void)
{
    folder_make(&d);
    f = (struct fault){0};
    mkdirat(d.fd, "suppliers", 0777);
    suppliers = openat(d.fd, "suppliers", O_RDONLY | O_DIRECTORY);
    journal = openat(d.fd, "journal", O_RDWR | O_CREAT | O_APPEND, 0600);
    s = stage_new(d.fd, suppliers, "out", &f);
    cr_assert_not_null(s);
    stage_keep_journal(s, journal);
}

static void end(void)
{
    fail_call_end();
    stage_free(s);
    close(suppliers);
    close(journal);
    folder_remove(&d);
}

TestSuite(stage, .init = begin, .fini = end);

/* One supplier with one report and its entry. */
static int supplier(const char *name, const char *report)
{
    struct buffer b;
    buffer_init(&b, 4096);
    frame_write(&b, FRAME_ENTRY, name, strlen(name));
    int failed = stage_report(s, name, report, strlen(report), &f) < 0 || stage_entry(s, b.at, b.len, &f) < 0;
    buffer_free(&b);
    return failed ? -1 : 0;
}

static void journal_types(char out[64])
{
    struct frame_reader r;
    struct frame one;
    cr_assert_eq(frame_reader_init(&r, journal), 0);
    size_t n = 0;
    while (frame_next(&r, &one) > 0 && n < 63)
        out[n++] = one.type == FRAME_ENTRY ? 'e' : one.type == FRAME_DONE ? 'd' : '?';
    out[n] = '\0';
    frame_reader_free(&r);
}

Test(stage, a_report_is_not_in_place_before_its_group_is_flushed)
{
    char types[64];
    cr_assert_eq(supplier("a.json", "{}"), 0);
    cr_assert(!folder_has(&d, "suppliers/a.json"));
    cr_assert_eq(stage_flush(s, &f), 0);
    char *report = folder_get(&d, "suppliers/a.json", NULL);
    same_text(report, "{}");
    free(report);
    journal_types(types);
    same_text(types, "ed");
}

Test(stage, nothing_is_marked_when_there_was_nothing)
{
    char types[64];
    cr_assert_eq(stage_flush(s, &f), 0);
    journal_types(types);
    same_text(types, "");
}

Test(stage, a_large_number_of_reports_goes_to_the_disk_in_groups)
{
    char name[32];
    for (int i = 0; i < 5000; i++) {
        snprintf(name, sizeof name, "s%d.json", i);
        cr_assert_eq(supplier(name, name), 0);
    }
    cr_assert(folder_has(&d, "suppliers/s0.json"), "the first group is in place while the next is written");
    cr_assert_eq(stage_flush(s, &f), 0);
    for (int i = 0; i < 5000; i++) {
        snprintf(name, sizeof name, "suppliers/s%d.json", i);
        char *report = folder_get(&d, name, NULL);
        same_text(report, name + strlen("suppliers/"));
        free(report);
    }
}

Test(stage, the_same_bytes_leave_the_file_alone)
{
    struct stat before, after;
    cr_assert_eq(supplier("a.json", "{}"), 0);
    cr_assert_eq(stage_flush(s, &f), 0);
    cr_assert_eq(fstatat(suppliers, "a.json", &before, 0), 0);
    cr_assert_eq(supplier("a.json", "{}"), 0);
    cr_assert_eq(stage_flush(s, &f), 0);
    cr_assert_eq(fstatat(suppliers, "a.json", &after, 0), 0);
    cr_assert_eq(before.st_ino, after.st_ino);
    cr_assert_eq(supplier("a.json", "{ }"), 0);
    cr_assert_eq(stage_flush(s, &f), 0);
    char *report = folder_get(&d, "suppliers/a.json", NULL);
    same_text(report, "{ }");
    free(report);
}

Test(stage, what_a_killed_run_left_aside_is_cleared)
{
    folder_put(&d, ".kijun-staged/a0", "torn");
    struct stage *next = stage_new(d.fd, suppliers, "out", &f);
    cr_assert_not_null(next);
    cr_assert(!folder_has(&d, ".kijun-staged/a0"));
    stage_free(next);
}

Test(stage, a_failed_sync_puts_nothing_in_place_and_is_not_tried_again)
{
    char types[64];
    cr_assert_eq(supplier("a.json", "{}"), 0);
    fail_call_at(CALL_SYNCFS, 1, EIO);
    cr_assert_eq(stage_flush(s, &f), -1);
    cr_assert_eq(f.id, FAULT_OUTPUT);
    cr_assert_eq(fail_call_count(CALL_SYNCFS), 1);
    cr_assert(!folder_has(&d, "suppliers/a.json"));
    journal_types(types);
    same_text(types, "e");
}

Test(stage, a_group_whose_folder_cannot_be_synced_is_not_marked)
{
    char types[64];
    cr_assert_eq(supplier("a.json", "{}"), 0);
    fail_call_at(CALL_FSYNC, 1, EIO);
    cr_assert_eq(stage_flush(s, &f), -1);
    journal_types(types);
    same_text(types, "e");
}

Test(stage, a_full_disk_is_said_with_the_name_of_the_report_and_leaves_nothing_torn)
{
    fail_call_at(CALL_WRITE, 1, ENOSPC);
    cr_assert_eq(supplier("a.json", "{}"), -1);
    cr_assert_eq(f.id, FAULT_OUTPUT);
    same_text(f.file, "out/a.json");
    cr_assert(!folder_has(&d, "suppliers/a.json"));
    cr_assert(!folder_has(&d, ".kijun-staged/a0"));
}

Test(stage, a_rename_that_fails_is_said)
{
    cr_assert_eq(supplier("a.json", "{}"), 0);
    fail_call_at(CALL_RENAMEAT, 1, EROFS);
    cr_assert_eq(stage_flush(s, &f), -1);
    cr_assert_eq(f.id, FAULT_OUTPUT);
}
