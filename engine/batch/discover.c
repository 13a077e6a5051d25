#include "batch/discover.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/reason.h"
#include "documents/load.h"

enum { SNIFF_BYTES = 4096 };

/* A folder that is being visited. */
struct level {
    DIR *dir;
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
    bool *repeated;         /* by index in paths: an earlier one names the same file */
    char path[DISCOVER_PATH];
    struct level levels[DISCOVER_DEPTH];
    size_t depth;
    bool skips;
    struct identity skip;
    struct passed links, unread;
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
    if (!mark_repeated(d)) {
        discovery_free(d);
        return NULL;
    }
    return d;
}

void discovery_free(struct discovery *d)
{
    if (!d)
        return;
    while (d->depth)
        closedir(d->levels[--d->depth].dir);
    free(d->repeated);
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

/* Hidden files, and the owner files that Word leaves beside an open document, are not documents. */
static bool ignored(const char *name)
{
    return name[0] == '.' || (name[0] == '~' && name[1] == '$');
}

static unsigned char entry_type(int folder, const struct dirent *e)
{
    if (e->d_type != DT_UNKNOWN)
        return e->d_type;
    struct stat st;
    if (fstatat(folder, e->d_name, &st, AT_SYMLINK_NOFOLLOW) < 0)
        return DT_UNKNOWN;
    return (unsigned char)IFTODT(st.st_mode);
}

static int found_fault(struct discovery *d, struct found *out, enum fault_id id, const char *why)
{
    *out = (struct found){.path = d->path, .lone = true};
    fault_set(&out->fault, id, why);
    fault_where(&out->fault, d->path, 0);
    return 1;
}

/* The file at d->path, called `name` in `folder`. 1 if it is a subject. */
static int visit_file(struct discovery *d, int folder, const char *name, struct found *out)
{
    enum sniffed kind = sniff(folder, name);
    /* Named like a document but not one inside, or not readable: its reader says what is wrong with it. */
    if (kind == SNIFF_OTHER && !named_like_document(name))
        return 0;
    if (kind == SNIFF_UNREAD && d->levels[d->depth - 1].dossiers) {
        pass_over(d, &d->unread);
        return 0;
    }
    *out = (struct found){.path = d->path, .lone = kind != SNIFF_DOSSIER && kind != SNIFF_SUPPLIER};
    return 1;
}

/* ---- folders ---- */

static bool has_profile(DIR *dir, bool *dossiers)
{
    struct dirent *e;
    bool found = false;
    while (!found && (e = readdir(dir)))
        if (!ignored(e->d_name) && entry_type(dirfd(dir), e) == DT_REG) {
            enum sniffed kind = sniff(dirfd(dir), e->d_name);
            found = kind == SNIFF_SUPPLIER;
            *dossiers = *dossiers || kind == SNIFF_DOSSIER;
        }
    rewinddir(dir);
    return found;
}

static bool is_output(const struct discovery *d, int fd)
{
    struct stat st;
    return d->skips && fstat(fd, &st) == 0 && st.st_dev == d->skip.device && st.st_ino == d->skip.inode;
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
    DIR *dir = fdopendir(fd);
    if (!dir) {
        close(fd);
        return found_fault(d, out, FAULT_FOLDER_READ, reason_of(errno));
    }
    bool dossiers = d->depth && d->levels[d->depth - 1].dossiers;
    if (has_profile(dir, &dossiers)) {
        closedir(dir);
        *out = (struct found){.path = d->path};
        return 1;
    }
    d->levels[d->depth++] = (struct level){dir, strlen(d->path), dossiers};
    return 0;
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

static int visit_entry(struct discovery *d, const struct level *l, const struct dirent *e, struct found *out)
{
    int folder = dirfd(l->dir);
    if (!extend_path(d, l->path_len, e->d_name)) {
        d->path[l->path_len] = '\0';
        return found_fault(d, out, FAULT_PATH_LENGTH, "4095");
    }
    switch (entry_type(folder, e)) {
    case DT_REG: return visit_file(d, folder, e->d_name, out);
    case DT_DIR: return visit_folder(d, folder, e->d_name, out);
    default: return visit_special(d, folder, e->d_name, out);
    }
}

/* ---- what the user named ---- */

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
    /* A link to a folder is followed here, for the user named it; a file is opened by its own reader, which judges. */
    int fd = open(d->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0)
        return enter(d, fd, out);
    if (errno != ENOTDIR)
        return found_fault(d, out, errno == EACCES ? FAULT_FOLDER_READ : FAULT_FILE_OPEN, reason_of(errno));
    enum sniffed kind = sniff(AT_FDCWD, d->path);
    *out = (struct found){.path = d->path, .lone = kind != SNIFF_DOSSIER && kind != SNIFF_SUPPLIER};
    return 1;
}

int discovery_next(struct discovery *d, struct found *out)
{
    for (;;) {
        if (!d->depth) {
            if (d->next_path == d->path_count)
                return 0;
            size_t i = d->next_path++;
            if (!d->repeated[i] && visit_argument(d, d->paths[i], out))
                return 1;
            continue;
        }
        struct level *l = &d->levels[d->depth - 1];
        errno = 0;
        struct dirent *e = readdir(l->dir);
        if (!e) {
            int failed = errno;
            d->path[l->path_len] = '\0';
            closedir(l->dir);
            d->depth--;
            if (failed)
                return found_fault(d, out, FAULT_FOLDER_READ, reason_of(failed));
        } else if (!ignored(e->d_name) && visit_entry(d, l, e, out)) {
            return 1;
        }
    }
}
