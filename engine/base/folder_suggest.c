#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/text.h"

/* What a folder of packs or policies holds; more are not looked at. */
enum { NAMES = 256 };

static int by_name(const void *a, const void *b)
{
    return strcmp(a, b);
}

/* The name without the ending; false when it has another, is hidden, or is longer than any name of ours. */
static bool take(const char *file, const char *ending, char out[FOLDER_SUGGESTION])
{
    size_t len = strlen(file), end = strlen(ending);
    if (file[0] == '.' || len <= end || len - end >= FOLDER_SUGGESTION || strcmp(file + len - end, ending) != 0)
        return false;
    memcpy(out, file, len - end);
    out[len - end] = '\0';
    return true;
}

bool folder_suggest(const char *folder, const char *ending, const char *wrong, char out[FOLDER_SUGGESTION])
{
    char (*found)[FOLDER_SUGGESTION] = calloc(NAMES, sizeof *found);
    const char *names[NAMES], *near = NULL;
    size_t count = 0;
    DIR *d = found ? opendir(folder) : NULL;
    for (struct dirent *e; d && count < NAMES && (e = readdir(d));)
        count += take(e->d_name, ending, found[count]);
    if (d)
        closedir(d);
    if (count) {
        qsort(found, count, sizeof *found, by_name); /* of two that are as near, always the same */
        for (size_t i = 0; i < count; i++)
            names[i] = found[i];
        near = text_suggest(wrong, names, count);
    }
    if (near)
        memcpy(out, near, strlen(near) + 1);
    free(found);
    return near != NULL;
}
