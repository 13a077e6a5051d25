#include "documents/contents.h"
#include "documents/structure.h"

#include <string.h>

#include "documents/scan.h"
#include "documents/structure_parts.h"

static bool fail(struct structure *s)
{
    s->failed = true;
    return false;
}

/* ---- prose ---- */

/* A new clause as the last child of the level above `depth`. */
static struct clause *add_clause(struct structure *s, size_t depth, const char *number, uint32_t line)
{
    struct clause *parent = depth ? s->levels[depth - 1].clause : NULL;
    struct node *above = parent ? &parent->node : &s->contract->node;
    struct list *list = parent ? &parent->clauses : &s->contract->clauses;
    struct node *n = build_node(s->b, &kind_clause, above, list, line);
    if (!n) {
        fail(s);
        return NULL;
    }
    struct clause *c = (struct clause *)n;
    c->number = number;
    return c;
}

static struct clause *preamble(struct structure *s, uint32_t line)
{
    if (!s->preamble)
        s->preamble = add_clause(s, 0, s->japanese ? "前文" : "Preamble", line);
    return s->preamble;
}

/* Tabs become spaces; `names`: a run of white space is one space, as in a title that was spread over the line. Returns
 * the length, which never grows. */
static size_t tidy(char *at, size_t len, bool names)
{
    size_t kept = 0;
    for (size_t i = 0; i < len; i++) {
        bool blank = at[i] == '\t' || (names && (at[i] == ' ' || at[i] == '\n'));
        if (blank && names && kept > 0 && at[kept - 1] == ' ')
            continue;
        at[kept++] = blank ? ' ' : at[i];
    }
    at[kept] = '\0';
    return kept;
}

static bool add_prose(struct structure *s, struct clause *c, const struct paragraph *p, struct piece text)
{
    if (!c)
        return fail(s);
    if (text.len == 0)
        return true;
    if (!build_prose(s->b, &c->node, &c->text, text.at, text.len, p->line))
        return fail(s);
    tidy((char *)((struct prose *)c->text.last)->at, text.len, false);
    return definition_find(s, p, text) || fail(s);
}

/* The clause whose item of a list this paragraph goes on; those below it are closed. NULL: no such item is open. */
static struct clause *item_of(struct structure *s, const struct paragraph *p)
{
    for (size_t i = p->list ? s->depth : 0; i > 0; i--)
        if (s->levels[i - 1].list == p->list && s->levels[i - 1].list_level <= p->level) {
            s->depth = i;
            return s->levels[i - 1].clause;
        }
    return NULL;
}

/* Where a paragraph without a number goes. */
static struct clause *current(struct structure *s, const struct paragraph *p)
{
    if (s->signatures)
        return s->signatures;
    struct clause *item = item_of(s, p);
    if (item)
        return item;
    return s->depth ? s->levels[s->depth - 1].clause : preamble(s, p->line);
}

static const char *copy(struct structure *s, struct piece t)
{
    char *text = arena_copy(s->b->arena, t.at, t.len);
    if (!text)
        fail(s);
    else
        tidy(text, t.len, true);
    return text;
}

/* ---- clauses ---- */

static bool is_clause_line(const struct paragraph *p)
{
    struct label l;
    return p->label || label_read(p->at, p->len, &l);
}

/* True if the next paragraph is prose of its own: what stands alone before it can be a heading. */
static bool body_follows(const struct structure *s, const struct paragraph *p)
{
    const struct paragraph *next = p + 1;
    if (p->list && next < s->p + s->count && next->list == p->list && next->level < p->level)
        return false; /* that goes on a higher item of the list */
    return next < s->p + s->count && (next->cells || !is_clause_line(next)) && next->len > 0 && !contents_line(next);
}

/* True if the next paragraph is the first part of the clause that this line numbers: 4.1 after 4., or its first item in the
 * word processor's list. */
static bool parts_follow(const struct structure *s, const struct paragraph *p, const struct label *l)
{
    const struct paragraph *next = p + 1;
    struct label first;
    if (next >= s->p + s->count)
        return false;
    if (p->label)
        return next->label && p->list && next->list == p->list && next->level > p->level;
    if (next->label || !label_read(next->at, next->len, &first) || first.depth != l->depth + 1 || l->depth == 0)
        return false;
    for (size_t i = 0; i < l->depth; i++)
        if (first.parts[i] != l->parts[i])
            return false;
    return first.parts[l->depth] == 1;
}

