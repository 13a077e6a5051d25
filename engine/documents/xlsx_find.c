/* From the package to the parts of a workbook. */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "documents/markup.h"
#include "documents/xlsx_parts.h"

enum { TYPE_SIZE = 256 };

static bool ends_in(const char *text, const char *end)
{
    size_t n = strlen(text), m = strlen(end);
    return n >= m && strcmp(text + n - m, end) == 0;
}

static bool close_nothing(void *context, const struct markup_tag *tag)
{
    (void)context, (void)tag;
    return true;
}

static int read_part(struct workbook *w, const char *part, bool (*open)(void *, const struct markup_tag *))
{
    const struct markup_reader reader = {open, close_nothing, NULL, w};
    if (package_read(w->package, part, &w->bytes, w->fault) != 0)
        return -1;
    return markup_read(&reader, part, w->bytes.at, w->bytes.len, w->fault);
}

/* ---- relationships ---- */

struct relation {
    char type[TYPE_SIZE], target[PACKAGE_NAME_SIZE], id[64];
};

static bool read_relation(const struct markup_tag *tag, struct relation *r)
{
    char mode[16];
    return markup_is(tag, SPACE_RELATIONSHIPS, "Relationship") &&
           markup_value(tag, SPACE_NONE, "Type", r->type, sizeof r->type) &&
           markup_value(tag, SPACE_NONE, "Target", r->target, sizeof r->target) &&
           !(markup_value(tag, SPACE_NONE, "TargetMode", mode, sizeof mode) && strcasecmp(mode, "External") == 0);
}

static bool open_root_relation(void *context, const struct markup_tag *tag)
{
    struct workbook *w = context;
    struct relation r;
    if (!*w->part && read_relation(tag, &r) && ends_in(r.type, "/officeDocument") &&
        !package_target("", r.target, w->part))
        *w->part = '\0';
    return true;
}

/* The folder of the workbook's part, with '/' at its end. */
static void base_of(const struct workbook *w, char out[PACKAGE_NAME_SIZE])
{
    const char *slash = strrchr(w->part, '/');
    size_t len = slash ? (size_t)(slash + 1 - w->part) : 0;
    memcpy(out, w->part, len);
    out[len] = '\0';
}

static bool open_relation(void *context, const struct markup_tag *tag)
{
    struct workbook *w = context;
    struct relation r;
    char base[PACKAGE_NAME_SIZE], *out = NULL;
    if (!read_relation(tag, &r))
        return true;
    if (ends_in(r.type, "/sharedStrings"))
        out = w->strings_part;
    else if (ends_in(r.type, "/styles"))
        out = w->styles_part;
    else if (ends_in(r.type, "/worksheet") && markup_value(tag, SPACE_NONE, "Id", r.id, sizeof r.id))
        for (size_t i = 0; i < w->sheet_count && !out; i++)
            if (strcmp(w->sheets[i].relation, r.id) == 0)
                out = w->sheets[i].part;
    base_of(w, base);
    if (out && !*out && !package_target(base, r.target, out))
        *out = '\0';
    return true;
}

/* ---- the workbook itself ---- */

/* The parser hands on an "&" in an attribute as a reference. */
static void resolve_ampersands(char *text)
{
    char *to = text;
    for (const char *at = text; *at; at++) {
        *to++ = *at;
        if (strncmp(at, "&#38;", 5) == 0)
            at += 4;
    }
    *to = '\0';
}

static bool add_sheet(struct workbook *w, const struct markup_tag *tag)
{
    char name[256], state[16];
    struct xlsx_sheet *s = &w->sheets[w->sheet_count];
    if (w->sheet_count == SHEET_SHEETS || !markup_value(tag, SPACE_NONE, "name", name, sizeof name) ||
        !markup_value(tag, SPACE_OFFICE_RELATION, "id", s->relation, sizeof s->relation)) {
        fault_set(w->fault, FAULT_SHEET_SIZE);
        return false;
    }
    resolve_ampersands(name);
    s->hidden = markup_value(tag, SPACE_NONE, "state", state, sizeof state) && strcmp(state, "visible") != 0;
    s->name = arena_copy(w->arena, name, strlen(name));
    if (!s->name) {
        fault_set(w->fault, FAULT_DOCUMENT_MEMORY);
        return false;
    }
    w->sheet_count++;
    return true;
}

static bool open_workbook(void *context, const struct markup_tag *tag)
{
    struct workbook *w = context;
    char value[16];
    if (markup_is(tag, SPACE_SHEET, "workbookPr") && markup_value(tag, SPACE_NONE, "date1904", value, sizeof value))
        w->from_1904 = strcmp(value, "1") == 0 || strcmp(value, "true") == 0;
    return !markup_is(tag, SPACE_SHEET, "sheet") || add_sheet(w, tag);
}

static bool open_type(void *context, const struct markup_tag *tag)
{
    struct workbook *w = context;
    char part[PACKAGE_NAME_SIZE], type[TYPE_SIZE];
    if (markup_is(tag, SPACE_CONTENT_TYPES, "Override") && markup_value(tag, SPACE_NONE, "PartName", part, sizeof part) &&
        markup_value(tag, SPACE_NONE, "ContentType", type, sizeof type) &&
        strcasecmp(part + (*part == '/'), w->part) == 0 && !ends_in(type, "sheet.main+xml") &&
        !ends_in(type, "sheet.macroEnabled.main+xml") && !ends_in(type, "template.main+xml")) {
        fault_set(w->fault, FAULT_SHEET_NONE);
        return false;
    }
    return true;
}

static int follow(struct workbook *w)
{
    char base[PACKAGE_NAME_SIZE], name[PACKAGE_NAME_SIZE + 16];
    base_of(w, base);
    int n = snprintf(name, sizeof name, "%s_rels/%s.rels", base, w->part + strlen(base));
    if (n < 0 || (size_t)n >= sizeof name)
        return fault_set(w->fault, FAULT_SHEET_NONE);
    return read_part(w, name, open_relation);
}

int xlsx_find(struct workbook *w)
{
    w->sheets = arena_array(w->arena, SHEET_SHEETS, sizeof *w->sheets);
    if (!w->sheets)
        return fault_set(w->fault, FAULT_DOCUMENT_MEMORY);
    if (!package_has(w->package, "[Content_Types].xml") || !package_has(w->package, "_rels/.rels"))
        return fault_set(w->fault, FAULT_SHEET_NONE);
    if (read_part(w, "_rels/.rels", open_root_relation) != 0)
        return -1;
    if (!*w->part)
        return fault_set(w->fault, FAULT_SHEET_NONE);
    if (read_part(w, "[Content_Types].xml", open_type) != 0 || read_part(w, w->part, open_workbook) != 0)
        return -1;
    return follow(w);
}
