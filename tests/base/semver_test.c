#include "base/semver.h"

#include <criterion/criterion.h>

Test(semver, of_three_numbers_is_a_version)
{
    struct semver v;
    cr_assert(semver_parse("1.20.300", false, &v));
    cr_assert_eq(v.part[1], 20);
    static const char *const bad[] = { "", "1", "1.2", "1.2.3.4", "v1.2.3", "1.2.x", "01.2.3", "1.2.3 ", "-1.2.3",
                                       "1.2.3-rc1", "9999999999.0.0" };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        cr_assert_not(semver_parse(bad[i], false, &v), "%s", bad[i]);
    cr_assert(semver_parse("1.2", true, &v));
}

Test(semver, compares_by_number_and_not_by_letter)
{
    struct semver a, b;
    semver_parse("1.9.0", false, &a);
    semver_parse("1.10.0", false, &b);
    cr_assert_lt(semver_compare(&a, &b), 0);
    cr_assert_gt(semver_compare(&b, &a), 0);
    cr_assert_eq(semver_compare(&a, &a), 0);
}

Test(semver, range_holds_when_every_condition_does)
{
    static const struct { const char *version, *range; bool within; } cases[] = {
        { "1.0.0", ">=1.0 <2.0", true },  { "1.9.9", ">=1.0 <2.0", true }, { "2.0.0", ">=1.0 <2.0", false },
        { "0.9.9", ">=1.0", false },      { "1.2.3", "=1.2.3", true },     { "1.2.4", "=1.2.3", false },
        { "1.2.3", ">1.2.3", false },     { "1.2.3", "<=1.2.3", true },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct semver v;
        cr_assert(semver_parse(cases[i].version, false, &v));
        cr_assert_eq(semver_within(&v, cases[i].range), cases[i].within, "%s in %s", cases[i].version, cases[i].range);
    }
}

Test(semver, range_that_cannot_be_read_holds_for_nothing)
{
    static const char *const bad[] = { "", "1.0", ">=", ">= 1.0", "~1.0", ">=1.0,<2.0", ">=1.0 or <2" };
    struct semver v = { { 1, 0, 0 } };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        cr_assert_not(semver_range_valid(bad[i]), "%s", bad[i]);
        cr_assert_not(semver_within(&v, bad[i]), "%s", bad[i]);
    }
}
