/* Workbooks (.xlsx): from the package to the cells. */
#include <string.h>

#include "documents/load.h"
#include "documents/xlsx_parts.h"

/* What a file is that is no package. */
static int sniff(const char *at, size_t len, struct fault *f)
{
    static const char ole[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    /* A password turns an .xlsx into an OLE file with a stream of this name, in UTF-16. */
    static const char encrypted[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
    if (len >= sizeof ole - 1 && memcmp(at, ole, sizeof ole - 1) == 0)
        return fault_set(f, memmem(at, len, encrypted, sizeof encrypted - 1) ? FAULT_WORD_PASSWORD : FAULT_SHEET_OLD);
    if (len < 4 || memcmp(at, "PK", 2) != 0 || memmem(at, len, "opendocument.spreadsheet", 24))
        return fault_set(f, FAULT_SHEET_OLD);
    return 0;
}

static int read_sheets(struct workbook *w, struct book *out)
{
    size_t total = 0;
    out->sheets = arena_array(w->arena, w->sheet_count ? w->sheet_count : 1, sizeof *out->sheets);
    if (!out->sheets)
        return fault_set(w->fault, FAULT_DOCUMENT_MEMORY);
    for (size_t i = 0; i < w->sheet_count; i++) {
        if (!*w->sheets[i].part) /* a sheet that holds a chart, or macros: no cells */
            continue;
        if (package_read(w->package, w->sheets[i].part, &w->bytes, w->fault) != 0 ||
            xlsx_cells(w, &w->sheets[i], &out->sheets[out->count], &total) != 0)
            return -1;
        out->count++;
    }
    return 0;
}

static int read_styles(struct workbook *w)
{
    w->styles.arena = w->arena;
    if (!*w->styles_part || !package_has(w->package, w->styles_part))
        return 0;
    if (package_read(w->package, w->styles_part, &w->bytes, w->fault) != 0)
        return -1;
    return xlsx_styles_read(&w->styles, w->styles_part, w->bytes.at, w->bytes.len, w->fault);
}

int xlsx_book(const char *at, size_t len, struct arena *arena, struct book *out, struct fault *f)
{
    *out = (struct book){.arena = arena};
    if (sniff(at, len, f) != 0)
        return -1;
    struct workbook *w = arena_alloc(arena, sizeof *w);
    if (!w)
        return fault_set(f, FAULT_DOCUMENT_MEMORY);
    w->arena = arena;
    w->fault = f;
    w->package = package_open(at, len, f);
    buffer_init(&w->bytes, LOAD_FILE_BYTES + PACKAGE_CHUNK);
    int status = w->package ? xlsx_find(w) : -1;
    if (status == 0)
        status = xlsx_strings(w);
    if (status == 0)
        status = read_styles(w);
    if (status == 0)
        status = read_sheets(w, out);
    buffer_free(&w->bytes);
    package_close(w->package);
    return status;
}
