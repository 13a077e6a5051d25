/* The tables that describe the model: they are whole, and nodes are read through them. */
#include <criterion/criterion.h>
#include <string.h>

#include "load_support.h"

struct walk {
    const struct kind *seen[64];
    size_t count;
    void (*visit)(const struct kind *k);
};

static void visit_tree(struct walk *w, const struct kind *k)
{
    for (size_t i = 0; i < w->count; i++)
        if (w->seen[i] == k)
            return;
    cr_assert_lt(w->count, 64u);
    w->seen[w->count++] = k;
    w->visit(k);
    for (const struct child *c = k->children; c->kind; c++)
        visit_tree(w, c->kind);
}

static size_t each_kind(void (*visit)(const struct kind *k))
{
    struct walk w = { .visit = visit };
    for (const struct kind *const *k = kind_roots; *k; k++)
        visit_tree(&w, *k);
    return w.count;
}

static bool is_ascii(const char *text)
{
    for (; *text; text++)
        if ((unsigned char)*text >= 0x80)
            return false;
    return true;
}

static void has_words(const char *kind, const char *name, const char *const doc[LANGUAGE_COUNT])
{
    for (int l = 0; l < LANGUAGE_COUNT; l++)
        cr_expect(doc[l] && *doc[l], "%s %s lacks words", kind, name);
    cr_expect_not(is_ascii(doc[LANGUAGE_JA]), "%s %s is not in Japanese: %s", kind, name, doc[LANGUAGE_JA]);
}

static void check_words(const struct kind *k)
{
    has_words(k->name, "", k->doc);
    for (const struct field *f = k->fields; f->name; f++)
        has_words(k->name, f->name, f->doc);
}

Test(schema, every_element_and_attribute_is_explained_in_both_languages)
{
    cr_expect_eq(each_kind(check_words), 32);
}

static void check_layout(const struct kind *k)
{
    size_t required = 0;
    for (const struct field *f = k->fields; f->name; f++) {
        cr_expect_geq(f->offset, sizeof(struct node), "%s %s lies in the node", k->name, f->name);
        cr_expect_lt(f->offset, k->size, "%s %s", k->name, f->name);
        cr_expect_eq(kind_field(k, f->name), f, "%s %s is there twice", k->name, f->name);
        required += (f->flags & FIELD_REQUIRED) != 0;
        if (f->type == FIELD_COUNT)
            cr_expect_lt(f->min, f->max);
    }
    for (const struct child *c = k->children; c->kind; c++) {
        cr_expect_geq(c->offset, sizeof(struct node));
        cr_expect_leq(c->offset + sizeof(struct list), k->size);
        cr_expect_eq(kind_child(k, c->list)->offset, c->offset, "%s %s are two lists", k->name, c->list);
    }
    cr_expect_leq(required, 64u);
}

Test(schema, fields_and_lists_lie_inside_their_struct)
{
    each_kind(check_layout);
}

static void check_absent(const struct kind *k)
{
    struct arena *a = arena_new(1 << 20);
    struct subject s;
    struct document d;
    memset(&s, 0, sizeof s);
    memset(&d, 0, sizeof d);
    struct builder b = { a, &s, &d };
    const struct node *n = build_node(&b, k, NULL, NULL, 7);
    cr_assert_not_null(n);
    cr_expect_eq(n->line, 7);
    cr_expect_eq(n->ordinal, 1);
    for (const struct field *f = k->fields; f->name; f++)
        cr_expect_eq(node_value(n, f).type, VALUE_NONE, "%s %s is there in a new node", k->name, f->name);
    for (const struct child *c = k->children; c->kind; c++)
        cr_expect_eq(node_list(n, c)->count, 0);
    arena_free(a);
}

Test(schema, a_new_node_has_nothing)
{
    each_kind(check_absent);
}

Test(schema, what_must_differ_is_a_required_text)
{
    for (const struct unique *u = schema_uniques; u->in; u++) {
        const struct child *c = kind_child(u->in, u->list);
        cr_assert_not_null(c, "%s has no list %s", u->in->name, u->list);
        const struct field *f = kind_field(c->kind, u->field);
        cr_assert_not_null(f);
        cr_expect(f->flags & FIELD_REQUIRED);
        cr_expect(f->type == FIELD_TEXT || f->type == FIELD_ID || f->type == FIELD_TOKEN);
    }
}

Test(schema, values_of_all_types_are_read_through_the_tables)
{
    struct loaded l;
    struct value v;
    load_text(&l, "<dossier" NS "><supplier id=\"s\" name=\"n\" engaged=\"2025-04-01\"><asset class=\"other\" persons=\"0\" "
                  "sensitive=\"false\"/></supplier><response date=\"2026-01-01\"><answer question=\"q\" percent=\"0\" interval=\"P1Y\" "
                  "duration=\"PT1H\"/></response><incident-log><incident id=\"i\" detected=\"1970-01-01T00:00Z\"/></incident-log>"
                  "<contract kind=\"nda\" title=\"x\"><clause number=\"1\"><amount name=\"a\" value=\"1.5\" currency=\"USD\"/></clause>"
                  "</contract></dossier>");
    cr_assert_eq(l.status, 0, "%s", fault_en(&l));
    const struct supplier *p = l.subject->supplier;
    const struct node *asset = p->assets.first;
    const struct node *answer = ((const struct response *)l.subject->responses.first)->answers.first;
    const struct node *incident = ((const struct incident_log *)l.subject->incident_logs.first)->incidents.first;
    const struct contract *c = (const struct contract *)l.subject->contracts.first;
    const struct node *amount = ((const struct clause *)c->clauses.first)->terms.first;
#define READ(node, name) (v = node_value(node, kind_field((node)->kind, name)))
    cr_expect_eq(READ(&p->node, "engaged").as.date, day_of(2025, 4, 1));
    cr_expect(READ(&p->node, "tier").type == VALUE_NONE);
    cr_expect(READ(asset, "persons").type == VALUE_COUNT && v.as.count == 0);
    cr_expect(READ(asset, "sensitive").type == VALUE_BOOL && !v.as.flag);
    cr_expect(READ(asset, "my-number").type == VALUE_NONE);
    cr_expect(READ(answer, "percent").type == VALUE_PERCENT && v.as.number == 0);
    cr_expect(READ(answer, "interval").type == VALUE_INTERVAL && v.as.duration.months == 12);
    cr_expect(READ(answer, "duration").type == VALUE_DURATION && v.as.duration.seconds == 3600);
    cr_expect(READ(incident, "detected").type == VALUE_INSTANT && v.as.instant == 0);
    cr_expect(READ(amount, "value").type == VALUE_AMOUNT && v.as.amount.number == 15000);
    cr_expect(READ(amount, "currency").type == VALUE_TEXT && strcmp(v.as.text.at, "USD") == 0);
    cr_expect_eq(node_contract(amount), c);
    cr_expect_eq(node_clause(amount), (const struct clause *)c->clauses.first);
    cr_expect_null(node_clause(asset));
    cr_expect_null(node_contract(asset));
    loaded_end(&l);
}

Test(schema, names_that_are_not_there_are_not_found)
{
    cr_expect_null(kind_field(&kind_clause, "colour"));
    cr_expect_null(kind_child(&kind_clause, "colours"));
}
