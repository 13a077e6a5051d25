#include <string.h>

#include "documents/html.h"
#include "documents/numbering.h"

static struct html_list *top(struct html_lists *l)
{
    return l->depth > 0 && l->depth <= HTML_LISTS ? &l->at[l->depth - 1] : NULL;
}

void html_list_open(struct html_lists *l, bool ordered, const struct html_attributes *a, const char *format)
{
    l->count += l->depth == 0;
    if (l->depth++ >= HTML_LISTS)
        return;
    const char *type = html_list_format(a->type);
    *top(l) = (struct html_list){.ordered = ordered, .step = a->reversed.at ? -1 : 1,
                                 .format = format ? format : type ? type : ordered ? "decimal" : "bullet"};
    if (a->reversed.at && !a->start.at) /* begins at the number of its items, which is not known yet */
        top(l)->format = "bullet";
    top(l)->value = html_integer(a->start, 1) - top(l)->step;
}

void html_list_close(struct html_lists *l)
{
    if (l->depth > 0)
        l->depth--;
}

/* What stands behind the number: nothing in Japanese, where it is no part of it. */
static const char *suffix_of(const char *format)
{
    static const char *const japanese[] = {"aiueo", "iroha", "ideographDigital", "japaneseCounting", "japaneseLegal",
                                           "ideographTraditional", "ideographZodiac"};
    for (size_t i = 0; i < sizeof japanese / sizeof *japanese; i++)
        if (strcmp(japanese[i], format) == 0)
            return "";
    return ".";
}

bool html_list_item(struct html_lists *l, const struct html_attributes *a, const char *format)
{
    struct html_list *v = top(l);
    if (!v)
        return true;
    v->value = html_integer(a->value, v->value + v->step);
    v->label = NULL;
    if (!format && (format = html_list_format(a->type)) == NULL)
        format = v->format;
    if (!v->ordered || strcmp(format, "none") == 0 || strcmp(format, "bullet") == 0)
        return true;
    char bytes[NUMBERING_LABEL_SIZE];
    struct buffer label;
    buffer_init_fixed(&label, bytes, sizeof bytes);
    if (v->value > 0)
        numbering_format(&label, format, (uint32_t)v->value);
    else
        buffer_int(&label, v->value);
    buffer_puts(&label, suffix_of(format));
    v->label = arena_copy(l->arena, label.at, label.len);
    return v->label != NULL;
}

static bool is_counted(const struct html_list *v)
{
    return v->ordered && strcmp(v->format, "none") != 0 && strcmp(v->format, "bullet") != 0;
}

void html_list_mark(struct html_lists *l, struct paragraph *p)
{
    size_t depth = l->depth < HTML_LISTS ? l->depth : HTML_LISTS;
    while (depth > 0 && !is_counted(&l->at[depth - 1]))
        depth--;
    if (depth == 0)
        return;
    p->list = l->count;
    p->level = (uint8_t)(depth - 1);
    if (depth == l->depth) {
        p->label = l->at[depth - 1].label;
        l->at[depth - 1].label = NULL;
    }
}
