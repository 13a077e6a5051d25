#include "exchange/fetch.h"

#include <curl/curl.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include "exchange/address.h"

enum { REDIRECTS = 3, CONNECT_SECONDS = 15, SLOW_BYTES = 100, SLOW_SECONDS = 20, WAIT_MOST_SECONDS = 120 };

/* One attempt. */
struct transfer {
    CURL *curl;
    const struct fetch_options *options;
    struct buffer *out;
    struct fetch_reply *reply;
    bool over_cap, private_address, chunked;
    long retry_after;   /* seconds; -1: the server did not say */
    char address[64];
    char why[CURL_ERROR_SIZE];
};

/* libcurl calls these on the thread that called fetch_get. */
static size_t on_body(char *at, size_t size, size_t count, void *context)
{
    struct transfer *t = context;
    size_t len = size * count;
    if (len > t->options->cap || t->out->len > t->options->cap - len) {
        t->over_cap = true;
        return 0;
    }
    buffer_add(t->out, at, len);
    return t->out->failed ? 0 : len;
}

static bool header_is(const char *line, size_t len, const char *name, const char **value, size_t *value_len)
{
    size_t n = strlen(name);
    if (len <= n || line[n] != ':' || strncasecmp(line, name, n) != 0)
        return false;
    const char *at = line + n + 1, *end = line + len;
    while (at < end && (*at == ' ' || *at == '\t'))
        at++;
    while (end > at && (end[-1] == '\r' || end[-1] == '\n' || end[-1] == ' '))
        end--;
    *value = at;
    *value_len = (size_t)(end - at);
    return true;
}

static long seconds_in(const char *at, size_t len)
{
    long n = 0;
    if (len == 0)
        return -1;
    for (size_t i = 0; i < len; i++) {
        if (at[i] < '0' || at[i] > '9' || n > WAIT_MOST_SECONDS)
            return at[i] < '0' || at[i] > '9' ? -1 : WAIT_MOST_SECONDS;
        n = n * 10 + (at[i] - '0');
    }
    return n;
}

static size_t on_header(char *line, size_t size, size_t count, void *context)
{
    struct transfer *t = context;
    size_t len = size * count, n;
    const char *value;
    if (len > 5 && strncasecmp(line, "HTTP/", 5) == 0) { /* a new reply: what a redirect said is forgotten */
        t->chunked = false;
        t->retry_after = -1;
        t->reply->etag[0] = '\0';
    } else if (header_is(line, len, "transfer-encoding", &value, &n)) {
        t->chunked = n >= 7 && strncasecmp(value + n - 7, "chunked", 7) == 0;
    } else if (header_is(line, len, "retry-after", &value, &n)) {
        t->retry_after = seconds_in(value, n);
    } else if (header_is(line, len, "etag", &value, &n) && n < sizeof t->reply->etag) {
        memcpy(t->reply->etag, value, n);
        t->reply->etag[n] = '\0';
    }
    return len;
}

/* After connecting, before the request goes out: where does it really go? */
static int on_connected(void *context, char *remote, char *local, int remote_port, int local_port)
{
    struct transfer *t = context;
    (void)local;
    (void)remote_port;
    (void)local_port;
    if (t->options->allow_private || address_is_public(remote))
        return CURL_PREREQFUNC_OK;
    t->private_address = true;
    snprintf(t->address, sizeof t->address, "%s", remote);
    return CURL_PREREQFUNC_ABORT;
}

static bool uses_proxy(const char *url)
{
    const char *proxy = getenv("https_proxy");
    return proxy && *proxy && strncasecmp(url, "https:", 6) == 0;
}

static struct curl_slist *prepare(struct transfer *t, const char *url)
{
    CURL *c = t->curl;
    const struct fetch_options *o = t->options;
    char line[300];
    struct curl_slist *headers = NULL;
    if (o->etag && *o->etag) {
        snprintf(line, sizeof line, "If-None-Match: %.255s", o->etag);
        headers = curl_slist_append(NULL, line);
    }
    curl_easy_setopt(c, CURLOPT_URL, url);
    curl_easy_setopt(c, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "https");
    curl_easy_setopt(c, CURLOPT_REDIR_PROTOCOLS_STR, "https");
    curl_easy_setopt(c, CURLOPT_FOLLOWLOCATION, 1L);
    curl_easy_setopt(c, CURLOPT_MAXREDIRS, (long)REDIRECTS);
    curl_easy_setopt(c, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)o->cap); /* heeds Content-Length only: on_body counts */
    curl_easy_setopt(c, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    curl_easy_setopt(c, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
    curl_easy_setopt(c, CURLOPT_ACCEPT_ENCODING, NULL);
    curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_SECONDS);
    curl_easy_setopt(c, CURLOPT_TIMEOUT, (long)(o->seconds > 0 ? o->seconds : 60));
    curl_easy_setopt(c, CURLOPT_LOW_SPEED_LIMIT, (long)SLOW_BYTES);
    curl_easy_setopt(c, CURLOPT_LOW_SPEED_TIME, (long)SLOW_SECONDS);
    curl_easy_setopt(c, CURLOPT_ERRORBUFFER, t->why);
    curl_easy_setopt(c, CURLOPT_USERAGENT, "kijun");
    curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, on_body);
    curl_easy_setopt(c, CURLOPT_WRITEDATA, t);
    curl_easy_setopt(c, CURLOPT_HEADERFUNCTION, on_header);
    curl_easy_setopt(c, CURLOPT_HEADERDATA, t);
    if (!uses_proxy(url)) { /* through a proxy the address is the proxy's, and the proxy decides */
        curl_easy_setopt(c, CURLOPT_PREREQFUNCTION, on_connected);
        curl_easy_setopt(c, CURLOPT_PREREQDATA, t);
    }
    if (o->ca_file)
        curl_easy_setopt(c, CURLOPT_CAINFO, o->ca_file);
    if (o->pin)
        curl_easy_setopt(c, CURLOPT_PINNEDPUBLICKEY, o->pin);
    return headers;
}

