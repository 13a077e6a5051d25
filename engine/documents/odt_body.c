#include "documents/odt_body.h"

#include <string.h>

#include "documents/composer.h"
#include "documents/load.h"
#include "documents/margin.h"
#include "documents/odt_lists.h"

enum {
    BOXES = 16,        /* text boxes and shapes in each other */
    SPANS = 64,        /* runs in runs whose looks are told apart */
    SPACES_MOST = 1000 /* of one text:s */
};

enum where { WHERE_OUTSIDE, WHERE_STYLES, WHERE_BODY };

/* A paragraph or run that is open. */
struct look {
    bool bold, hidden;
};

/* A text box or another shape with text. */
struct box {
    bool entered;                  /* it stands in a paragraph */
    size_t base;                   /* of the lists outside */
};

struct body {
    struct composer composer;
    struct odt_styles *styles;
    struct odt_lists *lists;
    enum odt_part which;
    const char *part;
    struct fault *fault;
    enum where where;
    bool seen;                     /* office:text was there */
    int skip, contents;            /* depth inside what is not read; inside tables of contents */
    struct look looks[SPANS];
    size_t look;                   /* open ones; more than SPANS are not told apart */
    struct box boxes[BOXES];
    size_t box;                    /* open ones */
    uint32_t count;                /* paragraphs so far */
    bool annotation;               /* what is skipped is a comment, and somebody asks for it */
    struct buffer comment;         /* its text so far */
};

static bool no_memory(struct body *b)
{
    fault_set(b->fault, FAULT_DOCUMENT_MEMORY);
    return false;
}

static bool is_one_of(const char *name, const char *const *names)
{
    for (; *names; names++)
        if (strcmp(name, *names) == 0)
            return true;
    return false;
}

/* What is not part of the text as finally accepted. The text that a tracked change took away stands in
 * text:tracked-changes, not where it was. Notes are left out as in Word files. */
static bool is_dropped(const struct markup_tag *tag)
{
    static const char *const office[] = {"annotation", "forms", "binary-data", "meta", "settings", "scripts",
                                         "font-face-decls", "master-styles", NULL};
    static const char *const text[] = {"tracked-changes", "note", "ruby-text", "hidden-text", "variable-decls",
                                       "sequence-decls", "user-field-decls", "table-of-content-source",
                                       "alphabetical-index-source", "illustration-index-source", "table-index-source",
                                       "object-index-source", "user-index-source", "bibliography-source", NULL};
    static const char *const table[] = {"covered-table-cell", "tracked-changes", "shapes", NULL};
    char value[16];
    if (tag->space == SPACE_OFFICE)
        return is_one_of(tag->name, office);
    if (tag->space == SPACE_TABLE)
        return is_one_of(tag->name, table) ||
               (strcmp(tag->name, "table-row") == 0 &&
                markup_value(tag, SPACE_TABLE, "visibility", value, sizeof value) && strcmp(value, "visible") != 0);
    if (tag->space != SPACE_TEXT)
        return false;
    bool hidden = strcmp(tag->name, "section") == 0 && markup_value(tag, SPACE_TEXT, "display", value, sizeof value) &&
                  strcmp(value, "none") == 0;
    return hidden || is_one_of(tag->name, text);
}

/* ---- looks ---- */

static struct look current_look(const struct body *b)
{
    size_t n = b->look < SPANS ? b->look : SPANS;
    return n ? b->looks[n - 1] : (struct look){false, false};
}

static void push_look(struct body *b, const struct odt_style *style, struct look from)
{
    if (style && style->bold >= 0)
        from.bold = style->bold;
    if (style && style->hidden >= 0)
        from.hidden = style->hidden;
    if (b->look < SPANS)
        b->looks[b->look] = from;
    b->look++;
}

static const struct odt_style *style_of(const struct body *b, enum odt_family family, const struct markup_tag *tag)
{
    char name[ODT_NAME_SIZE];
    return markup_value(tag, SPACE_TEXT, "style-name", name, sizeof name) ? odt_style_find(b->styles, family, name) : NULL;
}

/* ---- paragraphs ---- */

/* Shapes that hold paragraphs. */
static bool is_box(const char *name)
{
    static const char *const names[] = {"text-box", "custom-shape", "rect", "circle", "ellipse", "line", "polyline",
                                        "polygon", "regular-polygon", "path", "caption", "connector", "measure", NULL};
    return is_one_of(name, names);
}

