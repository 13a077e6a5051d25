/* The soonest (or latest) of many dates, in a heap whose top is the first to go. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "report/portfolio.h"

bool dated_init(struct dated_list *l, size_t most, bool latest)
{
    *l = (struct dated_list){.most = most, .latest = latest, .items = calloc(most + 1, sizeof *l->items)};
    return l->items != NULL;
}

void dated_free(struct dated_list *l)
{
    for (size_t i = 0; l->items && i < l->count; i++) free(l->items[i].block);
    free(l->items);
    *l = (struct dated_list){0};
}

static int compare_texts(const char *a, const char *b)
{
    return strcmp(a ? a : "", b ? b : "");
}

static int compare(const struct dated_list *l, const struct dated *a, const struct dated *b)
{
    int order = (a->when > b->when) - (a->when < b->when);
    if (l->latest) order = -order;
    if (!order) order = compare_texts(a->supplier, b->supplier);
    if (!order) order = (int)a->kind - (int)b->kind;
    return order ? order : compare_texts(a->text, b->text);
}

static void sift_down(struct dated_list *l, size_t at)
{
    for (;;) {
        size_t last = at;
        for (size_t c = 2 * at + 1; c < 2 * at + 3 && c < l->count; c++)
            if (compare(l, &l->items[c], &l->items[last]) > 0) last = c;
        if (last == at) return;
        struct dated swap = l->items[at];
        l->items[at] = l->items[last];
        l->items[last] = swap;
        at = last;
    }
}

static bool put(struct dated *at, const struct dated *d)
{
    char *block = malloc(text_room(d->supplier) + text_room(d->name) + text_room(d->report) + text_room(d->tier) +
                         text_room(d->text) + 1);
    if (!block) return false;
    free(at->block);
    *at = *d;
    at->block = block;
    text_keep(&at->supplier, &block);
    text_keep(&at->name, &block);
    text_keep(&at->report, &block);
    text_keep(&at->tier, &block);
    text_keep(&at->text, &block);
    return true;
}

bool dated_offer(struct dated_list *l, const struct dated *d)
{
    l->total++;
    if (l->count < l->most) {
        if (!put(&l->items[l->count], d)) return false;
        if (++l->count == l->most)
            for (size_t i = l->most / 2 + 1; i-- > 0;) sift_down(l, i);
        return true;
    }
    if (l->most == 0 || compare(l, d, &l->items[0]) >= 0) return true;
    if (!put(&l->items[0], d)) return false;
    sift_down(l, 0);
    return true;
}

/* Heapsort: the list knows its own order, which qsort's comparison could not be told. */
void dated_finish(struct dated_list *l)
{
    size_t count = l->count;
    for (size_t i = count / 2 + 1; i-- > 0;) sift_down(l, i);
    while (l->count > 1) {
        struct dated last = l->items[0];
        l->items[0] = l->items[--l->count];
        l->items[l->count] = last;
        sift_down(l, 0);
    }
    l->count = count;
}
