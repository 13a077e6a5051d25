#include "batch/discover.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/reason.h"
#include "batch/known.h"
#include "batch/listing.h"
#include "documents/load.h"

enum { SNIFF_BYTES = 4096 };

/* A folder that is being visited. */
struct level {
    int fd;
    struct listing *names;
    size_t path_len;        /* of its own path in discovery.path */
    bool dossiers;          /* here or above: what lies here can be evidence that one of them names */
};

struct identity {
    dev_t device;
    ino_t inode;
    size_t index;           /* in paths */
};

/* What was passed over, and is said at the end. */
struct passed {
    uint64_t count;
    char first[DISCOVER_PATH];      /* in byte order: the order of the folder may not show */
};

struct discovery {
    const char *const *paths;
    size_t path_count, next_path;
    size_t *order;          /* indexes in paths, in the order of their keys */
    bool *repeated;         /* by index in paths: an earlier one names the same file */
    char path[DISCOVER_PATH];
    struct level levels[DISCOVER_DEPTH];
    size_t depth;
    bool skips;
    struct identity skip;
    struct passed links, unread;
    bool stamps;
    struct known *known;
    struct entry entry;     /* of what was given last */
};

static int compare_identities(const void *a, const void *b)
{
    const struct identity *x = a, *y = b;
    if (x->device != y->device)
        return x->device < y->device ? -1 : 1;
    if (x->inode != y->inode)
        return x->inode < y->inode ? -1 : 1;
    return (x->index > y->index) - (x->index < y->index);
}

static bool mark_repeated(struct discovery *d)
{
    struct identity *all = calloc(d->path_count + 1, sizeof *all);
    d->repeated = calloc(d->path_count + 1, sizeof *d->repeated);
    if (!all || !d->repeated) {
        free(all);
        return false;
    }
    size_t n = 0;
    for (size_t i = 0; i < d->path_count; i++) {
        struct stat st;
        if (stat(d->paths[i], &st) == 0)
            all[n++] = (struct identity){st.st_dev, st.st_ino, i};
    }
    qsort(all, n, sizeof *all, compare_identities);
    for (size_t i = 1; i < n; i++)
        if (all[i].device == all[i - 1].device && all[i].inode == all[i - 1].inode)
            d->repeated[all[i].index] = true;
    free(all);
    return true;
}

static int compare_keys(const void *a, const void *b, void *paths)
{
    const size_t *x = a, *y = b;
    const char *const *all = paths;
    struct entry_key one, other;
    entry_key(&one, all[*x]);
    entry_key(&other, all[*y]);
    int order = entry_key_compare(one.at, one.len, other.at, other.len);
    return order ? order : (*x > *y) - (*x < *y);
}

static bool order_paths(struct discovery *d)
{
    d->order = calloc(d->path_count + 1, sizeof *d->order);
    if (!d->order)
        return false;
    for (size_t i = 0; i < d->path_count; i++)
        d->order[i] = i;
    qsort_r(d->order, d->path_count, sizeof *d->order, compare_keys, (void *)(uintptr_t)d->paths);
    return true;
}

struct discovery *discovery_new(const char *const *paths, const char *skip)
{
    struct discovery *d = calloc(1, sizeof *d);
    if (!d)
        return NULL;
    d->paths = paths;
    while (paths[d->path_count])
        d->path_count++;
    struct stat st;
    if (skip && stat(skip, &st) == 0) {
        d->skips = true;
        d->skip = (struct identity){st.st_dev, st.st_ino, 0};
    }
    if (!mark_repeated(d) || !order_paths(d)) {
        discovery_free(d);
        return NULL;
    }
    return d;
}

static void leave(struct discovery *d)
{
    struct level *l = &d->levels[--d->depth];
    listing_free(l->names);
    close(l->fd);
}

void discovery_stamps(struct discovery *d, struct known *known)
{
    d->stamps = true;
    d->known = known;
}

void discovery_free(struct discovery *d)
{
    if (!d)
        return;
    while (d->depth)
        leave(d);
    free(d->repeated);
    free(d->order);
    free(d);
}

uint64_t discovery_links(const struct discovery *d, const char **first)
{
    *first = d->links.first;
    return d->links.count;
}

uint64_t discovery_unread(const struct discovery *d, const char **first)
{
    *first = d->unread.first;
    return d->unread.count;
}

static void pass_over(struct discovery *d, struct passed *p)
{
    if (!p->count++ || strcmp(d->path, p->first) < 0)
        memcpy(p->first, d->path, sizeof p->first);
}

/* ---- one file ---- */

static enum sniffed sniff(int folder, const char *name)
{
    int fd = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (fd < 0)
        return SNIFF_OTHER;
    char head[SNIFF_BYTES];
    ssize_t n;
    do
        n = read(fd, head, sizeof head);
    while (n < 0 && errno == EINTR);
    close(fd);
    return n < 0 ? SNIFF_OTHER : load_sniff(name, head, (size_t)n);
}

