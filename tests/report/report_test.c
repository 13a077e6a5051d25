/* Every format against its expected file, in both languages, for both audiences. */
#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdio.h>
#include <string.h>

#include "support.h"

static const char *audience_name(enum audience a)
{
    return a == AUDIENCE_INTERNAL ? "internal" : "supplier";
}

static void check_file(const char *name, const char *format, const struct result *r, enum language l, enum audience a)
{
    char file[128];
    snprintf(file, sizeof file, "%s.%s.%s.%s", name, audience_name(a), language_name(l),
             report_format_named(format)->extension);
    struct buffer b = rendered(format, r, l, a);
    matches_expected(file, &b);
    buffer_free(&b);
}

static void check_format(const char *format)
{
    for (int l = 0; l < LANGUAGE_COUNT; l++) {
        check_file("rich", format, rich_result(), (enum language)l, AUDIENCE_INTERNAL);
        check_file("rich", format, rich_result(), (enum language)l, AUDIENCE_SUPPLIER);
        check_file("told", format, told_result(), (enum language)l, AUDIENCE_INTERNAL);
        check_file("told", format, told_result(), (enum language)l, AUDIENCE_SUPPLIER);
        check_file("clean", format, clean_result(), (enum language)l, AUDIENCE_INTERNAL);
        check_file("unreadable", format, unreadable_result(), (enum language)l, AUDIENCE_INTERNAL);
    }
}

/* Formats that are one report of the whole run. */
static void check_joined_of(const char *name, const char *format, const struct result *const *all, size_t count)
{
    for (int l = 0; l < LANGUAGE_COUNT; l++) {
        char file[128];
        snprintf(file, sizeof file, "%s.%s.%s", name, language_name((enum language)l), report_format_named(format)->extension);
        struct buffer b = joined(format, all, count, (enum language)l, AUDIENCE_INTERNAL);
        matches_expected(file, &b);
        buffer_free(&b);
    }
}

static void check_joined(const char *format)
{
    const struct result *all[] = {rich_result(), clean_result(), unreadable_result()}, *told = told_result();
    check_joined_of("joined", format, all, 3);
    check_joined_of("joined-told", format, &told, 1);
}

Test(report, markdown_is_as_expected) { check_format("markdown"); }
Test(report, oscal_is_as_expected) { check_format("oscal-poam"); }
Test(report, sarif_is_as_expected) { check_joined("sarif"); }
Test(report, junit_is_as_expected) { check_joined("junit"); }
Test(report, tap_is_as_expected) { check_joined("tap"); }
Test(report, github_is_as_expected) { check_joined("github"); }
Test(report, gitlab_is_as_expected) { check_joined("gitlab"); }
Test(report, csv_is_as_expected) { check_joined("csv"); }
Test(report, csv_for_spreadsheets_is_as_expected) { check_joined("csv-excel"); }

Test(report, text_is_as_expected) { check_format("text"); }
Test(report, json_is_as_expected) { check_format("json"); }
Test(report, xml_is_as_expected) { check_format("xml"); }
Test(report, html_is_as_expected) { check_format("html"); }

static void check_run_of(const char *name, const char *format, const struct run_report *r)
{
    for (int l = 0; l < LANGUAGE_COUNT; l++) {
        char file[128];
        snprintf(file, sizeof file, "%s.%s.%s", name, language_name((enum language)l), report_format_named(format)->extension);
        struct buffer b = rendered_run(format, r, (enum language)l, AUDIENCE_INTERNAL);
        matches_expected(file, &b);
        buffer_free(&b);
    }
}

static void check_run(const char *format)
{
    struct run_fixture *f = run_new(23), *told = run_told(23);
    check_run_of("run", format, run_of(f));
    check_run_of("run-told", format, run_of(told));
    run_forget(f);
    run_forget(told);
}

Test(report, text_of_a_run_is_as_expected) { check_run("text"); }
Test(report, json_of_a_run_is_as_expected) { check_run("json"); }
Test(report, xml_of_a_run_is_as_expected) { check_run("xml"); }
Test(report, html_of_a_run_is_as_expected) { check_run("html"); }
Test(report, markdown_of_a_run_is_as_expected) { check_run("markdown"); }
