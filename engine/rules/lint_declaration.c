/* The declaration of a rule: texts, controls, parameters, examples. */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "rules/linting.h"

enum { NAMES = 1000, PLACEHOLDER = 64 };

/* ---- texts in several languages ---- */

static bool is_words(const struct data *d)
{
    const struct data *en = data_get(d, "en"), *ja = data_get(d, "ja");
    return d->type == DATA_TABLE && ((en && en->type == DATA_TEXT) || (ja && ja->type == DATA_TEXT));
}

/* A Japanese text that has letters, but none beyond ASCII, was copied and not translated. */
static bool untranslated(const char *ja)
{
    bool letters = false;
    for (; *ja && !((unsigned char)*ja & 0x80); ja++)
        letters = letters || (*ja >= 'a' && *ja <= 'z');
    return letters && !*ja;
}

static bool has_placeholder(const char *text, const char *name, size_t len)
{
    for (const char *at = text; (at = strchr(at, '{')); at++)
        if (!strncmp(at + 1, name, len) && at[1 + len] == '}')
            return true;
    return false;
}

static void compare_placeholders(struct linting *l, const struct data *d, const char *what, const char *one,
                                 const char *other)
{
    char shown[PLACEHOLDER + 2];
    for (const char *at = one; (at = strchr(at, '{')); at++) {
        size_t len = strcspn(at + 1, "}");
        if (!at[1 + len] || len >= PLACEHOLDER || has_placeholder(other, at + 1, len))
            continue;
        memcpy(shown, at, len + 2);
        shown[len + 2 < sizeof shown ? len + 2 : sizeof shown - 1] = '\0';
        lint_say(l->out, d->file, d->line, FAULT_LINT_PLACEHOLDER, l->rule->info.id, what, shown);
    }
}

static void check_words(struct linting *l, const struct data *d, const char *what)
{
    const char *en = data_text(d, "en", NULL), *ja = data_text(d, "ja", NULL);
    const bool *languages = l->rule->pack->languages;
    for (int i = 0; i < LANGUAGE_COUNT; i++)
        if (!languages[i] && data_get(d, language_name((enum language)i)))
            lint_say(l->out, d->file, d->line, FAULT_LINT_LANGUAGE_UNUSED, l->rule->info.id, what,
                     language_name((enum language)i));
    if (!en || !ja)
        return;
    if (untranslated(ja))
        lint_say(l->out, d->file, d->line, FAULT_LINT_TRANSLATION, l->rule->info.id, what, "ja");
    compare_placeholders(l, d, what, en, ja);
    compare_placeholders(l, d, what, ja, en);
}

/* Every table with a text in a language, but for what stands in examples. */
static void walk_words(struct linting *l, const struct data *d, const char *what, int depth)
{
    if (d->type != DATA_TABLE || depth > 8)
        return;
    if (is_words(d))
        check_words(l, d, what);
    for (size_t i = 0; i < d->as.table.named; i++) {
        const struct data *member = &d->as.table.members[i];
        bool plain = strcmp(member->key, "advice") && strcmp(member->key, "doc");
        if (depth || strcmp(member->key, "examples"))
            walk_words(l, member, plain ? member->key : what, depth + 1);
    }
}

/* ---- what people read ---- */

static void check_explained(struct linting *l)
{
    const struct rule *r = l->rule;
    const struct data *params = data_get(r->declared, "params");
    if (!r->info.why[LANGUAGE_EN])
        lint_say(l->out, r->file, r->declared->line, FAULT_LINT_UNEXPLAINED, r->info.id, "why");
    for (size_t i = 0; i < r->info.param_count; i++) {
        const struct param_info *p = &r->info.params[i];
        const struct data *d = data_get(params, p->name);
        char what[PLACEHOLDER + 16];
        snprintf(what, sizeof what, "params.%.60s.doc", p->name);
        if (!p->doc[LANGUAGE_EN])
            lint_say(l->out, d->file, d->line, FAULT_LINT_UNEXPLAINED, r->info.id, what);
        if (p->name[strspn(p->name, "abcdefghijklmnopqrstuvwxyz0123456789_")] || p->name[0] < 'a')
            lint_say(l->out, d->file, d->line, FAULT_LINT_PARAM_NAME, r->info.id, p->name);
    }
}

