#include "base/signature.h"

#include <string.h>

#include "base/signature_format.h"

#define UNTRUSTED "untrusted comment: "
#define TRUSTED "trusted comment: "

static const unsigned char PREHASHED[2] = { 'E', 'D' };

enum { CONTENT_HASH = 64, COMMENT_BYTES = 1000 };

static void hash_content(const void *content, size_t len, unsigned char out[CONTENT_HASH])
{
    crypto_generichash(out, CONTENT_HASH, content, len, NULL, 0);
}

/* What the second signature covers: the first one, then the trusted comment. */
static size_t global_input(const unsigned char *signature, const char *comment, size_t len, unsigned char *out)
{
    memcpy(out, signature, crypto_sign_BYTES);
    memcpy(out + crypto_sign_BYTES, comment, len);
    return crypto_sign_BYTES + len;
}

int signature_make(const struct secret_key *key, const void *content, size_t len, const char *trusted_comment,
                   struct buffer *out, struct fault *f)
{
    unsigned char hash[CONTENT_HASH], blob[BLOB_SIGNATURE], global[BLOB_GLOBAL];
    unsigned char covered[crypto_sign_BYTES + COMMENT_BYTES];
    size_t comment_len = strlen(trusted_comment);
    if (comment_len > COMMENT_BYTES || strpbrk(trusted_comment, "\r\n"))
        return fault_set(f, FAULT_SIGNATURE_COMMENT);
    if (sodium_init() < 0)
        return fault_set(f, FAULT_MEMORY);
    hash_content(content, len, hash);
    memcpy(blob, PREHASHED, 2);
    memcpy(blob + 2, key->id, SIGNATURE_KEY_ID);
    crypto_sign_detached(blob + 2 + SIGNATURE_KEY_ID, NULL, hash, sizeof hash, key->key);
    size_t n = global_input(blob + 2 + SIGNATURE_KEY_ID, trusted_comment, comment_len, covered);
    crypto_sign_detached(global, NULL, covered, n, key->key);
    buffer_puts(out, UNTRUSTED "signature of a kijun rule pack\n");
    signature_encode(out, blob, sizeof blob);
    buffer_puts(out, TRUSTED);
    buffer_puts(out, trusted_comment);
    buffer_putc(out, '\n');
    signature_encode(out, global, sizeof global);
    return out->failed ? fault_set(f, FAULT_MEMORY) : 0;
}

static const struct public_key *key_with_id(const struct public_key *keys, size_t count, const unsigned char *id)
{
    for (size_t i = 0; i < count; i++)
        if (memcmp(keys[i].id, id, SIGNATURE_KEY_ID) == 0)
            return &keys[i];
    return NULL;
}

/* The four lines of a signature file, taken apart. */
struct parsed {
    unsigned char blob[BLOB_SIGNATURE], global[BLOB_GLOBAL];
    const char *comment;
    size_t comment_len;
};

static bool parse(const char *at, size_t len, struct parsed *p)
{
    struct signature_lines lines;
    const char *untrusted;
    size_t untrusted_len;
    return signature_split(at, len, &lines) && lines.count == 4 &&
           signature_comment(&lines, 0, UNTRUSTED, &untrusted, &untrusted_len) &&
           signature_decode(&lines, 1, p->blob, sizeof p->blob) && memcmp(p->blob, PREHASHED, 2) == 0 &&
           signature_comment(&lines, 2, TRUSTED, &p->comment, &p->comment_len) && p->comment_len <= COMMENT_BYTES &&
           signature_decode(&lines, 3, p->global, sizeof p->global);
}

static bool signed_by(const struct public_key *key, const struct parsed *p, const void *content, size_t len)
{
    unsigned char hash[CONTENT_HASH], covered[crypto_sign_BYTES + COMMENT_BYTES];
    const unsigned char *signature = p->blob + 2 + SIGNATURE_KEY_ID;
    hash_content(content, len, hash);
    if (crypto_sign_verify_detached(signature, hash, sizeof hash, key->key) != 0)
        return false;
    size_t n = global_input(signature, p->comment, p->comment_len, covered);
    return crypto_sign_verify_detached(p->global, covered, n, key->key) == 0;
}

int signature_check(const struct public_key *keys, size_t count, const void *content, size_t len, const char *name,
                    const char *signature, size_t signature_len, struct signed_note *note, struct fault *f)
{
    struct parsed p;
    char shown[17] = "";
    enum fault_id wrong = FAULT_NONE;
    if (sodium_init() < 0)
        return fault_set(f, FAULT_MEMORY);
    const struct public_key *key = NULL;
    if (!parse(signature, signature_len, &p)) {
        wrong = FAULT_SIGNATURE_FORMAT;
    } else {
        key_id_text(p.blob + 2, shown);
        key = key_with_id(keys, count, p.blob + 2);
        wrong = !key ? FAULT_SIGNATURE_KEY : signed_by(key, &p, content, len) ? FAULT_NONE : FAULT_SIGNATURE_WRONG;
    }
    if (wrong != FAULT_NONE) {
        fault_where(f, name, 0);
        return fault_set(f, wrong, shown);
    }
    memcpy(note->key_id, key->id, sizeof note->key_id);
    memcpy(note->comment, p.comment, p.comment_len);
    note->comment[p.comment_len] = '\0';
    return 0;
}
