/* Reads XML that is written plainly, as office programs write it: elements and attributes with names in ASCII, no comments, no
 * CDATA, of the entities the five of XML and those in text only. Several times as fast as a parser for all of XML.
 *
 * It only ever goes as far as it is sure. Where something stands that it does not know, or that is wrong in any way, it leaves
 * off, and libxml2 reads the part from its beginning; what the reader has been given by then is not given again (markup.c). So
 * what is refused, and why, does not depend on it. Up to where it goes it gives what libxml2 gives: a fuzz target compares. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "documents/markup_reading.h"
#include "documents/xml_check.h"

enum {
    NAMES = 256, NAME_LONGEST = 64, NAME_BYTES = 8192,
    BINDINGS = 128, URI_BYTES = 16384,
    ATTRIBUTES = 32, TAG_LONGEST = 32768,
    SLOTS = 1024
};

/* A qualified name that occurs. */
struct name {
    const char *at;             /* in the part */
    const char *local;          /* ends with NUL */
    unsigned char len, prefix;  /* the length of its prefix, 0: none */
    uint32_t hash;
    uint32_t generation;        /* of the bindings, when the two below were looked up; 0: never */
    const char *uri;
    enum markup_space space;
};

struct binding {
    const char *prefix;
    size_t len;                 /* 0: the namespace of names without prefix */
    const char *uri;            /* ends with NUL */
    size_t uris;                /* the bytes of all before it */
    enum markup_space space;
    int depth;                  /* of the element that declares it */
};

struct attribute {
    struct name *name;
    const char *value, *end;
};

/* Everything up to `end` has been looked at by xml_check, and before it stands a '>': what looks for the end of a name, a value
 * or blanks ends there at the latest. */
struct markup_quick {
    struct markup_reading *r;
    const char *at, *end;
    uint32_t line;              /* of `at` */
    unsigned signs;             /* that occur in the part */
    bool rooted;                /* there was an element */
    struct name *open[MARKUP_DEPTH + 1];
    struct attribute attributes[ATTRIBUTES];
    size_t attribute_count;
    struct binding bindings[BINDINGS];
    size_t binding_count, uri_used;
    uint32_t generation;
    struct name names[NAMES];
    size_t name_count, name_used;
    uint16_t slots[SLOTS];      /* number of a name, from 1 on */
    char name_bytes[NAME_BYTES], uri_bytes[URI_BYTES];
};

/* ---- characters ---- */

enum { BLANK = 1, NAME = 2, START = 4, STOP = 8 /* what is not simply part of a value */ };

#define RANGE(from, to, c) [from ... to] = (c)
static const unsigned char class[256] = {
    ['\t'] = BLANK | STOP, ['\n'] = BLANK | STOP, ['\r'] = STOP, [' '] = BLANK, ['"'] = STOP, ['&'] = STOP, ['\''] = STOP,
    ['<'] = STOP, ['>'] = STOP, ['-'] = NAME, ['.'] = NAME, [':'] = NAME, ['_'] = NAME | START, RANGE('0', '9', NAME),
    RANGE('A', 'Z', NAME | START), RANGE('a', 'z', NAME | START),
};

static inline bool is(char c, unsigned char what)
{
    return class[(unsigned char)c] & what;
}

static void count_lines(struct markup_quick *q, const char *from, const char *to)
{
    while ((from = memchr(from, '\n', (size_t)(to - from))) != NULL) {
        q->line++;
        from++;
    }
}

static void skip_blanks(struct markup_quick *q)
{
    for (; is(*q->at, BLANK); q->at++)
        q->line += *q->at == '\n';
}

static bool same(const char *at, size_t len, const char *text)
{
    return strlen(text) == len && memcmp(at, text, len) == 0;
}

/* ---- names ---- */

/* A new name; NULL: no room, or none that is plain. */
static struct name *add_name(struct markup_quick *q, const char *at, size_t len, uint32_t hash)
{
    const char *colon = memchr(at, ':', len), *local = colon ? colon + 1 : at;
    size_t local_len = len - (size_t)(local - at);
    if (q->name_count == NAMES || q->name_used + local_len + 1 > NAME_BYTES || !local_len || !is(*local, START) ||
        memchr(local, ':', local_len))
        return NULL;
    struct name *n = &q->names[q->name_count++];
    char *copy = q->name_bytes + q->name_used;
    memcpy(copy, local, local_len);
    copy[local_len] = '\0';
    q->name_used += local_len + 1;
    *n = (struct name){.at = at, .local = copy, .len = (unsigned char)len, .hash = hash,
                       .prefix = (unsigned char)(colon ? colon - at : 0)};
    return n;
}

