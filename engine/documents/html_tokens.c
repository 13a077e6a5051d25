/* Tags, text and what is neither, as browsers tell them apart (HTML Living Standard, 13.2.5). */
#include <libxml/HTMLparser.h>
#include <string.h>
#include <strings.h>

#include "documents/html.h"

enum { REFERENCE_MOST = 32 };

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static size_t left(const struct html_tokens *t)
{
    return (size_t)(t->end - t->at);
}

/* Goes to `to`, counting lines. */
static void advance(struct html_tokens *t, const char *to)
{
    while (t->at < to) {
        const char *line = memchr(t->at, '\n', (size_t)(to - t->at));
        t->line += line != NULL;
        t->at = line ? line + 1 : to;
    }
}

static bool begins(const struct html_tokens *t, const char *with)
{
    size_t n = strlen(with);
    return left(t) >= n && strncasecmp(t->at, with, n) == 0;
}

static bool never_closed(struct html_tokens *t, const char *what, struct fault *f)
{
    fault_set(f, FAULT_HTML_OPEN, what);
    f->line = t->line;
    return false;
}

/* Goes past `mark`; false with the fault set when it does not come any more. */
static bool past(struct html_tokens *t, const char *mark, const char *what, struct fault *f)
{
    const char *at = memmem(t->at, left(t), mark, strlen(mark));
    if (!at)
        return never_closed(t, what, f);
    advance(t, at + strlen(mark));
    return true;
}

static bool skip_comment(struct html_tokens *t, struct fault *f)
{
    if (begins(t, "<!-->") || begins(t, "<!--->")) {
        advance(t, t->at + (t->at[4] == '>' ? 5 : 6));
        return true;
    }
    return past(t, "-->", "<!--", f);
}

/* ---- tags ---- */

static void take_name(struct html_tokens *t, char out[HTML_NAME_SIZE])
{
    size_t n = 0;
    const char *p = t->at;
    for (; p < t->end && !is_blank(*p) && *p != '/' && *p != '>'; p++, n++)
        if (n + 1 < HTML_NAME_SIZE)
            out[n] = is_letter(*p) ? (char)(*p | 0x20) : *p;
    out[n < HTML_NAME_SIZE ? n : 0] = '\0';
    t->at = p;
}

static bool is_attribute(struct html_piece name, const char *word)
{
    return name.len == strlen(word) && strncasecmp(name.at, word, name.len) == 0;
}

