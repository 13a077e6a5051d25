/* Spreadsheets: which mapping is for this file, in which encoding it is, and whether its columns are found. */
#include "documents/sheet_read.h"

#include <string.h>
#include <strings.h>

#include "documents/sheet_response.h"
#include "documents/text_decode.h"

enum { SCRATCH_BYTES = 6 * LOAD_FILE_BYTES };

struct attempt {
    const struct sheet_reading *r;
    const char *at;
    size_t len;
    struct arena *scratch;
    struct buffer text;
    struct book book;       /* of a workbook: the same for every mapping */
};

static bool is_text(const struct attempt *a)
{
    return a->r->builder->document->format == FORMAT_CSV;
}

static enum encoding encoding_of(const char *name)
{
    static const struct { const char *name; enum encoding encoding; } names[] = {
        {"utf-8", ENCODING_UTF8}, {"utf8", ENCODING_UTF8}, {"shift_jis", ENCODING_SHIFT_JIS}, {"cp932", ENCODING_SHIFT_JIS},
        {"windows-31j", ENCODING_SHIFT_JIS}, {"sjis", ENCODING_SHIFT_JIS}, {"euc-jp", ENCODING_EUC_JP}, {"latin1", ENCODING_LATIN1},
        {"iso-8859-1", ENCODING_LATIN1}, {"utf-16le", ENCODING_UTF16_LE}, {"utf-16be", ENCODING_UTF16_BE}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcasecmp(names[i].name, name) == 0)
            return names[i].encoding;
    return ENCODING_COUNT;
}

/* The book of a text file, decoded as the mapping names it, as `assumed`, or (ENCODING_COUNT) as the bytes look. */
static int text_book(struct attempt *a, const struct mapping *m, enum encoding assumed, struct fault *f)
{
    enum encoding named = m->encoding ? encoding_of(m->encoding) : assumed;
    buffer_clear(&a->text);
    arena_reset(a->scratch);
    if (m->encoding && named == ENCODING_COUNT) {
        fault_where(f, m->place, m->line);
        return fault_set(f, FAULT_ENCODING, m->encoding);
    }
    size_t mark = named == ENCODING_UTF8 && a->len >= 3 && memcmp(a->at, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    bool ok = named == ENCODING_COUNT ? text_decode(a->r->decoder, a->at, a->len, &a->text, f)
                                      : decode_text(a->r->decoder, named, a->at + mark, a->len - mark, &a->text, f);
    if (!ok || a->text.failed)
        return fault_set(f, FAULT_DOCUMENT_MEMORY); /* keeps the first fault */
    return csv_book(a->text.at ? a->text.at : "", a->text.len, m->separator, a->scratch, &a->book, f);
}

/* 1: it was a form that says itself what it is, and its response was read (or a fault set); 0: it is none. */
static int try_form(struct attempt *a)
{
    struct builder *b = a->r->builder;
    struct fault *f = &b->document->fault, ignored = {0};
    const struct mapping plain = {.place = ""};
    struct mapping form;
    struct layout layout;
    if (is_text(a) && text_book(a, &plain, ENCODING_COUNT, &ignored) != 0)
        return 0;
    int is_form = form_mapping(&a->book, &form, f);
    if (is_form == 1 && layout_find(&form, &a->book, &layout, f) == 0)
        (void)response_build(b, &layout, &a->book, a->r->files);
    return is_form != 0;
}

/* 1: read (or its fault is the document's); 0: the columns are not those of this mapping, *f says which is missing. */
static int try_mapping(struct attempt *a, const struct mapping *m, struct fault *f)
{
    struct builder *b = a->r->builder;
    struct layout layout;
    /* Bytes that could be text of the West and of Japan are told apart by the headings that must be there. */
    const enum encoding assumed[] = {ENCODING_COUNT, ENCODING_SHIFT_JIS};
    for (size_t i = 0; i < (is_text(a) && !m->encoding ? 2 : 1); i++) {
        struct fault failed = {0};
        if (is_text(a) && text_book(a, m, assumed[i], &failed) != 0) {
            fault_set(f, failed.id, failed.arg[0], failed.arg[1], failed.arg[2]);
            if (!f->line)
                f->line = failed.line;
            continue;
        }
        if (layout_find(m, &a->book, &layout, f) == 0) {
            fault_clear(f);
            (void)response_build(b, &layout, &a->book, a->r->files);
            return 1;
        }
    }
    return 0;
}

static int try_all(struct attempt *a)
{
    struct builder *b = a->r->builder;
    struct fault *f = &b->document->fault, first = {0};
    if (!is_text(a) && xlsx_book(a->at, a->len, a->scratch, &a->book, f) != 0)
        return -1;
    if (try_form(a))
        return f->id == FAULT_NONE ? 0 : -1;
    for (size_t level = 0; level < 3 && a->r->mappings[level]; level++) {
        const struct mappings *all = a->r->mappings[level];
        for (size_t i = 0; i < all->count; i++) {
            struct fault why = {0};
            if (!mapping_covers(&all->at[i], b->document->file))
                continue;
            if (try_mapping(a, &all->at[i], &why))
                return f->id == FAULT_NONE ? 0 : -1;
            if (first.id == FAULT_NONE)
                first = why;
        }
    }
    if (first.id != FAULT_NONE)
        *f = first;
    return fault_set(f, FAULT_SHEET_UNMAPPED);
}

int sheet_read(const struct sheet_reading *r, const char *at, size_t len)
{
    struct attempt a = {.r = r, .at = at, .len = len, .scratch = arena_new(SCRATCH_BYTES)};
    if (!a.scratch)
        return build_no_memory(r->builder, 0);
    buffer_init(&a.text, (size_t)4 * LOAD_FILE_BYTES);
    int status = try_all(&a);
    buffer_free(&a.text);
    arena_free(a.scratch);
    if (status != 0)
        fault_where(&r->builder->document->fault, r->builder->document->shown, r->builder->document->fault.line);
    return status;
}
