#include "report/explain.h"

#include <string.h>

#include "base/json.h"
#include "base/text.h"
#include "report/say.h"

enum { GRADE_COLUMNS = 28, LABEL_COLUMNS = 14, TEXT = 600 };

/* ---- small pieces ---- */

/* The title with the parameters in force filled in. */
static void write_title(const struct view *v, const struct effective *e)
{
    const char *at = e->rule->title[v->l] ? e->rule->title[v->l] : "";
    while (*at) {
        size_t plain = strcspn(at, "{"), len = at[plain] ? strcspn(at + plain + 1, "}") : 0;
        v->put(v->out, at, plain);
        at += plain;
        if (!*at || !at[1 + len])
            break;
        for (size_t i = 0; i < e->param_count; i++)
            if (strlen(e->params[i].name) == len && strncmp(e->params[i].name, at + 1, len) == 0)
                say_value(v, &e->params[i].value);
        at += len + 2;
    }
    v->put(v->out, at, strlen(at));
}

static void write_origin(const struct view *v, const struct origin *o, enum word otherwise)
{
    if (o->file) {
        say(v, o->file);
        buffer_printf(v->out, ":%u", o->line);
    } else
        say_word(v, otherwise);
}

static void pad(struct buffer *out, const char *text, size_t columns)
{
    buffer_puts(out, text);
    for (size_t n = text_columns(text, strlen(text)); n < columns; n++)
        buffer_putc(out, ' ');
}

static bool changed(const struct effective_param *p)
{
    return p->origin.file != NULL;
}

/* "hours = 12  (policies/standard.lua:14; the rule's own: 24)" */
static void write_param(const struct view *v, const struct effective_param *p)
{
    buffer_printf(v->out, "  %s = ", p->name);
    say_value(v, &p->value);
    raw(v, "  (");
    write_origin(v, &p->origin, WORD_EXPLAIN_FROM_RULE);
    if (changed(p)) {
        raw(v, "; ");
        say_word(v, WORD_EXPLAIN_OWN);
        raw(v, ": ");
        say_value(v, &p->standard);
    }
    raw(v, ")\n");
}

/* ---- lists ---- */

static void write_one(const struct view *v, const struct effective *e)
{
    buffer_printf(v->out, "%s%s%s", e->rule->id, e->on ? "" : "  - ", e->on ? "" : word(WORD_EXPLAIN_OFF, v->l));
    if (!e->on || e->on_origin.file) {
        raw(v, e->on ? "  - " : " ");
        raw(v, e->on ? word(WORD_EXPLAIN_ON, v->l) : "");
        raw(v, e->on ? " (" : "(");
        write_origin(v, &e->on_origin, WORD_EXPLAIN_FROM_PACK);
        raw(v, ")");
    }
    raw(v, "\n  ");
    pad(v->out, grade_words(e->grade, v->l), GRADE_COLUMNS);
    write_title(v, e);
    raw(v, "\n");
    if (e->grade_origin.file) {
        raw(v, "  ");
        say_word(v, WORD_EXPLAIN_GRADE);
        raw(v, ": ");
        write_origin(v, &e->grade_origin, WORD_EXPLAIN_FROM_RULE);
        raw(v, "; ");
        say_word(v, WORD_EXPLAIN_OWN);
        raw(v, ": ");
        raw(v, grade_words(e->rule->grade, v->l));
        raw(v, "\n");
    }
    for (size_t i = 0; i < e->rule->control_count; i++)
        buffer_printf(v->out, "%s%s", i ? ", " : "  ", e->rule->controls[i]);
    raw(v, e->rule->control_count ? "\n" : "");
    for (size_t i = 0; i < e->param_count; i++)
        write_param(v, &e->params[i]);
    raw(v, "\n");
}

void effective_write_text(const struct effective *all, size_t count, enum language l, struct buffer *out)
{
    const struct view v = {.out = out, .l = l, .put = put_line};
    for (size_t i = 0; i < count; i++)
        write_one(&v, &all[i]);
}

