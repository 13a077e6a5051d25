#include "documents/odt_styles.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum state { STATE_NEW, STATE_OPEN, STATE_DONE };

static bool no_memory(struct fault *f)
{
    fault_set(f, FAULT_DOCUMENT_MEMORY);
    return false;
}

/* Room for one more item in an array of the arena; false when it is exhausted. */
static bool reserve(struct arena *a, void **at, size_t count, size_t *size, size_t item)
{
    if (count < *size)
        return true;
    size_t wanted = *size ? *size * 2 : 64;
    void *grown = wanted <= 2 * ODT_STYLES_MOST ? arena_array(a, wanted, item) : NULL;
    if (!grown)
        return false;
    if (count)
        memcpy(grown, *at, count * item);
    *at = grown;
    *size = wanted;
    return true;
}

static bool copy_name(struct odt_styles *s, const struct markup_tag *tag, const char *name, const char **out)
{
    char value[ODT_NAME_SIZE];
    if (!markup_value(tag, SPACE_STYLE, name, value, sizeof value))
        return true;
    *out = arena_copy(s->arena, value, strlen(value));
    return *out != NULL;
}

/* ---- styles of paragraphs and runs ---- */

static enum odt_family family_of(const struct markup_tag *tag)
{
    char value[32];
    if (!markup_value(tag, SPACE_STYLE, "family", value, sizeof value))
        return ODT_OTHER;
    return strcmp(value, "paragraph") == 0 ? ODT_PARAGRAPH : strcmp(value, "text") == 0 ? ODT_SPAN : ODT_OTHER;
}

static bool open_style(struct odt_styles *s, const struct markup_tag *tag)
{
    uint32_t outline;
    if (!reserve(s->arena, (void **)&s->styles, s->style_count, &s->style_size, sizeof *s->styles))
        return false;
    struct odt_style *v = &s->styles[s->style_count];
    *v = (struct odt_style){.name = "", .family = family_of(tag), .outline = -1, .bold = -1, .hidden = -1, .centred = -1,
                            .order = (uint32_t)s->style_count};
    s->style_count++;
    s->style = v;
    if (!copy_name(s, tag, "name", &v->name) || !copy_name(s, tag, "parent-style-name", &v->parent) ||
        !copy_name(s, tag, "list-style-name", &v->list))
        return false;
    if (markup_count(tag, SPACE_STYLE, "default-outline-level", 10, &outline) && outline > 0)
        v->outline = (int8_t)(outline - 1);
    /* Names of built-in styles are English in every language; a space in them is written _20_. */
    v->title = v->family == ODT_PARAGRAPH && strcmp(v->name, "Title") == 0;
    v->contents = v->family == ODT_PARAGRAPH && strncmp(v->name, "Contents_20_", 12) == 0;
    return true;
}

static bool is_bold(const char *weight)
{
    return strcmp(weight, "bold") == 0 || (weight[0] >= '6' && weight[0] <= '9' && strlen(weight) == 3);
}

static void read_property(struct odt_style *v, const struct markup_tag *tag)
{
    char value[32];
    if (markup_value(tag, SPACE_FORMAT, "font-weight", value, sizeof value))
        v->bold = is_bold(value);
    /* Japanese text has a weight of its own. */
    if (markup_value(tag, SPACE_STYLE, "font-weight-asian", value, sizeof value) && is_bold(value))
        v->bold = 1;
    if (markup_value(tag, SPACE_STYLE, "text-underline-style", value, sizeof value) && strcmp(value, "none") != 0 &&
        v->bold < 0)
        v->bold = 1;
    if (markup_value(tag, SPACE_TEXT, "display", value, sizeof value))
        v->hidden = strcmp(value, "none") == 0;
    if (markup_value(tag, SPACE_FORMAT, "text-align", value, sizeof value))
        v->centred = strcmp(value, "center") == 0;
}

/* ---- list styles ---- */