/* Its paragraphs stand behind the one that it is in, its lists for themselves. */
static bool open_box(struct body *b, const char *name)
{
    if (!is_box(name))
        return true;
    struct box box = {composer_draft(&b->composer) != NULL, b->lists->base};
    if (b->box == BOXES || (box.entered && !composer_enter(&b->composer)))
        return markup_too_deep(b->fault, b->part, "<draw:text-box>", COMPOSER_NEST);
    b->boxes[b->box++] = box;
    b->lists->base = b->lists->depth;
    return true;
}

static bool close_box(struct body *b, const char *name)
{
    if (!is_box(name) || b->box == 0)
        return true;
    struct box box = b->boxes[--b->box];
    b->lists->base = box.base;
    return !box.entered || composer_leave(&b->composer) || no_memory(b);
}

static bool open_paragraph(struct body *b, const struct markup_tag *tag, bool heading)
{
    uint32_t outline = 1;
    if (!composer_begin(&b->composer, ++b->count))
        return no_memory(b);
    const struct odt_style *style = style_of(b, ODT_PARAGRAPH, tag);
    struct draft *d = composer_draft(&b->composer);
    struct paragraph *p = &d->about;
    push_look(b, style, (struct look){false, false});
    p->contents = b->contents > 0 || (style && style->contents);
    p->title = style && style->title;
    p->centred = style && style->centred == 1;
    if (heading && markup_count(tag, SPACE_TEXT, "outline-level", 10, &outline) && outline > 0)
        p->outline = (int8_t)(outline - 1);
    else if (heading)
        p->outline = 0;
    if (!odt_lists_number(b->lists, style, p))
        return no_memory(b);
    bool unlisted = heading && p->list == 0 && !(style && style->list && !*style->list);
    return !unlisted || odt_lists_heading(b->lists, tag, (uint8_t)p->outline, p) || no_memory(b);
}

static bool close_paragraph(struct body *b)
{
    if (b->look > 0)
        b->look--;
    return composer_end(&b->composer) || no_memory(b);
}

static bool spaces(struct body *b, const struct markup_tag *tag)
{
    uint32_t n = 1;
    markup_count(tag, SPACE_TEXT, "c", SPACES_MOST, &n);
    while (n-- > 0)
        if (!composer_exact(&b->composer, " ", 1, current_look(b).bold))
            return no_memory(b);
    return true;
}

static bool open_text(struct body *b, const struct markup_tag *tag)
{
    const char *name = tag->name;
    bool deep = false, bold = current_look(b).bold;
    if (strcmp(name, "p") == 0 || strcmp(name, "h") == 0)
        return open_paragraph(b, tag, *name == 'h');
    if (strcmp(name, "span") == 0)
        push_look(b, style_of(b, ODT_SPAN, tag), current_look(b));
    else if (strcmp(name, "s") == 0)
        return spaces(b, tag);
    else if (strcmp(name, "tab") == 0)
        return composer_exact(&b->composer, "\t", 1, bold) || no_memory(b);
    else if (strcmp(name, "line-break") == 0)
        return composer_exact(&b->composer, "\n", 1, bold) || no_memory(b);
    else if (strcmp(name, "list") == 0)
        return odt_lists_open(b->lists, tag, &deep) ||
               (deep ? markup_too_deep(b->fault, b->part, "<text:list>", ODT_LISTS_OPEN) : no_memory(b));
    else if (strcmp(name, "list-item") == 0 || strcmp(name, "list-header") == 0)
        odt_lists_item(b->lists, tag);
    else if (strcmp(name, "index-body") == 0)
        b->contents++;
    return true;
}

static bool open_table(struct body *b, const char *name)
{
    struct tables *t = &b->composer.tables;
    if (strcmp(name, "table") == 0)
        return tables_open(t) || markup_too_deep(b->fault, b->part, "<table:table>", TABLES_OPEN);
    if (!tables_top(t))
        return true;
    if (strcmp(name, "table-row") == 0)
        tables_open_row(t, b->composer.list);
    else if (strcmp(name, "table-cell") == 0)
        tables_open_cell(t, b->composer.list);
    return true;
}

static bool close_table(struct body *b, const char *name)
{
    struct tables *t = &b->composer.tables;
    if (!tables_top(t))
        return true;
    if (strcmp(name, "table") == 0)
        tables_close(t);
    else if (strcmp(name, "table-row") == 0)
        return tables_close_row(t, b->composer.list, false) || no_memory(b);
    else if (strcmp(name, "table-cell") == 0)
        tables_close_cell(t, b->composer.list);
    return true;
}

