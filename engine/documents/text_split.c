/* Clauses in the middle of a line. Text that was taken out of a PDF or a web page often holds a page in one line; its
 * numbers then stand behind a full stop or a wide gap. A number there begins a paragraph when it counts on from those
 * before it: "... of Section 4.2. Audit" has no new clause, "... ends. 4.2 Audit." after 4.1 has. */
#include <string.h>

#include "documents/label.h"
#include "documents/scan.h"
#include "documents/structure_parts.h"
#include "documents/text_lines.h"

enum {
    SPLIT_LEAST = 24,   /* bytes: a shorter paragraph holds one thing */
    LABEL_REACH = 200,  /* bytes looked at behind a place where a label may stand */
    HEADING_REACH = 90, /* bytes in which the heading of "7. Term." ends */
    SKIPPED = 2,        /* clauses that may be missing between two */
    ENTRY_MOST = 140,   /* bytes of an entry of a table of contents */
    ENTRIES_EVERY = 70, /* bytes: a text with a page number that often is a table of contents */
    HEAD_LEAST = 10,    /* bytes of a running head */
    HEAD_MOST = 300,
    FRONT = 8,          /* paragraphs in which the title is looked for */
    FRONT_REACH = 500   /* bytes of them */
};

struct splitter {
    struct paragraphs *to;
    const struct paragraph *head_of; /* a paragraph that begins with the running head */
    size_t head;                     /* bytes of it, 0: none */
    uint32_t article, section, top; /* the last of each */
    struct label dotted;
    bool contents;                  /* inside a table of contents */
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
    return gap || p[-1] == '.' || p[-1] == ':' || (p[-1] == '"' && p - 1 > start && p[-2] == '.');
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

static bool is_blank(char c)
{
    return c == ' ' || c == '\v' || c == '\n';
}

/* The bytes without a page number in Roman numerals at their end: "Miscellaneous 38 ii", at the foot of a page. */
static size_t without_foot(const char *at, size_t len)
{
    size_t n = len;
    while (n > 0 && strchr("ivxl", at[n - 1]))
        n--;
    if (n == len || n == 0 || !is_blank(at[n - 1]))
        return len;
    while (n > 0 && is_blank(at[n - 1]))
        n--;
    return n > 0 && at[n - 1] >= '0' && at[n - 1] <= '9' ? n : len;
}

/* "9.01 Survival 38": a number, a title and a page, as in a table of contents. */
static bool is_entry(const struct splitter *s, const char *at, size_t len)
{
    struct label l;
    len = without_foot(at, len);
    bool page = len > 0 && len <= ENTRY_MOST && at[len - 1] >= '0' && at[len - 1] <= '9';
    return s->contents && page && label_read(at, len, &l) && l.len + 4 < len;
}

/* Where "Table of Contents", or CONTENTS as a word of its own, stands. */
static const char *find_contents(const char *at, size_t len)
{
    static const char whole[] = "TABLE OF ";
    const size_t before = sizeof whole - 1;
    const char *found = memmem(at, len, "CONTENTS", 8);
    if (found && (size_t)(found - at) >= before && memcmp(found - before, whole, before) == 0)
        return found - before;
    bool word = found && (found == at || is_blank(found[-1])) && (size_t)(found + 8 - at) < len && is_blank(found[8]);
    return word ? found : memmem(at, len, "Table of Contents", 17);
}

/* A table of contents that was put into one line: a page number in every few words. */
static bool is_dense(const char *at, size_t len, size_t least)
{
    size_t numbers = 0;
    for (size_t i = 1; i < len; i++) {
        bool digit = at[i] >= '0' && at[i] <= '9';
        if (!digit || !is_blank(at[i - 1]))
            continue;
        while (i < len && at[i] >= '0' && at[i] <= '9')
            i++;
        numbers += i == len || is_blank(at[i]);
    }
    return numbers * ENTRIES_EVERY >= len && numbers >= least;
}

/* True if this piece belongs to a table of contents. Behind its end the numbers begin anew. */
static bool in_contents(struct splitter *s, const char *at, size_t len)
{
    const char *title = find_contents(at, len);
    if (title)
        s->contents = true;
    if (!s->contents)
        return false;
    if (is_entry(s, at, len) || is_dense(at, len, title ? 4 : 2) || (title && len <= ENTRY_MOST))
        return true;
    if (len > ENTRY_MOST) {
        s->contents = false;
        s->article = s->section = s->top = 0;
        s->dotted.depth = 0;
    }
    return false;
}

/* One piece as a paragraph, its gaps closed. */
static bool add_piece(struct splitter *s, const struct paragraph *p, const char *at, const char *end, uint32_t line)
{
    size_t len = (size_t)(end - at);
    struct paragraph *out = paragraph_add(s->to, line);
    if (!out || !paragraph_text(s->to, out, at, len))
        return false;
    char *text = (char *)(uintptr_t)out->at; /* our own copy */
    out->contents = in_contents(s, text, out->len) || p->contents;
    for (size_t i = 0; i < out->len; i++)
        if (text[i] == '\v')
            text[i] = ' ';
    return true;
}

static uint32_t breaks(const char *at, const char *end)
{
    uint32_t n = 0;
    for (; at < end; at++)
        n += *at == '\n';
    return n;
}

/* ---- the front of the document ---- */

/* Behind "Exhibit 10.1 " at the front of a filed document: its number in the filing. */
static const char *past_filing_number(const char *at, const char *end)
{
    struct scan s = scan_text(at, (size_t)(end - at));
    if (!scan_word_any_case(&s, "exhibit") || scan_spaces(&s) == 0)
        return at;
    while (s.at < end && *s.at != ' ' && *s.at != '\v')
        s.at++;
    return s.at;
}

/* Behind "... SERVICES AGREEMENT" in capitals, where "This Agreement is made" goes on; NULL if there is no such place. */
static const char *past_title(const char *at, const char *end)
{
    static const char *const names[] = {"AGREEMENT", "CONTRACT", "ADDENDUM", "AMENDMENT", "LICENSE", "TERMS", NULL};
    static const char *const begins[] = {"This ", "THIS ", "This\v", "dated", "by and between", "between ", "BY AND ", NULL};
    if (end - at > FRONT_REACH)
        end = at + FRONT_REACH;
    for (const char *p = at; p < end && !(*p >= 'a' && *p <= 'z'); p++)
        for (size_t i = 0; names[i]; i++) {
            size_t n = strlen(names[i]);
            struct scan s = scan_text(p + n, (size_t)(end - p) > n ? (size_t)(end - p) - n : 0);
            if ((size_t)(end - p) <= n || memcmp(p, names[i], n) != 0)
                continue;
            bool gap = *s.at == '\v';
            while (s.at < end && (*s.at == ' ' || *s.at == '\v'))
                s.at++;
            if (s.at > p + n && (gap || scan_any(&s, begins)))
                return s.at;
        }
    return NULL;
}

/* Takes the number in the filing and the title off the front of a line that goes on with the text. */
static bool split_front(struct splitter *s, const struct paragraph *p, const char **at, const char *end)
{
    const char *start = past_filing_number(*at, end), *text = past_title(start, end);
    if (!text)
        return true;
    if (start > *at && !add_piece(s, p, *at, start, p->line))
        return false;
    if (!add_piece(s, p, start, text, p->line))
        return false;
    *at = text;
    return true;
}

/* ---- running heads ---- */

/* Bytes that both begin with, up to the end of a word. */
static size_t common(const struct paragraph *a, const struct paragraph *b)
{
    size_t n = 0, word = 0;
    for (; n < a->len && n < b->len && a->at[n] == b->at[n]; n++)
        if (a->at[n] == ' ' || a->at[n] == '\v')
            word = n + 1;
    return word;
}

/* The words with which the pages of this text begin, as a length and the paragraph that has them: 0 if there are none.
 * Three pages in a row must agree. */
static size_t running_head(const struct paragraphs *from, const struct paragraph **of)
{
    const struct paragraph *a = NULL, *b = NULL;
    for (size_t i = 0; i < from->count; i++) {
        const struct paragraph *p = &from->at[i];
        if (!p->page)
            continue;
        size_t first = a ? common(a, b) : 0, second = b ? common(b, p) : 0;
        *of = b;
        if (first >= HEAD_LEAST && first == second && first <= HEAD_MOST)
            return first;
        a = b;
        b = p;
    }
    return 0;
}

static bool split(struct splitter *s, const struct paragraph *p)
{
    const char *at = p->at, *end = p->at + p->len;
    struct label l;
    uint32_t line = p->line;
    bool headed = p->page && s->head && p->len > s->head && memcmp(at, s->head_of->at, s->head) == 0;
    if (headed) {
        if (!add_piece(s, p, at, at + s->head, line))
            return false;
        at += s->head;
    }
    if (s->to->count < FRONT && !split_front(s, p, &at, end))
        return false;
    const char *contents = s->to->count < FRONT ? find_contents(at, (size_t)(end - at)) : NULL;
    if (contents && contents > at && is_dense(contents, (size_t)(end - contents), 4)) { /* the title, and then all of it */
        if (!add_piece(s, p, at, contents, line))
            return false;
        at = contents;
    }
    if (label_read(at, (size_t)(end - at) < LABEL_REACH ? (size_t)(end - at) : LABEL_REACH, &l) && l.sure)
        remember(s, &l);
    for (const char *next = end - at < SPLIT_LEAST ? NULL : next_break(s, p->at, at + 1, end); next;
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
    struct splitter s = {.to = to};
    s.head = running_head(from, &s.head_of);
    for (size_t i = 0; i < from->count; i++)
        if (!split(&s, &from->at[i]))
            return false;
    return true;
}