/* The number formats of OpenDocument are an example each; those beyond 1, a, A, i, I are told by the first sign. */
static const char *format_of(const char *format)
{
    static const struct { const char *first, *name; } formats[] = {
        {"1st", "ordinal"},          {"01", "decimalZero"},      {"1", "decimal"},
        {"A", "upperLetter"},        {"a", "lowerLetter"},       {"I", "upperRoman"},
        {"i", "lowerRoman"},         {"１", "decimalFullWidth"}, {"①", "decimalEnclosedCircle"},
        {"一", "japaneseCounting"},  {"壱", "japaneseLegal"},    {"壹", "japaneseLegal"},
        {"ア", "aiueo"},             {"ｱ", "aiueo"},             {"イ", "iroha"},
        {"ｲ", "iroha"},              {"甲", "ideographTraditional"}, {"子", "ideographZodiac"}};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (strncmp(format, formats[i].first, strlen(formats[i].first)) == 0)
            return formats[i].name;
    return *format ? "decimal" : "none";
}

/* "第%1%条" of the attribute is "第%1条" of numbering.h. */
static void add_template(struct buffer *out, const char *format)
{
    for (const char *p = format; *p; p++) {
        bool number = p[0] == '%' && p[1] >= '1' && p[1] <= '9';
        buffer_putc(out, *p);
        if (number) {
            buffer_putc(out, *++p);
            if (p[1] == '0') /* %10%: there are nine levels here */
                p++;
            if (p[1] == '%')
                p++;
        }
    }
}

/* Prefix, the numbers of the levels to show with dots between them, suffix. */
static void add_parts(struct buffer *out, const struct odt_list_style *l, const struct markup_tag *tag, size_t level)
{
    char value[ODT_LABEL_SIZE];
    uint32_t shown = 1;
    markup_value(tag, SPACE_STYLE, "num-prefix", value, sizeof value);
    buffer_puts(out, value);
    markup_count(tag, SPACE_TEXT, "display-levels", NUMBERING_LEVELS, &shown);
    size_t first = shown > level ? 0 : level + 1 - (shown ? shown : 1);
    bool any = false;
    for (size_t i = first; i <= level; i++) {
        if (!l->levels[i].format || strcmp(l->levels[i].format, "none") == 0)
            continue;
        buffer_printf(out, any ? ".%%%zu" : "%%%zu", i + 1);
        any = true;
    }
    markup_value(tag, SPACE_STYLE, "num-suffix", value, sizeof value);
    buffer_puts(out, value);
}

static bool number_level(struct odt_styles *s, const struct markup_tag *tag, size_t level)
{
    struct numbering_level *v = &s->list->levels[level];
    char format[ODT_LABEL_SIZE], bytes[2 * ODT_LABEL_SIZE + 64];
    struct buffer text;
    buffer_init_fixed(&text, bytes, sizeof bytes);
    markup_value(tag, SPACE_STYLE, "num-format", format, sizeof format);
    v->format = format_of(format);
    v->start = 1;
    markup_count(tag, SPACE_TEXT, "start-value", INT32_MAX, &v->start);
    if (markup_value(tag, SPACE_STYLE, "num-list-format", format, sizeof format) ||
        markup_value(tag, SPACE_LIBRE, "num-list-format", format, sizeof format))
        add_template(&text, format);
    else
        add_parts(&text, s->list, tag, level);
    v->text = arena_copy(s->arena, text.at ? text.at : "", text.len);
    return v->text != NULL;
}

static bool open_level(struct odt_styles *s, const struct markup_tag *tag)
{
    uint32_t level;
    if (!markup_count(tag, SPACE_TEXT, "level", NUMBERING_LEVELS, &level) || level == 0)
        return true;
    struct numbering_level *v = &s->list->levels[level - 1];
    v->restart = -1;
    v->defined = true;
    v->start = 1;
    s->level = v;
    if (strcmp(tag->name, "list-level-style-number") == 0 || strcmp(tag->name, "outline-level-style") == 0)
        return number_level(s, tag, level - 1);
    v->format = "bullet";
    return true;
}

static bool open_list(struct odt_styles *s, const struct markup_tag *tag)
{
    struct odt_list_style *l = arena_alloc(s->arena, sizeof *l);
    if (!l || !reserve(s->arena, (void **)&s->lists, s->list_count, &s->list_size, sizeof *s->lists))
        return false;
    l->name = "";
    l->order = (uint32_t)s->list_count;
    for (size_t i = 0; i < NUMBERING_LEVELS; i++)
        l->levels[i] = (struct numbering_level){.start = 1, .restart = -1};
    s->lists[s->list_count++] = l;
    s->list = l;
    return strcmp(tag->name, "outline-style") == 0 || copy_name(s, tag, "name", &l->name);
}

