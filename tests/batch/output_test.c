#include "batch/output.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/fail_call.h"
#include "support/support.h"

static struct folder d;
static struct fault f;
static char path[1024];

static void begin(void)
{
    folder_make(&d);
    folder_path(&d, "out", path);
    f = (struct fault){0};
}

static void end(void)
{
    fail_call_end();
    folder_remove(&d);
}

TestSuite(output, .init = begin, .fini = end);

/* One run that writes a report for each of the ids (ended by NULL). */
static void run_once(const char *const *ids)
{
    struct output *o = output_open(path, &f);
    cr_assert_not_null(o);
    for (; *ids; ids++)
        cr_assert_eq(output_supplier(o, *ids, "json", "{}", 2, &f), 0);
    cr_assert_eq(output_run_begin(o, "json", &f), 0);
    cr_assert_eq(output_add(o, "[", 1, &f), 0);
    cr_assert_eq(output_add(o, "]", 1, &f), 0);
    cr_assert_eq(output_end(o, &f), 0);
    cr_assert_eq(output_finish(o, &f), 0);
    output_close(o);
}

Test(output, reports_are_written)
{
    run_once((const char *const[]){"b", "a", NULL});
    char *run = folder_get(&d, "out/run.json", NULL);
    same_text(run, "[]");
    cr_assert(folder_has(&d, "out/suppliers/a.json"));
    cr_assert(folder_has(&d, "out/suppliers/b.json"));
    cr_assert(!folder_has(&d, "out/.kijun-staged"));
    free(run);
}

Test(output, a_report_is_removed_by_the_name_of_its_supplier_and_may_be_gone_already)
{
    run_once((const char *const[]){"a", "b", NULL});
    struct output *o = output_open(path, &f);
    cr_assert_eq(output_remove(o, true, "a", "json", &f), 0);
    cr_assert_eq(output_remove(o, true, "a", "json", &f), 0);
    output_close(o);
    cr_assert(!folder_has(&d, "out/suppliers/a.json"));
    cr_assert(folder_has(&d, "out/suppliers/b.json"));
}

Test(output, a_second_run_is_refused_and_told_who_holds_the_folder)
{
    struct output *o = output_open(path, &f);
    cr_assert_not_null(o);
    pid_t child = fork();
    if (!child) {
        struct output *other = output_open(path, &f);
        _exit(!other && f.id == FAULT_OUTPUT_LOCKED && strtol(f.arg[0], NULL, 10) == (long)getppid() ? 0 : 1);
    }
    int status;
    waitpid(child, &status, 0);
    cr_assert(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    output_close(o);
    o = output_open(path, &f);
    cr_assert_not_null(o, "the folder is free again");
    output_close(o);
}

Test(output, a_folder_that_is_a_file_is_an_error)
{
    folder_put(&d, "out", "a file");
    cr_assert_null(output_open(path, &f));
    cr_assert_eq(fault_class(f.id), FAULT_CLASS_OUTPUT);
}

Test(output, a_full_disk_leaves_the_old_report_of_the_run)
{
    run_once((const char *const[]){"a", NULL});
    struct output *o = output_open(path, &f);
    cr_assert_eq(output_run_begin(o, "json", &f), 0);
    fail_call_at(CALL_WRITE, 1, ENOSPC);
    cr_assert_eq(output_add(o, "{}", 2, &f), -1);
    cr_assert_eq(f.id, FAULT_OUTPUT);
    output_close(o);
    char *run = folder_get(&d, "out/run.json", NULL);
    same_text(run, "[]");
    free(run);
    cr_assert(!folder_has(&d, "out/.kijun-run.json.tmp"));
}

Test(output, a_failing_sync_is_an_error)
{
    struct output *o = output_open(path, &f);
    cr_assert_eq(output_supplier(o, "a", "json", "{}", 2, &f), 0);
    fail_call_at(CALL_FSYNC, 1, EIO);
    cr_assert_eq(output_finish(o, &f), -1);
    cr_assert_eq(f.id, FAULT_OUTPUT);
    output_close(o);
}


/* The run has a report of its own, and one that another process wrote. */
static struct output *with_adopted(void)
{
    struct output *o = output_open(path, &f);
    cr_assert_not_null(o);
    cr_assert_eq(output_run_begin(o, "json", &f), 0);
    cr_assert_eq(output_add(o, "[]", 2, &f), 0);
    cr_assert_eq(output_end(o, &f), 0);
    folder_put(&d, "out/.kijun-run.manifest.json.tmp", "{}");
    cr_assert_eq(output_adopt(o, "run.manifest.json", &f), 0);
    return o;
}

Test(output, with_files_of_another_process_each_is_synced_by_itself_before_it_is_put_in_place)
{
    struct output *o = with_adopted();
    size_t all = fail_call_count(CALL_SYNCFS), each = fail_call_count(CALL_FSYNC);
    cr_assert_eq(output_finish(o, &f), 0);
    output_close(o);
    cr_expect_eq(fail_call_count(CALL_SYNCFS), all);
    cr_expect_eq(fail_call_count(CALL_FSYNC), each + 3, "two files and their folder");
    cr_expect(folder_has(&d, "out/run.json"));
    cr_expect(folder_has(&d, "out/run.manifest.json"));
}

Test(output, none_of_them_is_put_in_place_when_one_cannot_be_synced)
{
    for (size_t nth = 1; nth <= 2; nth++) {
        f = (struct fault){0};
        struct output *o = with_adopted();
        fail_call_at(CALL_FSYNC, nth, EIO);
        cr_assert_eq(output_finish(o, &f), -1);
        cr_expect_eq(f.id, FAULT_OUTPUT);
        output_close(o);
        cr_expect_not(folder_has(&d, "out/run.json"));
        cr_expect_not(folder_has(&d, "out/run.manifest.json"));
        cr_expect_not(folder_has(&d, "out/.kijun-run.json.tmp"));
    }
}

Test(output, a_large_report_is_written_whole_while_the_disk_has_begun)
{
    enum { PIECE = 1024 * 1024, PIECES = 20 };
    static char piece[PIECE];
    size_t len = 0;
    struct output *o = output_open(path, &f);
    cr_assert_eq(output_run_begin(o, "json", &f), 0);
    for (int i = 0; i < PIECES; i++) {
        memset(piece, 'a' + i, sizeof piece);
        cr_assert_eq(output_add(o, piece, sizeof piece, &f), 0);
    }
    cr_assert_eq(output_end(o, &f), 0);
    cr_assert_eq(output_finish(o, &f), 0);
    output_close(o);
    char *run = folder_get(&d, "out/run.json", &len);
    cr_assert_eq(len, (size_t)PIECE * PIECES);
    cr_expect_eq(run[0], 'a');
    cr_expect_eq(run[len - 1], 'a' + PIECES - 1);
    free(run);
}
