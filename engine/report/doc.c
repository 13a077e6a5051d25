#include "report/doc.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "report/doc_tables.h"
#include "report/page.h"

enum { WORDS = 2000, TARGET = 256 };

const char *doc_extension(const struct doc_options *o)
{
    return o->html ? "html" : "md";
}

/* ---- texts ---- */

/* The text with the rule's own parameters in place of {parameters}; other placeholders stay. */
static void fill(struct buffer *out, const struct rule_info *r, const char *text, enum language l)
{
    while (text && *text) {
        size_t plain = strcspn(text, "{"), len = text[plain] ? strcspn(text + plain + 1, "}") : 0, i = 0;
        buffer_add(out, text, plain);
        text += plain;
        if (!*text)
            break;
        while (i < r->param_count && (strlen(r->params[i].name) != len || strncmp(r->params[i].name, text + 1, len) != 0))
            i++;
        if (i < r->param_count && text[1 + len]) {
            value_write_words(out, &r->params[i].standard, l);
            text += len + 2;
        } else
            buffer_putc(out, *text++);
    }
}

/* The same in a room of its own; "" when it does not fit. */
static const char *filled(char room[WORDS], const struct rule_info *r, const char *text, enum language l)
{
    struct buffer b;
    buffer_init_fixed(&b, room, WORDS);
    room[0] = '\0';
    fill(&b, r, text, l);
    return b.failed ? "" : room;
}

static const char *target(char room[TARGET], const char *before, const char *name, const struct doc_options *o)
{
    snprintf(room, TARGET, "%s%s.%s", before, name, doc_extension(o));
    return room;
}

/* The links at the top: the index, and this page in the other language. */
static void top(struct page *p, const struct doc_options *o, const char *name)
{
    static const char *const others[LANGUAGE_COUNT] = {"日本語", "English"}, *const folders[] = {"../ja/", "../en/"};
    char room[TARGET];
    page_links(p);
    if (strcmp(name, "index") != 0)
        page_link(p, target(room, "", "index", o), word(WORD_DOC_ALL_RULES, o->language));
    page_link(p, target(room, folders[o->language], name, o), others[o->language]);
    page_links_end(p);
}

/* ---- one rule ---- */

static void show_range(struct page *p, const struct param_range *range)
{
    struct page *w = p;
    for (size_t i = 0; i < range->choice_count; i++) {
        raw(&w->v, i ? ", " : "");
        say(&w->v, range->choices[i]);
    }
    if (range->has_min)
        say_value(&w->v, &range->min);
    if (range->has_min || range->has_max)
        raw(&w->v, " – ");
    if (range->has_max)
        say_value(&w->v, &range->max);
}

static void show_params(struct page *p, const struct rule_info *r)
{
    static const enum word heads[] = {WORD_DOC_PARAMETER, WORD_DOC_DEFAULT, WORD_DOC_RANGE, WORD_DOC_MEANING};
    if (!r->param_count)
        return;
    page_heading(p, word(WORD_DOC_PARAMETERS, p->v.l));
    page_table(p, heads, 4);
    for (size_t i = 0; i < r->param_count; i++) {
        struct param_range range = describe_param(r, i);
        page_row(p);
        page_cell_code(p, r->params[i].name);
        page_cell_open(p);
        say_value(&p->v, &r->params[i].standard);
        page_cell_close(p);
        page_cell_open(p);
        show_range(p, &range);
        page_cell_close(p);
        page_cell(p, r->params[i].doc[p->v.l]);
        page_row_end(p);
    }
    page_table_end(p);
}

static void message_text(struct page *p, const char *text, bool internal)
{
    char all[WORDS + 256];
    snprintf(all, sizeof all, "%s%s%s", text, internal ? " " : "", internal ? word(WORD_DOC_INTERNAL_MESSAGE, p->v.l) : "");
    page_cell(p, all);
}

