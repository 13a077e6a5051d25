/* What a supplier writes into a document cannot leave its place in a report. */
#include <criterion/criterion.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support.h"

static const char *const hostile_texts[] = {
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "</style></title></textarea><svg onload=alert(1)>",
    "]]></finding><finding>",
    "<!--", "&lt;&amp;&#60;", "{hours}{", "}{{%s%n", "\\\",\"outcome\":\"pass\"}",
    "a\x01\x08\x1b[31mb\x7f",
    "safe\xE2\x80\xAE txet desrever \xE2\x81\xA6\xE2\x80\x8B\xEF\xBB\xBF",
    "bad \xFF\xC0\xAF\xED\xA0\x80\xF5 utf-8 \xE3\x81",
    "line\nfeed\r\nand\ttab\r",
    "=cmd|' /C calc'!A0",
    "",
};
enum { TEXTS = sizeof hostile_texts / sizeof *hostile_texts };

typedef void check_function(const struct buffer *b, const char *text);

/* Every hostile text, in every place, both languages, both audiences. */
static void with_each(const char *format, check_function *check)
{
    for (size_t i = 0; i < TEXTS; i++) {
        struct hostile *h = hostile_new(hostile_texts[i]);
        for (int l = 0; l < LANGUAGE_COUNT; l++)
            for (int a = AUDIENCE_INTERNAL; a <= AUDIENCE_SUPPLIER; a++) {
                struct buffer b = rendered(format, hostile_result(h), (enum language)l, (enum audience)a);
                check(&b, hostile_texts[i]);
                buffer_free(&b);
            }
        hostile_free(h);
    }
}

static bool has(const struct buffer *b, const char *needle)
{
    return memmem(b->at, b->len, needle, strlen(needle)) != NULL;
}

/* No character reaches the reader that turns, hides or deletes others. */
static void no_hidden_characters(const struct buffer *b)
{
    static const char *const hidden[] = {"\x01", "\x08", "\x1b", "\x7f", "\r", "\xE2\x80\xAE", "\xE2\x81\xA6",
                                         "\xE2\x80\x8B", "\xEF\xBB\xBF", "\xFF", "\xC0\xAF", "\xED\xA0\x80"};
    for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++) cr_assert_not(has(b, hidden[i]), "hidden %zu", i);
}

/* ---- HTML ---- */

static void count_elements(const xmlNode *n, size_t *scripts, size_t *handlers)
{
    for (; n; n = n->next) {
        if (n->type != XML_ELEMENT_NODE) continue;
        static const char *const forbidden[] = {"script", "img", "svg", "iframe", "object", "textarea", "form", "link"};
        for (size_t i = 0; i < sizeof forbidden / sizeof *forbidden; i++)
            *scripts += strcmp((const char *)n->name, forbidden[i]) == 0;
        for (const xmlAttr *a = n->properties; a; a = a->next) *handlers += strncmp((const char *)a->name, "on", 2) == 0;
        count_elements(n->children, scripts, handlers);
    }
}

static size_t count_nodes(const xmlNode *n)
{
    size_t count = 0;
    for (; n; n = n->next) count += (n->type == XML_ELEMENT_NODE) + count_nodes(n->children);
    return count;
}

static void check_html(const struct buffer *b, const char *text)
{
    size_t scripts = 0, handlers = 0;
    no_hidden_characters(b);
    htmlDocPtr doc = htmlReadMemory(b->at, (int)b->len, "report", "utf-8", HTML_PARSE_NONET | HTML_PARSE_NOERROR);
    cr_assert_not_null(doc);
    count_elements(xmlDocGetRootElement(doc), &scripts, &handlers);
    cr_assert_eq(scripts, 0, "%s", text);
    cr_assert_eq(handlers, 0, "%s", text);
    xmlFreeDoc(doc);
}

static size_t nodes_with(const char *text)
{
    struct hostile *h = hostile_new(text);
    struct buffer b = rendered("html", hostile_result(h), LANGUAGE_EN, AUDIENCE_INTERNAL);
    htmlDocPtr doc = htmlReadMemory(b.at, (int)b.len, "report", "utf-8", HTML_PARSE_NONET | HTML_PARSE_NOERROR);
    size_t count = count_nodes(xmlDocGetRootElement(doc));
    xmlFreeDoc(doc);
    buffer_free(&b);
    hostile_free(h);
    return count;
}

