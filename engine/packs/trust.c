#include "packs/trust.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/reason.h"

enum { KEY_FILE_BYTES = 4096, REVOKED_BYTES = 64 * 1024, ID_DIGITS = 16 };

#define REVOKED "revoked"

/* The list of revoked ids as text; empty when there is none. */
static int read_revoked(int folder, const char *shown, struct buffer *out, struct fault *f)
{
    struct fault missing = { 0 };
    if (faccessat(folder, REVOKED, F_OK, AT_SYMLINK_NOFOLLOW) != 0 && errno == ENOENT)
        return 0;
    if (file_read(folder, REVOKED, shown, REVOKED_BYTES, out, &missing) == 0)
        return 0;
    *f = missing;
    return -1;
}

static bool is_revoked(const struct buffer *revoked, const char *id)
{
    for (const char *at = revoked->at; at && *at;) {
        const char *end = strchr(at, '\n');
        size_t len = end ? (size_t)(end - at) : strlen(at);
        if (len == ID_DIGITS && memcmp(at, id, len) == 0)
            return true;
        at = end ? end + 1 : NULL;
    }
    return false;
}

static int read_key(int folder, const char *name, struct public_key *out, struct fault *f)
{
    struct buffer text;
    buffer_init(&text, KEY_FILE_BYTES);
    int result = file_read(folder, name, name, KEY_FILE_BYTES, &text, f);
    if (result == 0)
        result = public_key_read(name, text.at ? text.at : "", text.len, out, f);
    buffer_free(&text);
    return result;
}

static int add_key(struct trust *t, int folder, const char *name, const struct buffer *revoked, struct fault *f)
{
    struct public_key key;
    char id[17];
    if (read_key(folder, name, &key, f) != 0)
        return -1;
    key_id_text(key.id, id);
    if (is_revoked(revoked, id))
        return 0;
    if (t->count == TRUST_KEYS)
        return fault_set(f, FAULT_LIMIT, "keys", "64");
    t->keys[t->count] = key;
    snprintf(t->names[t->count++], sizeof *t->names, "%.63s", name);
    return 0;
}

static bool ends_with(const char *text, const char *end)
{
    size_t n = strlen(text), m = strlen(end);
    return n > m && strcmp(text + n - m, end) == 0;
}

static void list_revoked(struct trust *t, const struct buffer *revoked)
{
    for (const char *at = revoked->at; at && *at && t->revoked_count < TRUST_REVOKED; at += strcspn(at, "\n") + (at[strcspn(at, "\n")] != '\0'))
        if (strcspn(at, "\n") == ID_DIGITS)
            snprintf(t->revoked[t->revoked_count++], sizeof *t->revoked, "%.16s", at);
}

bool trust_revoked(const struct trust *t, const char *id)
{
    for (size_t i = 0; i < t->revoked_count; i++)
        if (strcmp(t->revoked[i], id) == 0)
            return true;
    return false;
}

static int load_from(DIR *d, const char *shown, struct trust *out, struct fault *f)
{
    struct buffer revoked;
    struct dirent *e;
    buffer_init(&revoked, REVOKED_BYTES);
    int result = read_revoked(dirfd(d), shown, &revoked, f);
    if (result == 0)
        list_revoked(out, &revoked);
    while (result == 0 && (e = readdir(d)))
        if (e->d_name[0] != '.' && ends_with(e->d_name, ".pub"))
            result = add_key(out, dirfd(d), e->d_name, &revoked, f);
    buffer_free(&revoked);
    return result;
}

int trust_load(const char *folder, struct trust *out, struct fault *f)
{
    out->count = out->revoked_count = 0;
    DIR *d = opendir(folder);
    if (!d && errno == ENOENT)
        return 0;
    if (!d) {
        const char *why = reason_of(errno);
        fault_where(f, folder, 0);
        return fault_set(f, FAULT_FILE_OPEN, why);
    }
    int result = load_from(d, folder, out, f);
    closedir(d);
    return result;
}

static int open_folder(const char *folder, struct fault *f)
{
    if (file_make_folder(folder, f) != 0)
        return -1;
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) {
        const char *why = reason_of(errno);
        fault_where(f, folder, 0);
        return fault_set(f, FAULT_OUTPUT, why);
    }
    return fd;
}

static int refuse_revoked(int fd, const char *folder, const char *id, struct fault *f)
{
    struct buffer revoked;
    buffer_init(&revoked, REVOKED_BYTES);
    int result = read_revoked(fd, folder, &revoked, f);
    if (result == 0 && is_revoked(&revoked, id))
        result = fault_set(f, FAULT_KEY_REVOKED, id);
    buffer_free(&revoked);
    return result;
}

int trust_add(const char *folder, const char *key_file, char id[17], struct fault *f)
{
    struct buffer text;
    struct public_key key;
    char name[32];
    buffer_init(&text, KEY_FILE_BYTES);
    int result = file_read(AT_FDCWD, key_file, key_file, KEY_FILE_BYTES, &text, f);
    if (result == 0)
        result = public_key_read(key_file, text.at ? text.at : "", text.len, &key, f);
    int fd = result == 0 ? open_folder(folder, f) : -1;
    if (fd >= 0) {
        key_id_text(key.id, id);
        result = refuse_revoked(fd, folder, id, f);
    }
    if (fd >= 0 && result == 0) {
        snprintf(name, sizeof name, "%s.pub", id);
        result = file_write(fd, name, text.at, text.len, f);
    }
    if (fd >= 0)
        close(fd);
    buffer_free(&text);
    return fd < 0 ? -1 : result;
}

int trust_revoke(const char *folder, const char *id, struct fault *f)
{
    struct buffer revoked;
    if (strlen(id) != ID_DIGITS || strspn(id, "0123456789ABCDEF") != ID_DIGITS)
        return fault_set(f, FAULT_KEY_ID, id);
    int fd = open_folder(folder, f);
    if (fd < 0)
        return -1;
    buffer_init(&revoked, REVOKED_BYTES);
    int result = read_revoked(fd, folder, &revoked, f);
    if (result == 0 && !is_revoked(&revoked, id)) {
        buffer_printf(&revoked, "%s%s\n", revoked.len && revoked.at[revoked.len - 1] != '\n' ? "\n" : "", id);
        result = revoked.failed ? fault_set(f, FAULT_MEMORY) : file_write(fd, REVOKED, revoked.at, revoked.len, f);
    }
    buffer_free(&revoked);
    close(fd);
    return result;
}
