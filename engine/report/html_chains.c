/* Subcontractor chains as a graph (inline SVG), from the suppliers on the left to the last link on the right, and those
 * that several suppliers share as a table: what a picture shows must also be there to read. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "report/html.h"
#include "report/portfolio.h"

enum {
    COLUMNS = 5, BOX_WIDTH = 210, BOX_HEIGHT = 40, COLUMN_STEP = 290, ROW_STEP = 50, MARGIN = 8,
    DRAW_SUPPLIERS = 40,    /* with more, only what is shared is drawn */
    DRAW_SHARED = 12, DRAW_OF_ONE = 8, SHARED_ROWS = 60, NAME_COLUMNS = 25
};

/* Where things stand; row -1: not drawn. */
struct layout {
    const struct chains *c;
    int *node_column, *node_row, *supplier_row;
    int next[COLUMNS];      /* the first free row of each column */
    bool *drawn;            /* links */
    bool part;              /* not everything is drawn */
};

void html_short(const struct view *v, const char *text, size_t columns)
{
    size_t len = text ? strlen(text) : 0, at = 0;
    if (text_columns(text ? text : "", len) <= columns) {
        say(v, text);
        return;
    }
    for (size_t wide = 0; at < len;) {
        uint32_t c;
        size_t n = text_next(text + at, len - at, &c);
        wide += text_columns(text + at, n);
        if (wide > columns - 1) break;
        at += n;
    }
    v->put(v->out, text, at);
    raw(v, "\xE2\x80\xA6");
}

/* ---- what is drawn ---- */

static bool layout_init(struct layout *l, const struct chains *c)
{
    *l = (struct layout){.c = c, .node_column = calloc(c->node_count + 1, sizeof(int)),
                         .node_row = calloc(c->node_count + 1, sizeof(int)),
                         .supplier_row = calloc(c->supplier_count + 1, sizeof(int)),
                         .drawn = calloc(c->link_count + 1, sizeof(bool))};
    return l->node_column && l->node_row && l->supplier_row && l->drawn;
}

static void layout_free(struct layout *l)
{
    free(l->node_column);
    free(l->node_row);
    free(l->supplier_row);
    free(l->drawn);
}

/* Indices of the nodes that several suppliers share, most first; the caller frees. */
static size_t *shared_nodes(const struct chains *c, size_t *count)
{
    size_t *all = calloc(c->node_count + 1, sizeof *all), n = 0;
    for (size_t i = 0; all && i < c->node_count; i++) {
        if (c->nodes[i].suppliers < 2) continue;
        size_t at = n++;
        for (; at > 0 && c->nodes[all[at - 1]].suppliers < c->nodes[i].suppliers; at--) all[at] = all[at - 1];
        all[at] = i;
    }
    *count = n;
    return all;
}

static void draw_into(struct layout *l, int32_t node)
{
    int of_one = 0;
    for (size_t i = 0; i < l->c->link_count; i++) {
        if (l->c->links[i].to != node || l->drawn[i]) continue;
        if (of_one++ == DRAW_OF_ONE) return;
        l->drawn[i] = true;
        if (l->c->links[i].from >= 0) draw_into(l, l->c->links[i].from); /* ends: a link is drawn once */
    }
}

static void choose(struct layout *l, const size_t *shared, size_t count)
{
    const struct chains *c = l->c;
    l->part = c->supplier_count > DRAW_SUPPLIERS;
    for (size_t i = 0; !l->part && i < c->link_count; i++) l->drawn[i] = true;
    for (size_t i = 0; l->part && i < count && i < DRAW_SHARED; i++) draw_into(l, (int32_t)shared[i]);
}

/* A firm stands to the right of everyone who hands work to it; the number of columns ends what a circle would begin. */
static void find_columns(struct layout *l)
{
    const struct chains *c = l->c;
    for (size_t i = 0; i < c->node_count; i++) l->node_column[i] = 1;
    for (int round = 1; round < COLUMNS; round++)
        for (size_t i = 0; i < c->link_count; i++) {
            const struct chain_link *k = &c->links[i];
            int column = k->from < 0 ? 1 : l->node_column[k->from] + 1;
            if (l->drawn[i] && column < COLUMNS && column > l->node_column[k->to]) l->node_column[k->to] = column;
        }
}

