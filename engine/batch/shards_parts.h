/* Private to shards.c and merge.c. */
#ifndef KIJUN_BATCH_SHARDS_PARTS_H
#define KIJUN_BATCH_SHARDS_PARTS_H

#include "batch/shard.h"
#include "batch/shards.h"

struct shards {
    uint32_t count;
    struct shard **at;  /* by number, from 1: at[0] is that of 1 */
    const struct shard *first; /* of those named */
};

#endif
