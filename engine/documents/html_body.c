/* From the tags and text of a page to paragraphs. Elements are closed as browsers close them when a page leaves that out
 * (HTML Living Standard, 13.1.2.4), as far as it matters for where paragraphs end. */
#include <string.h>

#include "documents/html.h"
#include "documents/scan.h"

enum role {
    ROLE_INLINE, ROLE_BLOCK, ROLE_PARAGRAPH, ROLE_HEADING, ROLE_LIST, ROLE_ITEM, ROLE_TERM, ROLE_TABLE, ROLE_ROW_GROUP,
    ROLE_ROW, ROLE_CELL, ROLE_VOID, ROLE_BREAK, ROLE_RULE, ROLE_RUBY, ROLE_READING
};

/* What an element does besides holding text. */
enum { DROPPED = 1, BOLD = 2, CENTRED = 4, KEPT = 8 /* line breaks count */, ORDERED = 16 };

struct element {
    const char *name;
    uint8_t role, what;
};

static const struct element elements[] = {
    {"p", ROLE_PARAGRAPH, 0},
    {"h1", ROLE_HEADING, BOLD}, {"h2", ROLE_HEADING, BOLD}, {"h3", ROLE_HEADING, BOLD}, {"h4", ROLE_HEADING, BOLD},
    {"h5", ROLE_HEADING, BOLD}, {"h6", ROLE_HEADING, BOLD},
    {"ol", ROLE_LIST, ORDERED}, {"ul", ROLE_LIST, 0}, {"menu", ROLE_LIST, 0}, {"dir", ROLE_LIST, 0}, {"li", ROLE_ITEM, 0},
    {"dt", ROLE_TERM, 0}, {"dd", ROLE_TERM, 0},
    {"table", ROLE_TABLE, 0}, {"thead", ROLE_ROW_GROUP, 0}, {"tbody", ROLE_ROW_GROUP, 0}, {"tfoot", ROLE_ROW_GROUP, 0},
    {"tr", ROLE_ROW, 0}, {"td", ROLE_CELL, 0}, {"th", ROLE_CELL, 0},
    {"b", ROLE_INLINE, BOLD}, {"strong", ROLE_INLINE, BOLD}, {"u", ROLE_INLINE, BOLD},
    {"del", ROLE_INLINE, DROPPED}, {"rt", ROLE_READING, DROPPED}, {"rp", ROLE_READING, DROPPED}, {"ruby", ROLE_RUBY, 0},
    {"rb", ROLE_READING, 0}, {"rtc", ROLE_READING, DROPPED},
    {"div", ROLE_BLOCK, 0}, {"section", ROLE_BLOCK, 0}, {"article", ROLE_BLOCK, 0}, {"main", ROLE_BLOCK, 0},
    {"aside", ROLE_BLOCK, 0}, {"header", ROLE_BLOCK, 0}, {"footer", ROLE_BLOCK, 0}, {"nav", ROLE_BLOCK, DROPPED},
    {"blockquote", ROLE_BLOCK, 0}, {"address", ROLE_BLOCK, 0}, {"center", ROLE_BLOCK, CENTRED}, {"pre", ROLE_BLOCK, KEPT},
    {"dl", ROLE_BLOCK, 0}, {"figure", ROLE_BLOCK, 0}, {"figcaption", ROLE_BLOCK, 0}, {"caption", ROLE_BLOCK, 0},
    {"form", ROLE_BLOCK, 0}, {"fieldset", ROLE_BLOCK, 0}, {"legend", ROLE_BLOCK, 0}, {"details", ROLE_BLOCK, 0},
    {"summary", ROLE_BLOCK, 0}, {"hgroup", ROLE_BLOCK, 0}, {"html", ROLE_BLOCK, 0}, {"body", ROLE_BLOCK, 0},
    {"head", ROLE_BLOCK, 0}, {"dialog", ROLE_BLOCK, DROPPED},
    {"select", ROLE_INLINE, DROPPED}, {"button", ROLE_INLINE, DROPPED}, {"datalist", ROLE_INLINE, DROPPED},
    {"svg", ROLE_INLINE, DROPPED}, {"object", ROLE_INLINE, DROPPED}, {"audio", ROLE_INLINE, DROPPED},
    {"video", ROLE_INLINE, DROPPED}, {"canvas", ROLE_INLINE, DROPPED}, {"applet", ROLE_INLINE, DROPPED},
    {"br", ROLE_BREAK, 0}, {"hr", ROLE_RULE, 0},
    {"img", ROLE_VOID, 0}, {"input", ROLE_VOID, 0}, {"meta", ROLE_VOID, 0}, {"link", ROLE_VOID, 0}, {"base", ROLE_VOID, 0},
    {"col", ROLE_VOID, 0}, {"area", ROLE_VOID, 0}, {"embed", ROLE_VOID, 0}, {"param", ROLE_VOID, 0},
    {"source", ROLE_VOID, 0}, {"track", ROLE_VOID, 0}, {"wbr", ROLE_VOID, 0}, {"basefont", ROLE_VOID, 0},
    {"script", ROLE_INLINE, DROPPED}, {"style", ROLE_INLINE, DROPPED}, {"title", ROLE_INLINE, DROPPED}};

