#include "documents/xlsx_styles.h"

#include <stdint.h>
#include <string.h>

#include "documents/markup.h"

enum { CODE_SIZE = 1024 };

struct reading {
    struct xlsx_styles *styles;
    bool in_cells;
    struct fault *fault;
};

/* Past what stands for itself in a format code: "text", \c, [colour], _c, *c. */
static const char *past_literal(const char *at)
{
    const char *close = *at == '"' ? strchr(at + 1, '"') : *at == '[' ? strchr(at, ']') : NULL;
    if (close)
        return close + 1;
    if ((*at == '\\' || *at == '_' || *at == '*') && at[1])
        return at + 2;
    return NULL;
}

enum number_style xlsx_format_style(const char *code)
{
    bool day = false, month = false, clock = false;
    for (const char *c = code; *c && *c != ';'; c++) {
        const char *past = past_literal(c);
        if (past) {
            c = past - 1;
            continue;
        }
        char small = *c >= 'A' && *c <= 'Z' ? (char)(*c + 32) : *c;
        if (*c == '%')
            return STYLE_PERCENT;
        if (strncmp(code, "General", 7) == 0)
            return STYLE_NUMBER;
        day |= small == 'd' || small == 'y' || (small == 'e' && c[1] != '+' && c[1] != '-'); /* e is the year of an era */
        month |= small == 'm';
        clock |= small == 'h' || small == 's';
    }
    return day || (month && !clock) ? STYLE_DATE : STYLE_NUMBER;
}

/* The formats that every workbook has (ISO/IEC 29500-1, 18.8.30), those of East Asian editions included. */
static enum number_style built_in(uint32_t id)
{
    if (id == 9 || id == 10)
        return STYLE_PERCENT;
    bool clock = (id >= 18 && id <= 21) || id == 32 || id == 33 || (id >= 45 && id <= 47);
    bool date = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
    return date && !clock ? STYLE_DATE : STYLE_NUMBER;
}

static enum number_style style_of_format(const struct xlsx_styles *s, uint32_t id)
{
    for (size_t i = 0; i < s->format_count; i++)
        if (s->formats[i].id == id)
            return s->formats[i].style;
    return built_in(id);
}

static void add_format(struct xlsx_styles *s, const struct markup_tag *tag)
{
    char code[CODE_SIZE];
    uint32_t id;
    if (s->format_count == XLSX_FORMATS || !markup_count(tag, SPACE_NONE, "numFmtId", UINT32_MAX, &id) ||
        !markup_value(tag, SPACE_NONE, "formatCode", code, sizeof code))
        return;
    s->formats[s->format_count++] = (struct number_format){id, xlsx_format_style(code)};
}

static void add_cell_style(struct xlsx_styles *s, const struct markup_tag *tag)
{
    uint32_t id = 0;
    markup_count(tag, SPACE_NONE, "numFmtId", UINT32_MAX, &id);
    if (s->cell_count < XLSX_STYLES)
        s->cells[s->cell_count++] = (unsigned char)style_of_format(s, id);
}

static bool on_open(void *context, const struct markup_tag *tag)
{
    struct reading *r = context;
    if (markup_is(tag, SPACE_SHEET, "numFmt"))
        add_format(r->styles, tag);
    else if (markup_is(tag, SPACE_SHEET, "cellXfs"))
        r->in_cells = true;
    else if (r->in_cells && markup_is(tag, SPACE_SHEET, "xf"))
        add_cell_style(r->styles, tag);
    return true;
}

static bool on_close(void *context, const struct markup_tag *tag)
{
    struct reading *r = context;
    if (markup_is(tag, SPACE_SHEET, "cellXfs"))
        r->in_cells = false;
    return true;
}

int xlsx_styles_read(struct xlsx_styles *s, const char *part, const char *at, size_t len, struct fault *f)
{
    struct reading r = {.styles = s, .fault = f};
    const struct markup_reader reader = {on_open, on_close, NULL, &r};
    s->formats = arena_array(s->arena, XLSX_FORMATS, sizeof *s->formats);
    s->cells = arena_array(s->arena, XLSX_STYLES, 1);
    if (!s->formats || !s->cells)
        return fault_set(f, FAULT_DOCUMENT_MEMORY);
    return markup_read(&reader, part, at, len, f);
}

enum number_style xlsx_style(const struct xlsx_styles *s, uint32_t index)
{
    return index < s->cell_count ? (enum number_style)s->cells[index] : STYLE_NUMBER;
}
