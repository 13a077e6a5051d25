/* Where a label stands among the clauses that are open, and whether it is one at all: by what it counts on from. */
#include "documents/structure_parts.h"

enum {
    SKIP_MOST = 3,  /* numbers that may be missing from a sequence (deleted items) */
    JUMP_MOST = 30, /* the same for a clause that has a heading */
    GOES_ON_LINES = 20,
    PART_LINES = 200, /* paragraphs of a part, up to the next */
    ORPHAN_MOST = 6 /* (b) .. (f) may come first on a line of their own, after an (a) in the middle of one */
};

int structure_rank(const struct label *l)
{
    switch (l->style) {
    case LABEL_ANNEX: return RANK_ANNEX;
    case LABEL_PART: return RANK_PART;
    case LABEL_CHAPTER: return RANK_CHAPTER;
    case LABEL_DIVISION: return RANK_DIVISION;
    case LABEL_SUBDIVISION: return RANK_SUBDIVISION;
    case LABEL_ARTICLE: return RANK_ARTICLE;
    case LABEL_SECTION: return RANK_SECTION;
    default: return RANK_RELATIVE;
    }
}

/* <0, 0, >0 by the numbers of both, outermost first. */
static int compare(const struct label *a, const struct label *b)
{
    for (size_t i = 0; i < a->depth || i < b->depth; i++) {
        uint32_t x = i < a->depth ? a->parts[i] : 0, y = i < b->depth ? b->parts[i] : 0;
        if (x != y)
            return x < y ? -1 : 1;
    }
    return 0;
}

/* The depth after everything that ranks like this or lower is closed. */
static size_t above_rank(const struct structure *s, int rank)
{
    size_t depth = s->depth;
    while (depth > 0 && s->levels[depth - 1].rank >= rank)
        depth--;
    return depth;
}

/* Articles count through the whole document, parts and chapters within what holds them. */
static bool place_fixed(const struct structure *s, const struct label *l, bool computed, size_t *depth)
{
    int rank = structure_rank(l);
    *depth = above_rank(s, rank);
    if (computed || l->style == LABEL_ANNEX)
        return l->style != LABEL_ANNEX || computed || s->main_seen;
    const struct label *last = NULL;
    if (l->style == LABEL_ARTICLE)
        last = s->article.depth ? &s->article : NULL;
    else if (*depth < s->depth && s->levels[*depth].rank == rank)
        last = &s->levels[*depth].label;
    if (!last)
        return l->sure || l->parts[0] == 1;
    if (compare(l, last) > 0)
        return l->sure || l->parts[0] <= last->parts[0] + 1;
    return l->sure && l->parts[0] == 1 && l->depth == 1; /* a second document in the same file */
}

/* True if the open clause carries the number that `l` without its last part has. */
static bool is_prefix(const struct level *v, const struct label *l)
{
    if (v->label.depth + 1 != l->depth)
        return false;
    if (v->label.style != LABEL_DECIMAL && v->label.style != LABEL_ARTICLE && v->label.style != LABEL_SECTION)
        return false;
    for (size_t i = 0; i < v->label.depth; i++)
        if (v->label.parts[i] != l->parts[i])
            return false;
    return true;
}

/* 4.1 or the one right after the last: enough for a number that prose goes on from ("4.2 shall keep ..."). */
static bool is_next(const struct structure *s, const struct label *l)
{
    const struct label *d = &s->decimal;
    uint32_t last = l->parts[l->depth - 1];
    bool beside = d->depth == l->depth;
    for (size_t i = 0; beside && i + 1 < l->depth; i++)
        beside = d->parts[i] == l->parts[i];
    return last == 1 || (beside && last == d->parts[l->depth - 1] + 1);
}

/* 4.2: below 4, beside 4.1. */
static bool place_dotted(const struct structure *s, const struct label *l, bool computed, size_t *depth)
{
    bool follows = s->decimal.depth == 0 || compare(l, &s->decimal) > 0;
    if (!computed && !follows && !(l->sure && l->parts[l->depth - 1] <= 1))
        return false;
    for (size_t i = s->depth; i > 0; i--)
        if (is_prefix(&s->levels[i - 1], l)) {
            *depth = i;
            return computed || l->sure || is_next(s, l);
        }
    if (!computed && !l->sure)
        return false;
    for (size_t i = s->depth; i > 0; i--) {
        const struct level *v = &s->levels[i - 1];
        if (v->label.style == l->style && v->label.depth >= l->depth && (i < 2 || s->levels[i - 2].label.depth < l->depth
            || s->levels[i - 2].label.style != l->style)) {
            *depth = i - 1;
            return true;
        }
    }
    *depth = above_rank(s, RANK_RELATIVE);
    return true;
}

