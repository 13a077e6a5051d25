#include "packs/archive.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

#include "support/fail_malloc.h"
#include "support/support.h"

static void put_pack(const struct folder *d)
{
    folder_put(d, "bank/pack.lua", "return pack { name = \"bank\" }\n");
    folder_put(d, "bank/rules/pool.lua", "return rule {}\n");
    folder_put(d, "bank/.git/config", "not ours");
    folder_put(d, "bank/rules/.pool.lua.swp", "not ours");
}

static struct buffer built(const struct folder *d, const char *name)
{
    struct buffer out;
    struct fault f = { 0 };
    char path[1024];
    buffer_init(&out, ARCHIVE_BYTES);
    cr_assert_eq(archive_build(folder_path(d, name, path), &out, &f), 0, "%s %s", fault_name(f.id), f.arg[0]);
    return out;
}

/* A ZIP with one member of any name, as an attacker would write it. */
static struct buffer zip_of(const char *name, const char *at, size_t len, int members)
{
    struct buffer out;
    struct folder d;
    char path[1024];
    int error = 0;
    folder_make(&d);
    zip_t *z = zip_open(folder_path(&d, "x.zip", path), ZIP_CREATE, &error);
    cr_assert_not_null(z);
    for (int i = 0; i < members; i++) {
        char numbered[512];
        snprintf(numbered, sizeof numbered, i ? "%s%d" : "%s", name, i);
        cr_assert_geq(zip_file_add(z, numbered, zip_source_buffer(z, at, len, 0), ZIP_FL_ENC_UTF_8), 0);
    }
    cr_assert_eq(zip_close(z), 0);
    size_t size;
    char *bytes = folder_get(&d, "x.zip", &size);
    buffer_init(&out, size + 1);
    buffer_add(&out, bytes, size);
    free(bytes);
    folder_remove(&d);
    return out;
}

static enum fault_id opened(const struct buffer *b)
{
    struct archive *a = NULL;
    struct fault f = { 0 };
    int result = archive_open("x.kpack", b->at, b->len, &a, &f);
    cr_assert_eq(result == 0, f.id == FAULT_NONE);
    archive_close(a);
    return f.id;
}

Test(archive, of_the_same_pack_has_the_same_bytes_wherever_and_whenever_it_is_built)
{
    struct folder d, e;
    folder_make(&d);
    folder_make(&e);
    put_pack(&d);
    folder_put(&e, "bank/rules/pool.lua", "return rule {}\n");
    folder_put(&e, "bank/pack.lua", "return pack { name = \"bank\" }\n");
    char path[1024];
    cr_assert_eq(chmod(folder_path(&e, "bank/pack.lua", path), 0700), 0);
    struct buffer a = built(&d, "bank"), b = built(&e, "bank");
    cr_assert_eq(a.len, b.len);
    cr_assert_eq(memcmp(a.at, b.at, a.len), 0);
    buffer_free(&a);
    buffer_free(&b);
    folder_remove(&d);
    folder_remove(&e);
}

Test(archive, holds_the_files_of_the_pack_and_no_hidden_ones)
{
    struct folder d;
    struct archive *a = NULL;
    struct fault f = { 0 };
    const struct archive_file *files;
    folder_make(&d);
    put_pack(&d);
    struct buffer b = built(&d, "bank");
    cr_assert_eq(archive_open("bank.kpack", b.at, b.len, &a, &f), 0);
    cr_assert_eq(archive_files(a, &files), 2);
    cr_assert_str_eq(files[0].name, "pack.lua");
    cr_assert_str_eq(files[1].name, "rules/pool.lua");
    cr_assert_not_null(archive_find(a, "pack.lua"));
    cr_assert_null(archive_find(a, ".git/config"));
    archive_close(a);
    buffer_free(&b);
    folder_remove(&d);
}

Test(archive, comes_out_as_it_went_in_and_a_later_change_is_seen)
{
    struct folder d;
    struct archive *a = NULL;
    struct fault f = { 0 };
    char out[1024];
    folder_make(&d);
    put_pack(&d);
    struct buffer b = built(&d, "bank");
    cr_assert_eq(archive_open("bank.kpack", b.at, b.len, &a, &f), 0);
    folder_path(&d, "installed/bank", out);
    cr_assert_eq(archive_extract(a, out, &f), 0, "%s %s", fault_name(f.id), f.arg[0]);
    cr_assert_eq(archive_same(a, out, &f), 0);
    static const struct { const char *file, *text; } changes[] = {
        { "installed/bank/pack.lua", "return pack { name = \"bonk\" }\n" },
        { "installed/bank/pack.lua", "" },
        { "installed/bank/rules/more.lua", "return rule {}\n" },
    };
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        struct fault changed = { 0 };
        folder_put(&d, changes[i].file, changes[i].text);
        cr_assert_eq(archive_same(a, out, &changed), -1, "change %zu", i);
        cr_assert_eq(changed.id, FAULT_PACK_CHANGED);
        folder_put(&d, "installed/bank/pack.lua", "return pack { name = \"bank\" }\n");
    }
    archive_close(a);
    buffer_free(&b);
    folder_remove(&d);
}