/* A clause of the first level, or one whose kind has a title by custom. */
static bool is_high(const struct structure *s, const struct label *l, size_t depth)
{
    if (structure_rank(l) < RANK_RELATIVE)
        return true;
    if (l->shape == SHAPE_PAREN || l->shape == SHAPE_HALF || l->style == LABEL_CIRCLED || l->style == LABEL_PARAGRAPH)
        return false;
    if (depth == 0 || (l->depth == 2 && !s->japanese))
        return true;
    const struct level *above = &s->levels[depth - 1];
    return above->rank < RANK_ARTICLE || (above->label.style == LABEL_ROMAN_UPPER && above->label.shape != SHAPE_PAREN);
}

/* 号: the first enumeration below an article or its paragraphs, in Japanese. */
static bool is_item(const struct structure *s, const struct label *l, size_t depth)
{
    if (depth == 0)
        return false;
    const struct level *above = &s->levels[depth - 1];
    bool counted = l->style == LABEL_KANJI || l->style == LABEL_CIRCLED ||
                   (l->style == LABEL_DECIMAL && (l->shape == SHAPE_PAREN || l->shape == SHAPE_HALF));
    bool article = above->label.japanese && above->label.style == LABEL_ARTICLE;
    if (article && l->style == LABEL_KANJI && l->shape == SHAPE_BARE && l->parts[0] > 1) {
        /* 二 behind a first paragraph without a number; else it is what the one before it is */
        bool beside = s->depth > depth && s->levels[depth].label.style == l->style;
        return beside && s->levels[depth].item;
    }
    /* 1. 2. after the text of the article: that text is its first paragraph, so these are items of it. */
    bool plain = l->depth == 1 && (l->style == LABEL_DECIMAL || l->style == LABEL_PARAGRAPH) && !counted;
    if (article && plain && l->parts[0] == 1)
        return above->clause->text.count > 0;
    if (article && plain && s->depth > depth)
        return s->levels[depth].item && s->levels[depth].label.style == l->style &&
               s->levels[depth].label.shape == l->shape;
    bool paragraph = above->label.japanese && !above->item && above->label.style != LABEL_ANNEX;
    return counted && (article || paragraph);
}

static void remember(struct structure *s, const struct label *l, size_t depth)
{
    if (l->style == LABEL_ANNEX) {
        s->article.depth = s->decimal.depth = 0;
        s->top_decimal = 0;
    } else if (l->style == LABEL_ARTICLE) {
        s->article = *l;
    } else if (l->depth > 1) {
        s->decimal = *l;
        if (l->parts[0] > s->top_decimal)
            s->top_decimal = l->parts[0];
    } else if (l->style == LABEL_DECIMAL && (depth == 0 || s->levels[depth - 1].rank <= RANK_HEADING)) {
        s->top_decimal = l->parts[0];
    }
}

static struct clause *open_level(struct structure *s, size_t depth, const struct label *l, const struct paragraph *p,
                                 const char *number, bool item)
{
    if (depth >= STRUCTURE_DEPTH)
        depth = STRUCTURE_DEPTH - 1;
    struct clause *c = add_clause(s, depth, number, p->line);
    if (!c)
        return NULL;
    struct level *v = &s->levels[depth];
    *v = (struct level){.label = *l, .rank = l->style ? structure_rank(l) : RANK_HEADING, .list = p->list,
                        .list_level = p->level, .outline = p->outline, .item = item, .clause = c};
    /* 第3条 keeps its kind of counting for what stands below: 第3条第2項. */
    if (depth > 0 && !l->japanese && l->style != LABEL_ANNEX && s->levels[depth - 1].label.japanese)
        v->label.japanese = true;
    s->depth = depth + 1;
    s->signatures = NULL;
    return c;
}

static struct piece after_label(const struct paragraph *p, const struct label *l)
{
    struct piece t = {p->at + l->len, p->len - l->len};
    scan_trim(&t.at, &t.len);
    return t;
}

/* A line in brackets that turned out to head nothing is prose of what it stands in. */
static bool flush_waiting(struct structure *s)
{
    const struct paragraph *p = s->waiting;
    s->waiting = NULL;
    return !p || add_prose(s, current(s, p), p, (struct piece){p->at, p->len});
}

