/* Names that must be there once among the nodes of a list. */
#include <stdio.h>
#include <string.h>

#include "documents/resolve.h"
#include "documents/xml_reader.h"

/* Up to FEW each is compared with each; up to SOME a set of hashes is tried first. */
enum { FEW = 8, SOME = 256, SET_BITS = 16384 };

static size_t offset_of(const struct kind *k, const char *field)
{
    const struct field *f = k->fields;
    while (strcmp(f->name, field) != 0) /* schema_uniques names required fields only: it is there */
        f++;
    return f->offset;
}

/* True if the names surely differ: no two of them have the same hash. Names made to collide only cost the sorting. */
static bool surely_differ(const struct entry *all, size_t count)
{
    uint64_t set[SET_BITS / 64] = { 0 };
    for (size_t i = 0; i < count; i++) {
        uint64_t hash = 0;
        for (const char *c = all[i].key; *c; c++)
            hash = (hash ^ (unsigned char)*c) * UINT64_C(0x9E3779B97F4A7C15);
        size_t bit = (size_t)(hash >> 40) % SET_BITS;
        if (set[bit / 64] >> bit % 64 & 1)
            return false;
        set[bit / 64] |= UINT64_C(1) << bit % 64;
    }
    return true;
}

/* The second node of a name and the first one; false when all differ. */
static bool find_pair(const struct entry *all, size_t count, const struct entry **first, const struct entry **second)
{
    bool sorted = count > FEW;
    for (size_t i = 1; i < count; i++)
        for (size_t j = sorted ? i - 1 : 0; j < i; j++)
            if (strcmp(all[j].key, all[i].key) == 0) {
                *first = &all[j];
                *second = &all[i];
                return true;
            }
    return false;
}

static void check_list(struct xml_reader *x, const struct list *list, const char *field)
{
    size_t count = 0;
    if (list->count < 2)
        return;
    buffer_clear(&x->entries);
    struct entry *all = (struct entry *)(void *)buffer_space(&x->entries, list->count * sizeof *all);
    if (!all) {
        xml_fault_memory(x);
        return;
    }
    const struct kind *k = NULL;
    size_t offset = 0;
    LIST_EACH(struct node, n, list) {
        if (n->kind != k) {
            k = n->kind;
            offset = offset_of(k, field);
        }
        all[count++] = (struct entry){ *(const char *const *)(const void *)((const char *)n + offset), n, n->ordinal };
    }
    if (count > FEW && count <= SOME && surely_differ(all, count))
        return;
    if (count > FEW)
        index_sort(all, count);
    const struct entry *first, *second;
    if (find_pair(all, count, &first, &second))
        xml_fault_twice(x, first->at, second->at, second->key);
}

void xml_unique(struct xml_reader *x, const struct xml_kind *k, const struct node *n)
{
    for (size_t i = 0; i < k->unique_count && !x->failed; i++)
        check_list(x, (const struct list *)(const void *)((const char *)n + k->uniques[i].list), k->uniques[i].field);
}
