/* What the styles of a workbook say about numbers: is this one a day, a share? Private to xlsx*.c. */
#ifndef KIJUN_DOCUMENTS_XLSX_STYLES_H
#define KIJUN_DOCUMENTS_XLSX_STYLES_H

#include "base/arena.h"
#include "base/fault.h"

enum number_style { STYLE_NUMBER, STYLE_PERCENT, STYLE_DATE };

enum { XLSX_FORMATS = 1000, XLSX_STYLES = 65536 };

struct number_format {
    uint32_t id;
    enum number_style style;
};

struct xlsx_styles {
    struct arena *arena;
    struct number_format *formats;  /* that the workbook defines itself */
    size_t format_count;
    unsigned char *cells;           /* enum number_style, by the index that a cell names */
    size_t cell_count;
};

/* Reads the part. 0, or -1 with *f set. */
int xlsx_styles_read(struct xlsx_styles *s, const char *part, const char *at, size_t len, struct fault *f);
enum number_style xlsx_style(const struct xlsx_styles *s, uint32_t index);
/* What a format code such as yyyy"年"m"月"d"日" makes of a number. */
enum number_style xlsx_format_style(const char *code);

#endif
