/* A libcurl handle with every limit set that libcurl does not set by itself. Private to the exchange floor.
 *
 * One scheme and no other; TLS 1.2 or newer with the server's name checked; no user's netrc, no cookies, no redirects by
 * libcurl, no decompression; private, loopback and link-local addresses are refused before anything is sent to them. */
#ifndef KIJUN_EXCHANGE_WIRE_H
#define KIJUN_EXCHANGE_WIRE_H

#include <curl/curl.h>

#include "exchange/access.h"

struct wire {
    CURL *curl;
    bool private_ok, refused;   /* refused: address is private */
    char address[64];
    char why[CURL_ERROR_SIZE];
    /* What is sent. `before_last` is called once, before the last byte goes out (or the only one): what it does is done when
     * the other side can have everything. -1 stops the transfer. */
    const char *body;
    size_t len, sent;
    int (*before_last)(void *context);
    void *context;
    bool all_handed, stopped;
};

/* NULL when memory is out. `plain`: TLS is not required. The address must have been permitted. Close with wire_close. */
CURL *wire_open(struct wire *w, const struct access *a, const char *url, const struct url *u, bool plain);
/* Sends w->body as the body of an upload or post. */
void wire_upload(struct wire *w);
/* Performs; *why says what went wrong. */
CURLcode wire_perform(struct wire *w);
void wire_close(struct wire *w);
/* Worth another attempt: time-outs and the like. */
bool wire_passing(CURLcode code);
/* Full jitter: anything from 0 to the wait, which doubles; at least what the server asked for (seconds). */
void wire_wait(const struct access *a, int attempts_done, long asked);
int wire_attempts(const struct access *a);

#endif
