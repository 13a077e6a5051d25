/* A letter as a page for A4 paper. */
#include "report/letter.h"

#include <string.h>

#include "base/version.h"
#include "report/escape.h"

static const char style[] =
    "@page{size:A4;margin:22mm 22mm 20mm}*{box-sizing:border-box}\n"
    "body{margin:0;background:#eceff3;color:#111;line-height:1.7;font-size:10.5pt;overflow-wrap:anywhere;"
    "font-family:Georgia,\"Times New Roman\",\"Noto Serif\",serif}\n"
    "body:lang(ja){font-family:\"Yu Mincho\",\"Hiragino Mincho ProN\",\"MS Mincho\",\"Noto Serif CJK JP\",serif;line-break:strict}\n"
    "main{max-width:210mm;margin:2rem auto;padding:22mm;background:#fff;border:1px solid #d5dae1}\n"
    "p{margin:0 0 .7em;white-space:pre-line}.right{text-align:right}.left{margin-bottom:1.4em}.center{text-align:center}\n"
    "h1{font-size:14pt;text-align:center;font-weight:600;letter-spacing:.15em;margin:1.6em 0 1.2em}\n"
    "h1:lang(en){letter-spacing:0}\n"
    "h2{font-size:10.5pt;margin:1.5em 0 .5em;break-after:avoid}.body:lang(ja){text-indent:1em}.small{font-size:8.5pt;color:#555}\n"
    "table{border-collapse:collapse;width:100%;margin-bottom:.8em;table-layout:fixed}\n"
    "th,td{border:1px solid #555;padding:1.2mm 1.8mm;vertical-align:top;text-align:left;font-size:9pt;line-height:1.5;"
    "white-space:pre-line}th{background:#f1f3f5;font-weight:600}tr{break-inside:avoid}.page{break-before:page}\n"
    "@media print{body{background:#fff}main{margin:0;padding:0;border:0;max-width:none}}\n"
    "@media screen and (max-width:50rem){main{margin:0;padding:1.2rem;border:0}}\n";

static void text(struct buffer *out, const char *at)
{
    put_html(out, at, strlen(at));
}

static void begin(struct buffer *out, enum language l, const char *title)
{
    buffer_printf(out,
                  "<!doctype html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
                  "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
                  "base-uri 'none'; form-action 'none'\">\n"
                  "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                  "<meta name=\"generator\" content=\"kijun " KIJUN_VERSION "\">\n<title>", language_name(l));
    text(out, title);
    buffer_puts(out, "</title>\n<style>\n");
    buffer_puts(out, style);
    buffer_puts(out, "</style>\n</head>\n<body>\n<main>\n");
}

static void paragraph(struct buffer *out, enum letter_style s, const char *at)
{
    static const char *const tags[LETTER_STYLES][2] = {
        [LETTER_LEFT] = {"<p class=\"left\">", "</p>\n"},     [LETTER_RIGHT] = {"<p class=\"right\">", "</p>\n"},
        [LETTER_CENTER] = {"<p class=\"center\">", "</p>\n"}, [LETTER_TITLE] = {"<h1>", "</h1>\n"},
        [LETTER_BODY] = {"<p class=\"body\">", "</p>\n"},     [LETTER_HEADING] = {"<h2>", "</h2>\n"},
        [LETTER_SMALL] = {"<p class=\"small\">", "</p>\n"}};
    if (!*at) return;
    buffer_puts(out, tags[s][0]);
    text(out, at);
    buffer_puts(out, tags[s][1]);
}

static void table(struct buffer *out, const int *widths, size_t columns)
{
    buffer_puts(out, "<table>\n<colgroup>");
    for (size_t i = 0; i < columns; i++) buffer_printf(out, "<col style=\"width:%d%%\">", widths[i]);
    buffer_puts(out, "</colgroup>\n");
}

static void row(struct buffer *out)
{
    buffer_puts(out, "<tr>");
}

static void cell(struct buffer *out, bool head, int width, const char *at)
{
    (void)width;
    buffer_puts(out, head ? "<th>" : "<td>");
    text(out, at);
    buffer_puts(out, head ? "</th>" : "</td>");
}

static void row_end(struct buffer *out)
{
    buffer_puts(out, "</tr>\n");
}

static void table_end(struct buffer *out)
{
    buffer_puts(out, "</table>\n");
}

static void page(struct buffer *out)
{
    buffer_puts(out, "<div class=\"page\"></div>\n");
}

static void end(struct buffer *out)
{
    buffer_puts(out, "</main>\n</body>\n</html>\n");
}

const struct letter_form letter_html = {begin, paragraph, table, row, cell, row_end, table_end, page, end};