/* Reads a letter as the Roman numeral that it is, too, or the other way round. */
static void swap_reading(struct label *l)
{
    static const enum label_style twin[] = {[LABEL_LOWER] = LABEL_ROMAN_LOWER, [LABEL_ROMAN_LOWER] = LABEL_LOWER,
                                            [LABEL_UPPER] = LABEL_ROMAN_UPPER, [LABEL_ROMAN_UPPER] = LABEL_UPPER};
    uint32_t value = l->parts[0];
    if (l->style >= LABEL_LOWER)
        l->style = twin[l->style];
    l->parts[0] = l->other;
    l->other = value;
}

static bool counts_on(const struct level *v, const struct label *l)
{
    if (v->label.style != l->style || v->label.shape != l->shape || v->label.depth != 1)
        return false;
    uint32_t last = v->label.parts[0], most = last + (l->sure ? SKIP_MOST : 1);
    return l->parts[0] > last && l->parts[0] <= most;
}

/* The lowest open clause that this one counts on from. Kana keep the order that their list began with. */
static bool find_sequence(const struct structure *s, struct label *l, size_t *depth)
{
    for (size_t i = s->depth; i > 0 && s->levels[i - 1].rank >= RANK_RELATIVE; i--) {
        const struct level *v = &s->levels[i - 1];
        if (counts_on(v, l)) {
            *depth = i - 1;
            return true;
        }
        if (!l->other)
            continue;
        struct label twin = *l;
        swap_reading(&twin);
        if (counts_on(v, &twin)) {
            *l = twin;
            *depth = i - 1;
            return true;
        }
    }
    return false;
}

/* An open clause of the same style and shape; its index, or s->depth. */
static size_t find_same(const struct structure *s, const struct label *l)
{
    for (size_t i = s->depth; i > 0 && s->levels[i - 1].rank >= RANK_RELATIVE; i--)
        if (s->levels[i - 1].label.style == l->style && s->levels[i - 1].label.shape == l->shape)
            return i - 1;
    return s->depth;
}

static bool is_decimal(const struct label *l)
{
    return l->depth == 1 && (l->style == LABEL_DECIMAL || l->style == LABEL_PARAGRAPH) &&
           l->shape != SHAPE_PAREN && l->shape != SHAPE_HALF;
}

/* 2　 or 二　 right after an article whose first paragraph carries no number. */
static bool second_paragraph(const struct structure *s, const struct label *l, size_t *depth)
{
    size_t article = above_rank(s, RANK_RELATIVE);
    bool kanji = l->style == LABEL_KANJI && l->shape == SHAPE_BARE && article == s->depth;
    if ((!is_decimal(l) && !kanji) || l->parts[0] != 2 || article == 0)
        return false;
    const struct level *v = &s->levels[article - 1];
    if (v->label.style != LABEL_ARTICLE || !v->label.japanese)
        return false;
    *depth = article;
    return true;
}

/* Before the first clause of a document that numbers its clauses "1.", (1) and (a) count parties and recitals. */
static bool is_preamble(const struct structure *s)
{
    return s->numbered && (s->depth == 0 || s->levels[s->depth - 1].weak);
}

/* 一 below 三, where 二 and 三 count the paragraphs of an article: its items, as the paragraphs had no 一. */
static bool below_paragraph(const struct structure *s, const struct label *l, size_t same)
{
    return l->style == LABEL_KANJI && same + 1 == s->depth && same > 0 && !s->levels[same].item &&
           s->levels[same].label.style == LABEL_KANJI && s->levels[same - 1].rank == RANK_ARTICLE;
}

/* True if what is open at the top of the relative levels is counted in brackets: "1." stands higher than that. */
static bool below_brackets(const struct structure *s, size_t top)
{
    return top < s->depth && s->levels[top].label.shape != SHAPE_DOT && s->levels[top].label.shape != SHAPE_BARE;
}

/* True if the next number of this sequence comes soon: "A." is a name's initial when no "B." follows. */
static bool goes_on(struct structure *s, const struct label *l, const struct paragraph *p, size_t lines)
{
    const struct paragraph *end = s->p + s->count, *at = p + 1;
    const struct paragraph *stop = (size_t)(end - at) < lines ? end : at + lines;
    struct sought *known = &s->sought;
    if (known->style == l->style && known->shape == l->shape && known->number == l->parts[0] + 1 && known->to > at)
        at = known->to;
    for (; at < stop; at++) {
        struct label next;
        if (!at->label && label_read(at->at, at->len, &next) && next.style == l->style && next.shape == l->shape &&
            next.parts[0] == l->parts[0] + 1)
            return true;
    }
    *known = (struct sought){l->style, l->shape, l->parts[0] + 1, stop};
    return false;
}

