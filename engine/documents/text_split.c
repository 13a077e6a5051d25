/* Clauses in the middle of a line. Text that was taken out of a PDF or a web page often holds a page in one line; its
 * numbers then stand behind a full stop or a wide gap. A number there begins a paragraph when it counts on from those
 * before it: "... of Section 4.2. Audit" has no new clause, "... ends. 4.2 Audit." after 4.1 has. */
#include <string.h>

#include "documents/label.h"
#include "documents/scan.h"
#include "documents/structure_parts.h"
#include "documents/text_lines.h"

enum {
    SPLIT_LEAST = 60,   /* bytes: a shorter paragraph holds one thing */
    LABEL_REACH = 200,  /* bytes looked at behind a place where a label may stand */
    HEADING_REACH = 90, /* bytes in which the heading of "7. Term." ends */
    SKIPPED = 2,        /* clauses that may be missing between two */
    ENTRY_MOST = 140    /* bytes of an entry of a table of contents */
};

struct splitter {
    const struct paragraphs *from;
    struct paragraphs *to;
    uint32_t article, section, top; /* the last of each */
    struct label dotted;
};

static bool just_after(uint32_t n, uint32_t last)
{
    return n > last && n <= last + 1 + (last ? SKIPPED : 0);
}

/* 4.2 after 4.1; 5.1 after 4.9; 4.1.1 after 4.1. */
static bool dotted_follows(const struct splitter *s, const struct label *l)
{
    const struct label *d = &s->dotted;
    size_t same = 0;
    while (same < l->depth && same < d->depth && l->parts[same] == d->parts[same])
        same++;
    if (d->depth == 0)
        return l->parts[l->depth - 1] == 1 && (s->top == 0 || l->parts[0] == s->top || l->parts[0] == s->article);
    if (same == l->depth)
        return false;
    if (same == d->depth)
        return l->depth == same + 1 && l->parts[same] == 1;
    if (!just_after(l->parts[same], d->parts[same]))
        return false;
    return same + 1 == l->depth || (same + 2 == l->depth && l->parts[same + 1] == 1);
}

/* "7. Term. The ..." or "7. TERM 7.1 ...": a heading in title case that ends soon. */
static bool has_heading(const char *at, const char *end)
{
    const char *stop = at;
    while (stop < end && stop - at < HEADING_REACH && *stop != '.' && *stop != ':' && *stop != '\v')
        stop++;
    bool ended = stop < end && stop - at < HEADING_REACH;
    while (stop > at && stop[-1] >= '0' && stop[-1] <= '9') /* 7.1 begins at its dot here */
        stop--;
    return ended && stop > at && heading_is_titled(at, (size_t)(stop - at)) &&
           !heading_has_verb(at, (size_t)(stop - at));
}

static bool follows(const struct splitter *s, const struct label *l, const char *text, const char *end)
{
    if (l->style == LABEL_ARTICLE)
        return !l->japanese && just_after(l->parts[0], s->article);
    if ((l->style == LABEL_SECTION || l->style == LABEL_DECIMAL) && l->depth > 1)
        return dotted_follows(s, l);
    if (l->style == LABEL_SECTION)
        return just_after(l->parts[0], s->section);
    if (l->style == LABEL_DECIMAL && l->shape == SHAPE_DOT)
        return (just_after(l->parts[0], s->top) || l->parts[0] == s->dotted.parts[0] + 1) && has_heading(text, end);
    bool letter = l->style == LABEL_LOWER || l->style == LABEL_ROMAN_LOWER || l->style == LABEL_UPPER;
    return letter && l->shape == SHAPE_PAREN;
}

static void remember(struct splitter *s, const struct label *l)
{
    if (l->style == LABEL_ANNEX)
        s->article = s->section = s->top = 0, s->dotted.depth = 0;
    else if (l->style == LABEL_ARTICLE)
        s->article = l->parts[0];
    else if (l->depth > 1)
        s->dotted = *l;
    else if (l->style == LABEL_SECTION)
        s->section = l->parts[0];
    else if (l->style == LABEL_DECIMAL && l->shape == SHAPE_DOT)
        s->top = l->parts[0];
}

/* True if a sentence ends, or a wide gap lies, right before `at`. Letters need the end of a sentence: in the middle of one
 * they enumerate. */
static bool is_opening(const char *start, const char *at)
{
    bool gap = false;
    const char *p = at;
    while (p > start && (p[-1] == ' ' || p[-1] == '\v' || p[-1] == '\n'))
        gap |= *--p == '\v';
    if (p == at || p == start)
        return false;
    return gap || p[-1] == '.' || p[-1] == '!' || (p[-1] == '"' && p - 1 > start && p[-2] == '.');
}

/* The next place from `at` on where a paragraph begins; NULL when none does. */
static const char *next_break(struct splitter *s, const char *start, const char *at, const char *end)
{
    for (; at < end; at++) {
        bool likely = (*at >= '0' && *at <= '9') || *at == '(' || *at == 'A' || *at == 'S';
        if (!likely || !is_opening(start, at))
            continue;
        struct label l;
        size_t reach = (size_t)(end - at) < LABEL_REACH ? (size_t)(end - at) : LABEL_REACH;
        while (reach > 0 && reach < (size_t)(end - at) && ((unsigned char)at[reach] & 0xC0) == 0x80)
            reach--;
        if (!label_read(at, reach, &l) || !l.sure || !follows(s, &l, at + l.len, end))
            continue;
        remember(s, &l);
        return at;
    }
    return NULL;
}

/* "Section 9.01 Survival 38": gaps instead of leader dots. */
static bool is_entry(const char *at, size_t len)
{
    struct label l;
    return len <= ENTRY_MOST && len > 0 && at[len - 1] >= '0' && at[len - 1] <= '9' && memchr(at, '\v', len) &&
           label_read(at, len, &l) && l.len < len - 4;
}

/* One piece as a paragraph, its gaps closed. */
static bool add_piece(struct splitter *s, const struct paragraph *p, const char *at, const char *end, uint32_t line)
{
    size_t len = (size_t)(end - at);
    bool entry = is_entry(at, len);
    struct paragraph *out = paragraph_add(s->to, line);
    if (!out || !paragraph_text(s->to, out, at, len))
        return false;
    char *text = (char *)(uintptr_t)out->at; /* our own copy */
    for (size_t i = 0; i < out->len; i++)
        if (text[i] == '\v')
            text[i] = ' ';
    out->contents = entry || p->contents;
    return true;
}

static uint32_t breaks(const char *at, const char *end)
{
    uint32_t n = 0;
    for (; at < end; at++)
        n += *at == '\n';
    return n;
}

static bool split(struct splitter *s, const struct paragraph *p)
{
    const char *at = p->at, *end = p->at + p->len;
    struct label l;
    uint32_t line = p->line;
    if (label_read(at, p->len < LABEL_REACH ? p->len : LABEL_REACH, &l) && l.sure)
        remember(s, &l);
    for (const char *next = p->len < SPLIT_LEAST ? NULL : next_break(s, at, at + 1, end); next;
         next = next_break(s, p->at, at + 1, end)) {
        if (!add_piece(s, p, at, next, line))
            return false;
        line += breaks(at, next);
        at = next;
    }
    return add_piece(s, p, at, end, line);
}

bool text_split(const struct paragraphs *from, struct paragraphs *to)
{
    struct splitter s = {.from = from, .to = to};
    for (size_t i = 0; i < from->count; i++)
        if (!split(&s, &from->at[i]))
            return false;
    return true;
}
