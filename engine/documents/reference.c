/* The reference of the native format as Markdown, written from the tables: part of fixtures/README. */
#include <inttypes.h>
#include <string.h>

#include "documents/load.h"
#include "documents/schema.h"

struct words {
    const char *attribute, *value, *meaning, *holds, *prose, *required, *open, *to;
};

static const struct words words[LANGUAGE_COUNT] = {
    { "Attribute", "Value", "Meaning", "Holds: ", "Holds prose.", " (required)", ", or another name", " to " },
    { "属性", "値", "意味", "含む要素: ", "文章を含みます。", "（必須）", "、その他の名前も可", "～" }
};

static const char *const type_words[][LANGUAGE_COUNT] = {
    [FIELD_TEXT] = { "text", "文字列" },
    [FIELD_TOKEN] = { "name: `report-within`", "名前: `report-within`" },
    [FIELD_ID] = { "identifier: `acme-2026`", "識別子: `acme-2026`" },
    [FIELD_COUNTRY] = { "country: `JP`", "国: `JP`" },
    [FIELD_SHA256] = { "64 hex digits", "16進数64桁" },
    [FIELD_FILE] = { "path: `evidence/soc2.pdf`", "パス: `evidence/soc2.pdf`" },
    [FIELD_TRI] = { "`true` or `false`", "`true` または `false`" },
    [FIELD_DATE] = { "date: `2026-03-31`", "日付: `2026-03-31`" },
    [FIELD_INSTANT] = { "time: `2026-03-31T18:30+09:00`", "日時: `2026-03-31T18:30+09:00`" },
    [FIELD_COUNT] = { "whole number", "整数" },
    [FIELD_PERCENT] = { "percentage: `99.95`", "百分率: `99.95`" },
    [FIELD_DURATION] = { "length of time: `PT24H`, `P30D`, `P3D business`", "期間: `PT24H`、`P30D`、`P3D business`（3営業日）" },
    [FIELD_INTERVAL] = { "frequency: `P1Y`", "頻度: `P1Y`（年1回）" },
    [FIELD_CURRENCY] = { "currency: `JPY`", "通貨: `JPY`" }
};

/* How a term's value is written is how a field of the same type is. */
static enum field_type written_as(const struct kind *k)
{
    switch (k->term) {
    case VALUE_DURATION: return FIELD_DURATION;
    case VALUE_INTERVAL: return FIELD_INTERVAL;
    case VALUE_PERCENT: return FIELD_PERCENT;
    case VALUE_DATE: return FIELD_DATE;
    case VALUE_BOOL: return FIELD_TRI;
    case VALUE_COUNT: case VALUE_AMOUNT: return FIELD_COUNT;
    default: return FIELD_TOKEN;
    }
}

static void put_tokens(struct buffer *b, const struct field *f)
{
    for (const char *const *t = f->tokens; *t; t++)
        buffer_printf(b, "%s`%s`", t == f->tokens ? "" : ", ", *t);
}

static void put_value(struct buffer *b, const struct kind *k, const struct field *f, enum language l)
{
    enum field_type type = f->type == FIELD_VALUE ? written_as(k) : f->type;
    if (f->tokens)
        put_tokens(b, f);
    else
        buffer_puts(b, type_words[type][l]);
    if (f->flags & FIELD_OPEN)
        buffer_puts(b, words[l].open);
    if (f->type == FIELD_COUNT && f->max < 1000)
        buffer_printf(b, " %" PRId64 "%s%" PRId64, f->min, words[l].to, f->max);
}

static void put_fields(struct buffer *b, const struct kind *k, enum language l)
{
    const struct words *w = &words[l];
    if (!k->fields->name)
        return;
    buffer_printf(b, "| %s | %s | %s |\n|---|---|---|\n", w->attribute, w->value, w->meaning);
    for (const struct field *f = k->fields; f->name; f++) {
        if (f->flags & FIELD_DERIVED)
            continue;
        buffer_printf(b, "| `%s`%s | ", f->name, f->flags & FIELD_REQUIRED ? w->required : "");
        put_value(b, k, f, l);
        buffer_printf(b, " | %s |\n", f->doc[l]);
    }
    buffer_putc(b, '\n');
}

static void put_kind(struct buffer *b, const struct kind *k, enum language l)
{
    buffer_printf(b, "### `<%s>`\n\n%s\n\n", k->name, k->doc[l]);
    put_fields(b, k, l);
    if (k->prose)
        buffer_printf(b, "%s\n\n", words[l].prose);
    if (!k->children->kind)
        return;
    buffer_puts(b, words[l].holds);
    for (const struct child *c = k->children; c->kind; c++)
        buffer_printf(b, "%s`<%s>`", c == k->children ? "" : ", ", c->kind->name);
    buffer_puts(b, "\n\n");
}

/* What was written: a kind stands once, where it is first held. */
struct written {
    const struct kind *kinds[64];
    size_t count;
};

static void put_tree(struct buffer *b, const struct kind *k, enum language l, struct written *w)
{
    for (size_t i = 0; i < w->count; i++)
        if (w->kinds[i] == k)
            return;
    if (w->count == sizeof w->kinds / sizeof *w->kinds)
        return;
    w->kinds[w->count++] = k;
    put_kind(b, k, l);
    for (const struct child *c = k->children; c->kind; c++)
        put_tree(b, c->kind, l, w);
}

void schema_write_reference(struct buffer *out, enum language language)
{
    struct written w = { .count = 0 };
    for (const struct kind *const *k = kind_roots; *k; k++)
        put_tree(out, *k, language, &w);
}
