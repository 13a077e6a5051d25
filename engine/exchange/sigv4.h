/* AWS Signature Version 4, as S3-compatible storage checks it. We sign ourselves: the signing in libcurl 7.88 neither sorts
 * the query nor encodes the path as S3 does, and takes the session token for nobody's matter. */
#ifndef KIJUN_EXCHANGE_SIGV4_H
#define KIJUN_EXCHANGE_SIGV4_H

#include "base/buffer.h"
#include "base/value.h"

struct sigv4 {
    const char *key_id, *secret;
    const char *region, *service;   /* "us-east-1", "s3" */
    const char *method, *path;      /* path percent-encoded, from '/' on */
    const char *query;              /* percent-encoded, sorted by name, "a=b&c=" ; "" if none */
    const char *const *headers;     /* "name:value", names in lower case, sorted, trimmed; ends with NULL; all are signed */
    const char *payload;            /* SHA-256 of the body in hex */
    instant at;
};

/* "20130524T000000Z" */
void sigv4_time(instant at, char out[17]);
/* The value of the Authorization header. A failed buffer when it does not fit. */
void sigv4_sign(const struct sigv4 *s, struct buffer *out);

#endif
