/* Clauses, their terms and the passages in their words. */
#include "rules/bind.h"

#include <string.h>

#include "base/buffer.h"
#include "language/normalise.h"
#include "rules/sandbox_match.h"

/* ---- reading ---- */

static const struct node_handle *clause_handle(lua_State *L)
{
    const struct node_handle *h = bind_check(L, 1, HANDLE_NODE, "a clause");
    if (h->node->kind != &kind_clause)
        luaL_error(L, "a clause is expected, found a %s", h->node->kind->name);
    return h;
}

static const struct clause *checked_clause(lua_State *L)
{
    return (const struct clause *)clause_handle(L)->node;
}

static const struct clause_reading *reading_of(lua_State *L, const struct clause *c)
{
    const struct clause_reading *r = reading_clause(judge_reading(L), c);
    if (!r)
        luaL_error(L, "not enough memory");
    return r;
}

/* The type that this clause was asked for, or the one that it has; NULL when it has none. */
static const char *asked_type(const struct node_handle *h, const struct clause_reading *r)
{
    return h->asked ? h->asked : r->sure && r->type_count ? r->types[0].type : NULL;
}

/* ---- terms ---- */

/* The stable name of a term in the vocabulary. Raises for a name that the type does not have. */
static const char *term_name(lua_State *L, const char *type, const char *name)
{
    const char *const *all = type ? vocabulary_terms(ruleset_vocabulary(judge_of(L)->rules), type) : NULL;
    for (const char *const *t = all; t && *t; t++)
        if (!strcmp(*t, name))
            return *t;
    return NULL;
}

/* Stated before vague before blank before absent. */
static int rank(const struct read_term *t)
{
    return !t ? 0 : t->state == TERM_BLANK ? 1 : t->state == TERM_VAGUE ? 2 : 3;
}

/* What one clause leaves open another of the same type may state: availability in one article, response times in the
 * next. */
static const struct read_term *term_elsewhere(lua_State *L, const char *type, const char *name,
                                              const struct read_term *best)
{
    struct reading *r = judge_reading(L);
    const struct clause_reading *const *at;
    size_t count = reading_find(r, type, &at);
    for (size_t i = 0; i < count && rank(best) < 3; i++) {
        const struct read_term *t = reading_term(r, at[i], type, name);
        if (rank(t) > rank(best))
            best = t;
    }
    return best;
}

/* The term whose name is argument 2 of the clause that is argument 1; NULL when it is absent. */
static const struct read_term *find_term(lua_State *L, const struct node_handle *h)
{
    const struct clause *c = (const struct clause *)h->node;
    const char *name = luaL_checkstring(L, 2);
    const struct clause_reading *r = reading_of(L, c);
    const char *type = asked_type(h, r);
    const struct read_term *t = reading_term(judge_reading(L), r, type, name);
    const char *known = t ? t->name : term_name(L, type, name);
    if (!known && type)
        luaL_error(L, "a clause of type '%s' has no term '%s'", type, name);
    if (h->asked && rank(t) < 3)
        t = term_elsewhere(L, type, name, t);
    judge_mark(judge_of(L), &c->node, NULL, t ? t->name : known, t);
    return t;
}

static bool type_fits(enum value_type wanted, enum value_type found)
{
    return wanted == found || (wanted == VALUE_DURATION && found == VALUE_INTERVAL) ||
           (wanted == VALUE_INTERVAL && found == VALUE_DURATION);
}

static void push_term(lua_State *L, const struct read_term *t, const struct clause *c)
{
    struct term_handle *h = bind_new(L, sizeof *h, HANDLE_TERM, REF_TERM);
    h->term = t;
    h->clause = c;
}

static int get_term(lua_State *L, enum value_type wanted)
{
    const struct node_handle *h = clause_handle(L);
    const struct read_term *t = find_term(L, h);
    if (!t || t->state != TERM_STATED) {
        lua_pushnil(L);
        return 1;
    }
    if (!type_fits(wanted, t->value.type))
        return luaL_error(L, "the term '%s' is a %s, not a %s", t->name, value_type_name(t->value.type),
                          value_type_name(wanted));
    push_term(L, t, node_clause(t->node));
    return 1;
}