/* The heading of the clause whose line this is, and the prose behind it: on the line, or on the one before. */
static bool take_heading(struct structure *s, const struct paragraph *p, const struct label *l, bool high,
                         struct piece *heading, struct piece *prose)
{
    uint32_t lead = p->lead > l->len ? p->lead - (uint32_t)l->len : 0;
    *heading = after_label(p, l);
    *prose = (struct piece){heading->at + heading->len, 0};
    if (!p->heading)
        heading_split(*heading, high || p->outline >= 0, body_follows(s, p) || (high && parts_follow(s, p, l)), lead, heading, prose);
    if (s->waiting && heading->len == 0 && heading_in_brackets(s->waiting->at, s->waiting->len, heading))
        s->waiting = NULL;
    return flush_waiting(s);
}

/* Opens the clause that this label numbers, with the heading and the text on its line. */
static bool open_clause(struct structure *s, const struct paragraph *p, const struct label *l, size_t depth)
{
    if (depth >= STRUCTURE_DEPTH)
        depth = STRUCTURE_DEPTH - 1;
    bool item = is_item(s, l, depth);
    const char *written = p->label ? p->label : p->at;
    size_t len = p->label ? strlen(p->label) : l->written;
    struct piece heading, prose;
    if (!take_heading(s, p, l, is_high(s, l, depth), &heading, &prose))
        return false;
    const char *number = structure_number(s, depth, l, written, len, item);
    struct clause *c = number ? open_level(s, depth, l, p, number, item) : NULL;
    if (!c)
        return fail(s);
    remember(s, l, depth);
    if (heading.len)
        c->heading = copy(s, heading);
    s->bare = !c->heading && prose.len == 0 ? c : NULL;
    return add_prose(s, c, p, prose) && !s->failed;
}

/* How deep a heading without a number stands: below the last heading of a higher level, or in its annex. */
static size_t heading_depth(const struct structure *s, const struct paragraph *p)
{
    size_t depth = s->depth;
    while (depth > 0) {
        const struct level *v = &s->levels[depth - 1];
        bool higher = p->outline > 0 && v->outline >= 0 && v->outline < p->outline;
        if (higher || v->label.style == LABEL_ANNEX)
            break;
        depth--;
    }
    return depth;
}

/* Opens a clause that has a heading and no number. */
static bool open_heading(struct structure *s, const struct paragraph *p, struct piece heading, struct piece prose)
{
    struct label none = {.style = LABEL_NONE};
    const char *number = arena_format(s->b->arena, "[%u]", (unsigned)++s->headings);
    struct clause *c = number ? open_level(s, heading_depth(s, p), &none, p, number, false) : NULL;
    if (!c)
        return fail(s);
    s->main_seen |= !s->numbered;
    s->levels[s->depth - 1].weak = p->cells || (s->numbered && p->outline < 0);
    c->heading = copy(s, heading);
    s->bare = NULL;
    return add_prose(s, c, p, prose) && !s->failed;
}

static bool heading_line(struct structure *s, const struct paragraph *p, bool *done)
{
    struct piece heading = {p->at, p->len}, prose = {NULL, 0};
    *done = true;
    if (heading_of_row(s, p, &heading, &prose))
        return open_heading(s, p, heading, prose);
    *done = heading_unnumbered(s, p) && (p->heading || body_follows(s, p));
    if (!*done)
        return true;
    heading_in_brackets(p->at, p->len, &heading);
    return open_heading(s, p, heading, prose);
}

/* ---- the walk ---- */

/* （目的） alone on its line, and the article it belongs to on the next. */
static bool waits_for_article(const struct structure *s, const struct paragraph *p)
{
    struct piece inside;
    const struct paragraph *next = p + 1;
    if (p->label || p->cells || next >= s->p + s->count || !heading_in_brackets(p->at, p->len, &inside))
        return false;
    struct label l;
    if (next->label)
        label_computed(next->label, &l);
    else if (!label_read(next->at, next->len, &l))
        return false;
    struct piece rest = {next->at + l.len, next->len - l.len}, other;
    return (l.style == LABEL_ARTICLE || (l.style == LABEL_DECIMAL && s->numbered && l.depth == 1)) &&
           !heading_in_brackets(rest.at, rest.len, &other);
}

/* The line after a bare "ARTICLE IV" or 第1条 that holds its title. */
static bool is_late_heading(const struct structure *s, const struct paragraph *p, struct piece *heading)
{
    if (p->cells || p->label)
        return false;
    if (heading_in_brackets(p->at, p->len, heading))
        return true;
    struct label l;
    *heading = (struct piece){p->at, p->len};
    if (label_read(p->at, p->len, &l) && l.sure)
        return false;
    return heading_alone(p) && (body_follows(s, p) || p + 1 == s->p + s->count || !s->japanese);
}

