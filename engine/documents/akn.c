/* Akoma Ntoso (OASIS LegalDocML 1.0): articles, paragraphs and points with their numbers and headings, attachments, line by
 * line. The document says itself what numbers what; its text goes through structure.c all the same, so that clauses are
 * cited alike whatever they were written in. */
#include <string.h>

#include "documents/build.h"
#include "documents/composer.h"
#include "documents/decode.h"
#include "documents/markup.h"
#include "documents/scan.h"
#include "documents/structure.h"

enum { SCRATCH_BYTES = 4 * LOAD_FILE_BYTES, UNITS = 64 /* parts of the hierarchy in each other */ };

#define NAMESPACE "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

enum role {
    ROLE_OTHER, ROLE_DROPPED, ROLE_UNIT, ROLE_NUMBER, ROLE_HEADING, ROLE_TITLE, ROLE_BLOCK, ROLE_CONTENTS, ROLE_ATTACHMENT,
    ROLE_TABLE, ROLE_ROW, ROLE_CELL, ROLE_BREAK, ROLE_BOLD
};

static const struct { const char *name; enum role role; } elements[] = {
    {"meta", ROLE_DROPPED}, {"authorialNote", ROLE_DROPPED}, {"remark", ROLE_DROPPED}, {"del", ROLE_DROPPED},
    {"rt", ROLE_DROPPED}, {"rp", ROLE_DROPPED}, {"noteRef", ROLE_DROPPED}, {"foreign", ROLE_DROPPED},
    {"num", ROLE_NUMBER}, {"heading", ROLE_HEADING}, {"crossHeading", ROLE_HEADING}, {"subheading", ROLE_BLOCK},
    {"docTitle", ROLE_TITLE}, {"toc", ROLE_CONTENTS}, {"tocItem", ROLE_BLOCK},
    {"attachment", ROLE_ATTACHMENT}, {"annex", ROLE_ATTACHMENT}, {"component", ROLE_ATTACHMENT},
    {"table", ROLE_TABLE}, {"tr", ROLE_ROW}, {"td", ROLE_CELL}, {"th", ROLE_CELL},
    {"br", ROLE_BREAK}, {"eol", ROLE_BREAK}, {"b", ROLE_BOLD}, {"u", ROLE_BOLD},
    {"p", ROLE_BLOCK}, {"block", ROLE_BLOCK}, {"longTitle", ROLE_BLOCK}, {"formula", ROLE_BLOCK}, {"listIntroduction", ROLE_BLOCK},
    {"listWrapUp", ROLE_BLOCK}, {"intro", ROLE_BLOCK}, {"wrapUp", ROLE_BLOCK}, {"content", ROLE_BLOCK},
    {"preface", ROLE_BLOCK}, {"preamble", ROLE_BLOCK}, {"conclusions", ROLE_BLOCK}, {"caption", ROLE_BLOCK},
    {"container", ROLE_BLOCK}, {"blockContainer", ROLE_BLOCK}, {"recital", ROLE_UNIT}, {"li", ROLE_UNIT}, {"item", ROLE_UNIT},
    {"article", ROLE_UNIT}, {"section", ROLE_UNIT}, {"chapter", ROLE_UNIT}, {"part", ROLE_UNIT}, {"title", ROLE_UNIT},
    {"book", ROLE_UNIT}, {"tome", ROLE_UNIT}, {"division", ROLE_UNIT}, {"subdivision", ROLE_UNIT}, {"paragraph", ROLE_UNIT},
    {"subparagraph", ROLE_UNIT}, {"clause", ROLE_UNIT}, {"subclause", ROLE_UNIT}, {"subsection", ROLE_UNIT},
    {"subpart", ROLE_UNIT}, {"subchapter", ROLE_UNIT}, {"subtitle", ROLE_UNIT}, {"list", ROLE_UNIT}, {"sublist", ROLE_UNIT},
    {"point", ROLE_UNIT}, {"indent", ROLE_UNIT}, {"alinea", ROLE_UNIT}, {"rule", ROLE_UNIT}, {"subrule", ROLE_UNIT},
    {"proviso", ROLE_UNIT}, {"transitional", ROLE_UNIT}, {"level", ROLE_UNIT}, {"hcontainer", ROLE_UNIT},
    {"tblock", ROLE_UNIT}};

