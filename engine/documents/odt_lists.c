#include "documents/odt_lists.h"

#include <string.h>

#include "documents/scan.h"

enum { OUTLINE_LIST = 1 }; /* id of the list that headings are */

static struct odt_level *top(struct odt_lists *l)
{
    return l->depth > l->base ? &l->levels[l->depth - 1] : NULL;
}

static const char *copy_value(struct odt_lists *l, const struct markup_tag *tag, enum markup_space space, const char *name)
{
    char value[ODT_NAME_SIZE];
    return markup_value(tag, space, name, value, sizeof value) ? arena_copy(l->arena, value, strlen(value)) : NULL;
}

static size_t bucket_of(const char *id)
{
    uint32_t hash = 2166136261U; /* FNV-1a */
    for (; *id; id++)
        hash = (hash ^ (unsigned char)*id) * 16777619U;
    return hash % ODT_LIST_BUCKETS;
}

static struct odt_list *named(const struct odt_lists *l, const char *id)
{
    for (const struct odt_list_name *n = l->names[bucket_of(id)]; n; n = n->next)
        if (strcmp(n->id, id) == 0)
            return n->list;
    return NULL;
}

static bool remember(struct odt_lists *l, const char *id, struct odt_list *list)
{
    struct odt_list_name *n = arena_alloc(l->arena, sizeof *n);
    if (!n)
        return false;
    size_t bucket = bucket_of(id);
    *n = (struct odt_list_name){id, list, l->names[bucket]};
    l->names[bucket] = n;
    return true;
}

bool odt_lists_open(struct odt_lists *l, const struct markup_tag *tag, bool *deep)
{
    char value[ODT_NAME_SIZE];
    const struct odt_level *above = top(l);
    *deep = l->depth == ODT_LISTS_OPEN;
    if (*deep)
        return false;
    struct odt_level *v = &l->levels[l->depth++];
    *v = (struct odt_level){.own = !above, .style = above ? above->style : NULL};
    if (markup_value(tag, SPACE_TEXT, "style-name", value, sizeof value)) {
        struct odt_list_style *style = odt_list_style_find(l->styles, value);
        v->own |= style != v->style;
        v->style = style;
    }
    v->continues = markup_value(tag, SPACE_TEXT, "continue-numbering", value, sizeof value) && strcmp(value, "true") == 0;
    v->from = copy_value(l, tag, SPACE_TEXT, "continue-list");
    v->id = copy_value(l, tag, SPACE_XML, "id");
    return true;
}

void odt_lists_item(struct odt_lists *l, const struct markup_tag *tag)
{
    struct odt_level *v = top(l);
    if (!v)
        return;
    v->counted = false;
    v->header = strcmp(tag->name, "list-header") == 0;
    v->start = 0;
    markup_count(tag, SPACE_TEXT, "start-value", INT32_MAX, &v->start);
}

void odt_lists_close(struct odt_lists *l)
{
    if (l->depth > l->base)
        l->depth--;
}

static struct odt_list *new_list(struct odt_lists *l, struct odt_list_style *style)
{
    struct odt_list *list = arena_alloc(l->arena, sizeof *list);
    if (!list)
        return NULL;
    for (size_t i = 0; i < NUMBERING_LEVELS; i++)
        list->counters.levels[i] = style ? style->levels[i] : (struct numbering_level){.start = 1, .restart = -1};
    list->num.list = &list->counters;
    list->style = style;
    list->id = OUTLINE_LIST + ++l->count;
    if (style)
        style->last = list;
    return list;
}

/* The list that this level counts with: the one that it continues, that around it, or its own. */
static struct odt_list *find_list(struct odt_lists *l, struct odt_level *v)
{
    struct odt_list *list = v->from ? named(l, v->from) : NULL;
    if (!list && v->continues && v->own && v->style)
        list = v->style->last;
    if (list && list->style == v->style)
        return list;
    for (size_t i = l->depth - 1; !v->own && i > l->base; i--) {
        const struct odt_level *above = &l->levels[i - 1];
        if (above->list)
            return above->list;
        if (above->own)
            break;
    }
    return new_list(l, v->style);
}

/* Settles the lists from the outermost in, since an outer one may have had no paragraph of its own so far. */
static bool settle(struct odt_lists *l)
{
    for (size_t depth = l->depth, i = l->base; i < depth; i++) {
        struct odt_level *v = &l->levels[i];
        if (v->list)
            continue;
        l->depth = i + 1;
        v->list = find_list(l, v);
        l->depth = depth;
        if (!v->list || (v->id && !remember(l, v->id, v->list)))
            return false;
    }
    return true;
}

static bool count(struct odt_lists *l, struct odt_list *list, uint8_t level, uint32_t start, struct paragraph *p)
{
    char bytes[NUMBERING_LABEL_SIZE];
    struct buffer label;
    buffer_init_fixed(&label, bytes, sizeof bytes);
    if (start > 0) {
        list->counters.counting[level] = true;
        list->counters.counters[level] = start - 1;
    }
    bool shown = numbering_count(&list->num, level, &label);
    const char *at = label.at;
    size_t len = label.len;
    scan_trim(&at, &len);
    if (!shown || len == 0)
        return true;
    p->label = arena_copy(l->arena, at, len);
    return p->label != NULL;
}

bool odt_lists_number(struct odt_lists *l, const struct odt_style *style, struct paragraph *p)
{
    struct odt_level *v = top(l);
    if (!v)
        return true;
    if (!v->style && !v->list && style && style->list)
        v->style = odt_list_style_find(l->styles, style->list);
    if (!settle(l) || !v->list)
        return false;
    size_t level = l->depth - l->base - 1;
    p->level = (uint8_t)(level < NUMBERING_LEVELS ? level : NUMBERING_LEVELS - 1);
    p->list = v->list->id;
    if (v->counted || v->header)
        return true;
    v->counted = true;
    return count(l, v->list, p->level, v->start, p);
}

bool odt_lists_heading(struct odt_lists *l, const struct markup_tag *tag, uint8_t level, struct paragraph *p)
{
    char value[8];
    uint32_t start = 0;
    struct odt_list_style *style = odt_list_style_find(l->styles, "");
    if (!style || level >= NUMBERING_LEVELS ||
        (markup_value(tag, SPACE_TEXT, "is-list-header", value, sizeof value) && strcmp(value, "true") == 0))
        return true;
    if (!l->outline) {
        l->outline = new_list(l, style);
        if (!l->outline)
            return false;
        l->outline->id = OUTLINE_LIST;
    }
    if (markup_value(tag, SPACE_TEXT, "restart-numbering", value, sizeof value) && strcmp(value, "true") == 0 &&
        !markup_count(tag, SPACE_TEXT, "start-value", INT32_MAX, &start))
        start = style->levels[level].start;
    if (!count(l, l->outline, level, start, p))
        return false;
    if (p->label)
        p->list = OUTLINE_LIST, p->level = level;
    return true;
}
