#include "report/page.h"

#include <string.h>

#include "base/version.h"
#include "report/html.h"

enum { STACKED = 3 }; /* columns of a table from which its rows are cards on a phone */

static const char style[] =
    "main{max-width:66rem}nav{margin-bottom:1.25rem;font-size:.9375rem}nav a{margin-right:1.25em}\n"
    "pre{background:var(--faint);border:1px solid var(--line);padding:.75rem 1rem;overflow-x:auto;font-size:.8125rem;"
    "line-height:1.5;margin:.5rem 0;font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,\"Noto Sans Mono CJK JP\",monospace}\n"
    "code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,\"Noto Sans Mono CJK JP\",monospace;font-size:.875em;"
    "background:var(--faint);padding:0 .25em;overflow-wrap:anywhere}\n"
    "h1{margin-bottom:1rem}main>p{margin:.6rem 0}main>dl{margin:1rem 0}dt{max-width:10em}.list td{min-width:4.5rem}\n"
    "details{border-bottom:1px solid var(--line);padding:.3rem 0}summary{color:var(--ink);font-size:.9375rem}\n"
    "summary .note{margin-left:.75em;display:inline-block}.list th{white-space:nowrap}\n"
    "@media (min-width:46.01rem){.list .short{white-space:nowrap}}td code{overflow-wrap:break-word}td a{display:inline-block;margin-right:.5em}:lang(ja){word-break:auto-phrase}\n"
    /* on a phone a row of a wide table is a card: each cell below the other, behind the head of its column */
    "@media screen and (max-width:46rem){.stack thead{display:none}.stack,.stack tbody,.stack tr,.stack td{display:block}"
    ".stack tr{border-bottom:1px solid var(--line);padding:.4rem 0}.list.stack td{border:0;padding:.15rem 0 .15rem 7.5em;"
    "position:relative;min-height:1.6em}.stack td:empty{display:none}"
    ".stack td::before{content:attr(data-head);position:absolute;left:0;width:7em;color:var(--soft);font-size:.8125rem}}\n";

static void begin_html(struct page *p, const char *title, const char *about)
{
    raw(&p->v, "<!doctype html>\n<html lang=\"");
    raw(&p->v, language_name(p->v.l));
    raw(&p->v, "\">\n<head>\n<meta charset=\"utf-8\">\n"
               "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
               "base-uri 'none'; form-action 'none'\">\n"
               "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
               "<meta name=\"color-scheme\" content=\"light dark\">\n"
               "<meta name=\"generator\" content=\"kijun " KIJUN_VERSION "\">\n<title>");
    say(&p->v, title);
    raw(&p->v, " - ");
    say(&p->v, about);
    raw(&p->v, "</title>\n<style>\n");
    for (const char *const *part = html_style; *part; part++)
        raw(&p->v, *part);
    raw(&p->v, style);
    raw(&p->v, "</style>\n</head>\n<body>\n<main>\n");
}

void page_begin(struct page *p, struct buffer *out, enum language l, bool html, const char *title, const char *about)
{
    *p = (struct page){.v = {.out = out, .l = l, .put = html ? put_html : put_markdown}, .html = html};
    if (html)
        begin_html(p, title, about);
}

void page_end(struct page *p)
{
    if (p->html) {
        raw(&p->v, "<footer class=\"colophon\">\n");
        html_word(&p->v, "p", NULL, WORD_DOC_SOURCE);
        raw(&p->v, "</footer>\n</main>\n</body>\n</html>\n");
    }
}

void page_title(struct page *p, const char *text)
{
    if (p->html) {
        html_text(&p->v, "h1", NULL, text);
        return;
    }
    raw(&p->v, "# ");
    say(&p->v, text);
    raw(&p->v, "\n\n");
}

void page_heading(struct page *p, const char *text)
{
    if (p->html) {
        html_text(&p->v, "h2", NULL, text);
        return;
    }
    raw(&p->v, "## ");
    say(&p->v, text);
    raw(&p->v, "\n\n");
}

void page_paragraph(struct page *p, const char *text)
{
    if (p->html) {
        html_text(&p->v, "p", NULL, text);
        return;
    }
    say(&p->v, text);
    raw(&p->v, "\n\n");
}

/* ---- links ---- */

void page_links(struct page *p)
{
    raw(&p->v, p->html ? "<nav>" : "");
}

void page_link(struct page *p, const char *target, const char *text)
{
    if (p->html) {
        raw(&p->v, "<a href=\"");
        raw(&p->v, target);
        raw(&p->v, "\">");
        say(&p->v, text);
        raw(&p->v, "</a> ");
        return;
    }
    raw(&p->v, "[");
    say(&p->v, text);
    raw(&p->v, "](");
    raw(&p->v, target);
    raw(&p->v, ") ");
}

