/* Who makes the contract, and what its words mean. */
#include <string.h>

#include "documents/scan.h"
#include "documents/structure_parts.h"

enum { NAME_MOST = 200, ALIAS_MOST = 60, TERM_MOST = 200, ASIDE_MOST = 400,
       FRONT_MOST = 8192 /* bytes of a paragraph in which parties are introduced */ };

struct found_party {
    struct piece name, alias;
    uint32_t line;
};

static const char *find(const char *at, const char *end, const char *word)
{
    size_t n = strlen(word);
    for (; (size_t)(end - at) >= n; at++)
        if (memcmp(at, word, n) == 0)
            return at;
    return NULL;
}

/* ---- Japanese: 株式会社〇〇（以下「甲」という。） ---- */

/* The name in front of （以下: back to the particle or mark that ends what stands before it. */
static struct piece name_before(const char *start, const char *end)
{
    static const char *const marks[] = {"）と", "）と、", "、", "。", "）", "：", "委託者", "受託者", "\n", NULL};
    struct piece name = {start, (size_t)(end - start)};
    for (struct scan s = scan_text(start, name.len); s.at < s.end; scan_next(&s))
        for (size_t i = 0; marks[i]; i++) {
            struct scan after = s;
            if (scan_word(&after, marks[i]) && after.at < s.end)
                name = (struct piece){after.at, (size_t)(end - after.at)};
        }
    scan_trim(&name.at, &name.len);
    struct scan s = scan_text(name.at, name.len);
    if (scan_word(&s, "と") || scan_word(&s, "及び") || scan_word(&s, "である"))
        name = (struct piece){s.at, (size_t)(s.end - s.at)};
    scan_trim(&name.at, &name.len);
    return name;
}

/* The next （以下「alias」という in [at, end). Only 甲, 乙, 丙 and short words for a role are parties: the same form
 * defines 本契約 and the like. */
static bool next_japanese(const char **at, const char *end, struct found_party *out)
{
    static const char *const roles[] = {"甲", "乙", "丙", "丁", "委託者", "受託者", "発注者", "受注者", "開示者", "受領者", NULL};
    const char *start = *at;
    for (const char *p; (p = find(*at, end, "以下")) != NULL;) {
        struct scan s = scan_text(p + strlen("以下"), (size_t)(end - p) - strlen("以下"));
        *at = s.at;
        if (!scan_skip(&s, 0x3001))
            scan_skip(&s, ',');
        if (!scan_skip(&s, 0x300C))
            continue;
        const char *alias = s.at, *close = find(alias, end - alias > ALIAS_MOST ? alias + ALIAS_MOST : end, "」");
        if (!close || !scan_any(&s, roles))
            continue;
        *at = close;
        if (p == start)
            continue; /* nothing stands before it: neither a bracket nor a name */
        const char *open = p - 1;
        while (open > start && ((unsigned char)*open & 0xC0) == 0x80)
            open--;
        uint32_t c = 0;
        struct scan o = scan_text(open, (size_t)(p - open));
        c = scan_peek(&o);
        if (c != '(')
            continue;
        out->alias = (struct piece){alias, (size_t)(close - alias)};
        out->name = name_before(start, open);
        return true;
    }
    return false;
}

/* ---- English: Acme Ltd, a company organised under ... ("Provider") ---- */

static bool is_quote(const char *at, const char *end, size_t *len)
{
    static const char *const quotes[] = {"\"", "“", "”", "''", "‘", "’"};
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++) {
        *len = strlen(quotes[i]);
        if ((size_t)(end - at) >= *len && memcmp(at, quotes[i], *len) == 0)
            return true;
    }
    return false;
}

/* True if a name may begin here: a capital, or a blank for one; "the" in front does not count. */
static bool starts_name(const char *at, const char *end)
{
    if (end - at > 4 && memcmp(at, "the ", 4) == 0)
        at += 4;
    return at < end && (scan_is_upper((unsigned char)*at) || strchr("[{<_", *at));
}

/* Where the name begins: after "between", "and" or the last mark before it. */
static const char *name_start(const char *start, const char *end)
{
    static const char *const before[] = {" between ", "Between ", "BETWEEN ", " among ", " and ", " and_", "; ", ") ", ": ", NULL};
    while (start < end && (*start == ' ' || *start == ',' || *start == ';'))
        start++;
    if (end - start > 4 && memcmp(start, "and", 3) == 0 && starts_name(start + 3 + (start[3] == ' '), end))
        start += 3 + (start[3] == ' ');
    for (size_t i = 0; before[i]; i++)
        for (const char *p = start; (p = find(p, end, before[i])) != NULL;) {
            p += strlen(before[i]) - (before[i][strlen(before[i]) - 1] == '_');
            if (starts_name(p, end))
                start = p;
        }
    return start;
}