/* The first of two attributes with one name counts. */
static void keep(struct html_attributes *a, struct html_piece name, struct html_piece value)
{
    struct { const char *name; struct html_piece *to; } known[] = {
        {"style", &a->style}, {"hidden", &a->hidden}, {"align", &a->align}, {"type", &a->type},
        {"start", &a->start}, {"value", &a->value}, {"reversed", &a->reversed}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (is_attribute(name, known[i].name) && !known[i].to->at)
            *known[i].to = value;
}

static void skip_blanks(struct html_tokens *t)
{
    const char *p = t->at;
    while (p < t->end && is_blank(*p))
        p++;
    advance(t, p);
}

/* The value behind '=': quoted, or up to white space. */
static bool take_value(struct html_tokens *t, struct html_piece *out)
{
    skip_blanks(t);
    if (t->at < t->end && (*t->at == '"' || *t->at == '\'')) {
        const char *start = t->at + 1, *close = memchr(start, *t->at, (size_t)(t->end - start));
        if (!close)
            return false;
        *out = (struct html_piece){start, (size_t)(close - start)};
        advance(t, close + 1);
        return true;
    }
    const char *start = t->at;
    while (t->at < t->end && !is_blank(*t->at) && *t->at != '>')
        t->at++;
    *out = (struct html_piece){start, (size_t)(t->at - start)};
    return true;
}

/* The attributes up to the end of the tag, and past it. False when the page ends before. */
static bool take_attributes(struct html_tokens *t, struct html_attributes *a)
{
    for (;;) {
        while (t->at < t->end && (is_blank(*t->at) || *t->at == '/'))
            advance(t, t->at + 1);
        if (t->at == t->end)
            return false;
        if (*t->at == '>') {
            t->at++;
            return true;
        }
        struct html_piece name = {t->at++, 0}, value = {"", 0}; /* a '=' at the front belongs to the name */
        while (t->at < t->end && !is_blank(*t->at) && *t->at != '/' && *t->at != '>' && *t->at != '=')
            t->at++;
        name.len = (size_t)(t->at - name.at);
        skip_blanks(t);
        if (t->at < t->end && *t->at == '=') {
            t->at++;
            if (!take_value(t, &value))
                return false;
        }
        keep(a, name, value);
    }
}

/* Elements whose content is no markup and no text to be read. */
static bool is_raw(const char *name)
{
    static const char *const names[] = {"script", "style", "title", "iframe", "noembed", "noframes", "noscript", "template"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

/* Goes to the end tag of the raw element; the end tag itself is left. */
static bool skip_raw(struct html_tokens *t, const char *name, struct fault *f)
{
    size_t n = strlen(name);
    uint32_t line = t->line;
    for (const char *p = t->at; (p = memmem(p, (size_t)(t->end - p), "</", 2)) != NULL; p += 2) {
        const char *after = p + 2 + n;
        if (after < t->end && strncasecmp(p + 2, name, n) == 0 && (is_blank(*after) || *after == '>' || *after == '/')) {
            advance(t, p);
            return true;
        }
    }
    t->line = line;
    return never_closed(t, name, f);
}

static bool take_tag(struct html_tokens *t, struct html_token *out, struct fault *f)
{
    struct html_tokens start = *t;
    bool closing = t->at[1] == '/';
    memset(&out->attributes, 0, sizeof out->attributes);
    out->kind = closing ? HTML_END : HTML_START;
    out->line = t->line;
    t->at += closing ? 2 : 1;
    take_name(t, out->name);
    if (!take_attributes(t, &out->attributes))
        return never_closed(&start, closing ? "</" : "<", f);
    return closing || !is_raw(out->name) || skip_raw(t, out->name, f);
}

/* ---- all of it ---- */

/* Goes past what stands here and is neither tag nor text; *done: there was such. */
static bool skip_other(struct html_tokens *t, bool *done, struct fault *f)
{
    *done = true;
    if (begins(t, "<!--"))
        return skip_comment(t, f);
    bool bogus = begins(t, "<!") || begins(t, "<?") || (begins(t, "</") && left(t) > 2 && !is_letter(t->at[2]));
    if (bogus)
        return past(t, ">", "<", f);
    *done = false;
    return true;
}

static bool is_tag(const struct html_tokens *t)
{
    return left(t) > 1 && *t->at == '<' && (is_letter(t->at[1]) || (t->at[1] == '/' && left(t) > 2 && is_letter(t->at[2])));
}

bool html_next(struct html_tokens *t, struct html_token *out, struct fault *f)
{
    bool done = true;
    while (done && t->at < t->end && *t->at == '<')
        if (!skip_other(t, &done, f))
            return false;
    out->line = t->line;
    out->kind = HTML_DONE;
    if (t->at == t->end)
        return true;
    if (is_tag(t))
        return take_tag(t, out, f);
    const char *stop = memchr(t->at + 1, '<', left(t) - 1);
    out->kind = HTML_TEXT;
    out->text = (struct html_piece){t->at, (size_t)((stop ? stop : t->end) - t->at)};
    advance(t, stop ? stop : t->end);
    return true;
}

/* ---- character references ---- */

/* What is no character counts as U+FFFD; 0x80 .. 0x9F are those of Windows-1252, as everywhere on the web. */
static uint32_t character_of(uint32_t c)
{
    static const uint16_t windows[32] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                         0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                         0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
    if (c >= 0x80 && c < 0xA0)
        c = windows[c - 0x80];
    bool control = (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0);
    return control || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000) ? 0xFFFD : c;
}

static uint32_t number_reference(const char *at, const char *end, size_t *len)
{
    bool hex = end - at > 2 && (at[2] | 0x20) == 'x';
    const char *p = at + (hex ? 3 : 2), *digits = p;
    uint32_t c = 0;
    for (; p < end; p++) {
        uint32_t digit = *p >= '0' && *p <= '9' ? (uint32_t)(*p - '0') :
                         hex && (*p | 0x20) >= 'a' && (*p | 0x20) <= 'f' ? (uint32_t)((*p | 0x20) - 'a' + 10) : 16;
        if (digit == 16)
            break;
        c = c > 0x110000 ? c : c * (hex ? 16 : 10) + digit;
    }
    if (p == digits)
        return 0;
    *len = (size_t)(p - at) + (p < end && *p == ';');
    return character_of(c);
}

uint32_t html_reference(const char *at, const char *end, size_t *len)
{
    char name[REFERENCE_MOST];
    size_t n = 0;
    if (end - at < 3 || *at != '&')
        return 0;
    if (at[1] == '#')
        return number_reference(at, end, len);
    for (const char *p = at + 1; p < end && n + 1 < sizeof name && (is_letter(*p) || (*p >= '0' && *p <= '9')); p++)
        name[n++] = *p;
    name[n] = '\0';
    bool ended = at + 1 + n < end && at[1 + n] == ';';
    /* HTML 4 has what contracts hold; &apos; is newer. */
    const htmlEntityDesc *known = ended ? htmlEntityLookup((const xmlChar *)name) : NULL;
    if (!known && !(ended && strcmp(name, "apos") == 0))
        return 0;
    *len = n + 2;
    return known ? known->value : '\'';
}
