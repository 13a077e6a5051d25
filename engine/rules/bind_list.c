/* Lists: indexing, each, and the questions any, all, none, find, where, count, latest, earliest, max. */
#include "rules/bind.h"
#include "rules/bind_question.h"

#include <string.h>

#include "rules/sandbox_order.h"

enum { LISTED = 1000000 };

/* ---- pushing ---- */

struct list_handle *push_items(lua_State *L, enum item_type items, size_t count, bool contracts)
{
    if (count > LISTED)
        luaL_error(L, "the list is too long");
    struct list_handle *l = bind_new(L, sizeof *l + count * sizeof *l->at, HANDLE_LIST,
                                     contracts ? REF_CONTRACTS : REF_LIST);
    l->items = items;
    l->count = count;
    l->contracts = contracts;
    return l;
}

void push_list(lua_State *L, const struct list *list)
{
    lua_rawgeti(L, LUA_REGISTRYINDEX, REF_LISTS);
    if (lua_rawgetp(L, -1, list) == LUA_TNIL) {
        lua_pop(L, 1);
        struct list_handle *l = push_items(L, ITEM_NODE, list->count, false);
        size_t n = 0;
        for (const struct node *at = list->first; at && n < l->count; at = at->next)
            l->at[n++] = at;
        lua_pushvalue(L, -1);
        lua_rawsetp(L, -3, list);
    }
    lua_remove(L, -2);
}

static void push_item(lua_State *L, const struct list_handle *l, size_t i)
{
    const void *at = l->at[i];
    if (l->items == ITEM_NODE) {
        if (l->asked)
            push_clause(L, at, l->asked);
        else
            push_node(L, at);
        return;
    }
    if (l->items == ITEM_PASSAGE) {
        struct passage_handle *p = bind_new(L, sizeof *p, HANDLE_PASSAGE, REF_PASSAGE);
        p->span = *(const struct span *)at;
        p->clause = l->clause;
        return;
    }
    struct term_handle *t = bind_new(L, sizeof *t, HANDLE_CONTRADICTION, REF_CONTRADICTION);
    t->term = at;
    t->clause = l->clause;
}

static const struct list_handle *check_list(lua_State *L)
{
    return bind_check(L, 1, HANDLE_LIST, "a list");
}

/* ---- iterating ---- */

/* Upvalues: the list, how many were given out. */
static int each_next(lua_State *L)
{
    const struct list_handle *l = lua_touserdata(L, lua_upvalueindex(1));
    lua_Integer i = lua_tointeger(L, lua_upvalueindex(2));
    if ((size_t)i >= l->count)
        return 0;
    lua_pushinteger(L, i + 1);
    lua_replace(L, lua_upvalueindex(2));
    push_item(L, l, (size_t)i);
    return 1;
}

static int list_each(lua_State *L)
{
    check_list(L);
    lua_settop(L, 1);
    lua_pushinteger(L, 0);
    lua_pushcclosure(L, each_next, 2);
    return 1;
}

static int list_length(lua_State *L)
{
    lua_pushinteger(L, (lua_Integer)check_list(L)->count);
    return 1;
}

/* ---- matching ---- */

static bool same_value(lua_State *L, int a, int b)
{
    struct tracked x, y;
    if (lua_rawequal(L, a, b))
        return true;
    if (lua_type(L, a) != LUA_TUSERDATA || !bind_operand(L, a, &x) || !bind_operand(L, b, &y))
        return false;
    if (x.moves || y.moves)
        judge_daily(judge_of(L));
    return value_equal(&x.value, &y.value);
}

/* True if the value on top equals the wanted one (below it), or one of the wanted ones when that is a table. */
static bool wanted_value(lua_State *L)
{
    int value = lua_gettop(L), wanted = value - 1;
    if (!lua_istable(L, wanted))
        return same_value(L, value, wanted);
    bool found = false;
    for (lua_Integer i = 1; !found && lua_rawgeti(L, wanted, i) != LUA_TNIL; i++) {
        found = same_value(L, value, lua_gettop(L));
        lua_settop(L, value);
    }
    lua_settop(L, value);
    return found;
}

