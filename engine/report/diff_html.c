/* Differences as one page that stands alone: both sides next to each other, one above the other on a phone. */
#include <string.h>

#include "report/diff_words.h"
#include "report/html.h"

static const char style[] =
    "main{max-width:80rem}.versions{display:grid;grid-template-columns:1fr 1fr;gap:0 1.5rem;margin-top:1rem;color:var(--soft)}\n"
    ".tally{grid-template-columns:repeat(7,1fr)}.tally li{padding:.45rem .2rem}.tally .worse b{color:var(--major)}.tally .better b{color:var(--ok)}\n"
    ".change{border:1px solid var(--line);border-left:6px solid var(--off);padding:.9rem 1.25rem;margin-bottom:1rem}\n"
    ".change.worse{border-left-color:var(--major)}.change.better{border-left-color:var(--ok)}.change.changed{border-left-color:var(--minor)}\n"
    ".badge.worse{color:var(--major);background:var(--major-b)}.badge.better{color:var(--ok);background:var(--ok-b)}\n"
    ".badge{margin-right:.4em}.change .list{margin-bottom:.8rem}\n"
    "td.worse{color:var(--major);font-weight:600}td.better{color:var(--ok);font-weight:600}\n"
    ".sides{display:grid;grid-template-columns:1fr 1fr;gap:0 1.5rem}.sides h3{margin:.2rem 0;display:block}\n"
    ".sides p{white-space:pre-line;font-size:.9375rem}.sides .none{color:var(--soft)}\n"
    "del{background:var(--major-b);color:var(--major)}ins{background:var(--ok-b);color:var(--ok);text-decoration:underline}\n"
    ".same{padding:.2rem 0 1rem;color:var(--soft)}\n"
    "@media screen and (max-width:46rem){.sides,.versions{grid-template-columns:1fr}.tally{grid-template-columns:repeat(4,1fr)}\n"
    ".sides>div+div{border-top:1px dashed var(--line);margin-top:.6rem;padding-top:.6rem}.change{padding:.8rem .8rem}}\n"
    "@media print{.change{break-inside:auto}.sides{gap:0 6mm}h3{break-after:avoid}}\n";

static void begin(const struct view *v, enum diff_word title, const struct diff_options *o)
{
    raw(v, "<!DOCTYPE html>\n<html lang=\"");
    raw(v, language_name(v->l));
    raw(v, "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>");
    say(v, diff_word(title, v->l));
    raw(v, "</title>\n<style>\n");
    for (const char *const *part = html_style; *part; part++)
        raw(v, *part);
    raw(v, style);
    raw(v, "</style></head>\n<body lang=\"");
    raw(v, language_name(v->l));
    raw(v, "\"><main>\n<h1>");
    say(v, diff_word(title, v->l));
    raw(v, "</h1>\n<div class=\"versions\"><p>");
    say(v, diff_word(DIFF_BEFORE, v->l)), raw(v, ": <span class=\"code\">"), say(v, o->before);
    raw(v, "</span></p><p>");
    say(v, diff_word(DIFF_AFTER, v->l)), raw(v, ": <span class=\"code\">"), say(v, o->after), raw(v, "</span></p></div>\n");
}

static void end(const struct view *v)
{
    raw(v, "</main></body></html>\n");
}

static void tally(const struct view *v, const char *class, enum diff_word w, uint64_t n)
{
    raw(v, "<li class=\"");
    raw(v, n ? class : "zero");
    raw(v, "\"><b>"), say_int(v, (int64_t)n), raw(v, "</b>"), say(v, diff_word(w, v->l)), raw(v, "</li>");
}

static void badge(const struct view *v, const char *class, enum diff_word w)
{
    raw(v, "<span class=\"badge "), raw(v, class), raw(v, "\">"), say(v, diff_word(w, v->l)), raw(v, "</span>");
}

static void badges(const struct view *v, const struct compared *c)
{
    if (c->mixed)
        badge(v, "worse", DIFF_MIXED);
    else if (c->bearing == BEARING_WORSE)
        badge(v, "worse", DIFF_WEAKENED);
    else if (c->bearing == BEARING_BETTER)
        badge(v, "better", DIFF_STRENGTHENED);
    if (c->change != CLAUSE_SAME)
        badge(v, "", c->change == CLAUSE_ADDED ? DIFF_ADDED : c->change == CLAUSE_REMOVED ? DIFF_REMOVED : DIFF_REWORDED);
    if (c->renamed)
        badge(v, "", DIFF_RENAMED);
    if (c->renumbered)
        badge(v, "", DIFF_RENUMBERED);
    else if (c->moved)
        badge(v, "", DIFF_MOVED);
}

