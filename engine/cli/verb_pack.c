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
    int why = errno;
    if (fd >= 0)
        unlink(path);
    fault_where(f, path, 0);
    return fd < 0 && why == EEXIST ? fault_set(f, FAULT_ALREADY_THERE) : fault_set(f, FAULT_OUTPUT, reason_of(why));
}

int pack_write(const char *path, const struct buffer *b, struct fault *f)
{
    char folder[SETTINGS_PATH];
    const char *slash = strrchr(path, '/');
    snprintf(folder, sizeof folder, "%.*s", slash ? (int)(slash - path + 1) : 1, slash ? path : ".");
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) {
        fault_where(f, path, 0);
        return fault_set(f, FAULT_OUTPUT, reason_of(errno));
    }
    int result = file_write(fd, slash ? slash + 1 : path, b->at ? b->at : "", b->len, f);
    close(fd);
    return result;
}

int pack_read_whole(const struct command *c, const char *path, size_t cap, struct buffer *out, struct fault *f)
{
    buffer_init(out, cap + 1);
    if (strncmp(path, "https://", 8) != 0 && strstr(path, "://"))
        return fault_set(f, FAULT_FETCH_URL);
    if (strncmp(path, "https://", 8) != 0)
        return file_read(AT_FDCWD, path, path, cap, out, f);
    struct fetch_options o = {.cap = cap, .allow_private = c->values[OPTION_ALLOW_PRIVATE] != NULL,
                              .ca_file = c->values[OPTION_CA]};
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

static int read_key(const struct command *c, const char *path, struct secret_key *out, struct fault *f)
{
    struct buffer b = {0};
    char *word = password(f);
    int result = f->id ? -1 : pack_read_whole(c, path, SMALL_FILE, &b, f);
    if (result == 0)
        result = secret_key_read(path, b.at ? b.at : "", b.len, word, out, f);
    buffer_free(&b);
    free(word);
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
    if (read_key(c, c->values[OPTION_KEY], &key, f) < 0)
        return -1;
    int result = pack_read_whole(c, path, ARCHIVE_BYTES, &b, f);
    if (result == 0)
        result = sign(path, &key, &b, f);
    buffer_free(&b);
    signature_forget(&key);
    return result;
}

static const struct sub_verb {
    const char *name;
    int (*run)(const struct command *c, struct fault *f); /* -1: *f is set; above 0: the exit code, all is told */
} sub_verbs[] = {{"new", pack_new},         {"definitions", pack_definitions},
                 {"key", do_key},           {"build", pack_build},   {"sign", do_sign},
                 {"verify", pack_verify},   {"install", pack_install}, {"update", pack_update}, {"lock", pack_lock}, {"remove", pack_remove},
                 {"list", pack_list},       {"trust", pack_trust},   {"revoke", pack_revoke}};

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
    return result == 0 ? EXIT_CLEAN : result > 0 ? result : fail_with(&f, c->language);
}