/* True if the name says that people take it for a document: what then cannot be read may not go unseen. */
static bool named_like_document(const char *name)
{
    static const char *const endings[] = {".xml", ".docx", ".txt"};
    size_t len = strlen(name);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t n = strlen(endings[i]);
        if (len > n && strcasecmp(name + len - n, endings[i]) == 0)
            return true;
    }
    return false;
}

/* What may stand for a new judgement of the subject or file at d->path. */
static bool find_known(struct discovery *d)
{
    struct entry_key key;
    if (!d->known)
        return false;
    entry_key(&key, d->path);
    return known_find(d->known, key.at, key.len, &d->entry) && d->entry.usable;
}

/* True if the file at d->path is known and has not changed. */
static bool recall(struct discovery *d, const struct stamp *stamp)
{
    return find_known(d) && d->entry.kind != ENTRY_FOLDER && stamp_same(&d->entry.stamp, stamp);
}

static int found_fault(struct discovery *d, struct found *out, enum fault_id id, const char *why)
{
    *out = (struct found){.path = d->path, .lone = true};
    fault_set(&out->fault, id, why);
    fault_where(&out->fault, d->path, 0);
    return 1;
}

/* The file at d->path. 1 if it is a subject. */
static int visit_file(struct discovery *d, int folder, const struct listed_entry *e, struct found *out)
{
    bool known = recall(d, &e->stamp);
    enum sniffed kind = known ? (enum sniffed)d->entry.sniffed : sniff(folder, e->name);
    /* Named like a document but not one inside, or not readable: its reader says what is wrong with it. */
    if (kind == SNIFF_OTHER && !named_like_document(e->name))
        return 0;
    if (kind == SNIFF_UNREAD && d->levels[d->depth - 1].dossiers) {
        pass_over(d, &d->unread);
        return 0;
    }
    *out = (struct found){.path = d->path, .lone = kind != SNIFF_DOSSIER && kind != SNIFF_SUPPLIER,
                          .sniffed = (unsigned char)kind, .stamp = e->stamp, .known = known ? &d->entry : NULL};
    out->stamp.unsettled |= !d->stamps;
    return 1;
}

/* ---- folders ---- */

/* Puts "parent/name" in d->path; false when it is too long. */
static bool extend_path(struct discovery *d, size_t parent, const char *name)
{
    size_t n = strlen(name);
    bool slash = parent && d->path[parent - 1] != '/';
    if (parent + slash + n >= sizeof d->path)
        return false;
    if (slash)
        d->path[parent] = '/';
    memcpy(d->path + parent + slash, name, n + 1);
    return true;
}

static enum sniffed kind_of(struct discovery *d, const struct level *l, const struct listed_entry *e)
{
    if (d->known && extend_path(d, l->path_len, e->name) && recall(d, &e->stamp))
        return (enum sniffed)d->entry.sniffed;
    return sniff(l->fd, e->name);
}

/* 1 if one of the files is a supplier's profile, else 0 with l->dossiers set; -1 with *f set. */
static int find_profile(struct discovery *d, struct level *l, struct fault *f)
{
    struct known_mark mark = {0};
    struct listed_entry e;
    bool found = false;
    int got;
    if (d->known)
        mark = known_mark(d->known);
    while (!found && (got = listing_next(l->names, &e, f)) > 0)
        if (e.type == LISTED_FILE) {
            enum sniffed kind = kind_of(d, l, &e);
            found = kind == SNIFF_SUPPLIER;
            l->dossiers = l->dossiers || kind == SNIFF_DOSSIER;
        }
    d->path[l->path_len] = '\0';
    if (d->known)
        known_back(d->known, mark);
    if (!found && (got < 0 || listing_rewind(l->names, f) < 0))
        return -1;
    return found;
}

static bool is_output(const struct discovery *d, int fd)
{
    struct stat st;
    return d->skips && fstat(fd, &st) == 0 && st.st_dev == d->skip.device && st.st_ino == d->skip.inode;
}

static int found_folder(struct discovery *d, const struct stamp *stamp, bool known, struct found *out)
{
    *out = (struct found){.path = d->path, .folder = true, .stamp = *stamp, .known = known ? &d->entry : NULL};
    return 1;
}

/* True if the open folder is a subject that has not changed. Only for a folder that was one is all below it looked at. */
static bool recall_folder(struct discovery *d, int fd, struct stamp *stamp)
{
    if (!find_known(d) || d->entry.kind != ENTRY_FOLDER)
        return false;
    *stamp = stamp_folder(fd);
    return stamp_same(stamp, &d->entry.stamp);
}

