/* Lock files: what is written is read back, what differs is named, and what is no lock file is refused. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "packs/lock.h"

static char folder[64];

static void put(const char *name, const char *text)
{
    char path[128];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *f = fopen(path, "w");
    cr_assert_not_null(f);
    fputs(text, f);
    fclose(f);
}

static void set_up(void)
{
    snprintf(folder, sizeof folder, "/tmp/kijun-lock-XXXXXX");
    cr_assert_not_null(mkdtemp(folder));
    put("pack.lua", "return pack { name = \"acme/x\", version = \"1.2.3\" }\n");
    put("vocabulary.lua", "return vocabulary { types = {} }\n");
}

static void tear_down(void)
{
    static const char *const names[] = {"pack.lua", "vocabulary.lua", "more.lua", "pack.lock", ""};
    char path[128];
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        remove(path);
    }
}

TestSuite(lock, .init = set_up, .fini = tear_down);

static const struct archive_file files[] = {{"a.lua", "one", 3}, {"b.lua", "two", 3}};

/* What was written for these files under an odd source, read again in `arena`. */
static const struct locked *round_trip(struct arena *arena)
{
    const struct pack_name name = {"acme/x", "1.2.3"};
    const struct locked *all;
    struct fault f = {.id = FAULT_NONE};
    struct buffer out;
    size_t count;
    char path[128];
    buffer_init(&out, LOCK_BYTES);
    lock_begin(&out);
    lock_add(&out, &name, "/odd \"path\\\n", "bytes", 5, files, 2);
    lock_end(&out);
    put("pack.lock", out.at);
    buffer_free(&out);
    snprintf(path, sizeof path, "%s/pack.lock", folder);
    cr_assert_eq(lock_read(path, arena, &all, &count, &f), 0, "%s %s", fault_name(f.id), f.arg[0]);
    cr_assert_eq(count, 1);
    return all;
}

Test(lock, what_is_written_is_read_back)
{
    struct arena *arena = arena_new(1 << 20);
    const struct locked *l = round_trip(arena);
    cr_expect_str_eq(l->name, "acme/x");
    cr_expect_str_eq(l->version, "1.2.3");
    cr_expect_str_eq(l->source, "/odd \"path\\\n");
    cr_expect_eq(strlen(l->archive), 64);
    cr_assert_eq(l->file_count, 2);
    cr_expect_str_eq(l->files[1].name, "b.lua");
    arena_free(arena);
}

Test(lock, the_first_file_that_differs_is_named)
{
    struct arena *arena = arena_new(1 << 20);
    const struct locked *l = round_trip(arena);
    const char *differs = NULL;
    cr_expect(lock_same(l, files, 2, &differs));
    const struct archive_file changed[] = {{"a.lua", "one", 3}, {"b.lua", "TWO", 3}};
    const struct archive_file fewer[] = {{"b.lua", "two", 3}};
    const struct archive_file more[] = {{"a.lua", "one", 3}, {"aa.lua", "x", 1}, {"b.lua", "two", 3}};
    const struct archive_file longer[] = {{"a.lua", "one", 3}, {"b.lua", "two", 3}, {"c.lua", "", 0}};
    cr_expect(!lock_same(l, changed, 2, &differs) && !strcmp(differs, "b.lua"));
    cr_expect(!lock_same(l, fewer, 1, &differs) && !strcmp(differs, "a.lua"));
    cr_expect(!lock_same(l, more, 3, &differs) && !strcmp(differs, "aa.lua"));
    cr_expect(!lock_same(l, longer, 3, &differs) && !strcmp(differs, "c.lua"));
    cr_expect(!lock_same(l, files, 1, &differs) && !strcmp(differs, "b.lua"));
    arena_free(arena);
}

Test(lock, what_is_no_lock_file_is_refused)
{
    static const char *const bad[] = {
        "return policy { }\n", "return lock { packs = { 1 } }\n", "return lock { packs = { { name = \"x\", version = \"1.0.0\" } } }\n",
        "return lock { packs = { { name = \"x\", version = \"soon\", files = { a = \"0000000000000000000000000000000000000000000000000000000000000000\" } } } }\n",
        "return lock { packs = { { name = \"x\", version = \"1.0.0\", files = { a = \"short\" } } } }\n"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct arena *arena = arena_new(1 << 20);
        const struct locked *all;
        struct fault f = {.id = FAULT_NONE};
        size_t count;
        char path[128];
        put("pack.lock", bad[i]);
        snprintf(path, sizeof path, "%s/pack.lock", folder);
        cr_expect_eq(lock_read(path, arena, &all, &count, &f), -1, "%s", bad[i]);
        cr_expect_eq(f.id, FAULT_LOCK_FORMAT, "%s: %s", bad[i], fault_name(f.id));
        arena_free(arena);
    }
}

static enum fault_id check(struct fault *f)
{
    fault_clear(f);
    cr_expect_eq(lock_check(folder, f), f->id ? -1 : 0);
    return f->id;
}

Test(lock, content_that_changed_asks_for_a_higher_version)
{
    struct fault f = {.id = FAULT_NONE};
    cr_expect_eq(check(&f), FAULT_NONE, "not built yet");
    cr_assert_eq(lock_write(folder, &f), 0);
    cr_expect_eq(check(&f), FAULT_NONE);
    put("vocabulary.lua", "return vocabulary { types = { } }\n");
    cr_expect_eq(check(&f), FAULT_PACK_UNBUMPED);
    cr_expect_str_eq(f.arg[0], "vocabulary.lua");
    cr_expect_str_eq(f.arg[2], "1.2.4");
    put("pack.lua", "return pack { name = \"acme/x\", version = \"1.3.0\" }\n");
    cr_expect_eq(check(&f), FAULT_NONE);
    put("pack.lua", "return pack { name = \"acme/x\", version = \"1.2.0\" }\n");
    cr_expect_eq(check(&f), FAULT_PACK_UNBUMPED, "a version lower than the one that was built");
}

Test(lock, it_is_no_part_of_the_archive)
{
    struct fault f = {.id = FAULT_NONE};
    struct buffer before, after;
    buffer_init(&before, ARCHIVE_BYTES);
    buffer_init(&after, ARCHIVE_BYTES);
    cr_assert_eq(archive_build(folder, &before, &f), 0);
    cr_assert_eq(lock_write(folder, &f), 0);
    cr_assert_eq(archive_build(folder, &after, &f), 0);
    cr_expect(before.len == after.len && !memcmp(before.at, after.at, before.len));
    buffer_free(&before);
    buffer_free(&after);
}
