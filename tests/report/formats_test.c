/* Formats for pipelines and spreadsheets: read back by other programs, with hostile texts, and against their schemas. */
#include <criterion/criterion.h>
#include <libxml/parser.h>
#include <libxml/xmlschemas.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "support.h"

static const char hostile_text[] = "=1+1 \"quoted\", 50% <b>&'\n::error::#3 @all `x` \\ \x01\xE2\x80\xAE[a](http://x) |\xFF";

/* The rich result, a clean one, one that could not be read, and the rich one with hostile texts. */
static struct buffer all_of(const char *format, enum audience a)
{
    struct hostile *h = hostile_new(hostile_text);
    const struct result *all[] = {rich_result(), clean_result(), unreadable_result(), hostile_result(h)};
    struct buffer b = joined(format, all, 4, LANGUAGE_EN, a);
    hostile_free(h);
    return b;
}

/* ---- the schemas of others, which are not part of this project ---- */

/* They are looked for in KIJUN_SCHEMAS and beside this project. Where they are not, a document must still be well-formed,
 * and the tests further down say what must be in it. */
static bool schema_file(char *path, size_t size, const char *name)
{
    const char *folder = getenv("KIJUN_SCHEMAS");
    snprintf(path, size, "%s/%s", folder ? folder : "../shared/schemas", name);
    if (access(path, R_OK) == 0) return true;
    fprintf(stderr, "%s is not here (set KIJUN_SCHEMAS): only the form is checked\n", path);
    return false;
}

static void valid_json(const char *schema, const struct buffer *b)
{
    char path[512];
    bool there = schema_file(path, sizeof path, schema);
    cr_expect_eq(python(b,
                        "import json, sys, jsonschema\n"
                        "schema = json.load(open(sys.argv[1], encoding=\"utf-8\")) if sys.argv[1:] else {}\n"
                        "kind = jsonschema.validators.validator_for(schema)\n"
                        "errors = [e.message[:200] for e in kind(schema).iter_errors(json.load(sys.stdin))]\n"
                        "print(errors) if errors else None\n"
                        "sys.exit(1 if errors else 0)",
                        there ? path : ""),
                 0);
}

static int validated(const char *path, xmlDocPtr doc)
{
    xmlSchemaParserCtxtPtr parser = xmlSchemaNewParserCtxt(path);
    xmlSchemaPtr schema = xmlSchemaParse(parser);
    cr_assert_not_null(schema);
    xmlSchemaValidCtxtPtr validator = xmlSchemaNewValidCtxt(schema);
    int outcome = xmlSchemaValidateDoc(validator, doc);
    xmlSchemaFreeValidCtxt(validator);
    xmlSchemaFree(schema);
    xmlSchemaFreeParserCtxt(parser);
    return outcome;
}

static void valid_xml(const char *schema, const struct buffer *b)
{
    char path[512];
    xmlDocPtr doc = xmlReadMemory(b->at, (int)b->len, "report", NULL, XML_PARSE_NONET);
    cr_assert_not_null(doc);
    if (schema_file(path, sizeof path, schema)) cr_expect_eq(validated(path, doc), 0);
    xmlFreeDoc(doc);
}

Test(formats, sarif_is_valid)
{
    struct buffer b = all_of("sarif", AUDIENCE_INTERNAL);
    valid_json("sarif-schema-2.1.0.json", &b);
    buffer_free(&b);
}

Test(formats, junit_is_valid)
{
    struct buffer b = all_of("junit", AUDIENCE_INTERNAL);
    valid_xml("junit-10.xsd", &b);
    buffer_free(&b);
}

Test(formats, oscal_is_valid)
{
    struct hostile *h = hostile_new(hostile_text);
    const struct result *all[] = {rich_result(), clean_result(), unreadable_result(), hostile_result(h)};
    for (size_t i = 0; i < 4; i++) {
        struct buffer b = rendered("oscal-poam", all[i], LANGUAGE_JA, AUDIENCE_INTERNAL);
        valid_xml("oscal-poam-1.0.6.xsd", &b);
        buffer_free(&b);
    }
    hostile_free(h);
}

/* ---- read back ---- */

Test(formats, sarif_has_a_result_for_each_finding_and_each_unread_document)
{
    struct buffer b = all_of("sarif", AUDIENCE_INTERNAL);
    /* 8 findings and 1 document, nothing, 1 subject, 8 findings and 1 document */
    cr_expect_eq(python(&b,
                        "import json, sys\n"
                        "run = json.load(sys.stdin)[\"runs\"][0]\n"
                        "results = run[\"results\"]\n"
                        "assert len(results) == 19, len(results)\n"
                        "assert not run[\"invocations\"][0][\"executionSuccessful\"] \n"
                        "assert sum(\"suppressions\" in r for r in results) == 2\n"
                        "assert all(r[\"partialFingerprints\"][\"kijun/v1\"] for r in results)\n"
                        "first = results[1]\n"
                        "assert first[\"ruleId\"] == \"incident-report-within\" and first[\"level\"] == \"error\"\n"
                        "where = first[\"locations\"][0]\n"
                        "assert \"region\" not in where[\"physicalLocation\"]\n"
                        "assert where[\"logicalLocations\"][0][\"kind\"] == \"clause\"\n",
                        ""),
                 0);
    buffer_free(&b);
}

