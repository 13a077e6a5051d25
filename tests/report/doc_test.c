/* Documentation made from rules: all that a rule says is there, in both languages and formats, and nothing breaks out. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "report/doc.h"
#include "report/doc_tables.h"

static const char rule_text[] =
    "return rule { id = \"first\", grade = \"major\",\n"
    "  title = { en = \"Within {hours} <script>hours</script>\", ja = \"{hours}時間以内\" },\n"
    "  why = { en = \"Time | counts.\", ja = \"時間が重要です。\" },\n"
    "  controls = { \"House R-10\" }, needs = { \"contract\" },\n"
    "  alone = { \"services\", \"nda\" },\n"
    "  params = { hours = integer { default = 24, min = 1, max = 72, doc = { en = \"the most\", ja = \"上限\" } },\n"
    "    kind = choice { default = \"a\", values = { \"a\", \"b\" } } },\n"
    "  messages = { late = { en = \"{found} is late\", ja = \"{found}では遅い\", grade = \"minor\",\n"
    "    advice = { en = \"{hours} hours or less.\", ja = \"{hours}時間以内に。\" } } },\n"
    "  check = function(s, p) if p.hours > 0 and p.kind then return fail(\"late\", { found = hours(1) }) end return pass() end,\n"
    "  examples = { { name = \"too ```late\", expect = \"fail:late\", document = [[<contract xmlns=\"urn:kijun:1\" a=\"```\"/>]] } } }\n";

static char folder[64];

static void put(const char *name, const char *text)
{
    char path[256];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *f = fopen(path, "w");
    cr_assert_not_null(f);
    fputs(text, f);
    fclose(f);
}

static struct ruleset *load(void)
{
    static const char *const none[] = {NULL};
    struct fault faults[10];
    size_t count;
    snprintf(folder, sizeof folder, "/tmp/kijun-doc-XXXXXX");
    cr_assert_not_null(mkdtemp(folder));
    char rules[128];
    snprintf(rules, sizeof rules, "%s/rules", folder);
    mkdir(rules, 0755);
    put("pack.lua", "return pack { name = \"test\", version = \"1.2.0\", engine = \">=1.0 <2.0\", languages = { \"en\", \"ja\" },\n"
                    "  title = { en = \"Test & more\", ja = \"試験\" }, standards = { House = { \"R-9\", \"R-10\" } },\n"
                    "  caveats = { { en = \"No <legal> advice.\", ja = \"法的助言ではありません。\" }, { en = \"Left out: tax.\", ja = \"対象外: 税\" } } }\n");
    put("rules/first.lua", rule_text);
    put("vocabulary.lua", "return vocabulary { types = { escrow = { title = { en = \"Escrow\", ja = \"預託\" }, sure = { \"escrow\" },\n"
                           "  terms = { within = { type = \"duration\", near = { \"in\" } }, paid = { type = \"flag\", yes = { \"paid\" } } } } } }\n");
    struct ruleset *r = ruleset_load_pack(folder, none, faults, 10, &count);
    cr_assert_not_null(r, "%s %s", count ? fault_name(faults[0].id) : "", count ? faults[0].arg[0] : "");
    return r;
}

static void forget(struct ruleset *r)
{
    static const char *const names[] = {"rules/first.lua", "rules", "pack.lua", "vocabulary.lua", ""};
    char path[256];
    ruleset_free(r);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        remove(path);
    }
}

static void expect_all(const char *text, const char *const *wanted)
{
    for (; *wanted; wanted++)
        cr_expect(strstr(text, *wanted), "%s in:\n%s", *wanted, text);
}

static char *rule_page(const struct ruleset *r, enum language l, bool html)
{
    const struct rule_info *const *rules;
    struct doc_options o = {l, html};
    struct buffer b;
    buffer_init(&b, 1 << 20);
    cr_assert_eq(ruleset_rules(r, &rules), 1);
    doc_rule(r, rules[0], &o, &b);
    cr_assert_not(b.failed);
    return b.at;
}

Test(doc, a_rule_has_a_page_with_all_that_it_says)
{
    static const char *const english[] = {
        "<h1>Within 24 &lt;script&gt;hours&lt;/script&gt;</h1>", "<p>Time | counts.</p>", "<dd>House R-10</dd>", "contract",
        "<dd>services agreement, non-disclosure agreement</dd>",
        "<code>hours</code></td><td data-head=\"Default\">24</td><td data-head=\"Range\">1 – 72</td><td data-head=\"Meaning\">the most</td>",
        ">a, b</td>",
        "<code>late</code></td><td class=\"short\" data-head=\"Grade\">minor nonconformity</td><td data-head=\"Text\">{found} is late</td>",
        "</td><td data-head=\"What to do\">24 hours or less.</td>",
        "too ```late<span class=\"note\">fail: late (judged as of 2026-04-01)</span>",
        "&lt;contract xmlns=&quot;urn:kijun:1&quot;", "href=\"../ja/first.html\"", NULL};
    static const char *const japanese[] = {"# 24時間以内\n", "時間が重要です。", "個別契約、秘密保持契約", "| `hours` | 24 | 1 – 72 | 上限 |", "軽微な不適合", "** — 不適合: late (判定基準日 2026-04-01)",
                                           "````xml\n<contract xmlns=\"urn:kijun:1\" a=\"```\"/>\n````\n", "](../en/first.md)", NULL};
    struct ruleset *r = load();
    char *page = rule_page(r, LANGUAGE_EN, true);
    expect_all(page, english);
    cr_expect(!strstr(page, "<script>"));
    free(page);
    page = rule_page(r, LANGUAGE_JA, false);
    expect_all(page, japanese);
    free(page);
    forget(r);
}

Test(doc, the_index_shows_which_rules_serve_each_control)
{
    static const char *const wanted[] = {"<h1>Test &amp; more</h1>", "<a href=\"first.html\">first</a>",
                                         "<td class=\"short\">R-9</td><td></td>",
                                         "<td class=\"short\">R-10</td><td><a href=\"first.html\">first</a>", NULL};
    struct ruleset *r = load();
    struct doc_options o = {LANGUAGE_EN, true};
    struct buffer b;
    buffer_init(&b, 1 << 20);
    doc_index(r, &o, &b);
    cr_assert_not(b.failed);
    expect_all(b.at, wanted);
    buffer_free(&b);
    forget(r);
}

Test(doc, the_index_says_what_to_bear_in_mind_and_which_clause_types_the_pack_knows)
{
    static const char *const english[] = {"<h2>To bear in mind</h2>\n<p>No &lt;legal&gt; advice.</p>\n<p>Left out: tax.</p>",
                                          "<code>escrow</code></td><td data-head=\"Title\">Escrow</td>",
                                          ">paid (yes or no), within (duration)</td>", NULL};
    static const char *const japanese[] = {"## 留意事項\n\n法的助言ではありません。\n\n対象外: 税\n\n",
                                           "| `escrow` | 預託 | paid (可否)、within (期間) |", NULL};
    struct ruleset *r = load();
    struct doc_options o = {LANGUAGE_EN, true};
    struct buffer b;
    buffer_init(&b, 1 << 20);
    doc_index(r, &o, &b);
    expect_all(b.at, english);
    buffer_clear(&b);
    o = (struct doc_options){LANGUAGE_JA, false};
    doc_index(r, &o, &b);
    expect_all(b.at, japanese);
    buffer_free(&b);
    forget(r);
}

Test(doc, the_tables_of_a_page_are_renewed_and_what_is_stale_is_named)
{
    struct ruleset *r = load();
    struct lint found = {.at = NULL};
    struct buffer b, again;
    buffer_init(&b, 1 << 20);
    buffer_init(&again, 1 << 20);
    cr_expect_not(doc_renew(r, "no marks\n", &b));
    cr_expect(doc_renew(r, "# T\n" DOC_BEGIN "old\n" DOC_END "\nrest\n", &b));
    cr_expect(strstr(b.at, "| House R-9 | |") || strstr(b.at, "| House R-9 | "), "%s", b.at);
    cr_expect(strstr(b.at, "| first | 重大な不適合 | 1 | 1 | 1 |\n" DOC_END "\nrest\n"), "%s", b.at);
    doc_stale(r, "README.md", b.at, &found);
    cr_expect_eq(found.count, 0);
    cr_expect(doc_renew(r, b.at, &again));
    cr_expect_str_eq(again.at, b.at);
    char *row = strstr(b.at, "| 1 | 1 | 1 |");
    row[2] = '2';
    doc_stale(r, "README.md", b.at, &found);
    cr_assert_eq(found.count, 1);
    cr_expect_eq(found.at[0].line, 2);
    cr_expect(strstr(found.at[0].arg[0], "| first |"));
    lint_free(&found);
    buffer_free(&b);
    buffer_free(&again);
    forget(r);
}

Test(doc, numbers_within_names_of_controls_count_as_numbers)
{
    cr_expect_lt(control_order("A.5.9", "A.5.10"), 0);
    cr_expect_gt(control_order("Art. 28(3)(b)", "Art. 28(3)(a)"), 0);
    cr_expect_eq(control_order("R-1", "R-1"), 0);
    cr_expect_lt(control_order("R-1", "R-1a"), 0);
}
