#include "base/reason.h"

#include <errno.h>
#include <string.h>

#include "base/fault.h"
#include "support/support.h"

TestSuite(reason);

Test(reason, every_number_has_words_that_fit_into_a_fault)
{
    for (int number = -1; number < 200; number++) {
        const char *words = reason_of(number);
        cr_assert_gt(strlen(words), 0);
        cr_assert_lt(strlen(words), FAULT_ARG_SIZE);
        cr_assert_lt(strlen(reason_in(words, LANGUAGE_JA)), FAULT_ARG_SIZE);
    }
    cr_assert_str_eq(reason_of(99999), "unknown reason");
}

Test(reason, common_ones_are_in_japanese_too)
{
    cr_assert_str_eq(reason_in(reason_of(ENOSPC), LANGUAGE_JA), "空き容量がありません");
    cr_assert_str_eq(reason_in(reason_of(ENOSPC), LANGUAGE_EN), "no space left on the device");
    cr_assert_str_neq(reason_in(reason_of(EACCES), LANGUAGE_JA), reason_of(EACCES));
}

Test(reason, other_words_stay_as_they_are)
{
    cr_assert_str_eq(reason_in("contract.xml", LANGUAGE_JA), "contract.xml");
    cr_assert_str_eq(reason_in("", LANGUAGE_JA), "");
}