static void term_cells(const struct view *v, enum bearing b)
{
    raw(v, "</td><td class=\"");
    raw(v, bearing_name(b));
    raw(v, "\">"), say(v, diff_word(bearing_word(b), v->l)), raw(v, "</td></tr>\n");
}

static void terms(const struct view *v, const struct diff_options *o, const struct compared *c)
{
    if (!c->term_count && c->duty == BEARING_NONE)
        return;
    raw(v, "<div class=\"scroll\"><table class=\"list\">\n");
    for (size_t i = 0; i < c->term_count; i++) {
        const struct term_change *t = &c->terms[i];
        const char *title = vocabulary_title(o->vocabulary, t->type, v->l);
        raw(v, "<tr><th scope=\"row\">"), say(v, title ? title : t->type), raw(v, " <span class=\"code\">"), say(v, t->name);
        raw(v, "</span></th><td>"), say_commitment(v, t->before), raw(v, "</td><td>"), say_commitment(v, t->after);
        term_cells(v, t->bearing);
    }
    if (c->duty != BEARING_NONE) {
        raw(v, "<tr><th scope=\"row\">"), say(v, diff_word(DIFF_DUTY, v->l)), raw(v, "</th><td>");
        say(v, diff_word(diff_duty_word(c->duty_before), v->l)), raw(v, "</td><td>"), say(v, diff_word(diff_duty_word(c->duty_after), v->l));
        term_cells(v, c->duty);
    }
    raw(v, "</table></div>\n");
}

static void side_words(const struct view *v, const struct piece *pieces, size_t n, bool after)
{
    int own = after ? PIECE_AFTER : PIECE_BEFORE;
    raw(v, "<p>");
    for (size_t i = 0; i < n; i++) {
        if ((int)pieces[i].kind != PIECE_SAME && (int)pieces[i].kind != own)
            continue;
        bool marked = pieces[i].kind != PIECE_SAME;
        raw(v, marked ? (after ? "<ins>" : "<del>") : "");
        v->put(v->out, pieces[i].at, pieces[i].len);
        raw(v, marked ? (after ? "</ins>" : "</del>") : "");
    }
    raw(v, "</p>");
}

static void one_side(const struct view *v, const struct clause *c, struct clause_text text, const struct piece *pieces, size_t n, bool after)
{
    raw(v, "<div><span class=\"label\">"), say(v, diff_word(after ? DIFF_AFTER : DIFF_BEFORE, v->l)), raw(v, "</span>");
    if (!c) {
        raw(v, "<p class=\"none\">\xe2\x80\x94</p></div>\n");
        return;
    }
    raw(v, "<h3>"), say_clause(v, c), raw(v, "</h3>");
    if (n)
        side_words(v, pieces, n, after);
    else
        raw(v, "<p>"), v->put(v->out, text.at, text.len), raw(v, "</p>");
    raw(v, "</div>\n");
}

static void clause(const struct view *v, const struct diff_options *o, const struct compared *c, struct word_matcher *m)
{
    const struct piece *pieces = NULL;
    size_t n = c->change == CLAUSE_SAME ? 0 : compare_words(m, c->before_text, c->after_text, &pieces);
    raw(v, "<section class=\"change "), raw(v, bearing_name(c->bearing)), raw(v, "\"><p>");
    badges(v, c);
    raw(v, "</p>\n");
    terms(v, o, c);
    raw(v, "<div class=\"sides\">\n");
    one_side(v, c->before, c->before_text, pieces, n, false);
    one_side(v, c->after, c->after_text, pieces, n, true);
    raw(v, "</div></section>\n");
}

/* Clauses that are as they were, folded away; returns the first that is not. */
static size_t unchanged(const struct view *v, const struct comparison *c, size_t from)
{
    size_t to = from;
    while (to < c->count && !is_changed(&c->at[to]))
        to++;
    raw(v, "<details class=\"same\"><summary>"), say(v, diff_word(DIFF_SAME, v->l)), raw(v, ": ");
    say_int(v, (int64_t)(to - from)), raw(v, "</summary><ul>\n");
    for (; from < to; from++)
        raw(v, "<li>"), say_clause(v, c->at[from].after), raw(v, "</li>\n");
    raw(v, "</ul></details>\n");
    return to;
}