/* ---- JSON ---- */

static void put_origin(struct json *j, const char *key, const struct origin *o)
{
    json_key(j, key);
    if (!o->file) {
        json_null(j);
        return;
    }
    json_open(j, '{');
    json_put_text(j, "file", o->file);
    json_put_int(j, "line", o->line);
    json_close(j, '}');
}

static void put_value(struct json *j, const char *key, const struct value *v)
{
    char room[TEXT];
    struct buffer b;
    buffer_init_fixed(&b, room, sizeof room);
    value_write(&b, v);
    json_put_text(j, key, b.failed || !b.at ? "" : b.at);
}

static void put_params(struct json *j, const struct effective *e)
{
    json_key(j, "parameters");
    json_open(j, '{');
    for (size_t i = 0; i < e->param_count; i++)
        put_value(j, e->params[i].name, &e->params[i].value);
    json_close(j, '}');
    json_key(j, "origins");
    json_open(j, '{');
    for (size_t i = 0; i < e->param_count; i++)
        put_origin(j, e->params[i].name, &e->params[i].origin);
    json_close(j, '}');
}

static void put_rule(struct json *j, const struct effective *e)
{
    const struct rule_info *r = e->rule;
    json_open(j, '{');
    json_put_text(j, "id", r->id);
    json_put_text(j, "pack", r->pack);
    json_put_text(j, "version", r->pack_version);
    json_put_bool(j, "on", e->on);
    put_origin(j, "on_origin", &e->on_origin);
    json_put_text(j, "grade", grade_name(e->grade));
    json_put_text(j, "own_grade", grade_name(r->grade));
    put_origin(j, "grade_origin", &e->grade_origin);
    json_key(j, "title");
    json_open(j, '{');
    for (int l = 0; l < LANGUAGE_COUNT; l++)
        json_put_text(j, language_name((enum language)l), r->title[l]);
    json_close(j, '}');
    json_key(j, "controls");
    json_open(j, '[');
    for (size_t i = 0; i < r->control_count; i++)
        json_text(j, r->controls[i]);
    json_close(j, ']');
    put_params(j, e);
    json_close(j, '}');
}

void effective_write_json(const struct effective *all, size_t count, struct buffer *out)
{
    struct json j;
    json_init(&j, out, true);
    json_open(&j, '[');
    for (size_t i = 0; i < count; i++)
        put_rule(&j, &all[i]);
    json_close(&j, ']');
    buffer_putc(out, '\n');
}

/* ---- one rule in full ---- */

static void label(const struct view *v, enum word w)
{
    raw(v, "  ");
    pad(v->out, word(w, v->l), LABEL_COLUMNS);
}

static void write_rule(const struct view *v, const struct effective *e)
{
    buffer_printf(v->out, "%s - ", e->rule->id);
    write_title(v, e);
    raw(v, "\n\n");
    if (e->rule->why[v->l]) {
        label(v, WORD_DOC_WHY);
        say(v, e->rule->why[v->l]);
        raw(v, "\n");
    }
    label(v, WORD_DOC_PACK);
    buffer_printf(v->out, "%s %s\n", e->rule->pack, e->rule->pack_version);
    label(v, WORD_CONTROLS);
    say_controls(v, e->rule);
    raw(v, "\n");
    label(v, WORD_EXPLAIN_STATE);
    say_word(v, e->on ? WORD_EXPLAIN_ON : WORD_EXPLAIN_OFF);
    raw(v, "  (");
    write_origin(v, &e->on_origin, WORD_EXPLAIN_FROM_PACK);
    raw(v, ")\n");
    label(v, WORD_EXPLAIN_GRADE);
    raw(v, grade_words(e->grade, v->l));
    raw(v, "  (");
    write_origin(v, &e->grade_origin, WORD_EXPLAIN_FROM_RULE);
    raw(v, ")\n");
    for (size_t i = 0; i < e->param_count; i++)
        write_param(v, &e->params[i]);
}

/* ---- what it read ---- */