bool odt_styles_open(struct odt_styles *s, const struct markup_tag *tag, struct fault *f)
{
    bool ok = true;
    if (s->list && !s->level && tag->space == SPACE_TEXT)
        ok = open_level(s, tag);
    else if (markup_is(tag, SPACE_STYLE, "style"))
        ok = open_style(s, tag);
    else if (markup_is(tag, SPACE_TEXT, "list-style") || markup_is(tag, SPACE_TEXT, "outline-style"))
        ok = open_list(s, tag);
    else if (s->style && !s->list && tag->space == SPACE_STYLE)
        read_property(s->style, tag);
    return ok || no_memory(f);
}

void odt_styles_close(struct odt_styles *s, const struct markup_tag *tag)
{
    if (markup_is(tag, SPACE_STYLE, "style"))
        s->style = NULL;
    else if (markup_is(tag, SPACE_TEXT, "list-style") || markup_is(tag, SPACE_TEXT, "outline-style"))
        s->list = NULL, s->level = NULL;
    else if (tag->space == SPACE_TEXT)
        s->level = NULL;
}

/* ---- looking up ---- */

static int compare(enum odt_family a, const char *x, enum odt_family b, const char *y)
{
    return a != b ? (a < b ? -1 : 1) : strcmp(x, y);
}

static int by_name(const void *a, const void *b)
{
    const struct odt_style *x = a, *y = b;
    int order = compare(x->family, x->name, y->family, y->name);
    return order ? order : x->order < y->order ? -1 : x->order > y->order;
}

static int by_list_name(const void *a, const void *b)
{
    const struct odt_list_style *x = *(struct odt_list_style *const *)a, *y = *(struct odt_list_style *const *)b;
    int order = strcmp(x->name, y->name);
    return order ? order : x->order < y->order ? -1 : x->order > y->order;
}

static struct odt_style *find(const struct odt_styles *s, enum odt_family family, const char *name)
{
    size_t low = 0, high = s->style_count; /* the last of that name is the one that counts */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare(s->styles[middle].family, s->styles[middle].name, family, name) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    struct odt_style *v = low > 0 ? &s->styles[low - 1] : NULL;
    return v && compare(v->family, v->name, family, name) == 0 ? v : NULL;
}

const struct odt_style *odt_style_find(const struct odt_styles *s, enum odt_family family, const char *name)
{
    return find(s, family, name);
}

struct odt_list_style *odt_list_style_find(const struct odt_styles *s, const char *name)
{
    size_t low = 0, high = s->list_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(s->lists[middle]->name, name) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 && strcmp(s->lists[low - 1]->name, name) == 0 ? s->lists[low - 1] : NULL;
}

static void inherit(struct odt_style *s, const struct odt_style *from)
{
    if (!s->list)
        s->list = from->list;
    if (s->outline < 0)
        s->outline = from->outline;
    if (s->bold < 0)
        s->bold = from->bold;
    if (s->hidden < 0)
        s->hidden = from->hidden;
    if (s->centred < 0)
        s->centred = from->centred;
    s->title |= from->title;
    s->contents |= from->contents;
}

/* Walks up to ODT_PARENTS_MOST styles; a circle ends where it meets itself. */
static void resolve(struct odt_styles *s, struct odt_style *style)
{
    struct odt_style *chain[ODT_PARENTS_MOST];
    size_t n = 0;
    for (struct odt_style *at = style; at && at->state == STATE_NEW && n < ODT_PARENTS_MOST;) {
        at->state = STATE_OPEN;
        chain[n++] = at;
        at = at->parent ? find(s, at->family, at->parent) : NULL;
    }
    while (n > 0) {
        struct odt_style *at = chain[--n];
        const struct odt_style *parent = at->parent ? find(s, at->family, at->parent) : NULL;
        if (parent && parent->state == STATE_DONE)
            inherit(at, parent);
        at->state = STATE_DONE;
    }
}

void odt_styles_seal(struct odt_styles *s)
{
    s->style = NULL;
    s->list = NULL;
    s->level = NULL;
    if (s->style_count)
        qsort(s->styles, s->style_count, sizeof *s->styles, by_name);
    if (s->list_count)
        qsort(s->lists, s->list_count, sizeof *s->lists, by_list_name);
    for (size_t i = 0; i < s->style_count; i++)
        resolve(s, &s->styles[i]);
}