static void show_messages(struct page *p, const struct rule_info *r)
{
    static const enum word heads[] = {WORD_DOC_MESSAGE, WORD_DOC_GRADE, WORD_DOC_TEXT, WORD_DOC_ADVICE};
    char room[WORDS];
    if (!r->message_count)
        return;
    page_heading(p, word(WORD_DOC_MESSAGES, p->v.l));
    page_table(p, heads, 4);
    for (size_t i = 0; i < r->message_count; i++) {
        const struct message_info *m = &r->messages[i];
        page_row(p);
        page_cell_code(p, m->id);
        page_cell_short(p, grade_words(m->grade ? m->grade : r->grade, p->v.l));
        message_text(p, filled(room, r, m->text[p->v.l], p->v.l), m->internal);
        page_cell(p, filled(room, r, m->advice[p->v.l], p->v.l));
        page_row_end(p);
    }
    page_table_end(p);
}

/* "fail:late" in the words of the reports, with the message: "fail: late", 「不適合: late」. */
static void put_outcome(struct buffer *out, const char *expected, enum language l)
{
    size_t len = strcspn(expected, ":");
    int o = 0;
    while (o < OUTCOME_COUNT && (strlen(outcome_name((enum outcome)o)) != len ||
                                 strncmp(outcome_name((enum outcome)o), expected, len) != 0))
        o++;
    if (o == OUTCOME_COUNT) {
        buffer_puts(out, expected);
        return;
    }
    buffer_puts(out, outcome_words((enum outcome)o, l));
    if (expected[len])
        buffer_printf(out, ": %s", expected + len + 1);
}

static void join_expected(struct buffer *out, const struct data *expect, enum language l)
{
    if (expect && expect->type == DATA_TEXT)
        put_outcome(out, expect->as.text.at, l);
    for (size_t i = 0; i < data_items(expect); i++)
        if (data_item(expect, i)->type == DATA_TEXT) {
            buffer_puts(out, !i ? "" : l == LANGUAGE_JA ? "、" : ", ");
            put_outcome(out, data_item(expect, i)->as.text.at, l);
        }
}

static void show_example(struct page *p, const struct rule_info *r, size_t n)
{
    struct example_info e = describe_example(r, n);
    char room[WORDS];
    struct buffer note;
    buffer_init_fixed(&note, room, sizeof room);
    join_expected(&note, e.expect, p->v.l);
    buffer_printf(&note, " (%s %s)", word(WORD_DOC_JUDGED_AS_OF, p->v.l), e.as_of);
    const char *document = e.document;
    while (*document == '\n')
        document++;
    page_listing(p, e.name, note.failed ? "" : room, document);
}

static void show_needs(struct page *p, const struct rule_info *r)
{
    char room[WORDS];
    struct buffer b;
    buffer_init_fixed(&b, room, sizeof room);
    for (size_t i = 0; describe_need(r, i, p->v.l); i++)
        buffer_printf(&b, "%s%s", i ? (p->v.l == LANGUAGE_JA ? "、" : ", ") : "", describe_need(r, i, p->v.l));
    if (b.len)
        page_term(p, WORD_DOC_NEEDS, room);
}

static void show_alone(struct page *p, const struct rule_info *r)
{
    char room[WORDS];
    struct buffer b;
    buffer_init_fixed(&b, room, sizeof room);
    for (size_t i = 0; describe_alone(r, i); i++)
        buffer_printf(&b, "%s%s", i ? (p->v.l == LANGUAGE_JA ? "、" : ", ") : "", word_of_token(describe_alone(r, i), p->v.l));
    if (b.len)
        page_term(p, WORD_DOC_ALONE, room);
}

static void show_controls(struct page *p, const struct rule_info *r)
{
    if (p->html) {
        raw(&p->v, "<dt>");
        say_word(&p->v, WORD_DOC_CONTROLS);
        raw(&p->v, "</dt><dd>");
    } else {
        raw(&p->v, "- ");
        say_word(&p->v, WORD_DOC_CONTROLS);
        raw(&p->v, ": ");
    }
    say_controls(&p->v, r);
    raw(&p->v, p->html ? "</dd>\n" : "\n");
}

/* ---- example documents ---- */

struct documents {
    struct page *page;
    const struct doc_options *o;
    const struct rule_info *rule;   /* only its expectations; NULL: all */
    size_t shown;
};

