#include "base/hash.h"

#include <sodium.h>
#include <string.h>

_Static_assert(sizeof(struct hash) >= crypto_generichash_BYTES_MIN, "BLAKE2b gives no shorter hash");

struct hash hash_bytes(const void *at, size_t len)
{
    struct hash h;
    crypto_generichash(h.bytes, sizeof h.bytes, at, len, NULL, 0);
    return h;
}

struct hash hash_parts(const char *const *parts, size_t count)
{
    struct hash h;
    crypto_generichash_state state;
    crypto_generichash_init(&state, NULL, 0, sizeof h.bytes);
    for (size_t i = 0; i < count; i++) {
        const char *part = parts[i] ? parts[i] : "";
        uint64_t len = strlen(part);
        unsigned char front[8]; /* little-endian on every machine */
        for (int byte = 0; byte < 8; byte++)
            front[byte] = (unsigned char)(len >> (8 * byte));
        crypto_generichash_update(&state, front, sizeof front);
        crypto_generichash_update(&state, (const unsigned char *)part, len);
    }
    crypto_generichash_final(&state, h.bytes, sizeof h.bytes);
    return h;
}

void hash_hex(const struct hash *h, char out[33])
{
    sodium_bin2hex(out, 33, h->bytes, sizeof h->bytes);
}