Test(formats, junit_counts_are_those_of_its_tests)
{
    struct buffer b = all_of("junit", AUDIENCE_INTERNAL);
    cr_expect_eq(python(&b,
                        "import sys, xml.etree.ElementTree as tree\n"
                        "suites = tree.parse(sys.stdin.buffer).getroot().findall(\"testsuite\")\n"
                        "assert len(suites) == 4\n"
                        "for s in suites:\n"
                        "    cases = s.findall(\"testcase\")\n"
                        "    having = lambda tag: sum(c.find(tag) is not None for c in cases)\n"
                        "    assert len(cases) == int(s.get(\"tests\"))\n"
                        "    assert having(\"failure\") == int(s.get(\"failures\"))\n"
                        "    assert having(\"error\") == int(s.get(\"errors\"))\n"
                        "    assert having(\"skipped\") == int(s.get(\"skipped\"))\n"
                        "assert suites[0].get(\"failures\") == \"5\" and suites[2].get(\"errors\") == \"1\"\n",
                        ""),
                 0);
    buffer_free(&b);
}

Test(formats, a_plan_refers_only_to_what_it_holds)
{
    struct buffer b = rendered("oscal-poam", rich_result(), LANGUAGE_EN, AUDIENCE_INTERNAL);
    cr_expect_eq(python(&b,
                        "import sys, xml.etree.ElementTree as tree\n"
                        "plan = tree.parse(sys.stdin.buffer).getroot()\n"
                        "space = \"{http://csrc.nist.gov/ns/oscal/1.0}\"\n"
                        "ids = [e.get(\"uuid\") for e in plan.iter() if e.get(\"uuid\")]\n"
                        "assert len(ids) == len(set(ids)) == 1 + 3 * 8\n"
                        "for e in plan.iter(space + \"associated-risk\"): assert e.get(\"risk-uuid\") in ids\n"
                        "for e in plan.iter(space + \"related-observation\"): assert e.get(\"observation-uuid\") in ids\n"
                        "states = [e.text for e in plan.iter(space + \"status\")]\n"
                        "assert states.count(\"deviation-approved\") == 1 and states.count(\"open\") == 5, states\n",
                        ""),
                 0);
    buffer_free(&b);
}

Test(formats, gitlab_issues_have_unique_fingerprints_and_places)
{
    const struct result *all[] = {rich_result(), clean_result(), unreadable_result()};
    struct buffer b = joined("gitlab", all, 3, LANGUAGE_JA, AUDIENCE_INTERNAL);
    cr_expect_eq(python(&b,
                        "import json, sys\n"
                        "issues = json.load(sys.stdin)\n"
                        "assert len(issues) == 9, len(issues)\n"
                        "assert len({i[\"fingerprint\"] for i in issues}) == 9\n"
                        "severities = {\"info\", \"minor\", \"major\", \"critical\", \"blocker\"}\n"
                        "assert all(i[\"severity\"] in severities for i in issues)\n"
                        "assert all(i[\"location\"][\"path\"] and i[\"location\"][\"lines\"][\"begin\"] > 0 for i in issues)\n",
                        ""),
                 0);
    buffer_free(&b);
}

Test(formats, nothing_joined_is_still_a_document)
{
    const struct result *all[] = {clean_result()};
    struct buffer gitlab = joined("gitlab", all, 1, LANGUAGE_EN, AUDIENCE_INTERNAL);
    struct buffer sarif = joined("sarif", all, 1, LANGUAGE_EN, AUDIENCE_INTERNAL);
    cr_expect_eq(python(&gitlab, "import json, sys\nassert json.load(sys.stdin) == []", ""), 0);
    cr_expect_eq(python(&sarif, "import json, sys\nassert json.load(sys.stdin)[\"runs\"][0][\"results\"] == []", ""), 0);
    buffer_free(&gitlab);
    buffer_free(&sarif);
}

Test(formats, csv_reads_back_with_every_row_complete)
{
    struct buffer b = all_of("csv", AUDIENCE_INTERNAL);
    cr_expect_eq(python(&b,
                        "import csv, io, sys\n"
                        "text = sys.stdin.buffer.read().decode(\"utf-8\")\n"
                        "rows = list(csv.DictReader(io.StringIO(text, newline=\"\"), strict=True))\n"
                        "assert len(rows) == 19, len(rows)\n"
                        "assert all(None not in r and None not in r.values() for r in rows)\n"
                        "assert rows[1][\"expected\"] == \"12 hours\" and rows[1][\"paragraph\"] == \"48\"\n"
                        "assert rows[-1][\"text\"].startswith(\"=1+1 \\\"quoted\\\", 50% <b>\")\n"
                        "assert \"[U+202E]\" in rows[-1][\"text\"] and chr(0x202E) not in text\n",
                        ""),
                 0);
    buffer_free(&b);
}