static bool try_label(struct structure *s, const struct paragraph *p, bool *done)
{
    struct label l;
    size_t depth = 0;
    if (p->cells && !p->label)
        return true;
    if (p->label)
        label_computed(p->label, &l);
    else if (!label_read(p->at, p->len, &l))
        return true;
    if (s->signatures && structure_rank(&l) >= RANK_SECTION)
        return true;
    if (!structure_place(s, &l, p, &depth))
        return true;
    *done = true;
    if (!s->front)
        s->front = (size_t)(p - s->p);
    return open_clause(s, p, &l, depth);
}

static bool open_signatures(struct structure *s, const struct paragraph *p)
{
    s->signatures = add_clause(s, 0, s->japanese ? "署名欄" : "Signatures", p->line);
    s->bare = NULL;
    s->depth = 0;
    return add_prose(s, s->signatures, p, (struct piece){p->at, p->len});
}

static bool take(struct structure *s, const struct paragraph *p)
{
    struct piece heading;
    bool done = false;
    if (p->len == 0 && !p->label)
        return true;
    if (contents_line(p))
        return true;
    if (waits_for_article(s, p)) {
        s->waiting = p;
        return true;
    }
    if (s->bare && is_late_heading(s, p, &heading)) {
        s->bare->heading = copy(s, heading);
        s->bare = NULL;
        return !s->failed;
    }
    if (!s->signatures && s->contract->clauses.count > (s->preamble != NULL) && signatures_begin(p))
        return flush_waiting(s) && open_signatures(s, p);
    if (!try_label(s, p, &done) || done)
        return !s->failed;
    if (!flush_waiting(s))
        return false;
    if (s->signatures && title_of_another(p) && body_follows(s, p))
        return open_heading(s, p, (struct piece){p->at, p->len}, (struct piece){NULL, 0});
    if (!s->signatures && (!heading_line(s, p, &done) || done))
        return !s->failed;
    s->bare = NULL;
    return add_prose(s, current(s, p), p, (struct piece){p->at, p->len});
}

/* True if at least two paragraphs carry a number of the kind that clauses of the first level have. */
static bool is_numbered(const struct paragraph *p, size_t count)
{
    size_t found = 0;
    for (size_t i = 0; i < count && found < 2; i++) {
        struct label l;
        if (p[i].label)
            label_computed(p[i].label, &l);
        else if (p[i].cells || !label_read(p[i].at, p[i].len, &l))
            continue;
        bool high = l.style == LABEL_ARTICLE || l.style == LABEL_SECTION ||
                    (l.style == LABEL_DECIMAL && l.shape != SHAPE_PAREN);
        found += high && (l.sure || l.style == LABEL_ARTICLE);
    }
    return found >= 2;
}

static void name(struct structure *s)
{
    s->title = title_find(s);
    if (s->title == s->count)
        return;
    struct piece t = {s->p[s->title].at, s->p[s->title].len};
    s->contract->title = copy(s, t);
    s->contract->kind = title_kind(t.at, t.len);
}

/* Nothing was found but text: it is one clause. */
static void single_clause(struct structure *s)
{
    if (s->preamble && s->contract->clauses.count == 1)
        s->preamble->number = "1";
}

int structure_build(struct builder *b, const struct paragraphs *list)
{
    struct structure s = {.b = b, .p = list->at, .count = list->count};
    struct node *root = build_node(b, &kind_contract, NULL, NULL, list->count ? list->at[0].line : 1);
    if (!root)
        return -1;
    s.contract = (struct contract *)root;
    s.japanese = text_is_japanese(s.p, s.count);
    s.numbered = is_numbered(s.p, s.count);
    s.contract->language = s.japanese ? "ja" : "en";
    if (s.count)
        name(&s);
    const struct contents contents = contents_find(s.p, s.count);
    for (size_t i = 0; i < s.count && !s.failed; i++)
        if (i != s.title && (i < contents.from || i >= contents.to) && !take(&s, &s.p[i]))
            break;
    if (!s.failed && flush_waiting(&s))
        single_clause(&s);
    if (s.failed || !parties_find(&s))
        return build_no_memory(b, 0);
    build_root(b, root);
    return 0;
}
