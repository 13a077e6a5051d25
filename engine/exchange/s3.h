/* Storage that speaks S3: objects got, put and listed, signed by Signature Version 4.
 *
 * Credentials come from AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN in the environment, or from a file in
 * the form of the AWS tools; they are never shown. */
#ifndef KIJUN_EXCHANGE_S3_H
#define KIJUN_EXCHANGE_S3_H

#include "base/value.h"
#include "exchange/request.h"

struct s3 {
    const char *endpoint;   /* https://host[:port]; NULL: that of AWS in the region */
    const char *region;
    bool path_style;        /* the bucket is the first part of the path, not of the host; always with an endpoint */
    const char *key_id, *secret, *token;    /* NULL: there are none */
};

/* The member s3 of a file's table: endpoint, region, credentials (a file), profile. 0, or -1 with *f set. Credentials may be
 * missing: s3_request says so when they are needed. */
int s3_read(const struct data *table, struct arena *arena, struct s3 *out, struct fault *f);

/* s3://bucket/key, both checked. */
struct s3_address {
    char bucket[64];
    const char *key;        /* without the leading '/'; borrowed */
};
bool s3_parse(const char *text, struct s3_address *out);

/* Sends a request for an object: method GET (body of the response in r->body; q->etag and cap heeded) or PUT (q->body).
 * q->url is the s3:// address. As request_send; nothing follows redirects. */
int s3_request(const struct s3 *s, const struct request *q, const struct access *a, instant now, struct http_reply *r,
               struct fault *f);

/* Calls `each` for every object below s3://bucket/prefix, with its key. -1 with *f set, also when `each` returns false. */
int s3_list(const struct s3 *s, const char *address, const struct access *a, instant now,
            bool (*each)(void *context, const char *key), void *context, struct fault *f);

/* The host that an address goes to: what limits by host count by. */
void s3_host(const struct s3 *s, const char *address, char out[URL_HOST]);

#endif
