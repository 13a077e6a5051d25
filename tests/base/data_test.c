#include "base/data.h"

#include "support/support.h"

TestSuite(data);

static struct data members[] = {
    {.type = DATA_INT, .key = "hours", .line = 2, .as.integer = 24},
    {.type = DATA_BOOL, .key = "on", .as.flag = true},
    {.type = DATA_TEXT, .key = "title", .as.text = {"Title", 5}},
    {.type = DATA_INT, .as.integer = 1},
    {.type = DATA_INT, .as.integer = 2},
};
static const struct data table = {.type = DATA_TABLE, .as.table = {members, 3, 2, "policy"}};

Test(data, members_are_found_by_name)
{
    cr_assert_eq(data_get(&table, "hours"), &members[0]);
    cr_assert_eq(data_get(&table, "on"), &members[1]);
    cr_assert_eq(data_get(&table, "title"), &members[2]);
    cr_assert_null(data_get(&table, "a"));
    cr_assert_null(data_get(&table, "hoursx"));
    cr_assert_null(data_get(&table, "zzz"));
}

Test(data, items_stand_behind_the_members)
{
    cr_assert_eq(data_items(&table), 2);
    cr_assert_eq(data_item(&table, 0), &members[3]);
    cr_assert_eq(data_item(&table, 1), &members[4]);
    cr_assert_null(data_item(&table, 2));
}

Test(data, what_is_no_table_has_nothing_in_it)
{
    cr_assert_null(data_get(&members[0], "hours"));
    cr_assert_null(data_get(NULL, "hours"));
    cr_assert_eq(data_items(NULL), 0);
    cr_assert_eq(data_items(&members[2]), 0);
    cr_assert_null(data_item(NULL, 0));
}

Test(data, a_text_has_a_default)
{
    cr_assert_str_eq(data_text(&table, "title", "none"), "Title");
    cr_assert_str_eq(data_text(&table, "hours", "none"), "none");
    cr_assert_str_eq(data_text(&table, "absent", "none"), "none");
    cr_assert_null(data_text(NULL, "title", NULL));
}
