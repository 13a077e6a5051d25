/* Detached signatures in the format of minisign (https://jedisct1.github.io/minisign/): Ed25519 over the BLAKE2b-512
 * hash of the content ("prehashed"), with a trusted comment under a second signature. Files made here verify with the
 * minisign tool, and the other way round. The legacy form that signs the content itself is refused.
 *
 * Pure functions on memory; the caller reads and writes the files. Secrets are wiped when they are no longer needed:
 * call signature_forget on a secret key. */
#ifndef KIJUN_BASE_SIGNATURE_H
#define KIJUN_BASE_SIGNATURE_H

#include <stddef.h>

#include "base/buffer.h"
#include "base/fault.h"

enum { SIGNATURE_KEY_ID = 8, SIGNATURE_COMMENT_SIZE = 1024 };

struct public_key {
    unsigned char id[SIGNATURE_KEY_ID];
    unsigned char key[32];
};

struct secret_key {
    unsigned char id[SIGNATURE_KEY_ID];
    unsigned char key[64];
};

/* What a good signature says of itself. */
struct signed_note {
    unsigned char key_id[SIGNATURE_KEY_ID];
    char comment[SIGNATURE_COMMENT_SIZE]; /* the trusted comment: covered by the signature */
};

/* Each returns 0, or -1 with *f set (class trust). `name` is the file that messages name. */
int public_key_read(const char *name, const char *at, size_t len, struct public_key *out, struct fault *f);
/* `password` NULL: the key must be stored without one (minisign -W). */
int secret_key_read(const char *name, const char *at, size_t len, const char *password, struct secret_key *out,
                    struct fault *f);
void signature_forget(struct secret_key *key);

/* A new key pair as the texts of its two files; the secret one encrypted (scrypt) unless `password` is NULL. */
int key_pair_make(const char *password, struct buffer *public_file, struct buffer *secret_file, struct fault *f);
/* Writes the signature file of `content`. The trusted comment is one line of at most 1,000 bytes. */
int signature_make(const struct secret_key *key, const void *content, size_t len, const char *trusted_comment,
                   struct buffer *out, struct fault *f);
/* Accepts when one of `count` keys signed exactly this content and comment; *note then says which, and what. */
int signature_check(const struct public_key *keys, size_t count, const void *content, size_t len, const char *name,
                    const char *signature, size_t signature_len, struct signed_note *note, struct fault *f);
/* The key id as people compare it: 16 upper-case hex digits. */
void key_id_text(const unsigned char id[SIGNATURE_KEY_ID], char out[17]);

#endif