/* Of a rule that is internal nothing is shown to a supplier, whatever its messages say. */
static void check_audience(struct linting *l)
{
    const struct rule *r = l->rule;
    for (size_t i = 0; r->info.internal && i < r->info.message_count; i++) {
        const struct message_info *m = &r->info.messages[i];
        const struct data *d = data_get(data_get(r->declared, "messages"), m->id);
        if (m->internal)
            lint_say(l->out, d->file, d->line, FAULT_LINT_AUDIENCE, r->info.id, m->id);
    }
}

/* ---- controls ---- */

static const char *control_in(struct linting *l, const char *standard, const char *clause)
{
    return arena_format(l->scratch, "%s %s", standard, clause);
}

/* Every control that the pack's manifest lists. */
static size_t known_controls(struct linting *l, const char *names[NAMES])
{
    const struct data *all = data_get(l->rule->pack->declared, "standards");
    size_t count = 0;
    for (size_t i = 0; all && all->type == DATA_TABLE && i < all->as.table.named; i++) {
        const struct data *standard = &all->as.table.members[i];
        for (size_t k = 0; k < data_items(standard) && count < NAMES; k++)
            if (data_item(standard, k)->type == DATA_TEXT &&
                (names[count] = control_in(l, standard->key, data_item(standard, k)->as.text.at)))
                count++;
    }
    return count;
}

static bool known(const char *const *names, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (!strcmp(names[i], name))
            return true;
    return false;
}

static void check_controls(struct linting *l)
{
    const struct rule_info *r = &l->rule->info;
    const struct data *where = data_get(l->rule->declared, "controls");
    const char *names[NAMES];
    size_t count = known_controls(l, names);
    for (size_t i = 0; where && i < r->control_count; i++) {
        const char *near = text_suggest(r->controls[i], names, count);
        if (known(r->controls, i, r->controls[i]))
            lint_say(l->out, where->file, where->line, FAULT_LINT_CONTROL_TWICE, r->id, r->controls[i]);
        if (known(names, count, r->controls[i]))
            continue;
        if (near)
            lint_say(l->out, where->file, where->line, FAULT_LINT_CONTROL_NEAR, r->id, r->controls[i], near);
        else
            lint_say(l->out, where->file, where->line, FAULT_LINT_CONTROL, r->id, r->controls[i]);
    }
}

/* ---- examples ---- */

static bool same_data(const struct data *a, const struct data *b)
{
    if (!a || !b || a->type != b->type)
        return a == b;
    switch (a->type) {
    case DATA_NULL:
        return true;
    case DATA_BOOL:
        return a->as.flag == b->as.flag;
    case DATA_INT:
        return a->as.integer == b->as.integer;
    case DATA_NUMBER:
        return a->as.number == b->as.number;
    case DATA_TEXT: case DATA_FUNCTION:
        return a->as.text.len == b->as.text.len && !memcmp(a->as.text.at, b->as.text.at, a->as.text.len);
    case DATA_TABLE:
        break;
    }
    size_t n = a->as.table.named + a->as.table.items;
    bool same = a->as.table.named == b->as.table.named && a->as.table.items == b->as.table.items;
    for (size_t i = 0; same && i < n; i++) {
        const struct data *x = &a->as.table.members[i], *y = &b->as.table.members[i];
        same = same_data(x, y) && (!x->key || !strcmp(x->key, y->key));
    }
    return same;
}

static bool same_example(const struct data *a, const struct data *b)
{
    static const char *const parts[] = {"document", "params", "as_of", "evidence"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (!same_data(data_get(a, parts[i]), data_get(b, parts[i])))
            return false;
    return true;
}

static void check_examples(struct linting *l)
{
    const struct data *all = data_get(l->rule->declared, "examples");
    for (size_t i = 0; i < data_items(all); i++)
        for (size_t k = 0; k < i; k++) {
            const struct data *d = data_item(all, i), *before = data_item(all, k);
            const char *name = data_text(d, "name", ""), *other = data_text(before, "name", "");
            if (!strcmp(name, other))
                lint_say(l->out, d->file, d->line, FAULT_LINT_EXAMPLE_TWICE, l->rule->info.id, name);
            if (same_example(d, before))
                lint_say(l->out, d->file, d->line, FAULT_LINT_EXAMPLE_SAME, l->rule->info.id, name, other);
        }
}

void lint_declaration(struct linting *l)
{
    walk_words(l, l->rule->declared, "rule", 0);
    check_explained(l);
    check_audience(l);
    check_controls(l);
    check_examples(l);
}