static int clause_duration(lua_State *L)
{
    return get_term(L, VALUE_DURATION);
}

static int clause_interval(lua_State *L)
{
    return get_term(L, VALUE_INTERVAL);
}

static int clause_percent(lua_State *L)
{
    return get_term(L, VALUE_PERCENT);
}

static int clause_amount(lua_State *L)
{
    return get_term(L, VALUE_AMOUNT);
}

static int clause_count(lua_State *L)
{
    return get_term(L, VALUE_COUNT);
}

static int clause_date(lua_State *L)
{
    return get_term(L, VALUE_DATE);
}

static int clause_flag(lua_State *L)
{
    return get_term(L, VALUE_BOOL);
}

static int clause_choice(lua_State *L)
{
    return get_term(L, VALUE_TEXT);
}

static int clause_wording(lua_State *L)
{
    const struct read_term *t = find_term(L, clause_handle(L));
    lua_pushstring(L, !t ? "absent" : t->state == TERM_STATED ? "stated" : t->state == TERM_VAGUE ? "vague" : "blank");
    return 1;
}

static void push_passage(lua_State *L, const struct span *span, const struct clause *c)
{
    struct passage_handle *p = bind_new(L, sizeof *p, HANDLE_PASSAGE, REF_PASSAGE);
    p->span = *span;
    p->clause = c;
}

static int clause_passage(lua_State *L)
{
    const struct node_handle *h = clause_handle(L);
    const struct read_term *t = find_term(L, h);
    if (!t)
        lua_pushnil(L);
    else if (t->declared)
        push_term(L, t, node_clause(t->node));
    else
        push_passage(L, &t->words, node_clause(t->node));
    return 1;
}

/* ---- what a clause is ---- */

static int clause_type(lua_State *L)
{
    const struct node_handle *h = clause_handle(L);
    const struct clause *c = (const struct clause *)h->node;
    judge_mark(judge_of(L), h->node, bind_field(&kind_clause, "type"), NULL, NULL);
    lua_pushstring(L, c->type ? c->type : asked_type(h, reading_of(L, c)));
    return 1;
}

/* Who owes it: "supplier", "customer", "both", or nil when nothing says so. */
static int clause_owed_by(lua_State *L)
{
    static const char *const names[] = {NULL, "supplier", "customer", "both"};
    const struct node_handle *h = clause_handle(L);
    const struct clause_reading *r = reading_of(L, (const struct clause *)h->node);
    const char *type = asked_type(h, r);
    judge_mark(judge_of(L), h->node, bind_field(&kind_clause, "party"), NULL, NULL);
    lua_pushstring(L, type ? names[reading_duty(judge_reading(L), r, type) & DUTY_BOTH] : NULL);
    return 1;
}

static int clause_declared(lua_State *L)
{
    lua_pushboolean(L, checked_clause(L)->type != NULL);
    return 1;
}

static int clause_mistyped(lua_State *L)
{
    const struct clause *c = checked_clause(L);
    const struct read_type *t = reading_mistyped(judge_reading(L), c);
    judge_mark(judge_of(L), &c->node, bind_field(&kind_clause, "type"), NULL, NULL);
    lua_pushstring(L, t ? t->type : NULL);
    return 1;
}

static void add_prose(lua_State *L, luaL_Buffer *b, const struct clause *c, int depth)
{
    LIST_EACH(struct prose, p, &c->text) {
        if (luaL_bufflen(b))
            luaL_addchar(b, '\n');
        sandbox_charge(L, p->len);
        luaL_addlstring(b, p->at, p->len);
    }
    if (depth < 64)
        LIST_EACH(struct clause, sub, &c->clauses)
            add_prose(L, b, sub, depth + 1);
}

static int clause_text(lua_State *L)
{
    const struct clause *c = checked_clause(L);
    luaL_Buffer b;
    judge_mark(judge_of(L), &c->node, NULL, NULL, NULL);
    luaL_buffinit(L, &b);
    add_prose(L, &b, c, 0);
    luaL_pushresult(&b);
    return 1;
}

