#include "exchange/fetch.h"

#include <curl/curl.h>
#include <stdio.h>
#include <string.h>

#include "exchange/request.h"

int fetch_get(const char *url, const struct fetch_options *options, struct buffer *out, struct fetch_reply *reply,
              struct fault *f)
{
    const struct access a = { .allow_private = options->allow_private, .ca_file = options->ca_file, .pin = options->pin,
                              .seconds = options->seconds, .attempts = options->attempts,
                              .first_wait_ms = options->first_wait_ms };
    const struct request q = { .method = "GET", .url = url, .cap = options->cap, .etag = options->etag };
    struct http_reply r = { .body = out };
    buffer_clear(out);
    memset(reply, 0, sizeof *reply);
    int result = request_send(&q, &a, &r, f);
    reply->not_modified = result == 0 && r.status == 304 && options->etag;
    if (result == 0 && !reply->not_modified && r.status != 200)
        result = request_status_fault(&q, r.status, f);
    memcpy(reply->etag, r.etag, sizeof reply->etag);
    if (result != 0 || reply->not_modified)
        buffer_clear(out);
    return result;
}

int fetch_start(struct fault *f)
{
    return curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK ? 0 : fault_set(f, FAULT_MEMORY);
}

void fetch_stop(void)
{
    curl_global_cleanup();
}