/* Puts a node beside who was placed before it, its own firms behind it. */
static void place(struct layout *l, int32_t node, int row)
{
    int column = l->node_column[node];
    if (l->node_row[node] >= 0) return;
    if (row < l->next[column]) row = l->next[column];
    l->node_row[node] = row;
    l->next[column] = row + 1;
    for (uint32_t i = l->c->nodes[node].first; i; i = l->c->links[i - 1].next)
        if (l->drawn[i - 1]) place(l, l->c->links[i - 1].to, row);
}

/* Links of one supplier stand together. */
static void find_rows(struct layout *l)
{
    const struct chains *c = l->c;
    for (size_t i = 0; i < c->node_count; i++) l->node_row[i] = -1;
    for (size_t i = 0; i < c->supplier_count; i++) l->supplier_row[i] = -1;
    for (size_t i = 0; i < c->link_count; i++) {
        const struct chain_link *k = &c->links[i];
        if (!l->drawn[i] || k->from >= 0) continue;
        int *row = &l->supplier_row[-1 - k->from];
        if (*row < 0) *row = l->next[0]++;
        if (*row < l->next[1] && l->node_row[k->to] < 0 && i > 0 && c->links[i - 1].from != k->from) {
            *row = l->next[1];
            l->next[0] = *row + 1;
        }
        place(l, k->to, *row);
    }
}

/* ---- drawing ---- */

static int x_of(int column)
{
    return MARGIN + column * COLUMN_STEP;
}

static int y_of(int row)
{
    return MARGIN + row * ROW_STEP;
}

static void edge(const struct view *v, const struct layout *l, const struct chain_link *k)
{
    int from_column = k->from < 0 ? 0 : l->node_column[k->from], to_column = l->node_column[k->to];
    int from_row = k->from < 0 ? l->supplier_row[-1 - k->from] : l->node_row[k->from], to_row = l->node_row[k->to];
    if (from_row < 0 || to_row < 0) return;
    int x1 = x_of(from_column) + BOX_WIDTH, x2 = x_of(to_column);
    int y1 = y_of(from_row) + BOX_HEIGHT / 2, y2 = y_of(to_row) + BOX_HEIGHT / 2;
    buffer_printf(v->out, "<path class=\"edge%s\" d=\"M%d %dC%d %d %d %d %d %d\"/>\n",
                  l->c->nodes[k->to].suppliers > 1 ? " shared" : "", x1, y1, x1 + 40, y1, x2 - 40, y2, x2, y2);
}

static void box(const struct view *v, const char *class, int column, int row)
{
    buffer_printf(v->out, "<g class=\"%s\" transform=\"translate(%d %d)\"><rect width=\"%d\" height=\"%d\"/>", class, x_of(column),
                  y_of(row), BOX_WIDTH, BOX_HEIGHT);
}

static void box_name(const struct view *v, const char *name)
{
    raw(v, "<title>"), say(v, name), raw(v, "</title><text x=\"10\" y=\"17\">");
    html_short(v, name, NAME_COLUMNS);
    raw(v, "</text>");
}

static void supplier_box(const struct view *v, const struct layout *l, size_t i)
{
    const struct chain_supplier *s = &l->c->suppliers[i];
    if (l->supplier_row[i] < 0) return;
    if (s->report) raw(v, "<a href=\"suppliers/"), put_url(v->out, s->report, strlen(s->report)), raw(v, ".html\">");
    box(v, "box supplier", 0, l->supplier_row[i]);
    box_name(v, s->name ? s->name : s->id);
    raw(v, "<text class=\"small\" x=\"10\" y=\"33\">");
    if (v->internal && s->tier) say(v, word_of_token(s->tier, v->l));
    else html_short(v, s->id, NAME_COLUMNS);
    raw(v, s->report ? "</text></g></a>\n" : "</text></g>\n");
}

static void node_box(const struct view *v, const struct layout *l, size_t i)
{
    const struct chain_node *n = &l->c->nodes[i];
    if (l->node_row[i] < 0) return;
    box(v, n->suppliers > 1 ? "box shared" : n->unapproved ? "box unapproved" : "box", l->node_column[i], l->node_row[i]);
    box_name(v, n->name);
    raw(v, "<text class=\"small\" x=\"10\" y=\"33\">");
    say(v, n->country);
    if (n->personal) raw(v, n->country ? " \xC2\xB7 " : ""), say_word(v, WORD_PF_PERSONAL);
    if (n->unapproved) raw(v, n->country || n->personal ? " \xC2\xB7 " : ""), say_word(v, WORD_PF_UNAPPROVED);
    raw(v, "</text>");
    if (n->suppliers > 1)
        buffer_printf(v->out, "<text class=\"times\" x=\"%d\" y=\"25\">\xC3\x97%u</text>", BOX_WIDTH - 8, n->suppliers);
    raw(v, "</g>\n");
}