/* An open element, and what holds of the text in it. */
struct open {
    char name[HTML_NAME_SIZE];
    uint8_t role;
    bool dropped, bold, centred, kept;
    bool released;         /* its end tag came while blocks in it were open */
    int8_t outline;        /* -1: no heading */
};

struct body {
    struct composer composer;
    struct html_lists lists;
    struct open open[HTML_DEPTH];
    size_t depth;
    struct fault *fault;
};

static bool no_memory(struct body *b)
{
    fault_set(b->fault, FAULT_DOCUMENT_MEMORY);
    return false;
}

static const struct element *element_of(const char *name)
{
    static const struct element other = {"", ROLE_INLINE, 0};
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        if (strcmp(elements[i].name, name) == 0)
            return &elements[i];
    return &other;
}

static struct open current(const struct body *b)
{
    return b->depth ? b->open[b->depth - 1] : (struct open){.outline = -1};
}

/* ---- closing ---- */

/* Ends the innermost element. */
static bool pop(struct body *b)
{
    const struct open *o = &b->open[--b->depth];
    struct tables *t = &b->composer.tables;
    if (o->role == ROLE_INLINE || o->role == ROLE_RUBY || o->role == ROLE_READING)
        return true;
    if (!composer_end(&b->composer))
        return no_memory(b);
    if (o->role == ROLE_LIST)
        html_list_close(&b->lists);
    else if (o->role == ROLE_TABLE)
        tables_close(t);
    else if (o->role == ROLE_CELL)
        tables_close_cell(t, b->composer.list);
    else if (o->role == ROLE_ROW)
        return tables_close_row(t, b->composer.list, true) || no_memory(b);
    return true;
}

static bool pop_to(struct body *b, size_t depth)
{
    while (b->depth > depth || (b->depth > 0 && b->open[b->depth - 1].released))
        if (!pop(b))
            return false;
    return true;
}

/* The place of the innermost open element of this role, not looking out of what one of the `walls` (bits) holds; b->depth:
 * there is none. */
static size_t find_role(const struct body *b, enum role role, unsigned walls)
{
    for (size_t i = b->depth; i > 0; i--) {
        if (b->open[i - 1].role == role)
            return i - 1;
        if (walls >> b->open[i - 1].role & 1)
            break;
    }
    return b->depth;
}

#define WALL(role) (1U << (role))

/* Ends what an element of this role cannot stand in. */
static bool close_for(struct body *b, enum role role)
{
    const unsigned cells = WALL(ROLE_CELL) | WALL(ROLE_TABLE);
    if (role == ROLE_READING)
        return pop_to(b, find_role(b, ROLE_READING, cells | WALL(ROLE_RUBY) | WALL(ROLE_BLOCK)));
    if (role == ROLE_INLINE || role == ROLE_RUBY || role == ROLE_VOID || role == ROLE_BREAK)
        return true;
    bool table = role == ROLE_ROW_GROUP || role == ROLE_ROW || role == ROLE_CELL;
    if (!table && !pop_to(b, find_role(b, ROLE_PARAGRAPH, cells)))
        return false;
    switch (role) {
    case ROLE_HEADING: return pop_to(b, find_role(b, ROLE_HEADING, cells | WALL(ROLE_BLOCK)));
    case ROLE_ITEM: return pop_to(b, find_role(b, ROLE_ITEM, cells | WALL(ROLE_LIST)));
    case ROLE_TERM: return pop_to(b, find_role(b, ROLE_TERM, cells | WALL(ROLE_BLOCK) | WALL(ROLE_LIST)));
    case ROLE_CELL: return pop_to(b, find_role(b, ROLE_CELL, WALL(ROLE_TABLE) | WALL(ROLE_ROW)));
    case ROLE_ROW: return pop_to(b, find_role(b, ROLE_ROW, WALL(ROLE_TABLE)));
    case ROLE_ROW_GROUP: return pop_to(b, find_role(b, ROLE_ROW_GROUP, WALL(ROLE_TABLE)));
    default: return true;
    }
}

