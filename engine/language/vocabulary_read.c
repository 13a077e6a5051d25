#include <string.h>

#include "base/text.h"
#include "language/vocabulary_build.h"

/* Names that a table may hold, so that a slip of the hand is an error and not silence. */
static const char *const root_names[] = {"sets", "types", "vague", "frequencies", "events", "roles", "sure", "maybe", NULL};
static const char *const type_names[] = {"title",  "owes",    "may",    "held",  "heading", "heading_hint", "sure",
                                         "strong", "weak",    "against", "denies", "decoys",  "terms",        NULL};
static const char *const term_names[] = {"type", "mode", "near", "far", "vague", "values", "yes", "no", "better", "silent", NULL};

static void refuse_name(struct vocabulary_builder *b, const struct data *at, const char *const *names)
{
    size_t count = 0;
    while (names[count])
        count++;
    const char *near = text_suggest(at->key, names, count);
    struct fault *f = build_fault(b, at);
    if (!f)
        return;
    if (near)
        fault_set(f, FAULT_VOCABULARY_NAME_NEAR, at->key, near);
    else
        fault_set(f, FAULT_VOCABULARY_NAME, at->key);
}

static void refuse_form(struct vocabulary_builder *b, const struct data *at, const char *name, const char *form)
{
    struct fault *f = build_fault(b, at);
    if (f)
        fault_set(f, FAULT_VOCABULARY_FORM, name, form);
}

static void check_names(struct vocabulary_builder *b, const struct data *table, const char *const *names)
{
    for (size_t i = 0; i < table->as.table.named; i++) {
        const struct data *member = &table->as.table.members[i];
        bool known = false;
        for (const char *const *n = names; *n && !known; n++)
            known = strcmp(*n, member->key) == 0;
        if (!known)
            refuse_name(b, member, names);
    }
}

/* Every phrase of the list called `key`, as rows like `row`. */
static void read_phrases(struct vocabulary_builder *b, const struct data *table, const char *key, struct phrase row)
{
    const struct data *list = key ? data_get(table, key) : table;
    if (!list)
        return;
    if (list->type != DATA_TABLE) {
        refuse_form(b, list, key, "{ \"...\" }");
        return;
    }
    for (size_t i = 0; i < data_items(list); i++) {
        const struct data *item = data_item(list, i);
        if (item->type == DATA_TEXT)
            build_phrase(b, item, row);
        else
            refuse_form(b, item, key ? key : "-", "{ \"...\" }");
    }
}

/* ---- terms ---- */

static uint16_t add_value(struct vocabulary_builder *b, const char *name, struct duration every)
{
    struct vocabulary *v = b->v;
    void *rows = v->values;
    if (v->value_count >= NO_INDEX || !rows_grow(b, &rows, v->value_count, &b->value_size, sizeof *v->values))
        return NO_INDEX;
    v->values = rows;
    v->values[v->value_count] = (struct vocabulary_value){.name = arena_copy(v->arena, name, strlen(name)), .every = every};
    return (uint16_t)v->value_count++;
}

