#include "batch/basis.h"

#include <string.h>

#include "support/support.h"

TestSuite(basis);

Test(basis, formats_are_named_in_their_order_and_too_many_do_not_fit)
{
    const struct report_format *const formats[] = {report_format_named("json"), report_format_named("html"), NULL};
    const struct report_format *const none[] = {NULL};
    char out[32], small[8];
    cr_expect(basis_formats(formats, out, sizeof out));
    cr_expect_str_eq(out, "json,html");
    cr_expect_not(basis_formats(formats, small, sizeof small));
    cr_expect(basis_formats(none, out, sizeof out));
    cr_expect_str_eq(out, "");
}

Test(basis, a_format_that_names_the_day_makes_the_run_dated)
{
    const struct report_format *const lasting[] = {report_format_named("json"), report_format_named("sarif"), NULL};
    const struct report_format *const dated[] = {report_format_named("json"), report_format_named("text"), NULL};
    cr_expect_not(basis_dated(lasting));
    cr_expect(basis_dated(dated));
}

Test(basis, a_build_is_the_same_each_time_it_is_asked_and_is_something)
{
    struct hash one = basis_build(), two = basis_build(), nothing = {{0}};
    cr_expect_arr_eq(&one, &two, sizeof one);
    cr_expect_arr_neq(&one, &nothing, sizeof one);
}

Test(basis, without_a_register_there_is_no_history)
{
    struct run_options o = {.since = DAY_NONE};
    char history[96] = "?";
    basis_history(&o, NULL, history, sizeof history);
    cr_expect_str_eq(history, "");
}
