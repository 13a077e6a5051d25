/* Who works for whom below the suppliers. The same firm below many suppliers is one node: known by its name, whatever the
 * case, spaces and legal form in which each supplier writes it. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "report/portfolio.h"

enum { TABLE = 16384 /* places; more than twice the nodes, a power of two */, TEXT_BYTES = 16 * 1024 * 1024,
       NAME_MOST = 230 /* bytes of a name that are kept: every report's name fits */ };

bool chains_init(struct chains *c)
{
    *c = (struct chains){.nodes = calloc(CHAIN_NODES, sizeof *c->nodes),
                         .suppliers = calloc(CHAIN_SUPPLIERS, sizeof *c->suppliers),
                         .links = calloc(CHAIN_LINKS, sizeof *c->links), .table = calloc(TABLE, sizeof *c->table),
                         .texts = arena_new(TEXT_BYTES)};
    return c->nodes && c->suppliers && c->links && c->table && c->texts;
}

void chains_free(struct chains *c)
{
    free(c->nodes);
    free(c->suppliers);
    free(c->links);
    free(c->table);
    arena_free(c->texts);
    *c = (struct chains){0};
}

/* ---- one name for one firm ---- */

/* Legal forms, which one supplier writes and another leaves out: Japanese ones stand at either end, the others last. */
static const char *const japanese[] = {"株式会社", "有限会社", "合同会社", "(株)", "（株）", "㈱"};
static const char *const others[] = {" co.", " co", " ltd.", " ltd", " limited", " inc.", " inc", " llc", " llp", " gmbh", " corp.",
                                     " corp", " k.k."};
enum { JAPANESE = sizeof japanese / sizeof *japanese, OTHERS = sizeof others / sizeof *others };

/* Lower case; spaces and commas, also the wide ones, become one space. */
static size_t folded(const char *name, char *out, size_t size)
{
    size_t n = 0;
    for (const char *at = name; *at && n + 4 < size; at++) {
        unsigned char c = (unsigned char)*at;
        bool wide = strncmp(at, "\xE3\x80\x80", 3) == 0;
        if (wide) at += 2;
        if (wide || c <= ' ' || c == ',') {
            if (n && out[n - 1] != ' ') out[n++] = ' ';
        } else out[n++] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : (char)c;
    }
    while (n && out[n - 1] == ' ') n--;
    out[n] = '\0';
    return n;
}

/* True if `text`, which is longer, ended with `form`: it is then cut. */
static bool cut_end(char *text, size_t *len, const char *form)
{
    size_t n = strlen(form);
    if (*len <= n || memcmp(text + *len - n, form, n) != 0) return false;
    *len -= n;
    while (*len && text[*len - 1] == ' ') --*len;
    return true;
}

static struct hash name_key(const char *name)
{
    char text[512];
    size_t len = folded(name, text, sizeof text), from = 0, out = 0;
    for (bool again = true; again;) {
        again = false;
        for (size_t i = 0; i < OTHERS; i++) again = again || cut_end(text, &len, others[i]);
        for (size_t i = 0; i < JAPANESE; i++) again = again || cut_end(text, &len, japanese[i]);
    }
    for (size_t i = 0; i < JAPANESE; i++) {
        size_t n = strlen(japanese[i]);
        if (len > n && memcmp(text, japanese[i], n) == 0) from = n;
    }
    for (size_t i = from; i < len; i++)
        if (text[i] != ' ') text[out++] = text[i];
    return hash_bytes(text, out);
}

/* ---- adding ---- */

static size_t place_of(const struct chains *c, const struct hash *key)
{
    uint32_t start;
    memcpy(&start, key->bytes, sizeof start);
    for (size_t at = start % TABLE;; at = (at + 1) % TABLE)
        if (!c->table[at] || memcmp(&c->nodes[c->table[at] - 1].key, key, sizeof *key) == 0) return at;
}