static bool open_office(struct body *b, const char *name)
{
    bool common = strcmp(name, "styles") == 0, automatic = strcmp(name, "automatic-styles") == 0;
    /* The automatic styles of styles.xml are those of headers and footers. */
    if (common || (automatic && b->which == ODT_PART_CONTENT))
        b->where = WHERE_STYLES;
    if (strcmp(name, "text") == 0 && b->which == ODT_PART_CONTENT) {
        b->where = WHERE_BODY;
        b->seen = true;
        odt_styles_seal(b->styles);
    }
    return true;
}

/* ---- comments: gathered when somebody asks, never a part of the text ---- */

static void open_comment(struct body *b, const struct markup_tag *tag)
{
    if (!b->skip && b->composer.list->margin && markup_is(tag, SPACE_OFFICE, "annotation")) {
        b->annotation = true;
        buffer_clear(&b->comment);
    } else if (b->annotation && (markup_is(tag, SPACE_TEXT, "p") || markup_is(tag, SPACE_TEXT, "line-break"))) {
        buffer_putc(&b->comment, '\n');
    }
}

static void close_comment(struct body *b)
{
    if (b->skip || !b->annotation)
        return;
    b->annotation = false;
    struct margin_note *n = margin_add(b->composer.list->margin, b->count);
    if (n && !b->comment.failed)
        n->text = arena_copy(b->composer.list->margin->arena, b->comment.at ? b->comment.at : "", b->comment.len);
}

static bool on_open(void *context, const struct markup_tag *tag)
{
    struct body *b = context;
    if (b->skip || is_dropped(tag)) {
        open_comment(b, tag);
        b->skip++;
        return true;
    }
    if (tag->space == SPACE_OFFICE)
        return b->where != WHERE_OUTSIDE || open_office(b, tag->name);
    if (b->where == WHERE_STYLES)
        return odt_styles_open(b->styles, tag, b->fault);
    if (b->where != WHERE_BODY)
        return true;
    if (tag->space == SPACE_TABLE)
        return open_table(b, tag->name);
    if (tag->space == SPACE_DRAW)
        return open_box(b, tag->name);
    return tag->space != SPACE_TEXT || open_text(b, tag);
}

static bool close_text(struct body *b, const char *name)
{
    if (strcmp(name, "p") == 0 || strcmp(name, "h") == 0)
        return close_paragraph(b);
    if (strcmp(name, "span") == 0 && b->look > 0)
        b->look--;
    else if (strcmp(name, "list") == 0)
        odt_lists_close(b->lists);
    else if (strcmp(name, "index-body") == 0)
        b->contents--;
    return true;
}

static bool on_close(void *context, const struct markup_tag *tag)
{
    struct body *b = context;
    if (b->skip) {
        b->skip--;
        close_comment(b);
        return true;
    }
    if (tag->space == SPACE_OFFICE &&
        (strcmp(tag->name, "styles") == 0 || strcmp(tag->name, "automatic-styles") == 0 || strcmp(tag->name, "text") == 0))
        b->where = WHERE_OUTSIDE;
    if (b->where == WHERE_STYLES)
        odt_styles_close(b->styles, tag);
    if (b->where != WHERE_BODY)
        return true;
    if (tag->space == SPACE_TABLE)
        return close_table(b, tag->name);
    if (tag->space == SPACE_DRAW)
        return close_box(b, tag->name);
    return tag->space != SPACE_TEXT || close_text(b, tag->name);
}

static bool on_text(void *context, const char *at, size_t len)
{
    struct body *b = context;
    if (b->annotation)
        buffer_add(&b->comment, at, len);
    if (b->skip || b->where != WHERE_BODY || current_look(b).hidden)
        return true;
    return composer_text(&b->composer, at, len, current_look(b).bold) || no_memory(b);
}

int odt_part_read(struct paragraphs *list, struct odt_styles *styles, enum odt_part which, const char *part, const char *at,
                  size_t len, struct fault *f)
{
    struct body *b = arena_alloc(list->arena, sizeof *b);
    struct odt_lists *lists = arena_alloc(list->arena, sizeof *lists);
    if (!b || !lists)
        return fault_set(f, FAULT_DOCUMENT_MEMORY);
    lists->arena = list->arena;
    lists->styles = styles;
    b->styles = styles;
    b->lists = lists;
    b->which = which;
    b->part = part;
    b->fault = f;
    composer_init(&b->composer, list);
    buffer_init(&b->comment, LOAD_FILE_BYTES);
    struct markup_reader reader = {on_open, on_close, on_text, b};
    int status = markup_read(&reader, part, at, len, f);
    if (status == 0 && which == ODT_PART_CONTENT && !b->seen)
        status = fault_set(f, FAULT_ODT_NONE);
    composer_free(&b->composer);
    buffer_free(&b->comment);
    return status;
}
