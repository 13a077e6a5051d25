#include "exchange/s3.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "exchange/s3_list.h"
#include "exchange/sigv4.h"

enum { CREDENTIALS_BYTES = 64 * 1024, LINE_BYTES = 2048, LIST_BYTES = 8 * 1024 * 1024, LIST_PAGES = 1000 };

/* ---- settings ---- */

static const char *from_environment(const char *name)
{
    const char *value = getenv(name);
    return value && *value ? value : NULL;
}

/* The value of a line "key = value"; NULL for another. */
static const char *value_of(char *line, const char *key)
{
    size_t n = strlen(key);
    line += strspn(line, " \t");
    if (strncmp(line, key, n) != 0)
        return NULL;
    line += n + strspn(line + n, " \t");
    if (*line++ != '=')
        return NULL;
    line += strspn(line, " \t");
    line[strcspn(line, " \t\r")] = '\0';
    return *line ? line : NULL;
}

/* A file as the AWS tools have it: sections in brackets, lines of "key = value". */
static bool take_credentials(char *text, const char *profile, struct arena *arena, struct s3 *out)
{
    const struct { const char *key, **to; } keys[] = { { "aws_access_key_id", &out->key_id },
                                                       { "aws_secret_access_key", &out->secret },
                                                       { "aws_session_token", &out->token } };
    char *rest = NULL, section[128];
    bool here = false;
    snprintf(section, sizeof section, "[%s]", profile);
    for (char *line = strtok_r(text, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
        if (*line == '[')
            here = strncmp(line, section, strlen(section)) == 0;
        for (size_t i = 0; here && i < sizeof keys / sizeof *keys; i++) {
            const char *value = value_of(line, keys[i].key);
            if (value && !(*keys[i].to = arena_copy(arena, value, strlen(value))))
                return false;
        }
    }
    return true;
}

static int credentials_from(const char *path, const char *profile, struct arena *arena, struct s3 *out, struct fault *f)
{
    struct buffer b;
    buffer_init(&b, CREDENTIALS_BYTES);
    int result = file_read(AT_FDCWD, path, path, CREDENTIALS_BYTES, &b, f);
    if (result == 0 && !take_credentials(b.at, profile, arena, out))
        result = fault_set(f, FAULT_MEMORY);
    if (b.at)
        explicit_bzero(b.at, b.len);
    buffer_free(&b);
    return result;
}

static int read_endpoint(const struct data *d, struct s3 *out, struct fault *f)
{
    struct url u;
    if (access_text(d, "endpoint", false, &out->endpoint, f) < 0)
        return -1;
    if (out->endpoint && (!url_parse(out->endpoint, &u) || strncmp(u.scheme, "http", 4) != 0 || *u.path))
        return access_wrong(data_get(d, "endpoint"), "endpoint", "https://host[:port]", f);
    out->path_style = out->endpoint != NULL;
    return 0;
}

int s3_read(const struct data *table, struct arena *arena, struct s3 *out, struct fault *f)
{
    static const char *const members[] = { "endpoint", "region", "credentials", "profile", NULL };
    const struct data *d = data_get(table, "s3");
    const char *file = NULL, *profile = NULL;
    *out = (struct s3){ .key_id = from_environment("AWS_ACCESS_KEY_ID"), .secret = from_environment("AWS_SECRET_ACCESS_KEY"),
                        .token = from_environment("AWS_SESSION_TOKEN") };
    if (d && (access_members(d, members, f) < 0 || read_endpoint(d, out, f) < 0 ||
              access_text(d, "region", false, &out->region, f) < 0 || access_text(d, "credentials", false, &file, f) < 0 ||
              access_text(d, "profile", false, &profile, f) < 0))
        return -1;
    out->region = out->region ? out->region : from_environment("AWS_REGION");
    out->region = out->region ? out->region : "us-east-1";
    for (const char *p = out->region; *p; p++)
        if (!((*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9') || *p == '-'))
            return access_wrong(d ? d : table, "region", "us-east-1", f);
    if (!file)
        return 0;
    out->key_id = out->secret = out->token = NULL;
    const char *path = access_path(data_get(d, "credentials"), arena);
    return path ? credentials_from(path, profile ? profile : "default", arena, out, f) : fault_set(f, FAULT_MEMORY);
}

/* ---- addresses ---- */

bool s3_parse(const char *text, struct s3_address *out)
{
    *out = (struct s3_address){ .key = "" };
    if (strncmp(text, "s3://", 5) != 0)
        return false;
    size_t n = strcspn(text + 5, "/");
    if (n < 3 || n >= sizeof out->bucket)
        return false;
    for (size_t i = 0; i < n; i++) {
        char c = text[5 + i];
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || ((c == '-' || c == '.') && i && i + 1 < n)))
            return false;
        out->bucket[i] = c;
    }
    out->key = text[5 + n] == '/' ? text + 5 + n + 1 : "";
    for (const char *p = out->key; *p; p++)
        if ((unsigned char)*p < ' ' || *p == 127)
            return false;
    return strlen(out->key) <= 1024;
}

/* Where a bucket is: the address up to and without the path, and what the path begins with. */
static bool base_of(const struct s3 *s, const struct s3_address *x, char host[URL_BYTES])
{
    int n;
    if (s->endpoint)
        n = snprintf(host, URL_BYTES, "%s", s->endpoint);
    else if (strchr(x->bucket, '.')) /* a wildcard certificate covers no further dot */
        n = snprintf(host, URL_BYTES, "https://s3.%s.amazonaws.com", s->region);
    else
        n = snprintf(host, URL_BYTES, "https://%s.s3.%s.amazonaws.com", x->bucket, s->region);
    return n > 0 && n < URL_BYTES;
}

void s3_host(const struct s3 *s, const char *address, char out[URL_HOST])
{
    struct s3_address x;
    char base[URL_BYTES];
    struct url u;
    bool good = s3_parse(address, &x) && base_of(s, &x, base) && url_parse(base, &u);
    snprintf(out, URL_HOST, "%s", good ? u.host : "");
}

/* ---- requests ---- */

/* A signed request, made of an address and what stands in the query. */
struct signing {
    char base[URL_BYTES], host[URL_HOST + 8], payload[65];
    char lines[5][LINE_BYTES];  /* as they are signed, "name:value" */
    const char *signed_lines[6], *sent[5];
    struct buffer path, url, authorization;
};

static void put_host(struct signing *g, const struct url *u)
{
    bool six = strchr(u->host, ':') != NULL, standard = u->port == (strcmp(u->scheme, "https") == 0 ? 443 : 80);
    snprintf(g->host, sizeof g->host, six ? "[%s]" : "%s", u->host);
    size_t n = strlen(g->host);
    if (!standard)
        snprintf(g->host + n, sizeof g->host - n, ":%d", u->port);
}

/* In the order of their names. */
static bool put_lines(struct signing *g, const struct s3 *s, const char *type, instant now)
{
    char time[17];
    size_t n = 0, first = type ? 2 : 1; /* what libcurl or the request writes itself */
    sigv4_time(now, time);
    if (type)
        snprintf(g->lines[n++], LINE_BYTES, "content-type:%s", type);
    snprintf(g->lines[n++], LINE_BYTES, "host:%s", g->host);
    snprintf(g->lines[n++], LINE_BYTES, "x-amz-content-sha256:%s", g->payload);
    snprintf(g->lines[n++], LINE_BYTES, "x-amz-date:%s", time);
    if (s->token && snprintf(g->lines[n++], LINE_BYTES, "x-amz-security-token:%s", s->token) >= LINE_BYTES)
        return false;
    for (size_t i = 0; i < n; i++)
        g->signed_lines[i] = g->lines[i];
    for (size_t i = first; i < n; i++)
        g->sent[i - first] = g->lines[i];
    g->signed_lines[n] = g->sent[n - first] = NULL;
    return true;
}

static bool sign_request(struct signing *g, const struct s3 *s, const struct request *q, const struct s3_address *x,
                         const char *query, instant now)
{
    struct url u;
    if (!base_of(s, x, g->base) || !url_parse(g->base, &u))
        return false;
    buffer_puts(&g->path, "/");
    if (s->endpoint || strchr(x->bucket, '.'))
        buffer_printf(&g->path, "%s/", x->bucket);
    url_encode(&g->path, x->key, strlen(x->key), true);
    buffer_printf(&g->url, "%s%s%s%s", g->base, g->path.at, *query ? "?" : "", query);
    put_host(g, &u);
    if (g->path.failed || g->url.failed || !put_lines(g, s, q->content_type, now))
        return false;
    const struct sigv4 v = { .key_id = s->key_id, .secret = s->secret, .region = s->region, .service = "s3", .method = q->method,
                             .path = g->path.at, .query = query, .headers = g->signed_lines, .payload = g->payload, .at = now };
    sigv4_sign(&v, &g->authorization);
    return !g->authorization.failed;
}

static void signing_free(struct signing *g)
{
    if (!g)
        return;
    buffer_free(&g->path);
    buffer_free(&g->url);
    buffer_free(&g->authorization);
    for (size_t i = 0; i < sizeof g->lines / sizeof *g->lines; i++)
        explicit_bzero(g->lines[i], LINE_BYTES); /* the session token */
    free(g);
}

static struct signing *signing_new(const char *body, size_t len)
{
    struct signing *g = calloc(1, sizeof *g);
    struct sha256 h = hash_sha256(body ? body : "", len);
    if (!g)
        return NULL;
    hash_sha256_hex(&h, g->payload);
    buffer_init(&g->path, URL_BYTES);
    buffer_init(&g->url, URL_BYTES - 1);
    buffer_init(&g->authorization, LINE_BYTES);
    return g;
}

static int send_signed(const struct s3 *s, const struct request *q, const char *query, const struct access *a, instant now,
                       struct http_reply *r, struct fault *f)
{
    struct s3_address x;
    fault_where(f, q->url, 0);
    if (!s3_parse(q->url, &x))
        return fault_set(f, FAULT_S3_ADDRESS, q->url);
    if (!s->key_id || !s->secret)
        return fault_set(f, FAULT_S3_CREDENTIALS);
    struct signing *g = signing_new(q->body, q->len);
    int result = -1;
    if (!g || !sign_request(g, s, q, &x, query, now)) {
        fault_set(f, g ? FAULT_S3_ADDRESS : FAULT_MEMORY, q->url);
    } else {
        fault_clear(f); /* the place was for the mistakes above */
        const struct request signed_one = { .method = q->method, .url = g->url.at, .shown = q->url, .headers = g->sent,
                                            .authorization = g->authorization.at, .etag = q->etag, .body = q->body,
                                            .len = q->len, .cap = q->cap, .content_type = q->content_type };
        result = request_send(&signed_one, a, r, f);
    }
    signing_free(g);
    return result;
}

int s3_request(const struct s3 *s, const struct request *q, const struct access *a, instant now, struct http_reply *r,
               struct fault *f)
{
    return send_signed(s, q, "", a, now, r, f);
}

/* ---- lists ---- */

static bool list_query(struct buffer *out, const char *prefix, const char *token)
{
    buffer_clear(out);
    if (*token) { /* sorted by name, as the signature wants it */
        buffer_puts(out, "continuation-token=");
        url_encode(out, token, strlen(token), false);
        buffer_puts(out, "&");
    }
    buffer_puts(out, "encoding-type=url&list-type=2&prefix=");
    url_encode(out, prefix, strlen(prefix), false);
    return !out->failed;
}

static int list_page(const struct s3 *s, const struct request *q, const char *query, const struct access *a, instant now,
                     struct buffer *body, struct fault *f)
{
    struct http_reply r = { .body = body };
    buffer_clear(body);
    if (send_signed(s, q, query, a, now, &r, f) != 0)
        return -1;
    return r.status == 200 ? 0 : request_status_fault(q, r.status, f);
}

/* The objects of the bucket whose keys begin with the prefix are asked of the bucket itself. */
int s3_list(const struct s3 *s, const char *address, const struct access *a, instant now,
            bool (*each)(void *context, const char *key), void *context, struct fault *f)
{
    struct s3_address x;
    struct buffer query, body;
    char bucket[80], token[S3_TOKEN] = "";
    if (!s3_parse(address, &x)) {
        fault_where(f, address, 0);
        return fault_set(f, FAULT_S3_ADDRESS, address);
    }
    snprintf(bucket, sizeof bucket, "s3://%s", x.bucket);
    const struct request q = { .method = "GET", .url = bucket, .shown = address, .cap = LIST_BYTES };
    buffer_init(&query, URL_BYTES);
    buffer_init(&body, LIST_BYTES);
    int result = 0, pages = 0;
    do {
        result = list_query(&query, x.key, token) ? list_page(s, &q, query.at, a, now, &body, f) : fault_set(f, FAULT_MEMORY);
        if (result == 0 && (!s3_list_read(body.at, body.len, each, context, token) || ++pages == LIST_PAGES)) {
            fault_where(f, address, 0);
            result = fault_set(f, FAULT_S3_ANSWER);
        }
    } while (result == 0 && *token);
    buffer_free(&query);
    buffer_free(&body);
    return result;
}
