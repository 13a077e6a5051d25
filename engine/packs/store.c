#include "packs/store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/reason.h"
#include "base/semver.h"
#include "packs/archive.h"
#include "packs/lock.h"
#include "packs/manifest.h"
#include "packs/place.h"
#include "packs/remove.h"

enum { SIGNATURE_BYTES = 4096 };

void store_folder(const char *store, char *out, size_t size)
{
    snprintf(out, size, "%s/packs", store);
}

static int trust_fault(struct fault *f, const char *shown, enum fault_id id, const char *a, const char *b)
{
    fault_where(f, shown, 0);
    return fault_set(f, id, a, b);
}

/* A good signature that is for another pack or another version is no signature for this one. */
int store_check(const struct trust *trust, const char *shown, const char *at, size_t len, const char *signature,
                size_t signature_len, struct pack_name *out, struct fault *f)
{
    struct signed_note note;
    char comment[160];
    struct fault why = { 0 };
    if (signature_check(trust->keys, trust->count, at, len, shown, signature, signature_len, &note, &why) != 0) {
        *f = why;
        if (why.id == FAULT_SIGNATURE_KEY && trust_revoked(trust, why.arg[0])) {
            fault_clear(f);
            trust_fault(f, shown, FAULT_KEY_REVOKED, why.arg[0], NULL);
        }
        return -1;
    }
    if (pack_name_of_archive(shown, at, len, out, f) != 0)
        return -1;
    pack_comment(out, comment);
    size_t n = strlen(comment);
    bool ours = strncmp(note.comment, comment, n) == 0 && (note.comment[n] == '\0' || note.comment[n] == ' ');
    bool plain = strncmp(note.comment, "kijun pack ", 11) != 0; /* made with minisign: says nothing of packs */
    return ours || plain ? 0 : trust_fault(f, shown, FAULT_PACK_SIGNED_FOR, note.comment, comment);
}

/* The highest version that was ever installed under this name; false when there was none. */
static bool highest_seen(const struct place *p, struct semver *out)
{
    struct buffer text;
    struct fault none = { 0 };
    buffer_init(&text, STORE_VERSION);
    bool found = file_read(AT_FDCWD, p->seen, p->seen, STORE_VERSION, &text, &none) == 0 && text.at &&
                 semver_parse(text.at, false, out);
    buffer_free(&text);
    return found;
}

static int check_rollback(const struct place *p, const struct pack_name *n, bool rollback, struct fault *f)
{
    struct semver version, seen;
    char text[48];
    if (!semver_parse(n->version, false, &version))
        return trust_fault(f, n->name, FAULT_PACK_MANIFEST, NULL, NULL);
    if (rollback || !highest_seen(p, &seen) || semver_compare(&version, &seen) >= 0)
        return 0;
    snprintf(text, sizeof text, "%u.%u.%u", seen.part[0], seen.part[1], seen.part[2]);
    return trust_fault(f, n->name, FAULT_PACK_ROLLBACK, n->version, text);
}

static int remember(const struct place *p, const struct pack_name *n, struct fault *f)
{
    struct semver version, seen;
    if (highest_seen(p, &seen) && semver_parse(n->version, false, &version) && semver_compare(&version, &seen) <= 0)
        return 0;
    return place_write(p->seen, n->version, strlen(n->version), f);
}

/* Puts the new files where the old ones were. The archive comes last: until it fits the folder, verification says
 * that the pack is not what was signed, and installing again mends it. */
static int replace(const struct place *p, const struct archive *a, struct fault *f)
{
    char old[PLACE_BYTES];
    int n = snprintf(old, sizeof old, "%s.old-%ld", p->folder, (long)getpid());
    if (n < 0 || (size_t)n >= sizeof old)
        return trust_fault(f, p->folder, FAULT_OUTPUT, reason_of(ENAMETOOLONG), NULL);
    bool had = rename(p->folder, old) == 0;
    if (archive_extract(a, p->folder, f) == 0) {
        if (had)
            remove_tree(old);
        return 0;
    }
    if (had && rename(old, p->folder) != 0)
        fault_where(f, old, 0);
    return -1;
}

int store_install(const char *store, const struct trust *trust, const char *shown, const char *at, size_t len,
                  const char *signature, size_t signature_len, bool rollback, struct pack_name *out, struct fault *f)
{
    struct place p;
    struct archive *a = NULL;
    if (store_check(trust, shown, at, len, signature, signature_len, out, f) != 0 ||
        place_of(store, out->name, &p, f) != 0 || check_rollback(&p, out, rollback, f) != 0 ||
        place_make(store, f) != 0 || archive_open(shown, at, len, &a, f) != 0)
        return -1;
    int result = replace(&p, a, f);
    if (result == 0)
        result = place_write(p.archive, at, len, f);
    if (result == 0)
        result = place_write(p.signature, signature, signature_len, f);
    if (result == 0)
        result = remember(&p, out, f);
    archive_close(a);
    return result;
}

