#include "base/signature_format.h"

#include <string.h>

/* scrypt as libsodium's "sensitive" setting needs 1 GiB; a file that asks for more is an attack. */
#define MEMORY_MOST (UINT64_C(2) << 30)
#define OPERATIONS_MOST (UINT64_C(1) << 28)

bool signature_split(const char *at, size_t len, struct signature_lines *out)
{
    out->count = 0;
    if (len == 0 || len > SIGNATURE_FILE_BYTES || memchr(at, '\0', len))
        return false;
    while (len > 0 && out->count < 4) {
        const char *end = memchr(at, '\n', len);
        size_t whole = end ? (size_t)(end - at) + 1 : len;
        size_t shown = end ? whole - 1 : len;
        if (shown > 0 && at[shown - 1] == '\r')
            shown--;
        out->at[out->count] = at;
        out->len[out->count++] = shown;
        at += whole;
        len -= whole;
    }
    return len == 0;
}

bool signature_decode(const struct signature_lines *lines, int line, unsigned char *out, size_t size)
{
    size_t written = 0;
    const char *end = NULL;
    if (line >= lines->count)
        return false;
    if (sodium_base642bin(out, size, lines->at[line], lines->len[line], NULL, &written, &end,
                          sodium_base64_VARIANT_ORIGINAL) != 0)
        return false;
    return written == size && end == lines->at[line] + lines->len[line];
}

void signature_encode(struct buffer *out, const unsigned char *at, size_t size)
{
    char text[sodium_base64_ENCODED_LEN(BLOB_SECRET, sodium_base64_VARIANT_ORIGINAL)];
    sodium_bin2base64(text, sizeof text, at, size, sodium_base64_VARIANT_ORIGINAL);
    buffer_puts(out, text);
    buffer_putc(out, '\n');
    sodium_memzero(text, sizeof text);
}

bool signature_comment(const struct signature_lines *lines, int line, const char *label, const char **at, size_t *len)
{
    size_t n = strlen(label);
    if (line >= lines->count || lines->len[line] < n || memcmp(lines->at[line], label, n) != 0)
        return false;
    *at = lines->at[line] + n;
    *len = lines->len[line] - n;
    return true;
}

void secret_checksum(const unsigned char *algorithm, const unsigned char *body, unsigned char out[32])
{
    crypto_generichash_state state;
    crypto_generichash_init(&state, NULL, 0, 32);
    crypto_generichash_update(&state, algorithm, 2);
    crypto_generichash_update(&state, body, SIGNATURE_KEY_ID + crypto_sign_SECRETKEYBYTES);
    crypto_generichash_final(&state, out, 32);
}

static uint64_t little_endian(const unsigned char at[8])
{
    uint64_t n = 0;
    for (int i = 7; i >= 0; i--)
        n = n << 8 | at[i];
    return n;
}

int secret_mask(unsigned char blob[BLOB_SECRET], const char *password)
{
    const unsigned char *salt = blob + SECRET_HEAD;
    uint64_t operations = little_endian(salt + SECRET_SALT);
    uint64_t memory = little_endian(salt + SECRET_SALT + 8);
    unsigned char stream[SECRET_BODY];
    if (operations > OPERATIONS_MOST || memory > MEMORY_MOST)
        return -1;
    if (crypto_pwhash_scryptsalsa208sha256(stream, sizeof stream, password, strlen(password), salt, operations,
                                           (size_t)memory) != 0)
        return -1;
    unsigned char *body = blob + SECRET_HEAD + SECRET_SALT + SECRET_LIMITS;
    for (size_t i = 0; i < SECRET_BODY; i++)
        body[i] ^= stream[i];
    sodium_memzero(stream, sizeof stream);
    return 0;
}