/* True if this end tag ends that element. */
static bool ends(const struct html_token *t, enum role role, const struct open *o)
{
    bool heading = role == ROLE_HEADING && o->role == ROLE_HEADING;
    return !o->released && (heading || strcmp(o->name, t->name) == 0);
}

static bool on_end(struct body *b, const struct html_token *t)
{
    enum role role = (enum role)element_of(t->name)->role;
    bool structure = role == ROLE_TABLE || role == ROLE_ROW_GROUP || role == ROLE_ROW || role == ROLE_CELL;
    size_t at = b->depth;
    bool blocks = false;
    while (at > 0 && !ends(t, role, &b->open[at - 1])) {
        uint8_t open = b->open[--at].role;
        if (open == ROLE_TABLE || (!structure && open == ROLE_CELL))
            return true; /* closes nothing: an end tag does not reach out of a table */
        blocks |= open != ROLE_INLINE;
    }
    if (at == 0 || !*t->name)
        return true;
    if (role == ROLE_INLINE && blocks) /* ends no paragraph; what it says of the text of the blocks stays */
        b->open[at - 1].released = true;
    else
        return pop_to(b, at - 1);
    return true;
}

/* ---- opening ---- */

static bool push(struct body *b, const struct html_token *t, const struct element *e, const struct html_look *look)
{
    struct open o = current(b);
    /* Runs that are opened again and again and never closed say nothing new. */
    if (b->depth >= HTML_DEPTH / 2 && e->role == ROLE_INLINE && !(e->what & DROPPED) && !look->hidden)
        return true;
    if (b->depth == HTML_DEPTH) {
        fault_set(b->fault, FAULT_HTML_DEPTH, "500");
        return false;
    }
    memcpy(o.name, t->name, sizeof o.name);
    o.released = false;
    o.role = e->role;
    o.dropped |= (e->what & DROPPED) || look->hidden;
    o.kept |= (e->what & KEPT) != 0;
    o.bold = look->bold >= 0 ? look->bold == 1 : o.bold || (e->what & BOLD);
    o.centred |= look->centred || (e->what & CENTRED);
    if (e->role == ROLE_HEADING)
        o.outline = (int8_t)(t->name[1] - '1');
    else if (e->role == ROLE_TABLE)
        o.outline = -1, o.centred = false;
    b->open[b->depth++] = o;
    return true;
}

/* A row or cell where the page leaves out what holds it, or where no table is. */
static bool in_place(struct body *b, enum role role)
{
    struct html_token row = {.name = "tr"};
    struct html_look look = {.bold = -1};
    if (find_role(b, ROLE_TABLE, 0) == b->depth)
        return false;
    if (role == ROLE_CELL && find_role(b, ROLE_ROW, WALL(ROLE_TABLE)) == b->depth) {
        if (!push(b, &row, element_of("tr"), &look))
            return false;
        tables_open_row(&b->composer.tables, b->composer.list);
    }
    return true;
}

static bool open_structure(struct body *b, enum role role, const struct html_token *t, const struct html_look *look,
                           const struct element *e)
{
    struct tables *tables = &b->composer.tables;
    if (role == ROLE_LIST)
        html_list_open(&b->lists, e->what & ORDERED, &t->attributes, look->list);
    else if (role == ROLE_ITEM)
        return html_list_item(&b->lists, &t->attributes, look->list) || no_memory(b);
    else if (role == ROLE_TABLE && !tables_open(tables)) {
        b->depth--;
        fault_set(b->fault, FAULT_HTML_DEPTH, "24");
        return false;
    } else if (role == ROLE_ROW) {
        tables_open_row(tables, b->composer.list);
        tables_top(tables)->row_dropped = look->hidden;
    } else if (role == ROLE_CELL)
        tables_open_cell(tables, b->composer.list);
    return true;
}