void page_links_end(struct page *p)
{
    raw(&p->v, p->html ? "</nav>\n" : "\n\n");
}

/* ---- terms ---- */

void page_terms(struct page *p)
{
    raw(&p->v, p->html ? "<dl>\n" : "");
}

void page_term(struct page *p, enum word label, const char *text)
{
    if (!text || !*text)
        return;
    if (p->html) {
        html_term(&p->v, label, text);
        return;
    }
    raw(&p->v, "- ");
    say_word(&p->v, label);
    raw(&p->v, ": ");
    say(&p->v, text);
    raw(&p->v, "\n");
}

void page_terms_end(struct page *p)
{
    raw(&p->v, p->html ? "</dl>\n" : "\n");
}

/* ---- tables ---- */

void page_table(struct page *p, const enum word *heads, size_t count)
{
    p->heads = heads;
    p->columns = count;
    raw(&p->v, !p->html ? "|" : count < STACKED ? "<div class=\"scroll\"><table class=\"list\"><thead><tr>"
                              : "<div class=\"scroll\"><table class=\"list stack\"><thead><tr>");
    for (size_t i = 0; i < count; i++) {
        raw(&p->v, p->html ? "<th scope=\"col\">" : " ");
        say_word(&p->v, heads[i]);
        raw(&p->v, p->html ? "</th>" : " |");
    }
    raw(&p->v, p->html ? "</tr></thead>\n<tbody>\n" : "\n|");
    for (size_t i = 0; i < count && !p->html; i++)
        raw(&p->v, "---|");
    raw(&p->v, p->html ? "" : "\n");
}

void page_row(struct page *p)
{
    p->column = 0;
    raw(&p->v, p->html ? "<tr>" : "|");
}

/* The head of the column goes with every cell of a wide table, for screens on which it stands beside it. */
static void cell(struct page *p, const char *class)
{
    size_t column = p->column++;
    if (!p->html) {
        raw(&p->v, " ");
        return;
    }
    raw(&p->v, class ? "<td class=\"" : "<td");
    raw(&p->v, class ? class : "");
    raw(&p->v, class ? "\"" : "");
    if (p->columns >= STACKED && column < p->columns) {
        raw(&p->v, " data-head=\"");
        say_word(&p->v, p->heads[column]);
        raw(&p->v, "\"");
    }
    raw(&p->v, ">");
}

void page_cell_open(struct page *p)
{
    cell(p, NULL);
}

void page_cell_close(struct page *p)
{
    raw(&p->v, p->html ? "</td>" : " |");
}

void page_cell(struct page *p, const char *text)
{
    page_cell_open(p);
    say(&p->v, text);
    page_cell_close(p);
}

void page_cell_short(struct page *p, const char *text)
{
    cell(p, "short");
    say(&p->v, text);
    page_cell_close(p);
}

void page_cell_code(struct page *p, const char *text)
{
    page_cell_open(p);
    page_code(p, text);
    page_cell_close(p);
}

void page_row_end(struct page *p)
{
    raw(&p->v, p->html ? "</tr>\n" : "\n");
}

void page_table_end(struct page *p)
{
    raw(&p->v, p->html ? "</tbody></table></div>\n" : "\n");
}

/* ---- code ---- */

void page_code(struct page *p, const char *text)
{
    raw(&p->v, p->html ? "<code>" : "`");
    if (p->html)
        say(&p->v, text);
    else
        put_line(p->v.out, text, strlen(text)); /* names and outcomes: they hold no backquote */
    raw(&p->v, p->html ? "</code>" : "`");
}

/* The longest run of backquotes in the text, so that a fence can be longer. */
static size_t longest_fence(const char *text)
{
    size_t longest = 2, run = 0;
    for (; *text; text++) {
        run = *text == '`' ? run + 1 : 0;
        longest = run > longest ? run : longest;
    }
    return longest;
}

void page_listing(struct page *p, const char *title, const char *note, const char *text)
{
    if (p->html) {
        raw(&p->v, "<details><summary>");
        say(&p->v, title);
        html_text(&p->v, "span", "note", note);
        raw(&p->v, "</summary>\n<pre>");
        say(&p->v, text);
        raw(&p->v, "</pre></details>\n");
        return;
    }
    raw(&p->v, "**");
    say(&p->v, title);
    raw(&p->v, "** — ");
    say(&p->v, note);
    raw(&p->v, "\n\n");
    for (size_t i = 0; i <= longest_fence(text); i++)
        raw(&p->v, "`");
    raw(&p->v, "xml\n");
    put_plain(p->v.out, text, strlen(text));
    raw(&p->v, *text && text[strlen(text) - 1] == '\n' ? "" : "\n");
    for (size_t i = 0; i <= longest_fence(text); i++)
        raw(&p->v, "`");
    raw(&p->v, "\n\n");
}
