/* XML and JSON reports, also hostile ones, are valid against the schemas that are shipped for them. */
#include <criterion/criterion.h>
#include <criterion/redirect.h>
#include <libxml/parser.h>
#include <libxml/xmlschemas.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support.h"

/* ---- XML ---- */

static xmlSchemaPtr schema_of(const char *file)
{
    xmlSchemaParserCtxtPtr parser = xmlSchemaNewParserCtxt(file);
    xmlSchemaPtr schema = xmlSchemaParse(parser);
    xmlSchemaFreeParserCtxt(parser);
    cr_assert_not_null(schema, "%s", file);
    return schema;
}

static int validated(xmlSchemaPtr schema, const char *at, size_t len)
{
    xmlDocPtr doc = xmlReadMemory(at, (int)len, "report", NULL, XML_PARSE_NONET);
    cr_assert_not_null(doc);
    xmlSchemaValidCtxtPtr validator = xmlSchemaNewValidCtxt(schema);
    int outcome = xmlSchemaValidateDoc(validator, doc);
    xmlSchemaFreeValidCtxt(validator);
    xmlFreeDoc(doc);
    return outcome;
}

static void check_xml(xmlSchemaPtr schema, const struct result *r)
{
    for (int a = AUDIENCE_INTERNAL; a <= AUDIENCE_SUPPLIER; a++) {
        struct buffer b = rendered("xml", r, LANGUAGE_EN, (enum audience)a);
        cr_assert_eq(validated(schema, b.at, b.len), 0);
        buffer_free(&b);
    }
}

Test(schema, every_xml_report_is_valid)
{
    struct hostile *h = hostile_new("<\"'&\x02\xE2\x80\xAE\n\xFF>");
    xmlSchemaPtr schema = schema_of("fixtures/schemas/report.xsd");
    check_xml(schema, rich_result());
    check_xml(schema, told_result());
    check_xml(schema, clean_result());
    check_xml(schema, unreadable_result());
    check_xml(schema, hostile_result(h));
    xmlSchemaFree(schema);
    hostile_free(h);
}

Test(schema, the_xml_of_a_run_is_valid)
{
    struct run_fixture *f = run_new(40);
    xmlSchemaPtr schema = schema_of("fixtures/schemas/run.xsd");
    struct buffer b = rendered_run("xml", run_of(f), LANGUAGE_EN, AUDIENCE_INTERNAL);
    cr_assert_eq(validated(schema, b.at, b.len), 0);
    buffer_free(&b);
    run_forget(f);
    f = run_told(40);
    b = rendered_run("xml", run_of(f), LANGUAGE_EN, AUDIENCE_INTERNAL);
    cr_assert_eq(validated(schema, b.at, b.len), 0);
    buffer_free(&b);
    xmlSchemaFree(schema);
    run_forget(f);
}

Test(schema, the_xml_schema_refuses_what_no_report_says, .init = cr_redirect_stderr)
{
    xmlSchemaPtr schema = schema_of("fixtures/schemas/report.xsd");
    struct buffer b = rendered("xml", rich_result(), LANGUAGE_EN, AUDIENCE_INTERNAL);
    static const char *const wrong[][2] = {{"outcome=\"fail\"", "outcome=\"good\""},
                                           {"is=\"nonconforming\"", "is=\"nonconformism\""},
                                           {"type=\"duration\"", "type=\"durations\""}};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        char *copy = calloc(1, b.len + 2);
        const char *at = strstr(b.at, wrong[i][0]);
        cr_assert_not_null(at);
        size_t before = (size_t)(at - b.at), after = before + strlen(wrong[i][0]);
        memcpy(copy, b.at, before);
        memcpy(copy + before, wrong[i][1], strlen(wrong[i][1]));
        memcpy(copy + before + strlen(wrong[i][1]), b.at + after, b.len - after);
        cr_assert_neq(validated(schema, copy, strlen(copy)), 0, "%s", wrong[i][1]);
        free(copy);
    }
    buffer_free(&b);
    xmlSchemaFree(schema);
}

/* ---- JSON ---- */

static void keep(const char *folder, const char *name, const struct buffer *b)
{
    char path[256];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *f = fopen(path, "wb");
    cr_assert_not_null(f);
    cr_assert_eq(fwrite(b->at, 1, b->len, f), b->len);
    cr_assert_eq(fclose(f), 0);
}

static void keep_reports(const char *folder, const char *name, const struct result *r)
{
    for (int a = AUDIENCE_INTERNAL; a <= AUDIENCE_SUPPLIER; a++) {
        char file[64];
        struct buffer b = rendered("json", r, LANGUAGE_EN, (enum audience)a);
        snprintf(file, sizeof file, "%s%d.json", name, a);
        keep(folder, file, &b);
        buffer_free(&b);
    }
}

/* Checks all files of the folder, then removes it. */
static int check_folder(const char *schema, const char *folder)
{
    char line[512];
    snprintf(line, sizeof line,
             "python3 tests/report/check_schema.py fixtures/schemas/%s %s/*.json; code=$?; rm -r %s; exit $code", schema,
             folder, folder);
    int status = system(line);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

Test(schema, every_json_report_parses_and_is_valid)
{
    char folder[] = "/tmp/kijun-report-XXXXXX";
    struct hostile *h = hostile_new("<\"'&\\\x02\xE2\x80\xAE\n\xFF\xF0\x9F\x98\x80\xF3\xA0\x81\x81>");
    cr_assert_not_null(mkdtemp(folder));
    keep_reports(folder, "rich", rich_result());
    keep_reports(folder, "told", told_result());
    keep_reports(folder, "clean", clean_result());
    keep_reports(folder, "unreadable", unreadable_result());
    keep_reports(folder, "hostile", hostile_result(h));
    hostile_free(h);
    cr_expect_eq(check_folder("report.schema.json", folder), 0);
}

Test(schema, the_json_of_a_run_parses_and_is_valid)
{
    char folder[] = "/tmp/kijun-report-XXXXXX";
    struct run_fixture *f = run_new(40);
    cr_assert_not_null(mkdtemp(folder));
    struct buffer b = rendered_run("json", run_of(f), LANGUAGE_EN, AUDIENCE_INTERNAL);
    keep(folder, "run.json", &b);
    buffer_free(&b);
    run_forget(f);
    f = run_told(40);
    b = rendered_run("json", run_of(f), LANGUAGE_EN, AUDIENCE_INTERNAL);
    keep(folder, "told.json", &b);
    buffer_free(&b);
    run_forget(f);
    cr_expect_eq(check_folder("run.schema.json", folder), 0);
}
