/* What is a heading, and where it ends and the prose begins. */
#include <string.h>

#include "documents/scan.h"
#include "documents/structure_parts.h"

enum {
    BRACKETS_MOST = 150,     /* bytes in brackets that may be a heading: 50 kanji */
    JAPANESE_MOST = 90,      /* bytes of a Japanese heading without brackets */
    RUN_IN_MOST = 100,       /* bytes up to the full stop of "4.2 Confidentiality. Each party ..." */
    ALONE_MOST = 120,        /* bytes of a heading on a line of its own */
    RUN_IN_WORDS = 10
};

static uint32_t closing(uint32_t c)
{
    switch (c) {
    case '(': return ')';
    case '[': return ']';
    case 0x3010: return 0x3011; /* 【】 */
    case 0x3014: return 0x3015; /* 〔〕 */
    case 0x3008: return 0x3009; /* 〈〉 */
    case 0xFF3B: return 0xFF3D;
    default: return 0;
    }
}

/* Brackets at *s and what is in them; goes past them. */
static bool brackets(struct scan *s, struct piece *inside)
{
    struct scan copy = *s;
    uint32_t open = scan_next(&copy), close = closing(open);
    if (!close)
        return false;
    const char *start = copy.at;
    int depth = 1;
    while (copy.at < copy.end && copy.at - start <= BRACKETS_MOST) {
        const char *here = copy.at;
        uint32_t c = scan_next(&copy);
        depth += c == open;
        depth -= c == close;
        if (depth > 0)
            continue;
        inside->at = start;
        inside->len = (size_t)(here - start);
        scan_trim(&inside->at, &inside->len);
        *s = copy;
        return inside->len > 0;
    }
    return false;
}

bool heading_in_brackets(const char *at, size_t len, struct piece *inside)
{
    struct scan s = scan_text(at, len);
    if (!brackets(&s, inside) || s.at != s.end)
        return false;
    struct scan first = scan_text(inside->at, inside->len);
    uint32_t c = scan_peek(&first);
    return !(c >= '0' && c <= '9') && c != 0x203B; /* (1), （※…） */
}

bool heading_is_capitals(const char *at, size_t len)
{
    struct scan s = scan_text(at, len);
    size_t upper = 0;
    for (uint32_t c; (c = scan_next(&s)) != 0;) {
        if (scan_is_lower(c))
            return false;
        upper += scan_is_upper(c);
    }
    return upper >= 3;
}

static bool small_word(const char *at, size_t len)
{
    static const char *const words[] = {"of", "and", "or", "the", "to", "in", "for", "on", "by", "with", "a", "an",
                                        "as", "at", "from", "upon", "not", "no", "its", "other", "under", "vs", "per",
                                        "into", "between", "after", "before", "during", "than"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strlen(words[i]) == len && memcmp(words[i], at, len) == 0)
            return true;
    return false;
}

bool heading_is_titled(const char *at, size_t len)
{
    size_t words = 0, small = 0, lower = 0;
    for (const char *p = at, *end = at + len; p < end;) {
        while (p < end && (*p == ' ' || *p == '\t' || *p == '\n' || *p == '-' || *p == '/'))
            p++;
        const char *start = p;
        while (p < end && !(*p == ' ' || *p == '\t' || *p == '\n' || *p == '-' || *p == '/'))
            p++;
        if (p == start)
            continue;
        words++;
        struct scan s = scan_text(start, (size_t)(p - start));
        if (small_word(start, (size_t)(p - start)))
            small++;
        else if (scan_is_lower(scan_peek(&s)))
            lower++;
    }
    return words > small && words <= RUN_IN_WORDS + 4 && lower * 4 <= words - small - (words > 1);
}

static bool has_japanese(const char *at, size_t len)
{
    for (struct scan s = scan_text(at, len); s.at < s.end;) {
        if ((unsigned char)*s.at < 0x80)
            s.at++;
        else if (scan_is_japanese(scan_next_wide(&s)))
            return true;
    }
    return false;
}

/* 秘密保持義務: a noun, no sentence. */
static bool japanese_title(const char *at, size_t len)
{
    static const char *const sentence[] = {"。", "、", "，", "する", "ます", "である", "は", "ものと", "とき", "：", NULL};
    if (len == 0 || len > JAPANESE_MOST)
        return false;
    bool word = false;
    for (struct scan s = scan_text(at, len); s.at < s.end;) {
        if (scan_any(&s, sentence))
            return false;
        uint32_t c = scan_next(&s);
        word |= (c >= 0x3041 && c <= 0x30FA) || (c >= 0x3400 && c <= 0x9FFF);
    }
    return word;
}

/* "Inc." and "No." end no heading. */
static bool abbreviation(const char *start, const char *dot)
{
    static const char *const words[] = {"No", "Inc", "Corp", "Ltd", "Co", "U.S", "Mr", "Ms", "Dr", "St", "vs", "e.g",
                                        "i.e", "Sec", "Art"};
    const char *word = dot;
    while (word > start && word[-1] != ' ')
        word--;
    size_t len = (size_t)(dot - word);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strlen(words[i]) == len && memcmp(words[i], word, len) == 0)
            return true;
    return len == 1;
}

