/* The day of a portfolio that is a snapshot: PORTFOLIO/snapshot.lua, `return { as_of = "2026-04-01" }`.
 *
 * Only beside suppliers, never within one: what a supplier hands in does not choose the day on which it is judged. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/data_load.h"
#include "batch/discover.h"
#include "cli/settings.h"

enum { SNAPSHOT_ARENA = 1024 * 1024 };

/* True if the folder is itself a supplier's or a file. */
static bool is_subject(const char *path)
{
    const char *paths[] = {path, NULL};
    struct discovery *d = discovery_new(paths, NULL);
    struct found found;
    bool itself = !d || discovery_next(d, &found) <= 0 || strcmp(found.path, path) == 0;
    discovery_free(d);
    return itself;
}

static int read_day(const char *file, day *out, struct fault *f)
{
    struct arena *arena = arena_new(SNAPSHOT_ARENA);
    if (!arena)
        return fault_set(f, FAULT_MEMORY);
    const struct data *d = data_load(file, arena, f);
    const char *text = d ? data_text(d, "as_of", "") : "";
    int result = d ? 0 : -1;
    if (d && !value_parse_date(text, strlen(text), out)) {
        fault_where(f, file, d->line);
        result = fault_set(f, FAULT_SNAPSHOT, text);
    }
    arena_free(arena);
    return result;
}

int snapshot_day(const char *path, day *out, struct fault *f)
{
    char file[SETTINGS_PATH];
    int n = snprintf(file, sizeof file, "%s%ssnapshot.lua", path, path[0] && path[strlen(path) - 1] == '/' ? "" : "/");
    if (n < 0 || (size_t)n >= sizeof file || access(file, F_OK) != 0 || is_subject(path))
        return 0;
    return read_day(file, out, f);
}
