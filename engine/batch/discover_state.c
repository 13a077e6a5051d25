/* Making a discovery, and what it says of itself. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "batch/discover_parts.h"

static int compare_identities(const void *a, const void *b)
{
    const struct identity *x = a, *y = b;
    if (x->device != y->device)
        return x->device < y->device ? -1 : 1;
    if (x->inode != y->inode)
        return x->inode < y->inode ? -1 : 1;
    return (x->index > y->index) - (x->index < y->index);
}

static bool mark_repeated(struct discovery *d)
{
    struct identity *all = calloc(d->path_count + 1, sizeof *all);
    d->repeated = calloc(d->path_count + 1, sizeof *d->repeated);
    if (!all || !d->repeated) {
        free(all);
        return false;
    }
    size_t n = 0;
    for (size_t i = 0; i < d->path_count; i++) {
        struct stat st;
        if (stat(d->paths[i], &st) == 0)
            all[n++] = (struct identity){st.st_dev, st.st_ino, i};
    }
    qsort(all, n, sizeof *all, compare_identities);
    for (size_t i = 1; i < n; i++)
        if (all[i].device == all[i - 1].device && all[i].inode == all[i - 1].inode)
            d->repeated[all[i].index] = true;
    free(all);
    return true;
}

static int compare_keys(const void *a, const void *b, void *paths)
{
    const size_t *x = a, *y = b;
    const char *const *all = paths;
    struct entry_key one, other;
    entry_key(&one, all[*x]);
    entry_key(&other, all[*y]);
    int order = entry_key_compare(one.at, one.len, other.at, other.len);
    return order ? order : (*x > *y) - (*x < *y);
}

static bool order_paths(struct discovery *d)
{
    d->order = calloc(d->path_count + 1, sizeof *d->order);
    if (!d->order)
        return false;
    for (size_t i = 0; i < d->path_count; i++)
        d->order[i] = i;
    qsort_r(d->order, d->path_count, sizeof *d->order, compare_keys, (void *)(uintptr_t)d->paths);
    return true;
}

struct discovery *discovery_new(const char *const *paths, const char *skip)
{
    struct discovery *d = calloc(1, sizeof *d);
    if (!d)
        return NULL;
    d->paths = paths;
    while (paths[d->path_count])
        d->path_count++;
    struct stat st;
    if (skip && stat(skip, &st) == 0) {
        d->skips = true;
        d->skip = (struct identity){st.st_dev, st.st_ino, 0};
    }
    if (!mark_repeated(d) || !order_paths(d)) {
        discovery_free(d);
        return NULL;
    }
    return d;
}

void discovery_stamps(struct discovery *d, struct known *known, struct looker *looker)
{
    d->stamps = true;
    d->known = known;
    d->looker = looker;
}

void discovery_share(struct discovery *d, const struct share *share)
{
    d->share = *share;
}

void discovery_failed(const struct discovery *d, struct fault *f)
{
    if (!f->id)
        *f = d->failed;
    if (!f->id)
        fault_set(f, FAULT_MEMORY);
}

struct hash discovery_shelves(const struct discovery *d)
{
    return d->shelves;
}

void discovery_free(struct discovery *d)
{
    if (!d)
        return;
    while (d->depth)
        discover_leave(d);
    free(d->repeated);
    free(d->order);
    free(d);
}

uint64_t discovery_links(const struct discovery *d, const char **first)
{
    *first = d->links.first;
    return d->links.count;
}

uint64_t discovery_unread(const struct discovery *d, const char **first)
{
    *first = d->unread.first;
    return d->unread.count;
}

uint64_t discovery_sheets(const struct discovery *d, const char **first)
{
    *first = d->sheets.first;
    return d->sheets.count;
}
