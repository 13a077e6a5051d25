/* Loading all documents of one subject: a supplier's folder, or a single file. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/reason.h"
#include "documents/files.h"
#include "documents/loader.h"
#include "documents/mapping.h"

/* A buffer that an unusually large file made grow beyond this is given back. */
enum { FILE_KEPT = 1024 * 1024 };

enum { FOLDER_PATH = 64 * 1024 };

static struct loader *make_loader(struct decoder *decoder, bool plain)
{
    struct loader *l = calloc(1, sizeof *l);
    if (!l) {
        decoder_free(decoder);
        return NULL;
    }
    l->folder_fd = -1;
    buffer_init(&l->folder, FOLDER_PATH);
    buffer_init(&l->file, LOAD_WORD_BYTES + 16);
    /* UTF-16 and the Japanese encodings grow by half at most. */
    buffer_init(&l->decoded, LOAD_FILE_BYTES * 3 / 2 + 16);
    l->xml = xml_reader_new(plain);
    l->decoder = decoder;
    if (l->xml && l->decoder)
        return l;
    loader_free(l);
    return NULL;
}

struct loader *loader_new(void)
{
    return make_loader(decoder_new(), false);
}

struct loader *loader_new_plain(void)
{
    return make_loader(decoder_new_plain(), true);
}

static void close_folder(struct loader *l)
{
    if (l->folder_fd >= 0)
        close(l->folder_fd);
    l->folder_fd = -1;
}

void loader_free(struct loader *l)
{
    if (!l)
        return;
    close_folder(l);
    buffer_free(&l->folder);
    xml_reader_free(l->xml);
    decoder_free(l->decoder);
    buffer_free(&l->file);
    buffer_free(&l->decoded);
    free(l->mappings);
    free(l);
}

int loader_mapping(struct loader *l, const struct data *mapping, struct fault *f)
{
    free(l->mappings);
    l->mappings = mapping ? calloc(1, sizeof *l->mappings) : NULL;
    if (mapping && !l->mappings)
        return fault_set(f, FAULT_MEMORY);
    return mapping ? mapping_read(mapping, l->mappings, f) : 0;
}

bool loader_lacks(const struct loader *l)
{
    return l->lacks;
}

void loader_hash(struct loader *l)
{
    l->hashes = true;
}

static void trim(struct loader *l)
{
    if (l->file.size > FILE_KEPT)
        buffer_free(&l->file);
    if (l->decoded.size > FILE_KEPT)
        buffer_free(&l->decoded);
}

static struct subject *make_subject(struct arena *a, const char *path)
{
    struct subject *s = arena_alloc(a, sizeof *s);
    char *copy = arena_copy(a, path, strlen(path));
    if (!s || !copy)
        return NULL;
    s->path = s->id = copy;
    return s;
}

/* The id is that of the profile; without one, where the documents are. */
static void settle_identity(struct subject *s, bool lone)
{
    s->lone = lone && !s->supplier;
    s->id = s->supplier ? s->supplier->id : s->path;
}

/* ---- what must hold of the whole ---- */

static bool any_document(const struct subject *s)
{
    for (const struct document *d = s->documents; d; d = d->next)
        if (d->root || d->fault.id != FAULT_NONE)
            return true;
    return false;
}

static bool any_fault(const struct subject *s)
{
    for (const struct document *d = s->documents; d; d = d->next)
        if (d->fault.id != FAULT_NONE)
            return true;
    return false;
}

static int whole_fault(const struct subject *s, enum fault_id id, struct fault *f)
{
    fault_set(f, id);
    fault_where(f, s->path, 0);
    return -1;
}

