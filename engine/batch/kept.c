/* One function for each struct goes over its fields in either direction, so that reading and writing cannot differ. Every
 * supplier of every night is written, so numbers are short, and a text that stood in the same field before is not repeated. */
#include "batch/kept.h"

#include <string.h>

/* Fields whose texts often are those of the one before. */
enum slot {
    SLOT_DOCUMENT, SLOT_CELL, SLOT_CLAUSE, SLOT_HEADING, SLOT_TYPE, SLOT_WHAT, SLOT_NAME, SLOT_QUOTE, SLOTS_OF_PLACE,
    SLOT_FIELD = SLOTS_OF_PLACE, SLOT_MESSAGE, SLOT_REASON, SLOT_LAST = SLOT_REASON + LANGUAGE_COUNT, SLOTS
};

struct codec {
    struct buffer *out;         /* writing; NULL: reading */
    const char *at;             /* reading */
    size_t left;
    struct arena *arena;
    const struct rule_info *const *rules;
    size_t rule_count;
    size_t next_rule;           /* behind the last one: they are judged in their order */
    const struct rule_info *judged; /* of the judgement at hand, and its next parameter */
    size_t next_parameter;
    const char *last[SLOTS];    /* the text that each of these fields had last; SLOT_LAST stays NULL */
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

enum { NUMBER_BYTES = 10 };

static void number_write(struct codec *c, size_t n)
{
    char *to = buffer_space(c->out, NUMBER_BYTES);
    size_t len = 0;
    if (!to)
        return;
    for (; n >= 128; n >>= 7)
        to[len++] = (char)(unsigned char)(n | 128);
    to[len++] = (char)n;
    buffer_added(c->out, len);
}

static size_t number_read(struct codec *c)
{
    size_t n = 0;
    for (unsigned i = 0; i < NUMBER_BYTES && i < c->left; i++) {
        unsigned char byte = (unsigned char)c->at[i];
        n |= (size_t)(byte & 127) << 7 * i;
        if (byte >= 128)
            continue;
        c->at += i + 1;
        c->left -= i + 1;
        return n;
    }
    c->failed = true;
    return 0;
}

/* Seven bits a byte, the lowest first; every byte but the last has its highest bit set (LEB128). */
static void number(struct codec *c, size_t *n)
{
    if (c->out)
        number_write(c, *n);
    else
        *n = c->failed ? 0 : number_read(c);
}

static void short_number(struct codec *c, uint32_t *n)
{
    size_t all = *n;
    number(c, &all);
    if (c->out)
        return;
    c->failed = c->failed || all > UINT32_MAX;
    *n = (uint32_t)all;
}

static void flag(struct codec *c, bool *b)
{
    unsigned char byte = *b;
    FIELD(c, byte);
    if (c->out)
        return;
    c->failed = c->failed || byte > 1;
    *b = byte != 0;
}

/* An enum below `most`. */
static uint32_t choice(struct codec *c, uint32_t value, uint32_t most)
{
    size_t n = value;
    number(c, &n);
    if (n < most)
        return (uint32_t)n;
    c->failed = true;
    return 0;
}

#define CHOICE(c, field, type, most)                                         \
    do {                                                                     \
        uint32_t n_ = choice(c, (uint32_t)(field), (uint32_t)(most));        \
        if (!(c)->out)                                                       \
            (field) = (type)n_;                                              \
    } while (0)

static void new_write(struct codec *c, const char *t, const char **last)
{
    buffer_add(c->out, t, strlen(t) + 1);
    *last = t;
}

static const char *new_read(struct codec *c, const char **last)
{
    const char *end = c->failed ? NULL : memchr(c->at, 0, c->left);
    if (!end) {
        c->failed = true;
        return NULL;
    }
    *last = c->at;
    c->left -= (size_t)(end - c->at) + 1;
    c->at = end + 1;
    return *last;
}

enum text_code { TEXT_NONE, TEXT_SAME, TEXT_NEW, TEXT_CODES };

static enum text_code code_of(const char *t, const char *last)
{
    if (!t)
        return TEXT_NONE;
    return last && (t == last || strcmp(t, last) == 0) ? TEXT_SAME : TEXT_NEW;
}

/* The text behind its code, which stands elsewhere. */
static void coded(struct codec *c, enum text_code code, const char **t, enum slot slot)
{
    const char **last = &c->last[slot];
    if (c->out) {
        if (code == TEXT_NEW)
            new_write(c, *t, last);
        return;
    }
    c->failed = c->failed || code >= TEXT_CODES || (code == TEXT_SAME && !*last);
    *t = c->failed || code == TEXT_NONE ? NULL : code == TEXT_SAME ? *last : new_read(c, last);
}

/* A text: its code, and with TEXT_NEW itself with its NUL. */
static void text_in(struct codec *c, const char **t, enum slot slot)
{
    size_t code = c->out ? code_of(*t, c->last[slot]) : 0;
    number(c, &code);
    coded(c, (enum text_code)(code < TEXT_CODES ? code : TEXT_CODES), t, slot);
    c->last[SLOT_LAST] = NULL;
}

static void text(struct codec *c, const char **t)
{
    text_in(c, t, SLOT_LAST);
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

/* Goes over an array of a struct, with a function for one. When writing nothing is changed: the array may be read-only. */
#define EACH(c, type, array, count, function)                                \
    do {                                                                     \
        type *made_ = items(c, &(count), sizeof(type));                      \
        type *all_ = (c)->out ? (type *)(array) : made_;                     \
        for (size_t i_ = 0; i_ < (count) && !(c)->failed; i_++)              \
            function(c, &all_[i_]);                                          \
        if (made_)                                                           \
            (array) = made_;                                                 \
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
        if (!c->out)
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

/* The codes of its texts stand together in front: of most places there is nothing more to say. */
static void place(struct codec *c, struct place *p)
{
    const char **const texts[SLOTS_OF_PLACE] = {&p->document, &p->cell, &p->clause, &p->heading,
                                                &p->type, &p->what, &p->name, &p->quote};
    size_t codes = p->paragraph;
    for (int i = 0; c->out && i < SLOTS_OF_PLACE; i++)
        codes |= (size_t)code_of(*texts[i], c->last[i]) << (1 + 2 * i);
    number(c, &codes);
    short_number(c, &p->line);
    if (!c->out)
        p->paragraph = codes & 1;
    for (int i = 0; i < SLOTS_OF_PLACE; i++)
        coded(c, (enum text_code)(codes >> (1 + 2 * i) & 3), texts[i], (enum slot)i);
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
    short_number(c, &f->judgement);
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
    if (!waivers && !c->out)
        f->waiver = NULL;
}

static void evidence(struct codec *c, struct evidence_item *e)
{
    place(c, &e->place);
    text_in(c, &e->field, SLOT_FIELD);
    value(c, &e->value);
    flag(c, &e->declared);
}

/* A rule by its place among the policy's, or behind these by its place among the engine's own. */
static void rule(struct codec *c, const struct rule_info **r)
{
    const struct rule_info *const *own;
    size_t own_count = result_own_rules(&own), at = 0;
    if (c->out && c->next_rule < c->rule_count && c->rules[c->next_rule] == *r)
        at = c->next_rule;
    while (c->out && at < c->rule_count && c->rules[at] != *r)
        at++;
    c->next_rule = at + 1;
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

/* A parameter of the rule: they stand in its order. */
static void parameter(struct codec *c, struct argument *a)
{
    const struct rule_info *of = c->judged;
    if (!c->out && of && c->next_parameter < of->param_count)
        a->name = of->params[c->next_parameter].name;
    c->next_parameter++;
    c->failed = c->failed || !a->name;
    value(c, &a->value);
}

static void judgement(struct codec *c, struct judgement *j)
{
    rule(c, &j->rule);
    c->judged = j->rule;
    c->next_parameter = 0;
    CHOICE(c, j->outcome, enum outcome, OUTCOME_COUNT);
    for (int l = 0; l < LANGUAGE_COUNT; l++)
        text_in(c, &j->reason[l], (enum slot)(SLOT_REASON + l));
    text_in(c, &j->message, SLOT_MESSAGE);
    EACH(c, struct argument, j->parameters, j->argument_count, parameter);
    EACH(c, struct evidence_item, j->evidence, j->evidence_count, evidence);
    number(c, &j->finding_count);
    short_number(c, &j->first_finding);
}

static void fault(struct codec *c, struct fault *f)
{
    CHOICE(c, f->id, enum fault_id, FAULT_COUNT);
    if (f->id == FAULT_NONE)
        return;
    FIELD(c, *f);
    if (c->out)
        return;
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
