/* Listing a supplier's folder. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/reason.h"
#include "documents/load.h"
#include "documents/source.h"

struct lister {
    struct arena *arena;
    struct file_list *out;
    const char *shown;
    struct fault *f;
};

static int fail(struct lister *l, enum fault_id id, const char *path, const char *why)
{
    char place[FAULT_PLACE_SIZE];
    snprintf(place, sizeof place, *path ? "%s/%s" : "%s", l->shown, path);
    fault_set(l->f, id, why);
    fault_where(l->f, place, 0);
    return -1;
}

static int fail_cap(struct lister *l, enum fault_id id, const char *path, int most)
{
    char text[16];
    snprintf(text, sizeof text, "%d", most);
    return fail(l, id, path, text);
}

static int add_file(struct lister *l, const char *path)
{
    if (l->out->count == LOAD_FILES)
        return fail_cap(l, FAULT_TOO_MANY_FILES, "", LOAD_FILES);
    l->out->paths[l->out->count++] = path;
    return 0;
}

/* Some file systems do not say what an entry is. */
static bool is_folder(int fd, const struct dirent *e)
{
    struct stat s;
    if (e->d_type != DT_UNKNOWN)
        return e->d_type == DT_DIR;
    return fstatat(fd, e->d_name, &s, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(s.st_mode);
}

static int list_folder(struct lister *l, int fd, const char *path, int depth);

static int list_entry(struct lister *l, int fd, const struct dirent *e, const char *above, int depth)
{
    const char *path = *above ? arena_format(l->arena, "%s/%s", above, e->d_name)
                              : arena_copy(l->arena, e->d_name, strlen(e->d_name));
    if (!path)
        return fail(l, FAULT_DOCUMENT_MEMORY, "", NULL);
    if (!is_folder(fd, e))
        return add_file(l, path);
    if (depth == LOAD_FOLDER_DEPTH)
        return fail_cap(l, FAULT_SUBJECT_DEPTH, path, LOAD_FOLDER_DEPTH);
    int inner = openat(fd, e->d_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (inner < 0)
        return fail(l, FAULT_FILE_OPEN, path, reason_of(errno));
    return list_folder(l, inner, path, depth + 1);
}

/* Takes `fd` over and closes it. */
static int list_folder(struct lister *l, int fd, const char *path, int depth)
{
    DIR *d = fdopendir(fd);
    int result = 0;
    if (!d) {
        result = fail(l, FAULT_FILE_OPEN, path, reason_of(errno));
        close(fd);
        return result;
    }
    while (result == 0) {
        errno = 0;
        const struct dirent *e = readdir(d);
        if (!e && errno)
            result = fail(l, FAULT_FILE_READ, path, reason_of(errno));
        if (!e)
            break;
        if (e->d_name[0] != '.')
            result = list_entry(l, fd, e, path, depth);
    }
    closedir(d);
    return result;
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

int folder_list(struct arena *arena, int fd, const char *shown, struct file_list *out, struct fault *f)
{
    struct lister l = { arena, out, shown, f };
    out->count = 0;
    out->paths = arena_array(arena, LOAD_FILES, sizeof *out->paths);
    if (!out->paths)
        return fail(&l, FAULT_DOCUMENT_MEMORY, "", NULL);
    int again = openat(fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (again < 0)
        return fail(&l, FAULT_FILE_OPEN, "", reason_of(errno));
    if (list_folder(&l, again, "", 0) < 0)
        return -1;
    qsort(out->paths, out->count, sizeof *out->paths, by_bytes);
    return 0;
}

bool file_list_has(const struct file_list *l, const char *path)
{
    return bsearch(&path, l->paths, l->count, sizeof *l->paths, by_bytes) != NULL;
}
