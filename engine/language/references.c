#include "language/references.h"

#include <stdlib.h>
#include <string.h>

#include "documents/schema.h"
#include "language/number.h"
#include "language/words.h"

enum { REFERENCES = 64 /* in one clause; more are not followed */, LAW_REACH = 60, LARGEST = 9999 };

/* ---- numbers ---- */

static bool add_part(struct path *p, uint32_t part)
{
    if (p->count == PATH_PARTS)
        return false;
    p->parts[p->count++] = part;
    return true;
}

static size_t whole_number(struct words t, size_t i, uint32_t *out)
{
    fixed n;
    size_t used = i < t.len ? number_read(t.at + i, t.len - i, &n) : 0;
    if (used == 0 || n <= 0 || n % FIXED_ONE || n / FIXED_ONE > LARGEST)
        return 0;
    *out = (uint32_t)(n / FIXED_ONE);
    return used;
}

/* 第5条の2第3項第1号 */
static size_t japanese_path(struct words t, size_t from, struct path *p)
{
    static const char *const units[] = {"条", "項", "号", NULL};
    size_t i = from;
    uint32_t n;
    while (words_at(t, i, (const char *const[]){"第", NULL})) {
        size_t used = whole_number(t, i + 3, &n), unit = used ? words_at(t, i + 3 + used, units) : 0;
        if (!unit || !add_part(p, n))
            break;
        i += 3 + used + unit;
        size_t branch = words_at(t, i, (const char *const[]){"の", NULL}) ? whole_number(t, i + 3, &n) : 0;
        if (branch && add_part(p, PATH_BRANCH + n))
            i += 3 + branch;
    }
    return i - from;
}

static uint32_t roman(struct words t, size_t i, size_t end)
{
    static const struct { char sign; uint32_t value; } signs[] = {{'i', 1}, {'v', 5}, {'x', 10}, {'l', 50}, {'c', 100}};
    uint32_t total = 0, last = 0;
    for (; end > i; end--) {
        uint32_t value = 0;
        for (size_t k = 0; k < sizeof signs / sizeof signs[0]; k++)
            if (t.at[end - 1] == signs[k].sign)
                value = signs[k].value;
        if (!value)
            return 0;
        total = value < last ? total - value : total + value;
        last = value;
    }
    return total;
}

/* 5.2, 5.2(a), 5(b)(ii), iv */
static size_t english_path(struct words t, size_t from, struct path *p)
{
    size_t i = from;
    while (i < t.len && p->count < PATH_PARTS) {
        uint32_t n = 0;
        size_t end = i;
        while (end < t.len && t.at[end] >= '0' && t.at[end] <= '9' && end - i < 4)
            n = n * 10 + (uint32_t)(t.at[end++] - '0');
        if (end == i)
            break;
        add_part(p, n);
        i = end;
        if (i + 1 < t.len && t.at[i] == '.' && t.at[i + 1] >= '0' && t.at[i + 1] <= '9')
            i++;
        else
            break;
    }
    if (i == from) {
        size_t end = i;
        while (end < t.len && end - i < 6 && strchr("ivxlc", t.at[end]))
            end++;
        uint32_t n = end < t.len && normal_is_word(t.at[end]) ? 0 : roman(t, i, end);
        i = n && add_part(p, n) ? end : i;
    }
    while (i > from && i + 2 < t.len && t.at[i] == '(') {
        size_t end = i + 1;
        while (end < t.len && end - i < 5 && normal_is_word(t.at[end]))
            end++;
        bool digit = t.at[i + 1] >= '0' && t.at[i + 1] <= '9';
        if (end == i + 1 || end >= t.len || t.at[end] != ')')
            break;
        uint32_t n = digit ? (uint32_t)(t.at[i + 1] - '0') : PATH_LETTER;
        for (size_t k = i + 1; k < end && !digit; k++)
            n = PATH_LETTER + (n - PATH_LETTER) * 40 + (uint32_t)(unsigned char)t.at[k] % 40;
        if (!add_part(p, n))
            break;
        i = end + 1;
    }
    return i - from;
}

size_t path_read(const char *at, size_t len, struct path *out)
{
    static const char *const words[] = {"section ", "article ", "clause ", "paragraph ", "sec. ", "art. ", "§ ", "§", NULL};
    struct words t = {at, len};
    *out = (struct path){0};
    size_t used = japanese_path(t, 0, out);
    if (used)
        return used;
    size_t word = words_at(t, 0, words);
    used = english_path(t, word, out);
    bool bare = word == 0 && len > 0 && (at[0] < '0' || at[0] > '9'); /* "iv" is a number, "civil law" is none */
    return used && (!bare || used == len) ? word + used : 0;
}

