#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/reason.h"
#include "batch/discover_parts.h"

enum { SNIFF_BYTES = 4096 };

void discover_leave(struct discovery *d)
{
    struct level *l = &d->levels[--d->depth];
    listing_free(l->names);
    close(l->fd);
}

static void pass_over(struct discovery *d, struct passed *p)
{
    if (!p->count++ || strcmp(d->path, p->first) < 0)
        memcpy(p->first, d->path, sizeof p->first);
}

/* ---- one file ---- */

/* What a file is that cannot be read, as far as its name tells: else it may be a contract all the same, unless it is gone. */
static enum sniffed sniff_unread(const char *name, int reason)
{
    enum sniffed kind = load_sniff(name, "", 0);
    return kind == SNIFF_OTHER && reason != ENOENT ? SNIFF_UNREAD : kind;
}

enum sniffed discover_sniff(int folder, const char *name)
{
    int fd = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (fd < 0)
        return sniff_unread(name, errno);
    char head[SNIFF_BYTES];
    ssize_t n;
    do
        n = read(fd, head, sizeof head);
    while (n < 0 && errno == EINTR);
    int reason = errno;
    close(fd);
    return n < 0 ? sniff_unread(name, reason) : load_sniff(name, head, (size_t)n);
}

/* True if people take what has this name for a document: what then cannot be read may not go unseen. */
static bool named_like_document(const char *name)
{
    return load_sniff(name, "", 0) != SNIFF_OTHER;
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

/* 1 if what is of this kind at d->path is no subject but counted; -1: it cannot be told. */
static int pass_over_kind(struct discovery *d, enum sniffed kind)
{
    bool sheet = kind == SNIFF_XLSX || kind == SNIFF_CSV;
    int passed = sheet ? 1 : kind == SNIFF_UNREAD ? discover_has_dossiers(d) : 0;
    if (passed > 0)
        pass_over(d, sheet ? &d->sheets : &d->unread);
    return passed;
}

/* The file at d->path. 1 if it is a subject. */
static int visit_file(struct discovery *d, int folder, const struct listed_entry *e, struct found *out)
{
    bool known = recall(d, &e->stamp);
    enum sniffed kind = known ? (enum sniffed)d->entry.sniffed : discover_sniff(folder, e->name);
    /* Named like a document but not one inside, or not readable: its reader says what is wrong with it. */
    if (kind == SNIFF_OTHER && !named_like_document(e->name))
        return 0;
    if (kind == SNIFF_SUPPLIER && d->levels[d->depth - 1].partly)
        return discover_late(d, &d->levels[d->depth - 1]);
    if (kind == SNIFF_SUPPLIER) /* it was none when the folder was looked at: what lies here was not judged as one supplier */
        return found_fault(d, out, FAULT_FILE_READ, "unexpected change");
    int passed = pass_over_kind(d, kind);
    if (passed)
        return passed < 0 ? -1 : 0;
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
    return discover_sniff(l->fd, e->name);
}

/* 1 if one of the files is a supplier's profile, else 0 with l->dossiers set; -1 with *f set. After `most` files that are none
 * it is taken that the rest are none, either. */
static int find_profile(struct discovery *d, struct level *l, uint64_t most, struct fault *f)
{
    struct known_mark mark = {0};
    struct listed_entry e;
    bool found = false;
    int got;
    if (d->known)
        mark = known_mark(d->known);
    while (!found && (got = listing_next(l->names, &e, f)) > 0)
        if (e.type == LISTED_FILE) {
            if (!most--) {
                l->partly = true;
                break;
            }
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
    if (!known && d->stamps)
        out->names = &d->names;
    return 1;
}

/* True if the folder at d->path, which is `name` in that of `l`, is a subject of which what lies in it is known, and has not
 * changed. It is not even opened. */
static bool recall_named(struct discovery *d, const struct level *l, const char *name, struct stamp *stamp)
{
    if (!l->tells_names || d->depth == DISCOVER_DEPTH || !find_known(d) || d->entry.kind != ENTRY_FOLDER ||
        !d->entry.names_len)
        return false;
    enum looked looked = looker_answer(d->looker, known_number(d->known));
    if (looked == LOOKED_SAME) {
        *stamp = d->entry.stamp;
        return true;
    }
    if (looked == LOOKED_OTHER)
        return false;
    *stamp = stamp_named(l->fd, name, l->device, d->entry.names, d->entry.names_len);
    return stamp_same(stamp, &d->entry.stamp);
}

/* True if the open folder is a subject that has not changed. Only for a folder that was one is all below it looked at. */
static bool recall_folder(struct discovery *d, int fd, struct stamp *stamp)
{
    if (!find_known(d) || d->entry.kind != ENTRY_FOLDER)
        return false;
    *stamp = stamp_folder(fd, &d->names);
    return stamp_same(stamp, &d->entry.stamp);
}

/* What the listed folder is: 1 a subject, 0 to be visited, -1 with *f set. */
static int judge_folder(struct discovery *d, struct level *l, struct fault *f)
{
    bool named = !d->depth && share_splits(&d->share);
    if (!named && discover_is_shelf(d, l)) {
        discover_open_shelf(d, l);
        return 0;
    }
    int profile = find_profile(d, l, named ? DISCOVER_FEW : UINT64_MAX, f);
    if (named && profile == 0)
        discover_open_shelf(d, l);
    return profile;
}

/* Lists the open folder and looks whether it is a subject. `ours`: it is of our share, unless it is a shelf. */
static int look_into(struct discovery *d, struct level *l, bool ours, struct found *out)
{
    struct fault why = {0};
    struct stamp stamp = {.unsettled = true};
    l->names = listing_read(l->fd, d->stamps && ours, &why);
    bool passed = !ours && d->depth && !(l->names && discover_is_shelf(d, l));
    int profile = !l->names ? -1 : passed ? 1 : judge_folder(d, l, &why);
    if (profile == 0) {
        struct stat st;
        l->tells_names = d->known && fstat(l->fd, &st) == 0 && stamp_tells_names(l->fd);
        l->device = l->tells_names ? st.st_dev : 0;
        d->levels[d->depth++] = *l;
        return 0;
    }
    if (profile > 0 && ours && d->stamps)
        stamp = stamp_folder(l->fd, &d->names);
    listing_free(l->names);
    close(l->fd);
    if (!d->depth)
        discover_note(d, profile > 0 ? "supplier" : fault_name(why.id));
    if (profile < 0 && why.id == FAULT_MEMORY)
        return -1;
    if (!ours)
        return 0;
    if (profile > 0)
        return found_folder(d, &stamp, false, out);
    *out = (struct found){.path = d->path, .lone = true, .fault = why};
    fault_where(&out->fault, d->path, 0);
    return 1;
}

/* Takes the open folder at d->path. 1 if it is a subject itself, 0 if it is to be visited. */
static int enter(struct discovery *d, int fd, bool ours, struct found *out)
{
    if (is_output(d, fd)) {
        close(fd);
        return 0;
    }
    if (d->depth == DISCOVER_DEPTH) {
        close(fd);
        return ours ? found_fault(d, out, FAULT_FOLDER_DEPTH, "64") : 0;
    }
    struct stamp stamp;
    if (ours && recall_folder(d, fd, &stamp)) {
        close(fd);
        if (!d->depth)
            discover_note(d, "supplier");
        return found_folder(d, &stamp, true, out);
    }
    struct level l = {.fd = fd, .path_len = strlen(d->path), .dossiers = d->depth && d->levels[d->depth - 1].dossiers};
    return look_into(d, &l, ours, out);
}

static int visit_folder(struct discovery *d, const struct level *l, const char *name, bool ours, struct found *out)
{
    struct stamp stamp;
    if (ours && recall_named(d, l, name, &stamp))
        return found_folder(d, &stamp, true, out);
    int fd = openat(l->fd, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return ours ? found_fault(d, out, FAULT_FOLDER_READ, reason_of(errno)) : 0;
    return enter(d, fd, ours, out);
}

/* A link, pipe, socket or device: never read, never unseen. */
static int visit_special(struct discovery *d, int folder, const char *name, struct found *out)
{
    struct stat st;
    if (fstatat(folder, name, &st, 0) == 0 && S_ISDIR(st.st_mode)) {
        pass_over(d, &d->links);
        return 0;
    }
    if (!named_like_document(name))
        return 0;
    int passed = pass_over_kind(d, load_sniff(name, "", 0));
    return passed ? (passed < 0 ? -1 : 0) : found_fault(d, out, FAULT_FILE_KIND, NULL);
}

static int visit_entry(struct discovery *d, const struct level *l, const struct listed_entry *e, struct found *out)
{
    bool fits = extend_path(d, l->path_len, e->name);
    if (!fits)
        d->path[l->path_len] = '\0';
    bool ours = !l->shelf || discover_ours(d);
    if (!ours && !(fits && l->few && e->type == LISTED_FOLDER))
        return 0;
    if (!fits)
        return found_fault(d, out, FAULT_PATH_LENGTH, "4095");
    switch (e->type) {
    case LISTED_FILE: return visit_file(d, l->fd, e, out);
    case LISTED_FOLDER: return visit_folder(d, l, e->name, ours, out);
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
    enum sniffed kind = known ? (enum sniffed)d->entry.sniffed : discover_sniff(AT_FDCWD, d->path);
    *out = (struct found){.path = d->path, .lone = kind != SNIFF_DOSSIER && kind != SNIFF_SUPPLIER,
                          .sniffed = (unsigned char)kind, .stamp = e.stamp, .known = known ? &d->entry : NULL};
    return 1;
}

/* What the user named cannot be opened: every share has to see that, and one says it. */
static int named_fault(struct discovery *d, struct found *out, enum fault_id id, const char *why)
{
    discover_note(d, fault_name(id));
    return discover_ours(d) ? found_fault(d, out, id, why) : 0;
}

static int visit_argument(struct discovery *d, const char *path, struct found *out)
{
    size_t len = strlen(path);
    while (len > 1 && path[len - 1] == '/')
        len--;
    size_t kept = len < sizeof d->path ? len : sizeof d->path - 1;
    memcpy(d->path, path, kept);
    d->path[kept] = '\0';
    d->named_len = kept;
    if (kept < len)
        return named_fault(d, out, FAULT_PATH_LENGTH, "4095");
    /* A link to a folder is followed here, for the user named it. */
    int fd = open(d->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0)
        return enter(d, fd, discover_ours(d), out);
    if (errno != ENOTDIR)
        return named_fault(d, out, errno == EACCES ? FAULT_FOLDER_READ : FAULT_FILE_OPEN, reason_of(errno));
    discover_note(d, "file");
    return discover_ours(d) ? visit_named_file(d, out) : 0;
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
    discover_leave(d);
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
