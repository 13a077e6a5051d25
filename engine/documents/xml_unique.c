/* Names that must be there once among the nodes of a list. */
#include <stdio.h>
#include <string.h>

#include "documents/resolve.h"
#include "documents/xml_reader.h"

/* Up to here each is compared with each. */
enum { FEW = 8 };

static const char *name_of(const struct node *n, const char *field)
{
    const struct field *f = kind_field(n->kind, field);
    return *(const char *const *)(const void *)((const char *)n + f->offset);
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
    LIST_EACH(struct node, n, list)
        all[count++] = (struct entry){ name_of(n, field), n, n->ordinal };
    if (count > FEW)
        index_sort(all, count);
    const struct entry *first, *second;
    if (find_pair(all, count, &first, &second))
        xml_fault_twice(x, first->at, second->at, second->key);
}

void xml_unique(struct xml_reader *x, const struct node *n)
{
    for (const struct unique *u = schema_uniques; u->in && !x->failed; u++)
        if (u->in == n->kind)
            check_list(x, node_list(n, kind_child(n->kind, u->list)), u->field);
}
