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

