/* The reader of documents that are written plainly, which is nearly all of them: elements of our namespace without prefix,
 * attributes and text in UTF-8, comments, the five entities of XML. It makes nodes straight from the bytes, several times as
 * fast as a parser for all of XML can hand them over.
 *
 * It only ever says yes. Whatever it does not know, and whatever is wrong in any way (XML 1.0, the schema, a cap), makes it
 * give up, and libxml2 reads the document from its beginning: so it needs no words for faults, and what is refused, and why,
 * does not depend on it. What it takes it must take as libxml2 does: the tests read many documents both ways. */
#include <stdint.h>
#include <string.h>

#include "documents/field_set.h"
#include "documents/xml_check.h"
#include "documents/xml_reader.h"

enum { TAG_MOST = 1024 }; /* longer tags have their attributes counted before libxml2 sees them (xml.c) */

/* Everything up to `end` has been looked at by xml_check, and before it stands a '>': what looks for the end of a name, a
 * value or blanks ends there at the latest. */
struct scan {
    struct xml_reader *x;
    const char *at, *end;
    uint32_t line;          /* of `at` */
    unsigned signs;         /* that occur in the document */
};

/* ---- characters ---- */

enum { BLANK = 1, NAME = 2, STOP = 4 /* what is not simply part of a value */ };

#define RANGE(from, to, c) [from ... to] = (c)
static const unsigned char class[256] = {
    RANGE(0, 8, STOP), ['\t'] = BLANK | STOP, ['\n'] = BLANK | STOP, RANGE(11, 12, STOP), ['\r'] = BLANK | STOP, RANGE(14, 31, STOP),
    [' '] = BLANK, ['"'] = STOP, ['&'] = STOP, ['\''] = STOP, ['<'] = STOP, ['>'] = STOP,
    ['-'] = NAME, ['.'] = NAME, [':'] = NAME, ['_'] = NAME, RANGE('0', '9', NAME), RANGE('A', 'Z', NAME), RANGE('a', 'z', NAME),
    RANGE(128, 255, NAME),
};

static inline bool is(char c, unsigned char what)
{
    return class[(unsigned char)c] & what;
}

/* A lone return is white space of another kind, which libxml2 knows about. */
static bool skip_blanks(struct scan *s)
{
    for (; s->at < s->end && is(*s->at, BLANK); s->at++) {
        if (*s->at == '\n')
            s->line++;
        else if (*s->at == '\r' && s->at[1] != '\n')
            return false;
    }
    return true;
}

static void count_lines(struct scan *s, const char *from, const char *to)
{
    while ((from = memchr(from, '\n', (size_t)(to - from))) != NULL) {
        s->line++;
        from++;
    }
}

static bool follows(const struct scan *s, const char *text, size_t len)
{
    return (size_t)(s->end - s->at) > len && memcmp(s->at, text, len) == 0;
}

static bool same(const char *at, size_t len, const char *text)
{
    return strlen(text) == len && memcmp(at, text, len) == 0;
}

/* ---- attributes ---- */

/* A value behind its opening quote. */
struct value_at {
    const char *at;
    size_t len;
};

/* The rest of a value in which entities stand. */
static bool value_with_entities(struct scan *s, char quote, struct value_at *v)
{
    struct buffer *to = &s->x->value;
    const char *stop = s->at;
    buffer_clear(to);
    buffer_add(to, v->at, (size_t)(stop - v->at));
    for (; *stop != quote; stop++) {
        char c = *stop;
        if (c == '&') {
            size_t len = xml_entity(stop, s->end, &c);
            if (!len)
                return false;
            stop += len - 1;
        } else if (is(c, STOP) && c != '"' && c != '\'' && (c != '>' || stop + 1 == s->end)) {
            return false;
        }
        buffer_putc(to, c);
    }
    s->at = stop + 1;
    *v = (struct value_at){to->at, to->len};
    return !to->failed;
}

static bool value(struct scan *s, struct value_at *v)
{
    const char quote = *s->at++;
    if (quote != '"' && quote != '\'')
        return false;
    v->at = s->at;
    for (const char *stop = s->at;; stop++) {
        if (!is(*stop, STOP))
            continue;
        if (*stop == quote) {
            v->len = (size_t)(stop - v->at);
            s->at = stop + 1;
            return true;
        }
        if (*stop == '&') {
            s->at = stop;
            return value_with_entities(s, quote, v);
        }
        /* No '<', no white space that is to be made blanks, and not beyond the document. */
        if ((*stop != '"' && *stop != '\'' && *stop != '>') || stop + 1 == s->end)
            return false;
    }
}

