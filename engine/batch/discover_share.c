/* What of a portfolio is of this share: share.h says how it is shared out. */
#include <string.h>

#include "batch/discover_parts.h"

/* The path at d->path as every machine knows it: below what the user named, or the last part of that. */
static const char *entry_of(const struct discovery *d)
{
    const char *below = d->path + d->named_len;
    if (*below)
        return *below == '/' ? below + 1 : below;
    const char *slash = strrchr(d->path, '/');
    return slash && slash[1] ? slash + 1 : d->path;
}

bool discover_ours(const struct discovery *d)
{
    const char *entry = entry_of(d);
    return !share_splits(&d->share) || share_of(entry, strlen(entry), d->share.count) == d->share.number;
}

void discover_note(struct discovery *d, const char *what)
{
    char before[33];
    if (!share_splits(&d->share))
        return;
    hash_hex(&d->shelves, before);
    const char *parts[] = {before, what, entry_of(d)};
    d->shelves = hash_parts(parts, sizeof parts / sizeof *parts);
}

void discover_open_shelf(struct discovery *d, struct level *l)
{
    l->shelf = share_splits(&d->share);
    l->few = listing_count(l->names, LISTED_FOLDER) <= DISCOVER_FEW;
    discover_note(d, l->few ? "shelf" : "large shelf");
}

/* Looks at the files of a folder that were passed over because there were too many. -1: it cannot go on. */
static int look_at_rest(struct discovery *d, struct level *l)
{
    struct listed_entry e;
    struct listing *names = listing_read(l->fd, false, &d->failed);
    int got = names ? 0 : -1;
    while (names && !l->dossiers && (got = listing_next(names, &e, &d->failed)) > 0)
        l->dossiers = e.type == LISTED_FILE && discover_sniff(l->fd, e.name) == SNIFF_DOSSIER;
    listing_free(names);
    l->partly = false;
    return got < 0 ? -1 : 0;
}

int discover_has_dossiers(struct discovery *d)
{
    for (size_t i = 0; i < d->depth; i++) {
        struct level *l = &d->levels[i];
        if (!l->dossiers && l->partly && look_at_rest(d, l) < 0)
            return -1;
        if (l->dossiers)
            return 1;
    }
    return 0;
}

int discover_late(struct discovery *d, const struct level *l)
{
    d->path[l->path_len] = '\0';
    fault_set(&d->failed, FAULT_SHARD_SUPPLIER);
    fault_where(&d->failed, d->path, 0);
    return -1;
}

bool discover_is_shelf(const struct discovery *d, const struct level *l)
{
    const struct level *above = d->depth ? &d->levels[d->depth - 1] : NULL;
    return above && above->shelf && above->few && listing_count(l->names, LISTED_FOLDER) &&
           !listing_count(l->names, LISTED_FILE);
}
