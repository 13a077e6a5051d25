/* Differences as text for a terminal. */
#include <string.h>

#include "report/diff_words.h"

static const char *paint(const struct diff_options *o, enum bearing b)
{
    if (!o->color)
        return "";
    return b == BEARING_WORSE ? "\033[31m" : b == BEARING_BETTER ? "\033[32m" : "\033[33m";
}

static const char *plain(const struct diff_options *o)
{
    return o->color ? "\033[0m" : "";
}

static void tally(const struct view *v, enum diff_word w, uint64_t n)
{
    say_int(v, (int64_t)n);
    raw(v, " ");
    say(v, diff_word(w, v->l));
}

static void separate(const struct view *v)
{
    raw(v, v->l == LANGUAGE_JA ? "、" : ", ");
}

static void summary(const struct view *v, const struct comparison *c)
{
    const struct { enum diff_word word; uint32_t n; } totals[] = {
        {DIFF_WEAKENED, c->weakened}, {DIFF_STRENGTHENED, c->strengthened}, {DIFF_ADDED, c->added}, {DIFF_REMOVED, c->removed},
        {DIFF_REWORDED, c->reworded}, {DIFF_MOVED, c->moved}, {DIFF_SAME, c->same}};
    for (size_t i = 0; i < sizeof totals / sizeof *totals; i++) {
        if (i)
            separate(v);
        tally(v, totals[i].word, totals[i].n);
    }
    raw(v, "\n");
}

static void names(const struct view *v, const struct diff_options *o)
{
    raw(v, "--- "), say(v, o->before), raw(v, "\n+++ "), say(v, o->after), raw(v, "\n");
}

static void labels(const struct view *v, const struct compared *c)
{
    const struct { bool is; enum diff_word word; } all[] = {
        {c->mixed, DIFF_MIXED}, {!c->mixed && c->bearing == BEARING_WORSE, DIFF_WEAKENED}, {!c->mixed && c->bearing == BEARING_BETTER, DIFF_STRENGTHENED},
        {c->change == CLAUSE_ADDED, DIFF_ADDED}, {c->change == CLAUSE_REMOVED, DIFF_REMOVED}, {c->change == CLAUSE_REWORDED, DIFF_REWORDED},
        {c->renamed, DIFF_RENAMED}, {c->renumbered, DIFF_RENUMBERED}, {c->moved && !c->renumbered, DIFF_MOVED}};
    bool any = false;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        if (!all[i].is)
            continue;
        if (any)
            separate(v);
        say(v, diff_word(all[i].word, v->l));
        any = true;
    }
}

static void terms(const struct view *v, const struct diff_options *o, const struct compared *c)
{
    for (size_t i = 0; i < c->term_count; i++) {
        const struct term_change *t = &c->terms[i];
        raw(v, "    ");
        raw(v, paint(o, t->bearing));
        say(v, t->name), raw(v, ": "), say_commitment(v, t->before), raw(v, " → "), say_commitment(v, t->after);
        raw(v, v->l == LANGUAGE_JA ? "(" : " (");
        say(v, diff_word(bearing_word(t->bearing), v->l));
        raw(v, v->l == LANGUAGE_JA ? ")" : ")");
        raw(v, plain(o));
        raw(v, "\n");
    }
    if (c->duty == BEARING_NONE)
        return;
    raw(v, "    ");
    raw(v, paint(o, c->duty));
    say(v, diff_word(DIFF_DUTY, v->l)), raw(v, ": "), say(v, diff_word(diff_duty_word(c->duty_before), v->l)), raw(v, " → ");
    say(v, diff_word(diff_duty_word(c->duty_after), v->l));
    raw(v, plain(o));
    raw(v, "\n");
}

