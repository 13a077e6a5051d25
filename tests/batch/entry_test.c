#include "batch/entry.h"

#include <stdlib.h>
#include <string.h>

#include "batch/frame.h"
#include "support/support.h"

static struct buffer b;
static struct entry_key key;

static void begin(void)
{
    buffer_init(&b, 4 * FRAME_MOST);
    entry_key(&key, "portfolio/acme");
}

static void end(void)
{
    buffer_free(&b);
}

TestSuite(entry, .init = begin, .fini = end);

static struct entry example(void)
{
    return (struct entry){.key = key.at, .key_len = key.len, .stamp = {1, 2, false}, .as_of = 100, .from = 90, .until = 110,
                          .kind = ENTRY_FOLDER, .sniffed = 3, .usable = true, .id = "acme", .part_count = 3,
                          .sizes = {3, 1000, 2}, .at = {"row", NULL, "it"}};
}

static bool read_back(struct entry *out)
{
    return entry_read(b.at + FRAME_HEAD_BYTES, b.len - FRAME_HEAD_BYTES, out);
}

Test(entry, what_was_written_is_read_back)
{
    struct entry e = example(), r;
    entry_write(&e, &b);
    cr_assert(read_back(&r));
    cr_assert(entry_key_compare(r.key, r.key_len, key.at, key.len) == 0 && stamp_same(&r.stamp, &e.stamp));
    cr_assert(r.as_of == 100 && r.from == 90 && r.until == 110 && r.kind == ENTRY_FOLDER && r.sniffed == 3 && r.usable);
    same_text(r.id, "acme");
    cr_assert(r.part_count == 3 && r.sizes[1] == 1000 && !r.at[1]);
    cr_assert(r.sizes[0] == 3 && memcmp(r.at[0], "row", 3) == 0 && memcmp(r.at[2], "it", 2) == 0);
}

Test(entry, bytes_cut_anywhere_are_refused)
{
    struct entry e = example(), r;
    entry_write(&e, &b);
    for (size_t len = 0; len < b.len - FRAME_HEAD_BYTES; len++) {
        char *exact = malloc(len ? len : 1); /* reading beyond it is seen by the sanitizer */
        memcpy(exact, b.at + FRAME_HEAD_BYTES, len);
        cr_assert(!entry_read(exact, len, &r), "cut at %zu", len);
        free(exact);
    }
}

Test(entry, what_is_too_large_to_be_kept_may_not_be_used)
{
    struct entry e = example(), r;
    char *large = calloc(1, FRAME_MOST);
    e.at[2] = large;
    e.sizes[2] = FRAME_MOST;
    entry_write(&e, &b);
    cr_assert(!b.failed && read_back(&r));
    cr_assert(!r.usable && r.part_count == 0);
    same_text(r.id, "acme");
    free(large);
}

Test(entry, a_result_holds_on_the_days_of_its_period)
{
    struct entry e = example();
    cr_assert(!entry_holds(&e, 89) && entry_holds(&e, 90) && entry_holds(&e, 109));
    cr_assert(!entry_holds(&e, 110));
    e.from = e.until = DAY_NONE;
    cr_assert(entry_holds(&e, 5) && entry_holds(&e, 5000));
    e.usable = false;
    cr_assert(!entry_holds(&e, 100));
}

Test(entry, a_folder_stands_before_what_is_in_it_and_that_before_everything_else)
{
    static const char *const order[] = {"a", "a/b", "a/b/c", "a/b!", "a!", "a-b", "b"};
    for (size_t i = 0; i + 1 < sizeof order / sizeof *order; i++) {
        struct entry_key x, y;
        entry_key(&x, order[i]);
        entry_key(&y, order[i + 1]);
        cr_assert_lt(entry_key_compare(x.at, x.len, y.at, y.len), 0, "%s before %s", order[i], order[i + 1]);
    }
}

Test(entry, the_names_in_a_folder_are_read_back_and_must_end)
{
    static const char names[] = "a.xml\0below/b.xml";
    struct entry e = example(), r;
    e.names = names;
    e.names_len = sizeof names;
    entry_write(&e, &b);
    cr_assert(read_back(&r) && r.names_len == sizeof names && memcmp(r.names, names, sizeof names) == 0 && r.sizes[0] == 3);
    buffer_clear(&b);
    e.names_len = sizeof names - 1; /* without its NUL */
    entry_write(&e, &b);
    cr_assert(!read_back(&r));
}
