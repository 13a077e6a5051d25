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
static void run_once(const char *const *ids, bool interrupted)
{
    struct output *o = output_open(path, &f);
    cr_assert_not_null(o);
    for (; *ids; ids++)
        cr_assert_eq(output_supplier(o, *ids, "json", "{}", 2, &f), 0);
    cr_assert_eq(output_run_begin(o, "json", &f), 0);
    cr_assert_eq(output_run_add(o, "[", 1, &f), 0);
    cr_assert_eq(output_run_add(o, "]", 1, &f), 0);
    cr_assert_eq(output_run_end(o, &f), 0);
    cr_assert_eq(output_finish(o, interrupted, &f), 0);
    output_close(o);
}

Test(output, reports_and_their_list_are_written)
{
    run_once((const char *const[]){"b", "a", NULL}, false);
    char *run = folder_get(&d, "out/run.json", NULL), *list = folder_get(&d, "out/.kijun-reports", NULL);
    same_text(run, "[]");
    same_text(list, "run.json\nsuppliers/a.json\nsuppliers/b.json\n");
    cr_assert(folder_has(&d, "out/suppliers/a.json"));
    free(run);
    free(list);
}

Test(output, a_report_that_is_out_of_date_is_removed_and_a_foreign_file_is_not)
{
    run_once((const char *const[]){"gone", "kept", NULL}, false);
    folder_put(&d, "out/suppliers/notes.txt", "mine");
    run_once((const char *const[]){"kept", "new", NULL}, false);
    cr_assert(!folder_has(&d, "out/suppliers/gone.json"));
    cr_assert(folder_has(&d, "out/suppliers/kept.json"));
    cr_assert(folder_has(&d, "out/suppliers/new.json"));
    cr_assert(folder_has(&d, "out/suppliers/notes.txt"));
}

Test(output, an_interrupted_run_removes_nothing_and_forgets_nothing)
{
    run_once((const char *const[]){"a", "b", NULL}, false);
    run_once((const char *const[]){"c", NULL}, true);
    cr_assert(folder_has(&d, "out/suppliers/a.json"));
    run_once((const char *const[]){"b", NULL}, false);
    cr_assert(!folder_has(&d, "out/suppliers/a.json"));
    cr_assert(!folder_has(&d, "out/suppliers/c.json"));
    cr_assert(folder_has(&d, "out/suppliers/b.json"));
}

Test(output, a_changed_list_cannot_make_it_remove_what_lies_elsewhere)
{
    folder_put(&d, "precious", "keep");
    folder_put(&d, "out/suppliers/.hidden", "keep");
    folder_put(&d, "out/notes.txt", "keep");
    folder_put(&d, "out/.kijun-reports", "../precious\n.kijun-lock\nnotes.txt\nsuppliers/../../precious\nsuppliers/.hidden\n");
    run_once((const char *const[]){"a", NULL}, false);
    cr_assert(folder_has(&d, "precious"));
    cr_assert(folder_has(&d, "out/notes.txt"));
    cr_assert(folder_has(&d, "out/suppliers/.hidden"));
    cr_assert(folder_has(&d, "out/.kijun-lock"));
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
    run_once((const char *const[]){"a", NULL}, false);
    struct output *o = output_open(path, &f);
    cr_assert_eq(output_run_begin(o, "json", &f), 0);
    fail_call_at(CALL_WRITE, 1, ENOSPC);
    cr_assert_eq(output_run_add(o, "{}", 2, &f), -1);
    cr_assert_eq(f.id, FAULT_OUTPUT);
    output_close(o);
    char *run = folder_get(&d, "out/run.json", NULL);
    same_text(run, "[]");
    free(run);
    cr_assert(!folder_has(&d, "out/.kijun-run.tmp"));
}

Test(output, a_failing_sync_is_an_error)
{
    struct output *o = output_open(path, &f);
    cr_assert_eq(output_supplier(o, "a", "json", "{}", 2, &f), 0);
    fail_call_at(CALL_FSYNC, 1, EIO);
    cr_assert_eq(output_finish(o, false, &f), -1);
    cr_assert_eq(f.id, FAULT_OUTPUT);
    output_close(o);
}

Test(output, one_id_written_twice_stands_once_in_the_list)
{
    run_once((const char *const[]){"a", "a", NULL}, false);
    char *list = folder_get(&d, "out/.kijun-reports", NULL);
    same_text(list, "run.json\nsuppliers/a.json\n");
    free(list);
}