int store_remove(const char *store, const char *name, struct fault *f)
{
    struct place p;
    if (!pack_name_good(name))
        return fault_set(f, FAULT_PACK_NAMED, name);
    if (place_of(store, name, &p, f) != 0)
        return -1;
    bool archive = access(p.archive, F_OK) == 0, folder = access(p.folder, F_OK) == 0;
    if (!archive && !folder)
        return fault_set(f, FAULT_PACK_NOT_INSTALLED, name);
    /* The folder first: an archive without it can be removed again, a folder without an archive is a stranger. */
    if ((folder && remove_tree(p.folder) != 0) || (archive && unlink(p.archive) != 0))
        return trust_fault(f, folder ? p.folder : p.archive, FAULT_OUTPUT, reason_of(errno), NULL);
    unlink(p.signature);
    unlink(p.source);
    char *slash = strchr(name, '/') ? strrchr(p.folder, '/') : NULL;
    if (slash) {
        *slash = '\0';
        rmdir(p.folder); /* the owner's folder, when this was the last */
    }
    return 0;
}

/* A whole file; missing counts as changed, because an installed pack has all of its files. */
static int read_part(const char *path, const char *name, size_t cap, struct buffer *out, struct fault *f)
{
    struct fault why = { 0 };
    if (file_read(AT_FDCWD, path, path, cap, out, &why) == 0 && out->at)
        return 0;
    return trust_fault(f, path, FAULT_PACK_CHANGED, name, NULL);
}

static int verify_one(const struct place *p, const struct trust *trust, const char *name, struct fault *f)
{
    struct buffer bytes, signature;
    struct archive *a = NULL;
    struct pack_name said;
    buffer_init(&bytes, ARCHIVE_BYTES);
    buffer_init(&signature, SIGNATURE_BYTES);
    int result = read_part(p->archive, name, ARCHIVE_BYTES, &bytes, f);
    if (result == 0)
        result = read_part(p->signature, name, SIGNATURE_BYTES, &signature, f);
    if (result == 0)
        result = store_check(trust, p->archive, bytes.at, bytes.len, signature.at, signature.len, &said, f);
    if (result == 0 && strcmp(said.name, name) != 0)
        result = trust_fault(f, p->archive, FAULT_PACK_SIGNED_FOR, said.name, name);
    if (result == 0)
        result = archive_open(p->archive, bytes.at, bytes.len, &a, f);
    if (result == 0)
        result = archive_same(a, p->folder, f);
    archive_close(a);
    buffer_free(&bytes);
    buffer_free(&signature);
    return result;
}

int store_verify(const char *store, const struct trust *trust, struct fault *f)
{
    struct place_names names;
    int result = place_list(store, &names, f);
    if (result == 0)
        result = place_check(store, &names, f);
    for (size_t i = 0; result == 0 && i < names.count; i++) {
        struct place p;
        result = place_of(store, names.at[i], &p, f);
        if (result == 0)
            result = verify_one(&p, trust, names.at[i], f);
    }
    place_names_free(&names);
    return result;
}

int store_list(const char *store, bool (*each)(void *context, const struct pack_name *p, const char *folder),
               void *context, struct fault *f)
{
    struct place_names names;
    int result = place_list(store, &names, f);
    for (size_t i = 0; result == 0 && i < names.count; i++) {
        struct place p;
        struct pack_name n;
        result = place_of(store, names.at[i], &p, f);
        if (result == 0)
            result = pack_name_of_folder(p.folder, &n, f);
        if (result == 0 && !each(context, &n, p.folder))
            break;
    }
    place_names_free(&names);
    return result;
}

/* ---- where packs came from, and the lock of them all ---- */

int store_remember_source(const char *store, const char *name, const char *source, struct fault *f)
{
    struct place p;
    return place_of(store, name, &p, f) == 0 ? place_write(p.source, source, strlen(source), f) : -1;
}

void store_source(const char *store, const char *name, char *out, size_t size)
{
    struct place p;
    struct buffer text;
    struct fault none = { 0 };
    *out = '\0';
    buffer_init(&text, PLACE_BYTES);
    if (place_of(store, name, &p, &none) == 0 && file_read(AT_FDCWD, p.source, p.source, PLACE_BYTES, &text, &none) == 0 &&
        text.len < size && text.at)
        memcpy(out, text.at, text.len + 1);
    buffer_free(&text);
}

static int lock_one(const char *store, const char *name, struct buffer *out, struct fault *f)
{
    struct place p;
    struct pack_name said;
    struct archive *a = NULL;
    struct buffer bytes;
    char source[PLACE_BYTES];
    if (place_of(store, name, &p, f) != 0)
        return -1;
    buffer_init(&bytes, ARCHIVE_BYTES);
    int result = read_part(p.archive, name, ARCHIVE_BYTES, &bytes, f);
    if (result == 0)
        result = pack_name_of_archive(p.archive, bytes.at, bytes.len, &said, f);
    if (result == 0)
        result = archive_open(p.archive, bytes.at, bytes.len, &a, f);
    if (result == 0) {
        const struct archive_file *files;
        size_t count = archive_files(a, &files);
        store_source(store, name, source, sizeof source);
        lock_add(out, &said, source, bytes.at, bytes.len, files, count);
    }
    archive_close(a);
    buffer_free(&bytes);
    return result;
}

int store_lock(const char *store, struct buffer *out, struct fault *f)
{
    struct place_names names;
    int result = place_list(store, &names, f);
    lock_begin(out);
    for (size_t i = 0; result == 0 && i < names.count; i++)
        result = lock_one(store, names.at[i], out, f);
    lock_end(out);
    place_names_free(&names);
    return result == 0 && out->failed ? fault_set(f, FAULT_MEMORY) : result;
}