static int resolve(struct subject *s, struct arena *a, const struct place_of_files *p, bool lone, struct fault *f)
{
    settle_identity(s, lone);
    if (!any_document(s))
        return whole_fault(s, FAULT_NO_DOCUMENT, f);
    int profile = resolve_profile(s, f);
    if (resolve_notes(s, a, p, f) < 0 || resolve_ids(s, a, f) < 0 || resolve_amendments(s, a, f) < 0)
        return -1;
    resolve_evidence(s, p);
    settle_identity(s, lone);
    /* When a document could not be read, that is what must be said: it may be the profile. */
    if (!s->supplier && !s->lone && !any_fault(s))
        return whole_fault(s, FAULT_NO_PROFILE, f);
    return profile;
}

/* ---- from files ---- */

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* The length of the part of a path that names the folder of a single file, its '/' included; 0: the working folder. */
static size_t folder_of(const char *path)
{
    return (size_t)(base_name(path) - path);
}

/* Opens the folder that a single file is in: evidence is looked for there. It stays open in the loader until a file in
 * another folder comes. -1 if it cannot be opened. */
static int open_folder(struct loader *l, const char *path)
{
    size_t len = folder_of(path);
    close_folder(l);
    buffer_clear(&l->folder);
    buffer_add(&l->folder, path, len);
    if (!l->folder.failed)
        l->folder_fd = open(len ? l->folder.at : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return l->folder_fd;
}

/* True when the path is a file in the folder that is open. */
static bool is_near(const struct loader *l, const char *path)
{
    struct stat s;
    size_t len = folder_of(path);
    return l->folder_fd >= 0 && l->folder.len == len && (!len || memcmp(l->folder.at, path, len) == 0) &&
           fstatat(l->folder_fd, path + len, &s, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(s.st_mode);
}

static int load_file(struct files *g, const char *path, struct fault *f)
{
    g->place.fd = g->loader->folder_fd;
    return files_load_one(g, base_name(path), f) < 0 ? -1 : stale_mark(g, false, f);
}

static int load_path(struct files *g, const char *path, struct fault *f)
{
    if (is_near(g->loader, path))
        return load_file(g, path, f);
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0 && errno == ENOTDIR && open_folder(g->loader, path) >= 0)
        return load_file(g, path, f);
    if (fd < 0)
        return fault_set(f, FAULT_FILE_OPEN, reason_of(errno));
    g->place.fd = fd;
    return files_load_folder(g, f) < 0 ? -1 : stale_mark(g, true, f);
}

int loader_subject(struct loader *l, struct arena *arena, const char *path, bool lone, struct subject **out,
                   struct fault *f)
{
    l->lacks = false;
    *out = make_subject(arena, path);
    if (!*out)
        return fault_set(f, FAULT_DOCUMENT_MEMORY);
    struct files g = { .loader = l, .arena = arena, .subject = *out, .place = { .fd = -1 } };
    int result = load_path(&g, path, f);
    if (result == 0)
        result = resolve(*out, arena, &g.place, lone, f);
    if (g.place.fd >= 0 && g.place.fd != l->folder_fd)
        close(g.place.fd);
    trim(l);
    if (result < 0)
        fault_where(f, path, 0);
    settle_identity(*out, lone);
    return result;
}

/* ---- from memory ---- */

int loader_memory(struct loader *l, struct arena *arena, const char *file, const char *at, size_t len,
                  struct subject **out, struct fault *f)
{
    if (!*out)
        *out = make_subject(arena, file);
    if (!*out)
        return fault_set(f, FAULT_DOCUMENT_MEMORY);
    struct files g = { .loader = l, .arena = arena, .subject = *out, .place = { .fd = -1 } };
    struct document *d = files_load_memory(&g, file, at, len, f);
    if (!d)
        return -1;
    settle_identity(*out, true);
    trim(l);
    if (d->fault.id == FAULT_NONE)
        return 0;
    *f = d->fault;
    return -1;
}

int loader_finish(struct loader *l, struct arena *arena, struct subject *s, struct fault *f)
{
    const struct place_of_files nowhere = { -1, NULL };
    (void)l;
    return resolve(s, arena, &nowhere, true, f);
}
