#include "batch/shards_parts.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { LISTED = 8 }; /* of the missing */

static int refuse(const struct shard *s, struct fault *f)
{
    fault_where(f, s->folder, 0);
    return -1;
}

/* Takes the shard, or says what keeps it from being one with the others. */
static int take(struct shards *all, struct shard *s, struct fault *f)
{
    char number[16];
    struct buffer b;
    struct pair here;
    const char *there;
    struct pairs own = {s->head.at, s->head.len};
    if (!all->first) {
        all->at = calloc(s->share.count, sizeof(struct shard *));
        if (!all->at)
            return fault_set(f, FAULT_MEMORY);
        all->first = all->at[s->share.number - 1] = s;
        all->count = s->share.count;
        return 0;
    }
    struct pairs first = {all->first->head.at, all->first->head.len};
    if (shard_differs(&own, &first, &here, &there)) {
        fault_set(f, FAULT_SHARD_DIFFERS, here.name, here.value, there ? there : "?", all->first->folder);
        return refuse(s, f);
    }
    struct shard **place = &all->at[s->share.number - 1];
    if (*place) {
        buffer_init_fixed(&b, number, sizeof number);
        buffer_int(&b, s->share.number);
        fault_set(f, FAULT_SHARD_TWICE, number, (*place)->folder);
        return refuse(s, f);
    }
    *place = s;
    return 0;
}

static int open_all(struct shards *all, const char *const *folders, struct fault *f)
{
    for (; *folders; folders++) {
        struct shard *s = shard_open(*folders, f);
        if (!s)
            return -1;
        if (take(all, s, f) < 0) {
            shard_close(s);
            return -1;
        }
    }
    return 0;
}

static int check_missing(const struct shards *all, struct fault *f)
{
    char count[16], number[16], list[FAULT_ARG_SIZE];
    struct buffer b, c, n;
    uint32_t missing = 0;
    buffer_init_fixed(&b, list, sizeof list);
    for (uint32_t i = 0; i < all->count; i++)
        if (!all->at[i] && ++missing <= LISTED) {
            buffer_puts(&b, missing > 1 ? ", " : "");
            buffer_int(&b, (long long)i + 1);
        }
    if (!missing)
        return 0;
    if (missing > LISTED)
        buffer_puts(&b, " ...");
    buffer_init_fixed(&c, count, sizeof count);
    buffer_int(&c, all->count);
    buffer_init_fixed(&n, number, sizeof number);
    buffer_int(&n, missing);
    return fault_set(f, FAULT_SHARD_MISSING, count, number, list);
}

static const char *shelves_of(const struct shard *s)
{
    struct pairs end = {s->end.at, s->end.len};
    const char *shelves = pairs_value(&end, "shelves");
    return shelves ? shelves : "";
}

static int check_shelves(const struct shards *all, struct fault *f)
{
    for (uint32_t i = 0; i < all->count; i++)
        if (strcmp(shelves_of(all->at[i]), shelves_of(all->first)) != 0) {
            fault_set(f, FAULT_SHARD_CHANGED, all->first->folder);
            return refuse(all->at[i], f);
        }
    return 0;
}

static int check_out(const struct shards *all, const char *out, struct fault *f)
{
    struct stat st;
    if (stat(out, &st) != 0)
        return 0; /* it will be made */
    for (uint32_t i = 0; i < all->count; i++)
        if (all->at[i]->device == st.st_dev && all->at[i]->inode == st.st_ino) {
            fault_set(f, FAULT_SHARD_OUT);
            return refuse(all->at[i], f);
        }
    return 0;
}

struct shards *shards_open(const char *const *folders, const char *out, struct fault *f)
{
    struct shards *all = calloc(1, sizeof *all);
    if (!all) {
        fault_set(f, FAULT_MEMORY);
        return NULL;
    }
    if (open_all(all, folders, f) == 0 && check_missing(all, f) == 0 && check_out(all, out, f) == 0 &&
        check_shelves(all, f) == 0)
        return all;
    shards_close(all);
    return NULL;
}

void shards_close(struct shards *s)
{
    if (!s)
        return;
    for (uint32_t i = 0; i < s->count; i++)
        shard_close(s->at[i]);
    free(s->at);
    free(s);
}

const char *shards_say(const struct shards *s, const char *name)
{
    return shard_says(s->first, name);
}
