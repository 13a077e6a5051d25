#include "documents/numbering.h"

#include <stdlib.h>
#include <string.h>

/* Grows an array of pointers in the arena; false when it is exhausted. */
static bool reserve(struct numbering *n, void ***at, size_t count, size_t *size)
{
    if (count < *size)
        return true;
    size_t wanted = *size ? *size * 2 : 32;
    void **grown = wanted <= 2 * NUMBERING_MOST ? arena_array(n->arena, wanted, sizeof *grown) : NULL;
    if (!grown)
        return false;
    if (count)
        memcpy(grown, *at, count * sizeof *grown);
    *at = grown;
    *size = wanted;
    return true;
}

struct numbering_list *numbering_add_list(struct numbering *n, uint32_t id)
{
    struct numbering_list *l = arena_alloc(n->arena, sizeof *l);
    if (!l || n->list_count >= NUMBERING_MOST || !reserve(n, (void ***)&n->lists, n->list_count, &n->list_size))
        return NULL;
    l->id = id;
    for (size_t i = 0; i < NUMBERING_LEVELS; i++)
        l->levels[i] = (struct numbering_level){.start = 0, .restart = -1};
    n->lists[n->list_count++] = l;
    return l;
}

struct numbering_num *numbering_add_num(struct numbering *n, uint32_t id, uint32_t list_id)
{
    struct numbering_num *m = arena_alloc(n->arena, sizeof *m);
    if (!m || n->num_count >= NUMBERING_MOST || !reserve(n, (void ***)&n->nums, n->num_count, &n->num_size))
        return NULL;
    m->id = id;
    m->list_id = list_id;
    n->nums[n->num_count++] = m;
    return m;
}

static int by_list(const void *a, const void *b)
{
    uint32_t x = (*(struct numbering_list *const *)a)->id, y = (*(struct numbering_list *const *)b)->id;
    return x < y ? -1 : x > y;
}

static int by_num(const void *a, const void *b)
{
    uint32_t x = (*(struct numbering_num *const *)a)->id, y = (*(struct numbering_num *const *)b)->id;
    return x < y ? -1 : x > y;
}

static struct numbering_list *find_list(const struct numbering *n, uint32_t id)
{
    struct numbering_list key = {.id = id}, *p = &key, **found;
    found = n->list_count ? bsearch(&p, n->lists, n->list_count, sizeof *n->lists, by_list) : NULL;
    return found ? *found : NULL;
}

struct numbering_num *numbering_find(const struct numbering *n, uint32_t id)
{
    struct numbering_num key = {.id = id}, *p = &key, **found;
    found = n->num_count ? bsearch(&p, n->nums, n->num_count, sizeof *n->nums, by_num) : NULL;
    return found ? *found : NULL;
}

void numbering_seal(struct numbering *n, uint32_t (*style_num)(const void *context, const char *style),
                    const void *context)
{
    if (n->list_count)
        qsort(n->lists, n->list_count, sizeof *n->lists, by_list);
    if (n->num_count)
        qsort(n->nums, n->num_count, sizeof *n->nums, by_num);
    for (size_t i = 0; i < n->num_count; i++) {
        struct numbering_num *m = n->nums[i];
        m->list = find_list(n, m->list_id);
        /* One step only: the list that a numbering style names defines its levels itself. */
        if (m->list && m->list->style_link && style_num) {
            struct numbering_num *through = numbering_find(n, style_num(context, m->list->style_link));
            struct numbering_list *real = through ? find_list(n, through->list_id) : NULL;
            if (real && !real->style_link)
                m->list = real;
        }
    }
}

static const struct numbering_level *level_of(const struct numbering_num *num, size_t i)
{
    return num->own[i] ? num->own[i] : &num->list->levels[i];
}

uint8_t numbering_level_of_style(const struct numbering_num *num, const char *style, uint8_t otherwise)
{
    if (!num->list || !style)
        return otherwise;
    for (uint8_t i = 0; i < NUMBERING_LEVELS; i++) {
        const char *name = level_of(num, i)->style;
        if (name && strcmp(name, style) == 0)
            return i;
    }
    return otherwise;
}

static uint32_t start_of(const struct numbering_num *num, size_t i)
{
    return num->overridden[i] ? num->starts[i] : level_of(num, i)->start;
}

/* Moves the counters on by one paragraph of this level. */
static void advance(struct numbering_num *num, size_t level)
{
    struct numbering_list *l = num->list;
    bool anew = num->overridden[level] && !num->used[level];
    for (size_t i = 0; i < level; i++) /* a higher level that never came counts as begun */
        if (!l->counting[i]) {
            l->counting[i] = true;
            l->counters[i] = start_of(num, i);
        }
    if (anew || !l->counting[level])
        l->counters[level] = start_of(num, level);
    else if (l->counters[level] < UINT32_MAX)
        l->counters[level]++;
    l->counting[level] = true;
    num->used[level] = true;
    for (size_t i = level + 1; i < NUMBERING_LEVELS; i++) {
        int8_t restart = level_of(num, i)->restart;
        if (restart < 0 || (restart > 0 && level < (size_t)restart))
            l->counting[i] = false;
    }
}

bool numbering_count(struct numbering_num *num, uint8_t level, struct buffer *out)
{
    if (!num->list || level >= NUMBERING_LEVELS)
        return false;
    advance(num, level);
    const struct numbering_level *v = level_of(num, level);
    if (!v->text || (v->format && strcmp(v->format, "bullet") == 0))
        return false;
    for (const char *p = v->text; *p; p++) {
        if (p[0] != '%' || p[1] < '1' || p[1] > '9') {
            buffer_putc(out, *p);
            continue;
        }
        size_t i = (size_t)(*++p - '1');
        const char *format = level_of(num, i)->format;
        if (i <= level)
            numbering_format(out, v->legal ? "decimal" : format, num->list->counters[i]);
    }
    return !out->failed && out->len > 0;
}
