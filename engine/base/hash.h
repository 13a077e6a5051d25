/* BLAKE2b (RFC 7693) over parts: fingerprints and what the program compares with itself. SHA-256 (FIPS 180-4) of
 * documents: what others state about their files, and can check with sha256sum. Nettle's, which uses the processor's own
 * instructions for it: half the time of either hash of libsodium. */
#ifndef KIJUN_BASE_HASH_H
#define KIJUN_BASE_HASH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct hash { unsigned char bytes[16]; };
struct sha256 { unsigned char bytes[32]; };

/* Hashes `count` strings, each with its length in front, so that ("a","bc") differs from ("ab","c"). NULL is "". */
struct hash hash_parts(const char *const *parts, size_t count);
struct hash hash_bytes(const void *at, size_t len);
void hash_hex(const struct hash *h, char out[33]);
/* Back from 32 lower-case digits; false when `hex` is anything else. */
bool hash_from_hex(const char *hex, struct hash *out);
struct sha256 hash_sha256(const void *at, size_t len);
void hash_sha256_hex(const struct sha256 *h, char out[65]);
/* SHA-256 of what is left to read of an open file, in lower-case hex.
 * False when it cannot be read or has more than `cap` bytes. */
bool hash_sha256_fd(int fd, size_t cap, char out[65]);

/* SHA-256 of texts one after the other, in base64 with its padding: what a Content-Security-Policy names a script by. */
void hash_sha256_base64(const char *const *parts, char out[45]);  /* parts end with NULL */

/* HMAC (RFC 2104) with SHA-256 of two parts, one after the other. */
struct sha256 hash_hmac_sha256(const void *key, size_t key_len, const void *first, size_t first_len, const void *second,
                               size_t second_len);
void hash_bytes_base64(const struct sha256 *h, char out[45]);
/* The bytes of base64 (RFC 4648, with or without padding); false when it is none or does not fit. */
bool hash_from_base64(const char *text, unsigned char *out, size_t size, size_t *len);

#endif