/* A name ends where its description begins: a company of ..., with offices at ... */
static struct piece english_name(const char *start, const char *end)
{
    static const char *const descriptions[] = {", a", " (", ", with ", ", having ", " having ", ", its ", ", on behalf", " on behalf",
                                               " located ", ", located", " with offices", ", whose ", " whose ", " registered ",
                                               ", registered", ", incorporated", ", organized", ", through", " through ", NULL};
    const char *at = name_start(start, end);
    struct piece name = {at, (size_t)(end - at)};
    for (size_t i = 0; descriptions[i]; i++) {
        const char *p = find(name.at, name.at + name.len, descriptions[i]);
        if (p)
            name.len = (size_t)(p - name.at);
    }
    scan_trim(&name.at, &name.len);
    if (name.len > 4 && memcmp(name.at, "the ", 4) == 0)
        name = (struct piece){name.at + 4, name.len - 4};
    while (name.len > 0 && (name.at[name.len - 1] == ',' || name.at[name.len - 1] == ';'))
        name.len--;
    return name;
}

static bool is_alias(struct piece a)
{
    static const char *const others[] = {"Agreement", "Effective Date", "Contract", "Party", "Parties", "Amendment",
                                         "MNDA", "NDA", "Term", "Purpose", "Services", "Addendum", "Schedule"};
    if (a.len == 0 || a.len > ALIAS_MOST)
        return false;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        size_t n = strlen(others[i]);
        if (a.len >= n && memcmp(a.at + a.len - n, others[i], n) == 0)
            return false;
    }
    return scan_is_upper((unsigned char)*a.at) || (a.at[0] & 0x80);
}

/* Somebody's name or a blank for one, and not the end of a sentence. */
static bool is_name(struct piece n)
{
    static const char *const words[] = {"This ", "The ", "these ", "Whereas", "WHEREAS", "and", "THIS "};
    if (n.len == 0 || n.len > NAME_MOST / 2 || heading_has_verb(n.at, n.len))
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (n.len >= strlen(words[i]) && memcmp(n.at, words[i], strlen(words[i])) == 0)
            return false;
    unsigned char c = (unsigned char)*n.at;
    if (scan_is_upper(c) && !heading_is_titled(n.at, n.len))
        return false;
    return scan_is_upper(c) || c >= 0x80 || strchr("[{<_(\"0123456789", c) != NULL;
}

/* The next ("Alias") or (the "Alias") or (hereinafter "Alias"). */
static bool next_english(const char **at, const char *end, struct found_party *out)
{
    const char *start = *at;
    for (const char *open; (open = find(*at, end, "(")) != NULL;) {
        const char *close = find(open, end - open > ASIDE_MOST ? open + ASIDE_MOST : end, ")");
        *at = open + 1;
        if (!close)
            continue;
        const char *p = open + 1;
        size_t q = 0;
        while (p < close && !is_quote(p, close, &q))
            p++;
        if (p == close || p - open > NAME_MOST)
            continue;
        struct piece alias = {p + q, 0};
        const char *after = alias.at;
        while (after < close && !is_quote(after, close, &q))
            after++;
        alias.len = (size_t)(after - alias.at);
        if (alias.len > 4 && (memcmp(alias.at, "the ", 4) == 0 || memcmp(alias.at, "The ", 4) == 0))
            alias = (struct piece){alias.at + 4, alias.len - 4};
        *at = close + 1;
        if (!is_alias(alias))
            continue;
        out->alias = alias;
        out->name = english_name(open - start > ASIDE_MOST ? open - ASIDE_MOST : start, open);
        if (is_name(out->name))
            return true;
    }
    return false;
}

/* ---- roles ---- */

static bool has_word(struct piece t, const char *const *words)
{
    for (; *words; words++)
        if (find(t.at, t.at + t.len, *words))
            return true;
    return false;
}

/* The same for names of roles, which some write in capitals. */
static bool is_role(struct piece alias, const char *const *words)
{
    for (; *words; words++)
        for (struct scan s = scan_text(alias.at, alias.len); s.at < s.end; scan_next(&s)) {
            struct scan here = s;
            if (scan_word(&here, *words) || scan_word_any_case(&here, *words))
                return true;
        }
    return false;
}

/* By the word that a party is called. 甲 and 乙 say nothing by themselves: who entrusts whom does. */
static const char *role_of_alias(struct piece alias)
{
    static const char *const customer[] = {"Customer", "Client", "Buyer", "Purchaser", "Licensee", "委託者", "発注者", NULL};
    static const char *const supplier[] = {"Supplier", "Provider", "Vendor", "Contractor", "Consultant", "Licensor",
                                           "Seller", "Processor", "受託者", "受注者", NULL};
    if (is_role(alias, customer))
        return "customer";
    return is_role(alias, supplier) ? "supplier" : NULL;
}

