#include "support/support.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void folder_make(struct folder *d)
{
    const char *above = getenv("TMPDIR");
    snprintf(d->path, sizeof d->path, "%s/kijun-test-XXXXXX", above ? above : "/tmp");
    cr_assert_not_null(mkdtemp(d->path), "cannot make %s: %s", d->path, strerror(errno));
    d->fd = open(d->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    cr_assert_geq(d->fd, 0);
}

static int remove_entry(const char *path, const struct stat *s, int kind, struct FTW *where)
{
    (void)where;
    if (kind == FTW_DNR || (kind == FTW_DP && (s->st_mode & 0700) != 0700))
        chmod(path, 0700);
    return remove(path);
}

void folder_remove(struct folder *d)
{
    close(d->fd);
    nftw(d->path, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
}

const char *folder_path(const struct folder *d, const char *name, char out[1024])
{
    int len = snprintf(out, 1024, "%s/%s", d->path, name);
    cr_assert(len > 0 && len < 1024, "path too long");
    return out;
}

void folder_put_n(const struct folder *d, const char *name, const void *at, size_t len)
{
    char path[1024];
    folder_path(d, name, path);
    for (char *slash = path + strlen(d->path) + 1; (slash = strchr(slash, '/')) != NULL; slash++) {
        *slash = '\0';
        cr_assert(mkdir(path, 0777) == 0 || errno == EEXIST, "cannot make %s", path);
        *slash = '/';
    }
    FILE *file = fopen(path, "wb");
    cr_assert_not_null(file, "cannot write %s: %s", path, strerror(errno));
    cr_assert_eq(fwrite(at, 1, len, file), len);
    cr_assert_eq(fclose(file), 0);
}

void folder_put(const struct folder *d, const char *name, const char *text)
{
    folder_put_n(d, name, text, strlen(text));
}

char *read_text(const char *path, size_t *len)
{
    FILE *file = fopen(path, "rb");
    cr_assert_not_null(file, "cannot read %s: %s", path, strerror(errno));
    size_t size = 4096, used = 0, n;
    char *text = malloc(size);
    cr_assert_not_null(text);
    while ((n = fread(text + used, 1, size - used - 1, file)) > 0) {
        used += n;
        if (size - used < 2) {
            size *= 2;
            text = realloc(text, size);
            cr_assert_not_null(text);
        }
    }
    cr_assert(!ferror(file), "cannot read %s", path);
    fclose(file);
    text[used] = '\0';
    if (len)
        *len = used;
    return text;
}

char *folder_get(const struct folder *d, const char *name, size_t *len)
{
    char path[1024];
    return read_text(folder_path(d, name, path), len);
}

bool folder_has(const struct folder *d, const char *name)
{
    struct stat s;
    return fstatat(d->fd, name, &s, AT_SYMLINK_NOFOLLOW) == 0;
}

size_t folder_count(const struct folder *d)
{
    DIR *entries = opendir(d->path);
    cr_assert_not_null(entries);
    size_t count = 0;
    for (struct dirent *e; (e = readdir(entries)) != NULL;)
        if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
            count++;
    closedir(entries);
    return count;
}

/* The line (from 1) in which two texts first differ. */
static size_t first_difference(const char *a, const char *b)
{
    size_t line = 1;
    for (; *a && *a == *b; a++, b++)
        line += *a == '\n';
    return line;
}

void same_text_(const char *found, const char *expected, const char *file, int line)
{
    cr_assert_not_null(found, "%s:%d: no text", file, line);
    cr_assert(strcmp(found, expected) == 0, "%s:%d: differs in line %zu\n--- expected\n%s\n--- found\n%s\n---", file,
              line, first_difference(found, expected), expected, found);
}

void has_text_(const char *text, const char *part, const char *file, int line)
{
    cr_assert_not_null(text, "%s:%d: no text", file, line);
    cr_assert(strstr(text, part) != NULL, "%s:%d: not found: %s\n--- in\n%s\n---", file, line, part, text);
}

int shared_mappings(void)
{
    char line[4096];
    int count = 0;
    FILE *maps = fopen("/proc/self/maps", "r");
    cr_assert_not_null(maps);
    while (fgets(line, sizeof line, maps))
        count += strstr(line, "/dev/zero (deleted)") != NULL;
    fclose(maps);
    return count;
}
