#include "documents/word_body.h"

#include <stdlib.h>
#include <string.h>

#include "documents/decode.h"
#include "documents/margin.h"
#include "documents/word_state.h"

/* Elements whose content is not part of the text as finally accepted, in the places where text stands. */
static const char *const dropped[] = {
    "del", "moveFrom", "delText", "delInstrText", /* tracked changes: what is gone */
    "sdtPr", "sdtEndPr", "sectPr", "tblPr", "tblGrid", "tblPrEx", "rubyPr", "rt", "fldData", "customXmlPr",
    "smartTagPr", "ffData", NULL};

/* How something looked before a tracked change: never read, wherever it stands. */
static const char *const former[] = {"pPrChange", "rPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange",
                                     "tblGridChange", "tblPrExChange", "numberingChange", NULL};

static bool is_one_of(const char *name, const char *const *names)
{
    for (; *names; names++)
        if (**names == *name && strcmp(name, *names) == 0)
            return true;
    return false;
}

/* ---- fields: the instruction is dropped, the result kept ---- */

static bool in_instruction(const struct word_state *s)
{
    return s->field > 0 && s->fields[s->field - 1].in_instruction;
}

static bool field_mark(struct word_state *s, const struct markup_tag *tag)
{
    char type[16];
    markup_value(tag, SPACE_WORD, "fldCharType", type, sizeof type);
    if (strcmp(type, "begin") == 0) {
        if (s->field == WORD_FIELDS)
            return markup_too_deep(s->fault, s->part, "<w:fldChar>", WORD_FIELDS);
        s->fields[s->field++] = (struct word_field){.in_instruction = true};
    } else if (strcmp(type, "separate") == 0 && s->field) {
        struct word_field *f = &s->fields[s->field - 1];
        f->in_instruction = false;
        f->contents = strncmp(f->instruction, "TOC", 3) == 0;
        word_current(s)->contents |= f->contents;
    } else if (strcmp(type, "end") == 0 && s->field) {
        s->field--;
    }
    return true;
}

static void add_instruction(struct word_field *f, const char *at, size_t len)
{
    for (size_t i = 0; i < len && f->length + 1 < sizeof f->instruction; i++)
        if (at[i] != ' ' || f->length > 0)
            f->instruction[f->length++] = at[i];
}

/* ---- text ---- */

static bool add(struct word_state *s, const char *text)
{
    return in_instruction(s) || word_paragraph_add(s, text, strlen(text));
}

/* w:sym: a character of a symbol font. Check boxes and bullets are told, the rest is U+FFFD. */
static bool symbol(struct word_state *s, const struct markup_tag *tag)
{
    static const struct { unsigned code; uint32_t character; } known[] = {
        {0xA8, 0x25A1}, {0x6F, 0x25A1}, {0x71, 0x25A1}, {0xFE, 0x2611}, {0x52, 0x2611}, {0xFD, 0x2612},
        {0x78, 0x2612}, {0xFC, 0x2713}, {0xB7, 0x2022}, {0xA7, 0x2022}, {0x6E, 0x25A0}, {0xD8, 0x2022}};
    char value[8], bytes[8];
    uint32_t c = 0xFFFD;
    if (markup_value(tag, SPACE_WORD, "char", value, sizeof value)) {
        unsigned long code = strtoul(value, NULL, 16);
        if (code >= 0x20 && code < 0xD800)
            c = (uint32_t)code;
        for (size_t i = 0; i < sizeof known / sizeof *known; i++)
            if ((code & 0xF000) == 0xF000 && (code & 0xFF) == known[i].code)
                c = known[i].character;
    }
    struct buffer out;
    buffer_init_fixed(&out, bytes, sizeof bytes);
    decode_put(&out, c);
    return in_instruction(s) || word_paragraph_add(s, bytes, out.len);
}

/* The bytes up to the first line feed, return or tab, or all: never further, for behind them stands the rest of the part. */
static size_t plain_text(const char *at, size_t len)
{
    size_t n = 0;
    while (n < len && at[n] != '\n' && at[n] != '\r' && at[n] != '\t')
        n++;
    return n;
}

