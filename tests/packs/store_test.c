#include "packs/store.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "packs/archive.h"
#include "support/support.h"

/* A publisher with a key, a client with a store. */
struct world {
    struct folder folder;
    struct secret_key secret;
    struct trust trust;
    char store[1024], keys[1024];
    char id[17];
};

static void add_key(struct world *w, struct secret_key *secret, char id[17])
{
    struct fault f = { 0 };
    struct buffer public_file, secret_file;
    char path[1024];
    buffer_init(&public_file, 4096);
    buffer_init(&secret_file, 4096);
    cr_assert_eq(key_pair_make(NULL, &public_file, &secret_file, &f), 0);
    cr_assert_eq(secret_key_read("k", secret_file.at, secret_file.len, NULL, secret, &f), 0);
    folder_put(&w->folder, "publisher.pub", public_file.at);
    cr_assert_eq(trust_add(w->keys, folder_path(&w->folder, "publisher.pub", path), id, &f), 0, "%s", f.arg[0]);
    cr_assert_eq(trust_load(w->keys, &w->trust, &f), 0);
    buffer_free(&public_file);
    buffer_free(&secret_file);
}

static void world_make(struct world *w)
{
    memset(w, 0, sizeof *w);
    folder_make(&w->folder);
    folder_path(&w->folder, "store", w->store);
    folder_path(&w->folder, "keys", w->keys);
    add_key(w, &w->secret, w->id);
}

static void world_drop(struct world *w)
{
    signature_forget(&w->secret);
    folder_remove(&w->folder);
}

/* The archive of a pack of this name and version. */
static struct buffer pack(struct world *w, const char *name, const char *version)
{
    struct fault f = { 0 };
    struct buffer out;
    char manifest[256], path[1024];
    snprintf(manifest, sizeof manifest, "return pack { name = \"%s\", version = \"%s\" }\n", name, version);
    folder_put(&w->folder, "source/pack.lua", manifest);
    folder_put(&w->folder, "source/rules/one.lua", "return rule {}\n");
    buffer_init(&out, ARCHIVE_BYTES);
    cr_assert_eq(archive_build(folder_path(&w->folder, "source", path), &out, &f), 0);
    return out;
}

static enum fault_id install_signed(struct world *w, const struct buffer *bytes, const char *comment, bool rollback)
{
    struct fault f = { 0 };
    struct buffer signature;
    struct pack_name name;
    buffer_init(&signature, 4096);
    cr_assert_eq(signature_make(&w->secret, bytes->at, bytes->len, comment, &signature, &f), 0);
    int result = store_install(w->store, &w->trust, "x.kpack", bytes->at, bytes->len, signature.at, signature.len,
                               rollback, &name, &f);
    cr_assert_eq(result == 0, f.id == FAULT_NONE);
    buffer_free(&signature);
    return f.id;
}

static enum fault_id install(struct world *w, const char *name, const char *version, bool rollback)
{
    struct buffer bytes = pack(w, name, version);
    struct pack_name n;
    char comment[160];
    snprintf(n.name, sizeof n.name, "%s", name);
    snprintf(n.version, sizeof n.version, "%s", version);
    pack_comment(&n, comment);
    enum fault_id id = install_signed(w, &bytes, comment, rollback);
    buffer_free(&bytes);
    return id;
}

static enum fault_id verify(struct world *w)
{
    struct fault f = { 0 };
    int result = store_verify(w->store, &w->trust, &f);
    cr_assert_eq(result == 0, f.id == FAULT_NONE);
    return f.id;
}

static bool remember_version(void *context, const struct pack_name *p, const char *folder)
{
    (void)folder;
    snprintf(context, STORE_VERSION, "%s", p->version);
    return true;
}

static void in_use(struct world *w, const char *version)
{
    struct fault f = { 0 };
    char found[STORE_VERSION] = "";
    cr_assert_eq(store_list(w->store, remember_version, found, &f), 0, "%s", f.arg[0]);
    cr_assert_str_eq(found, version);
}

Test(store, takes_a_pack_that_a_trusted_key_signed_and_a_newer_one_after_it)
{
    struct world w;
    world_make(&w);
    cr_assert_eq(verify(&w), FAULT_NONE, "an empty store is fine");
    cr_assert_eq(install(&w, "acme/banking", "1.0.0", false), FAULT_NONE);
    in_use(&w, "1.0.0");
    cr_assert_eq(install(&w, "acme/banking", "1.1.0", false), FAULT_NONE);
    in_use(&w, "1.1.0");
    cr_assert_eq(verify(&w), FAULT_NONE);
    cr_assert(folder_has(&w.folder, "store/packs/acme/banking/rules/one.lua"));
    world_drop(&w);
}