static struct name *name_of(struct markup_quick *q, const char *at, size_t len, uint32_t hash)
{
    for (uint32_t slot = hash % SLOTS;; slot = (slot + 1) % SLOTS) { /* never full: SLOTS > NAMES */
        if (q->slots[slot]) {
            struct name *n = &q->names[q->slots[slot] - 1];
            if (n->hash == hash && n->len == len && memcmp(n->at, at, len) == 0)
                return n;
            continue;
        }
        struct name *made = add_name(q, at, len, hash);
        if (made)
            q->slots[slot] = (uint16_t)q->name_count;
        return made;
    }
}

/* The name at `at`, passed; NULL if there is none that is plain. */
static struct name *read_name(struct markup_quick *q)
{
    const char *from = q->at, *at = from;
    uint32_t hash = 2166136261u; /* FNV-1a */
    if (!is(*at, START))
        return NULL;
    for (; is(*at, NAME); at++)
        hash = (hash ^ (unsigned char)*at) * 16777619u;
    q->at = at;
    size_t len = (size_t)(at - from);
    return len <= NAME_LONGEST ? name_of(q, from, len, hash) : NULL;
}

/* ---- namespaces ---- */

/* An address that libxml2 has nothing to say about. */
static bool plain_uri(const char *at, size_t len)
{
    static const struct { const char *scheme, *signs; } known[] = {{"http://", "._/-"}, {"https://", "._/-"}, {"urn:", "._:-"}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        size_t n = strlen(known[i].scheme);
        if (len <= n || memcmp(at, known[i].scheme, n) != 0)
            continue;
        for (size_t k = n; k < len; k++)
            if (!is(at[k], START) && (at[k] < '0' || at[k] > '9') && (k == n || !strchr(known[i].signs, at[k])))
                return false;
        return true;
    }
    return false;
}

static bool bind(struct markup_quick *q, const char *prefix, size_t len, const char *uri, size_t uri_len, int depth)
{
    for (size_t i = q->binding_count; i > 0 && q->bindings[i - 1].depth == depth; i--)
        if (q->bindings[i - 1].len == len && memcmp(q->bindings[i - 1].prefix, prefix, len) == 0)
            return false;
    if (q->binding_count == BINDINGS || uri_len + 1 > URI_BYTES - q->uri_used)
        return false;
    char *copy = q->uri_bytes + q->uri_used;
    memcpy(copy, uri, uri_len);
    copy[uri_len] = '\0';
    q->bindings[q->binding_count++] = (struct binding){prefix, len, copy, q->uri_used, markup_space_of(copy), depth};
    q->uri_used += uri_len + 1;
    q->generation++;
    return true;
}

/* xmlns="..." or xmlns:p="..." of the element that opens; false: it is not plain. */
static bool declare(struct markup_quick *q, const struct name *n, const char *uri, size_t len)
{
    static const char xml[] = "http://www.w3.org/XML/1998/namespace", xmlns[] = "http://www.w3.org/2000/xmlns/";
    const char *prefix = n->prefix ? n->local : "";
    if (!plain_uri(uri, len) || same(uri, len, xml) || same(uri, len, xmlns) || strcmp(prefix, "xml") == 0 ||
        strcmp(prefix, "xmlns") == 0)
        return false;
    return bind(q, prefix, strlen(prefix), uri, len, q->r->depth + 1);
}

/* Forgets what the element that closes declared. */
static void unbind(struct markup_quick *q, int depth)
{
    while (q->bindings[q->binding_count - 1].depth >= depth) { /* that of "xml" is of depth 0 */
        q->uri_used = q->bindings[--q->binding_count].uris;
        q->generation++;
    }
}