/* "I. SECURITY", Ⅰ．総則 and a bare "1 Services" on a line of their own count clauses when their sequence goes on. */
static bool heads_part(struct structure *s, const struct label *l, const struct paragraph *p)
{
    bool roman = l->style == LABEL_ROMAN_UPPER && (l->shape == SHAPE_DOT || l->shape == SHAPE_BARE);
    bool bare = l->style == LABEL_DECIMAL && l->shape == SHAPE_BARE && l->depth == 1;
    struct paragraph rest = {.at = p->at + l->len, .len = p->len - l->len};
    return (roman || bare) && !p->label && rest.len > 0 && heading_alone(&rest) && goes_on(s, l, p, PART_LINES);
}

/* "5. Records. The Trust ...": its heading says that it is a clause, even where those before it are lost. */
static bool has_heading(const struct label *l, const struct paragraph *p)
{
    struct piece text = {p->at + l->len, p->len - l->len}, heading, prose;
    if (!is_decimal(l) || l->shape != SHAPE_DOT || p->label || l->len >= p->len)
        return false;
    heading_split(text, true, false, 0, &heading, &prose);
    return heading.len > 0 && prose.len > 0;
}

/* A label that starts its sequence, or one whose beginning stands in the middle of a line. */
static bool place_start(struct structure *s, struct label *l, const struct paragraph *p, size_t *depth)
{
    bool computed = p->label != NULL;
    if (l->style == LABEL_KANA && l->parts[0] != 1 && l->other == 1)
        swap_reading(l);
    size_t same = find_same(s, l), top = above_rank(s, RANK_RELATIVE);
    uint32_t most = s->top_decimal + (has_heading(l, p) ? JUMP_MOST : SKIP_MOST);
    bool main = (is_decimal(l) && l->style == LABEL_DECIMAL && l->shape == SHAPE_DOT) || heads_part(s, l, p);
    if (l->parts[0] == 1) {
        bool higher = below_brackets(s, top) || l->style == LABEL_ROMAN_UPPER;
        *depth = main && same == s->depth && higher ? top : below_paragraph(s, l, same) ? s->depth : same;
        if (computed || main || structure_rank(l) < RANK_RELATIVE)
            return true;
        bool letter = l->style >= LABEL_LOWER && s->depth == 0 && !s->numbered;
        return !is_preamble(s) && !letter && (l->sure || goes_on(s, l, p, GOES_ON_LINES));
    }
    if (is_decimal(l) && l->style == LABEL_DECIMAL && l->parts[0] <= most &&
        l->parts[0] > s->top_decimal && (l->sure || l->parts[0] == s->top_decimal + 1)) {
        *depth = top; /* counts on through a heading that stands between, or from the 3.7 before 4. */
        return s->top_decimal > 0 || s->contract->clauses.count <= 1 || most > s->top_decimal + SKIP_MOST;
    }
    if ((same < s->depth || is_preamble(s)) && !computed)
        return false;
    bool bracketed = l->shape == SHAPE_PAREN || l->shape == SHAPE_HALF || l->style == LABEL_CIRCLED;
    *depth = s->depth;
    return computed || (bracketed && l->sure && l->style != LABEL_UPPER && s->depth > 0 && l->parts[0] <= ORPHAN_MOST);
}

/* Numbers of one list of the word processor: its own levels say how they nest. */
static bool place_in_list(const struct structure *s, const struct paragraph *p, size_t *depth)
{
    bool found = false;
    for (size_t i = s->depth; i > 0; i--) {
        const struct level *v = &s->levels[i - 1];
        if (v->list != p->list)
            continue;
        if (v->list_level < p->level) {
            if (!found)
                *depth = i;
            return true;
        }
        *depth = i - 1;
        found = true;
    }
    return found;
}

static bool place(struct structure *s, struct label *l, const struct paragraph *p, size_t *depth)
{
    bool computed = p->label != NULL;
    if (computed && p->list && place_in_list(s, p, depth))
        return true;
    if ((l->style == LABEL_SECTION || l->style == LABEL_DECIMAL) && l->depth > 1)
        return place_dotted(s, l, computed, depth);
    if (structure_rank(l) < RANK_RELATIVE)
        return place_fixed(s, l, computed, depth);
    return find_sequence(s, l, depth) || second_paragraph(s, l, depth) || place_start(s, l, p, depth);
}

/* 第1条, Article I, "1.": what numbers the clauses of the first level. */
static bool is_main(const struct label *l)
{
    return structure_rank(l) < RANK_RELATIVE || (l->style == LABEL_DECIMAL && l->shape != SHAPE_PAREN &&
                                                 l->shape != SHAPE_HALF);
}

bool structure_place(struct structure *s, struct label *l, const struct paragraph *p, size_t *depth)
{
    if (!place(s, l, p, depth))
        return false;
    while (*depth > 0 && s->levels[*depth - 1].weak && is_main(l))
        (*depth)--;
    s->main_seen |= is_main(l);
    return true;
}
