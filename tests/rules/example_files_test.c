/* Example documents beside the rules: what their remarks expect, and what is told when it does not come about. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "rules/describe.h"
#include "rules/expect.h"
#include "rules/world.h"

#define HEAD "<contract xmlns=\"urn:kijun:1\" id=\"c\" kind=\"services\" title=\"S\" status=\"executed\" effective=\"2025-04-01\">\n"
#define LONG "  <clause number=\"1\" heading=\"Long\"><text>Words.</text></clause>\n"
#define SHORT "  <clause number=\"2\"><text>Words.</text></clause>\n"

/* Every clause with a heading is found, at its place; a contract without any clause is found without one. */
static const char rule_text[] =
    "return rule { id = \"%s\", grade = \"major\", title = { en = \"T\", ja = \"題\" }, controls = { \"House R-1\" },\n"
    "  messages = { headed = { en = \"Headed\", ja = \"見出し\" }, empty = { en = \"Empty\", ja = \"空\" } },\n"
    "  check = function(s) local out = {}\n"
    "    if not s.contracts[1].clauses:any() then return fail \"empty\" end\n"
    "    for c in s.contracts[1].clauses:each() do if c.heading then table.insert(out, fail(\"headed\", { at = c })) end end\n"
    "    if #out == 0 then return pass() end return out end }\n";

static struct world *make(void)
{
    char text[4000];
    struct world *w = world_new(NULL);
    snprintf(text, sizeof text, rule_text, "first");
    world_rule(w, "first", text);
    snprintf(text, sizeof text, rule_text, "second");
    world_rule(w, "second", text);
    bool good = world_load(w, NULL);
    world_show(w);
    cr_assert(good);
    return w;
}

static void document(struct world *w, const char *name, const char *text)
{
    char path[128];
    snprintf(path, sizeof path, "packs/test/examples/%s", name);
    world_write(w, path, text);
}

struct seen {
    char text[4000];
    size_t good;
};

static const char *base(const char *path)
{
    const char *at = strstr(path, "examples/");
    return at ? at + strlen("examples/") : path;
}

static void see(void *context, const struct example_report *r)
{
    struct seen *s = context;
    size_t len = strlen(s->text);
    s->good += r->good;
    if (!r->good)
        snprintf(s->text + len, sizeof s->text - len, "%s:%u %s %s@%u %s@%u\n", base(r->file), r->line, r->rule->id,
                 r->expected ? r->expected : "-", r->expected_at, r->got, r->got_at);
}

static void see_mistake(void *context, const struct fault *f)
{
    struct seen *s = context;
    size_t len = strlen(s->text);
    snprintf(s->text + len, sizeof s->text - len, "%s:%u %s %s %s\n", base(f->file), f->line, fault_name(f->id), f->arg[0], f->arg[1]);
}

/* What is told of the example documents, one line each. */
static struct seen run(struct world *w, long wrong)
{
    struct seen s = {.good = 0};
    struct fault f = {.id = FAULT_NONE};
    const struct example_run wanted = {.each = see, .mistake = see_mistake, .context = &s};
    long got = examples_run(w->rules, &wanted, &f);
    cr_expect_eq(got, wrong, "%ld wrong, not %ld:\n%s", got, wrong, s.text);
    return s;
}

Test(example_files, a_finding_that_no_remark_expects_is_told)
{
    struct world *w = make();
    document(w, "a.xml", HEAD LONG "</contract>\n");
    struct seen s = run(w, 2);
    cr_expect_str_eq(s.text, "a.xml:2 first -@0 fail:headed@2\na.xml:2 second -@0 fail:headed@2\n");
    world_free(w);
}

Test(example_files, a_rule_of_which_no_remark_speaks_finds_nothing)
{
    struct world *w = make();
    document(w, "a.xml", HEAD SHORT "</contract>\n");
    cr_expect_eq(run(w, 0).good, 2);
    world_free(w);
}

Test(example_files, a_remark_expects_a_finding_on_its_line_or_on_the_next)
{
    struct world *w = make();
    document(w, "a.xml", "<!-- rules: first -->\n" HEAD "<!-- expect: first fail:headed -->\n" LONG "</contract>\n");
    document(w, "b.xml", "<!-- rules: first -->\n" HEAD "<clause number=\"1\" heading=\"Long\"/> <!-- expect: first fail:headed -->\n" SHORT
                         "</contract>\n");
    cr_expect_eq(run(w, 0).good, 2);
    world_free(w);
}

