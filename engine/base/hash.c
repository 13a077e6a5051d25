#include "base/hash.h"

#include <errno.h>
#include <nettle/hmac.h>
#include <nettle/sha2.h>
#include <sodium.h>
#include <string.h>
#include <unistd.h>

enum { HASH_STEP = 32 * 1024 };

_Static_assert(sizeof(struct sha256) == SHA256_DIGEST_SIZE, "all of it");
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

bool hash_from_hex(const char *hex, struct hash *out)
{
    size_t len = 0;
    return strlen(hex) == 2 * sizeof out->bytes && strspn(hex, "0123456789abcdef") == 2 * sizeof out->bytes &&
           sodium_hex2bin(out->bytes, sizeof out->bytes, hex, 2 * sizeof out->bytes, NULL, &len, NULL) == 0;
}

struct sha256 hash_sha256(const void *at, size_t len)
{
    struct sha256 h;
    struct sha256_ctx state;
    sha256_init(&state);
    sha256_update(&state, len, at);
    sha256_digest(&state, sizeof h.bytes, h.bytes);
    return h;
}

void hash_sha256_hex(const struct sha256 *h, char out[65])
{
    sodium_bin2hex(out, 65, h->bytes, sizeof h->bytes);
}

bool hash_sha256_fd(int fd, size_t cap, char out[65])
{
    unsigned char piece[HASH_STEP];
    struct sha256 h;
    struct sha256_ctx state;
    size_t all = 0;
    sha256_init(&state);
    for (;;) {
        ssize_t n = read(fd, piece, sizeof piece);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0 || (all += (size_t)n) > cap)
            return false;
        if (n == 0)
            break;
        sha256_update(&state, (size_t)n, piece);
    }
    sha256_digest(&state, sizeof h.bytes, h.bytes);
    hash_sha256_hex(&h, out);
    return true;
}

void hash_sha256_base64(const char *const *parts, char out[45])
{
    struct sha256 h;
    struct sha256_ctx state;
    sha256_init(&state);
    for (; *parts; parts++)
        sha256_update(&state, strlen(*parts), (const unsigned char *)*parts);
    sha256_digest(&state, sizeof h.bytes, h.bytes);
    hash_bytes_base64(&h, out);
}

struct sha256 hash_hmac_sha256(const void *key, size_t key_len, const void *first, size_t first_len, const void *second,
                               size_t second_len)
{
    struct sha256 h;
    struct hmac_sha256_ctx state;
    hmac_sha256_set_key(&state, key_len, key);
    hmac_sha256_update(&state, first_len, first);
    hmac_sha256_update(&state, second_len, second);
    hmac_sha256_digest(&state, sizeof h.bytes, h.bytes);
    explicit_bzero(&state, sizeof state);
    return h;
}

void hash_bytes_base64(const struct sha256 *h, char out[45])
{
    sodium_bin2base64(out, 45, h->bytes, sizeof h->bytes, sodium_base64_VARIANT_ORIGINAL);
}

bool hash_from_base64(const char *text, unsigned char *out, size_t size, size_t *len)
{
    return sodium_base642bin(out, size, text, strlen(text), NULL, len, NULL, sodium_base64_VARIANT_ORIGINAL) == 0 ||
           sodium_base642bin(out, size, text, strlen(text), NULL, len, NULL, sodium_base64_VARIANT_ORIGINAL_NO_PADDING) == 0;
}