/* Lists the open folder and looks whether it is a subject. */
static int look_into(struct discovery *d, struct level *l, struct found *out)
{
    struct fault why = {0};
    struct stamp stamp = {.unsettled = true};
    l->names = listing_read(l->fd, d->stamps, &why);
    int profile = l->names ? find_profile(d, l, &why) : -1;
    if (profile == 0) {
        d->levels[d->depth++] = *l;
        return 0;
    }
    if (profile > 0 && d->stamps)
        stamp = stamp_folder(l->fd);
    listing_free(l->names);
    close(l->fd);
    if (profile > 0)
        return found_folder(d, &stamp, false, out);
    if (why.id == FAULT_MEMORY)
        return -1;
    *out = (struct found){.path = d->path, .lone = true, .fault = why};
    fault_where(&out->fault, d->path, 0);
    return 1;
}

/* Takes the open folder at d->path. 1 if it is a subject itself, 0 if it is to be visited. */
static int enter(struct discovery *d, int fd, struct found *out)
{
    if (is_output(d, fd)) {
        close(fd);
        return 0;
    }
    if (d->depth == DISCOVER_DEPTH) {
        close(fd);
        return found_fault(d, out, FAULT_FOLDER_DEPTH, "64");
    }
    struct stamp stamp;
    if (recall_folder(d, fd, &stamp)) {
        close(fd);
        return found_folder(d, &stamp, true, out);
    }
    struct level l = {.fd = fd, .path_len = strlen(d->path), .dossiers = d->depth && d->levels[d->depth - 1].dossiers};
    return look_into(d, &l, out);
}

static int visit_folder(struct discovery *d, int folder, const char *name, struct found *out)
{
    int fd = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return found_fault(d, out, FAULT_FOLDER_READ, reason_of(errno));
    return enter(d, fd, out);
}

/* A link, pipe, socket or device: never read, never unseen. */
static int visit_special(struct discovery *d, int folder, const char *name, struct found *out)
{
    struct stat st;
    if (fstatat(folder, name, &st, 0) == 0 && S_ISDIR(st.st_mode)) {
        pass_over(d, &d->links);
        return 0;
    }
    return named_like_document(name) ? found_fault(d, out, FAULT_FILE_KIND, NULL) : 0;
}

static int visit_entry(struct discovery *d, const struct level *l, const struct listed_entry *e, struct found *out)
{
    if (!extend_path(d, l->path_len, e->name)) {
        d->path[l->path_len] = '\0';
        return found_fault(d, out, FAULT_PATH_LENGTH, "4095");
    }
    switch (e->type) {
    case LISTED_FILE: return visit_file(d, l->fd, e, out);
    case LISTED_FOLDER: return visit_folder(d, l->fd, e->name, out);
    default: return visit_special(d, l->fd, e->name, out);
    }
}

/* ---- what the user named ---- */

/* Opened by its own reader, which judges. */
static int visit_named_file(struct discovery *d, struct found *out)
{
    struct listed_entry e = {.name = d->path, .stamp.unsettled = true};
    struct stat st;
    if (d->stamps && fstatat(AT_FDCWD, d->path, &st, AT_SYMLINK_NOFOLLOW) == 0)
        e.stamp = stamp_of(&st);
    bool known = recall(d, &e.stamp);
    enum sniffed kind = known ? (enum sniffed)d->entry.sniffed : sniff(AT_FDCWD, d->path);
    *out = (struct found){.path = d->path, .lone = kind != SNIFF_DOSSIER && kind != SNIFF_SUPPLIER,
                          .sniffed = (unsigned char)kind, .stamp = e.stamp, .known = known ? &d->entry : NULL};
    return 1;
}

static int visit_argument(struct discovery *d, const char *path, struct found *out)
{
    size_t len = strlen(path);
    while (len > 1 && path[len - 1] == '/')
        len--;
    size_t kept = len < sizeof d->path ? len : sizeof d->path - 1;
    memcpy(d->path, path, kept);
    d->path[kept] = '\0';
    if (kept < len)
        return found_fault(d, out, FAULT_PATH_LENGTH, "4095");
    /* A link to a folder is followed here, for the user named it. */
    int fd = open(d->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0)
        return enter(d, fd, out);
    if (errno != ENOTDIR)
        return found_fault(d, out, errno == EACCES ? FAULT_FOLDER_READ : FAULT_FILE_OPEN, reason_of(errno));
    return visit_named_file(d, out);
}

/* 1 with a subject, 0 to go on, -1: out of memory, or what was listed cannot be read again. */
static int next_entry(struct discovery *d, struct found *out)
{
    struct level *l = &d->levels[d->depth - 1];
    struct listed_entry e;
    struct fault why = {0};
    int got = listing_next(l->names, &e, &why);
    if (got > 0)
        return visit_entry(d, l, &e, out);
    leave(d);
    return got;
}

int discovery_next(struct discovery *d, struct found *out)
{
    for (;;) {
        if (!d->depth && d->next_path == d->path_count)
            return 0;
        int got = 0;
        if (d->depth)
            got = next_entry(d, out);
        else {
            size_t i = d->order[d->next_path++];
            got = d->repeated[i] ? 0 : visit_argument(d, d->paths[i], out);
        }
        if (got)
            return got;
    }
}
