/* One paragraph of a Word document: its text, its number and what sets it apart. */
#include <string.h>

#include "documents/label.h"
#include "documents/load.h"
#include "documents/scan.h"
#include "documents/word_state.h"

enum { OUTLINE_BODY = 9, STYLE_ID_SIZE = 256 };

static bool in_contents(const struct word_state *s)
{
    for (size_t i = 0; i < s->field; i++)
        if (s->fields[i].contents)
            return true;
    return false;
}

static void reset_properties(struct word_state *s, struct word_paragraph *p)
{
    p->style = word_style_find(s->styles, s->styles->standard);
    p->has_num = p->has_level = p->centred = p->mark_deleted = p->section = p->separator = false;
    p->num = 0;
    p->level = 0;
    p->outline = -1;
}

bool word_paragraph_open(struct word_state *s)
{
    struct word_paragraph *p = word_current(s);
    s->count++;
    if (p->open) { /* a paragraph in a paragraph: not valid, but its text counts */
        if (!word_paragraph_close(s))
            return false;
    }
    if (!p->carried) {
        if (!paragraph_add(s->list, s->count))
            return word_no_memory(s);
        p->slot = s->list->count - 1;
        if (!p->text.cap)
            buffer_init(&p->text, LOAD_FILE_BYTES);
        buffer_clear(&p->text);
        p->lead = 0;
        p->lead_ended = false;
        p->contents = false;
    }
    p->open = true;
    p->contents |= in_contents(s);
    if (!p->carried || !p->separator)
        reset_properties(s, p);
    p->fixed = p->carried && p->separator; /* style and number are those of the heading */
    p->carried = p->separator = false;
    return true;
}

/* The num and level that count this paragraph: its own, or those of its style. num 0: none. */
static struct numbering_num *find_num(const struct word_state *s, const struct word_paragraph *p, uint8_t *level)
{
    const struct word_style *style = p->style;
    uint32_t id = p->has_num ? p->num : style && style->has_num ? style->num : 0;
    struct numbering_num *num = id ? numbering_find(s->numbering, id) : NULL;
    if (!num)
        return NULL;
    if (p->has_level)
        *level = p->level;
    else if (!p->has_num && style)
        *level = numbering_level_of_style(num, style->id, style->has_level ? style->level : 0);
    else
        *level = 0;
    return num;
}

static bool number(struct word_state *s, const struct word_paragraph *p, struct paragraph *out)
{
    uint8_t level = 0;
    struct numbering_num *num = find_num(s, p, &level);
    char bytes[NUMBERING_LABEL_SIZE];
    struct buffer label;
    buffer_init_fixed(&label, bytes, sizeof bytes);
    if (!num || (p->section && out->len == 0) || !numbering_count(num, level, &label))
        return true;
    const char *at = label.at;
    size_t len = label.len;
    scan_trim(&at, &len);
    /* An empty paragraph shows a number, too; it counts here when it is the line above a heading: "ARTICLE IV". */
    struct label l;
    if (len == 0 || (out->len == 0 && !(label_read(at, len, &l) && l.style == LABEL_ARTICLE)))
        return true;
    out->label = arena_copy(s->list->arena, at, len);
    out->list = num->list->id + 1;
    out->level = level;
    return out->label || word_no_memory(s);
}

/* Moves the finished text into its slot. The bold front shrinks by the spaces that trimming takes away. */
static bool emit(struct word_state *s, struct word_paragraph *p)
{
    struct paragraph *out = &s->list->at[p->slot];
    const char *at = p->text.at ? p->text.at : "";
    size_t len = p->text.len, whole = len;
    if (p->text.failed || !paragraph_text(s->list, out, at, len))
        return word_no_memory(s);
    scan_trim(&at, &len);
    size_t front = p->text.at ? (size_t)(at - p->text.at) : 0;
    size_t lead = p->lead > front ? p->lead - front : 0;
    out->lead = (uint32_t)(lead > len || p->lead >= whole ? len : lead);
    out->outline = p->outline >= 0 ? p->outline : p->style ? p->style->outline : -1;
    if (out->outline >= OUTLINE_BODY)
        out->outline = -1;
    out->title = p->style && p->style->title;
    out->contents = p->contents || (p->style && p->style->contents);
    out->centred = p->centred;
    return number(s, p, out) && (paragraph_breaks(s->list, p->slot) || word_no_memory(s));
}