/* Finds the namespace of an element, or of an attribute with a prefix; false if the prefix is not declared. */
static bool resolve(struct markup_quick *q, struct name *n)
{
    if (n->generation == q->generation)
        return true;
    n->uri = NULL;
    n->space = SPACE_NONE;
    for (size_t i = q->binding_count; i > 0; i--) {
        const struct binding *b = &q->bindings[i - 1];
        if (b->len != n->prefix || memcmp(b->prefix, n->at, b->len) != 0)
            continue;
        n->uri = b->uri;
        n->space = b->space;
        break;
    }
    n->generation = q->generation;
    return n->uri || !n->prefix;
}

/* ---- tags ---- */

/* Behind the name of an attribute: ="value", passed. */
static bool value(struct markup_quick *q, const char **at, const char **end)
{
    if (*q->at != '=' || (q->at[1] != '"' && q->at[1] != '\''))
        return false;
    const char quote = q->at[1], *stop = q->at + 2;
    *at = stop;
    for (;; stop++) {
        if (!is(*stop, STOP))
            continue;
        if (*stop == quote)
            break;
        if ((*stop != '"' && *stop != '\'' && *stop != '>') || stop + 1 == q->end)
            return false;
    }
    *end = stop;
    q->at = stop + 1;
    return true;
}

/* Of xml: only what every program writes; libxml2 has something to say about others. */
static bool plain_attribute(const struct name *n, const char *at, size_t len)
{
    return !same(n->at, n->prefix, "xml") || (strcmp(n->local, "space") == 0 && same(at, len, "preserve"));
}

static bool attributes(struct markup_quick *q)
{
    q->attribute_count = 0;
    for (;;) {
        const char *before = q->at, *at, *end;
        skip_blanks(q);
        if (*q->at == '>' || *q->at == '/')
            return true;
        struct name *n = q->at > before ? read_name(q) : NULL;
        if (!n || !value(q, &at, &end))
            return false;
        if (same(n->at, n->prefix ? n->prefix : n->len, "xmlns")) {
            if (!declare(q, n, at, (size_t)(end - at)))
                return false;
        } else if (q->attribute_count == ATTRIBUTES || !plain_attribute(n, at, (size_t)(end - at))) {
            return false;
        } else {
            q->attributes[q->attribute_count++] = (struct attribute){n, at, end};
        }
    }
}

static const char *uri_of(const struct name *attribute)
{
    return attribute->prefix ? attribute->uri : NULL;
}

/* Gives the attributes the shape that markup_value reads; false if one stands twice, or its prefix is not declared. */
static bool shape(struct markup_quick *q, const char **fields)
{
    for (size_t i = 0; i < q->attribute_count; i++) {
        struct attribute *a = &q->attributes[i];
        if (a->name->prefix && !resolve(q, a->name))
            return false;
        const char *uri = uri_of(a->name);
        for (size_t k = 0; k < i; k++) {
            const struct name *other = q->attributes[k].name;
            if (other == a->name)
                return false;
            const char *its = uri_of(other);
            if (uri && its && strcmp(uri, its) == 0 && strcmp(other->local, a->name->local) == 0)
                return false;
        }
        const char *const all[MARKUP_ATTRIBUTE_FIELDS] = {a->name->local, NULL, uri, a->value, a->end};
        memcpy(fields + i * MARKUP_ATTRIBUTE_FIELDS, all, sizeof all);
    }
    return true;
}

static bool close_element(struct markup_quick *q, const struct name *n)
{
    const struct markup_tag tag = {n->space, n->local, n->uri, NULL, 0, q->line};
    int depth = q->r->depth;
    bool on = markup_close(q->r, &tag);
    unbind(q, depth);
    return on;
}

/* At '<' and what may be a name. */
static bool open_tag(struct markup_quick *q)
{
    const char *fields[ATTRIBUTES * MARKUP_ATTRIBUTE_FIELDS], *tag_at = q->at++;
    if (q->r->depth == 0 && q->rooted)
        return false;
    struct name *n = read_name(q);
    if (!n || !attributes(q) || q->at - tag_at > TAG_LONGEST || !shape(q, fields) || !resolve(q, n))
        return false;
    bool empty = *q->at == '/';
    if (empty && *++q->at != '>')
        return false;
    const struct markup_tag tag = {n->space, n->local, n->uri, fields, (int)q->attribute_count, q->line};
    q->rooted = true;
    q->at++;
    if (!markup_open(q->r, &tag))
        return false;
    q->open[q->r->depth] = n;
    return !empty || close_element(q, n);
}

