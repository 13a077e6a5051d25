#include "batch/notebook.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

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
    folder_remove(&d);
}

TestSuite(notebook, .init = begin, .fini = end);

struct run {
    struct output *output;
    struct notebook *notebook;
};

static struct known_head head_with(const char *formats, unsigned char basis)
{
    struct known_head h;
    known_head_init(&h);
    h.basis.bytes[0] = basis;
    h.as_of = 100;
    snprintf(h.formats, sizeof h.formats, "%s", formats);
    return h;
}

static struct run run_with(const struct known_head *h, bool full, bool resume)
{
    struct run r = {.output = output_open(path, &f)};
    cr_assert_not_null(r.output);
    r.notebook = notebook_open(r.output, h, full, resume, &f);
    return r;
}

static struct run run_begin(void)
{
    struct known_head h = head_with("json", 1);
    struct run r = run_with(&h, false, false);
    cr_assert_not_null(r.notebook);
    return r;
}

static void judge(struct run *r, const char *where, const char *id)
{
    struct entry_key key;
    struct buffer b;
    entry_key(&key, where);
    struct entry e = {.key = key.at, .key_len = key.len, .stamp = {7, 7, false}, .as_of = 100, .from = DAY_NONE,
                      .until = DAY_NONE, .kind = ENTRY_FOLDER, .usable = true, .id = id, .part_count = 2, .sizes = {3, 2},
                      .at = {"row", NULL}};
    buffer_init(&b, FRAME_MOST);
    entry_write(&e, &b);
    cr_assert_eq(output_supplier(r->output, id, "json", "{}", 2, &f), 0);
    cr_assert_eq(output_entry(r->output, b.at, b.len, &f), 0);
    buffer_free(&b);
}

/* The entry is known and may be used; it then counts for this run, too. */
static bool keep(struct run *r, const char *where)
{
    struct entry_key key;
    struct entry e;
    struct known *k = notebook_known(r->notebook);
    entry_key(&key, where);
    if (!k || !known_find(k, key.at, key.len, &e) || !e.usable || !notebook_has_reports(r->notebook, &e))
        return false;
    cr_assert_eq(known_keep(k), 0);
    return true;
}

static void run_close(struct run *r)
{
    notebook_free(r->notebook);
    output_close(r->output);
}

static void run_end(struct run *r)
{
    cr_assert_eq(output_flush(r->output, &f), 0);
    cr_assert_eq(notebook_finish(r->notebook, &f), 0);
    cr_assert_eq(output_finish(r->output, &f), 0);
    notebook_over(r->notebook);
    run_close(r);
}

Test(notebook, what_one_run_judged_the_next_may_keep)
{
    struct run r = run_begin();
    cr_assert_null(notebook_known(r.notebook));
    judge(&r, "p/b", "b");
    judge(&r, "p/a", "a");
    run_end(&r);
    cr_assert(!folder_has(&d, "out/.kijun-journal"));
    for (int night = 0; night < 3; night++) {
        r = run_begin();
        cr_assert(keep(&r, "p/a") && !keep(&r, "p/aa") && keep(&r, "p/b"));
        run_end(&r);
    }
}

Test(notebook, a_report_whose_supplier_is_gone_is_removed_and_a_foreign_file_is_not)
{
    struct run r = run_begin();
    judge(&r, "p/gone", "gone");
    judge(&r, "p/kept", "kept");
    judge(&r, "p/moved", "moved");
    run_end(&r);
    folder_put(&d, "out/suppliers/notes.txt", "mine");
    folder_put(&d, "out/suppliers/foreign.json", "mine");
    r = run_begin();
    cr_assert(keep(&r, "p/kept"));
    judge(&r, "q/moved", "moved");
    run_end(&r);
    cr_assert(!folder_has(&d, "out/suppliers/gone.json"));
    cr_assert(folder_has(&d, "out/suppliers/kept.json") && folder_has(&d, "out/suppliers/moved.json"));
    cr_assert(folder_has(&d, "out/suppliers/notes.txt") && folder_has(&d, "out/suppliers/foreign.json"));
}

Test(notebook, an_interrupted_run_removes_nothing_and_forgets_nothing)
{
    struct run r = run_begin();
    judge(&r, "p/a", "a");
    run_end(&r);
    r = run_begin();
    judge(&r, "p/b", "b");
    cr_assert_eq(output_flush(r.output, &f), 0);
    run_close(&r); /* without notebook_finish, as a killed process */
    r = run_begin();
    cr_assert(keep(&r, "p/a") && keep(&r, "p/b"));
    judge(&r, "p/c", "c");
    run_close(&r); /* nothing of c was put in place */
    r = run_begin();
    cr_assert(keep(&r, "p/a") && !keep(&r, "p/c"));
    run_end(&r);
    cr_assert(folder_has(&d, "out/suppliers/a.json") && !folder_has(&d, "out/suppliers/b.json"));
}

Test(notebook, a_killed_run_leaves_no_report_that_a_later_one_does_not_know)
{
    /* Killed between putting a group in place and marking it: the reports are there, the mark is not. */
    pid_t child = fork();
    if (!child) {
        struct run r = run_begin();
        judge(&r, "p/a", "a");
        output_keep_journal(r.output, -1);
        _exit(0); /* the entry was never written, so that nothing is in place either */
    }
    waitpid(child, NULL, 0);
    cr_assert(!folder_has(&d, "out/suppliers/a.json"));
    struct run r = run_begin();
    judge(&r, "p/b", "b");
    cr_assert_eq(output_flush(r.output, &f), 0);
    cr_assert_eq(truncate(folder_path(&d, "out/.kijun-journal", path), 400), 0, "the mark and the end of the entry are lost");
    run_close(&r);
    folder_path(&d, "out", path);
    r = run_begin();
    cr_assert(!keep(&r, "p/b"), "what is not marked is judged again");
    run_end(&r);
}

