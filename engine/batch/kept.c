/* One function for each struct goes over its fields in either direction, so that reading and writing cannot differ. */
#include "batch/kept.h"

#include <string.h>

struct codec {
    struct buffer *out;         /* writing; NULL: reading */
    const char *at;             /* reading */
    size_t left;
    struct arena *arena;
    const struct rule_info *const *rules;
    size_t rule_count;
    bool failed;
};

static void raw_bytes(struct codec *c, void *at, size_t len)
{
    if (c->out) {
        buffer_add(c->out, at, len);
    } else if (c->failed || c->left < len) {
        c->failed = true;
        memset(at, 0, len);
    } else {
        memcpy(at, c->at, len);
        c->at += len;
        c->left -= len;
    }
}

#define FIELD(c, field) raw_bytes(c, &(field), sizeof(field))

static void number(struct codec *c, size_t *n)
{
    uint32_t short_one = (uint32_t)*n;
    FIELD(c, short_one);
    *n = short_one;
}

static void flag(struct codec *c, bool *b)
{
    unsigned char byte = *b;
    FIELD(c, byte);
    c->failed = c->failed || byte > 1;
    *b = byte != 0;
}

/* An enum below `most`. */
static uint32_t choice(struct codec *c, uint32_t value, uint32_t most)
{
    FIELD(c, value);
    if (value < most)
        return value;
    c->failed = true;
    return 0;
}

#define CHOICE(c, field, type, most) ((field) = (type)choice(c, (uint32_t)(field), (uint32_t)(most)))

/* A text with its length in front and its NUL behind; NULL has the length 0. */
static void text(struct codec *c, const char **t)
{
    size_t len = c->out && *t ? strlen(*t) + 1 : 0;
    number(c, &len);
    if (c->out) {
        if (len)
            buffer_add(c->out, *t, len);
        return;
    }
    *t = NULL;
    if (!len || c->failed)
        return;
    if (len > c->left || c->at[len - 1] || memchr(c->at, 0, len - 1)) {
        c->failed = true;
        return;
    }
    *t = c->at;
    c->at += len;
    c->left -= len;
}

static void both(struct codec *c, const char *t[LANGUAGE_COUNT])
{
    for (int l = 0; l < LANGUAGE_COUNT; l++)
        text(c, &t[l]);
}

/* Room for `*count` items that are read: each takes at least a byte. */
static void *items(struct codec *c, size_t *count, size_t size)
{
    number(c, count);
    if (c->out)
        return NULL;
    void *at = c->failed || *count > c->left ? NULL : arena_array(c->arena, *count + 1, size);
    if (!at) {
        c->failed = true;
        *count = 0;
        return NULL;
    }
    memset(at, 0, (*count + 1) * size);
    return at;
}

/* Goes over an array of a struct, with a function for one. */
#define EACH(c, type, array, count, function)                               \
    do {                                                                     \
        type *made = items(c, &(count), sizeof(type));                       \
        for (size_t i_ = 0; i_ < (count) && !(c)->failed; i_++) {            \
            type copy_ = (c)->out ? (array)[i_] : (type){0};                 \
            function(c, &copy_);                                             \
            if (made)                                                        \
                made[i_] = copy_;                                            \
        }                                                                    \
        if (made)                                                            \
            (array) = made;                                                  \
    } while (0)

static void value(struct codec *c, struct value *v)
{
    CHOICE(c, v->type, enum value_type, VALUE_TYPES);
    switch (v->type) {
    case VALUE_NONE:
    case VALUE_TYPES: return;
    case VALUE_TEXT: {
        /* Not every text of a value ends with NUL. */
        number(c, &v->as.text.len);
        if (c->out) {
            buffer_add(c->out, v->as.text.at, v->as.text.len);
        } else if (c->failed || v->as.text.len > c->left) {
            c->failed = true;
            v->type = VALUE_NONE;
        } else {
            v->as.text.at = arena_copy(c->arena, c->at, v->as.text.len);
            c->failed = !v->as.text.at;
            c->at += v->as.text.len;
            c->left -= v->as.text.len;
        }
        return;
    }
    case VALUE_BOOL: flag(c, &v->as.flag); return;
    case VALUE_COUNT: FIELD(c, v->as.count); return;
    case VALUE_NUMBER:
    case VALUE_PERCENT: FIELD(c, v->as.number); return;
    case VALUE_AMOUNT:
        FIELD(c, v->as.amount.number);
        FIELD(c, v->as.amount.currency);
        v->as.amount.currency[sizeof v->as.amount.currency - 1] = '\0';
        return;
    case VALUE_DATE: FIELD(c, v->as.date); return;
    case VALUE_INSTANT: FIELD(c, v->as.instant); return;
    case VALUE_DURATION:
    case VALUE_INTERVAL:
        FIELD(c, v->as.duration.seconds);
        FIELD(c, v->as.duration.months);
        flag(c, &v->as.duration.business);
        flag(c, &v->as.duration.in_days);
        return;
    }
}

static void place(struct codec *c, struct place *p)
{
    text(c, &p->document);
    FIELD(c, p->line);
    flag(c, &p->paragraph);
    text(c, &p->clause);
    text(c, &p->heading);
    text(c, &p->type);
    text(c, &p->what);
    text(c, &p->name);
    text(c, &p->quote);
}

static void argument(struct codec *c, struct argument *a)
{
    text(c, &a->name);
    c->failed = c->failed || !a->name;
    value(c, &a->value);
}

static void waiver(struct codec *c, struct waiver_info *w)
{
    text(c, &w->reason);
    text(c, &w->approver);
    FIELD(c, w->expires);
}