/* ---- the clauses of a contract by number ---- */

static int by_path(const void *a, const void *b)
{
    const struct numbered *x = a, *y = b;
    for (uint8_t i = 0; i < x->path.count && i < y->path.count; i++)
        if (x->path.parts[i] != y->path.parts[i])
            return x->path.parts[i] < y->path.parts[i] ? -1 : 1;
    if (x->path.count != y->path.count)
        return x->path.count < y->path.count ? -1 : 1;
    return x->clause->node.ordinal < y->clause->node.ordinal ? -1 : x->clause->node.ordinal > y->clause->node.ordinal;
}

static size_t count_all(const struct list *clauses)
{
    size_t n = 0;
    LIST_EACH(struct clause, c, clauses)
        n += 1 + count_all(&c->clauses);
    return n;
}

static void add_all(struct reading *r, struct numbers *list, const struct list *clauses)
{
    LIST_EACH(struct clause, c, clauses) {
        struct normal *n = &r->reference;
        normal_clear(n);
        if (c->number)
            normal_add(n, NULL, c->number, strlen(c->number));
        normal_end(n);
        struct path path;
        if (c->number && !n->failed && path_read(n->at, n->len, &path))
            list->at[list->count++] = (struct numbered){path, c};
        add_all(r, list, &c->clauses);
    }
}

static const struct numbers *numbers_of(struct reading *r, const struct contract *c)
{
    for (const struct numbers *n = r->numbers; n; n = n->next)
        if (n->contract == c)
            return n;
    struct numbers *n = arena_alloc(r->arena, sizeof *n);
    if (!n)
        return NULL;
    *n = (struct numbers){r->numbers, c, 0, arena_array(r->arena, count_all(&c->clauses) + 1, sizeof *n->at)};
    if (!n->at)
        return NULL;
    add_all(r, n, &c->clauses);
    qsort(n->at, n->count, sizeof *n->at, by_path);
    r->numbers = n;
    return n;
}