bool word_paragraph_close(struct word_state *s)
{
    struct word_paragraph *p = word_current(s);
    if (!p->open)
        return true;
    p->open = false;
    if (p->mark_deleted || p->separator) {
        p->carried = true;
        return true;
    }
    if (!emit(s, p))
        return false;
    /* Empty paragraphs take no room, but they have been counted. */
    const struct paragraph *last = &s->list->at[p->slot];
    if (last->len == 0 && !last->label && p->slot + 1 == s->list->count)
        s->list->count--;
    return true;
}

bool word_paragraph_flush(struct word_state *s)
{
    struct word_paragraph *p = word_current(s);
    if (p->open && !word_paragraph_close(s))
        return false;
    if (!p->carried)
        return true;
    p->carried = false;
    return emit(s, p);
}

static void read_style(struct word_state *s, struct word_paragraph *p, const struct markup_tag *tag)
{
    char id[STYLE_ID_SIZE];
    if (markup_value(tag, SPACE_WORD, "val", id, sizeof id)) {
        const struct word_style *style = word_style_find(s->styles, id);
        if (style)
            p->style = style;
    }
}

bool word_paragraph_property(struct word_state *s, const struct markup_tag *tag)
{
    struct word_paragraph *p = word_current(s);
    uint32_t n;
    char value[16];
    if (s->in_mark) { /* w:rPr of the paragraph mark */
        if (strcmp(tag->name, "del") == 0 || strcmp(tag->name, "moveFrom") == 0)
            p->mark_deleted = true;
        else if (strcmp(tag->name, "specVanish") == 0 && word_is_on(tag))
            p->separator = true;
        return true;
    }
    if (p->fixed)
        return true;
    if (strcmp(tag->name, "pStyle") == 0)
        read_style(s, p, tag);
    else if (strcmp(tag->name, "numId") == 0 && word_count(tag, "val", INT32_MAX, &n))
        p->has_num = true, p->num = n;
    else if (strcmp(tag->name, "ilvl") == 0 && word_count(tag, "val", NUMBERING_LEVELS - 1, &n))
        p->has_level = true, p->level = (uint8_t)n;
    else if (strcmp(tag->name, "outlineLvl") == 0 && word_count(tag, "val", OUTLINE_BODY, &n))
        p->outline = (int8_t)n;
    else if (strcmp(tag->name, "sectPr") == 0)
        p->section = true;
    else if (strcmp(tag->name, "jc") == 0 && markup_value(tag, SPACE_WORD, "val", value, sizeof value))
        p->centred = strcmp(value, "center") == 0;
    return true;
}

bool word_run_hidden(const struct word_state *s)
{
    const struct word_paragraph *p = &s->flows[s->flow].paragraph;
    if (s->hidden >= 0)
        return s->hidden == 1;
    return p->style && p->style->hidden == 1;
}

bool word_paragraph_add(struct word_state *s, const char *at, size_t len)
{
    struct word_paragraph *p = word_current(s);
    if (!p->open || word_run_hidden(s))
        return true;
    bool bold = s->bold >= 0 ? s->bold == 1 : p->style && p->style->bold == 1;
    const char *trimmed = at;
    size_t left = len;
    scan_trim(&trimmed, &left);
    buffer_add(&p->text, at, len);
    if (left > 0 && !bold)
        p->lead_ended = true;
    if (!p->lead_ended)
        p->lead = p->text.len;
    return !p->text.failed || word_no_memory(s);
}
