/* The list of suppliers: the worst as a plain table, all of them as data for the script that searches and sorts. */
#include <stdlib.h>
#include <string.h>

#include "report/html.h"
#include "report/json_parts.h"
#include "report/overview.h"
#include "report/portfolio.h"

enum {
    STATIC_ROWS = 300,      /* without script */
    DATA_ROWS = 50000       /* for the script; a browser holds more, but nobody pages through them */
};

/* ---- small elements ---- */

void html_column(const struct view *v, enum word w, bool number)
{
    raw(v, number ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">");
    say_word(v, w);
    raw(v, "</th>");
}

void html_number(const struct view *v, const char *class, uint64_t n)
{
    raw(v, "<td class=\"n ");
    raw(v, n ? class : "zero");
    raw(v, "\">");
    say_int(v, (int64_t)n);
    raw(v, "</td>");
}

void html_labelled(const struct view *v, const char *class, enum word label)
{
    raw(v, "<td class=\""), raw(v, class), raw(v, "\" data-l=\"");
    say_word(v, label);
    raw(v, "\">");
}

void html_number_of(const struct view *v, const char *class, enum word label, uint64_t n)
{
    raw(v, "<td class=\"n "), raw(v, n ? class : "zero"), raw(v, "\" data-l=\"");
    say_word(v, label);
    raw(v, "\">"), say_int(v, (int64_t)n), raw(v, "</td>");
}

void html_supplier_name(const struct view *v, const char *id, const char *name, const char *report, const char *below)
{
    if (report) {
        raw(v, "<a href=\"suppliers/");
        put_url(v->out, report, strlen(report));
        raw(v, ".html\">");
    }
    say(v, name ? name : id);
    if (report) raw(v, "</a>");
    if (!name && !below) return;
    raw(v, "<span class=\"sub\">");
    if (name) say(v, id);
    if (below) raw(v, name ? " \xC2\xB7 " : ""), say(v, below);
    raw(v, "</span>");
}

void html_percent(const struct view *v, uint64_t part, uint64_t whole)
{
    raw(v, " style=\"width:");
    buffer_printf(v->out, "%.2f", whole ? (double)part * 100 / (double)whole : 0.0);
    raw(v, "%\"");
}

void html_more_rows(const struct view *v, uint64_t left_out)
{
    if (!left_out) return;
    raw(v, "<p class=\"lead\">");
    say_word(v, WORD_PF_MORE_ROWS);
    raw(v, " "), say_int(v, (int64_t)left_out);
    raw(v, "</p>\n");
}

/* ---- the table ---- */

static void head_cell(const struct view *v, enum word w, const char *key, bool number)
{
    raw(v, number ? "<th scope=\"col\" class=\"n\" data-k=\"" : "<th scope=\"col\" data-k=\"");
    raw(v, key);
    raw(v, "\">");
    say_word(v, w);
    raw(v, "</th>");
}

static void head_row(const struct view *v, bool history)
{
    raw(v, "<thead><tr>");
    head_cell(v, WORD_SUPPLIER, "name", false);
    head_cell(v, WORD_VERDICT, "verdict", false);
    head_cell(v, WORD_MAJOR_SHORT, "major", true);
    head_cell(v, WORD_MINOR_SHORT, "minor", true);
    head_cell(v, WORD_OBSERVATION_SHORT, "observation", true);
    head_cell(v, WORD_PF_OPEN_SHORT, "open", true);
    if (history) head_cell(v, WORD_NEW_SHORT, "new", true), head_cell(v, WORD_OVERDUE_NOW, "overdue", true);
    if (v->internal) head_cell(v, WORD_TIER, "tier", false), head_cell(v, WORD_RISK_SCORE, "risk", true);
    raw(v, "</tr></thead>\n");
}

static uint64_t open_of(const uint32_t *outcomes)
{
    return (uint64_t)outcomes[OUTCOME_INDETERMINATE] + outcomes[OUTCOME_ERROR];
}

static uint64_t new_of(const struct run_changes *c)
{
    return c->last[CHANGE_NEW] + c->last[CHANGE_BACK];
}

static void row(const struct view *v, const struct run_row *s, bool history)
{
    raw(v, "<tr><td class=\"name\">");
    html_supplier_name(v, s->supplier, s->name, s->report, s->country);
    raw(v, "</td><td>");
    html_verdict_badge(v, row_verdict(s));
    if (s->incomplete && row_verdict(s) == VERDICT_NONCONFORMING) html_word(v, "span", "sub", WORD_INCOMPLETE);
    raw(v, "</td>");
    html_number(v, "major strong", s->grades[GRADE_MAJOR]);
    html_number(v, "minor strong", s->grades[GRADE_MINOR]);
    html_number(v, "strong", s->grades[GRADE_OBSERVATION]);
    html_number(v, "strong", open_of(s->outcomes));
    if (history) html_number(v, "strong", new_of(&s->changes)), html_number(v, "major strong", s->changes.overdue);
    if (v->internal) {
        html_text(v, "td", NULL, word_of_token(s->tier, v->l));
        if (s->risk_score) html_number(v, "strong", (uint64_t)s->risk_score);
        else raw(v, "<td class=\"n zero\">\xE2\x80\x93</td>");
    }
    raw(v, "</tr>\n");
}

