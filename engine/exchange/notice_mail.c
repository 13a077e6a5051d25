/* Notices as mail: a message of RFC 5322 with the same in text and in HTML. */
#include <stdio.h>
#include <string.h>

#include "exchange/mime.h"
#include "exchange/notice_parts.h"
#include "exchange/url.h"

enum { PART_BYTES = 1024 * 1024 };

static void html(struct buffer *out, const char *text)
{
    for (const char *p = text; *p; p++) {
        switch (*p) {
        case '<': buffer_puts(out, "&lt;"); break;
        case '>': buffer_puts(out, "&gt;"); break;
        case '&': buffer_puts(out, "&amp;"); break;
        case '"': buffer_puts(out, "&quot;"); break;
        case '\n': buffer_puts(out, "<br>"); break;
        default: buffer_putc(out, (unsigned char)*p < ' ' && *p != '\t' ? ' ' : *p); break;
        }
    }
}

/* A fragment of text, escaped. */
static void html_made(struct buffer *out, const struct notice *n, void (*make)(const struct notice *, struct buffer *))
{
    struct buffer b;
    buffer_init(&b, PART_BYTES);
    make(n, &b);
    html(out, b.at ? b.at : "");
    buffer_free(&b);
}

static void text_part(const struct notice *n, struct buffer *out)
{
    enum notice_change last = NOTICE_CHANGES;
    notice_heading(n, out);
    buffer_puts(out, "\n");
    for (size_t i = 0; i < notice_shown(n); i++) {
        const struct notice_item *item = &n->items[i];
        if (item->change != last)
            buffer_printf(out, n->language == LANGUAGE_JA ? "\n■ %s\n" : "\n%s:\n",
                          notice_change_words(item->change, n->language));
        last = item->change;
        buffer_puts(out, n->language == LANGUAGE_JA ? "・" : "- ");
        notice_line(n, item, out);
        buffer_puts(out, "\n");
    }
    buffer_puts(out, "\n");
    notice_rest(n, out);
    if (n->count > notice_shown(n))
        buffer_puts(out, "\n");
    if (n->link)
        buffer_printf(out, "%s: %s\n", notice_link_words(n->language), n->link);
}

static void html_row(const struct notice *n, const struct notice_item *i, struct buffer *out)
{
    const char *const cells[] = { notice_change_words(i->change, n->language), grade_words(i->grade, n->language),
                                  i->name ? i->name : i->supplier, i->text ? i->text : i->rule };
    buffer_puts(out, "<tr>");
    for (size_t c = 0; c < sizeof cells / sizeof *cells; c++) {
        buffer_printf(out, "<td style=\"border:1px solid #ccc;padding:4px 8px;vertical-align:top%s\">",
                      c < 2 ? ";white-space:nowrap" : "");
        html(out, cells[c]);
        buffer_puts(out, "</td>\n");
    }
    buffer_puts(out, "<td style=\"border:1px solid #ccc;padding:4px 8px;vertical-align:top;white-space:nowrap\">");
    notice_day(out, i->due);
    buffer_puts(out, "</td></tr>\n");
}

static void html_head(const struct notice *n, struct buffer *out)
{
    static const char *const titles[LANGUAGE_COUNT][5] = { { "Change", "Grade", "Supplier", "Finding", "Due" },
                                                           { "変化", "区分", "委託先", "指摘事項", "期限" } };
    buffer_puts(out, "<table style=\"border-collapse:collapse\">\n<tr>");
    for (int i = 0; i < 5; i++)
        buffer_printf(out, "<th style=\"border:1px solid #ccc;padding:4px 8px;text-align:left;white-space:nowrap;background:#f2f2f2\">%s</th>\n",
                      titles[n->language][i]);
    buffer_puts(out, "</tr>\n");
}

static void html_part(const struct notice *n, struct buffer *out)
{
    buffer_printf(out, "<!DOCTYPE html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\"></head>\n"
                  "<body style=\"font-family:sans-serif;font-size:14px;color:#222\">\n<p><strong>",
                  n->language == LANGUAGE_JA ? "ja" : "en");
    html_made(out, n, notice_heading);
    buffer_puts(out, "</strong></p>\n");
    html_head(n, out);
    for (size_t i = 0; i < notice_shown(n); i++)
        html_row(n, &n->items[i], out);
    buffer_puts(out, "</table>\n<p>");
    html_made(out, n, notice_rest);
    buffer_puts(out, "</p>\n");
    if (n->link) {
        buffer_puts(out, "<p><a href=\"");
        html(out, n->link);
        buffer_printf(out, "\">%s</a></p>\n", notice_link_words(n->language));
    }
    buffer_puts(out, "</body></html>\n");
}

static void add_part(const struct notice *n, const char *type, void (*make)(const struct notice *, struct buffer *),
                     struct buffer *out)
{
    struct buffer b;
    buffer_init(&b, PART_BYTES);
    make(n, &b);
    buffer_printf(out, "--=_%s\r\n", n->id);
    mime_text(out, type, b.at ? b.at : "", b.len);
    out->failed = out->failed || b.failed;
    buffer_free(&b);
}

static void put_subject(const struct notice *n, struct buffer *out)
{
    struct buffer b;
    buffer_init(&b, PART_BYTES);
    buffer_puts(&b, n->language == LANGUAGE_JA ? "【kijun】" : "[kijun] ");
    notice_heading(n, &b);
    mime_header(out, "Subject", b.at ? b.at : "");
    out->failed = out->failed || b.failed;
    buffer_free(&b);
}

void notice_mail(const struct notice *n, const struct channel *c, struct buffer *out)
{
    char from[320];
    mime_bare_address(c->from, from);
    buffer_puts(out, "Date: ");
    mime_date(out, n->at);
    buffer_puts(out, "\r\n");
    mime_addresses(out, "From", &c->from, 1);
    mime_addresses(out, "To", c->to, c->to_count);
    if (c->reply_to)
        mime_addresses(out, "Reply-To", &c->reply_to, 1);
    put_subject(n, out);
    buffer_printf(out, "Message-ID: <%s@%s>\r\n", n->id, strchr(from, '@') ? strchr(from, '@') + 1 : "kijun.invalid");
    buffer_printf(out, "Auto-Submitted: auto-generated\r\nContent-Language: %s\r\nMIME-Version: 1.0\r\n"
                  "Content-Type: multipart/alternative;\r\n boundary=\"=_%s\"\r\n\r\n",
                  n->language == LANGUAGE_JA ? "ja" : "en", n->id);
    add_part(n, "text/plain", text_part, out);
    add_part(n, "text/html", html_part, out);
    buffer_printf(out, "--=_%s--\r\n", n->id);
}