/* All fields of the table at index 2 hold for the item on top; names are at `names`, in order. */
static bool fields_hold(lua_State *L, int names)
{
    int item = lua_gettop(L);
    bool all = true;
    for (lua_Integer i = 1; all && lua_rawgeti(L, names, i) != LUA_TNIL; i++) {
        lua_pushvalue(L, -1);
        lua_rawget(L, 2);
        lua_pushvalue(L, -2);
        lua_gettable(L, item);
        all = wanted_value(L);
        lua_settop(L, item);
    }
    lua_settop(L, item);
    return all;
}

/* What argument 2 asks for, prepared: a function, or a table whose field names follow in order at index 3. `plain`
 * questions about nodes are answered without Lua. */
static bool prepare_question(lua_State *L, struct inquiry *q)
{
    lua_settop(L, 2);
    q->count = 0;
    q->plain = false;
    if (lua_isnil(L, 2))
        return false;
    if (lua_istable(L, 2)) {
        order_keys(L, 2);
        question_prepare(L, q);
    } else if (lua_isfunction(L, 2))
        lua_pushnil(L);
    else
        luaL_error(L, "a function or a table of fields is expected, found a %s", bind_word(L, 2));
    return true;
}

/* True if the item on top is one that is asked for. */
static bool holds(lua_State *L)
{
    sandbox_charge(L, 4);
    if (lua_istable(L, 2))
        return fields_hold(L, 3);
    lua_pushvalue(L, 2);
    lua_pushvalue(L, -2);
    lua_call(L, 1, 1);
    bool yes = lua_toboolean(L, -1);
    lua_pop(L, 1);
    return yes;
}

/* The position of the first item from `from` for which the answer is `answer`; l->count when there is none. */
static size_t seek(lua_State *L, const struct list_handle *l, struct inquiry *q, size_t from, bool answer)
{
    bool yes;
    for (size_t i = from; i < l->count; i++) {
        if (l->items == ITEM_NODE && question_answer(L, q, l->at[i], &yes)) {
            if (yes == answer)
                return i;
            continue;
        }
        push_item(L, l, i);
        yes = holds(L);
        lua_pop(L, 1);
        if (yes == answer)
            return i;
    }
    return l->count;
}

static int list_any(lua_State *L)
{
    const struct list_handle *l = check_list(L);
    struct inquiry q;
    lua_pushboolean(L, prepare_question(L, &q) ? seek(L, l, &q, 0, true) < l->count : l->count > 0);
    return 1;
}

static int list_none(lua_State *L)
{
    const struct list_handle *l = check_list(L);
    struct inquiry q;
    lua_pushboolean(L, prepare_question(L, &q) ? seek(L, l, &q, 0, true) == l->count : l->count == 0);
    return 1;
}

static int list_all(lua_State *L)
{
    const struct list_handle *l = check_list(L);
    struct inquiry q;
    if (!prepare_question(L, &q))
        return luaL_error(L, "all needs a function or a table of fields");
    lua_pushboolean(L, seek(L, l, &q, 0, false) == l->count);
    return 1;
}

static int list_find(lua_State *L)
{
    const struct list_handle *l = check_list(L);
    struct inquiry q;
    if (!prepare_question(L, &q))
        return luaL_error(L, "find needs a function or a table of fields");
    size_t at = seek(L, l, &q, 0, true);
    if (at == l->count)
        lua_pushnil(L);
    else
        push_item(L, l, at);
    return 1;
}

static int list_count(lua_State *L)
{
    const struct list_handle *l = check_list(L);
    struct inquiry q;
    size_t n = 0;
    if (!prepare_question(L, &q))
        n = l->count;
    else
        for (size_t i = seek(L, l, &q, 0, true); i < l->count; i = seek(L, l, &q, i + 1, true))
            n++;
    lua_pushinteger(L, (lua_Integer)n);
    return 1;
}

static int list_where(lua_State *L)
{
    const struct list_handle *l = check_list(L);
    struct inquiry q;
    if (!prepare_question(L, &q))
        return luaL_error(L, "where needs a function or a table of fields");
    struct list_handle *found = push_items(L, l->items, l->count, l->contracts);
    size_t n = 0;
    found->clause = l->clause;
    found->asked = l->asked;
    for (size_t i = seek(L, l, &q, 0, true); i < l->count; i = seek(L, l, &q, i + 1, true))
        found->at[n++] = l->at[i];
    found->count = n;
    return 1;
}

/* ---- extremes ---- */

