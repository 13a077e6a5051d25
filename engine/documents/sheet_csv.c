/* Text with separated values (RFC 4180), as spreadsheets write it: quotes doubled inside quotes, line breaks inside quotes,
 * any of the usual separators, "sep=;" in front. */
#include <string.h>

#include "documents/sheet.h"

enum { LOOK_BYTES = 64 * 1024, LOOK_RECORDS = 20 };

struct csv {
    const char *at, *end;
    char separator;
    uint32_t row, column, line;
    struct buffer field;
    struct cell_list list;
};

/* The separator that stands outside quotes most often in the first records; a comma when none does. */
static char find_separator(const char *at, const char *end)
{
    static const char known[] = ",;\t";
    size_t count[sizeof known] = {0}, best = 0;
    bool quoted = false;
    int records = 0;
    if (end - at > LOOK_BYTES)
        end = at + LOOK_BYTES;
    for (; at < end && records < LOOK_RECORDS; at++) {
        const char *which = *at && !quoted ? strchr(known, *at) : NULL;
        if (which)
            count[which - known]++;
        quoted ^= *at == '"';
        records += !quoted && *at == '\n';
    }
    for (size_t i = 1; i < sizeof known - 1; i++)
        if (count[i] > count[best])
            best = i;
    return known[best];
}

/* "sep=;" alone on the first line, which Excel reads and writes. */
static void take_mark(struct csv *c)
{
    if (c->end - c->at < 5 || strncmp(c->at, "sep=", 4) != 0)
        return;
    const char *after = c->at + 5;
    if (after < c->end && *after == '\r')
        after++;
    if (after < c->end && *after != '\n')
        return;
    c->separator = c->at[4];
    c->at = after < c->end ? after + 1 : after;
    c->line++;
}

static bool is_blank(const struct buffer *b)
{
    for (size_t i = 0; i < b->len; i++)
        if (b->at[i] != ' ' && b->at[i] != '\t')
            return false;
    return true;
}

static bool add_field(struct csv *c, uint32_t line)
{
    struct cell cell = {.row = c->row, .column = ++c->column, .line = line, .type = CELL_TEXT, .len = c->field.len};
    if (is_blank(&c->field))
        return true;
    if (c->column > SHEET_COLUMNS || c->row > SHEET_ROWS) {
        fault_set(c->list.fault, FAULT_SHEET_SIZE);
        return false;
    }
    cell.text = c->field.failed ? NULL : arena_copy(c->list.arena, c->field.at, c->field.len);
    if (cell.text)
        return cell_list_add(&c->list, &cell);
    fault_set(c->list.fault, c->field.failed ? FAULT_SHEET_TEXT : FAULT_DOCUMENT_MEMORY);
    return false;
}

/* Behind an opening quote. */
static bool take_quoted(struct csv *c, uint32_t line)
{
    while (c->at < c->end) {
        char now = *c->at++;
        if (now == '"' && (c->at == c->end || *c->at != '"'))
            return true;
        c->at += now == '"';
        c->line += now == '\n';
        if (now == '\r' && c->at < c->end && *c->at == '\n')
            continue;
        buffer_putc(&c->field, now == '\r' ? '\n' : now);
    }
    c->list.fault->line = line;
    fault_set(c->list.fault, FAULT_CSV_QUOTE);
    return false;
}

/* Takes the line break that stands here. */
static void take_break(struct csv *c)
{
    if (*c->at == '\r' && c->at + 1 < c->end && c->at[1] == '\n')
        c->at++;
    c->at++;
    c->row++;
    c->line++;
    c->column = 0;
}

static bool take_field(struct csv *c)
{
    uint32_t line = c->line;
    buffer_clear(&c->field);
    if (*c->at == '"') {
        c->at++;
        if (!take_quoted(c, line))
            return false;
    }
    const char *start = c->at;
    while (c->at < c->end && *c->at != c->separator && *c->at != '\n' && *c->at != '\r')
        c->at++;
    buffer_add(&c->field, start, (size_t)(c->at - start));
    if (!add_field(c, line))
        return false;
    if (c->at == c->end)
        return true;
    if (*c->at == c->separator)
        c->at++;
    else
        take_break(c);
    return true;
}

int csv_book(const char *at, size_t len, char separator, struct arena *arena, struct book *out, struct fault *f)
{
    size_t total = 0;
    struct csv c = {.at = at, .end = at + len, .row = 1, .line = 1,
                    .list = {.arena = arena, .fault = f, .total = &total}};
    struct sheet *sheet = arena_alloc(arena, sizeof *sheet);
    if (!sheet)
        return fault_set(f, FAULT_DOCUMENT_MEMORY);
    take_mark(&c);
    if (separator)
        c.separator = separator;
    else if (!c.separator)
        c.separator = find_separator(c.at, c.end);
    buffer_init(&c.field, SHEET_TEXT);
    bool ok = true;
    while (ok && c.at < c.end)
        ok = take_field(&c);
    buffer_free(&c.field);
    if (!ok)
        return -1;
    sheet->cells = c.list.cells;
    sheet->count = c.list.count;
    *out = (struct book){.arena = arena, .sheets = sheet, .count = 1};
    return 0;
}
