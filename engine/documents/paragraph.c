#include "documents/paragraph.h"

#include <string.h>

#include "documents/scan.h"

struct paragraph *paragraph_add(struct paragraphs *list, uint32_t line)
{
    if (list->count == list->size) {
        size_t size = list->size ? list->size * 2 : 64;
        struct paragraph *grown = arena_array(list->arena, size, sizeof *grown);
        if (!grown)
            return NULL;
        if (list->count)
            memcpy(grown, list->at, list->count * sizeof *grown);
        list->at = grown;
        list->size = size;
    }
    struct paragraph *p = &list->at[list->count++];
    memset(p, 0, sizeof *p);
    p->at = "";
    p->outline = -1;
    p->line = line;
    return p;
}

bool paragraph_text(struct paragraphs *list, struct paragraph *p, const char *at, size_t len)
{
    scan_trim(&at, &len);
    const char *copy = arena_copy(list->arena, at, len);
    if (!copy)
        return false;
    p->at = copy;
    p->len = len;
    return true;
}
