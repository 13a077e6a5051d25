/* Reads word/numbering.xml (ECMA-376 part 1, 17.9) into the tables of numbering.h. */
#include <string.h>

#include "documents/word_styles.h"

enum { TEXT_SIZE = 160 };

struct numbering_reading {
    struct numbering *numbering;
    struct numbering_list *list;     /* inside w:abstractNum */
    struct numbering_num *num;       /* inside w:num */
    struct numbering_level *level;   /* inside w:lvl */
    uint32_t overridden;             /* level of the w:lvlOverride that we are in */
    struct fault *fault;
    int skip;
};

static bool no_memory(struct numbering_reading *r)
{
    fault_set(r->fault, FAULT_DOCUMENT_MEMORY);
    return false;
}

static bool copy_text(struct numbering_reading *r, const struct markup_tag *tag, const char **out)
{
    char value[TEXT_SIZE];
    if (!markup_value(tag, SPACE_WORD, "val", value, sizeof value) || !*value)
        return true;
    *out = arena_copy(r->numbering->arena, value, strlen(value));
    return *out || no_memory(r);
}

static bool open_level(struct numbering_reading *r, const struct markup_tag *tag)
{
    uint32_t i;
    if (!word_count(tag, "ilvl", NUMBERING_LEVELS - 1, &i))
        return true;
    if (r->num) {
        struct numbering_level *own = arena_alloc(r->numbering->arena, sizeof *own);
        if (!own)
            return no_memory(r);
        own->restart = -1;
        r->num->own[i] = own;
        r->level = own;
    } else if (r->list) {
        r->level = &r->list->levels[i];
    }
    if (r->level)
        r->level->defined = true;
    return true;
}

static bool read_level(struct numbering_reading *r, const struct markup_tag *tag)
{
    struct numbering_level *v = r->level;
    uint32_t n;
    if (strcmp(tag->name, "start") == 0 && word_count(tag, "val", INT32_MAX, &n))
        v->start = n;
    else if (strcmp(tag->name, "numFmt") == 0)
        return copy_text(r, tag, &v->format);
    else if (strcmp(tag->name, "lvlText") == 0)
        return copy_text(r, tag, &v->text);
    else if (strcmp(tag->name, "pStyle") == 0)
        return copy_text(r, tag, &v->style);
    else if (strcmp(tag->name, "isLgl") == 0)
        v->legal = word_is_on(tag);
    else if (strcmp(tag->name, "lvlRestart") == 0 && word_count(tag, "val", NUMBERING_LEVELS, &n))
        v->restart = (int8_t)n;
    return true;
}

static bool read_definition(struct numbering_reading *r, const struct markup_tag *tag)
{
    uint32_t n;
    if (strcmp(tag->name, "abstractNum") == 0 && word_count(tag, "abstractNumId", INT32_MAX, &n)) {
        r->list = numbering_add_list(r->numbering, n);
        return r->list || no_memory(r);
    }
    if (strcmp(tag->name, "num") == 0 && word_count(tag, "numId", INT32_MAX, &n)) {
        r->num = numbering_add_num(r->numbering, n, UINT32_MAX);
        return r->num || no_memory(r);
    }
    if (strcmp(tag->name, "numStyleLink") == 0 && r->list)
        return copy_text(r, tag, &r->list->style_link);
    if (strcmp(tag->name, "abstractNumId") == 0 && r->num && word_count(tag, "val", INT32_MAX, &n))
        r->num->list_id = n;
    else if (strcmp(tag->name, "lvlOverride") == 0 && word_count(tag, "ilvl", NUMBERING_LEVELS - 1, &n))
        r->overridden = n;
    else if (strcmp(tag->name, "startOverride") == 0 && r->num && word_count(tag, "val", INT32_MAX, &n)) {
        r->num->starts[r->overridden] = n;
        r->num->overridden[r->overridden] = true;
    } else if (strcmp(tag->name, "lvl") == 0)
        return open_level(r, tag);
    return true;
}

static bool on_open(void *context, const struct markup_tag *tag)
{
    struct numbering_reading *r = context;
    if (r->skip || tag->space != SPACE_WORD || strcmp(tag->name, "pPr") == 0 || strcmp(tag->name, "rPr") == 0) {
        r->skip++;
        return true;
    }
    return r->level ? read_level(r, tag) : read_definition(r, tag);
}

static bool on_close(void *context, const struct markup_tag *tag)
{
    struct numbering_reading *r = context;
    if (r->skip)
        r->skip--;
    else if (strcmp(tag->name, "lvl") == 0)
        r->level = NULL;
    else if (strcmp(tag->name, "num") == 0)
        r->num = NULL;
    else if (strcmp(tag->name, "abstractNum") == 0)
        r->list = NULL;
    return true;
}

int word_numbering_read(struct numbering *n, const char *part, const char *at, size_t len, struct fault *f)
{
    struct numbering_reading r = {.numbering = n, .fault = f};
    struct markup_reader reader = {on_open, on_close, NULL, &r};
    return markup_read(&reader, part, at, len, f);
}
