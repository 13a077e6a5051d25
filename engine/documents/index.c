/* Finding things by name. Sorted arrays: no hash that a document could be written to defeat. */
#include <stdlib.h>
#include <string.h>

#include "documents/resolve.h"

static int by_key(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    int order = strcmp(x->key, y->key);
    return order ? order : x->order < y->order ? -1 : x->order > y->order;
}

void index_sort(struct entry *entries, size_t count)
{
    if (count > 1)
        qsort(entries, count, sizeof *entries, by_key);
}

const struct entry *index_find(const struct entry *entries, size_t count, const char *key)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(entries[middle].key, key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && strcmp(entries[low].key, key) == 0 ? &entries[low] : NULL;
}