static void documents_begin(struct documents *d)
{
    static const enum word of_rule[] = {WORD_DOC_DOCUMENT, WORD_DOC_EXPECTED, WORD_DOC_PLACE},
                           of_pack[] = {WORD_DOC_DOCUMENT, WORD_DOC_RULE, WORD_DOC_EXPECTED, WORD_DOC_PLACE};
    page_heading(d->page, word(WORD_DOC_DOCUMENTS, d->o->language));
    page_paragraph(d->page, word(WORD_DOC_DOCUMENTS_ARE_TESTS, d->o->language));
    if (d->rule)
        page_table(d->page, of_rule, 3);
    else
        page_table(d->page, of_pack, 4);
}

static void document_row(void *context, const struct document_expectation *e)
{
    struct documents *d = context;
    char room[TARGET];
    struct buffer outcome;
    if (d->rule && d->rule != e->rule)
        return;
    if (!d->shown++)
        documents_begin(d);
    page_row(d->page);
    page_cell_code(d->page, e->document);
    if (!d->rule) {
        page_cell_open(d->page);
        if (e->rule)
            page_link(d->page, target(room, "", e->rule->id, d->o), e->rule->id);
        page_cell_close(d->page);
    }
    buffer_init_fixed(&outcome, room, sizeof room);
    if (e->rule)
        put_outcome(&outcome, e->outcome, d->o->language);
    page_cell(d->page, outcome.failed ? "" : e->rule ? room : word(WORD_RUN_CLEAN, d->o->language));
    snprintf(room, sizeof room, "%u", e->line);
    page_cell(d->page, e->line ? room : "");
    page_row_end(d->page);
}

static void show_documents(struct page *p, const struct ruleset *r, const struct rule_info *rule, const struct doc_options *o)
{
    struct documents d = {p, o, rule, 0};
    bool good = describe_documents(r, document_row, &d);
    p->v.out->failed = p->v.out->failed || !good;
    if (d.shown)
        page_table_end(p);
}

void doc_rule(const struct ruleset *r, const struct rule_info *rule, const struct doc_options *o, struct buffer *out)
{
    struct page p;
    char room[WORDS], pack[TARGET];
    page_begin(&p, out, o->language, o->html, rule->id, rule->pack);
    top(&p, o, rule->id);
    page_title(&p, filled(room, rule, rule->title[o->language], o->language));
    if (rule->why[o->language])
        page_paragraph(&p, rule->why[o->language]);
    if (rule->internal)
        page_paragraph(&p, word(WORD_DOC_INTERNAL, o->language));
    page_terms(&p);
    page_term(&p, WORD_DOC_RULE, rule->id);
    page_term(&p, WORD_DOC_GRADE, grade_words(rule->grade, o->language));
    show_controls(&p, rule);
    show_needs(&p, rule);
    show_alone(&p, rule);
    snprintf(pack, sizeof pack, "%s %s", rule->pack, rule->pack_version);
    page_term(&p, WORD_DOC_PACK, pack);
    page_terms_end(&p);
    show_params(&p, rule);
    show_messages(&p, rule);
    page_heading(&p, word(WORD_DOC_EXAMPLES, o->language));
    page_paragraph(&p, word(describe_examples(rule) ? WORD_DOC_EXAMPLES_ARE_TESTS : WORD_DOC_NONE, o->language));
    for (size_t i = 0; i < describe_examples(rule); i++)
        show_example(&p, rule, i);
    show_documents(&p, r, rule, o);
    page_end(&p);
}

/* ---- the index ---- */

struct index {
    struct page page;
    const struct doc_options *o;
};

static void rule_row(void *context, const struct rule_info *r)
{
    struct index *x = context;
    char room[WORDS], to[TARGET];
    page_row(&x->page);
    page_cell_open(&x->page);
    page_link(&x->page, target(to, "", r->id, x->o), r->id);
    page_cell_close(&x->page);
    page_cell(&x->page, filled(room, r, r->title[x->o->language], x->o->language));
    page_cell_short(&x->page, grade_words(r->grade, x->o->language));
    page_row_end(&x->page);
}

static void link_rule(void *context, const struct rule_info *r, bool first)
{
    struct index *x = context;
    char to[TARGET];
    (void)first;
    page_link(&x->page, target(to, "", r->id, x->o), r->id);
}

static void count_rule(void *context, const struct rule_info *r)
{
    (void)r;
    ++*(size_t *)context;
}

