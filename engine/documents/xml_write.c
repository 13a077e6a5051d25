/* Native XML from the model, driven by the same tables that read it: what is written is valid against the XSD and reads
 * back as the same model. */
#include <string.h>

#include "documents/declare.h"
#include "documents/scan.h"
#include "documents/schema.h"

struct writer {
    const struct xml_notes *notes;
    struct buffer *out;
};

/* Characters that XML has no way to write (XML 1.0, 2.2) become a space. */
static bool is_writable(uint32_t c)
{
    return c == '\t' || c == '\n' || (c >= 0x20 && c < 0xD800) || (c >= 0xE000 && c != 0xFFFE && c != 0xFFFF);
}

static void put_text(struct buffer *out, const char *at, size_t len, bool attribute)
{
    for (const char *end = at + len; at < end;) {
        struct scan s = scan_text(at, (size_t)(end - at));
        uint32_t c = (unsigned char)*at < 0x80 ? (unsigned char)*at : 0x80;
        scan_next(&s);
        bool nonchar = s.at - at == 3 && memcmp(at, "\xEF\xBF", 2) == 0 && (unsigned char)at[2] >= 0xBE;
        if (c == '&')
            buffer_puts(out, "&amp;");
        else if (c == '<')
            buffer_puts(out, "&lt;");
        else if (c == '>')
            buffer_puts(out, "&gt;");
        else if (c == '"' && attribute)
            buffer_puts(out, "&quot;");
        else if (!is_writable(c) || nonchar || (attribute && (c == '\n' || c == '\t')))
            buffer_putc(out, ' ');
        else
            buffer_add(out, at, (size_t)(s.at - at));
        at = s.at;
    }
}

static void put_attributes(struct writer *w, const struct node *n)
{
    char bytes[128];
    for (const struct field *f = n->kind->fields; f->name; f++) {
        struct value v = node_value(n, f);
        if (v.type == VALUE_NONE || (f->flags & FIELD_DERIVED))
            continue;
        buffer_printf(w->out, " %s=\"", f->name);
        struct buffer written;
        buffer_init_fixed(&written, bytes, sizeof bytes);
        if (v.type == VALUE_TEXT) {
            put_text(w->out, v.as.text.at, v.as.text.len, true);
        } else {
            struct value number = v;
            if (v.type == VALUE_AMOUNT)  /* the currency is an attribute of its own */
                number.type = VALUE_PERCENT, number.as.number = v.as.amount.number;
            value_write(&written, &number);
            put_text(w->out, written.at, written.len, true);
        }
        buffer_putc(w->out, '"');
    }
}

static bool is_empty(const struct node *n)
{
    for (const struct child *c = n->kind->children; c->kind; c++)
        if (node_list(n, c)->count > 0)
            return false;
    return true;
}

static void put_indent(struct writer *w, int depth)
{
    for (int i = 0; i < depth; i++)
        buffer_puts(w->out, "  ");
}

static void put_node(struct writer *w, const struct node *n, int depth, const char *space);

/* A list that holds several kinds has a row for each, one after the other: it is written once. */
static void put_children(struct writer *w, const struct node *n, int depth)
{
    const struct list *last = NULL;
    for (const struct child *c = n->kind->children; c->kind; c++) {
        const struct list *list = node_list(n, c);
        for (const struct node *at = list == last ? NULL : list->first; at; at = at->next)
            put_node(w, at, depth, "");
        last = list;
    }
}

static void put_node(struct writer *w, const struct node *n, int depth, const char *space)
{
    if (n->kind == &kind_clause && w->notes && w->notes->clause) {
        size_t len = w->out->len;
        put_indent(w, depth);
        if (!w->notes->clause(w->notes->context, (const struct clause *)n, w->out))
            w->out->len = len;
    }
    put_indent(w, depth);
    buffer_printf(w->out, "<%s%s", n->kind->name, space);
    put_attributes(w, n);
    if (n->kind->prose) {
        const struct prose *p = (const struct prose *)n;
        buffer_putc(w->out, '>');
        put_text(w->out, p->at, p->len, false);
        buffer_printf(w->out, "</%s>\n", n->kind->name);
    } else if (is_empty(n)) {
        buffer_puts(w->out, "/>\n");
    } else {
        buffer_puts(w->out, ">\n");
        put_children(w, n, depth + 1);
        put_indent(w, depth);
        buffer_printf(w->out, "</%s>\n", n->kind->name);
    }
}

static size_t count_roots(const struct subject *s)
{
    size_t n = 0;
    for (const struct document *d = s->documents; d; d = d->next)
        n += d->root != NULL;
    return n;
}

void subject_write_xml(const struct subject *s, const struct xml_notes *notes, struct buffer *out)
{
    static const char space[] = " xmlns=\"" KIJUN_NAMESPACE "\"";
    struct writer w = {notes, out};
    bool several = count_roots(s) > 1;
    buffer_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    if (notes && notes->head)
        buffer_printf(out, "<!-- %s -->\n", notes->head);
    if (several)
        buffer_printf(out, "<%s%s>\n", kind_dossier.name, space);
    for (const struct document *d = s->documents; d; d = d->next)
        if (d->root)
            put_node(&w, d->root, several, several ? "" : space);
    if (several)
        buffer_printf(out, "</%s>\n", kind_dossier.name);
}
