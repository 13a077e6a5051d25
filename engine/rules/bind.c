/* What all bindings share: handles and their metatables. */
#include "rules/bind.h"

#include <stdio.h>
#include <string.h>

void *bind_new(lua_State *L, size_t size, enum handle_type type, int metatable)
{
    enum handle_type *h = lua_newuserdatauv(L, size, type == HANDLE_OUTCOME ? 1 : 0);
    memset(h, 0, size);
    *h = type;
    lua_rawgeti(L, LUA_REGISTRYINDEX, metatable);
    lua_setmetatable(L, -2);
    return h;
}

/* Every userdata that a rule can hold is a handle: there is nothing else to mistake it for. */
void *bind_test(lua_State *L, int index, enum handle_type type)
{
    enum handle_type *h = lua_touserdata(L, index);
    return h && *h == type ? h : NULL;
}

void *bind_check(lua_State *L, int index, enum handle_type type, const char *what)
{
    void *h = bind_test(L, index, type);
    if (!h)
        luaL_error(L, "%s is expected, found a %s; methods are called with ':'", what, bind_word(L, index));
    return h;
}

const char *bind_word(lua_State *L, int index)
{
    const struct value_handle *v = bind_test(L, index, HANDLE_VALUE);
    const struct node_handle *n = bind_test(L, index, HANDLE_NODE);
    const struct term_handle *t = bind_test(L, index, HANDLE_TERM);
    if (v)
        return value_type_name(v->tracked.value.type);
    if (n)
        return n->node->kind->name;
    if (t)
        return t->term->state == TERM_STATED ? value_type_name(t->term->value.type) : "term without a value";
    if (bind_test(L, index, HANDLE_LIST))
        return "list";
    if (bind_test(L, index, HANDLE_PASSAGE))
        return "passage";
    if (bind_test(L, index, HANDLE_OUTCOME))
        return "outcome";
    if (bind_test(L, index, HANDLE_SUBJECT))
        return "subject";
    if (lua_type(L, index) == LUA_TUSERDATA)
        return "contradiction";
    return lua_type(L, index) == LUA_TSTRING ? "text" : luaL_typename(L, index);
}

void bind_metatable(lua_State *L, int ref, const luaL_Reg *metamethods)
{
    lua_newtable(L);
    luaL_setfuncs(L, metamethods, 0);
    lua_pushvalue(L, -1);
    lua_rawseti(L, LUA_REGISTRYINDEX, ref);
}

int bind_end(lua_State *L, enum engine_message message, enum outcome outcome, const char *word)
{
    struct ending *e = &judge_of(L)->ending;
    e->message = message;
    e->outcome = outcome;
    snprintf(e->word, sizeof e->word, "%s", word);
    return luaL_error(L, "ended by the engine");
}

void judge_mark(struct judge *j, const struct node *node, const struct field *field, const char *name,
                const struct read_term *term)
{
    for (size_t i = j->mark_count; i > 0; i--) {
        const struct mark *m = &j->marks[i - 1];
        if (m->node == node && m->field == field && m->name == name)
            return;
    }
    if (j->mark_count < JUDGE_EVIDENCE)
        j->marks[j->mark_count++] = (struct mark){node, field, name, term};
}

void judge_mark_first(struct judge *j, const struct node *node)
{
    struct mark first[JUDGE_EVIDENCE], rest[JUDGE_EVIDENCE];
    size_t n = 0, others = 0;
    for (size_t i = 0; i < j->mark_count; i++) {
        if (j->marks[i].node == node)
            first[n++] = j->marks[i];
        else
            rest[others++] = j->marks[i];
    }
    if (!n)
        first[n++] = (struct mark){.node = node};
    if (n + others > JUDGE_EVIDENCE)
        others--;
    memcpy(j->marks, first, n * sizeof *first);
    memcpy(j->marks + n, rest, others * sizeof *rest);
    j->mark_count = n + others;
}

struct reading *judge_reading(lua_State *L)
{
    struct judge *j = judge_of(L);
    if (!j->reading)
        j->reading = reading_new(ruleset_vocabulary(j->rules), j->subject, j->as_of, j->memo, j->scratch);
    if (!j->reading)
        luaL_error(L, "not enough memory");
    return j->reading;
}

void bind_open(lua_State *L)
{
    bind_open_values(L);
    bind_open_makers(L);
    bind_open_nodes(L);
    bind_open_clauses(L);
    bind_open_lists(L);
    bind_open_contracts(L);
    bind_open_subject(L);
    bind_open_outcomes(L);
}