Test(example_files, a_remark_in_the_head_expects_a_finding_anywhere)
{
    struct world *w = make();
    document(w, "a.xml", "<!-- rules: first\n     expect: first fail -->\n" HEAD SHORT LONG "</contract>\n");
    cr_expect_eq(run(w, 0).good, 1);
    world_free(w);
}

Test(example_files, what_stands_nowhere_may_be_expected_anywhere)
{
    struct world *w = make();
    document(w, "a.xml", "<!-- rules: first -->\n" HEAD "<!-- expect: first fail:empty -->\n</contract>\n");
    cr_expect_eq(run(w, 0).good, 1);
    world_free(w);
}

Test(example_files, what_is_expected_and_does_not_come_about_is_told_with_what_did)
{
    struct world *w = make();
    document(w, "a.xml", "<!-- rules: first -->\n" HEAD "<!-- expect: first fail:headed -->\n" SHORT "</contract>\n");
    document(w, "b.xml", "<!-- rules: first -->\n" HEAD "<!-- expect: first fail:headed -->\n" SHORT LONG "</contract>\n");
    document(w, "c.xml", "<!-- rules: first -->\n" HEAD "<!-- expect: first pass -->\n" LONG "</contract>\n");
    cr_expect_str_eq(run(w, 3).text, "a.xml:3 first fail:headed@4 pass@0\nb.xml:3 first fail:headed@4 fail:headed@5\n"
                                     "c.xml:3 first pass@0 fail:headed@4\n");
    world_free(w);
}

Test(example_files, of_two_findings_each_needs_its_own_remark)
{
    struct world *w = make();
    document(w, "a.xml", "<!-- rules: first -->\n" HEAD "<!-- expect: first fail -->\n" LONG "  <clause number=\"3\" heading=\"L\"/>\n</contract>\n");
    cr_expect_str_eq(run(w, 1).text, "a.xml:5 first -@0 fail:headed@5\n");
    world_free(w);
}

Test(example_files, plain_text_is_judged_without_its_remarks)
{
    struct world *w = make();
    document(w, "a.txt", "// rules: first\n// A contract in plain text.\nServices Agreement\n\n// expect: first fail:headed\n1. Long\nThe Supplier\n"
                         "// for people: this does not cut the sentence\nmaintains the software.\n");
    cr_expect_eq(run(w, 0).good, 1);
    world_free(w);
}

Test(example_files, a_folder_is_one_supplier)
{
    struct world *w = make();
    document(w, "grey/supplier.xml", "<!-- as-of: 2026-05-01 -->\n<!-- rules: first -->\n"
                                     "<supplier xmlns=\"urn:kijun:1\" id=\"grey\" name=\"Grey\" tier=\"critical\" kind=\"company\" country=\"JP\"/>\n");
    document(w, "grey/contract.xml", HEAD "<!-- expect: first fail:headed -->\n" LONG "  <clause number=\"3\" heading=\"L\"/>\n</contract>\n");
    cr_expect_str_eq(run(w, 1).text, "grey/contract.xml:4 first -@0 fail:headed@4\n");
    world_free(w);
}

Test(example_files, remarks_that_say_nothing_that_can_be_are_told_with_the_near_word)
{
    struct world *w = make();
    document(w, "a.xml", "<!-- rules: firts\n     expect: second fail:haeded\n     expect: second fial\n     expect: second error\n"
                         "     expect: second\n     expetc: second pass\n     as-of: 2026-13-01\n     note: for people -->\n" HEAD SHORT
                         "</contract>\n");
    cr_expect_str_eq(run(w, 7).text,
                     "a.xml:1 example-rule firts first\na.xml:2 unknown-message haeded headed\na.xml:3 unknown-word fial fail\n"
                     "a.xml:4 unknown-word error \na.xml:5 example-form expect: second expect: audit-right fail:missing\n"
                     "a.xml:6 unknown-word expetc expect\na.xml:7 example-form as-of: 2026-13-01 as-of: 2026-04-01\n");
    world_free(w);
}

Test(example_files, a_document_that_cannot_be_read_is_wrong)
{
    struct world *w = make();
    document(w, "a.xml", "<!-- rules: first -->\n<contract xmlns=\"urn:kijun:1\"><clase/></contract>\n");
    document(w, "README.md", "What the examples are about: not judged.\n");
    cr_expect(strstr(run(w, 2).text, "first -@0 error@0"));
    world_free(w);
}