void contracts_html(const struct comparison *c, const struct diff_options *o, struct arena *arena, struct buffer *out)
{
    struct report_options options;
    struct view v = diff_view(out, o, &options, put_html);
    struct word_matcher *m = word_matcher_new(arena);
    if (!m) {
        out->failed = true;
        return;
    }
    begin(&v, DIFF_TITLE, o);
    raw(&v, "<ul class=\"tally\">");
    tally(&v, "worse", DIFF_WEAKENED, c->weakened), tally(&v, "better", DIFF_STRENGTHENED, c->strengthened);
    tally(&v, "", DIFF_ADDED, c->added), tally(&v, "", DIFF_REMOVED, c->removed), tally(&v, "", DIFF_REWORDED, c->reworded);
    tally(&v, "", DIFF_MOVED, c->moved), tally(&v, "", DIFF_SAME, c->same);
    raw(&v, "</ul>\n");
    if (c->cut)
        raw(&v, "<p class=\"bad\">"), say(&v, diff_word(DIFF_CUT, v.l)), raw(&v, "</p>\n");
    raw(&v, "<p class=\"intro\"></p>\n");
    for (size_t i = 0; i < c->count;)
        if (is_changed(&c->at[i]))
            clause(&v, o, &c->at[i++], m);
        else
            i = unchanged(&v, c, i);
    end(&v);
}

/* ---- runs ---- */

static const char *kind_of(enum run_change c)
{
    static const char *const kinds[] = {[RUN_NEW] = "worse", [RUN_WORSE] = "worse", [RUN_BETTER] = "better", [RUN_FIXED] = "better", [RUN_GONE] = ""};
    return kinds[c];
}

static void finding(const struct view *v, const struct run_finding *f)
{
    raw(v, "<tr><td>"), badge(v, kind_of(f->change), diff_run_word(f->change)), raw(v, "</td><td class=\"name\">"), say(v, f->supplier);
    raw(v, "</td><td>"), say(v, diff_label_words(f->before, v->l)), raw(v, "</td><td>"), say(v, diff_label_words(f->after, v->l));
    raw(v, "</td><td class=\"what\">"), say(v, f->text[v->l] ? f->text[v->l] : ""), raw(v, "<span class=\"sub\">");
    say(v, f->rule), raw(v, "/"), say(v, f->message);
    if (f->document)
        raw(v, " \xc2\xb7 "), say(v, f->document);
    if (f->document && f->line)
        raw(v, ":"), say_int(v, f->line);
    if (f->clause)
        raw(v, " "), say(v, f->clause);
    raw(v, "</span></td></tr>\n");
}

void runs_html(const struct run_difference *d, const struct diff_options *o, struct buffer *out)
{
    struct report_options options;
    struct view v = diff_view(out, o, &options, put_html);
    begin(&v, DIFF_RUNS_TITLE, o);
    raw(&v, "<ul class=\"tally\">");
    for (int k = 0; k < RUN_CHANGES; k++)
        tally(&v, kind_of((enum run_change)k), diff_run_word((enum run_change)k), d->totals[k]);
    tally(&v, "", DIFF_UNCHANGED, d->same);
    raw(&v, "</ul>\n");
    if (d->incomplete)
        raw(&v, "<p class=\"bad\">"), say(&v, diff_word(DIFF_INCOMPLETE, v.l)), raw(&v, "</p>\n");
    if (d->count) {
        raw(&v, "<div class=\"scroll\"><table class=\"list\"><thead><tr><th></th><th>");
        say_word(&v, WORD_SUPPLIER), raw(&v, "</th><th>"), say(&v, diff_word(DIFF_BEFORE, v.l)), raw(&v, "</th><th>");
        say(&v, diff_word(DIFF_AFTER, v.l)), raw(&v, "</th><th></th></tr></thead><tbody>\n");
        for (size_t i = 0; i < d->count; i++)
            finding(&v, &d->at[i]);
        raw(&v, "</tbody></table></div>\n");
    } else {
        raw(&v, "<p>"), say(&v, diff_word(DIFF_NOTHING, v.l)), raw(&v, "</p>\n");
    }
    end(&v);
}