/* A part of the hierarchy that is open. */
struct unit {
    const char *number;    /* as written, until the first paragraph takes it; NULL: none */
    uint32_t line;         /* of that number */
    bool counts;           /* it has a number: what is in it stands a level deeper */
};

struct akn {
    struct composer composer;
    struct arena *arena;
    struct fault *fault;
    const char *part;
    struct unit units[UNITS];
    size_t unit;
    uint8_t level;         /* numbered units that are open */
    uint8_t outer[UNITS];  /* the level around each open attachment */
    size_t attachment;
    uint32_t list, lists;  /* the running text is one list, each attachment another */
    struct buffer number;  /* text of the num element that is open */
    bool in_number, title, heading, rooted;
    uint32_t line;         /* of the last tag, and the line breaks behind it */
    int skip, contents, bold;
};

static bool no_memory(struct akn *a)
{
    fault_set(a->fault, FAULT_DOCUMENT_MEMORY);
    return false;
}

static enum role role_of(const char *name)
{
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        if (strcmp(elements[i].name, name) == 0)
            return elements[i].role;
    return ROLE_OTHER;
}

static struct unit *top(struct akn *a)
{
    return a->unit ? &a->units[a->unit - 1] : NULL;
}

/* The unit whose number the next paragraph takes; NULL: none waits. */
static struct unit *pending(struct akn *a)
{
    for (size_t i = a->unit; i > 0; i--)
        if (a->units[i - 1].counts)
            return a->units[i - 1].number ? &a->units[i - 1] : NULL;
    return NULL;
}

/* A paragraph, with the number of the unit that it begins. */
static bool begin(struct akn *a, uint32_t line)
{
    if (!composer_begin(&a->composer, line))
        return no_memory(a);
    struct paragraph *p = &composer_draft(&a->composer)->about;
    struct unit *u = pending(a);
    p->contents = a->contents > 0;
    p->title = a->title;
    if (a->heading)
        p->outline = (int8_t)(a->level < 8 ? a->level : 8), p->heading = true;
    if (a->level > 0) {
        p->list = a->list;
        p->level = (uint8_t)(a->level - 1);
    }
    if (u) {
        p->label = u->number;
        p->line = u->line;
        u->number = NULL;
    }
    return true;
}

/* A number over nothing but numbered parts is a paragraph of its own. */
static bool show_number(struct akn *a)
{
    const struct unit *u = pending(a);
    return !u || (begin(a, u->line) && (composer_end(&a->composer) || no_memory(a)));
}

static bool end(struct akn *a)
{
    return composer_end(&a->composer) || no_memory(a);
}

static bool open_unit(struct akn *a)
{
    if (!end(a))
        return false;
    if (a->unit == UNITS)
        return markup_too_deep(a->fault, a->part, "<>", UNITS);
    a->units[a->unit++] = (struct unit){.number = NULL};
    return true;
}

static bool close_unit(struct akn *a)
{
    if (!end(a) || (top(a)->number && !show_number(a)))
        return false;
    const struct unit *u = &a->units[--a->unit];
    a->level = (uint8_t)(a->level - u->counts);
    return true;
}

static bool open_attachment(struct akn *a)
{
    if (!open_unit(a))
        return false;
    if (a->attachment == UNITS)
        return markup_too_deep(a->fault, a->part, "<attachment>", UNITS);
    a->outer[a->attachment++] = a->level;
    a->level = 0;
    a->list = ++a->lists;
    return true;
}

