/* Plain data out of files that look like Lua: every value with its line, and nothing that runs. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/data_load.h"

static struct arena *arena;
static struct fault fault;

static void set_up(void)
{
    arena = arena_new(16 * 1024 * 1024);
    fault_clear(&fault);
}

static void tear_down(void)
{
    arena_free(arena);
}

TestSuite(data_load, .init = set_up, .fini = tear_down);

static const struct data *read(const char *text, bool functions)
{
    fault_clear(&fault);
    return data_read("file.lua", text, strlen(text), functions, arena, &fault);
}

Test(data_load, every_kind_of_value_is_read)
{
    const struct data *d = read("return { text = \"a\\n\\u{3042}\\x41\\065\\z  b\", long = [==[\n]] x]==], whole = -12, hex = 0x1F,\n"
                                " part = 99.95, yes = true, no = false, none = nil, [\"a-b\"] = { 'x', 'y'; 'z', } }", false);
    cr_assert_not_null(d, "%s", fault.arg[0]);
    cr_expect_str_eq(data_text(d, "text", ""), "a\nあAAb");
    cr_expect_str_eq(data_text(d, "long", ""), "]] x");
    cr_expect_eq(data_get(d, "whole")->as.integer, -12);
    cr_expect_eq(data_get(d, "hex")->as.integer, 31);
    cr_expect_eq(data_get(d, "part")->as.number, 999500);
    cr_expect(data_get(d, "yes")->as.flag);
    cr_expect_not(data_get(d, "no")->as.flag);
    cr_expect_null(data_get(d, "none"));
    cr_expect_eq(data_items(data_get(d, "a-b")), 3);
    cr_expect_str_eq(data_item(data_get(d, "a-b"), 2)->as.text.at, "z");
}

Test(data_load, values_know_their_file_and_line_and_members_stand_in_order)
{
    const struct data *d = read("-- a comment\n--[[ a\n long one ]]\nreturn policy {\n b = 1,\n a = {\n  2 } }", false);
    cr_assert_not_null(d);
    cr_expect_str_eq(d->as.table.tag, "policy");
    cr_expect_str_eq(d->as.table.members[0].key, "a");
    cr_expect_str_eq(d->as.table.members[1].key, "b");
    cr_expect_eq(data_get(d, "b")->line, 5);
    cr_expect_eq(data_get(d, "a")->line, 6);
    cr_expect_eq(data_item(data_get(d, "a"), 0)->line, 7);
    cr_expect_str_eq(data_get(d, "b")->file, "file.lua");
}

Test(data_load, locals_members_joins_and_constructors_are_values)
{
    const struct data *d = read("local word = \"in\" .. \"cident\"\nlocal all = { x = { y = word } }\n"
                                "return vocabulary { a = word .. \"s\", b = all.x.y, c = duration \"PT1H\", d = integer { min = 1 }, e = list({}) }",
                                false);
    cr_assert_not_null(d, "%s", fault.arg[0]);
    cr_expect_str_eq(data_text(d, "a", ""), "incidents");
    cr_expect_str_eq(data_text(d, "b", ""), "incident");
    cr_expect_str_eq(data_get(d, "c")->as.table.tag, "duration");
    cr_expect_str_eq(data_item(data_get(d, "c"), 0)->as.text.at, "PT1H");
    cr_expect_eq(data_get(data_get(d, "d"), "min")->as.integer, 1);
}

Test(data_load, functions_are_kept_as_source_in_rule_files_alone)
{
    static const char text[] = "local function f(a) if a then return function() end end end\n"
                               "return rule { check = function(s, p) for i = 1, 2 do while true do break end end return pass() end, g = f }";
    const struct data *d = read(text, true);
    cr_assert_not_null(d, "%s", fault.arg[0]);
    const struct data *check = data_get(d, "check");
    cr_expect_eq(check->type, DATA_FUNCTION);
    cr_expect(!strncmp(check->as.text.at, "function(s, p)", 14));
    cr_expect_eq(data_get(d, "g")->type, DATA_FUNCTION);
    cr_expect_null(read(text, false));
    cr_expect_eq(fault.id, FAULT_DATA_SYNTAX);
}

struct wrong { const char *text; enum fault_id id; uint32_t line; };

static const struct wrong wrongs[] = {
    {"", FAULT_DATA_SYNTAX, 1},
    {"return", FAULT_DATA_SYNTAX, 1},
    {"return {\n a = }", FAULT_DATA_SYNTAX, 2},
    {"return { a = 1\n b = 2 }", FAULT_DATA_SYNTAX, 2},
    {"return { [1] = 2 }", FAULT_DATA_SYNTAX, 1},
    {"return { a = 1,\n\n a = 2 }", FAULT_DATA_TWICE, 3},
    {"return { nil }", FAULT_DATA_SYNTAX, 1},
    {"return 1.23456", FAULT_DATA_SYNTAX, 1},
    {"return 1e5", FAULT_DATA_SYNTAX, 1},
    {"return 99999999999999999999", FAULT_DATA_SYNTAX, 1},
    {"return \"abc", FAULT_DATA_SYNTAX, 1},
    {"return \"a\nb\"", FAULT_DATA_SYNTAX, 1},
    {"return \"\\q\"", FAULT_DATA_SYNTAX, 1},
    {"return \"\\u{110000}\"", FAULT_DATA_SYNTAX, 1},
    {"return \"\\xFF\"", FAULT_DATA_SYNTAX, 1},
    {"return [[abc", FAULT_DATA_SYNTAX, 1},
    {"--[[ open", FAULT_DATA_SYNTAX, 1},
    {"return 1 + 1", FAULT_DATA_SYNTAX, 1},
    {"return 1 2", FAULT_DATA_SYNTAX, 1},
    {"return x", FAULT_DATA_NAME, 1},
    {"return os.getenv(\"HOME\")", FAULT_DATA_NAME, 1},
    {"return polcy {}", FAULT_DATA_NAME_NEAR, 1},
    {"return function() end", FAULT_DATA_FUNCTION, 1},
    {"local x = {}\nreturn x.y", FAULT_DATA_SYNTAX, 2},
    {"return 1 .. \"a\"", FAULT_DATA_SYNTAX, 1},
    {"return \"a\" .. 1", FAULT_DATA_SYNTAX, 1},
    {"for i = 1, 2 do end", FAULT_DATA_SYNTAX, 1},
    {"return \x01", FAULT_DATA_SYNTAX, 1},
};

Test(data_load, what_is_no_plain_data_is_refused_with_its_line)
{
    for (size_t i = 0; i < sizeof wrongs / sizeof *wrongs; i++) {
        cr_expect_null(read(wrongs[i].text, false), "%s", wrongs[i].text);
        cr_expect_eq(fault.id, wrongs[i].id, "%s: %s", wrongs[i].text, fault_name(fault.id));
        cr_expect_eq(fault.line, wrongs[i].line, "%s: line %u", wrongs[i].text, (unsigned)fault.line);
    }
}

Test(data_load, depth_is_capped)
{
    char text[200] = "return ";
    memset(text + 7, '{', DATA_DEPTH);
    memset(text + 7 + DATA_DEPTH, '}', DATA_DEPTH);
    cr_expect_not_null(read(text, false));
    memset(text + 7, '{', DATA_DEPTH + 1);
    memset(text + 8 + DATA_DEPTH, '}', DATA_DEPTH + 1);
    cr_expect_null(read(text, false));
    cr_expect_eq(fault.id, FAULT_DATA_DEPTH);
}

Test(data_load, any_cut_of_a_file_is_refused_and_read_within_its_bounds)
{
    static const char text[] = "local a = [=[x]=] --[[c]]\nreturn rule { id = 'a\\u{41}', n = -1.5, check = function(s) return 1 end, [\"k\"] = a }";
    for (size_t len = 0; len + 1 < sizeof text - 1; len++) {
        char *cut = malloc(len + 1);
        memcpy(cut, text, len);
        fault_clear(&fault);
        cr_expect_null(data_read("f", cut, len, true, arena, &fault), "%zu", len);
        cr_expect_neq(fault.id, FAULT_NONE);
        free(cut);
    }
}
