#include "documents/word_styles.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { VALUE_SIZE = 256 };

enum state { STATE_NEW, STATE_OPEN, STATE_DONE };

struct styles_reading {
    struct word_styles *styles;
    struct word_style *style;   /* being read; NULL outside */
    struct fault *fault;
    int skip;                   /* depth inside something that does not count */
};

bool word_is_on(const struct markup_tag *tag)
{
    char value[8];
    if (!markup_value(tag, SPACE_WORD, "val", value, sizeof value))
        return true;
    return strcmp(value, "0") != 0 && strcmp(value, "false") != 0 && strcmp(value, "off") != 0 &&
           strcmp(value, "none") != 0;
}

bool word_count(const struct markup_tag *tag, const char *name, uint32_t most, uint32_t *out)
{
    return markup_count(tag, SPACE_WORD, name, most, out);
}

static bool no_memory(struct fault *f)
{
    fault_set(f, FAULT_DOCUMENT_MEMORY);
    return false;
}

static struct word_style *add_style(struct word_styles *s)
{
    if (s->count == s->size) {
        size_t size = s->size ? s->size * 2 : 64;
        struct word_style *grown = size <= 2 * WORD_STYLES_MOST ? arena_array(s->arena, size, sizeof *grown) : NULL;
        if (!grown)
            return NULL;
        if (s->count)
            memcpy(grown, s->at, s->count * sizeof *grown);
        s->at = grown;
        s->size = size;
    }
    struct word_style *style = &s->at[s->count];
    *style = (struct word_style){.outline = -1, .bold = -1, .hidden = -1, .order = (uint32_t)s->count};
    s->count++;
    return style;
}

static bool copy_value(struct word_styles *s, const struct markup_tag *tag, const char *name, const char **out)
{
    char value[VALUE_SIZE];
    if (!markup_value(tag, SPACE_WORD, name, value, sizeof value))
        return true;
    *out = arena_copy(s->arena, value, strlen(value));
    return *out != NULL;
}

static bool open_style(struct styles_reading *r, const struct markup_tag *tag)
{
    char type[16], standard[8];
    r->style = add_style(r->styles);
    if (!r->style || !copy_value(r->styles, tag, "styleId", &r->style->id))
        return no_memory(r->fault);
    if (!r->style->id)
        r->style->id = "";
    bool paragraph = markup_value(tag, SPACE_WORD, "type", type, sizeof type) && strcmp(type, "paragraph") == 0;
    if (paragraph && markup_value(tag, SPACE_WORD, "default", standard, sizeof standard) && strcmp(standard, "0") != 0 &&
        strcmp(standard, "false") != 0)
        r->styles->standard = r->style->id;
    return true;
}

/* The names of built-in styles are English in every language of Word. */
static void name_style(struct word_style *s, const struct markup_tag *tag)
{
    char name[VALUE_SIZE];
    if (!markup_value(tag, SPACE_WORD, "val", name, sizeof name))
        return;
    if (strcasecmp(name, "Title") == 0)
        s->title = true;
    if (strncasecmp(name, "toc ", 4) == 0)
        s->contents = true;
}

static bool read_property(struct styles_reading *r, const struct markup_tag *tag)
{
    struct word_style *s = r->style;
    uint32_t n;
    if (strcmp(tag->name, "name") == 0)
        name_style(s, tag);
    else if (strcmp(tag->name, "basedOn") == 0)
        return copy_value(r->styles, tag, "val", &s->based_on) || no_memory(r->fault);
    else if (strcmp(tag->name, "numId") == 0 && word_count(tag, "val", INT32_MAX, &n))
        s->num = n, s->has_num = true;
    else if (strcmp(tag->name, "ilvl") == 0 && word_count(tag, "val", NUMBERING_LEVELS - 1, &n))
        s->level = (uint8_t)n, s->has_level = true;
    else if (strcmp(tag->name, "outlineLvl") == 0 && word_count(tag, "val", 9, &n))
        s->outline = (int8_t)n;
    else if (strcmp(tag->name, "b") == 0)
        s->bold = word_is_on(tag);
    else if (strcmp(tag->name, "vanish") == 0)
        s->hidden = word_is_on(tag);
    return true;
}

static bool on_open(void *context, const struct markup_tag *tag)
{
    struct styles_reading *r = context;
    if (r->skip || tag->space != SPACE_WORD || strcmp(tag->name, "tblStylePr") == 0 ||
        strcmp(tag->name, "pPrChange") == 0 || strcmp(tag->name, "rPrChange") == 0) {
        r->skip++;
        return true;
    }
    if (!r->style)
        return strcmp(tag->name, "style") == 0 ? open_style(r, tag) : true;
    return read_property(r, tag);
}

static bool on_close(void *context, const struct markup_tag *tag)
{
    struct styles_reading *r = context;
    if (r->skip)
        r->skip--;
    else if (markup_is(tag, SPACE_WORD, "style"))
        r->style = NULL;
    return true;
}

static int by_id(const void *a, const void *b)
{
    const struct word_style *x = a, *y = b;
    int order = strcmp(x->id, y->id);
    return order ? order : x->order < y->order ? -1 : x->order > y->order;
}

static struct word_style *find(const struct word_styles *s, const char *id)
{
    size_t low = 0, high = s->count; /* the first that sorts behind id: the one before it is the last with id */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(s->at[middle].id, id) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 && strcmp(s->at[low - 1].id, id) == 0 ? &s->at[low - 1] : NULL;
}

const struct word_style *word_style_find(const struct word_styles *s, const char *id)
{
    return id ? find(s, id) : NULL;
}

static void inherit(struct word_style *s, const struct word_style *base)
{
    if (!s->has_num && base->has_num) {
        s->num = base->num;
        s->has_num = true;
        s->numbered_by = base->numbered_by;
    }
    if (!s->has_level && base->has_level) {
        s->level = base->level;
        s->has_level = true;
    }
    if (s->outline < 0)
        s->outline = base->outline;
    if (s->bold < 0)
        s->bold = base->bold;
    if (s->hidden < 0)
        s->hidden = base->hidden;
    s->title |= base->title;
    s->contents |= base->contents;
}

/* Walks up to WORD_BASED_MOST styles; a circle ends where it meets itself. */
static void resolve(struct word_styles *s, struct word_style *style)
{
    struct word_style *chain[WORD_BASED_MOST];
    size_t n = 0;
    for (struct word_style *at = style; at && at->state == STATE_NEW && n < WORD_BASED_MOST;) {
        at->state = STATE_OPEN;
        chain[n++] = at;
        at = at->based_on ? find(s, at->based_on) : NULL;
    }
    while (n > 0) {
        struct word_style *at = chain[--n];
        const struct word_style *base = at->based_on ? find(s, at->based_on) : NULL;
        if (at->has_num)
            at->numbered_by = at->id;
        if (base && base->state == STATE_DONE)
            inherit(at, base);
        at->state = STATE_DONE;
    }
}

int word_styles_read(struct word_styles *s, const char *part, const char *at, size_t len, struct fault *f)
{
    struct styles_reading r = {.styles = s, .fault = f};
    struct markup_reader reader = {on_open, on_close, NULL, &r};
    if (markup_read(&reader, part, at, len, f) != 0)
        return -1;
    if (s->count)
        qsort(s->at, s->count, sizeof *s->at, by_id);
    for (size_t i = 0; i < s->count; i++)
        resolve(s, &s->at[i]);
    return 0;
}

uint32_t word_style_num(const void *styles, const char *id)
{
    const struct word_style *s = word_style_find(styles, id);
    return s && s->has_num ? s->num : 0;
}
