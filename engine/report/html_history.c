/* What the register knows, on the page. */
#include "report/history_say.h"
#include "report/html.h"

static bool needs_attention(const struct finding_history *h, enum history_part part)
{
    return (part == HISTORY_DUE && h->overdue) || part == HISTORY_RECURRED ||
           (part == HISTORY_CHANGE && (h->change == CHANGE_NEW || h->change == CHANGE_BACK));
}

void html_history(const struct view *v, const struct finding_history *h)
{
    bool any = false;
    for (int i = 0; i < HISTORY_PARTS; i++) {
        enum history_part part = (enum history_part)i;
        if (!history_has(v, h, part)) continue;
        if (any) raw(v, " \xC2\xB7 ");
        any = true;
        raw(v, needs_attention(h, part) ? "<strong>" : "<span>");
        history_part(v, h, part);
        raw(v, needs_attention(h, part) ? "</strong>" : "</span>");
    }
}

/* ---- changes ---- */

static void change_row(const struct view *v, const char *words, uint64_t last, uint64_t since, bool two)
{
    raw(v, "<tr><th scope=\"row\">");
    say(v, words);
    raw(v, "</th>");
    html_int(v, "td", "n", (int64_t)last);
    if (two) html_int(v, "td", "n", (int64_t)since);
    raw(v, "</tr>\n");
}

void html_change_table(const struct view *v, day last_run, day since, const struct run_changes *c)
{
    bool two = since != DAY_NONE;
    raw(v, "<table class=\"list changes\">\n<thead><tr><td></td><th scope=\"col\" class=\"n\">");
    say_last_run(v, last_run);
    raw(v, "</th>");
    if (two) raw(v, "<th scope=\"col\" class=\"n\">"), say_since(v, since), raw(v, "</th>");
    raw(v, "</tr></thead>\n<tbody>");
    for (int i = 0; i < CHANGES_TOLD; i++) {
        enum change change = changes_told[i];
        change_row(v, change_words(change, v->l), c->last[change], c->since[change], two);
    }
    raw(v, "</tbody></table>\n");
    if (!c->overdue) return;
    raw(v, "<p class=\"bad\" style=\"margin-top:.75rem\"><strong>");
    say_word(v, WORD_OVERDUE_NOW), raw(v, ": "), say_int(v, (int64_t)c->overdue);
    raw(v, "</strong></p>\n");
}

static void absent(const struct view *v, const struct absent_finding *a)
{
    raw(v, "<li><div><p class=\"what\">");
    html_grade_badge(v, a->grade);
    raw(v, " ");
    say(v, a->text[v->l]);
    raw(v, "</p><p class=\"reason\">");
    if (a->clause) say(v, a->clause), raw(v, " \xC2\xB7 ");
    html_history(v, &a->history);
    raw(v, " \xC2\xB7 <span class=\"code\">");
    say(v, a->rule), raw(v, "/"), say(v, a->message);
    raw(v, "</span></p></div></li>\n");
}

static void absent_ones(const struct view *v, enum word heading, bool open)
{
    const struct history *h = v->r->history;
    int64_t count = 0;
    for (size_t i = 0; i < h->absent_count; i++)
        count += absent_is_open(&h->absent[i]) == open && absent_shown(v, &h->absent[i]);
    if (!count) return;
    raw(v, "<h3 style=\"margin-top:1.25rem\">");
    say_word(v, heading);
    raw(v, " <span>"), say_int(v, count), raw(v, "</span></h3>\n<ul class=\"judged\">\n");
    for (size_t i = 0; i < h->absent_count; i++)
        if (absent_is_open(&h->absent[i]) == open && absent_shown(v, &h->absent[i])) absent(v, &h->absent[i]);
    raw(v, "</ul>\n");
}

void html_changes(const struct view *v)
{
    const struct history *h = v->r->history;
    if (!h) return;
    struct run_changes c = changes_shown(v);
    raw(v, "<section>\n");
    html_heading(v, "changes", WORD_CHANGES, 0, false);
    html_change_table(v, h->last_run, h->since, &c);
    absent_ones(v, WORD_FIXED_SECTION, false);
    absent_ones(v, WORD_STILL_OPEN_SECTION, true);
    raw(v, "</section>\n");
}