Test(notebook, two_suppliers_with_one_id_are_not_kept_after_a_kill)
{
    struct run r = run_begin();
    judge(&r, "p/one", "twin");
    judge(&r, "p/two", "twin");
    judge(&r, "p/other", "other");
    cr_assert_eq(output_flush(r.output, &f), 0);
    run_close(&r);
    r = run_begin();
    cr_assert(!keep(&r, "p/one") && keep(&r, "p/other") && !keep(&r, "p/two"));
    run_end(&r);
}

Test(notebook, what_is_spoiled_is_not_kept)
{
    struct run r = run_begin();
    judge(&r, "p/a", "a");
    judge(&r, "p/b", "b");
    cr_assert_eq(notebook_spoil(r.notebook, "p/b", &f), 0);
    run_end(&r);
    r = run_begin();
    cr_assert(keep(&r, "p/a") && !keep(&r, "p/b"));
    run_end(&r);
}

Test(notebook, nothing_is_kept_under_another_basis_and_reports_in_dropped_formats_go)
{
    struct run r = run_begin();
    judge(&r, "p/a", "a");
    judge(&r, "p/b", "b");
    cr_assert_eq(output_begin(r.output, "run.json", &f), 0);
    cr_assert_eq(output_end(r.output, &f), 0);
    run_end(&r);
    struct known_head h = head_with("html", 2);
    r = run_with(&h, false, false);
    cr_assert_null(notebook_known(r.notebook));
    run_end(&r);
    cr_assert(!folder_has(&d, "out/suppliers/a.json") && !folder_has(&d, "out/run.json"));
}

Test(notebook, a_full_run_keeps_nothing)
{
    struct run r = run_begin();
    judge(&r, "p/a", "a");
    run_end(&r);
    struct known_head h = head_with("json", 1);
    r = run_with(&h, true, false);
    cr_assert_null(notebook_known(r.notebook));
    run_close(&r);
    r = run_begin(); /* it was interrupted: what was known before it does not come back */
    cr_assert(!keep(&r, "p/a"));
    run_end(&r);
}

Test(notebook, a_report_that_somebody_removed_is_missed)
{
    struct run r = run_begin();
    judge(&r, "p/a", "a");
    judge(&r, "p/b", "b");
    run_end(&r);
    cr_assert_eq(unlinkat(d.fd, "out/suppliers/a.json", 0), 0);
    r = run_begin();
    cr_assert(!keep(&r, "p/a") && keep(&r, "p/b"));
    run_end(&r);
}

Test(notebook, only_an_interrupted_run_can_be_resumed_and_only_as_it_was_started)
{
    struct known_head h = head_with("json", 1);
    day left;
    struct run r = run_with(&h, false, true);
    cr_assert(!r.notebook && f.id == FAULT_RESUME_NOTHING);
    output_close(r.output);
    f = (struct fault){0};
    r = run_begin();
    judge(&r, "p/a", "a");
    cr_assert_eq(output_flush(r.output, &f), 0);
    run_close(&r);
    cr_assert_eq(notebook_resume_day(path, &left, &f), 0);
    cr_assert_eq(left, 100);
    struct known_head other = head_with("json", 2);
    r = run_with(&other, false, true);
    cr_assert(!r.notebook && f.id == FAULT_RESUME_DIFFERS);
    output_close(r.output);
    f = (struct fault){0};
    r = run_with(&h, false, true);
    cr_assert(r.notebook && keep(&r, "p/a"));
    run_end(&r);
    cr_assert_eq(notebook_resume_day(path, &left, &f), -1);
}

Test(notebook, a_damaged_file_is_taken_for_no_file)
{
    struct run r = run_begin();
    judge(&r, "p/a", "a");
    run_end(&r);
    size_t len;
    char *bytes = folder_get(&d, "out/.kijun-known", &len);
    for (size_t at = 0; at < len - FRAME_HEAD_BYTES; at += 7) { /* the mark at the end says nothing of an entry */
        bytes[at] ^= 1;
        folder_put_n(&d, "out/.kijun-known", bytes, len);
        r = run_begin();
        cr_assert(!keep(&r, "p/a"), "byte %zu", at);
        run_close(&r);
        cr_assert_eq(unlinkat(d.fd, "out/.kijun-journal", 0), 0);
        bytes[at] ^= 1;
    }
    free(bytes);
}

Test(notebook, an_id_cannot_make_it_remove_what_lies_elsewhere)
{
    struct run r = run_begin();
    judge(&r, "p/a", "a");
    run_end(&r);
    folder_put(&d, "out/precious.json", "keep");
    struct entry_key key;
    struct buffer b;
    entry_key(&key, "p/b");
    struct entry e = {.key = key.at, .key_len = key.len, .kind = ENTRY_FOLDER, .id = "../precious"};
    buffer_init(&b, FRAME_MOST);
    r = run_begin();
    entry_write(&e, &b);
    cr_assert_eq(output_entry(r.output, b.at, b.len, &f), 0);
    run_end(&r);
    r = run_begin();
    run_end(&r);
    buffer_free(&b);
    cr_assert(folder_has(&d, "out/precious.json"));
}
