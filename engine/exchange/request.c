#include "exchange/request.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "exchange/wire.h"

enum { LENGTH_CONTRADICTED = -2 };
enum { REDIRECTS = 3, ASKED_MOST = 120, HEADER_BYTES = 8192, BODY_IGNORED = 1024 * 1024 };

enum verdict { DECIDED, AGAIN, MOVED, REFUSED };

/* One attempt, and what the next one has to know. */
struct attempt {
    struct wire wire;
    const struct request *q;
    const struct access *a;
    struct http_reply *r;
    struct fault *f;
    char url[URL_BYTES];        /* where redirects led */
    struct url first, now;      /* of q->url, and of url */
    bool over_cap, chunked, bad_range, ranged;
    size_t ignored;
    long asked;                 /* seconds that the server wants to be left alone; 0: it did not say */
    long long range_from, range_all; /* of Content-Range; -1: none */
    long long length;           /* of Content-Length; -1: none, LENGTH_CONTRADICTED: several that differ */
};

void request_show(const struct request *q, char out[FAULT_PLACE_SIZE])
{
    const char *url = q->shown ? q->shown : q->url;
    snprintf(out, FAULT_PLACE_SIZE, "%.*s", (int)(q->shown ? strlen(url) : strcspn(url, "?#")), url);
}

static enum verdict refuse(struct attempt *t, enum fault_id id, const char *a)
{
    char shown[FAULT_PLACE_SIZE];
    request_show(t->q, shown);
    fault_where(t->f, shown, 0);
    fault_set(t->f, id, a);
    return REFUSED;
}

int request_status_fault(const struct request *q, int status, struct fault *f)
{
    char shown[FAULT_PLACE_SIZE], text[24];
    request_show(q, shown);
    snprintf(text, sizeof text, "HTTP %d", status);
    fault_where(f, shown, 0);
    return fault_set(f, FAULT_FETCH_STATUS, text);
}

/* ---- libcurl calls these on the thread that sends ---- */

/* A part of a body goes where it belongs: the beginning of a whole one, or the rest of one that was begun. */
static bool begins_rightly(struct attempt *t)
{
    if (t->r->status != 206)
        return true;
    return t->ranged && t->range_from == (long long)t->r->body->len;
}

