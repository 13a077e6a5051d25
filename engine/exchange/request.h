/* One request over HTTP, with every limit, retries, and a resumed body. Used by all of this floor that speaks HTTP.
 *
 * Redirects (three at most) are followed for GET only, to https only, each target held against what is permitted, and
 * without the authorization when the host is another. Bodies of unknown length are refused, since their end cannot be told
 * from a broken connection. Time-outs, 408, 429 and 5xx are tried again, heeding Retry-After up to two minutes. */
#ifndef KIJUN_EXCHANGE_REQUEST_H
#define KIJUN_EXCHANGE_REQUEST_H

#include "base/buffer.h"
#include "exchange/access.h"

struct request {
    const char *method;             /* GET, HEAD, PUT, POST */
    const char *url;
    const char *shown;              /* in faults, instead of the address; NULL: the address without its query */
    const char *content_type;       /* of the body; NULL: not said */
    const char *const *headers;     /* "Name: value", ends with NULL; NULL: none */
    const char *authorization;      /* the value of that header; NULL: none */
    const char *etag, *modified;    /* of the copy that is there: the server may answer 304; NULL: none */
    const char *body;               /* PUT and POST */
    size_t len, cap;                /* of the body sent; most bytes of the one received */
    /* Called before the last byte of the body goes out, once for each attempt; -1 stops the request. NULL: nothing. */
    int (*before_last)(void *context);
    void *context;
};

struct http_reply {
    int status;                     /* 0: none came */
    char etag[256], modified[64];   /* "" when the server gave none */
    bool doubt;                     /* the whole body went out, and whether it was taken is not known */
    struct buffer *body;            /* of a GET with 200, whole; NULL: not wanted */
};

/* 0 with r->status below 500 and neither 408 nor 429: what the server decided. -1 with *f set: nothing certain came, or it
 * was refused here; r->doubt says whether the body may have been taken. After a broken GET r->body holds what came of it, for
 * request_resume, when it has an r->etag that names it. Blocks; any thread, after fetch_start. */
int request_send(const struct request *q, const struct access *a, struct http_reply *r, struct fault *f);
/* The fault for a status that is no success. Always -1. */
int request_status_fault(const struct request *q, int status, struct fault *f);
void request_show(const struct request *q, char out[FAULT_PLACE_SIZE]);

#endif
