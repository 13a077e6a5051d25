/* `kijun pack install`, `update`, `lock`, `verify`, `list`, `trust`, `revoke`: what the customers of rule packs do. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/hash.h"
#include "base/semver.h"
#include "cli/pack_verbs.h"
#include "cli/settings.h"
#include "packs/lock.h"
#include "packs/store.h"

enum { SMALL_FILE = 4096, LOCK_ARENA = 16 * 1024 * 1024 };

/* ---- where packs and keys are kept ---- */

/* KIJUN_HOME, or kijun below the user's data folder. */
int pack_home(char out[SETTINGS_PATH], struct fault *f)
{
    const char *own = getenv("KIJUN_HOME"), *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
    int n = -1;
    if (own && *own)
        n = snprintf(out, SETTINGS_PATH, "%s", own);
    else if (data && *data)
        n = snprintf(out, SETTINGS_PATH, "%s/kijun", data);
    else if (home && *home)
        n = snprintf(out, SETTINGS_PATH, "%s/.local/share/kijun", home);
    return n > 0 && n < SETTINGS_PATH ? 0 : fault_set(f, FAULT_PACK_HOME);
}

/* The store is the home; the trusted keys lie in keys/ below it. */
static int home_and_keys(char home[SETTINGS_PATH], char keys[SETTINGS_PATH + 8], struct trust *trust, struct fault *f)
{
    if (pack_home(home, f) < 0)
        return -1;
    snprintf(keys, SETTINGS_PATH + 8, "%s/keys", home);
    return trust ? trust_load(keys, trust, f) : 0;
}

int verify_installed(struct fault *f)
{
    char home[SETTINGS_PATH], keys[SETTINGS_PATH + 8];
    struct trust *trust = calloc(1, sizeof *trust);
    if (!trust)
        return fault_set(f, FAULT_MEMORY);
    int result = home_and_keys(home, keys, trust, f);
    if (result == 0)
        result = store_verify(home, trust, f);
    free(trust);
    return result;
}

/* An archive with the signature beside it, from files or over HTTPS. */
static int read_signed(const struct command *c, const char *path, struct buffer *archive, struct buffer *signature, struct fault *f)
{
    char beside[SETTINGS_PATH];
    buffer_init(signature, SMALL_FILE);
    snprintf(beside, sizeof beside, "%s.minisig", path);
    if (pack_read_whole(c, path, ARCHIVE_BYTES, archive, f) < 0)
        return -1;
    struct fault why = {0};
    if (pack_read_whole(c, beside, SMALL_FILE, signature, &why) == 0)
        return 0;
    fault_where(f, path, 0);
    return fault_set(f, FAULT_SIGNATURE_MISSING, beside);
}

/* Everything that installing takes. */
struct client {
    const struct command *c;
    char home[SETTINGS_PATH], keys[SETTINGS_PATH + 8];
    struct trust trust;
    struct buffer archive, signature;
};

static struct client *client_new(const struct command *c, struct fault *f)
{
    struct client *k = calloc(1, sizeof *k);
    if (!k) {
        fault_set(f, FAULT_MEMORY);
        return NULL;
    }
    k->c = c;
    if (home_and_keys(k->home, k->keys, &k->trust, f) == 0)
        return k;
    free(k);
    return NULL;
}

static void client_forget(struct client *k)
{
    buffer_free(&k->archive);
    buffer_free(&k->signature);
    k->archive = k->signature = (struct buffer){0};
}

static void client_free(struct client *k)
{
    if (k)
        client_forget(k);
    free(k);
}

/* Installs what was read from `path`, and remembers where that is. */
static int keep(struct client *k, const char *path, struct pack_name *name, struct fault *f)
{
    if (store_install(k->home, &k->trust, path, k->archive.at, k->archive.len, k->signature.at, k->signature.len,
                      k->c->values[OPTION_ROLLBACK] != NULL, name, f) < 0)
        return -1;
    char *real = strncmp(path, "https://", 8) == 0 ? NULL : realpath(path, NULL);
    int result = store_remember_source(k->home, name->name, real ? real : path, f);
    free(real);
    return result;
}

static int check_only(struct client *k, const char *path, struct pack_name *name, struct fault *f)
{
    return store_check(&k->trust, path, k->archive.at, k->archive.len, k->signature.at, k->signature.len, name, f);
}

static int with_file(const struct command *c, const char *path,
                     int (*act)(struct client *, const char *, struct pack_name *, struct fault *), struct fault *f)
{
    struct pack_name name;
    if (!path)
        return pack_needs(c, "FILE", f);
    struct client *k = client_new(c, f);
    int result = k ? read_signed(k->c, path, &k->archive, &k->signature, f) : -1;
    if (result == 0)
        result = act(k, path, &name, f);
    if (result == 0)
        printf("%s %s\n", name.name, name.version);
    client_free(k);
    return result;
}

