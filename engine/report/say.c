/* Places, values and titles in words. */
#include "report/say.h"

#include <string.h>

void raw(const struct view *v, const char *markup)
{
    buffer_puts(v->out, markup);
}

void say(const struct view *v, const char *text)
{
    if (text) v->put(v->out, text, strlen(text));
}

void say_word(const struct view *v, enum word w)
{
    say(v, word(w, v->l));
}

void say_stop(const struct view *v)
{
    raw(v, v->l == LANGUAGE_JA ? "。" : ". ");
}

void say_int(const struct view *v, int64_t n)
{
    buffer_int(v->out, n);
}

/* ---- places ---- */

bool place_is_somewhere(const struct place *p)
{
    return p->document || p->clause || p->heading || p->name || p->what;
}

static void say_line(const struct view *v, const struct place *p)
{
    bool ja = v->l == LANGUAGE_JA;
    if (p->cell) {
        say(v, p->cell);
        return;
    }
    if (!p->line) return;
    if (!ja) raw(v, p->paragraph ? "paragraph " : "line ");
    if (ja && p->paragraph) raw(v, "第");
    say_int(v, p->line);
    if (ja) raw(v, p->paragraph ? "段落" : "行目");
}

/* A bare number is told what it numbers; 第7条 and Article 7 say so themselves. */
static void say_clause(const struct view *v, const struct place *p)
{
    bool bare = p->clause && *p->clause >= '0' && *p->clause <= '9';
    if (bare && v->l == LANGUAGE_EN) raw(v, "clause ");
    say(v, p->clause);
    if (bare && v->l == LANGUAGE_JA) raw(v, "項");
    if (!p->heading) return;
    bool ja = v->l == LANGUAGE_JA;
    raw(v, ja ? "「" : p->clause ? " (" : "\xE2\x80\x9C");
    say(v, p->heading);
    raw(v, ja ? "」" : p->clause ? ")" : "\xE2\x80\x9D");
}

static void say_thing(const struct view *v, const struct place *p)
{
    say(v, word_of_token(p->what, v->l));
    if (p->what && p->name) raw(v, v->l == LANGUAGE_JA ? ":" : " ");
    say(v, word_of_token(p->name, v->l));
}

void say_place(const struct view *v, const struct place *p)
{
    const char *comma = v->l == LANGUAGE_JA ? "、" : ", ";
    bool clause = p->clause || p->heading, some = p->document != NULL;
    say(v, p->document);
    if (p->line || p->cell) {
        if (some) raw(v, comma);
        say_line(v, p);
        some = true;
    }
    if (!clause && !p->what && !p->name) return;
    if (some) raw(v, comma);
    if (clause) say_clause(v, p);
    else say_thing(v, p);
}

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

bool place_same(const struct place *a, const struct place *b)
{
    return a->line == b->line && same_text(a->name, b->name) && same_text(a->what, b->what) &&
           same_text(a->quote, b->quote) && same_text(a->clause, b->clause) && same_text(a->document, b->document) &&
           same_text(a->heading, b->heading) && same_text(a->type, b->type) && same_text(a->cell, b->cell) && a->paragraph == b->paragraph;
}

/* ---- values ---- */

static void say_text_value(const struct view *v, const struct value *value)
{
    char token[64];
    if (value->as.text.len >= sizeof token) {
        v->put(v->out, value->as.text.at, value->as.text.len);
        return;
    }
    memcpy(token, value->as.text.at, value->as.text.len);
    token[value->as.text.len] = '\0';
    if (strlen(token) == value->as.text.len) say(v, word_of_token(token, v->l));
    else v->put(v->out, value->as.text.at, value->as.text.len);
}

void say_value(const struct view *v, const struct value *value)
{
    if (value->type == VALUE_NONE) return;
    if (value->type == VALUE_TEXT && value->as.text.len) {
        say_text_value(v, value);
        return;
    }
    char words[256];
    struct buffer b;
    buffer_init_fixed(&b, words, sizeof words);
    value_write_words(&b, value, v->l);
    if (!b.failed) v->put(v->out, words, b.len);
}