static bool on_text(void *context, const char *at, size_t len)
{
    struct word_state *s = context;
    if (s->skip)
        return true;
    if (s->instruction) {
        if (in_instruction(s))
            add_instruction(&s->fields[s->field - 1], at, len);
        return true;
    }
    if (!s->capture || in_instruction(s))
        return true;
    /* In w:t every white space is a space: '\n' and '\t' are only w:br and w:tab here. */
    for (const char *end = at + len; at < end;) {
        size_t n = plain_text(at, (size_t)(end - at));
        if (n && !word_paragraph_add(s, at, n))
            return false;
        at += n;
        if (at < end && !word_paragraph_add(s, " ", 1))
            return false;
        at += at < end;
    }
    return true;
}

/* ---- elements ---- */

static bool open_flow(struct word_state *s)
{
    if (s->flow + 1 == WORD_FLOWS)
        return markup_too_deep(s->fault, s->part, "<w:txbxContent>", WORD_FLOWS);
    struct word_flow *f = &s->flows[++s->flow];
    struct buffer kept = f->paragraph.text;
    memset(f, 0, sizeof *f);
    f->paragraph.text = kept;
    f->table = s->tables.count;
    return true;
}

static bool open_choice(struct word_state *s, const char *name)
{
    if (strcmp(name, "AlternateContent") == 0) {
        if (s->choice == WORD_CHOICES)
            return markup_too_deep(s->fault, s->part, "<mc:AlternateContent>", WORD_CHOICES);
        s->taken[s->choice++] = false;
        return true;
    }
    bool branch = strcmp(name, "Choice") == 0 || strcmp(name, "Fallback") == 0;
    if (!branch || s->choice == 0)
        return true;
    if (s->taken[s->choice - 1])
        s->skip = 1;
    else
        s->taken[s->choice - 1] = true;
    return true;
}

static bool embedded(struct word_state *s, const char *name)
{
    fault_set(s->fault, FAULT_WORD_CHUNK, name);
    return false;
}

/* Characters that are elements. */
static bool open_character(struct word_state *s, const struct markup_tag *tag)
{
    static const struct { const char *name, *text; } characters[] = {
        {"tab", "\t"}, {"ptab", "\t"}, {"br", "\n"}, {"cr", "\n"}, {"noBreakHyphen", "-"}};
    for (size_t i = 0; i < sizeof characters / sizeof *characters; i++)
        if (strcmp(tag->name, characters[i].name) == 0)
            return add(s, characters[i].text);
    if (strcmp(tag->name, "sym") == 0)
        return symbol(s, tag);
    if (strcmp(tag->name, "fldChar") == 0)
        return field_mark(s, tag);
    return true;
}

static bool run_property(struct word_state *s, const struct markup_tag *tag)
{
    char id[256];
    if (strcmp(tag->name, "b") == 0)
        s->bold = word_is_on(tag);
    else if (strcmp(tag->name, "u") == 0 && word_is_on(tag) && s->bold < 0)
        s->bold = 1;
    else if (strcmp(tag->name, "vanish") == 0)
        s->hidden = word_is_on(tag);
    else if (strcmp(tag->name, "rStyle") == 0 && markup_value(tag, SPACE_WORD, "val", id, sizeof id)) {
        const struct word_style *style = word_style_find(s->styles, id);
        if (style && style->bold >= 0 && s->bold < 0)
            s->bold = style->bold;
        if (style && style->hidden >= 0 && s->hidden < 0)
            s->hidden = style->hidden;
    }
    return true;
}

/* What stands inside the properties of a paragraph, run, row or cell; *done: it was such. */
static bool open_in_properties(struct word_state *s, const struct markup_tag *tag, bool *done)
{
    *done = true;
    if (s->in_paragraph_properties) {
        if (strcmp(tag->name, "rPr") == 0)
            s->in_mark = true;
        return word_paragraph_property(s, tag);
    }
    if (s->in_run_properties)
        return run_property(s, tag);
    if (s->in_row_properties || s->in_cell_properties) {
        struct open_table *t = tables_top(&s->tables);
        if (t && s->in_row_properties && strcmp(tag->name, "del") == 0)
            t->row_dropped = true;
        if (t && s->in_cell_properties && strcmp(tag->name, "cellDel") == 0)
            t->cell_dropped = true;
        return true;
    }
    *done = false;
    return true;
}

/* A comment refers to the paragraph in which its mark stands. */
static void note_comment(const struct word_state *s, const struct markup_tag *tag)
{
    struct margin_note *n = s->list->margin ? margin_add(s->list->margin, s->count) : NULL;
    if (n)
        markup_value(tag, SPACE_WORD, "id", n->id, sizeof n->id);
}