/* ---- as a lock file says ---- */

/* Where the pack is: where it came from, or beside the lock file. */
static void locked_source(const struct locked *l, const char *lock, char out[SETTINGS_PATH])
{
    const char *slash = strrchr(l->source, '/'), *folder = strrchr(lock, '/');
    snprintf(out, SETTINGS_PATH, "%s", l->source);
    if (strncmp(l->source, "https://", 8) != 0 && access(l->source, F_OK) != 0 && slash)
        snprintf(out, SETTINGS_PATH, "%.*s%s", folder ? (int)(folder - lock + 1) : 0, lock, slash + 1);
}

/* That the archive just read is the one that was locked, to the byte. */
static int check_locked(const struct client *k, const struct locked *l, const char *path, struct fault *f)
{
    const struct archive_file *files;
    const char *differs = LOCK_OF_STORE;
    struct archive *a = NULL;
    struct pack_name name;
    char hex[65];
    struct sha256 h = hash_sha256(k->archive.at, k->archive.len);
    hash_sha256_hex(&h, hex);
    if (pack_name_of_archive(path, k->archive.at, k->archive.len, &name, f) != 0 ||
        archive_open(path, k->archive.at, k->archive.len, &a, f) != 0)
        return -1;
    size_t count = archive_files(a, &files);
    bool same = lock_same(l, files, count, &differs);
    if (same && (strcmp(name.name, l->name) != 0 || strcmp(name.version, l->version) != 0))
        same = false, differs = "pack.lua";
    if (same && (!l->archive || strcmp(hex, l->archive) != 0))
        same = false, differs = path;
    int result = 0;
    if (!same) {
        fault_where(f, path, 0);
        result = fault_set(f, FAULT_LOCK_DIFFERS, l->name, l->version, differs);
    }
    archive_close(a);
    return result;
}

static int install_locked_one(struct client *k, const struct locked *l, const char *lock, struct fault *f)
{
    char path[SETTINGS_PATH];
    struct pack_name name;
    if (!l->source || !*l->source)
        return fault_set(f, FAULT_LOCK_SOURCE, l->name);
    locked_source(l, lock, path);
    int result = read_signed(k->c, path, &k->archive, &k->signature, f);
    if (result == 0)
        result = check_locked(k, l, path, f);
    if (result == 0)
        result = keep(k, path, &name, f);
    if (result == 0)
        printf("%s %s\n", name.name, name.version);
    client_forget(k);
    return result;
}

static int install_locked(const struct command *c, struct fault *f)
{
    const char *lock = pack_argument(c, 1) ? pack_argument(c, 1) : LOCK_OF_STORE;
    const struct locked *all;
    size_t count = 0;
    struct arena *arena = arena_new(LOCK_ARENA);
    struct client *k = arena ? client_new(c, f) : NULL;
    int result = k ? lock_read(lock, arena, &all, &count, f) : fault_set(f, FAULT_MEMORY);
    for (size_t i = 0; result == 0 && i < count; i++)
        result = install_locked_one(k, &all[i], lock, f);
    client_free(k);
    arena_free(arena);
    return result;
}

int pack_install(const struct command *c, struct fault *f)
{
    return c->values[OPTION_LOCKED] ? install_locked(c, f) : with_file(c, pack_argument(c, 1), keep, f);
}

int pack_verify(const struct command *c, struct fault *f)
{
    return pack_argument(c, 1) ? with_file(c, pack_argument(c, 1), check_only, f) : verify_installed(f);
}

/* Writes kijun.lock, or the file named, for what is installed. */
int pack_lock(const struct command *c, struct fault *f)
{
    char home[SETTINGS_PATH];
    const char *path = pack_argument(c, 1) ? pack_argument(c, 1) : LOCK_OF_STORE;
    struct buffer out;
    if (verify_installed(f) < 0 || pack_home(home, f) < 0)
        return -1;
    buffer_init(&out, LOCK_BYTES);
    int result = store_lock(home, &out, f);
    if (result == 0)
        result = pack_write(path, &out, f);
    if (result == 0)
        puts(path);
    buffer_free(&out);
    return result;
}

/* ---- newer versions ---- */

struct installed {
    struct pack_name at[64];
    size_t count;
};

static bool note_installed(void *context, const struct pack_name *p, const char *folder)
{
    struct installed *all = context;
    (void)folder;
    if (all->count < sizeof all->at / sizeof *all->at)
        all->at[all->count++] = *p;
    return true;
}