Test(store, goes_back_to_an_older_version_only_when_told_to)
{
    struct world w;
    world_make(&w);
    cr_assert_eq(install(&w, "bank", "1.10.0", false), FAULT_NONE);
    cr_assert_eq(install(&w, "bank", "1.9.0", false), FAULT_PACK_ROLLBACK);
    in_use(&w, "1.10.0");
    cr_assert_eq(install(&w, "bank", "1.9.0", true), FAULT_NONE);
    in_use(&w, "1.9.0");
    cr_assert_eq(install(&w, "bank", "1.9.5", false), FAULT_PACK_ROLLBACK, "the highest version seen is remembered");
    world_drop(&w);
}

Test(store, refuses_a_signature_made_for_another_pack_or_version)
{
    struct world w;
    world_make(&w);
    struct buffer bytes = pack(&w, "bank", "1.0.0");
    cr_assert_eq(install_signed(&w, &bytes, "kijun pack bank 2.0.0", false), FAULT_PACK_SIGNED_FOR);
    cr_assert_eq(install_signed(&w, &bytes, "kijun pack bank 1.0.01", false), FAULT_PACK_SIGNED_FOR);
    cr_assert_eq(install_signed(&w, &bytes, "kijun pack other 1.0.0", false), FAULT_PACK_SIGNED_FOR);
    cr_assert_not(folder_has(&w.folder, "store/packs"));
    cr_assert_eq(install_signed(&w, &bytes, "kijun pack bank 1.0.0 expires:2027-01-01", false), FAULT_NONE);
    cr_assert_eq(install_signed(&w, &bytes, "timestamp:1790000000\tfile:bank.kpack", false), FAULT_NONE,
                 "as the minisign tool writes it");
    buffer_free(&bytes);
    world_drop(&w);
}

Test(store, refuses_everything_of_a_revoked_key_and_takes_that_of_the_key_after_it)
{
    struct world w;
    struct fault f = { 0 };
    char old[17];
    world_make(&w);
    cr_assert_eq(install(&w, "bank", "1.0.0", false), FAULT_NONE);
    memcpy(old, w.id, sizeof old);
    add_key(&w, &w.secret, w.id);
    cr_assert_eq(w.trust.count, 2);
    cr_assert_eq(verify(&w), FAULT_NONE, "both keys count while they are rotated");
    cr_assert_eq(trust_revoke(w.keys, old, &f), 0);
    cr_assert_eq(trust_load(w.keys, &w.trust, &f), 0);
    cr_assert_eq(w.trust.count, 1);
    cr_assert_eq(verify(&w), FAULT_KEY_REVOKED);
    cr_assert_eq(install(&w, "bank", "1.0.1", false), FAULT_NONE);
    cr_assert_eq(verify(&w), FAULT_NONE);
    cr_assert_eq(trust_revoke(w.keys, "not-a-key-id----", &f), -1);
    world_drop(&w);
}

Test(store, notices_every_way_of_changing_what_is_installed)
{
    static const struct { const char *file, *text; enum fault_id id; } changes[] = {
        { "store/packs/bank/rules/one.lua", "return rule { }\n", FAULT_PACK_CHANGED },
        { "store/packs/bank/rules/two.lua", "return rule {}\n", FAULT_PACK_CHANGED },
        { "store/packs/other/pack.lua", "return pack {}\n", FAULT_PACK_UNSIGNED },
        { "store/packs/bank/pack.lua", "", FAULT_PACK_CHANGED },
        { "store/archives/bank.kpack", "PK", FAULT_SIGNATURE_WRONG },
        { "store/archives/bank.kpack.minisig", "untrusted comment: none\n", FAULT_SIGNATURE_FORMAT },
        { "store/archives/other.kpack", "PK", FAULT_PACK_CHANGED },
    };
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        struct world w;
        world_make(&w);
        cr_assert_eq(install(&w, "bank", "1.0.0", false), FAULT_NONE);
        cr_assert_eq(verify(&w), FAULT_NONE);
        folder_put(&w.folder, changes[i].file, changes[i].text);
        cr_assert_eq(verify(&w), changes[i].id, "change %zu", i);
        world_drop(&w);
    }
}

Test(store, takes_names_that_stay_where_they_belong)
{
    static const char *const bad[] = { "", "../bank", "a/b/c", "Bank", "bank+x", "/bank", "bank/", "a//b", "9lives" };
    struct world w;
    world_make(&w);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        cr_assert_eq(install(&w, bad[i], "1.0.0", false), FAULT_PACK_MANIFEST, "%s", bad[i]);
    cr_assert_eq(install(&w, "bank", "1.0", false), FAULT_PACK_MANIFEST);
    world_drop(&w);
}