static void finding(struct codec *c, struct finding *f)
{
    size_t waivers = f->waiver ? 1 : 0;
    FIELD(c, f->judgement);
    CHOICE(c, f->outcome, enum outcome, OUTCOME_COUNT);
    CHOICE(c, f->grade, enum grade, GRADE_COUNT);
    CHOICE(c, f->own_grade, enum grade, GRADE_COUNT);
    text(c, &f->message);
    both(c, f->text);
    both(c, f->advice);
    place(c, &f->place);
    EACH(c, struct place, f->related, f->related_count, place);
    value(c, &f->expected);
    value(c, &f->found);
    EACH(c, struct argument, f->arguments, f->argument_count, argument);
    FIELD(c, f->fingerprint);
    EACH(c, struct waiver_info, f->waiver, waivers, waiver);
    if (!waivers)
        f->waiver = NULL;
}

static void evidence(struct codec *c, struct evidence_item *e)
{
    place(c, &e->place);
    text(c, &e->field);
    value(c, &e->value);
    flag(c, &e->declared);
}

/* A rule by its place among the policy's, or behind these by its place among the engine's own. */
static void rule(struct codec *c, const struct rule_info **r)
{
    const struct rule_info *const *own;
    size_t own_count = result_own_rules(&own), at = 0;
    while (c->out && at < c->rule_count && c->rules[at] != *r)
        at++;
    while (c->out && at >= c->rule_count && at < c->rule_count + own_count && own[at - c->rule_count] != *r)
        at++;
    number(c, &at);
    if (c->out)
        return;
    if (at >= c->rule_count + own_count)
        c->failed = true;
    else
        *r = at < c->rule_count ? c->rules[at] : own[at - c->rule_count];
}

static void judgement(struct codec *c, struct judgement *j)
{
    rule(c, &j->rule);
    CHOICE(c, j->outcome, enum outcome, OUTCOME_COUNT);
    both(c, j->reason);
    text(c, &j->message);
    EACH(c, struct argument, j->parameters, j->argument_count, argument);
    EACH(c, struct evidence_item, j->evidence, j->evidence_count, evidence);
    number(c, &j->finding_count);
    FIELD(c, j->first_finding);
}

static void fault(struct codec *c, struct fault *f)
{
    CHOICE(c, f->id, enum fault_id, FAULT_COUNT);
    if (f->id == FAULT_NONE)
        return;
    FIELD(c, *f);
    f->id = f->id < FAULT_COUNT ? f->id : FAULT_NONE;
    f->file[sizeof f->file - 1] = '\0';
    for (int i = 0; i < FAULT_ARGS; i++)
        f->arg[i][sizeof f->arg[i] - 1] = '\0';
}

static void document(struct codec *c, struct document_info *d)
{
    text(c, &d->file);
    text(c, &d->format);
    text(c, &d->kind);
    text(c, &d->title);
    flag(c, &d->read);
    number(c, &d->clause_count);
    fault(c, &d->fault);
    FIELD(c, d->content);
    flag(c, &d->hashed);
}

static void risk(struct codec *c, struct risk_info *r)
{
    text(c, &r->scenario);
    FIELD(c, r->impact);
    FIELD(c, r->likelihood);
    FIELD(c, r->score);
    FIELD(c, r->assessed);
}

static void result(struct codec *c, struct result *r)
{
    const char **const texts[] = {&r->supplier, &r->name, &r->path, &r->tier, &r->kind, &r->country, &r->category,
                                  &r->contact, &r->customer};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        text(c, texts[i]);
    flag(c, &r->lone);
    FIELD(c, r->as_of);
    FIELD(c, r->valid_from);
    FIELD(c, r->valid_until);
    EACH(c, struct risk_info, r->risks, r->risk_count, risk);
    FIELD(c, r->risk_score);
    EACH(c, struct document_info, r->documents, r->document_count, document);
    EACH(c, struct judgement, r->judgements, r->judgement_count, judgement);
    EACH(c, struct finding, r->findings, r->finding_count, finding);
    fault(c, &r->fault);
    FIELD(c, r->outcomes);
    FIELD(c, r->grades);
    flag(c, &r->incomplete);
}

/* What points from one part to another stays inside, and what is always there is there. */
static bool holds(const struct result *r)
{
    if (!r->supplier || !r->path)
        return false;
    for (size_t i = 0; i < r->finding_count; i++)
        if (r->findings[i].judgement >= r->judgement_count || !r->findings[i].message)
            return false;
    for (size_t i = 0; i < r->judgement_count; i++) {
        const struct judgement *j = &r->judgements[i];
        if (j->finding_count && (j->finding_count > r->finding_count || j->first_finding >= r->finding_count))
            return false;
        if (j->argument_count > j->rule->param_count)
            return false;
    }
    for (size_t i = 0; i < r->document_count; i++)
        if (!r->documents[i].file || !r->documents[i].format)
            return false;
    return true;
}

void kept_write(const struct result *r, const struct rule_info *const *rules, size_t rule_count, struct buffer *out)
{
    struct codec c = {.out = out, .rules = rules, .rule_count = rule_count};
    struct result copy = *r;
    result(&c, &copy);
}

struct result *kept_read(const char *at, size_t len, const struct rule_info *const *rules, size_t rule_count,
                         struct arena *arena)
{
    struct codec c = {.at = at, .left = len, .arena = arena, .rules = rules, .rule_count = rule_count};
    struct result *r = arena_alloc(arena, sizeof *r);
    if (!r)
        return NULL;
    memset(r, 0, sizeof *r);
    result(&c, r);
    return c.failed || c.left || !holds(r) ? NULL : r;
}
