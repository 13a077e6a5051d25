/* Sending notices, and asking whether one arrived. Webhooks are signed as Standard Webhooks says (webhook-id,
 * webhook-timestamp, webhook-signature), so that receivers find a library for it in their language. */
#include <stdio.h>
#include <string.h>

#include "base/hash.h"
#include "exchange/notice_parts.h"
#include "exchange/request.h"

enum { LINE_BYTES = 512, KEY_BYTES = 4096 };

void notice_render(const struct notice *n, const struct channel *c, struct buffer *out)
{
    switch (c->kind) {
    case CHANNEL_WEBHOOK: notice_webhook(n, out); break;
    case CHANNEL_SLACK: notice_slack(n, out); break;
    case CHANNEL_TEAMS: notice_teams(n, out); break;
    default: notice_mail(n, c, out); break;
    }
}

struct signed_headers {
    char id[LINE_BYTES], key[LINE_BYTES], timestamp[LINE_BYTES], signature[LINE_BYTES];
    const char *all[8];
};

/* The secret's bytes: base64 behind "whsec_", or as they stand. */
static size_t key_of(const char *secret, unsigned char key[KEY_BYTES])
{
    size_t len = 0;
    if (strncmp(secret, "whsec_", 6) == 0 && hash_from_base64(secret + 6, key, KEY_BYTES, &len))
        return len;
    len = strnlen(secret, KEY_BYTES);
    memcpy(key, secret, len);
    return len;
}

static void sign(const char *secret, const char *id, instant now, const char *at, size_t len, char out[LINE_BYTES])
{
    unsigned char key[KEY_BYTES];
    char front[LINE_BYTES], digest[45];
    size_t key_len = key_of(secret, key);
    snprintf(front, sizeof front, "%s.%lld.", id, (long long)now);
    struct sha256 h = hash_hmac_sha256(key, key_len, front, strlen(front), at, len);
    hash_bytes_base64(&h, digest);
    snprintf(out, LINE_BYTES, "webhook-signature: v1,%s", digest);
    explicit_bzero(key, sizeof key);
}

static void make_headers(struct signed_headers *h, const struct channel *c, const char *id, instant now, const char *at,
                         size_t len)
{
    size_t n = 0;
    if (c->kind == CHANNEL_WEBHOOK) {
        snprintf(h->id, sizeof h->id, "webhook-id: %s", id);
        snprintf(h->key, sizeof h->key, "Idempotency-Key: \"%s\"", id);
        snprintf(h->timestamp, sizeof h->timestamp, "webhook-timestamp: %lld", (long long)now);
        h->all[n++] = h->id;
        h->all[n++] = h->key;
        h->all[n++] = h->timestamp;
    }
    if (c->kind == CHANNEL_WEBHOOK && c->secret) {
        sign(c->secret, id, now, at, len, h->signature);
        h->all[n++] = h->signature;
    }
    h->all[n] = NULL;
}

enum notice_sent notice_send(const struct channel *c, const struct access *a, const char *id, const char *at, size_t len,
                             instant now, int (*before_last)(void *context), void *context, struct fault *f)
{
    struct signed_headers headers;
    char shown[URL_HOST + 32];
    struct url u;
    struct http_reply r = { .body = NULL };
    if (c->kind == CHANNEL_MAIL)
        return mail_send(c, a, at, len, before_last, context, f);
    make_headers(&headers, c, id, now, at, len);
    url_parse(c->url, &u);
    url_show_host(&u, shown); /* the address of a chat is its secret */
    const struct request q = { .method = "POST", .url = c->url, .shown = shown, .headers = headers.all,
                               .content_type = "application/json; charset=utf-8",
                               .authorization = c->authorization, .body = at, .len = len, .before_last = before_last,
                               .context = context };
    int result = request_send(&q, a, &r, f);
    if (result == 0 && r.status >= 200 && r.status < 300)
        return NOTICE_TAKEN;
    if (result == 0)
        request_status_fault(&q, r.status, f);
    return r.doubt ? NOTICE_DOUBT : NOTICE_NOT_TAKEN;
}

/* The address of receipts with the id in it. */
static bool receipt_url(const char *form, const char *id, char out[URL_BYTES])
{
    const char *place = strstr(form, "{id}");
    int n = place ? snprintf(out, URL_BYTES, "%.*s%s%s", (int)(place - form), form, id, place + 4) : -1;
    return n > 0 && n < URL_BYTES;
}

enum notice_sent notice_ask(const struct channel *c, const struct access *a, const char *id, instant now, struct fault *f)
{
    struct signed_headers headers;
    char url[URL_BYTES];
    struct http_reply r = { .body = NULL };
    if (!c->receipts || !receipt_url(c->receipts, id, url)) {
        fault_set(f, FAULT_FETCH_URL);
        return NOTICE_DOUBT;
    }
    make_headers(&headers, c, id, now, "", 0);
    const struct request q = { .method = "GET", .url = url, .headers = headers.all, .authorization = c->authorization };
    if (request_send(&q, a, &r, f) != 0)
        return NOTICE_DOUBT;
    if (r.status == 200 || r.status == 204)
        return NOTICE_TAKEN;
    if (r.status == 404)
        return NOTICE_NOT_TAKEN;
    request_status_fault(&q, r.status, f);
    return NOTICE_DOUBT;
}
