/* What a contract defines, and where its clauses use that: 「秘密情報」とは, "Confidential Information" means. */
#include <string.h>

#include "base/text.h"
#include "documents/schema.h"
#include "language/normalise.h"
#include "language/reading.h"

enum {
    DEFINITIONS = 128,      /* of one contract; more are not followed */
    TERM_BYTES = 90,        /* a longer quotation is no name */
    BRACKET_BYTES = 60      /* from "(" to the name in (hereinafter the "Services") */
};

struct text { const char *at; size_t len; };

static bool follows(struct text t, size_t i, const char *const *words)
{
    for (; *words; words++) {
        size_t n = strlen(*words);
        if (i <= t.len && n <= t.len - i && memcmp(t.at + i, *words, n) == 0)
            return true;
    }
    return false;
}

/* The closing quote for the opening one at i; NULL when none opens there. */
static const char *closing(struct text t, size_t i)
{
    static const struct { const char *open, *close; } quotes[] = {{"「", "」"}, {"“", "”"}, {"\"", "\""}};
    for (size_t k = 0; k < sizeof quotes / sizeof quotes[0]; k++)
        if (follows(t, i, (const char *const[]){quotes[k].open, NULL}))
            return quotes[k].close;
    return NULL;
}

/* True if an aside opens shortly before and holds nothing but words that introduce a name. */
static bool in_aside(struct text t, size_t quote)
{
    size_t from = quote > BRACKET_BYTES ? quote - BRACKET_BYTES : 0;
    for (size_t i = quote; i > from; i--) {
        if (t.at[i - 1] == '(')
            return true;
        if (strchr(").;\"", t.at[i - 1]))
            return false;
    }
    return false;
}

/* Reads a definition whose name is quoted at i; its name goes to *name. Returns where to read on. */
static size_t read_name(struct text t, size_t i, struct span *name, bool *defines)
{
    static const char *const means[] = {" means", " shall mean", " mean ", " has the meaning", " refers to", " will mean",
                                        " is defined", "とは", "という", "といい", "と称する", "と定義", "と総称", NULL};
    static const char *const asides[] = {")", ",", " or", " and", NULL};
    const char *close = closing(t, i);
    size_t open = text_char(t.at + i, t.len - i), start = i + open;
    size_t room = t.len - start < TERM_BYTES ? t.len - start : TERM_BYTES;
    const char *end = memmem(t.at + start, room, close, strlen(close));
    *defines = false;
    if (!end || end == t.at + start)
        return start;
    size_t len = (size_t)(end - t.at) - start, after = start + len + strlen(close);
    bool plain = *close == '"' || (unsigned char)*close == 0xE2;
    *name = (struct span){NULL, (uint32_t)start, (uint32_t)len};
    *defines = follows(t, after, means) || (plain && in_aside(t, i) && follows(t, after, asides));
    return after;
}

static bool is_party(const struct contract *c, const char *at, size_t len)
{
    LIST_EACH(struct party, p, &c->parties)
        if (p->alias && strlen(p->alias) == len && memcmp(p->alias, at, len) == 0)
            return true;
    return len == 3 && (memcmp(at, "甲", 3) == 0 || memcmp(at, "乙", 3) == 0 || memcmp(at, "丙", 3) == 0);
}

static void add_definition(struct definitions *d, const struct contract *c, const struct clause *clause, const struct prose *p,
                           struct span name)
{
    const char *at = p->at + name.start;
    if (d->count == DEFINITIONS || is_party(c, at, name.len))
        return;
    for (size_t i = 0; i < d->count; i++)
        if (d->at[i].words.len == name.len && memcmp(d->at[i].term, at, name.len) == 0)
            return;
    name.prose = p;
    d->at[d->count++] = (struct defined){at, name, clause};
}

static void read_prose(struct definitions *d, const struct contract *c, const struct clause *clause, const struct prose *p)
{
    struct text t = {p->at, p->len};
    for (size_t i = 0; i < t.len;) {
        struct span name;
        bool defines = false;
        if (!closing(t, i)) {
            i++;
            continue;
        }
        i = read_name(t, i, &name, &defines);
        if (defines)
            add_definition(d, c, clause, p, name);
    }
}

static void read_clauses(struct definitions *d, const struct contract *c, const struct list *clauses)
{
    LIST_EACH(struct clause, clause, clauses) {
        LIST_EACH(struct prose, p, &clause->text)
            read_prose(d, c, clause, p);
        read_clauses(d, c, &clause->clauses);
    }
}

static const struct definitions *definitions_of(struct reading *r, const struct contract *c)
{
    for (const struct definitions *d = r->definitions; d; d = d->next)
        if (d->contract == c)
            return d;
    struct definitions *d = arena_alloc(r->arena, sizeof *d);
    struct defined *at = arena_array(r->arena, DEFINITIONS, sizeof *at);
    if (!d || !at)
        return NULL;
    *d = (struct definitions){r->definitions, c, 0, at};
    read_clauses(d, c, &c->clauses);
    LIST_EACH(struct definition, n, &c->definitions)
        LIST_EACH(struct prose, p, &n->text)
            read_prose(d, c, NULL, p);
    r->definitions = d;
    return d;
}

/* True if the clause's own prose holds the word, whole, elsewhere than where it is defined. */
static bool uses(const struct clause *c, const struct defined *d)
{
    LIST_EACH(struct prose, p, &c->text) {
        for (size_t i = 0; i < p->len;) {
            const char *found = memmem(p->at + i, p->len - i, d->term, d->words.len);
            if (!found)
                break;
            i = (size_t)(found - p->at);
            bool cut = (i > 0 && normal_is_word(p->at[i - 1]) && normal_is_word(p->at[i])) ||
                       (i + d->words.len < p->len && normal_is_word(p->at[i + d->words.len]) &&
                        normal_is_word(p->at[i + d->words.len - 1]));
            if (!cut && !(p == d->words.prose && i == d->words.start))
                return true;
            i += d->words.len;
        }
    }
    return false;
}

size_t reading_defined(struct reading *r, const struct clause *c, const struct defined **out)
{
    const struct contract *contract = node_contract(&c->node);
    const struct definitions *all = contract ? definitions_of(r, contract) : NULL;
    struct defined found[DEFINITIONS];
    size_t count = 0;
    for (size_t i = 0; all && i < all->count; i++)
        if (uses(c, &all->at[i]))
            found[count++] = all->at[i];
    struct defined *kept = count ? arena_array(r->arena, count, sizeof *kept) : NULL;
    if (kept)
        memcpy(kept, found, count * sizeof *kept);
    *out = kept;
    return kept ? count : 0;
}