Test(hostile, html_has_no_element_or_handler_from_a_document)
{
    with_each("html", check_html);
}

Test(hostile, html_has_the_same_elements_whatever_the_texts_say)
{
    size_t plain = nodes_with("text");
    for (size_t i = 0; i + 1 < TEXTS; i++) cr_assert_eq(nodes_with(hostile_texts[i]), plain, "%s", hostile_texts[i]);
}

Test(hostile, html_loads_nothing_and_says_so_to_the_browser)
{
    struct buffer b = rendered("html", rich_result(), LANGUAGE_JA, AUDIENCE_INTERNAL);
    cr_assert(has(&b, "default-src 'none'"));
    cr_assert_not(has(&b, "http://"));
    cr_assert_not(has(&b, "https://"));
    cr_assert_not(has(&b, "@import"));
    cr_assert_not(has(&b, "url("));
    buffer_free(&b);
}

Test(hostile, the_running_foot_cannot_leave_its_css_string)
{
    struct hostile *h = hostile_new("\"}}*{display:none}</style>");
    struct buffer b = rendered("html", hostile_result(h), LANGUAGE_EN, AUDIENCE_INTERNAL);
    const char *foot = strstr(b.at, "@page{@bottom-left{content:\"");
    cr_assert_not_null(foot);
    const char *end = strchr(foot + 28, '"');
    cr_assert_eq(strncmp(end, "\"}}\n</style>", 12), 0);
    buffer_free(&b);
    hostile_free(h);
}

/* ---- XML ---- */

static void check_xml(const struct buffer *b, const char *text)
{
    xmlDocPtr doc = xmlReadMemory(b->at, (int)b->len, "report", NULL, XML_PARSE_NONET | XML_PARSE_NOERROR);
    cr_assert_not_null(doc, "not well-formed with: %s", text);
    xmlFreeDoc(doc);
}

Test(hostile, xml_stays_well_formed)
{
    with_each("xml", check_xml);
}

Test(hostile, xml_keeps_what_it_can_hold_and_shows_what_it_cannot)
{
    struct hostile *h = hostile_new("a\x01\xE2\x80\xAE\nb");
    struct buffer b = rendered("xml", hostile_result(h), LANGUAGE_EN, AUDIENCE_INTERNAL);
    xmlDocPtr doc = xmlReadMemory(b.at, (int)b.len, "report", NULL, XML_PARSE_NONET);
    xmlNode *n = xmlDocGetRootElement(doc)->children;
    while (n && strcmp((const char *)n->name, "supplier") != 0) n = n->next;
    xmlChar *name = xmlGetProp(n, (const xmlChar *)"name");
    cr_assert_str_eq((const char *)name, "a[U+0001]\xE2\x80\xAE\nb");
    xmlFree(name);
    xmlFreeDoc(doc);
    buffer_free(&b);
    hostile_free(h);
}

/* ---- text ---- */

static void check_text(const struct buffer *b, const char *text)
{
    (void)text;
    no_hidden_characters(b);
    cr_assert_not(has(b, "\t"));
}

Test(hostile, text_shows_control_characters_and_keeps_to_its_lines)
{
    with_each("text", check_text);
}

Test(hostile, a_word_without_end_is_cut_into_lines)
{
    char *word = calloc(1, 5001);
    memset(word, 'x', 5000);
    struct hostile *h = hostile_new(word);
    struct buffer b = rendered("text", hostile_result(h), LANGUAGE_EN, AUDIENCE_INTERNAL);
    size_t column = 0;
    for (size_t i = 0; i < b.len; i++) {
        column = b.at[i] == '\n' ? 0 : column + 1;
        cr_assert(column <= 92);
    }
    buffer_free(&b);
    hostile_free(h);
    free(word);
}

Test(hostile, a_full_buffer_stays_failed_in_every_format)
{
    char small[600];
    struct report_options o = options_in(LANGUAGE_JA, AUDIENCE_INTERNAL);
    for (const struct report_format *f = report_formats; f->name; f++) {
        struct buffer b;
        buffer_init_fixed(&b, small, sizeof small);
        if (f->supplier) {
            f->supplier(rich_result(), &o, &b);
            cr_assert(b.failed, "%s", f->name);
        }
    }
}
