/* `kijun pack`: build, sign, check and install rule packs. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/reason.h"
#include "base/text.h"
#include "cli/pack_verbs.h"
#include "cli/settings.h"
#include "exchange/fetch.h"
#include "packs/archive.h"
#include "packs/store.h"

enum { SMALL_FILE = 4096, MADE_NAME = 512 };

const char *pack_argument(const struct command *c, size_t n)
{
    return n < c->count ? c->arguments[n] : NULL;
}

int pack_needs(const struct command *c, const char *what, struct fault *f)
{
    return fault_set(f, FAULT_PACK_NEEDS, c->arguments[0], what);
}

/* ---- files ---- */

int pack_write_new(const char *path, const struct buffer *b, unsigned mode, struct fault *f)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
    bool good = fd >= 0 && write(fd, b->at, b->len) == (ssize_t)b->len && fsync(fd) == 0;
    if (fd >= 0 && close(fd) != 0)
        good = false;
    if (good)
        return 0;
    const char *why = reason_of(errno);
    if (fd >= 0)
        unlink(path);
    fault_where(f, path, 0);
    return fault_set(f, FAULT_OUTPUT, why);
}

static int read_whole(const char *path, size_t cap, struct buffer *out, struct fault *f)
{
    buffer_init(out, cap + 1);
    if (strncmp(path, "https://", 8) != 0)
        return file_read(AT_FDCWD, path, path, cap, out, f);
    struct fetch_options o = {.cap = cap};
    struct fetch_reply reply;
    if (fetch_start(f) != 0)
        return -1;
    int result = fetch_get(path, &o, out, &reply, f);
    fetch_stop();
    return result;
}

/* ---- keys ---- */

/* The password of a secret key: the first line of the file that the environment names; NULL: none. */
static char *password(struct fault *f)
{
    const char *file = getenv("KIJUN_KEY_PASSWORD_FILE");
    struct buffer b;
    if (!file)
        return NULL;
    char *word = NULL;
    buffer_init(&b, SMALL_FILE);
    if (file_read(AT_FDCWD, file, file, SMALL_FILE, &b, f) == 0 && b.at)
        word = strndup(b.at, strcspn(b.at, "\r\n"));
    buffer_free(&b);
    return word;
}

static int do_key(const struct command *c, struct fault *f)
{
    struct buffer public_file, secret_file;
    char path[MADE_NAME];
    const char *name = pack_argument(c, 1);
    if (!name || strlen(name) > MADE_NAME - 8)
        return pack_needs(c, "NAME", f);
    buffer_init(&public_file, SMALL_FILE);
    buffer_init(&secret_file, SMALL_FILE);
    char *word = password(f);
    int result = f->id ? -1 : key_pair_make(word, &public_file, &secret_file, f);
    snprintf(path, sizeof path, "%s.key", name);
    if (result == 0)
        result = pack_write_new(path, &secret_file, 0600, f);
    snprintf(path, sizeof path, "%s.pub", name);
    if (result == 0)
        result = pack_write_new(path, &public_file, 0644, f);
    buffer_free(&public_file);
    buffer_free(&secret_file);
    free(word);
    return result;
}

static int read_key(const char *path, struct secret_key *out, struct fault *f)
{
    struct buffer b = {0};
    char *word = password(f);
    int result = f->id ? -1 : read_whole(path, SMALL_FILE, &b, f);
    if (result == 0)
        result = secret_key_read(path, b.at ? b.at : "", b.len, word, out, f);
    buffer_free(&b);
    free(word);
    return result;
}

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

/* ---- verbs ---- */

static int sign(const char *path, const struct secret_key *key, const struct buffer *b, struct fault *f)
{
    struct pack_name name;
    struct buffer signature;
    char comment[160], to[MADE_NAME];
    if (pack_name_of_archive(path, b->at ? b->at : "", b->len, &name, f) < 0)
        return -1;
    pack_comment(&name, comment);
    buffer_init(&signature, SMALL_FILE);
    int result = signature_make(key, b->at, b->len, comment, &signature, f);
    snprintf(to, sizeof to, "%.*s.minisig", MADE_NAME - 16, path);
    if (result == 0)
        result = pack_write_new(to, &signature, 0644, f);
    if (result == 0)
        puts(to);
    buffer_free(&signature);
    return result;
}