Test(archive, is_not_written_over_a_folder_that_is_there)
{
    struct folder d;
    struct archive *a = NULL;
    struct fault f = { 0 };
    char out[1024];
    folder_make(&d);
    put_pack(&d);
    struct buffer b = built(&d, "bank");
    cr_assert_eq(archive_open("bank.kpack", b.at, b.len, &a, &f), 0);
    cr_assert_eq(archive_extract(a, folder_path(&d, "bank", out), &f), -1);
    cr_assert_eq(f.id, FAULT_OUTPUT);
    cr_assert_eq(folder_count(&d), 1, "a half-written folder was left");
    archive_close(a);
    buffer_free(&b);
    folder_remove(&d);
}

Test(archive, cannot_name_a_place_outside_of_its_folder)
{
    static const char *const names[] = { "../evil.lua", "/etc/passwd", "rules/../../evil.lua", "rules//x.lua", ".hidden",
                                         "rules/.hidden", "a\\b.lua", "rules/", "rules/x\ny.lua", "a:b", "\xe8\xa6\x8f.lua",
                                         "1/2/3/4/5/6/7/8/9/deep.lua" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct buffer b = zip_of(names[i], "x", 1, 1);
        cr_assert_eq(opened(&b), FAULT_PACK_NAME, "%s", names[i]);
        buffer_free(&b);
    }
}

Test(archive, refuses_two_files_that_one_file_system_would_take_for_one)
{
    struct folder d;
    struct buffer out;
    struct fault f = { 0 };
    char path[1024];
    folder_make(&d);
    folder_put(&d, "bank/Pool.lua", "x");
    folder_put(&d, "bank/pool.lua", "x");
    buffer_init(&out, ARCHIVE_BYTES);
    cr_assert_eq(archive_build(folder_path(&d, "bank", path), &out, &f), -1);
    cr_assert_eq(f.id, FAULT_PACK_TWICE);
    buffer_free(&out);
    folder_remove(&d);
}

Test(archive, that_unpacks_to_too_much_is_refused_before_it_does)
{
    size_t len = ARCHIVE_FILE_BYTES + 1;
    char *zeros = calloc(1, len);
    struct buffer large = zip_of("bomb.lua", zeros, len, 1);
    cr_assert_lt(large.len, 100000);
    cr_assert_eq(opened(&large), FAULT_LIMIT);
    struct buffer many = zip_of("bomb.lua", zeros, ARCHIVE_FILE_BYTES - 1, 10);
    cr_assert_eq(opened(&many), FAULT_LIMIT);
    struct buffer crowd = zip_of("x.lua", "x", 1, ARCHIVE_FILES + 1);
    cr_assert_eq(opened(&crowd), FAULT_LIMIT);
    free(zeros);
    buffer_free(&large);
    buffer_free(&many);
    buffer_free(&crowd);
}

Test(archive, of_a_folder_with_a_link_in_it_is_not_built)
{
    struct folder d;
    struct buffer out;
    struct fault f = { 0 };
    char path[1024];
    folder_make(&d);
    put_pack(&d);
    cr_assert_eq(symlink("/etc/passwd", folder_path(&d, "bank/rules/link.lua", path)), 0);
    buffer_init(&out, ARCHIVE_BYTES);
    cr_assert_eq(archive_build(folder_path(&d, "bank", path), &out, &f), -1);
    buffer_free(&out);
    folder_remove(&d);
}

Test(archive, of_an_empty_folder_is_not_built)
{
    struct folder d;
    struct buffer out;
    struct fault f = { 0 };
    folder_make(&d);
    buffer_init(&out, ARCHIVE_BYTES);
    cr_assert_eq(archive_build(d.path, &out, &f), -1);
    cr_assert_eq(f.id, FAULT_PACK_EMPTY);
    buffer_free(&out);
    folder_remove(&d);
}

Test(archive, that_was_cut_or_changed_anywhere_is_refused_or_whole)
{
    struct folder d;
    folder_make(&d);
    put_pack(&d);
    struct buffer b = built(&d, "bank");
    for (size_t len = 0; len < b.len; len++) {
        struct buffer cut = { .at = malloc(len ? len : 1), .len = len };
        memcpy(cut.at, b.at, len);
        cr_assert_neq(opened(&cut), FAULT_NONE, "cut to %zu", len);
        free(cut.at);
    }
    for (size_t i = 0; i < b.len; i++) {
        b.at[i] = (char)(b.at[i] ^ 0x55);
        opened(&b); /* either is fine here: the signature decides; it must not crash or hang */
        b.at[i] = (char)(b.at[i] ^ 0x55);
    }
    buffer_free(&b);
    folder_remove(&d);
}

struct attempt {
    struct folder folder;
    struct buffer bytes;
    int round;
};

static int build_and_open(void *context)
{
    struct attempt *t = context;
    struct archive *a = NULL;
    struct fault f = { 0 };
    struct buffer out;
    char path[1024], to[1024], name[32];
    snprintf(name, sizeof name, "out-%d", t->round++);
    buffer_init(&out, ARCHIVE_BYTES);
    int result = archive_build(folder_path(&t->folder, "bank", path), &out, &f);
    if (result == 0)
        result = archive_open("x", out.at, out.len, &a, &f);
    if (result == 0)
        result = archive_extract(a, folder_path(&t->folder, name, to), &f);
    if (result == 0)
        result = archive_same(a, path, &f);
    archive_close(a);
    buffer_free(&out);
    return result;
}

Test(archive, survives_the_failure_of_any_allocation)
{
    struct attempt t = { 0 };
    folder_make(&t.folder);
    put_pack(&t.folder);
    cr_assert_gt(fail_every_malloc(build_and_open, &t, 1000), 5);
    folder_remove(&t.folder);
}
