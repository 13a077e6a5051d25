/* The report of a run: its totals are the sum of its rows, its order is worst first, its rows are streamed. */
#include "report/overview.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support.h"

/* The n-th number in the cells with this class in one table row of the HTML. */
static uint64_t cell(const char *row, int nth)
{
    for (int i = 0; row && i <= nth; i++) {
        row = strstr(row, "<td class=\"n ");
        if (row) row += 4;
    }
    cr_assert_not_null(row);
    return strtoull(strchr(row, '>') + 1, NULL, 10);
}

Test(overview, totals_in_html_equal_the_sum_of_its_rows)
{
    struct run_fixture *f = run_new(57);
    const struct run_report *r = run_of(f);
    struct buffer b = rendered_run("html", r, LANGUAGE_EN, AUDIENCE_INTERNAL);
    uint64_t majors = 0, minors = 0, rows = 0;
    const char *end = strstr(b.at, "id=\"open\"");
    for (const char *at = b.at; (at = strstr(at, "<td class=\"name\">")) != NULL && at < end; at++) {
        majors += cell(at, 0);
        minors += cell(at, 1);
        rows++;
    }
    cr_assert_eq(rows, r->supplier_count);
    cr_assert_eq(majors, r->grades[GRADE_MAJOR]);
    cr_assert_eq(minors, r->grades[GRADE_MINOR]);
    cr_assert_eq(r->clean + r->with_findings + r->incomplete, r->supplier_count);
    buffer_free(&b);
    run_forget(f);
}

Test(overview, totals_in_json_equal_the_sum_of_its_rows)
{
    struct run_fixture *f = run_new(57);
    struct buffer b = rendered_run("json", run_of(f), LANGUAGE_EN, AUDIENCE_INTERNAL);
    uint64_t total = strtoull(strstr(b.at, "\"major\":") + 8, NULL, 10), sum = 0;
    for (const char *at = strstr(b.at, "\"suppliers\":["); (at = strstr(at, "\"major\":")) != NULL; at++)
        sum += strtoull(at + 8, NULL, 10);
    cr_assert_eq(sum, total);
    cr_assert(total > 0);
    buffer_free(&b);
    run_forget(f);
}

Test(overview, the_risk_matrix_counts_every_supplier_once)
{
    struct run_fixture *f = run_new(57);
    uint64_t sum = 0;
    for (int i = 0; i < 6; i++)
        for (int l = 0; l < 6; l++) sum += run_of(f)->risk_matrix[i][l];
    cr_assert_eq(sum, 57);
    run_forget(f);
}

/* ---- order ---- */

Test(overview, what_could_not_be_judged_comes_first_then_majors)
{
    struct run_fixture *f = run_new(500);
    struct worst w;
    cr_assert(worst_collect(run_of(f), 500, &w));
    cr_assert_eq(w.count, 500);
    cr_assert_eq(w.left_out, 0);
    for (size_t i = 1; i < w.count; i++) cr_assert(worst_compare(&w.rows[i - 1].row, &w.rows[i].row) < 0);
    cr_assert_neq(w.rows[0].row.fault.id, FAULT_NONE);
    worst_free(&w);
    run_forget(f);
}

Test(overview, the_worst_few_are_the_head_of_the_whole_order)
{
    struct run_fixture *f = run_new(500);
    struct worst all, few;
    cr_assert(worst_collect(run_of(f), 500, &all));
    cr_assert(worst_collect(run_of(f), 37, &few));
    cr_assert_eq(few.count, 37);
    cr_assert_eq(few.left_out, 463);
    for (size_t i = 0; i < few.count; i++) cr_assert_str_eq(few.rows[i].row.supplier, all.rows[i].row.supplier);
    worst_free(&all);
    worst_free(&few);
    run_forget(f);
}