static bool end_tag(struct markup_quick *q)
{
    const struct name *n = q->r->depth > 0 ? q->open[q->r->depth] : NULL;
    q->at += 2;
    if (!n || (size_t)(q->end - q->at) <= n->len || memcmp(q->at, n->at, n->len) != 0)
        return false;
    q->at += n->len;
    skip_blanks(q);
    if (*q->at != '>' || !resolve(q, q->open[q->r->depth]))
        return false;
    q->at++;
    return close_element(q, n);
}

/* ---- text ---- */

static bool text_with_entities(struct markup_quick *q, const char *stop)
{
    for (const char *from = q->at; from < stop; ) {
        const char *sign = memchr(from, '&', (size_t)(stop - from)), *to = sign ? sign : stop;
        char c;
        if (to > from && !markup_text(q->r, from, (size_t)(to - from)))
            return false;
        if (!sign)
            break;
        size_t len = xml_entity(sign, stop, &c);
        if (!len || !markup_text(q->r, &c, 1))
            return false;
        from = sign + len;
    }
    return true;
}

/* Text up to `stop`. Outside of all elements there are only blanks; lines may end with a return there. */
static bool text(struct markup_quick *q, const char *stop)
{
    const size_t len = (size_t)(stop - q->at);
    if (q->r->depth == 0) {
        for (const char *c = q->at; c < stop; c++)
            if (!is(*c, BLANK) && (*c != '\r' || c[1] != '\n'))
                return false;
    } else if (len > 0 && q->signs) {
        if (memchr(q->at, '\r', len) || memmem(q->at, len, "]]>", 3) || !text_with_entities(q, stop))
            return false;
    } else if (len > 0 && !markup_text(q->r, q->at, len)) {
        return false;
    }
    count_lines(q, q->at, stop);
    q->at = stop;
    return true;
}

/* ---- the part ---- */

static bool pass(struct markup_quick *q, const char *words)
{
    size_t len = strlen(words);
    if ((size_t)(q->end - q->at) <= len || memcmp(q->at, words, len) != 0)
        return false;
    q->at += len;
    return true;
}

/* <?xml version="1.0" encoding="UTF-8" standalone="yes"?>, the last two or one of them absent. */
static bool declaration(struct markup_quick *q)
{
    if (!pass(q, "<?xml"))
        return true;
    if (!pass(q, " version=\"1.0\""))
        return false;
    if (!pass(q, " encoding=\"UTF-8\""))
        pass(q, " encoding=\"utf-8\"");
    if (!pass(q, " standalone=\"yes\""))
        pass(q, " standalone=\"no\"");
    return pass(q, "?>");
}

static bool content(struct markup_quick *q)
{
    const char *tag;
    while (q->at < q->end && (tag = memchr(q->at, '<', (size_t)(q->end - q->at))) != NULL)
        if (!text(q, tag) || !(tag[1] == '/' ? end_tag(q) : open_tag(q)))
            return false;
    return q->at == q->end && q->r->depth == 0 && q->rooted;
}

struct markup_quick *markup_quick(struct markup_reading *r, const char *at, size_t len, bool *whole)
{
    struct markup_quick *q = malloc(sizeof *q);
    *whole = false;
    if (!q)
        return NULL;
    while (len > 0 && is(at[len - 1], BLANK))
        len--;
    q->r = r;
    q->at = at;
    q->end = at + len;
    q->line = 1;
    q->rooted = false;
    q->attribute_count = q->binding_count = q->uri_used = q->name_count = q->name_used = 0;
    q->generation = 0;
    memset(q->slots, 0, sizeof q->slots);
    static const char xml[] = "http://www.w3.org/XML/1998/namespace";
    *whole = len > 0 && at[len - 1] == '>' && xml_check(at, len, &q->signs) && bind(q, "xml", 3, xml, sizeof xml - 1, 0) &&
             declaration(q) && content(q);
    return q;
}

void markup_quick_free(struct markup_quick *q)
{
    free(q);
}