static bool close_attachment(struct akn *a)
{
    if (!close_unit(a))
        return false;
    a->level = a->outer[--a->attachment];
    a->list = ++a->lists;
    return true;
}

static bool close_number(struct akn *a, uint32_t line)
{
    struct unit *u = top(a);
    const char *at = a->number.at ? a->number.at : "";
    size_t len = a->number.len;
    a->in_number = false;
    scan_trim(&at, &len);
    if (a->number.failed)
        return no_memory(a);
    if (!u || u->counts || len == 0 || len >= 100) /* no number of a clause: it is text */
        return len == 0 || ((composer_draft(&a->composer) || begin(a, line)) &&
                            (composer_text(&a->composer, at, len, false) || no_memory(a)));
    if (!show_number(a))
        return false;
    u->number = arena_copy(a->arena, at, len);
    u->line = line;
    u->counts = true;
    a->level++;
    return u->number || no_memory(a);
}

static bool open_structure(struct akn *a, enum role role)
{
    struct tables *t = &a->composer.tables;
    if (!end(a))
        return false;
    if (role == ROLE_TABLE)
        return tables_open(t) || markup_too_deep(a->fault, a->part, "<table>", TABLES_OPEN);
    if (role == ROLE_ROW && tables_top(t))
        tables_open_row(t, a->composer.list);
    else if (role == ROLE_CELL && tables_top(t))
        tables_open_cell(t, a->composer.list);
    a->title |= role == ROLE_TITLE;
    a->heading |= role == ROLE_HEADING;
    a->contents += role == ROLE_CONTENTS;
    return true;
}

static bool is_removed(const struct markup_tag *tag)
{
    char value[16];
    return markup_value(tag, SPACE_NONE, "status", value, sizeof value) && strcmp(value, "removed") == 0;
}

static bool check_root(struct akn *a, const struct markup_tag *tag)
{
    a->rooted = true;
    if (tag->space == SPACE_AKOMA)
        return true;
    fault_set(a->fault, FAULT_AKN_NAMESPACE, tag->uri ? tag->uri : "", NAMESPACE);
    a->fault->line = tag->line;
    return false;
}

static bool on_open(void *context, const struct markup_tag *tag)
{
    struct akn *a = context;
    if (!a->rooted && !check_root(a, tag))
        return false;
    enum role role = tag->space == SPACE_AKOMA ? role_of(tag->name) : ROLE_OTHER;
    a->line = tag->line;
    if (a->skip || role == ROLE_DROPPED || is_removed(tag)) {
        a->skip++;
        return true;
    }
    switch (role) {
    case ROLE_OTHER: return true;
    case ROLE_UNIT: return open_unit(a);
    case ROLE_ATTACHMENT: return open_attachment(a);
    case ROLE_BREAK: return composer_exact(&a->composer, "\n", 1, a->bold > 0) || no_memory(a);
    case ROLE_BOLD: a->bold++; return true;
    case ROLE_NUMBER:
        a->in_number = true;
        buffer_clear(&a->number);
        return !a->unit || a->units[a->unit - 1].counts || end(a);
    default: return open_structure(a, role);
    }
}

static bool close_structure(struct akn *a, enum role role)
{
    struct tables *t = &a->composer.tables;
    if (!end(a))
        return false;
    if (role == ROLE_ROW && tables_top(t))
        return tables_close_row(t, a->composer.list, true) || no_memory(a);
    if (role == ROLE_CELL && tables_top(t))
        tables_close_cell(t, a->composer.list);
    else if (role == ROLE_TABLE)
        tables_close(t);
    else if (role == ROLE_TITLE)
        a->title = false;
    else if (role == ROLE_HEADING)
        a->heading = false;
    a->contents -= role == ROLE_CONTENTS;
    return true;
}