static int push_spans(lua_State *L, const struct clause *c, const struct span *spans, size_t count)
{
    sandbox_charge(L, count);
    struct list_handle *l = push_items(L, ITEM_PASSAGE, count, false);
    l->clause = c;
    for (size_t i = 0; i < count; i++)
        l->at[i] = &spans[i];
    judge_mark(judge_of(L), &c->node, NULL, NULL, NULL);
    return 1;
}

static int clause_vague(lua_State *L)
{
    const struct clause *c = checked_clause(L);
    const struct span *spans = NULL;
    size_t count = reading_vague(judge_reading(L), c, &spans);
    return push_spans(L, c, spans, count);
}

static int clause_blanks(lua_State *L)
{
    const struct clause *c = checked_clause(L);
    const struct span *spans = NULL;
    size_t count = reading_blanks(judge_reading(L), c, &spans);
    return push_spans(L, c, spans, count);
}

static int clause_contradictions(lua_State *L)
{
    const struct clause *c = checked_clause(L);
    const struct read_term *terms = NULL;
    size_t count = reading_contradictions(judge_reading(L), c, &terms);
    sandbox_charge(L, count);
    struct list_handle *l = push_items(L, ITEM_CONTRADICTION, count, false);
    l->clause = c;
    for (size_t i = 0; i < count; i++) {
        l->at[i] = &terms[i];
        judge_mark(judge_of(L), &c->node, NULL, terms[i].name, &terms[i]);
    }
    return 1;
}

/* ---- says(pattern) ---- */

static void add_normal(struct normal *n, const struct clause *c, int depth)
{
    LIST_EACH(struct prose, p, &c->text)
        normal_add(n, p, p->at, p->len);
    if (depth < 64)
        LIST_EACH(struct clause, sub, &c->clauses)
            add_normal(n, sub, depth + 1);
}

/* Matches the words as recognition sees them, so that width, case and line breaks do not matter; the passage is what
 * stands in the document. */
static int clause_says(lua_State *L)
{
    const struct clause *c = checked_clause(L);
    struct judge *j = judge_of(L);
    struct normal n;
    size_t len, groups[2 * MATCH_GROUPS];
    const char *pattern = luaL_checklstring(L, 2, &len);
    judge_mark(j, &c->node, NULL, NULL, NULL);
    arena_reset(j->words);
    normal_init(&n, j->words);
    add_normal(&n, c, 0);
    normal_end(&n);
    sandbox_charge(L, n.len);
    if (n.failed)
        return luaL_error(L, "the text is too long to be matched");
    if (!n.len || !match_find(L, n.at, n.len, pattern, len, groups)) {
        lua_pushnil(L);
        return 1;
    }
    struct span span = normal_span(&n, groups[0], groups[1]);
    push_passage(L, &span, span.prose ? node_clause(&span.prose->node) : c);
    return 1;
}

const struct clause_members clause_members[] = {
    {"type", clause_type, false}, {"owed_by", clause_owed_by, false}, {"declared", clause_declared, false}, {"mistyped", clause_mistyped, false},
    {"text", clause_text, false}, {"vague", clause_vague, false}, {"blanks", clause_blanks, false},
    {"contradictions", clause_contradictions, false}, {"duration", clause_duration, true},
    {"interval", clause_interval, true}, {"percent", clause_percent, true}, {"amount", clause_amount, true},
    {"count", clause_count, true}, {"date", clause_date, true}, {"flag", clause_flag, true},
    {"choice", clause_choice, true}, {"wording", clause_wording, true}, {"passage", clause_passage, true},
    {"says", clause_says, true}, {NULL, NULL, false}};

/* ---- term handles ---- */

static int term_is(lua_State *L)
{
    const struct term_handle *h = bind_check(L, 1, HANDLE_TERM, "a term");
    struct value wanted;
    luaL_checkany(L, 2);
    lua_pushboolean(L, bind_shown(L, 2, &wanted) && value_equal(&h->term->value, &wanted));
    return 1;
}