/* What the first element says of namespaces, and where editors find the schema. */
enum declared { DECLARED_OURS = 1, DECLARED_INSTANCE = 2, HINTED = 4, HINTED_NONE = 8 };

static bool declaration(const char *name, size_t len, const struct value_at *v, unsigned *declared)
{
    static const struct { const char *name; const char *value; unsigned declares; } known[] = {
        {"xmlns", KIJUN_NAMESPACE, DECLARED_OURS},
        {"xmlns:xsi", XML_INSTANCE_NAMESPACE, DECLARED_INSTANCE},
        {"xsi:schemaLocation", NULL, HINTED},
        {"xsi:noNamespaceSchemaLocation", NULL, HINTED_NONE},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (same(name, len, known[i].name)) {
            bool good = !(*declared & known[i].declares) && (!known[i].value || same(v->at, v->len, known[i].value));
            *declared |= known[i].declares;
            return good;
        }
    return false;
}

/* The attributes of a tag up to its end, '>' or '/'. */
static bool attributes(struct scan *s, const struct xml_kind *k, struct node *n)
{
    uint64_t seen = 0;
    unsigned declared = 0;
    for (;;) {
        const char *before = s->at;
        struct value_at v;
        if (!skip_blanks(s))
            return false;
        if (*s->at == '>' || *s->at == '/')
            break;
        const char *name = s->at;
        while (is(*s->at, NAME))
            s->at++;
        size_t len = (size_t)(s->at - name), i = xml_name_index(&k->fields, name, len);
        if (name == before || *s->at++ != '=' || !value(s, &v))
            return false;
        if (i == k->fields.count) {
            if (s->x->depth > 0 || !declaration(name, len, &v, &declared))
                return false;
            continue;
        }
        if (seen >> i & 1 || field_set(s->x->b->arena, n, &k->kind->fields[i], v.at, v.len) != SET_OK)
            return false;
        seen |= UINT64_C(1) << i;
    }
    bool hinted = declared & (HINTED | HINTED_NONE);
    return !(k->required & ~seen) && (s->x->depth > 0 || declared & DECLARED_OURS) && (!hinted || declared & DECLARED_INSTANCE);
}

/* ---- elements ---- */

/* At '<' and a name. */
static bool open_element(struct scan *s)
{
    struct xml_reader *x = s->x;
    const char *tag = s->at++, *name = s->at;
    uint32_t line = s->line;
    struct node *n;
    while (is(*s->at, NAME))
        s->at++;
    const struct xml_child *c = xml_child_named(x->frames[x->depth].kind, name, (size_t)(s->at - name));
    if (!c || x->depth >= LOAD_XML_DEPTH || (x->depth == 0 && x->opened) || !xml_make(x, c, line, &n))
        return false;
    x->opened = true;
    if (!attributes(s, c->kind, n) || s->at - tag >= TAG_MOST)
        return false;
    x->frames[++x->depth] = (struct xml_frame){c->kind, n};
    x->prose_line = s->line;
    if (*s->at++ == '>')
        return true;
    xml_close(x, "", 0, s->line);
    return *s->at++ == '>' && !x->failed;
}

/* At "</": true if the name is that of the open element. Passes the tag. */
static bool end_tag(struct scan *s)
{
    const struct xml_kind *k = s->x->frames[s->x->depth].kind;
    s->at += 2;
    if (!k->kind || !follows(s, k->kind->name, k->name_length)) /* none: outside of all elements */
        return false;
    s->at += k->name_length;
    return skip_blanks(s) && *s->at++ == '>';
}

static bool comment(struct scan *s)
{
    static const char open[] = "<!--";
    const size_t n = sizeof open - 1;
    if (!follows(s, open, n) || s->at[n] == '-' || s->at[n] == '>')
        return false;
    const char *stop = memmem(s->at + n, (size_t)(s->end - s->at) - n, "--", 2);
    if (!stop || stop + 2 >= s->end || stop[2] != '>')
        return false;
    count_lines(s, s->at, stop);
    s->at = stop + 3;
    return true;
}

/* ---- text ---- */

/* The length of what is simply text. */
static size_t plain_text(const char *at, const char *stop)
{
    const char *from = at;
    while (at < stop && *at != '&' && *at != '\r')
        at++;
    return (size_t)(at - from);
}

/* Appends text up to `stop` as it is meant. */
static bool add_text(struct scan *s, const char *stop)
{
    struct buffer *to = &s->x->prose;
    if (memmem(s->at, (size_t)(stop - s->at), "]]>", 3))
        return false;
    count_lines(s, s->at, stop);
    for (const char *from = s->at; from < stop; ) {
        size_t plain = plain_text(from, stop);
        buffer_add(to, from, plain);
        from += plain;
        if (from == stop)
            break;
        char c = '\n';
        size_t len = *from == '&' ? xml_entity(from, stop, &c) : from[1] == '\n' ? 2 : 0;
        if (!len)
            return false;
        buffer_putc(to, c);
        from += len;
    }
    s->at = stop;
    return !to->failed;
}

/* The text of the open element, to its end. */
static bool prose(struct scan *s)
{
    struct xml_reader *x = s->x;
    const char *from = s->at, *stop = memchr(from, '<', (size_t)(s->end - from));
    if (stop && stop[1] == '/' && !s->signs) { /* the bytes are the text */
        count_lines(s, from, stop);
        s->at = stop;
        if (!end_tag(s))
            return false;
        xml_close(x, from, (size_t)(stop - from), x->prose_line);
        return !x->failed;
    }
    buffer_clear(&x->prose);
    for (; stop; stop = memchr(s->at, '<', (size_t)(s->end - s->at))) {
        if (!add_text(s, stop))
            return false;
        if (stop[1] != '/' && comment(s))
            continue;
        if (stop[1] != '/' || !end_tag(s))
            return false;
        xml_close(x, x->prose.at, x->prose.len, x->prose_line);
        return !x->failed;
    }
    return false;
}

/* ---- the document ---- */

/* <?xml version="1.0" encoding="..."?>; the bytes are UTF-8 by now, whatever it says. */
static bool xml_declaration(struct scan *s)
{
    static const char version[] = "<?xml version=\"1.0\"", encoding[] = " encoding=\"";
    if (!follows(s, "<?xml", 5))
        return true;
    if (!follows(s, version, sizeof version - 1))
        return false;
    s->at += sizeof version - 1;
    if (follows(s, encoding, sizeof encoding - 1)) {
        s->at += sizeof encoding - 1;
        const char *name = s->at;
        while (is(*s->at, NAME) && *s->at != ':' && (unsigned char)*s->at < 0x80)
            s->at++;
        bool letter = (*name >= 'A' && *name <= 'Z') || (*name >= 'a' && *name <= 'z');
        if (!letter || *s->at++ != '"')
            return false;
    }
    if (!follows(s, "?>", 2))
        return false;
    s->at += 2;
    return true;
}

static bool content(struct scan *s)
{
    struct xml_reader *x = s->x;
    while (s->at < s->end) {
        const struct kind *k = x->frames[x->depth].kind->kind;
        if (k && k->prose) {
            if (!prose(s))
                return false;
            continue;
        }
        if (!skip_blanks(s))
            return false;
        if (s->at == s->end)
            break;
        if (*s->at != '<')
            return false;
        bool good;
        if (s->at[1] == '/') {
            good = end_tag(s);
            if (good)
                xml_close(x, NULL, 0, 0);
        } else {
            good = s->at[1] == '!' ? comment(s) : open_element(s);
        }
        if (!good || x->failed)
            return false;
    }
    return x->depth == 0 && x->roots.count > 0;
}

bool xml_quick(struct xml_reader *x, const char *at, size_t len)
{
    struct scan s = {.x = x, .at = at, .line = 1};
    while (len > 0 && is(at[len - 1], BLANK))
        len--;
    s.end = at + len;
    if (!len || at[len - 1] != '>' || !xml_check(at, len, &s.signs))
        return false;
    x->quick = true;
    bool good = xml_declaration(&s) && content(&s) && !x->failed;
    x->quick = false;
    return good;
}