/* ---- --update ---- */

static void writes(const char *name, const char *before, const char *after, size_t changes, size_t left)
{
    struct world *w = make();
    struct expect_update u;
    struct fault f = {.id = FAULT_NONE};
    document(w, name, before);
    cr_assert_eq(expect_find(w->rules, "first", &u, &f), 0);
    cr_expect_eq(u.change_count, changes, "%zu changes", u.change_count);
    cr_expect_eq(u.left, left);
    cr_expect_eq(u.file_count, (size_t)(after != NULL));
    for (size_t i = 0; after && i < u.file_count; i++) {
        cr_expect_str_eq(u.files[i].text, after);
        document(w, name, u.files[i].text);
    }
    expect_free(&u);
    if (after) { /* and what was written holds */
        cr_assert_eq(expect_find(w->rules, "first", &u, &f), 0);
        cr_expect_eq(u.change_count + u.left, 0);
        expect_free(&u);
    }
    world_free(w);
}

Test(example_files, update_puts_a_remark_above_the_line)
{
    writes("a.xml", HEAD SHORT LONG "</contract>\n", HEAD SHORT "  <!-- expect: first fail:headed -->\n" LONG "</contract>\n", 1, 0);
    writes("a.txt", "Agreement\n\n1. Long\nWords.\n", "Agreement\n\n// expect: first fail:headed\n1. Long\nWords.\n", 1, 0);
}

Test(example_files, update_puts_a_remark_in_the_head_where_none_can_stand_above_the_line)
{
    writes("a.xml", "<?xml version=\"1.0\"?>\n<contract xmlns=\"urn:kijun:1\" id=\"c\"\n  kind=\"services\" title=\"S\"/>\n",
           "<?xml version=\"1.0\"?>\n<!-- expect: first fail:empty -->\n<contract xmlns=\"urn:kijun:1\" id=\"c\"\n  kind=\"services\" title=\"S\"/>\n", 1, 0);
}

Test(example_files, update_changes_moves_and_takes_away)
{
    writes("a.xml", HEAD "<!-- expect: first pass -->\n" LONG "</contract>\n", HEAD "<!-- expect: first fail:headed -->\n" LONG "</contract>\n", 1, 0);
    writes("a.xml", HEAD "<!-- expect: first fail -->\n" SHORT LONG "</contract>\n",
           HEAD SHORT "  <!-- expect: first fail:headed -->\n" LONG "</contract>\n", 2, 0);
    writes("a.xml", HEAD "  <!-- why\n    expect: first fail\n    expect: first fail -->\n" LONG "</contract>\n",
           HEAD "  <!-- why\n    expect: first fail\n     -->\n" LONG "</contract>\n", 1, 0);
    writes("a.txt", "Agreement\n\n// expect: first fail\n// expect: first fail\n1. Long\nWords.\n",
           "Agreement\n\n// expect: first fail\n1. Long\nWords.\n", 1, 0);
    writes("a.txt", "Agreement\n\n// expect: first fail\n1. Long // expect: first fail:headed\nWords.\n",
           "Agreement\n\n// expect: first fail\n1. Long // \nWords.\n", 1, 0);
}

Test(example_files, update_never_writes_that_a_rule_should_fail_with_an_error)
{
    writes("a.xml", "<contract xmlns=\"urn:kijun:1\"><clase/></contract>\n", NULL, 0, 2);
}

/* ---- documentation ---- */

static void list(void *context, const struct document_expectation *e)
{
    char *text = context;
    snprintf(text + strlen(text), 500 - strlen(text), "%s %s %s %u\n", e->document, e->rule ? e->rule->id : "-", e->outcome ? e->outcome : "-",
             e->line);
}

Test(example_files, documentation_lists_what_documents_expect)
{
    struct world *w = make();
    char text[500] = "";
    document(w, "b.xml", "<!-- expect: first fail -->\n" HEAD "<!-- expect: second fail:headed -->\n" LONG "</contract>\n");
    document(w, "a.xml", HEAD SHORT "</contract>\n");
    cr_assert(describe_documents(w->rules, list, text));
    cr_expect_str_eq(text, "a.xml - - 0\nb.xml first fail 0\nb.xml second fail:headed 4\n");
    world_free(w);
}