static bool on_close(void *context, const struct markup_tag *tag)
{
    struct akn *a = context;
    if (a->skip) {
        a->skip--;
        return true;
    }
    enum role role = tag->space == SPACE_AKOMA ? role_of(tag->name) : ROLE_OTHER;
    a->line = tag->line;
    switch (role) {
    case ROLE_OTHER: case ROLE_BREAK: return true;
    case ROLE_UNIT: return close_unit(a);
    case ROLE_ATTACHMENT: return close_attachment(a);
    case ROLE_NUMBER: return close_number(a, tag->line);
    case ROLE_BOLD: a->bold--; return true;
    default: return close_structure(a, role);
    }
}

/* Line breaks in front of the text. */
static uint32_t breaks(const char *at, size_t len)
{
    uint32_t n = 0;
    for (size_t i = 0; i < len && (unsigned char)at[i] <= ' '; i++)
        n += at[i] == '\n';
    return n;
}

static bool is_blank(const char *at, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if ((unsigned char)at[i] > ' ')
            return false;
    return true;
}

static bool on_text(void *context, const char *at, size_t len)
{
    struct akn *a = context;
    if (a->skip)
        return true;
    if (a->in_number) {
        buffer_add(&a->number, at, len);
        return true;
    }
    if (!composer_draft(&a->composer)) {
        if (is_blank(at, len)) {
            a->line += breaks(at, len);
            return true;
        }
        if (!begin(a, a->line + breaks(at, len)))
            return false;
    }
    return composer_text(&a->composer, at, len, a->bold > 0) || no_memory(a);
}

/* A file in any encoding that XML comes in here, as UTF-8 without its declaration. */
static bool decode(struct decoder *d, const char *at, size_t len, struct buffer *out, struct fault *f)
{
    enum encoding encoding;
    size_t mark;
    return decode_detect_xml(at, len, &encoding, &mark, f) && decode_text(d, encoding, at + mark, len - mark, out, f);
}

static const char *after_declaration(const char *at, size_t len)
{
    const char *end = len > 5 && memcmp(at, "<?xml", 5) == 0 ? memmem(at, len, "?>", 2) : NULL;
    at = end ? end + 2 : at;
    return at + strspn(at, " \t\r");
}

static int read_units(struct akn *a, struct paragraphs *list, const char *at, size_t len)
{
    struct markup_reader reader = {on_open, on_close, on_text, a};
    composer_init(&a->composer, list);
    a->composer.numbers = true;
    buffer_init(&a->number, LOAD_FILE_BYTES);
    a->arena = list->arena;
    a->list = a->lists = a->line = 1;
    int status = markup_read(&reader, a->part, at, len, a->fault);
    composer_free(&a->composer);
    buffer_free(&a->number);
    return status;
}

static int read_text(struct builder *b, const char *at, size_t len)
{
    struct paragraphs list = {.arena = arena_new(SCRATCH_BYTES)};
    struct fault *f = &b->document->fault;
    struct akn *a = list.arena ? arena_alloc(list.arena, sizeof *a) : NULL;
    int status = -1;
    if (!a) {
        arena_free(list.arena);
        return build_no_memory(b, 0);
    }
    a->fault = f;
    a->part = b->document->file;
    const char *text = after_declaration(at, len);
    status = read_units(a, &list, text, len - (size_t)(text - at));
    if (status == 0)
        status = list.count ? structure_build(b, &list) : fault_set(f, FAULT_TEXT_EMPTY);
    arena_free(list.arena);
    return status;
}

int akn_read(struct decoder *d, struct builder *b, const char *at, size_t len)
{
    struct buffer text;
    int status = -1;
    buffer_init(&text, 4 * LOAD_FILE_BYTES);
    if (decode(d, at, len, &text, &b->document->fault))
        status = text.failed ? build_no_memory(b, 0) : read_text(b, text.len ? text.at : "", text.len);
    if (status != 0)
        fault_where(&b->document->fault, b->document->shown, b->document->fault.line);
    buffer_free(&text);
    return status;
}
