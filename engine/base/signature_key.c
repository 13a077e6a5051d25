#include <string.h>

#include "base/signature_format.h"

static const unsigned char ALGORITHM[2] = { 'E', 'd' };
static const unsigned char NO_PASSWORD[2] = { 0, 0 };
static const unsigned char SCRYPT[2] = { 'S', 'c' };
static const unsigned char CHECKSUM[2] = { 'B', '2' };

void key_id_text(const unsigned char id[SIGNATURE_KEY_ID], char out[17])
{
    static const char digits[] = "0123456789ABCDEF";
    for (size_t i = 0; i < SIGNATURE_KEY_ID; i++) { /* minisign shows the id as a little-endian number */
        unsigned char byte = id[SIGNATURE_KEY_ID - 1 - i];
        out[2 * i] = digits[byte >> 4];
        out[2 * i + 1] = digits[byte & 15];
    }
    out[16] = '\0';
}

int public_key_read(const char *name, const char *at, size_t len, struct public_key *out, struct fault *f)
{
    struct signature_lines lines;
    unsigned char blob[BLOB_PUBLIC];
    if (!signature_split(at, len, &lines) || !signature_decode(&lines, lines.count - 1, blob, sizeof blob) ||
        memcmp(blob, ALGORITHM, 2) != 0) {
        fault_where(f, name, 0);
        return fault_set(f, FAULT_KEY_FORMAT);
    }
    memcpy(out->id, blob + 2, sizeof out->id);
    memcpy(out->key, blob + 2 + SIGNATURE_KEY_ID, sizeof out->key);
    return 0;
}

/* Takes the mask off when there is one, then holds the checksum against the key. */
static int open_secret(unsigned char blob[BLOB_SECRET], const char *password, struct fault *f)
{
    const unsigned char *body = blob + SECRET_HEAD + SECRET_SALT + SECRET_LIMITS;
    unsigned char sum[32];
    bool plain = memcmp(blob + 2, NO_PASSWORD, 2) == 0;
    if (memcmp(blob, ALGORITHM, 2) != 0 || memcmp(blob + 4, CHECKSUM, 2) != 0 ||
        (!plain && memcmp(blob + 2, SCRYPT, 2) != 0))
        return fault_set(f, FAULT_KEY_FORMAT);
    if (!plain && !password)
        return fault_set(f, FAULT_KEY_PASSWORD_NEEDED);
    if (!plain && secret_mask(blob, password) != 0)
        return fault_set(f, FAULT_MEMORY);
    const unsigned char *stored = body + SIGNATURE_KEY_ID + crypto_sign_SECRETKEYBYTES;
    if (plain && sodium_is_zero(stored, sizeof sum)) /* minisign -W leaves it empty */
        return 0;
    secret_checksum(blob, body, sum);
    if (sodium_memcmp(sum, stored, sizeof sum) != 0)
        return fault_set(f, plain ? FAULT_KEY_FORMAT : FAULT_KEY_PASSWORD);
    return 0;
}

int secret_key_read(const char *name, const char *at, size_t len, const char *password, struct secret_key *out,
                    struct fault *f)
{
    struct signature_lines lines;
    unsigned char blob[BLOB_SECRET];
    int result;
    if (sodium_init() < 0)
        result = fault_set(f, FAULT_MEMORY);
    else if (!signature_split(at, len, &lines) || lines.count != 2 ||
             !signature_decode(&lines, 1, blob, sizeof blob))
        result = fault_set(f, FAULT_KEY_FORMAT);
    else
        result = open_secret(blob, password, f);
    if (result == 0) {
        const unsigned char *body = blob + SECRET_HEAD + SECRET_SALT + SECRET_LIMITS;
        memcpy(out->id, body, sizeof out->id);
        memcpy(out->key, body + SIGNATURE_KEY_ID, sizeof out->key);
    } else {
        fault_where(f, name, 0);
    }
    sodium_memzero(blob, sizeof blob);
    return result;
}

void signature_forget(struct secret_key *key)
{
    sodium_memzero(key, sizeof *key);
}

static void put_little_endian(unsigned char out[8], uint64_t n)
{
    for (int i = 0; i < 8; i++)
        out[i] = (unsigned char)(n >> (8 * i));
}

/* Fills the blob of a secret key file; masked when there is a password. */
static int close_secret(unsigned char blob[BLOB_SECRET], const unsigned char id[SIGNATURE_KEY_ID],
                        const unsigned char *key, const char *password)
{
    unsigned char *salt = blob + SECRET_HEAD;
    unsigned char *body = salt + SECRET_SALT + SECRET_LIMITS;
    memset(blob, 0, BLOB_SECRET);
    memcpy(blob, ALGORITHM, 2);
    memcpy(blob + 2, password ? SCRYPT : NO_PASSWORD, 2);
    memcpy(blob + 4, CHECKSUM, 2);
    memcpy(body, id, SIGNATURE_KEY_ID);
    memcpy(body + SIGNATURE_KEY_ID, key, crypto_sign_SECRETKEYBYTES);
    secret_checksum(blob, body, body + SIGNATURE_KEY_ID + crypto_sign_SECRETKEYBYTES);
    if (!password)
        return 0;
    randombytes_buf(salt, SECRET_SALT);
    put_little_endian(salt + SECRET_SALT, crypto_pwhash_scryptsalsa208sha256_OPSLIMIT_INTERACTIVE);
    put_little_endian(salt + SECRET_SALT + 8, crypto_pwhash_scryptsalsa208sha256_MEMLIMIT_INTERACTIVE);
    return secret_mask(blob, password);
}

int key_pair_make(const char *password, struct buffer *public_file, struct buffer *secret_file, struct fault *f)
{
    unsigned char blob[BLOB_PUBLIC], secret_blob[BLOB_SECRET], secret[crypto_sign_SECRETKEYBYTES];
    char shown[17];
    if (sodium_init() < 0)
        return fault_set(f, FAULT_MEMORY);
    memcpy(blob, ALGORITHM, 2);
    randombytes_buf(blob + 2, SIGNATURE_KEY_ID);
    crypto_sign_keypair(blob + 2 + SIGNATURE_KEY_ID, secret);
    int result = close_secret(secret_blob, blob + 2, secret, password);
    sodium_memzero(secret, sizeof secret);
    if (result == 0) {
        key_id_text(blob + 2, shown);
        buffer_printf(public_file, "untrusted comment: minisign public key %s\n", shown);
        signature_encode(public_file, blob, sizeof blob);
        buffer_printf(secret_file, "untrusted comment: minisign %s secret key\n",
                      password ? "encrypted" : "unencrypted");
        signature_encode(secret_file, secret_blob, sizeof secret_blob);
    }
    sodium_memzero(secret_blob, sizeof secret_blob);
    return result != 0 || public_file->failed || secret_file->failed ? fault_set(f, FAULT_MEMORY) : 0;
}