/* [-taken out-] {+put in+}, as wdiff writes it. */
static void words(const struct view *v, const struct diff_options *o, const struct compared *c, struct word_matcher *m)
{
    const struct piece *pieces;
    size_t n = compare_words(m, c->before_text, c->after_text, &pieces);
    if (!n)
        return;
    raw(v, "    ");
    for (size_t i = 0; i < n; i++) {
        const struct piece *p = &pieces[i];
        bool before = p->kind == PIECE_BEFORE, after = p->kind == PIECE_AFTER;
        raw(v, before ? (o->color ? "\033[31m" : "") : after && o->color ? "\033[32m" : "");
        raw(v, before ? "[-" : after ? "{+" : "");
        v->put(v->out, p->at, p->len);
        raw(v, before ? "-]" : after ? "+}" : "");
        raw(v, before || after ? plain(o) : "");
    }
    raw(v, "\n");
}

static void clause(const struct view *v, const struct diff_options *o, const struct compared *c, struct word_matcher *m)
{
    raw(v, "\n");
    raw(v, o->color ? "\033[1m" : "");
    say_clause(v, c->before ? c->before : c->after);
    if (c->before && c->after && (c->renumbered || c->renamed))
        raw(v, " → "), say_clause(v, c->after);
    raw(v, plain(o));
    raw(v, ": ");
    raw(v, paint(o, c->bearing));
    labels(v, c);
    raw(v, plain(o));
    raw(v, "\n");
    terms(v, o, c);
    if (c->change != CLAUSE_SAME)
        words(v, o, c, m);
}

void contracts_text(const struct comparison *c, const struct diff_options *o, struct arena *arena, struct buffer *out)
{
    struct report_options options;
    struct view v = diff_view(out, o, &options, put_line);
    struct word_matcher *m = word_matcher_new(arena);
    if (!m) {
        out->failed = true;
        return;
    }
    names(&v, o);
    summary(&v, c);
    bool any = false;
    for (size_t i = 0; i < c->count; i++)
        if (is_changed(&c->at[i])) {
            clause(&v, o, &c->at[i], m);
            any = true;
        }
    if (!any)
        raw(&v, diff_word(DIFF_NOTHING, v.l)), raw(&v, "\n");
    if (c->cut)
        raw(&v, "\n"), raw(&v, diff_word(DIFF_CUT, v.l)), raw(&v, "\n");
}

void runs_text(const struct run_difference *d, const struct diff_options *o, struct buffer *out)
{
    static const enum bearing bearings[] = {[RUN_NEW] = BEARING_WORSE, [RUN_WORSE] = BEARING_WORSE, [RUN_BETTER] = BEARING_BETTER, [RUN_FIXED] = BEARING_BETTER,
                                             [RUN_GONE] = BEARING_UNKNOWN};
    struct report_options options;
    struct view v = diff_view(out, o, &options, put_line);
    names(&v, o);
    for (int k = 0; k < RUN_CHANGES; k++)
        tally(&v, diff_run_word((enum run_change)k), d->totals[k]), separate(&v);
    tally(&v, DIFF_UNCHANGED, d->same);
    raw(&v, "\n");
    for (size_t i = 0; i < d->count; i++) {
        const struct run_finding *f = &d->at[i];
        raw(&v, paint(o, bearings[f->change])), say(&v, diff_word(diff_run_word(f->change), v.l)), raw(&v, plain(o));
        raw(&v, "  "), say(&v, f->supplier), raw(&v, "  ");
        if (f->change == RUN_WORSE || f->change == RUN_BETTER)
            say(&v, diff_label_words(f->before, v.l)), raw(&v, " → "), say(&v, diff_label_words(f->after, v.l));
        else
            say(&v, diff_label_words(f->after ? f->after : f->before, v.l));
        raw(&v, "  "), say(&v, f->rule), raw(&v, "/"), say(&v, f->message);
        if (f->document)
            raw(&v, "  "), say(&v, f->document), raw(&v, f->line ? ":" : ""), f->line ? say_int(&v, f->line) : (void)0;
        raw(&v, "\n      "), say(&v, f->text[v.l] ? f->text[v.l] : ""), raw(&v, "\n");
    }
    if (d->incomplete)
        raw(&v, diff_word(DIFF_INCOMPLETE, v.l)), raw(&v, "\n");
}