static bool on_start(struct body *b, const struct html_token *t)
{
    const struct element *e = element_of(t->name);
    enum role role = (enum role)e->role;
    if (role == ROLE_VOID)
        return true;
    if (role == ROLE_BREAK)
        return current(b).dropped || composer_exact(&b->composer, "\n", 1, current(b).bold) || no_memory(b);
    if (!close_for(b, role))
        return false;
    bool inline_only = role == ROLE_INLINE || role == ROLE_RUBY || role == ROLE_READING;
    if (!inline_only && !composer_end(&b->composer))
        return no_memory(b);
    if (role == ROLE_RULE)
        return true;
    struct html_look look = html_look_of(&t->attributes);
    bool part = role == ROLE_ROW || role == ROLE_CELL || role == ROLE_ROW_GROUP;
    if (part && !in_place(b, role))
        return b->fault->id == FAULT_NONE;
    return push(b, t, e, &look) && open_structure(b, role, t, &look, e);
}

/* ---- text ---- */

static bool begin(struct body *b, uint32_t line)
{
    if (!composer_begin(&b->composer, line))
        return no_memory(b);
    struct paragraph *p = &composer_draft(&b->composer)->about;
    const struct open o = current(b);
    p->outline = o.outline;
    p->centred = o.centred;
    html_list_mark(&b->lists, p);
    return true;
}

static bool is_empty(const char *at, size_t len)
{
    struct scan s = scan_text(at, len);
    while (s.at < s.end)
        if (scan_next(&s) != ' ')
            return false;
    return true;
}

static bool add(struct body *b, const char *at, size_t len, uint32_t line)
{
    const struct open o = current(b);
    if (!composer_draft(&b->composer)) {
        if (is_empty(at, len))
            return true;
        if (!begin(b, line))
            return false;
    }
    bool ok = o.kept ? composer_exact(&b->composer, at, len, o.bold) : composer_text(&b->composer, at, len, o.bold);
    return ok || no_memory(b);
}

/* Where the first character of the text stands: white space in front of it may hold line breaks. */
static uint32_t line_of(struct html_piece text, uint32_t line)
{
    for (size_t i = 0; i < text.len && (unsigned char)text.at[i] <= ' '; i++)
        line += text.at[i] == '\n';
    return line;
}

static bool on_text(struct body *b, const struct html_token *t)
{
    const char *at = t->text.at, *end = at + t->text.len;
    uint32_t line = composer_draft(&b->composer) ? t->line : line_of(t->text, t->line);
    if (current(b).dropped)
        return true;
    while (at < end) {
        const char *stop = memchr(at, '&', (size_t)(end - at));
        size_t len = (size_t)((stop ? stop : end) - at);
        if (len > 0 && !add(b, at, len, line))
            return false;
        at += len;
        if (at == end)
            break;
        char bytes[8];
        struct buffer out;
        uint32_t c = html_reference(at, end, &len);
        buffer_init_fixed(&out, bytes, sizeof bytes);
        decode_put(&out, c ? c : '&');
        if (!add(b, bytes, out.len, line))
            return false;
        at += c ? len : 1;
    }
    return true;
}

static bool walk(struct body *b, const char *at, size_t len)
{
    struct html_tokens t = {at, at + len, 1};
    struct html_token token;
    for (;;) {
        bool ok = html_next(&t, &token, b->fault);
        if (!ok || token.kind == HTML_DONE)
            return ok && pop_to(b, 0) && (composer_end(&b->composer) || no_memory(b));
        ok = token.kind == HTML_TEXT ? on_text(b, &token) : token.kind == HTML_START ? on_start(b, &token) : on_end(b, &token);
        if (!ok) {
            b->fault->line = b->fault->line ? b->fault->line : token.line;
            return false;
        }
    }
}

bool html_paragraphs(struct paragraphs *list, const char *at, size_t len, struct fault *f)
{
    struct body *b = arena_alloc(list->arena, sizeof *b);
    if (!b) {
        fault_set(f, FAULT_DOCUMENT_MEMORY);
        return false;
    }
    b->fault = f;
    b->lists.arena = list->arena;
    composer_init(&b->composer, list);
    bool ok = walk(b, at, len);
    composer_free(&b->composer);
    return ok;
}
