/* What every form of a notice says. */
#include <string.h>

#include "exchange/notice_parts.h"

static const struct {
    const char *name, *words[LANGUAGE_COUNT];
} changes[NOTICE_CHANGES] = {
    [NOTICE_NEW] = { "new", { "new", "新規" } },
    [NOTICE_BACK] = { "back", { "back again", "再検出" } },
    [NOTICE_OVERDUE] = { "overdue", { "overdue", "期限超過" } },
    [NOTICE_REGRADED] = { "regraded", { "regraded", "区分変更" } },
    [NOTICE_MOVED] = { "moved", { "in progress", "対応中" } },
    [NOTICE_ACCEPTED] = { "accepted", { "accepted", "受容" } },
    [NOTICE_FIXED] = { "fixed", { "fixed", "是正" } },
};

const char *notice_change_name(enum notice_change c)
{
    return changes[c].name;
}

const char *notice_change_words(enum notice_change c, enum language l)
{
    return changes[c].words[l];
}

enum notice_change notice_change_named(const char *name)
{
    int c = 0;
    while (c < NOTICE_CHANGES && strcmp(changes[c].name, name) != 0)
        c++;
    return (enum notice_change)c;
}

void notice_day(struct buffer *out, day d)
{
    struct value v = value_date(d);
    if (d != DAY_NONE)
        value_write(out, &v);
}

size_t notice_shown(const struct notice *n)
{
    return n->count < NOTICE_SHOWN ? n->count : NOTICE_SHOWN;
}

void notice_summary(const struct notice *n, struct buffer *out)
{
    bool ja = n->language == LANGUAGE_JA, first = true;
    for (int c = 0; c < NOTICE_CHANGES; c++) {
        if (!n->counts[c])
            continue;
        if (!first)
            buffer_puts(out, ja ? "、" : ", ");
        buffer_printf(out, ja ? "%2$s%1$u件" : "%1$u %2$s", n->counts[c], changes[c].words[n->language]);
        first = false;
    }
}

void notice_heading(const struct notice *n, struct buffer *out)
{
    bool ja = n->language == LANGUAGE_JA;
    buffer_puts(out, ja ? "委託先の不適合: " : "Supplier nonconformities: ");
    notice_summary(n, out);
    buffer_puts(out, ja ? "(基準日 " : " (as of ");
    notice_day(out, n->as_of);
    buffer_puts(out, ")");
}

void notice_line(const struct notice *n, const struct notice_item *i, struct buffer *out)
{
    bool ja = n->language == LANGUAGE_JA;
    buffer_printf(out, "%s: %s", i->name ? i->name : i->supplier, i->text ? i->text : i->rule);
    buffer_printf(out, ja ? "(%s" : " (%s", grade_words(i->grade, n->language));
    if (i->due != DAY_NONE) {
        buffer_puts(out, ja ? "、期限 " : ", due ");
        notice_day(out, i->due);
    }
    buffer_puts(out, ")");
}

void notice_rest(const struct notice *n, struct buffer *out)
{
    size_t rest = n->count - notice_shown(n);
    if (rest)
        buffer_printf(out, n->language == LANGUAGE_JA ? "ほか %zu 件" : "and %zu more", rest);
}

const char *notice_link_words(enum language l)
{
    return l == LANGUAGE_JA ? "報告書を開く" : "Open the reports";
}