/* Sums of the table above; the script puts those of the suppliers shown in their place. */
static void foot_row(const struct view *v, const struct run_report *r)
{
    raw(v, "<tfoot><tr id=\"sums\"><th scope=\"row\" colspan=\"2\">");
    say_word(v, WORD_PF_TOTAL);
    raw(v, "</th>");
    html_number(v, "strong", r->grades[GRADE_MAJOR]);
    html_number(v, "strong", r->grades[GRADE_MINOR]);
    html_number(v, "strong", r->grades[GRADE_OBSERVATION]);
    html_number(v, "strong", r->outcomes[OUTCOME_INDETERMINATE] + r->outcomes[OUTCOME_ERROR]);
    if (r->has_history) html_number(v, "strong", new_of(&r->changes)), html_number(v, "strong", r->changes.overdue);
    if (v->internal) raw(v, "<td colspan=\"2\"></td>");
    raw(v, "</tr></tfoot>\n");
}

/* ---- what the script offers: hidden until it runs ---- */

static void choice(const struct view *v, const char *id, enum word all)
{
    raw(v, "<select id=\""), raw(v, id), raw(v, "\" aria-label=\"");
    say_word(v, all);
    raw(v, "\"><option value=\"\">");
    say_word(v, all);
    raw(v, "</option></select>\n");
}

static void tools(const struct view *v, bool history)
{
    raw(v, "<div class=\"tools\" id=\"tools\" hidden>\n<input type=\"search\" id=\"q\" autocomplete=\"off\" placeholder=\"");
    say_word(v, WORD_PF_SEARCH);
    raw(v, "\" aria-label=\"");
    say_word(v, WORD_PF_SEARCH);
    raw(v, "\">\n");
    choice(v, "verdict", WORD_PF_ALL_VERDICTS);
    if (v->internal) choice(v, "tier", WORD_PF_ALL_TIERS), choice(v, "level", WORD_PF_ALL_RISKS);
    choice(v, "rule", WORD_PF_ALL_RULES);
    if (history) {
        raw(v, "<label><input type=\"checkbox\" id=\"overdue\">");
        say_word(v, WORD_PF_ONLY_OVERDUE);
        raw(v, "</label>\n");
    }
    raw(v, "<button type=\"button\" id=\"clear\">");
    say_word(v, WORD_PF_CLEAR);
    raw(v, "</button>\n<button type=\"button\" id=\"print\">");
    say_word(v, WORD_PF_PRINT);
    raw(v, "</button>\n<p id=\"count\" role=\"status\"></p>\n</div>\n");
}

void html_suppliers(const struct view *v, const struct run_report *r, const struct portfolio *p)
{
    struct worst w;
    (void)p;
    if (!worst_collect(r, STATIC_ROWS, &w)) {
        v->out->failed = true;
        return;
    }
    raw(v, "<section class=\"suppliers\">\n");
    html_heading(v, "suppliers", WORD_PF_SUPPLIERS, (int64_t)r->supplier_count, true);
    html_word(v, "p", "lead", WORD_PF_WORST_FIRST);
    tools(v, r->has_history);
    raw(v, "<div class=\"scroll\"><table class=\"list\" id=\"table\">\n");
    head_row(v, r->has_history);
    raw(v, "<tbody id=\"rows\">\n");
    for (size_t i = 0; i < w.count; i++) {
        row(v, &w.rows[i].row, r->has_history);
        run_drain(r, v->out);
    }
    raw(v, "</tbody>\n");
    foot_row(v, r);
    raw(v, "</table></div>\n<button type=\"button\" id=\"more\" hidden>");
    say_word(v, WORD_PF_MORE);
    raw(v, "</button>\n");
    if (w.left_out) raw(v, "<p class=\"lead\" id=\"left-out\">"), say_left_out(v, w.left_out), raw(v, "</p>\n");
    raw(v, "</section>\n");
    worst_free(&w);
}

/* ---- data ---- */

/* JSON inside a script element, where a '<' could end it; what hides or turns text is shown, as everywhere on the page. */
static void text(const struct view *v, const char *at)
{
    struct buffer *b = v->out, line;
    buffer_init(&line, 1024 * 1024);
    if (at) put_line(&line, at, strlen(at));
    b->failed = b->failed || line.failed;
    buffer_putc(b, '"');
    for (size_t i = 0, from = 0; i <= line.len; i++) {
        bool markup = i < line.len && (line.at[i] == '<' || line.at[i] == '>' || line.at[i] == '&');
        if (i < line.len && !markup) continue;
        if (i > from) put_json(b, line.at + from, i - from);
        if (markup) buffer_printf(b, "\\u%04x", (unsigned)(unsigned char)line.at[i]);
        from = i + 1;
    }
    buffer_putc(b, '"');
    buffer_free(&line);
}

