#include "rules/sandbox_order.h"

#include <string.h>

/* ---- keys ---- */

/* Position of a key's type in the order; 0: has none. */
static int rank(lua_State *L, int index)
{
    switch (lua_type(L, index)) {
    case LUA_TNUMBER:
        return 1;
    case LUA_TSTRING:
        return 2;
    case LUA_TBOOLEAN:
        return 3;
    default:
        return 0;
    }
}

/* Bytes, not the collation of a locale. */
static bool text_before(lua_State *L, int a, int b)
{
    size_t a_len, b_len;
    const char *x = lua_tolstring(L, a, &a_len), *y = lua_tolstring(L, b, &b_len);
    size_t least = a_len < b_len ? a_len : b_len;
    int order = memcmp(x, y, least);
    sandbox_charge(L, 1 + least / 16);
    return order ? order < 0 : a_len < b_len;
}

static bool key_before(lua_State *L, int a, int b)
{
    int x = rank(L, a), y = rank(L, b);
    if (!x || !y) {
        luaL_error(L, "a table with a %s as key has no order", luaL_typename(L, x ? b : a));
        return false;
    }
    if (x != y)
        return x < y;
    if (x == 1)
        return lua_compare(L, a, b, LUA_OPLT);
    if (x == 2)
        return text_before(L, a, b);
    return lua_toboolean(L, a) < lua_toboolean(L, b);
}

/* ---- sorting ---- */

typedef bool (*before_fn)(lua_State *L, int a, int b, int less);

static bool by_key(lua_State *L, int a, int b, int less)
{
    (void)less;
    return key_before(L, a, b);
}

static bool by_value(lua_State *L, int a, int b, int less)
{
    if (!less) {
        if (lua_type(L, a) == LUA_TSTRING && lua_type(L, b) == LUA_TSTRING)
            return text_before(L, a, b);
        return lua_compare(L, a, b, LUA_OPLT);
    }
    a = lua_absindex(L, a);
    b = lua_absindex(L, b);
    lua_pushvalue(L, less);
    lua_pushvalue(L, a);
    lua_pushvalue(L, b);
    lua_call(L, 2, 1);
    bool before = lua_toboolean(L, -1);
    lua_pop(L, 1);
    return before;
}

struct merge {
    lua_State *L;
    int from, to, less;
    before_fn before;
};

/* Merges [low, middle) and [middle, high) of `from` into `to`. Whatever the comparison says, each item moves once. */
static void merge_runs(const struct merge *m, lua_Integer low, lua_Integer middle, lua_Integer high)
{
    lua_State *L = m->L;
    lua_Integer a = low, b = middle;
    for (lua_Integer i = low; i < high; i++) {
        bool second = a == middle;
        if (a < middle && b < high) {
            sandbox_charge(L, 4);
            lua_geti(L, m->from, b);
            lua_geti(L, m->from, a);
            second = m->before(L, -2, -1, m->less);
            lua_pop(L, 2);
        }
        lua_geti(L, m->from, second ? b++ : a++);
        lua_seti(L, m->to, i);
    }
}

static void sort_with(lua_State *L, int table, lua_Integer n, before_fn before, int less)
{
    luaL_checkstack(L, 16, "sort");
    lua_newtable(L);
    int spare = lua_gettop(L);
    struct merge m = {L, table, spare, less, before};
    for (lua_Integer width = 1; width < n; width *= 2) {
        for (lua_Integer low = 1; low <= n; low += 2 * width) {
            lua_Integer middle = low + width <= n ? low + width : n + 1;
            lua_Integer high = low + 2 * width <= n ? low + 2 * width : n + 1;
            merge_runs(&m, low, middle, high);
        }
        int swap = m.from;
        m.from = m.to;
        m.to = swap;
    }
    sandbox_charge(L, (size_t)n);
    if (m.from != table)
        for (lua_Integer i = 1; i <= n; i++) {
            lua_geti(L, spare, i);
            lua_seti(L, table, i);
        }
    lua_settop(L, spare - 1);
}

void order_sort(lua_State *L, int table, lua_Integer n, int less)
{
    sort_with(L, lua_absindex(L, table), n, by_value, less);
}

void order_keys(lua_State *L, int table)
{
    table = lua_absindex(L, table);
    lua_newtable(L);
    int keys = lua_gettop(L);
    lua_Integer n = 0;
    for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1)) {
        sandbox_charge(L, 2);
        lua_pushvalue(L, -2);
        lua_rawseti(L, keys, ++n);
    }
    if (n > 1)
        sort_with(L, keys, n, by_key, 0);
    else if (n == 1) {
        lua_rawgeti(L, keys, 1);
        if (!rank(L, -1))
            luaL_error(L, "a table with a %s as key has no order", luaL_typename(L, -1));
        lua_pop(L, 1);
    }
}

bool order_after(lua_State *L, int table, int key)
{
    table = lua_absindex(L, table);
    key = lua_absindex(L, key);
    bool first = lua_isnil(L, key);
    lua_pushnil(L);
    int best = lua_gettop(L);
    for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1)) {
        int candidate = lua_gettop(L) - 1;
        sandbox_charge(L, 2);
        if ((first || key_before(L, key, candidate)) && (lua_isnil(L, best) || key_before(L, candidate, best)))
            lua_copy(L, candidate, best);
    }
    return !lua_isnil(L, best);
}