void say_date(const struct view *v, day d)
{
    struct value value = value_date(d);
    if (d != DAY_NONE) say_value(v, &value);
}

static const struct argument *parameter_named(const struct judgement *j, const char *name, size_t len)
{
    for (size_t i = 0; i < j->argument_count; i++) {
        const char *own = j->parameters[i].name;
        if (strlen(own) == len && memcmp(own, name, len) == 0) return &j->parameters[i];
    }
    return NULL;
}

void say_title(const struct view *v, const struct judgement *j)
{
    const char *at = j->rule->title[v->l];
    if (!at) at = j->rule->id;
    for (const char *open; (open = strchr(at, '{')) != NULL;) {
        const char *close = strchr(open, '}');
        const struct argument *a = close ? parameter_named(j, open + 1, (size_t)(close - open - 1)) : NULL;
        size_t copied = (size_t)(open - at) + (a ? 0 : 1); /* a brace that names nothing stays */
        v->put(v->out, at, copied);
        if (a) say_value(v, &a->value);
        at = a ? close + 1 : open + 1;
    }
    say(v, at);
}

/* The length of the standard's name in a control: up to the last space. */
static size_t standard_of(const char *control)
{
    const char *space = strrchr(control, ' ');
    return space ? (size_t)(space - control) : 0;
}

void say_controls(const struct view *v, const struct rule_info *rule)
{
    size_t before = 0;
    for (size_t i = 0; i < rule->control_count; i++) {
        const char *control = rule->controls[i];
        size_t standard = standard_of(control);
        bool same = i && standard && standard == before && memcmp(control, rule->controls[i - 1], standard) == 0;
        if (i) raw(v, same ? ", " : "; ");
        say(v, same ? control + standard + 1 : control);
        before = standard;
    }
}

void say_rule_message(const struct view *v, const struct finding *f)
{
    const struct judgement *j = judgement_of(v->r, f);
    if (j) {
        say(v, j->rule->id);
        raw(v, "/");
    }
    say(v, f->message);
}

/* How fault.h writes one of its texts. */
typedef size_t fault_writer(const struct fault *f, enum language language, char *out, size_t size);

static void say_of_fault(const struct view *v, const struct fault *f, fault_writer *write)
{
    char text[FAULT_FILE_SIZE + FAULT_ARGS * FAULT_ARG_SIZE + 512];
    size_t n = write(f, v->l, text, sizeof text);
    v->put(v->out, text, n < sizeof text ? n : sizeof text - 1);
}

void say_fault(const struct view *v, const struct fault *f)
{
    say_of_fault(v, f, fault_text);
}

void say_fault_message(const struct view *v, const struct fault *f)
{
    say_of_fault(v, f, fault_message);
}

void say_fault_advice(const struct view *v, const struct fault *f)
{
    say_of_fault(v, f, fault_advice);
}

void say_hash(const struct view *v, const struct hash *h, size_t count)
{
    char hex[33];
    hash_hex(h, hex);
    buffer_add(v->out, hex, count * 2 < sizeof hex ? count * 2 : sizeof hex - 1);
}

/* ---- what is shown to whom ---- */

/* Nodes and fields that hold the customer's own opinion of the supplier. */
static bool own_matter(const char *name)
{
    static const char *const names[] = {"risk", "risks", "impact", "likelihood", "score", "tier", "assessed", "assessor"};
    for (size_t i = 0; name && i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], name) == 0) return true;
    return false;
}

const struct judgement *judgement_of(const struct result *r, const struct finding *f)
{
    return f->judgement < r->judgement_count ? &r->judgements[f->judgement] : NULL;
}

