#include "base/data.h"

#include <string.h>

const struct data *data_get(const struct data *table, const char *key)
{
    if (!table || table->type != DATA_TABLE)
        return NULL;
    size_t low = 0, high = table->as.table.named;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct data *member = &table->as.table.members[middle];
        int order = strcmp(key, member->key);
        if (order == 0)
            return member;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

const struct data *data_item(const struct data *table, size_t n)
{
    return n < data_items(table) ? &table->as.table.members[table->as.table.named + n] : NULL;
}

size_t data_items(const struct data *table)
{
    return table && table->type == DATA_TABLE ? table->as.table.items : 0;
}

const char *data_text(const struct data *table, const char *key, const char *otherwise)
{
    const struct data *member = data_get(table, key);
    return member && member->type == DATA_TEXT ? member->as.text.at : otherwise;
}