Test(formats, csv_for_spreadsheets_has_a_mark_and_no_formula)
{
    struct buffer b = all_of("csv-excel", AUDIENCE_INTERNAL);
    cr_assert_eq(memcmp(b.at, "\xEF\xBB\xBF", 3), 0);
    cr_expect_eq(python(&b,
                        "import csv, io, sys\n"
                        "text = sys.stdin.buffer.read().decode(\"utf-8-sig\")\n"
                        "rows = list(csv.reader(io.StringIO(text, newline=\"\"), strict=True))\n"
                        "assert {len(r) for r in rows} == {20}\n"
                        "assert not [c for r in rows for c in r if c[:1] in {\"=\", \"+\", \"-\", \"@\"}]\n",
                        ""),
                 0);
    buffer_free(&b);
}

Test(formats, tap_plans_agree_with_its_tests)
{
    struct buffer b = all_of("tap", AUDIENCE_INTERNAL);
    cr_expect_eq(python(&b,
                        "import re, sys\n"
                        "lines = sys.stdin.buffer.read().decode(\"utf-8\").split(\"\\n\")\n"
                        "assert lines[0] == \"TAP version 13\" and lines[1] == \"1..4\"\n"
                        "count = 0\n"
                        "for line in lines:\n"
                        "    if re.match(r\"    (not )?ok \\d+ - \", line): count += 1\n"
                        "    plan = re.fullmatch(r\"    1\\.\\.(\\d+)\", line)\n"
                        "    if plan:\n"
                        "        assert int(plan.group(1)) == count, line\n"
                        "        count = 0\n"
                        "tests = [line for line in lines if re.match(r\"(not )?ok - \", line)]\n"
                        "assert len(tests) == 4 and tests[1].startswith(\"ok\"), tests\n",
                        ""),
                 0);
    buffer_free(&b);
}

Test(formats, github_commands_are_one_line_each)
{
    struct buffer b = all_of("github", AUDIENCE_INTERNAL);
    size_t lines = 0;
    for (const char *at = b.at; at < b.at + b.len; lines++) {
        const char *end = strchr(at, '\n');
        cr_assert_not_null(end);
        cr_assert(!strncmp(at, "::error file=", 13) || !strncmp(at, "::warning file=", 15) || !strncmp(at, "::notice file=", 14));
        at = end + 1;
    }
    cr_assert_eq(lines, 17); /* as SARIF, without the two waived findings */
    cr_assert_not_null(strstr(b.at, "50%25 <b>"));
    cr_assert_not_null(strstr(b.at, "%3A%3Aerror%3A%3A"));
    buffer_free(&b);
}

Test(formats, markdown_has_no_markup_link_or_mention_of_a_document)
{
    struct hostile *h = hostile_new(hostile_text);
    struct buffer b = rendered("markdown", hostile_result(h), LANGUAGE_EN, AUDIENCE_INTERNAL);
    static const char *const forbidden[] = {"<b>", "@all", "[a](", "http://", " `x`", " |", "\n::error"};
    for (size_t i = 0; i < sizeof forbidden / sizeof *forbidden; i++)
        cr_assert_null(strstr(b.at, forbidden[i]), "%s", forbidden[i]);
    buffer_free(&b);
    hostile_free(h);
}

Test(formats, identifiers_of_a_plan_stay_when_the_texts_change)
{
    struct hostile *a = hostile_new("one"), *b = hostile_new("one");
    struct buffer x = rendered("oscal-poam", hostile_result(a), LANGUAGE_EN, AUDIENCE_INTERNAL);
    struct buffer y = rendered("oscal-poam", hostile_result(b), LANGUAGE_JA, AUDIENCE_INTERNAL);
    const char *i = strstr(x.at, "<poam-item uuid=\""), *j = strstr(y.at, "<poam-item uuid=\"");
    cr_assert(i && j);
    cr_assert_eq(strncmp(i, j, 17 + 36), 0);
    buffer_free(&x);
    buffer_free(&y);
    hostile_free(a);
    hostile_free(b);
}

Test(formats, every_format_has_a_name_an_extension_and_words_in_both_languages)
{
    for (const struct report_format *f = report_formats; f->name; f++) {
        cr_assert(f->extension && f->doc[LANGUAGE_EN] && f->doc[LANGUAGE_JA] && f->supplier);
        cr_assert_eq(f->begin != NULL, f->end != NULL);
        cr_assert_eq(f->begin != NULL, f->between != NULL);
        cr_assert_not(f->begin && f->run);
        for (const struct report_format *g = report_formats; g < f; g++) cr_assert_str_neq(f->extension, g->extension);
        cr_assert_eq(report_format_named(f->name), f);
    }
    cr_assert_null(report_format_named("no such format"));
}