static const struct clause *exactly(const struct numbers *list, const struct path *wanted)
{
    size_t low = 0, high = list->count;
    struct numbered key = {*wanted, NULL};
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct path *at = &list->at[middle].path;
        int order = 0;
        for (uint8_t i = 0; !order && i < at->count && i < key.path.count; i++)
            order = at->parts[i] < key.path.parts[i] ? -1 : at->parts[i] > key.path.parts[i];
        if (!order)
            order = at->count < key.path.count ? -1 : at->count > key.path.count;
        if (order == 0)
            return list->at[middle].clause;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* The clause with this number or, when its parts are not clauses of their own, the one that holds them. */
static const struct clause *look_up(const struct numbers *list, struct path p)
{
    for (; p.count > 0; p.count--) {
        const struct clause *found = exactly(list, &p);
        if (found)
            return found;
    }
    return NULL;
}

/* ---- references in the words ---- */

static const struct clause *article_of(const struct clause *c)
{
    while (is_clause(c->node.parent))
        c = (const struct clause *)c->node.parent;
    return c;
}

/* The neighbour of the same list; `back` is the one before. */
static const struct clause *neighbour(const struct list *list, const struct clause *c, bool back)
{
    const struct clause *before = NULL;
    LIST_EACH(struct clause, n, list) {
        if (n == c)
            return back ? before : (const struct clause *)n->node.next;
        before = n;
    }
    return NULL;
}

/* 前項: the paragraph before; before the second stands the text of the article itself. */
static const struct clause *paragraph_before(const struct clause *c)
{
    if (!is_clause(c->node.parent))
        return NULL;
    const struct clause *above = (const struct clause *)c->node.parent, *before = neighbour(&above->clauses, c, true);
    return before ? before : above;
}

/* 前条, 次条, 前項, 本条 and what is counted from them: the bytes; the clause, or NULL, at *target. */
static size_t relative(const struct clause *c, const struct contract *contract, struct words t, size_t i,
                       const struct clause **target)
{
    static const struct { const char *word; char what; } words[] = {
        {"前条", 'p'}, {"次条", 'n'}, {"前項", 'a'}, {"本条", 's'}};
    for (size_t k = 0; k < sizeof words / sizeof words[0]; k++) {
        if (!words_at(t, i, (const char *const[]){words[k].word, NULL}))
            continue;
        char what = words[k].what;
        if (what == 'a')
            *target = paragraph_before(c);
        else if (what == 's')
            *target = article_of(c);
        else
            *target = neighbour(&contract->clauses, article_of(c), what == 'p');
        return strlen(words[k].word);
    }
    return 0;
}

/* True where the number is that of a law, an exhibit to something else, or a count. */
static bool is_elsewhere(struct words t, size_t start, size_t end)
{
    static const char *const laws[] = {"法", "法律", "法第", "規則", "政令", "省令", "条例", "指令", "gdpr ", "法（", NULL};
    static const char *const of[] = {" of the ", " of ", " usc", " u.s.c", NULL};
    static const char *const acts[] = {"act", "code", "law", "regulation", "directive", "gdpr", "statute", "rules", NULL};
    if (words_before(t, start, laws))
        return true;
    if (!words_at(t, end, of))
        return false;
    size_t to = end + LAW_REACH < t.len ? end + LAW_REACH : t.len;
    const char *stop = memchr(t.at + end, ',', to - end);
    if (stop)
        to = (size_t)(stop - t.at);
    return words_within(t, end, to, acts) < to && words_within(t, end, to, (const char *const[]){"agreement", NULL}) == to;
}

static size_t absolute(const struct clause *c, const struct numbers *numbers, struct words t, size_t i,
                       const struct clause **target)
{
    static const char *const english[] = {"section ", "article ", "clause ", "sections ", "articles ", "clauses ", NULL};
    struct path p = {0}, own = {0};
    size_t used = japanese_path(t, i, &p), word = used ? 0 : words_at(t, i, english);
    if (word)
        used = english_path(t, i + word, &p);
    if (used == 0 || p.count == 0)
        return 0;
    bool paragraph = !word && memcmp(t.at + i + used - 3, "項", 3) == 0 && p.count == 1;
    const struct clause *article = article_of(c);
    if (paragraph && article->number) { /* 第2項 alone is one of this article */
        struct words n = {article->number, strlen(article->number)};
        if (path_read(n.at, n.len, &own) && own.count == 1) {
            p.parts[1] = p.parts[0];
            p.parts[0] = own.parts[0];
            p.count = 2;
        }
    }
    *target = look_up(numbers, p);
    return used + word;
}

/* Those of the clause's own prose, into `list`; returns how many. */
static size_t find_references(struct reading *r, const struct clause *c, struct reference *list)
{
    const struct contract *contract = node_contract(&c->node);
    const struct numbers *numbers = contract ? numbers_of(r, contract) : NULL;
    struct normal *n = &r->reference;
    size_t count = 0;
    if (!numbers)
        return 0;
    normal_clear(n);
    LIST_EACH(struct prose, p, &c->text)
        normal_add(n, p, p->at, p->len);
    normal_end(n);
    struct words t = {n->at, n->failed ? 0 : n->len};
    for (size_t i = 0; i < t.len && count < REFERENCES; i++) {
        const struct clause *target = NULL;
        unsigned char b = (unsigned char)t.at[i];
        bool japanese = b == 0xE7 || b == 0xE5 || b == 0xE6;
        if (!japanese && ((b != 's' && b != 'a' && b != 'c') || (i > 0 && normal_is_word(t.at[i - 1]))))
            continue;
        size_t used = japanese ? relative(c, contract, t, i, &target) : 0;
        if (!used)
            used = absolute(c, numbers, t, i, &target);
        if (!used)
            continue;
        if (!is_elsewhere(t, i, i + used) && target != c)
            list[count++] = (struct reference){normal_span(n, i, i + used), target};
        i += used - 1;
    }
    return count;
}

size_t reading_references(struct reading *r, const struct clause *c, const struct reference **out)
{
    struct clause_state *state = reading_state(r, c);
    struct reference found[REFERENCES];
    *out = NULL;
    if (!state)
        return 0;
    if (!state->referred) {
        size_t count = find_references(r, c, found);
        struct reference *kept = count ? arena_array(r->arena, count, sizeof *kept) : NULL;
        if (kept)
            memcpy(kept, found, count * sizeof *kept);
        state->references = kept;
        state->reference_count = kept ? count : 0;
        state->referred = true;
    }
    *out = state->references;
    return state->reference_count;
}