/* Where a run-in heading ends: at ". " or ": " or ".—"; NULL if there is no such place near the front. */
static const char *run_in_end(struct piece t)
{
    const char *end = t.at + (t.len < RUN_IN_MOST ? t.len : RUN_IN_MOST);
    for (const char *p = t.at + 1; p < end; p++) {
        if (*p == ';' || *p == ',' || *p == '(')
            continue;
        if (*p != '.' && *p != ':')
            continue;
        bool space = p + 1 == t.at + t.len || p[1] == ' ' || p[1] == '\t' || p[1] == '\n' || (p[1] & 0x80);
        if (space && !(*p == '.' && abbreviation(t.at, p)))
            return p;
    }
    return NULL;
}

/* Gives the front of the text up to `end` to the heading and the rest, without its punctuation, to the prose. */
static void cut(struct piece t, const char *end, struct piece *heading, struct piece *prose)
{
    heading->at = t.at;
    heading->len = (size_t)(end - t.at);
    struct scan s = scan_text(end, (size_t)(t.at + t.len - end));
    scan_spaces(&s);
    while (scan_skip(&s, '.') || scan_skip(&s, ':') || scan_skip(&s, '-'))
        scan_spaces(&s);
    prose->at = s.at;
    prose->len = (size_t)(s.end - s.at);
    scan_trim(&heading->at, &heading->len);
    while (heading->len > 0 && (heading->at[heading->len - 1] == '.' || heading->at[heading->len - 1] == ':'))
        heading->len--;
}

/* （見出し）本文: the heading in brackets in front, unless the sentence goes on behind it: 第3条（再委託）に違反 */
static bool split_brackets(struct piece t, struct piece *heading, struct piece *prose)
{
    static const char *const going_on[] = {"に", "の", "を", "は、", "は", "が", "及び", "又は", "、", "から", NULL};
    struct scan s = scan_text(t.at, t.len);
    struct piece inside;
    if (!heading_in_brackets(t.at, t.len, &inside)) {
        if (!brackets(&s, &inside) || scan_any(&s, going_on))
            return false;
        struct scan first = scan_text(inside.at, inside.len);
        uint32_t c = scan_peek(&first);
        if ((c >= '0' && c <= '9') || !has_japanese(inside.at, inside.len))
            return false;
        scan_spaces(&s);
    } else {
        s.at = s.end;
    }
    *heading = inside;
    prose->at = s.at;
    prose->len = (size_t)(s.end - s.at);
    return true;
}

/* A sentence has a verb; so many words decide whether it may be one. */
bool heading_has_verb(const char *at, size_t len)
{
    static const char *const verbs[] = {" shall ", " will ", " may ", " must ", " is ", " are ", " was ", " were ", " has ",
                                        " have ", " means", " agree ", " agrees ", " can ", " does ", " do ", " be ", " shall be "};
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (memmem(at, len, verbs[i], strlen(verbs[i])))
            return true;
    return false;
}

static bool quoted(struct piece t)
{
    struct scan s = scan_text(t.at, t.len);
    uint32_t c = scan_peek(&s);
    return c == '"' || c == 0x201C || c == '\'';
}

/* A bold front counts as heading when a stop sets it apart; a bold word in a sentence does not. */
static bool split_bold(struct piece t, uint32_t lead, struct piece *heading, struct piece *prose)
{
    if (lead == 0 || lead >= t.len || lead > ALONE_MOST)
        return false;
    const char *last = t.at + lead;
    while (last > t.at && (last[-1] == ' ' || last[-1] == '\t'))
        last--;
    bool stop = (last > t.at && strchr(".:\n", last[-1])) || strchr(".:\n", *last) || t.at[lead] == '\n';
    if (!stop)
        return false;
    cut(t, t.at + lead, heading, prose);
    return heading->len > 0 && prose->len > 0 && !heading_has_verb(heading->at, heading->len);
}

/* The whole line as a heading: in title case or capitals, or for a clause with a body of its own, any short phrase. */
static bool whole_line(struct piece t, bool high, bool body, uint32_t lead)
{
    char last = t.at[t.len - 1];
    if (t.len > ALONE_MOST || last == ';' || last == ',' || (last == '.' && t.len > ALONE_MOST / 2) ||
        heading_has_verb(t.at, t.len))
        return false;
    bool titled = heading_is_titled(t.at, t.len) || heading_is_capitals(t.at, t.len) || lead >= t.len;
    struct scan s = scan_text(t.at, t.len);
    bool phrase = high && body && last != '.' && last != ':' && t.len <= ALONE_MOST / 2 && scan_is_upper(scan_peek(&s));
    return (titled && (high || body)) || phrase;
}