bool finding_shown(const struct view *v, const struct finding *f)
{
    const struct judgement *j = judgement_of(v->r, f);
    return v->internal || !((j && message_internal(j->rule, f->message)) || own_matter(f->place.what));
}

bool evidence_shown(const struct view *v, const struct evidence_item *e)
{
    return v->internal || !(own_matter(e->place.what) || own_matter(e->field));
}

bool place_seen_before(const struct view *v, const struct judgement *j, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (evidence_shown(v, &j->evidence[i]) && place_same(&j->evidence[i].place, &j->evidence[n].place)) return true;
    return false;
}

bool judgement_shown(const struct view *v, const struct judgement *j)
{
    size_t shown = 0;
    if (v->internal) return true;
    if (j->rule->internal) return false;
    if (j->finding_count) {
        for (size_t i = 0; i < v->r->finding_count && !shown; i++)
            shown = judgement_of(v->r, &v->r->findings[i]) == j && finding_shown(v, &v->r->findings[i]);
        return shown;
    }
    for (size_t i = 0; i < j->evidence_count; i++) shown += evidence_shown(v, &j->evidence[i]);
    return shown || !j->evidence_count;
}

/* Not a rule of a pack: documents that could not be read, or the subject as a whole. */
static bool is_engine_error(const struct judgement *j)
{
    return j->outcome == OUTCOME_ERROR && strncmp(j->rule->id, "engine:", 7) == 0;
}

bool faults_are_findings(const struct view *v)
{
    return v->engine_errors;
}

static void total_shown(struct view *v)
{
    for (size_t i = 0; i < v->r->judgement_count; i++)
        if (judgement_shown(v, &v->r->judgements[i])) v->outcomes[v->r->judgements[i].outcome]++;
    for (size_t i = 0; i < v->r->finding_count; i++) {
        const struct finding *f = &v->r->findings[i];
        if (f->outcome == OUTCOME_FAIL && finding_shown(v, f)) v->grades[f->grade]++;
    }
}

struct view view_of(struct buffer *out, const struct result *r, const struct report_options *o, put_function *put)
{
    struct view v = {.out = out, .r = r, .o = o, .put = put, .l = o->language};
    v.internal = o->audience == AUDIENCE_INTERNAL;
    for (size_t i = 0; r && i < r->judgement_count; i++) v.engine_errors += is_engine_error(&r->judgements[i]);
    if (r && v.internal) {
        memcpy(v.outcomes, r->outcomes, sizeof v.outcomes);
        memcpy(v.grades, r->grades, sizeof v.grades);
    } else if (r) {
        total_shown(&v);
    }
    return v;
}

bool parameter_changed(const struct judgement *j, size_t n)
{
    if (n >= j->rule->param_count) return false;
    return !value_equal(&j->parameters[n].value, &j->rule->params[n].standard);
}

enum risk_level risk_level(int64_t score)
{
    if (score > 16) return RISK_VERY_HIGH;
    if (score > 9) return RISK_HIGH;
    return score > 4 ? RISK_MEDIUM : RISK_LOW;
}

enum word risk_word(enum risk_level level)
{
    static const enum word words[RISK_LEVELS] = {
        [RISK_LOW] = WORD_LEVEL_LOW, [RISK_MEDIUM] = WORD_LEVEL_MEDIUM,
        [RISK_HIGH] = WORD_LEVEL_HIGH, [RISK_VERY_HIGH] = WORD_LEVEL_VERY_HIGH};
    return words[level];
}

void say_weight(const struct view *v, const struct finding *f)
{
    bool ja = v->l == LANGUAGE_JA, waived = f->outcome == OUTCOME_WAIVED && f->grade != GRADE_NONE;
    say(v, f->outcome == OUTCOME_FAIL ? grade_words(f->grade, v->l) : outcome_words(f->outcome, v->l));
    if (!waived) return;
    raw(v, ja ? "(" : " (");
    say(v, grade_words(f->grade, v->l));
    raw(v, ")");
}