/* Installs the archive at `path` when it is a higher version of this pack. */
static int update_from(struct client *k, const struct pack_name *have, const char *path, struct fault *f)
{
    struct pack_name name = {.name = ""};
    struct semver old, new;
    int result = read_signed(k->c, path, &k->archive, &k->signature, f);
    if (result == 0)
        result = check_only(k, path, &name, f);
    if (result == 0 && strcmp(name.name, have->name) != 0) {
        fault_where(f, path, 0);
        result = fault_set(f, FAULT_PACK_SIGNED_FOR, name.name, have->name);
    }
    bool newer = result == 0 && semver_parse(name.version, false, &new) && semver_parse(have->version, false, &old) &&
                 semver_compare(&new, &old) > 0;
    if (newer)
        result = keep(k, path, &name, f);
    if (result == 0 && newer)
        printf("%s %s -> %s\n", have->name, have->version, name.version);
    else if (result == 0)
        printf("%s %s\n", have->name, have->version);
    client_forget(k);
    return result;
}

static int update_one(struct client *k, const struct pack_name *have, struct fault *f)
{
    char source[SETTINGS_PATH], newest[SETTINGS_PATH];
    store_source(k->home, have->name, source, sizeof source);
    if (!*source)
        return fault_set(f, FAULT_LOCK_SOURCE, have->name);
    if (strncmp(source, "https://", 8) == 0)
        return update_from(k, have, source, f);
    store_newest(source, have, newest, sizeof newest);
    return update_from(k, have, *newest ? newest : source, f);
}

static int update_named(struct client *k, const struct installed *all, const char *argument, struct fault *f)
{
    struct pack_name name;
    bool file = strncmp(argument, "https://", 8) == 0 || access(argument, F_OK) == 0;
    if (file && (read_signed(k->c, argument, &k->archive, &k->signature, f) < 0 || check_only(k, argument, &name, f) < 0))
        return -1;
    client_forget(k);
    const char *wanted = file ? name.name : argument;
    for (size_t i = 0; i < all->count; i++)
        if (strcmp(all->at[i].name, wanted) == 0)
            return file ? update_from(k, &all->at[i], argument, f) : update_one(k, &all->at[i], f);
    return fault_set(f, FAULT_PACK_NOT_INSTALLED, wanted);
}

/* Without an argument: every installed pack, from where it came or a newer file beside it. */
int pack_update(const struct command *c, struct fault *f)
{
    struct installed all = {.count = 0};
    struct client *k = client_new(c, f);
    int result = k ? store_list(k->home, note_installed, &all, f) : -1;
    if (result == 0 && pack_argument(c, 1))
        result = update_named(k, &all, pack_argument(c, 1), f);
    else
        for (size_t i = 0; result == 0 && i < all.count; i++)
            result = update_one(k, &all.at[i], f);
    client_free(k);
    return result;
}

/* ---- what is there ---- */

int pack_remove(const struct command *c, struct fault *f)
{
    char home[SETTINGS_PATH];
    const char *name = pack_argument(c, 1);
    if (!name)
        return pack_needs(c, "OWNER/NAME", f);
    return pack_home(home, f) < 0 ? -1 : store_remove(home, name, f);
}


static bool print_pack(void *context, const struct pack_name *p, const char *folder)
{
    (void)context;
    printf("%s %s  %s\n", p->name, p->version, folder);
    return true;
}

int pack_list(const struct command *c, struct fault *f)
{
    char home[SETTINGS_PATH];
    (void)c;
    return pack_home(home, f) < 0 ? -1 : store_list(home, print_pack, NULL, f);
}

int pack_trust(const struct command *c, struct fault *f)
{
    char home[SETTINGS_PATH], keys[SETTINGS_PATH + 8], id[17];
    struct trust *trust = calloc(1, sizeof *trust);
    int result = trust ? home_and_keys(home, keys, pack_argument(c, 1) ? NULL : trust, f) : fault_set(f, FAULT_MEMORY);
    if (result == 0 && pack_argument(c, 1)) {
        result = trust_add(keys, pack_argument(c, 1), id, f);
        if (result == 0)
            puts(id);
    }
    for (size_t i = 0; result == 0 && i < trust->count; i++) {
        key_id_text(trust->keys[i].id, id);
        puts(id);
    }
    free(trust);
    return result;
}

int pack_revoke(const struct command *c, struct fault *f)
{
    char home[SETTINGS_PATH], keys[SETTINGS_PATH + 8];
    if (!pack_argument(c, 1))
        return pack_needs(c, "KEY-ID", f);
    return home_and_keys(home, keys, NULL, f) < 0 ? -1 : trust_revoke(keys, pack_argument(c, 1), f);
}
