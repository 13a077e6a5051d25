/* The workbook of a run: rows beyond a sheet, and bytes that are no rows. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "report/xlsx_run.h"
#include "support.h"

static const struct run_row *no_row(void *rows)
{
    (void)rows;
    return NULL;
}

static void rewind_nothing(void *rows)
{
    (void)rows;
}

static const struct run_report empty = {.as_of = 20544 /* 2026-04-01 */, .next = no_row, .rewind = rewind_nothing};

/* Has Python read the book: `names` are its sheets, `texts(name)` the texts of one. */
static void check_book(const struct buffer *b, const char *holds)
{
    char program[2048];
    snprintf(program, sizeof program,
             "import io, re, sys, zipfile\n"
             "import xml.etree.ElementTree as tree\n"
             "z = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))\n"
             "ns = \"{http://schemas.openxmlformats.org/spreadsheetml/2006/main}\"\n"
             "names = [s.get(\"name\") for s in tree.fromstring(z.read(\"xl/workbook.xml\")).iter(ns + \"sheet\")]\n"
             "def texts(name):\n"
             "    root = tree.fromstring(z.read(\"xl/worksheets/sheet%%d.xml\" %% (names.index(name) + 1)))\n"
             "    assert not list(root.iter(ns + \"f\")), \"a formula\"\n"
             "    return [t.text for t in root.iter(ns + \"t\")]\n"
             "assert %s\n", holds);
    cr_assert_eq(python(b, program, ""), 0, "%s", holds);
}

static void take_findings(struct run_workbook *w, int count)
{
    for (int i = 0; i < count; i++) {
        char row[32];
        int n = snprintf(row, sizeof row, "%c%c%c%c%c%c%c%c=%03d", VIEW_FINDINGS, 1, CELL_IS_TEXT, LOOK_PLAIN, 4, 0, 0, 0, i);
        run_workbook_take(w, row, (size_t)n);
    }
}

static void check_rows(int count, const char *holds)
{
    struct report_options o = {.language = LANGUAGE_EN, .policy = "p"};
    struct fault f = {0};
    struct buffer out;
    buffer_init(&out, 1 << 22);
    struct run_workbook *w = run_workbook_new(&empty, &o, 4, &f);
    cr_assert_not_null(w, "%s", fault_name(f.id));
    take_findings(w, count);
    cr_assert_eq(run_workbook_end(w, &out, NULL, NULL, &f), 0, "%s", fault_name(f.id));
    check_book(&out, holds);
    buffer_free(&out);
}

Test(xlsx, rows_beyond_a_sheet_go_to_the_next)
{
    check_rows(5, "texts(\"Findings\")[-3:] == [\"=000\", \"=001\", \"=002\"] and texts(\"Findings (2)\")[-2:] == [\"=003\", \"=004\"]");
}

Test(xlsx, rows_beyond_the_last_sheet_are_said_to_be_left_out)
{
    check_rows(20, "any(t and t.startswith(\"11 rows had no room\") for n in names if n.startswith(\"Summary\") for t in texts(n)) and \"Findings (3)\" in names and \"Findings (4)\" not in names");
}

Test(xlsx, bytes_that_are_no_rows_fail_the_workbook)
{
    static const struct { const char *at; size_t len; } wrong[] = {
        {"\xFF\1", 2}, {"\2\1", 2}, {"\2\xFF", 2}, {"\2\1\1\0\5\0\0\0abc", 11}, {"\2\1\1\x77\1\0\0\0a", 9}, {"\2\1\1\0\xFF\xFF\xFF\xFF", 8},
        {"\2\1\3\0\1\0\0\0\0\0\0\x7F", 12}};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct report_options o = {.language = LANGUAGE_JA, .policy = "p"};
        struct fault f = {0};
        struct buffer out;
        buffer_init(&out, 1 << 22);
        struct run_workbook *w = run_workbook_new(&empty, &o, 100, &f);
        cr_assert_not_null(w);
        run_workbook_take(w, wrong[i].at, wrong[i].len);
        cr_assert_eq(run_workbook_end(w, &out, NULL, NULL, &f), -1, "%zu", i);
        cr_assert_neq(f.id, FAULT_NONE);
        buffer_free(&out);
    }
}
