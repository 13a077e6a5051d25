#include <criterion/criterion.h>
#include <string.h>

#include "base/library.h"

Test(library, gives_a_function_by_name)
{
    const char *(*version)(void) = (const char *(*)(void))library_function("libzip.so.4", "zip_libzip_version");
    cr_assert(version);
    cr_assert(strlen(version()) > 0);
}

Test(library, gives_the_same_function_each_time)
{
    cr_assert(library_function("libzip.so.4", "zip_close") == library_function("libzip.so.4", "zip_close"));
}

Test(library, has_nothing_for_names_that_are_not_there)
{
    cr_assert(library_load("libzip.so.4"));
    cr_assert_not(library_load("libkijun-none.so.1"));
    cr_assert_null(library_function("libkijun-none.so.1", "zip_close"));
    cr_assert_null(library_function("libzip.so.4", "zip_none"));
}