/* 乙に…委託: the one who is entrusted supplies; 甲が…受託 is the other way round. */
static bool first_is_customer(const struct structure *s, bool *known)
{
    static const char *const first[] = {"乙に委託", "乙に対し", "乙は受託", "乙は、これを受託", "乙はこれを受託", "乙へ委託",
                                        "を乙に", "乙がこれを受託", "乙が受託", NULL};
    static const char *const second[] = {"甲に委託", "甲はこれを受託", "甲は、これを受託", "を甲に委託", "甲が受託", NULL};
    for (size_t i = 0; i < s->count && i < STRUCTURE_PARTY_LINES; i++) {
        struct piece t = {s->p[i].at, s->p[i].len};
        *known = true;
        if (has_word(t, second))
            return false;
        if (has_word(t, first) && has_word(t, (const char *const[]){"委託", "発注", "委任", "依頼", "受託", NULL}))
            return true;
    }
    *known = false;
    return false;
}

static const char *role(const struct structure *s, struct piece alias)
{
    const char *by_name = role_of_alias(alias);
    if (by_name)
        return by_name;
    bool known, first = first_is_customer(s, &known);
    bool kou = alias.len == 3 && memcmp(alias.at, "甲", 3) == 0, otsu = alias.len == 3 && memcmp(alias.at, "乙", 3) == 0;
    if (!known || !(kou || otsu))
        return NULL;
    return kou == first ? "customer" : "supplier";
}

static bool add_party(struct structure *s, const struct found_party *f)
{
    struct node *n = build_node(s->b, &kind_party, &s->contract->node, &s->contract->parties, f->line);
    if (!n)
        return false;
    struct party *p = (struct party *)n;
    size_t name = f->name.len > NAME_MOST ? 0 : f->name.len;
    p->alias = arena_copy(s->b->arena, f->alias.at, f->alias.len);
    p->name = name ? arena_copy(s->b->arena, f->name.at, name) : NULL;
    p->role = role(s, f->alias);
    return p->alias && (p->name || !name);
}

static bool seen(const struct structure *s, struct piece alias)
{
    LIST_EACH(struct party, p, &s->contract->parties)
        if (strlen(p->alias) == alias.len && memcmp(p->alias, alias.at, alias.len) == 0)
            return true;
    return false;
}

bool parties_find(struct structure *s)
{
    /* Parties are introduced before the first clause, if there is something before it. */
    size_t front = s->front ? s->front : s->count;
    for (size_t i = 0; i < front && i < STRUCTURE_PARTY_LINES; i++) {
        const struct paragraph *p = &s->p[i];
        const char *at = p->at, *end = p->at + (p->len < FRONT_MOST ? p->len : FRONT_MOST);
        struct found_party f = {.line = p->line};
        bool (*next)(const char **, const char *, struct found_party *) =
            find(at, end, "以下") ? next_japanese : next_english;
        while (s->contract->parties.count < STRUCTURE_PARTIES && next(&at, end, &f))
            if (!seen(s, f.alias) && !add_party(s, &f))
                return false;
        if (s->contract->parties.count >= 2)
            return true;
    }
    return true;
}

/* ---- definitions ---- */

/* "Term" means ...; 「用語」とは、 */
bool definition_find(struct structure *s, const struct paragraph *p, struct piece t)
{
    static const char *const english[] = {" means", " shall mean", " mean ", " has the meaning", " refers to",
                                          " will mean", " is defined as", NULL};
    static const char *const japanese[] = {"とは", NULL};
    struct scan here = scan_text(t.at, t.len);
    uint32_t open = scan_next(&here);
    if (open != '"' && open != 0x201C && open != 0x300C)
        return true;
    uint32_t close = open == 0x300C ? 0x300D : open == 0x201C ? 0x201D : '"';
    const char *term = here.at, *end = term;
    uint32_t c = 0;
    while (here.at < here.end && here.at - term <= TERM_MOST) {
        end = here.at;
        if ((c = scan_next(&here)) == close)
            break;
    }
    if (c != close || end == term || !scan_any(&here, open == 0x300C ? japanese : english))
        return true;
    struct node *n = build_node(s->b, &kind_definition, &s->contract->node, &s->contract->definitions, p->line);
    if (!n)
        return false;
    struct definition *d = (struct definition *)n;
    d->term = arena_copy(s->b->arena, term, (size_t)(end - term));
    return d->term && build_prose(s->b, n, &d->text, t.at, t.len, p->line);
}