static bool split_english(struct piece t, bool high, bool body, uint32_t lead, struct piece *heading,
                          struct piece *prose)
{
    if (quoted(t))
        return false;
    if (split_bold(t, lead, heading, prose))
        return true;
    const char *end = run_in_end(t);
    if (end && end + 1 < t.at + t.len && heading_is_titled(t.at, (size_t)(end - t.at)) &&
        !heading_has_verb(t.at, (size_t)(end - t.at))) {
        cut(t, end, heading, prose);
        return true;
    }
    if ((end && end + 1 < t.at + t.len) || !whole_line(t, high, body, lead))
        return false;
    cut(t, t.at + t.len, heading, prose);
    return true;
}

void heading_split(struct piece text, bool high, bool body, uint32_t lead,
                   struct piece *heading, struct piece *prose)
{
    heading->len = 0;
    *prose = text;
    if (text.len == 0 || split_brackets(text, heading, prose))
        return;
    if (has_japanese(text.at, text.len)) {
        if ((high || body) && japanese_title(text.at, text.len))
            cut(text, text.at + text.len, heading, prose);
        return;
    }
    if (!split_english(text, high, body, lead, heading, prose)) {
        heading->len = 0;
        *prose = text;
    }
}

bool heading_alone(const struct paragraph *p)
{
    if (p->label || p->cells || p->len == 0 || p->len > ALONE_MOST)
        return false;
    if (has_japanese(p->at, p->len))
        return japanese_title(p->at, p->len);
    char last = p->at[p->len - 1];
    if (last == '.' || last == ';' || last == ',' || last == ':')
        return false;
    return heading_is_capitals(p->at, p->len) || heading_is_titled(p->at, p->len);
}

/* A short line in title case with a whole text behind it, and no line of an address. */
static bool heads_text(const struct structure *s, const struct paragraph *p)
{
    const struct paragraph *next = p + 1;
    if (s->japanese || p->len > ALONE_MOST / 2 || next >= s->p + s->count || next->len < ALONE_MOST)
        return false;
    for (size_t i = 0; i < p->len; i++)
        if ((p->at[i] >= '0' && p->at[i] <= '9') || p->at[i] == '@' || p->at[i] == '_' || p->at[i] == '/')
            return false;
    return true;
}

/* True between numbered clauses, where a bold line is emphasis rather than a heading. */
bool heading_in_numbered(const struct structure *s)
{
    for (size_t i = 0; i < s->depth; i++)
        if (s->levels[i].rank > RANK_HEADING)
            return true;
    return false;
}

/* 委託料 | 月額10万円: in a table of terms before or between the clauses, the first of two cells heads the second. */
bool heading_of_row(const struct structure *s, const struct paragraph *p, struct piece *heading, struct piece *prose)
{
    enum { SEPARATOR = 3 }; /* " | " */
    if (p->cells != 2 || heading_in_numbered(s) || p->first_cell == 0 || p->first_cell + SEPARATOR >= p->len)
        return false;
    struct paragraph first = {.at = p->at, .len = p->first_cell};
    *heading = (struct piece){p->at, p->first_cell};
    *prose = (struct piece){p->at + p->first_cell + SEPARATOR, p->len - p->first_cell - SEPARATOR};
    scan_trim(&prose->at, &prose->len);
    struct scan begin = scan_text(first.at, first.len);
    uint32_t c = scan_peek(&begin);
    bool named = scan_is_upper(c) || scan_is_japanese(c);
    return named && first.len <= ALONE_MOST / 2 && prose->len > 0 && heading_alone(&first);
}

/* "Security incidents" in bold on a line of its own: terms of service write their headings like a sentence. Right below
 * another heading it is a remark on that. */
static bool heads_in_bold(const struct structure *s, const struct paragraph *p)
{
    const struct paragraph *next = p + 1;
    if (s->japanese || p->len > ALONE_MOST / 2 || next >= s->p + s->count || next->label || next->cells || next->lead >= next->len)
        return false;
    const struct paragraph *before = p > s->p ? p - 1 : NULL;
    if (before && before != s->p + s->title && (before->lead >= before->len || before->outline >= 0))
        return false;
    struct scan begin = scan_text(p->at, p->len);
    return scan_is_upper(scan_peek(&begin)) && !strchr(".;,:", p->at[p->len - 1]) && !heading_has_verb(p->at, p->len);
}

bool heading_unnumbered(const struct structure *s, const struct paragraph *p)
{
    struct piece inside;
    if (p->label || p->cells || p->len == 0 || p->len > 2 * ALONE_MOST)
        return false;
    if (p->outline >= 0)
        return true;
    if (p->lead >= p->len && !heading_in_numbered(s) && (heading_alone(p) || heads_in_bold(s, p)))
        return true;
    if (s->numbered)
        return false;
    if (heading_in_brackets(p->at, p->len, &inside))
        return has_japanese(inside.at, inside.len);
    return heading_alone(p) && (heading_is_capitals(p->at, p->len) || heads_text(s, p));
}
