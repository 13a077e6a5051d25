#include "base/json_read.h"

#include <criterion/criterion.h>
#include <string.h>

static struct arena *arena;
static struct fault f;

static void start(void)
{
    arena = arena_new(1024 * 1024);
    fault_clear(&f);
}

static void stop(void)
{
    arena_free(arena);
}

TestSuite(json_read, .init = start, .fini = stop);

static const struct data *read_json(const char *text)
{
    fault_clear(&f);
    return json_read("a.json", text, strlen(text), arena, &f);
}

Test(json_read, values_become_data)
{
    const struct data *d = read_json("{ \"b\": [1, -2.5, true, false, null, \"x\"],\n \"a\": {\"k\": \"v\"}, \"e\": {}, \"l\": [] }");
    cr_assert(d);
    const struct data *b = data_get(d, "b");
    cr_assert_eq(data_items(b), 6);
    cr_expect_eq(data_item(b, 0)->as.integer, 1);
    cr_expect_eq(data_item(b, 1)->as.number, -25000);
    cr_expect(data_item(b, 2)->as.flag && !data_item(b, 3)->as.flag);
    cr_expect_eq(data_item(b, 4)->type, DATA_NULL);
    cr_expect_str_eq(data_item(b, 5)->as.text.at, "x");
    cr_expect_str_eq(data_text(data_get(d, "a"), "k", ""), "v");
    cr_expect_eq(data_get(d, "a")->line, 2);
    cr_expect_eq(data_items(data_get(d, "l")), 0);
}

Test(json_read, texts_are_unescaped)
{
    const struct data *d = read_json("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u3042\\ud83d\\ude00 \xe3\x81\x84\"");
    cr_assert(d);
    cr_expect_str_eq(d->as.text.at, "\"\\/\b\f\n\r\t\xe3\x81\x82\xf0\x9f\x98\x80 \xe3\x81\x84");
}

Test(json_read, mistakes_are_refused_with_their_line)
{
    static const char *const wrong[] = {"", "{", "[1", "[1,]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "tru", "nul", "\"", "\"\\x\"", "\"\\u12\"",
        "\"\\ud800\"", "\"\\udc00\"", "\"\\u0000\"", "\"\n\"", "\"\xff\"", "1 2", "1.", "-", "1e5", "{a:1}", "{\"a\":1,\"a\":2}", "01x",
        "9999999999999999999999999999999999999999999999", "]"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        cr_expect_null(read_json(wrong[i]), "%s", wrong[i]);
        cr_expect_eq(f.id, FAULT_JSON_SYNTAX, "%s", wrong[i]);
    }
    cr_expect_null(read_json("[\n\n,"));
    cr_expect_eq(f.line, 3);
    cr_expect_str_eq(f.file, "a.json");
}

Test(json_read, depth_and_memory_are_bounded)
{
    char deep[200];
    memset(deep, '[', sizeof deep);
    deep[sizeof deep - 1] = '\0';
    cr_expect_null(read_json(deep));
    cr_expect_eq(f.id, FAULT_JSON_SYNTAX);
    struct arena *small = arena_new(256);
    fault_clear(&f);
    cr_expect_null(json_read("a.json", "[[1,2,3,4,5,6,7,8,9,10],[1,2,3,4,5,6,7,8,9,10]]", 47, small, &f));
    cr_expect_eq(f.id, FAULT_MEMORY);
    arena_free(small);
}