static void write_evidence(const struct view *v, const struct evidence_item *item)
{
    raw(v, "    ");
    if (place_is_somewhere(&item->place))
        say_place(v, &item->place);
    else
        say(v, word_of_token(item->place.what, v->l)), raw(v, " "), say(v, item->place.name);
    raw(v, ": ");
    if (item->field) {
        say(v, item->field);
        raw(v, " = ");
    }
    if (item->value.type != VALUE_NONE)
        say_value(v, &item->value);
    else
        say_word(v, item->field || !place_is_somewhere(&item->place) ? WORD_EXPLAIN_ABSENT : WORD_EXPLAIN_PRESENT);
    if (item->field && item->value.type != VALUE_NONE) {
        raw(v, "  (");
        say_word(v, item->declared ? WORD_EXPLAIN_DECLARED : WORD_EXPLAIN_RECOGNISED);
        raw(v, ")");
    }
    if (item->place.quote) {
        raw(v, "\n      ");
        say(v, item->place.quote);
    }
    raw(v, "\n");
}

static void write_pair(const struct view *v, enum word w, const struct value *value)
{
    if (value->type == VALUE_NONE)
        return;
    raw(v, "  ");
    label(v, w);
    say_value(v, value);
    raw(v, "\n");
}

static void write_text(const struct view *v, enum word w, const char *text)
{
    if (!text)
        return;
    raw(v, "  ");
    label(v, w);
    say(v, text);
    raw(v, "\n");
}

static void write_finding(const struct view *v, const struct finding *f)
{
    label(v, WORD_EXPLAIN_FINDING);
    buffer_printf(v->out, "%s  ", f->message);
    raw(v, f->outcome == OUTCOME_FAIL ? grade_words(f->grade, v->l) : outcome_words(f->outcome, v->l));
    raw(v, "\n    ");
    say(v, f->text[v->l]);
    raw(v, "\n");
    if (place_is_somewhere(&f->place)) {
        raw(v, "  ");
        label(v, WORD_PLACE);
        say_place(v, &f->place);
        raw(v, "\n");
    }
    write_text(v, WORD_QUOTE, f->place.quote);
    write_pair(v, WORD_EXPECTED, &f->expected);
    write_pair(v, WORD_FOUND, &f->found);
    write_text(v, WORD_DOC_ADVICE, f->advice[v->l]);
}

static void write_judgement(const struct view *v, const struct result *r, size_t n)
{
    const struct judgement *j = &r->judgements[n];
    label(v, WORD_EXPLAIN_DECISION);
    raw(v, outcome_words(j->outcome, v->l));
    raw(v, "\n");
    if (j->reason[v->l]) {
        label(v, WORD_EXPLAIN_REASON);
        say(v, j->reason[v->l]);
        raw(v, "\n");
    }
    raw(v, "  ");
    say_word(v, WORD_EXPLAIN_READ);
    raw(v, j->evidence_count ? "\n" : ": ");
    if (!j->evidence_count)
        say_word(v, WORD_EXPLAIN_READ_NOTHING), raw(v, "\n");
    for (size_t i = 0; i < j->evidence_count; i++)
        write_evidence(v, &j->evidence[i]);
    for (size_t i = 0; i < r->finding_count; i++)
        if (r->findings[i].judgement == n)
            write_finding(v, &r->findings[i]);
}

void explain_write(const struct effective *e, const struct result *r, enum language l, struct buffer *out)
{
    const struct view v = {.out = out, .l = l, .put = put_line, .internal = true};
    write_rule(&v, e);
    if (!r)
        return;
    buffer_printf(out, "\n%s", r->name ? r->name : r->supplier);
    raw(&v, ", "), say_word(&v, WORD_AS_OF), raw(&v, " "), say_date(&v, r->as_of), raw(&v, "\n");
    for (size_t i = 0; i < r->judgement_count; i++)
        if (r->judgements[i].rule == e->rule || r->judgements[i].outcome == OUTCOME_ERROR)
            write_judgement(&v, r, i);
}