Test(overview, no_rows_are_no_mistake)
{
    struct run_fixture *f = run_new(0);
    for (const struct report_format *format = report_formats; format->name; format++) {
        if (!format->run) continue;
        struct buffer b = rendered_run(format->name, run_of(f), LANGUAGE_EN, AUDIENCE_INTERNAL);
        cr_assert(b.len > 0);
        buffer_free(&b);
    }
    struct buffer text = rendered_run("text", run_of(f), LANGUAGE_EN, AUDIENCE_INTERNAL);
    cr_assert_not_null(strstr(text.at, "nothing was checked"));
    buffer_free(&text);
    run_forget(f);
}

Test(overview, rules_stand_in_the_order_of_suppliers_hit)
{
    struct run_fixture *f = run_new(10);
    size_t count, *order = rules_by_hits(run_of(f), &count);
    cr_assert_eq(count, 3);
    cr_assert_eq(order[0], 1);
    cr_assert_eq(order[1], 0);
    cr_assert_eq(order[2], 2);
    free(order);
    run_forget(f);
}

/* ---- streaming ---- */

struct drained {
    uint64_t bytes, calls, most;
};

static void drain(void *context, struct buffer *out)
{
    struct drained *d = context;
    d->bytes += out->len;
    d->calls++;
    if (out->len > d->most) d->most = out->len;
    buffer_clear(out);
}

static struct drained streamed(const char *format, uint64_t suppliers)
{
    struct run_fixture *f = run_new(suppliers);
    struct run_report r = *run_of(f);
    struct report_options o = options_in(LANGUAGE_JA, AUDIENCE_INTERNAL);
    struct drained d = {0};
    struct buffer b;
    r.drain = drain;
    r.drained = &d;
    buffer_init(&b, 1024 * 1024);
    report_format_named(format)->run(&r, &o, &b);
    cr_assert_not(b.failed);
    d.bytes += b.len;
    buffer_free(&b);
    run_forget(f);
    return d;
}

Test(overview, json_of_many_suppliers_needs_no_memory_for_them)
{
    struct drained d = streamed("json", 30000);
    cr_assert(d.calls > 50);
    cr_assert(d.most < RUN_DRAIN + 8192);
}

static size_t occurrences(const char *in, const char *what)
{
    size_t n = 0;
    for (const char *at = in; (at = strstr(at, what)) != NULL; at++) n++;
    return n;
}

Test(overview, html_shows_the_worst_without_script_and_says_how_many_more_there_are)
{
    struct run_fixture *f = run_new(10012);
    struct buffer b = rendered_run("html", run_of(f), LANGUAGE_EN, AUDIENCE_INTERNAL);
    cr_assert_eq(occurrences(b.at, "<td class=\"name\">"), 300);
    cr_assert_not_null(strstr(b.at, "9712 more suppliers are in the JSON report."));
    const char *data = strstr(b.at, "\"suppliers\":[\n");
    cr_assert_eq(occurrences(data, "[\"s-0"), 10012, "the script has them all");
    buffer_free(&b);
    run_forget(f);
}

Test(overview, html_of_very_many_suppliers_holds_the_worst_of_them_for_its_script)
{
    struct run_fixture *f = run_new(50100);
    struct buffer b = rendered_run("html", run_of(f), LANGUAGE_EN, AUDIENCE_INTERNAL);
    const char *data = strstr(b.at, "\"suppliers\":[\n");
    cr_assert_eq(occurrences(data, "[\"s-0"), 50000);
    buffer_free(&b);
    run_forget(f);
}

Test(overview, what_is_drained_is_what_would_have_been_kept)
{
    struct run_fixture *f = run_new(3000);
    for (const struct report_format *format = report_formats; format->name; format++) {
        if (!format->run) continue;
        struct buffer b = rendered_run(format->name, run_of(f), LANGUAGE_JA, AUDIENCE_INTERNAL);
        cr_assert_eq(streamed(format->name, 3000).bytes, b.len, "%s", format->name);
        buffer_free(&b);
    }
    run_forget(f);
}
