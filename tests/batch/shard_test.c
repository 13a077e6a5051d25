#include "batch/shard.h"

#include <stdio.h>
#include <string.h>

#include "batch/shards.h"
#include "support/support.h"

static struct folder at;
static struct fault f;

static void setup(void)
{
    folder_make(&at);
    f = (struct fault){0};
}
static void teardown(void) { folder_remove(&at); }
TestSuite(shard, .init = setup, .fini = teardown);

static struct pairs of(const struct buffer *b)
{
    return (struct pairs){b->at, b->len};
}

Test(shard, pairs_are_found_by_name_and_one_that_is_cut_off_is_none)
{
    struct buffer b;
    buffer_init(&b, 4096);
    pairs_add(&b, "as-of", "2026-04-01");
    pairs_add(&b, "lang", "");
    struct pairs p = of(&b);
    cr_expect(pairs_hold(&p));
    cr_expect_str_eq(pairs_value(&p, "as-of"), "2026-04-01");
    cr_expect_str_eq(pairs_value(&p, "lang"), "");
    cr_expect_null(pairs_value(&p, "of"));
    for (size_t len = 1; len < b.len; len++) {
        struct pairs cut = {b.at, len};
        bool whole = len == strlen("as-of") + 1 + strlen("2026-04-01") + 1;
        cr_expect_eq(pairs_hold(&cut), whole, "%zu bytes", len);
    }
    buffer_free(&b);
}

Test(shard, what_is_compared_ends_at_the_mark)
{
    struct buffer a, b;
    struct pair here;
    const char *there;
    buffer_init(&a, 4096);
    buffer_init(&b, 4096);
    pairs_add(&a, "lang", "en");
    pairs_add(&b, "lang", "en");
    pairs_add(&a, "", "");
    pairs_add(&b, "", "");
    pairs_add(&a, "number", "1");
    pairs_add(&b, "number", "2");
    struct pairs x = of(&a), y = of(&b);
    cr_expect_not(shard_differs(&x, &y, &here, &there));
    buffer_clear(&b);
    pairs_add(&b, "lang", "ja");
    y = of(&b);
    cr_assert(shard_differs(&x, &y, &here, &there));
    cr_expect_str_eq(here.name, "lang");
    cr_expect_str_eq(there, "ja");
    buffer_free(&a);
    buffer_free(&b);
}

/* A record as a shard leaves it, without suppliers; `cut`: bytes that are missing at its end. */
static void leave(const char *folder, const char *number, const char *count, const char *lang, const char *shelves, size_t cut)
{
    struct buffer b, pairs;
    char name[64];
    buffer_init(&b, 65536);
    buffer_init(&pairs, 4096);
    pairs_add(&pairs, "record", SHARD_RECORD);
    pairs_add(&pairs, "shards", count);
    pairs_add(&pairs, "lang", lang);
    pairs_add(&pairs, "", "");
    pairs_add(&pairs, "number", number);
    frame_write(&b, FRAME_HEAD, pairs.at, pairs.len);
    uint64_t place = b.len;
    buffer_clear(&pairs);
    pairs_add(&pairs, "shelves", shelves);
    pairs_add(&pairs, "suppliers", "0");
    frame_write(&b, FRAME_DONE, pairs.at, pairs.len);
    buffer_add(&b, (const char *)&place, sizeof place);
    snprintf(name, sizeof name, "%s/run.shard", folder);
    folder_put_n(&at, name, b.at, b.len - cut);
    buffer_free(&b);
    buffer_free(&pairs);
}

static const char *const *folders(void)
{
    static char one[4200], two[4200];
    static const char *all[] = {one, two, NULL};
    snprintf(one, sizeof one, "%s/a", at.path);
    snprintf(two, sizeof two, "%s/b", at.path);
    return all;
}

static enum fault_id opens(void)
{
    char out[4200];
    snprintf(out, sizeof out, "%s/out", at.path);
    struct shards *s = shards_open(folders(), out, &f);
    shards_close(s);
    return f.id;
}

Test(shard, all_of_one_run_are_opened_in_any_order)
{
    leave("a", "2", "2", "en", "x", 0);
    leave("b", "1", "2", "en", "x", 0);
    cr_expect_eq(opens(), FAULT_NONE);
}

Test(shard, another_option_is_named_with_both_values)
{
    leave("a", "1", "2", "en", "x", 0);
    leave("b", "2", "2", "ja", "x", 0);
    cr_expect_eq(opens(), FAULT_SHARD_DIFFERS);
    cr_expect_str_eq(f.file, folders()[1]);
    cr_expect_str_eq(f.arg[0], "lang");
    cr_expect_str_eq(f.arg[1], "ja");
    cr_expect_str_eq(f.arg[2], "en");
}

Test(shard, one_twice_is_refused)
{
    leave("a", "1", "2", "en", "x", 0);
    leave("b", "1", "2", "en", "x", 0);
    cr_expect_eq(opens(), FAULT_SHARD_TWICE);
}

Test(shard, those_that_are_missing_are_listed)
{
    leave("a", "1", "4", "en", "x", 0);
    leave("b", "3", "4", "en", "x", 0);
    cr_expect_eq(opens(), FAULT_SHARD_MISSING);
    cr_expect_str_eq(f.arg[1], "2");
    cr_expect_str_eq(f.arg[2], "2, 4");
}

Test(shard, a_portfolio_that_was_changed_in_between_is_seen)
{
    leave("a", "1", "2", "en", "x", 0);
    leave("b", "2", "2", "en", "y", 0);
    cr_expect_eq(opens(), FAULT_SHARD_CHANGED);
}

Test(shard, a_folder_without_a_record_holds_none)
{
    leave("a", "1", "2", "en", "x", 0);
    folder_put(&at, "b/run.json", "{}");
    cr_expect_eq(opens(), FAULT_SHARD_NONE);
}

Test(shard, a_journal_says_that_it_is_not_finished)
{
    leave("a", "1", "2", "en", "x", 0);
    leave("b", "2", "2", "en", "x", 0);
    folder_put(&at, "b/.kijun-journal", "");
    cr_expect_eq(opens(), FAULT_SHARD_UNFINISHED);
}

Test(shard, a_record_that_was_cut_off_anywhere_is_damaged)
{
    leave("a", "1", "2", "en", "x", 0);
    for (size_t cut = 1; cut < 120; cut++) {
        f = (struct fault){0};
        leave("b", "2", "2", "en", "x", cut);
        cr_expect_eq(opens(), FAULT_SHARD_DAMAGED, "%zu bytes cut off: %s", cut, fault_name(f.id));
    }
}

Test(shard, a_number_that_cannot_be_is_damaged)
{
    leave("a", "1", "2", "en", "x", 0);
    leave("b", "3", "2", "en", "x", 0);
    cr_expect_eq(opens(), FAULT_SHARD_DAMAGED);
}