static size_t on_body(char *at, size_t size, size_t count, void *context)
{
    struct attempt *t = context;
    struct buffer *out = t->r->body;
    size_t len = size * count;
    bool wanted = out && (t->r->status == 200 || t->r->status == 206);
    if (!wanted) { /* what an error page says is not needed */
        t->ignored += len;
        return t->ignored > BODY_IGNORED ? 0 : len;
    }
    if (t->range_from >= 0 && !begins_rightly(t)) {
        t->bad_range = true;
        return 0;
    }
    t->range_from = -1; /* looked at once */
    if (len > t->q->cap || out->len > t->q->cap - len) {
        t->over_cap = true;
        return 0;
    }
    buffer_add(out, at, len);
    return out->failed ? 0 : len;
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

static void keep(char *to, size_t size, const char *value, size_t len)
{
    if (len >= size)
        return;
    memcpy(to, value, len);
    to[len] = '\0';
}

/* A new reply: what the one before said is forgotten. A whole body replaces what was there of it. */
static void on_status(struct attempt *t, const char *line, size_t len)
{
    const char *space = memchr(line, ' ', len);
    t->r->status = space ? (int)strtol(space, NULL, 10) : 0;
    t->chunked = false;
    t->range_from = t->range_all = t->length = -1;
    if (t->r->status == 206)
        return;
    t->r->etag[0] = t->r->modified[0] = '\0';
    if (t->r->body && t->r->status >= 200 && t->r->status < 400)
        buffer_clear(t->r->body);
}

/* "bytes 100-199/200" */
static void on_range(struct attempt *t, const char *value, size_t len)
{
    char text[80] = "", *end;
    keep(text, sizeof text, value, len);
    if (strncmp(text, "bytes ", 6) != 0 || text[6] < '0' || text[6] > '9')
        return;
    t->range_from = strtoll(text + 6, &end, 10);
    const char *slash = strchr(end, '/');
    t->range_all = slash && slash[1] >= '0' && slash[1] <= '9' ? strtoll(slash + 1, NULL, 10) : -1;
}

/* libcurl takes the last of several lengths that differ; RFC 9112, 6.3, takes none. */
static void on_length(struct attempt *t, const char *value, size_t len)
{
    char text[24] = "";
    keep(text, sizeof text, value, len);
    long long length = strtoll(text, NULL, 10);
    t->length = t->length == -1 || t->length == length ? length : LENGTH_CONTRADICTED;
}

static size_t on_header(char *line, size_t size, size_t count, void *context)
{
    struct attempt *t = context;
    size_t len = size * count, n;
    const char *value;
    if (len > 5 && strncasecmp(line, "HTTP/", 5) == 0)
        on_status(t, line, len);
    else if (header_is(line, len, "transfer-encoding", &value, &n))
        t->chunked = n >= 7 && strncasecmp(value + n - 7, "chunked", 7) == 0;
    else if (header_is(line, len, "content-length", &value, &n))
        on_length(t, value, n);
    else if (header_is(line, len, "content-range", &value, &n))
        on_range(t, value, n);
    else if (header_is(line, len, "etag", &value, &n) && t->r->status != 206)
        keep(t->r->etag, sizeof t->r->etag, value, n);
    else if (header_is(line, len, "last-modified", &value, &n) && t->r->status != 206)
        keep(t->r->modified, sizeof t->r->modified, value, n);
    return len;
}

/* ---- preparing ---- */

struct lines {
    struct curl_slist *all;
    bool failed;
};

static void add_line(struct lines *l, const char *line)
{
    struct curl_slist *more = l->failed ? NULL : curl_slist_append(l->all, line);
    l->failed = l->failed || !more;
    l->all = more ? more : l->all;
}

static void add_header(struct lines *l, const char *name, const char *value)
{
    char line[HEADER_BYTES];
    if (!value || !*value)
        return;
    l->failed = l->failed || snprintf(line, sizeof line, "%s: %s", name, value) >= (int)sizeof line;
    add_line(l, line);
    explicit_bzero(line, sizeof line);
}

/* Only a strong ETag names the bytes themselves (RFC 9110, 13.1.5). */
static bool can_resume(const struct attempt *t)
{
    return t->r->body && t->r->body->len && t->r->etag[0] == '"' && !t->r->body->failed;
}

static void add_range(struct attempt *t, struct lines *l)
{
    char range[40];
    t->ranged = can_resume(t);
    if (!t->ranged)
        return;
    snprintf(range, sizeof range, "bytes=%zu-", t->r->body->len);
    add_header(l, "Range", range);
    add_header(l, "If-Range", t->r->etag);
}

static struct lines headers_of(struct attempt *t)
{
    struct lines l = { NULL, false };
    bool asks = strcmp(t->q->method, "GET") == 0 || strcmp(t->q->method, "HEAD") == 0;
    for (const char *const *h = t->q->headers; h && *h; h++)
        add_line(&l, *h);
    add_header(&l, "Content-Type", t->q->content_type);
    if (url_same_host(&t->first, &t->now))
        add_header(&l, "Authorization", t->q->authorization);
    if (asks)
        add_range(t, &l);
    else
        add_line(&l, "Expect:");
    if (asks && !t->ranged) {
        add_header(&l, "If-None-Match", t->q->etag);
        add_header(&l, "If-Modified-Since", t->q->modified);
    }
    return l;
}

static void set_method(struct attempt *t)
{
    CURL *c = t->wire.curl;
    bool puts = strcmp(t->q->method, "PUT") == 0, posts = strcmp(t->q->method, "POST") == 0;
    if (strcmp(t->q->method, "HEAD") == 0)
        curl_easy_setopt(c, CURLOPT_NOBODY, 1L);
    if (!puts && !posts)
        return;
    t->wire.body = t->q->body;
    t->wire.len = t->q->len;
    t->wire.before_last = t->q->before_last;
    t->wire.context = t->q->context;
    wire_upload(&t->wire);
    curl_easy_setopt(c, puts ? CURLOPT_UPLOAD : CURLOPT_POST, 1L);
    curl_easy_setopt(c, puts ? CURLOPT_INFILESIZE_LARGE : CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)t->q->len);
}

static void prepare(struct attempt *t, const struct lines *headers)
{
    CURL *c = t->wire.curl;
    set_method(t);
    curl_easy_setopt(c, CURLOPT_HTTPHEADER, headers->all);
    if (t->q->cap) /* heeds Content-Length only: on_body counts */
        curl_easy_setopt(c, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)t->q->cap);
    curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, on_body);
    curl_easy_setopt(c, CURLOPT_WRITEDATA, t);
    curl_easy_setopt(c, CURLOPT_HEADERFUNCTION, on_header);
    curl_easy_setopt(c, CURLOPT_HEADERDATA, t);
}

/* ---- judging ---- */

static bool is_upload(const struct attempt *t)
{
    return strcmp(t->q->method, "PUT") == 0 || strcmp(t->q->method, "POST") == 0;
}

static enum verdict failed(struct attempt *t)
{
    return refuse(t, is_upload(t) ? FAULT_SEND_FAILED : FAULT_FETCH_FAILED, t->wire.why);
}

/* The next hop of a redirect. */
static enum verdict move(struct attempt *t)
{
    const char *to = NULL;
    struct url u;
    curl_easy_getinfo(t->wire.curl, CURLINFO_REDIRECT_URL, &to);
    if (strcmp(t->q->method, "GET") != 0 || !to)
        return DECIDED;
    if (!url_parse(to, &u) || strcmp(u.scheme, "https") != 0)
        return refuse(t, FAULT_FETCH_URL, NULL);
    snprintf(t->url, sizeof t->url, "%s", to);
    url_parse(t->url, &t->now);
    return MOVED;
}

