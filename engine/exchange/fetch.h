/* Fetching over HTTPS with libcurl, with every limit that libcurl does not set by itself.
 *
 * Only https; redirects (three at most) only to https; TLS 1.2 or newer; no user's netrc, no cookies, no automatic
 * decompression; addresses that are private, loopback or link-local are refused unless allowed, so that a name on the
 * internet cannot point into the house; bodies of unknown length are refused, since their end cannot be told from a
 * broken connection. Time-outs, 408, 429 and 5xx are tried again, heeding Retry-After. */
#ifndef KIJUN_EXCHANGE_FETCH_H
#define KIJUN_EXCHANGE_FETCH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/fault.h"

struct fetch_options {
    size_t cap;             /* most bytes of a body */
    int seconds;            /* for one attempt in all; 0: 60 */
    int attempts;           /* 0: 3 */
    int first_wait_ms;      /* before the second attempt, doubled each time, with jitter; 0: 1000 */
    bool allow_private;     /* private, loopback and link-local addresses */
    const char *ca_file;    /* PEM; NULL: those of the system */
    const char *pin;        /* "sha256//…" of the server's public key (CURLOPT_PINNEDPUBLICKEY); NULL: none */
    const char *etag;       /* of the copy that is there already: the server may answer "not modified"; NULL: none */
};

struct fetch_reply {
    bool not_modified;
    char etag[256];         /* "" when the server gave none */
};

/* GETs `url` into *out (cleared first; made with buffer_init and a cap of its own). 0, or -1 with *f set and *out
 * empty: never half a body. The proxy comes from https_proxy and no_proxy in the environment. Blocks; any thread,
 * after fetch_start. */
int fetch_get(const char *url, const struct fetch_options *options, struct buffer *out, struct fetch_reply *reply,
              struct fault *f);
/* Once, before threads: libcurl's own start. */
int fetch_start(struct fault *f);
void fetch_stop(void);

#endif
