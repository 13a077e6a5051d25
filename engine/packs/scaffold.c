#include "packs/scaffold.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "packs/archive.h"
#include "packs/manifest.h"
#include "packs/place.h"
#include "rules/definitions.h"

static const struct template {
    const char *path, *text;
} templates[] = {
#define SCAFFOLD(path, text) {path, text},
#include "packs/scaffold.def"
#undef SCAFFOLD
};

struct words {
    const char *name, *date;
    char short_name[STORE_NAME], title[STORE_NAME];
};

static void fill(struct buffer *out, const char *text, const struct words *w)
{
    const struct { const char *mark, *word; } marks[] = {
        {"@NAME@", w->name}, {"@SHORT@", w->short_name}, {"@TITLE@", w->title}, {"@DATE@", w->date}};
    while (*text) {
        size_t plain = strcspn(text, "@");
        buffer_add(out, text, plain);
        text += plain;
        size_t m = 0, count = sizeof marks / sizeof *marks;
        while (*text && m < count && strncmp(text, marks[m].mark, strlen(marks[m].mark)) != 0)
            m++;
        if (!*text)
            break;
        if (m < count) {
            buffer_puts(out, marks[m].word);
            text += strlen(marks[m].mark);
        } else {
            buffer_putc(out, *text++);
        }
    }
}

static int write_file(const char *folder, const char *name, const struct buffer *text, struct fault *f)
{
    char path[PLACE_BYTES];
    int len = snprintf(path, sizeof path, "%s/%s", folder, name);
    if (len < 0 || (size_t)len >= sizeof path || text->failed)
        return fault_set(f, FAULT_MEMORY);
    char *slash = strrchr(path, '/');
    *slash = '\0';
    if (file_make_folder(path, f) < 0)
        return -1;
    *slash = '/';
    return place_write(path, text->at, text->len, f);
}

static int write_template(const char *folder, const struct template *t, const struct words *w, struct fault *f)
{
    struct buffer path, text;
    buffer_init(&path, PLACE_BYTES);
    buffer_init(&text, ARCHIVE_FILE_BYTES);
    fill(&path, t->path, w);
    fill(&text, t->text, w);
    int result = path.failed ? fault_set(f, FAULT_MEMORY) : write_file(folder, path.at, &text, f);
    buffer_free(&path);
    buffer_free(&text);
    return result;
}

static int write_definition(const char *folder, const char *name, int (*make)(struct buffer *, struct fault *),
                            struct fault *f)
{
    struct buffer text;
    buffer_init(&text, ARCHIVE_FILE_BYTES);
    int result = make(&text, f);
    if (result == 0)
        result = write_file(folder, name, &text, f);
    buffer_free(&text);
    return result;
}

int scaffold_definitions(const char *folder, struct fault *f)
{
    return write_definition(folder, ".luals/kijun.lua", definitions_luals, f) ||
                   write_definition(folder, ".luacheckrc", definitions_luacheck, f)
               ? -1
               : 0;
}

int scaffold_make(const char *folder, const char *name, const char *date, struct fault *f)
{
    struct words w = {.name = name, .date = date};
    const char *slash = strrchr(name, '/');
    if (!pack_name_good(name))
        return fault_set(f, FAULT_PACK_NAMED, name);
    if (access(folder, F_OK) == 0) {
        fault_where(f, folder, 0);
        return fault_set(f, FAULT_ALREADY_THERE);
    }
    snprintf(w.short_name, sizeof w.short_name, "%s", slash ? slash + 1 : name);
    snprintf(w.title, sizeof w.title, "%s", w.short_name);
    w.title[0] = (char)(w.title[0] - 'a' + 'A'); /* a good name begins with a lower-case letter */
    for (size_t i = 0; i < sizeof templates / sizeof *templates; i++)
        if (write_template(folder, &templates[i], &w, f) < 0)
            return -1;
    return scaffold_definitions(folder, f);
}