/* The value of the field that is argument 2 of an item; false when it has none. */
static bool item_value(lua_State *L, const struct list_handle *l, size_t i, struct value *out)
{
    struct tracked t;
    const struct node *n = l->items == ITEM_NODE ? l->at[i] : NULL;
    const struct field *f = n ? bind_plain_field(n->kind, lua_tostring(L, 2)) : NULL;
    sandbox_charge(L, 4);
    if (f) {
        judge_mark(judge_of(L), n, f, NULL, NULL);
        *out = node_value(n, f);
        if (out->type == VALUE_TEXT || out->type == VALUE_BOOL)
            luaL_error(L, "'%s' has no order", lua_tostring(L, 2));
        return out->type != VALUE_NONE;
    }
    push_item(L, l, i);
    lua_pushvalue(L, 2);
    lua_gettable(L, -2);
    bool any = bind_operand(L, -1, &t);
    if (!any && !lua_isnil(L, -1))
        luaL_error(L, "'%s' has no order", lua_tostring(L, 2));
    lua_pop(L, 2);
    *out = t.value;
    return any;
}

/* The position of the item with the greatest (sign 1) or least (sign -1) value in the field that is argument 2, with
 * that value in *best; l->count when no item has a value there. Of equals the first. */
static size_t extreme(lua_State *L, const struct list_handle *l, int sign, struct value *best)
{
    size_t at = l->count;
    luaL_checktype(L, 2, LUA_TSTRING);
    for (size_t i = 0; i < l->count; i++) {
        struct value v;
        int order = sign;
        if (!item_value(L, l, i, &v))
            continue;
        if (at != l->count && !value_compare(&v, best, &order))
            luaL_error(L, "the values of '%s' cannot be compared", lua_tostring(L, 2));
        if (order * sign > 0) {
            at = i;
            *best = v;
        }
    }
    return at;
}

static int list_latest(lua_State *L)
{
    const struct list_handle *l = check_list(L);
    struct value best;
    size_t at = extreme(L, l, 1, &best);
    if (at == l->count)
        lua_pushnil(L);
    else
        push_item(L, l, at);
    return 1;
}

static int list_earliest(lua_State *L)
{
    const struct list_handle *l = check_list(L);
    struct value best;
    size_t at = extreme(L, l, -1, &best);
    if (at == l->count)
        lua_pushnil(L);
    else
        push_item(L, l, at);
    return 1;
}

static int list_max(lua_State *L)
{
    const struct list_handle *l = check_list(L);
    struct value best = {.type = VALUE_NONE};
    extreme(L, l, 1, &best);
    push_value(L, &best);
    return 1;
}

static int list_min(lua_State *L)
{
    const struct list_handle *l = check_list(L);
    struct value best = {.type = VALUE_NONE};
    extreme(L, l, -1, &best);
    push_value(L, &best);
    return 1;
}

/* ---- metatable ---- */

/* __index: a position, or a method; upvalue 1: the methods. */
static int list_index(lua_State *L)
{
    const struct list_handle *l = lua_touserdata(L, 1); /* only lists have this metamethod, out of reach of rules */
    if (lua_isinteger(L, 2)) {
        lua_Integer i = lua_tointeger(L, 2);
        if (i < 1 || (size_t)i > l->count)
            lua_pushnil(L);
        else
            push_item(L, l, (size_t)i - 1);
        return 1;
    }
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
    if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL)
        return 1;
    return sandbox_no_such(L, "a list", name, lua_upvalueindex(1));
}

static const luaL_Reg methods[] = {
    {"each", list_each}, {"any", list_any}, {"all", list_all}, {"none", list_none}, {"find", list_find},
    {"where", list_where}, {"count", list_count}, {"latest", list_latest}, {"earliest", list_earliest},
    {"max", list_max}, {"min", list_min}, {NULL, NULL}};

void bind_list_metatable(lua_State *L, int ref, const luaL_Reg *more)
{
    static const luaL_Reg metamethods[] = {{"__len", list_length}, {NULL, NULL}};
    bind_metatable(L, ref, metamethods);
    lua_newtable(L);
    luaL_setfuncs(L, methods, 0);
    luaL_setfuncs(L, more, 0);
    lua_pushcclosure(L, list_index, 1);
    lua_setfield(L, -2, "__index");
    lua_pop(L, 1);
}

void bind_open_lists(lua_State *L)
{
    static const luaL_Reg none[] = {{NULL, NULL}};
    bind_list_metatable(L, REF_LIST, none);
}