static enum verdict judge_whole(struct attempt *t)
{
    long version = 0;
    curl_off_t length = -1;
    struct buffer *out = t->r->body;
    curl_easy_getinfo(t->wire.curl, CURLINFO_HTTP_VERSION, &version);
    curl_easy_getinfo(t->wire.curl, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length);
    if (t->r->status == 206) {
        if (!out || t->range_all < 0 || (long long)out->len != t->range_all)
            return AGAIN;
        t->r->status = 200;
    }
    bool untold = length < 0 && !t->chunked && version < CURL_HTTP_VERSION_2_0;
    if (out && t->r->status == 200 && (untold || t->length == LENGTH_CONTRADICTED))
        return refuse(t, FAULT_FETCH_LENGTH, NULL);
    return DECIDED;
}

/* What the server said amounts to. A gateway (502, 504) does not know whether the server behind it took what was sent. */
static enum verdict judge_status(struct attempt *t)
{
    int status = t->r->status;
    curl_off_t asked = 0;
    if (status >= 301 && status <= 308 && status != 304)
        return move(t);
    if (status == 416 && t->ranged) { /* not that part: all of it */
        t->r->etag[0] = '\0';
        buffer_clear(t->r->body);
        return AGAIN;
    }
    if (status != 408 && status != 429 && status < 500)
        return judge_whole(t);
    t->r->doubt = is_upload(t) && t->wire.all_handed && (status == 502 || status == 504);
    snprintf(t->wire.why, sizeof t->wire.why, "HTTP %d", status);
    curl_easy_getinfo(t->wire.curl, CURLINFO_RETRY_AFTER, &asked);
    t->asked = asked > 1000000 ? 1000000 : (long)asked;
    return AGAIN;
}

static enum verdict judge(struct attempt *t, CURLcode code)
{
    char cap[24];
    bool upload = is_upload(t);
    snprintf(cap, sizeof cap, "%zu", t->q->cap);
    t->r->doubt = false;
    if (t->wire.refused && code != CURLE_OK)
        return refuse(t, FAULT_FETCH_PRIVATE, t->wire.address);
    if (t->wire.stopped)
        return REFUSED; /* who stopped it knows why */
    if (t->over_cap || (code == CURLE_FILESIZE_EXCEEDED && !upload))
        return refuse(t, FAULT_FETCH_SIZE, cap);
    if (t->r->body && t->r->body->failed)
        return refuse(t, FAULT_MEMORY, NULL);
    /* For what was sent the status says all: whether the page behind it came whole does not matter. */
    if (code == CURLE_OK || (upload && t->wire.all_handed && t->r->status >= 200))
        return judge_status(t);
    t->r->doubt = upload && t->wire.all_handed;
    if (t->bad_range) {
        buffer_clear(t->r->body);
        t->r->etag[0] = '\0';
        return AGAIN;
    }
    if (code == CURLE_UNSUPPORTED_PROTOCOL || code == CURLE_URL_MALFORMAT)
        return refuse(t, FAULT_FETCH_URL, NULL);
    return wire_passing(code) ? AGAIN : failed(t);
}

static enum verdict send_once(struct attempt *t)
{
    bool private_ok, plain;
    if (!access_permits(t->a, &t->now, &private_ok, &plain) || strncmp(t->now.scheme, "http", 4) != 0)
        return refuse(t, FAULT_FETCH_URL, NULL);
    t->over_cap = t->chunked = t->bad_range = t->ranged = false;
    t->ignored = 0;
    t->asked = 0;
    t->r->status = 0;
    t->wire.private_ok = private_ok;
    if (!wire_open(&t->wire, t->a, t->url, &t->now, plain))
        return refuse(t, FAULT_MEMORY, NULL);
    struct lines headers = headers_of(t);
    enum verdict v = REFUSED;
    if (headers.failed) {
        refuse(t, FAULT_MEMORY, NULL);
    } else {
        prepare(t, &headers);
        v = judge(t, wire_perform(&t->wire));
    }
    curl_slist_free_all(headers.all);
    wire_close(&t->wire);
    return v;
}

int request_send(const struct request *q, const struct access *a, struct http_reply *r, struct fault *f)
{
    struct attempt t = { .q = q, .a = a, .r = r, .f = f };
    int hops = 0, attempts = wire_attempts(a), done = 0;
    r->doubt = false;
    r->status = 0;
    enum verdict v = AGAIN;
    if (!url_parse(q->url, &t.first))
        v = refuse(&t, FAULT_FETCH_URL, NULL);
    while (v == AGAIN || v == MOVED) {
        if (v == MOVED && ++hops > REDIRECTS) {
            snprintf(t.wire.why, sizeof t.wire.why, "HTTP %d: %d redirects", r->status, hops);
            break;
        }
        if (v == AGAIN && (done == attempts || t.asked > ASKED_MOST || r->doubt))
            break;
        if (v == AGAIN && done++ > 0)
            wire_wait(a, done - 1, t.asked);
        if (v == AGAIN) { /* from the start: where redirects lead may have changed */
            snprintf(t.url, sizeof t.url, "%s", q->url);
            url_parse(t.url, &t.now);
            hops = 0;
        }
        v = send_once(&t);
    }
    if (v == AGAIN || v == MOVED)
        failed(&t);
    return v == DECIDED ? 0 : -1;
}
