#include "exchange/sigv4.h"

#include <string.h>

#include "base/hash.h"

enum { CANONICAL_BYTES = 32 * 1024, SECRET_BYTES = 512 };

void sigv4_time(instant at, char out[17])
{
    int year, month, dom;
    day d = day_of_instant(at);
    int second = (int)(at - (int64_t)d * 86400);
    struct buffer b;
    day_split(d, &year, &month, &dom);
    buffer_init_fixed(&b, out, 17);
    buffer_printf(&b, "%04d%02d%02dT%02d%02d%02dZ", year, month, dom, second / 3600, second / 60 % 60, second % 60);
}

static void signed_names(const struct sigv4 *s, struct buffer *out)
{
    for (size_t i = 0; s->headers[i]; i++) {
        buffer_puts(out, i ? ";" : "");
        buffer_add(out, s->headers[i], strcspn(s->headers[i], ":"));
    }
}

static struct sha256 canonical_hash(const struct sigv4 *s, bool *failed)
{
    struct buffer b;
    buffer_init(&b, CANONICAL_BYTES);
    buffer_printf(&b, "%s\n%s\n%s\n", s->method, s->path, s->query);
    for (size_t i = 0; s->headers[i]; i++) {
        buffer_puts(&b, s->headers[i]);
        buffer_puts(&b, "\n");
    }
    buffer_puts(&b, "\n");
    signed_names(s, &b);
    buffer_printf(&b, "\n%s", s->payload);
    *failed = b.failed;
    struct sha256 h = hash_sha256(b.at, b.len);
    if (b.at)
        explicit_bzero(b.at, b.len);
    buffer_free(&b);
    return h;
}

static struct sha256 step(const struct sha256 *key, const char *text)
{
    return hash_hmac_sha256(key->bytes, sizeof key->bytes, text, strlen(text), "", 0);
}

/* The key of a day, a region and a service. */
static struct sha256 signing_key(const struct sigv4 *s, const char date[9], bool *failed)
{
    char first[SECRET_BYTES] = "";
    struct buffer b;
    buffer_init_fixed(&b, first, sizeof first);
    buffer_printf(&b, "AWS4%s", s->secret);
    *failed = *failed || b.failed;
    struct sha256 key = hash_hmac_sha256(first, strlen(first), date, 8, "", 0);
    explicit_bzero(first, sizeof first);
    key = step(&key, s->region);
    key = step(&key, s->service);
    return step(&key, "aws4_request");
}

void sigv4_sign(const struct sigv4 *s, struct buffer *out)
{
    char time[17], date[9], hex[65], text[512] = "";
    bool failed;
    struct buffer b;
    sigv4_time(s->at, time);
    memcpy(date, time, 8);
    date[8] = '\0';
    struct sha256 h = canonical_hash(s, &failed);
    hash_sha256_hex(&h, hex);
    buffer_init_fixed(&b, text, sizeof text);
    buffer_printf(&b, "AWS4-HMAC-SHA256\n%s\n%s/%s/%s/aws4_request\n%s", time, date, s->region, s->service, hex);
    struct sha256 key = signing_key(s, date, &failed);
    h = step(&key, text);
    hash_sha256_hex(&h, hex);
    explicit_bzero(&key, sizeof key);
    buffer_printf(out, "AWS4-HMAC-SHA256 Credential=%s/%s/%s/%s/aws4_request, SignedHeaders=", s->key_id, date, s->region,
                  s->service);
    signed_names(s, out);
    buffer_printf(out, ", Signature=%s", hex);
    out->failed = out->failed || failed || b.failed;
}