enum verdict { FETCHED, AGAIN, REFUSED };

static enum verdict refuse(struct fault *f, const char *url, enum fault_id id, const char *a, const char *b)
{
    fault_where(f, url, 0);
    fault_set(f, id, a, b);
    return REFUSED;
}

static bool passing_trouble(CURLcode code)
{
    return code == CURLE_OPERATION_TIMEDOUT || code == CURLE_COULDNT_CONNECT || code == CURLE_COULDNT_RESOLVE_HOST ||
           code == CURLE_GOT_NOTHING || code == CURLE_RECV_ERROR || code == CURLE_SEND_ERROR ||
           code == CURLE_PARTIAL_FILE;
}

/* What a finished transfer without an error of libcurl amounts to. */
static enum verdict judge_reply(struct transfer *t, const char *url, struct fault *f)
{
    long status = 0, version = 0;
    curl_off_t length = -1;
    char shown[24];
    curl_easy_getinfo(t->curl, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(t->curl, CURLINFO_HTTP_VERSION, &version);
    curl_easy_getinfo(t->curl, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length);
    snprintf(shown, sizeof shown, "HTTP %ld", status);
    if (status == 304 && t->options->etag) {
        t->reply->not_modified = true;
        return FETCHED;
    }
    if (status == 408 || status == 429 || status >= 500) {
        snprintf(t->why, sizeof t->why, "%s", shown);
        return AGAIN;
    }
    if (status != 200)
        return refuse(f, url, FAULT_FETCH_STATUS, shown, NULL);
    if (length < 0 && !t->chunked && version < CURL_HTTP_VERSION_2_0)
        return refuse(f, url, FAULT_FETCH_LENGTH, NULL, NULL);
    return FETCHED;
}

static enum verdict judge_code(struct transfer *t, CURLcode code, const char *url, struct fault *f)
{
    char cap[24];
    snprintf(cap, sizeof cap, "%zu", t->options->cap);
    if (t->over_cap || code == CURLE_FILESIZE_EXCEEDED)
        return refuse(f, url, FAULT_FETCH_SIZE, cap, NULL);
    if (t->private_address)
        return refuse(f, url, FAULT_FETCH_PRIVATE, t->address, NULL);
    if (code == CURLE_OK)
        return judge_reply(t, url, f);
    if (code == CURLE_UNSUPPORTED_PROTOCOL || code == CURLE_URL_MALFORMAT)
        return refuse(f, url, FAULT_FETCH_URL, NULL, NULL);
    if (passing_trouble(code))
        return AGAIN;
    return refuse(f, url, FAULT_FETCH_FAILED, t->why[0] ? t->why : curl_easy_strerror(code), NULL);
}

static enum verdict attempt(struct transfer *t, const char *url, struct fault *f)
{
    buffer_clear(t->out);
    memset(t->reply, 0, sizeof *t->reply);
    t->retry_after = -1;
    t->why[0] = '\0';
    t->curl = curl_easy_init();
    if (!t->curl)
        return refuse(f, url, FAULT_MEMORY, NULL, NULL);
    struct curl_slist *headers = prepare(t, url);
    CURLcode code = curl_easy_perform(t->curl);
    if (code != CURLE_OK && t->why[0] == '\0')
        snprintf(t->why, sizeof t->why, "%s", curl_easy_strerror(code));
    enum verdict v = judge_code(t, code, url, f);
    curl_slist_free_all(headers);
    curl_easy_cleanup(t->curl);
    t->curl = NULL;
    return v;
}

/* Doubling from the first wait, half of it by chance so that many clients do not come back together; at least what the
 * server asked for. */
static void wait_before(const struct transfer *t, int attempt_done)
{
    long first = t->options->first_wait_ms > 0 ? t->options->first_wait_ms : 1000;
    long ms = first << (attempt_done - 1);
    unsigned char chance = 0;
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    chance = (unsigned char)(now.tv_nsec >> 4);
    ms = ms / 2 + ms / 2 * chance / 255;
    if (t->retry_after > 0 && ms < t->retry_after * 1000)
        ms = t->retry_after * 1000;
    struct timespec pause = { ms / 1000, ms % 1000 * 1000000 };
    while (nanosleep(&pause, &pause) != 0 && errno == EINTR) {
    }
}

int fetch_get(const char *url, const struct fetch_options *options, struct buffer *out, struct fetch_reply *reply,
              struct fault *f)
{
    struct transfer t = { .options = options, .out = out, .reply = reply };
    int attempts = options->attempts > 0 ? options->attempts : 3;
    enum verdict v = AGAIN;
    if (strncasecmp(url, "https://", 8) != 0)
        v = refuse(f, url, FAULT_FETCH_URL, NULL, NULL);
    for (int done = 0; v == AGAIN && done < attempts; done++) {
        if (done > 0)
            wait_before(&t, done);
        v = attempt(&t, url, f);
    }
    if (v == AGAIN)
        refuse(f, url, FAULT_FETCH_FAILED, t.why, NULL);
    if (v == FETCHED && !out->failed)
        return 0;
    if (v == FETCHED)
        fault_set(f, FAULT_MEMORY);
    buffer_clear(out);
    return -1;
}

int fetch_start(struct fault *f)
{
    return curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK ? 0 : fault_set(f, FAULT_MEMORY);
}

void fetch_stop(void)
{
    curl_global_cleanup();
}
