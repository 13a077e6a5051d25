#include "base/language.h"

#include "support/support.h"

TestSuite(language);

Test(language, every_language_is_found_by_its_name)
{
    for (int i = 0; i < LANGUAGE_COUNT; i++)
        cr_assert_eq(language_of(language_name((enum language)i)), (enum language)i);
    cr_assert_eq(language_of("ja"), LANGUAGE_JA);
}

Test(language, an_unknown_name_is_no_language)
{
    cr_assert_eq(language_of("fr"), LANGUAGE_COUNT);
    cr_assert_eq(language_of(""), LANGUAGE_COUNT);
    cr_assert_eq(language_of("en_US"), LANGUAGE_COUNT);
    cr_assert_eq(language_of(NULL), LANGUAGE_COUNT);
    cr_assert_str_eq(language_name(LANGUAGE_COUNT), "");
}
