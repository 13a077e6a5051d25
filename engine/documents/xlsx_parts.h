/* The parts of a workbook and what its texts are. Private to xlsx*.c. */
#ifndef KIJUN_DOCUMENTS_XLSX_PARTS_H
#define KIJUN_DOCUMENTS_XLSX_PARTS_H

#include "documents/package.h"
#include "documents/sheet.h"
#include "documents/xlsx_styles.h"

struct xlsx_text {
    const char *at;
    size_t len;
};

struct xlsx_sheet {
    char part[PACKAGE_NAME_SIZE];
    char relation[64];      /* the id by which the workbook names the part */
    const char *name;
    bool hidden;
};

struct workbook {
    struct package *package;
    struct arena *arena;
    struct buffer bytes;    /* of the part in hand */
    struct fault *fault;
    char part[PACKAGE_NAME_SIZE], strings_part[PACKAGE_NAME_SIZE], styles_part[PACKAGE_NAME_SIZE];
    struct xlsx_sheet *sheets;
    size_t sheet_count;
    bool from_1904;         /* days are counted from 1904-01-01 */
    struct xlsx_text *strings; /* shared by cells */
    size_t string_count, string_room;
    struct xlsx_styles styles;
};

/* Finds the parts: relationships, content, names of sheets. 0, or -1 with the fault set. */
int xlsx_find(struct workbook *w);
/* Reads the shared texts. */
int xlsx_strings(struct workbook *w);
/* Reads the part that w->bytes holds into *out; `total` counts the cells of the file. */
int xlsx_cells(struct workbook *w, const struct xlsx_sheet *about, struct sheet *out, size_t *total);
/* A copy of a text as cells mean it: _x000D_ is a character, controls are blanks. NULL: out of memory. */
const char *xlsx_text(struct arena *a, const char *at, size_t len, size_t *out_len);
/* The day of a serial number; DAY_NONE when there is none (1900-02-29, out of range). */
day xlsx_day(double serial, bool from_1904);

#endif