static const char *copy(struct chains *c, const char *text)
{
    return text ? arena_copy(c->texts, text, text_cut(text, strlen(text), NAME_MOST)) : NULL;
}

/* The index of the firm's node; -1 when there is no room for another. */
static int32_t node_of(struct chains *c, const struct fact *f)
{
    struct hash key = name_key(f->text[0]);
    size_t place = place_of(c, &key);
    if (c->table[place]) return (int32_t)c->table[place] - 1;
    if (c->node_count == CHAIN_NODES) return -1;
    struct chain_node *n = &c->nodes[c->node_count++];
    *n = (struct chain_node){.name = copy(c, f->text[0]), .country = copy(c, f->text[1]), .key = key, .depth = UINT32_MAX};
    c->table[place] = (uint32_t)c->node_count;
    return (int32_t)c->node_count - 1;
}

/* A link from a supplier can only have been made for this supplier, after `since`; a firm's own links are in a list. */
static bool linked(const struct chains *c, int32_t from, int32_t to, size_t since)
{
    if (from < 0) {
        for (size_t i = since; i < c->link_count; i++)
            if (c->links[i].from == from && c->links[i].to == to) return true;
        return false;
    }
    for (uint32_t i = c->nodes[from].first; i; i = c->links[i - 1].next)
        if (c->links[i - 1].to == to) return true;
    return false;
}

static void link(struct chains *c, int32_t from, int32_t to)
{
    struct chain_link *l = &c->links[c->link_count++];
    *l = (struct chain_link){.from = from, .to = to};
    if (from < 0) return;
    l->next = c->nodes[from].first;
    c->nodes[from].first = (uint32_t)c->link_count;
}

static int32_t add_supplier(struct chains *c, const struct run_row *row)
{
    if (c->supplier_count == CHAIN_SUPPLIERS) return 0;
    c->suppliers[c->supplier_count] = (struct chain_supplier){copy(c, row->supplier), copy(c, row->name),
                                                              copy(c, row->report), copy(c, row->tier)};
    return -1 - (int32_t)c->supplier_count++;
}

static void count_node(struct chains *c, struct chain_node *n, const struct fact *f)
{
    uint32_t depth = f->number[0] < 100 ? (uint32_t)f->number[0] : 100;
    if (n->last != c->supplier_count) n->suppliers++;
    n->last = (uint32_t)c->supplier_count;
    if (depth < n->depth) n->depth = depth;
    n->personal = n->personal || f->number[1] == 1;
    n->unapproved = n->unapproved || (depth == 0 && f->day[0] == DAY_NONE);
}

/* Who stands at each depth above the next subcontractor: at[0] is the supplier. */
struct path {
    int32_t at[64];
    int64_t known;          /* at[0 .. known] are set */
};

static void add_node(struct chains *c, struct path *p, const struct fact *f, size_t since)
{
    int32_t node = c->link_count < CHAIN_LINKS ? node_of(c, f) : -1, from = p->at[f->number[0]];
    p->known = f->number[0] + 1;
    p->at[p->known] = node >= 0 ? node : from;
    if (node < 0) {
        c->left_out++;
        return;
    }
    count_node(c, &c->nodes[node], f);
    if (from != node && !linked(c, from, node, since)) link(c, from, node);
}

bool chains_add(struct chains *c, const struct run_row *row)
{
    struct facts facts = facts_open(row->facts, row->facts_len);
    struct path path = {.known = -1};
    struct fact f;
    size_t since = c->link_count;
    while (facts_next(&facts, &f)) {
        if (f.kind != FACT_SUBCONTRACTOR || !f.text[0] || f.number[0] < 0 || f.number[0] > 62) continue;
        if (path.known < 0) {
            path.known = 0;
            path.at[0] = add_supplier(c, row);
            if (!path.at[0]) return c->left_out++, true;
        }
        if (f.number[0] <= path.known) add_node(c, &path, &f, since); /* else a child without a parent */
    }
    return !arena_failed(c->texts);
}