static enum value_type holds(const char *name)
{
    static const struct { const char *name; enum value_type type; } rows[] = {
        {"duration", VALUE_DURATION}, {"interval", VALUE_INTERVAL}, {"percent", VALUE_PERCENT},
        {"amount", VALUE_AMOUNT},     {"count", VALUE_COUNT},       {"flag", VALUE_BOOL},
        {"choice", VALUE_TEXT},       {"date", VALUE_DATE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        if (strcmp(rows[i].name, name) == 0)
            return rows[i].type;
    return VALUE_NONE;
}

/* "limit notice" names the ways in which a length of time may be meant. */
static unsigned modes(struct vocabulary_builder *b, const struct data *term)
{
    static const struct { const char *name; unsigned mode; } rows[] = {
        {"limit", TIME_LIMIT}, {"notice", TIME_NOTICE}, {"period", TIME_PERIOD}};
    const char *text = data_text(term, "mode", "");
    unsigned found = 0;
    while (*text) {
        size_t len = strcspn(text, " "), i = 0;
        for (; i < 3 && !(strlen(rows[i].name) == len && memcmp(rows[i].name, text, len) == 0); i++)
            ;
        if (i == 3) {
            refuse_form(b, data_get(term, "mode"), "mode", "\"limit|notice|period\"");
            return 0;
        }
        found |= rows[i].mode;
        text += len + (text[len] == ' ');
    }
    return found;
}

static uint16_t term_for(struct vocabulary_builder *b, const struct data *term, uint16_t type)
{
    struct vocabulary *v = b->v;
    uint16_t index = vocabulary_term_index(v, type, term->key);
    const char *kind = data_text(term, "type", "");
    if (index != NO_INDEX)
        return index;
    if (holds(kind) == VALUE_NONE) {
        refuse_form(b, term, term->key, "type = \"duration|interval|percent|amount|count|date|flag|choice\"");
        return NO_INDEX;
    }
    void *rows = v->terms;
    if (v->term_count >= VOCABULARY_TERMS || !rows_grow(b, &rows, v->term_count, &b->term_size, sizeof *v->terms))
        return NO_INDEX;
    v->terms = rows;
    const struct data *vague = data_get(term, "vague");
    v->terms[v->term_count] = (struct vocabulary_term){
        .name = arena_copy(v->arena, term->key, strlen(term->key)),
        .type = type,
        .holds = holds(kind),
        .modes = modes(b, term),
        .vague = vague && vague->type == DATA_BOOL && vague->as.flag,
    };
    return (uint16_t)v->term_count++;
}

/* values = { { is = "prior-written", "phrase", ... }, ... }: tried in this order. */
static void read_values(struct vocabulary_builder *b, const struct data *term, struct phrase row)
{
    const struct data *list = data_get(term, "values");
    if (!list)
        return;
    for (size_t i = 0; i < data_items(list); i++) {
        const struct data *entry = data_item(list, i);
        const char *is = entry->type == DATA_TABLE ? data_text(entry, "is", NULL) : NULL;
        if (!is) {
            refuse_form(b, entry, "values", "{ is = \"...\", \"...\" }");
            continue;
        }
        row.value = add_value(b, is, (struct duration){0});
        read_phrases(b, entry, NULL, row);
    }
}

/* better = { "prior-written", "notice", "free" }: the choices, the best first. */
static void read_best(struct vocabulary_builder *b, const struct data *list, struct vocabulary_term *t)
{
    size_t count = data_items(list);
    t->best = count && count <= UINT8_MAX ? arena_array(b->v->arena, count, sizeof *t->best) : NULL;
    for (size_t i = 0; t->best && i < count; i++) {
        const struct data *item = data_item(list, i);
        if (item->type != DATA_TEXT) {
            refuse_form(b, item, "better", "{ \"...\" }");
            return;
        }
        t->best[i] = arena_copy(b->v->arena, item->as.text.at, item->as.text.len);
        t->listed = (uint8_t)(i + 1);
    }
    t->better = BETTER_LISTED;
}

/* Which of two values the customer is better off with: `kijun diff` says so. */
static void read_better(struct vocabulary_builder *b, const struct data *term, struct vocabulary_term *t)
{
    static const struct { const char *name; enum better better; bool flag; } rows[] = {
        {"less", BETTER_LESS, false}, {"more", BETTER_MORE, false}, {"no", BETTER_LESS, true}, {"yes", BETTER_MORE, true}};
    const struct data *better = data_get(term, "better"), *silent = data_get(term, "silent");
    t->silent_is_best |= silent && strcmp(data_text(term, "silent", ""), "best") == 0;
    if (silent && !t->silent_is_best)
        refuse_form(b, silent, "silent", "\"best\"");
    if (!better)
        return;
    if (t->holds == VALUE_TEXT && better->type == DATA_TABLE && !better->as.table.named) {
        read_best(b, better, t);
        return;
    }
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (better->type == DATA_TEXT && strcmp(rows[i].name, better->as.text.at) == 0 && rows[i].flag == (t->holds == VALUE_BOOL) &&
            t->holds != VALUE_TEXT) {
            t->better = (uint8_t)rows[i].better;
            return;
        }
    refuse_form(b, better, "better", t->holds == VALUE_TEXT ? "{ \"best\", ..., \"worst\" }" : t->holds == VALUE_BOOL ? "\"yes|no\"" : "\"less|more\"");
}

static void read_term(struct vocabulary_builder *b, const struct data *term, uint16_t type)
{
    if (term->type != DATA_TABLE) {
        refuse_form(b, term, term->key, "{ type = \"...\" }");
        return;
    }
    check_names(b, term, term_names);
    uint16_t index = term_for(b, term, type);
    if (index == NO_INDEX)
        return;
    read_better(b, term, &b->v->terms[index]);
    struct phrase row = {.type = type, .term = index, .value = NO_INDEX};
    row.use = USE_NEAR;
    read_phrases(b, term, "near", row);
    if (data_get(term, "near"))
        b->v->terms[index].has_near = true;
    row.use = USE_FAR;
    read_phrases(b, term, "far", row);
    row.use = USE_VALUE;
    read_values(b, term, row);
    if (b->v->terms[index].holds != VALUE_BOOL)
        return;
    row.value = add_value(b, "no", (struct duration){0});
    read_phrases(b, term, "no", row);
    row.value = add_value(b, "yes", (struct duration){0});
    read_phrases(b, term, "yes", row);
}

/* ---- types ---- */

static enum owes owes(struct vocabulary_builder *b, const struct data *type)
{
    const char *text = data_text(type, "owes", "anyone");
    if (strcmp(text, "supplier") == 0)
        return OWES_SUPPLIER;
    if (strcmp(text, "customer") == 0)
        return OWES_CUSTOMER;
    if (strcmp(text, "anyone") != 0)
        refuse_form(b, data_get(type, "owes"), "owes", "\"supplier|customer|anyone\"");
    return OWES_ANYONE;
}

/* may = "right": what the words allow, the other side has to bear. */
static bool may_is_right(struct vocabulary_builder *b, const struct data *type)
{
    const char *text = data_text(type, "may", "permission");
    bool right = strcmp(text, "right") == 0;
    if (!right && strcmp(text, "permission") != 0)
        refuse_form(b, data_get(type, "may"), "may", "\"right|permission\"");
    return right;
}

static uint16_t type_for(struct vocabulary_builder *b, const struct data *type)
{
    struct vocabulary *v = b->v;
    uint16_t index = vocabulary_type_index(v, type->key);
    if (index != NO_INDEX)
        return index;
    const struct data *title = data_get(type, "title");
    const char *en = title && title->type == DATA_TABLE ? data_text(title, "en", NULL) : NULL;
    const char *ja = title && title->type == DATA_TABLE ? data_text(title, "ja", NULL) : NULL;
    if (!en || !ja) {
        refuse_form(b, type, type->key, "title = { en = \"...\", ja = \"...\" }");
        return NO_INDEX;
    }
    void *rows = v->types;
    if (v->type_count >= VOCABULARY_TYPES || !rows_grow(b, &rows, v->type_count, &b->type_size, sizeof *v->types))
        return NO_INDEX;
    v->types = rows;
    v->types[v->type_count] = (struct vocabulary_type){
        .name = arena_copy(v->arena, type->key, strlen(type->key)),
        .title = {[LANGUAGE_EN] = arena_copy(v->arena, en, strlen(en)),
                  [LANGUAGE_JA] = arena_copy(v->arena, ja, strlen(ja))},
        .owes = owes(b, type),
        .may_is_right = may_is_right(b, type),
    };
    return (uint16_t)v->type_count++;
}

static void read_type(struct vocabulary_builder *b, const struct data *type)
{
    static const struct { const char *name; enum phrase_use use; int16_t points; } levels[] = {
        {"heading", USE_HEADING, POINTS_HEADING}, {"heading_hint", USE_HEADING, POINTS_HEADING_HINT},
        {"sure", USE_BODY, POINTS_SURE},          {"strong", USE_BODY, POINTS_STRONG},
        {"weak", USE_BODY, POINTS_WEAK},          {"against", USE_BODY, POINTS_AGAINST},
        {"denies", USE_BODY, POINTS_DENIED},      {"decoys", USE_DECOY, 0},
    };
    if (type->type != DATA_TABLE) {
        refuse_form(b, type, type->key, "{ title = ... }");
        return;
    }
    check_names(b, type, type_names);
    uint16_t index = type_for(b, type);
    if (index == NO_INDEX)
        return;
    for (size_t i = 0; i < sizeof levels / sizeof levels[0]; i++)
        read_phrases(b, type, levels[i].name,
                     (struct phrase){.use = levels[i].use, .points = levels[i].points, .type = index, .term = NO_INDEX,
                                     .value = NO_INDEX});
    b->v->types[index].has_held |= data_get(type, "held") != NULL;
    read_phrases(b, type, "held", (struct phrase){.use = USE_HELD, .type = index, .term = NO_INDEX, .value = index});
    const struct data *terms = data_get(type, "terms");
    for (size_t i = 0; terms && terms->type == DATA_TABLE && i < terms->as.table.named; i++)
        read_term(b, &terms->as.table.members[i], index);
}

/* frequencies = { { every = "P3M", "quarterly", ... } } */
static void read_frequencies(struct vocabulary_builder *b, const struct data *root)
{
    const struct data *list = data_get(root, "frequencies");
    for (size_t i = 0; list && i < data_items(list); i++) {
        const struct data *entry = data_item(list, i);
        const char *every = entry->type == DATA_TABLE ? data_text(entry, "every", "") : "";
        struct duration d;
        if (!value_parse_duration(every, strlen(every), &d)) {
            refuse_form(b, entry, "frequencies", "{ every = \"P3M\", \"...\" }");
            continue;
        }
        read_phrases(b, entry, NULL,
                     (struct phrase){.use = USE_INTERVAL, .type = NO_INDEX, .term = NO_INDEX,
                                     .value = add_value(b, every, d)});
    }
}

/* events = { { is = "awareness", en = "...", ja = "...", "phrase", ... } } */
static void read_events(struct vocabulary_builder *b, const struct data *root)
{
    const struct data *list = data_get(root, "events");
    for (size_t i = 0; list && i < data_items(list); i++) {
        const struct data *entry = data_item(list, i);
        bool table = entry->type == DATA_TABLE;
        const char *is = table ? data_text(entry, "is", NULL) : NULL, *en = table ? data_text(entry, "en", NULL) : NULL;
        const char *ja = table ? data_text(entry, "ja", NULL) : NULL;
        uint16_t value = is && en && ja ? add_value(b, is, (struct duration){0}) : NO_INDEX;
        if (value == NO_INDEX) {
            refuse_form(b, entry, "events", "{ is = \"...\", en = \"...\", ja = \"...\", \"...\" }");
            continue;
        }
        b->v->values[value].title[LANGUAGE_EN] = arena_copy(b->v->arena, en, strlen(en));
        b->v->values[value].title[LANGUAGE_JA] = arena_copy(b->v->arena, ja, strlen(ja));
        read_phrases(b, entry, NULL, (struct phrase){.use = USE_EVENT, .type = NO_INDEX, .term = NO_INDEX, .value = value});
    }
}

/* roles = { supplier = { "provider", ... }, customer = { ... }, both = { ... } } */
static void read_roles(struct vocabulary_builder *b, const struct data *root)
{
    static const struct { const char *name; uint16_t side; } sides[] = {
        {"supplier", DUTY_SUPPLIER}, {"customer", DUTY_CUSTOMER}, {"both", DUTY_BOTH}};
    static const char *const names[] = {"supplier", "customer", "both", NULL};
    const struct data *roles = data_get(root, "roles");
    if (!roles)
        return;
    if (roles->type != DATA_TABLE) {
        refuse_form(b, roles, "roles", "{ supplier = { \"...\" } }");
        return;
    }
    check_names(b, roles, names);
    for (size_t i = 0; i < sizeof sides / sizeof sides[0]; i++)
        read_phrases(b, roles, sides[i].name,
                     (struct phrase){.use = USE_ROLE, .type = NO_INDEX, .term = NO_INDEX, .value = sides[i].side});
}

static void read_threshold(struct vocabulary_builder *b, const struct data *root, const char *name, int32_t *out)
{
    const struct data *points = data_get(root, name);
    if (!points)
        return;
    if (points->type != DATA_INT || points->as.integer < 1 || points->as.integer > 1000)
        refuse_form(b, points, name, "1 .. 1000");
    else
        *out = (int32_t)points->as.integer;
}

static void read_pack(struct vocabulary_builder *b, const struct data *root)
{
    if (root->type != DATA_TABLE) {
        refuse_form(b, root, "vocabulary", "vocabulary { ... }");
        return;
    }
    check_names(b, root, root_names);
    read_threshold(b, root, "sure", &b->v->sure);
    read_threshold(b, root, "maybe", &b->v->maybe);
    read_phrases(b, root, "vague",
                 (struct phrase){.use = USE_VAGUE, .type = NO_INDEX, .term = NO_INDEX, .value = NO_INDEX});
    read_frequencies(b, root);
    read_events(b, root);
    read_roles(b, root);
    const struct data *types = data_get(root, "types");
    for (size_t i = 0; types && types->type == DATA_TABLE && i < types->as.table.named; i++)
        read_type(b, &types->as.table.members[i]);
}

void build_packs(struct vocabulary_builder *b, const struct data *const *packs, size_t count)
{
    for (size_t i = 0; i < count && !b->out_of_memory; i++)
        read_pack(b, packs[i]);
}
