#include "batch/share.h"

#include "base/hash.h"

uint32_t share_of(const char *entry, size_t len, uint32_t count)
{
    struct hash h = hash_bytes(entry, len);
    uint64_t first = 0;
    for (size_t i = 0; i < 4; i++) /* big-endian, so that every machine sees one number */
        first = first << 8 | h.bytes[i];
    return (uint32_t)(first * (count ? count : 1) >> 32) + 1;
}
