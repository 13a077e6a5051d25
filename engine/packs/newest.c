/* Looks for newer versions of a pack where it came from. */
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/semver.h"
#include "packs/archive.h"
#include "packs/place.h"

struct search {
    const struct pack_name *have;
    struct semver best;
    char *out;
    size_t size;
};

/* Of two files with one version the first by name counts. */
static bool better(const struct search *s, const struct semver *version, const char *path)
{
    int order = semver_compare(version, &s->best);
    return order > 0 || (order == 0 && *s->out && strcmp(path, s->out) < 0);
}

/* Takes the archive at `path` when it is of this pack and higher than what was found so far. One that cannot be read is
 * passed over: it is not what is looked for. */
static void consider(struct search *s, const char *path)
{
    struct buffer bytes;
    struct pack_name name;
    struct semver version;
    struct fault none = { 0 };
    buffer_init(&bytes, ARCHIVE_BYTES);
    if (file_read(AT_FDCWD, path, path, ARCHIVE_BYTES, &bytes, &none) == 0 && bytes.at &&
        pack_name_of_archive(path, bytes.at, bytes.len, &name, &none) == 0 && strcmp(name.name, s->have->name) == 0 &&
        semver_parse(name.version, false, &version) && strlen(path) < s->size && better(s, &version, path)) {
        s->best = version;
        memcpy(s->out, path, strlen(path) + 1);
    }
    buffer_free(&bytes);
}

void store_newest(const char *source, const struct pack_name *have, char *out, size_t size)
{
    static const char end[] = ".kpack";
    struct search s = { .have = have, .out = out, .size = size };
    char folder[PLACE_BYTES], path[2 * PLACE_BYTES];
    const char *slash = strrchr(source, '/');
    *out = '\0';
    snprintf(folder, sizeof folder, "%.*s", slash ? (int)(slash - source + 1) : 1, slash ? source : ".");
    if (!semver_parse(have->version, false, &s.best))
        return;
    DIR *d = opendir(folder);
    for (struct dirent *e; d && (e = readdir(d));) {
        size_t len = strlen(e->d_name);
        if (len > sizeof end && strcmp(e->d_name + len - (sizeof end - 1), end) == 0) {
            snprintf(path, sizeof path, "%s%s%s", folder, folder[strlen(folder) - 1] == '/' ? "" : "/", e->d_name);
            consider(&s, path);
        }
    }
    if (d)
        closedir(d);
}