static int do_sign(const struct command *c, struct fault *f)
{
    struct secret_key key;
    struct buffer b;
    const char *path = pack_argument(c, 1);
    if (!path || !c->values[OPTION_KEY])
        return pack_needs(c, "FILE --key KEY", f);
    if (read_key(c->values[OPTION_KEY], &key, f) < 0)
        return -1;
    int result = read_whole(path, ARCHIVE_BYTES, &b, f);
    if (result == 0)
        result = sign(path, &key, &b, f);
    buffer_free(&b);
    signature_forget(&key);
    return result;
}

/* An archive with the signature beside it, from files or over HTTPS. */
static int read_signed(const char *path, struct buffer *archive, struct buffer *signature, struct fault *f)
{
    char beside[SETTINGS_PATH];
    buffer_init(signature, SMALL_FILE);
    snprintf(beside, sizeof beside, "%s.minisig", path);
    if (read_whole(path, ARCHIVE_BYTES, archive, f) < 0)
        return -1;
    struct fault why = {0};
    if (read_whole(beside, SMALL_FILE, signature, &why) == 0)
        return 0;
    fault_where(f, path, 0);
    return fault_set(f, FAULT_PACK_UNSIGNED, beside);
}

static int install(const struct command *c, bool keep, struct fault *f)
{
    char home[SETTINGS_PATH], keys[SETTINGS_PATH + 8];
    struct buffer archive = {0}, signature = {0};
    struct pack_name name;
    struct trust *trust = calloc(1, sizeof *trust);
    const char *path = pack_argument(c, 1);
    int result = trust ? home_and_keys(home, keys, trust, f) : fault_set(f, FAULT_MEMORY);
    if (result == 0)
        result = path ? read_signed(path, &archive, &signature, f) : pack_needs(c, "FILE", f);
    if (result == 0 && keep)
        result = store_install(home, trust, path, archive.at, archive.len, signature.at, signature.len,
                               c->values[OPTION_ROLLBACK] != NULL, &name, f);
    else if (result == 0)
        result = store_check(trust, path, archive.at, archive.len, signature.at, signature.len, &name, f);
    if (result == 0)
        printf("%s %s\n", name.name, name.version);
    buffer_free(&archive);
    buffer_free(&signature);
    free(trust);
    return result;
}

static int do_install(const struct command *c, struct fault *f)
{
    return install(c, true, f);
}

static int do_verify(const struct command *c, struct fault *f)
{
    return pack_argument(c, 1) ? install(c, false, f) : verify_installed(f);
}

static bool print_pack(void *context, const struct pack_name *p, const char *folder)
{
    (void)context;
    printf("%s %s  %s\n", p->name, p->version, folder);
    return true;
}

static int do_list(const struct command *c, struct fault *f)
{
    char home[SETTINGS_PATH];
    (void)c;
    return pack_home(home, f) < 0 ? -1 : store_list(home, print_pack, NULL, f);
}

static int do_trust(const struct command *c, struct fault *f)
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

static int do_revoke(const struct command *c, struct fault *f)
{
    char home[SETTINGS_PATH], keys[SETTINGS_PATH + 8];
    if (!pack_argument(c, 1))
        return pack_needs(c, "KEY-ID", f);
    return home_and_keys(home, keys, NULL, f) < 0 ? -1 : trust_revoke(keys, pack_argument(c, 1), f);
}

static const struct sub_verb {
    const char *name;
    int (*run)(const struct command *c, struct fault *f);
} sub_verbs[] = {{"new", pack_new},         {"definitions", pack_definitions},
                 {"key", do_key},           {"build", pack_build}, {"sign", do_sign},   {"verify", do_verify},
                 {"install", do_install},   {"list", do_list},     {"trust", do_trust}, {"revoke", do_revoke}};

enum { SUB_VERBS = sizeof sub_verbs / sizeof *sub_verbs };

int verb_pack(const struct command *c)
{
    struct fault f = {0};
    const char *names[SUB_VERBS], *name = c->arguments[0];
    int result = -1;
    size_t i = 0;
    for (; i < SUB_VERBS && strcmp(sub_verbs[i].name, name) != 0; i++)
        names[i] = sub_verbs[i].name;
    if (i < SUB_VERBS) {
        result = sub_verbs[i].run(c, &f);
    } else {
        const char *near = text_suggest(name, names, SUB_VERBS);
        if (near)
            fault_set(&f, FAULT_VERB_NEAR, name, near);
        else
            fault_set(&f, FAULT_VERB_UNKNOWN, name);
    }
    return result == 0 ? EXIT_CLEAN : fail_with(&f, c->language);
}
