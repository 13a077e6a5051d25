/* The mapping of a whole portfolio: mapping.lua beside the suppliers. */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/data_load.h"
#include "base/file.h"
#include "documents/load.h"
#include "documents/mapping.h"

enum { PLACE_BYTES = 4096 };

/* PATH/mapping.lua, or, for a supplier's own folder, the one in the folder above. */
static bool find(const char *path, char out[PLACE_BYTES])
{
    static const char *const up[] = {"", "../"};
    for (size_t i = 0; i < sizeof up / sizeof *up; i++) {
        int n = snprintf(out, PLACE_BYTES, "%s/%s" MAPPING_FILE, path, up[i]);
        if (n > 0 && n < PLACE_BYTES && access(out, F_OK) == 0)
            return true;
    }
    return false;
}

int mapping_beside(const char *const *paths, struct arena *arena, const struct data **out, struct sha256 *content,
                   struct fault *f)
{
    char file[PLACE_BYTES];
    struct buffer text;
    *out = NULL;
    if (!paths[0] || !find(paths[0], file))
        return 0;
    struct mappings *checked = arena_alloc(arena, sizeof *checked);
    if (!checked)
        return fault_set(f, FAULT_MEMORY);
    buffer_init(&text, DATA_FILE_BYTES);
    const struct data *d = file_read(AT_FDCWD, file, file, DATA_FILE_BYTES, &text, f) != 0
        ? NULL : data_read(file, text.at ? text.at : "", text.len, false, arena, f);
    if (d)
        *content = hash_sha256(text.at, text.len);
    buffer_free(&text);
    if (!d || mapping_read(d, checked, f) != 0)
        return -1;
    *out = d;
    return 0;
}
