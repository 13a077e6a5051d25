#include <criterion/criterion.h>

#include "cli/settings.h"
#include "support/support.h"

static const char supplier[] = "<supplier xmlns=\"urn:kijun:1\" id=\"acme\" name=\"Acme\"/>";

static day day_of_portfolio(const char *inside, const char *snapshot, enum fault_id expected)
{
    struct folder d;
    struct fault f = {0};
    char path[1024];
    day out = 12345;
    folder_make(&d);
    folder_put(&d, inside, supplier);
    if (snapshot)
        folder_put(&d, "portfolio/snapshot.lua", snapshot);
    int result = snapshot_day(folder_path(&d, "portfolio", path), &out, &f);
    cr_assert_eq(f.id, expected, "%s", fault_name(f.id));
    cr_assert_eq(result, expected == FAULT_NONE ? 0 : -1);
    folder_remove(&d);
    return out;
}

Test(snapshot, of_a_portfolio_gives_the_day_of_judging)
{
    cr_assert_eq(day_of_portfolio("portfolio/acme/supplier.xml", "return { as_of = \"2026-04-01\" }", FAULT_NONE),
                 day_of(2026, 4, 1));
}

Test(snapshot, that_is_not_there_changes_nothing)
{
    cr_assert_eq(day_of_portfolio("portfolio/acme/supplier.xml", NULL, FAULT_NONE), 12345);
}

Test(snapshot, in_the_folder_of_a_supplier_is_not_heeded)
{
    cr_assert_eq(day_of_portfolio("portfolio/supplier.xml", "return { as_of = \"2020-01-01\" }", FAULT_NONE), 12345);
}

Test(snapshot, without_a_day_is_refused)
{
    day_of_portfolio("portfolio/acme/supplier.xml", "return { as_of = \"yesterday\" }", FAULT_SNAPSHOT);
    day_of_portfolio("portfolio/acme/supplier.xml", "return { }", FAULT_SNAPSHOT);
    day_of_portfolio("portfolio/acme/supplier.xml", "return os.time()", FAULT_DATA_NAME);
}
