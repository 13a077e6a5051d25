/* A plan as text for people, as CSV (RFC 4180) and JSON for programs. */
#include <string.h>

#include "report/escape.h"
#include "report/json_parts.h"
#include "report/plan_words.h"
#include "report/wrap.h"
#include "report/words.h"

static const char *shown_name(const struct plan_entry *e)
{
    return e->name ? e->name : e->supplier;
}

static void date(struct buffer *b, day d)
{
    struct value v = value_date(d);
    if (d != DAY_NONE) value_write(b, &v);
}

/* ---- text ---- */

static void head(const struct plan *p, enum language l, struct buffer *out)
{
    bool ja = l == LANGUAGE_JA;
    buffer_puts(out, ja ? "監査計画案 " : "Proposed audits, ");
    date(out, p->first), buffer_puts(out, ja ? "〜" : " to "), date(out, p->last);
    buffer_printf(out, ja ? " (月%d件まで、抽出%d%%、シード「" : " (at most %d a month, sample %d %%, seed \"", p->o.capacity,
                  p->o.sample);
    put_line(out, p->o.seed, strlen(p->o.seed));
    buffer_puts(out, ja ? "」)\n" : "\")\n");
    buffer_printf(out, ja ? "対象%llu件のうち%zu件を監査対象としました。\n\n" : "%llu suppliers considered, %zu to be audited.\n\n",
                  (unsigned long long)p->considered, p->count);
}

static void entry(const struct plan_entry *e, enum language l, struct buffer *out)
{
    bool ja = l == LANGUAGE_JA;
    struct buffer line;
    buffer_init(&line, 64 * 1024);
    if (e->when != DAY_NONE) date(out, e->when);
    else buffer_puts(out, ja ? "枠なし    " : "no room   ");
    buffer_printf(out, "  %s  ", plan_method_words(e->method, l));
    put_line(out, shown_name(e), strlen(shown_name(e)));
    if (e->name) buffer_puts(out, " ["), put_line(out, e->supplier, strlen(e->supplier)), buffer_puts(out, "]");
    buffer_putc(out, '\n');
    buffer_printf(&line, "%s", plan_basis_words(e->basis, l));
    if (e->due != DAY_NONE) buffer_puts(&line, ja ? "(期日 " : " (due "), date(&line, e->due), buffer_puts(&line, ")");
    buffer_printf(&line, ja ? "。評点%d: " : "; %d points: ", e->points);
    plan_reasons(e, l, &line);
    if (e->last != DAY_NONE) buffer_puts(&line, ja ? "。前回監査 " : "; last audit "), date(&line, e->last);
    if (ja) buffer_puts(&line, "。");
    wrap(out, line.at, line.len, "            ", "            ", WRAP_COLUMNS);
    out->failed = out->failed || line.failed;
    buffer_free(&line);
}

static void text(const struct plan *p, enum language l, struct buffer *out)
{
    head(p, l, out);
    for (size_t i = 0; i < p->count; i++) entry(&p->entries[i], l, out);
    if (p->in_time == p->count) return;
    buffer_printf(out, l == LANGUAGE_JA ? "\n監査すべき%zu件は枠がなく、日程を割り当てていません。月の件数または期間を増やしてください。\n"
                                        : "\n%zu that must be audited found no room: give more audits a month, or more months.\n",
                  p->count - p->in_time);
}

/* ---- CSV ---- */

static void field(struct buffer *out, const char *at)
{
    buffer_putc(out, '"');
    struct buffer line;
    buffer_init(&line, 64 * 1024);
    if (at) put_line(&line, at, strlen(at));
    /* A spreadsheet would compute what begins like a formula. */
    if (line.len && strchr("=+-@", line.at[0])) buffer_putc(out, '\'');
    for (size_t i = 0; i < line.len; i++) {
        if (line.at[i] == '"') buffer_putc(out, '"');
        buffer_putc(out, line.at[i]);
    }
    out->failed = out->failed || line.failed;
    buffer_free(&line);
    buffer_putc(out, '"');
}

static void csv(const struct plan *p, enum language l, struct buffer *out)
{
    buffer_puts(out, "date,supplier,name,criticality,method,basis,due,last_audit,points,reasons\r\n");
    for (size_t i = 0; i < p->count; i++) {
        const struct plan_entry *e = &p->entries[i];
        struct buffer why;
        buffer_init(&why, 64 * 1024);
        plan_reasons(e, l, &why);
        date(out, e->when), buffer_putc(out, ',');
        field(out, e->supplier), buffer_putc(out, ','), field(out, e->name), buffer_putc(out, ',');
        buffer_printf(out, "%s,%s,%s,", e->tier ? e->tier : "", plan_method_name(e->method), plan_basis_name(e->basis));
        date(out, e->due), buffer_putc(out, ','), date(out, e->last), buffer_printf(out, ",%d,", e->points);
        field(out, why.at);
        buffer_puts(out, "\r\n");
        buffer_free(&why);
    }
}

/* ---- JSON ---- */

static void json_reasons(const struct plan_entry *e, struct buffer *b)
{
    JSON_KEY(b, "reasons");
    size_t list = json_begin(b);
    for (int r = 0; r < REASON_COUNT; r++) {
        if (!e->reasons[r]) continue;
        JSON_LITERAL(b, ",");
        size_t one = json_begin(b);
        JSON_TEXT(b, "reason", plan_reason_name((enum plan_reason)r));
        JSON_INT(b, "count", e->counts[r]);
        JSON_INT(b, "points", e->reasons[r]);
        json_end(b, one, "{}");
    }
    json_end(b, list, "[]");
}

static void json_entry(const struct plan_entry *e, struct buffer *b)
{
    JSON_LITERAL(b, ",\n");
    size_t one = json_begin(b);
    json_day(b, "date", e->when);
    JSON_TEXT(b, "supplier", e->supplier);
    JSON_TEXT(b, "name", e->name);
    JSON_TEXT(b, "tier", e->tier);
    JSON_TEXT(b, "method", plan_method_name(e->method));
    JSON_TEXT(b, "basis", plan_basis_name(e->basis));
    json_day(b, "due", e->due);
    json_day(b, "last_audit", e->last);
    JSON_INT(b, "points", e->points);
    json_reasons(e, b);
    json_end(b, one, "{}");
}

static void json(const struct plan *p, enum language l, struct buffer *b)
{
    (void)l;
    size_t all = json_begin(b);
    JSON_TEXT(b, "plan", "urn:kijun:plan:1");
    json_day(b, "as_of", p->as_of);
    json_day(b, "from", p->first);
    json_day(b, "to", p->last);
    JSON_INT(b, "capacity", p->o.capacity);
    JSON_INT(b, "sample_percent", p->o.sample);
    JSON_TEXT(b, "seed", p->o.seed);
    JSON_INT(b, "suppliers", (int64_t)p->considered);
    JSON_INT(b, "without_room", (int64_t)(p->count - p->in_time));
    JSON_LITERAL(b, ",\"audits\":");
    size_t list = json_begin(b);
    for (size_t i = 0; i < p->count; i++) json_entry(&p->entries[i], b);
    json_end(b, list, "[]");
    json_end(b, all, "{}");
    buffer_putc(b, '\n');
}



const struct plan_format plan_formats[] = {{"text", text}, {"csv", csv}, {"json", json}, {"ics", plan_calendar}, {NULL, NULL}};
