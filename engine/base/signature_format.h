/* The lines and blobs of minisign files. Private to the signature files of the base floor. */
#ifndef KIJUN_BASE_SIGNATURE_FORMAT_H
#define KIJUN_BASE_SIGNATURE_FORMAT_H

#include <sodium.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/signature.h"

/* Sizes in bytes, from the minisign format description. */
enum {
    BLOB_PUBLIC = 2 + SIGNATURE_KEY_ID + crypto_sign_PUBLICKEYBYTES,
    BLOB_SIGNATURE = 2 + SIGNATURE_KEY_ID + crypto_sign_BYTES,
    BLOB_GLOBAL = crypto_sign_BYTES,
    SECRET_HEAD = 2 + 2 + 2,                  /* signature, key derivation and checksum algorithm */
    SECRET_SALT = 32,
    SECRET_LIMITS = 8 + 8,                    /* opslimit, memlimit: little-endian */
    SECRET_BODY = SIGNATURE_KEY_ID + crypto_sign_SECRETKEYBYTES + 32, /* id, key, checksum */
    BLOB_SECRET = SECRET_HEAD + SECRET_SALT + SECRET_LIMITS + SECRET_BODY,
    SIGNATURE_FILE_BYTES = 4096               /* no key or signature file is longer */
};

/* The lines of a key or signature file, without their ends (LF or CR LF). */
struct signature_lines {
    const char *at[4];
    size_t len[4];
    int count;
};

bool signature_split(const char *at, size_t len, struct signature_lines *out);
/* True if the line is base64 (RFC 4648) of exactly `size` bytes. */
bool signature_decode(const struct signature_lines *lines, int line, unsigned char *out, size_t size);
void signature_encode(struct buffer *out, const unsigned char *at, size_t size);
/* The text of a comment line after its label; false when the label is another. */
bool signature_comment(const struct signature_lines *lines, int line, const char *label, const char **at, size_t *len);
/* BLAKE2b-256 over algorithm, id and key: how minisign notices a wrong password. */
void secret_checksum(const unsigned char *algorithm, const unsigned char *body, unsigned char out[32]);
/* XORs the body with the scrypt stream of the password; the limits stand in the head of the blob. -1: memory. */
int secret_mask(unsigned char blob[BLOB_SECRET], const char *password);

#endif