static void push_words(lua_State *L, const struct span *span, const struct clause *c)
{
    size_t len;
    const char *at = span->len ? span_words(span, c, span->len, &len) : NULL;
    if (at)
        lua_pushlstring(L, at, len);
    else
        lua_pushnil(L);
}

static int term_index(lua_State *L)
{
    const struct term_handle *h = bind_check(L, 1, HANDLE_TERM, "a term");
    const char *name = luaL_checkstring(L, 2);
    if (!strcmp(name, "value"))
        push_value(L, &h->term->value);
    else if (!strcmp(name, "declared"))
        lua_pushboolean(L, h->term->declared);
    else if (!strcmp(name, "words"))
        push_words(L, &h->term->words, h->clause);
    else if (!strcmp(name, "name"))
        lua_pushstring(L, h->term->name);
    else if (!strcmp(name, "from"))
        lua_pushstring(L, h->term->from);
    else if (!strcmp(name, "clause"))
        push_node(L, &h->clause->node);
    else if (!strcmp(name, "is"))
        lua_pushcfunction(L, term_is);
    else
        return luaL_error(L, "a term has value, declared, words, name, from, clause and :is(), not '%s'", name);
    return 1;
}

static int passage_index(lua_State *L)
{
    const struct passage_handle *h = bind_check(L, 1, HANDLE_PASSAGE, "a passage");
    const char *name = luaL_checkstring(L, 2);
    if (!strcmp(name, "words"))
        push_words(L, &h->span, h->clause);
    else if (!strcmp(name, "clause"))
        push_node(L, &h->clause->node);
    else
        return luaL_error(L, "a passage has words and clause, not '%s'", name);
    return 1;
}

static int contradiction_index(lua_State *L)
{
    const struct term_handle *h = bind_check(L, 1, HANDLE_CONTRADICTION, "a contradiction");
    const char *name = luaL_checkstring(L, 2);
    if (!strcmp(name, "declared"))
        push_term(L, h->term, h->clause);
    else if (!strcmp(name, "recognised"))
        push_term(L, h->term->contradicts, h->clause);
    else if (!strcmp(name, "name"))
        lua_pushstring(L, h->term->name);
    else if (!strcmp(name, "words"))
        push_words(L, &h->term->contradicts->words, h->clause);
    else
        return luaL_error(L, "a contradiction has declared, recognised, name and words, not '%s'", name);
    return 1;
}

static int term_tostring(lua_State *L)
{
    struct value v;
    char text[128];
    struct buffer b;
    buffer_init_fixed(&b, text, sizeof text);
    if (bind_shown(L, 1, &v))
        value_write(&b, &v);
    lua_pushlstring(L, b.at && !b.failed ? b.at : "", b.at && !b.failed ? b.len : 0);
    return 1;
}

static int passage_tostring(lua_State *L)
{
    const struct passage_handle *h = bind_check(L, 1, HANDLE_PASSAGE, "a passage");
    push_words(L, &h->span, h->clause);
    if (lua_isnil(L, -1))
        lua_pushliteral(L, "");
    return 1;
}

void bind_open_clauses(lua_State *L)
{
    static const luaL_Reg term[] = {
        {"__index", term_index}, {"__tostring", term_tostring}, {"__lt", value_less}, {"__le", value_less_equal},
        {"__eq", value_same}, {"__add", value_add}, {"__sub", value_subtract}, {"__concat", value_concat},
        {NULL, NULL}};
    static const luaL_Reg passage[] = {{"__index", passage_index}, {"__tostring", passage_tostring},
                                       {"__concat", value_concat}, {NULL, NULL}};
    static const luaL_Reg contradiction[] = {{"__index", contradiction_index}, {NULL, NULL}};
    bind_metatable(L, REF_TERM, term);
    bind_metatable(L, REF_PASSAGE, passage);
    bind_metatable(L, REF_CONTRADICTION, contradiction);
    lua_pop(L, 3);
}