static bool open_word(struct word_state *s, const struct markup_tag *tag)
{
    const char *name = tag->name;
    if (strcmp(name, "p") == 0)
        return word_paragraph_open(s);
    if (strcmp(name, "pPr") == 0)
        s->in_paragraph_properties = true;
    else if (strcmp(name, "r") == 0)
        s->bold = s->hidden = -1;
    else if (strcmp(name, "rPr") == 0)
        s->in_run_properties = true;
    else if (strcmp(name, "t") == 0)
        s->capture = true;
    else if (strcmp(name, "instrText") == 0)
        s->instruction = true;
    else if (strcmp(name, "tbl") == 0 || strcmp(name, "tr") == 0 || strcmp(name, "tc") == 0)
        return word_table_open(s, name);
    else if (strcmp(name, "trPr") == 0)
        s->in_row_properties = true;
    else if (strcmp(name, "tcPr") == 0)
        s->in_cell_properties = true;
    else if (strcmp(name, "txbxContent") == 0)
        return open_flow(s);
    else if (strcmp(name, "commentReference") == 0)
        note_comment(s, tag);
    else if (strcmp(name, "altChunk") == 0 || strcmp(name, "subDoc") == 0)
        return embedded(s, name);
    else
        return open_character(s, tag);
    return true;
}

static bool on_open(void *context, const struct markup_tag *tag)
{
    struct word_state *s = context;
    bool done = false;
    if (s->skip) {
        s->skip++;
        return true;
    }
    if (tag->space == SPACE_COMPATIBILITY)
        return open_choice(s, tag->name);
    if (tag->space == SPACE_MATH && strcmp(tag->name, "t") == 0)
        s->capture = true;
    if (tag->space != SPACE_WORD)
        return true;
    if (is_one_of(tag->name, former)) {
        s->skip = 1;
        return true;
    }
    if (!open_in_properties(s, tag, &done) || done)
        return !s->fault->id;
    if (is_one_of(tag->name, dropped)) {
        s->skip = 1;
        return true;
    }
    return open_word(s, tag);
}

static bool close_word(struct word_state *s, const char *name)
{
    if (strcmp(name, "rPr") == 0)
        s->in_mark = s->in_run_properties = false;
    else if (strcmp(name, "pPr") == 0)
        s->in_paragraph_properties = false;
    else if (strcmp(name, "trPr") == 0)
        s->in_row_properties = false;
    else if (strcmp(name, "tcPr") == 0)
        s->in_cell_properties = false;
    else if (strcmp(name, "t") == 0)
        s->capture = false;
    else if (strcmp(name, "instrText") == 0)
        s->instruction = false;
    else if (strcmp(name, "p") == 0)
        return word_paragraph_close(s);
    else if (strcmp(name, "tbl") == 0 || strcmp(name, "tr") == 0 || strcmp(name, "tc") == 0)
        return word_table_close(s, name);
    else if (strcmp(name, "txbxContent") == 0 && s->flow > 0) {
        bool ok = word_paragraph_flush(s);
        s->tables.count = s->flows[s->flow].table;
        s->flow--;
        return ok;
    }
    return true;
}

static bool on_close(void *context, const struct markup_tag *tag)
{
    struct word_state *s = context;
    if (s->skip) {
        s->skip--;
        return true;
    }
    if (markup_is(tag, SPACE_COMPATIBILITY, "AlternateContent") && s->choice > 0)
        s->choice--;
    if (markup_is(tag, SPACE_MATH, "t"))
        s->capture = false;
    return tag->space != SPACE_WORD || close_word(s, tag->name);
}

int word_body_read(struct paragraphs *list, const struct word_styles *styles, struct numbering *numbering,
                   const char *part, const char *at, size_t len, struct fault *f)
{
    struct word_state *s = arena_alloc(list->arena, sizeof *s);
    if (!s)
        return fault_set(f, FAULT_DOCUMENT_MEMORY);
    *s = (struct word_state){.list = list, .styles = styles, .numbering = numbering, .part = part, .fault = f};
    struct markup_reader reader = {on_open, on_close, on_text, s};
    int status = markup_read(&reader, part, at, len, f);
    if (status == 0 && !word_paragraph_flush(s))
        status = -1;
    for (size_t i = 0; i < WORD_FLOWS; i++)
        buffer_free(&s->flows[i].paragraph.text);
    return status;
}