static void graph(const struct view *v, const struct layout *l)
{
    int columns = 1, rows = 0;
    for (size_t i = 0; i < l->c->node_count; i++)
        if (l->node_row[i] >= 0 && l->node_column[i] + 1 > columns) columns = l->node_column[i] + 1;
    for (int i = 0; i < COLUMNS; i++) rows = l->next[i] > rows ? l->next[i] : rows;
    int width = x_of(columns - 1) + BOX_WIDTH + MARGIN, height = y_of(rows) + MARGIN;
    buffer_printf(v->out, "<div class=\"scroll\"><svg class=\"graph\" viewBox=\"0 0 %d %d\" style=\"width:%dpx\" role=\"img\" aria-label=\"",
                  width, height, width);
    say_word(v, WORD_PF_CHAINS);
    raw(v, "\">\n");
    for (size_t i = 0; i < l->c->link_count; i++)
        if (l->drawn[i]) edge(v, l, &l->c->links[i]);
    for (size_t i = 0; i < l->c->supplier_count; i++) supplier_box(v, l, i);
    for (size_t i = 0; i < l->c->node_count; i++) node_box(v, l, i);
    raw(v, "</svg></div>\n");
}

/* ---- those shared, as a table ---- */

static void shared_row(const struct view *v, const struct chain_node *n)
{
    raw(v, "<tr><th scope=\"row\">");
    say(v, n->name);
    raw(v, "<span class=\"sub\">");
    say(v, n->country);
    if (n->personal) raw(v, " \xC2\xB7 "), say_word(v, WORD_PF_PERSONAL);
    if (n->unapproved) raw(v, " \xC2\xB7 "), say_word(v, WORD_PF_UNAPPROVED);
    raw(v, "</span></th>");
    html_number(v, "strong", n->suppliers);
    html_number(v, "", (uint64_t)n->depth + 1);
    raw(v, "</tr>\n");
}

static void shared_table(const struct view *v, const struct chains *c, const size_t *shared, size_t count)
{
    if (!count) return;
    raw(v, "<div class=\"scroll\"><table class=\"list\">\n<caption>");
    say_word(v, WORD_PF_CHAINS_SHARED);
    raw(v, "</caption>\n<thead><tr>");
    html_column(v, WORD_PF_SUBCONTRACTOR, false), html_column(v, WORD_PF_DEPENDENT, true);
    html_column(v, WORD_PF_LEVEL_DOWN, true);
    raw(v, "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < count && i < SHARED_ROWS; i++) shared_row(v, &c->nodes[shared[i]]);
    raw(v, "</tbody></table></div>\n");
    html_more_rows(v, count > SHARED_ROWS ? count - SHARED_ROWS : 0);
}

static void drawn(const struct view *v, const struct chains *c, const size_t *shared, size_t count)
{
    struct layout l;
    if (!layout_init(&l, c)) {
        v->out->failed = true;
        layout_free(&l);
        return;
    }
    choose(&l, shared, count);
    find_columns(&l);
    find_rows(&l);
    html_word(v, "p", "lead", WORD_PF_CHAINS_NOTE);
    if (l.part) html_word(v, "p", "note", WORD_PF_CHAINS_PART);
    if (!l.part || count) graph(v, &l);
    layout_free(&l);
}

void html_chains(const struct view *v, const struct portfolio *p)
{
    const struct chains *c = &p->chains;
    size_t count, *shared = shared_nodes(c, &count);
    if (!shared) {
        v->out->failed = true;
        return;
    }
    raw(v, "<section>\n");
    html_heading(v, "chains", WORD_PF_CHAINS, (int64_t)c->node_count, true);
    if (!c->node_count) html_word(v, "p", "lead", WORD_PF_CHAINS_NONE);
    else drawn(v, c, shared, count);
    shared_table(v, c, shared, count);
    if (c->left_out) {
        raw(v, "<p class=\"note\">"), say_word(v, WORD_PF_CHAINS_CUT), raw(v, " "), say_int(v, (int64_t)c->left_out);
        raw(v, "</p>\n");
    }
    raw(v, "</section>\n");
    free(shared);
}
