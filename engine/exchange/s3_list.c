/* Reads just what servers send: elements without attributes that matter, no CDATA, keys percent-encoded as was asked. No XML
 * library stands on this floor, and none is needed to refuse everything else. */
#include "exchange/s3_list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "exchange/url.h"

struct element {
    const char *name, *text;    /* of "<name ...>text<": the text up to the next tag */
    size_t name_len, text_len;
    bool closing;
};

/* The next tag from *at on. False at the end, or where there is none that is whole. */
static bool next_element(const char **at, const char *end, struct element *e)
{
    const char *open = memchr(*at, '<', (size_t)(end - *at));
    const char *close = open ? memchr(open, '>', (size_t)(end - open)) : NULL;
    if (!close)
        return false;
    const char *name = open + 1, *next = memchr(close, '<', (size_t)(end - close));
    e->closing = *name == '/';
    e->name = name + e->closing;
    e->name_len = strcspn(e->name, " \t\r\n/>");
    e->text = close + 1;
    e->text_len = (size_t)((next ? next : end) - e->text);
    *at = close + 1;
    return true;
}

static bool is(const struct element *e, const char *name)
{
    return e->name_len == strlen(name) && memcmp(e->name, name, e->name_len) == 0;
}

static const struct { const char *entity; char c; } entities[] = {
    { "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' }, { "&quot;", '"' }, { "&apos;", '\'' }, { "&#43;", '+' }, { "&#34;", '"' },
};

/* Text without its entities; false for one that is not known, and when it does not fit. */
static bool text_of(const struct element *e, char *out, size_t size)
{
    size_t n = 0;
    for (size_t i = 0; i < e->text_len; n++) {
        size_t k = 0, kinds = sizeof entities / sizeof *entities;
        if (n + 1 >= size)
            return false;
        if (e->text[i] != '&') {
            out[n] = e->text[i++];
            continue;
        }
        while (k < kinds && strncmp(e->text + i, entities[k].entity, strlen(entities[k].entity)) != 0)
            k++;
        if (k == kinds)
            return false;
        out[n] = entities[k].c;
        i += strlen(entities[k].entity);
    }
    out[n] = '\0';
    return true;
}

struct listing {
    bool (*each)(void *context, const char *key);
    void *context;
    char *token;
    bool began, ended, truncated, encoded, inside;
};

/* A '+' stands for a space where names are encoded as in a form. */
static bool take_key(const struct listing *l, const struct element *e)
{
    char key[4096];
    if (!text_of(e, key, sizeof key))
        return false;
    for (char *p = key; l->encoded && *p; p++)
        *p = *p == '+' ? ' ' : *p;
    return (!l->encoded || url_decode(key)) && l->each(l->context, key);
}

static bool take(struct listing *l, const struct element *e)
{
    if (is(e, "ListBucketResult")) {
        l->began = true;
        l->ended = e->closing;
    } else if (!l->began && *e->name != '?') {
        return false;
    } else if (is(e, "Contents")) {
        l->inside = !e->closing;
    } else if (e->closing) {
        return true;
    } else if (is(e, "Key") && l->inside) {
        return take_key(l, e);
    } else if (is(e, "IsTruncated")) {
        l->truncated = e->text_len == 4 && memcmp(e->text, "true", 4) == 0;
    } else if (is(e, "NextContinuationToken")) {
        return text_of(e, l->token, S3_TOKEN);
    }
    return true;
}

bool s3_list_read(const char *at, size_t len, bool (*each)(void *context, const char *key), void *context, char token[S3_TOKEN])
{
    static const char encoding[] = "<EncodingType>url</EncodingType>";
    struct listing l = { .each = each, .context = context, .token = token };
    struct element e;
    const char *end = at + len;
    token[0] = '\0';
    if (!at || memchr(at, '\0', len))
        return false;
    l.encoded = memmem(at, len, encoding, sizeof encoding - 1) != NULL;
    while (next_element(&at, end, &e))
        if (!take(&l, &e))
            return false;
    if (!l.truncated)
        token[0] = '\0';
    return l.began && l.ended && (!l.truncated || *token);
}