static void show_rules(struct index *x, const struct ruleset *r)
{
    static const enum word heads[] = {WORD_DOC_RULE, WORD_DOC_REQUIREMENT, WORD_DOC_GRADE};
    size_t count = 0;
    describe_rules(r, count_rule, &count);
    if (!count)
        return; /* a pack of words alone */
    page_heading(&x->page, word(WORD_DOC_RULES, x->o->language));
    page_table(&x->page, heads, 3);
    describe_rules(r, rule_row, x);
    page_table_end(&x->page);
}

/* A table for each standard. */
static void show_coverage(struct index *x, const struct ruleset *r, const struct served *all, size_t count)
{
    static const enum word heads[] = {WORD_DOC_CONTROL, WORD_DOC_RULES};
    for (size_t i = 0; i < count; i++) {
        if (!i || strcmp(all[i].standard, all[i - 1].standard)) {
            if (i)
                page_table_end(&x->page);
            char room[WORDS];
            snprintf(room, sizeof room, "%s: %s", word(WORD_DOC_COVERAGE, x->o->language), all[i].standard);
            page_heading(&x->page, room);
            page_table(&x->page, heads, 2);
        }
        page_row(&x->page);
        page_cell_short(&x->page, all[i].clause);
        page_cell_open(&x->page);
        serving_rules(r, &all[i], link_rule, x);
        page_cell_close(&x->page);
        page_row_end(&x->page);
    }
    if (count)
        page_table_end(&x->page);
}

static void show_manifest(struct index *x, const struct ruleset *r)
{
    const struct data *d = describe_manifest(r), *requires = data_get(d, "requires");
    char room[WORDS];
    struct buffer b;
    buffer_init_fixed(&b, room, sizeof room);
    for (size_t i = 0; requires && requires->type == DATA_TABLE && i < requires->as.table.named; i++)
        buffer_printf(&b, "%s%s %s", i ? ", " : "", requires->as.table.members[i].key,
                      data_text(requires, requires->as.table.members[i].key, ""));
    page_terms(&x->page);
    page_term(&x->page, WORD_DOC_PACK, data_text(d, "name", NULL));
    page_term(&x->page, WORD_DOC_VERSION, data_text(d, "version", NULL));
    page_term(&x->page, WORD_DOC_DATE, data_text(d, "date", NULL));
    page_term(&x->page, WORD_DOC_JURISDICTION, data_text(d, "jurisdiction", NULL));
    page_term(&x->page, WORD_DOC_LICENCE, data_text(d, "licence", NULL));
    page_term(&x->page, WORD_DOC_REQUIRES, b.len ? room : NULL);
    page_terms_end(&x->page);
}

/* What the pack does not look at, and what rests on less than the law itself. */
static void show_caveats(struct index *x, const struct ruleset *r)
{
    const struct data *all = data_get(describe_manifest(r), "caveats");
    const char *own = language_name(x->o->language);
    if (!data_items(all))
        return;
    page_heading(&x->page, word(WORD_DOC_CAVEATS, x->o->language));
    for (size_t i = 0; i < data_items(all); i++) {
        const char *text = data_text(data_item(all, i), own, NULL);
        /* a pack in one language shows that one to all */
        page_paragraph(&x->page, text ? text : data_text(data_item(all, i), *own == 'e' ? "ja" : "en", ""));
    }
}

void doc_index(const struct ruleset *r, const struct doc_options *o, struct buffer *out)
{
    const struct pack_info *pack = describe_pack(r);
    struct index x = {.o = o};
    struct served *all = calloc(SERVED, sizeof *all);
    if (!all || !pack) {
        out->failed = true;
        free(all);
        return;
    }
    page_begin(&x.page, out, o->language, o->html, pack->title[o->language], pack->name);
    top(&x.page, o, "index");
    page_title(&x.page, pack->title[o->language]);
    const char *why = data_text(data_get(describe_manifest(r), "why"), language_name(o->language), NULL);
    if (why)
        page_paragraph(&x.page, why);
    show_manifest(&x, r);
    show_caveats(&x, r);
    show_rules(&x, r);
    show_coverage(&x, r, all, served_controls(r, all));
    doc_types(r, &x.page);
    show_documents(&x.page, r, NULL, o);
    page_end(&x.page);
    free(all);
}
