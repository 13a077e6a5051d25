/* Name and version of a pack, from its pack.lua. */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>

#include "base/data_load.h"
#include "base/file.h"
#include "base/semver.h"
#include "packs/archive.h"
#include "packs/manifest.h"
#include "packs/store.h"

enum { MANIFEST_ARENA = 4 * 1024 * 1024 };

bool pack_name_good(const char *name)
{
    size_t len = strlen(name);
    int slashes = 0;
    if (len == 0 || len >= STORE_NAME)
        return false;
    for (const char *at = name; *at; at++) {
        bool starts = at == name || at[-1] == '/';
        slashes += *at == '/';
        if (starts ? !(*at >= 'a' && *at <= 'z')
                   : !((*at >= 'a' && *at <= 'z') || (*at >= '0' && *at <= '9') || *at == '-' || *at == '/'))
            return false;
        if (*at == '-' && (at[1] == '-' || at[1] == '/' || at[1] == '\0'))
            return false; /* names of rules and files are made from it */
    }
    return slashes <= 1 && name[len - 1] != '/';
}

static int take_name(const char *shown, const struct data *manifest, struct pack_name *out, struct fault *f)
{
    struct semver version;
    const char *name = data_text(manifest, "name", ""), *number = data_text(manifest, "version", "");
    if (!pack_name_good(name) || strlen(number) >= STORE_VERSION || !semver_parse(number, false, &version)) {
        fault_where(f, shown, 0);
        return fault_set(f, FAULT_PACK_MANIFEST);
    }
    snprintf(out->name, sizeof out->name, "%s", name);
    snprintf(out->version, sizeof out->version, "%s", number);
    return 0;
}

static int read_manifest(const char *shown, const char *at, size_t len, struct pack_name *out, struct fault *f)
{
    struct arena *arena = arena_new(MANIFEST_ARENA);
    if (!arena)
        return fault_set(f, FAULT_MEMORY);
    const struct data *manifest = data_read(shown, at, len, false, arena, f);
    int result = manifest ? take_name(shown, manifest, out, f) : -1;
    arena_free(arena);
    return result;
}

int pack_name_of_archive(const char *shown, const char *at, size_t len, struct pack_name *out, struct fault *f)
{
    struct archive *a = NULL;
    if (archive_open(shown, at, len, &a, f) != 0)
        return -1;
    const struct archive_file *manifest = archive_find(a, "pack.lua");
    int result;
    if (manifest) {
        result = read_manifest(shown, manifest->at, manifest->len, out, f);
    } else {
        fault_where(f, shown, 0);
        result = fault_set(f, FAULT_PACK_MANIFEST);
    }
    archive_close(a);
    return result;
}

int pack_name_of_folder(const char *folder, struct pack_name *out, struct fault *f)
{
    char path[4096];
    struct buffer text;
    int n = snprintf(path, sizeof path, "%s/pack.lua", folder);
    if (n < 0 || (size_t)n >= sizeof path)
        return fault_set(f, FAULT_PACK_MANIFEST);
    buffer_init(&text, DATA_FILE_BYTES);
    int result = file_read(AT_FDCWD, path, path, DATA_FILE_BYTES, &text, f);
    if (result == 0)
        result = read_manifest(path, text.at ? text.at : "", text.len, out, f);
    buffer_free(&text);
    return result;
}

void pack_comment(const struct pack_name *p, char out[160])
{
    snprintf(out, 160, "kijun pack %s %s", p->name, p->version);
}
