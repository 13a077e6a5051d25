/* Differences as JSON: fixtures/schemas/diff.schema.json. */
#include <string.h>

#include "base/json.h"
#include "report/diff_words.h"

static void clause(struct json *j, const char *key, const struct clause *c)
{
    json_key(j, key);
    if (!c) {
        json_null(j);
        return;
    }
    json_open(j, '{');
    json_put_text(j, "number", c->number);
    json_put_text(j, "heading", c->heading);
    json_put_int(j, "line", c->node.line);
    json_close(j, '}');
}

static void commitment(struct json *j, const char *key, const struct read_term *t, const struct clause *in)
{
    static const char *const states[] = {[TERM_STATED] = "stated", [TERM_VAGUE] = "vague", [TERM_BLANK] = "blank"};
    char text[512];
    struct buffer b;
    json_key(j, key);
    if (!t) {
        json_null(j);
        return;
    }
    json_open(j, '{');
    json_put_text(j, "state", states[t->state]);
    buffer_init_fixed(&b, text, sizeof text);
    if (t->state == TERM_STATED)
        value_write(&b, &t->value);
    json_put_text(j, "value", t->state == TERM_STATED && !b.failed ? text : NULL);
    json_put_text(j, "clause", in ? in->number : NULL);
    size_t len = 0;
    const char *words = t->words.prose ? span_words(&t->words, NULL, 160, &len) : "";
    json_key(j, "words");
    json_text_n(j, words, len);
    json_close(j, '}');
}

static void terms(struct json *j, const struct compared *c)
{
    json_key(j, "terms");
    json_open(j, '[');
    for (size_t i = 0; i < c->term_count; i++) {
        const struct term_change *t = &c->terms[i];
        json_open(j, '{');
        json_put_text(j, "type", t->type);
        json_put_text(j, "name", t->name);
        json_put_text(j, "bearing", bearing_name(t->bearing));
        commitment(j, "before", t->before, t->before_in);
        commitment(j, "after", t->after, t->after_in);
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void words(struct json *j, const struct compared *c, struct word_matcher *m)
{
    static const char *const kinds[] = {[PIECE_SAME] = "same", [PIECE_BEFORE] = "before", [PIECE_AFTER] = "after"};
    const struct piece *pieces;
    size_t n = c->change == CLAUSE_SAME ? 0 : compare_words(m, c->before_text, c->after_text, &pieces);
    json_key(j, "words");
    json_open(j, '[');
    for (size_t i = 0; i < n; i++) {
        json_open(j, '{');
        json_put_text(j, "in", kinds[pieces[i].kind]);
        json_key(j, "text");
        json_text_n(j, pieces[i].at, pieces[i].len);
        json_close(j, '}');
    }
    json_close(j, ']');
}

/* On one line each. */
static void compared(struct json *j, const struct compared *c, struct word_matcher *m)
{
    json_open(j, '{');
    j->pretty = false;
    json_put_text(j, "change", clause_change_name(c->change));
    json_put_text(j, "bearing", bearing_name(c->bearing));
    json_put_bool(j, "mixed", c->mixed);
    json_put_bool(j, "renumbered", c->renumbered);
    json_put_bool(j, "renamed", c->renamed);
    json_put_bool(j, "moved", c->moved);
    json_put_text(j, "type", c->type);
    clause(j, "before", c->before);
    clause(j, "after", c->after);
    json_key(j, "duty");
    json_open(j, '{');
    json_put_text(j, "bearing", bearing_name(c->duty));
    json_put_text(j, "before", diff_duty_name(c->duty_before));
    json_put_text(j, "after", diff_duty_name(c->duty_after));
    json_close(j, '}');
    terms(j, c);
    words(j, c, m);
    json_close(j, '}');
    j->pretty = true;
}

static void head(struct json *j, const char *kind, const struct diff_options *o)
{
    json_open(j, '{');
    json_put_text(j, "schema", "urn:kijun:1:diff");
    json_put_text(j, "kind", kind);
    json_put_text(j, "before", o->before);
    json_put_text(j, "after", o->after);
}

void contracts_json(const struct comparison *c, const struct diff_options *o, struct arena *arena, struct buffer *out)
{
    const struct { const char *name; uint32_t n; } totals[] = {
        {"weakened", c->weakened}, {"strengthened", c->strengthened}, {"added", c->added}, {"removed", c->removed},
        {"reworded", c->reworded}, {"moved", c->moved}, {"same", c->same}};
    struct word_matcher *m = word_matcher_new(arena);
    struct json j;
    if (!m) {
        out->failed = true;
        return;
    }
    json_init(&j, out, true);
    head(&j, "contracts", o);
    json_put_bool(&j, "complete", !c->cut);
    json_key(&j, "summary");
    json_open(&j, '{');
    for (size_t i = 0; i < sizeof totals / sizeof *totals; i++)
        json_put_int(&j, totals[i].name, totals[i].n);
    json_close(&j, '}');
    json_key(&j, "clauses");
    json_open(&j, '[');
    for (size_t i = 0; i < c->count; i++)
        compared(&j, &c->at[i], m);
    json_close(&j, ']');
    json_close(&j, '}');
    buffer_putc(out, '\n');
}

static void finding(struct json *j, const struct run_finding *f)
{
    json_open(j, '{');
    json_put_text(j, "change", diff_run_name(f->change));
    json_put_text(j, "supplier", f->supplier);
    json_put_text(j, "fingerprint", f->fingerprint);
    json_put_text(j, "rule", f->rule);
    json_put_text(j, "message", f->message);
    json_put_text(j, "before", f->before);
    json_put_text(j, "after", f->after);
    json_put_text(j, "document", f->document);
    json_put_int(j, "line", f->line);
    json_put_text(j, "clause", f->clause);
    json_key(j, "text");
    json_open(j, '{');
    json_put_text(j, "en", f->text[LANGUAGE_EN]);
    json_put_text(j, "ja", f->text[LANGUAGE_JA]);
    json_close(j, '}');
    json_close(j, '}');
}

void runs_json(const struct run_difference *d, const struct diff_options *o, struct buffer *out)
{
    struct json j;
    json_init(&j, out, true);
    head(&j, "runs", o);
    json_put_bool(&j, "complete", !d->incomplete);
    json_key(&j, "summary");
    json_open(&j, '{');
    for (int k = 0; k < RUN_CHANGES; k++)
        json_put_int(&j, diff_run_name((enum run_change)k), (int64_t)d->totals[k]);
    json_put_int(&j, "same", (int64_t)d->same);
    json_close(&j, '}');
    json_key(&j, "findings");
    json_open(&j, '[');
    for (size_t i = 0; i < d->count; i++)
        finding(&j, &d->at[i]);
    json_close(&j, ']');
    json_close(&j, '}');
    buffer_putc(out, '\n');
}
