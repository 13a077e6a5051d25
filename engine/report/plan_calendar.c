/* A plan as iCalendar (RFC 5545): one all-day event an audit. */
#include <string.h>

#include "base/hash.h"
#include "base/text.h"
#include "base/version.h"
#include "report/escape.h"
#include "report/plan_words.h"

enum { LINE_BYTES = 75 /* RFC 5545, 3.1: octets of a line without its line break */ };

/* One content line, folded between characters. */
static void put(struct buffer *out, const char *at, size_t len)
{
    for (size_t room = LINE_BYTES; len > room; room = LINE_BYTES - 1) {
        size_t n = text_cut(at, len, room);
        buffer_add(out, at, n);
        buffer_puts(out, "\r\n ");
        at += n;
        len -= n;
    }
    buffer_add(out, at, len);
    buffer_puts(out, "\r\n");
}

/* RFC 5545, 3.3.11: text. */
static void escape(struct buffer *out, const char *at, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        if (strchr("\\;,", at[i]) && at[i]) buffer_putc(out, '\\');
        buffer_putc(out, at[i]);
    }
}

static void line_text(struct buffer *out, const char *name, const char *text)
{
    struct buffer plain, line;
    buffer_init(&plain, 64 * 1024);
    buffer_init(&line, 128 * 1024);
    put_line(&plain, text, strlen(text));
    buffer_puts(&line, name);
    if (plain.len) escape(&line, plain.at, plain.len);
    put(out, line.at, line.len);
    out->failed = out->failed || plain.failed || line.failed;
    buffer_free(&plain);
    buffer_free(&line);
}

static void line_day(struct buffer *out, const char *name, day d, const char *after)
{
    int year, month, dom;
    day_split(d, &year, &month, &dom);
    buffer_printf(out, "%s%04d%02d%02d%s\r\n", name, year, month, dom, after);
}

/* The same audit keeps its UID when the plan is made again with the same day for it. */
static void uid(struct buffer *out, const struct plan_entry *e)
{
    char when[16], hex[33];
    struct buffer b;
    buffer_init_fixed(&b, when, sizeof when);
    buffer_int(&b, e->when);
    const char *const parts[] = {"kijun plan", e->supplier, when};
    struct hash h = hash_parts(parts, 3);
    hash_hex(&h, hex);
    buffer_printf(out, "UID:%s@kijun\r\n", hex);
}

static void summary(struct buffer *out, const struct plan_entry *e, enum language l)
{
    struct buffer b;
    buffer_init(&b, 64 * 1024);
    buffer_puts(&b, l == LANGUAGE_JA ? "委託先監査(" : "Supplier audit (");
    buffer_puts(&b, plan_method_words(e->method, l));
    buffer_puts(&b, "): ");
    buffer_puts(&b, e->name ? e->name : e->supplier);
    line_text(out, "SUMMARY:", b.at);
    buffer_clear(&b);
    buffer_printf(&b, "%s: ", plan_basis_words(e->basis, l));
    plan_reasons(e, l, &b);
    line_text(out, "DESCRIPTION:", b.at);
    buffer_free(&b);
}

static void event(struct buffer *out, const struct plan *p, const struct plan_entry *e, enum language l)
{
    buffer_puts(out, "BEGIN:VEVENT\r\n");
    uid(out, e);
    line_day(out, "DTSTAMP:", p->as_of, "T000000Z");
    line_day(out, "DTSTART;VALUE=DATE:", e->when, "");
    line_day(out, "DTEND;VALUE=DATE:", e->when + 1, "");
    summary(out, e, l);
    line_text(out, "CATEGORIES:", plan_basis_words(e->basis, l));
    buffer_puts(out, e->basis == BASIS_PLANNED ? "STATUS:CONFIRMED\r\n" : "STATUS:TENTATIVE\r\n");
    buffer_puts(out, "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n");
}



void plan_calendar(const struct plan *p, enum language l, struct buffer *out)
{
    buffer_puts(out, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//kijun//kijun " KIJUN_VERSION "//EN\r\nCALSCALE:GREGORIAN\r\n");
    line_text(out, "X-WR-CALNAME:", l == LANGUAGE_JA ? "委託先監査計画" : "Supplier audits");
    for (size_t i = 0; i < p->in_time; i++) event(out, p, &p->entries[i], l);
    buffer_puts(out, "END:VCALENDAR\r\n");
}