static void comma_text(const struct view *v, const char *at)
{
    raw(v, ",");
    if (at) text(v, at);
    else raw(v, "0");
}

static void failed_rules(const struct view *v, const struct run_report *r, const struct run_row *s)
{
    bool any = false;
    raw(v, ",[");
    for (size_t i = 0; s->by_rule && i < r->rule_count; i++) {
        if (s->by_rule[i] != OUTCOME_FAIL) continue;
        if (any) raw(v, ",");
        say_int(v, (int64_t)i);
        any = true;
    }
    raw(v, "]]");
}

/* One supplier: [id, name, report, country, tier, verdict, major, minor, observations, open, incomplete, impact,
 * likelihood, not judged at all, new, overdue, [rules that failed]]; a report that is named like its supplier is 0. */
static void data_row(const struct view *v, const struct run_report *r, const struct run_row *s)
{
    struct buffer *b = v->out;
    raw(v, "[");
    text(v, s->supplier);
    comma_text(v, s->name);
    comma_text(v, s->report && strcmp(s->report, s->supplier) != 0 ? s->report : NULL);
    comma_text(v, s->country);
    buffer_printf(b, ",%d,%d,%u,%u,%u,%llu,%d,%d,%d,%d,%llu,%llu", v->internal ? (int)portfolio_tier(s->tier) : 0,
                  (int)row_verdict(s), s->grades[GRADE_MAJOR], s->grades[GRADE_MINOR], s->grades[GRADE_OBSERVATION],
                  (unsigned long long)open_of(s->outcomes), s->incomplete, v->internal ? (int)s->impact : 0,
                  v->internal ? (int)s->likelihood : 0, s->fault.id != FAULT_NONE,
                  (unsigned long long)new_of(&s->changes), (unsigned long long)s->changes.overdue);
    failed_rules(v, r, s);
}

static void key_text(const struct view *v, const char *key, const char *words)
{
    buffer_printf(v->out, ",\"%s\":", key);
    text(v, words);
}

static void data_words(const struct view *v)
{
    raw(v, "{\"lang\":");
    text(v, language_name(v->l));
    key_text(v, "total", word(WORD_PF_TOTAL, v->l));
    key_text(v, "shown", word(WORD_PF_SHOWN_TOTAL, v->l));
    key_text(v, "none", word(WORD_PF_NO_MATCH, v->l));
    key_text(v, "of", word(WORD_PF_OF, v->l));
    key_text(v, "incomplete", word(WORD_INCOMPLETE, v->l));
    key_text(v, "risk", word(WORD_PF_RISK_OF, v->l));
    raw(v, ",\"tiers\":[");
    for (int t = 0; t < TIER_OTHER; t++) text(v, word_of_token(portfolio_tier_name((enum portfolio_tier)t), v->l)), raw(v, ",");
    text(v, word(WORD_PF_TIER_NONE, v->l));
    raw(v, "],\"levels\":[");
    for (int i = 0; i < RISK_LEVELS; i++) raw(v, i ? "," : ""), text(v, word(risk_word((enum risk_level)i), v->l));
    raw(v, "],\"verdicts\":[");
    for (int i = 0; i < VERDICT_COUNT; i++) {
        raw(v, i ? ",[" : "[");
        text(v, verdict_name((enum verdict)i));
        comma_text(v, html_verdict_sign((enum verdict)i));
        comma_text(v, word(verdict_word((enum verdict)i), v->l));
        raw(v, "]");
    }
    raw(v, "]}");
}

static void data_rules(const struct view *v, const struct run_report *r)
{
    struct buffer title;
    struct view t = *v;
    buffer_init(&title, 16 * 1024);
    t.out = &title;
    t.put = put_line;
    for (size_t i = 0; i < r->rule_count; i++) {
        buffer_clear(&title);
        say_rule_title(&t, r->rules[i].rule);
        raw(v, i ? ",\n[" : "[");
        text(v, r->rules[i].rule->id);
        comma_text(v, title.at);
        raw(v, "]");
    }
    buffer_free(&title);
}

/* Rows that are worse than the last of the worst, in the order of supplier id. */
void html_data(const struct view *v, const struct run_report *r)
{
    struct worst w = {0};
    if (r->supplier_count > DATA_ROWS && !worst_collect(r, DATA_ROWS, &w)) {
        v->out->failed = true;
        return;
    }
    raw(v, "<script type=\"application/json\" id=\"data\">{\"words\":");
    data_words(v);
    buffer_printf(v->out, ",\"internal\":%s,\"history\":%s,\n\"rules\":[", v->internal ? "true" : "false",
                  r->has_history ? "true" : "false");
    data_rules(v, r);
    raw(v, "],\n\"suppliers\":[\n");
    r->rewind(r->rows);
    bool any = false;
    for (const struct run_row *s; (s = r->next(r->rows)) != NULL;) {
        if (w.count && worst_compare(s, &w.rows[w.count - 1].row) > 0) continue;
        if (any) raw(v, ",\n");
        any = true;
        data_row(v, r, s);
        run_drain(r, v->out);
    }
    raw(v, "]}</script>\n");
    worst_free(&w);
}
