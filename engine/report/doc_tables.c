/* Which rules serve which control. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "report/doc_tables.h"

enum { TABLES = 4 * 1024 * 1024, TABLE_NAME = 512 };

/* ---- order: numbers within names count as numbers: A.5.9 before A.5.10 ---- */

static int by_number(const char **a, const char **b)
{
    char *a_end, *b_end;
    unsigned long x = strtoul(*a, &a_end, 10), y = strtoul(*b, &b_end, 10);
    *a = a_end;
    *b = b_end;
    return (x > y) - (x < y);
}

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

int control_order(const char *a, const char *b)
{
    while (*a && *b) {
        int order = 0;
        if (digit(*a) && digit(*b))
            order = by_number(&a, &b);
        else
            order = (unsigned char)*a++ - (unsigned char)*b++;
        if (order)
            return order;
    }
    return (unsigned char)*a - (unsigned char)*b;
}

static int by_control(const void *a, const void *b)
{
    const struct served *x = a, *y = b;
    int order = strcmp(x->standard, y->standard);
    return order ? order : control_order(x->clause, y->clause);
}

/* ---- gathering ---- */

static bool names(const struct rule_info *r, const struct served *s)
{
    size_t len = strlen(s->standard);
    for (size_t i = 0; i < r->control_count; i++)
        if (!strncmp(r->controls[i], s->standard, len) && r->controls[i][len] == ' ' &&
            !strcmp(r->controls[i] + len + 1, s->clause))
            return true;
    return false;
}

size_t served_controls(const struct ruleset *r, struct served out[SERVED])
{
    const struct data *all = data_get(describe_manifest(r), "standards");
    size_t count = 0;
    for (size_t i = 0; all && all->type == DATA_TABLE && i < all->as.table.named; i++)
        for (size_t k = 0; k < data_items(&all->as.table.members[i]) && count < SERVED; k++) {
            const struct data *item = data_item(&all->as.table.members[i], k);
            if (item->type == DATA_TEXT)
                out[count++] = (struct served){all->as.table.members[i].key, item->as.text.at};
        }
    qsort(out, count, sizeof *out, by_control);
    return count;
}

struct each_served {
    const struct served *control;
    void (*each)(void *context, const struct rule_info *r, bool first);
    void *context;
    size_t count;
};

static void look(void *context, const struct rule_info *r)
{
    struct each_served *e = context;
    if (names(r, e->control))
        e->each(e->context, r, e->count++ == 0);
}

void serving_rules(const struct ruleset *r, const struct served *control,
                   void (*each)(void *context, const struct rule_info *, bool first), void *context)
{
    struct each_served e = {control, each, context, 0};
    describe_rules(r, look, &e);
}

/* ---- the part of README.md ---- */

static void list_rule(void *context, const struct rule_info *r, bool first)
{
    struct buffer *out = context;
    buffer_puts(out, first ? " " : ", ");
    buffer_puts(out, r->id);
}

static void rule_row(void *context, const struct rule_info *r)
{
    struct buffer *out = context;
    buffer_printf(out, "| %s | %s | %zu | %zu | %zu |\n", r->id, grade_words(r->grade, LANGUAGE_JA), r->control_count,
                  r->message_count, describe_examples(r));
}

struct document_rows {
    struct buffer *out;
    char last[TABLE_NAME];      /* the document of the row that is open */
    size_t count;
};

static void add_expectation(void *context, const struct document_expectation *e)
{
    struct document_rows *d = context;
    bool same = d->count && strcmp(d->last, e->document) == 0;
    if (!d->count++)
        buffer_puts(d->out, "\n| document 例の文書 | expects 期待する判定 |\n|---|---|\n");
    else if (!same)
        buffer_puts(d->out, " |\n");
    if (!same)
        buffer_printf(d->out, "| %s | ", e->document);
    snprintf(d->last, sizeof d->last, "%s", e->document);
    if (e->rule)
        buffer_printf(d->out, "%s%s %s", same ? ", " : "", e->rule->id, e->outcome);
}

static void document_rows(const struct ruleset *r, struct buffer *out)
{
    struct document_rows d = {.out = out};
    bool good = describe_documents(r, add_expectation, &d);
    out->failed = out->failed || !good;
    if (d.count)
        buffer_puts(out, " |\n");
}

void doc_tables(const struct ruleset *r, struct buffer *out)
{
    struct served *all = calloc(SERVED, sizeof *all);
    size_t count = all ? served_controls(r, all) : 0;
    buffer_puts(out, "| control 管理策 | rules 規則 |\n|---|---|\n");
    for (size_t i = 0; i < count; i++) {
        buffer_printf(out, "| %s %s |", all[i].standard, all[i].clause);
        serving_rules(r, &all[i], list_rule, out);
        buffer_puts(out, " |\n");
    }
    buffer_puts(out, "\n| rule 規則 | grade 区分 | controls 管理策 | messages メッセージ | examples 例 |\n"
                     "|---|---|---|---|---|\n");
    describe_rules(r, rule_row, out);
    document_rows(r, out);
    out->failed = out->failed || !all;
    free(all);
}

bool doc_renew(const struct ruleset *r, const char *page, struct buffer *out)
{
    const char *begin = strstr(page, DOC_BEGIN), *end = begin ? strstr(begin, DOC_END) : NULL;
    if (!end)
        return false;
    buffer_add(out, page, (size_t)(begin - page));
    buffer_puts(out, DOC_BEGIN);
    doc_tables(r, out);
    buffer_puts(out, end);
    return true;
}

/* True if this line stands between the marks. */
static bool has_line(const char *begin, const char *end, const char *line, size_t len)
{
    for (const char *at = begin; at < end; at += strcspn(at, "\n") + 1)
        if (strcspn(at, "\n") == len && !strncmp(at, line, len))
            return true;
    return false;
}

static uint32_t line_of(const char *page, const char *at)
{
    uint32_t line = 1;
    for (const char *p = page; p < at; p++)
        line += *p == '\n';
    return line;
}

static size_t lines_in(const char *begin, const char *end)
{
    size_t n = 0;
    for (const char *at = begin; at < end; at++)
        n += *at == '\n';
    return n;
}

static void note_stale(struct lint *found, const char *path, uint32_t line, const char *row, size_t len)
{
    char text[FAULT_ARG_SIZE];
    snprintf(text, sizeof text, "%.*s", (int)text_cut(row, len, sizeof text - 1), row);
    struct fault *f = lint_add(found);
    fault_set(f, FAULT_DOC_STALE, text);
    fault_where(f, path, line);
}

void doc_stale(const struct ruleset *r, const char *path, const char *page, struct lint *found)
{
    const char *begin = strstr(page, DOC_BEGIN), *end = begin ? strstr(begin, DOC_END) : NULL;
    struct buffer wanted;
    if (!end)
        return;
    buffer_init(&wanted, TABLES);
    doc_tables(r, &wanted);
    found->failed = found->failed || wanted.failed;
    size_t before = found->count;
    for (const char *at = wanted.failed ? "" : wanted.at; *at; at += strcspn(at, "\n") + (at[strcspn(at, "\n")] == '\n'))
        if (!has_line(begin, end, at, strcspn(at, "\n")))
            note_stale(found, path, line_of(page, begin), at, strcspn(at, "\n"));
    /* Nothing is missing: then there is more than there should be. */
    const char *first = begin + strlen(DOC_BEGIN);
    if (!wanted.failed && found->count == before && lines_in(first, end) != lines_in(wanted.at, wanted.at + wanted.len))
        note_stale(found, path, line_of(page, begin), "", 0);
    buffer_free(&wanted);
}
